"""Lists of names: which stand in one, and the mark that all of a list share: of X, Y and Z."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.draft.language.adpositions import mark_at
from kg.draft.language.clauses import comma_only, subject_apart
from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.sorts import sort_of
from kg.draft.spans import Mention

_OF_OTHERS = ("with", "by", "initiative", "founder")
_APART = 500
_ASIDE = re.compile(r"[»”\"']?\s*\([^()\n]{2,40}\)")
_JOINING = re.compile(r"[\s,;()«»\"“”/&]*")
_APPOSED_AND = re.compile(r", (?:an?|the|its) [^;:.]{3,90}, and (?:the )?")
_OPENS = re.compile(
    r"\W*(?:[A-Z][a-z]{2,}ed|Built|Held|Set|Led|Run|In|Together|Jointly|Along|Alongside|By|With|Within|Besides|Apart|Despite|For|From|As|Thanks|On|At|Under|According|Following|Pursuant|Through|During|After)\b"
    r"[^,.;:]*"
)
"""What opens an English sentence before its subject."""
_FROM_THERE = re.compile(r"\w{3,}[лдт](?:ық|ік)\Z")
"""A Kazakh adjective that may say where the next of a list is from: ресейлік «X» пен түркиялық «Y»."""


def group(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Numbers the lists of mentions, and lets their members share one mark."""
    number = 0
    free = [mention for mention in mentions if not mention.inner]
    for country in (origins := [m for m in free if _tells_origin(sentence, m, free)]):
        country.group = _APART * 2 + country.start
    free = [mention for mention in free if mention not in origins]
    for at, mention in enumerate(free):
        before = free[at - 1] if at else None
        if before is None or not _listed(sentence, before, mention, mentions):
            number += 1
        mention.group = number
    if sentence.grammar.code == "tr":
        _part_subjects(sentence, free)
    for number in {mention.group for mention in free}:
        members = [mention for mention in free if mention.group == number]
        if len(members) > 1:
            _share_mark(sentence, free, members)


def _share_mark(sentence: Sentence, free: Sequence[Mention], members: list[Mention]) -> None:
    """Gives the members of a list the mark of the one beside which the small word stands."""
    code, verb_last = sentence.grammar.code, sentence.grammar.verb_last
    teller = members[-1] if verb_last else members[0]
    told = code in ("az", "tr") and teller.mark in ("acc", "dat", "loc") and sort_of(teller) != "place"
    told = (told and teller.class_name != "Country") or teller.mark in _OF_OTHERS
    if verb_last and told and comma_only(sentence, members):
        return  # a subject, a comma, and with whom: TÜBİTAK, Bakü Devlet Üniversitesi ile …
    owned = code == "az" and teller.case == "gen"  # X, Y və Z-nin təşkilatçılığı ilə: all three
    if code in ("az", "tr") and not owned and teller.mark in _OF_OTHERS and subject_apart(sentence, free, members):
        members[0].group += _APART
        members = members[1:]
    for member in members:
        if teller.mark == "from" and member.mark == "gen":
            member.mark = "from"  # Avstriyanın və Gürcüstanın nümayəndələri
        elif code == "az" and member.mark == teller.case == "gen" and teller.mark in _OF_OTHERS:
            member.mark = teller.mark  # X-in, Y-in təşkilatçılığı ilə
        elif member is not teller and member.mark in ("nom", "with", "acc") and teller.mark not in ("adj",):
            shared = member.mark == "nom" or code == "kk" or teller.mark == "between"
            member.mark = teller.mark if shared else member.mark
        elif (
            member is not teller
            and not verb_last
            and member.mark in ("by", "gen")
            and teller.mark in ("with", "between", "participation")
        ):
            member.mark = teller.mark


def _part_subjects(sentence: Sentence, free: Sequence[Mention]) -> None:
    """Takes a subject out of the list of two that only a comma makes, where the other stands in a case: X, Y'ye …"""
    for left, right in pairwise(free):
        alone = left.group == right.group and sum(m.group == left.group for m in free) == 2
        gap = sentence.text[left.end : right.start]
        told = left.mark == "nom" and right.mark in ("dat", "acc", "loc", "abl", "gen", "with", "by")
        if alone and told and "," in gap and not re.search(r"\b(?:ve|ile)\b", gap):
            left.group += _APART


