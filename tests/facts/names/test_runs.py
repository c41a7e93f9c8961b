"""What is read of a run of a name once says the same as a look at its parts each time."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

from kg.facts.names import alignment
from kg.facts.names.nearness import nearest
from kg.facts.names.tokens import TokenKind, read_name

DEVELOPMENT = Path(__file__).parents[3] / "benchmarks" / "names" / "pairs_dev.csv"
SPELLED = [
    ("一般財団法人国際観光サービスセンター", "ja"),
    ("大阪観光大学", "ja"),
    ("Kaohsiung", "en"),
    ("高雄", "zh"),
    ("Gaoxiong", "zh"),
    ("宁波诺丁汉大学", "zh"),
    ("Nottingham", "en"),
]


def runs() -> list[alignment._Run]:
    """Runs of names of the benchmark, those with Chinese in them and others."""
    with DEVELOPMENT.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sides = [(row[side], row[f"{side}_language"]) for row in rows for side in ("left", "right")]
    found = [run for name in SPELLED for _, run in alignment._runs(dict(enumerate(read_name(*name))))]
    chinese = [side for side in sides if side[1].startswith("zh")][:60]
    for name in [*chinese, *sides[::97]]:
        found += [run for _, run in alignment._runs(dict(enumerate(read_name(*name))))][:6]
    return found


def alike_part_by_part(mine: alignment._Run, theirs: alignment._Run) -> float:
    """How surely two runs are one name, by the sounds of all and by each part."""
    ones, others = mine.tokens, theirs.tokens
    like = 1.0 if mine.heard[0] == theirs.heard[0] else nearest(mine.heard, theirs.heard, 0.85)[0]
    if any(token.kind is TokenKind.SYLLABLE for token in (*ones, *others)):
        if alignment._is_older_spelling(ones, others):
            like = 1.0
        elif like < 0.85 and alignment._is_foreign_name(ones, others):
            like = alignment._TRANSCRIBED
        elif like < 1.0 and all(map(alignment._is_pinyin, (*ones, *others))):
            return 0.0
    return like if like >= 0.85 and not alignment._is_phrase_against_another(ones, others) else 0.0


def test_runs_are_as_alike_as_their_parts() -> None:
    every = runs()
    alike = 0
    for mine, theirs in product(every, repeat=2):
        found = alignment._alike_runs(mine, theirs)
        assert found == alike_part_by_part(mine, theirs), (mine, theirs)
        assert alignment._is_older_run(mine, theirs) == alignment._is_older_spelling(mine.tokens, theirs.tokens)
        alike += found > 0 and mine is not theirs
    assert len(every) > 150
    assert alike > 20


def test_names_without_two_sounded_parts_in_a_row_have_no_runs_to_match() -> None:
    for text, expected in (("Ministry of Health", False), ("Jiao Tong University", True), ("Baku Kanova", True)):
        assert alignment._has_run(dict(enumerate(read_name(text, "en")))) is expected, text
