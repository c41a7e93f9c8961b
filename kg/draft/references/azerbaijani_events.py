"""Which event a bare Azerbaijani word for a gathering means: Mərasimdə, after an opening."""

from __future__ import annotations

from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention


def turn_to_event(read: ReadSentence, start: int, event: Mention) -> None:
    """Takes a bare word for a gathering for the event told before it, unless both have heads of their own."""
    own = next((m for m in read.mentions if m.start == start and m.kind == "gathered"), None)
    if own is None or " " in own.name or event.entity == own.entity or event.sentence >= own.sentence:
        return
    heads = [m.head.replace("-", " ").split()[-1:] for m in (own, event)]
    general = any(in_family(head[0], read.sentence.grammar, "any_gathering") for head in heads if head)
    if heads[0] == heads[1] or general:
        own.entity, own.name, own.class_name, own.known = event.entity, event.name, event.class_name, event.known
        own.is_reference, own.kind, own.rule = True, "", "reference"


def only_spoken_of(read: ReadSentence, events: Sequence[Mention]) -> bool:
    """Whether somebody only speaks of events, at none of which the next sentence is: sərginin önəmindən danışıb."""
    if read.sentence.grammar.code != "az" or any(m.mark not in ("gen", "abl", "about") for m in events):
        return False
    told = {entry.name for _, entry in read.sentence.triggers.values()}
    held, speaks = not told.isdisjoint(("hold", "organise", "open", "host")), "speak" in told
    return speaks and not held and any(m.class_name == "Person" and m.mark == "nom" for m in read.mentions)


def opens_in(read: ReadSentence, topic: Mention | None) -> bool:
    """Whether an Azerbaijani sentence only says that something was opened there: parkda … zavodunun açılışında."""
    there = (m for m in read.mentions if topic is not None and m.entity == topic.entity)
    return read.sentence.grammar.code == "az" and any(m.mark in ("loc", "in") for m in there)
