"""Words without their endings: cases, possessives and plurals of the Turkic languages, Russian and English."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from kg.facts.names.folding import APOSTROPHES, DATA, lower

CASE = ("copula", "case")
"""Only what a sentence does to a word (its case, the -dır of "is"): no other word comes of it."""
POSSESSED = (*CASE, "possessive")
"""Also the possessive that heads a compound: nazirlik, Təhsil Nazirliyi."""
ANY = (*POSSESSED, "plural", "gender")
RELATED = (*ANY, "related")
"""Also adjectives of places (московский, Azerbaijani)."""

_ORDER = ("copula", "case", "gender", "possessive", "plural", "related", "language")
_SHORTEST = 2
_MARKS = "".join(sorted(APOSTROPHES))
# An ending that is written apart from an acronym or a quoted name: WEF-in, BTİ-nin, TÜBİTAK'ın, «…»-нің.
_APART = re.compile(rf"""([\w)"»”])[-–{_MARKS}]([^\W\d_]{{1,6}})(?![\w{_MARKS}])""")


@dataclass(frozen=True)
class _Endings:
    """One language's table: what an ending may have replaced, by layer, and the vowels that go together."""

    bases: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    lengths: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    """By layer and last letter, how long the endings with it are, the longest first."""
    back: set[str] = field(default_factory=set)
    front: set[str] = field(default_factory=set)

    def harmonious(self, stem: str, ending: str) -> bool:
        """Whether the first vowel of the ending may follow the last of the stem; letters of neither kind may."""
        last = next((c for c in reversed(stem) if c in self.back or c in self.front), "")
        first = next((c for c in ending if c in self.back or c in self.front), "")
        return not last or not first or (last in self.back) == (first in self.back)


@cache
def _tables() -> dict[str, _Endings]:
    """`data/endings.csv`: language, layer, base, endings (with a space between; - is no ending at all, _ a space).

    The word is stem + base, and stem + ending once it is inflected. The rows `back` and `front` list vowels.
    """
    tables: dict[str, _Endings] = {}
    with (DATA / "endings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            table = tables.setdefault(row["language"], _Endings())
            endings = [ending.replace("_", " ") for ending in row["endings"].split()]
            if row["layer"] == "back":
                table.back.update(endings)
            elif row["layer"] == "front":
                table.front.update(endings)
            else:
                for ending in endings:
                    table.bases[row["layer"]]["" if ending == "-" else ending].append(row["base"])
    for table in tables.values():
        for layer, by_ending in table.bases.items():
            found: dict[str, set[int]] = {}
            for ending in by_ending:
                found.setdefault(ending[-1:], set()).add(len(ending))
            table.lengths[layer] = {last: sorted(some, reverse=True) for last, some in found.items()}
    return tables


def languages() -> list[str]:
    """The languages that the table has endings of, sorted.

    >>> languages()
    ['az', 'en', 'kk', 'ru', 'tr', 'uz']
    """
    return sorted(_tables())


@lru_cache(maxsize=200_000)
def bases(word: str, language: str, layers: tuple[str, ...] = ANY, *, strict: bool = False) -> tuple[str, ...]:
    """What `word` (in small letters) may be a form of: itself first, then with ever more endings taken off.

    With `strict`, the vowels of stem and ending must agree (loanwords often break that).

    >>> "nazirlik" in bases("nazirliyinin", "az")
    True
    >>> bases("орталығының", "kk", CASE)
    ('орталығының', 'орталығы')
    >>> "министерство" in bases("министерством", "ru")
    True
    """
    table = _tables().get(language)
    found = {word: None}
    if table is not None:
        for layer in _ORDER:
            if layer in layers:
                for form in list(found):
                    found.update(dict.fromkeys(_without(form, table, layer, strict=strict)))
    return tuple(found)


def _without(word: str, table: _Endings, layer: str, *, strict: bool) -> Iterator[str]:
    lengths = table.lengths.get(layer, {})
    for length in (*lengths.get(word[-1:], ()), *lengths.get("", ())):
        at = len(word) - length
        if at < _SHORTEST:
            continue
        stem, ending = word[:at], word[at:]
        for base in table.bases[layer].get(ending, ()):
            if not strict or table.harmonious(stem, ending):
                yield stem + base


def is_ending(text: str, language: str) -> bool:
    """Whether `text` is a case ending of the language, such as -nin or -ның; with an empty language, of any.

    >>> is_ending("nin", "az"), is_ending("Polymer", "az")
    (True, False)
    """
    tables = _tables()
    chosen = [tables[language]] if language in tables else tables.values()
    return any(lower(text, language) in table.bases["case"] for table in chosen)


def join_endings(text: str, language: str) -> str:
    """`text` without the endings that a hyphen or an apostrophe parts from what they inflect.

    >>> join_endings("BTİ-nin Çindəki Mərkəzi", "az")
    'BTİ Çindəki Mərkəzi'
    >>> join_endings("«Самұрық-Қазына»-ның", "kk")
    '«Самұрық-Қазына»'
    """
    plain = re.sub(r"(\w)[’']s\b", r"\1", text)

    def without(match: re.Match[str]) -> str:
        ending = match[2]
        keep = ending[0].isupper() or not is_ending(ending, language)
        return match[0] if keep or not _may_be_apart(match, plain) else match[1]

    return _APART.sub(without, plain)


def _may_be_apart(match: re.Match[str], text: str) -> bool:
    """An apostrophe inside a small word is a letter of it (Uzbek oʻ, gʻ); after capitals or a quotation it parts."""
    before = match[1]
    return not before.islower() or text[match.start() + 1] in "-–" or match.start() == 0
