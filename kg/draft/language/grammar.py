"""What the drafter knows of a language: its table `data/languages/<code>.csv`, ready to be matched against words.

A row is table, name, detail, words; words are parted by |, in small letters, and one that ends in * may go on. So a
speaker can read the table, and add a language by adding a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from kg.draft.language.language_tables import language_rows
from kg.draft.language.patterns import Entry, Patterns, fits, seats_of
from kg.draft.language.uzbek_script import in_cyrillic, is_cyrillic
from kg.facts.names.folding import lower

DATA = Path(__file__).parent.parent / "data"
_MARKS_OF_LETTERS = "ʻ‘’'`ʼ"
"""How the mark of Uzbek letters (oʻ, gʻ) is typed."""
_AS_WRITTEN = ("generic", "form", "press", "first", "ordinal", "year")
"""The tables whose words are looked for as they stand in a text, accents and all."""
_RUSSIAN_LIKE = 4
_OPENING = 2
"""The fewest letters of a word that are looked up in a table of forms."""
_KEPT = 50_000
"""Of how many words it is kept what they may be."""
_RUSSIAN_ADJECTIVE = re.compile(r"(?:ск|н|[ое]в)(?:ий|ый|ая|ое|ие|ые|их|ых|им|ым|ом|ой|ую|ого)")
"""What makes an adjective of a noun, which then heads nothing: университетских, банковой."""
_RUSSIAN_DERIVED = re.compile(r"(?:ь?ник|ист|овк|ир|к(?=\w?\w?\Z))\w{0,3}")
"""What makes another noun of a noun: советник, программист, академик."""
_FEMININE = {
    "у": "acc", "ю": "acc", "ы": "gen", "и": "gen", "е": "dat", "ой": "ins", "ей": "ins", "ью": "ins", "ями": "ins",
    "ами": "ins", "ям": "dat", "ам": "dat",
}  # fmt: skip


@dataclass(frozen=True)
class Form:
    """A word taken apart: the head or post that it is, whether it stands possessed (nazirliyi), and its case."""

    entry: Entry
    possessed: bool
    case: str
    base_length: int
    """How many of the word's letters stand before the case ending."""


