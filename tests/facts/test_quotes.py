"""Quotes: what is forgiven, what is not, and that the place given is the place in the original text."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kg.facts.model import Fact, Quote
from kg.facts.problems import InputError, Problem
from kg.facts.quotes import (
    Document,
    FoldedText,
    RecordedQuote,
    apply_recorded,
    check_unchanged,
    locate,
    read_document,
    read_documents,
    read_recorded,
    recorded_table,
)
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from tests.facts.making import fact
from tests.tiny_project import SHAPES, append, edit

TEXT = (
    "On 3 May the “Lumen\u00a0Center” – a hub\n  for start\u00adups – joined; l’Été, Мектеп й, so-called 'hub'."
    " The hub’s head said: hub."
)


def places(quote: str, text: str = TEXT) -> list[str]:
    """The stretches of the original text in which a quote is found."""
    return [text[start:end] for start, end in FoldedText.of(text).find(quote)]


@pytest.mark.parametrize(
    ("quote", "original"),
    [
        ("3 May", "3 May"),
        ('"Lumen Center"', "“Lumen\u00a0Center”"),
        ("«Lumen Center»", "“Lumen\u00a0Center”"),
        ("„Lumen Center‟", "“Lumen\u00a0Center”"),
        ("Lumen\u2009 \t\nCenter", "Lumen\u00a0Center"),
        ("a hub for startups - joined", "a hub\n  for start\u00adups – joined"),
        ("a hub for startups — joined", "a hub\n  for start\u00adups – joined"),
        ("start\u00adups", "start\u00adups"),
        ("l'Été", "l’Été"),
        ("l'E\u0301te\u0301", "l’Été"),
        ("Мектеп и\u0306", "Мектеп й"),
        ("  so‑called ", "so-called"),
        ('"hub"', "'hub'"),
    ],
)
def test_white_space_hyphenation_marks_dashes_and_nfc_are_forgiven(quote: str, original: str) -> None:
    assert places(quote) == [original]
    assert places(quote, unicodedata.normalize("NFD", TEXT)) == [unicodedata.normalize("NFD", original)]


@pytest.mark.parametrize(
    "quote",
    [
        *("3 may", "ON 3 May", "lumen center", "Été l", "3May", "on3 May", "Lumen Centre", "Lumen Centers"),
        *("l'Ete", "Мектеп и", "start-ups", "startups, joined", "so called", "a hub, for", "hub;", "joined:"),
        *("Мeктeп", "3  Мay", "hub...", "a—hub", "", " ", "\u00ad"),
    ],
)
def test_nothing_else_is_forgiven(quote: str) -> None:
    assert places(quote) == []


def test_a_letter_is_not_found_in_the_letter_with_an_accent() -> None:
    """Some accented letters have no character of their own, so that NFC leaves them in two."""
    assert places("q", "q\u030c") == []
    assert places("q\u030c", "aq\u030cb") == ["q\u030c"]
    assert places("e", "e\u0301") == []
    assert places("e", "e\u0323\u0301 e") == ["e"]


def test_letters_of_other_scripts_that_compose_are_found_either_way() -> None:
    for word in ("കൊ", "பொருள்", "কো", "한국어"):
        for text in (unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)):
            assert places(unicodedata.normalize("NFC", word), f"x {text} y") == [text]
            assert places(unicodedata.normalize("NFD", word), f"x {text} y") == [text]


def test_every_occurrence_has_its_place() -> None:
    assert FoldedText.of(TEXT).find("hub") == [
        (position, position + 3) for position in range(len(TEXT)) if TEXT.startswith("hub", position)
    ]
    assert len(places("hub")) == 4


# Letters, marks, white space and punctuation that meet in our sources, composed and not.
NASTY = st.text(
    st.sampled_from(
        "abIiİıəéйё\u0301\u0306\u0308\u0323\u00ad \u00a0\u2009\n\t\"'«»“”„’-‐–—−.,한ᄒ\u1161\u11abк\u0d46\u0d3e"
    ),
    max_size=30,
)


@given(NASTY | st.text(max_size=30))
@example("\u0d46\u0d3e")
@example("a\u00ad\u0301")
@example(" \u0301")
def test_nfc_and_nfd_fold_alike(text: str) -> None:
    folded = FoldedText.of(text).text
    assert folded == FoldedText.of(unicodedata.normalize("NFC", text)).text
    assert folded == FoldedText.of(unicodedata.normalize("NFD", text)).text


@given(NASTY)
def test_offsets_rise_and_stay_in_the_text(text: str) -> None:
    folded = FoldedText.of(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= offset <= len(text) for offset in folded.offsets)


@given(NASTY, NASTY)
def test_what_is_found_folds_to_the_quote(text: str, quote: str) -> None:
    wanted = FoldedText.of(quote).text.strip()
    for start, end in FoldedText.of(text).find(quote):
        assert 0 <= start < end <= len(text)
        assert FoldedText.of(text[start:end]).text.strip() == wanted


def begins_with_a_mark(text: str) -> bool:
    """Whether its first character belongs to the letter before it."""
    return bool(text) and (unicodedata.category(text[0]).startswith("M") or "\u1160" <= text[0] <= "\u11ff")


@given(before=NASTY, quote=NASTY, after=NASTY)
def test_words_copied_from_a_text_are_found_there(before: str, quote: str, after: str) -> None:
    words = FoldedText.of(quote).text.strip()
    assume(words and not begins_with_a_mark(words) and not begins_with_a_mark(after))
    first, last = len(before), len(before) + len(quote) + len(after) - len(after.lstrip("\u00ad"))
    found = FoldedText.of(before + quote + after).find(quote)
    assert any(first <= start and end <= last for start, end in found)


@given(st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=8))
def test_case_matters(word: str) -> None:
    other = word.swapcase()
    folded = FoldedText.of(word).text
    assume(folded not in FoldedText.of(other).text)
    assert FoldedText.of(f"1 {other} 2").find(word) == []


def quoting(quote: Quote) -> Fact:
    """A fact of source s that rests on this quote."""
    return replace(fact(line=7), quote=quote)


def document(folder: Path, text: str) -> Document:
    path = folder / "d.txt"
    path.write_bytes(text.encode())
    return read_document(path)


IN = "in the document of 's'"
SAY = "Say which one in the column 'occurrence'"
CORRECT = "Correct the column 'occurrence'."


@pytest.mark.parametrize(
    ("quote", "occurrence", "expected"),
    [
        ("hub", 1, (1, 4)),
        ("hub", 2, (8, 11)),
        ("the", None, (4, 7)),
        ("the", 1, (4, 7)),
        ("hub", None, f'the quote "hub" stands 2 times {IN}. {SAY} (1 to 2), or quote more words.'),
        ("hub", 3, f'the quote "hub" stands only 2 times, so there is no occurrence 3. {CORRECT}'),
        ("the", 2, f'the quote "the" stands only 1 times, so there is no occurrence 2. {CORRECT}'),
        ("Hub", None, f'the quote "Hub" is not {IN}. Copy the words as they stand there.'),
        ("Hub", 2, f'the quote "Hub" is not {IN}. Copy the words as they stand there.'),
    ],
)
def test_occurrences(tmp_path: Path, quote: str, occurrence: int | None, expected: tuple[int, int] | str) -> None:
    problems: list[Problem] = []
    [located] = locate([quoting(Quote(quote, occurrence))], {"s": document(tmp_path, "“hubthe hub”")}, problems)
    assert located.quote is not None
    if isinstance(expected, str):
        assert [str(problem) for problem in problems] == [f"facts.csv:7: {expected}"]
        assert not located.quote.verified
    else:
        assert problems == []
        assert located.quote == Quote(quote, occurrence, *expected, verified=True)


def test_records_and_other_sources_are_left_alone(tmp_path: Path) -> None:
    facts = [fact(quote=""), fact(quote="nowhere", source="other")]
    problems: list[Problem] = []
    assert locate(facts, {"s": document(tmp_path, "text")}, problems) == facts
    assert problems == []


def test_a_byte_order_mark_shifts_no_place_but_counts_in_the_checksum(tmp_path: Path) -> None:
    plain, marked = document(tmp_path, "the hub"), document(tmp_path, "\ufeffthe hub")
    assert marked.text == plain.text
    assert marked.folded.find("hub") == [(4, 7)]
    assert marked.text_sha256 == plain.text_sha256
    assert marked.document_sha256 != plain.document_sha256


def test_places_count_characters_not_bytes_and_keep_line_ends(tmp_path: Path) -> None:
    text = "Әлем\r\nүйі 🌍 hub"
    [(start, end)] = document(tmp_path, text).folded.find("үйі 🌍")
    assert text[start:end] == "үйі 🌍"
    assert start == 6


def test_documents_that_cannot_be_read_are_told_at_their_sources(tiny: Path, schema: Schema) -> None:
    documents = tiny / "documents"
    (documents / "lantern.txt").write_bytes("Die Stra\u00dfe".encode("latin-1"))
    (documents / "fener.txt").unlink()
    (documents / "fener.txt").mkdir()
    problems: list[Problem] = []
    project = read_project(tiny, schema, SHAPES)
    assert read_documents(project.sources.values(), documents, problems) == {}
    assert [str(problem).replace(f"{tiny}/", "") for problem in problems] == [
        "sources.csv:2: the document 'lantern.txt' cannot be read: byte 0xdf at 8 is not UTF-8."
        " Save it as plain text in UTF-8.",
        "sources.csv:3: the document 'fener.txt' is not in documents. Put it there, or correct its name.",
    ]


def test_a_document_name_that_no_file_can_have_is_told(tiny: Path, schema: Schema) -> None:
    edit(tiny / "sources.csv", "fener.txt", "f" * 400 + ".txt")
    problems: list[Problem] = []
    read_documents(read_project(tiny, schema, SHAPES).sources.values(), tiny / "documents", problems)
    assert [problem.line for problem in problems] == [3]


def record(tiny: Path, schema: Schema) -> str:
    """The table that `kg check --record` writes for a project."""
    project = read_project(tiny, schema, SHAPES)
    problems: list[Problem] = []
    documents = read_documents(project.sources.values(), tiny / "documents", problems)
    facts = locate(project.facts, documents, problems)
    assert problems == []
    return recorded_table(facts, documents)


def test_what_is_recorded_vouches_for_the_same_places_without_documents(tiny: Path, schema: Schema) -> None:
    table = record(tiny, schema)
    assert table == (tiny / "quotes.csv").read_text(encoding="utf-8"), "run kg check --record on tests/tiny"
    project = read_project(tiny, schema, SHAPES)
    problems: list[Problem] = []
    documents = read_documents(project.sources.values(), tiny / "documents", problems)
    assert apply_recorded(project.facts, read_recorded(tiny)) == locate(project.facts, documents, problems)


def test_the_recorded_table_does_not_depend_on_the_order_of_rows(tiny: Path, schema: Schema) -> None:
    before = record(tiny, schema)
    for table in (tiny / "facts").glob("*.csv"):
        header, *rows = table.read_text(encoding="utf-8").splitlines()
        table.write_text("\n".join([header, *reversed(rows)]) + "\n", encoding="utf-8")
    assert record(tiny, schema) == before


WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=6)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_recorded_quotes_round_trip(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    folder = tmp_path_factory.getbasetemp()
    text = unicodedata.normalize("NFC", " ".join(words))
    read = document(folder, text)
    quotes = [Quote(quote, 1) for quote in text.split(" ")]
    problems: list[Problem] = []
    facts = locate([quoting(quote) for quote in quotes], {"s": read}, problems)
    located = [item for item in facts if item.quote is not None and item.quote.verified]
    (folder / "quotes.csv").write_text(recorded_table(located, {"s": read}), encoding="utf-8", newline="")
    recorded = read_recorded(folder)
    assert apply_recorded([quoting(Quote(item.quote.text, 1)) for item in located if item.quote], recorded) == located


@pytest.mark.parametrize("mark", ["“", "«", "’", '"'])
def test_quotation_marks_that_a_program_rewrites_in_either_table_do_not_matter(tmp_path: Path, mark: str) -> None:
    read = document(tmp_path, 'the so-called "hub" opened')
    located = locate([quoting(Quote('so-called "hub"', 1))], {"s": read}, [])
    table = recorded_table(located, {"s": read})
    for recorded_mark, quoted_mark in ((mark, '"'), ('"', mark)):
        with io.StringIO(table, newline="") as text:
            rows = [[cell.replace('"', recorded_mark) for cell in row] for row in csv.reader(text)]
        with (tmp_path / "quotes.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        (fact,) = apply_recorded(
            [quoting(Quote(f"so-called {quoted_mark}hub{quoted_mark}", 1))], read_recorded(tmp_path)
        )
        assert fact.quote is not None
        assert (fact.quote.start, fact.quote.end, fact.quote.verified) == (4, 19, True)


def test_what_is_not_recorded_stays_unverified(tiny: Path, schema: Schema) -> None:
    edit(tiny / "facts" / "memorandum.csv", "Tidal Works signed the Tide Memorandum", "Tidal Works signed")
    facts = apply_recorded(read_project(tiny, schema, SHAPES).facts, read_recorded(tiny))
    assert [item.row.line for item in facts if item.quote is not None and not item.quote.verified] == [3]


def test_a_project_without_a_recorded_table_has_nothing_verified(tiny: Path) -> None:
    (tiny / "quotes.csv").unlink()
    assert read_recorded(tiny) == {}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("lantern,x,1,one,2,c,c", "'start' and 'end' must be numbers. Write it anew: kg check --record."),
        ("lantern,x,1,²,3,c,c", "'start' and 'end' must be numbers. Write it anew: kg check --record."),
        ("lantern,x,1,-1,3,c,c", "'start' and 'end' must be numbers. Write it anew: kg check --record."),
        (f"lantern,x,1,1,{'9' * 5000},c,c", "'start' and 'end' must be numbers. Write it anew: kg check --record."),
        ("lantern,x,0,1,2,c,c", "'0' in 'occurrence' is no whole number above 0. Write 1, 2, 3 …"),
        ("lantern,has saved 12.5 million tonnes,1,1,2,c,c", "the same quote stands already in line 14."
         " Write it anew: kg check --record."),
    ],
)  # fmt: skip
def test_a_broken_line_of_the_recorded_table_is_told(tiny: Path, row: str, expected: str) -> None:
    line = append(tiny / "quotes.csv", row)
    with pytest.raises(InputError) as caught:
        read_recorded(tiny)
    assert [str(problem) for problem in caught.value.problems] == [f"{tiny}/quotes.csv:{line}: {expected}"]


def test_a_document_that_changed_is_told_at_its_source(tiny: Path, schema: Schema) -> None:
    project = read_project(tiny, schema, SHAPES)
    with (tiny / "documents" / "fener.txt").open("a", encoding="utf-8") as file:
        file.write("\n")
    problems: list[Problem] = []
    documents = read_documents(project.sources.values(), tiny / "documents", problems)
    check_unchanged(project, documents, read_recorded(tiny), problems)
    assert [str(problem).replace(f"{tiny}/", "") for problem in problems] == [
        "sources.csv:3: the document of 'fener' has changed since its quotes were recorded. Compare the two; if the"
        " facts still hold, run: kg check --record --documents DIR."
    ]


def test_a_document_that_was_never_recorded_cannot_have_changed(tiny: Path, schema: Schema) -> None:
    project = read_project(tiny, schema, SHAPES)
    problems: list[Problem] = []
    documents = read_documents(project.sources.values(), tiny / "documents", problems)
    check_unchanged(project, documents, {("other", "x", 1): RecordedQuote(0, 1, "c", "c")}, problems)
    assert problems == []
