"""Whatever the facts: their lines are what a store made of them holds, and what follows from lines follows there."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

from kg.build import Graph, read_facts
from kg.facts.claims import to_claims
from kg.facts.dates import PartialDate
from kg.facts.model import Claim, Fact, Project, Quote, Rank, Row, Status
from kg.rdf.closure import compile_axioms
from kg.rdf.descriptions import read_back
from kg.rdf.inference import infer
from kg.rdf.line_inference import infer_from_lines, inferred_lines, line_plan
from kg.rdf.mapping import Mapper, to_lines
from kg.rdf.rules import Rule, read_rule, read_rules
from kg.rdf.vocabulary import GraphName
from tests.rdf.small_project import shipped_ontology, write_project

LAW = settings(deadline=None, max_examples=60, derandomize=True)
_THINGS = ("ministry", "acme", "globex", "minister", "memo", "treaty", "lab", "clusters", "summit")
_ENDS = st.sampled_from(_THINGS)
_DATES = st.none() | st.sampled_from(["2025", "2026-02", "2026-03-01"]).map(PartialDate)
_RELATIONS = ("partyTo", "signed", "participatedIn", "cooperatesWith", "founded", "subordinateTo", "joined", "operates")


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    """A fact as it may stand in a table, of any two things."""
    figure = draw(st.booleans()) and draw(st.booleans())
    quote = draw(st.none() | st.text(min_size=1).map(Quote))
    return Fact(
        subject=draw(_ENDS),
        predicate="jobsSupported" if figure else draw(st.sampled_from(_RELATIONS)),
        object=str(draw(st.integers(0, 10**12))) if figure else draw(_ENDS),
        object_is_entity=not figure,
        from_=draw(_DATES),
        until=draw(st.none() | st.sampled_from(["2027", "2028-05-06"]).map(PartialDate)),
        derived=draw(st.booleans()),
        source=draw(st.sampled_from(["news-en", "news-az", "registry"])),
        quote=quote,
        record="" if quote is not None else draw(st.text(min_size=1)),
        status=draw(st.sampled_from(list(Status))),
        rank=draw(st.sampled_from(list(Rank))),
        spell=draw(st.integers(1, 2)),
        id="",
        supersedes="",
        qualifiers=draw(
            st.fixed_dictionaries(
                {}, optional={"onBehalfOf": _ENDS, "note": st.text(min_size=1), "role": st.just("as-chair")}
            )
        ),
        row=Row("facts.csv", draw(st.integers(2, 10**6))),
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = write_project(tmp_path_factory.mktemp("project") / "seeds", ())
    return read_facts(folder, None, shipped_ontology())


@cache
def rules() -> tuple[Rule, ...]:
    ontology = shipped_ontology()
    return (*compile_axioms(ontology).rules, *read_rules(ontology.rules_folders))


def claims_of(told: list[Fact], project: Project) -> list[Claim]:
    return list(to_claims(told, project.sources, shipped_ontology().schema).claims)


@LAW
@given(st.lists(facts(), max_size=12))
def test_lines_are_what_a_store_made_of_them_holds(project: Project, told: list[Fact]) -> None:
    lines = list(to_lines(project, claims_of(told, project), Mapper(shipped_ontology().schema)))
    store = Store()
    store.bulk_load(input="".join(lines).encode(), format=RdfFormat.N_QUADS)
    held = store.dump(format=RdfFormat.N_QUADS)
    assert held is not None
    assert set(lines) == {f"{line}\n" for line in held.decode().split("\n") if line}


@LAW
@given(st.lists(facts(), max_size=12), st.integers(0, 3))
def test_what_follows_from_lines_follows_in_a_store(project: Project, told: list[Fact], bounds: int) -> None:
    schema = shipped_ontology().schema
    mapper = Mapper(schema)
    claims = claims_of(told, project)
    lines = list(to_lines(project, claims, mapper))
    store = Store()
    store.bulk_load(input="".join(lines).encode(), format=RdfFormat.N_QUADS)
    infer(store, rules())
    plan = line_plan(rules(), schema)
    assert plan is not None
    asserted = [line.encode() for line in lines if line.endswith(mapper.end(GraphName.ASSERTED))]
    nodes = ["".join(mapper.claim_node(claim)) for claim in claims]
    acting = "".join(text for text in nodes if any(all(part in text for part in parts) for parts in plan.acting))
    starts = sorted(f"<{mapper.base}id/{name}>".encode() for name in ("clusters", "lab", "memo")[:bounds])
    parts = list(inferred_lines(infer_from_lines(plan, asserted, acting.encode()), plan.terms, starts))
    found = Store()
    found.bulk_load(input=b"".join(part for _, part in parts), format=RdfFormat.N_QUADS)
    assert set(found) == {quad for quad in store if quad.graph_name == GraphName.INFERRED.node}
    assert [number for number, _ in parts] == sorted({number for number, _ in parts})
    for number, part in parts:
        subjects = {line.split(b" ", 1)[0] for line in part.splitlines()}
        assert all(starts[number - 1] <= subject for subject in subjects if number)
        assert all(subject < starts[number] for subject in subjects if number < len(starts))


@pytest.mark.parametrize(
    "where",
    [
        "?left kg:partyTo ?right . FILTER NOT EXISTS { ?left a kg:Person }",
        "?claim rdf:predicate kg:signed ; rdf:subject ?left ; rdf:object ?right . ?left a kg:Person .",
        "?left kg:onBehalfOf ?right .",
    ],
    ids=["a filter on what is inferred", "two centres", "a qualifier as if it were a relation"],
)
def test_rules_that_need_a_store_are_told_from_others(where: str, tmp_path: Path) -> None:
    file = tmp_path / "rule.rq"
    file.write_text(
        "#+ title: A rule\n#+ why: A test.\n"
        "PREFIX kg: <https://w3id.org/partnership-kg/ontology#>\n"
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n"
        f"CONSTRUCT {{ ?left kg:partnerOf ?right . }}\nWHERE {{ {where} }}\n",
        encoding="utf-8",
    )
    schema = shipped_ontology().schema
    assert line_plan(rules(), schema) is not None
    assert line_plan((*rules(), read_rule(file)), schema) is None


def test_things_of_the_tables_are_what_is_read_back(graph: Graph) -> None:
    found = {key: read_back(entity) for key, entity in sorted(graph.project.entities.items())}
    assert found == dict(graph.catalogue.entities)
    (first, *_) = found.values()
    assert read_back(replace(first, names=(*reversed(first.names), *first.names))) == first
