"""Evidence and dates of claims in RDF: where a quote stands, how a date was come by, what it bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rdf import small_project
from tests.rdf.mapped_triples import QUOTED, SIGNED, about, claims, mapped, objects, only_claim
from tests.rdf.small_project import (
    map_project,
    write_documents,
    write_project,
)


def test_a_quote_is_selected_by_its_words_and_where_located_by_its_place(tmp_path: Path) -> None:
    seeds = write_project(tmp_path / "seeds", [QUOTED])
    graph = map_project(seeds, write_documents(tmp_path / "documents"))
    (evidence,) = objects(claims(graph), "kg:supportedBy")
    selectors = objects(claims(graph), "oa:hasSelector", evidence)
    assert selectors == {f"{evidence}#quote", f"{evidence}#position"}
    assert about(claims(graph), f"{evidence}#quote") == {
        ("rdf:type", "oa:TextQuoteSelector"),
        ("oa:exact", '"signed the memo"'),
    }
    text = small_project.DOCUMENTS["en.txt"]
    start = text.rindex("signed the memo")
    assert about(claims(graph), f"{evidence}#position") == {
        ("rdf:type", "oa:TextPositionSelector"),
        ("oa:start", f'"{start}"^^xsd:integer'),
        ("oa:end", f'"{start + len("signed the memo")}"^^xsd:integer'),
    }
    assert objects(claims(graph), "kg:occurrence") == {'"2"^^xsd:integer'}
    assert objects(claims(graph), "oa:hasSource") == {"source:news-en"}
    assert objects(claims(graph), "kg:record") == set()


def test_a_quote_that_was_not_located_has_no_place(tmp_path: Path) -> None:
    graph = mapped(tmp_path, QUOTED)
    assert objects(claims(graph), "rdf:type") & {"oa:TextQuoteSelector", "oa:TextPositionSelector"} == {
        "oa:TextQuoteSelector"
    }


def test_a_record_stands_in_place_of_a_quote(tmp_path: Path) -> None:
    graph = mapped(tmp_path, {**SIGNED, "record": "https://example.org/r/7"})
    assert objects(claims(graph), "kg:record") == {'"https://example.org/r/7"'}
    assert objects(claims(graph), "oa:hasSelector") == set()


@pytest.mark.parametrize(("dating", "kind"), [("", "kg:statedDate"), ("derived", "kg:derivedDate")])
def test_evidence_says_how_its_date_was_come_by(dating: str, kind: str, tmp_path: Path) -> None:
    graph = mapped(tmp_path, {**SIGNED, "from": "2025", "dating": dating})
    assert objects(claims(graph), "kg:dating") == {kind}


def test_a_source_is_a_record_of_its_own(tmp_path: Path) -> None:
    triples = claims(mapped(tmp_path, SIGNED))
    assert about(triples, "source:news-en") == {
        ("rdf:type", "kg:Source"),
        ("rdfs:label", '"A memorandum is signed"@en'),
        ("dcterms:title", '"A memorandum is signed"@en'),
        ("dcterms:language", '"en"'),
        ("dcterms:source", "<https://example.org/news>"),
        ("kg:publisherName", '"The Paper"'),
        ("kg:published", '"2026-01-20"^^xsd:date'),
        ("kg:document", '"en.txt"'),
    }
    assert objects(triples, "kg:publisher", "source:news-az") == {"id:acme"}
    assert objects(triples, "kg:published", "source:news-az") == {'"2026-01"^^xsd:gYearMonth'}
    assert objects(triples, "kg:retrieved", "source:registry") == {'"2025"^^xsd:gYear'}


# Dates and their bounds

BOUNDS = {
    "2024": ("gYear", "2024-01-01", "2024-12-31"),
    "2024-02": ("gYearMonth", "2024-02-01", "2024-02-29"),
    "2025-02": ("gYearMonth", "2025-02-01", "2025-02-28"),
    "2025-12": ("gYearMonth", "2025-12-01", "2025-12-31"),
    "2024-02-29": ("date", "2024-02-29", "2024-02-29"),
    "0999": ("gYear", "0999-01-01", "0999-12-31"),
}


@pytest.mark.parametrize("text", BOUNDS)
@pytest.mark.parametrize("column", ["from", "until"])
def test_a_date_has_the_precision_it_was_told_with_and_bounds_as_days(text: str, column: str, tmp_path: Path) -> None:
    datatype, earliest, latest = BOUNDS[text]
    graph = mapped(tmp_path, {**SIGNED, column: text})
    described = about(claims(graph), only_claim(graph))
    assert {(p, o) for p, o in described if p.startswith(f"kg:{column}")} == {
        (f"kg:{column}", f'"{text}"^^xsd:{datatype}'),
        (f"kg:{column}Earliest", f'"{earliest}"^^xsd:date'),
        (f"kg:{column}Latest", f'"{latest}"^^xsd:date'),
    }


def test_what_has_no_date_was_so_by_the_end_of_its_first_report(tmp_path: Path) -> None:
    rows = [
        {**SIGNED, "source": "news-en", "quote": "signed the memo", "occurrence": "1"},
        {**SIGNED, "source": "news-az", "quote": "memorandumu imzalayıb"},
    ]
    one, both = mapped(tmp_path / "a", rows[1]), mapped(tmp_path / "b", *rows)
    assert objects(claims(one), "kg:fromLatest") == {'"2026-01-31"^^xsd:date'}
    assert objects(claims(both), "kg:fromLatest") == {'"2026-01-20"^^xsd:date'}
    assert objects(claims(both), "kg:fromEarliest") | objects(claims(both), "kg:from") == set()


@pytest.mark.parametrize("status", ["planned", "denied"])
def test_what_is_only_planned_or_denied_had_not_begun_by_its_report(status: str, tmp_path: Path) -> None:
    assert objects(claims(mapped(tmp_path, {**SIGNED, "status": status})), "kg:fromLatest") == set()
