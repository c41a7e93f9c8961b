"""Bringing the last streaming build up to date: only claims whose grounds changed are folded, mapped and inferred from.

All rows are read and checked as ever. What the last build kept of each share tells which claims changed; their old
lines leave a copy of the store and their new ones enter it, and inference goes on from there.
"""

from __future__ import annotations

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
from kg.large import mapping, state, tables
from kg.large.pieces import Setup
from kg.large.rows import RowChange, find_rows
from kg.large.shares import Remarks, Share, fold_packed, packed_of, relations_of, remark
from kg.large.state import Grounds, KeptShare
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
    facts: int
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
    """What changed in a share since the last build, all its rows having been read; what the next one needs is kept."""
    assert setup.before is not None
    old = KeptShare.read(setup.before, share.number)
    groups: dict[str, list[Packed]] = {key: [] for key in old.claims}
    groups |= state.grouped(packed_of(setup, share))
    return _settle(setup, share.number, old, groups, share.ties)


def update_rows(setup: Setup, number: int, rows: RowChange) -> ChangedShare:
    """The same where only those rows were read that are new."""
    assert setup.before is not None
    kept = KeptShare.read(setup.before, number)
    added = state.grouped(rows.added.get(number, ()))
    groups: dict[str, list[Packed]] = {key: [] for key in added}
    for key, places in kept.rows.items():
        now = rows.now(places)
        if key in added or key in rows.retied or not all(line for _, line in now):
            packed = zip(kept.grounds(key)[1], now, strict=True)
            groups[key] = [(*item[:-2], *place) for item, place in packed if place[1]]
        else:
            kept.rows[key] = now
    for key, group in groups.items():
        group += added.get(key, ())
        group.sort(key=lambda item: (rows.order[item[-2]], item[-1]))
    return _settle(setup, number, kept, groups, rows.ties)


def _settle(
    setup: Setup, number: int, share: KeptShare, groups: Mapping[str, list[Packed]], ties: Supersession
) -> ChangedShare:
    """What changed in a share, these being all claims whose rows may differ, those without rows being gone."""
    assert setup.before is not None
    known = setup.known
    before: list[Claim] = []
    changed: dict[str, Grounds] = {}
    for key, packed in groups.items():
        old = share.grounds(key) if key in share.claims else None
        new = state.grounds(key, packed, ties, known.sources) if packed else None
        if old is not None and new == old[0]:
            share.rows[key] = tuple(item[-2:] for item in packed)
            continue
        if old is not None:
            before.append(claim_on(key, *old, known.schema))
            share.take(key)
        if new is not None:
            changed[key] = new
    problems: list[Problem] = []
    after = fold_packed((item for key in changed for item in groups[key]), setup, ties, problems)
    for claim in after:
        share.put(claim.key, changed[claim.key], groups[claim.key], remark(claim, known.schema))
    share.write(setup.state, number)
    gone = {claim.key for claim in before}
    kept = [item for item in state.read_relations(setup.before, number) if item.claim not in gone]
    state.write_relations(setup.state, number, sorted([*kept, *relations_of(after)]))
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
        remarks=Remarks.of(share.remarks),
        facts=sum(map(len, share.rows.values())),
    )


def kept_claims(setup: Setup, job: tuple[tuple[int, Supersession], frozenset[str]]) -> list[Claim]:
    """The claims of a share that have these keys, from what was kept of them."""
    (number, ties), keys = job
    share = KeptShare.read(setup.state, number)
    return fold_packed((item for key in sorted(keys) for item in share.grounds(key)[1]), setup, ties)


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
    """Checks all rows that may differ and compares them with the last build; InputError with every fault."""
    assert setup.before is not None
    results, ties = _changed_rows(found, setup) or _all_rows(found, setup, workers)
    removed = frozenset().union(*(share.removed for share in results))
    added = frozenset().union(*(share.added for share in results))
    if tables.keep_things(setup.before, setup.state, found.others):
        old_things = new_things = frozenset[str]()
    else:
        mapping.map_things(found, setup)
        old_things, new_things = (
            frozenset((folder / "things").read_text(encoding="utf-8").splitlines(keepends=True))
            for folder in (setup.before, setup.state)
        )
    removed |= old_things - new_things
    added |= new_things - old_things
    counted = state.read_tally(setup.before)
    for share in results:
        counted.merge(share.after)
        _take(counted, share.before)
    shares = [(number, ties) for number in range(setup.shares)]
    with Workers(1, setup) as alone:  # few claims are in doubt, and their files are small
        conflicts = mapping.all_conflicts([share.remarks for share in results], shares, setup, alone, kept_claims)
    return Changed(removed - added, added, sum(share.facts for share in results), counted, conflicts)


def _changed_rows(found: mapping.Input, setup: Setup) -> tuple[list[ChangedShare], Supersession] | None:
    """What changed in each share, from the rows that are new and those that are gone; None where all must be read."""
    rows = find_rows(found, setup)
    if rows is None:
        return None
    results = [update_rows(setup, number, rows) for number in range(setup.shares)]
    if any(share.problems for share in results):  # which tell lines of two builds
        return None
    return results, rows.ties


def _all_rows(found: mapping.Input, setup: Setup, workers: Workers[Setup]) -> tuple[list[ChangedShare], Supersession]:
    shares = mapping.shares_of(mapping.read_rows(found, setup, workers), setup)
    results = list(workers.map(update_share, shares))
    problems = [problem for share in results for problem in share.problems]
    if problems:
        raise InputError(problems)
    return results, shares[0].ties


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
        if path.suffix == ".sst":
            state.share_file(path, new / path.name)
        elif path.name != "LOCK":
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
