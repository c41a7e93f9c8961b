"""A mention: a stretch of an article that names something, with what the drafter makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.draft.model import Reason


@dataclass
class Mention:
    """Worked on within one article; `start` and `end` are places in its text, endings included."""

    start: int
    end: int
    name: str
    """The name in its base form, as nearly as can be told."""
    class_name: str
    language: str
    rule: str
    confidence: float
    reasons: tuple[Reason, ...]
    entity: str = ""
    known: bool = False
    case: str = ""
    head: str = ""
    """The word that tells what it is (nazirlik), by which it may be referred to."""
    kind: str = ""
    mark: str = ""
    """What the words around it and its case make of it: nom, by, with, in …"""
    group: int = -1
    """Mentions that a conjunction joins have one number."""
    inner: bool = False
    """Whether it stands within another's description (a post, a possessor) and acts for itself no more."""
    owner: Mention | None = None
    """The possessor that stands before it, or after it: the Center of the Union."""
    place: Mention | None = None
    """The place of an adjective: the Center in China."""
    is_reference: bool = False
    refers: Mention | None = None
    """Of a reference, what stands before it in the same sentence, whose id it takes."""
    acronym: str = ""
    candidates: tuple[str, ...] = ()
    post: str = ""
    """Of a person: the id of the post that is told beside the name."""
    post_of: str = ""
    sentence: int = -1
    tells_whose: bool = False
    """Whether it only says whose somebody is, by the post that follows it: X temsilcisi P."""
    is_sent: bool = False
    """Whether it acts through people of its that are not named: X-nin nümayəndələri."""
    begins: int = -1
    """Where words begin that only say what it is (the insurer X); -1 where there are none."""
    ends: int = -1
    """Where words end that only say what it is (X, a maker of drones); -1 where there are none."""
    clause: tuple[int, int] = (-1, -1)
    """The relative clause between commas that it stands in, outside of which it does nothing: X, which runs it, …"""
    aliases: list[str] = field(default_factory=list)

    def acts_at(self, place: int) -> bool:
        """Whether it may be told by a verb at a place of the text: one of its own clause, or any where it has none."""
        return self.clause[0] < 0 or self.clause[0] <= place < self.clause[1]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with a stretch."""
        return self.start < end and start < self.end


def keep_longest(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of which none overlaps another, in order: of two, the longer one stays, and of equals the known."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda each: (each.start - each.end, not each.known, each.start)):
        cells = range(mention.start, mention.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(mention)
    return sorted(kept, key=lambda each: each.start)
