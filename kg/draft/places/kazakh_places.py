"""What Kazakh names of places say beside others: Тәжікстанда, Душанбе қаласында; ҚР Ұлттық академиясы."""

from __future__ import annotations

from collections.abc import Iterator

from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation, told_by_case
from kg.facts.schema import Schema

_IN = ("loc", "in")


def beside_places(read: ReadSentence, at: int, schema: Schema) -> Iterator[Relation]:
    """The country of the town or body at a place of the mentions, by the country that stands right before it."""
    before, mention = read.mentions[at - 1] if at else None, read.mentions[at]
    if read.sentence.grammar.code != "kk" or before is None or before.class_name != "Country":
        return
    gap, text = read.sentence.text[before.end : mention.start], read.sentence.text[before.start : before.end]
    if mention.class_name == "City" and before.mark in _IN and mention.mark in _IN and gap.strip() in (",", ", "):
        yield told_by_case(mention, "locatedIn", before, 0.75, "kk.town-in-country")
    if mention.class_name == "City" and gap == " " and text.endswith("Республикасы"):
        yield told_by_case(mention, "locatedIn", before, 0.75, "kk.town-in-country")
    own = schema.is_a(mention.class_name, "Organisation") and mention.class_name != "InternationalOrganisation"
    if own and gap == " " and text.isupper() and before.mark in ("nom", "of") and mention.owner is None:
        before.inner = True
        yield told_by_case(mention, "ofCountry", before, 0.8, "kk.country-before")
