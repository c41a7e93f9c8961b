"""Which claims of two builds say the same: by their keys, or as near as a correction leaves them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from kg.facts.changes import Snapshot
from kg.facts.continuity import Continuity
from kg.facts.model import Claim, Evidence
from kg.facts.schema import Schema

Pair = tuple[Claim, Claim]
"""An old claim and a new one."""
Ends = tuple[str, str, str]
"""Subject, predicate, object."""
Signature = tuple[str, str, str, str, str, int]
"""What a claim's key is made of: its ends, role, onBehalfOf, spell."""
Proof = tuple[str, str, int, str]
"""Source, words and which of their occurrences, record: evidence, whatever claim it stands for."""


def proof(item: Evidence) -> Proof:
    """What identifies a piece of evidence in both builds."""
    text, occurrence = item.quote.key if item.quote is not None else ("", 0)
    return item.source, text, occurrence, item.record


def proofs(claims: Iterable[Claim]) -> set[Proof]:
    """All evidence of these claims."""
    return {proof(item) for claim in claims for item in claim.evidence}


def pairs(old: Snapshot, new: Snapshot, continuity: Continuity, schema: Schema) -> list[Pair]:
    """Each old claim with each new one that says the same, sorted by their keys.

    A merge gives two old claims one new one, a split the other way round. Swapping the builds swaps the pairs.
    """
    by_signature = {_signature(claim, schema): claim for claim in new.claims.values()}
    same = [
        (claim, by_signature[signature])
        for claim in old.claims.values()
        for signature in set(_forward(claim, continuity, schema))
        if signature in by_signature
    ]
    told = {claim.key for claim, _ in same}, {claim.key for _, claim in same}
    left = [claim for key, claim in old.claims.items() if key not in told[0]]
    right = [claim for key, claim in new.claims.items() if key not in told[1]]
    found = (*same, *_corrected(left, right, continuity, schema))
    return sorted(found, key=lambda pair: (pair[0].key, pair[1].key))


def _signature(claim: Claim, schema: Schema) -> Signature:
    role, party = ("".join(claim.qualifiers.get(name, ())[:1]) for name in ("role", "onBehalfOf"))
    return *_sorted_ends((claim.subject, claim.predicate, claim.object), schema), role, party, claim.spell


def _sorted_ends(ends: Ends, schema: Schema) -> Ends:
    """The two directions of a symmetric property are one."""
    subject, predicate, object_ = ends
    if schema.properties[predicate].symmetric:
        subject, object_ = sorted((subject, object_))
    return subject, predicate, object_


def _forward_ends(claim: Claim, continuity: Continuity, schema: Schema) -> Iterator[Ends]:
    """What an old claim may join in the new build: several ends where a thing was split."""
    objects = _still(claim.object, continuity) if claim.object_is_entity else (claim.object,)
    for subject, object_ in product(_still(claim.subject, continuity), objects):
        yield _sorted_ends((subject, claim.predicate, object_), schema)


def _still(key: str, continuity: Continuity) -> tuple[str, ...]:
    """The ids of an old thing in the new build; of one that is gone an id that nothing has."""
    return continuity.forward(key) or (f"\0{key}",)


def _forward(claim: Claim, continuity: Continuity, schema: Schema) -> Iterator[Signature]:
    """The signatures that an old claim may have in the new build."""
    *_, role, party, spell = _signature(claim, schema)
    ends = _forward_ends(claim, continuity, schema)
    for ends_, role_, party_ in product(ends, continuity.forward(role), continuity.forward(party)):
        yield *ends_, role_, party_, spell


def _corrected(left: list[Claim], right: list[Claim], continuity: Continuity, schema: Schema) -> Iterator[Pair]:
    """Pairs of claims that are left over, the likeliest first, each claim in one."""
    index: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in right:
        for likeness in _likenesses(_signature(claim, schema)[:3], claim, schema):
            index[likeness].append(claim)
    ranked = set()
    for claim in left:
        for ends in _forward_ends(claim, continuity, schema):
            for likeness in _likenesses(ends, claim, schema):
                for other in index.get(likeness, ()):
                    shared = len(proofs([claim]) & proofs([other]))
                    ranked.add((likeness[0], -shared, *sorted((claim.key, other.key)), claim.key, other.key))
    olds, news = {claim.key: claim for claim in left}, {claim.key: claim for claim in right}
    for *_, key, other_key in sorted(ranked):
        if key in olds and other_key in news:
            yield olds.pop(key), news.pop(other_key)


def _likenesses(ends: Ends, claim: Claim, schema: Schema) -> Iterator[tuple[int | str | Proof, ...]]:
    """What two claims must have in common to be taken for one that was corrected: the surest first."""
    subject, predicate, object_ = ends
    yield 0, subject, predicate, object_
    turned = [(object_, subject)] if schema.properties[predicate].symmetric else []
    for item in sorted(proofs([claim])):
        for one, other in ((subject, object_), *turned):
            yield 1, one, predicate, item
            yield 2, predicate, other, item
            yield 3, one, other, item
