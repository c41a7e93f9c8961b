"""When a claim holds: each answer against all days that the dates allow, tried one by one."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.dates import PartialDate
from kg.facts.model import Claim, Evidence, Rank, Row, Status
from kg.facts.schema import Property, PropertyUse, Schema, TemporalKind
from kg.facts.validity import Answer, Interval, as_of, holds

STATE, EVENT = "operates", "signed"
SCHEMA = Schema(
    superclasses={},
    properties={
        STATE: Property(STATE, PropertyUse.RELATION, "Entity", "Entity", True, TemporalKind.STATE),
        EVENT: Property(EVENT, PropertyUse.RELATION, "Entity", "Entity", True, TemporalKind.EVENT),
    },
    individuals={},
    factors={},
)
FIRST = dt.date(2030, 1, 1)
NEVER, OPEN = 10_000, 9_999
"""Day numbers: of what has not begun and never will, and of the end of what has none."""
LONG_BEFORE, LONG_AFTER = -30, 130


def date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


EVIDENCE = Evidence("e", "s", None, "r", None, None, False, Status.STATED, Rank.NORMAL, None, Row("f.csv", 2))


def claim(predicate: str = STATE, from_: str = "", until: str = "", reported: str = "", key: str = "k") -> Claim:
    return Claim(
        key=key,
        subject="a",
        predicate=predicate,
        object="b",
        object_is_entity=True,
        from_=date(from_),
        until=date(until),
        reported=date(reported),
        status=Status.STATED,
        rank=Rank.NORMAL,
        spell=1,
        superseded=False,
        supersedes=(),
        evidence=(EVIDENCE,),
    )


def day(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number)


def span(date: PartialDate) -> range:
    return range((date.earliest - FIRST).days, (date.latest - FIRST).days + 1)


def cases(told: Claim) -> Iterator[tuple[int, int]]:
    """Every first and last day that the dates of a claim allow, wide where nothing bounds them.

    What a report tells as a fact had begun by then, unless the date that it tells lies after the report.
    """
    last_begin = LONG_AFTER
    if told.reported is not None:
        last_begin = (told.reported.latest - FIRST).days
    begins: Iterable[int] = range(LONG_BEFORE, last_begin + 1) if told.from_ is None else span(told.from_)
    if told.from_ is not None and told.reported is not None and span(told.from_)[0] <= last_begin:
        begins = [begin for begin in begins if begin <= last_begin]
    if told.from_ is None and told.reported is None and told.until is None:
        begins = itertools.chain(begins, (NEVER,))
    for begin in begins:
        for end in (OPEN,) if told.until is None else span(told.until):
            if begin <= end or begin == NEVER:
                yield begin, end


def verdict(truths: Iterable[bool]) -> Answer:
    """Yes where it is so in every case, no where in none."""
    found = set(truths)
    return Answer.UNKNOWN if len(found) == 2 else Answer.YES if found == {True} else Answer.NO


def together(mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    return NEVER not in (mine[0], theirs[0]) and mine[0] <= theirs[1] and theirs[0] <= mine[1]


# Days and months of one winter: few enough to try all.
_DAYS = st.sampled_from([day(number).isoformat() for number in range(0, 70, 3)])
_MONTHS = st.sampled_from(["2030-01", "2030-02", "2030-03"])
_ANY = st.one_of(st.just(""), _DAYS, _MONTHS)


@st.composite
def claims(draw: st.DrawFn, dates: st.SearchStrategy[str] = _ANY, predicate: str = STATE) -> Claim:
    """Claims with dates that do not exclude each other."""
    from_, until = draw(dates), draw(dates)
    if from_ and until and PartialDate(from_).earliest > PartialDate(until).latest:
        from_, until = until, from_
    return claim(predicate, from_, until, draw(dates))


_DAY_NUMBERS = st.integers(-10, 100)


@given(claims(), _DAY_NUMBERS)
def test_begun_and_ended_are_told_just_where_every_case_agrees(told: Claim, number: int) -> None:
    interval, all_cases = Interval.of(told), list(cases(told))
    assert interval.begun(day(number)) is verdict(begin <= number for begin, _ in all_cases)
    assert interval.ended(day(number)) is verdict(end < number for _, end in all_cases)


def test_what_is_told_in_november_of_the_year_was_so_by_november() -> None:
    told = claim(from_="2030", reported="2030-11-26")
    days = [dt.date(2030, 1, 1), dt.date(2030, 11, 25), dt.date(2030, 11, 26)]
    assert [holds(told, day, SCHEMA) for day in days] == [Answer.UNKNOWN, Answer.UNKNOWN, Answer.YES]
    planned = claim(from_="2031", reported="2030-11-26")
    assert holds(planned, dt.date(2031, 6, 1), SCHEMA) is Answer.UNKNOWN


@given(claims(), _DAY_NUMBERS)
def test_a_state_holds_once_it_has_surely_begun_until_it_has_surely_ended(told: Claim, number: int) -> None:
    all_cases = list(cases(told))
    begun = verdict(begin <= number for begin, _ in all_cases)
    ended = verdict(end < number for _, end in all_cases)
    assert (holds(told, day(number), SCHEMA) is Answer.YES) == (begun is Answer.YES and ended is not Answer.YES)
    if holds(told, day(number), SCHEMA) is Answer.NO:
        assert not any(begin <= number <= end for begin, end in all_cases)


def intervals() -> st.SearchStrategy[Interval]:
    """Bounds within nine days, any of them missing; the two ends do not exclude each other."""

    def make(numbers: list[int], has: tuple[bool, bool, bool]) -> Interval:
        first, second, third, fourth = (day(number) for number in sorted(numbers))
        begins_earliest, begins_latest = first, second
        if has[2] and numbers[0] % 2:  # the begin and the end may overlap
            begins_latest, third = third, second
        return Interval(
            begins_earliest if has[0] else None,
            begins_latest if has[1] or has[2] else None,
            third if has[2] else None,
            fourth if has[2] else None,
        )

    return st.builds(
        make, st.lists(st.integers(0, 8), min_size=4, max_size=4), st.tuples(*[st.booleans()] * 3).map(tuple)
    )


def interval_cases(interval: Interval) -> list[tuple[int, int]]:
    """Every begin and end that the bounds allow; what has no latest begin may never begin."""

    def numbers(earliest: dt.date | None, latest: dt.date | None) -> range:
        return range(
            -3 if earliest is None else (earliest - FIRST).days, 12 if latest is None else (latest - FIRST).days + 1
        )

    begins = [*numbers(interval.begins_earliest, interval.begins_latest)]
    if interval.begins_latest is None:
        begins.append(NEVER)
    ends = [OPEN] if interval.ends_latest is None else [*numbers(interval.ends_earliest, interval.ends_latest)]
    return [(begin, end) for begin in begins for end in ends if begin <= end or begin == NEVER]


@given(intervals(), intervals())
def test_order_and_overlap_are_told_just_where_every_case_agrees(mine: Interval, theirs: Interval) -> None:
    pairs = list(itertools.product(interval_cases(mine), interval_cases(theirs)))
    assert mine.before(theirs) is verdict(one[0] < other[0] for one, other in pairs)
    assert mine.overlaps(theirs) is verdict(together(one, other) for one, other in pairs)
    assert mine.overlaps(theirs) is theirs.overlaps(mine)


@given(claims(_DAYS | st.just("")), claims(_DAYS | st.just("")))
def test_two_claims_are_ordered_only_where_no_case_speaks_against_it(one: Claim, other: Claim) -> None:
    mine, theirs = Interval.of(one), Interval.of(other)
    pairs = list(itertools.product(cases(one), cases(other)))
    if mine.before(theirs) is not Answer.UNKNOWN:
        assert {a[0] < b[0] for a, b in pairs} == {mine.before(theirs) is Answer.YES}
    if mine.overlaps(theirs) is not Answer.UNKNOWN:
        assert {together(a, b) for a, b in pairs} == {mine.overlaps(theirs) is Answer.YES}
    if mine.before(theirs) is Answer.YES:
        assert theirs.before(mine) is Answer.NO


_COLLECTIONS = st.lists(claims(predicate=EVENT), max_size=6).map(
    lambda told: [replace(item, key=str(index)) for index, item in enumerate(told)]
)


@given(_COLLECTIONS, _DAY_NUMBERS, _DAY_NUMBERS)
def test_what_has_happened_stays_happened(events: list[Claim], one: int, other: int) -> None:
    early, late = (as_of(events, day(number), SCHEMA) for number in sorted((one, other)))
    assert {item.key for item in early.claims} <= {item.key for item in late.claims}
    assert late.unknown + len(late.claims) >= early.unknown + len(early.claims)


@given(st.lists(claims(), max_size=6), _DAY_NUMBERS)
def test_a_view_is_what_holds_and_counts_what_nobody_knows(told: list[Claim], number: int) -> None:
    answers = [holds(item, day(number), SCHEMA) for item in told]
    view = as_of(told, day(number), SCHEMA)
    assert list(view.claims) == [item for item, answer in zip(told, answers, strict=True) if answer is Answer.YES]
    assert view.unknown == answers.count(Answer.UNKNOWN)


@pytest.mark.parametrize("predicate", [STATE, EVENT])
@pytest.mark.parametrize(
    ("on", "answer"),
    [
        ("2029-12-31", Answer.NO),
        ("2030-01-01", Answer.UNKNOWN),
        ("2030-07-01", Answer.UNKNOWN),
        ("2030-12-30", Answer.UNKNOWN),
        ("2030-12-31", Answer.YES),
        ("2031-01-01", Answer.YES),
    ],
)
def test_a_year_is_never_taken_for_its_first_day(predicate: str, on: str, answer: Answer) -> None:
    told = claim(predicate, "2030", reported="2035")
    assert holds(told, dt.date.fromisoformat(on), SCHEMA) is answer


@given(st.integers(2, 9998), st.sampled_from([STATE, EVENT]))
def test_no_year_holds_on_its_new_years_day(year: int, predicate: str) -> None:
    told = claim(predicate, f"{year:04}")
    assert holds(told, dt.date(year, 1, 1), SCHEMA) is Answer.UNKNOWN
    assert holds(told, dt.date(year - 1, 12, 31), SCHEMA) is Answer.NO
    assert holds(told, dt.date(year, 12, 31), SCHEMA) is Answer.YES


@pytest.mark.parametrize(
    ("reported", "on", "answer"),
    [
        ("2031-01-23", "2031-01-22", Answer.UNKNOWN),
        ("2031-01-23", "2031-01-23", Answer.YES),
        ("2031-01", "2031-01-30", Answer.UNKNOWN),
        ("2031-01", "2031-01-31", Answer.YES),
        ("2031", "2031-12-30", Answer.UNKNOWN),
        ("", "2031-12-31", Answer.UNKNOWN),
        ("", "9999-12-31", Answer.UNKNOWN),
    ],
)
@pytest.mark.parametrize("predicate", [STATE, EVENT])
def test_a_report_without_a_date_says_no_later_than(predicate: str, reported: str, on: str, answer: Answer) -> None:
    assert holds(claim(predicate, reported=reported), dt.date.fromisoformat(on), SCHEMA) is answer


def test_a_date_that_is_told_counts_more_than_the_report() -> None:
    """A newspaper of May may tell of June: of a plan, or of what has a date to come."""
    assert holds(claim(from_="2030-06-01", reported="2030-05-01"), dt.date(2030, 5, 20), SCHEMA) is Answer.NO


@pytest.mark.parametrize(
    ("until", "on", "answer"),
    [
        ("2030-03-31", "2030-03-31", Answer.YES),
        ("2030-03-31", "2030-04-01", Answer.NO),
        ("2030-03", "2030-03-15", Answer.YES),
        ("2030-03", "2030-04-01", Answer.NO),
        ("2030", "2030-12-31", Answer.YES),
        ("2030", "2031-01-01", Answer.NO),
        ("", "9999-12-31", Answer.YES),
    ],
)
def test_a_state_holds_on_its_last_day_and_without_an_end_for_ever(until: str, on: str, answer: Answer) -> None:
    assert holds(claim(STATE, "2029-05-01", until), dt.date.fromisoformat(on), SCHEMA) is answer


def test_an_event_is_not_undone_by_an_end() -> None:
    told = claim(EVENT, "2030-03-01", "2030-03-02")
    assert holds(told, dt.date(2040, 1, 1), SCHEMA) is Answer.YES


@pytest.mark.parametrize(
    ("on", "answer"), [("2029-01-01", Answer.UNKNOWN), ("2030-06-30", Answer.YES), ("2032-01-01", Answer.NO)]
)
def test_an_end_alone_says_that_it_had_begun_by_then(on: str, answer: Answer) -> None:
    """Reported in 2035 of something that ended in June 2030."""
    told = claim(STATE, until="2030-06-30", reported="2035")
    assert holds(told, dt.date.fromisoformat(on), SCHEMA) is answer


def test_each_end_bounds_the_other() -> None:
    within = Interval.of(claim(STATE, "2030-01-16", "2030-01"))
    assert (within.ends_earliest, within.ends_latest) == (dt.date(2030, 1, 16), dt.date(2030, 1, 31))
    within = Interval.of(claim(STATE, "2030", "2030-03"))
    assert (within.begins_earliest, within.begins_latest) == (dt.date(2030, 1, 1), dt.date(2030, 3, 31))


def test_a_begin_after_the_end_holds_on_no_day() -> None:
    """Two sources may contradict each other; the tables only forbid it in one row."""
    told = claim(STATE, "2031", "2030")
    for on in (dt.date(2029, 6, 1), dt.date(2030, 12, 31), dt.date(2031, 6, 1), dt.date(2031, 12, 31)):
        assert holds(told, on, SCHEMA) is not Answer.YES


def test_what_a_later_claim_supersedes_stands_until_that_claim_holds() -> None:
    old = replace(claim(STATE, "2030-01-01", key="old"), superseded=True, rank=Rank.DEPRECATED)
    new = replace(claim(STATE, "2031-06-01", key="new"), supersedes=("old",))
    before, after = (as_of((old, new), on, SCHEMA).claims for on in (dt.date(2031, 5, 31), dt.date(2031, 6, 1)))
    assert [(item.key, item.asserted) for item in before] == [("old", True)]
    assert [(item.key, item.asserted) for item in after] == [("old", False), ("new", True)]


def test_a_claim_outlives_what_it_supersedes() -> None:
    old = replace(claim(STATE, "2030-01-01", "2030-12-31", key="old"), superseded=True)
    new = replace(claim(STATE, "2030-06-01", key="new"), supersedes=("old",))
    (left,) = as_of((old, new), dt.date(2031, 1, 1), SCHEMA).claims
    assert (left.key, left.supersedes) == ("new", ())
