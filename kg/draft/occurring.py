"""When things occurred: rows of one event or one signing carry its date, though only one of them tells it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.draft.dating import Told
from kg.draft.model import Proposal
from kg.draft.relation import Relation
from kg.draft.triggers import Trigger
from kg.facts.dates import PartialDate
from kg.facts.schema import Schema

_WITH_ANY = frozenset({"hold", "speak", "participate", "inform", "prepare"})
"""Frames whose verbs may share a date with another: a memorandum signed at the forum that was held on …"""
_LONG_AHEAD, _BESIDE = 62, 15
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
    dates: dict[str, tuple[str, str, str]] = {}
    planned = set()
    for told in sorted(proposals, key=lambda each: (-len(each.from_), each.place.start)):
        key = _occurred(told, classes, schema)
        if key and told.from_:
            dates.setdefault(key, (told.from_, told.until, told.dating))
        if key and told.status == "planned" and told.predicate == "heldIn":
            planned.add(key)
    found = []
    for told in proposals:
        key = _occurred(told, classes, schema)
        if key in dates and not told.from_:
            from_, until, dating = dates[key]
            told = replace(told, from_=from_, until=until, dating=dating)
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


def dated(
    relation: Relation, dates: list[Told], verbs: Sequence[Trigger] = (), published: PartialDate | None = None
) -> tuple[str, str, bool]:
    """The date of a relation: of an event the nearest, of a state only one since which it holds.

    A date that belongs to another verb of the sentence, or to the report, is left out.
    """
    if relation.day:
        return relation.day, relation.last_day, True
    if relation.predicate in ("locatedIn", "ofCountry", "belongsTo", "postIn", "represents") or not dates:
        return "", "", False
    if relation.predicate == "holdsPost" and not relation.is_event:
        since = [d for d in dates if d.since and min(abs(d.start - span[1]) for span in relation.spans) < _BESIDE]
        told = since[0] if since and relation.rule.startswith("az.") else None
        return (told.text, "", told.derived) if told is not None else ("", "", False)
    if relation.predicate in ("founded", "establishedIn") and relation.rule.startswith("az."):
        dates = [told for told in dates if not told.since]
    if relation.predicate != "informed":
        dates = [told for told in dates if not told.reported]
    dates = [told for told in dates if not _of_another(told, relation, verbs)]
    chosen = [told for told in dates if told.since is (not relation.is_event)] if not relation.is_event else dates
    if not chosen and relation.any_date:
        chosen = dates
    if not chosen:
        return "", "", False
    if relation.rule.startswith("tr."):  # the verb stands last: when stands before it
        chosen = [told for told in chosen if told.end <= relation.at] or chosen
    nearest = min(
        chosen, key=lambda told: (min(abs(told.start - relation.at), abs(told.end - relation.at)), told.start)
    )
    if nearest.yearless and relation.status != "planned" and published is not None:
        day = PartialDate.parse(nearest.text).earliest
        if (day - published.latest).days > _LONG_AHEAD:  # what has been so was not in a month to come
            before = f"{day.year - 1:04d}"
            return before + nearest.text[4:], before + nearest.until[4:] if nearest.until else "", True
    ahead = published is not None and PartialDate.parse(nearest.text).earliest > published.latest
    if nearest.weekday and relation.status == "planned" and not ahead:
        return _week_later(nearest.text), "", True
    return nearest.text, nearest.until, nearest.derived


def _of_another(told: Told, relation: Relation, verbs: Sequence[Trigger]) -> bool:
    """Whether a date tells when something else was: founded under a protocol signed last year."""
    for verb in verbs:
        if verb.frame == "cooperate" and verb.voice == "noun":
            continue
        if verb.frame in _WITH_ANY or verb.voice == "role" or verb.chained or verb.start <= relation.at < verb.end:
            continue
        if min(told.end, relation.at) <= verb.start and verb.end <= max(told.start, relation.at):
            return True
    return False


def _week_later(day: str) -> str:
    """The same day of the week after a day: what is planned for Friday is on the next one."""
    return (dt.date.fromisoformat(day) + dt.timedelta(days=7)).isoformat()
