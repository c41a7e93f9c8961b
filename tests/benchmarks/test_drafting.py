"""The articles that drafting is measured on: their tables hold, and the check of them finds what does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDFS, Graph, Namespace

ROOT = Path(__file__).resolve().parents[2]
DRAFTING = Path("benchmarks") / "drafting"
LONG = 'Azərbaycan şirkətidir. Direktor: Orxan Vəlizadə. Parkda yerləşir. 2) "Anadolu Filtre" şirkəti'
TWICE = (
    "az-10,beyaz-kimya,locatedIn,sumgait-industrial-park,,,,,Parkda yerləşir,,,,,,,,,yes\naz-10,beyaz-kimya,locatedIn"
)


def check(root: Path) -> subprocess.CompletedProcess[str]:
    """What check.py says of the tables under `root`."""
    return subprocess.run(
        [sys.executable, str(root / DRAFTING / "check.py")],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the benchmark beside `seeds/`, to be spoilt."""
    shutil.copytree(ROOT / DRAFTING, tmp_path / DRAFTING)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def test_the_tables_hold() -> None:
    found = check(ROOT)
    assert (found.returncode, found.stdout.splitlines()[-1:]) == (0, ["All holds."]), found.stdout + found.stderr


@pytest.mark.parametrize(
    ("table", "old", "new", "told"),
    [
        ("facts.csv", "Parkda yerləşir", "Parkda yerləşmir", "az-10"),
        ("facts.csv", "beyaz-kimya,ofCountry,azerbaijan", "beyaz-kimya,ofCountry,baku", "ofCountry"),
        ("facts.csv", "Azərbaycan şirkətidir", LONG, "az-10: more than 8 words"),
        ("facts.csv", "az-10,beyaz-kimya,locatedIn", TWICE, "stands 2 times"),
        ("names.csv", "orxan-valizade,az", "orxan-valizadeh,az", "orxan-valizade: has no name"),
        ("entities.csv", "tashkent,City,,", "tashkent,City,,\nnobody,Person,,", "nobody: no row speaks of it"),
        ("entities.csv", "tashkent,City", "tashkent,Region", "tashkent: of two classes"),
        ("mentions.csv", "Baku", "Bakuu", "Bakuu"),
    ],
)
def test_what_does_not_hold_is_told(copied: Path, table: str, old: str, new: str, told: str) -> None:
    path = copied / DRAFTING / "gold" / table
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = check(copied)
    assert found.returncode == 1, found.stdout
    assert told in found.stdout


FOLLOWING = """
from gold import FOLLOWS, Row, with_following
rows = (
    Row("a", "guest", "spokeAt", "forum", "2026-03"),
    Row("a", "guest", "holdsPost", "head"),
    Row("a", "head", "postIn", "hub"),
    Row("a", "hub", "joined", "network", status="denied"),
)
for row in with_following(rows)[len(rows):]:
    print(row.subject, row.predicate, row.object, row.from_, row.required)
print(*(f"{one}:{other}" for one, other in FOLLOWS.items()))
"""


def test_what_follows_is_allowed_and_is_what_the_ontology_says() -> None:
    found = subprocess.run(
        [sys.executable, "-c", FOLLOWING],
        cwd=ROOT / DRAFTING,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    *rows, follows = found.stdout.splitlines()
    assert rows == ["guest participatedIn forum 2026-03 False", "guest worksFor hub  False"]
    ontology = Graph().parse(ROOT / "ontology" / "partnership.ttl")
    kg = Namespace("https://w3id.org/partnership-kg/ontology#")
    for one, other in (pair.split(":") for pair in follows.split()):
        assert (kg[one], RDFS.subPropertyOf, kg[other]) in ontology


DESCRIBED_POST = """
from gold import Gold, Row
from matching import Draft, matches
told = (Row("a", "guest", "holdsPost", "chief"), Row("a", "chief", "postIn", "hub"))
drafted = [Row("a", "guest", "holdsPost", "post-head"), Row("a", "post-head", "postIn", "hub")]
for class_ in ("Post", "Event"):
    gold = Gold({"a": "en"}, told, {"chief": "Post"}, {"chief": ("Chief of the Hub",)}, frozenset(), {}, {})
    draft = Draft(tuple(drafted), {"post-head": class_}, {"post-head": ("head",)})
    print(matches(gold, list(told), draft, drafted))
"""


NAMESAKES = """
from gold import Gold, Row
from matching import Draft, matches
told = (Row("a", "ann", "holdsPost", "chief-b"), Row("a", "ben", "holdsPost", "chief-a"))
drafted = [Row("a", "ann", "holdsPost", "one"), Row("a", "ben", "holdsPost", "two")]
gold = Gold({"a": "en"}, told, {"chief-a": "Post", "chief-b": "Post"},
    {"chief-a": ("Secretary General",), "chief-b": ("Secretary General",)}, frozenset(), {}, {})
draft = Draft(tuple(drafted), {"one": "Post", "two": "Post"},
    {"one": ("Secretary General (A)",), "two": ("secretary general (B)",)})
print(sorted(matches(gold, list(told), draft, drafted).items()))
"""


def test_of_two_posts_of_one_name_each_is_its_holders() -> None:
    assert printed(NAMESAKES) == ["[('one', 'chief-b'), ('two', 'chief-a')]"]


def test_a_post_that_is_worded_otherwise_matches_by_what_is_said_of_it() -> None:
    assert printed(DESCRIBED_POST) == ["{'post-head': 'chief'}", "{}"]


def printed(program: str) -> list[str]:
    """The lines that a program prints beside the benchmark's own modules."""
    found = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT / DRAFTING,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return found.stdout.splitlines()
