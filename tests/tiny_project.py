"""Changing a copy of the miniature project in `tests/tiny`, a cell or a line at a time."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.facts.problems import InputError
from kg.facts.reading import read_project
from kg.facts.schema import Schema

FOLDER = Path(__file__).parent / "tiny"
SHAPES = frozenset({"CenterPlaceShape", "AgreementPartiesShape"})


def edit(file: Path, old: str, new: str) -> None:
    """Puts `new` where `old` stands in a file, which must be once."""
    text = file.read_bytes().decode("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_bytes(text.replace(old, new).encode("utf-8"))


def append(file: Path, *lines: str) -> int:
    """Adds lines to a file and returns the number of the first of them."""
    text = file.read_bytes().decode("utf-8")
    assert text.endswith("\n"), file
    file.write_bytes((text + "".join(f"{line}\n" for line in lines)).encode("utf-8"))
    return text.count("\n") + 1


def problems_of(folder: Path, schema: Schema) -> list[str]:
    """What reading the tables finds wrong, each `file:line: problem. Fix.` with the file below `folder`."""
    try:
        read_project(folder, schema, SHAPES)
    except InputError as error:
        return [str(problem).replace(f"{folder}/", "") for problem in error.problems]
    return []


def fingerprint(folder: Path) -> dict[str, str]:
    """The checksum of every file below a folder, by its path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
