"""Known names in running text, in whatever case they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kg.facts.model import Entity
from kg.facts.names.folding import APOSTROPHES, fold, script
from kg.facts.names.forms import forms_of_words, is_womans
from kg.facts.names.inflection import CASE, POSSESSED, is_ending, languages
from kg.facts.names.words import simplified

_MARKS = re.escape("".join(sorted(APOSTROPHES)))
_WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}][^\W_]+)*[ʻʼ]?")
_HAN = re.compile("[\u3400-\u9fff]")
# What may stand between two words of one name; a full stop only after an initial or an abbreviation.
_BETWEEN = re.compile(rf"[\s\"«»“”„(),&/\-–.{_MARKS}]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:][\"»”’)\]]*\s+|\n)[\"«“„(\[]*$")
_PARTED = re.compile(rf"(.+)[{_MARKS}]([^\W_]+)$")
_ABBREVIATED = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text, `text[start:end]`, its endings included, and the things that it may name, sorted by id."""

    start: int
    end: int
    entities: tuple[str, ...]
    name: str
    """One of the names that matched, as the tables have it."""


@dataclass(slots=True)
class _Node:
    """A place in the tree of names: the words that may follow, and the names that end here by entity."""

    following: dict[str, _Node] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A word of the text: `forms` it may be of, from the surest (as written) to the least (without a possessive)."""

    text: str
    start: int
    end: int
    tail: int
    forms: tuple[frozenset[str], ...]


class MentionFinder:
    """Finds the names of things in texts; built once, its time for a text does not grow with the number of names.

    A name in small letters (technologies, expert) is a common word and not looked for; any other must have a capital
    in the text too, an acronym all of its own.

    >>> from kg.facts.model import Name, NameRank, Row
    >>> name = Name("wef", "az", "Dünya İqtisadi Forumu", NameRank.PREFERRED, "")
    >>> finder = MentionFinder([Entity("wef", "Organisation", "", (), (name,), ("wef",), Row("", 0))])
    >>> text = "Nazir Dünya İqtisadi Forumunda çıxış edib."
    >>> [(text[found.start : found.end], found.entities) for found in finder.find(text, "az")]
    [('Dünya İqtisadi Forumunda', ('wef',))]
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._root = _Node()
        self._persons: set[str] = set()
        for entity in sorted(entities, key=lambda each: each.id):
            if entity.class_name == "Person":
                self._persons.add(entity.id)
            for name in entity.names:
                words = _words_of_name(name.text)
                if words and not _is_common(name.text):
                    node = self._root
                    for word in words:
                        node = node.following.setdefault(word, _Node())
                    node.names.setdefault(entity.id, name.text)

    def find(self, text: str, language: str = "") -> list[Mention]:
        """The mentions in the order of the text, none inside another: the longest is taken first.

        `language` is that of the text, whose endings words may have; empty tries all of a word's script.
        """
        spots = _spots(text, language if language in languages() else "")
        found = [mention for at in range(len(spots)) for mention in self._longest(text, spots, at)]
        taken: list[Mention] = []
        used = bytearray(len(text))
        for mention in sorted(found, key=lambda each: (each.start - each.end, each.start)):
            if not any(used[mention.start : mention.end]):
                used[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
                taken.append(mention)
        return sorted(taken, key=lambda each: each.start)

    def _longest(self, text: str, spots: list[_Spot], at: int) -> list[Mention]:
        """The longest mention that starts with a word, and where a word of it is but a part of a form, no other."""
        reached: dict[int, tuple[int, _Node]] = {id(self._root): (0, self._root)}
        best: list[Mention] = []
        for to in range(at, len(spots)):
            if to > at and not _joined(text, spots[to - 1], spots[to]):
                break
            after: dict[int, tuple[int, _Node]] = {}
            for worst, node in reached.values():
                for level, forms in enumerate(spots[to].forms):
                    for word in forms & node.following.keys():
                        following = node.following[word]
                        known = after.get(id(following))
                        if known is None or max(worst, level) < known[0]:
                            after[id(following)] = (max(worst, level), following)
            if not after:
                break
            reached = after
            best = self._ending_here(text, spots[at : to + 1], after) or best
        return best

    def _ending_here(self, text: str, spots: list[_Spot], reached: Mapping[int, tuple[int, _Node]]) -> list[Mention]:
        """A mention of these words, where names end here: of the things whose names are nearest to what is written."""
        by_level: dict[int, dict[str, str]] = {}
        for level, node in reached.values():
            if level < 2 or len(spots) > 1:
                for entity, name in node.names.items():
                    if _is_written_so(text, spots, name) and not self._is_another(entity, spots, name):
                        by_level.setdefault(level, {}).setdefault(entity, name)
        if not by_level:
            return []
        names = by_level[min(by_level)]
        return [Mention(spots[0].start, spots[-1].tail, tuple(sorted(names)), names[min(names)])]

    def _is_another(self, entity: str, spots: list[_Spot], name: str) -> bool:
        return entity in self._persons and is_womans(" ".join(spot.text for spot in spots), fold(name))


def _words_of_name(name: str) -> list[str]:
    """The folded words of a name, taken apart as those of a text are: BTİ-nin is BTİ there too."""
    return [part for spot in _spots(name, "") for part in fold(simplified(spot.text)).split()]


def _is_common(name: str) -> bool:
    """Whether a name is written with small letters only, in a script that has capitals."""
    return name == name.lower() and name != name.upper() and not any(character.isdigit() for character in name)


def _spots(text: str, language: str) -> list[_Spot]:
    """The words of a text; an ending that a hyphen or an apostrophe parts from its word belongs to that word."""
    spots: list[_Spot] = []
    for match in _WORD.finditer(text):
        word, start, end = match[0], match.start(), match.end()
        if _HAN.search(word):
            spots += [
                _Spot(c, start + n, start + n + 1, start + n + 1, (frozenset({fold(simplified(c))}),))
                for n, c in enumerate(word)
            ]
        elif spots and _is_apart(text, spots[-1], word, start, language):
            before = spots.pop()
            spots.append(_Spot(before.text, before.start, before.end, end, before.forms))
        else:
            spots.append(_spot(word, start, end, language))
    return spots


def _is_apart(text: str, before: _Spot, word: str, start: int, language: str) -> bool:
    """Whether a word is but the ending of the one before: WEF-in, «Самұрық-Қазына»-ның."""
    gap = text[before.end : start]
    parted = bool(re.fullmatch(rf"[\"»”)]?[-–{_MARKS}]|[\"»”]", gap)) and before.tail == before.end
    return parted and word.islower() and (is_ending(word, language) or (word == "s" and gap[-1] not in "-–"))


def _spot(word: str, start: int, end: int, language: str) -> _Spot:
    own = frozenset({fold(word)})
    forms = (_forms(word, CASE, language), _forms(word, POSSESSED, language))
    stem = _PARTED.match(word)
    if stem and (is_ending(stem[2], language) or stem[2] == "s"):
        return _Spot(stem[1], start, end, end, (own | {fold(stem[1])}, *forms))
    return _Spot(word, start, end, end, (own, *forms))


@lru_cache(maxsize=200_000)
def _forms(word: str, layers: tuple[str, ...], language: str) -> frozenset[str]:
    found = forms_of_words(word, layers, strict=True, language="" if script(word) == "Zzzz" else language)
    return found[0] if len(found) == 1 else frozenset()


def _joined(text: str, before: _Spot, after: _Spot) -> bool:
    """Whether two words that follow one another may belong to one name."""
    gap = text[before.tail : after.start]
    if not _BETWEEN.fullmatch(gap) or "\n\n" in gap:
        return False
    return "." not in gap or len(before.text) <= _ABBREVIATED


def _is_written_so(text: str, spots: list[_Spot], name: str) -> bool:
    """Whether the text writes a name with the capitals that make it one."""
    first, letters = spots[0], [c for c in name if c.isalpha()]
    if _HAN.search(name):
        return len(spots) > 1
    if sum(c.isupper() for c in letters) >= 2 and len(name.split()) == 1 and len(spots) == 1:  # SOCAR, BTİ, TÜBİTAK
        capitals = sum(c.isupper() for c in letters)
        return sum(c.isupper() for c in first.text) >= min(capitals, 2) and not first.text[:1].islower()  # 4SİM too
    if not any(c.isupper() or c.isdigit() for spot in spots for c in spot.text[:1]):
        return False
    if len(spots) > 1:
        return True
    return first.text[:1].isupper() and not _is_word_too(text, first)


def _is_word_too(text: str, spot: _Spot) -> bool:
    """Whether one word at the start of a sentence also stands in the text in small letters: then it is no name.

    With whatever case ending; a word made of it (қазақстандық) is another.
    """
    if not _SENTENCE_START.search(text[max(0, spot.start - 8) : spot.start]):
        return False
    alike = re.finditer(rf"(?<!\w){re.escape(spot.text.lower())}(\w*)", text)
    return any(match[1] in ("", "s") or is_ending(match[1], "") for match in alike)
