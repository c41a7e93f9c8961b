"""The ties network as a pyvis object, and as one HTML file around vis-network that is safe and asks no network.

pyvis keeps nodes, edges and options well, and ships vis-network; what its page does wrong is met here, nowhere else:

- Its template fetches bootstrap from a CDN, in-lined or not (https://github.com/WestHealth/pyvis/issues/229), writes
  heading, bgcolor, options and (with its select menu) ids into the page as markup, and with "href" in a title switches
  tooltips to innerHTML (https://github.com/WestHealth/pyvis/pull/161), where markup in a name runs. So nodes, edges and
  options leave pyvis as data, for a page of our own (`page`); and `_title` keeps the word from the template's eyes for
  those who use pyvis' page all the same.
- Without `directed`, every edge after the first between two nodes is dropped without a word
  (https://github.com/WestHealth/pyvis/issues/51); with it, all are kept but drawn upon one another: `_bend` fans them.
- An empty label becomes the id. Labels here are never empty: a thing without a name is called by its id.
- It writes files in the encoding of the system (https://github.com/WestHealth/pyvis/pull/231); ours are UTF-8.
- Half of vis-network's stylesheet is pictures for buttons that this page does not have. It is left out; the one rule
  that the canvas needs, for the tooltip, stands in `templates/network.css`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib import resources

import networkx as nx
from pyvis.network import Network

from kg.facts.identity import fold
from kg.facts.model import Claim
from kg.rdf.catalogue import Catalogue
from kg.views import layout
from kg.views.evidence import EvidenceRows
from kg.views.labels import Box, box, distinct_labels
from kg.views.page import in_one_function, page, template
from kg.views.sentences import Sentences
from kg.views.stress import SEED
from kg.views.style import LOOKS, Look, look
from kg.views.words import LANGUAGES, read_words

WORDS = read_words("pages")

LIMIT = 600
"""More nodes than this no one can read, and vis-network draws fewer than 10 pictures a second of them."""
Edge = tuple[str, str, str, Mapping[str, str]]
"""Two ends, key and attributes of an edge."""
_MODULES = ("dom.js", "fold.js", "words.js", "geometry.js", "shapes.js", "evidence.js", "panel.js", "network.js")
_BEND = 0.16
_SCALE = {"star": 1.25}
"""A star covers less than other shapes of its radius."""


def to_pyvis(catalogue: Catalogue, network: nx.MultiDiGraph[str], language: str = "en") -> Network:
    """A pyvis network of the nodes that have an edge: laid out, looking as their classes do, each edge its own.

    Nodes are ids; edges carry the network's key as `id`. Positions are fixed and physics is off. Of more than 600 nodes
    the best connected are taken. Titles are plain text: a name and its kind; a sentence, its date and its evidence.

    Go on from it as from any pyvis network::

        import kg

        catalogue = kg.open_build("build")
        pyvis = kg.to_pyvis(catalogue, kg.to_network(catalogue), language="az")
        for edge in pyvis.edges:
            edge["width"] = 3 if edge["dashes"] else 1
        pyvis.options["interaction"]["navigationButtons"] = True

    Beware of pyvis' own pages (`show`, `write_html`, `generate_html`): they fetch bootstrap from the network, and
    markup in a heading, in `bgcolor`, in options or, with the select menu, in ids runs in them. The page that kg builds
    from this network (`network.html`) does neither; `kg view --network` opens it.
    """
    shown = _shown(network)
    words = Sentences(catalogue, language)
    degrees = {node: shown.degree(node) for node in shown}
    labels = {code: _labels(catalogue, shown, code) for code in {*LANGUAGES, language}}
    boxes = {node: _box([labels[code][node] for code in sorted(labels)], degrees[node]) for node in shown}
    places = layout.positions(shown, boxes, layout.groups(shown))
    pyvis = Network(directed=True, height="100%", width="100%", cdn_resources="in_line")
    pyvis.options = _options()
    for node in sorted(shown):
        entity, style = catalogue.entities[node], look(catalogue.schema, shown.nodes[node]["class_name"])
        x, y = places[node]
        pyvis.add_node(
            node,
            label=labels[language][node],
            title=_title(f"{entity.label(language)}\n{words.kind(entity)}"),
            shape=style.shape,
            color={"background": style.colour, "border": "#1c2733"},
            size=round(_size(degrees[node]) * _SCALE.get(style.shape, 1)),
            font={"size": _font_size(degrees[node])},
            x=x,
            y=y,
        )
    for (left, right, key, about), bend in zip(_edges(shown), _bends(shown), strict=True):
        claim = catalogue.claims[about["claim"]]
        lines = [_sentence(words, claim, left, about["predicate"]), words.date(claim), words.sources(claim)]
        title = _title("\n".join(line for line in lines if line))
        pyvis.add_edge(left, right, id=key, title=title, dashes=_inferred(claim, left, about["predicate"]), **bend)
    return pyvis


def network_page(
    catalogue: Catalogue, network: nx.MultiDiGraph[str], evidence: EvidenceRows, everyone: int | None = None
) -> str:
    """The whole page: pyvis' nodes, edges and options, and in every language what the picture says.

    `everyone` is how many things have a tie, where `network` holds only a part of them.
    """
    pyvis = to_pyvis(catalogue, network)
    shown = _shown(network)
    speakers = [Sentences(catalogue, code) for code in LANGUAGES]
    drawn = {look(catalogue.schema, about["class_name"]) for _, about in shown.nodes(data=True)}
    looks = [item for item in LOOKS if item in drawn]
    data = {
        "languages": [list(item) for item in LANGUAGES.items()],
        "words": WORDS,
        "looks": [
            {"shape": item.shape, "colour": item.colour, "labels": _class_labels(item, speakers)} for item in looks
        ],
        "nodes": [{key: value for key, value in node.items() if key not in ("label", "title")} for node in pyvis.nodes],
        "edges": [{key: value for key, value in edge.items() if key != "title"} for edge in pyvis.edges],
        "options": pyvis.options,
        "groups": [part for part in layout.groups(shown) if len(part) > 2],
        "things": _things(catalogue, shown, looks, speakers),
        "ties": {edge[2]: _tie(catalogue, edge, speakers, evidence) for edge in _edges(shown)},
        "sources": evidence.sources,
        "all": connected_things(network) if everyone is None else everyone,
    }
    styles = [template("common.css"), template("network.css")]
    return page(
        WORDS["network_title"][0],
        "network.html",
        styles,
        [vis_network(), in_one_function(_MODULES)],
        data,
    )


def _things(
    catalogue: Catalogue, network: nx.MultiDiGraph[str], looks: Sequence[Look], speakers: Sequence[Sentences]
) -> dict[str, object]:
    """What the page tells of each node; lists are by language, `class` is the place of its look."""
    labels = [_labels(catalogue, network, words.language) for words in speakers]
    things: dict[str, object] = {}
    for node in sorted(network):
        entity = catalogue.entities[node]
        things[node] = {
            "class": looks.index(look(catalogue.schema, entity.class_name)),
            "labels": [by[node] for by in labels],
            "names": [entity.label(words.language) for words in speakers],
            "kinds": [words.kind(entity) for words in speakers],
            "search": sorted({fold(name.text) for name in entity.names} | {entity.id}),
        }
    return things


def _tie(catalogue: Catalogue, edge: Edge, speakers: Sequence[Sentences], evidence: EvidenceRows) -> dict[str, object]:
    """What the page tells of an edge; `sentences` are by language."""
    left, _, _, about = edge
    claim = catalogue.claims[about["claim"]]
    return {
        "sentences": [_sentence(words, claim, left, about["predicate"]) for words in speakers],
        "date": speakers[0].date(claim),
        "inferred": _inferred(claim, left, about["predicate"]),
        "evidence": evidence.of(claim),
    }


def vis_network() -> str:
    """The script of vis-network 9.1.2 as pyvis ships it, without the address of its source map."""
    file = resources.files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return file.read_text("utf-8").partition("//# sourceMappingURL")[0]


def connected_things(network: nx.MultiDiGraph[str]) -> int:
    """How many nodes of a network have an edge."""
    return len(network) - nx.number_of_isolates(network)


def _shown(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The nodes that have an edge; of too many the best connected, then again those of them with an edge."""
    tied = [node for node in sorted(network) if network.degree(node)]
    best = sorted(tied, key=lambda node: (-network.degree(node), node))[:LIMIT]
    shown = network.subgraph(best)
    return shown.subgraph([node for node in shown if shown.degree(node)])


