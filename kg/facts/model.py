"""The values that facts are made of. All are frozen; nothing here reads files or knows RDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from kg.facts.dates import PartialDate
from kg.facts.languages import instead_of
from kg.facts.problems import Problem


class Status(Enum):
    """What a source says of a relation."""

    STATED = "stated"
    PLANNED = "planned"
    DENIED = "denied"


class Rank(Enum):
    """Our own preference among evidence."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class NameRank(Enum):
    """What a name is to its thing. A rendering is our own wording; no source gives it."""

    PREFERRED = "preferred"
    ALTERNATIVE = "alternative"
    ACRONYM = "acronym"
    RENDERING = "rendering"


class Judgement(Enum):
    """What a person decided about two ids."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Row:
    """Where a row stands: the file as the user wrote it and the 1-based line."""

    file: str
    line: int


@dataclass(frozen=True)
class Source:
    """A document or registry that facts come from; dates as far as it tells them."""

    id: str
    title: str
    publisher: str
    published: PartialDate | None
    retrieved: PartialDate | None
    language: str
    url: str
    document: str
    row: Row

    @property
    def reported(self) -> PartialDate | None:
        """The day, month or year by which the source had reported: printed, else stored."""
        return self.published or self.retrieved


@dataclass(frozen=True)
class Name:
    """One name of a thing in one language."""

    entity: str
    language: str
    text: str
    rank: NameRank
    source: str


@dataclass(frozen=True)
class Entity:
    """A thing that facts are about. `ids` are all ids that were judged to be it, its own first."""

    id: str
    class_name: str
    kind: str
    identifiers: tuple[str, ...]
    names: tuple[Name, ...]
    ids: tuple[str, ...]
    row: Row

    def name(self, language: str) -> Name | None:
        """The name to show in `language`: preferred or rendered there; None if it has none."""
        shown = (NameRank.PREFERRED, NameRank.RENDERING)
        return next((n for n in self.names if n.language == language and n.rank in shown), None)

    def shown_name(self, language: str) -> Name | None:
        """The name that a reader of `language` is shown: in it, else as `instead_of` says, else any; None if none.

        Nobody's name is translated for this, so a page marks a name that is in another language than the reader's.
        """
        tried = (self.name(code) for code in (language, *instead_of(language)))
        return next((name for name in tried if name is not None), self.names[0] if self.names else None)

    def label(self, language: str) -> str:
        """The text of that name; the id of what has no name."""
        name = self.shown_name(language)
        return name.text if name is not None else self.id


@dataclass(frozen=True)
class Quote:
    """Words of a source that prove a relation; `start` and `end` count characters of its text.

    `occurrence` counts from 1; None says that the words stand in the text only once.
    """

    text: str
    occurrence: int | None = None
    start: int | None = None
    end: int | None = None
    verified: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """The words and which of their occurrences is meant."""
        return self.text, self.occurrence or 1


@dataclass(frozen=True)
class Fact:
    """One row of a facts table, checked. `object` is an entity id, or a number in canonical form."""

    subject: str
    predicate: str
    object: str
    object_is_entity: bool
    from_: PartialDate | None
    until: PartialDate | None
    derived: bool
    source: str
    quote: Quote | None
    record: str
    status: Status
    rank: Rank
    spell: int
    id: str
    supersedes: str
    qualifiers: Mapping[str, str]
    row: Row


def digest(*parts: str) -> str:
    """A stable key of 20 hexadecimal digits (80 bits of SHA-256) for a tuple of texts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


@dataclass(frozen=True)
class Evidence:
    """What one source says for one claim, with the dates as that source tells them."""

    key: str
    source: str
    quote: Quote | None
    record: str
    from_: PartialDate | None
    until: PartialDate | None
    derived: bool
    status: Status
    rank: Rank
    reported: PartialDate | None
    row: Row
    qualifiers: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Of the qualifiers that a claim has one value of, those that this source tells."""


def best_rank(evidence: Iterable[Evidence]) -> Rank:
    """The rank of the evidence that is preferred most: preferred, normal, deprecated."""
    ranks = {item.rank for item in evidence}
    return next(rank for rank in Rank if rank in ranks)


@dataclass(frozen=True)
class Claim:
    """What the graph says on account of one or more pieces of evidence."""

    key: str
    subject: str
    predicate: str
    object: str
    object_is_entity: bool
    from_: PartialDate | None
    until: PartialDate | None
    reported: PartialDate | None
    """The earliest report of it: it was so by the end of this date."""
    status: Status
    rank: Rank
    spell: int
    superseded: bool
    supersedes: tuple[str, ...]
    """Keys of the claims that this one replaces."""
    qualifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()

    @property
    def asserted(self) -> bool:
        """Whether the simple layer has a triple for it."""
        return self.status is Status.STATED and self.rank is not Rank.DEPRECATED and not self.superseded

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources, sorted, each once."""
        return tuple(sorted({item.source for item in self.evidence}))


@dataclass(frozen=True)
class Conflict:
    """Two tellings that cannot both be true; all are kept, `kept` is the one that is shown."""

    claim: str
    what: str
    tellings: tuple[str, ...]
    kept: str


@dataclass(frozen=True)
class Decision:
    """A dated, attributed, reversible judgement on two ids."""

    left: str
    right: str
    judgement: Judgement
    by: str
    date: PartialDate
    reason: str
    row: Row


@dataclass(frozen=True)
class Exemption:
    """A shape that a source does not let a thing satisfy, and why."""

    entity: str
    shape: str
    reason: str
    row: Row


@dataclass(frozen=True)
class Project:
    """All tables of one folder, read and checked."""

    sources: Mapping[str, Source]
    entities: Mapping[str, Entity]
    canonical: Mapping[str, str]
    """Every id of `entities.csv` to the id of the node that it names."""
    facts: tuple[Fact, ...]
    decisions: tuple[Decision, ...]
    exemptions: tuple[Exemption, ...]
    notes: tuple[Problem, ...] = ()
    """What is worth knowing of the input, but stops nothing."""
