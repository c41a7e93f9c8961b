"""Regions by the word that says that they are ones: Свердловской области."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.draft.language.families import in_family
from kg.draft.language.grammar import grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.given_names import is_given
from kg.draft.names.heads import Owner
from kg.draft.names.russian_cases import is_adjective, nominative_adjective
from kg.draft.spans import Mention

_REGION = re.compile(r"(област|край|края|крае|краю|район|округ|вилоят|велаят)(?:[ьиюаеуя]|ью|ом|ем|м|ями|ей|ям|ах)?")
_FULL_NAME = 2
_NO_PLACE = re.compile(r"(?:вич|вна|енко|швили|[дн]зе|ский|ская)\Z")
_SORTS = ("region_sort", "governor_of_city", "governor_of_region")
_IN = frozenset({"в", "во", "городе", "городке", "посёлке", "поселке", "селе"})
_ARTICLES = frozenset({"аль", "ас", "аш", "ан", "эль", "эн", "ар", "ад", "ат", "лас", "лос"})
_ENDING = r"(?:[аеуяию]|ом|ем|ью|ии|ию|ией|ей|ой|ы)?"


@cache
def _regions(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The regions of the table `region`, each with what finds it in any case."""
    told = (entry.words for entry in grammar(code).tables.get("region", ()))
    return tuple((name.title(), re.compile(re.sub(r"[аяеь]\Z", "", name) + _ENDING)) for name in told)


def _named(sentence: Sentence, owner: Owner) -> Iterator[Mention]:
    """Regions that have a name of their own: Татарстана, в Приморье."""
    for index, word in enumerate(sentence.words):
        if not word.is_capital or owner(index) is not None or sentence.gap(index - 1, index) == "-" * (index > 0):
            continue
        name = next((name for name, form in _regions("ru") if form.fullmatch(word.lower)), "")
        if name:
            case = "gen" if word.lower.endswith(("а", "и", "я", "ы")) and word.text != name else ""
            case = "prep" if word.lower.endswith(("е", "ии")) and word.text != name else case
            yield Mention(
                word.start, word.end, name, "Region", "ru", "region", 0.8, (Reason.BY_HEAD,), case=case, head="region"
            )


def _told_by_word(sentence: Sentence, owner: Owner) -> Iterator[Mention]:
    """Regions and towns by the word before them: штата Огайо, губернатор Северной Каролины, мэр Детройта."""
    grammar, words = sentence.grammar, sentence.words
    for index, word in enumerate(words[:-1]):
        if not word.text.islower() and index:
            continue
        sort = next((name for name in _SORTS if in_family(word.lower, grammar, name)), "")
        if sort == "region_sort" and (_is_complete(sentence, index) or _person_may_follow(sentence, index, owner)):
            continue
        last = _end_of_place(sentence, index + 1, owner) if sort else None
        if last is None:
            continue
        text = sentence.text[words[index + 1].start : words[last].end]
        governed = sort != "region_sort"
        if governed and not _holder_follows(sentence, last):
            continue  # губернатор Лунин
        kind = "City" if sort == "governor_of_city" else "Region"
        base = nominative_of_place(words[last].text) if governed and last == index + 1 else text
        yield Mention(
            words[index + 1].start, words[last].end, base, kind, "ru", "place-by-word", 0.65, (Reason.BY_HEAD,),
            case="gen" if governed else "prep" if word.lower.endswith("е") else "", head=kind.lower(),
        )  # fmt: skip


def _is_complete(sentence: Sentence, at: int) -> bool:
    """Whether an adjective before a word for a region tells which: Свердловской области Олег Лунин."""
    return at > 0 and sentence.words[at - 1].is_capital and is_adjective(sentence.lowered[at - 1])


def _person_may_follow(sentence: Sentence, at: int, owner: Owner) -> bool:
    """Whether two capital words after a word for a region are rather somebody's name: губернатор области Олег Лунин."""
    words, end = sentence.words, at + 1
    while end < len(words) and words[end].is_capital and owner(end) is None and sentence.gap(end - 1, end) == " ":
        end += 1
    return end - at - 1 == _FULL_NAME and not is_adjective(words[at + 1].lower)