def _edges(network: nx.MultiDiGraph[str]) -> list[Edge]:
    """Edges by their two ends, then key: so that parallel ones stand together."""
    edges = network.edges(keys=True, data=True)
    return sorted(edges, key=lambda edge: (min(edge[:2]), max(edge[:2]), edge[2]))


def _bends(network: nx.MultiDiGraph[str]) -> list[dict[str, object]]:
    """How each of these edges is drawn: alone it is straight; parallel ones fan out, loops go around."""
    between: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    edges = _edges(network)
    for left, right, _, _ in edges:
        between[min(left, right), max(left, right)].append((left, right))
    return [_bend(*end, index, len(ends)) for ends in between.values() for index, end in enumerate(ends)]


def _bend(left: str, right: str, index: int, count: int) -> dict[str, object]:
    """The curve of the `index`-th of `count` edges; clockwise is told from each edge's own start."""
    if left == right:
        return {"selfReference": {"size": 18 + 9 * index, "angle": round(math.pi / 4 + index, 3)}, "smooth": False}
    bend = round((index - (count - 1) / 2) * _BEND * 2, 3) * (1 if left < right else -1)
    if bend == 0:
        return {"smooth": False}
    return {"smooth": {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}}


def _options() -> dict[str, object]:
    """Fixed places, no physics; the colours of lines and labels are the page's, by light or dark."""
    return {
        "physics": {"enabled": False},
        "layout": {"randomSeed": SEED, "improvedLayout": False},
        "interaction": {"hover": True, "tooltipDelay": 120, "hoverConnectedEdges": True, "selectConnectedEdges": True},
        "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
        "edges": {
            "width": 1.3,
            "hoverWidth": 1,
            "selectionWidth": 1.6,
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
        },
    }


