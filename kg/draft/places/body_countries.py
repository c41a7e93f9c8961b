"""The country of a body by its name or by what stands beside it: in brackets, in an apposition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.model import Reason
from kg.draft.names.known import KnownThings
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation, told_by_case
from kg.draft.spans import Mention
from kg.facts.names.folding import fold

_OF_COUNTRY = re.compile(r"(?:[\w&.'’-]+ ){2,}of (?:the )?(?:Republic of |Kingdom of )?(?P<country>[A-Z][\w .'’-]+)")
_WHERE = ("дағы", "дегі", "тағы", "тегі")


def country_of(read: ReadSentence, at: int, known: KnownThings) -> Iterator[Relation]:
    """The country of a body: in brackets after it, in an apposition, or in the name of a ministry."""
    code, mentions = read.sentence.grammar.code, read.mentions
    mention, text = mentions[at], read.sentence.text
    after = mentions[at + 1] if at + 1 < len(mentions) else None
    if after is not None and after.class_name == "Country":
        gap = text[mention.end : after.start]
        closed = text[after.end : after.end + 1]
        if (gap.strip(' »”"') == "(" and closed in "),") or (
            _is_apposition(gap) and after.mark in ("from", "nom", "of")
        ):
            after.inner = True
            yield told_by_case(mention, "ofCountry", after, 0.8, f"{code}.country-beside")
    of_name = code == "kk" or (code == "en" and mention.rule == "head-embassy")
    if of_name and mention.class_name == "GovernmentBody" and not mention.known and mention.owner is None:
        yield from _country_named(mention, known)
    if code == "en" and mention.class_name != "GovernmentBody" and not mention.known and mention.owner is None:
        yield from _country_at_end(mention, known)
    own = known.country_of.get(mention.entity, "")
    if mention.class_name == "GovernmentBody" and mention.known and own:
        named = [m for m in mentions if m.entity == own and (m.inner or m is mention.owner)]
        country = next(iter(named), None)
        if country is None and known.names_country(mention, own):
            country = Mention(
                mention.start, mention.end, own, "Country", code, "place-name", 0.9, (Reason.BY_PLACE_NAMES,),
                entity=own, known=True,
            )  # fmt: skip
        if country is not None:
            yield told_by_case(mention, "ofCountry", country, 0.8, f"{code}.country-in-name")


def _country_named(mention: Mention, known: KnownThings) -> Iterator[Relation]:
    """The country that the name of a body of government opens with: Қазақстан Үкіметі, U.S. Embassy."""
    words = mention.name.split()
    words = words[1:] if words[0].endswith(_WHERE) else words  # Қазақстандағы Германия елшілігі
    for length in (2, 1):
        place = known.place_names.get(fold(" ".join(words[:length])))
        if place is not None and place.class_name == "Country" and len(words) > length:
            told = Mention(
                mention.start, mention.end, words[0], "Country", mention.language, "place-name", 0.9,
                (Reason.BY_PLACE_NAMES,), entity=place.id, known=place.id in known.entities, sentence=mention.sentence,
            )  # fmt: skip
            yield told_by_case(mention, "ofCountry", told, 0.8, f"{mention.language}.country-in-name")
            return


def _country_at_end(mention: Mention, known: KnownThings) -> Iterator[Relation]:
    """The country that an English name of three words and more ends with: Harbour Technology Park of Norway."""
    of = _OF_COUNTRY.fullmatch(mention.name)
    place = known.place_names.get(fold(of["country"])) if of is not None else None
    if of is None or place is None or place.class_name != "Country":
        return
    told = Mention(
        mention.start, mention.end, of["country"], "Country", "en", "place-name", 0.9, (Reason.BY_PLACE_NAMES,),
        entity=place.id, known=place.id in known.entities, sentence=mention.sentence,
    )  # fmt: skip
    yield told_by_case(mention, "ofCountry", told, 0.8, "en.country-in-name")


def _is_apposition(gap: str) -> bool:
    """Whether what is between says what a body is, and where from: X, a research organisation from …"""
    return bool(re.fullmatch(r",? an? [\w -]{3,40} (?:from|of|in) ", gap))
