"""Where to begin, what was found, and what was not."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.identity import Match
from kg.rdf.vocabulary import ID
from kg.server.cards import section
from kg.server.frame import page, things_list
from kg.server.site import FILES, Reader
from kg.server.tables import question_text
from kg.views.markup import Content, element

_SHOWN = 12


def thing_iri(key: str) -> str:
    """The IRI of the thing with this id."""
    return ID + key


def home_page(reader: Reader) -> str:
    """What the build holds, and the ways into it."""
    site = reader.site
    about = site.catalogue
    counts: list[Content] = []
    for key, number in (
        ("things", len(about.entities)),
        ("claims", len(about.claims)),
        ("sources", len(about.sources)),
    ):
        counts.append(element("div", {}, element("dd", {}, f"{number:,}"), element("dt", {}, reader.word(key))))
    most = sorted(site.claims_about, key=lambda key: (-len(site.claims_about[key]), key))[:_SHOWN]
    questions = [
        element("li", {}, element("a", {"href": reader.address(f"/questions/{name}")}, question_text(reader, question)))
        for name, question in list(site.questions.items())[:_SHOWN]
    ]
    files = [
        element("li", {}, element("a", {"href": f"/files/{name}"}, name))
        for name in FILES
        if (site.build / name).is_file()
    ]
    sources = [
        element("li", {}, element("a", {"href": reader.address(f"/source/{key}"), "lang": item.language}, item.title))
        for key, item in list(about.sources.items())[:_SHOWN]
    ]
    machines = [
        element("li", {}, element("a", {"href": "/sparql"}, reader.word("endpoint"))),
        element("li", {}, element("a", {"href": "/.well-known/void"}, reader.word("void"))),
        element("li", {}, element("a", {"href": "/ontology.ttl"}, reader.word("ontology"), " (Turtle)")),
    ]
    return page(
        reader,
        reader.word("site"),
        "/",
        element("h1", {}, reader.word("site")),
        element("p", {"class": "lead"}, reader.word("tagline")),
        element("dl", {"class": "counts"}, counts),
        element(
            "div",
            {"class": "columns"},
            section(reader.word("begin"), things_list(reader, most)),
            section(reader.word("questions"), element("ul", {"class": "plain"}, questions)),
            section(reader.word("sources"), element("ul", {"class": "plain"}, sources)),
            section(reader.word("for_machines"), element("ul", {"class": "plain"}, machines)),
            section(reader.word("downloads"), element("ul", {"class": "plain"}, files)),
        ),
    )


def find_page(reader: Reader, text: str, matches: Sequence[Match]) -> str:
    """Things that a text may name, best first."""
    notes = {m.entity: m.name for m in matches if m.name not in (reader.speaker.name(m.entity), m.entity)}
    if not text:
        shown: Content = None
    elif matches:
        shown = element("p", {"class": "quiet"}, reader.word("found", n=len(matches)))
    else:
        shown = element("p", {"class": "lead"}, reader.word("nothing_like", text=text))
    keys = [match.entity for match in matches]
    title = reader.word("find")
    return page(
        reader,
        title,
        "/find",
        element("h1", {}, text or title),
        shown,
        things_list(reader, keys, notes) if keys else None,
        parameters={"q": text} if text else {},
        text=text,
    )


def missing_page(reader: Reader, path: str, wanted: str) -> str:
    """The page where nothing stands, with the names nearest to what was asked for."""
    matches = reader.site.catalogue.names.near(wanted) if wanted else []
    title = reader.word("not_found")
    near = None
    if matches:
        near = section(reader.word("did_you_mean"), things_list(reader, [match.entity for match in matches]))
    return page(reader, title, "/", element("h1", {}, title), element("p", {"class": "lead"}, path[:200]), near)
