"""Facts to claims: the same relation told by several rows is one claim with several pieces of evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.facts.dates import PartialDate, most_precise
from kg.facts.model import Claim, Conflict, Evidence, Fact, Rank, Source, Status, digest
from kg.facts.schema import Schema

# A claim has one value of these; two are a contradiction.
_SINGLE = ("ordinal", "unit", "magnitude", "comparison")


@dataclass(frozen=True)
class Claims:
    """All claims in the order of their first rows, and where their sources disagree."""

    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]


def claim_key(fact: Fact, schema: Schema) -> str:
    """The stable key of the claim that a fact tells; the two directions of a symmetric property are one."""
    subject, object_ = fact.subject, fact.object
    if schema.properties[fact.predicate].symmetric:
        subject, object_ = sorted((subject, object_))
    role, party = fact.qualifiers.get("role", ""), fact.qualifiers.get("onBehalfOf", "")
    return digest(subject, fact.predicate, object_, role, party, str(fact.spell))


def to_claims(facts: Iterable[Fact], sources: Mapping[str, Source], schema: Schema) -> Claims:
    """The claims that facts tell.

    A claim is stated if any of its evidence states it, else planned, else denied. Its dates are the most
    precise that all its evidence allows; where evidence disagrees, the preferred telling is kept (rank in the
    table, then the later report, then the one that more sources tell) and the disagreement is listed.
    """
    rows: dict[str, list[Fact]] = {}
    row_ids: dict[str, str] = {}
    for fact in facts:
        key = claim_key(fact, schema)
        rows.setdefault(key, []).append(fact)
        if fact.id:
            row_ids[fact.id] = key
    replaced = {row_ids[fact.supersedes] for group in rows.values() for fact in group if fact.supersedes}
    conflicts: list[Conflict] = []
    claims = []
    for key, group in rows.items():
        supersedes = tuple(sorted({row_ids[fact.supersedes] for fact in group if fact.supersedes}))
        claims.append(_claim(key, group, sources, supersedes, key in replaced, conflicts))
    return Claims(tuple(claims), tuple(sorted(conflicts, key=lambda item: (item.claim, item.what))))


def _claim(
    key: str,
    facts: list[Fact],
    sources: Mapping[str, Source],
    supersedes: tuple[str, ...],
    superseded: bool,
    conflicts: list[Conflict],
) -> Claim:
    evidence = tuple(_evidence(key, fact, sources[fact.source]) for fact in facts)
    statuses = {item.status for item in evidence if item.rank is not Rank.DEPRECATED}
    statuses = statuses or {item.status for item in evidence}
    status = next(status for status in Status if status in statuses)
    if {Status.STATED, Status.DENIED} <= statuses:
        conflicts.append(Conflict(key, "status", ("denied", "stated"), "stated"))
    told = [item for item in evidence if item.status is status and item.rank is not Rank.DEPRECATED] or list(evidence)
    first = facts[0]
    reported = [item.reported for item in told if item.reported is not None]
    return Claim(
        key=key,
        subject=first.subject,
        predicate=first.predicate,
        object=first.object,
        object_is_entity=first.object_is_entity,
        from_=_date(key, "from", [(item, item.from_) for item in told], conflicts),
        until=_date(key, "until", [(item, item.until) for item in told], conflicts),
        reported=min(reported, key=lambda date: (date.latest, date.text), default=None),
        status=status,
        rank=_rank(evidence),
        spell=first.spell,
        superseded=superseded,
        supersedes=supersedes,
        qualifiers=_qualifiers(key, facts, conflicts),
        evidence=evidence,
    )


def _evidence(key: str, fact: Fact, source: Source) -> Evidence:
    text, occurrence = fact.quote.key if fact.quote else ("", 0)
    return Evidence(
        key=digest(key, fact.source, text, str(occurrence), fact.record),
        source=fact.source,
        quote=fact.quote,
        record=fact.record,
        from_=fact.from_,
        until=fact.until,
        derived=fact.derived,
        status=fact.status,
        rank=fact.rank,
        reported=source.reported,
        row=fact.row,
    )


def _rank(evidence: Iterable[Evidence]) -> Rank:
    ranks = {item.rank for item in evidence}
    return next(rank for rank in Rank if rank in ranks)


def _date(
    key: str, what: str, told: list[tuple[Evidence, PartialDate | None]], conflicts: list[Conflict]
) -> PartialDate | None:
    dated = [(item, date) for item, date in told if date is not None]
    if not dated:
        return None
    agreed = most_precise([date for _, date in dated])
    if agreed is not None:
        return agreed
    support = Counter(date.text for _, date in dated)

    def preference(pair: tuple[Evidence, PartialDate]) -> tuple[bool, str, int, str]:
        item, date = pair
        report = item.reported.latest.isoformat() if item.reported else ""
        return item.rank is Rank.PREFERRED, report, support[date.text], date.text

    kept = max(dated, key=preference)[1]
    conflicts.append(Conflict(key, what, tuple(sorted(support)), kept.text))
    return kept


def _qualifiers(key: str, facts: list[Fact], conflicts: list[Conflict]) -> dict[str, tuple[str, ...]]:
    values: dict[str, set[str]] = {}
    for fact in facts:
        for name, value in fact.qualifiers.items():
            values.setdefault(name, set()).add(value)
    for name in _SINGLE:
        if len(values.get(name, ())) > 1:
            tellings = tuple(sorted(values[name]))
            conflicts.append(Conflict(key, name, tellings, facts[0].qualifiers.get(name, tellings[0])))
    return {name: tuple(sorted(values[name])) for name in sorted(values)}
