"""The body whose gathering a sentence tells without a name: the annual meeting of the Alliance, қордың отырысы."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.kazakh_descriptions import opens_description
from kg.draft.names.kazakh_parts import sits
from kg.draft.spans import Mention

_MOST_MODIFIERS = 4


def whose_gathering(sentence: Sentence, index: int, form: Form, mentions: Sequence[Mention]) -> Mention | None:
    """Whose gathering it is, by the genitive before it or after it."""
    start, end = sentence.words[index - form.entry.length + 1].start, sentence.words[index].end
    told = [m for m in mentions if m.end <= start]
    if sentence.grammar.verb_last:
        told = [m for m in told if not (m.class_name == "City" and m.case in ("adj", "loc"))]
    before = told[-1] if told else None
    beside = sentence.grammar.verb_last and before is not None and not before.case
    beside = beside and before is not None and not sentence.text[before.end : start].strip()
    beside = beside and before is not None and (before.known or sits(sentence, before, form))
    if before is not None and (before.case == "gen" or beside) and (form.possessed or not sentence.grammar.verb_last):
        gap = [w for w in sentence.text[before.end : start].split() if not w[0].isupper()]
        if sentence.grammar.code == "az" and any(w.endswith(("larının", "lərinin")) for w in gap):
            return None  # X və Y rektorlarının görüşü
        between = range(sentence.index_from(before.end), index - form.entry.length + 1)
        if sentence.grammar.code == "kk" and any(opens_description(sentence, at) for at in between):
            return None  # ұйымның алты тіліне аударылған кітаптың тұсаукесері
        person = any(m.class_name == "Person" and before.end <= m.start < start for m in mentions)
        if not person and len(gap) <= _MOST_MODIFIERS and not re.search(r"[.,;:()]", sentence.text[before.end : start]):
            return before if sentence.grammar.code != "ru" else None
    after = next((m for m in mentions if m.start >= end), None)
    if after is None or sentence.grammar.verb_last:
        return None
    gap_after = sentence.text[end : after.start].strip(' «“"').lower()
    if sentence.grammar.code == "ru":
        cyrillic = re.match(r"[А-ЯЁ]", sentence.text[after.start]) is not None  # выставка GITEX is its name
        owns = after.case == "gen" or (after.name.isupper() and (cyrillic or after.known))
        return after if not gap_after and owns else None
    return after if gap_after in ("of", "of the") else None
