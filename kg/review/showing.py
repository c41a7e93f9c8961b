"""An item as a person is shown it, in words of the reviewer's language; a terminal or a page draws it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.draft.names.told_apart import bare_name
from kg.facts.model import Entity, Row, Source
from kg.rdf.ontology import Ontology
from kg.review import fields
from kg.review.articles import Passage
from kg.review.model import Item, Kind, NewRow
from kg.review.session import Session
from kg.views.proposals import ProposalWords, Tables
from kg.views.sentences import Part

_HERE = Row("drafts", 0)


@dataclass(frozen=True)
class Proof:
    """What an article says: the passage, and the article in one line."""

    passage: Passage
    language: str
    article: str


@dataclass(frozen=True)
class Candidate:
    """One answer to a question: the id that it stands for, its name and what it is."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True)
class Added:
    """One row that accepting adds: its table, and the row in one line."""

    table: str
    text: str


@dataclass(frozen=True)
class NewThing:
    """A new thing that is accepted with a fact: its name, what it is with its id, and its further names with what
    they are."""

    id: str
    name: str
    what: str
    others: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """Everything about one item that is shown."""

    item: Item
    asked: str
    sentence: tuple[Part, ...]
    """Parts with an entity are the subject, the object, or another thing."""
    subject: str
    object: str
    proofs: tuple[Proof, ...]
    confidence: str
    rule: str
    """Which rule found it, in words."""
    reasons: str
    waiting: str
    new: tuple[NewThing, ...]
    """Of a fact the new things that accepting it accepts, too."""
    candidates: tuple[Candidate, ...]
    adds: tuple[Added, ...]
    adds_later: bool


