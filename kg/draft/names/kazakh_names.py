"""Kazakh names after a person that no possessed head ends: Әл-Фараби атындағы ҚазҰУ, Абай атындағы кітапхана."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
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
    """Bodies told by an acronym or a small word that a person's name and атындағы stand before."""
    if sentence.grammar.code != "kk":
        return []
    found = []
    for at in range(1, len(sentence.words) - 1):
        if sentence.lowered[at] not in sentence.grammar.connectors:
            continue
        last, body = _acronym_after(sentence, at), _body_after(sentence, at)
        if last is None and body is None:
            continue
        named = first = at - 1 if _is_title(sentence, at - 1) else at
        while first > 0 and named - first < _MOST and _goes_on(sentence, first - 1):
            first -= 1
        if first < named and last is not None:
            found.append(_mention(sentence, first, last))
        elif first < named and body is not None:
            found.append(_body(sentence, first, *body))
    return found


def _is_title(sentence: Sentence, at: int) -> bool:
    """Whether a small word is a title behind the name of whom something is named after: Абылай хан атындағы."""
    return (
        at > 0
        and sentence.gap(at - 1, at) == " "
        and in_family(sentence.words[at].text, sentence.grammar, "patron_title")
    )


def _body_after(sentence: Sentence, at: int) -> tuple[int, Form] | None:
    """The head after «named after» that is not possessed, small words before it: облыстық кітапхана."""
    for index in range(at + 1, min(at + 2 + _MOST, len(sentence.words))):
        if sentence.gap(index - 1, index) not in (" ", "-") or not sentence.words[index].text.islower():
            return None
        form = sentence.grammar.form(sentence.lowered, index, "heads")
        if form is not None:
            told = in_family(form.entry.words.split(" ")[-1], sentence.grammar, "named_after_body")
            return (index, form) if told and not form.possessed else None
    return None


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


def _start(sentence: Sentence, first: int) -> int:
    """Where a name begins, with the initials and the article before its first word: әл-Фараби атындағы …"""
    start = sentence.words[first].start
    initials = _INITIALS.search(sentence.text[sentence.start : start])
    start -= len(initials[0]) if initials else 0
    return start - (3 if sentence.text[:start][-3:].lower() == "әл-" else 0)


def _body(sentence: Sentence, first: int, last: int, form: Form) -> Mention:
    start, word = _start(sentence, first), sentence.words[last]
    name = " ".join(sentence.text[start : word.start + form.base_length].split())
    return Mention(
        start, word.end, name, form.entry.name, "kk", f"head-{form.entry.words.replace(' ', '-')}", 0.75,
        (Reason.BY_HEAD,), case=form.case, head=form.entry.words,
    )  # fmt: skip


def _mention(sentence: Sentence, first: int, last: int) -> Mention:
    word, start = sentence.words[last], _start(sentence, first)
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
