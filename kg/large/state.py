"""What a streaming build keeps in `.state/`, so that the next one need only map, load and infer what has changed.

- `share-N`: for each claim of a share what it rests on (its packed facts, the day by which each source had reported,
  what it supersedes and whether it is superseded) and what was remarked of it;
- `relations-N`: the relations between things that its claims assert;
- `shapes`: what shapes found;
- `things`: the lines of things and sources;
- `files`: what the RDF files looked like when they were written, and how many triples each graph has;
- `classes`, `tally`: the classes of things, and what the report counts of claims;
- `basis`: what all of it was made by: versions, ontology, rules, base. Another basis, and the next build begins anew.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kg import __version__
from kg.facts.batches import Packed, from_bytes, to_bytes
from kg.facts.claims import Supersession
from kg.facts.model import Exemption, Source
from kg.rdf.ontology import Ontology
from kg.rdf.relation_rows import Relation
from kg.rdf.validation import Verdict, Violation
from kg.rdf.vocabulary import BASE
from kg.report import Tally

STATE_FOLDER = ".state"
_FORMAT = "3"
"""Goes up with every change of what is kept."""

Remark = tuple[Any, ...]
"""Conflicts within a claim, what rivals it may have and its object, and what lies in what by it; plain values."""
Grounds = tuple[Any, ...]
"""All that a claim follows from, as plain values; equal grounds, equal lines."""
Kept = dict[str, tuple[Grounds, list[Packed], Remark]]
"""Grounds, facts and remark of each claim, by its key."""


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


def write_share(folder: Path, number: int, kept_: Kept) -> None:
    """Keeps a share."""
    (folder / f"share-{number}").write_bytes(to_bytes(kept_))


def read_share(folder: Path, number: int) -> Kept:
    """What was kept of a share."""
    found: Kept = from_bytes((folder / f"share-{number}").read_bytes())
    return found


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


def write_files(folder: Path, build: Path, files: Iterable[str], triples: Mapping[str, int]) -> None:
    """Keeps how many triples each graph has, and when these files of a build were written."""
    (folder / "files").write_bytes(to_bytes((_looks(build, files), dict(triples))))


def read_files(folder: Path, build: Path, files: Iterable[str]) -> dict[str, int] | None:
    """How many triples each graph has; None where one of these files of the build is not as it was written."""
    try:
        looks, triples = from_bytes((folder / "files").read_bytes())
        found: dict[str, int] = triples
        return found if looks == _looks(build, files) else None
    except OSError:
        return None


def _looks(build: Path, files: Iterable[str]) -> dict[str, tuple[int, int]]:
    found = {file: (build / file).stat() for file in files}
    return {file: (stat.st_size, stat.st_mtime_ns) for file, stat in found.items()}


def _pairs(exemptions: Iterable[Exemption]) -> list[tuple[str, str]]:
    return sorted((item.entity, item.shape) for item in exemptions)


def basis(ontology: Ontology, inference: bool, texts: Iterable[Path]) -> str:
    """What a state rests on, as one checksum; `texts` are the files of the ontology, rules and checks."""
    parts = [
        _FORMAT,
        __version__,
        platform.python_version(),
        version("pyoxigraph"),
        version("rustworkx"),
        BASE,
        str(inference),
    ]
    checksum = hashlib.sha256("\n".join(parts).encode())
    checksum.update(json.dumps(_plain(asdict(ontology.schema)), sort_keys=True).encode())
    for path in sorted(texts):
        checksum.update(path.name.encode() + b"\0" + path.read_bytes())
    return checksum.hexdigest()


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
