"""A language's table as it is read: every row held to what `data/tables.csv` says may stand in a table.

`data/tables.csv` has the names and details that the rows of each table may have, with | between; - is an empty one, and
a table of which nothing is said there has none. Some words stand for what is known elsewhere: class (of the ontology),
frame and predicate (of `frames.csv`), topic, country (two letters), number, and any.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from kg.facts.problems import InputError, Problem, nearest
from kg.facts.tables import Record, read_table

COLUMNS = ("table", "name", "detail", "words")
_MORE_FRAMES = ("sign", "found-with", "seat")
"""Triggers that no row of `frames.csv` is for."""
_WHOLE = {
    "any": re.compile(r".+"),
    "class": re.compile(r"[A-Z]\w+"),
    "country": re.compile(r"[A-Z]{2}"),
    "number": re.compile(r"-?[0-9]+"),
    "topic": re.compile(r"[a-z0-9-]+"),
}
_SLOT = re.compile(r"\{([^{}]*)\}")
_FAMILY = re.compile(r"@(\w+)")


def language_rows(path: Path, data: Path) -> list[Mapping[str, str]]:
    """The rows of a language's table; `data` is the folder of the tables for all languages.

    Raises InputError with every fault: unknown tables, names and details, words that are missing or cannot be read.
    """
    problems: list[Problem] = []
    records = read_table(path, COLUMNS, (), problems)
    families = {record.cells["name"] for record in records if record.cells["table"] == "family"}
    tables = _tables(data)
    for record in records:
        _check_place(record, tables, problems)
        _check_words(record, families, problems)
    if problems:
        raise InputError(problems)
    return [record.cells for record in records]


def faults_of_classes(path: Path, classes: Iterable[str]) -> list[Problem]:
    """The rows of a language's table that name a class which the ontology has not."""
    known, problems = frozenset(classes), list[Problem]()
    for record in read_table(path, COLUMNS, (), problems):
        name = record.cells["name"]
        told = record.cells["table"] in ("head", "agreement", "act", "reference", "sort") and name != "any"
        if told and name not in known:
            fix = nearest(name, known, "Name a class of the ontology.")
            problems.append(record.problem(f"unknown class '{name}'", fix))
    return problems


@cache
def _tables(data: Path) -> Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """By table, the names and details that go together."""
    with (data / "frames.csv").open(encoding="utf-8", newline="") as file:
        frames = list(csv.DictReader(file))
    stands_for = {
        "frame": (*_MORE_FRAMES, *dict.fromkeys(row["frame"] for row in frames)),
        "predicate": tuple(dict.fromkeys(row["predicate"] for row in frames)),
        "-": ("",),
        "": ("",),
    }
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    with (data / "tables.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names, details = (
                tuple(one for word in row[column].split("|") for one in stands_for.get(word, (word,)))
                for column in ("names", "details")
            )
            found.setdefault(row["table"], []).append((names, details))
    return found


def _check_place(
    record: Record, tables: Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]], problems: list[Problem]
) -> None:
    """Whether the table, the name and the detail of a row are such as are read."""
    table, name, detail = (record.cells[column] for column in COLUMNS[:3])
    if table not in tables:
        fix = nearest(table, tables, f"The tables are {', '.join(tables)}.")
        problems.append(record.problem(f"unknown table '{table}'", fix))
        return
    named = [details for names, details in tables[table] if _is_one_of(name, names)]
    if not named:
        known = [one for names, _ in tables[table] for one in names]
        problems.append(record.problem(f"'{name}' is no name of the table {table}", _instead(name, known, "name")))
    elif not any(_is_one_of(detail, details) for details in named):
        known = [one for details in named for one in details]
        problems.append(
            record.problem(f"'{detail}' is no detail of the table {table}", _instead(detail, known, "detail"))
        )


def _is_one_of(text: str, known: Iterable[str]) -> bool:
    return any(text == one or (one in _WHOLE and _WHOLE[one].fullmatch(text) is not None) for one in known)


def _instead(text: str, known: Sequence[str], column: str) -> str:
    told = [one for one in known if one]
    if not told:
        return f"Leave the {column} empty."
    return nearest(text, told, f"Write {', '.join(told)}{'' if len(told) == len(known) else ', or nothing'}.")


def _check_words(record: Record, families: Iterable[str], problems: list[Problem]) -> None:
    """Whether the words of a row can be looked for."""
    table, words = record.cells["table"], record.cells["words"]
    variants = [variant.strip() for variant in words.split("|")]
    if not all(variants):
        problems.append(record.problem("words are missing", "Write one or more, with one | between two."))
    elif record.cells["name"] == "softens" and not all(re.fullmatch(r"[^>]+>[^>]*", one) for one in variants):
        problems.append(record.problem(f"'{words}' does not say what softens", "Write as in k>g: before, after."))
    elif table == "construction":
        for variant in variants:
            _check_pattern(record, variant, families, problems)


def _check_pattern(record: Record, pattern: str, families: Iterable[str], problems: list[Problem]) -> None:
    slots = _SLOT.findall(pattern)
    if not slots or any(re.fullmatch(r"[ab](?:\.[a-z]+)?", slot) is None for slot in slots):
        problems.append(record.problem(f"'{pattern}' has no slots", "Write {a} and {b} where the names stand."))
    elif all(token[0] in "{~…(,;:—" for token in pattern.split()):
        problems.append(record.problem(f"'{pattern}' has no word", "Write one that must stand beside the names."))
    for family in _FAMILY.findall(pattern):
        if family not in families:
            fix = nearest(family, families, f"Add a row family,{family},,… with its words.")
            problems.append(record.problem(f"unknown family '{family}'", fix))
