"""Print how well known names are found in running text: precision and recall by language, and the speed.

    python benchmarks/mentions/measure.py dev
    python benchmarks/mentions/measure.py held-out

A mention is right when its stretch of the text is and its thing is the one, or one of those, that it may name (a name
that several things have gives all of them; how many did is told below the table). Known are the things of `seeds/` and
the registry's records in `benchmarks/names/pairs_dev.csv`, all with all their names.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kg.facts.model import Entity, Name, NameRank, Row
from kg.facts.names.mentions import MentionFinder

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


@dataclass(frozen=True, slots=True)
class Article:
    """A text, and the stretches of it that name things: start, end, the thing's id."""

    key: str
    text: str
    marks: tuple[tuple[int, int, str], ...]

    @property
    def language(self) -> str:
        """The language, which the key opens with."""
        return self.key.partition("-")[0]


def read_articles(part: str) -> list[Article]:
    """The articles of a part: `held-out` stands in a file of its own; `seen` is every third of the others, which was
    held out until it was looked at.
    """
    file = HERE / ("held_out.txt" if part == "held-out" else "articles.txt")
    pieces = re.split(r"^# (.+)\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    articles = [marked(key, text) for key, text in zip(pieces[::2], pieces[1::2], strict=True)]
    return [each for at, each in enumerate(articles) if part == "held-out" or (at % 3 == 2) is (part == "seen")]


def marked(key: str, source: str) -> Article:
    """An article out of its source, where a mention stands as [[text|id]]."""
    text, marks, last = "", [], 0
    for match in MARK.finditer(source):
        text += source[last : match.start()]
        marks.append((len(text), len(text) + len(match[1]), match[2]))
        text, last = text + match[1], match.end()
    return Article(key, text + source[last:], tuple(marks))


def known_things() -> list[Entity]:
    """The things whose names are looked for."""
    names: dict[str, dict[tuple[str, str], None]] = {}
    classes: dict[str, str] = {}
    with (ROOT / "seeds/entities.csv").open(encoding="utf-8", newline="") as file:
        classes |= {row["id"]: row["class"] for row in csv.DictReader(file)}
    with (ROOT / "seeds/names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names.setdefault(row["entity"], {})[row["language"], row["name"]] = None
    with (ROOT / "benchmarks/names/pairs_dev.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["relation"] in ("translation", "hard_negative") and row["kind"] != "person":
                records = row["origin"].split()
                for side, record in (("left", records[0]), ("right", records[-1])):
                    if record.startswith("ror:"):
                        names.setdefault(record, {})[row[f"{side}_language"], row[side]] = None
    return [
        Entity(
            key,
            classes.get(key, "Organisation"),
            "",
            (),
            tuple(Name(key, language, text, NameRank.PREFERRED, "") for language, text in found),
            (key,),
            Row("", 0),
        )
        for key, found in sorted(names.items())
    ]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=("dev", "seen", "held-out"))
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was wrong")
    options = parser.parse_args()
    things, articles = known_things(), read_articles(options.part)
    finder = MentionFinder(things)
    counts: Counter[tuple[str, str]] = Counter()
    for article in articles:
        told = set(article.marks)
        found = set()
        for mention in finder.find(article.text, article.language):
            span = (mention.start, mention.end)
            right = next((key for key in mention.entities if (*span, key) in told), mention.entities[0])
            found.add((*span, right))
            counts["all", "unclear"] += len(mention.entities) > 1
        for what, these in (("found", told & found), ("missed", told - found), ("wrong", found - told)):
            counts[article.language, what] += len(these)
            counts["all", what] += len(these)
            if options.misses and what != "found":
                for start, end, key in sorted(these):
                    print(f"{what} {article.key}: {article.text[start:end]!r} {key}")
    print(f"{len(articles)} articles, {len(things)} known things.\n")
    print("| language | mentions | precision | recall |\n| --- | --: | --: | --: |")
    for language in [*sorted({article.language for article in articles}), "all"]:
        hits, misses, errors = (counts[language, each] for each in ("found", "missed", "wrong"))
        precision = hits / (hits + errors) if hits + errors else 1.0
        print(f"| {language} | {hits + misses} | {precision:.3f} | {hits / (hits + misses):.3f} |")
    print(f"\n{counts['all', 'unclear']} of the mentions found may be of several things.")
    print(speed(things, articles))
    return 0


def speed(things: list[Entity], articles: list[Article]) -> str:
    """How many texts of 3,000 characters a second, cold and warm, by the number of things."""
    finder = MentionFinder(things)
    texts = [(article.text * 20)[:3000] for article in articles]
    start = time.perf_counter()
    for text, article in zip(texts, articles, strict=True):
        finder.find(text, article.language)
    return f"{len(texts) / (time.perf_counter() - start):.0f} texts of 3,000 characters a second."


if __name__ == "__main__":
    sys.exit(main())
