"""What two builds differ in, in facts: every claim of the old one is kept, changed or removed, and none is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace

from kg.facts.changes import Change, ClaimChange, Difference, Kind, Snapshot, SourceChange
from kg.facts.claim_pairs import Pair, pairs, proof, proofs
from kg.facts.continuity import Continuity, value_changes
from kg.facts.dates import PartialDate
from kg.facts.model import Claim, Decision, Evidence, Judgement, Project, Source
from kg.facts.schema import Schema

_KINDS = {
    **dict.fromkeys(("from", "until", "reported"), Kind.REDATED),
    **dict.fromkeys(("status", "rank"), Kind.RESTATUSED),
    **dict.fromkeys(("superseded", "supersedes"), Kind.SUPERSEDED),
    **dict.fromkeys(("subject", "predicate", "object", "spell"), Kind.CORRECTED),
}
"""In what respect a claim changed where this value did; a qualifier is none of these."""


def snapshot(project: Project, claims: Iterable[Claim]) -> Snapshot:
    """What a folder of tables tells."""
    canonical = project.canonical
    return Snapshot(
        project.entities,
        {
            key: replace(source, publisher=canonical.get(source.publisher, source.publisher))
            for key, source in project.sources.items()
        },
        {claim.key: claim for claim in claims},
        frozenset(_judged_different(project.decisions, canonical)),
    )


def _judged_different(decisions: Iterable[Decision], canonical: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for decision in decisions:
        if decision.judgement is Judgement.DIFFERENT:
            left, right = sorted((canonical[decision.left], canonical[decision.right]))
            yield left, right


def compare(old: Snapshot, new: Snapshot, schema: Schema) -> Difference:
    """What `new` tells otherwise than `old`.

    Claims are the same where their key is, once each id is read as the thing that it names in the other build: so a
    merge changes claims and removes none. Of what is left over, an old and a new claim are paired where all but
    role, party or spell agree, or all but one of subject, predicate and object and a source's words with it.
    """
    continuity = Continuity(old.entities, new.entities)
    paired = pairs(old, new, continuity, schema)
    told = {claim.key for claim, _ in paired}, {claim.key for _, claim in paired}
    changed = tuple(_changed(paired, continuity, schema))
    successors = continuity.successors
    apart = {pair: tuple(sorted(successors.get(key, key) for key in pair)) for pair in old.distinct}
    return Difference(
        things=tuple(continuity.changes()),
        sources=tuple(_sources(old.sources, new.sources)),
        added=tuple(new.claims[key] for key in sorted(new.claims.keys() - told[1])),
        removed=tuple(old.claims[key] for key in sorted(old.claims.keys() - told[0])),
        changed=changed,
        kept=tuple(sorted(told[0] - {change.old.key for change in changed})),
        told_apart=tuple(sorted(new.distinct - set(apart.values()))),
        no_longer_told_apart=tuple(sorted(pair for pair, now in apart.items() if now not in new.distinct)),
        successors=successors,
    )


def _changed(paired: list[Pair], continuity: Continuity, schema: Schema) -> Iterator[ClaimChange]:
    """The pairs that differ, and those of claims that things merged or split put together or divided.

    Evidence that came to a claim, or left it, is told with the first of its pairs.
    """
    news: dict[str, list[Claim]] = defaultdict(list)
    olds: dict[str, list[Claim]] = defaultdict(list)
    for old, new in paired:
        news[old.key].append(new)
        olds[new.key].append(old)
    keys = {key: {claim.key for claim in claims} for key, claims in news.items()}
    for old, new in paired:
        before = proofs(olds[new.key]) if old is olds[new.key][0] else proofs([new])
        after = proofs(news[old.key]) if new is news[old.key][0] else proofs([old])
        changes = [*_values(old, new, continuity, schema), *_superseding(old, new, keys)]
        changes += _qualifiers(old, new, continuity)
        if len(news[old.key]) > 1 or len(olds[new.key]) > 1:
            changes.append(Change("evidence", "", "", kind=Kind.MOVED))
        change = ClaimChange(
            old,
            new,
            tuple(changes),
            gained=tuple(item for item in new.evidence if proof(item) not in before),
            lost=tuple(item for item in old.evidence if proof(item) not in after),
            retold=tuple(_retold(old, new)),
        )
        if change.kinds:
            yield change


def _values(old: Claim, new: Claim, continuity: Continuity, schema: Schema) -> Iterator[Change]:
    """Ends, dates and standing, where they differ."""
    ends = ("subject", old.subject, new.subject), ("object", old.object, new.object)
    turned = ("subject", old.subject, new.object), ("object", old.object, new.subject)
    if schema.properties[new.predicate].symmetric and _same(turned, continuity) > _same(ends, continuity):
        ends = turned
    for what, was, now in ends:
        if was != now:
            yield Change(what, was, now, kind=Kind.MOVED if now in continuity.forward(was) else Kind.CORRECTED)
    for what, was, now in (
        ("predicate", old.predicate, new.predicate),
        ("spell", str(old.spell), str(new.spell)),
        ("from", _date(old.from_), _date(new.from_)),
        ("until", _date(old.until), _date(new.until)),
        ("reported", _date(old.reported), _date(new.reported)),
        ("status", old.status.value, new.status.value),
        ("rank", old.rank.value, new.rank.value),
        ("superseded", "yes" if old.superseded else "", "yes" if new.superseded else ""),
    ):
        if was != now:
            yield Change(what, was, now, kind=_KINDS[what])


def _same(ends: tuple[tuple[str, str, str], ...], continuity: Continuity) -> int:
    return sum(now in continuity.forward(was) for _, was, now in ends)


def _date(date: PartialDate | None) -> str:
    return date.text if date is not None else ""


def _text(value: str | PartialDate | None) -> str:
    return value if isinstance(value, str) else _date(value)


def _superseding(old: Claim, new: Claim, keys: Mapping[str, set[str]]) -> Iterator[Change]:
    """Claims that it no longer supersedes, by their old keys, and those that it now does, by their new ones."""
    still = {key for was in old.supersedes for key in keys.get(was, ())}
    for key in old.supersedes:
        if not keys.get(key, set()) & set(new.supersedes):
            yield Change("supersedes", key, "", kind=Kind.SUPERSEDED)
    for key in new.supersedes:
        if key not in still:
            yield Change("supersedes", "", key, kind=Kind.SUPERSEDED)


def _qualifiers(old: Claim, new: Claim, continuity: Continuity) -> Iterator[Change]:
    for name in sorted(old.qualifiers.keys() | new.qualifiers.keys()):
        before, after = set(old.qualifiers.get(name, ())), set(new.qualifiers.get(name, ()))
        became = {value: set(continuity.forward(value)) & after for value in before}
        for value in sorted(before - after):
            for target in sorted(became[value]):
                yield Change(name, value, target, kind=Kind.MOVED)
        lost = {value for value in before if not became[value]}
        gained = after - {target for targets in became.values() for target in targets}
        yield from (replace(change, kind=Kind.REQUALIFIED) for change in value_changes(name, lost, gained))


def _retold(old: Claim, new: Claim) -> Iterator[tuple[Evidence, Evidence]]:
    after = {proof(item): item for item in new.evidence}
    for item in old.evidence:
        other = after.get(proof(item))
        if other is not None and _telling(item) != _telling(other):
            yield item, other


def _telling(item: Evidence) -> tuple[object, ...]:
    """What a source tells with these words, and whether they were found in it."""
    verified = item.quote is not None and item.quote.verified
    return item.from_, item.until, item.derived, item.status, item.rank, verified


def _sources(old: Mapping[str, Source], new: Mapping[str, Source]) -> Iterator[SourceChange]:
    for key in sorted(old.keys() | new.keys()):
        before, after = old.get(key), new.get(key)
        changes = tuple(_source_changes(before, after)) if before is not None and after is not None else ()
        if before is None or after is None or changes:
            yield SourceChange(before, after, changes)


def _source_changes(old: Source, new: Source) -> Iterator[Change]:
    for item in fields(Source):
        was, now = getattr(old, item.name), getattr(new, item.name)
        if item.name not in ("id", "row") and was != now:
            yield Change(item.name, _text(was), _text(now))
