"""What an import did, counted: every row that was read is used, skipped or set aside."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from kg.importing.writing import Difference

KINDS = ("thing", "name", "fact")
_QUOTED = re.compile(r"'[^']*'|\S+:\d+")


@dataclass(frozen=True)
class Tally:
    """What became of the statements of one kind: `told` is the sum of the others."""

    told: int
    written: int
    folded: int
    skipped: int
    aside: int


@dataclass(frozen=True)
class InputReport:
    """One input: `read` is the sum of rows used, skipped and set aside."""

    file: str
    read: int
    used: int
    skipped: int
    aside: int
    things: Tally
    names: Tally
    facts: Tally
    dates_omitted: int
    """Impossible dates, left out of facts that stay."""
    cells_trimmed: int
    """Cells with invisible marks at their ends, which are left out."""


@dataclass(frozen=True)
class ImportReport:
    """A whole import."""

    name: str
    inputs: tuple[InputReport, ...]
    things: int
    names: int
    facts: int
    relations: int
    """What the facts come to in the graph: a relation that several records tell is one claim."""
    sources: int
    things_unnamed: int
    reasons: Mapping[str, int]
    """Why rows were set aside, names and numbers left out, and how many; a row may be so for several reasons."""
    first: Mapping[str, str]
    """For each of these reasons the first row, and what was told of it."""
    changes: Mapping[str, Difference]
    """Against the import before; empty if there was none."""

    @property
    def aside(self) -> int:
        """The rows that were set aside."""
        return sum(item.aside for item in self.inputs)

    def to_json(self) -> str:
        """The report as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def tally(counts: Counter[tuple[int, str, str]], number: int, kind: str) -> Tally:
    """The tally of one kind of statement in one input."""
    told = Tally(*(counts[number, kind, what] for what in ("told", "written", "folded", "skipped", "aside")))
    assert told.told == told.written + told.folded + told.skipped + told.aside, (kind, told)
    return told


def reason_kind(reason: str) -> str:
    """A reason without what it says of the one row.

    >>> reason_kind("unknown value 'x' in 'kind'. Did you mean 'y'?")
    "unknown value '…' in '…'"
    """
    return _QUOTED.sub("'…'", reason.partition(". ")[0])
