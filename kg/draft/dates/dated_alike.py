"""Rows of one event or one signing carry its date, though only one of them tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from kg.draft.dates.told_dates import DAY, YEAR, Told
from kg.draft.model import Proposal
from kg.facts.schema import Schema

Date = tuple[str, str, str]
"""The first and the last day, and whether they are derived."""
_NO_DATE: Date = ("", "", "")
_SCENIC = frozenset({"OpeningCeremony", "Meeting"})
"""Events that belong to the scene in which they are told."""
_FORESEEN = frozenset({"providesFor", "providesForJoining"})
_OF_EVENT = {
    **dict.fromkeys(("heldIn", "openingOf", "hasParticipantFrom", "heldWithin"), "subject"),
    **dict.fromkeys(("spokeAt", "participatedIn", "operates"), "object"),
}
_HOLDING = ("heldIn", "operates", "hasParticipantFrom")
_OF_AGREEMENT = {
    **dict.fromkeys(("signedIn", "signedAt", "providesFor", "providesForJoining"), "subject"),
    **dict.fromkeys(("partyTo", "signed"), "object"),
}


@dataclass(frozen=True)
class Days:
    """The days that the sentences of an article tell."""

    events: Mapping[str, tuple[str, str]]
    """The first and the last one of events that last some days, by their ids."""
    ends: Mapping[str, str]
    """The last one of events of which no first one is told, by their ids."""
    held: Mapping[str, tuple[str, str]]
    """Those on which events are said to be held, by which they are dated where no row is."""
    scenes: Mapping[str, Told]
    """Those on which what proposals tell is set, by their keys."""
    foreseen: Mapping[str, Told]
    """When things are to open, by their ids."""
    of_one_day: Set[str]
    """The keys of proposals of what was on one day of an event, told by its number."""


def dated_alike(
    proposals: Sequence[Proposal], classes: Mapping[str, str], schema: Schema, days: Days
) -> list[Proposal]:
    """The proposals, those without a date dated by another row of the same event or agreement.

    Also a plan for it is one in all rows. An agreement without a date has that of the event it was signed at, else
    that of the scene in which it was signed; a center without one, that of its opening ceremony; a planned one, that
    for which another sentence foresees it. An event of several days has them all in each row but those of one day.
    """
    proposals = _without_plans_for_what_was(proposals, classes, schema)
    events = _in_their_years(days.events, proposals, classes, schema)
    dates: dict[str, Date] = {key: (*event, "derived") for key, event in events.items()}
    planned = set()
    for told in sorted(proposals, key=lambda each: (-len(each.from_), not each.until, each.place.start)):
        key = _occurred(told, classes, schema)
        is_one_day = told.key in days.of_one_day and is_of_event(told.predicate)
        if key and told.from_ and not is_one_day:
            dates.setdefault(key, (told.from_, told.until, told.dating))
        if key and told.status == "planned" and told.predicate == "heldIn":
            planned.add(key)
    for event, held in days.held.items():
        dates.setdefault(event, (*held, "derived"))
    for event, last in days.ends.items():
        first, until, _ = dates.get(event, _NO_DATE)
        if not until and len(first) == DAY and first < last:  # was opened on Monday, lasts until Friday
            events[event] = first, last
            dates[event] = first, last, "derived"
    _set_in(proposals, classes, schema, days.scenes, dates)
    found = []
    for told in proposals:
        key = _occurred(told, classes, schema)
        known = dates.get(key, _NO_DATE)
        if not (told.from_ or told.until) or (told.from_ < known[0] and known[0].startswith(told.from_)):
            from_, until, dating = dates.get(key) or _begun(told, proposals, dates, days.foreseen)
            told = replace(told, from_=from_, until=until, dating=dating)
        elif key in events and told.key not in days.of_one_day and told.from_ in events[key]:
            first, last = events[key]
            told = replace(told, from_=first, until=last, dating="derived")
        if key in planned and not told.status:
            told = replace(told, status="planned")
        found.append(told)
    return found


def _without_plans_for_what_was(
    proposals: Sequence[Proposal], classes: Mapping[str, str], schema: Schema
) -> list[Proposal]:
    """The proposals but for plans to hold a gathering at which somebody was told before to have spoken."""
    spoken: dict[str, int] = {}
    for told in proposals:
        if told.predicate == "spokeAt" and not told.status:
            key = _occurred(told, classes, schema)
            spoken[key] = min(told.place.start, spoken.get(key, told.place.start))
    return [
        told
        for told in proposals
        if told.status != "planned"
        or told.predicate not in _HOLDING
        or spoken.get(_occurred(told, classes, schema), told.place.start) >= told.place.start
    ]


def _in_their_years(
    events: Mapping[str, tuple[str, str]], proposals: Sequence[Proposal], classes: Mapping[str, str], schema: Schema
) -> dict[str, tuple[str, str]]:
    """The days of events, in the year that a row gives to one of them: in June, October may be last year's."""
    found = dict(events)
    for told in proposals:
        first, last = found.get(_occurred(told, classes, schema), ("", ""))
        moved = first and told.from_[YEAR:] == first[YEAR:] and told.until[YEAR:] == last[YEAR:]
        if moved and told.from_[:YEAR] != first[:YEAR] and first[:YEAR] == last[:YEAR]:
            found[_occurred(told, classes, schema)] = told.from_, told.until
    return found


