"""A rule says the same whether it is read the plain way or by rdflib, and what is not plain is left to that."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.rdf.patterns import Parts
from kg.rdf.plain_rules import plain_parts
from kg.rdf.rules import rdflib_parts
from kg.resources import Resources

RULES = sorted((Resources.shipped().ontology / "rules").glob("*.rq"))
PREFIXES = """# A comment.
PREFIX kg: <https://w3id.org/partnership-kg/ontology#>
prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""


def assert_same(text: str, plain: Parts | None) -> None:
    """But for the order of triples, which rdflib changes."""
    whole = rdflib_parts(text, Path("rule.rq"))
    assert plain is not None
    assert (plain.head, plain.filters) == (whole.head, whole.filters)
    assert Counter(plain.body) == Counter(whole.body)
    assert whole.tests is not None
    assert plain.tests is not None
    assert Counter(plain.tests) == Counter(whole.tests)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_every_shipped_rule_is_plain(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert_same(text, plain_parts(text))


@pytest.mark.parametrize(
    "where",
    [
        "?a kg:partyTo ?b",
        "?a kg:partyTo ?b . ?b a kg:Agreement",
        "?a <x:p> ?b . FILTER (?a != ?b)",
        "?a kg:partyTo ?b . FILTER (?a IN (kg:one, <x:two>)) FILTER (?b IN (<x:p>))",
        "?a ?p ?b . ?a ?q ?b . filter not exists { ?b kg:rank kg:deprecatedRank . ?b a ?kind }",
        "?a kg:partyTo ?b . FILTER (?a != ?b) FILTER NOT EXISTS { ?a rdf:value ?b . } ?b kg:signed ?c",
    ],
)
def test_plain_rules_are_read_as_rdflib_reads_them(where: str) -> None:
    text = f"{PREFIXES}CONSTRUCT {{ ?a kg:partnerOf ?b . }}\nWHERE {{ {where} }}\n"
    assert_same(text, plain_parts(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{PREFIXES}SELECT * WHERE {{ ?a kg:partyTo ?b }}",
        f"{PREFIXES}CONSTRUCT {{ ?a kg:partnerOf ?b }} WHERE {{ ?a kg:partyTo ?b . }} LIMIT 1",
        f"{PREFIXES}CONSTRUCT {{ ?a kg:partnerOf ?b . ?b kg:partnerOf ?a }} WHERE {{ ?a kg:partyTo ?b }}",
        f"{PREFIXES}CONSTRUCT {{ ?a kg:partnerOf ?b }} WHERE {{ }}",
        f"{PREFIXES}CONSTRUCT {{ ?a kg:partnerOf ?b }} WHERE {{ ?a kg:partyTo ?b",
        *(
            f"{PREFIXES}CONSTRUCT {{ ?a kg:partnerOf ?b }} WHERE {{ {where} }}"
            for where in (
                "?a kg:partyTo ?b , ?c",
                "?a kg:partyTo ?b ; kg:signed ?c",
                "?a kg:partyTo ?b ?b kg:partyTo ?a",
                "?a kg:partyTo/kg:hasParty ?b",
                "?a kg:partyTo [] ; kg:signed ?b",
                '?a kg:value "1" . ?a kg:partyTo ?b',
                "?a kg:value 1 . ?a kg:partyTo ?b",
                "?a other:partyTo ?b",
                "?a <relative> ?b",
                "?a kg:part\\/y ?b",
                "?a kg:partyTo ?b OPTIONAL { ?a kg:signed ?c }",
                "?a kg:partyTo ?b FILTER (?a != ?b && ?a != ?c)",
                "?a kg:partyTo ?b FILTER (?a = ?b)",
                "?a kg:partyTo ?b FILTER EXISTS { ?a kg:signed ?b }",
                "?a kg:partyTo ?b FILTER (?a IN ())",
                "{ ?a kg:partyTo ?b }",
            )
        ),
    ],
)
def test_whatever_else_there_is_is_left_to_rdflib(text: str) -> None:
    assert plain_parts(text) is None
