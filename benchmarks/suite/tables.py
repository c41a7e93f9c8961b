"""Tables of figures with targets, as sections of RESULTS.md."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HEADER = """# How fast, beside the peers

Written by `python -m benchmarks`; each section in one run, its figures medians where it says so. Read them as ratios.
`README.md` beside this file says what each part does and how fair it is to the peers.
"""


@dataclass(frozen=True)
class Target:
    """A bound on a figure."""

    bound: float
    at_least: bool = False
    unit: str = ""

    def told(self) -> str:
        """The bound in words."""
        return f"{'≥' if self.at_least else '≤'} {amount(self.bound)}{self.unit}"

    def judged(self, figure: float) -> str:
        """Whether a figure keeps it, and by how much it does not.

        >>> Target(2).judged(2.5)
        'missed by 25 %'
        """
        short = 1 - figure / self.bound if self.at_least else figure / self.bound - 1
        return "met" if short <= 0 else f"missed by {short:.0%}".replace("%", " %")


@dataclass(frozen=True)
class Judged:
    """A figure beside its target; what is not judged has no target."""

    what: tuple[str, ...]
    figure: float | None
    target: Target | None = None
    unit: str = ""

    def cells(self) -> tuple[str, ...]:
        """One row of a table."""
        if self.figure is None:
            return (*self.what, "–", self.target.told() if self.target else "", "not measured")
        told = f"{amount(self.figure)}{self.unit}"
        if self.target is None:
            return (*self.what, told, "", "")
        return (*self.what, told, self.target.told(), self.target.judged(self.figure))


@dataclass(frozen=True)
class Table:
    """Rows under a title, with what must be known to read them."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    note: str = ""

    def markdown(self) -> str:
        """The table as a section; columns of figures stand to the right."""
        right = [index > 0 and all(_is_figure(row[index]) for row in self.rows) for index in range(len(self.columns))]
        lines = [f"### {self.title}", ""]
        if self.note:
            lines += [self.note, ""]
        lines.append(f"| {' | '.join(self.columns)} |")
        lines.append(f"| {' | '.join('--:' if side else '---' for side in right)} |")
        lines += (f"| {' | '.join(row)} |" for row in self.rows)
        return "\n".join([*lines, ""])


def judged_table(title: str, columns: tuple[str, ...], rows: Sequence[Judged], note: str = "") -> Table:
    """A table of figures with targets; `columns` are those of what they are figures of, and of the figure."""
    return Table(title, (*columns, "target", "verdict"), [row.cells() for row in rows], note)


def amount(value: float) -> str:
    """A figure with three digits or so.

    >>> amount(0.01234), amount(1.234), amount(12345.6)
    ('0.0123', '1.23', '12,346')
    """
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"


def seconds(value: float | None) -> str:
    """A time for people."""
    if value is None:
        return "–"
    return f"{value * 1000:.3g} ms" if value < 0.1 else f"{amount(value)} s"


def write_section(path: Path, key: str, title: str, about: str, tables: Sequence[Table]) -> None:
    """Writes a section of RESULTS.md anew and leaves the others; sections stand in the order of their keys."""
    text = path.read_text(encoding="utf-8") if path.is_file() else HEADER
    begin, end = f"<!-- {key} -->", f"<!-- end of {key} -->"
    body = "\n".join([begin, f"## {title}", "", about, "", *(table.markdown() for table in tables), end])
    found = dict(re.findall(r"(?s)<!-- ([^>]+) -->\n(.*?)\n<!-- end of \1 -->", text))
    found[key] = body.removeprefix(f"{begin}\n").removesuffix(f"\n{end}")
    sections = [f"<!-- {name} -->\n{found[name]}\n<!-- end of {name} -->\n" for name in sorted(found)]
    path.write_text("\n".join([HEADER, *sections]), encoding="utf-8")


def _is_figure(cell: str) -> bool:
    return not cell or cell[0] in "0123456789–≤≥"
