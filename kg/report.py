"""What a build tells of itself: counts, evidence, violations, conflicts. No clock, so the same facts, same bytes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.facts.model import Claim, Conflict, Project, Status
from kg.facts.schema import Schema
from kg.rdf.vocabulary import BASE

if TYPE_CHECKING:
    from kg.network.centrality import Measure, Score
    from kg.rdf.validation import Verdict, Violation

_CORE = (
    "Organisation",
    "Center",
    "Initiative",
    "Agreement",
    "Person",
    "Country",
    "Place",
    "Event",
    "LegalAct",
    "Post",
    "Concept",
)


@dataclass(frozen=True)
class Report:
    """The content of `report.json`, its field names being the keys."""

    generator: str
    base: str
    """What the IRIs of things begin with."""
    things: Mapping[str, int]
    """Things by the class that `entities.csv` gives them."""
    core_classes: Mapping[str, int]
    """Things of the main classes, those below them included."""
    names: Mapping[str, int]
    """Names by language."""
    facts: int
    claims: Mapping[str, int]
    """Claims by status."""
    evidence: Mapping[str, int]
    """Pieces of evidence: all, verified (a quote once found in its document), unverified, records."""
    evidence_by_source: Mapping[str, Mapping[str, int]]
    evidence_by_class: Mapping[str, Mapping[str, int]]
    """For things of each class: claims about them, and those of them with a verified quote or a record."""
    single_source_claims: int
    triples: Mapping[str, int]
    """Triples by named graph."""
    violations: tuple[Violation, ...]
    excused: int
    conflicts: tuple[Conflict, ...]
    best_connected: tuple[Score, ...]
    """Organisations with the highest betweenness; in a network too large for it, the highest PageRank."""
    left_out: Mapping[str, str]
    """What the build was told, or is too large, to make, and why."""

    def write(self, path: Path) -> None:
        """Writes it as JSON, keys in the order of the fields."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


class Tally:
    """What is counted of claims; tallies of parts of them add up."""

    def __init__(self) -> None:
        self.claims: Counter[str] = Counter()
        """By status, and `all`, `single` (those of one source)."""
        self.evidence: Counter[str] = Counter()
        self.by_source: dict[str, Counter[str]] = {}
        self.by_class: dict[str, Counter[str]] = {}

    def add(self, claim: Claim, classes: Mapping[str, str]) -> None:
        """Counts one claim; `classes` are those of the things."""
        sources = set()
        for item in claim.evidence:
            sources.add(item.source)
            verified = item.quote is not None and item.quote.verified
            counts = self.by_source.get(item.source)
            if counts is None:
                counts = self.by_source[item.source] = Counter()
            for counter in (self.evidence, counts):
                counter["evidence"] += 1
                counter["verified"] += verified
                counter["records"] += item.quote is None
        self.claims["all"] += 1
        self.claims[claim.status.value] += 1
        self.claims["single"] += len(sources) == 1
        ends = (claim.subject,) if claim.subject == claim.object else (claim.subject, claim.object)
        for name in (classes[key] for key in ends if key in classes):
            entry = self.by_class.get(name)
            if entry is None:
                entry = self.by_class[name] = Counter()
            entry["claims"] += 1
            entry["backed"] += _is_backed(claim)

    def merge(self, other: Tally) -> None:
        """Adds what another tally counted."""
        self.claims.update(other.claims)
        self.evidence.update(other.evidence)
        for mine, theirs in ((self.by_source, other.by_source), (self.by_class, other.by_class)):
            for key, counts in theirs.items():
                mine.setdefault(key, Counter()).update(counts)


def tally(claims: Iterable[Claim], classes: Mapping[str, str]) -> Tally:
    """What is counted of these claims."""
    counted = Tally()
    for claim in claims:
        counted.add(claim, classes)
    return counted


@dataclass(frozen=True)
class Told:
    """What the report tells of a project but for its facts."""

    classes: Mapping[str, str]
    """Of each thing."""
    names: Mapping[str, int]
    """How many names there are in each language."""
    sources: tuple[str, ...]
    """Sorted."""

    @classmethod
    def of(cls, project: Project) -> Told:
        """That of a project."""
        entities = project.entities
        return cls(
            {key: entity.class_name for key, entity in entities.items()},
            Counter(name.language for entity in entities.values() for name in entity.names),
            tuple(sorted(project.sources)),
        )


def make_report(
    told: Told,
    facts: int,
    counted: Tally,
    conflicts: tuple[Conflict, ...],
    schema: Schema,
    triples: Mapping[str, int],
    verdict: Verdict,
    ranking: Mapping[Measure, list[Score]],
    left_out: Mapping[str, str],
) -> Report:
    """The report of a build from so many facts."""
    classes = Counter(told.classes.values())
    statuses = {key: counted.claims[key] for key in sorted(status.value for status in Status) if counted.claims[key]}
    evidence = counted.evidence
    from kg.network.centrality import Measure  # takes time that what only counts need not spend

    best = ranking.get(Measure.BETWEENNESS) or ranking.get(Measure.PAGERANK, [])
    organisations = [score for score in best if schema.is_a(told.classes[score.node], "Organisation")]
    return Report(
        generator=f"partnership-kg {__version__}",
        base=BASE,
        things=dict(sorted(classes.items())),
        core_classes={name: sum(count for key, count in classes.items() if schema.is_a(key, name)) for name in _CORE},
        names=dict(sorted(told.names.items())),
        facts=facts,
        claims={"all": counted.claims["all"], **statuses},
        evidence={
            "all": evidence["evidence"],
            "verified": evidence["verified"],
            "unverified": evidence["evidence"] - evidence["records"] - evidence["verified"],
            "records": evidence["records"],
        },
        evidence_by_source={
            key: {name: counted.by_source.get(key, Counter())[name] for name in ("evidence", "verified", "records")}
            for key in told.sources
        },
        evidence_by_class={
            key: {name: counts[name] for name in ("claims", "backed")}
            for key, counts in sorted(counted.by_class.items())
            if counts["claims"]
        },
        single_source_claims=counted.claims["single"],
        triples=dict(triples),
        violations=verdict.violations,
        excused=verdict.excused,
        conflicts=conflicts,
        best_connected=tuple(organisations[:10]),
        left_out=dict(sorted(left_out.items())),
    )


def _is_backed(claim: Claim) -> bool:
    return any(item.record or (item.quote is not None and item.quote.verified) for item in claim.evidence)
