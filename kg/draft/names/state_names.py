"""The whole name of a state in English, of which the table of countries has only the last words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

_FORM = re.compile(
    r"\b(?:[A-Z][a-z]+ ){0,3}(?:Republic|Kingdom|State|Federation|Commonwealth|Sultanate|Principality|Emirate) "
    r"of (?:the )?\Z"
)


def take_forms(sentence: Sentence, known: Sequence[Mention]) -> None:
    """Takes into the names of countries what sort of state they are: the Republic of Chad, the Kingdom of Spain."""
    for mention in known if sentence.grammar.code == "en" else ():
        if mention.class_name != "Country":
            continue
        low = max([sentence.start, *(m.end for m in known if m.end <= mention.start)])
        form = _FORM.search(sentence.text, low, mention.start)
        if form is not None:
            mention.start = form.start()
