"""Each rule in SPARQL does what it says, and what a file of a rule may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import Graph
from kg.rdf.inference import infer
from kg.rdf.ontology import OntologyError
from kg.rdf.rules import Rule, read_rule, read_rules
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import KG, GraphName, term
from kg.resources import Resources
from tests.rdf.small_project import (
    Row,
    copy_of,
    shortened,
    small_graph,
    turtle_store,
)

SHIPPED = Resources.shipped().ontology
RULES = sorted((SHIPPED / "rules").glob("*.rq"))

CLAIM_PARTS = "claim:c a kg:Claim ; rdf:subject id:p ; rdf:object id:x ; kg:status kg:{status} ; kg:rank kg:{rank} ."


def drawn(name: str, asserted: str, claims: str = "") -> set[tuple[str, str, str]]:
    """What one shipped rule alone draws from these triples."""
    store = turtle_store(asserted, claims)
    infer(store, [read_rule(SHIPPED / "rules" / f"{name}.rq")])
    return shortened(store, GraphName.INFERRED)


def test_every_shipped_rule_is_tested_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [path.stem for path in RULES if f'"{path.stem}"' not in text] == []


def both_ways(left: str, predicate: str, right: str) -> set[tuple[str, str, str]]:
    return {(left, predicate, right), (right, predicate, left)}


def test_parties_of_one_agreement_are_partners_and_nobody_is_their_own() -> None:
    asserted = "id:a kg:partyTo id:x . id:b kg:partyTo id:x . id:c kg:partyTo id:y . id:a kg:partyTo id:z ."
    assert drawn("parties-are-partners", asserted) == both_ways("id:a", "kg:partnerOf", "id:b")


def test_founders_of_one_thing_are_partners_and_nobody_is_their_own() -> None:
    asserted = "id:a kg:founded id:x . id:b kg:founded id:x . id:c kg:founded id:y ."
    assert drawn("founders-are-partners", asserted) == both_ways("id:a", "kg:partnerOf", "id:b")


def test_cooperating_agents_are_partners_and_other_things_are_not() -> None:
    asserted = (
        "id:a a kg:Agent ; kg:cooperatesWith id:b , id:project , id:a . id:b a kg:Agent ; kg:cooperatesWith id:a . "
        "id:project a kg:Initiative ; kg:cooperatesWith id:a ."
    )
    assert drawn("cooperating-agents-are-partners", asserted) == both_ways("id:a", "kg:partnerOf", "id:b")


def test_whom_a_person_signs_for_is_party_and_no_other_employer() -> None:
    asserted = (
        "id:p kg:signed id:x ; kg:worksFor id:ministry , id:university ; kg:represents id:council . "
        "id:q kg:signed id:x ; kg:worksFor id:company ."
    )
    claims = CLAIM_PARTS.format(status="stated", rank="normalRank")
    claims += "claim:c rdf:predicate kg:signed ; kg:onBehalfOf id:ministry ."
    assert drawn("signs-for-is-party", asserted, claims) == {("id:ministry", "kg:partyTo", "id:x")}


@pytest.mark.parametrize("predicate", ["participatedIn", "spokeAt"])
def test_whom_a_person_takes_part_for_takes_part(predicate: str) -> None:
    claims = CLAIM_PARTS.format(status="stated", rank="preferredRank")
    claims += f"claim:c rdf:predicate kg:{predicate} ; kg:onBehalfOf id:ministry ."
    asserted = f"id:p kg:{predicate} id:x ; kg:worksFor id:university ."
    assert drawn("participates-for", asserted, claims) == {("id:ministry", "kg:participatedIn", "id:x")}


def test_whom_a_person_informs_for_takes_part_in_nothing() -> None:
    claims = CLAIM_PARTS.format(status="stated", rank="normalRank")
    claims += "claim:c rdf:predicate kg:informed ; kg:onBehalfOf id:ministry ."
    for name in ("participates-for", "signs-for-is-party"):
        assert drawn(name, "", claims) == set()


READING_CLAIMS = {"signs-for-is-party": "signed", "participates-for": "participatedIn"}


def test_the_rules_that_read_claims_are_known() -> None:
    reading = {path.stem for path in RULES if any(atom == term("status") for p in read_rule(path).body for atom in p)}
    assert reading == set(READING_CLAIMS)


@pytest.mark.parametrize("name", READING_CLAIMS)
@pytest.mark.parametrize(
    ("status", "rank"), [("planned", "normalRank"), ("denied", "normalRank"), ("stated", "deprecatedRank")]
)
def test_claims_that_are_not_asserted_do_not_fire(name: str, status: str, rank: str) -> None:
    claims = CLAIM_PARTS.format(status=status, rank=rank)
    claims += f"claim:c rdf:predicate kg:{READING_CLAIMS[name]} ; kg:onBehalfOf id:ministry ."
    assert drawn(name, "", claims) == set()


def test_superseded_claims_do_not_fire(tmp_path: Path) -> None:
    """A later source says that the minister signed for another; the mapping deprecates the first claim."""
    first: Row = {"subject": "minister", "predicate": "signed", "object": "memo", "onBehalfOf": "ministry", "id": "old"}
    graph = small_graph(tmp_path, first, {**first, "onBehalfOf": "acme", "id": "new", "supersedes": "old"})
    parties = {triple[0] for triple in shortened(graph.store, GraphName.INFERRED) if triple[1] == "kg:partyTo"}
    assert parties == {"id:acme"}


def test_rules_work_on_what_other_rules_draw(tmp_path: Path) -> None:
    """The ministry is party only by the rule for signatures, and so a partner by the rule for parties."""
    signature: Row = {"subject": "minister", "predicate": "signed", "object": "memo", "onBehalfOf": "ministry"}
    graph = small_graph(tmp_path, signature, {"subject": "acme", "predicate": "partyTo", "object": "memo"})
    inferred = shortened(graph.store, GraphName.INFERRED)
    assert both_ways("id:ministry", "kg:partnerOf", "id:acme") | {("id:memo", "kg:hasParty", "id:ministry")} <= inferred
    assert not [triple for triple in inferred if triple[1] == "kg:partnerOf" and triple[0] == triple[2]]


def test_nobody_in_the_seeds_is_their_own_partner(graph: Graph) -> None:
    partners = [t for t in graph_triples(graph.store, GraphName.INFERRED) if t.predicate == term("partnerOf")]
    assert partners
    assert [t for t in partners if t.subject == t.object] == []


def test_inference_is_a_fixpoint_and_leaves_the_other_graphs(graph: Graph) -> None:
    store = copy_of(graph.store)
    infer(store, graph.rules)
    assert set(store) == set(graph.store)


# What a rule file may hold

HEADER = "#+ title: a title\n#+ why: a reason\n"
KNOWN = f"PREFIX kg: <{KG}>\n"
REFUSED = {
    "a path of one or more": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p+ ?b }", "a property path"),
    "a path of two steps": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p/kg:r ?b }", "a property path"),
    "a path backwards": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a ^kg:p ?b }", "a property path"),
    "OPTIONAL": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p ?b OPTIONAL { ?b kg:r ?c } }", "cannot use OPTIONAL"),
    "UNION": ("CONSTRUCT { ?a kg:q ?b } WHERE { { ?a kg:p ?b } UNION { ?a kg:r ?b } }", "cannot use UNION"),
    "MINUS": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p ?b MINUS { ?a kg:r ?b } }", "cannot use MINUS"),
    "GRAPH": ("CONSTRUCT { ?a kg:q ?b } WHERE { GRAPH ?g { ?a kg:p ?b } }", "cannot use GRAPH"),
    "SERVICE": ("CONSTRUCT { ?a kg:q ?b } WHERE { SERVICE kg:s { ?a kg:p ?b } }", "cannot use SERVICE"),
    "BIND": ("CONSTRUCT { ?a kg:q ?c } WHERE { ?a kg:p ?b BIND(?b AS ?c) }", "cannot use BIND"),
    "VALUES": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p ?b VALUES ?a { kg:x } }", "cannot use VALUES"),
    "a sub-query": ("CONSTRUCT { ?a kg:q ?b } WHERE { { SELECT ?a ?b WHERE { ?a kg:p ?b } } }", "cannot use SELECT"),
    "LIMIT": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p ?b } LIMIT 1", "cannot use LIMIT"),
    "a blank node in the body": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p [ kg:r ?b ] }", "a blank node"),
    "a blank node in the head": ("CONSTRUCT { ?a kg:q [] } WHERE { ?a kg:p ?b }", "a blank node"),
    "a head of two triples": ("CONSTRUCT { ?a kg:q ?b . ?b kg:q ?a } WHERE { ?a kg:p ?b }", "one triple"),
    "an empty head": ("CONSTRUCT { } WHERE { ?a kg:p ?b }", "one triple"),
    "SELECT": ("SELECT ?a WHERE { ?a kg:p ?b }", "one CONSTRUCT"),
    "a head that nothing gives a value": ("CONSTRUCT { ?a kg:q ?z } WHERE { ?a kg:p ?b }", r"\?z"),
    "a prefix of its own": (
        "PREFIX e: <http://example.org/>\nCONSTRUCT { ?a kg:q ?b } WHERE { ?a e:p ?b }",
        "the prefix 'e:' for <http://example.org/>",
    ),
    "another meaning of a prefix": (
        "PREFIX org: <http://example.org/>\nCONSTRUCT { ?a kg:q ?b } WHERE { ?a org:p ?b }",
        "the prefix 'org:'",
    ),
    "broken SPARQL": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p }", "a value is missing"),
}


def rule_file(folder: Path, text: str) -> Path:
    path = folder / "some-rule.rq"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("case", REFUSED)
def test_a_rule_refuses(case: str, tmp_path: Path) -> None:
    text, reason = REFUSED[case]
    with pytest.raises(OntologyError, match=rf"some-rule\.rq:\d+: .*{reason}"):
        list(read_rules([rule_file(tmp_path, HEADER + KNOWN + text).parent]))


@pytest.mark.parametrize(
    "header", ["", "#+ title: a title\n", "#+ why: a reason\n", "#+ title:\n#+ why:\n", "# a note\n"]
)
def test_a_rule_needs_a_title_and_a_reason(header: str, tmp_path: Path) -> None:
    path = rule_file(tmp_path, f"{header}{KNOWN}CONSTRUCT {{ ?a kg:q ?b }} WHERE {{ ?a kg:p ?b }}")
    with pytest.raises(OntologyError, match=r"some-rule\.rq:1: a rule opens with '#\+ title:' and '#\+ why:'"):
        read_rule(path)


def test_a_rule_is_read_and_run(tmp_path: Path) -> None:
    where = '{ ?b kg:r "x"@en . } ?a kg:p ?b FILTER(?a != ?b) FILTER NOT EXISTS { ?b kg:s ?a }'
    rule = read_rule(rule_file(tmp_path, f"{HEADER}{KNOWN}CONSTRUCT {{ ?a kg:q ?b }} WHERE {{ {where} }}"))
    assert (rule.name, rule.title, len(rule.body)) == ("some-rule", "a title", 2)
    store = turtle_store("id:a kg:p id:a , id:b , id:c . id:a kg:r 'x'@en . id:b kg:r 'x'@en . id:c kg:r 'x' .")
    infer(store, [rule])
    assert shortened(store, GraphName.INFERRED) == {("id:a", "kg:q", "id:b")}


def test_the_compiled_rules_know_their_kinds(graph: Graph) -> None:
    compiled: list[Rule] = [rule for rule in graph.rules if rule.axioms]
    assert {rule.name for rule in compiled} == {
        *("sub-class", "sub-property", "domain", "range", "inverse", "symmetric", "transitive", "chain-2"),
    }
    assert {path.stem for path in RULES} == {rule.name for rule in graph.rules if not rule.axioms}
