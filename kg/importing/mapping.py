"""What a mapping file says: which cells of foreign tables tell things, names and facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FACT_CELLS = ("record", "quote", "status", "rank", "spell")
"""What a fact has beside its ends, dates and qualifiers."""


@dataclass(frozen=True)
class Cell:
    """Where a value comes from and what becomes of it.

    `parts` are texts and columns by turns, beginning with a text: ("", "a", "-", "b", "") is `{a}-{b}`. The column ""
    is the value that the statement's id was split into.
    """

    parts: tuple[str, ...]
    line: int
    """Where the mapping file says so."""
    instead: tuple[tuple[str, ...], ...] = ()
    """Further parts: the first that give a value are used."""
    map: Mapping[str, str] | None = None
    """Raw value to value; where several are told in one cell, what stands first here goes first."""
    other: str | None = None
    """What a value becomes that `map` does not know; None: it is a fault."""
    skip: Mapping[str, str] = field(default_factory=dict)
    """Raw values whose rows tell nothing here, and why."""
    split: str = ""
    """What stands between several values of one cell."""
    empty: frozenset[str] = frozenset()
    """Values that mean that there is none."""
    formats: tuple[str, ...] = ()
    """How dates are written, of %Y, %m and %d; ISO 8601 if none is given."""
    omit: bool = False
    """Whether a fact stays, without its date, where the date is impossible."""
    keys: str = ""
    """The key space of an id."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it reads."""
        return tuple(column for parts in (self.parts, *self.instead) for column in parts[1::2] if column)

    @property
    def shown(self) -> str:
        """Its columns, as faults name them."""
        return "+".join(self.columns)

    @property
    def constant(self) -> str | None:
        """Its text where it reads no column."""
        return self.parts[0] if len(self.parts) == 1 and not self.instead else None


@dataclass(frozen=True)
class KeySpace:
    """How the keys of a registry become ids of things and identifiers."""

    name: str
    begins: str
    """What its keys begin with in the tables; it is cut off."""
    id: str
    """What ids of things begin with."""
    scheme: str
    """The scheme of the identifier; empty: none is kept."""
    class_name: str
    """The class of things whose row tells none."""
    countries: bool
    """Whether the keys are countries: ISO 3166 codes, or names in any language."""


@dataclass(frozen=True)
class Condition:
    """Which rows are used."""

    column: str
    values: frozenset[str]
    wanted: bool
    line: int


@dataclass(frozen=True)
class Thing:
    """A statement that a row tells a thing."""

    id: Cell
    class_name: Cell | None
    kind: Cell | None
    identifiers: tuple[Cell, ...]
    where: tuple[Condition, ...]
    line: int


@dataclass(frozen=True)
class Named:
    """A statement that a row tells a name of a thing."""

    of: Cell
    text: Cell
    language: Cell | None
    rank: Cell | None
    where: tuple[Condition, ...]
    line: int


@dataclass(frozen=True)
class Related:
    """A statement that a row tells a fact; `cells` are those of FACT_CELLS and qualifiers."""

    subject: Cell
    predicate: Cell
    object: Cell
    from_: Cell | None
    until: Cell | None
    cells: Mapping[str, Cell]
    where: tuple[Condition, ...]
    line: int


@dataclass(frozen=True)
class SourceRow:
    """The row of `sources.csv` that evidence points to; templates may make one for each value of a column."""

    cells: Mapping[str, Cell]
    line: int


@dataclass(frozen=True)
class Table:
    """One input, or several of the same columns."""

    files: str
    """A path or a pattern, from the folder of the mapping file."""
    format: str
    """csv or parquet."""
    encoding: str
    delimiter: str
    """Empty: that of comma, semicolon, tab and bar which the header has most of."""
    quote: str
    """Empty: quotation marks mean nothing."""
    columns: tuple[str, ...]
    """The names of the columns where the files have no header row."""
    empty: frozenset[str]
    source: SourceRow
    where: tuple[Condition, ...]
    things: tuple[Thing, ...]
    names: tuple[Named, ...]
    facts: tuple[Related, ...]
    line: int


@dataclass(frozen=True)
class MappingFile:
    """A whole mapping file."""

    path: str
    name: str
    keys: tuple[KeySpace, ...]
    kinds: Mapping[str, Mapping[str, str]]
    """Ids of kinds, and their names by language."""
    tables: tuple[Table, ...]
