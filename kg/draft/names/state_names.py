"""The whole name of a state, of which the table of countries has only the short one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

_FORM = re.compile(
    r"\b(?:[A-Z][a-z]+ ){0,3}(?:Republic|Kingdom|State|Federation|Commonwealth|Sultanate|Principality|Emirate) "
    r"of (?:the )?\Z"
)

_AFTER = {
    "az": r" (?:(?:Haşimilər|Birləşmiş) )?(?:Krallığı|Sultanlığı|Əmirliyi|Knyazlığı|Federasiyası)",
    "kk": r" (?:(?:Халық|Ислам|Араб) )?(?:Республикасы|Корольдігі|Патшалығы|Федерациясы|мемлекеті)",
    "tr": r" (?:(?:Haşimi|Birleşik) )?(?:Krallığı|Sultanlığı|Emirliği|Prensliği|Federasyonu)(?:['’](?=\w))?",
    "uz": r" (?:(?:Xalq|Islom|Arab) )?(?:Respublikasi|Qirolligi|Podshohligi|Podsholigi|Sultonligi|Amirligi)",
}
"""What sort of a state it is, after the name: Niderland Krallığının, Испания Корольдігінің, Ispaniya Qirolligi."""
_SORTS = {language: re.compile(rf"{sorts}([^\W\d_]*)") for language, sorts in _AFTER.items()}


def with_state(sentence: Sentence, mention: Mention) -> None:
    """Takes the words after the name of a country that say what state it is into it, with their case."""
    sort = _SORTS.get(sentence.grammar.code)
    if sort is None or mention.class_name != "Country" or mention.case:
        return
    told = sort.match(sentence.text, mention.end)
    case = sentence.grammar.case_of(told[1].lower()) if told is not None and told[1] else ""
    if told is not None and case is not None:
        mention.end, mention.case = told.end(), case


def take_forms(sentence: Sentence, known: Sequence[Mention]) -> None:
    """Takes into the names of countries what sort of state they are: the Republic of Chad, the Kingdom of Spain."""
    for mention in known if sentence.grammar.code == "en" else ():
        if mention.class_name != "Country":
            continue
        low = max([sentence.start, *(m.end for m in known if m.end <= mention.start)])
        form = _FORM.search(sentence.text, low, mention.start)
        if form is not None:
            mention.start = form.start()
