"""Thirty contradictions and as many look-alikes that are none, as rows of one project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.facts.conflicts import Clause

COLUMNS = (
    *("subject", "predicate", "object", "from", "until", "source", "quote", "record", "status", "rank", "spell"),
    *("supersedes", "id", "scope", "ordinal", "unit", "magnitude", "comparison"),
)


@dataclass(frozen=True)
class Case:
    """Rows of a facts table, each as its cells; what is found in them, what is kept and by which clause."""

    name: str
    rows: tuple[dict[str, str], ...]
    what: str = ""
    kept: str = ""
    clause: Clause | None = None


def row(subject: str, predicate: str, object_: str, source: str = "may", **cells: str) -> dict[str, str]:
    cells = {key.rstrip("_"): text for key, text in cells.items()}
    return {"subject": subject, "predicate": predicate, "object": object_, "source": source, **cells}


def two(subject: str, predicate: str, object_: str, first: dict[str, str], second: dict[str, str]) -> tuple[
    dict[str, str], ...
]:  # fmt: skip
    """The same relation told in May and in June (in that order), each with cells of its own."""
    return (
        row(subject, predicate, object_, **{"source": "may", **first}),
        row(subject, predicate, object_, **{"source": "june", **second}),
    )


LATER, RANKED, MORE, ORDER = Clause.REPORT, Clause.RANK, Clause.SOURCES, Clause.ORDER
# Each with subjects of its own, so that they can stand in one project.
SEEDED = (
    # Two dates.
    Case(
        "two days",
        two("o1", "joined", "n1", {"from": "2030-01-02"}, {"from": "2030-01-03"}),
        "from",
        "2030-01-03",
        LATER,
    ),
    Case("two months", two("o2", "joined", "n1", {"from": "2030-02"}, {"from": "2030-01"}), "from", "2030-01", LATER),
    Case("two years", two("o3", "joined", "n1", {"from": "2029"}, {"from": "2030"}), "from", "2030", LATER),
    Case(
        "a day outside a month",
        two("p2", "signed", "a1", {"from": "2030-05"}, {"from": "2030-06-01"}),
        "from",
        "2030-06-01",
        LATER,
    ),
    Case(
        "a day outside a year",
        two("o5", "memberOf", "n1", {"from": "2030"}, {"from": "2029-12-31"}),
        "from",
        "2029-12-31",
        LATER,
    ),
    Case("two ends", two("o6", "memberOf", "n1", {"until": "2034"}, {"until": "2035"}), "until", "2035", LATER),
    Case(
        "two ends, months",
        two("o7", "operates", "c1", {"until": "2034-01"}, {"until": "2034-02"}),
        "until",
        "2034-02",
        LATER,
    ),
    Case(
        "the preferred date",
        two("o8", "joined", "n1", {"from": "2029", "rank": "preferred"}, {"from": "2030"}),
        "from",
        "2029",
        RANKED,
    ),
    Case(
        "more sources",
        (
            row("o9", "joined", "n1", "old-one", from_="2028"),
            row("o9", "joined", "n1", "old-two", from_="2028"),
            row("o9", "joined", "n1", "old-three", from_="2029"),
        ),
        "from",
        "2028",
        MORE,
    ),
    Case(
        "nothing decides",
        (row("o10", "joined", "n1", "old-one", from_="2028"), row("o10", "joined", "n1", "old-two", from_="2027")),
        "from",
        "2028",
        ORDER,
    ),
    Case(
        "one source against itself",
        (
            row("o11", "joined", "n1", from_="2028", quote="said once"),
            row("o11", "joined", "n1", from_="2027", quote="said twice"),
        ),
        "from",
        "2028",
        ORDER,
    ),
    # Stated and denied.
    Case("denied later", two("o12", "partyTo", "a1", {}, {"status": "denied"}), "status", "stated", Clause.STATEMENT),
    Case("denied earlier", two("o13", "founded", "c1", {"status": "denied"}, {}), "status", "stated", Clause.STATEMENT),
    # Two values of what a claim has one value of.
    Case("two ordinals", two("o14", "joined", "n1", {"ordinal": "20"}, {"ordinal": "21"}), "ordinal", "21", LATER),
    Case("two units", two("n2", "emissionReduction", "5", {"unit": "tonne"}, {"unit": "gram"}), "unit", "gram", LATER),
    Case(
        "two magnitudes",
        two("n3", "jobsSupported", "5", {"magnitude": "million"}, {"magnitude": "billion"}),
        "magnitude",
        "billion",
        LATER,
    ),
    Case(
        "two comparisons",
        two("n4", "programmesImplemented", "200", {"comparison": "moreThan"}, {"comparison": "exactly"}),
        "comparison",
        "exactly",
        LATER,
    ),
    # Two counts.
    Case(
        "two counts, undated",
        (row("n5", "clusterCount", "39"), row("n5", "clusterCount", "41", "june")),
        "count",
        "41",
        LATER,
    ),
    Case(
        "two counts of one day",
        (
            row("n6", "countryCount", "19", from_="2030-01-01"),
            row("n6", "countryCount", "20", "june", from_="2030-01-01"),
        ),
        "count",
        "20",
        LATER,
    ),
    Case(
        "two counts in one scope",
        (row("n7", "clusterCount", "3", scope="z1"), row("n7", "clusterCount", "4", "june", scope="z1")),
        "count",
        "4",
        LATER,
    ),
    Case(
        "two magnitudes of two figures",
        (
            row("n8", "jobsSupported", "4.6", magnitude="million"),
            row("n8", "jobsSupported", "4600", "june", magnitude="million"),
        ),
        "count",
        "4600",
        LATER,
    ),
    Case(
        "more than excludes less",
        (
            row("n9", "programmesImplemented", "200", comparison="moreThan"),
            row("n9", "programmesImplemented", "150", "june", comparison="atMost"),
        ),
        "count",
        "150",
        LATER,
    ),
    Case(
        "two counts of overlapping years",
        (
            row("n10", "countryCount", "19", from_="2028", until="2031"),
            row("n10", "countryCount", "20", "june", from_="2029", until="2030"),
        ),
        "count",
        "20",
        LATER,
    ),
    Case(
        "three counts, the better supported",
        (
            row("n11", "countryCount", "1", "old-one"),
            row("n11", "countryCount", "2", "old-two"),
            row("n11", "countryCount", "2", "old-three"),
            row("n11", "countryCount", "3", "old-four"),
        ),
        "count",
        "2",
        MORE,
    ),
    Case(
        "about is not that far off",
        (row("n12", "yearsInOperation", "10", comparison="about"), row("n12", "yearsInOperation", "12", "june")),
        "count",
        "12",
        LATER,
    ),
    # Two objects where there is one at a time.
    Case(
        "two parents",
        (row("o15", "subordinateTo", "m1"), row("o15", "subordinateTo", "m2", "june")),
        "object",
        "m2",
        LATER,
    ),
    Case(
        "two parents in one year",
        (
            row("o16", "subordinateTo", "m1", from_="2028", until="2031"),
            row("o16", "subordinateTo", "m2", "june", from_="2030"),
        ),
        "object",
        "m2",
        LATER,
    ),
    Case(
        "two countries, the preferred",
        (row("o17", "ofCountry", "z1", rank="preferred"), row("o17", "ofCountry", "z2", "june")),
        "object",
        "z1",
        RANKED,
    ),
    Case(
        "two places of one event",
        (row("e1", "heldIn", "z1", from_="2030-01-01"), row("e1", "heldIn", "z2", "june")),
        "object",
        "z2",
        LATER,
    ),
    Case("two issuers", (row("l1", "issuedBy", "m1"), row("l1", "issuedBy", "m2", "june")), "object", "m2", LATER),
)
# What looks like a contradiction and is none.
HARMLESS = (
    Case("a year and a day in it", two("h1", "joined", "n1", {"from": "2030"}, {"from": "2030-05-06"})),
    Case(
        "a corrected row",
        (
            row("h2", "joined", "n1", from_="2030", id_="old"),
            row("h2", "joined", "n1", "june", from_="2031", supersedes="old"),
        ),
    ),
    Case("a deprecated row", two("h3", "joined", "n1", {"from": "2030", "rank": "deprecated"}, {"from": "2031"})),
    Case(
        "a plan that came about later",
        two("h4", "joined", "n1", {"from": "2030", "status": "planned"}, {"from": "2031"}),
    ),
    Case("a plan that is denied", two("h5", "joined", "n1", {"status": "planned"}, {"status": "denied"})),
    Case(
        "joined again",
        (
            row("h6", "memberOf", "n1", from_="2020", until="2022"),
            row("h6", "memberOf", "n1", "june", from_="2030", spell="2"),
        ),
    ),
    Case(
        "counts of two days",
        (
            row("h7", "countryCount", "19", from_="2030-01-01"),
            row("h7", "countryCount", "20", "june", from_="2030-06-01"),
        ),
    ),
    Case(
        "a year's count and a day's in it",
        (row("h8", "countryCount", "19", from_="2030"), row("h8", "countryCount", "20", "june", from_="2030-06-01")),
    ),
    Case(
        "counts in two scopes",
        (
            row("h9", "clusterCount", "3", scope="z1"),
            row("h9", "clusterCount", "4", "june", scope="z2"),
            row("h9", "clusterCount", "9"),
        ),
    ),
    Case(
        "one number in two magnitudes",
        (
            row("h10", "jobsSupported", "4.6", magnitude="million"),
            row("h10", "jobsSupported", "4600", "june", magnitude="thousand"),
        ),
    ),
    Case(
        "more than and a number above",
        (
            row("h11", "programmesImplemented", "200", comparison="moreThan"),
            row("h11", "programmesImplemented", "214", "june"),
        ),
    ),
    Case(
        "about and a number near",
        (
            row("h12", "programmesImplemented", "200", comparison="about"),
            row("h12", "programmesImplemented", "214", "june"),
        ),
    ),
    Case(
        "two units of two figures",
        (
            row("h13", "emissionReduction", "5", unit="tonne"),
            row("h13", "emissionReduction", "5000", "june", unit="gram"),
        ),
    ),
    Case(
        "a superseded count",
        (
            row("h14", "countryCount", "19", id_="nineteen"),
            row("h14", "countryCount", "20", "june", supersedes="nineteen"),
        ),
    ),
    Case("a planned count", (row("h15", "countryCount", "19"), row("h15", "countryCount", "30", status="planned"))),
    Case("a parent and its parent", (row("h16", "subordinateTo", "m3"), row("h16", "subordinateTo", "m1", "june"))),
    Case(
        "one parent after the other",
        (row("h17", "subordinateTo", "m1", until="2029"), row("h17", "subordinateTo", "m2", "june", from_="2030")),
    ),
    Case(
        "parents that may have followed each other",
        (row("h18", "subordinateTo", "m1", until="2030"), row("h18", "subordinateTo", "m2", "june", from_="2030")),
    ),
    Case("a city and its country", (row("h19", "heldIn", "y1"), row("h19", "heldIn", "z1", "june"))),
    Case("two seats", (row("h20", "locatedIn", "y1"), row("h20", "locatedIn", "z2", "june"))),
    Case("several posts of one person", (row("p1", "holdsPost", "t1"), row("p1", "holdsPost", "t2", "june"))),
    Case("two denied parents", (row("h21", "subordinateTo", "m1", status="denied"), row("h21", "subordinateTo", "m2"))),
)
CLASSES = {"a": "Agreement", "c": "InnovationCenter", "e": "Event", "l": "LegalAct", "m": "GovernmentBody",
           "n": "Network", "o": "Company", "p": "Person", "t": "Post", "y": "City", "z": "Country"}  # fmt: skip
UNITS = {"tonne": "Unit", "gram": "Unit"}
SOURCES = {"may": "2031-05-04", "june": "2031-06", **dict.fromkeys(("old-one", "old-two", "old-three", "old-four"), "")}
NESTING = (row("m3", "subordinateTo", "m1"), row("y1", "locatedIn", "z1"))


def class_of(key: str) -> str:
    """Subjects of the harmless rows say by their predicate what they are."""
    if key in UNITS:
        return UNITS[key]
    if key[0] == "h":
        told = next(row for case in HARMLESS for row in case.rows if row["subject"] == key)
        figures = ("Count", "jobs", "programmes", "emission")
        if any(word in told["predicate"] for word in figures):
            return "Network"
        return "Event" if told["predicate"] == "heldIn" else "Company"
    return CLASSES[key[0]]


def write_project(folder: Path, cases: Sequence[Case]) -> Path:
    """A facts folder with the rows of these cases."""
    rows = [*NESTING, *(row for case in cases for row in case.rows)]
    links = ("subject", "object", "scope", "unit")
    keys = sorted({row[name] for row in rows for name in links if row.get(name, "1")[0].isalpha()})
    (folder / "facts").mkdir(parents=True)

    def write(file: str, *lines: str) -> None:
        (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")

    write("sources.csv", "id,title,publisher,published,language,url,document",
          *(f"{key},{key},,{day},en,,{key}.txt" for key, day in SOURCES.items()))  # fmt: skip
    write("entities.csv", "id,class,kind,identifiers", *(f"{key},{class_of(key)},," for key in keys))
    write("names.csv", "entity,language,name,rank", *(f"{key},en,Name {key},preferred" for key in keys))
    table = [",".join({"quote": "words", **row}.get(name, "") for name in COLUMNS) for row in rows]
    write("facts/all.csv", ",".join(COLUMNS), *table)
    return folder