def _end_of_place(sentence: Sentence, first: int, owner: Owner) -> int | None:
    """The last word of a place that begins at `first`: one capital word with what describes it, or with a hyphen."""
    words = sentence.words
    at = first
    while at < len(words) and sentence.gap(at - 1, at) in (" ", "-"):
        word = words[at]
        plain = re.fullmatch(r"[А-ЯЁ][а-яё]{2,}", word.text) and owner(at) is None
        if not plain or is_given(word.lower, sentence.grammar) or _NO_PLACE.search(word.lower):
            return None
        hyphen = at + 1 < len(words) and sentence.gap(at, at + 1) == "-" and words[at + 1].is_capital
        if not hyphen and not is_adjective(word.lower):
            return at
        at += 1
    return None


def _holder_follows(sentence: Sentence, last: int) -> bool:
    """Whether a name in the genitive ends at a word, and another capital word follows: мэра Детройта Майка Дуггана."""
    words = sentence.words
    genitive = words[last].text[-1] in "аяыи" and last + 1 < len(words)
    return genitive and words[last + 1].is_capital and sentence.gap(last, last + 1) == " "


def nominative_of_place(text: str) -> str:
    """The nominative of a place that stands in the genitive.

    >>> [nominative_of_place(word) for word in ("Детройта", "Калифорнии", "Тюмени", "Тулы")]
    ['Детройт', 'Калифорния', 'Тюмень', 'Тула']
    """
    for ending, base in (("ии", "ия"), ("ни", "нь"), ("ри", "рь"), ("ы", "а"), ("ги", "га"), ("ки", "ка")):
        if text.endswith(ending):
            return text.removesuffix(ending) + base
    return text[:-1] if re.search(r"[бвгджзклмнпрстфхцчш]а\Z", text) else text


def _half_before(sentence: Sentence, at: int) -> str:
    """What a capital adjective has before its hyphen: Северо-Луженской области, Ханты-Лужского округа."""
    if at == 0 or sentence.gap(at - 1, at) != "-" or not sentence.words[at - 1].is_capital:
        return ""
    return sentence.text[sentence.words[at - 1].start : sentence.words[at].start]


def _hyphened_towns(sentence: Sentence, owner: Owner) -> Iterator[Mention]:
    """Towns with a hyphen, by the preposition and their case: в Тала-Лунке, в городе Усть-Лужске."""
    words = sentence.words
    for at in range(1, len(words) - 1):
        if sentence.gap(at, at + 1) != "-" or sentence.lowered[at - 1] not in _IN or sentence.gap(at - 1, at) != " ":
            continue
        first, last = words[at], words[at + 1]
        plain = all(re.fullmatch(r"[А-ЯЁ][а-яё]{2,}", word.text) for word in (first, last))
        if not plain or owner(at) is not None or owner(at + 1) is not None or first.lower in _ARTICLES:
            continue
        follows = at + 2 < len(words) and words[at + 2].text.islower() and sentence.gap(at + 1, at + 2) == " "
        if not last.lower.endswith(("е", "и")) or (is_adjective(last.lower) and follows):
            continue
        name = sentence.text[first.start : last.end].removesuffix("е")
        yield Mention(
            first.start, last.end, name, "City", "ru", "place-by-case", 0.65, (Reason.BY_CASE,), case="prep",
            head="city",
        )  # fmt: skip


def russian_regions(sentence: Sentence, owner: Owner) -> list[Mention]:
    """Regions by the word that says that they are ones: Свердловской области, Республика Татарстан."""
    found = list(_named(sentence, owner))
    found += _hyphened_towns(sentence, owner)
    found += [m for m in _told_by_word(sentence, owner) if not any(m.overlaps(o.start, o.end) for o in found)]
    for index, word in enumerate(sentence.words):
        told = _REGION.fullmatch(word.lower)
        if told is None or index == 0 or sentence.gap(index - 1, index) != " ":
            continue
        before = sentence.words[index - 1]
        if not (before.is_capital and is_adjective(before.lower)) or owner(index - 1) is not None:
            continue
        half = _half_before(sentence, index - 1)
        sort = {"област": "область", "кра": "край"}.get(told[1].rstrip("йяею"), told[1])
        name = f"{half}{nominative_adjective(before.text, sort == 'область')} {sort}"
        case = "gen" if word.lower.endswith(("и", "а", "я")) else ""
        found.append(
            Mention(
                before.start - len(half), word.end, name, "Region", "ru", "head-region", 0.8, (Reason.BY_HEAD,),
                case=case, head="region",
            )
        )  # fmt: skip
    return found
