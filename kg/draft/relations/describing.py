"""What names say of one another: whose, where, of which country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import grammar, grammar_of
from kg.draft.names.known import KnownThings
from kg.draft.names.people import is_title
from kg.draft.names.place_adjectives import told_by_adjective
from kg.draft.places.body_countries import country_of
from kg.draft.places.english_lists import countries_of_lists
from kg.draft.places.english_places import told_by_phrases
from kg.draft.places.kazakh_places import beside_places
from kg.draft.places.whereabouts import held_in, in_country, origin_of, seat_of, stands_in
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation, told_by_case
from kg.draft.relations.english_own import own_bodies
from kg.draft.relations.subordination import body_above, named_body_above, subordinate
from kg.draft.sorts import INITIATIVES
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_POSSESSED = re.compile(r" [a-zəöüşçğı]{2,}?s?[ıiuü](?:n\w{0,4})?\b")
NEVER_OPENED = ("InternationalOrganisation", "GovernmentBody", "NewsAgency", "Person")
"""What no ceremony opens: such a name beside one says whose the thing is that is opened."""


def described(read: ReadSentence, schema: Schema, known: KnownThings) -> Iterator[Relation]:
    """What names say of one another: the Center of the Union in China, the ministry's agency."""
    mentions = read.mentions
    if read.sentence.grammar.code == "en":
        yield from told_by_phrases(read, schema, known)
        yield from countries_of_lists(read, schema, known)
        yield from own_bodies(read, schema)
    branches = {id(m.owner): m for m in mentions if m.rule == "branch"}
    for at, mention in enumerate(mentions):
        if id(mention) in branches and mention.place is not None:  # Nukusdagi IT Park filiali: the branch is there
            branch = branches[id(mention)]
            branch.place, mention.place = branch.place or mention.place, None
        yield from _by_owner_and_place(read, mention, schema)
        yield from beside_places(read, at, schema)
        if schema.is_a(mention.class_name, "Event"):
            yield from _of_event(read, at)
        if read.sentence.grammar.code in ("az", "tr") and mention.class_name == "Person":
            yield from _from_body(read, at, schema)
        yield from in_country(read, at)
        if mention.mark == "under":
            yield from subordinate(read, at, schema)
        if schema.is_a(mention.class_name, "Organisation") and not mention.is_reference:
            yield from country_of(read, at, known)
            yield from told_by_adjective(read, mention, known)
            yield from seat_of(read, at)
            yield from origin_of(read, at)
            yield from stands_in(read, at)


def _by_owner_and_place(read: ReadSentence, mention: Mention, schema: Schema) -> Iterator[Relation]:
    """Whose a thing is and where, by the names that go with its own."""
    code = read.sentence.grammar.code
    if mention.owner is not None and mention.mark != "adj":
        predicate = _of_owner(mention, mention.owner, schema)
        if predicate == "ofCountry" and _only_modifies(read, mention):
            predicate = ""
        if predicate:
            sure = 0.8 if predicate != "belongsTo" else 0.6
            yield told_by_case(mention, predicate, mention.owner, sure, f"{code}.possessor")
    if (
        mention.place is not None
        and not (code == "kk" and mention.class_name == "InternationalOrganisation")
        and mention.rule != "described"
        and (schema.is_a(mention.class_name, "Organisation") or mention.class_name in ("IndustrialPark", "Place"))
    ):
        origin = mention.place.rule == "place-of-origin" and mention.place.class_name == "Country"
        predicate = "ofCountry" if origin else "locatedIn"
        yield told_by_case(mention, predicate, mention.place, 0.8, f"{code}.place-of")


def _only_modifies(read: ReadSentence, mention: Mention) -> bool:
    """Whether a single word with a capital is a part of what an Azerbaijani noun names: ABŞ-ın Aya enişi."""
    alone = mention.rule == "capitals" and not mention.known and " " not in mention.name
    if not alone or mention.language != "az" or mention.name.isupper():
        return False
    return _POSSESSED.match(read.sentence.text, mention.end) is not None


def _of_event(read: ReadSentence, at: int) -> Iterator[Relation]:
    """Where an event is held: in the city that goes with its name or its owner's, or that stands beside it."""
    mention, code = read.mentions[at], read.sentence.grammar.code
    place = mention.place or (mention.owner.place if mention.owner is not None else None)
    if place is not None and place.class_name == "City":
        yield replace(told_by_case(mention, "heldIn", place, 0.75, f"{code}.event-in-place"), is_event=True)
    if code in ("en", "ru"):
        yield from held_in(read, at)


def _from_body(read: ReadSentence, at: int, schema: Schema) -> Iterator[Relation]:
    """The body in the ablative before a person (az, tr), with nothing but titles between: X'ten Dr. P."""
    body, person = read.mentions[at - 1] if at else None, read.mentions[at]
    if body is None or body.mark != "abl" or not schema.is_a(body.class_name, "Organisation"):
        return
    between = range(read.sentence.index_from(body.end), read.sentence.index_from(person.start))
    if all(is_title(read.sentence, n) for n in between):
        yield told_by_case(person, "worksFor", body, 0.75, f"{read.sentence.grammar.code}.from-body")


def _of_owner(mention: Mention, owner: Mention, schema: Schema) -> str:
    name = mention.class_name
    if mention.rule == "branch":
        return "belongsTo"
    if (
        mention.language == "az" and not owner.case and owner.rule.startswith("head-") and mention.rule != "part"
    ):  # X Nazirliyi Y Mərkəzi
        body = owner.head == "nazirlik" and schema.is_a(name, "Organisation")
        return "subordinateTo" if body else ""
    if name == "OpeningCeremony":
        return "openingOf" if owner.class_name not in ("Country", *NEVER_OPENED) else ""
    if owner.class_name == "Country":
        if name in ("City", "Region", "IndustrialPark"):
            return "locatedIn"
        return "ofCountry" if schema.is_a(name, "Organisation") or name in INITIATIVES else ""
    if owner.class_name == "City" and schema.is_a(name, "Organisation"):
        return "locatedIn"
    if mention.language == "kk" and schema.is_a(name, "Event") and owner.class_name != "InternationalOrganisation":
        sits = in_family(mention.head.split(" ")[-1], grammar("kk"), "session")  # not: технопарктің ашық есік күні
        return "belongsTo" if sits and schema.is_a(owner.class_name, "Organisation") else ""
    if mention.language == "az" and schema.is_a(name, "Event") and mention.rule in ("described", "occasion"):
        return ""  # universitetin yubiley tədbiri
    if schema.is_a(name, "Event") and owner.class_name not in ("Company", *INITIATIVES):
        return "belongsTo" if schema.is_a(owner.class_name, "Organisation") else ""
    if schema.is_a(name, "Event"):
        return "belongsTo"
    if mention.language == "kk" and (above := body_above(mention, owner, schema)):
        return above
    if mention.language in ("en", "ru", "tr", "uz") and (above := named_body_above(mention, owner, schema)):
        return above
    of_body = name.endswith("Center") or name in INITIATIVES or _is_branch(mention)
    is_school = mention.language == "az" and name == "ResearchOrganisation"  # SOCAR-ın Ali Neft Məktəbi
    of_body = of_body or (is_school and owner.class_name != "ResearchOrganisation")
    if (schema.is_a(owner.class_name, "Organisation") or owner.class_name == "IndustrialPark") and of_body:
        return "belongsTo"
    return ""


def _is_branch(mention: Mention) -> bool:
    """Whether a head is of what is a part of the body that owns it: filial, филиал."""
    return mention.head.split(" ")[-1].rstrip("*") in stems(grammar_of(mention.language, mention.head), "branch")
