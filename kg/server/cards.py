"""Pages of things, claims and sources: facts as sentences, each with its quotes, dates and sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from kg.facts.model import Claim, Entity, Evidence, NameRank, Rank, Source
from kg.server.frame import mark, page, thing_link, things_list
from kg.server.negotiation import GRAPHS
from kg.server.site import Reader
from kg.views.markup import Content, element
from kg.views.words import LANGUAGES

_MOST_NEIGHBOURS = 60


def thing_page(reader: Reader, entity: Entity) -> str:
    """The card of a thing."""
    claims = reader.site.claims_about.get(entity.id, ())
    name = reader.speaker.name(entity.id)
    path = f"/id/{entity.id}"
    return page(
        reader,
        name,
        path,
        element(
            "article",
            {},
            element("h1", {}, name),
            element("p", {"class": "kind"}, mark(reader, entity.class_name), " ", reader.speaker.kind(entity)),
            _names(reader, entity),
            section(reader.word("facts"), facts(reader, claims, entity.id), len(claims)),
            _follows(reader, entity.id),
            _neighbours(reader, entity.id, claims),
            _as_data(reader, path),
        ),
        links=_alternates(path),
    )


def section(title: str, content: Content | Iterable[Content], count: int | None = None) -> Element:
    """A part of a page under its heading."""
    number = element("small", {}, f"{count:,}") if count else None
    return element("section", {}, element("h2", {}, title, " ", number), content)


def _names(reader: Reader, entity: Entity) -> Element | None:
    order = list(LANGUAGES)
    names = sorted(entity.names, key=lambda item: order.index(item.language) if item.language in order else len(order))
    rows: list[Content] = []
    for item in names:
        flag = None if item.rank is NameRank.PREFERRED else reader.word(item.rank.value)
        rows.append(element("dt", {}, item.language))
        shown = element("span", {"class": "flag"}, flag) if flag else None
        rows.append(element("dd", {}, element("span", {"lang": item.language}, item.text), " ", shown))
    identifiers = None
    if entity.identifiers:
        text = f"{reader.word('identifiers')}: {', '.join(entity.identifiers)}"
        identifiers = element("p", {"class": "quiet"}, text)
    return section(reader.word("names"), [element("dl", {"class": "names"}, rows), identifiers]) if rows else None


def facts(reader: Reader, claims: Sequence[Claim], here: str = "") -> Element:
    """Claims as sentences with their evidence; `here` is the thing whose page it is, which is no link."""
    if not claims:
        return element("p", {"class": "quiet"}, reader.word("no_facts"))
    return element("ul", {"class": "facts"}, [_fact(reader, claim, here) for claim in claims])


def _fact(reader: Reader, claim: Claim, here: str) -> Element:
    date = reader.speaker.date(claim)
    doubt = "superseded" if claim.superseded else "deprecated" if claim.rank is Rank.DEPRECATED else ""
    about = reader.address(f"/claim/{claim.key}")
    return element(
        "li",
        {"class": "fact"},
        element(
            "div",
            {"class": "when"},
            element("a", {"href": about, "title": reader.word("claim")}, date or "—"),
            element("span", {"class": "flag"}, reader.word(doubt)) if doubt else None,
        ),
        element(
            "div",
            {},
            sentence(reader, claim, here),
            [proof(reader, item) for item in claim.evidence],
            [element("p", {"class": "quiet"}, text) for text in claim.qualifiers.get("note", ())],
        ),
    )


def sentence(reader: Reader, claim: Claim, here: str = "") -> Element:
    """A claim as a sentence, each name but `here` a link."""
    pieces: list[Content] = []
    for part in reader.speaker.parts(claim):
        if part.entity == here and here:
            pieces.append(element("b", {}, part.text))
        else:
            pieces.append(thing_link(reader, part.entity) if part.entity else part.text)
    return element("p", {"class": "sentence"}, pieces)


def proof(reader: Reader, item: Evidence) -> Element:
    """Who says so, and with which words."""
    source = reader.site.catalogue.sources[item.source]
    words: Content = element("q", {"lang": source.language}, item.quote.text) if item.quote else item.record
    unverified = item.quote is not None and not item.quote.verified
    flag = element("span", {"class": "flag"}, reader.word("unverified")) if unverified else None
    title = element(
        "cite", {"lang": source.language}, element("a", {"href": reader.address(f"/source/{source.id}")}, source.title)
    )
    publisher = _publisher(reader, source)
    return element(
        "p", {"class": "proof"}, words, " ", flag, " ", title, f" · {publisher}" if publisher else None, _day(source)
    )


def _day(source: Source) -> Element | None:
    return element("span", {"class": "day"}, f" · {source.reported.text}") if source.reported else None


def _publisher(reader: Reader, source: Source) -> str:
    return reader.speaker.name(source.publisher) if source.publisher else ""


def _follows(reader: Reader, key: str) -> Element | None:
    triples = reader.site.catalogue.inferred_about(key)
    items = [element("li", {}, reader.speaker.relation(*triple)) for triple in triples]
    return section(reader.word("follows"), element("ul", {"class": "plain"}, items), len(items)) if items else None


def _neighbours(reader: Reader, key: str, claims: Sequence[Claim]) -> Element | None:
    near: dict[str, None] = {}
    for claim in claims:
        values = [value for values in claim.qualifiers.values() for value in values]
        ends = (claim.subject, claim.object if claim.object_is_entity else "", *values)
        near.update(dict.fromkeys(end for end in ends if end != key and end in reader.site.catalogue.entities))
    for subject, _, object_ in reader.site.catalogue.inferred_about(key):
        near.update(dict.fromkeys(end for end in (subject, object_) if end != key))
    if not near:
        return None
    keys = sorted(near, key=lambda item: (reader.speaker.name(item).casefold(), item))
    return section(reader.word("neighbours"), things_list(reader, keys[:_MOST_NEIGHBOURS]), len(keys))


def _as_data(reader: Reader, path: str) -> Element:
    labels = {"ttl": "Turtle", "nt": "N-Triples", "jsonld": "JSON-LD", "rdf": "RDF/XML"}
    links = [element("a", {"class": "button", "href": f"{path}.{form.ending}"}, labels[form.ending]) for form in GRAPHS]
    return section(reader.word("as_data"), element("p", {"class": "buttons"}, spaced(links)))


def spaced(items: Iterable[Element]) -> list[Content]:
    """Elements with spaces between them."""
    return [piece for item in items for piece in (item, " ")]


def _alternates(path: str) -> list[Element]:
    return [
        element("link", {"rel": "alternate", "type": form.media_types[0], "href": f"{path}.{form.ending}"})
        for form in GRAPHS
    ]


def claim_page(reader: Reader, claim: Claim) -> str:
    """A claim: its sentence, its date, all its evidence."""
    path = f"/claim/{claim.key}"
    rows: list[Content] = []
    for name, value in (
        (reader.word("relation"), reader.speaker.term(claim.predicate)),
        (reader.word("date"), reader.speaker.date(claim)),
        (reader.word("status"), reader.speaker.term(claim.status.value)),
    ):
        if value:
            rows += [element("dt", {}, name), element("dd", {}, value)]
    return page(
        reader,
        reader.speaker.sentence(claim),
        path,
        element(
            "article",
            {},
            element("h1", {"class": "quiet"}, reader.word("claim")),
            element("div", {"class": "statement"}, sentence(reader, claim)),
            element("dl", {"class": "names"}, rows),
            section(reader.word("who_says"), [proof(reader, item) for item in claim.evidence]),
            _as_data(reader, path),
        ),
        links=_alternates(path),
    )


def source_page(reader: Reader, source: Source) -> str:
    """A source: what it is, and all that it tells."""
    path = f"/source/{source.id}"
    known = source.publisher in reader.site.catalogue.entities
    rows: list[Content] = []
    for name, value in (
        (reader.word("publisher"), thing_link(reader, source.publisher) if known else source.publisher),
        (reader.word("published"), source.reported.text if source.reported else ""),
        (reader.word("language"), source.language),
    ):
        if value != "":
            rows += [element("dt", {}, name), element("dd", {}, value)]
    url = source.url if source.url.startswith(("https://", "http://")) else ""
    outside = {"href": url, "rel": "noreferrer noopener", "class": "button"}
    claims = reader.site.claims_of_source.get(source.id, ())
    return page(
        reader,
        source.title,
        path,
        element(
            "article",
            {},
            element("p", {"class": "kind"}, reader.word("source")),
            element("h1", {"lang": source.language}, source.title),
            element("dl", {"class": "names"}, rows),
            element("p", {}, element("a", outside, reader.word("original"))) if url else None,
            section(reader.word("told_here"), facts(reader, claims), len(claims)),
            _as_data(reader, path),
        ),
        links=_alternates(path),
    )
