"""The source of proposals corrected in review: what its row says, and the dates that hang on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.draft.model import DraftSource, Proposal
from kg.facts.dates import PartialDate
from kg.facts.languages import LANGUAGES
from kg.facts.problems import nearest
from kg.facts.tables import bad_character
from kg.review.model import Fault

SOURCE_FIELDS = ("title", "publisher", "published", "language")
"""What may be corrected, in the order in which it is asked."""
_DERIVED = "derived"
Redraft = Callable[[DraftSource], Sequence[Proposal]]
"""The proposals that the article of a source gives, read with what the source says now; CallError where it cannot."""


@dataclass(frozen=True)
class Mended:
    """What came of correcting a source: nothing was written where there are faults."""

    faults: tuple[Fault, ...] = ()
    changed: tuple[str, ...] = ()
    redated: int = 0
    """How many proposals that wait have another date now, or another status."""
    left: int = 0
    """How many that wait keep a date which was worked out from the old one."""
    accepted: int = 0
    """How many facts were accepted with such a date, and keep it."""


def fields_of_source(source: DraftSource) -> dict[str, str]:
    """The fields of a source that may be corrected."""
    return {name: str(getattr(source, name)) for name in SOURCE_FIELDS}


def changes(source: DraftSource, told: Mapping[str, str]) -> dict[str, str]:
    """Those of the fields that are another now, white space made one."""
    clean = {name: " ".join(told[name].split()) for name in SOURCE_FIELDS if name in told}
    return {name: text for name, text in clean.items() if text != getattr(source, name)}


def faults_of(changed: Mapping[str, str]) -> list[Fault]:
    """What is wrong with new fields of a source."""
    faults = []
    for name, text in changed.items():
        bad = bad_character(text)
        if bad is not None:
            faults.append(Fault(None, f"'{name}' holds {bad}", "Leave it out."))
        elif not text and name in ("title", "language"):
            faults.append(Fault(None, f"'{name}' is empty", "Fill it."))
    language = changed.get("language", "")
    if language and language not in LANGUAGES:
        faults.append(
            Fault(None, f"unknown language '{language}'", nearest(language, LANGUAGES, "Write its code: az."))
        )
    if changed.get("published"):
        try:
            PartialDate.parse(changed["published"])
        except ValueError as error:
            faults.append(Fault(None, str(error), "Write YYYY, YYYY-MM or YYYY-MM-DD."))
    return faults


def with_changes(source: DraftSource, changed: Mapping[str, str]) -> DraftSource:
    """The source as it is corrected; it remembers what was, so that drafting it again changes nothing back."""
    mended = sorted({*filter(None, source.mended.split("|")), *changed})
    return replace(source, **changed, mended="|".join(mended))


def redated(
    rows: Sequence[Proposal], waiting: Iterable[str], source: str, again: Sequence[Proposal]
) -> tuple[list[Proposal], int, int]:
    """The proposals with the dates that the article gives when it is read again; how many changed, and how many that
    wait keep a date which was worked out before. `waiting` are the keys of those that nobody has judged."""
    told = {(each.claim, each.place.quote, each.place.occurrence): each for each in again}
    open_ = set(waiting)
    found, number, left = [], 0, 0
    for row in rows:
        new = told.get((row.claim, row.place.quote, row.place.occurrence))
        if row.source != source or row.key not in open_:
            found.append(row)
        elif new is None:
            left += row.dating == _DERIVED
            found.append(row)
        else:
            dated = replace(row, from_=new.from_, until=new.until, dating=new.dating, status=new.status)
            number += dated != row
            found.append(dated)
    return found, number, left
