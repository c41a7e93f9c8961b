"""Russian posts that somebody is in no more: экс-министр, покинул пост ректора, освобождён от должности директора."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence

_EX = re.compile(r"экс\W", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:покину|покида|остав(?:и|л)|уш[её]л|ушл[аи]|уход|уйд|освобо|сня[тл]|снима|отстран|увол|слож|отправл|лиш[еёи]|"
    r"отстав|подал|смещ|переста)\w*\s(?:[\w«»\"-]+\s){0,5}?(?:(?:с|со|от|из|занимаем\w+|сво\w+)\s)*"
    r"(?:пост|должност|обязанност|полномочи|кресл|мест)\w*\s(?:[а-яё]+(?:ого|его)\s){0,2}\Z",
    re.IGNORECASE,
)
_REACH = 120


def is_left(sentence: Sentence, start: int) -> bool:
    """Whether the words of a post, or those before it, say that somebody left it; `start` is where it begins."""
    text = sentence.text
    if _EX.match(text, start) or text[max(sentence.start, start - 4) : start].lower() == "экс-":
        return True
    return _LEFT.search(text[max(sentence.start, start - _REACH) : start]) is not None
