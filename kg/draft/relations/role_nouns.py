"""Relations that a noun tells where the verb comes last: X-тің операторы – Y; Y X-ning hamkori boʻldi."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.draft.model import Reason
from kg.draft.names.people import is_title
from kg.draft.posts.turkic_posts import is_degree
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.frames import frames
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_MOST_BETWEEN, _MOST_BEFORE = 3, 12
_HOLDER_GAP = re.compile(
    r"[\s»”\"]*(?:(?:әрі|және)\s\w+\s)?(?:[-–—:]\s*)?(?:(?:болып|ретінде|etib|sifatida|boʻlib|olarak|kimi)\s+)?[^\W\d_]*\s*[«“\"]?"
)
_BARE = 0.05


def roles(read: ReadSentence, trigger: Trigger, schema: Schema, others: Sequence[Trigger] = ()) -> Iterator[Relation]:
    """Who is what of what, by the trigger's noun: its holder stands after it, or before what it is of.

    A noun without its whole shares that of the one before: its founder is X, and the operator Y.
    """
    if not read.sentence.grammar.verb_last:
        return
    for frame in frames().get(trigger.frame, ()):
        turned = frame.subject == ("whole",)  # the theme of the forum is …
        classes = (frame.object_classes, frame.subject_classes)
        of_what, who = reversed(classes) if turned else classes
        whole = _whole(read, trigger, of_what, schema)
        before = [other for other in others if other.voice == "role" and other.end <= trigger.start]
        if whole is None and before and "," in read.sentence.text[before[-1].end : trigger.start]:
            whole = _whole(read, before[-1], of_what, schema)
        whole = whole or _unsaid(read, trigger, of_what, schema)
        if whole is None:
            continue
        for holder in _holders(read, trigger, whole, who, schema):
            if holder.entity == whole.entity:
                continue
            left, right = (whole, holder) if turned else (holder, whole)
            joins = trigger.frame == "contain" and any(v.frame == "join" and v.start >= holder.end for v in others)
            spans = ((trigger.start, trigger.end), (holder.start, holder.end), (whole.start, whole.end))
            sure = frame.confidence - (_BARE if whole.mark != "gen" else 0)
            rule = trigger.rule(read.sentence.grammar.code)
            yield Relation(
                left, "joined" if joins else frame.predicate, right, sure, rule, (Reason.BY_CASE,), spans,
                trigger.status, frame.is_event or joins, trigger.start,
            )  # fmt: skip


def _is(mention: Mention, classes: Sequence[str], schema: Schema) -> bool:
    return any(schema.is_a(mention.class_name, name) for name in classes)


def _whole(read: ReadSentence, trigger: Trigger, classes: Sequence[str], schema: Schema) -> Mention | None:
    """What somebody is the operator, partner … of: it stands right before, in the genitive or without a case."""
    told = [m for m in read.mentions if m.start < m.end <= trigger.start]
    last = max(told, key=lambda m: m.end, default=None)
    if last is None or last.mark not in ("gen", "nom", "acc") or not _is(last, classes, schema):
        return None
    gap = read.sentence.text[last.end : trigger.start]
    small = gap.split()
    if last.mark == "acc" and not last.is_reference:
        return None  # a reference with a possessive ending may have been read as one
    most = 0 if last.is_reference and last.mark == "nom" else _MOST_BETWEEN if last.mark == "gen" else 1
    return last if len(small) <= most and not re.search(r"[,;:–—()]", gap) else None


def _unsaid(read: ReadSentence, trigger: Trigger, classes: Sequence[str], schema: Schema) -> Mention | None:
    """Of what an Uzbek noun is said that has nothing before it: hamkorimiz – X; Tashkilotchi – X kompaniyasi."""
    sentence = read.sentence
    if sentence.grammar.code != "uz":
        return None
    ours = sentence.lowered[trigger.last].endswith(("imiz", "имиз"))
    opens = trigger.first == 0 and re.match(r"\s[–—-]\s", sentence.text[trigger.end :]) is not None
    told = [read.unsaid.get("home")] if ours else [read.unsaid.get("event"), read.unsaid.get("topic")] if opens else []
    fit = next((m for m in told if m is not None and _is(m, classes, schema)), None)
    if fit is None:
        return None
    place = trigger.start
    return replace(fit, start=place, end=place, sentence=sentence.number, is_reference=True, mark="gen", inner=False)


def _holders(
    read: ReadSentence, trigger: Trigger, whole: Mention, classes: Sequence[str], schema: Schema
) -> list[Mention]:
    """Who is it: what follows the noun, a dash between or not; else the subject before what it is of."""
    text = read.sentence.text
    after = next((m for m in read.mentions if m.start >= trigger.end and not m.inner), None)
    owner = after.owner if after is not None else None
    start = owner.start if owner is not None and owner.start >= trigger.end else after.start if after else 0
    if (
        after is not None
        and after.mark in ("nom", "by")
        and _is(after, classes, schema)
        and _HOLDER_GAP.fullmatch(text[trigger.end : start])
    ):
        return _group(read, after, classes, schema)
    if after is not None and after.class_name == "Person" and _is_called(read, trigger, after):
        return [after]
    if whole.end < trigger.start and "," in text[whole.end : trigger.start]:
        return []
    told = [
        m for m in read.mentions
        if m.end <= whole.start and not m.inner and m.mark == "nom" and m.group != whole.group and m.start < m.end
        and _is(m, classes, schema)
    ]  # fmt: skip
    last = told[-1] if told else None
    gap = text[last.end : whole.start] if last is not None else ""
    if last is None or len(gap.split()) > _MOST_BEFORE or re.search(r"[;:.]", gap):
        return []
    return _group(read, last, classes, schema)


def _is_called(read: ReadSentence, trigger: Trigger, person: Mention) -> bool:
    """Whether only titles stand between a Kazakh noun for one of the staff and a name: доценті, тарихшы X."""
    sentence = read.sentence
    if sentence.grammar.code != "kk" or trigger.frame != "staff":
        return False
    between = range(trigger.last + 1, sentence.index_from(person.start))
    return all(is_title(sentence, at) for at in between) or is_degree(sentence.text[trigger.end : person.start])


def _group(read: ReadSentence, one: Mention, classes: Sequence[str], schema: Schema) -> list[Mention]:
    told = [m for m in read.mentions if m.group == one.group and not m.inner and _is(m, classes, schema)]
    return told or [one]
