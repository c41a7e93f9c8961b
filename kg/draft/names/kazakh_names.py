"""Kazakh names that no head ends: an acronym with whom it is named after, Әл-Фараби атындағы ҚазҰУ."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention

_ACRONYM = re.compile(r"[А-ЯЁӘІҢҒҮҰҚӨҺ][А-Яа-яЁёӘІҢҒҮҰҚӨҺәіңғүұқөһ]{0,4}[А-ЯЁӘІҢҒҮҰҚӨҺ]{1,4}")
_CASE = re.compile(r"[-–]([^\W\d_]{1,5})(?!\w)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,2}\Z")
_SCHOOLS = ("У", "И", "А")
"""What acronyms of universities, institutes and academies end in."""
_MOST = 3
_SURNAME = re.compile(r"(?:[оеё]ва?|ина?|ұлы|қызы)\Z")


def named_after(sentence: Sentence) -> list[Mention]:
    """Bodies told by an acronym that a person's name and атындағы stand before."""
    if sentence.grammar.code != "kk":
        return []
    found = []
    for at in range(1, len(sentence.words) - 1):
        if sentence.lowered[at] not in sentence.grammar.connectors or (last := _acronym_after(sentence, at)) is None:
            continue
        first = at
        while first > 0 and at - first < _MOST and _goes_on(sentence, first - 1):
            first -= 1
        if first < at:
            found.append(_mention(sentence, first, last))
    return found


def _acronym_after(sentence: Sentence, at: int) -> int | None:
    """The acronym after «named after», with the small words of what it is of: астық шаруашылығы ҒӨО."""
    for index in range(at + 1, min(at + 2 + _MOST, len(sentence.words))):
        if sentence.gap(index - 1, index) != " ":
            return None
        if _ACRONYM.fullmatch(sentence.words[index].text) is not None:
            return index
        if not sentence.words[index].text.islower() or sentence.grammar.form(sentence.lowered, index, "heads"):
            return None
    return None


def _goes_on(sentence: Sentence, at: int) -> bool:
    gap, word = sentence.gap(at, at + 1), sentence.words[at]
    if at == 0 and (word.text in sentence.grammar.generic or _is_thing(sentence)):
        return False
    if _SURNAME.search(word.text) and gap == " " and sentence.lowered[at + 1] == "әл":
        return False  # Марат Қасымов Әл-Тарази атындағы …
    return word.is_capital and gap.strip(" -") in ("", ".")


def _is_thing(sentence: Sentence) -> bool:
    """Whether the first word of a sentence is a thing without a name, of which something is told: Жобаны …"""
    told = (sentence.grammar.form(sentence.lowered, 0, table) for table in ("heads", "agreements", "references"))
    return any(form is not None for form in told)


def _mention(sentence: Sentence, first: int, last: int) -> Mention:
    word, start = sentence.words[last], sentence.words[first].start
    initials = _INITIALS.search(sentence.text[sentence.start : start])
    start -= len(initials[0]) if initials else 0
    start -= 3 if sentence.text[:start][-3:].lower() == "әл-" else 0  # әл-Фараби атындағы …
    told = _CASE.match(sentence.text, word.end)
    case = sentence.grammar.case_of(told[1].lower()) if told else ""
    end = told.end() if told and case else word.end
    sort = "ResearchOrganisation" if word.text.endswith(_SCHOOLS) else "Organisation"
    mention = Mention(
        start, end, " ".join(sentence.text[start : word.end].split()), sort, "kk", "head-acronym", 0.75,
        (Reason.BY_HEAD,), case=case or "",
    )  # fmt: skip
    mention.acronym = word.text
    return mention
