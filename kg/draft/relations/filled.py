"""Who fills a part of a relation."""

from __future__ import annotations

from dataclasses import dataclass

from kg.draft.spans import Mention


@dataclass(frozen=True)
class Filled:
    """The mentions that fill a slot, and whether their case told so (else their place in the sentence)."""

    mentions: tuple[Mention, ...]
    by_case: bool


NOBODY = Filled((), False)
