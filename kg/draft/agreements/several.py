"""Several agreements that one sentence tells of: memoranda between A and B, between C and D."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.draft.language.grammar import Form
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention

_BETWEEN = {"en": re.compile(r"\bbetween\b"), "ru": re.compile(r"\bмежду\b")}
_WITH = re.compile(r"[^,;]*(?:\bil[əe]\b|l[aə]\s|\bмен\b|\bбен\b|\bпен\b|\bbilan\b|\bбилан\b|[’']l[ae]\s)[^,;]*")
_APART = re.compile(r"\W*[,;]\s*(?:(?:və|ve|va|және|hamçinin|habelə|ayrıca|сондай-ақ)\s)?.{0,40}", re.DOTALL)
_PAIR = 2


def several(read: ReadSentence, parties: Sequence[Mention]) -> list[list[Mention]]:
    """The parties of each of several agreements; none where a sentence tells of one."""
    ordered = sorted(parties, key=lambda each: each.start)
    if len(ordered) < 2 * _PAIR:
        return []
    between = _BETWEEN.get(read.sentence.grammar.code)
    groups = _by_word(read, ordered, between) if between is not None else _by_pairs(read, ordered)
    return groups if len(groups) > 1 and all(len(group) >= _PAIR for group in groups) else []


def _by_word(read: ReadSentence, ordered: Sequence[Mention], between: re.Pattern[str]) -> list[list[Mention]]:
    """The parties by the word before them."""
    places = [match.start() for match in between.finditer(read.sentence.text, read.sentence.start, read.sentence.end)]
    groups: dict[int, list[Mention]] = {}
    for party in ordered:
        groups.setdefault(max((at for at in places if at < party.start), default=-1), []).append(party)
    return [] if -1 in groups else list(groups.values())


def _by_pairs(read: ReadSentence, ordered: Sequence[Mention]) -> list[list[Mention]]:
    """Pairs that «with» joins and commas part: A ilə B, C ilə D arasında."""
    groups = [[ordered[0]]]
    for left, right in pairwise(ordered):
        gap = read.sentence.text[left.end - 2 : right.start]
        if _WITH.fullmatch(gap) and len(groups[-1]) < _PAIR:
            groups[-1].append(right)
        elif _APART.fullmatch(gap[2:]) and len(groups[-1]) == _PAIR:
            groups.append([right])
        else:
            return []
    return groups


def each_with_own(read: ReadSentence, parties: Sequence[Mention]) -> list[tuple[tuple[int, Form], list[Mention]]]:
    """The agreements that one English side has with others, each by its word: a deal with B and a pact with C."""
    sentence = read.sentence
    others = [m for m in parties if m.mark == "with"]
    sides = [m for m in parties if m.mark == "nom" and m.start < min((o.start for o in others), default=0)]
    if sentence.grammar.code != "en" or not sides or len(others) < _PAIR:
        return []
    nouns = [
        (at, form)
        for at in range(len(sentence.words))
        if (form := sentence.grammar.form(sentence.lowered, at, "agreements")) is not None
    ]
    groups: dict[int, list[Mention]] = {}
    for other in others:
        before = [n for n, (at, _) in enumerate(nouns) if sentence.words[at].end <= other.start]
        if not before:
            return []
        groups.setdefault(before[-1], []).append(other)
    return [(nouns[n], [*sides, *told]) for n, told in groups.items()] if len(groups) > 1 else []
