"""What a Kazakh sentence says was opened or founded, though not where or by whom: зертхана ашылды."""

from __future__ import annotations

from kg.draft.reading import ReadSentence
from kg.draft.relations.triggers import triggers
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_FRAMES = ("open", "establish")
_SORTS = ("Organisation", "IndustrialPark", "Cluster")
_MOST_BETWEEN = 4


def opened(read: ReadSentence, schema: Schema) -> Mention | None:
    """The body that a sentence says was opened or founded; None for none."""
    if read.sentence.grammar.code != "kk":
        return None
    for hit in triggers(read.sentence, read.mentions):
        if hit.frame not in _FRAMES or hit.voice not in ("active", "passive") or hit.status:
            continue
        mark = "acc" if hit.voice == "active" else "nom"
        before = [m for m in read.mentions if m.end <= hit.start and m.mark == mark and not m.inner]
        before = [m for m in before if any(schema.is_a(m.class_name, sort) for sort in _SORTS)]
        if before and len(read.sentence.text[before[-1].end : hit.start].split()) <= _MOST_BETWEEN:
            return before[-1]
    return None
