"""A project whose answer is planted: three groups in three countries, a broker between them, a hub of one source."""

from __future__ import annotations

from pathlib import Path

from tests.rdf.small_project import Row, write_project

GROUPS = ("north", "south", "west")
SIZE = 6


def write_planted(folder: Path) -> Path:
    """Tables of three clusters of six companies each, which `mediator` joins by a memorandum with one of each.

    Each group has its country and its cluster; `hub` has many direct ties in the first group, all of one source.
    """
    entities = [("mediator", "InternationalOrganisation", "", ""), ("hub", "Company", "", "")]
    facts: list[Row] = []
    for group in GROUPS:
        entities += [(f"{group}land", "Country", "", ""), (f"{group}-cluster", "Cluster", "", "")]
        entities.append((f"{group}-memo", "MemorandumOfUnderstanding", "", ""))
        for number in range(SIZE):
            company = f"{group}-{number}"
            entities.append((company, "Company", "", ""))
            facts.append({"subject": company, "predicate": "ofCountry", "object": f"{group}land"})
            facts.append({"subject": company, "predicate": "memberOf", "object": f"{group}-cluster"})
        facts.append({"subject": f"{group}-0", "predicate": "operates", "object": f"{group}-cluster"})
        facts += [
            {"subject": party, "predicate": "partyTo", "object": f"{group}-memo"}
            for party in ("mediator", f"{group}-0")
        ]
    facts += [
        {
            "subject": "hub",
            "predicate": "cooperatesWith",
            "object": f"north-{number}",
            "source": "news-az",
            "record": "1",
        }
        for number in range(1, SIZE)
    ]
    return write_project(folder, facts, entities=entities)
