"""Where sources disagree, and which telling is kept by the stated rule.

Everything is read off claims, so that it works on the tables' claims and on those of a store alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from itertools import combinations

from kg.facts.dates import PartialDate, most_precise
from kg.facts.model import Claim, Conflict, Evidence, Rank, Status
from kg.facts.schema import PropertyUse, Schema, TemporalKind
from kg.facts.validity import Answer, Interval

SINGLE_QUALIFIERS = ("ordinal", "unit", "magnitude", "comparison")
"""A claim has one value of these; two are a contradiction."""

Told = tuple[Evidence, str]
"""A piece of evidence and the value that it tells."""
# "About 200" is taken for anything between 180 and 220: closer is no contradiction.
_ABOUT = Decimal("0.1")


class Clause(Enum):
    """The clause of the rule by which a telling is kept; the first that tells them apart decides."""

    STATEMENT = "a statement counts before a denial"
    RANK = "preferred in the table"
    REPORT = "the later report"
    SOURCES = "told by more sources"
    ORDER = "nothing tells them apart; the last in order of value"


@dataclass(frozen=True)
class Telling:
    """One of several values that exclude each other, the claim as it would read with it, and who tells it."""

    value: str
    claim: Claim
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Disagreement:
    """Tellings of which one at most is true: the kept one first, the others by their values."""

    what: str
    """`from`, `until`, `status`, the name of a qualifier; `count` or `object` where several claims disagree."""
    tellings: tuple[Telling, ...]
    clause: Clause

    def conflict(self) -> Conflict:
        """The same in short, for the report."""
        values = tuple(sorted({telling.value for telling in self.tellings}))
        kept = self.tellings[0]
        return Conflict(kept.claim.key, self.what, values, kept.value)


def heard(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that has a say: what is not deprecated; all, where all is."""
    return [item for item in evidence if item.rank is not Rank.DEPRECATED] or list(evidence)


def status_of(evidence: Sequence[Evidence]) -> Status:
    """Stated if any evidence that has a say states it, else planned, else denied."""
    if len(evidence) == 1:
        return evidence[0].status
    statuses = {item.status for item in heard(evidence)}
    return next(status for status in Status if status in statuses)


