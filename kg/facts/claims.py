"""Facts to claims: the same relation told by several rows is one claim with several pieces of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kg.facts import conflicts
from kg.facts.dates import PartialDate
from kg.facts.model import Claim, Conflict, Evidence, Fact, Rank, Row, Source, best_rank, digest
from kg.facts.problems import InputError, Problem
from kg.facts.schema import Schema


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
    Deprecated evidence is kept but has no say. A row that supersedes another replaces that row's claim, or, where
    both tell the same claim, only deprecates the row. Raises InputError where claims supersede one another.
    """
    facts = list(facts)
    tied = (fact for fact in facts if fact.id or fact.supersedes)
    ties = [Tie(claim_key(fact, schema), fact.id, fact.supersedes, fact.row) for fact in tied]
    claims = tuple(fold(facts, sources, schema, supersession(ties)))
    found = [item.conflict() for item in conflicts.disagreements(claims, schema)]
    return Claims(claims, tuple(sorted(found, key=lambda item: (item.claim, item.what, item.kept))))


@dataclass(frozen=True)
class Tie:
    """A row that has an id or supersedes another row, with the key of its claim."""

    key: str
    id: str
    supersedes: str
    row: Row


@dataclass(frozen=True)
class Supersession:
    """What supersedes what: the claims of rows that have an id, and for each claim those that it replaces."""

    row_keys: Mapping[str, str]
    supersedes: Mapping[str, tuple[str, ...]]
    replaced: frozenset[str]


def supersession(ties: Iterable[Tie]) -> Supersession:
    """What follows from the ties of all rows; InputError where claims supersede one another."""
    ties = list(ties)
    wanted = {tie.supersedes for tie in ties}
    row_keys = {tie.id: tie.key for tie in ties if tie.id in wanted and tie.id}
    others: dict[str, set[str]] = {}
    for tie in ties:
        if tie.supersedes and row_keys[tie.supersedes] != tie.key:
            others.setdefault(tie.key, set()).add(row_keys[tie.supersedes])
    supersedes = {key: tuple(sorted(found)) for key, found in others.items()}
    _check_supersession(ties, row_keys, supersedes)
    return Supersession(row_keys, supersedes, frozenset(key for found in others.values() for key in found))


class Reports(Protocol):
    """What a claim takes from a source."""

    @property
    def reported(self) -> PartialDate | None:
        """The day, month or year by which it had reported."""


def fold(facts: Iterable[Fact], sources: Mapping[str, Reports], schema: Schema, ties: Supersession) -> Iterator[Claim]:
    """The claims of facts, in the order of their first rows; all facts of a claim must be among them."""
    return fold_keyed(((claim_key(fact, schema), fact) for fact in facts), sources, ties)


def fold_keyed(
    facts: Iterable[tuple[str, Fact]], sources: Mapping[str, Reports], ties: Supersession
) -> Iterator[Claim]:
    """The same of facts whose keys are known."""
    rows: dict[str, list[Fact]] = {}
    for key, fact in facts:
        rows.setdefault(key, []).append(fact)
    for key, group in rows.items():
        corrected = {fact.supersedes for fact in group if ties.row_keys.get(fact.supersedes) == key}
        if corrected:
            group = [replace(fact, rank=Rank.DEPRECATED) if fact.id in corrected else fact for fact in group]
        yield _claim(key, group, sources, ties.supersedes.get(key, ()), key in ties.replaced)


def _check_supersession(
    ties: Sequence[Tie], row_keys: Mapping[str, str], supersedes: Mapping[str, tuple[str, ...]]
) -> None:
    """Raises InputError that names the rows of claims which supersede one another, by whichever of their rows."""

    def reaches(start: str, goal: str) -> bool:
        waiting, seen = [start], {start}
        while waiting:
            key = waiting.pop()
            if key == goal:
                return True
            waiting += [other for other in supersedes.get(key, ()) if other not in seen]
            seen |= set(supersedes.get(key, ()))
        return False

    problems = []
    for tie in ties:
        other = row_keys.get(tie.supersedes, tie.key)
        if other != tie.key and reaches(other, tie.key):
            rows = (found.row for found in ties if found.key == other and found.supersedes)
            back = sorted({f"{row.file}:{row.line}" for row in rows} or {"other rows"})
            text = f"the claim of row '{tie.supersedes}', which this one supersedes, supersedes it too"
            fix = f"Empty one of the cells 'supersedes': this one, or that of {', '.join(back)}."
            problems.append(Problem(tie.row.file, tie.row.line, text, fix))
    if problems:
        raise InputError(problems)


def _claim(
    key: str, facts: list[Fact], sources: Mapping[str, Reports], supersedes: tuple[str, ...], superseded: bool
) -> Claim:
    evidence = tuple(_evidence(key, fact, sources[fact.source]) for fact in facts)
    # A symmetric relation may be told in both directions; the order of rows must not choose.
    first = min(facts, key=lambda fact: (fact.subject, fact.object))
    reported = [item.reported for item in conflicts.telling(evidence) if item.reported is not None]
    return Claim(
        key=key,
        subject=first.subject,
        predicate=first.predicate,
        object=first.object,
        object_is_entity=first.object_is_entity,
        from_=conflicts.date_of(evidence, "from"),
        until=conflicts.date_of(evidence, "until"),
        reported=min(reported, key=lambda date: (date.latest, date.text), default=None),
        status=conflicts.status_of(evidence),
        rank=Rank.DEPRECATED if superseded else best_rank(evidence),
        spell=first.spell,
        superseded=superseded,
        supersedes=supersedes,
        qualifiers=_qualifiers(facts),
        evidence=evidence,
    )


def _evidence(key: str, fact: Fact, source: Reports) -> Evidence:
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
        qualifiers={name: fact.qualifiers[name] for name in conflicts.SINGLE_QUALIFIERS if name in fact.qualifiers},
    )


def _qualifiers(facts: list[Fact]) -> dict[str, tuple[str, ...]]:
    """All values that rows tell, but for deprecated rows beside others."""
    values: dict[str, set[str]] = {}
    for fact in [fact for fact in facts if fact.rank is not Rank.DEPRECATED] or facts:
        for name, value in fact.qualifiers.items():
            values.setdefault(name, set()).add(value)
    return {name: tuple(sorted(values[name])) for name in sorted(values)}
