"""English forums that have officers, and so are organisations: the president of the World Economic Forum."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

_OFFICER = (
    r"(?:[Pp]resident|[Ss]ecretary[- ][Gg]eneral|[Ee]xecutive [Dd]irector|[Dd]irector[- ][Gg]eneral|[Ff]ounder|CEO)"
)
_OF = re.compile(rf"\b{_OFFICER} of (?:the )?\Z")
_OWN = re.compile(rf"(?:['’]s?)? {_OFFICER}\b")
_FURTHEST = 40


def headed_forums(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes for organisations the forums of which a sentence names an officer."""
    if sentence.grammar.code != "en":
        return
    for mention in mentions:
        if mention.head != "forum" or mention.known or mention.is_reference:
            continue
        before = sentence.text[max(sentence.start, mention.start - _FURTHEST) : mention.start]
        end = mention.start + len(mention.name)
        if _OF.search(before) or _OWN.match(sentence.text, end):
            mention.class_name = "Organisation"
