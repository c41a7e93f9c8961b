"""A mention of what a sentence means without naming it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention

IMPLIED_GROUP = 1000
"""The first number of groups of such mentions; those that a conjunction joins have small ones."""


def implied(read: ReadSentence, of: Mention | None, mark: str, start: int, end: int) -> Iterator[Mention]:
    """The mention of what stands unnamed at a place of a sentence; none where it is not known."""
    if of is None:
        return
    grammar = read.sentence.grammar
    yield Mention(
        start, end, of.name, of.class_name, grammar.code, "reference", 0.7, (Reason.BY_REFERENCE,),
        entity=of.entity, known=of.known, mark=mark, is_reference=True, head=of.head, sentence=read.sentence.number,
        post=of.post, post_of=of.post_of,
    )  # fmt: skip
