"""Every fault that a review may show has words in every language: the wordings are read out of the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.facts.problems import InputError, Problem
from kg.views.faults import WORDS, in_language, said
from kg.views.words import LANGUAGES, read_english, read_words

ROOT = Path(kg.__file__).parent
MODULES = (
    *("facts/cells.py", "facts/rows.py", "facts/reading.py", "facts/tables.py", "facts/dates.py"),
    *("review/additions.py", "review/articles.py", "review/checking.py", "review/fields.py", "review/journal.py"),
    *("review/session.py", "review/sheet.py", "review/tables.py", "cli/reviewing.py", "cli/review_sheet.py"),
)
NO_FAULTS = {
    *("facts/new.csv", "sheet new things", "sheet nothing new", "  kg review --sheet … --read"),
    *("in the new rows", "end of data"),  # of a place
}
PIECES = {
    "'…' in '…' is no …": "'x' in 'object' is no whole number",
    "'…' is of class …, but … is of class …": "'x' is of class City, but the subject of 'joined' is of class Agent",
    "the subject of '…'": "'x' is of class City, but the subject of 'joined' is of class Agent",
    "the object of '…'": "'x' is of class City, but the object of 'joined' is of class Initiative",
    "the qualifier '…'": "'x' is of class City, but the qualifier 'role' is of class Role",
    "--by holds …. Write who judges.": "--by holds the control character U+0007. Write who judges.",
    "The ids of the drafted ones are in ….": "no article 'x' was drafted. The ids of the drafted ones are in a.csv.",
    "a preferred name or rendering in this language": (
        "a preferred name or rendering in this language stands already in line 3"
    ),
    "… stands already in …": "this name stands already in names.csv:4",
    "there is no folder …. Draft articles first (kg draft FILE …), or name it with --drafts.": (
        "there is no folder drafts. Draft articles first (kg draft FILE …), or name it with --drafts."
    ),
}
"""Wordings that are put together, each as it may be told."""
OTHERS = [language for language in LANGUAGES if language != "en"]


def wordings(module: str) -> Iterator[str]:
    """The texts of a module that read as a sentence or more of one, with `…` for what differs; no docstrings."""
    tree = ast.parse((ROOT / module).read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    told |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in told:
            continue
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def is_fault(text: str) -> bool:
    return len(re.findall(r"[A-Za-z]{2,}", text)) >= 3 and "\\" not in text and "(?" not in text


FAULTS = sorted({text for module in MODULES for text in wordings(module) if is_fault(text)} - NO_FAULTS)


@pytest.mark.parametrize("text", FAULTS)
def test_a_wording_of_the_code_is_told_in_every_language(text: str) -> None:
    whole = PIECES.get(text)
    for filled in [whole] if whole else (text.replace("…", "3"), text.replace("…", "one of two")):
        for language in OTHERS:
            assert said(filled, language) != filled
            assert "{" not in said(filled, language)
        assert said(filled, "en") == filled


def test_enough_wordings_are_looked_at() -> None:
    assert len(FAULTS) > 90


def test_a_fault_with_its_place_and_its_fix() -> None:
    text = "seeds/facts/a.csv:3: 'from' 2032 is after 'until' 2031. Swap or correct them."
    assert said(text, "az") == (
        "seeds/facts/a.csv:3: Başlanğıc (2032) sondan (2031) gecdir. Yerlərini dəyişin və ya düzəldin."
    )


def test_columns_are_called_as_their_fields_are_and_places_are_told_too() -> None:
    assert said("unknown status 'x'. One of: a, b.", "ru", str.upper).startswith("Неизвестное значение: STATUS = «x».")
    assert said("this name stands already in the new rows", "kk") == "бұл атау бұрыннан бар: жаңа жолдар"


def test_what_somebody_wrote_is_not_translated() -> None:
    assert said('the quote "the fact has no quote" is not in the article', "az") == (
        "məqalədə belə sitat yoxdur: “the fact has no quote”"
    )
    assert said("nobody ever worded this", "kk") == "nobody ever worded this"


def test_checks_are_told_with_what_they_returned() -> None:
    assert (
        said("is related to itself (kg:partnerOf, id:socar)", "ru") == "связано само с собой (kg:partnerOf, id:socar)"
    )
    for path in sorted((ROOT.parent / "queries" / "checks").glob("*.rq")):
        title = re.search(r'^#\+ summary: "(.*)"$', path.read_text("utf-8"), re.MULTILINE)
        assert title is not None
        for language in OTHERS:
            assert said(title[1], language) != title[1]


def test_problems_keep_their_places() -> None:
    error = InputError([Problem("a.csv", 2, "unknown class 'Citty'", "Did you mean 'City'?")])
    assert [str(each) for each in in_language(error, "kk").problems] == [
        "a.csv:2: белгісіз класс: «Citty». «City» деп пе едіңіз?"
    ]


def test_every_language_has_the_same_places() -> None:
    english = read_english(WORDS)
    for key, words in read_words(WORDS).items():
        places = set(re.findall(r"\{(\w+)\}", english[key]))
        assert all(set(re.findall(r"\{(\w+)\}", text)) == places for text in words)
        assert all(text.strip() for text in words)
