"""Random asserted triples and claims over the shipped ontology, and rules of every kind, for laws of inference."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.rdf.closure import compile_axioms
from kg.rdf.rules import Rule, read_rule, read_rules
from kg.rdf.store import Dataset
from kg.rdf.vocabulary import CLAIM, RDF, TYPE, XSD, GraphName, prologue, term, thing
from tests.rdf.small_project import shipped_ontology

_DATE = NamedNode(XSD + "date")
NODES = [thing(f"n{index}") for index in range(6)]
_CLAIMS = [NamedNode(f"{CLAIM}c{index}") for index in range(4)]
_CLASSES = [term(name) for name in ("Company", "Agreement", "Person", "City", "Event", "Agent")]
_RELATIONS = [
    term(name)
    for name in (
        *("locatedIn", "locationOf", "heldIn", "heldWithin", "partnerOf", "cooperatesWith", "partyTo", "founded"),
        *("holdsPost", "postIn", "worksFor", "participatedIn", "subordinateTo", "ofCountry", "signedAt"),
    )
]
_DAYS = [Literal(f"2025-0{month}-01", datatype=_DATE) for month in (1, 2, 3)]

# A rule that joins two claims by their dates, one with a filter beyond clauses on what rules write, one that reads any
# class, and one with a constant.
OWN_RULES = {
    "overlap": (
        "?left kg:partnerOf ?right",
        "?one rdf:predicate kg:memberOf . ?one rdf:subject ?left . ?one rdf:object ?whole . ?one kg:fromEarliest ?a . "
        "?other rdf:predicate kg:memberOf . ?other rdf:subject ?right . ?other rdf:object ?whole . "
        "?other kg:fromEarliest ?b . FILTER (?left != ?right) FILTER (?a <= ?b)",
    ),
    "by-name": ("?x kg:represents ?y", "?x kg:worksFor ?y . FILTER (STR(?x) < STR(?y))"),
    "any-class": ("?y kg:isAbout ?x", "?x a ?class . ?x kg:isAbout ?y . FILTER (?class IN (kg:Company, kg:Agent))"),
    "one-place": ("?x kg:ofCountry id:n1", "?x kg:locatedIn id:n0 . ?x a kg:Company ."),
}


@cache
def all_rules(folder: Path) -> tuple[Rule, ...]:
    """The axioms and rules that are shipped, and those above, written to a folder."""
    ontology = shipped_ontology()
    for name, (head, body) in OWN_RULES.items():
        text = f"#+ title: {name}\n#+ why: a test\n{prologue()}CONSTRUCT {{ {head} . }}\nWHERE {{ {body} }}\n"
        (folder / f"{name}.rq").write_text(text, encoding="utf-8")
    own = (read_rule(folder / f"{name}.rq") for name in sorted(OWN_RULES))
    return (*compile_axioms(ontology).rules, *read_rules(ontology.rules_folders), *own)


def _asserted() -> st.SearchStrategy[tuple[Quad, ...]]:
    node = st.sampled_from(NODES)
    graph = st.just(GraphName.ASSERTED.node)
    tie = st.builds(Quad, node, st.sampled_from([*_RELATIONS, term("isAbout")]), node, graph)
    kind = st.builds(Quad, node, st.just(TYPE), st.sampled_from(_CLASSES), graph)
    figure = st.builds(Quad, node, st.just(term("employs")), st.just(Literal(1)), graph)
    return st.one_of(tie, tie, kind, figure).map(lambda quad: (quad,))


@st.composite
def _claim(draw: st.DrawFn) -> tuple[Quad, ...]:
    """Some of a claim's quads, as often as not all that a rule needs."""
    claim, graph = draw(st.sampled_from(_CLAIMS)), GraphName.CLAIMS.node
    parts: dict[str, NamedNode | Literal] = {
        RDF + "subject": draw(st.sampled_from(NODES)),
        RDF + "predicate": term(draw(st.sampled_from(["signed", "spokeAt", "participatedIn", "memberOf", "memberOf"]))),
        RDF + "object": draw(st.sampled_from(NODES)),
        term("onBehalfOf").value: draw(st.sampled_from(NODES)),
        term("status").value: term(draw(st.sampled_from(["stated", "stated", "planned"]))),
        term("fromEarliest").value: draw(st.sampled_from(_DAYS)),
    }
    if draw(st.integers(0, 3)) == 0:
        parts[term("rank").value] = term("deprecatedRank")
    left_out = draw(st.sets(st.sampled_from(sorted(parts)), max_size=1))
    return tuple(Quad(claim, NamedNode(p), o, graph) for p, o in parts.items() if p not in left_out)


QUADS = st.lists(st.one_of(_asserted(), _asserted(), _asserted(), _claim()), min_size=1, max_size=14).map(
    lambda groups: {quad for group in groups for quad in group}
)


class Plain:
    """A store of which nothing but SPARQL is known, as of a remote one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.query = store.query
        self.update = store.update
        self.quads_for_pattern = store.quads_for_pattern

    def __contains__(self, quad: Quad) -> bool:
        return quad in self._store

    def __iter__(self) -> Iterator[Quad]:
        return iter(self._store)


def plain(store: Store) -> Dataset:
    """The store behind `Plain`."""
    return Plain(store)
