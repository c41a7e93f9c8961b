"""Regions by the word that says that they are ones: Свердловской области."""

from __future__ import annotations

import re

from kg.draft.heads import Owner
from kg.draft.model import Reason
from kg.draft.russian_cases import is_adjective, nominative_adjective
from kg.draft.spans import Mention
from kg.draft.words import Sentence

_REGION = re.compile(r"(област|край|края|крае|краю|район|округ|вилоят|велаят)(?:[ьиюаеуя]|ью|ом|ем|м|ями|ей|ям|ах)?")


def russian_regions(sentence: Sentence, owner: Owner) -> list[Mention]:
    """Regions by the word that says that they are ones: Свердловской области, Республика Татарстан."""
    found = []
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
