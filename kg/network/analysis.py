"""Results of the analyses as triples, so that SPARQL can rank and group.

All go into the analysis graph with what they were computed by. Guesses (`kg.network.similarity`) are no results of this
kind: they never become triples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from importlib.metadata import version

import networkx as nx
from pyoxigraph import Literal, NamedNode, Quad

import kg
from kg.network.centrality import DIGITS, Measure, Score, measures_of_a_build, parameters, rank_all, scores
from kg.network.cores import core_numbers, joints
from kg.network.countries import countries
from kg.network.group_names import GroupName, name_groups
from kg.network.groups import METHOD, Partition, communities, engine
from kg.network.projection import to_network, to_partnerships
from kg.network.roles import Role, brokers
from kg.rdf.catalogue import Catalogue
from kg.rdf.vocabulary import GROUPING, LABEL, SCORE, TYPE, XSD, GraphName, term, thing

MOST = 10_000
"""Of more nodes than this only so many of the first are written for each score: `kg rank` computes the others."""
CORE, CUT = "core", "cut"
"""The names of the scores for k-cores, and for the pairs that only this node connects (cut nodes have one)."""


def analyse(catalogue: Catalogue) -> tuple[list[Quad], dict[Measure, list[Score]]]:
    """All results for the partnership network of a catalogue, and the rankings among them."""
    network = to_network(catalogue)
    partnerships = to_partnerships(network, catalogue.schema)
    ranking = rank_all(partnerships, measures_of_a_build(partnerships))
    return [*score_quads(ranking), *structure_quads(partnerships, network, catalogue)], ranking


def score_quads(rankings: Mapping[Measure, Sequence[Score]]) -> Iterator[Quad]:
    """A `kg:Score` for each node and measure, in the analysis graph; of large networks for the first `MOST` nodes."""
    for measure, ranking in rankings.items():
        yield from _scores(measure.value, ranking, parameters(measure))


def structure_quads(
    partnerships: nx.MultiGraph[str], network: nx.MultiDiGraph[str], catalogue: Catalogue
) -> Iterator[Quad]:
    """Groups, cores, cut nodes and brokers of a partnership network, in the analysis graph.

    A `kg:Grouping` with its `kg:Group`s, labelled in each language in which its heads have names; scores named `core`,
    `cut`, `<role>-countries` and `<role>-groups` (the roles of `kg.network.roles`, and `spans` for how many pairs of
    sides a broker joins).
    """
    partition = communities(partnerships)
    if not partition.groups:
        return
    yield from group_quads(partition, name_groups(partition, partnerships, network, catalogue), catalogue)
    yield from _scores(CORE, scores(core_numbers(partnerships)))
    yield from _scores(CUT, scores({item.node: item.pairs for item in joints(partnerships).cut_nodes}))
    country = countries(catalogue)
    schema, classes = catalogue.schema, catalogue.classes
    abroad = {
        node for node in partnerships if node not in country and schema.is_a(classes[node], "InternationalOrganisation")
    }
    groups = {node: str(index) for node, index in partition.indices.items()}
    for between, sides, apart in (("countries", country, abroad), ("groups", groups, frozenset[str]())):
        found = brokers(partnerships, sides, apart)
        counts = {"spans": {item.node: item.spans for item in found}} | {
            role.value: {item.node: item.counts[role] for item in found} for role in Role
        }
        parameters = partition.parameters if between == "groups" else ""
        for name, values in counts.items():
            ranking = scores({node: value for node, value in values.items() if value})
            yield from _scores(f"{name}-{between}", ranking, parameters)


def group_quads(partition: Partition, groups: Iterable[GroupName], catalogue: Catalogue) -> Iterator[Quad]:
    """A division and its groups, each with its members and a label made of the names of its heads."""
    graph = GraphName.ANALYSIS.node
    whole = NamedNode(GROUPING + METHOD)
    yield Quad(whole, TYPE, term("Grouping"), graph)
    for predicate, told in _making(METHOD, f"{engine()}; {_software()}", partition.parameters):
        yield Quad(whole, predicate, told, graph)
    yield Quad(whole, term("modularity"), _decimal(partition.modularity), graph)
    yield Quad(whole, term("stability"), _decimal(partition.stability), graph)
    languages = sorted(catalogue.ontology.labels["Group"])
    for number, group in enumerate(groups, start=1):
        node = NamedNode(f"{GROUPING}{METHOD}/{number}")
        yield Quad(node, TYPE, term("Group"), graph)
        yield Quad(node, term("inGrouping"), whole, graph)
        yield Quad(node, term("position"), _integer(number), graph)
        for member in group.members:
            yield Quad(node, term("groupMember"), thing(member), graph)
        for language in languages:
            names = [catalogue.entities[head].name(language) for head in group.heads]
            label = ", ".join(name.text for name in names if name is not None)
            if None not in names:
                yield Quad(node, LABEL, Literal(label, language=language), graph)


def _scores(name: str, ranking: Sequence[Score], parameters: str = "") -> Iterator[Quad]:
    """A `kg:Score` for each node; of more than `MOST` nodes for those that come first, which the parameters tell."""
    graph, kind, of, value, position = GraphName.ANALYSIS.node, *map(term, ("Score", "scoreOf", "value", "position"))
    libraries = ", ".join(f"{name} {version(name)}" for name in ("networkx", "rustworkx", "scipy"))
    if len(ranking) > MOST:
        parameters = f"{parameters} first={MOST}".strip()
    made_by = _making(name, f"{libraries}; {_software()}", parameters)
    for score in ranking[:MOST]:
        node = NamedNode(f"{SCORE}{name}/{score.node}")
        yield Quad(node, TYPE, kind, graph)
        yield Quad(node, of, thing(score.node), graph)
        for predicate, told in made_by:
            yield Quad(node, predicate, told, graph)
        yield Quad(node, value, _decimal(score.value), graph)
        yield Quad(node, position, _integer(score.position), graph)


def _making(measure: str, engine: str, parameters: str) -> list[tuple[NamedNode, Literal]]:
    """What says how a result was computed."""
    told = {"measure": measure, "engine": engine, "parameters": parameters}
    return [(term(name), Literal(text)) for name, text in told.items() if text]


def _software() -> str:
    return f"partnership-kg {kg.__version__}"


def _decimal(value: float) -> Literal:
    text = f"{Decimal(repr(float(value))):.{DIGITS}f}".rstrip("0").rstrip(".")
    return Literal(text, datatype=NamedNode(XSD + "decimal"))


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD + "integer"))
