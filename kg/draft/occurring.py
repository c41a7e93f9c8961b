"""When things occurred: rows of one event or one signing carry its date, though only one of them tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.draft.dating import Told
from kg.draft.model import Proposal
from kg.draft.relation import Relation
from kg.facts.schema import Schema

_OF_EVENT = {
    **dict.fromkeys(("heldIn", "openingOf", "hasParticipantFrom", "heldWithin"), "subject"),
    **dict.fromkeys(("spokeAt", "participatedIn", "operates"), "object"),
}
_OF_AGREEMENT = {
    **dict.fromkeys(("signedIn", "signedAt", "providesFor", "providesForJoining"), "subject"),
    **dict.fromkeys(("partyTo", "signed"), "object"),
}


def dated_alike(proposals: Sequence[Proposal], classes: Mapping[str, str], schema: Schema) -> list[Proposal]:
    """The proposals, those without a date dated by another row of the same event or agreement.

    Also a plan for it is one in all rows.
    """
    dates: dict[str, tuple[str, str]] = {}
    planned = set()
    for told in sorted(proposals, key=lambda each: (-len(each.from_), each.place.start)):
        key = _occurred(told, classes, schema)
        if key and told.from_:
            dates.setdefault(key, (told.from_, told.dating))
        if key and told.status == "planned" and told.predicate == "heldIn":
            planned.add(key)
    found = []
    for told in proposals:
        key = _occurred(told, classes, schema)
        if key in dates and not told.from_:
            told = replace(told, from_=dates[key][0], dating=dates[key][1])
        if key in planned and not told.status:
            told = replace(told, status="planned")
        found.append(told)
    return found


def _occurred(told: Proposal, classes: Mapping[str, str], schema: Schema) -> str:
    """The event or agreement that a row dates; empty for none."""
    end = _OF_EVENT.get(told.predicate, "")
    if end:
        key: str = getattr(told, end)
        return key if schema.is_a(classes.get(key, ""), "Event") else ""
    end = _OF_AGREEMENT.get(told.predicate, "")
    return str(getattr(told, end)) if end else ""


def dated(relation: Relation, dates: list[Told]) -> tuple[str, str, bool]:
    """The date of a relation: of an event the nearest, of a state only one since which it holds."""
    if relation.day:
        return relation.day, "", True
    if relation.predicate in ("locatedIn", "ofCountry", "belongsTo", "postIn", "represents") or not dates:
        return "", "", False
    if relation.predicate == "holdsPost" and not relation.is_event:
        return "", "", False
    chosen = [told for told in dates if told.since is (not relation.is_event)] if not relation.is_event else dates
    if not chosen and relation.any_date:
        chosen = dates
    if not chosen:
        return "", "", False
    nearest = min(
        chosen, key=lambda told: (min(abs(told.start - relation.at), abs(told.end - relation.at)), told.start)
    )
    return nearest.text, "", nearest.derived
