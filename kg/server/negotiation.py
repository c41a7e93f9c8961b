"""Which form of an answer a client gets: content negotiation of RFC 9110, sections 12.4 and 12.5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

_WEIGHT = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.ASCII)


class Form(Enum):
    """The forms of answers: the name that `?format=` and file endings use, media types (the first is sent)."""

    HTML = ("html", "text/html", "application/xhtml+xml")
    ROWS_JSON = ("json", "application/sparql-results+json", "application/json")
    ROWS_XML = ("xml", "application/sparql-results+xml", "application/xml", "text/xml")
    ROWS_CSV = ("csv", "text/csv")
    ROWS_TSV = ("tsv", "text/tab-separated-values")
    TURTLE = ("ttl", "text/turtle", "application/x-turtle")
    N_TRIPLES = ("nt", "application/n-triples")
    JSON_LD = ("jsonld", "application/ld+json", "application/json")
    RDF_XML = ("rdf", "application/rdf+xml", "application/xml", "text/xml")
    JSON = ("json", "application/json")

    @property
    def ending(self) -> str:
        """What a file of this form ends with, without the dot."""
        return str(self.value[0])

    @property
    def media_types(self) -> Sequence[str]:
        """The media types that a client may ask for it with; the first is sent."""
        return tuple(self.value[1:])

    @property
    def content_type(self) -> str:
        """The Content-Type header."""
        sent = self.value[1]
        return f"{sent}; charset=utf-8" if sent.startswith("text/") else sent


ROWS = (Form.ROWS_JSON, Form.ROWS_XML, Form.ROWS_CSV, Form.ROWS_TSV)
TRUTHS = (Form.ROWS_JSON, Form.ROWS_XML)
GRAPHS = (Form.TURTLE, Form.N_TRIPLES, Form.JSON_LD, Form.RDF_XML)
_OTHER_NAMES = {
    "turtle": Form.TURTLE, "ntriples": Form.N_TRIPLES, "rdfxml": Form.RDF_XML, "xml": Form.RDF_XML,
    "json": Form.JSON_LD,
}  # fmt: skip


@dataclass(frozen=True)
class Wish:
    """One item of an Accept or Accept-Language header: a range and its weight from 0 to 1."""

    range: str
    weight: float


def wishes(header: str) -> list[Wish]:
    """The items of an Accept or Accept-Language header; what cannot be read is left out.

    >>> wishes("text/turtle, */*;q=0.1")
    [Wish(range='text/turtle', weight=1.0), Wish(range='*/*', weight=0.1)]
    """
    found = []
    for item in header.split(","):
        range_, *parameters = (part.strip().lower() for part in item.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                weight = float(value) if _WEIGHT.fullmatch(value.strip()) else -1.0
        if range_ and weight >= 0:
            found.append(Wish(range_, weight))
    return found


def choose(accept: str | None, offers: Iterable[Form]) -> Form | None:
    """The form that a client likes best, the earlier of equals; None where it takes none.

    No header, or an empty one, takes all (RFC 9110, 12.5.1). The most precise range decides for a media type.
    """
    asked = wishes(accept) if accept and accept.strip() else [Wish("*/*", 1.0)]
    best, best_weight = None, 0.0
    for offer in offers:
        sent, *others = offer.media_types
        named = [wish.weight for wish in asked if wish.range in others]  # `*/*` asks for what is sent, not for these
        weight = max([_weight(sent, asked), *named])
        if weight > best_weight:
            best, best_weight = offer, weight
    return best


def _weight(media_type: str, asked: Sequence[Wish]) -> float:
    """How much a media type is wanted; 0 is not at all."""
    kind = media_type.split("/", 1)[0]
    for range_ in (media_type, f"{kind}/*", "*/*"):
        weights = [wish.weight for wish in asked if wish.range == range_]
        if weights:
            return max(weights)
    return 0.0


def by_name(name: str, offers: Iterable[Form]) -> Form | None:
    """The form that `?format=` names: by its ending, its media type, or another name of it."""
    name = name.strip().lower()
    offers = list(offers)
    for offer in offers:
        if name == offer.ending or name in offer.media_types:
            return offer
    other = _OTHER_NAMES.get(name)
    return other if other in offers else None


def choose_language(header: str | None, languages: Mapping[str, str], otherwise: str = "en") -> str:
    """The language of the interface that a reader likes best (RFC 4647, look-up)."""
    best, best_weight = otherwise, 0.0
    for wish in wishes(header or ""):
        code = wish.range.split("-", 1)[0]
        if code in languages and wish.weight > best_weight:
            best, best_weight = code, wish.weight
    return best
