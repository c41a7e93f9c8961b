"""A path as an argument: for each hop the sentences, dates and quotes that make it, in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TypeAlias

from kg.facts.model import Claim, Evidence
from kg.network.ground import Ground
from kg.network.hops import Hop, Link, Path
from kg.rdf.catalogue import Catalogue
from kg.views.sentences import Sentences
from kg.views.words import LANGUAGES, read_words

COLUMNS = ("path", "hop", "from", "to", "via", "predicate", "fact", "date", "quote", "source", "claim")
"""Of a path's rows, one for each piece of evidence."""

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"


def word(key: str, language: str, **fillings: object) -> str:
    """A word of the interface, its places filled in."""
    return read_words("path")[key][list(LANGUAGES).index(language)].format(**fillings)


@dataclass(frozen=True)
class Proof:
    """What one source says for a claim; `quote` is empty where a registry's `record` stands for it."""

    source: str
    title: str
    publisher: str
    published: str
    quote: str
    record: str

    def __str__(self) -> str:
        words = f"“{self.quote}”" if self.quote else self.record
        return f"{words}  {', '.join(filter(None, (self.source, self.publisher, self.published)))}"

    def to_dict(self) -> dict[str, Value]:
        """Everything but what is empty."""
        told = {name: getattr(self, name) for name in ("source", "title", "publisher", "published", "quote", "record")}
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True)
class Thing:
    """A thing by its id, its name for the reader, and its class."""

    id: str
    name: str
    class_name: str

    def to_dict(self) -> dict[str, Value]:
        """`id`, `name`, `class`."""
        return {"id": self.id, "name": self.name, "class": self.class_name}


@dataclass(frozen=True)
class Statement:
    """A claim that makes a hop, in words: it runs from `subject` to `object`, two of the hop's ends and `via`."""

    link: Link
    subject: Thing
    object: Thing
    via: Thing | None
    sentence: str
    date: str
    from_: str
    until: str
    proofs: tuple[Proof, ...]

    def to_dict(self) -> dict[str, Value]:
        """The claim's key and what it says, when, and who says so."""
        told: dict[str, Value] = {
            "claim": self.link.claim,
            "predicate": self.link.predicate,
            "subject": self.subject.id,
            "object": self.object.id,
            "forward": self.link.forward,
            "sentence": self.sentence,
            "date": self.date,
            "from": self.from_ or None,
            "until": self.until or None,
            "evidence": [proof.to_dict() for proof in self.proofs],
        }
        return told if self.via is None else {**told, "via": self.via.to_dict()}


@dataclass(frozen=True)
class Step:
    """A hop in words."""

    start: Thing
    end: Thing
    statements: tuple[Statement, ...]
    beside: tuple[Step, ...] = ()
    """The other agreements and initiatives that join the two parties whom the way joins that ends with this hop: a step
    each, from one party to the other."""

    @property
    def parts(self) -> tuple[Step, ...]:
        """The hop itself, then what stands beside it."""
        return (self, *self.beside)

    def to_dict(self) -> dict[str, Value]:
        """The ends and the claims between them; what stands beside it, if anything does."""
        links: list[Value] = [statement.to_dict() for statement in self.statements]
        told: dict[str, Value] = {"from": self.start.to_dict(), "to": self.end.to_dict(), "links": links}
        return {**told, "beside": [step.to_dict() for step in self.beside]} if self.beside else told

    def grouped(self) -> Iterator[tuple[Thing | None, list[Statement]]]:
        """The statements by the agreement, initiative or post that they go through; None is for direct ones."""
        groups: dict[Thing | None, list[Statement]] = {}
        for statement in self.statements:
            groups.setdefault(statement.via, []).append(statement)
        yield from groups.items()


