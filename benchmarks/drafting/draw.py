"""Print the split of the articles: which are set aside, drawn once, stratified by language and style.

    python benchmarks/drafting/draw.py | diff - benchmarks/drafting/split.csv

Each language sets four of its twelve articles aside: one of each of four styles. Which two styles it leaves out is
drawn too, so that over the six languages each style is set aside four times.
"""

from __future__ import annotations

import csv
import random
import sys

from gold import HERE, records

SEED = 20261122


def main() -> None:
    """Write the table."""
    rows = records(HERE / "split.csv")
    drawn = random.Random(SEED)  # noqa: S311
    styles = sorted({row["style"] for row in rows})
    drawn.shuffle(styles)
    left_out = [(styles[at], styles[at + 1]) for at in range(0, len(styles), 2)] * 2
    drawn.shuffle(left_out)
    test: set[str] = set()
    for language, without in zip(sorted({row["language"] for row in rows}), left_out, strict=True):
        for style in sorted(set(styles) - set(without)):
            fitting = [row["article"] for row in rows if (row["language"], row["style"]) == (language, style)]
            test.add(drawn.choice(sorted(fitting)))
    writer = csv.DictWriter(sys.stdout, ["article", "language", "style", "part"], lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "part": "test" if row["article"] in test else "dev"} for row in rows)


if __name__ == "__main__":
    main()
