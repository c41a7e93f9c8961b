"""Whether the ending of a file says what is written to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.facts.problems import CallError


def check_ending(option: str, file: Path | None, endings: Sequence[str], fix: str = "") -> str:
    """The ending of a file in lower case, "" for none; CallError where it is none of those that an option writes."""
    ending = file.suffix.lower() if file is not None else ""
    if ending and ending not in endings:
        raise CallError(f"{option} writes no {ending} file. {fix or f'End {file} with {endings[0]}.'}")
    return ending
