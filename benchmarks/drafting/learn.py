"""Learn what speaks for a relation of two things from the texts of this folder, and write the weights of pairs.

    python benchmarks/drafting/learn.py              # writes kg/draft/data/pair_weights.csv.gz
    python benchmarks/drafting/learn.py --check      # figures by cross-validation alone
    python benchmarks/drafting/learn.py --folder DIR # from articles of your own, too, in the formats of this folder

A logistic regression for each relation, over all pairs of classes that the ontology lets it link. By three-fold
cross-validation it is found how much the word of a rule weighs beside the pair, and from which sum a pair is proposed
that no rule tells, so that of all that is proposed in the passages three in four are right.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from gold import SEEDS
from labelled import Labeller, Read, texts
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kg.draft.drafter import Drafter
from kg.draft.language.grammar import DATA
from kg.draft.pairs.weights import ALWAYS, LANGUAGE, LEAST, PATH, RULE, SHARE, Weights, write_weights
from kg.facts.reading import read_project
from kg.resources import Resources

_FOLDS, _STRENGTH, _RAREST, _FEWEST, _SMALLEST = 3, 0.5, 3, 8, 0.02
_UNIT = 1000
_PRECISION, _ENOUGH = 0.75, 6
"""The share of all that is proposed in the passages that must be right; how many must be added for a share to count."""
_SHARES = [share / 50 for share in range(25, 50)]
_STEPS = [step / 4 for step in range(-2, 13)]
_CODES = sorted(path.stem for path in (DATA / "languages").glob("*.csv"))
_RULES_ALONE = Weights({"": {f"{LANGUAGE}{code}": 0 for code in _CODES}})
"""Weights that propose nothing, so that pairs are only read."""
Sums = dict[int, dict[str, dict[int, float]]]
"""By text and relation, the sum of the weights of each of its examples, as the logarithm of the odds."""


@dataclass(frozen=True)
class Material:
    """The labelled texts as a matrix: a row for each example, a column for each feature that is not rare."""

    reads: Sequence[Read]
    columns: Mapping[str, int]
    matrix: csr_matrix
    rows: Sequence[tuple[int, int]]
    """The text and the example of each row."""


def material(folders: Sequence[str] = ()) -> Material:
    """Reads all texts with the rules alone, those of further folders of articles with their gold among them."""
    ontology = Resources.current().read_ontology()
    project = read_project(SEEDS, ontology.schema, ontology.shapes)
    labeller = Labeller(Drafter(project, ontology.schema, weights=_RULES_ALONE))
    reads = [labeller.read(text) for text in texts(folders)]
    counts = Counter(feature for read in reads for example in read.examples for feature in example.features)
    names = sorted(feature for feature, count in counts.items() if count >= _RAREST)
    columns = {feature: at for at, feature in enumerate(names)}
    indices, ends, rows = [], [0], []
    for number, read in enumerate(reads):
        for at, example in enumerate(read.examples):
            indices += sorted(columns[feature] for feature in example.features if feature in columns)
            ends.append(len(indices))
            rows.append((number, at))
    values = np.ones(len(indices), np.float64)
    return Material(reads, columns, csr_matrix((values, indices, ends), (len(rows), len(columns))), rows)


def fitted(told: Material, rows: Sequence[int]) -> dict[str, LogisticRegression]:
    """A regression for each relation of which some rows have enough examples."""
    chosen: dict[str, list[int]] = defaultdict(list)
    labels: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        number, at = told.rows[row]
        example = told.reads[number].examples[at]
        for relation in example.fits:
            label = example.labels.get(relation)
            if label != -1:
                chosen[relation].append(row)
                labels[relation].append(label is not None)
    found = {}
    for relation in sorted(chosen):
        if sum(labels[relation]) >= _FEWEST:
            model = LogisticRegression(C=_STRENGTH, solver="liblinear", max_iter=300, random_state=0)
            found[relation] = model.fit(told.matrix[chosen[relation]], np.array(labels[relation]))
    return found


def crossed(told: Material) -> Sums:
    """The sums of all examples, each by regressions that were fitted to other texts."""
    order = list(range(len(told.reads)))
    random.Random(0).shuffle(order)  # noqa: S311
    fold = {number: at % _FOLDS for at, number in enumerate(order)}
    sums: Sums = defaultdict(lambda: defaultdict(dict))
    for each in range(_FOLDS):
        models = fitted(told, [row for row, (number, _) in enumerate(told.rows) if fold[number] != each])
        tested: dict[str, list[int]] = defaultdict(list)
        for row, (number, at) in enumerate(told.rows):
            if fold[number] == each:
                for relation in told.reads[number].examples[at].fits:
                    if relation in models:
                        tested[relation].append(row)
        for relation, rows in tested.items():
            for row, total in zip(rows, models[relation].decision_function(told.matrix[rows]), strict=True):
                number, at = told.rows[row]
                sums[number][relation][at] = float(total)
    return sums


@dataclass(frozen=True)
class Candidate:
    """A claim of a passage that its pairs may tell: the best sum, and what became of it."""

    total: float
    is_rule: bool
    """Whether a rule tells it."""
    is_right: bool
    told: int | None
    """Which of what the text tells it is; None where it is none of it, or a rule finds it otherwise."""


Candidates = dict[str, list[tuple[int, Candidate]]]


def candidates(told: Material, sums: Sums) -> Candidates:
    """By relation, the claims of the passages, each with the number of its text; what is allowed is left out."""
    found: Candidates = defaultdict(list)
    for number, read in enumerate(told.reads):
        if not read.text.is_new:
            continue
        for relation, of_examples in sums.get(number, {}).items():
            best: dict[tuple[str, str], tuple[float, int | None]] = {}
            for at, total in of_examples.items():
                example = read.examples[at]
                label = example.labels.get(relation)
                if example.claim_ends not in best or best[example.claim_ends][0] < total:
                    best[example.claim_ends] = total, label
            for (left, right), (total, label) in best.items():
                claim = (left, relation, right)
                if claim in read.rules:
                    found[relation].append((number, Candidate(total, True, claim in read.right, None)))
                elif label != -1 and (label is None or label not in read.found):
                    found[relation].append((number, Candidate(total, False, label is not None, label)))
    return found


def word_of_rule(rows: Sequence[Candidate], usual: float, weight: float) -> float:
    """What a rule's word weighs beside the pair, drawn to what it weighs elsewhere: a logistic fit of one number."""
    value = usual
    for _ in range(50):
        slope = curve = 0.0
        for row in rows:
            sure = 1 / (1 + math.exp(-(row.total * SHARE / 10 + value)))
            slope += row.is_right - sure
            curve += sure * (1 - sure)
        value += (slope - weight * (value - usual)) / (curve + weight)
    return value