class _Things(Mapping[str, Entity]):
    """The things of the tables, and beside them those that are only proposed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getitem__(self, key: str) -> Entity:
        held = self._session.holdings
        if key in held.canonical:
            return held.entities[held.canonical[key]]
        item = self._session.proposed(key)
        if item is None:
            raise KeyError(key)
        told = self._session.fields_of(item)
        rows = self._session.rows_of_proposed(key) or fields.rows_of_thing(told, item)
        return _entity({**told, "id": key}, rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self._session.holdings.canonical)

    def __len__(self) -> int:
        return len(self._session.holdings.canonical)


def _entity(told: Mapping[str, str], rows: Iterable[NewRow]) -> Entity:
    """A thing that is only proposed, with the names in these rows."""
    names = tuple(fields.name_of(row) for row in rows if row.table == "names.csv")
    return Entity(told["id"], told["class"], told["kind"], (), names, (told["id"],), _HERE)


def _lightable(names: Iterable[str]) -> list[str]:
    """Names as an article may have them: with what tells a described thing apart, and without it."""
    return list(dict.fromkeys(text for name in names for text in (name, bare_name(name))))


class Showing:
    """Cards for the items of one session in one language."""

    def __init__(self, session: Session, ontology: Ontology, language: str) -> None:
        self._session = session
        self.things = _Things(session)
        self._sources: Mapping[str, Source] = session.holdings.sources
        self.words = ProposalWords(Tables(ontology, self.things, self._sources), language)
        self.language = language

    def card(self, item: Item) -> Card:
        """What is shown of an item."""
        told = self._session.fields_of(item)
        subject, object_ = (told.get(end, "") for end in ("subject", "object"))
        return Card(
            item=item,
            asked=self.words.say("same question" if item.is_sameness else item.kind.value),
            sentence=tuple(self._sentence(item, told)),
            subject=subject,
            object=object_,
            proofs=tuple(self._proofs(item, subject, object_)),
            confidence=self.words.confidence(item.confidence) if item.confidence is not None else "",
            rule=self.words.rule(item.rule),
            reasons=self.words.reasons(reason.value for reason in item.reasons),
            waiting=self._waiting(item.waiting),
            new=tuple(map(self._new, self._session.agenda.new_with(item))),
            candidates=tuple(self._candidates(item)),
            adds=tuple(self._added(row) for row in self._session.rows_of(item)),
            adds_later=item.kind is Kind.THING and item.waiting > 0,
        )

    def line(self, item: Item) -> str:
        """The item in one line."""
        return "".join(part.text for part in self._sentence(item, self._session.fields_of(item)))

    def _sentence(self, item: Item, told: Mapping[str, str]) -> list[Part]:
        if item.kind is Kind.FACT:
            return self.words.fact(told)
        if item.thing is not None:
            new = self._new(item)
            return [Part(new.name, item.thing.id), Part(f" · {new.what}")]
        if item.question is not None:
            thing = self._session.proposed(item.own_id) if item.is_sameness else None
            return self._sentence(thing, self._session.fields_of(thing)) if thing else [Part(item.question.mention)]
        name = item.names[0].text
        shown = self.words.name(told["entity"])
        return [Part(shown, told["entity"]), Part(f" = {name} ({told['language']}, {told['rank']})")]

    def _new(self, item: Item) -> NewThing:
        told = self._session.fields_of(item)
        entity = _entity(told, self._session.rows_of_new(item))
        name = entity.label(self.language)
        kind = self.words.name(told["kind"]) if told["kind"] else self.words.term(told["class"])
        others = tuple(
            f"{each.text} ({each.language}, {each.rank.value})" for each in entity.names if each.text != name
        )
        return NewThing(told["id"], name, f"{kind} · {told['id']}", others)

    def _names_of(self, key: str) -> list[str]:
        try:
            return [
                text for name in self.things[key].names for text in dict.fromkeys((name.text, bare_name(name.text)))
            ]
        except KeyError:
            return []

    def _proofs(self, item: Item, subject: str, object_: str) -> Iterator[Proof]:
        places = [(told.source, told.place, told.language) for told in item.proposals]
        places = places or [(item.source, item.place, item.language)]
        left, right = self._names_of(subject), self._names_of(object_)
        if item.kind is not Kind.FACT:
            texts = _lightable(name.text for name in item.names)
            left, right = texts or ([item.question.mention] if item.question is not None else []), []
        if item.question is not None and item.is_sameness:
            others = map(self._session.proposed, item.question.candidates)
            told = [thing for thing in others if thing is not None]
            places += [(thing.source, thing.place, thing.language) for thing in told]
            left = [*self._names_of(item.own_id), *(name for thing in told for name in self._names_of(thing.own_id))]
        for source, place, language in places:
            passage = self._session.articles.passage(source, place, left, right)
            yield Proof(passage, language, self._article(source))

    def _article(self, key: str) -> str:
        told = self._session.source(key)
        if told is None:
            return key
        return ", ".join(filter(None, (told.title, told.published, key if key != told.title else "")))

    def title(self, key: str) -> str:
        """What an article is called; its id where it has no title."""
        told = self._session.source(key)
        return told.title or key if told is not None else key

    def _waiting(self, number: int) -> str:
        if not number:
            return ""
        return self.words.say("waiting one" if number == 1 else "waiting", n=number)

    def _candidates(self, item: Item) -> Iterator[Candidate]:
        if item.question is None:
            return
        for key in item.question.candidates:
            entity = self.things.get(key)
            kind = self.words.term(entity.class_name) if entity is not None else ""
            yield Candidate(key, self.words.name(key), kind)

    def _added(self, row: NewRow) -> Added:
        cells = row.cells
        if row.table == "entities.csv":
            text = f"{cells['id']} · {self.words.term(cells['class'])}"
        elif row.table == "names.csv":
            text = f"{cells['entity']} · {cells['language']} · {cells['name']} · {cells['rank']}"
        elif row.table == "sources.csv":
            text = " · ".join(filter(None, (cells["id"], cells["title"], cells["published"])))
        else:
            text = " · ".join(text for name, text in cells.items() if text and name not in ("source", "quote"))
        return Added(row.table, text)
