"""The ontology's documentation: one page a language, with every term, its definition and a diagram for each class.

Written for people who read the ontology before they use it; it holds nothing that runs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from kg.facts.schema import Property, PropertyUse
from kg.rdf.ontology import Ontology
from kg.rdf.vocabulary import DCTERMS, KG, OWL, RDF, RDFS, is_term, local_name, schema_term, shorten
from kg.views.markup import Content, element, to_html
from kg.views.ontology_diagram import Arrow, Box, class_diagram
from kg.views.page import normal, source_hash, template
from kg.views.words import LANGUAGES, read_words

_SECTIONS = (
    ("relations", PropertyUse.RELATION),
    ("figures", PropertyUse.FIGURE),
    ("qualifiers", PropertyUse.QUALIFIER),
    ("other", PropertyUse.OTHER),
)

_FEATURED = ("Organisation", "Center", "Initiative", "Agreement")
"""Classes that people come for: their diagrams show also what they inherit, but for what everything has."""


def file_name(language: str) -> str:
    """Where the page of a language is written."""
    return f"ontology.{language}.html"


def ontology_pages(ontology: Ontology) -> dict[str, str]:
    """The pages by file name."""
    return {file_name(language): _Page(ontology, language).html() for language in LANGUAGES}


def write_ontology_pages(ontology: Ontology, folder: Path) -> None:
    """Writes the pages into a folder, the English one as `index.html` too."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ontology_pages(ontology).items():
        names = (name, "index.html") if name == file_name("en") else (name,)
        for each in names:
            (folder / each).write_text(text, encoding="utf-8", newline="\n")


