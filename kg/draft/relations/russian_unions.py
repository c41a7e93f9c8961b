"""Russian unions that others join: then they are networks of their members, not bodies that act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.draft.language.families import alternatives, stems
from kg.draft.language.grammar import grammar
from kg.draft.spans import Mention

_ENTERED = (
    r"вош(?:[её]л|ла|ли|ло)|войд[её]т|войдут|вступил\w?|принят\w?|включен\w?|включён|исключ[её]н\w?|входят|входит"
)
"""Verbs behind the union that somebody enters or leaves: в состав ассоциации вошли …"""
_BODIES = ("Organisation", "InternationalOrganisation", "Company")


@cache
def _joined() -> re.Pattern[str]:
    words, sorts = alternatives(grammar("ru"), "joined"), "|".join(stems(grammar("ru"), "union_sort"))
    sort = rf"(?:[а-яё-]+(?:ый|ой|ого|ую|ому|ий|ых|их)\s){{0,3}}({sorts})"
    among = r"(?:состав|числ[оа]|ряды|число\sчленов|состав\sучастников)\s"
    return re.compile(
        rf"(?:{words})\s(?:к\s|ко\s|в\s|во\s)?(?:{among})?{sort}|"
        rf"\b(?:в|во|из)\s(?:{among})?{sort}[^.;:]{{0,80}}?\s(?:{_ENTERED})",
        re.IGNORECASE,
    )


def unions_joined(text: str) -> frozenset[str]:
    """How the words begin by which an article calls what somebody joins or is a member of.

    >>> sorted(unions_joined("Вуз вступил в Ассоциацию школ и стал членом Европейского союза вузов"))
    ['ассоциаци', 'союз']
    """
    return frozenset((match[1] or match[2]).lower() for match in _joined().finditer(text))


def take_unions(mentions: Sequence[Mention], stems: frozenset[str]) -> None:
    """Makes networks of the unions among the mentions."""
    for mention in mentions:
        if mention.language == "ru" and not mention.known and mention.class_name in _BODIES:
            first = mention.head.split(" ")[0].rstrip("*")
            if first and any(first.startswith(stem) for stem in stems):
                mention.class_name = "Network"