class Grammar:
    """One language's table."""

    def __init__(self, code: str, rows: Iterable[Mapping[str, str]]) -> None:
        self.code = code
        self.tables: dict[str, list[Entry]] = {}
        for row in rows:
            for words in row["words"].split("|"):
                plain = words if row["table"] in _AS_WRITTEN else lower(words, code)
                entry = Entry(row["table"], row["name"], row["detail"], plain)
                self.tables.setdefault(row["table"], []).append(entry)
        self.verb_last = any(entry.words == "last" for entry in self._rows("order"))
        self.cases = {entry.words: entry.name for entry in self._rows("case")}
        self.generic = frozenset(
            entry.words.replace("ʻ", mark).replace("ʼ", mark)
            for entry in self._rows("generic")
            for mark in _MARKS_OF_LETTERS
        )
        self.company_forms = frozenset(entry.words for entry in self._rows("form"))
        self.connectors = frozenset(entry.words for entry in self._rows("connector"))
        self.triggers = self._patterns("trigger")
        self.marks = self._patterns("mark")
        self.conjunctions = self._patterns("and")
        self.dates = self._patterns("date")
        self.since = self._patterns("since")
        self.reports = self._patterns("report")
        self.magnitudes = self._patterns("magnitude")
        self.figures = self._patterns("figure")
        self.delegates = self._patterns("delegate")
        self.agreements = self._forms("agreement")
        self.heads = self._forms("head")
        self.posts = self._forms("post")
        self.references = self._forms("reference")
        self.city_words = self._forms("city")
        self.roles = self._forms("role")
        self.copulas = self._patterns("copula", ("word",))
        self.copula_ends = frozenset(entry.words for entry in self._rows("copula") if entry.detail == "ending")
        self.feminine = frozenset(entry.words for entry in self._rows("letters") if entry.name == "feminine")
        self.origin_ends = tuple(entry.words for entry in self._rows("origin") if entry.name == "ending")
        self.origins = {entry.words: entry.name for entry in self._rows("origin") if entry.name != "ending"}
        self.seat_words = {entry.words: entry.name for entry in self._rows("seat")}
        self.adverbs = frozenset(entry.words for entry in self._rows("adverb"))
        self.chairs = self._patterns("chair")
        self.seats = self._made_forms(seats_of(self._rows("post"), code)) if self._rows("chair") else {}
        self.firsts = frozenset(entry.words for entry in self._rows("first"))
        self.sectors = frozenset(entry.words for entry in self._rows("sector"))
        self.parts = self._forms("part")
        self.duties = frozenset(entry.words for entry in self._rows("duty") if not entry.name)
        self.duty_posts = tuple(entry.words for entry in self._rows("duty") if entry.name == "post")
        self.sorts = {entry.words: entry.name for entry in self._rows("sort")}
        self.ranks = frozenset(entry.words for entry in self._rows("rank"))
        self.fields = frozenset(entry.words for entry in self._rows("field"))
        self.stops = frozenset(entry.words for entry in self._rows("stop") if entry.detail != "ending")
        self.verb_ends = tuple(entry.words for entry in self._rows("stop") if entry.detail == "ending")
        self.openers = frozenset(entry.words for entry in self._rows("opener"))
        self.indefinite = frozenset(entry.words for entry in self._rows("indefinite"))
        self.titles = frozenset(entry.words for entry in self._rows("title"))
        self.title_starts = tuple(sorted(title[:-1] for title in self.titles if title.endswith("*")))
        self.given = frozenset(lower(entry.words, code) for entry in self._rows("given"))
        self.press = frozenset(entry.words for entry in self._rows("press"))
        self.topics = [(tuple(entry.words.split()), entry.name) for entry in self._rows("topic")]
        self.pronouns = self._patterns("pronoun")
        self.appoint = self._patterns("appoint")
        self.speakers = {entry.words: entry.name for entry in self._rows("speaker")}
        self.labels = self._patterns("label")
        self.sheets = self._patterns("sheet")
        self.talks = self._patterns("talk")
        self.grounds = self._patterns("ground")
        self.acts = self._forms("act")
        self.family_names = frozenset(lower(entry.words, code) for entry in self._rows("family_name"))
        self.surnames = tuple(entry.words for entry in self._rows("surname"))
        self.ordinals = tuple(entry.words for entry in self._rows("ordinal"))
        self.year_words = tuple(entry.words for entry in self._rows("year"))
        self.told_ends = tuple(entry.words for entry in self._rows("verb"))
        self._may_be = lru_cache(maxsize=_KEPT)(self._forms_of)
        self._openings = cache(self._openings_of)
        self.cue_words = self._patterns("cue", ("word", "own"))
        self.cue_before = self._patterns("cue", ("before",))
        self.cue_endings = {entry.words: entry.name for entry in self._rows("cue") if entry.detail == "ending"}

    def _rows(self, table: str) -> list[Entry]:
        return self.tables.get(table, [])

    def _patterns(self, table: str, details: tuple[str, ...] = ()) -> Patterns:
        patterns = Patterns()
        for entry in self._rows(table):
            if not details or entry.detail in details:
                patterns.add(entry)
        return patterns

    def is_surname(self, word: str) -> bool:
        """Whether a word is a surname by the table, or ends as those do that the table alone tells of."""
        return word.lower() in self.family_names or word.lower().endswith(self.surnames)

    def case_of(self, ending: str) -> str | None:
        """The case that an ending makes; "" for none, None for what is no case ending."""
        return "" if not ending or ending in self.copula_ends else self.cases.get(ending)

    # Words that end a phrase and are inflected: heads, posts, agreements.

    def _forms(self, table: str) -> dict[str, list[tuple[tuple[str, ...], Entry, bool]]]:
        """By the base of its last word: the words before it, its row, whether it is possessed."""
        return self._made_forms(self._rows(table))

    def _made_forms(self, entries: Iterable[Entry]) -> dict[str, list[tuple[tuple[str, ...], Entry, bool]]]:
        found: dict[str, list[tuple[tuple[str, ...], Entry, bool]]] = {}
        for entry in entries:
            *before, last = entry.words.replace("-", " ").split()
            for base, possessed in self._bases(last):
                found.setdefault(base, []).append((tuple(before), entry, possessed))
        return found

    def _bases(self, word: str) -> list[tuple[str, bool]]:
        if word.endswith("*"):
            return [(word, False)]
        if not self.verb_last:
            return [(word, False)]
        ends = [entry.words for entry in self._rows("letters") if entry.name == "possessive"]
        vowels = {e.words: e.detail for e in self._rows("letters") if e.name == "vowels"}
        buffer = next((e.words for e in self._rows("letters") if e.name == "buffer"), "")
        softened = dict(e.words.split(">") for e in self._rows("letters") if e.name == "softens")
        found = [(word, False)]
        stems = [word] if word[-1] in (vowels or "aeiouöüəıоеаәыіияюө") else [word, *self._soft(word, softened)]
        glides = ("у",) if self.code == "kk" else ()  # байқауы
        is_vowel = word[-1] in (vowels or "aeiouəоеаәыіияюө") and word[-1] not in glides
        for stem in stems:
            for end in ends:
                joined = stem + (buffer if is_vowel else "") + end
                found.append((joined, True))
            if stem != word:
                found.append((stem, False))
        return found

    def _soft(self, word: str, softened: Mapping[str, str]) -> list[str]:
        return [word[:-1] + softened[word[-1]]] if word[-1] in softened else []

    def form(self, words: Sequence[str], index: int, table: str) -> Form | None:
        """What the word at `index`, with those before it, is of a table (heads, posts …); the longest phrase."""
        for before, key, form in self._may_be(words[index], table):
            if self._stands_before(words, index, before):
                if self.code == "ru" and before and not key.endswith("*"):
                    case = self._case_of_first(words[index - len(before)], before[0]) or form.case
                    return replace(form, case=case)
                return form
        return None

    def _forms_of(self, word: str, table: str) -> tuple[tuple[tuple[str, ...], str, Form], ...]:
        """What a word may be of a table, the longest phrase first: the words before it, its base, and its form."""
        if word[:_OPENING] not in self._openings(table):
            return ()
        forms: dict[str, list[tuple[tuple[str, ...], Entry, bool]]] = getattr(self, table)
        bare, mark, apart = word.rpartition("ʻ")
        stems = [(word, "")]
        if mark and bare and (apart in self.cases or apart in self.copula_ends or apart == "s"):
            stems.append((bare, apart))
        found: list[tuple[tuple[int, int, bool], tuple[tuple[str, ...], str, Form]]] = []
        for stem, ending in stems:
            for length in range(len(stem), _OPENING - 1, -1):
                for key in (stem[:length], stem[:length] + "*"):
                    if key not in forms:
                        continue
                    rest = stem[length:] + ending
                    if rest == "s" and not ending and self.code == "en" and table == "posts":
                        continue  # several, or a verb: heads
                    case = self._case(rest, key)
                    if case is None:
                        continue
                    kept = length if self.verb_last else len(word)
                    for before, entry, possessed in forms[key]:
                        form = Form(entry, possessed, case, kept)
                        found.append(((len(before), length, possessed), (before, key, form)))
        found.sort(key=lambda each: each[0], reverse=True)
        return tuple(told for _, told in found)

    def _openings_of(self, table: str) -> frozenset[str]:
        """How the words of a table of forms open."""
        return frozenset(key[:_OPENING] for key in getattr(self, table))

    def _case_of_first(self, word: str, pattern: str) -> str:
        """The case of a Russian phrase whose first word alone has one: академии наук."""
        stem = pattern.rstrip("*")
        return self.case_of_russian(stem, word[len(stem) :]) if pattern.endswith("*") else ""

    def _case(self, rest: str, key: str) -> str | None:
        if key.endswith("*"):
            if len(rest) > _RUSSIAN_LIKE or (self.code == "ru" and _is_derived(rest)):
                return None
            return self.case_of_russian(key[:-1].split()[-1], rest)
        if not self.verb_last:
            return "" if not rest else "gen" if rest == "s" and self.code == "en" else None
        return self.case_of(rest)

    def case_of_russian(self, stem: str, rest: str) -> str:
        """The case of a stem and what follows it; feminine stems go their own way."""
        if stem.endswith(("ани", "ени", "яти")) and stem != "компани":
            return {"я": "gen", "ю": "dat", "ем": "ins", "и": "prep"}.get(rest, "")
        if stem.endswith("и") or stem in self.feminine:
            return _FEMININE.get(rest, "")
        return self.cases.get(rest, "") if rest else ""

    def _stands_before(self, words: Sequence[str], index: int, before: tuple[str, ...]) -> bool:
        start = index - len(before)
        return start >= 0 and all(map(fits, words[start:index], before))


