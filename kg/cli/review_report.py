"""`kg review --report`."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.output import console, make_table, tell, write_rows
from kg.folders import replace_files
from kg.review.journal import Journal
from kg.review.report import Group, Tally, tallies
from kg.views.proposals import WORDS
from kg.views.words import word

_COLUMNS = ("group", "value", "judged", "accepted", "edited", "rejected", "share", "low", "high")


def report(folder: Path, options: argparse.Namespace) -> int:
    """Shows how much of what is proposed people accept; 1 where nothing is judged."""
    found = tallies(Journal(folder, replace_files).judged.values())
    if not found:
        tell(word(WORDS, "no report", options.lang))
        return 1
    if options.format != "table":
        write_rows(_COLUMNS, [_cells(tally) for tally in found], options.format)
        return 0
    headers = [word(WORDS, f"column {name}", options.lang) for name in _COLUMNS[2:]]
    for group in Group:
        rows = [_shown(tally, options.lang) for tally in found if tally.group is group]
        if rows:
            console().print(make_table((word(WORDS, f"column {group.value}", options.lang), *headers), rows))
    return 0


def _cells(tally: Tally) -> tuple[str | int | float, ...]:
    low, high = tally.interval
    counts = (tally.judged, tally.accepted, tally.edited, tally.rejected)
    return (tally.group.value, tally.value, *counts, round(tally.share, 4), round(low, 4), round(high, 4))


def _shown(tally: Tally, language: str) -> tuple[str | int, ...]:
    value = word(WORDS, f"kind {tally.value}", language) if tally.group is Group.KIND else tally.value
    shares = (f"{share * 100:.0f}%" for share in (tally.share, *tally.interval))
    return (value, tally.judged, tally.accepted, tally.edited, tally.rejected, *shares)
