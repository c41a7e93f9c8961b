"""When what a sentence tells occurred: which of its dates is that of a relation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kg.draft.date_owners import is_aside, is_behind, is_of_ending, is_parted, of_act, of_another, of_saying
from kg.draft.dated_alike import is_of_event
from kg.draft.relation import Relation
from kg.draft.told_dates import YEAR, Part, Told
from kg.draft.triggers import Trigger
from kg.draft.words import Sentence
from kg.facts.dates import PartialDate

_LONG_AHEAD, _BESIDE, _NEAR = 62, 15, 30
_TOLD_AFTER = frozenset({"spokeAt", "participatedIn", "heldIn", "partyTo", "signed", "informed"})
"""What has happened by the day of the article, where it is not planned."""
_OF_ACCORD = frozenset({"partyTo", "signed", "signedIn", "signedAt"})
_NEVER = frozenset({"ofCountry", "belongsTo", "postIn", "represents"})


@dataclass(frozen=True)
class Dating:
    """The date of a relation, whether it is worked out, and whether it is a numbered day of an event."""

    from_: str = ""
    until: str = ""
    derived: bool = False
    is_numbered: bool = False


NO_DATE = Dating()


def dated(
    relation: Relation,
    dates: list[Told],
    verbs: Sequence[Trigger],
    published: PartialDate | None,
    sentence: Sentence,
) -> Dating:
    """The date of a relation: of an event the nearest, of a state only one since which it holds.

    A date that belongs to another verb of the sentence, or to the report, is left out.
    """
    if relation.day:
        return Dating(relation.day, relation.last_day, True)
    if relation.predicate in _NEVER or not dates:
        return NO_DATE
    dates = [told for told in dates if not told.is_span or relation.predicate == "appliesTo"]
    if relation.predicate == "locatedIn":
        dates = [told for told in dates if told.since and 0 <= told.start - relation.object.end < _BESIDE]
    if relation.predicate == "holdsPost" and not relation.is_event:
        return _since(relation, dates, verbs)
    if relation.predicate in ("founded", "establishedIn") and relation.rule.startswith("az."):
        dates = [told for told in dates if not told.since]
    if relation.predicate != "informed":
        dates = [told for told in dates if not told.reported]
    dates = [told for told in dates if told.is_span or not of_another(told, relation, verbs)]
    if relation.predicate in _OF_ACCORD:
        dates = [told for told in dates if not told.is_limit]
    dates = [told for told in dates if not of_saying(told, relation, sentence)]
    ranked = sorted(dates, key=lambda told: _rank(told, relation, verbs, published, sentence))
    chosen = ranked
    if not relation.is_event:
        chosen = [told for told in ranked if told.since and not is_parted(told, relation, sentence)]
    if not chosen and relation.any_date:
        chosen = ranked
    return _dating(chosen[0], relation, published, sentence) if chosen else NO_DATE


def _rank(
    told: Told, relation: Relation, verbs: Sequence[Trigger], published: PartialDate | None, sentence: Sentence
) -> tuple[bool, bool, bool, int]:
    """How well a date fits a relation, the best least: in its part of the sentence, in its time, near it."""
    ahead = published is not None and PartialDate.parse(told.text).latest > published.latest
    return (
        is_parted(told, relation, sentence) or is_aside(told, relation, verbs, sentence) or of_act(told, sentence),
        is_behind(told, relation, verbs, sentence),
        relation.is_event and not told.weekday and ahead != (relation.status == "planned"),
        min(abs(told.start - relation.at), abs(told.end - relation.at)),
    )


def _dating(told: Told, relation: Relation, published: PartialDate | None, sentence: Sentence) -> Dating:
    """The date by which a relation is dated: that of an event, with all its days."""
    years = _years_off(told, relation, published)
    if years:
        return Dating(_moved(told.text, years), _moved(told.until, years), True)
    ahead = published is not None and PartialDate.parse(told.text).earliest > published.latest
    if ahead and not relation.status and relation.predicate in _TOLD_AFTER and len(told.text) == YEAR:
        return NO_DATE  # the year is that of what was announced there
    if (
        told.event[0]
        and told.part is not Part.NUMBERED
        and (is_of_event(relation.predicate) or is_of_ending(told, relation, sentence))
    ):
        return Dating(*told.event, True)
    if told.weekday and relation.status == "planned" and not ahead:
        return Dating(_week_later(told.text), "", True)
    return Dating(told.text, told.until, told.derived, told.part is Part.NUMBERED)


def _years_off(told: Told, relation: Relation, published: PartialDate | None) -> int:
    """By how many years a day without a year lies elsewhere than in the nearest one."""
    if not told.yearless or published is None or told.text.endswith("02-29") or told.until.endswith("02-29"):
        return 0
    date = PartialDate.parse(told.text)
    if relation.status != "planned":  # what has been so was not in a month to come
        return -1 if (date.earliest - published.latest).days > _LONG_AHEAD and date.earliest.year > 1 else 0
    return 1 if date.latest < published.earliest else 0  # and what is planned is not in one gone by


def _moved(day: str, years: int) -> str:
    return f"{int(day[:YEAR]) + years:04d}{day[YEAR:]}" if day else ""


def _since(relation: Relation, dates: list[Told], verbs: Sequence[Trigger]) -> Dating:
    """The date from which somebody holds a post."""
    least = _BESIDE if relation.rule.startswith("az.") else _NEAR
    for told in dates:
        near = min(min(abs(told.start - span[1]), abs(span[0] - told.end)) for span in relation.spans)
        if told.since and near < least and not of_another(told, relation, verbs):
            return Dating(told.text, "", told.derived)
    return NO_DATE


def _week_later(day: str) -> str:
    """The same day of the week after a day: what is planned for Friday is on the next one."""
    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=7)).isoformat()
    except OverflowError:
        return day
