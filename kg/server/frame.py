"""The frame of every page: head, sections, search, languages. All of it is escaped trees; no page holds a script."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

from kg.server.site import PAGES, Reader
from kg.views.markup import Content, element, to_html
from kg.views.page import normal, template
from kg.views.style import look
from kg.views.words import LANGUAGES

STATIC = {
    "site.css": "text/css; charset=utf-8",
    "query.js": "text/javascript; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
    "vendor/yasqe.min.js": "text/javascript; charset=utf-8",
    "vendor/yasqe.min.css": "text/css; charset=utf-8",
}
"""The files that pages ask for, and what they are."""
_SCRIPTS = ("vendor/yasqe.min.js", "query.js")
_SHAPES = {
    "dot": "M8 2a6 6 0 1 0 .01 0z",
    "square": "M2.5 2.5h11v11h-11z",
    "diamond": "M8 1l6.5 7L8 15 1.5 8z",
    "hexagon": "M4.5 2h7L15 8l-3.5 6h-7L1 8z",
    "triangle": "M8 1.5l7 12.5H1z",
    "triangleDown": "M8 14.5L1 2h14z",
    "star": "M8 1l2.1 4.6 5 .6-3.7 3.4 1 5L8 12.1l-4.4 2.5 1-5L.9 6.2l5-.6z",
}


def static_file(name: str) -> str:
    """The text of a file that pages ask for."""
    own = normal((resources.files("kg.server") / "static" / name).read_text("utf-8"))
    return template("common.css") + own if name == "site.css" else own


def page(
    reader: Reader,
    title: str,
    path: str,
    *content: Content | Iterable[Content],
    parameters: dict[str, str] | None = None,
    text: str = "",
    links: Iterable[Element] = (),
    script: bool = False,
    scripts: Iterable[str] = (),
) -> str:
    """A whole page; `path` and `parameters` lead to it in other languages, `text` stands in the search field.

    `script` brings the editor of queries, `scripts` other files of `STATIC`.
    """
    head = element(
        "head",
        {},
        element("meta", {"charset": "utf-8"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("title", {}, title if title == reader.word("site") else f"{title} · {reader.word('site')}"),
        element("link", {"rel": "icon", "href": "data:,"}),
        element("link", {"rel": "stylesheet", "href": "/static/vendor/yasqe.min.css"}) if script else None,
        element("link", {"rel": "stylesheet", "href": "/static/site.css"}),
        [element("script", {"src": f"/static/{name}", "defer": "defer"}) for name in (*_SCRIPTS * script, *scripts)],
        links,
    )
    body = element(
        "body",
        {},
        element("a", {"class": "skip", "href": "#content"}, reader.word("skip_to")),
        _header(reader, path, parameters or {}, text),
        element("main", {"id": "content"}, *content),
    )
    return f"<!doctype html>\n{to_html(element('html', {'lang': reader.language}, head, body))}\n"


def _header(reader: Reader, path: str, parameters: dict[str, str], text: str) -> Element:
    sections = [("/questions", "questions"), ("/query", "query"), ("/ontology", "ontology")]
    sections += [("/review", "review")] if reader.site.is_reviewed else []
    sections += [(f"/{name}", name.split(".")[0]) for name in PAGES if (reader.site.build / name).is_file()]
    links = [
        element("a", {"href": _section(reader, to), **({"aria-current": "page"} if path.startswith(to) else {})},
                reader.word(key))
        for to, key in sections
    ]  # fmt: skip
    hidden = element("input", {"type": "hidden", "name": "lang", "value": reader.language}) if reader.chosen else None
    field = {"type": "search", "name": "q", "value": text, "aria-label": reader.word("search"),
             "placeholder": reader.word("search"), "maxlength": "200"}  # fmt: skip
    return element(
        "header",
        {},
        element("a", {"class": "home", "href": reader.address("/")}, reader.word("site")),
        element("nav", {"id": "views", "aria-label": reader.word("sections")}, links),
        element("form", {"class": "tools", "action": "/find", "role": "search"}, element("input", field), hidden),
        _languages(reader, path, parameters),
    )


def _section(reader: Reader, path: str) -> str:
    """The address of a section; the pages of the build keep their language after the #."""
    if path.endswith(".html"):
        return f"{path}#lang={reader.language}"
    return reader.address(path)


def _languages(reader: Reader, path: str, parameters: dict[str, str]) -> Element:
    links = []
    for code, name in LANGUAGES.items():
        current = {"aria-current": "true"} if code == reader.language else {}
        address = f"{path}?{urlencode({**parameters, 'lang': code})}"
        attributes = {"href": address, "lang": code, "hreflang": code, "title": name, **current}
        links.append(element("a", attributes, element("span", {"class": "hidden"}, name), _shown(code)))
    return element("nav", {"class": "languages", "aria-label": reader.word("language")}, links)


def _shown(code: str) -> Element:
    return element("span", {"aria-hidden": "true"}, code.upper())


def mark(reader: Reader, class_name: str) -> Element:
    """The shape and colour of a class, as the other pages draw it."""
    drawn = look(reader.site.catalogue.schema, class_name)
    attributes = {"class": "shape", "viewBox": "0 0 16 16", "aria-hidden": "true", "fill": drawn.colour}
    return element("svg", attributes, element("path", {"d": _SHAPES[drawn.shape]}))


def thing_link(reader: Reader, key: str) -> Element:
    """A link to a thing's page, in its own name's language where the reader's has none."""
    entity = reader.site.catalogue.entities.get(key)
    name = reader.speaker.name(key)
    spoken = next((item.language for item in entity.names if item.text == name), "") if entity else ""
    attributes = {"href": reader.address(f"/id/{key}")}
    if spoken and spoken != reader.language:
        attributes["lang"] = spoken
    return element("a", attributes, name)


def things_list(reader: Reader, keys: Iterable[str], notes: dict[str, str] | None = None) -> Element:
    """Links to things, each with its shape and its kind, and a note where there is one."""
    items = []
    for key in keys:
        entity = reader.site.catalogue.entities[key]
        kind = element("span", {"class": "quiet"}, reader.speaker.kind(entity))
        note = element("span", {"class": "quiet note"}, notes[key]) if notes and notes.get(key) else None
        items.append(
            element("li", {}, mark(reader, entity.class_name), " ", thing_link(reader, key), " ", kind, " ", note)
        )
    return element("ul", {"class": "things"}, items)
