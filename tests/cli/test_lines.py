"""Tables written without Rich look as if Rich had written them."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from kg.cli.lines import lines_of
from kg.cli.screen import make_table

CELLS = st.text(max_size=12) | st.integers(0, 10**6) | st.floats(0, 1).map(lambda x: round(x, 2)) | st.none()
NAMES = st.text("abc Əşü Қң 北京 ไทย é", min_size=1, max_size=10)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[list[str | int | float | None]]]:
    columns = draw(st.lists(NAMES, min_size=1, max_size=4))
    rows = draw(st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns)), max_size=4))
    return columns, rows


@given(tables(), st.integers(10, 160))
def test_lines_are_those_of_rich(table: tuple[list[str], list[list[str | int | float | None]]], width: int) -> None:
    columns, rows = table
    lines = lines_of(columns, rows, width)
    if lines is not None:
        stream = io.StringIO()
        Console(file=stream, width=width, highlight=False, emoji=False).print(make_table(columns, rows))
        assert "\n".join(lines) + "\n" == stream.getvalue()


def test_what_must_be_broken_is_left_to_rich() -> None:
    assert lines_of(("id",), [("a" * 30,)], 20) is None
    assert lines_of(("id",), [("a\nb",)], 80) is None
    assert lines_of((), [], 80) is None
    assert lines_of(("id", "n"), [("ä", 1)], 80) == [
        "┏━━━━┳━━━┓",
        "┃ id ┃ n ┃",
        "┡━━━━╇━━━┩",
        "│ ä  │ 1 │",
        "└────┴───┘",
    ]