def _class_labels(style: Look, speakers: Sequence[Sentences]) -> list[str]:
    """What the legend calls a look; the last is that of all other things."""
    return list(WORDS["other"]) if style is LOOKS[-1] else [words.term(style.class_name) for words in speakers]


def _labels(catalogue: Catalogue, network: nx.MultiDiGraph[str], language: str) -> dict[str, str]:
    return distinct_labels({node: catalogue.entities[node].label(language) for node in sorted(network)})


def _size(degree: int) -> int:
    """The radius of a node: its area grows with its number of edges."""
    return round(5 + 4.3 * math.sqrt(min(degree, 60)))


def _font_size(degree: int) -> int:
    return 15 if degree >= 5 else 13


def _box(labels: Sequence[str], degree: int) -> Box:
    return box(list(labels), _size(degree), _font_size(degree))


def _inferred(claim: Claim, subject: str, predicate: str) -> bool:
    return (subject, predicate) != (claim.subject, claim.predicate)


def _sentence(words: Sentences, claim: Claim, subject: str, predicate: str) -> str:
    """What an edge says: its claim, or the relation that inference drew from it."""
    if _inferred(claim, subject, predicate):
        return words.sentence(claim, predicate, subject)
    return words.sentence(claim)


def _title(text: str) -> str:
    """A tooltip in which pyvis' template does not find the word that makes it take tooltips for markup."""
    return text.replace("href", "h\u2060ref")
