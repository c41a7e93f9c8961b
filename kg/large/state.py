"""What a streaming build keeps in `.state/`, so that the next one need only map, load and infer what has changed.

- `share-N`: for each claim of a share the rows that tell it, what it rests on (its packed facts, the day by which each
  source had reported, what it supersedes and whether it is superseded) and what was remarked of it;
- what `kg.large.tables` tells;
- `relations-N`: the relations between things that its claims assert;
- `shapes`: what shapes found; `ranking`: the rankings, and a checksum of the network that they are about;
- `things`: the lines of things and sources;
- `files`: what the files of the build looked like when they were written, and how many triples each graph has;
- `classes`, `tally`: the classes of things, and what the report counts of claims;
- `basis`: what all of it was made by: versions, ontology, rules, base. Another basis, and the next build begins anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from kg import __version__
from kg.facts.batches import Packed, from_bytes, to_bytes
from kg.facts.claims import Supersession
from kg.facts.model import Exemption, Source
from kg.network.centrality import Measure, Score
from kg.rdf.ontology import Ontology
from kg.rdf.relation_rows import Relation
from kg.rdf.validation import Verdict, Violation
from kg.rdf.vocabulary import BASE
from kg.report import Tally

STATE_FOLDER = ".state"
_FORMAT = "3"
"""Goes up with every change of what is kept."""

_MAKERS = ("pyoxigraph", "networkx", "rustworkx", "igraph", "graspologic-native", "numpy", "scipy", "pyvis", "Jinja2")
"""Packages of which another version may leave other bytes."""

Remark = tuple[Any, ...]
"""Conflicts within a claim, what rivals it may have and its object, and what lies in what by it; plain values."""
Grounds = tuple[Any, ...]
"""All that a claim follows from, as plain values; equal grounds, equal lines."""
Kept = dict[str, tuple[Grounds, list[Packed], Remark]]
"""Grounds, facts and remark of each claim, by its key."""


Places = tuple[tuple[str, int], ...]
"""File and line of rows."""


def grouped(packed: Iterable[Packed]) -> dict[str, list[Packed]]:
    """Packed facts by the keys of their claims."""
    groups: dict[str, list[Packed]] = {}
    for item in packed:
        groups.setdefault(item[0], []).append(item)
    return groups


def grounds(key: str, packed: list[Packed], ties: Supersession, sources: Mapping[str, Source]) -> Grounds:
    """What a claim follows from; where its rows stand is none of it."""
    reported = (sources[item[8]].reported for item in packed)
    corrected = (item[-4] for item in packed if item[-4] and ties.row_keys.get(item[-4]) == key)
    return (
        tuple(item[1:-2] for item in packed),
        tuple(date.text if date is not None else "" for date in reported),
        ties.supersedes.get(key, ()),
        key in ties.replaced,
        tuple(corrected),
    )


def kept(
    packed: Iterable[Packed], remarks: Mapping[str, Remark], ties: Supersession, sources: Mapping[str, Source]
) -> Kept:
    """What is kept of a share."""
    return {key: (grounds(key, group, ties, sources), group, remarks[key]) for key, group in grouped(packed).items()}


class KeptShare:
    """What is kept of a share, each claim as bytes until it is asked for."""

    def __init__(
        self,
        rows: dict[str, Places] | None = None,
        claims: dict[str, bytes] | None = None,
        remarks: dict[str, Remark] | None = None,
    ) -> None:
        self.rows = rows if rows is not None else {}
        """By the keys of claims, in the order of the rows."""
        self.claims = claims if claims is not None else {}
        self.remarks = remarks if remarks is not None else {}
        """Of those claims of which there is anything to be remarked."""

    @classmethod
    def read(cls, folder: Path, number: int) -> KeptShare:
        """What was kept in a folder."""
        return cls(*from_bytes((folder / f"share-{number}").read_bytes()))

    def write(self, folder: Path, number: int) -> None:
        """Keeps it in a folder."""
        (folder / f"share-{number}").write_bytes(to_bytes((self.rows, self.claims, self.remarks)))

    def put(self, key: str, grounds_: Grounds, packed: Iterable[Packed], remark: Remark) -> None:
        """Keeps one claim."""
        listed = list(packed)
        self.take(key)
        self.rows[key] = tuple(item[-2:] for item in listed)
        self.claims[key] = to_bytes((grounds_, [item[:-2] for item in listed]))
        if remark != _NOTHING:
            self.remarks[key] = remark

    def take(self, key: str) -> None:
        """Keeps a claim no more."""
        self.rows.pop(key, None)
        self.claims.pop(key, None)
        self.remarks.pop(key, None)

    def grounds(self, key: str) -> tuple[Grounds, list[Packed]]:
        """What a claim rests on, and its packed facts."""
        grounds_, packed = from_bytes(self.claims[key])
        return grounds_, [(*item, *place) for item, place in zip(packed, self.rows[key], strict=True)]


_NOTHING: Remark = ((), None, ())


def write_share(folder: Path, number: int, kept_: Kept) -> None:
    """Keeps a share."""
    share = KeptShare()
    for key, (grounds_, packed, remark) in kept_.items():
        share.put(key, grounds_, packed, remark)
    share.write(folder, number)


def share_file(old: Path, new: Path) -> None:
    """Makes `new` the same file as `old`, which nobody writes to any more, or a copy where that cannot be."""
    try:
        os.link(old, new)
    except OSError:  # another file system, or one that knows no links
        shutil.copy2(old, new)


def write_relations(folder: Path, number: int, relations: Iterable[Relation]) -> None:
    """Keeps the relations of a share."""
    (folder / f"relations-{number}").write_bytes(to_bytes([tuple(relation) for relation in relations]))


def read_relations(folder: Path, number: int) -> list[Relation]:
    """The relations that were kept of a share."""
    return [Relation(*row) for row in from_bytes((folder / f"relations-{number}").read_bytes())]


def write_shapes(folder: Path, verdict: Verdict, exemptions: Iterable[Exemption]) -> None:
    """Keeps what shapes found, these being exempt."""
    rows = [(item.kind, item.rule, item.node, item.message) for item in verdict.violations]
    (folder / "shapes").write_bytes(to_bytes((rows, verdict.excused, _pairs(exemptions))))


def read_shapes(folder: Path, exemptions: Iterable[Exemption]) -> Verdict | None:
    """What shapes found; None where others were exempt then."""
    rows, excused, exempt = from_bytes((folder / "shapes").read_bytes())
    return Verdict(tuple(Violation(*row) for row in rows), excused) if exempt == _pairs(exemptions) else None


def write_ranking(folder: Path, network: str, ranking: Mapping[Measure, list[Score]]) -> None:
    """Keeps the rankings of a network, which its checksum tells."""
    rows = {name.value: [(score.node, score.value, score.position) for score in told] for name, told in ranking.items()}
    (folder / "ranking").write_bytes(to_bytes((network, rows)))


def read_ranking(folder: Path, network: str) -> dict[Measure, list[Score]] | None:
    """The rankings of a network; None where those of another one were kept."""
    told, rows = from_bytes((folder / "ranking").read_bytes())
    if told != network:
        return None
    return {Measure(name): [Score(*row) for row in found] for name, found in rows.items()}


Looks = list[tuple[int, int]]
"""Of each file its size and when it was written."""


def looks_of(files: Iterable[Path]) -> Looks:
    """What tells whether files are as they were."""
    return [(stat.st_size, stat.st_mtime_ns) for path in files for stat in [path.stat()]]


def write_files(folder: Path, files: Iterable[Path], triples: Mapping[str, int]) -> None:
    """Keeps how many triples each graph has, and when these files of a build were written."""
    (folder / "files").write_bytes(to_bytes((looks_of(files), dict(triples))))


def read_files(folder: Path, files: Iterable[Path]) -> dict[str, int] | None:
    """How many triples each graph has; None where one of these files of a build is not as it was written."""
    try:
        looks, triples = from_bytes((folder / "files").read_bytes())
        found: dict[str, int] = triples
        return found if looks == looks_of(files) else None
    except OSError:
        return None


def _pairs(exemptions: Iterable[Exemption]) -> list[tuple[str, str]]:
    return sorted((item.entity, item.shape) for item in exemptions)


def basis(ontology: Ontology, inference: bool, texts: Iterable[Path]) -> str:
    """What a state rests on, as one checksum; `texts` are the files of the ontology, rules and checks."""
    parts = [
        _FORMAT,
        __version__,
        platform.python_version(),
        sqlite3.sqlite_version,
        *(f"{name} {installed(name)}" for name in _MAKERS),
        BASE,
        str(inference),
    ]
    checksum = hashlib.sha256("\n".join(parts).encode())
    checksum.update(json.dumps(_plain(asdict(ontology.schema)), sort_keys=True).encode())
    for path in sorted(texts):
        checksum.update(path.name.encode() + b"\0" + path.read_bytes())
    return checksum.hexdigest()


def installed(package: str) -> str:
    """The version of a package; empty where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(map(str, value))
    return str(value)


