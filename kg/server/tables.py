"""Pages that ask: the shipped questions with their forms, any SPARQL, and the table of what came back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

from kg.facts.model import Entity
from kg.rdf.queries import NamedQuery, Parameter
from kg.rdf.vocabulary import PREFIXES, XSD
from kg.server.cards import section, spaced
from kg.server.frame import page
from kg.server.negotiation import GRAPHS, ROWS
from kg.server.pool import Answer, Outcome
from kg.server.settings import Settings
from kg.server.site import Reader
from kg.views.markup import Content, element

_SUGGESTIONS = 2_000
_EXAMPLE = """\
SELECT ?center ?place
WHERE {
  ?center a kg:Center ;
          kg:locatedIn ?place .
}
ORDER BY ?center ?place"""
_NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "double", "float"))


def question_text(reader: Reader, question: NamedQuery) -> str:
    """A question in the reader's language, in English where it has none there."""
    return question.questions.get(reader.language) or question.questions.get("en") or question.title


def questions_page(reader: Reader) -> str:
    """All shipped questions."""
    items = [
        element("li", {}, element("a", {"href": reader.address(f"/questions/{name}")}, question_text(reader, question)))
        for name, question in reader.site.questions.items()
    ]
    title = reader.word("questions")
    lead = element("p", {"class": "lead"}, reader.word("questions_lead"))
    return page(reader, title, "/questions", element("h1", {}, title), lead, element("ul", {"class": "plain"}, items))


def question_page(
    reader: Reader,
    question: NamedQuery,
    asked: Mapping[str, str],
    answer: Answer | None,
    trouble: str,
    sparql: str,
    notes: Sequence[str] = (),
) -> str:
    """One question: the form of its parameters, and the table of its answer or what is wrong."""
    path = f"/questions/{question.name}"
    title = question_text(reader, question)
    links = [
        element("a", {"class": "button", "href": f"{_with(path + '.' + ending, asked)}"}, ending.upper())
        for ending in ("csv", "json", "xml", "tsv")
    ]
    links.append(element("a", {"class": "button", "href": reader.address("/query", query=sparql)},
                         reader.word("as_sparql")) if sparql else element("span"))  # fmt: skip
    return page(
        reader,
        title,
        path,
        element("h1", {}, title),
        _form(reader, question, asked) if question.parameters else None,
        _trouble(reader, trouble) if trouble else None,
        _notes(notes),
        result(reader, answer) if answer is not None else None,
        element("p", {"class": "buttons"}, spaced(links)) if not trouble else None,
        parameters=dict(asked),
    )