def telling(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that tells the claim as it stands: a plan does not date what came about."""
    if len(evidence) == 1:
        return list(evidence)
    status = status_of(evidence)
    return [item for item in heard(evidence) if item.status is status]


def date_of(evidence: Sequence[Evidence], side: str) -> PartialDate | None:
    """The most precise `from` or `until` that all evidence allows; the preferred one where there is none."""
    if len(evidence) == 1:
        return evidence[0].from_ if side == "from" else evidence[0].until
    told = _dated(evidence, side)
    agreed = most_precise([PartialDate(text) for _, text in told])
    if agreed is not None or not told:
        return agreed
    return PartialDate(preferred(told)[0])


def preferred(told: Sequence[Told]) -> tuple[str, Clause]:
    """Of values that exclude each other the one that is kept, and by which clause.

    Rank in the table, then the later report (one that is surely later; a dated one before an undated one), then
    the value that more sources tell. Where none of these decides, the value that sorts last.
    """
    support = Counter(value for value, _ in {(value, item.source) for item, value in told})
    left = list(told)
    clauses: tuple[tuple[Clause, Callable[[Told], bool]], ...] = (
        (Clause.RANK, lambda pair: all(item.rank is not Rank.PREFERRED for item, _ in left) or _is_preferred(pair)),
        (Clause.REPORT, lambda pair: not any(_reported_later(item, pair[0]) for item, _ in left)),
        (Clause.SOURCES, lambda pair: support[pair[1]] == max(support[value] for _, value in left)),
    )
    for clause, stays in clauses:
        left = [pair for pair in left if stays(pair)]
        if len({value for _, value in left}) == 1:
            return left[0][1], clause
    return max(value for _, value in left), Clause.ORDER


def disagreements(claims: Iterable[Claim], schema: Schema) -> list[Disagreement]:
    """Every place where sources disagree, sorted by the kept claim and what it is about.

    Within a claim: dates that exclude each other, a statement and a denial, two values of one qualifier. Between
    claims that both stand: two counts of the same thing at the same time, and two objects of a property that has
    one at a time (`kg:single` in the ontology).
    """
    claims = list(claims)
    found = [item for claim in claims for item in within(claim)]
    found += between(claims, nested(claims, schema), schema)
    return sorted(found, key=lambda item: (item.tellings[0].claim.key, item.what))


def _is_preferred(pair: Told) -> bool:
    return pair[0].rank is Rank.PREFERRED


def _reported_later(one: Evidence, other: Evidence) -> bool:
    """Whether one report is surely later than the other."""
    if one.reported is None or other.reported is None:
        return one.reported is not None and other.reported is None
    return one.reported.earliest > other.reported.latest


def _dated(evidence: Sequence[Evidence], side: str) -> list[Told]:
    dates = [(item, item.from_ if side == "from" else item.until) for item in telling(evidence)]
    return [(item, date.text) for item, date in dates if date is not None]


def within(claim: Claim) -> Iterator[Disagreement]:
    """Where the sources of one claim disagree."""
    if len(claim.evidence) == 1:
        return
    said = heard(claim.evidence)
    statuses = {item.status for item in said}
    if {Status.STATED, Status.DENIED} <= statuses:
        both = [(item, item.status.value) for item in said if item.status is not Status.PLANNED]
        tellings = _tellings(claim, both, lambda value: replace(claim, status=Status(value)))
        yield _disagreement("status", tellings, "stated", Clause.STATEMENT)
    for side in ("from", "until"):
        told = _dated(claim.evidence, side)
        if told and most_precise([PartialDate(text) for _, text in told]) is None:
            yield _disagreement(side, _tellings(claim, told, _redated(claim, side)), *preferred(told))
    for name in SINGLE_QUALIFIERS:
        told = [(item, item.qualifiers[name]) for item in said if name in item.qualifiers]
        if len({value for _, value in told}) > 1:
            yield _disagreement(name, _tellings(claim, told, _requalified(claim, name)), *preferred(told))


def _redated(claim: Claim, side: str) -> Callable[[str], Claim]:
    if side == "from":
        return lambda text: replace(claim, from_=PartialDate(text))
    return lambda text: replace(claim, until=PartialDate(text))


def _requalified(claim: Claim, name: str) -> Callable[[str], Claim]:
    return lambda value: replace(claim, qualifiers={**claim.qualifiers, name: (value,)})


def _tellings(claim: Claim, told: list[Told], as_told: Callable[[str], Claim]) -> list[Telling]:
    return [
        Telling(value, as_told(value), tuple(item for item, other in told if other == value))
        for value in sorted({value for _, value in told})
    ]


def _disagreement(what: str, tellings: list[Telling], kept: str, clause: Clause) -> Disagreement:
    ordered = sorted(tellings, key=lambda item: (item.value != kept, item.value, item.claim.key))
    return Disagreement(what, tuple(ordered), clause)


Rival = tuple[str, ...]
"""What one claim at most may stand for: two of one rival, with different objects, may exclude each other."""


def rival(claim: Claim, schema: Schema) -> Rival | None:
    """What other claims may exclude a claim by; None where none may."""
    property_ = schema.properties[claim.predicate]
    if not claim.asserted or not (property_.use is PropertyUse.FIGURE or property_.single):
        return None
    if property_.use is not PropertyUse.FIGURE:
        return claim.subject, claim.predicate
    about = (claim.qualifiers.get(name, ()) for name in ("scope", "unit"))
    return claim.subject, claim.predicate, *("\x1f".join(values) for values in about)


def nested(claims: Iterable[Claim], schema: Schema) -> Iterator[tuple[str, str]]:
    """What lies directly in or under what, by transitive properties: Davos and Switzerland are no two places."""
    for claim in claims:
        if claim.asserted and schema.properties[claim.predicate].transitive:
            yield claim.subject, claim.object


def between(claims: Iterable[Claim], nesting: Iterable[tuple[str, str]], schema: Schema) -> Iterator[Disagreement]:
    """Claims that stand and of which one at most is true; all rivals of each must be among them."""
    groups: dict[Rival, list[Claim]] = defaultdict(list)
    for claim in claims:
        key = rival(claim, schema)
        if key is not None:
            groups[key].append(claim)
    apart = {key: group for key, group in groups.items() if len({claim.object for claim in group}) > 1}
    above = _above(nesting) if apart else {}

    def exclude(one: Claim, other: Claim) -> bool:
        if schema.properties[one.predicate].use is PropertyUse.FIGURE:
            return _same_time(one, other) and _other_count(one, other, schema)
        nested = one.object in above.get(other.object, ()) or other.object in above.get(one.object, ())
        return one.object != other.object and not nested and _at_once(one, other, schema)

    for group in apart.values():
        what = "count" if schema.properties[group[0].predicate].use is PropertyUse.FIGURE else "object"
        for cluster in _clusters(group, exclude):
            told = [(item, claim.key) for claim in cluster for item in telling(claim.evidence)]
            yield _choice(what, cluster, told)


def _choice(what: str, claims: list[Claim], told: list[Told]) -> Disagreement:
    """The disagreement of several claims; where nothing else decides, the largest object in order of text."""
    key, clause = preferred(told)
    if clause is Clause.ORDER:
        key = max(claims, key=lambda claim: (claim.object, claim.key)).key
    tellings = [Telling(claim.object, claim, tuple(telling(claim.evidence))) for claim in claims]
    ordered = sorted(tellings, key=lambda item: (item.claim.key != key, item.value, item.claim.key))
    return Disagreement(what, tuple(ordered), clause)


def _clusters(claims: list[Claim], exclude: Callable[[Claim, Claim], bool]) -> Iterator[list[Claim]]:
    """Claims joined by pairs that exclude each other, each cluster sorted by key."""
    joined: dict[str, set[str]] = {claim.key: {claim.key} for claim in claims}
    for one, other in combinations(claims, 2):
        if exclude(one, other) and joined[one.key] is not joined[other.key]:
            joined[one.key] |= joined[other.key]
            for key in joined[other.key]:
                joined[key] = joined[one.key]
    by_key = {claim.key: claim for claim in claims}
    for keys in sorted({tuple(sorted(keys)) for keys in joined.values() if len(keys) > 1}):
        yield [by_key[key] for key in keys]


def _above(nesting: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """What each thing lies in or under, directly or through others."""
    direct: dict[str, set[str]] = defaultdict(set)
    for inner, outer in nesting:
        direct[inner].add(outer)
    above: dict[str, set[str]] = {}
    for node in direct:
        seen: set[str] = set()
        waiting = list(direct[node])
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                waiting += direct.get(current, ())
        above[node] = seen
    return above


def _undated(claim: Claim) -> bool:
    return claim.from_ is None and claim.until is None


def _same_time(one: Claim, other: Claim) -> bool:
    """Whether two figures are surely told of the same time: the same dates, or spans that overlap.

    A figure with only `from` is one of that date. Undated ones are both told as so, whenever reported.
    """
    if (one.from_, one.until) == (other.from_, other.until):
        return one.spell == other.spell
    if _undated(one) or _undated(other):
        return False
    spans = (Interval.of(claim if claim.until else replace(claim, until=claim.from_)) for claim in (one, other))
    return next(spans).overlaps(next(spans)) is Answer.YES


def _at_once(one: Claim, other: Claim, schema: Schema) -> bool:
    """Whether two relations surely hold on one day; an event happens once, unless dates or spells part them."""
    if schema.properties[one.predicate].temporal_kind is TemporalKind.EVENT:
        apart = one.from_ is not None and other.from_ is not None and not one.from_.allows(other.from_)
        return one.spell == other.spell and not apart
    if _undated(one) and _undated(other):
        return one.spell == other.spell
    return Interval.of(one).overlaps(Interval.of(other)) is Answer.YES


def _other_count(one: Claim, other: Claim, schema: Schema) -> bool:
    """Whether no number is what both figures say, their magnitudes and comparisons taken into account."""
    (low, high), (other_low, other_high) = (_range(claim, schema) for claim in (one, other))
    return high < other_low or other_high < low


Bound = tuple[Decimal, int]
"""A number, and -1 or 1 for just below or just above it."""


def _range(claim: Claim, schema: Schema) -> tuple[Bound, Bound]:
    """The least and the greatest number that a figure allows."""
    magnitudes, comparisons = (claim.qualifiers.get(name, ()) for name in ("magnitude", "comparison"))
    least, greatest = (Decimal("-Infinity"), 0), (Decimal("Infinity"), 0)
    if len(magnitudes) > 1 or len(comparisons) > 1:  # told as a disagreement of its own
        return least, greatest
    value = Decimal(claim.object) * Decimal(schema.factors[magnitudes[0]] if magnitudes else 1)
    spread = abs(value) * _ABOUT
    return {
        "moreThan": ((value, 1), greatest),
        "atLeast": ((value, 0), greatest),
        "lessThan": (least, (value, -1)),
        "atMost": (least, (value, 0)),
        "about": ((value - spread, 0), (value + spread, 0)),
    }.get(comparisons[0] if comparisons else "", ((value, 0), (value, 0)))
