"""Regions by the word that says that they are ones: Свердловской области."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.draft.language.grammar import grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.heads import Owner
from kg.draft.names.russian_cases import is_adjective, nominative_adjective
from kg.draft.spans import Mention

_REGION = re.compile(r"(област|край|края|крае|краю|район|округ|вилоят|велаят)(?:[ьиюаеуя]|ью|ом|ем|м|ями|ей|ям|ах)?")


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


def russian_regions(sentence: Sentence, owner: Owner) -> list[Mention]:
    """Regions by the word that says that they are ones: Свердловской области, Республика Татарстан."""
    found = list(_named(sentence, owner))
    for index, word in enumerate(sentence.words):
        told = _REGION.fullmatch(word.lower)
        if told is None or index == 0 or sentence.gap(index - 1, index) != " ":
            continue
        before = sentence.words[index - 1]
        if not (before.is_capital and is_adjective(before.lower)) or owner(index - 1) is not None:
            continue
        sort = {"област": "область", "кра": "край"}.get(told[1].rstrip("йяею"), told[1])
        name = f"{nominative_adjective(before.text, sort == 'область')} {sort}"
        case = "gen" if word.lower.endswith(("и", "а", "я")) else ""
        found.append(
            Mention(
                before.start, word.end, name, "Region", "ru", "head-region", 0.8, (Reason.BY_HEAD,), case=case,
                head="region",
            )
        )  # fmt: skip
    return found
