"""Bringing the last streaming build up to date: only claims whose grounds changed are folded, mapped and inferred from.

All rows are read and checked as ever. What the last build kept of each share tells which claims changed; their old
lines leave a copy of the store and their new ones enter it, and inference goes on from there.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Quad, QueryBoolean, RdfFormat, Store, parse

from kg.facts.batches import Packed, unpack
from kg.facts.claims import Supersession, fold
from kg.facts.dates import PartialDate
from kg.facts.model import Claim, Conflict
from kg.facts.problems import InputError, Problem
from kg.facts.schema import Schema
from kg.large import mapping, state
from kg.large.pieces import Setup
from kg.large.shares import Remarks, Share, fold_packed, packed_of, relations_of, remark
from kg.large.state import Grounds
from kg.large.updating import Change
from kg.large.workers import Workers
from kg.rdf.vocabulary import GraphName, prologue
from kg.report import Tally


class Reported(NamedTuple):
    """What a claim takes from a source: when it had reported."""

    reported: PartialDate | None


@dataclass(frozen=True)
class ChangedShare:
    """What changed in one share."""

    problems: tuple[Problem, ...]
    removed: frozenset[str]
    added: frozenset[str]
    """Lines."""
    before: Tally
    after: Tally
    """Of the claims that changed."""
    remarks: Remarks
    """Of all its claims."""


@dataclass(frozen=True)
class Changed:
    """What changed in all: lines of N-Quads, and what the report tells."""

    removed: frozenset[str]
    added: frozenset[str]
    facts: int
    tally: Tally
    conflicts: tuple[Conflict, ...]


def update_share(setup: Setup, share: Share) -> ChangedShare:
    """What changed in a share since the last build; what the next one needs is kept."""
    assert setup.before is not None
    known = setup.known
    old = state.read_share(setup.before, share.number)
    groups = state.grouped(packed_of(setup, share))
    new = {key: state.grounds(key, group, share.ties, known.sources) for key, group in groups.items()}
    changed = {key for key in new.keys() | old.keys() if key not in new or key not in old or new[key] != old[key][0]}
    problems: list[Problem] = []
    facts = [item for key, group in groups.items() if key in changed for item in group]
    after = fold_packed(facts, setup, share.ties, problems)
    before = [claim_on(key, *old[key][:2], known.schema) for key in sorted(changed & old.keys())]
    remarks = {claim.key: remark(claim, known.schema) for claim in after}
    remarks |= {key: old[key][2] for key in new if key not in changed}
    state.write_share(setup.state, share.number, {key: (new[key], groups[key], remarks[key]) for key in groups})
    kept = [item for item in state.read_relations(setup.before, share.number) if item.claim not in changed]
    state.write_relations(setup.state, share.number, sorted([*kept, *relations_of(after)]))
    old_lines, new_lines = (
        frozenset(line for claim in claims for line in setup.mapper.claim(claim)) for claims in (before, after)
    )
    old_classes = state.read_classes(setup.before) if before else {}
    return ChangedShare(
        problems=tuple(problems),
        removed=old_lines - new_lines,
        added=new_lines - old_lines,
        before=_tally(before, old_classes),
        after=_tally(after, known.classes),
        remarks=Remarks.of({key: remarks[key] for key in groups}),
    )


def claim_on(key: str, grounds: Grounds, packed: Sequence[Packed], schema: Schema) -> Claim:
    """The claim that the last build folded from these."""
    _, reported, supersedes, replaced, corrected = grounds
    sources = {
        item[8]: Reported(PartialDate(text) if text else None) for item, text in zip(packed, reported, strict=True)
    }
    ties = Supersession(dict.fromkeys(corrected, key), {key: supersedes}, frozenset([key] if replaced else []))
    (claim,) = fold((unpack(item) for item in packed), sources, schema, ties)
    return claim


def _tally(claims: Iterable[Claim], classes: Mapping[str, str]) -> Tally:
    counted = Tally()
    for claim in claims:
        counted.add(claim, classes)
    return counted


def find_changes(found: mapping.Input, setup: Setup, workers: Workers[Setup]) -> Changed:
    """Reads and checks all rows and compares them with the last build; InputError with every fault."""
    assert setup.before is not None
    read = mapping.read_rows(found, setup, workers)
    shares = mapping.shares_of(read, setup)
    results = list(workers.map(update_share, shares))
    problems = [problem for share in results for problem in share.problems]
    if problems:
        raise InputError(problems)
    mapping.map_things(found, setup)
    old_things, new_things = (
        frozenset((folder / "things").read_text(encoding="utf-8").splitlines(keepends=True))
        for folder in (setup.before, setup.state)
    )
    removed = frozenset().union(*(share.removed for share in results)) | (old_things - new_things)
    added = frozenset().union(*(share.added for share in results)) | (new_things - old_things)
    counted = state.read_tally(setup.before)
    for share in results:
        counted.merge(share.after)
        _take(counted, share.before)
    conflicts = mapping.all_conflicts([share.remarks for share in results], shares, setup, workers)
    return Changed(removed - added, added, sum(span.facts for span in read), counted, conflicts)


def _take(counted: Tally, other: Tally) -> None:
    """Takes away what another tally counted."""
    counted.claims.subtract(other.claims)
    counted.evidence.subtract(other.evidence)
    for mine, theirs in ((counted.by_source, other.by_source), (counted.by_class, other.by_class)):
        for key, counts in theirs.items():
            mine.setdefault(key, Counter()).subtract(counts)


def copy_store(old: Path, new: Path) -> None:
    """A copy of a closed store that can be changed by itself; tables that never change are shared where possible."""
    new.mkdir()
    for path in sorted(old.iterdir()):
        if path.name == "LOCK":
            continue
        if path.suffix == ".sst":
            try:
                os.link(path, new / path.name)
                continue
            except OSError:  # another file system, or one that knows no links
                pass
        shutil.copy2(path, new / path.name)


def apply_changes(store: Store, changed: Changed) -> Change:
    """Takes the removed lines from a store and adds the new ones; what really changed in it.

    A triple that another claim says too stays.
    """
    added = [quad for quad in _quads(changed.added) if quad not in store]
    asserted = GraphName.ASSERTED.node
    removed: list[Quad] = []
    doubtful: list[Quad] = []
    for quad in _quads(changed.removed):
        (doubtful if quad.graph_name == asserted else removed).append(quad)
    for quad in removed:
        store.remove(quad)
    store.extend(added)
    for quad in doubtful:
        if not _is_said(store, quad):
            store.remove(quad)
            removed.append(quad)
    return Change(tuple(added), tuple(removed))


def replace_graph(store: Store, name: GraphName, quads: Iterable[Quad]) -> None:
    """Makes a graph of a store hold these quads alone; what stays is not touched."""
    new = set(quads)
    gone = []
    for quad in store.quads_for_pattern(None, None, None, name.node):
        if quad in new:
            new.remove(quad)
        else:
            gone.append(quad)
    for quad in gone:
        store.remove(quad)
    store.bulk_extend(new)


def _quads(lines: Iterable[str]) -> list[Quad]:
    return list(parse("".join(sorted(lines)).encode(), RdfFormat.N_QUADS))


def _is_said(store: Store, quad: Quad) -> bool:
    """Whether some claim that is asserted says a triple."""
    query = f"""{prologue()}ASK {{
      ?c rdf:object {quad.object} ; rdf:subject {quad.subject} ; rdf:predicate {quad.predicate} ; kg:status kg:stated .
      FILTER NOT EXISTS {{ ?c kg:rank kg:deprecatedRank }} FILTER NOT EXISTS {{ ?other kg:supersedes ?c }}
    }}"""
    answer = store.query(query, default_graph=[GraphName.CLAIMS.node])
    assert isinstance(answer, QueryBoolean)
    return bool(answer)
