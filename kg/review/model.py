"""What is put before a reviewer, and what a reviewer said. All values are frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kg.draft.model import Place, Proposal, ProposedName, ProposedThing, Question, Reason, Verdict
from kg.draft.sameness import is_sameness


class Kind(Enum):
    """What is judged."""

    FACT = "fact"
    THING = "thing"
    NAME = "name"
    QUESTION = "question"


@dataclass(frozen=True)
class Item:
    """One proposal as it is put before a reviewer: a fact with all its evidence, a thing with its names, a name of a
    known thing, or a question which thing is meant."""

    kind: Kind
    key: str
    source: str
    place: Place
    language: str
    reasons: tuple[Reason, ...]
    confidence: float | None = None
    """None for a question, which is a doubt."""
    rule: str = ""
    proposals: tuple[Proposal, ...] = ()
    thing: ProposedThing | None = None
    names: tuple[ProposedName, ...] = ()
    question: Question | None = None
    waiting: int = 0
    """How many facts wait for the answer."""

    @property
    def own_id(self) -> str:
        """The id under which facts name what is judged: of a thing, or of what a question is about; else empty."""
        if self.thing is not None:
            return self.thing.id
        return self.question.entity if self.question is not None else ""

    @property
    def is_sameness(self) -> bool:
        """Whether it is asked whether a new thing and another are one."""
        return self.question is not None and is_sameness(self.question)

    @property
    def predicate(self) -> str:
        """The predicate of a fact; the class of a thing; else empty."""
        if self.proposals:
            return self.proposals[0].predicate
        return self.thing.class_name if self.thing is not None else ""


@dataclass(frozen=True)
class Answer:
    """What was said of an item. `fields` are all its fields where they were edited."""

    item: Item
    verdict: Verdict
    reason: str = ""
    fields: Mapping[str, str] | None = None
    with_: str = ""
    """Of a new thing the fact that it is accepted with, by one key; empty where it is answered by itself."""


@dataclass(frozen=True)
class NewRow:
    """A row for a table of the project; `table` is its file relative to the folder of tables, with slashes."""

    table: str
    cells: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True)
class Judged:
    """A row of `judgements.csv`, with what the report needs once the proposal itself is gone."""

    proposal: str
    verdict: Verdict
    by: str
    date: str
    reason: str
    kind: Kind
    language: str
    predicate: str
    rule: str
    confidence: str
    edited: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The fields that were changed, with what was put in them; of a question `entity`, the thing that is meant."""
    with_: str = ""
    """The fact that a new thing was accepted with, by one key."""

    @property
    def key(self) -> str:
        """The proposal whose answer it was: its own, or the fact that it was accepted with."""
        return self.with_ or self.proposal


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row that was to be written, in the words of a hand-written row's problem."""

    row: NewRow | None
    text: str
    fix: str
    proposal: str = ""
    """The proposal that it was to be written for."""

    def __str__(self) -> str:
        return f"{self.text}. {self.fix}"


@dataclass(frozen=True)
class Outcome:
    """What came of a judgement: nothing was written where there are faults."""

    faults: tuple[Fault, ...] = ()
    rows: tuple[NewRow, ...] = ()
    fallen: int = 0
    """How many facts went with a thing that was rejected."""