def _listed(sentence: Sentence, left: Mention, right: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether two mentions stand in one list: nothing but a comma, a conjunction or an article is between."""
    if (
        sort_of(left) != sort_of(right)
        and not _are_states(sentence, left, right)
        and not _is_net(sentence, left, right, mentions)
    ):
        return False
    countries = left.class_name == right.class_name == "Country"
    if sentence.grammar.code == "en" and left.class_name == "Country" and left.mark in ("to", "in") and not countries:
        return False  # During P's visit to Georgia, X and Y …
    if sentence.grammar.code == "kk" and right.mark == "of" and left.mark != "with" and not countries:
        return False  # «X» компаниясының басшылары Каспий теңізінің …
    if left.mark == "with" and right.mark == "between" and not sentence.text[left.end : right.start].strip():
        return True  # Azərbaycanla Özbəkistan arasında
    between = [m for m in mentions if left.end <= m.start and m.end <= right.start]
    inner = [m for m in between if m.inner or _tells_origin(sentence, m, mentions)]
    start = max((m.end for m in inner if left.owner is m or left.place is m), default=left.end)
    start = max(start, left.ends)
    end = min(
        (
            m.start
            for m in inner
            if m.start >= start and (right.owner is m or right.place is m or m.mark in ("origin", "abl"))
        ),
        default=right.start,
    )
    end = min(end, right.begins) if right.begins >= start else end
    if (aside := _ASIDE.match(sentence.text, min(left.end, start), end)) is not None:
        start = max(start, aside.end())  # Министерством науки Кореи (MSIP) и …; Turin Park (Italy), …
    if left.name.rpartition(" ")[2] in sentence.grammar.company_forms and sentence.text[start : start + 1] == ".":
        start += 1  # Alfa Systems Ltd. and Beta
    gap = sentence.text[start:end]
    if sentence.grammar.code == "en" and left.mark == right.mark == "nom" and _APPOSED_AND.fullmatch(gap):
        return True
    if sentence.grammar.code == "en" and _closes_opening(sentence, gap, left, right, mentions):
        return False
    if _JOINING.fullmatch(gap):
        return "," in gap
    if sentence.grammar.code == "kk" and left.class_name == right.class_name == "Person":
        gap = re.sub(r"\s[–—]\s*\Z", " ", gap)  # A, орынбасары – B
        if _JOINING.fullmatch(gap):
            return "," in gap
    grammar = sentence.grammar
    if grammar.code == "en" and left.mark != "nom" and _begins_clause(sentence, gap, left, mentions):
        return False
    first, last = sentence.index_from(start), sentence.index_from(end)
    at = first
    while at < last:
        hit = grammar.conjunctions.at(sentence.lowered, at)
        other = grammar.marks.at(sentence.lowered, at) if at == first and grammar.verb_last else None
        sent = grammar.delegates.at(sentence.lowered, at) if at == first and grammar.verb_last else None
        if hit is None and sent is not None and sentence.grammar.code == "kk" and not re.search(r"[,)]", gap):
            at += sent[0]
            if at >= last:
                return False  # X университетінің ғалымдары «Y» компаниясының қолдауымен
        elif hit is not None or sent is not None:
            at += (hit or sent or (1,))[0]
        elif other is not None and other[1].name == "with" and right.mark in ("between",):
            at += other[0]
        elif (
            sentence.lowered[at] in ("the", "a", "an", "its", "both")
            or (grammar.code == "ru" and at == first and in_family(sentence.lowered[at], grammar, "as_told"))
            or (
                grammar.code == "kk"
                and at == last - 1
                and (at > first or "," in gap)
                and _FROM_THERE.match(sentence.lowered[at])
            )
            or (
                grammar.code in ("ru", "en")
                and right.head
                and sentence.words[at].text.islower()
                and at == last - 1
                and sentence.grammar.form(sentence.lowered, at, "heads")
            )
            or (grammar.code in ("en", "ru") and at > first and left.mark == mark_at(sentence, at))
        ):
            at += 1
        else:
            return False
    return first < last and bool(_JOINING.fullmatch("".join(_gaps(sentence, start, end, first, last))))


def _is_net(sentence: Sentence, left: Mention, right: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an English network stands beside a body as one of a list: with Alfa, Beta and the Gamma Network."""
    nets = [m for m in (left, right) if m.class_name in ("Network", "Initiative", "Cluster")]
    bodies = [m for m in (left, right) if sort_of(m) == "agent" and m.class_name != "Country"]
    joined = re.search(r"\band\b", sentence.text[left.end : right.start]) is not None
    joined = joined or any(m.group == left.group and m is not left for m in mentions if m.end <= left.start)
    return right.language == "en" and len(nets) == len(bodies) == 1 and joined


def _tells_origin(sentence: Sentence, country: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a Kazakh country says where the body right behind it came from: X қоры, Өзбекстаннан «Y» орталығы."""
    if sentence.grammar.code != "kk" or country.class_name != "Country" or country.case != "abl":
        return False
    after = next((m for m in mentions if m.start >= country.end), None)
    beside = after is not None and not sentence.text[country.end : after.start].strip(' «"“')
    return beside and after is not None and sort_of(after) == "agent" and after.class_name != "Country"


def _are_states(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Whether a Kazakh country and a union of countries stand side by side: Қазақстан мен Еуропалық Одақ."""
    both = {left.class_name, right.class_name} == {"Country", "InternationalOrganisation"}
    return both and sentence.grammar.code == "kk"


def _closes_opening(sentence: Sentence, gap: str, left: Mention, right: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a comma closes the phrase that opens an English sentence: In collaboration with A and B, C tests …"""
    marked = any(m.group == left.group and m.mark != "nom" for m in mentions if m.end <= left.end)
    if re.fullmatch(r", (?:the )?", gap) is None or not marked:
        return False
    first = next((m for m in mentions if not m.inner and m.start < m.end), left)
    opens = _OPENS.fullmatch(sentence.text[sentence.start : first.start if first.begins < 0 else first.begins])
    after = sentence.text[max(right.end, right.ends) : sentence.end]
    return opens is not None and re.match(r" (?!and |& |as well|or )[a-z]", after) is not None


def _begins_clause(sentence: Sentence, gap: str, left: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a comma and an «and» open a clause rather than end a list of three: works with X, and Y runs …"""
    if re.match(r",\s(?:(?:and|while|but)\b|the\s\Z)", gap) is None:
        return False
    before = [m.end for m in mentions if m.end <= left.start and not m.inner]
    return not before or "," not in sentence.text[max(before) : left.start]


def _gaps(sentence: Sentence, start: int, end: int, first: int, last: int) -> list[str]:
    """What stands between the words, but for the hyphen that a conjunction has: hem-de."""
    words = sentence.words
    edges = [start, *(place for word in words[first:last] for place in (word.start, word.end)), end]
    gaps = [sentence.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    for at in range(first, last - 1):
        hit = sentence.grammar.conjunctions.at(sentence.lowered, at) if gaps[at + 1 - first] == "-" else None
        if hit is not None and hit[0] > 1:
            gaps[at + 1 - first] = ""
    return gaps
