"""What Russian forms of a verb say by themselves of whether it is done: создать, по созданию, подписанному."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence
from kg.draft.relations.frames import frames

_NEAR_BEFORE = 4
_LONG_PARTICIPLE = re.compile(
    r"(?:[аея]нн|ённ|вш|[ое]рт|крыт)(?:ый|ая|ое|ие|ий|ее|ые|ого|его|ему|ому|ым|им|ом|ем|ой|ей|ую|ых|их)(?:ся)?\Z"
)


def as_intended(sentence: Sentence, first: int, entry: Entry, cues: set[str]) -> set[str]:
    """The cues of a trigger whose first word is at `first`, with what its own form says."""
    if _LONG_PARTICIPLE.search(sentence.lowered[first]):
        return cues - {"planned"}  # будет вестись по соглашению, подписанному …
    return cues or _of_form(sentence, first, entry)


def _of_form(sentence: Sentence, first: int, entry: Entry) -> set[str]:
    """What a Russian infinitive or noun of doing is by itself: only wished, or planned; nothing if it came off."""
    before = sentence.lowered[max(0, first - _NEAR_BEFORE) : first]
    if sentence.lowered[first].endswith(("ть", "ти", "ться")) and entry.detail == "active":
        if any(in_family(word, sentence.grammar, "came_off") for word in before):
            return set()
        return {"planned"} if any(in_family(word, sentence.grammar, "resolved") for word in before) else {"unsure"}
    made = any(frame.predicate in ("founded", "establishedIn") for frame in frames().get(entry.name, ()))
    if entry.detail == "noun" and made and before and before[-1] in ("по", "о", "об", "для", "на", "над", "к", "ко"):
        return {"planned"}
    return set()