def _is_derived(rest: str) -> bool:
    """Whether what follows a Russian stem makes another word of it, not a case."""
    return _RUSSIAN_ADJECTIVE.fullmatch(rest) is not None or _RUSSIAN_DERIVED.fullmatch(rest) is not None


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are tables of, sorted.

    >>> languages()
    ('az', 'en', 'kk', 'ru', 'tr', 'uz')
    """
    return tuple(sorted(path.stem for path in (DATA / "languages").glob("*.csv")))


@cache
def grammar(code: str) -> Grammar:
    """The grammar of a language; of one without a table, that of English. Raises InputError with the table's faults."""
    known = code if code in languages() else "en"
    return Grammar(known, language_rows(DATA / "languages" / f"{known}.csv", DATA))


@cache
def cyrillic_uzbek() -> Grammar:
    """The grammar of Uzbek in Cyrillic letters, made from the table in Latin ones."""
    rows = [dict(row) for row in language_rows(DATA / "languages" / "uz.csv", DATA)]
    for row in rows:
        if row["table"] in ("case", "letters"):
            row["words"] = in_cyrillic(row["words"])
        elif row["table"] != "order":
            row["words"] = "|".join(dict.fromkeys([*in_cyrillic(row["words"]).split("|"), *row["words"].split("|")]))
    return Grammar("uz", rows)


def grammar_of(code: str, text: str) -> Grammar:
    """The grammar for a text in a language, in the letters that it is written in."""
    return cyrillic_uzbek() if code == "uz" and is_cyrillic(text) else grammar(code)
