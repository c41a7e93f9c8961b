"""What the drafter proposes. All values are frozen; a proposal is no fact until a person accepts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kg.facts.model import digest


class Reason(Enum):
    """Why a proposal is as sure, or as unsure, as it is; worded for people by `kg/draft/data/reasons.csv`."""

    KNOWN_SUBJECT = "known-subject"
    KNOWN_OBJECT = "known-object"
    NEW_SUBJECT = "new-subject"
    NEW_OBJECT = "new-object"
    BY_REFERENCE = "by-reference"
    BY_CASE = "by-case"
    BY_ORDER = "by-order"
    FAR_APART = "far-apart"
    IN_A_LIST = "in-a-list"
    PLANNED = "planned"
    DENIED = "denied"
    HEARSAY = "hearsay"
    DATE_STATED = "date-stated"
    DATE_DERIVED = "date-derived"
    KNOWN_FACT = "known-fact"
    SEVERAL_SOURCES = "several-sources"
    BY_HEAD = "by-head"
    IN_QUOTATION_MARKS = "in-quotation-marks"
    BY_CAPITALS = "by-capitals"
    BY_LEGAL_FORM = "by-legal-form"
    BY_ACRONYM = "by-acronym"
    BY_POST = "by-post"
    BY_PLACE_NAMES = "by-place-names"
    BY_EVENT_TOLD = "by-event-told"
    CLASS_GUESSED = "class-guessed"
    SEVERAL_CANDIDATES = "several-candidates"
    RESEMBLES = "resembles"
    MAYBE_SAME = "maybe-same"
    BY_MODEL = "by-model"
    BOTH_DRAFTERS = "both-drafters"
    BY_PAIR = "by-pair"


@dataclass(frozen=True)
class Place:
    """Where the words stand that prove something: the quote, its occurrence, its offsets and those of its sentence."""

    quote: str
    occurrence: int | None
    start: int
    end: int
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True)
class DraftSource:
    """An article that was drafted: the cells of its row in `sources.csv`, where it was read, and its checksum."""

    id: str
    title: str
    publisher: str
    published: str
    retrieved: str
    language: str
    url: str
    document: str
    path: str
    """The file as it was named in the call; empty for a text from standard input."""
    sha256: str
    """The checksum of the bytes that were read."""
    mended: str = ""
    """The cells that a reviewer has corrected, with bars between: `published|title`."""


@dataclass(frozen=True)
class ProposedThing:
    """A thing that the project does not have yet, with the class that its name suggests."""

    id: str
    class_name: str
    kind: str
    confidence: float
    language: str
    rule: str
    reasons: tuple[Reason, ...]
    source: str
    place: Place

    @property
    def key(self) -> str:
        """The stable id of the proposal."""
        return digest("thing", self.id, self.class_name)


@dataclass(frozen=True)
class ProposedName:
    """A name of a new thing, or one more name of a known one."""

    entity: str
    language: str
    text: str
    rank: str
    confidence: float
    rule: str
    reasons: tuple[Reason, ...]
    source: str
    place: Place

    @property
    def key(self) -> str:
        """The stable id of the proposal."""
        return digest("name", self.entity, self.language, self.text)


@dataclass(frozen=True)
class Proposal:
    """One row of `facts.csv`: what is said, and one piece of evidence for it. Rows of one `key` are one proposal."""

    key: str
    subject: str
    predicate: str
    object: str
    from_: str
    until: str
    dating: str
    source: str
    place: Place
    status: str
    """Empty for stated, else planned or denied."""
    qualifiers: Mapping[str, str] = field(hash=False)
    confidence: float
    language: str
    rule: str
    """The name of the row of the tables that found it."""
    reasons: tuple[Reason, ...]

    @property
    def claim(self) -> tuple[str, ...]:
        """What makes it the same claim as another (as in the graph: the dates may differ)."""
        told = self.qualifiers
        return (self.subject, self.predicate, self.object, told.get("role", ""), told.get("onBehalfOf", ""))

    @property
    def cells(self) -> dict[str, str]:
        """The row of a table of facts that it would be."""
        return {
            "subject": self.subject,
            "predicate": self.predicate,
            "object": self.object,
            "from": self.from_,
            "until": self.until,
            "dating": self.dating,
            "source": self.source,
            "quote": self.place.quote,
            "occurrence": "" if self.place.occurrence is None else str(self.place.occurrence),
            "status": self.status,
            **self.qualifiers,
        }


@dataclass(frozen=True)
class Question:
    """A mention that may be one of several things, or a known one under a new name: a person decides."""

    mention: str
    entity: str
    """The id under which the mention stands in the proposals until it is decided; empty where nothing is said of it."""
    candidates: tuple[str, ...]
    language: str
    reasons: tuple[Reason, ...]
    source: str
    place: Place

    @property
    def key(self) -> str:
        """The stable id of the question; of one on the sameness of things it does not hang on the article."""
        if Reason.MAYBE_SAME in self.reasons:
            return digest("same", self.entity, *self.candidates)
        return digest("question", self.source, self.mention, *self.candidates)


class Verdict(Enum):
    """What a person said of a proposal."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"


@dataclass(frozen=True)
class Judged:
    """A row of `judgements.csv`, which the review writes and the drafter only reads."""

    proposal: str
    judgement: str
    by: str
    date: str
    reason: str
    meant: str = ""
    """Of a question, the id of the thing that was chosen; of a thing, the id that it was given in place of its own."""


@dataclass(frozen=True)
class Drafts:
    """All tables of the folder of drafts."""

    sources: tuple[DraftSource, ...] = ()
    things: tuple[ProposedThing, ...] = ()
    names: tuple[ProposedName, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    questions: tuple[Question, ...] = ()
    judged: tuple[Judged, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    """Ids that a proposal would have had by itself, and the id of the proposal that it was found to be evidence of."""


def proposal_key(claim: tuple[str, ...], source: str, quote: str) -> str:
    """The stable id of a proposal: of what it says and of its first evidence."""
    return digest(*claim, source, quote)


@dataclass(frozen=True)
class Draft:
    """What the drafter proposes for one article."""

    source: DraftSource
    things: tuple[ProposedThing, ...] = ()
    names: tuple[ProposedName, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    questions: tuple[Question, ...] = ()
