"""The networks that the store's claims make."""

from __future__ import annotations

from kg.build import Graph
from kg.network.projection import to_network, to_partnerships


def test_each_asserted_tie_is_one_edge(graph: Graph) -> None:
    catalogue = graph.catalogue
    network = to_network(catalogue)
    properties = catalogue.schema.properties
    expected = {
        claim.key
        for claim in catalogue.claims.values()
        if claim.asserted and claim.object_is_entity and properties[claim.predicate].tie
    }
    keys = {key for _, _, key in network.edges(keys=True)}
    assert expected <= keys
    assert {key.split("/")[0] for key in keys} == expected


def test_planned_claims_are_no_ties(graph: Graph) -> None:
    network = to_network(graph.catalogue, ties_only=False)
    planned = [claim for claim in graph.catalogue.claims.values() if claim.status.value == "planned"]
    assert planned
    assert not {claim.key for claim in planned} & {key for _, _, key in network.edges(keys=True)}


def test_being_in_one_country_is_no_tie(graph: Graph) -> None:
    network = to_network(graph.catalogue)
    predicates = {data["predicate"] for _, _, data in network.edges(data=True)}
    assert not predicates & {"locatedIn", "ofCountry", "heldIn", "focusesOn", "reportedOn"}
    everything = to_network(graph.catalogue, ties_only=False)
    assert {"locatedIn", "ofCountry"} <= {data["predicate"] for _, _, data in everything.edges(data=True)}


def test_who_is_signed_for_is_tied_to_the_agreement(graph: Graph) -> None:
    network = to_network(graph.catalogue)
    edges = network.get_edge_data("socar", "letter-of-intent-2026")
    assert [data["predicate"] for data in edges.values()] == ["partyTo"]
    claim = graph.catalogue.claims[next(iter(edges.values()))["claim"]]
    assert (claim.subject, claim.predicate) == ("rovshan-najaf", "signed")


def test_partners_share_an_agreement(graph: Graph) -> None:
    partnerships = to_partnerships(to_network(graph.catalogue), graph.ontology.schema)
    edges = partnerships.get_edge_data("socar", "ministry-of-economy-azerbaijan")
    assert "letter-of-intent-2026" in {data["via"] for data in edges.values()}
    schema = graph.ontology.schema
    for node, data in partnerships.nodes(data=True):
        assert any(schema.is_a(data["class_name"], name) for name in ("Organisation", "Country", "Person")), node
        assert partnerships.degree(node) > 0


def test_no_actor_is_its_own_partner(graph: Graph) -> None:
    partnerships = to_partnerships(to_network(graph.catalogue), graph.ontology.schema)
    assert not [edge for edge in partnerships.edges() if edge[0] == edge[1]]


def test_look_alikes_share_no_edge_by_name(graph: Graph) -> None:
    """Nothing in the documents says that SOCAR owns SOCAR Polymer."""
    network = to_network(graph.catalogue, ties_only=False)
    assert not network.has_edge("socar", "socar-polymer")
    assert not network.has_edge("socar-polymer", "socar")


def test_a_partnership_names_the_sources_that_it_rests_on(graph: Graph) -> None:
    partnerships = to_partnerships(to_network(graph.catalogue), graph.ontology.schema)
    for *_, data in partnerships.edges(data=True):
        sources = {source for key in data["claims"].split() for source in graph.catalogue.claims[key].sources}
        assert data["sources"].split() == sorted(sources)


def test_what_too_many_share_makes_no_partners(graph: Graph) -> None:
    network = to_network(graph.catalogue)
    schema = graph.ontology.schema
    everything = to_partnerships(network, schema)
    assert everything.graph["too_wide"] == {}
    narrow = to_partnerships(network, schema, widest=2)
    wide = narrow.graph["too_wide"]
    assert wide and min(wide.values()) == 3
    assert {data["via"] for *_, data in narrow.edges(data=True)} == {
        data["via"] for *_, data in everything.edges(data=True)
    } - set(wide)


def test_what_inference_drew_from_another_source_is_an_edge_of_its_own(graph: Graph) -> None:
    """Else leaving out the one source would lose what the other still tells."""
    network = to_network(graph.catalogue)
    for tie in graph.catalogue.derived_ties:
        edges = network.get_edge_data(tie.subject, tie.object).values()
        told = {source for data in edges for source in data["sources"].split()}
        assert set(graph.catalogue.claims[tie.claim].sources) <= told
