"""The things of a model's answer: where the text names each, and which known or new thing it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.draft.asking.faults import Dropped, Fault
from kg.draft.asking.reply import ThingItem, dropped
from kg.draft.model import Question, Reason
from kg.draft.names.known import KnownThings
from kg.draft.quoting import Quoter
from kg.draft.reading import Reader, ReadSentence
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.new_source import slug
from kg.facts.tables import bad_character
from kg.facts.texts.folded_text import FoldedText

_LONGEST_NAME = 200
_FORMULA = ("=", "+", "-", "@")
_MOST_PLACES = 500
_ALIKE, _SHARED = 0.6, 0.5
_NEW = 0.7
"""How sure a new thing is whose name stands in the text, and whose class only a model tells."""
Span = tuple[int, int]


@dataclass(frozen=True)
class Found:
    """A thing of an answer: its id, its class, and every stretch of the article that names it."""

    entity: str
    class_name: str
    known: bool
    name: str
    spans: tuple[Span, ...]
    confidence: float
    reasons: tuple[Reason, ...]
    language: str


class Resolver:
    """Resolves the things of all answers about one article; what is one thing keeps one id."""

    def __init__(
        self,
        text: str,
        folded: FoldedText,
        read: Sequence[ReadSentence],
        reader: Reader,
        ruled: Mapping[str, str],
        source: str,
    ) -> None:
        """`ruled` is the id of each thing that the rules propose, by its folded name."""
        self._text, self._folded, self._read = text, folded, read
        self._reader, self._known, self._schema = reader, reader.known, reader.schema
        self._ruled, self._source = ruled, source
        self._quoter = Quoter(text)
        self._mentions = sorted((m for one in read for m in one.mentions), key=lambda m: (m.start, m.end))
        self._starts = [mention.start for mention in self._mentions]
        self._longest = max((mention.end - mention.start for mention in self._mentions), default=0)
        self._by_entity: dict[str, list[Mention]] = {}
        for each in self._mentions:
            self._by_entity.setdefault(each.entity, []).append(each)
        self._sentence_starts = [one.sentence.start for one in read]
        self._places: dict[str, list[Span]] = {}
        self._minted: dict[str, str] = {}
        self.questions: dict[str, Question] = {}

    def known_thing(self, entity: str) -> Found | None:
        """A known thing that the article names, by its id; None where the article does not."""
        own = [mention for mention in self._by_entity.get(entity, ()) if not mention.candidates]
        if not own or not is_told_beforehand(own[0], self._known):
            return None
        return self._of_mentions(own[0], own)

    def resolve(self, item: ThingItem, dropped_: list[Dropped]) -> Found | None:
        """The thing that an item describes; None, with the reason in `dropped_`, where it cannot stand."""
        fault = self._fault(item)
        if fault is not None:
            dropped_.append(dropped(fault, [item.name, item.as_written, item.class_name]))
            return None
        spans = self.places(item.as_written)[:_MOST_PLACES]
        mention = self._mention_at(spans)
        if mention is not None:
            return self._as_read(item, mention, spans, dropped_)
        name = item.name if _is_form(item.name, item.as_written) else item.as_written
        known = self._known.entities.get(self._known.by_name.get(fold(name), ""))
        if known is not None and self._agrees(item.class_name, known.class_name):
            sure = (0.95, (Reason.BY_MODEL,), "")
            return Found(known.id, known.class_name, True, name, tuple(spans), *sure)
        key = self._ruled.get(fold(name)) or self._mint(name)
        if known is not None:
            self._ask(spans[0], key, (known.id,), Reason.RESEMBLES)
        reasons = (Reason.BY_MODEL, Reason.CLASS_GUESSED)
        language = self.sentence_at(spans[0][0]).sentence.language
        return Found(key, item.class_name, False, name, tuple(spans), _NEW, reasons, language)

    def sentence_at(self, place: int) -> ReadSentence:
        """The sentence that a place of the text is in, or the one before it."""
        return self._read[self.number_at(place)]

    def number_at(self, place: int) -> int:
        """The number of that sentence in the list of all that were read."""
        return max(0, bisect_right(self._sentence_starts, place) - 1)

    def places(self, words: str) -> list[Span]:
        """Where some words stand in the article, in order."""
        if words not in self._places:
            self._places[words] = self._folded.find(words)
        return self._places[words]

    def _fault(self, item: ThingItem) -> Fault | None:
        for text in (item.name, item.as_written):
            letters = len(text) > 1 and any(letter.isalpha() for letter in text)
            if len(text) > _LONGEST_NAME or bad_character(text) or text.startswith(_FORMULA) or not letters:
                return Fault.BAD_NAME
        if item.class_name not in self._schema.entity_classes() or item.class_name == "Entity":
            return Fault.UNKNOWN_CLASS
        return None if self.places(item.as_written) else Fault.NAME_NOT_IN_TEXT

    def _mention_at(self, spans: Sequence[Span]) -> Mention | None:
        """The mention that the rules found where the answer names a thing, if the two are nearly the same stretch."""
        best: tuple[float, int, Mention] | None = None
        for start, end in spans:
            first = bisect_left(self._starts, start - self._longest)
            for mention in self._mentions[first : bisect_left(self._starts, end)]:
                shared = min(end, mention.end) - max(start, mention.start)
                alike = shared / (max(end, mention.end) - min(start, mention.start))
                if alike >= _ALIKE and (best is None or (alike, -mention.start) > best[:2]):
                    best = (alike, -mention.start, mention)
        return best[2] if best is not None else None

    def _as_read(
        self, item: ThingItem, mention: Mention, spans: Sequence[Span], dropped_: list[Dropped]
    ) -> Found | None:
        if mention.candidates:
            self._ask((mention.start, mention.end), "", mention.candidates, Reason.SEVERAL_CANDIDATES)
            dropped_.append(dropped(Fault.UNSURE_LINK, [item.name, item.as_written, item.class_name]))
            return None
        doubted = self._reader.things.doubted.get(mention.entity)
        if doubted:
            self._ask((mention.start, mention.end), mention.entity, (doubted,), Reason.RESEMBLES)
        found = self._of_mentions(mention, self._by_entity[mention.entity], spans)
        class_name = found.class_name
        if not is_told_beforehand(mention, self._known):
            guessed = class_name in ("", "Organisation") or Reason.CLASS_GUESSED in found.reasons
            if guessed or self._schema.is_a(item.class_name, class_name):
                class_name = item.class_name
        return Found(
            found.entity, class_name, found.known, found.name, found.spans, found.confidence, found.reasons,
            found.language,
        )  # fmt: skip

    def _of_mentions(self, first: Mention, own: Sequence[Mention], more: Sequence[Span] = ()) -> Found:
        spans = sorted({*((m.start, m.end) for m in own), *more})
        base = self._reader.things.ids.get(first.entity, first)
        told = (base.confidence, base.reasons, base.language)
        return Found(first.entity, base.class_name, first.known, base.name, tuple(spans), *told)

    def _agrees(self, left: str, right: str) -> bool:
        return self._schema.is_a(left, right) or self._schema.is_a(right, left)

    def _mint(self, name: str) -> str:
        folded = fold(name)
        if folded not in self._minted:
            base, number = slug(name) or "thing", 1
            key = base
            taken = {*self._minted.values(), *self._ruled.values()}
            while key in taken or self._reader.things.is_taken(key):
                number += 1
                key = f"{base}-{number}"
            self._minted[folded] = key
        return self._minted[folded]

    def _ask(self, span: Span, entity: str, candidates: tuple[str, ...], reason: Reason) -> None:
        """Keeps a question about a mention, for a person to decide."""
        sentence = self.sentence_at(span[0]).sentence
        place = self._quoter.place(sentence, [span])
        if place is not None:
            words = " ".join(self._text[span[0] : span[1]].split())
            question = Question(words, entity, candidates, sentence.language, (reason,), self._source, place)
            self.questions.setdefault(question.key, question)


def is_told_beforehand(mention: Mention, known: KnownThings) -> bool:
    """Whether a mention is of a thing of the project, a country or a city."""
    return mention.entity in known.entities or mention.entity in known.places


def _is_form(name: str, written: str) -> bool:
    """Whether a name may be the base form of words as they are written: word for word, with beginnings in common.

    >>> _is_form("Bilik Agentliyi", "Bilik Agentliyinin"), _is_form("Acme", "Umbrella")
    (True, False)
    """
    left, right = (re.findall(r"\w+", fold(text)) for text in (name, written))
    if not left or len(left) != len(right):
        return False
    for one, other in zip(left, right, strict=True):
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
        if shared < max(1, _SHARED * max(len(one), len(other))):
            return False
    return True