@dataclass(frozen=True)
class Argument:
    """A path with the words that prove it; `cost` is in hops (see `kg.Cost`)."""

    path: Path
    steps: tuple[Step, ...]
    language: str
    by: str
    cost: float

    @property
    def title(self) -> str:
        """Its two ends and how many hops there are between them."""
        count = len(self.steps)
        length = word("one_hop", self.language) if count == 1 else word("hops", self.language, n=count)
        return f"{self.steps[0].start.name} … {self.steps[-1].end.name}, {length}"

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """What it comes by, its ends included."""
        return (self.steps[0].start, *(step.end for step in self.steps))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What each claim on the way says, in order."""
        return tuple(statement.sentence for step in self.steps for part in step.parts for statement in part.statements)

    def rows(self, number: int = 1) -> list[tuple[str | int, ...]]:
        """A row for each piece of evidence, with the `COLUMNS`; `number` is the path's among others.

        What stands beside a hop has its number, the ids of the two parties, and what joins them as `via`.
        """
        return [
            (
                *(number, index, part.start.id, part.end.id, told.link.via, told.link.predicate, told.sentence),
                *(told.date, proof.quote or proof.record, proof.source, told.link.claim),
            )
            for index, step in enumerate(self.steps, start=1)
            for part in step.parts
            for told in part.statements
            for proof in told.proofs
        ]

    def to_dict(self) -> dict[str, Value]:
        """Nested and ready for JSON: the path, its `hops`, the `links` of each, and the `evidence` of each of these.

        A path has `from`, `to` (each `id`, `name`, `class`), `length`, `cost` and `hops`. A hop has `from`, `to`,
        `links` and, where two parties share more than the path goes by, `beside`: hops from one to the other. A link
        has `claim` (its key), `predicate`, `subject`, `object`, `forward` (whether it runs along the path), `sentence`,
        `date` (as shown), `from` and `until` (as told, or null), `evidence` and, among partners and beside a hop,
        `via`, the thing that both ends are tied to. Evidence has `source`, `title`, `publisher`, `published`, and
        `quote` or `record`.
        """
        return {
            "from": self.steps[0].start.to_dict(),
            "to": self.steps[-1].end.to_dict(),
            "length": len(self.steps),
            "cost": self.cost,
            "hops": [step.to_dict() for step in self.steps],
        }

    def to_graphml(self) -> str:
        """The path alone as GraphML: things as nodes, an edge for each claim (see `kg.views.argument_network`)."""
        from kg.views.argument_network import to_graphml

        return to_graphml([self])

    def __str__(self) -> str:
        lines = [self.title]
        for index, step in enumerate(self.steps, start=1):
            for via, statements in step.grouped():
                if via is not None:
                    lines.append(f" {index}. {word('through', self.language, name=via.name)}")
                for told in statements:
                    mark = f" {index}." if via is None else "   –"
                    lines.append(f"{mark} {told.sentence}" + (f"  [{told.date}]" if told.date else ""))
                    lines += [f"    {proof}" for proof in told.proofs]
            for other in step.beside:
                lines.append(f"    {self.also(other)}")
                for told in other.statements:
                    lines.append(f"   – {told.sentence}" + (f"  [{told.date}]" if told.date else ""))
                    lines += [f"    {proof}" for proof in told.proofs]
        return "\n".join(lines)

    def also(self, step: Step) -> str:
        """What leads in a step that stands beside a hop: the two parties, and what else joins them."""
        via = step.statements[0].via
        assert via is not None, "what stands beside a hop goes through something"
        return f"{step.start.name} – {step.end.name}, {word('also', self.language, name=via.name)}"

    def _repr_html_(self) -> str:
        """The chain for a notebook; names and quotes are escaped."""
        return f"<div><p><strong>{escape(self.title)}</strong></p>{self.to_html_list()}</div>"

    def to_html_list(self) -> str:
        """The chain as an HTML list, with no style of its own; names and quotes are escaped."""
        return f"<ol>{''.join(map(self._html_step, self.steps))}</ol>"

    def _html_step(self, step: Step) -> str:
        parts = []
        for via, statements in step.grouped():
            if via is not None:
                parts.append(f"<h3>{escape(word('through', self.language, name=via.name))}</h3>")
            parts += [_html_statement(told) for told in statements]
        for other in step.beside:
            parts.append(f"<h3>{escape(self.also(other))}</h3>")
            parts += [_html_statement(told) for told in other.statements]
        return f"<li>{''.join(parts)}</li>"


def _html_statement(told: Statement) -> str:
    date = f" <strong>[{escape(told.date)}]</strong>" if told.date else ""
    proofs = "".join(
        f"<blockquote>{f'<q>{escape(proof.quote)}</q>' if proof.quote else escape(proof.record)} "
        f"<cite>{escape(', '.join(filter(None, (proof.title, proof.publisher, proof.published))))}</cite></blockquote>"
        for proof in told.proofs
    )
    return f"<p>{escape(told.sentence)}{date}</p>{proofs}"


class Arguing:
    """Words for the paths on one ground, in one language."""

    def __init__(self, catalogue: Catalogue, ground: Ground, language: str) -> None:
        self._catalogue, self._ground = catalogue, ground
        self._words = Sentences(catalogue, language)

    def argument(self, path: Path, by: str, cost: float) -> Argument:
        """A path in words."""
        beside = self._ground.beside(path)
        steps = tuple(self._step(hop, beside.get(index, ())) for index, hop in enumerate(path))
        return Argument(path, steps, self._words.language, by, cost)

    def thing(self, key: str) -> Thing:
        """A thing by its name."""
        return Thing(key, self._words.name(key), self._catalogue.entities[key].class_name)

    def _step(self, hop: Hop, beside: Sequence[Hop] = ()) -> Step:
        statements = tuple(self._statement(hop, link) for link in hop.links)
        return Step(self.thing(hop.start), self.thing(hop.end), statements, tuple(map(self._step, beside)))

    def _statement(self, hop: Hop, link: Link) -> Statement:
        claim = self._ground.claim(link.claim)
        assert claim is not None, "a hop has only links that count"
        subject, object_ = hop.ends(link)
        told = self._words.sentence(claim)
        # What inference drew from a claim made on somebody's behalf runs from that party.
        if link.predicate != claim.predicate:
            told = f"{self._words.relation(subject, link.predicate, object_)} ⇐ {told}"
        return Statement(
            link=link,
            subject=self.thing(subject),
            object=self.thing(object_),
            via=self.thing(link.via) if link.via else None,
            sentence=told,
            date=self._words.date(claim),
            from_=claim.from_.text if claim.from_ else "",
            until=claim.until.text if claim.until else "",
            proofs=self._proofs(claim),
        )

    def _proofs(self, claim: Claim) -> tuple[Proof, ...]:
        return tuple(map(self._proof, claim.evidence))

    def _proof(self, item: Evidence) -> Proof:
        source = self._catalogue.sources[item.source]
        return Proof(
            source=source.id,
            title=source.title,
            publisher=self._words.name(source.publisher) if source.publisher else "",
            published=source.published.text if source.published else "",
            quote=item.quote.text if item.quote is not None else "",
            record=item.record,
        )