def _with(path: str, asked: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path


def _form(reader: Reader, question: NamedQuery, asked: Mapping[str, str]) -> Element:
    fields: list[Content] = []
    for parameter in question.parameters:
        value = asked.get(parameter.name, _shown_default(reader, parameter))
        identifier = f"value-{parameter.name}"
        attributes = {"id": identifier, "name": parameter.name, "value": value, "maxlength": "500"}
        if parameter.kind == "iri":
            attributes["list"] = "things"
            attributes["autocomplete"] = "off"
        if parameter.kind == "integer":
            attributes["inputmode"] = "numeric"
        label = parameter.label(reader.language)
        fields.append(element("label", {"for": identifier}, label))
        fields.append(element("input", attributes))
    if reader.chosen:
        fields.append(element("input", {"type": "hidden", "name": "lang", "value": reader.language}))
    fields.append(element("button", {"class": "button"}, reader.word("ask")))
    if any(parameter.kind == "iri" for parameter in question.parameters):
        fields.append(_suggestions(reader))
    return element("form", {"class": "values", "action": f"/questions/{question.name}"}, fields)


def _shown_default(reader: Reader, parameter: Parameter) -> str:
    entity = reader.site.catalogue.entities.get(parameter.default) if parameter.kind == "iri" else None
    return _unambiguous(reader, entity) if entity is not None else parameter.default


def _unambiguous(reader: Reader, entity: Entity) -> str:
    """The name of a thing where only it is called so, else its id."""
    name = reader.speaker.name(entity.id)
    return name if len(reader.site.catalogue.names.exact(name)) == 1 else entity.id


def _suggestions(reader: Reader) -> Element:
    names = {key: reader.speaker.name(key) for key in list(reader.site.catalogue.entities)[:_SUGGESTIONS]}
    often = Counter(names.values())
    options = [
        element("option", {"value": key, "label": name} if often[name] > 1 else {"value": name})
        for key, name in sorted(names.items(), key=lambda item: (item[1].casefold(), item[0]))
    ]
    return element("datalist", {"id": "things"}, options)


def query_page(
    reader: Reader, settings: Settings, query: str, answer: Answer | None, trouble: str, notes: Sequence[str] = ()
) -> str:
    """Any SPARQL: a field for it, the shipped questions as a menu, and the answer."""
    shipped = [
        element("option", {"value": name}, question_text(reader, question))
        for name, question in reader.site.questions.items()
    ]
    shipped.insert(0, element("option", {"value": ""}, "—"))
    menu = element(
        "form",
        {"class": "values", "action": "/query"},
        element("label", {"for": "question"}, reader.word("shipped")),
        element("select", {"id": "question", "name": "question"}, shipped),
        _language_field(reader),
        element("button", {"class": "button"}, reader.word("open")),
    )
    shown = query or _EXAMPLE
    terms = sorted(f"kg:{name}" for name in reader.site.catalogue.ontology.labels)
    prefixed = json.dumps(PREFIXES, sort_keys=True)
    editor = element("div", {"id": "editor", "data-terms": " ".join(terms), "data-prefixes": prefixed})
    field = {
        "aria-label": reader.word("query_text"),
        "id": "query",
        "name": "query",
        "spellcheck": "false",
        "autocomplete": "off",
        "autocapitalize": "off",
    }
    text = element("textarea", {**field, "rows": str(_height(shown))}, shown)
    form = element(
        "form",
        {"id": "ask", "action": "/query", "method": "post" if len(query) > 4000 else "get"},
        text,
        editor,
        _language_field(reader),
        element(
            "p",
            {"class": "buttons"},
            element("button", {"class": "button strong"}, reader.word("run")),
            " ",
            element("span", {"class": "quiet"}, reader.word("prompt")),
            " ",
            element("span", {"class": "quiet"},
                    reader.word("limits", rows=f"{settings.rows:,}", seconds=f"{settings.timeout:g}")),
        ),
    )  # fmt: skip
    known = [element("code", {"title": iri}, f"{name}:") for name, iri in PREFIXES.items()]
    prefixes = element("p", {"class": "quiet prefixes"}, reader.word("query_lead"), " ", spaced(known))
    return page(
        reader,
        reader.word("query"),
        "/query",
        element("h1", {}, "SPARQL"),
        menu,
        form,
        prefixes,
        _trouble(reader, trouble) if trouble else None,
        _notes(notes),
        result(reader, answer) if answer is not None else None,
        _downloads(query, answer) if answer is not None else None,
        parameters={"query": query} if query else {},
        script=True,
    )


def _height(query: str) -> int:
    """Lines of the field, so that the answer stands in sight below a short query."""
    return min(max(query.count("\n") + 2, 8), 24)


def _language_field(reader: Reader) -> Element | None:
    return element("input", {"type": "hidden", "name": "lang", "value": reader.language}) if reader.chosen else None


def _downloads(query: str, answer: Answer) -> Element | None:
    if answer.outcome is not Outcome.DONE or answer.kind == "truth":
        return None
    links: list[Content] = []
    for form in ROWS if answer.kind == "rows" else GRAPHS:
        href = f"/sparql?{urlencode({'query': query, 'format': form.ending})}"
        links += [element("a", {"class": "button", "href": href, "download": f"answer.{form.ending}"},
                          form.ending.upper()), " "]  # fmt: skip
    return element("p", {"class": "buttons"}, links)


def _trouble(reader: Reader, text: str) -> Element:
    return element(
        "section",
        {"class": "trouble", "role": "alert"},
        element("h2", {}, reader.word("wrong")),
        element("pre", {}, text),
    )


def _notes(notes: Sequence[str]) -> Element | None:
    """What is told beside an answer."""
    shown = [element("p", {}, text) for text in notes]
    return element("section", {"class": "note", "role": "status"}, shown) if shown else None


def result(reader: Reader, answer: Answer) -> Element:
    """An answer for people: a table with names, a truth value, or Turtle."""
    if answer.outcome is not Outcome.DONE:
        return element("p")
    if answer.kind == "graph":
        return element("section", {"id": "answer"}, element("pre", {"class": "code"}, answer.data.decode()))
    data = json.loads(answer.data)
    if answer.kind == "truth":
        return section("", element("p", {"class": "truth"}, reader.word("yes" if data["boolean"] else "no")))
    columns, rows = data["head"]["vars"], data["results"]["bindings"]
    if not rows:
        return element("p", {"class": "lead"}, reader.word("no_rows"))
    head = element("tr", {}, [element("th", {"scope": "col"}, name.replace("_", " ")) for name in columns])
    body = [element("tr", {}, [_cell(reader, row.get(name)) for name in columns]) for row in rows]
    table = element("table", {}, element("thead", {}, head), element("tbody", {}, body))
    return element(
        "section",
        {"id": "answer"},
        element("p", {"class": "quiet"}, reader.word("rows", n=f"{len(rows):,}")),
        element("div", {"class": "wide", "tabindex": "0"}, table),
    )


def _cell(reader: Reader, node: dict[str, object] | None) -> Element:
    if node is None:
        return element("td")
    value = str(node["value"])
    if node["type"] == "uri":
        address = reader.page_of(value)
        name = reader.name(value)
        if address is not None:
            return element("td", {}, element("a", {"href": address, "title": value}, name))
        outside = {"href": value, "rel": "noreferrer noopener"}
        return element("td", {}, element("a", outside, name) if value.startswith(("https://", "http://")) else name)
    if node["type"] == "triple":
        return element("td", {}, element("code", {}, json.dumps(node["value"], ensure_ascii=False)))
    attributes = {"class": "number"} if node.get("datatype") in _NUMBERS else {}
    if node.get("xml:lang"):
        attributes["lang"] = str(node["xml:lang"])
    return element("td", attributes, value)