def write_rest(folder: Path, basis_: str, shares: int, classes: Mapping[str, str], counted: Tally) -> None:
    """Keeps what is not of one share."""
    told = (counted.claims, counted.evidence, counted.by_source, counted.by_class)
    (folder / "classes").write_bytes(to_bytes(dict(classes)))
    (folder / "tally").write_bytes(to_bytes([_counts(item) for item in told]))
    (folder / "basis").write_text(f"{basis_} {shares}\n", encoding="utf-8")


def _counts(counts: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _counts(value) if isinstance(value, Mapping) else value for key, value in counts.items()}


def read_shares(folder: Path, basis_: str) -> int | None:
    """How many shares were kept on this basis; None where none were."""
    try:
        found, shares = (folder / "basis").read_text(encoding="utf-8").split()
    except (OSError, ValueError):
        return None
    return int(shares) if found == basis_ else None


def read_classes(folder: Path) -> dict[str, str]:
    """The classes of things, by id."""
    found: dict[str, str] = from_bytes((folder / "classes").read_bytes())
    return found


def read_tally(folder: Path) -> Tally:
    """What was counted."""
    counted = Tally()
    claims, evidence, by_source, by_class = from_bytes((folder / "tally").read_bytes())
    counted.claims.update(claims)
    counted.evidence.update(evidence)
    for mine, theirs in ((counted.by_source, by_source), (counted.by_class, by_class)):
        for key, counts in theirs.items():
            mine.setdefault(key, type(counted.claims)()).update(counts)
    return counted
