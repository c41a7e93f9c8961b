"""Bodies that share one head in the plural: Tomsk and Omsk universities, Томский и Омский университеты.

Each is a body of its own, called by its own words and the head in the singular.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.draft.language.words import Sentence
from kg.draft.names.english_shared import in_english
from kg.draft.names.kazakh_local import joint_councils
from kg.draft.names.russian_shared import in_russian
from kg.draft.names.turkic_shared import in_turkic
from kg.draft.spans import Mention


def shared_heads(sentence: Sentence, owner: Mapping[int, Mention]) -> list[Mention]:
    """The bodies of a sentence that share a head; `owner` has the known thing of each word."""
    code = sentence.grammar.code
    read = {"en": in_english, "ru": in_russian}.get(code, in_turkic)
    found: list[Mention] = []
    for at in range(len(sentence.words)):
        if not found or sentence.words[at].start >= found[-1].end:
            found += read(sentence, at, owner) or joint_councils(sentence, at)
    return found


def without(mentions: Sequence[Mention], shared: Sequence[Mention]) -> list[Mention]:
    """The mentions that none of the bodies with a shared head overlaps."""
    return [m for m in mentions if not any(m.overlaps(each.start, each.end) for each in shared)]
