"""Small heads that stand for what was named before without a word that shows it: agentlik vakillari, texnoparkda."""

from __future__ import annotations

import re

from kg.draft.grammar import Form
from kg.draft.words import Sentence

_NO_REFERENCE = {
    "uz": re.compile(
        r"(?:bir|ikki|uch|toʻrt|besh|olti|yetti|sakkiz|toʻqqiz|oʻn|har|hech|boshqa|qaysi|nechta|birorta|birinchi|"
        r"xususiy|davlat|qoʻshma|yirik|zamonaviy|koʻp|koʻplab|ayrim|baʼzi|turli|shunday|bunday|xorijiy|mahalliy|"
        r"ilmiy|milliy|xalqaro|mintaqaviy|hududiy|innovatsion|oliy|tijorat|markaziy|maxsus|alohida|[\w-]*ta|\d+|"
        r"\w+(?:iy|viy|siz|gi|ki))\Z"
    ),
}
"""What stands before a head that means no thing named before: any of a sort, or one of several."""
_COMING = {"uz": ("establish", "open", "launch", "form")}


def is_bare(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a small head without a possessive ending, wherever it stands, may mean what was named before."""
    pattern = _NO_REFERENCE.get(sentence.grammar.code)
    word = sentence.words[index]
    if pattern is None or form.possessed or word.is_capital or form.entry.length > 1:
        return False
    if index and not sentence.gap(index - 1, index).strip():
        before = sentence.words[index - 1]
        if (before.is_capital and index > 1) or pattern.match(before.lower):
            return False
    after = index + 1
    if form.case or after >= len(sentence.words):
        return bool(form.case)
    if sentence.gap(index, after) == "-":
        return False
    hit = sentence.grammar.triggers.at(sentence.lowered, after)
    return hit is None or hit[1].name not in _COMING[sentence.grammar.code] or hit[1].detail == "participle"
