"""The rows that new things of an article get: themselves, their names, and questions about them."""

from __future__ import annotations

from collections.abc import Mapping

from kg.draft.language.words import Sentence
from kg.draft.model import DraftSource, ProposedName, ProposedThing, Question, Reason
from kg.draft.names.known import KnownThings
from kg.draft.quoting import Quoter
from kg.draft.reading import Reader
from kg.draft.spans import Mention
from kg.facts.tables import bad_character


class Newcomers:
    """Makes the rows for new things of one article; `sentences` are those that were read, by number."""

    def __init__(
        self, text: str, source: DraftSource, known: KnownThings, quoter: Quoter, sentences: Mapping[int, Sentence]
    ) -> None:
        self._text = text
        self._source = source
        self._known = known
        self._quoter = quoter
        self._sentences = sentences

    def thing(self, mention: Mention) -> list[ProposedThing]:
        """The row of a new thing; none where it has no class or its place cannot be quoted."""
        place = self._quoter.place(self._sentences[mention.sentence], [(mention.start, mention.end)])
        if place is None or not mention.class_name:
            return []
        kind = mention.kind if mention.kind in self._known.entities else ""
        sure = round(mention.confidence, 2)
        named = (mention.entity, mention.class_name, kind, sure, mention.language, mention.rule, mention.reasons)
        return [ProposedThing(*named, self._source.id, place)]

    def names(self, mention: Mention) -> list[ProposedName]:
        """The name of a new thing, its acronym, and of a country or city its names in the other languages."""
        place = self._quoter.place(self._sentences[mention.sentence], [(mention.start, mention.end)])
        if place is None:
            return []
        entity = self._known.places.get(mention.entity)
        told: dict[tuple[str, str], str] = {}
        if entity is not None:
            for name in entity.names:
                told.setdefault((name.language, name.text), name.rank.value)
        else:
            clean = "".join(letter for letter in mention.name if bad_character(letter) is None).strip()
            told[mention.language, clean] = "preferred"
            for alias in mention.aliases:
                told.setdefault((mention.language, alias), "alternative")
            if mention.acronym:
                told.setdefault((mention.language, mention.acronym), "acronym")
        return [
            ProposedName(
                mention.entity, language, text, rank, round(mention.confidence, 2), mention.rule, mention.reasons,
                self._source.id, place,
            )
            for (language, text), rank in told.items()
            if text
        ]  # fmt: skip

    def questions(self, reader: Reader) -> list[Question]:
        """Mentions that may be several known things."""
        found: dict[str, Question] = {}
        for mention in reader.things.latest:
            doubted = reader.things.doubted.get(mention.entity, "")
            candidates = mention.candidates or ((doubted,) if doubted else ())
            if (len(mention.candidates) < 2 and not doubted) or mention.sentence not in self._sentences:
                continue
            place = self._quoter.place(self._sentences[mention.sentence], [(mention.start, mention.end)])
            if place is None:
                continue
            words = " ".join(self._text[mention.start : mention.end].split())
            question = Question(
                words, mention.entity if doubted else "", candidates, mention.language,
                (Reason.RESEMBLES if doubted else Reason.SEVERAL_CANDIDATES,), self._source.id, place,
            )  # fmt: skip
            found.setdefault(question.key, question)
        return list(found.values())