def least_sum(rows: Sequence[Candidate], share: float) -> float | None:
    """The least sum from which so great a share of what pairs add is right; None where there is none."""
    for step in _STEPS:
        added = [row for row in rows if not row.is_rule and row.total >= step]
        if len(added) >= _ENOUGH and sum(row.is_right for row in added) >= share * len(added):
            return step
    return None


def least_sums(told: Material, found: Candidates) -> dict[str, float]:
    """By relation, the least sum, of the least share by which what is proposed in the passages is precise enough."""
    least: dict[str, float] = {}
    for share in _SHARES:
        sums = ((relation, least_sum([row for _, row in rows], share)) for relation, rows in found.items())
        least = {relation: step for relation, step in sums if step is not None}
        right, wrong, _ = counts(told, found, least)
        if right >= _PRECISION * (right + wrong):
            break
    return least


def counts(told: Material, found: Candidates, least: Mapping[str, float], language: str = "") -> tuple[int, int, int]:
    """What is right and wrong in the passages, of what rules and pairs propose, and how much they tell."""
    mine = {
        number for number, read in enumerate(told.reads) if read.text.is_new and language in ("", read.text.language)
    }
    right = sum(len(told.reads[number].found) for number in mine)
    wrong = sum(len(told.reads[number].rules - told.reads[number].right) for number in mine)
    added = [
        (number, row)
        for relation, rows in found.items()
        for number, row in rows
        if number in mine and not row.is_rule and row.total >= least.get(relation, math.inf)
    ]
    right += len({(number, row.told) for number, row in added if row.is_right})
    wrong += sum(not row.is_right for _, row in added)
    return right, wrong, sum(len(told.reads[number].text.told) for number in mine)


def print_figures(told: Material, found: Candidates, least: Mapping[str, float]) -> None:
    """Precision, recall and F1 in the passages of the rules, and of the rules with what pairs add."""
    print("| language | told | rules | with pairs |\n| --- | --: | --: | --: |")
    for language in [*sorted({read.text.language for read in told.reads if read.text.is_new}), ""]:
        rules, both = counts(told, found, {}, language), counts(told, found, least, language)
        print(f"| {language or 'all'} | {rules[2]:,} | {_share(*rules)} | {_share(*both)} |")


def _share(right: int, wrong: int, told: int) -> str:
    precision, recall = right / max(1, right + wrong), right / max(1, told)
    return f"{precision:.2f} / {recall:.2f} / {2 * precision * recall / max(1e-9, precision + recall):.2f}"


def main() -> int:
    """Learn, tell figures, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--folder", action="append", default=[], metavar="DIR", help="further articles with their gold")
    asked = parser.parse_args()
    told = material(asked.folder)
    print(f"{len(told.reads)} texts, {len(told.rows):,} pairs, {len(told.columns):,} features", file=sys.stderr)
    found = candidates(told, crossed(told))
    ruled = {relation: [row for _, row in rows if row.is_rule] for relation, rows in found.items()}
    usual = word_of_rule([row for rows in ruled.values() for row in rows], 0.0, 0.001)
    least = least_sums(told, found)
    print_figures(told, found, least)
    if asked.check:
        return 0
    weights: dict[str, dict[str, int]] = defaultdict(dict)
    names = list(told.columns)
    for relation, model in fitted(told, range(len(told.rows))).items():
        for feature, weight in zip(names, model.coef_[0], strict=True):
            if abs(weight) >= _SMALLEST:
                weights[feature][relation] = round(_UNIT * weight)
        weights[ALWAYS][relation] = round(_UNIT * model.intercept_[0])
        weights[RULE][relation] = round(_UNIT * word_of_rule(ruled.get(relation, []), usual, 1.0))
        if relation in least:
            weights[LEAST][relation] = round(_UNIT * least[relation])
    write_weights(weights)
    print(f"{PATH.name}: {len(weights):,} features, {PATH.stat().st_size:,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
