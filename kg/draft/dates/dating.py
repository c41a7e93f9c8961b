"""The dates that a sentence tells, absolute or relative to the day on which its article was published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.draft.dates.date_settings import is_dateline, is_limit, is_of_agency, is_of_report, is_since
from kg.draft.dates.event_days import with_events
from kg.draft.dates.joined_dates import joined
from kg.draft.dates.month_dates import Found, month_dates, year_dates, year_spans
from kg.draft.dates.month_ranges import month_ranges
from kg.draft.dates.ranges import DayRange, day_ranges
from kg.draft.dates.reckoning import reckoned_dates
from kg.draft.dates.relative_dates import relative_dates
from kg.draft.dates.told_dates import DAY, NOTHING, Before, Told
from kg.draft.language.words import Sentence
from kg.facts.dates import PartialDate
from kg.facts.texts.printed_dates import dates_in


def dates_told(sentence: Sentence, published: PartialDate | None, before: Before = NOTHING) -> list[Told]:
    """The dates of a sentence in order, none within another; `before` is what the text told last."""
    text = sentence.text[sentence.start : sentence.end]
    lowered = text.replace("İ", "i").lower()  # one letter for one, so that places stay
    ranges = [*day_ranges(lowered, published)]
    ranges += [m for m in month_ranges(lowered, published) if all(m.end <= r.start or r.end <= m.start for r in ranges)]
    spans = [*year_spans(text)]
    found = [
        *(Found(start, end, date.text, derived=False) for start, end, date in dates_in(text)),
        *month_dates(lowered, published, sentence.grammar),
        *(each for each in year_dates(text, sentence.grammar) if not any(s <= each.start < e for s, e, *_ in spans)),
        *reckoned_dates(sentence, published),
    ]
    kept = _apart(found, ranges)
    if len(ranges) == 1:  # on the closing day of the forum, held on 5–7 October
        before = replace(before, event=(ranges[0].first, ranges[0].last))
    kept += _apart(relative_dates(sentence, kept, before, published), (*ranges, *kept))
    taken: list[Found | DayRange] = [*ranges, *kept]
    dates = [_of_range(sentence, each) for each in ranges]
    dates += [_told(sentence, each) for each in kept]
    dates += [
        Told(sentence.start + start, sentence.start + end, first, False, True, last, is_span=is_span)
        for start, end, first, last, is_span in spans
        if all(end <= each.start or start >= each.end for each in taken)
    ]
    return with_events(sentence, joined(sentence.text, dates))


def _apart(found: Iterable[Found], taken: Sequence[Found | DayRange]) -> list[Found]:
    """The dates that overlap none of those that are taken and no more precise one among themselves."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda each: (-len(each.text), each.derived, each.start, -each.end)):
        if all(each.end <= other.start or each.start >= other.end for other in (*taken, *kept)):
            kept.append(each)
    return kept


def _of_range(sentence: Sentence, told: DayRange) -> Told:
    start, end = sentence.start + told.start, sentence.start + told.end
    reported = is_dateline(sentence, start, end) or is_of_report(sentence, start, end)
    return Told(start, end, told.first, told.derived, False, told.last, reported, yearless=_is_yearless(sentence, told))


def _told(sentence: Sentence, found: Found) -> Told:
    start, end = sentence.start + found.start, sentence.start + found.end
    is_day = found.is_weekday and len(found.text) == DAY
    return Told(
        start, end, found.text, found.derived, is_since(sentence, start, end),
        reported=is_dateline(sentence, start, end) or is_of_report(sentence, start, end),
        weekday=is_day, yearless=not is_day and _is_yearless(sentence, found), is_limit=is_limit(sentence, start, end),
        by_agency=is_of_agency(sentence, start, end),
    )  # fmt: skip


def _is_yearless(sentence: Sentence, found: Found | DayRange) -> bool:
    """Whether a date names a month or a day, and no year."""
    start, end = sentence.start + found.start, sentence.start + found.end
    if not found.derived or not any(letter.isalpha() for letter in sentence.text[start:end]):
        return False
    index = sentence.index_from(start)
    hit = sentence.dates.get(index)
    return hit is None  # else it is told by its distance: last year
