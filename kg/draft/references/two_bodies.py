"""Two bodies that were named before and are now told of together: iki universitet arasında, hər iki şirkət."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_TWO = {"az": ("iki", "ikisi"), "ru": ("двумя",)}
_ANY = "Organisation"
_THEY = {
    "en": ("they",), "ru": ("они",), "az": ("onlar",), "kk": ("олар",), "uz": ("ular", "улар"), "tr": ("onlar",),
}  # fmt: skip
_MOST_WORDS = 3
_PAIR = 2
_TOGETHER = ("nom", "between", "by")


def two_bodies(read: ReadSentence, named: Sequence[Mention], schema: Schema, group: int) -> Iterator[Mention]:
    """The two bodies of a sort that a sentence speaks of by their number, as one group.

    `named` are those named before, in order.
    """
    sentence = read.sentence
    grammar, lowered = sentence.grammar, sentence.lowered
    for at, word in enumerate(lowered):
        if word not in _TWO.get(grammar.code, ()):
            continue
        for last in range(at + 1, min(at + 1 + _MOST_WORDS, len(lowered))):
            form = grammar.form(lowered, last, "heads") or grammar.form(lowered, last, "references")
            if form is None or last - form.entry.length != at or form.case in ("adj", "abl"):
                continue
            if form.entry.name == "any" and _are_many(named):
                return
            sort = _ANY if form.entry.name == "any" else form.entry.name
            told = [m for m in named if schema.is_a(m.class_name, sort)][-2:]
            beside = last + 1 if grammar.verb_last else at - 1  # между двумя компаниями
            if len(told) < 2 and grammar.code == "ru":  # a body of which nothing tells what it is
                told = [m for m in named if schema.is_a(m.class_name, sort) or m.class_name == _ANY][-2:]
            mark = grammar.marks.at(lowered, beside) if 0 <= beside < len(lowered) else None
            if len(told) == 2 and (mark is None or mark[1].name in ("between", "by")):
                start, end = sentence.words[at].start, sentence.words[last].end
                yield from (
                    _meant(m, start, end, mark[1].name if mark else form.case or "nom", group, read) for m in told
                )
            return


def two_sides(read: ReadSentence, bodies: Sequence[Mention]) -> Sequence[Mention]:
    """The two bodies that a sentence tells of together, or of whose people it tells; none where it names others.

    `bodies` are those that it names: of them «the sides» may be said next.
    """
    acting = [m for m in bodies if not m.inner]
    if len(acting) == _PAIR and acting[0].group == acting[1].group and acting[0].mark in _TOGETHER:
        return acting
    posts = list(dict.fromkeys(m.post_of for m in read.mentions if m.class_name == "Person"))
    told = [m for m in bodies if m.entity in posts]
    return told if len(posts) == len(told) == len(bodies) == _PAIR else []


def they_sign(sentence: Sentence) -> bool:
    """Whether a sentence opens with who signs something, by no more than a pronoun: They signed a memorandum."""
    opens = sentence.lowered[:1] and sentence.lowered[0] in _THEY.get(sentence.grammar.code, ())
    return bool(opens) and any(entry.name == "sign" for _, entry in sentence.triggers.values())


def _are_many(named: Sequence[Mention]) -> bool:
    """Whether the sentence that named bodies last named more than two, so that any two of them may be meant."""
    last = max((m.sentence for m in named), default=-1)
    return len({m.entity for m in named if m.sentence == last}) > 2


def _meant(of: Mention, start: int, end: int, mark: str, group: int, read: ReadSentence) -> Mention:
    return replace(
        of, start=start, end=end, rule="reference", confidence=0.7, reasons=(Reason.BY_REFERENCE,), is_reference=True,
        mark=mark, group=group, case="", inner=False, owner=None, place=None, sentence=read.sentence.number, aliases=[],
    )  # fmt: skip
