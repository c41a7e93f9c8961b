"""Acronyms and surnames that an article tells before or after the whole name: ҚазҰУ, BDU, Министр Мусин."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.draft.names.naming import initials
from kg.draft.spans import Mention
from kg.facts.names.acronyms import spells
from kg.facts.names.tokens import read_name
from kg.facts.schema import Schema

_KAZAKH = re.compile(r"[А-ЯЁӘІҢҒҮҰҚӨҺ][А-Яа-яЁёӘІҢҒҮҰҚӨҺәіңғүұқөһ]{0,3}[А-ЯЁӘІҢҒҮҰҚӨҺ]{1,4}")
_LEAST = 3


def is_kazakh_acronym(mention: Mention) -> bool:
    """Whether a Kazakh name looks like an acronym: ҚазҰУ, ШҚУ."""
    return mention.language == "kk" and _KAZAKH.fullmatch(mention.name) is not None


def spelled_in_kazakh(mention: Mention, things: Iterable[Mention], schema: Schema) -> str | None:
    """The only body of the article whose words an acronym opens: ҚазҰУ, after Қазақ ұлттық университеті."""
    told = {
        m.entity
        for m in things
        if schema.is_a(m.class_name, "Organisation")
        and " " in m.name
        and spells(mention.name, read_name(m.name, "kk"), "kk", "kk") > 0
    }
    return told.pop() if len(told) == 1 else None


def told_short(mention: Mention, things: Iterable[Mention]) -> str | None:
    """The body of which a headline told only the acronym, which then takes the whole name; None for none."""
    if mention.language not in ("az", "kk", "ru") or not mention.head or " " not in mention.name:
        return None
    short = [m for m in things if m.rule == "capitals" and not m.known]
    if mention.language in ("az", "ru"):
        name = mention.name.partition(" имени ")[0]
        return _taken([m for m in short if m.name.isupper() and initials(name, m.name) == len(m.name)], mention)
    short = [m for m in short if is_kazakh_acronym(m) and len(m.name) >= _LEAST]
    short = [m for m in short if spells(m.name, read_name(mention.name, "kk"), "kk", "kk") > 0]
    return _taken([m for m in short if not mention.name.startswith(m.name)], mention)


def _taken(short: Sequence[Mention], mention: Mention) -> str | None:
    """The id of the only acronym, which takes the whole name and its head."""
    if len(short) != 1:
        return None
    short[0].aliases.append(mention.name)
    short[0].head = short[0].head or mention.head
    return short[0].entity


def told_by_surname(mention: Mention, things: Iterable[Mention]) -> str | None:
    """The person of whom a headline told only the surname, who then takes the whole name; None for none."""
    *given, surname = mention.name.split()
    alone = [m for m in things if m.class_name == "Person" and not m.known and m.name == surname] if given else []
    if len(alone) != 1:
        return None
    alone[0].name = mention.name
    return alone[0].entity
