"""Adds to a sentence what it leaves unsaid because an earlier one said it: its subject, pronouns, who speaks.

What is meant is added to the mentions of the sentence, with the mark that the pronoun or the verb's ending gives it.
"""

from __future__ import annotations

from kg.draft.posts.speakers import speakers, speaks_for
from kg.draft.reading import ReadSentence
from kg.draft.references.azerbaijani_holders import holders_meant
from kg.draft.references.context import Context
from kg.draft.references.implied import IMPLIED_GROUP, implied
from kg.draft.references.kazakh_holders import meant_by_posts
from kg.draft.references.pronouns import pronouns
from kg.draft.references.subjects import subjects
from kg.draft.references.two_bodies import two_bodies
from kg.draft.references.unsaid import at_event, own_parts


def complete(read: ReadSentence, context: Context) -> None:
    """Adds to a sentence the mentions of what it means without naming it; `context` is what was told before it."""
    context.follow(read)
    _turn_to_main(read, context)
    own_parts(read, context.body_of_guest())
    again = [*holders_meant(read, context.holders), *meant_by_posts(read, context.kazakh_holders)]
    for number, mention in enumerate(again):
        mention.group = IMPLIED_GROUP * 4 + number
    read.mentions = sorted([*read.mentions, *again], key=lambda each: each.start)
    speaking = list(speakers(read, context))
    meant = [*pronouns(read, context), *speaking, *([] if speaking else subjects(read, context))]
    event, schema = context.event, context.schema
    place = at_event(read, event, schema) if event is not None else None
    if place is not None:
        meant += implied(read, event, "within", place, place)
    for number, mention in enumerate(meant):
        if mention.group < 0:
            mention.group = IMPLIED_GROUP + number
    meant += two_bodies(read, context.bodies, schema, IMPLIED_GROUP * 2)
    read.mentions = sorted([*read.mentions, *meant], key=lambda each: each.start)
    told = {
        "home": (speaks_for(read, context) or context.home) if read.sentence.grammar.code == "uz" else None,
        "event": event, "person": context.person, "made": context.made, "run": context.run, "net": context.net,
        "topic": context.entry if context.is_listed else context.topic,
    }  # fmt: skip
    read.unsaid = {name: mention for name, mention in told.items() if mention is not None}


def _turn_to_main(read: ReadSentence, context: Context) -> None:
    """Takes a word for any body that opens a sentence of a fact sheet for what it is about: Qurum …"""
    form = read.sentence.grammar.form(read.sentence.lowered, 0, "references") if read.sentence.words else None
    if not context.is_sheet or context.main is None or form is None or form.entry.name != "any":
        return
    for mention in read.mentions:
        if mention.is_reference and mention.start == read.sentence.words[0].start:
            mention.entity, mention.name, mention.known = context.main.entity, context.main.name, context.main.known
            mention.class_name = context.main.class_name
