"""Tables as lines of plain text, drawn as Rich draws them but without its time to import."""

from __future__ import annotations

from collections.abc import Sequence


def lines_of(
    columns: Sequence[str], rows: Sequence[Sequence[str | int | float | None]], width: int
) -> list[str] | None:
    """The lines of a table as Rich's default box has them; None where a cell must be broken, which Rich does better.

    >>> print("\\n".join(lines_of(("id", "n"), [("a", 1)], 80)))
    ┏━━━━┳━━━┓
    ┃ id ┃ n ┃
    ┡━━━━╇━━━┩
    │ a  │ 1 │
    └────┴───┘
    """
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    shown = [list(columns), *cells]
    if not columns or any(not text.isprintable() for row in shown for text in row):
        return None
    widths = [max(_width(row[place]) for row in shown) for place in range(len(columns))]
    if sum(widths) + 3 * len(widths) + 1 > width or 0 in widths:
        return None
    right = [bool(rows) and all(isinstance(row[place], int | float) for row in rows) for place in range(len(columns))]

    def line(row: Sequence[str], side: str) -> str:
        return f"{side} {f' {side} '.join(map(_padded, row, widths, right))} {side}"

    def rule(left: str, fill: str, between: str, end: str) -> str:
        return left + between.join(fill * (size + 2) for size in widths) + end

    return [
        rule("┏", "━", "┳", "┓"),
        line(shown[0], "┃"),
        rule("┡", "━", "╇", "┩"),
        *(line(row, "│") for row in cells),
        rule("└", "─", "┴", "┘"),
    ]


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space


def _width(text: str) -> int:
    """How many columns a text takes on a screen: letters of Latin and Cyrillic one each."""
    if all(character < "\u0300" or "\u0400" <= character < "\u0483" for character in text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
