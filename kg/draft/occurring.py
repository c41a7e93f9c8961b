"""When things occurred: rows of one event or one signing carry its date, though only one of them tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.draft.model import Proposal
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
