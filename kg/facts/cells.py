"""One cell of a table to one value; a faulty cell is told and gives the default."""

from __future__ import annotations

import re
from enum import Enum
from typing import TypeVar

from kg.facts.dates import PartialDate
from kg.facts.problems import Problem, nearest
from kg.facts.tables import Record

E = TypeVar("E", bound=Enum)
_POSITIVE = re.compile(r"0*[1-9][0-9]{0,8}")


def choice(record: Record, column: str, kind: type[E], default: E, problems: list[Problem]) -> E:
    """The member of a closed choice that a cell names; `default` where the cell is empty."""
    text = record.cells.get(column, "")
    if not text:
        return default
    try:
        return kind(text)
    except ValueError:
        values = [str(member.value) for member in kind]
        fix = nearest(text, values, f"One of: {', '.join(values)}.")
        problems.append(record.problem(f"unknown {column} '{text}'", fix))
        return default


def date(record: Record, column: str, problems: list[Problem]) -> PartialDate | None:
    """The date in a cell, None where it is empty or faulty."""
    text = record.cells.get(column, "")
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        fix = "Write YYYY, YYYY-MM or YYYY-MM-DD (in a spreadsheet, set the column to text)."
        problems.append(record.problem(str(error), fix))
        return None


def positive_integer(record: Record, column: str, problems: list[Problem]) -> int | None:
    """The whole number above zero in a cell, None where it is empty or faulty."""
    text = record.cells.get(column, "")
    if not text:
        return None
    if _POSITIVE.fullmatch(text):
        return int(text)
    problems.append(record.problem(f"'{text}' in '{column}' is no whole number above 0", "Write 1, 2, 3 …"))
    return None
