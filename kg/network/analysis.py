"""Results of the analyses as lines of N-Quads, so that SPARQL can rank and group.

All go into the analysis graph with what they were computed by. Guesses (`kg.network.similarity`) are no results of this
kind: they never become triples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from importlib.metadata import version
from itertools import chain

import kg
from kg.network.centrality import DIGITS, Measure, Score, measures_of_a_build, parameters, rank_all, scores
from kg.network.cores import core_numbers, joints
from kg.network.countries import countries
from kg.network.group_names import GroupName, name_groups
from kg.network.groups import METHOD, Partition, communities, engine
from kg.network.numbered import Ties, ties_of, to_partners
from kg.network.partners import WeightedRows
from kg.network.roles import Role, standings
from kg.rdf.catalogue import Catalogue
from kg.rdf.mapping import text_literal
from kg.rdf.vocabulary import GROUPING, ID, KG, LABEL, SCORE, TYPE, XSD, GraphName

MOST = 10_000
"""Of more nodes than this only so many of the first are written for each score: `kg rank` computes the others."""
CORE, CUT = "core", "cut"
"""The names of the scores for k-cores, and for the pairs that only this node connects (cut nodes have one)."""


def analyse(catalogue: Catalogue) -> tuple[Iterator[str], dict[Measure, list[Score]]]:
    """All results for the partnership network of a catalogue, made as they are asked for; the rankings among them."""
    network = ties_of(catalogue)
    partners = to_partners(network, catalogue.schema)
    ranking = rank_all(partners, measures_of_a_build(len(partners), partners.ties))
    return chain(score_lines(ranking), structure_lines(partners, network, catalogue)), ranking


def score_lines(rankings: Mapping[Measure, Sequence[Score]]) -> Iterator[str]:
    """A `kg:Score` for each node and measure, in the analysis graph; of large networks for the first `MOST` nodes."""
    for measure, ranking in rankings.items():
        yield from _scores(measure.value, ranking, parameters(measure))


def structure_lines(simple: WeightedRows, network: Ties, catalogue: Catalogue) -> Iterator[str]:
    """Groups, cores, cut nodes and brokers of a partnership network, in the analysis graph.

    A `kg:Grouping` with its `kg:Group`s, labelled in each language in which its heads have names; scores named `core`,
    `cut`, `<role>-countries` and `<role>-groups` (the roles of `kg.network.roles`, and `spans` for how many pairs of
    sides a broker joins).
    """
    partition = communities(simple)
    if not partition.groups:
        return
    country = countries(catalogue)
    yield from _groups(partition, name_groups(partition, simple, network, catalogue, country), catalogue)
    yield from _scores(CORE, scores(core_numbers(simple)))
    yield from _scores(CUT, scores({item.node: item.pairs for item in joints(simple).cut_nodes}))
    schema, classes = catalogue.schema, catalogue.classes
    international = {node for node in simple if schema.is_a(classes[node], "InternationalOrganisation")}
    groups = {node: str(index) for node, index in partition.indices.items()}
    for between, sides, apart in (
        ("countries", country, international - country.keys()),
        ("groups", groups, frozenset[str]()),
    ):
        found = standings(simple, sides, apart)
        counts = {"spans": {item.node: item.spans for item in found}} | {
            role.value: {item.node: item.counts[role] for item in found} for role in Role
        }
        parameters = partition.parameters if between == "groups" else ""
        for name, values in counts.items():
            ranking = scores({node: value for node, value in values.items() if value})
            yield from _scores(f"{name}-{between}", ranking, parameters)


def _groups(partition: Partition, groups: Iterable[GroupName], catalogue: Catalogue) -> Iterator[str]:
    """A division and its groups, each with its members and a label made of the names of its heads."""
    whole = f"<{GROUPING}{METHOD}>"
    yield f"{whole} {TYPE} <{KG}Grouping>{_END}"
    for told in _making(METHOD, f"{engine()}; {_software()}", partition.parameters):
        yield f"{whole}{told}"
    yield f"{whole} <{KG}modularity> {_decimal(partition.modularity)}{_END}"
    yield f"{whole} <{KG}stability> {_decimal(partition.stability)}{_END}"
    languages = sorted(catalogue.ontology.labels["Group"])
    for number, group in enumerate(groups, start=1):
        node = f"<{GROUPING}{METHOD}/{number}>"
        yield f"{node} {TYPE} <{KG}Group>{_END}"
        yield f"{node} <{KG}inGrouping> {whole}{_END}"
        yield f"{node} <{KG}position> {_integer(number)}{_END}"
        for member in group.members:
            yield f"{node} <{KG}groupMember> <{ID}{member}>{_END}"
        for language in languages:
            names = [catalogue.entities[head].name(language) for head in group.heads]
            label = ", ".join(name.text for name in names if name is not None)
            if None not in names:
                yield f"{node} {LABEL} {text_literal(label)}@{language}{_END}"


def _scores(name: str, ranking: Sequence[Score], parameters: str = "") -> Iterator[str]:
    """A `kg:Score` for each node; of more than `MOST` nodes for those that come first, which the parameters tell."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("networkx", "rustworkx", "scipy"))
    if len(ranking) > MOST:
        parameters = f"{parameters} first={MOST}".strip()
    made_by = _making(name, f"{libraries}; {_software()}", parameters)
    for score in ranking[:MOST]:
        node = f"<{SCORE}{name}/{score.node}>"
        yield f"{node} {TYPE} <{KG}Score>{_END}"
        yield f"{node} <{KG}scoreOf> <{ID}{score.node}>{_END}"
        for told in made_by:
            yield f"{node}{told}"
        yield f"{node} <{KG}value> {_decimal(score.value)}{_END}"
        yield f"{node} <{KG}position> {_integer(score.position)}{_END}"


_END = f" {GraphName.ANALYSIS.node} .\n"


def _making(measure: str, engine: str, parameters: str) -> list[str]:
    """What says how a result was computed, as the rest of a line after what it is said of."""
    told = {"measure": measure, "engine": engine, "parameters": parameters}
    return [f" <{KG}{name}> {text_literal(text)}{_END}" for name, text in told.items() if text]


def _software() -> str:
    return f"partnership-kg {kg.__version__}"


def _decimal(value: float) -> str:
    text = f"{Decimal(repr(float(value))):.{DIGITS}f}".rstrip("0").rstrip(".")
    return f'"{text}"^^<{XSD}decimal>'


def _integer(number: int) -> str:
    return f'"{number}"^^<{XSD}integer>'
