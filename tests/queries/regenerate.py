"""Writes the golden answers anew: python -m tests.queries.regenerate. Read the difference before you commit it."""

from __future__ import annotations

import sys

from kg.build import make_graph
from kg.resources import Resources
from tests.queries.answers import GOLDEN, QUESTIONS, to_csv


def main() -> int:
    """Runs all questions on the shipped seeds; 1 where an answer is empty."""
    store = make_graph(Resources.shipped().seeds).store
    GOLDEN.mkdir(exist_ok=True)
    for path in GOLDEN.glob("*.csv"):
        if path.stem not in QUESTIONS:
            path.unlink()
    empty = []
    for name, query in QUESTIONS.items():
        table = query.run(store)
        (GOLDEN / f"{name}.csv").write_text(to_csv(table), encoding="utf-8", newline="")
        if not table.rows:
            empty.append(name)
    if empty:
        print(f"no answer at the defaults: {', '.join(empty)}", file=sys.stderr)
    return 1 if empty else 0


if __name__ == "__main__":
    sys.exit(main())
