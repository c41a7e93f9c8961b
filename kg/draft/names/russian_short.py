"""Russian bodies told in a shorter or longer form of their names: Омский университет, ОмГУ; acronyms before names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import grammar
from kg.draft.names.russian_cases import is_adjective, one_name
from kg.draft.spans import Mention
from kg.facts.names.acronyms import spells
from kg.facts.names.tokens import read_name

_PATRON = re.compile(r"\s+(?:имени|им)\b.*|\s*[«(\"].*")
_PATRON_NAME = re.compile(r"\s(?:имени|им)\b.*?(\w+)\Z")
_ACRONYM = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]{1,8}[А-ЯЁ]\Z")
_LEAST_CAPITALS, _LEAST_WORDS, _LEAST_ACRONYM = 2, 2, 3
_PLACES = ("Person", "City", "Country", "Region", "Place")


def call_also(first: Mention, mention: Mention) -> None:
    """Notes another form of a Russian body's name beside the one by which it was told first."""
    if (
        mention.language != "ru"
        or not (mention.head or _letters(mention))
        or mention.name in (first.name, *first.aliases)
    ):
        return
    if first.rule == "capitals" and mention.head:
        first.head = first.head or mention.head
        first.aliases.append(mention.name)


def same_body(mention: Mention, told: Iterable[Mention]) -> str | None:
    """The id of the one body of the article that a name means in another form; None for none, or for several."""
    if mention.language != "ru" or mention.class_name in _PLACES:
        return None
    if not mention.head and not _letters(mention):
        return None
    found: dict[str, None] = {}
    for other in told:
        if other.class_name in _PLACES or not (other.head or _letters(other)):
            continue
        if any(_is_same(mention, other, name) for name in (other.name, *other.aliases)):
            found[other.entity] = None
    return next(iter(found)) if len(found) == 1 else None


def _letters(mention: Mention) -> str:
    """The acronym that a name of capitals is: МГУ, СПбГУ; empty for another name."""
    word = mention.acronym or mention.name
    capitals = sum(letter.isupper() for letter in word)
    is_one = mention.rule == "capitals" and _ACRONYM.match(word) is not None and capitals >= _LEAST_CAPITALS
    return word if is_one else ""


def _is_spelled(acronym: str, name: str, told: str) -> bool:
    """Whether an acronym is that of a name, of which `told` is the acronym that the article gives."""
    if len(acronym) < _LEAST_ACRONYM or told not in ("", acronym):
        return False
    return spells(acronym, read_name(" ".join(_plain(name, drops=False)), "ru"), "ru", "ru") > 0


def _is_same(mention: Mention, other: Mention, name: str) -> bool:
    """Whether two names are one but for adjectives and whose name the body bears, or one is an acronym of the other."""
    here, there = _PATRON_NAME.search(mention.name), _PATRON_NAME.search(name)
    if here is not None and there is not None and not one_name(here[1].lower(), there[1].lower()):
        return False
    letters = _letters(mention)
    if letters or (_letters(other) and name == other.name):
        other_letters = _letters(other)
        if letters and other_letters and name == other.name:
            return letters == other_letters
        if letters:
            return _is_spelled(letters, name, "" if other_letters else other.acronym)
        return _is_spelled(other_letters, mention.name, mention.acronym)
    short, long = sorted((_plain(mention.name), _plain(name)), key=len)
    if len(short) < _LEAST_WORDS or not one_name(short[0], long[0]):
        return False
    rest = iter(long[1:])
    dropped: list[str] = []
    for word in short[1:]:
        for own in rest:
            if one_name(word, own):
                break
            dropped.append(own)
        else:
            return False
    return all(map(is_adjective, dropped)) and not list(rest)


def _plain(name: str, *, drops: bool = True) -> list[str]:
    """The words of a name in small letters; where it `drops`, without those of rank and without the contracted ones."""
    told: list[str] = []
    russian = grammar("ru")
    for word in re.findall(r"[\w]+", _PATRON.sub("", name).lower()):
        prefix = next((p for p in stems(russian, "contracted") if word.startswith(p)), "")
        is_head = bool(prefix) and russian.form([word[len(prefix) :]], 0, "heads") is not None
        if is_head:
            told += ([] if drops else ["государственный"]) + [word[len(prefix) :]]
        elif not (drops and in_family(word, russian, "rank")):
            told.append(word)
    return told
