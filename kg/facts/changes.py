"""What may differ between two builds, as values: things, claims, sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kg.facts.model import Claim, Entity, Evidence, Source


@dataclass(frozen=True)
class Snapshot:
    """All that a build or a folder of tables tells, by id and by key."""

    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    distinct: frozenset[tuple[str, str]] = frozenset()
    """Pairs of things that were judged not to be one, the lesser id first."""


class Fate(Enum):
    """What became of a claim of the old build."""

    KEPT = "kept"
    CHANGED = "changed"
    REMOVED = "removed"


class Kind(Enum):
    """In what respect a claim changed."""

    REDATED = "redated"
    RESTATUSED = "restatused"
    SUPERSEDED = "superseded"
    REQUALIFIED = "requalified"
    CORRECTED = "corrected"
    """It says the same of something else, with the same words of a source."""
    MOVED = "moved"
    """It says the same of the same thing, which was merged, split or given another id."""
    RETOLD = "retold"
    """A source tells it otherwise, though the claim may be as it was."""
    GAINED = "gained"
    LOST = "lost"


class ThingKind(Enum):
    """What became of things."""

    ADDED = "added"
    REMOVED = "removed"
    MERGED = "merged"
    SPLIT = "split"
    REGROUPED = "regrouped"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Change:
    """One value that differs; an empty text says that there was, or is, none."""

    what: str
    """The name of a column of the tables, or of a qualifier.

    `label` is the name that is shown in `language`; `evidence` has no values and says that a merge put the evidence
    of several claims together, or a split divided it.
    """
    old: str
    new: str
    language: str = ""
    name: str = ""
    """Of a name whose rank changed: the name."""
    kind: Kind | None = None
    """Of a claim's value: in what respect the claim changed."""


@dataclass(frozen=True)
class ThingChange:
    """Things of the old build and what they are in the new one, both sorted by id; either may be empty."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def kind(self) -> ThingKind:
        """What became of them."""
        if not self.old or not self.new:
            return ThingKind.REMOVED if self.old else ThingKind.ADDED
        if len(self.old) > 1:
            return ThingKind.MERGED if len(self.new) == 1 else ThingKind.REGROUPED
        if len(self.new) > 1:
            return ThingKind.SPLIT
        renamed = any(change.what == "label" for change in self.changes)
        return ThingKind.RENAMED if renamed else ThingKind.CHANGED


@dataclass(frozen=True)
class ClaimChange:
    """A claim of the old build and one of the new that says the same otherwise."""

    old: Claim
    new: Claim
    changes: tuple[Change, ...]
    gained: tuple[Evidence, ...]
    lost: tuple[Evidence, ...]
    retold: tuple[tuple[Evidence, Evidence], ...]
    """The same words of the same source, with other dates, another status, rank or verification."""

    @property
    def kinds(self) -> frozenset[Kind]:
        """In what respects it changed; at least one."""
        kinds = {change.kind for change in self.changes if change.kind is not None}
        found = ((self.gained, Kind.GAINED), (self.lost, Kind.LOST), (self.retold, Kind.RETOLD))
        return frozenset({*kinds, *(kind for items, kind in found if items)})


@dataclass(frozen=True)
class SourceChange:
    """A source that came (no `old`), went (no `new`) or is described otherwise."""

    old: Source | None
    new: Source | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Difference:
    """Everything in which two builds differ, each part in a stable order."""

    things: tuple[ThingChange, ...]
    sources: tuple[SourceChange, ...]
    added: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    changed: tuple[ClaimChange, ...]
    kept: tuple[str, ...]
    """Keys of the old claims that are word for word in the new build, with the same evidence."""
    told_apart: tuple[tuple[str, str], ...]
    """Pairs newly judged not to be one thing."""
    no_longer_told_apart: tuple[tuple[str, str], ...]
    successors: Mapping[str, str]
    """Each thing of the old build to the one that it is in the new, where it still is one."""

    @property
    def is_empty(self) -> bool:
        """Whether both tell the same."""
        return not any(
            (
                *(self.things, self.sources, self.added, self.removed, self.changed),
                *(self.told_apart, self.no_longer_told_apart),
            )
        )

    @property
    def fates(self) -> Mapping[str, Fate]:
        """What became of each claim of the old build, by its key."""
        return {
            **dict.fromkeys(self.kept, Fate.KEPT),
            **{change.old.key: Fate.CHANGED for change in self.changed},
            **{claim.key: Fate.REMOVED for claim in self.removed},
        }
