"""Who is no party of an agreement: countries that do not sign and between which no agreement is; what it will make.

Countries stand beside agreements for many other reasons: talks or cooperation between them, names that open with a
country, hyphened adjectives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.reading import ReadSentence
from kg.draft.references.nameless import MADE
from kg.draft.relations.triggers import Trigger, triggers
from kg.draft.spans import Mention

_MOST_BETWEEN = 7
_PAIRED = ("with", "between")
_LETTER = r"[^\W\d_]"
_HYPHEN_AFTER = re.compile(rf"[-–]{_LETTER}+")
_HYPHEN_BEFORE = re.compile(rf"{_LETTER}[-–]\Z")


def real_parties(read: ReadSentence, hit: Trigger | None, noun: int | None, parties: list[Mention]) -> list[Mention]:
    """`parties` without those that are none; `noun` is the word for the agreement in the sentence."""
    signing = {m.group for m in parties if m.class_name != "Country" and m.mark == "nom"}
    out = {m.start for m in parties if _is_to_be_made(read, m, hit)}
    for mention in parties:
        if mention.mark == "behalf" and _speaks_for(read, mention):
            out.add(mention.start)
        is_country = mention.class_name == "Country"
        apart = mention.mark == "nom" and bool(signing) and mention.group not in signing
        if is_country and (apart or _opens_name(read, mention) or _has_firms(read, mention)):
            out.add(mention.start)
        if mention.mark in _PAIRED:
            pair = _pair(mention, parties)
            if any(m.class_name == "Country" for m in pair) and not _agree(read, hit, noun, pair):
                out.add(mention.start)
    return [m for m in parties if m.start not in out]


def _has_firms(read: ReadSentence, country: Mention) -> bool:
    """Whether a Russian noun before a country says that some of its firms agreed: с предприятиями Узбекистана."""
    at = read.sentence.index_from(country.start) - 1
    if read.sentence.grammar.code != "ru" or at < 0 or read.sentence.gap(at, at + 1) != " ":
        return False
    return read.sentence.words[at].text.islower() and read.sentence.lowered[at].endswith(("ами", "ями"))


def _speaks_for(read: ReadSentence, mention: Mention) -> bool:
    """Whether somebody only speaks on behalf of an Azerbaijani body: X adından çıxış edən P."""
    sentence = read.sentence
    after = sentence.index_from(mention.end)
    hits = (sentence.grammar.triggers.at(sentence.lowered, at) for at in range(after, after + 3))
    return sentence.grammar.code == "az" and any(hit is not None and hit[1].name == "speak" for hit in hits)


def _is_to_be_made(read: ReadSentence, mention: Mention, hit: Trigger | None) -> bool:
    """Whether a body is what an agreement is to bring about: Gamma Merkezi kurmak için protokol.

    Where the verb is not last, no body behind the verb of signing is: договор о создании центра подписали X и Y.
    """
    text = read.sentence.text
    made = [v for v in triggers(read.sentence, read.mentions) if v.frame in MADE and v.status == "planned"]
    if read.sentence.grammar.verb_last:
        return any(v.start - mention.end >= 0 and not text[mention.end : v.start].strip(' »”"') for v in made)
    if hit is not None and hit.end <= mention.start:
        made = [v for v in made if v.start >= hit.end]
    return any(mention.start - v.end >= 0 and len(text[v.end : mention.start].split()) <= 2 for v in made)


def _opens_name(read: ReadSentence, mention: Mention) -> bool:
    """Whether a country is part of a longer name or of a hyphened adjective: Korea Startup Forum, X-Y alliance."""
    sentence = read.sentence
    text = sentence.text
    if _HYPHEN_BEFORE.search(text, max(0, mention.start - 3), mention.start):
        return True
    after = _HYPHEN_AFTER.match(text, mention.end)
    if after is not None and (after[0][1].isupper() or not sentence.grammar.case_of(after[0][1:].lower())):
        return True
    index = sentence.index_from(mention.end)
    if index >= len(sentence.words) or mention.case or text[mention.end : sentence.words[index].start] != " ":
        return False
    word = sentence.words[index]
    return word.is_capital and word.text not in sentence.grammar.generic


def _pair(mention: Mention, parties: Sequence[Mention]) -> list[Mention]:
    """Those between which something is: X ile Y arasında, between X and Y."""
    told = [m for m in parties if m.mark in _PAIRED]
    return [m for m in told if m is mention or m.group == mention.group or _near(m, mention)]


def _agree(read: ReadSentence, hit: Trigger | None, noun: int | None, pair: Sequence[Mention]) -> bool:
    """Whether «between» or «with» some country belongs to the agreement or its signing, not to talks or cooperation."""
    sentence = read.sentence
    first, last = min(m.start for m in pair), max(m.end for m in pair)
    at = sentence.index_from(first)
    ends = [n for n in (noun, hit.first if hit is not None else None) if n is not None]
    if sentence.grammar.verb_last:
        after = [n for n in ends if sentence.words[n].start >= last]
        if not after:
            return False
        low, high = sentence.index_from(last), min(after)
        return high - low <= _MOST_BETWEEN and _is_plain(read, last, sentence.words[high].start)
    ends += [hit.last] if hit is not None else []
    before = [n for n in ends if n < at]
    if not before:
        return _opens_clause(read, at)
    high = max(before)
    return at - high <= _MOST_BETWEEN and not _works_together(read, high + 1, at)


def _near(one: Mention, other: Mention) -> bool:
    low, high = sorted((one, other), key=lambda m: m.start)
    return 0 <= high.start - low.end <= len(" ile birlikte ")


def _opens_clause(read: ReadSentence, at: int) -> bool:
    """Whether nothing but the preposition stands before a country: Между X и Y подписано …"""
    mark = read.sentence.grammar.marks.at(read.sentence.lowered, 0)
    return mark is not None and mark[0] == at and mark[1].name in _PAIRED


def _is_plain(read: ReadSentence, start: int, end: int) -> bool:
    """Whether no comma, other body or word of cooperation stands between the parties and the agreement."""
    sentence = read.sentence
    if re.search(r"[,;:]", sentence.text[start:end]):
        return False
    if any(start <= m.start < end and m.class_name not in ("City", "Country", "Person") for m in read.mentions):
        return False
    low, high = sentence.index_from(start), sentence.index_from(end)
    marks = (sentence.grammar.marks.at(sentence.lowered, n) for n in range(low, high))
    return not any(mark is not None and mark[1].name in ("within", "about") for mark in marks)


def _works_together(read: ReadSentence, low: int, high: int) -> bool:
    sentence = read.sentence
    text = sentence.text[sentence.words[low - 1].end : sentence.words[high].start]
    hits = (sentence.grammar.triggers.at(sentence.lowered, n) for n in range(low, high))
    return bool(re.search(r"[,;:]", text)) or any(hit is not None and hit[1].name != "cooperate" for hit in hits)
