"""Paths in words: each hop's evidence is the claims', in every language and form; names stay names."""

from __future__ import annotations

import inspect
import io
import json
from pathlib import Path

import networkx as nx
import pytest

import kg
from kg.build import make_graph
from kg.facts.model import Evidence
from kg.facts.problems import CallError
from kg.network.filters import Filters
from kg.rdf.catalogue import Catalogue
from kg.views.argument import COLUMNS, Argument
from kg.views.argument_network import to_graphml, to_network
from kg.views.path_page import path_page
from kg.views.words import LANGUAGES
from tests.rdf.small_project import write_project
from tests.views.reading import Page


@pytest.fixture(scope="module")
def argument(catalogue: Catalogue) -> Argument:
    (found,) = kg.paths(catalogue, "SOCAR", "Davos Forumu")
    return found


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Two companies with three memoranda, one of them with a direct partner that it shares one of these with."""
    memoranda = [f"memo-{number}" for number in range(3)]
    facts = [{"subject": who, "predicate": "partyTo", "object": memo} for who in ("one", "two") for memo in memoranda]
    facts.append({"subject": "three", "predicate": "partyTo", "object": "memo-2"})
    facts.append({"subject": "three", "predicate": "cooperatesWith", "object": "one"})
    facts += [{"subject": who, "predicate": "locatedIn", "object": "baku"} for who in ("one", "two")]
    entities = [(company, "Company", "", "") for company in ("one", "two", "three")]
    entities += [(memo, "MemorandumOfUnderstanding", "", "") for memo in memoranda]
    folder = tmp_path_factory.mktemp("several") / "seeds"
    return make_graph(write_project(folder, facts, entities=entities)).catalogue


def test_all_agreements_of_the_same_two_parties_are_told(several: Catalogue) -> None:
    (found,) = kg.paths(several, "one", "two")
    assert [thing.id for thing in found.things] == ["one", "memo-0", "two"]
    assert [told.link.via for step in found.steps[1].beside for told in step.statements] == [
        "memo-1",
        "memo-1",
        "memo-2",
        "memo-2",
    ]
    for memo in ("memo-0", "memo-1", "memo-2"):
        assert {f"{who} is party to {memo}" for who in ("one", "two")} <= set(found.sentences)
        assert memo in str(found) and memo in found._repr_html_() and memo in to_network([found])
    assert "baku" not in str(found)
    assert {row[4] for row in found.rows()} == {"", "memo-1", "memo-2"}
    (direct,) = kg.paths(several, "three", "one")
    assert [step.statements[0].link.via for step in direct.steps[0].beside] == ["memo-2"]
    (partners,) = kg.paths(several, "one", "two", partners=True)
    assert not partners.steps[0].beside
    assert [via.id for via, _ in partners.steps[0].grouped() if via] == ["memo-0", "memo-1", "memo-2"]


def test_what_filters_leave_out_is_not_told_beside_a_path(several: Catalogue) -> None:
    (found,) = kg.paths(several, "one", "two", filters=Filters(avoid=("memo-1",)))
    assert [step.statements[0].link.via for step in found.steps[1].beside] == ["memo-2"]


def words_of(item: Evidence) -> str:
    return item.quote.text if item.quote is not None else item.record


def test_names_in_any_language_and_answers_in_any(catalogue: Catalogue, argument: Argument) -> None:
    for code in LANGUAGES:
        (told,) = kg.paths(catalogue, "socar", "WEF" if code == "en" else "Dünya İqtisadi Forumunun", language=code)
        assert told.path == argument.path
        assert len(told.sentences) == 4
        assert all(sentence in str(told) for sentence in told.sentences)
    (azerbaijani,) = kg.paths(catalogue, "socar", "wef", language="az")
    assert azerbaijani.title == "SOCAR … Dünya İqtisadi Forumu, 3 addım"
    assert "bu sazişin tərəfidir" in azerbaijani.sentences[0]


def test_each_hop_has_its_own_evidence_and_all_of_it(catalogue: Catalogue) -> None:
    for partners in (False, True):
        for found in kg.paths(catalogue, "SOCAR", "World Economic Forum", count=5, partners=partners):
            for hop, step in zip(found.path, found.steps, strict=True):
                assert (step.start.id, step.end.id) == (hop.start, hop.end)
                for link, told in zip(hop.links, step.statements, strict=True):
                    claim = catalogue.claims[link.claim]
                    ends = {hop.start, hop.end, link.via} - {""}
                    assert {told.subject.id, told.object.id} <= ends
                    assert {told.subject.id, told.object.id} <= {
                        claim.subject,
                        claim.object,
                        *claim.qualifiers.get("onBehalfOf", ()),
                    }
                    assert [(p.source, p.quote or p.record) for p in told.proofs] == [
                        (item.source, words_of(item)) for item in claim.evidence
                    ]


def test_partners_are_told_by_all_that_they_share(catalogue: Catalogue) -> None:
    (found,) = kg.paths(catalogue, "4SİM", "World Economic Forum", partners=True)
    (step,) = found.steps
    shared = [via.id for via, _ in step.grouped() if via is not None]
    assert "transition-to-industrial-clusters" in shared
    assert len(shared) == 4
    for via, statements in step.grouped():
        assert via is not None
        touched = {thing for told in statements for thing in (told.subject.id, told.object.id)}
        assert touched == {step.start.id, step.end.id, via.id}


def test_json_is_nested_and_holds_everything(argument: Argument) -> None:
    told = json.loads(json.dumps(argument.to_dict(), ensure_ascii=False))
    assert (told["from"]["id"], told["to"]["name"], told["length"], told["cost"]) == (
        *("socar", "World Economic Forum"),
        *(3, 3.0),
    )
    assert [len(hop["links"]) for hop in told["hops"]] == [1, 1, 2]
    first = told["hops"][0]["links"][0]
    assert first["predicate"] == "partyTo"
    assert first["subject"] == "socar"
    assert first["evidence"][0]["quote"] == "Rövşən Nəcəf tərəfindən imzalanıb"
    quotes = [proof["quote"] for hop in told["hops"] for link in hop["links"] for proof in link["evidence"]]
    assert quotes == [row[COLUMNS.index("quote")] for row in argument.rows()]


def test_graphml_is_read_back_as_it_was(catalogue: Catalogue) -> None:
    found = kg.paths(catalogue, "SOCAR", "World Economic Forum", count=3, partners=True, language="az")
    network = to_network(found)
    back = nx.read_graphml(io.BytesIO(to_graphml(found).encode()), force_multigraph=True)
    assert {node: back.nodes[node] for node in back} == {node: network.nodes[node] for node in network}
    edges = sorted((a, b, data["claim"], data["quotes"]) for a, b, data in network.edges(data=True))
    assert sorted((a, b, data["claim"], data.get("quotes", "")) for a, b, data in back.edges(data=True)) == edges
    assert network.nodes["socar"]["paths"] == "1 2 3"
    for a, b, data in network.edges(data=True):
        claim = catalogue.claims[data["claim"]]
        assert {a, b} <= {claim.subject, claim.object, *claim.qualifiers.get("onBehalfOf", ())}
    assert to_graphml(found) == to_graphml(found)


def test_graphml_takes_what_xml_has_no_way_to_write(argument: Argument) -> None:
    from dataclasses import replace

    step = argument.steps[0]
    odd = replace(
        argument, steps=(replace(step, start=replace(step.start, name="a\x0b<b>\ufffe")), *argument.steps[1:])
    )
    back = nx.read_graphml(io.BytesIO(odd.to_graphml().encode()))
    assert back.nodes["socar"]["label"] == "a\ufffd<b>\ufffd"


def test_sources_that_are_left_out_prove_nothing(catalogue: Catalogue) -> None:
    (whole,) = kg.paths(catalogue, "4SİM", "World Economic Forum", partners=True)
    sources = {proof.source for step in whole.steps for told in step.statements for proof in told.proofs}
    assert len(sources) > 1
    gone = sorted(sources)[0]
    filters = Filters(without_sources=(gone,))
    (rest,) = kg.paths(catalogue, "4SİM", "World Economic Forum", partners=True, filters=filters)
    left = {proof.source for step in rest.steps for told in step.statements for proof in told.proofs}
    assert left == sources - {gone}


def test_connections_are_told_in_pieces(catalogue: Catalogue) -> None:
    found = kg.connect(catalogue, "SOCAR", "Dünya İqtisadi Forumu", "4SİM", "ITU")
    assert [[thing.id for thing in piece.parties] for piece in found.pieces] == [
        ["socar", "world-economic-forum", "center-for-analysis-and-coordination-of-4ir"],
        ["itu"],
    ]
    assert not found.is_whole
    assert [thing.id for thing in found.pieces[0].connectors] == [
        "letter-of-intent-2026",
        "transition-to-industrial-clusters",
    ]
    assert "Added to join them: Letter of Intent" in str(found)
    told = found.to_dict()
    assert json.loads(json.dumps(told))["pieces"][0]["paths"][0]["length"] == 3
    back = nx.read_graphml(io.BytesIO(found.to_graphml().encode()), force_multigraph=True)
    assert {"socar", "world-economic-forum", "letter-of-intent-2026"} <= set(back)
    assert [row[0] for row in found.rows()] == [1, 1, 1, 1, 2]


@pytest.mark.parametrize(
    ("start", "end", "filters", "text"),
    [
        ("SOCAR", "socar", Filters(), "all names mean the same thing: SOCAR (id:socar)"),
        ("SOCAR", "WEF", Filters(classes=("Persn",)), "Did you mean 'Person'?"),
        ("SOCAR", "WEF", Filters(without_predicates=("joind",)), "Did you mean 'joined'?"),
        ("SOCAR", "WEF", Filters(without_sources=("doc-clusters",)), "Did you mean 'doc-clusters-az'?"),
        ("SOCAR", "WEF", Filters(avoid=("socar",)), "is to be avoided"),
    ],
)
def test_calls_that_cannot_be_answered(catalogue: Catalogue, start: str, end: str, filters: Filters, text: str) -> None:
    with pytest.raises(CallError) as error:
        kg.paths(catalogue, start, end, filters=filters)
    assert text in str(error.value)


def test_partners_are_agents_and_lists_have_a_limit(catalogue: Catalogue) -> None:
    with pytest.raises(CallError, match="none of these"):
        kg.paths(catalogue, "SOCAR", "letter-of-intent-2026", partners=True)
    with pytest.raises(CallError, match="more than 2 paths"):
        kg.paths(catalogue, "SOCAR", "WEF", within=6, limit=2)
    assert len(kg.paths(catalogue, "SOCAR", "WEF", within=3)) == 2


def test_a_property_may_be_named_in_either_direction(catalogue: Catalogue) -> None:
    by = [
        kg.paths(catalogue, "SOCAR", "ministry-of-economy-azerbaijan", filters=Filters(predicates=(name,)))
        for name in ("partyTo", "hasParty")
    ]
    assert by[0] == by[1]
    assert len(by[0][0].path) == 2


def test_markup_in_names_and_quotes_is_text(hostile: Catalogue) -> None:
    name = next(entity for entity in hostile.entities.values() if "<" in entity.label("en"))
    others = sorted({claim.object for claim in hostile.about(name.id) if claim.object_is_entity} - {name.id})
    found = [
        item for other in others for item in kg.paths(hostile, name.id, other, filters=Filters(all_relations=True))
    ]
    assert found
    page = Page(path_page(name.label("en"), found, "en", lambda path: "<svg xmlns='http://www.w3.org/2000/svg'/>"))
    shown = "html head meta link title style body main section h1 h2 h3 ol li p strong blockquote q cite"
    assert set(page.tags) <= {*shown.split(), "details", "summary", "figure", "img"}
    assert page.handlers == []
    assert page.scripts == []
    notebook = Page("".join(item._repr_html_() for item in found))
    assert set(notebook.tags) <= {"div", "p", "h3", "strong", "ol", "li", "blockquote", "q", "cite"}


def test_the_page_of_a_path_runs_nothing_and_loads_nothing(argument: Argument) -> None:
    text = path_page("SOCAR & WEF", [argument], "en", lambda path: f"<svg>{len(path)}</svg>")
    page = Page(text)
    assert "default-src 'none'" in page.policy
    assert "script-src" not in page.policy
    assert set(page.addresses) == {"data:,", "data:image/svg+xml;base64,PHN2Zz4zPC9zdmc+"}
    assert "SOCAR &amp; WEF" in text
    assert all(quote in text for quote in ("Rövşən Nəcəf tərəfindən imzalanıb", "2021 →"))
    assert "<figure>" not in path_page("t", [argument], "en")


def test_the_page_explains_its_signs_where_they_stand(catalogue: Catalogue, argument: Argument) -> None:
    text = path_page("t", [argument], "en")
    assert "≤ is what is known" in text
    assert "⇐ is a tie that a rule drew" in text
    (plain,) = kg.paths(catalogue, "Transition to Industrial Clusters", "WEF")
    assert "⇐" not in path_page("t", [plain], "en")


def test_the_wording_stands_in_every_language() -> None:
    from kg.views.words import read_words

    for key, texts in read_words("path").items():
        assert all(texts), key


@pytest.mark.parametrize("name", ["paths", "connect"])
def test_the_example_of_each_function_runs(
    name: str, built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(built.parent)
    exec(inspect.cleandoc((inspect.getdoc(getattr(kg, name)) or "").partition("::\n")[2]), {})
    assert "SOCAR" in capsys.readouterr().out
