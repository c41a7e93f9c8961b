"""Russian gatherings that only their sort names: в Бишкеке состоялся круглый стол; X принял участие в конференции."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.facts.schema import Schema

_BEFORE, _AFTER, _NEAR = 7, 9, 4
_OF_PARTICIPLE = re.compile(r"(?:ий|ая|ее|ую|ей|его|ем|ий?ся|аяся|ееся|уюся|ейся|егося|емся|ый|ое|ой|ого|ом)\Z")
_SEVERAL = re.compile(r"(?:ы|и|ов|ев|ий|ей|ам|ям|ами|ями|ах|ях|ции|рии)\Z")
_TOLD_BEFORE = ("церемони*", "встреч*", "заседани*")
"""Heads that mean what was told before where no word says more of them."""
_QUOTED = re.compile(r"\s[«“\"]")
_BREAK = re.compile(r"[;:.!?«»“”\"]")


def russian_gatherings(
    sentence: Sentence, heads: Sequence[tuple[int, Form]], schema: Schema
) -> Iterator[tuple[int, Form]]:
    """The heads that stand for one gathering without a name, of which a verb of the sentence tells."""
    if sentence.grammar.code != "ru":
        return
    for index, form in heads:
        if not schema.is_a(form.entry.name, "Event") or form.entry.name == "OpeningCeremony":
            continue
        first = index - form.entry.length + 1
        if _is_named(sentence, index) or _is_one_of_many(sentence, first, index):
            continue
        attended = _is_attended(sentence, first) and (first > 0 or form.entry.words not in _TOLD_BEFORE)
        attended = attended and not (form.entry.words in _TOLD_BEFORE and _marked_beside(sentence, first))
        attended = attended or (_has_guests(sentence, first, index) and form.entry.words not in _TOLD_BEFORE)
        if _is_held(sentence, first, index) or attended or _is_held_there(sentence, index):
            yield index, form


def _is_held_participle(sentence: Sentence, at: int) -> bool:
    """Whether a word is a participle of holding: прошедшая, организованного."""
    word = sentence.lowered[at]
    told = (stem for stem in stems(sentence.grammar, "held_participle") if word.startswith(stem))
    return any(_OF_PARTICIPLE.match(word, len(stem)) for stem in told)


def _is_named(sentence: Sentence, index: int) -> bool:
    """Whether a name stands right after a head: форум «Мост», выставка GITEX."""
    text, end = sentence.text, sentence.words[index].end
    after = index + 1
    of = sentence.grammar.form(sentence.lowered, after, "heads") if after < len(sentence.words) else None
    if of is not None and of.entry.name in ("Event", "Meeting") and _QUOTED.match(text, sentence.words[after].end):
        return True  # на заседании форума «Мост»
    named = after < len(sentence.words) and sentence.words[after].is_capital and sentence.gap(index, after) == " "
    return text[end : end + 2].strip()[:1] in ("«", '"', "“") or (named and sentence.words[after].is_acronym)


def _is_one_of_many(sentence: Sentence, first: int, index: int) -> bool:
    word = sentence.lowered[index]
    feminine = word.endswith(("ии", "чи", "ки", "ли"))
    several = _SEVERAL.search(word) is not None and not feminine
    return several or (first > 0 and in_family(sentence.lowered[first - 1], sentence.grammar, "one_of_many"))


def _is_held(sentence: Sentence, first: int, index: int) -> bool:
    """Whether a verb says that it was held: before it, or after it in the same clause."""
    words, lowered = sentence.words, sentence.lowered
    nominative = _marked(sentence, first) == ""
    if not nominative:
        return False
    for at in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if _BREAK.search(sentence.gap(at, at + 1)) or "," in sentence.gap(at, at + 1):
            break
        if in_family(lowered[at], sentence.grammar, "gathering_held") or (
            in_family(lowered[at], sentence.grammar, "holds") and first - at <= _NEAR
        ):
            return True
    for at in range(index + 1, min(len(words), index + 1 + _AFTER)):
        if _BREAK.search(sentence.gap(at - 1, at)):
            break
        if in_family(lowered[at], sentence.grammar, "gathering_held"):
            return True
    return False


def _is_held_there(sentence: Sentence, index: int) -> bool:
    """Whether a participle says so right after it: конференции, прошедшей в Астане."""
    after = index + 1
    if after >= len(sentence.words):
        return False
    near = range(after, min(len(sentence.words), after + _NEAR))
    return any(_is_held_participle(sentence, at) and sentence.gap(at - 1, at).strip() == "," for at in near)


def _is_attended(sentence: Sentence, first: int) -> bool:
    """Whether somebody is told to have taken part in it or spoken at it."""
    at = first
    while at > 0 and first - at < _NEAR and not _marked(sentence, at):
        if sentence.gap(at - 1, at).strip(" -"):
            return False
        at -= 1
    told = _marked(sentence, at)
    if told not in ("in", "at"):
        return False
    families = ("attends", "signs_at", *(("says_at",) if told == "at" else ()))
    for n in range(at - 2, max(-1, at - 2 - _NEAR), -1):
        if _BREAK.search(sentence.gap(n, n + 1)):
            return False
        if any(in_family(sentence.lowered[n], sentence.grammar, name) for name in families):
            return True
    return False


def _has_guests(sentence: Sentence, first: int, index: int) -> bool:
    """Whether its guests are told of: среди спикеров конференции; в работе форума приняли участие …"""
    lowered = sentence.lowered
    if (
        first > 0
        and in_family(lowered[first - 1], sentence.grammar, "guests")
        and not sentence.gap(first - 1, first).strip()
    ):
        return True
    opens = lowered[0] in ("в", "на") and first > 0 and lowered[first - 1] in ("в", "на", "работе")
    opens = opens and index <= _NEAR
    after = lowered[index + 1 : index + 1 + _NEAR]
    families = ("attends", "signs_at")
    told = any(in_family(word, sentence.grammar, name) for word in after for name in families)
    return opens and told and not sentence.gap(0, 1).strip()


def _marked_beside(sentence: Sentence, first: int) -> bool:
    """Whether the small word stands right before a head: в церемонии, of which it was told before."""
    return first > 0 and sentence.grammar.marks.at(sentence.lowered, first - 1) is not None


def _marked(sentence: Sentence, first: int) -> str:
    """The small word that governs a head, adjectives between; empty for none."""
    at = first - 1
    while at >= 0 and first - at <= _NEAR:
        hit = sentence.grammar.marks.at(sentence.lowered, at)
        if hit is not None and hit[0] == 1:
            return hit[1].name
        half = sentence.gap(at, at + 1) == "-"  # чадско-перуанском бизнес-форуме
        told = half or re.search(r"(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ом|ем|ую|юю|ей|-)\Z", sentence.lowered[at])
        if (sentence.gap(at, at + 1).strip() and not half) or not told:
            return ""
        at -= 1
    return ""
