"""Partial dates: read as told, compared by the days that they may be."""

from __future__ import annotations

import contextlib
import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.dates import PartialDate, Precision, most_precise

DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
NEAR_DAYS = st.dates(dt.date(2029, 11, 1), dt.date(2031, 2, 28))


def told(day: dt.date, precision: Precision) -> PartialDate:
    """A day as a source tells it that is only so precise."""
    length = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}[precision]
    return PartialDate.parse(day.isoformat()[:length])


DATES = st.builds(told, DAYS, st.sampled_from(Precision))
NEAR_DATES = st.builds(told, NEAR_DAYS, st.sampled_from(Precision))


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2026", Precision.YEAR, dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        ("2026-01", Precision.MONTH, dt.date(2026, 1, 1), dt.date(2026, 1, 31)),
        ("2026-02", Precision.MONTH, dt.date(2026, 2, 1), dt.date(2026, 2, 28)),
        ("2024-02", Precision.MONTH, dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2024-02-29", Precision.DAY, dt.date(2024, 2, 29), dt.date(2024, 2, 29)),
        ("9999-12", Precision.MONTH, dt.date(9999, 12, 1), dt.date(9999, 12, 31)),
        ("0001", Precision.YEAR, dt.date(1, 1, 1), dt.date(1, 12, 31)),
    ],
)
def test_a_date_is_as_precise_as_it_is_told(
    text: str, precision: Precision, earliest: dt.date, latest: dt.date
) -> None:
    date = PartialDate.parse(text)
    assert (date.text, date.precision, date.earliest, date.latest) == (text, precision, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *("Jan-26", "26-Jan", "26-Jan-2025", "23 Jan 2026", "Jan 2026", "Jan. 2026", "янв.26", "янв 26", "yan.26"),
        *("23.01.2026", "1/23/2026", "23/1/26", "23-01-2026", "қаң-26"),
    ],
)
def test_a_date_that_a_spreadsheet_rewrote_is_recognised(text: str) -> None:
    with pytest.raises(ValueError, match=f"^'{re.escape(text)}' looks like a date that a spreadsheet rewrote$"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "26", "2026-1", "2026-1-2", "202601", "2026-01-23T00:00", "2026-01-23Z", "-2026", "in 2026", "46045"],
)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=f"^'{re.escape(text)}' is not a date$"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["２０２６", "٢٠٢٦", "2026-0१", "२०२६-०१-०१", "2026\n"])
def test_digits_of_other_scripts_are_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date$"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["2026-02-29", "2026-13", "2026-00", "2026-04-31", "2026-01-00", "0000"])
def test_a_day_that_never_was_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=f"^'{text}' is not a day of the calendar$"):
        PartialDate.parse(text)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        date = PartialDate.parse(text)
        assert date.text == text
        assert date.earliest <= date.latest


@given(DATES)
def test_earliest_is_not_after_latest(date: PartialDate) -> None:
    assert date.earliest <= date.latest
    assert (date.earliest == date.latest) == (date.precision is Precision.DAY)


@given(DAYS, st.sampled_from(Precision), st.sampled_from(Precision))
def test_two_tellings_of_one_day_allow_each_other(day: dt.date, first: Precision, second: Precision) -> None:
    assert told(day, first).allows(told(day, second))


@given(NEAR_DATES, NEAR_DATES)
def test_allows_is_symmetric_and_means_a_day_in_common(left: PartialDate, right: PartialDate) -> None:
    common = max(left.earliest, right.earliest) <= min(left.latest, right.latest)
    assert left.allows(right) == right.allows(left) == common


@given(st.lists(NEAR_DATES, max_size=5).flatmap(lambda dates: st.tuples(st.just(dates), st.permutations(dates))))
def test_the_most_precise_date_does_not_depend_on_order(dates: tuple[list[PartialDate], list[PartialDate]]) -> None:
    given_, shuffled = dates
    best = most_precise(given_)
    assert best == most_precise(shuffled)
    agree = all(left.allows(right) for left in given_ for right in given_)
    assert (best is not None) == (agree and bool(given_))
    if best is not None:
        assert best in given_
        assert all(best.allows(date) and len(date.text) <= len(best.text) for date in given_)
