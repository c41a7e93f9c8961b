"""What a build tells of itself: counts, evidence, violations, conflicts. No clock, so the same facts, same bytes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kg import __version__
from kg.facts.claims import Claims
from kg.facts.model import Claim, Conflict, Project
from kg.facts.schema import Schema
from kg.network.centrality import Measure, Score
from kg.rdf.validation import Verdict, Violation
from kg.rdf.vocabulary import BASE

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

    def write(self, path: Path) -> None:
        """Writes it as JSON, keys in the order of the fields."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def make_report(
    project: Project,
    claims: Claims,
    schema: Schema,
    triples: Mapping[str, int],
    verdict: Verdict,
    ranking: Mapping[Measure, list[Score]],
) -> Report:
    """The report of a build."""
    classes = Counter(entity.class_name for entity in project.entities.values())
    languages = Counter(name.language for entity in project.entities.values() for name in entity.names)
    statuses = Counter(claim.status.value for claim in claims.claims)
    evidence = [item for claim in claims.claims for item in claim.evidence]
    quotes = [item for item in evidence if item.quote is not None]
    verified = sum(item.quote is not None and item.quote.verified for item in quotes)
    organisations = [
        score
        for score in ranking.get(Measure.BETWEENNESS) or ranking[Measure.PAGERANK]
        if schema.is_a(project.entities[score.node].class_name, "Organisation")
    ]
    return Report(
        generator=f"partnership-kg {__version__}",
        base=BASE,
        things=dict(sorted(classes.items())),
        core_classes={name: sum(count for key, count in classes.items() if schema.is_a(key, name)) for name in _CORE},
        names=dict(sorted(languages.items())),
        facts=len(project.facts),
        claims={"all": len(claims.claims), **dict(sorted(statuses.items()))},
        evidence={
            "all": len(evidence),
            "verified": verified,
            "unverified": len(quotes) - verified,
            "records": len(evidence) - len(quotes),
        },
        evidence_by_source=_by_source(project, claims),
        evidence_by_class=_by_class(project, claims),
        single_source_claims=sum(len(claim.sources) == 1 for claim in claims.claims),
        triples=dict(triples),
        violations=verdict.violations,
        excused=verdict.excused,
        conflicts=claims.conflicts,
        best_connected=tuple(organisations[:10]),
    )


def _is_backed(claim: Claim) -> bool:
    return any(item.record or (item.quote is not None and item.quote.verified) for item in claim.evidence)


def _by_source(project: Project, claims: Claims) -> dict[str, dict[str, int]]:
    counts = {key: {"evidence": 0, "verified": 0, "records": 0} for key in sorted(project.sources)}
    for claim in claims.claims:
        for item in claim.evidence:
            counts[item.source]["evidence"] += 1
            counts[item.source]["verified"] += item.quote is not None and item.quote.verified
            counts[item.source]["records"] += item.quote is None
    return counts


def _by_class(project: Project, claims: Claims) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for claim in claims.claims:
        for key in sorted({claim.subject, claim.object} & project.entities.keys()):
            entry = counts.setdefault(project.entities[key].class_name, {"claims": 0, "backed": 0})
            entry["claims"] += 1
            entry["backed"] += _is_backed(claim)
    return dict(sorted(counts.items()))
