"""What all pages of a server read: the build, the shipped questions, words in the reader's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, urlencode

from kg.facts.model import Claim
from kg.facts.problems import CallError
from kg.rdf.catalogue import Catalogue
from kg.rdf.queries import NamedQuery
from kg.rdf.vocabulary import BASE, CLAIM, ID, SOURCE, TERMS, GraphName, expand, is_term, local_name, shorten
from kg.views.ontology_page import ontology_pages
from kg.views.sentences import Sentences
from kg.views.words import LANGUAGES, read_words

FILES = (
    "graph.ttl", "claims.ttl", "inferred.ttl", "analysis.ttl", "ontology.ttl", "dataset.trig", "report.json",
)  # fmt: skip
"""What can be downloaded of a build, where it has it."""
PAGES = ("explorer.html", "network.html")


class Site:
    """One build, opened to be served."""

    def __init__(
        self, catalogue: Catalogue, questions: Mapping[str, NamedQuery], build: Path, *, is_reviewed: bool = False
    ) -> None:
        """`is_reviewed` has its pages lead to the review."""
        self.is_reviewed = is_reviewed
        self.catalogue = catalogue
        self.questions = questions
        self.build = build
        self.speakers = {code: Sentences(catalogue, code) for code in LANGUAGES}

    @cached_property
    def ontology_pages(self) -> Mapping[str, str]:
        """The documentation of the ontology by file name."""
        return ontology_pages(self.catalogue.ontology)

    @cached_property
    def claims_about(self) -> Mapping[str, Sequence[Claim]]:
        """The claims that each thing stands in, by date, then predicate."""
        found: dict[str, dict[str, Claim]] = defaultdict(dict)
        for claim in self.catalogue.claims.values():
            values = [value for values in claim.qualifiers.values() for value in values]
            for key in (claim.subject, *([claim.object] if claim.object_is_entity else []), *values):
                if key in self.catalogue.entities:
                    found[key][claim.key] = claim
        return {key: sorted(claims.values(), key=_by_date) for key, claims in found.items()}

    @cached_property
    def claims_of_source(self) -> Mapping[str, Sequence[Claim]]:
        """The claims that each source tells, by date, then predicate."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.catalogue.claims.values(), key=_by_date):
            for source in claim.sources:
                found[source].append(claim)
        return found

    @cached_property
    def merged(self) -> Mapping[str, str]:
        """Ids that were judged to be another thing, to the id of that."""
        entities = self.catalogue.entities.values()
        return {key: entity.id for entity in entities for key in entity.ids if key != entity.id}

    @cached_property
    def graph_sizes(self) -> Mapping[GraphName, int]:
        """How many triples each named graph holds; those with none are left out."""
        store = self.catalogue.store
        sizes = {name: sum(1 for _ in store.quads_for_pattern(None, None, None, name.node)) for name in GraphName}
        return {name: size for name, size in sizes.items() if size}

    def read_ahead(self) -> None:
        """Reads all of it, so that the first reader need not wait."""
        _ = self.catalogue.names, self.claims_about, self.claims_of_source, self.ontology_pages, self.graph_sizes

    def resolve(self, text: str) -> str:
        """The IRI of the thing or term that a text names: a name, an id, an IRI, or a term with its prefix."""
        text = text.strip()
        if text.startswith(("http://", "https://")):
            return text
        iri = expand(text)
        if iri is not None and is_term(iri):
            return iri
        if not text:
            raise CallError("the name is empty. Give a name or an id.")
        return ID + self.catalogue.names.resolve(text.removeprefix("id:"))


def _by_date(claim: Claim) -> tuple[str, str, str]:
    return claim.from_.text if claim.from_ else "~", claim.predicate, claim.key


@dataclass(frozen=True)
class Reader:
    """Who reads a page: the site, the language, and whether it was chosen in the address."""

    site: Site
    language: str
    chosen: bool

    @property
    def speaker(self) -> Sentences:
        """Names and sentences in the reader's language."""
        return self.site.speakers[self.language]

    def word(self, key: str, **values: object) -> str:
        """A text of `server_words.csv` or `pages_words.csv` with values in its places."""
        own = read_words("server")
        table = own if key in own else read_words("pages")
        place = list(LANGUAGES).index(self.language)
        text = table[key][place] or table[key][0]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def address(self, path: str, **parameters: str) -> str:
        """The address of one of our pages, in the language that was chosen."""
        asked = {**parameters, **({"lang": self.language} if self.chosen else {})}
        return quote(path) + (f"?{urlencode(asked)}" if asked else "")

    def page_of(self, iri: str) -> str | None:
        """Where an IRI of ours is shown; None for one that is not."""
        for namespace in (ID, CLAIM, SOURCE):
            if iri.startswith(namespace):
                return self.address("/" + iri.removeprefix(BASE))
        return self.address("/ontology") + "#" + quote(local_name(iri)) if is_term(iri) else None

    def name(self, iri: str) -> str:
        """The name of a thing or term, the title of a source, else the IRI with its prefix."""
        key = local_name(iri)
        if iri.startswith(SOURCE) and key in self.site.catalogue.sources:
            return self.site.catalogue.sources[key].title
        if iri.startswith((ID, *TERMS)):
            return self.speaker.name(key)
        return shorten(iri)