class _Page:
    """The page of one language."""

    def __init__(self, ontology: Ontology, language: str) -> None:
        self._ontology = ontology
        self._schema = ontology.schema
        self._language = language
        self._words = {key: words[list(LANGUAGES).index(language)] for key, words in read_words("ontology").items()}
        self._above = _direct(ontology, RDFS + "subClassOf")
        self._below: dict[str, list[str]] = defaultdict(list)
        for name, above in self._above.items():
            for other in above:
                if other in self._schema.superclasses:
                    self._below[other].append(name)
        self._broader = _direct(ontology, RDFS + "subPropertyOf")
        self._outside = {**_outside(ontology, RDFS + "subClassOf"), **_outside(ontology, RDFS + "subPropertyOf")}

    def html(self) -> str:
        style = normal("\n".join((template("common.css"), template("ontology.css"))))
        policy = f"default-src 'none'; style-src {source_hash(style)}; img-src data:; base-uri 'none'"
        head = element(
            "head",
            {},
            element("meta", {"charset": "utf-8"}),
            element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
            element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            element("title", {}, self._words["title"]),
            element("style", {}, style),
        )
        body = element(
            "body", {}, self._header(), element("div", {"id": "section-columns"}, self._contents(), self._main())
        )
        return f"<!doctype html>\n{to_html(element('html', {'lang': self._language}, head, body))}\n"

    def _header(self) -> Element:
        links = [
            element(
                "a", {"href": file_name(code), "lang": code, "aria-current": str(code == self._language).lower()}, name
            )
            for code, name in LANGUAGES.items()
        ]
        return element(
            "header",
            {},
            element("h1", {}, self._words["title"]),
            element("nav", {"id": "section-languages", "aria-label": self._words["language"]}, links),
        )

    def _contents(self) -> Element:
        """The tree of classes, then the properties by what they are for."""
        tree = element("ul", {}, (self._branch(name) for name in self._roots()))
        lists: list[Content] = [
            element("h2", {}, element("a", {"href": "#section-classes"}, self._words["classes"])),
            tree,
        ]
        named = [(key, self._properties(use)) for key, use in _SECTIONS]
        for key, names in [*named, ("concepts", self._values()), ("annotations", self._annotations())]:
            items = (element("li", {}, self._link(name)) for name in names)
            lists += [
                element("h2", {}, element("a", {"href": f"#section-{key}"}, self._words[key])),
                element("ul", {}, items),
            ]
        return element("nav", {"id": "section-contents", "aria-label": self._words["contents"]}, lists)

    def _heading_link(self, key: str) -> Element:
        return element("h2", {}, element("a", {"href": f"#section-{key}"}, self._words[key]))

    def _roots(self) -> list[str]:
        """The classes above all others: what facts are about first, then the claim layer."""
        roots = [name for name in self._schema.superclasses if not self._own(self._above.get(name, ()))]
        return sorted(roots, key=lambda name: (name != "Entity", name))

    def _branch(self, name: str) -> Element:
        below = sorted(self._below[name])
        return element(
            "li", {}, self._link(name), element("ul", {}, (self._branch(item) for item in below)) if below else None
        )

    def _main(self) -> Element:
        sections = [element("section", {"id": "section-about"}, self._about())]
        names = dict.fromkeys(name for root in self._roots() for name in self._walk(root))  # some have two above
        classes = [self._class(name) for name in names]
        sections.append(
            element("section", {"id": "section-classes"}, element("h2", {}, self._words["classes"]), classes)
        )
        for key, use in _SECTIONS:
            items = [self._property(self._schema.properties[name]) for name in self._properties(use)]
            sections.append(element("section", {"id": f"section-{key}"}, element("h2", {}, self._words[key]), items))
        for key, articles in (
            ("concepts", [self._value(name) for name in self._values()]),
            ("annotations", [self._article(name) for name in self._annotations()]),
        ):
            sections.append(element("section", {"id": f"section-{key}"}, element("h2", {}, self._words[key]), articles))
        return element("main", {}, sections)

    def _walk(self, name: str) -> Iterator[str]:
        yield name
        for item in sorted(self._below[name]):
            yield from self._walk(item)

    def _about(self) -> Iterator[Content]:
        node = KG.removesuffix("#")
        texts = self._ontology.texts(DCTERMS + "description").get(node, {})
        yield self._text("p", texts, "lead")
        version = self._ontology.texts(OWL + "versionInfo").get(node, {}).get("", "")
        licences = [licence for subject, licence in self._ontology.pairs(DCTERMS + "license") if subject == node]
        rows: list[tuple[str, Content]] = [("version", version)]
        rows += [("licence", element("a", {"href": licence}, licence)) for licence in licences]
        yield self._rows(rows)

    def _class(self, name: str) -> Element:
        incoming, outgoing = self._relations(name)
        diagram = None
        if incoming or outgoing:
            title = f"{self._label(name)}: {self._words['has_relations']}"
            diagram = element("figure", {}, class_diagram(self._box(name), incoming, outgoing, title))
        values = self._schema.individuals_of(name)
        rows: list[tuple[str, Content | list[Content]]] = [
            ("above", self._links(self._own(self._above.get(name, ())))),
            ("below", self._links(sorted(self._below[name]))),
            ("outside", self._foreign(name)),
            ("instances", self._links(values)),
        ]
        return self._article(name, self._rows(rows), diagram)

    def _relations(self, name: str) -> tuple[list[Arrow], list[Arrow]]:
        """The relations kept as facts that begin or end at exactly this class, or at one that it inherits from."""
        ends = {name, *(self._schema.superclasses[name] - {"Entity"} if name in _FEATURED else ())}
        incoming, outgoing = [], []
        for item in self._properties(PropertyUse.RELATION):
            about = self._schema.properties[item]
            if about.inverse_of is not None or not about.is_object_property:
                continue
            if about.domain in ends:
                outgoing.append(Arrow(self._label(item), self._box(about.range)))
            elif about.range in ends:
                incoming.append(Arrow(self._label(item), self._box(about.domain)))
        return incoming, outgoing

    def _property(self, about: Property) -> Element:
        kind = [self._words[about.temporal_kind.value]] if about.temporal_kind is not None else []
        kind += [self._words[flag] for flag in ("symmetric", "transitive", "single", "tie") if getattr(about, flag)]
        back = {about.inverse_of} if about.inverse_of else set()
        back |= {name for name, other in self._schema.properties.items() if other.inverse_of == about.name}
        ends = self._link(about.range) if about.is_object_property else element("code", {}, f"xsd:{about.range}")
        rows: list[tuple[str, Content | list[Content]]] = [
            ("domain", self._link(about.domain)),
            ("range", ends),
            ("kind", "; ".join(kind)),
            ("inverse", self._links(sorted(back))),
            ("part of", self._links(self._own_properties(self._broader.get(about.name, ())))),
            ("sentence", self._sentence(about)),
            ("outside", self._foreign(about.name)),
        ]
        return self._article(about.name, self._rows(rows))

    def _sentence(self, about: Property) -> Content:
        phrases = self._ontology.phrases.get(about.name)
        if phrases is None:
            return None
        template_ = (phrases.get(self._language) or phrases.get("en") or next(iter(phrases.values()))).forward
        return element("q", {}, template_.replace("{subject}", "A").replace("{object}", "B"))

    def _article(self, name: str, *content: Content) -> Element:
        """The heading and definition that every term begins with, then the rest."""
        heading = element(
            "h3",
            {},
            element("a", {"href": f"#{name}"}, self._label(name)),
            " ",
            element("code", {}, shorten(schema_term(name, self._schema).value)),
        )
        return element(
            "article",
            {"id": name},
            heading,
            self._text("p", self._ontology.definitions.get(name, {}), "definition"),
            content,
        )

    def _text(self, tag: str, texts: dict[str, str] | object, kind: str) -> Content:
        """A text in the reader's language, else in English and marked as such."""
        assert isinstance(texts, dict)
        if self._language in texts:
            return element(tag, {"class": kind}, texts[self._language])
        if "en" not in texts:
            return None
        flag = element("span", {"class": "flag"}, self._words["fallback"])
        return element(tag, {"class": kind}, element("span", {"lang": "en"}, texts["en"]), " ", flag)

    def _rows(self, rows: Iterable[tuple[str, Content | list[Content]]]) -> Element | None:
        items: list[Content] = []
        for key, content in rows:
            if content is not None and content not in ("", []):
                items += [element("dt", {}, self._words[key]), element("dd", {}, content)]
        return element("dl", {}, items) if items else None

    def _value(self, name: str) -> Element:
        return self._article(name, self._rows([("value of", self._link(self._schema.individuals[name]))]))

    def _foreign(self, name: str) -> list[Content]:
        return _separated([element("a", {"href": iri}, shorten(iri)) for iri in self._outside.get(name, ())])

    def _links(self, names: Sequence[str]) -> list[Content]:
        return _separated([self._link(name) for name in names])

    def _link(self, name: str) -> Content:
        return element("a", {"href": f"#{name}"}, self._label(name))

    def _box(self, name: str) -> Box:
        return Box(name, self._label(name))

    def _label(self, name: str) -> str:
        labels = self._ontology.labels.get(name, {})
        return labels.get(self._language) or labels.get("en") or name

    def _properties(self, use: PropertyUse) -> list[str]:
        return sorted(self._schema.names_of(use), key=lambda name: (self._label(name).casefold(), name))

    def _values(self) -> list[str]:
        """The fixed values, those of a class together, in the order of the ontology's names."""
        return sorted(self._schema.individuals, key=lambda name: (self._schema.individuals[name], name))

    def _annotations(self) -> list[str]:
        """What is said of terms, names, claims and sources, and is no property of things."""
        kind = OWL + "AnnotationProperty"
        names = (local_name(iri) for iri, type_ in self._ontology.pairs(RDF + "type") if type_ == kind and is_term(iri))
        return sorted(names, key=lambda name: (self._label(name).casefold(), name))

    def _own(self, names: Iterable[str]) -> list[str]:
        return sorted(name for name in names if name in self._schema.superclasses)

    def _own_properties(self, names: Iterable[str]) -> list[str]:
        return sorted(name for name in names if name in self._schema.properties)


def _direct(ontology: Ontology, predicate: str) -> dict[str, list[str]]:
    """For each of our terms, the local names of those of ours that it is directly below."""
    found: dict[str, list[str]] = defaultdict(list)
    for lower, upper in ontology.pairs(predicate):
        if is_term(lower) and is_term(upper):
            found[local_name(lower)].append(local_name(upper))
    return dict(found)


def _outside(ontology: Ontology, predicate: str) -> dict[str, list[str]]:
    """For each of our terms, the IRIs of the outside terms that it is below, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for lower, upper in ontology.pairs(predicate):
        if is_term(lower) and not is_term(upper):
            found[local_name(lower)].add(upper)
    return {name: sorted(iris) for name, iris in found.items()}


def _separated(items: Sequence[Content]) -> list[Content]:
    return [piece for index, item in enumerate(items) for piece in ((", ", item) if index else (item,))]
