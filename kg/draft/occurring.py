"""When things occurred: rows of one event or one signing carry its date, though only one of them tells it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.draft.dating import Told
from kg.draft.model import Proposal
from kg.draft.relation import Relation
from kg.draft.triggers import Trigger
from kg.draft.words import Sentence
from kg.facts.dates import PartialDate
from kg.facts.schema import Schema

_WITH_ANY = frozenset({"hold", "speak", "participate", "inform", "prepare"})
"""Frames whose verbs may share a date with another: a memorandum signed at the forum that was held on …"""
_LONG_AHEAD, _BESIDE, _NEAR, _YEAR = 62, 15, 30, 4
Date = tuple[str, str, str]
"""The first and the last day, and whether they are derived."""
_NO_DATE: Date = ("", "", "")
_SCENIC = frozenset({"OpeningCeremony", "Meeting"})
"""Events that belong to the scene in which they are told."""
_FORESEEN = frozenset({"providesFor", "providesForJoining"})
_TOLD_AFTER = frozenset({"spokeAt", "participatedIn", "heldIn", "partyTo", "signed", "informed"})
"""What has happened by the day of the article, where it is not planned."""
_NEVER = frozenset({"ofCountry", "belongsTo", "postIn", "represents"})
_OF_EVENT = {
    **dict.fromkeys(("heldIn", "openingOf", "hasParticipantFrom", "heldWithin"), "subject"),
    **dict.fromkeys(("spokeAt", "participatedIn", "operates"), "object"),
}
_OF_AGREEMENT = {
    **dict.fromkeys(("signedIn", "signedAt", "providesFor", "providesForJoining"), "subject"),
    **dict.fromkeys(("partyTo", "signed"), "object"),
}


def dated_alike(
    proposals: Sequence[Proposal],
    classes: Mapping[str, str],
    schema: Schema,
    scenes: Mapping[str, Told],
    foreseen: Mapping[str, Told],
) -> list[Proposal]:
    """The proposals, those without a date dated by another row of the same event or agreement.

    Also a plan for it is one in all rows. An agreement without a date has that of the event it was signed at, else
    that of the scene in which it was signed; a center without one, that of its opening ceremony; a planned one, that
    for which another sentence foresees it. `scenes` are the days on which what proposals tell is set, by their keys.
    """
    dates: dict[str, Date] = {}
    planned = set()
    for told in sorted(proposals, key=lambda each: (-len(each.from_), not each.until, each.place.start)):
        key = _occurred(told, classes, schema)
        if key and told.from_:
            dates.setdefault(key, (told.from_, told.until, told.dating))
        if key and told.status == "planned" and told.predicate == "heldIn":
            planned.add(key)
    _set_in(proposals, classes, schema, scenes, dates)
    found = []
    for told in proposals:
        key = _occurred(told, classes, schema)
        if not told.from_:
            from_, until, dating = dates.get(key) or _begun(told, proposals, dates, foreseen)
            told = replace(told, from_=from_, until=until, dating=dating)
        if key in planned and not told.status:
            told = replace(told, status="planned")
        found.append(told)
    return found


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
            dates[key] = scene.text, scene.until, "derived"
    for told in proposals:
        event = dates.get(told.object) if told.predicate == "signedAt" else None
        if event and not event[1] and dates.get(told.subject, _NO_DATE)[2] == "derived":
            dates[told.subject] = event[0], "", "derived"
        elif event and not event[1]:
            dates.setdefault(told.subject, (event[0], "", "derived"))


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


def dated(
    relation: Relation,
    dates: list[Told],
    verbs: Sequence[Trigger] = (),
    published: PartialDate | None = None,
    sentence: Sentence | None = None,
) -> tuple[str, str, bool]:
    """The date of a relation: of an event the nearest, of a state only one since which it holds.

    A date that belongs to another verb of the sentence, or to the report, is left out.
    """
    if relation.day:
        return relation.day, relation.last_day, True
    if relation.predicate in _NEVER or not dates:
        return "", "", False
    dates = [told for told in dates if not told.is_span or relation.predicate == "appliesTo"]
    if relation.predicate == "locatedIn":
        dates = [told for told in dates if told.since and 0 <= told.start - relation.object.end < _BESIDE]
    if relation.predicate == "holdsPost" and not relation.is_event:
        return _since(relation, dates, verbs)
    if relation.predicate in ("founded", "establishedIn") and relation.rule.startswith("az."):
        dates = [told for told in dates if not told.since]
    if relation.predicate != "informed":
        dates = [told for told in dates if not told.reported]
    dates = [told for told in dates if told.is_span or not _of_another(told, relation, verbs)]
    if sentence is not None:
        dates = [told for told in dates if not _of_saying(told, relation, sentence)]
    chosen = dates
    if not relation.is_event:
        chosen = [
            told for told in dates if told.since and (sentence is None or not _is_parted(told, relation, sentence))
        ]
    if not chosen and relation.any_date:
        chosen = dates
    if not chosen:
        return "", "", False
    nearest = min(
        chosen,
        key=lambda told: (
            sentence is not None and _is_parted(told, relation, sentence),
            min(abs(told.start - relation.at), abs(told.end - relation.at)),
            told.start,
        ),
    )
    years = _years_off(nearest, relation, published)
    if years:
        return _moved(nearest.text, years), _moved(nearest.until, years), True
    ahead = published is not None and PartialDate.parse(nearest.text).earliest > published.latest
    if ahead and not relation.status and relation.predicate in _TOLD_AFTER and len(nearest.text) == _YEAR:
        return "", "", False  # the year is that of what was announced there
    if nearest.weekday and relation.status == "planned" and not ahead:
        return _week_later(nearest.text), "", True
    return nearest.text, nearest.until, nearest.derived


def _years_off(told: Told, relation: Relation, published: PartialDate | None) -> int:
    """By how many years a day without a year lies elsewhere than in the nearest one."""
    if not told.yearless or published is None or told.text.endswith("02-29") or told.until.endswith("02-29"):
        return 0
    date = PartialDate.parse(told.text)
    if relation.status != "planned":  # what has been so was not in a month to come
        return -1 if (date.earliest - published.latest).days > _LONG_AHEAD and date.earliest.year > 1 else 0
    return 1 if date.latest < published.earliest else 0  # and what is planned is not in one gone by


def _moved(day: str, years: int) -> str:
    return f"{int(day[:_YEAR]) + years:04d}{day[_YEAR:]}" if day else ""


def _since(relation: Relation, dates: list[Told], verbs: Sequence[Trigger]) -> tuple[str, str, bool]:
    """The date from which somebody holds a post."""
    least = _BESIDE if relation.rule.startswith("az.") else _NEAR
    for told in dates:
        near = min(min(abs(told.start - span[1]), abs(span[0] - told.end)) for span in relation.spans)
        if told.since and near < least and not _of_another(told, relation, verbs):
            return told.text, "", told.derived
    return "", "", False


def _of_another(told: Told, relation: Relation, verbs: Sequence[Trigger]) -> bool:
    """Whether a date tells when something else was: founded under a protocol signed last year."""
    for verb in verbs:
        if verb.frame == "cooperate" and verb.voice == "noun":
            continue
        if verb.frame in _WITH_ANY or verb.voice == "role" or verb.chained or verb.start <= relation.at < verb.end:
            continue
        if verb.frame == "sign" and ".sign." in relation.rule:
            continue  # we signed it on Monday; I signed for the center
        if min(told.end, relation.at) <= verb.start and verb.end <= max(told.start, relation.at):
            return True
    return False


def _is_parted(told: Told, relation: Relation, sentence: Sentence) -> bool:
    """Whether a semicolon stands between a date and what it would date."""
    return ";" in sentence.text[min(told.end, relation.at) : max(told.start, relation.at)]


def _of_saying(told: Told, relation: Relation, sentence: Sentence) -> bool:
    """Whether a date is that of a speech in which something is told: speaking on Monday, she said it was founded."""
    if told.end > relation.at or sentence.grammar.verb_last:
        return False
    first, last = sentence.index_from(told.end), sentence.index_from(relation.at)
    for at in range(first, last):
        if sentence.grammar.reports.at(sentence.lowered, at) is not None:
            word = sentence.words[at]
            return not re.search(r",[^,]*\Z", sentence.text[told.end : word.start]) or (
                "," not in sentence.text[word.end : relation.at]
            )
    return False


def _week_later(day: str) -> str:
    """The same day of the week after a day: what is planned for Friday is on the next one."""
    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=7)).isoformat()
    except OverflowError:
        return day
