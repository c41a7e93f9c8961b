"""English gatherings that only their sort names, by the words that they stand with: the ceremony was attended by X."""

from __future__ import annotations

import re

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence

_AFTER = re.compile(
    r"(?: (?:itself|today|yesterday|here))*(?:,? (?:which|that))?(?: (?:was|were|is|has been|had been|will be))?"
    r"(?: (?:also|officially|jointly|held))* (?:attended|addressed|opened|chaired|moderated|joined|graced|hosted|led) "
    r"by\b|"
    r" (?:brought together|gathered|heard|hosted|featured|drew|saw)\b| with the participation of\b|"
    r" (?:was|were|will be) (?:held|organi[sz]ed|attended|chaired)\b| took place\b| began\b| kicked off\b"
)
_BEFORE = re.compile(
    r"\b(?:attend(?:ed|ing|s)?|participat(?:ed|es|ing|e) in|(?:took|takes?|taking) part in|present at|attendance at|"
    r"spoke at|speaks? at|speaking (?:at|during)|address(?:ed|ing|es)?|(?:speech|remarks|address|talk) (?:at|during)|"
    r"chair(?:ed|s|ing)|moderat(?:ed|es|ing)|presid(?:ed|es|ing) over|presented at|guests? (?:at|of)|speakers? at|"
    r"participants? (?:in|of|at)|witness(?:ed|ing)|graced|joined|held|holds|organi[sz]ed|hosted|host|hosts|convened|"
    r"spoke during|told|representatives? at)"
    r" (?P<article>the |a |an |this |its |their |today’s |today's )(?:(?:[a-z]|\d+(?:st|nd|rd|th))[a-z-]* ){0,3}\Z"
)
_SPOKEN = re.compile(
    r"(?:\A|[.,“”\"] ?|\band )(?:[Aa]t|[Dd]uring|[Oo]pening|[Aa]ddressing) (?:the |this )(?:[a-z-]+ ){0,2}\Z"
)
_WHERE = re.compile(
    r"\b(?:spoke|speaks|speaking|said|told|noted|stressed|emphasi[sz]ed|announced|stated|informed|presented|delivered|"
    r"reported|unveiled|made the statement|made the announcement)\b[^.;]{0,140} "
    r"(?:at|during) (?:the|a|an|this|today’s|today's) (?:[a-z][a-z-]* ){0,3}\Z"
)
_SAYS = re.compile(
    r"\b(?:said|says|spoke|noted|stressed|emphasi[sz]ed|highlighted|addressed|told|added|underlined|welcomed|delivered|"
    r"expressed|stated|pointed out|thanked|announced|outlined|presented|gave|congratulated|remarked|explained|"
    r"described|recalled|called|praised|urged|underscored|shared|touched)\b"
)
_NOT = re.compile(r"(?:s? of (?:the )?[A-Z]|s? (?:room|hall|rooms|halls|centre|center|venue|organi[sz]ers?)\b|-)")


def is_gathering(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a head in small letters stands for a gathering whose guests, speakers or place the sentence tells."""
    first = sentence.words[index - form.entry.length + 1]
    before, end = sentence.text[sentence.start : first.start], sentence.words[index].end
    after = sentence.text[end : sentence.end]
    if _NOT.match(after) or sentence.lowered[index].endswith("s"):
        return False
    if _AFTER.match(after):
        return re.search(r"\b(?:the|a|an|this) (?:[a-z][a-z-]* ){0,3}\Z", before, re.IGNORECASE) is not None
    return (
        _BEFORE.search(before) is not None
        or _WHERE.search(before) is not None
        or (_SPOKEN.search(before) is not None and _SAYS.search(after) is not None)
    )
