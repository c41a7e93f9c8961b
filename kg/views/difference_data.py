"""A difference of two builds as data for JSON, each part with its sentence; in a stable order."""

from __future__ import annotations

from typing import TypedDict

from kg.facts.changes import Change, ClaimChange, Difference, SourceChange, ThingChange
from kg.facts.model import Claim, Evidence
from kg.network.difference import NetworkDifference, Partnership, Regrouping, Shift
from kg.views.difference import DifferenceWords, retold
from kg.views.sentences import Sentences

Value = str | int | float | bool | list["Value"] | dict[str, "Value"]


class Data(TypedDict):
    """The whole: facts, then what they do to the partnership network."""

    equal: bool
    things: list[Value]
    sources: list[Value]
    claims: dict[str, Value]
    told_apart: list[Value]
    no_longer_told_apart: list[Value]
    network: dict[str, Value]


def to_data(difference: Difference, network: NetworkDifference, words: DifferenceWords) -> Data:
    """Everything that differs; ids and keys of what is gone are those of the old build."""
    return Data(
        equal=difference.is_empty and network.is_empty,
        things=[_thing(item, words) for item in difference.things],
        sources=[_source(item, words) for item in difference.sources],
        claims={
            "kept": len(difference.kept),
            "added": [_claim(item, words.new) for item in difference.added],
            "removed": [_claim(item, words.old) for item in difference.removed],
            "changed": [_claim_change(item, words) for item in difference.changed],
        },
        told_apart=[list(pair) for pair in difference.told_apart],
        no_longer_told_apart=[list(pair) for pair in difference.no_longer_told_apart],
        network={
            "appeared": [_partnership(item, words, words.new) for item in network.appeared],
            "broke": [_partnership(item, words, words.old) for item in network.broke],
            "connected": [_regrouping(item) for item in network.connected],
            "disconnected": [_regrouping(item) for item in network.disconnected],
            "entered": list(network.entered),
            "left": list(network.left),
            "shifts": [_shift(item) for item in network.shifts],
        },
    )


def _thing(item: ThingChange, words: DifferenceWords) -> Value:
    return {
        "kind": item.kind.value,
        "old": list(item.old),
        "new": list(item.new),
        "sentence": words.things(item),
        "changes": _changes(item.changes),
    }


def _changes(changes: tuple[Change, ...]) -> list[Value]:
    return [
        {
            "what": change.what,
            "old": change.old,
            "new": change.new,
            **({"language": change.language} if change.language else {}),
            **({"name": change.name} if change.name else {}),
            **({"kind": change.kind.value} if change.kind is not None else {}),
        }
        for change in changes
    ]


def _source(item: SourceChange, words: DifferenceWords) -> Value:
    kind = "added" if item.old is None else "removed" if item.new is None else "changed"
    source = item.new or item.old
    assert source is not None
    return {"kind": kind, "id": source.id, "sentence": words.source(item), "changes": _changes(item.changes)}


def _claim(claim: Claim, sentences: Sentences) -> dict[str, Value]:
    return {
        "claim": claim.key,
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object,
        "date": sentences.date(claim),
        "status": claim.status.value,
        "sentence": sentences.sentence(claim),
        "evidence": [_evidence(item) for item in claim.evidence],
    }


def _evidence(item: Evidence) -> Value:
    told: dict[str, Value] = {"source": item.source}
    if item.quote is not None:
        return {**told, "quote": item.quote.text, "occurrence": item.quote.occurrence or 1}
    return {**told, "record": item.record}


def _claim_change(item: ClaimChange, words: DifferenceWords) -> Value:
    kinds = [kind for kind in type(next(iter(item.kinds))) if kind in item.kinds]
    return {
        "kinds": [kind.value for kind in kinds],
        "old": item.old.key,
        "new": item.new.key,
        "sentences": [words.claim_change(item, kind) for kind in kinds],
        "changes": _changes(item.changes),
        "gained": [_evidence(one) for one in item.gained],
        "lost": [_evidence(one) for one in item.lost],
        "retold": [
            {"evidence": _evidence(new), "changes": _changes(tuple(retold(old, new)))} for old, new in item.retold
        ],
    }


def _partnership(item: Partnership, words: DifferenceWords, sentences: Sentences) -> Value:
    return {
        "left": item.left,
        "right": item.right,
        "via": list(item.via),
        "claims": list(item.claims),
        "sentence": words.partnership(sentences, item),
    }


def _regrouping(item: Regrouping) -> Value:
    return {"pairs": item.pair_count, "groups": [list(group) for group in item.groups]}


def _shift(item: Shift) -> Value:
    return {
        "measure": item.measure.value,
        "node": item.node,
        "rise": item.rise,
        "old": {"position": item.old.position, "value": item.old.value},
        "new": {"position": item.new.position, "value": item.new.value},
    }
