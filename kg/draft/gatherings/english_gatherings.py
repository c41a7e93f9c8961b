"""English gatherings that only their sort names, by the words that they stand with: the ceremony was attended by X."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.draft.language.families import alternatives
from kg.draft.language.grammar import Form, Grammar
from kg.draft.language.words import Sentence

_DONE, _ACTS, _GOES = "gathering_done", "gathering_acts", "gathering_goes"
"""Families of the table: what is done with a gathering (held), what it does (took place), what one does at it."""
OF = (
    r"(?:,? (?:on|of|for|about|with|between|among|involving|devoted|dedicated|entitled|titled|called|themed|under|"
    r"focus(?:ed|ing)|aimed|within|as part|in|at|to mark|marking|held|organi[sz]ed|hosted|that|which)\b"
    r"[^.;:]{2,150}?,?)??"
)
"""What may stand between a gathering and its verb: a seminar on water in the Fergana valley was held."""
_HALF = r"(?: (?:itself|today|yesterday|here))*(?:,? (?:which|that))?"
_BE = r"(?: (?:was|were|is|has been|had been|will be|is to be|is being|was being))"
_HOW = r"(?: (?:also|officially|jointly|held|successfully|recently|first|previously|traditionally|annually|then))*"
AFTER = rf"{_HALF}{_BE}?{_HOW} "
"""What stands between a gathering and what is said of it."""
_SPOKEN = re.compile(
    r"(?:\A|[.,“”\"] ?|\band )(?:[Aa]t|[Dd]uring|[Oo]pening|[Aa]ddressing) (?:the |this )(?:[a-z-]+ ){0,2}\Z"
)
_WHERE = re.compile(
    r"\b(?:spoke|speaks|speaking|said|told|noted|stressed|emphasi[sz]ed|announced|stated|informed|presented|delivered|"
    r"reported|unveiled|made the statement|made the announcement)\b[^.;]{0,140} "
    r"(?:at|during) (?:the|a|an|this|today’s|today's) (?:[a-z][a-z-]* ){0,3}\Z"
)
_FRAME = re.compile(
    r"(?:\A|[.,“”\"] ?)(?:[Dd]uring|[Aa]t|[Oo]n the (?:sidelines|margins) of|[Ww]ithin(?: the framework of)?|"
    r"[Aa]s part of|[Ii]n the (?:frame|framework|course) of|[Ff]ollowing|[Aa]t the end of|[Aa]s a result of) "
    r"(?:the|this|an?|his|her|its) (?:[a-z-]+ ){0,3}\Z"
)
_SAYS = re.compile(
    r"\b(?:said|says|spoke|noted|stressed|emphasi[sz]ed|highlighted|addressed|told|added|underlined|welcomed|delivered|"
    r"expressed|stated|pointed out|thanked|announced|outlined|presented|gave|congratulated|remarked|explained|"
    r"described|recalled|called|praised|urged|underscored|shared|touched)\b"
)
_NOT = re.compile(r"(?:s? of (?:the )?[A-Z]|s? (?:room|hall|rooms|halls|centre|center|venue|organi[sz]ers?)\b|-)")


@dataclass(frozen=True)
class _Patterns:
    """What stands after a gathering and before it, by the families of the table."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    signed: re.Pattern[str]


@cache
def _patterns(grammar: Grammar) -> _Patterns:
    done, acts, goes = (alternatives(grammar, name) for name in (_DONE, _ACTS, _GOES))
    after = rf"{OF}{_HALF}(?:{_BE}?{_HOW} (?:{done})\b(?! (?:a|an|the) )|{_HALF} (?:{acts})\b)"
    article = r"(?:the|a|an|this|its|their|today’s|today's|another|his|her)"
    before = (
        rf"\b(?:{goes}) (?P<article>{article} |(?=[a-z-]+ (?:on|for)\b))(?:[a-z\d][a-z\d-]* |[A-Z][\w-]+ ){{0,4}}\Z"
    )
    return _Patterns(re.compile(after), re.compile(before), re.compile(r"\b(?:signed|inked|concluded|exchanged)\b"))


def is_plural(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a head stands in the plural: several seminars."""
    return sentence.lowered[index].endswith("s") and not form.entry.words.endswith("s")


def _is_of_more(sentence: Sentence, index: int) -> bool:
    """Whether a head only is the first part of a longer noun: the training centre."""
    after = index + 1
    beside = after < len(sentence.words) and sentence.gap(index, after) == " "
    return beside and sentence.grammar.form(sentence.lowered, after, "heads") is not None


def is_gathering(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a head in small letters stands for a gathering whose guests, speakers or place the sentence tells."""
    first = sentence.words[index - form.entry.length + 1]
    before, end = sentence.text[sentence.start : first.start], sentence.words[index].end
    after = sentence.text[end : sentence.end]
    if _NOT.match(after) or _is_of_more(sentence, index) or is_plural(sentence, index, form):
        return False
    told = _patterns(sentence.grammar)
    if told.after.match(after):
        return re.search(r"\b(?:the|a|an|this) (?:\d?[a-z][a-z-]* ){0,4}\Z", before, re.IGNORECASE) is not None
    return (
        told.before.search(before) is not None
        or (told.signed.search(after) is not None and _FRAME.search(before) is not None)
        or _WHERE.search(before) is not None
        or (_SPOKEN.search(before) is not None and _SAYS.search(after) is not None)
    )
