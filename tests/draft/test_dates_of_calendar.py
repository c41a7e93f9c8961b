"""Whatever words for time stand side by side, the dates that they tell are of the calendar, and ranges run forward."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.draft.dates.dating import dates_told
from kg.draft.dates.told_dates import Before
from kg.draft.language.grammar import grammar, languages
from kg.draft.language.passages import sentences
from kg.facts.dates import PartialDate

DAYS = ("0001-01-01", "2024-02-29", "9999-12-31")
MORE = [
    "2026",
    "1999",
    "31",
    "30",
    "7",
    "5-7",
    "October",
    "oktyabrın",
    "қазан",
    "Ekim",
    "oktabr",
    "октября",
    "until",
    "до",
    "-dək",
    "–",
    ",",
    ";",
    "and",
    "və",
    "и",
    "-dən",
]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A language and words for time in it, in any order."""
    language = draw(st.sampled_from(languages()))
    words = [entry.words.replace("*", "") for entry in grammar(language).tables["date"]] + MORE
    return language, " ".join(draw(st.lists(st.sampled_from(words), min_size=1, max_size=9)))


@given(texts(), st.sampled_from(["", "2026", *DAYS]), st.sampled_from(["", *DAYS]))
def test_dates_are_of_the_calendar(told: tuple[str, str], published: str, day: str) -> None:
    language, text = told
    before = Before(day, day, day, (day, "9999-12-31") if day else ("", ""))
    printed = PartialDate.parse(published) if published else None
    for part in sentences(text, language):
        for each in dates_told(part, printed, before):
            days = [PartialDate.parse(date) for date in (each.text, each.until, *each.event) if date]
            assert days and (not each.until or each.text < each.until)
            assert part.start <= each.start <= each.end <= part.end