def is_of_event(predicate: str) -> bool:
    """Whether rows of a predicate have the days of an event: heldIn, spokeAt."""
    return predicate in _OF_EVENT


def _set_in(
    proposals: Sequence[Proposal],
    classes: Mapping[str, str],
    schema: Schema,
    scenes: Mapping[str, Told],
    dates: dict[str, Date],
) -> None:
    """Gives a date to events and agreements that no row of theirs dates."""
    for told in proposals:
        key = _occurred(told, classes, schema)
        scene = scenes.get(told.key)
        is_scenic = told.predicate in _OF_AGREEMENT or classes.get(key) in _SCENIC
        if key and key not in dates and scene is not None and is_scenic and told.predicate not in _FORESEEN:
            dates[key] = *scene.days, "derived"
    for told in proposals:
        event = dates.get(told.object) if told.predicate == "signedAt" else None
        if event and event[1]:
            continue  # on one of several days: which, nobody says
        if event and (told.subject not in dates or (dates[told.subject][2] == "derived" and not told.from_)):
            dates[told.subject] = event[0], event[1], "derived"


def _begun(
    told: Proposal, proposals: Sequence[Proposal], dates: Mapping[str, Date], foreseen: Mapping[str, Told]
) -> Date:
    """The date of an establishment, by that of the opening ceremony, or by the card that says when and where."""
    made = {"establishedIn": told.subject, "founded": told.object}.get(told.predicate, "")
    if made in foreseen and told.status == "planned":
        return foreseen[made].text, "", "derived"
    for each in proposals:
        if told.predicate == "establishedIn" and each.predicate == "openingOf" and each.object == told.subject:
            return (*dates.get(each.subject, _NO_DATE)[:2], "derived") if each.subject in dates else _NO_DATE
        is_card = ".sheet." in told.rule or ".card." in told.rule
        is_told = each.predicate == "establishedIn" and each.from_ and ".sheet." in each.rule
        if told.predicate == "founded" and is_card and is_told and each.subject == told.object:
            return each.from_, "", each.dating
    return _NO_DATE


def _occurred(told: Proposal, classes: Mapping[str, str], schema: Schema) -> str:
    """The event or agreement that a row dates; empty for none."""
    end = _OF_EVENT.get(told.predicate, "")
    if end:
        key: str = getattr(told, end)
        return key if schema.is_a(classes.get(key, ""), "Event") else ""
    end = _OF_AGREEMENT.get(told.predicate, "")
    return str(getattr(told, end)) if end else ""
