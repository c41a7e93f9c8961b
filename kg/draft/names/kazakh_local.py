"""Bodies of a region, a town or a district in small letters: облыстық білім басқармасы, қалалық ішкі саясат бөлімі."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.kazakh_descriptions import opens_description
from kg.draft.names.turkic_shared import PLURAL
from kg.draft.spans import Mention
from kg.facts.new_source import slug

_MOST_WORDS = 8
_OF_STATE = ("басқарма", "департамент", "бөлім")
"""The heads of bodies of the state."""
_OF_SOME = re.compile(r"(?:[ндт][ыі]ң|нд[ае]|[ыі]п|[ғқ]ан|[гк]ен|[аей]тын|[еі]тін|дағы|дегі|тағы|тегі)\Z")
"""What a small word ends in that is no part of what a body is for."""
_COUNCIL = "әкімдік"
_PLACE = {"қала": "қаласының", "облыс": "облысының", "аудан": "ауданының"}
_ONE = re.compile(r"(қала|облыс|аудан)с?[ыі](н[ыі]ң)?")
_MANY = re.compile(r"(қала|облыс|аудан)[лдт][ае]р[ыі]н[ыі]ң")


def local_bodies(
    sentence: Sentence, heads: Sequence[tuple[int, Form]], mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """The bodies in small letters of which only is told whose and what for: аудандық мәдениет бөлімі."""
    for index, form in heads if sentence.grammar.code == "kk" else ():
        if not in_family(form.entry.words.split(" ")[-1], sentence.grammar, "local_body"):
            continue
        first = _whose(sentence, index, form, mentions)
        if first is None:
            continue
        start, word = sentence.words[first].start, sentence.words[index]
        name = " ".join(sentence.text[start : word.start + form.base_length].split())
        sort = "GovernmentBody" if form.entry.words.split(" ")[-1] in _OF_STATE else form.entry.name
        yield Mention(
            start, word.end, name[:1].upper() + name[1:], sort, "kk", "head-local", 0.7, (Reason.BY_HEAD,),
            entity=slug(name)[:60].strip("-") or "local-body", case=form.case, head=form.entry.words,
            sentence=sentence.number,
        )  # fmt: skip


def _whose(sentence: Sentence, index: int, form: Form, mentions: Sequence[Mention]) -> int | None:
    """The word that says that a body is of a region, a town or a district; None where none opens its name."""
    if sentence.words[index].text[0].isupper():
        return None
    for at in range(index - 1, max(-1, index - 1 - _MOST_WORDS), -1):
        word, lowered = sentence.words[at], sentence.lowered[at]
        gap = sentence.gap(at, at + 1)
        if gap not in (" ", "-", ", ") or any(m.start <= word.start < m.end for m in mentions):
            return None
        if in_family(lowered, sentence.grammar, "local_sort"):
            near = at + form.entry.length >= index
            return at if gap == " " and (form.possessed or near) and not _goes_before(sentence, at) else None
        if not word.text.islower() or _OF_SOME.search(lowered) or opens_description(sentence, at):
            return None
    return None


def _goes_before(sentence: Sentence, at: int) -> bool:
    """Whether a name stands before the word that says whose a body is: Тобыл облыстық мәдениет басқармасы."""
    return at > 1 and sentence.gap(at - 1, at) == " " and sentence.words[at - 1].is_capital


def joint_councils(sentence: Sentence, at: int) -> list[Mention]:
    """The administrations of two places that share a head: Тобыл облысы мен Сыр қаласының әкімдіктері."""
    plural = PLURAL["kk"].fullmatch(sentence.lowered[at]) if sentence.grammar.code == "kk" and at > 2 else None
    if plural is None or plural[1] != _COUNCIL or sentence.gap(at - 1, at) != " ":
        return []
    many = _MANY.fullmatch(sentence.lowered[at - 1])
    last = at - 2
    if many is None and _ONE.fullmatch(sentence.lowered[at - 1]) is None:
        return []
    joint = _joint(sentence, last)
    if joint is None:
        return []
    if many is not None:
        return [_council(sentence, joint - 1, joint - 1, many[1], ""), _council(sentence, last, at, many[1], plural[2])]
    first, second = (_ONE.fullmatch(sentence.lowered[n]) for n in (joint - 1, at - 1))
    if first is None or first[2] or second is None or not second[2] or not sentence.words[joint - 2].is_capital:
        return []
    one = _council(sentence, joint - 2, joint - 1, first[1], "")
    return [one, _council(sentence, last, at, second[1], plural[2])]


def _joint(sentence: Sentence, last: int) -> int | None:
    """The conjunction right before the name of the second place."""
    hit = sentence.grammar.conjunctions.at(sentence.lowered, last - 1) if last > 1 else None
    named = sentence.words[last].is_capital and hit is not None
    return last - 1 if named and all(sentence.gap(n, n + 1) == " " for n in (last - 2, last - 1)) else None


def _council(sentence: Sentence, first: int, last: int, sort: str, ending: str) -> Mention:
    place = sentence.words[first]
    return Mention(
        place.start, sentence.words[last].end, f"{place.text} {_PLACE[sort]} әкімдігі", "GovernmentBody", "kk",
        "head-әкімдік", 0.75, (Reason.BY_HEAD,), case=sentence.grammar.case_of(ending) or "" if ending else "",
        head=_COUNCIL,
    )  # fmt: skip
