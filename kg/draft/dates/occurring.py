"""When what a sentence tells occurred: which of its dates is that of a relation."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.draft.dates.date_owners import (
    before_past_perfect,
    behind_semicolon,
    comes_to_be,
    in_speech,
    is_appointing,
    is_aside,
    is_behind,
    is_of_ending,
    is_parted,
    is_told_ahead,
    of_act,
    of_another,
    of_before,
    of_other,
    of_other_clause,
    of_saying,
)
from kg.draft.dates.date_settings import is_dateline
from kg.draft.dates.dated_alike import is_of_event
from kg.draft.dates.told_dates import YEAR, Part, Told
from kg.draft.language.words import Sentence
from kg.draft.relation import Relation
from kg.draft.relations.triggers import Trigger
from kg.facts.dates import PartialDate

_LONG_AHEAD, _BESIDE, _NEAR, _NEAR_SPEECH = 62, 15, 30, 80
_TOLD_AFTER = frozenset({"spokeAt", "participatedIn", "heldIn", "partyTo", "signed", "informed"})
"""What has happened by the day of the article, where it is not planned."""
_HELD = frozenset({"memberOf", "partnerOf", "cooperatesWith", "operates", "coordinates", "worksFor"})
"""States that begin and end."""
_OF_ACCORD = frozenset({"partyTo", "signed", "signedIn", "signedAt"})
_OF_GUESTS, _NAMELESS = ("spokeAt", "participatedIn"), ("described", "occasion")
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
    if relation.predicate in _NEVER or not dates or of_before(relation, sentence):
        return NO_DATE
    dates = [told for told in dates if not told.is_span or relation.predicate == "appliesTo"]
    days = [told.text for told in dates if told.is_day]
    dates = [told for told in dates if not (told.derived and any(day[:-1].startswith(told.text) for day in days))]
    if relation.predicate == "locatedIn":
        dates = [told for told in dates if told.since and 0 <= told.start - relation.object.end < _BESIDE]
    if relation.predicate == "worksFor" and ".construction." in relation.rule:
        relation.is_event = False  # who works there did not begin on the day of the article
    if relation.predicate == "holdsPost" and not relation.is_event:
        return _since(relation, dates, verbs, sentence)
    if relation.predicate in ("founded", "establishedIn", "initiated") and relation.rule.startswith("az."):
        dates = [told for told in dates if not told.since]
    if relation.predicate != "informed":
        dates = [told for told in dates if not told.reported or _is_of_speech(told, relation, sentence)]
    dates = [told for told in dates if not before_past_perfect(told, relation, sentence)]
    dates = [told for told in dates if not in_speech(told, relation, sentence)]
    dates = [told for told in dates if not behind_semicolon(told, relation, sentence)]
    dates = [told for told in dates if told.is_span or not of_another(told, relation, verbs)]
    dates = [
        told
        for told in dates
        if not of_saying(told, relation, sentence)
        and (told.is_span or not (of_other(told, sentence) or of_other_clause(told, relation, verbs, sentence)))
    ]
    ranked = sorted(dates, key=lambda told: _rank(told, relation, published, verbs, sentence))
    if not relation.is_event:
        return _of_state(relation, ranked, published, verbs, sentence)
    of_event = is_of_event(relation.predicate)
    ranked = [told for told in ranked if not (told.since and told.until) or told.is_span]
    if relation.predicate in _OF_GUESTS and relation.object.rule in _NAMELESS:
        ranked = [told for told in ranked if len(told.text) > len("2026")]  # a conference on what was done in 2023
    if relation.predicate in _OF_ACCORD or of_event:
        ranked = [told for told in ranked if not told.since or (of_event and told.is_day)]
    if relation.status != "planned" or of_event:
        ranked = [told for told in ranked if not told.is_limit or (of_event and told.event[0])]
    return _dating(ranked[0], relation, published, verbs, sentence) if ranked else NO_DATE


def _is_of_speech(told: Told, relation: Relation, sentence: Sentence) -> bool:
    """Whether the day of a report is that of the speech of which is told: said at the forum on Friday."""
    if relation.predicate != "spokeAt" or is_dateline(sentence, told.start, told.end):
        return False
    low, high = sorted((told.end, relation.at))
    return high - low < _NEAR_SPEECH and re.search(r"[;:.“”«»\"]|\b(?:that|что)\b", sentence.text[low:high]) is None


def _of_state(
    relation: Relation,
    ranked: Sequence[Told],
    published: PartialDate | None,
    verbs: Sequence[Trigger],
    sentence: Sentence,
) -> Dating:
    """The date since which a state holds, or from which it came to be; else the one until which it held."""
    whole = [told for told in ranked if not is_parted(told, relation, sentence)]
    chosen = [told for told in whole if told.since]
    if not chosen and relation.predicate in _HELD and comes_to_be(relation, sentence):
        chosen = [told for told in whole if not told.is_limit]
    if not chosen and relation.any_date:
        chosen = [*ranked]
    if chosen:
        return _dating(chosen[0], relation, published, verbs, sentence)
    ended = [told for told in whole if told.is_limit] if relation.predicate in _HELD else []
    return Dating("", ended[0].text, ended[0].derived) if ended else NO_DATE


def _rank(
    told: Told, relation: Relation, published: PartialDate | None, verbs: Sequence[Trigger], sentence: Sentence
) -> tuple[bool, bool, bool, int]:
    """How well a date fits a relation, the best least: in its part of the sentence, in its time, near it."""
    ahead = published is not None and PartialDate.parse(told.text).latest > published.latest
    is_last = sentence.grammar.verb_last and relation.status != "planned"  # the date before a verb is its own
    apart = is_parted(told, relation, sentence) or is_aside(told, relation, verbs, sentence)
    return (
        apart or of_act(told, sentence) or (relation.is_event and told.since),
        is_behind(told, relation, verbs, sentence),
        relation.is_event and not told.weekday and ahead != (relation.status == "planned") and not is_last,
        min(abs(told.start - relation.at), abs(told.end - relation.at)),
    )


def _dating(
    told: Told, relation: Relation, published: PartialDate | None, verbs: Sequence[Trigger], sentence: Sentence
) -> Dating:
    """The date by which a relation is dated: that of an event, with all its days."""
    has_event = told.event[0] and told.part is not Part.NUMBERED
    of_event = has_event and (is_of_event(relation.predicate) or is_of_ending(told, relation, sentence))
    from_, until = told.event if of_event else (told.text, told.until)
    years = _years_off(told, relation, published)
    if relation.is_event and is_told_ahead(told, relation, verbs, sentence):
        years = 1 if _is_long_past(told, published) else max(years, 0)
    if years:
        return Dating(_moved(from_, years), _moved(until, years), True)
    ahead = published is not None and PartialDate.parse(told.text).earliest > published.latest
    if ahead and not relation.status and relation.predicate in _TOLD_AFTER and len(told.text) == YEAR:
        return NO_DATE  # the year is that of what was announced there
    if of_event:
        return Dating(from_, until, True)
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


def _is_long_past(told: Told, published: PartialDate | None) -> bool:
    """Whether a day without a year was taken for one that had long gone by when the article was printed."""
    if not told.yearless or published is None:
        return False
    return (published.earliest - PartialDate.parse(told.text).latest).days > _LONG_AHEAD


def _moved(day: str, years: int) -> str:
    return f"{int(day[:YEAR]) + years:04d}{day[YEAR:]}" if day else ""


def _since(relation: Relation, dates: list[Told], verbs: Sequence[Trigger], sentence: Sentence) -> Dating:
    """The date from which somebody holds a post: since which it is so, or on which it was taken."""
    least = _BESIDE if relation.rule.startswith("az.") else _NEAR
    own = [told for told in dates if not _is_for_another(told, relation, verbs, sentence)]
    for told in own:
        near = min(min(abs(told.start - span[1]), abs(span[0] - told.end)) for span in relation.spans)
        if told.since and (near < least or told.until):
            return Dating(told.text, told.until, told.derived)
    taken = [told for told in own if is_appointing(told, relation, verbs, sentence)]
    return Dating(taken[0].text, "", taken[0].derived) if len(taken) == 1 else NO_DATE


def _is_for_another(told: Told, relation: Relation, verbs: Sequence[Trigger], sentence: Sentence) -> bool:
    return of_another(told, relation, verbs) or is_parted(told, relation, sentence)


def _week_later(day: str) -> str:
    """The same day of the week after a day: what is planned for Friday is on the next one."""
    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=7)).isoformat()
    except OverflowError:
        return day
