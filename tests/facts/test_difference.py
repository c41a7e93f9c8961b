"""What two folders of tables differ in: each kind of change on the miniature project, told as what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.facts.changes import Change, Difference, Fate, Kind, ThingKind
from kg.facts.difference import compare
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from tests.random_edits import assert_accounted, read_state
from tests.tiny_project import append, edit

Compare = Callable[[], Difference]


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return Ontology(Resources.shipped().ontology)


@pytest.fixture
def difference(tiny: Path, ontology: Ontology) -> Compare:
    """What the folder differs in from what it was when the test began; every claim is accounted for."""
    before = read_state(tiny, ontology)
    return lambda: assert_accounted(before, read_state(tiny, ontology), ontology)


def facts(tiny: Path, name: str = "memorandum") -> Path:
    return tiny / "facts" / f"{name}.csv"


def told(found: Difference) -> list[tuple[str, str, str]]:
    """What changed in the claims, as column, old and new value."""
    return [(change.what, change.old, change.new) for item in found.changed for change in item.changes]


def kinds(found: Difference) -> set[Kind]:
    return {kind for item in found.changed for kind in item.kinds}


def test_a_folder_does_not_differ_from_itself(difference: Compare) -> None:
    found = difference()
    assert found.is_empty
    assert set(found.fates.values()) == {Fate.KEPT}


def test_the_order_of_rows_and_columns_is_no_difference(tiny: Path, difference: Compare) -> None:
    for path in (facts(tiny), facts(tiny, "places-and-figures"), tiny / "names.csv", tiny / "sources.csv"):
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join((header, *reversed(rows))) + "\n", encoding="utf-8")
    assert difference().is_empty


def test_a_new_thing_and_a_new_claim(tiny: Path, difference: Compare) -> None:
    append(tiny / "entities.csv", "pier-station,AccelerationCenter,,")
    append(tiny / "names.csv", "pier-station,en,Pier Station,preferred,lantern")
    append(facts(tiny), "pier-station,joined,harbour-network,2031,,lantern,joined the Harbour Network,,,,")
    found = difference()
    assert [(item.kind, item.new) for item in found.things] == [(ThingKind.ADDED, ("pier-station",))]
    assert [(claim.subject, claim.predicate) for claim in found.added] == [("pier-station", "joined")]
    assert not found.removed
    assert not found.changed


def test_a_removed_claim_and_its_things(tiny: Path, difference: Compare) -> None:
    path = facts(tiny)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "ada-brook" not in line), encoding="utf-8")
    edit(tiny / "entities.csv", "ada-brook,Person,,\n", "")
    edit(tiny / "names.csv", "ada-brook,en,Ada Brook,preferred,lantern\n", "")
    found = difference()
    assert [(item.kind, item.old) for item in found.things] == [(ThingKind.REMOVED, ("ada-brook",))]
    assert {claim.subject for claim in found.removed} == {"ada-brook"}
    assert not found.changed


def test_a_date(tiny: Path, difference: Compare) -> None:
    edit(facts(tiny), "ada-brook,signed,tide-memorandum,2031-05-03,", "ada-brook,signed,tide-memorandum,2031-05,")
    found = difference()
    assert told(found) == [("from", "2031-05-03", "2031-05")]
    assert kinds(found) == {Kind.REDATED, Kind.RETOLD}


def test_a_date_of_one_source_that_leaves_the_claim_as_it_was(tiny: Path, difference: Compare) -> None:
    edit(
        facts(tiny),
        "ministry-of-tides,partyTo,tide-memorandum,2031,",
        "ministry-of-tides,partyTo,tide-memorandum,2031-05,",
    )
    found = difference()
    assert told(found) == []
    assert kinds(found) == {Kind.RETOLD}
    ((old, new),) = found.changed[0].retold
    assert (old.source, str(old.from_ and old.from_.text), str(new.from_ and new.from_.text)) == (
        "fener",
        "2031",
        "2031-05",
    )


def test_a_later_printed_date_of_a_source(tiny: Path, difference: Compare) -> None:
    """It dates the source, and each claim that is known by that report only."""
    edit(tiny / "sources.csv", "The Paper Lantern,2031-05-04", "The Paper Lantern,2031-05-05")
    found = difference()
    assert [(c.what, c.old, c.new) for s in found.sources for c in s.changes] == [
        ("published", "2031-05-04", "2031-05-05")
    ]
    assert set(told(found)) == {("reported", "2031-05-04", "2031-05-05")}
    assert kinds(found) == {Kind.REDATED}


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("year,,planned,", "year,,,", ("status", "planned", "stated")),
        ('center",,denied,', 'center",,planned,', ("status", "denied", "planned")),
        ("HR-3,,deprecated,", "HR-3,,,", ("rank", "deprecated", "normal")),
    ],
)
def test_status_and_rank(tiny: Path, difference: Compare, old: str, new: str, change: tuple[str, str, str]) -> None:
    edit(facts(tiny, "places-and-figures"), old, new)
    found = difference()
    assert told(found) == [change]
    assert kinds(found) == {Kind.RESTATUSED, Kind.RETOLD}


def test_a_claim_that_is_superseded_no_longer(tiny: Path, difference: Compare) -> None:
    edit(facts(tiny, "places-and-figures"), "HR-summary,,,count-in-may,count-in-june", "HR-summary,,,,count-in-june")
    found = difference()
    changes = {(item.old.object, change.what, change.new) for item in found.changed for change in item.changes}
    assert {("11", "superseded", ""), ("12", "supersedes", "")} <= changes
    assert Kind.SUPERSEDED in kinds(found)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (",,head-of-partnerships,tidal-works,", ",,,tidal-works,", ("role", "head-of-partnerships", "")),
        (",tidal-works,\n", ",ministry-of-tides,\n", ("onBehalfOf", "tidal-works", "ministry-of-tides")),
        (",the first of the two is the headline", ",", ("note", "the first of the two is the headline", "")),
    ],
)
def test_qualifiers_even_those_that_make_the_key(
    tiny: Path, difference: Compare, old: str, new: str, change: tuple[str, str, str]
) -> None:
    edit(facts(tiny), old, new)
    found = difference()
    assert told(found) == [change]
    assert kinds(found) == {Kind.REQUALIFIED}
    assert not found.added
    assert not found.removed


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("emissionReduction,12.50", "emissionReduction,12.6", ("object", "12.5", "12.6")),
        ("lumen-center,joined", "reef-station,joined", ("subject", "lumen-center", "reef-station")),
        ("tidal-works,founded,", "tidal-works,operates,", ("predicate", "founded", "operates")),
    ],
)
def test_a_correction_is_no_loss(
    tiny: Path, difference: Compare, old: str, new: str, change: tuple[str, str, str]
) -> None:
    """Another end or property, proved by the same words of the same source."""
    edit(facts(tiny, "places-and-figures"), old, new)
    found = difference()
    assert told(found) == [change]
    assert kinds(found) == {Kind.CORRECTED}


def test_another_end_with_other_words_is_another_claim(tiny: Path, difference: Compare) -> None:
    edit(
        facts(tiny, "places-and-figures"),
        "emissionReduction,12.50,,,,lantern,has saved 12.5",
        "emissionReduction,13,,,,lantern,has saved 13",
    )
    found = difference()
    assert [(claim.predicate, claim.object) for claim in found.removed] == [("emissionReduction", "12.5")]
    assert [(claim.predicate, claim.object) for claim in found.added] == [("emissionReduction", "13")]


def test_evidence_that_came_and_went(tiny: Path, difference: Compare) -> None:
    edit(
        facts(tiny, "places-and-figures"),
        "lumen-center,locatedIn,port-lumen,,,,fener,Mərkəz Lümen Limanında yerləşir,,,,,,,,,\n",
        "",
    )
    edit(facts(tiny, "places-and-figures"), "joined the Harbour Network last year", "joined the Harbour Network")
    found = difference()
    lost = {(item.old.predicate, one.quote.text if one.quote else "") for item in found.changed for one in item.lost}
    gained = {
        (item.old.predicate, one.quote.text if one.quote else "") for item in found.changed for one in item.gained
    }
    assert lost == {
        ("locatedIn", "Mərkəz Lümen Limanında yerləşir"),
        ("joined", "joined the Harbour Network last year"),
    }
    assert gained == {("joined", "joined the Harbour Network")}


def test_a_quote_that_is_verified_no_longer(tiny: Path, difference: Compare) -> None:
    path = tiny / "quotes.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "Reef Station" not in line), encoding="utf-8")
    found = difference()
    assert kinds(found) == {Kind.RETOLD}
    assert ["reef-station" in (item.old.subject, item.old.object) for item in found.changed] == [True]


def split(tiny: Path) -> None:
    edit(tiny / "decisions.csv", "tidal-works,same,", "tidal-works,unsure,")


def test_a_split_divides_claims_and_evidence(tiny: Path, difference: Compare) -> None:
    split(tiny)
    found = difference()
    assert [(item.kind, item.old, item.new) for item in found.things] == [
        (ThingKind.SPLIT, ("tidal-works",), ("tidal-works", "tidal-works-jsc"))
    ]
    assert not found.removed
    assert not found.added, "the claim of both is now one of each"
    assert {(item.old.subject, item.new.subject) for item in found.changed} == {
        ("tidal-works", "tidal-works"),
        ("tidal-works", "tidal-works-jsc"),
    }
    assert ("subject", "tidal-works", "tidal-works-jsc") in told(found)
    assert not any(item.lost or item.gained for item in found.changed)
    assert found.successors["tidal-works"] == "tidal-works"


def test_a_merge_is_a_split_the_other_way_round(tiny: Path, ontology: Ontology) -> None:
    whole = read_state(tiny, ontology)
    split(tiny)
    parts = read_state(tiny, ontology)
    found = assert_accounted(parts, whole, ontology)
    assert [(item.kind, item.old, item.new) for item in found.things] == [
        (ThingKind.MERGED, ("tidal-works", "tidal-works-jsc"), ("tidal-works",))
    ]
    assert not found.removed
    assert not found.added
    assert Kind.MOVED in kinds(found)
    assert found.successors["tidal-works-jsc"] == "tidal-works"


def test_a_merge_and_a_split_at_once(tiny: Path, difference: Compare) -> None:
    split(tiny)
    append(tiny / "entities.csv", "tidal-works-oy,Company,,")
    append(tiny / "decisions.csv", "tidal-works-oy,tidal-works-jsc,same,Test Editor,2031-07-01,")
    found = difference()
    assert [(item.kind, item.new) for item in found.things] == [(ThingKind.SPLIT, ("tidal-works", "tidal-works-jsc"))]
    assert Change("id", "", "tidal-works-oy") in found.things[0].changes


def test_things_that_are_grouped_anew(tiny: Path, ontology: Ontology) -> None:
    append(tiny / "entities.csv", "tidal-works-oy,Company,,", "tidal-works-ab,Company,,")
    append(tiny / "decisions.csv", "tidal-works-oy,tidal-works-ab,same,Test Editor,2031-07-01,")
    before = read_state(tiny, ontology)
    split(tiny)
    edit(tiny / "decisions.csv", "tidal-works-oy,tidal-works-ab,same", "tidal-works-oy,tidal-works-jsc,same")
    found = assert_accounted(before, read_state(tiny, ontology), ontology)
    assert [(item.kind, item.old, item.new) for item in found.things] == [
        (
            ThingKind.REGROUPED,
            ("tidal-works", "tidal-works-oy"),
            ("tidal-works", "tidal-works-ab", "tidal-works-jsc"),
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind", "changes"),
    [
        (
            "reef-station,en,Reef Station,preferred",
            "reef-station,en,Reef Post,preferred",
            ThingKind.RENAMED,
            [Change("label", "Reef Station", "Reef Post", "en")],
        ),
        (
            "harbour-network,en,HN,acronym",
            "harbour-network,en,HN,alternative",
            ThingKind.CHANGED,
            [Change("name rank", "acronym", "alternative", "en", "HN")],
        ),
        (
            "harbour-network,en,HN,acronym,harbour-register\n",
            "",
            ThingKind.CHANGED,
            [Change("name", "HN", "", "en")],
        ),
        (
            "reef-station,en,Reef Station,preferred,lantern\n",
            "reef-station,en,Reef Station,alternative,lantern\nreef-station,en,Reef Post,preferred,lantern\n",
            ThingKind.RENAMED,
            [
                Change("label", "Reef Station", "Reef Post", "en"),
                Change("name rank", "preferred", "alternative", "en", "Reef Station"),
            ],
        ),
    ],
)
def test_names(tiny: Path, difference: Compare, old: str, new: str, kind: ThingKind, changes: list[Change]) -> None:
    edit(tiny / "names.csv", old, new)
    (item,) = difference().things
    assert item.kind is kind
    assert list(item.changes) == changes


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (
            "reef-station,AccelerationCenter,,",
            "reef-station,InnovationCenter,,",
            ("class", "AccelerationCenter", "InnovationCenter"),
        ),
        ("GovernmentBody,sea-authority,", "GovernmentBody,,", ("kind", "sea-authority", "")),
        (
            "norland,Country,,example:NL-1",
            "norland,Country,,example:NL-1 example:NL-2",
            ("identifiers", "", "example:NL-2"),
        ),
    ],
)
def test_what_else_is_told_of_a_thing(
    tiny: Path, difference: Compare, old: str, new: str, change: tuple[str, str, str]
) -> None:
    edit(tiny / "entities.csv", old, new)
    (item,) = difference().things
    assert [(one.what, one.old, one.new) for one in item.changes] == [change]
    assert item.kind is ThingKind.CHANGED


def test_an_id_that_is_remembered_no_longer(tiny: Path, difference: Compare) -> None:
    """Its node stays, and its claim is told of the other id; what the id stood for is not forgotten silently."""
    edit(
        tiny / "decisions.csv",
        "tidal-works-jsc,tidal-works,same,Test Editor,2031-06-02,the legal form is left out in English\n",
        "",
    )
    edit(tiny / "entities.csv", "tidal-works-jsc,Company,,example:TW-2031\n", "")
    edit(facts(tiny), "tidal-works-jsc,partyTo", "tidal-works,partyTo")
    for line in (
        "tidal-works-jsc,az,Qabarma İşləri ASC,preferred,fener\n",
        "tidal-works-jsc,en,Tidal Works JSC,rendering,\n",
    ):
        edit(tiny / "names.csv", line, "")
    found = difference()
    (item,) = found.things
    assert set(item.changes) == {
        Change("id", "tidal-works-jsc", ""),
        Change("identifiers", "example:TW-2031", ""),
        Change("name", "Qabarma İşləri ASC", "", "az"),
        Change("name", "Tidal Works JSC", "", "en"),
    }
    assert not found.changed


def test_judgements_that_tell_apart(tiny: Path, difference: Compare) -> None:
    edit(tiny / "decisions.csv", "lumen-center,reef-station,different", "lumen-center,reef-station,unsure")
    append(tiny / "decisions.csv", "norland,port-lumen,different,Test Editor,2031-07-01,a state and its capital")
    found = difference()
    assert found.told_apart == (("norland", "port-lumen"),)
    assert found.no_longer_told_apart == (("lumen-center", "reef-station"),)


def test_sources_that_came_and_went(tiny: Path, difference: Compare) -> None:
    append(tiny / "sources.csv", "gazette,The Gazette,,2031-06,,en,,")
    found = difference()
    assert [(item.old, item.new and item.new.id) for item in found.sources] == [(None, "gazette")]


def test_nearest_first_where_several_corrections_are_possible(tiny: Path, ontology: Ontology) -> None:
    """Two figures by one quote: each is paired with the one that shares more, and none twice."""
    path = facts(tiny, "places-and-figures")
    append(path, "harbour-network,clusterCount,3,,,,lantern,has saved 12.5 million tonnes,,,,,,,,,")
    append(path, "harbour-network,clusterCount,3,,,,fener,Qabarma Memorandumu,,,,,,,,,")
    before = read_state(tiny, ontology)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("clusterCount,3", "clusterCount,4").replace("Reduction,12.50", "Reduction,13"), encoding="utf-8"
    )
    found = compare(before.snapshot, read_state(tiny, ontology).snapshot, ontology.schema)
    assert sorted(
        (item.old.predicate, item.new.predicate, item.old.object, item.new.object) for item in found.changed
    ) == [
        ("clusterCount", "clusterCount", "3", "4"),
        ("emissionReduction", "emissionReduction", "12.5", "13"),
    ]
