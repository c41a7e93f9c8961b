"""A drafter that asks a language model, and believes of its answer only what the article bears out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kg.draft.asking.agreeing import in_order, joined
from kg.draft.asking.answers import Answer, ModelError, Usage
from kg.draft.asking.cache import AnswerCache, answer_key
from kg.draft.asking.cutting import Passage, halves, passages
from kg.draft.asking.faults import Dropped, Fault
from kg.draft.asking.orders import mistrusted
from kg.draft.asking.prompt import PROMPT_VERSION, Offered, make_prompt
from kg.draft.asking.proposing import Proposer
from kg.draft.asking.reply import Items, dropped, read_reply
from kg.draft.asking.resolving import Found, Resolver
from kg.draft.asking.vocabulary import Vocabulary
from kg.draft.checking import passing
from kg.draft.drafter import Drafter
from kg.draft.model import Draft, DraftSource, Proposal, ProposedName, ProposedThing
from kg.draft.quoting import Quoter
from kg.draft.reading import Reader, ReadSentence
from kg.facts.names.folding import fold
from kg.facts.tables import bad_character
from kg.facts.texts.folded_text import FoldedText

_MOST_KNOWN = 150
_LEAST_PASSAGE = 400
"""Characters; a shorter passage whose answer was cut off is not halved once more."""


class Asking(Protocol):
    """Something that answers requests."""

    def ask(self, request: Mapping[str, object]) -> Answer:
        """The answer; raises ModelError where none of use came."""


@dataclass(frozen=True)
class Limits:
    """How much is asked at a time: characters of a passage and of an article, tokens of an answer."""

    passage: int
    article: int
    answer_tokens: int


@dataclass(frozen=True)
class ModelDraft:
    """What was drafted, what of the answers was dropped, and how many sentences of the article give orders."""

    draft: Draft
    taken: int
    """How many facts of the model passed all checks."""
    dropped: tuple[Dropped, ...]
    has_orders: bool


class ModelDrafter:
    """Drafts articles by asking a model; made once for a run."""

    def __init__(
        self, drafter: Drafter, vocabulary: Vocabulary, model: str, client: Asking, cache: AnswerCache, limits: Limits
    ) -> None:
        self._drafter, self._vocabulary, self._model = drafter, vocabulary, model
        self._client, self._cache, self._limits = client, cache, limits
        self._schema = vocabulary.answer_schema
        self._rule = f"model:{''.join(c for c in model if bad_character(c) is None)}"
        self.usage = Usage()

    def draft(self, text: str, source: DraftSource, language: str = "", *, with_rules: bool = False) -> ModelDraft:
        """The proposals for one article; ModelError where no passage of it got an answer that can be read."""
        if len(text) > self._limits.article:
            raise ModelError(f"it is longer than the {self._limits.article:,} characters that a model is asked about")
        ruled = self._drafter.draft(text, source, language)
        reader = Reader(self._drafter.known, self._drafter.schema)
        read = reader.read(text, language)
        sentences = [one.sentence for one in read]
        doubted = mistrusted(sentences)
        names = {fold(name.text): name.entity for name in reversed(ruled.names)}
        folded = FoldedText.of(text)
        resolver = Resolver(text, folded, read, reader, names, source.id)
        proposer = Proposer(self._drafter, text, read, doubted, resolver, source, self._rule)
        article = _Article(resolver, proposer)
        answered = 0
        for passage in passages(sentences, self._limits.passage):
            for items, part in self._answers(text, read, passage, source):
                answered += not items.is_refused
                article.take(items, (part.start, part.end))
        if not answered and sentences:
            fault = next((item.fault for item in article.dropped), Fault.UNREADABLE)
            raise ModelError(f"no answer could be used ({fault.value})")
        asked = self._draft(article, ruled, reader, read, text, source)
        draft = asked
        if with_rules:
            draft = joined(ruled, asked, self._drafter.schema)
            draft = replace(draft, proposals=tuple(self._passing(draft.proposals, draft.things, source)))
        return ModelDraft(draft, len(asked.proposals), tuple(article.dropped), bool(doubted))

    def _answers(
        self, text: str, read: Sequence[ReadSentence], passage: Passage, source: DraftSource
    ) -> Iterable[tuple[Items, Passage]]:
        """What was answered about a passage; where the answer was cut off, also about its halves."""
        prompt = make_prompt(
            self._vocabulary, text[passage.start : passage.end], source.published, self._offered(text, read, passage)
        )
        request = {
            "model": self._model,
            "prompt_version": PROMPT_VERSION,
            "messages": prompt.messages,
            "schema": self._schema,
            "most_tokens": self._limits.answer_tokens,
        }
        key = answer_key(source.sha256, request)
        answer = self._cache.find(key)
        if answer is not None:
            self.usage.add_cached(answer)
            items = read_reply(answer.content, prompt.mark)
        else:
            answer = self._client.ask(request)
            self.usage.add(answer)
            items = read_reply(answer.content, prompt.mark)
            if not items.is_refused:
                self._cache.keep(key, answer)
        parts = halves([one.sentence for one in read], passage)
        if answer.is_cut and parts and passage.end - passage.start >= _LEAST_PASSAGE:
            if not items.is_refused:  # an answer that lacks but its end is no fault: its halves follow
                yield items, passage
            for part in parts:
                yield from self._answers(text, read, part, source)
        else:
            yield items, passage

    def _offered(self, text: str, read: Sequence[ReadSentence], passage: Passage) -> list[Offered]:
        """The known things that a passage names, in its order."""
        found: dict[str, Offered] = {}
        known = self._drafter.known
        for one in read[passage.first : passage.last]:
            for mention in one.mentions:
                entity = known.entities.get(mention.entity) or known.places.get(mention.entity)
                if entity is not None and not mention.candidates:
                    written = " ".join(text[mention.start : mention.end].split())
                    found.setdefault(entity.id, Offered(entity.id, entity.class_name, written))
        return list(found.values())[:_MOST_KNOWN]

    def _draft(
        self,
        article: _Article,
        ruled: Draft,
        reader: Reader,
        read: Sequence[ReadSentence],
        text: str,
        source: DraftSource,
    ) -> Draft:
        """The proposals of the model with the things that they need, all of which pass the checks of the tables."""
        rows = _Rows(ruled, reader, article.resolver, Quoter(text), source.id, self._rule)
        proposals = []
        for told in article.proposals.values():
            needed = [article.found[key] for key in (told.subject, told.object, *told.qualifiers.values())]
            if all(rows.add(found, self._drafter) for found in needed):
                proposals.append(told)
            else:
                article.dropped.append(dropped(Fault.UNFIT, list(told.claim)))
        checked = self._passing(proposals, rows.things.values(), source)
        keys = {told.key for told in checked}
        article.dropped += [dropped(Fault.UNFIT, list(told.claim)) for told in proposals if told.key not in keys]
        used = {key for told in checked for key in (told.subject, told.object, *told.qualifiers.values())}
        things = tuple(thing for thing in rows.things.values() if thing.id in used)
        names = tuple(name for name in rows.names if name.entity in used)
        return Draft(source, things, names, in_order(checked), tuple(article.resolver.questions.values()))

    def _passing(
        self, proposals: Iterable[Proposal], things: Iterable[ProposedThing], source: DraftSource
    ) -> list[Proposal]:
        drafter = self._drafter
        return passing(proposals, {thing.id: thing for thing in things}, [source], drafter.project, drafter.schema)


class _Article:
    """Gathers what all answers about one article give."""

    def __init__(self, resolver: Resolver, proposer: Proposer) -> None:
        self.resolver, self._proposer = resolver, proposer
        self.found: dict[str, Found] = {}
        self.proposals: dict[tuple[str, ...], Proposal] = {}
        self.dropped: list[Dropped] = []

    def take(self, items: Items, passage: tuple[int, int]) -> None:
        """Takes one answer about a stretch of the article; of a fact that two answers tell, the surer one stays."""
        self.dropped += items.dropped
        things: dict[str, Found] = {}
        for item in items.things:
            if item.id not in things and self.resolver.known_thing(item.id) is None:
                found = self.resolver.resolve(item, self.dropped)
                if found is not None:
                    things[item.id] = found
        for fact in items.facts:
            told = self._proposer.propose(fact, things, passage, self.dropped)
            if told is None:
                continue
            before = self.proposals.get(told.claim)
            if before is None or before.confidence < told.confidence:
                self.proposals[told.claim] = told
            for key in (fact.subject, fact.object, fact.on_behalf_of):
                one = self.resolver.known_thing(key) or things.get(key)
                if one is not None:
                    self.found.setdefault(one.entity, one)


class _Rows:
    """The rows of things and names that proposals of a model need."""

    def __init__(
        self, ruled: Draft, reader: Reader, resolver: Resolver, quoter: Quoter, source: str, rule: str
    ) -> None:
        self._ruled, self._reader, self._resolver, self._quoter = ruled, reader, resolver, quoter
        self._source, self._rule = source, rule
        self.things: dict[str, ProposedThing] = {}
        self.names: list[ProposedName] = []

    def add(self, found: Found, drafter: Drafter) -> bool:
        """Adds the rows of a thing, unless the project has it; False where no words of the article can name it."""
        if found.entity in drafter.project.entities or found.entity in self.things:
            return True
        own = next((thing for thing in self._ruled.things if thing.id == found.entity), None)
        if own is not None:
            self.things[own.id] = replace(own, class_name=found.class_name)
            self.names += [name for name in self._ruled.names if name.entity == own.id]
            return True
        sentence = self._resolver.sentence_at(found.spans[0][0]).sentence
        place = self._quoter.place(sentence, [found.spans[0]])
        if place is None:
            return False
        sure, rule = round(found.confidence, 2), self._rule
        language = found.language or sentence.language
        graded = (sure, language, rule, found.reasons, self._source, place)
        self.things[found.entity] = ProposedThing(found.entity, found.class_name, "", *graded)
        listed = self._listed(found, language, drafter)
        self.names += [
            ProposedName(found.entity, code, text, rank, sure, rule, found.reasons, self._source, place)
            for (code, text), rank in listed.items()
        ]
        return bool(listed)

    def _listed(self, found: Found, language: str, drafter: Drafter) -> dict[tuple[str, str], str]:
        """The names of a thing: of a place as they are known, else the one that the text gives, and its acronym."""
        place = drafter.known.places.get(found.entity)
        if place is not None:
            return {(name.language, name.text): name.rank.value for name in reversed(place.names)}
        clean = "".join(letter for letter in found.name if bad_character(letter) is None).strip()
        told = {(language, clean): "preferred"} if clean else {}
        mention = self._reader.things.ids.get(found.entity)
        if mention is not None and mention.acronym:
            told.setdefault((language, mention.acronym), "acronym")
        return told
