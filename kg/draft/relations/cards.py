"""What Turkish labels without a colon say of a subject, and answers of names alone: Kurucuları X ile Y."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.references.context import Context
from kg.draft.relation import Relation
from kg.draft.relations.frames import fits_ends, frames
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_MOST = 6
_BEFORE, _SHORT = 2, 12
_LABELLED = re.compile(r"\s*(?:[:–—]|,(?=[^,]*[’'ʼ]?y[dm][ıiuü]))\s*")


@dataclass
class Cards:
    """Follows the labels of an article, and the questions whose answers are names alone."""

    schema: Schema
    asked: Entry | None = None
    """What the sentence before asked of the subject."""

    def read(self, read: ReadSentence, context: Context) -> Iterator[Relation]:
        """The relations that the labels of a sentence tell."""
        sentence = read.sentence
        if sentence.grammar.code != "tr" or context.label is not None:
            return
        asked, self.asked = self.asked, None
        if sentence.text[sentence.start : sentence.end].rstrip().endswith("?"):
            self.asked = _question(sentence)
            return
        subject = context.entry if context.is_listed and context.entry is not None else context.topic
        if asked is not None:
            yield from self._told(read, asked, context.home or subject, sentence.start, sentence.end)
        for entry, start, end in labels(sentence):
            yield from self._told(read, entry, subject, start, end)

    def _told(
        self, read: ReadSentence, entry: Entry, subject: Mention | None, start: int, end: int
    ) -> Iterator[Relation]:
        """The rows of a label: who or what is told of the subject after it."""
        own = [m for m in read.mentions if start <= m.start and m.end <= end and not m.inner and m.start < m.end]
        if subject is None or not own:
            return
        is_event = any(f.is_event for rows in frames().values() for f in rows if f.predicate == entry.name)
        found = 0
        for other in own:
            left, right = (subject, other) if entry.detail == "object" else (other, subject)
            if left.entity == right.entity or not fits_ends(entry.name, left, right, self.schema) or found == _MOST:
                continue
            found += 1
            rule = f"{read.sentence.grammar.code}.card.{entry.name}.{entry.words}".replace(" ", "_")
            spans = ((other.start, other.end),)
            relation = Relation(
                left, entry.name, right, 0.75, rule, (Reason.IN_A_LIST,), spans, "", is_event, other.start
            )
            relation.any_date = True
            yield relation


def _question(sentence: Sentence) -> Entry | None:
    """The label that a question is: Kimlerle çalışıyorsunuz?"""
    hits = (sentence.grammar.sheets.at(sentence.lowered, at) for at in range(len(sentence.words)))
    return next((hit[1] for hit in hits if hit is not None and hit[1].detail and hit[1].words.startswith("kim")), None)


def labels(sentence: Sentence) -> Iterator[tuple[Entry, int, int]]:
    """The labels of a sentence, each with the stretch that it is of; a label opens the sentence or a part of it."""
    grammar, words = sentence.grammar, sentence.words
    starts = [0, *(at for at in range(1, len(words)) if ";" in sentence.gap(at - 1, at))]
    for first, after in zip(starts, [*starts[1:], len(words)], strict=True):
        for at in range(first, min(first + _BEFORE + 1, after)):
            hit = grammar.sheets.at(sentence.lowered, at)
            if hit is None or at + hit[0] >= len(words):
                continue
            last = at + hit[0] - 1
            colon = _LABELLED.fullmatch(sentence.gap(last, last + 1)) or re.match(
                r"\s*[:–—]", sentence.gap(last, last + 1)
            )
            beside = at == first and after - last <= _SHORT and hit[1].words.endswith(("u", "ü", "ı", "i"))
            beside = beside and sentence.gap(last, last + 1) == " "
            named = beside and words[last + 1].is_capital and not _has_verb(sentence, last + 1, after)
            if colon or _LABELLED.match(sentence.text, words[last].end) or named:
                end = words[after - 1].end
                yield hit[1], words[last].end, max(end, _closing(sentence, end))
                break


def _closing(sentence: Sentence, end: int) -> int:
    """Where the bracket or mark after a stretch ends."""
    return min(sentence.end, end + 2)


def _has_verb(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb stands in a stretch, which then is no bare label with its names."""
    return any(sentence.grammar.triggers.at(sentence.lowered, at) is not None for at in range(first, last))


def is_labelled(sentence: Sentence) -> bool:
    """Whether a sentence opens with a label: what it names is not what the next one is about."""
    return sentence.grammar.code == "tr" and next(labels(sentence), None) is not None
