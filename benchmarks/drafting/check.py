"""Hold the articles' tables to the articles and to the ontology; exit 1 where something does not hold.

    python benchmarks/drafting/check.py [dev] [test] [test2]

The rows go through the project's own reader, beside those of `seeds/`: ids, classes, predicates, domains and ranges,
dates, statuses, qualifiers; each quote is looked for in its article, each mention too. What the guide asks for beyond
that is held as well: short quotes, no row twice, no new thing that is without a name or that no row speaks of.
"""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from gold import HERE, PARTS, ROOT, SEEDS, article_files, records, schema

from kg.facts.names.folding import fold
from kg.facts.problems import InputError
from kg.facts.quotes import locate, read_document
from kg.facts.reading import read_project

LONGEST = 8
"""Words of a quote."""


def merged(part: str, folder: Path) -> None:
    """Writes `seeds/` and the gold of a part into `folder` as the tables of one project."""
    shutil.copytree(SEEDS, folder, dirs_exist_ok=True)
    base = PARTS[part]
    for name, path in (
        ("sources.csv", base / "sources.csv"),
        ("entities.csv", base / "gold/entities.csv"),
        ("names.csv", base / "gold/names.csv"),
    ):
        rows = records(folder / name) + records(path)
        columns = list(dict.fromkeys(column for row in rows for column in row))
        _write(folder / name, columns, rows)
    facts = [{**row, "source": row["article"]} for row in records(base / "gold/facts.csv")]
    columns = ["source", *(column for column in facts[0] if column not in ("article", "required", "source"))]
    _write(folder / "facts" / "articles.csv", columns, facts)


def _write(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def faults(part: str) -> list[str]:
    """What does not hold in a part, as text."""
    found: list[str] = []
    files = {path.stem: path for path in article_files(part)}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "seeds"
        merged(part, folder)
        try:
            project = read_project(
                folder, schema(), frozenset(cells["shape"] for cells in records(SEEDS / "exceptions.csv"))
            )
        except InputError as error:
            return [f"{part}: {problem}" for problem in error.problems]
        documents = {key: read_document(path) for key, path in files.items()}
        problems: list = []
        located = locate((fact for fact in project.facts if fact.source in files), documents, problems)
        found += [f"{part}: {problem}" for problem in problems]
        found += [f"{part}: {fact.source}: no quote at {fact.row}" for fact in located if fact.quote is None]
        found += [
            f"{part}: {key}: no such article"
            for key in project.sources
            if key.count("-") == 1 and len(key) == 5 and key not in files
        ]
    for cells in records(PARTS[part] / "gold/facts.csv"):
        if cells["required"] not in ("yes", "no"):
            found.append(f"{part}: required is yes or no, not '{cells['required']}'")
    for cells in records(PARTS[part] / "gold/mentions.csv"):
        text = files[cells["article"]].read_text(encoding="utf-8")
        if fold(cells["text"]) not in fold(text) or (not cells["text"] and cells["required"] == "yes"):
            found.append(f"{part}: {cells['article']}: '{cells['text']}' is not in the article")
    return found


def breaches(part: str) -> list[str]:
    """What in the tables of a part goes against the guide, as text."""
    folder = PARTS[part] / "gold"
    rows = records(folder / "facts.csv")
    named = {cells["entity"] for cells in records(folder / "names.csv")}
    classes = {cells["id"]: cells["class"] for cells in records(folder / "entities.csv")}
    told = {cells[column] for cells in rows for column in ("subject", "object", "role", "onBehalfOf", "scope")}
    keys = Counter((c["article"], c["subject"], c["predicate"], c["object"], c["scope"], c["from"]) for c in rows)
    found = [f"{part}: {' '.join(filter(None, key))}: stands {count} times" for key, count in keys.items() if count > 1]
    found += [
        f"{part}: {cells['article']}: more than {LONGEST} words: '{cells['quote']}'"
        for cells in rows
        if len(cells["quote"].split()) > LONGEST
    ]
    found += [f"{part}: {key}: has no name" for key in sorted(set(classes) - named)]
    found += [f"{part}: {key}: no row speaks of it" for key in sorted(set(classes) - told)]
    found += [f"{part}: {key}: a name of no new thing" for key in sorted(named - set(classes))]
    return found


def differing() -> list[str]:
    """New things that are of one class in a part and of another in another, as text."""
    classes: dict[str, set[str]] = {}
    for base in PARTS.values():
        for cells in records(base / "gold/entities.csv"):
            classes.setdefault(cells["id"], set()).add(cells["class"])
    return [f"{key}: of two classes" for key, told in sorted(classes.items()) if len(told) > 1]


def main() -> int:
    """Print the faults, or what was counted."""
    parts = sys.argv[1:] or [part for part in PARTS if article_files(part)]
    found = [fault for part in parts for fault in [*faults(part), *breaches(part)]] + differing()
    split = {cells["article"]: cells["part"] for cells in records(HERE / "split.csv")}
    for part in parts:
        files = article_files(part)
        found += [
            f"{path.relative_to(ROOT)}: is not of the part {part}"
            for path in files
            if split.get(path.stem, "" if part == "dev" else part) != part
        ]
        rows = records(PARTS[part] / "gold/facts.csv")
        counts = Counter(row["required"] for row in rows)
        words = sorted(len(path.read_text(encoding="utf-8").split()) for path in files)
        print(
            f"{part}: {len(files)} articles of {words[0]} to {words[-1]} words, {counts['yes']} facts required,"
            f" {counts['no']} more allowed, {len(records(PARTS[part] / 'gold/entities.csv'))} new things"
        )
    print("\n".join(found) or "All holds.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
