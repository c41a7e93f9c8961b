"""A folder of tables to a project: sources, entities with their names, judgements, exceptions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.facts.model import Judgement, NameRank
from kg.facts.problems import InputError
from kg.facts.reading import _URL, read_project
from kg.facts.schema import Schema
from tests.tiny_project import SHAPES, append, edit, problems_of


def test_the_tiny_project_is_read_whole(tiny: Path, schema: Schema) -> None:
    project = read_project(tiny, schema, SHAPES)
    assert list(project.sources) == ["lantern", "fener", "harbour-register"]
    assert len(project.entities) == 12
    assert len(project.canonical) == 13
    assert len(project.facts) == 18
    assert [decision.judgement for decision in project.decisions] == list(Judgement)
    assert [(item.entity, item.shape) for item in project.exemptions] == [("reef-station", "CenterPlaceShape")]


def test_a_source_has_the_dates_that_it_tells(tiny: Path, schema: Schema) -> None:
    sources = read_project(tiny, schema, SHAPES).sources
    told = [(source.published and source.published.text, source.reported) for source in sources.values()]
    assert [text for text, _ in told] == ["2031-05-04", "2031-05", None]
    assert [date.text if date else "" for _, date in told] == ["2031-05-04", "2031-05", "2031-06-01"]
    assert (sources["lantern"].row.file, sources["lantern"].row.line) == (f"{tiny}/sources.csv", 2)


def test_an_entity_has_its_names_class_kind_and_identifiers(tiny: Path, schema: Schema) -> None:
    ministry = read_project(tiny, schema, SHAPES).entities["ministry-of-tides"]
    assert (ministry.class_name, ministry.kind) == ("GovernmentBody", "sea-authority")
    assert [(name.language, name.text, name.source) for name in ministry.names] == [
        ("en", "Ministry of Tides", "lantern"),
        ("az", "Qabarma Nazirliyi", "fener"),
    ]
    assert [ministry.label(language) for language in ("az", "en", "kk")] == [
        "Qabarma Nazirliyi",
        "Ministry of Tides",
        "Ministry of Tides",
    ]
    assert ministry.name("kk") is None


def test_a_thing_without_a_name_is_shown_by_its_id(tiny: Path, schema: Schema) -> None:
    append(tiny / "entities.csv", "unheard-of,Company,,b:2 a:1")
    thing = read_project(tiny, schema, SHAPES).entities["unheard-of"]
    assert (thing.label("en"), thing.identifiers) == ("unheard-of", ("a:1", "b:2"))


def test_merged_ids_are_one_entity_with_the_first_preferred_name(tiny: Path, schema: Schema) -> None:
    works = read_project(tiny, schema, SHAPES).entities["tidal-works"]
    assert (works.id, works.ids) == ("tidal-works", ("tidal-works", "tidal-works-jsc"))
    assert works.identifiers == ("example:TW-2031",)
    assert [(name.language, name.text, name.rank) for name in works.names] == [
        ("en", "Tidal Works", NameRank.PREFERRED),
        ("az", "Qabarma İşləri ASC", NameRank.PREFERRED),
        ("en", "Tidal Works JSC", NameRank.ALTERNATIVE),
    ]


def test_a_merge_is_undone_by_removing_its_row(tiny: Path, schema: Schema) -> None:
    row = "tidal-works-jsc,tidal-works,same,Test Editor,2031-06-02,the legal form is left out in English\n"
    edit(tiny / "decisions.csv", row, "")
    assert {"tidal-works", "tidal-works-jsc"} <= read_project(tiny, schema, SHAPES).entities.keys()


def test_a_merged_id_stands_for_its_thing_everywhere(tiny: Path, schema: Schema) -> None:
    """In facts, their qualifiers, kinds and exceptions alike."""
    append(tiny / "entities.csv", "marine-authority,Kind,,", "reef,AccelerationCenter,,")
    append(tiny / "names.csv", "marine-authority,az,dəniz idarəsi,rendering,")
    append(
        tiny / "decisions.csv",
        "reef,reef-station,same,Test Editor,2031-06-02,",
        "marine-authority,sea-authority,same,Test Editor,2031-06-02,",
    )
    edit(tiny / "exceptions.csv", "reef-station,", "reef,")
    edit(tiny / "entities.csv", "GovernmentBody,sea-authority", "GovernmentBody,marine-authority")
    edit(
        tiny / "facts" / "memorandum.csv", "head-of-partnerships,tidal-works,", "head-of-partnerships,tidal-works-jsc,"
    )
    project = read_project(tiny, schema, SHAPES)
    assert [item.entity for item in project.exemptions] == ["reef-station"]
    assert project.entities["ministry-of-tides"].kind == "sea-authority"
    [signed] = [fact for fact in project.facts if fact.predicate == "signed"]
    assert signed.qualifiers["onBehalfOf"] == "tidal-works"


def test_tables_of_facts_are_read_in_the_order_of_their_names(tiny: Path, schema: Schema) -> None:
    (tiny / "facts" / "places-and-figures.csv").rename(tiny / "facts" / "a-first.csv")
    files = [Path(fact.row.file).name for fact in read_project(tiny, schema, SHAPES).facts]
    assert files == ["a-first.csv"] * 12 + ["memorandum.csv"] * 6


@pytest.mark.parametrize("table", ["decisions.csv", "exceptions.csv", "quotes.csv"])
def test_tables_that_may_be_left_out(tiny: Path, schema: Schema, table: str) -> None:
    edit(tiny / "facts" / "memorandum.csv", "tidal-works-jsc,partyTo", "tidal-works,partyTo")
    (tiny / table).unlink()
    assert problems_of(tiny, schema) == []


def test_columns_that_may_be_left_out(tiny: Path, schema: Schema) -> None:
    (tiny / "sources.csv").write_text(
        "id,title,publisher,published,language,url,document\n"
        "lantern,T,,2031-05-04,en,,lantern.txt\nfener,T,,,az,,fener.txt\nharbour-register,T,,,en,,\n"
    )
    (tiny / "names.csv").write_text("entity,language,name,rank\nnorland,en,Norland,\n")
    [name] = read_project(tiny, schema, SHAPES).entities["norland"].names
    assert (name.rank, name.source) == (NameRank.ALTERNATIVE, "")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, schema: Schema) -> None:
    with pytest.raises(InputError) as caught:
        read_project(tmp_path / "none", schema, SHAPES)
    assert str(caught.value) == f"{tmp_path}/none:1: there is no such folder. Name the folder with --seeds."


def test_a_wrong_class_is_told_once_and_not_again_by_each_fact(tiny: Path, schema: Schema) -> None:
    edit(tiny / "entities.csv", "tidal-works,Company", "tidal-works,Companny")
    assert problems_of(tiny, schema) == ["entities.csv:5: unknown class 'Companny'. Did you mean 'Company'?"]


def test_a_character_that_may_not_be_in_a_cell_is_told_once(tiny: Path, schema: Schema) -> None:
    edit(tiny / "sources.csv", "lantern,Two sign", "lan\u200ftern,Two sign")
    assert problems_of(tiny, schema) == [
        "sources.csv:2: the cell 'id' holds the bidirectional character U+200F. Remove it."
    ]


@pytest.mark.parametrize(
    ("table", "faults"),
    [
        ("entities.csv", ["unknown predicate 'joind'. Did you mean 'joined'?"]),
        (
            "sources.csv",
            [
                "unknown predicate 'joind'. Did you mean 'joined'?",
                "unknown subject 'lumen-centre'. Did you mean 'lumen-center'?",
            ],
        ),
    ],
)
def test_a_table_of_ids_that_cannot_be_read_is_told_once_beside_other_faults(
    tiny: Path, schema: Schema, table: str, faults: list[str]
) -> None:
    (tiny / table).write_bytes((tiny / table).read_bytes().decode().encode("utf-16"))
    line = append(tiny / "facts" / "memorandum.csv", "lumen-centre,joind,harbour-network,,,lantern,Lumen,,,,")
    told = [f"{table}:1: the file is UTF-16, not UTF-8. Save it as 'CSV UTF-8'."]
    assert problems_of(tiny, schema) == sorted(told + [f"facts/memorandum.csv:{line}: {fault}" for fault in faults])


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://lantern.example/2031/tides",
            "http://a.example",
            "https://a.example:8080/x?y=1&z=[]".replace("[]", ""),
        ),
        *(
            "https://қазақ.example/жаңалық",
            "https://a.example/a%20b#part",
            "https://a.example/?q=a:b@c",
            "http://1.2.3.4",
        ),
    ],
)
def test_web_addresses(tiny: Path, schema: Schema, address: str) -> None:
    edit(tiny / "sources.csv", "https://lantern.example/2031/tides", address)
    assert read_project(tiny, schema, SHAPES).sources["lantern"].url == address


@pytest.mark.parametrize(
    "address",
    [
        *("lantern.example", "ftp://a.example", "javascript:alert(1)", "https://", "https:///x", "https://a b.example"),
        *("https://a.example/<script>", 'https://a.example/"', "https://a.example/%zz", "https://a.example/a\\b"),
        *(
            "https://a.example:port/",
            "https://me@a.example/",
            "https://a.example/#a#b",
            "https://[a/",
            "HTTPS://A.example",
        ),
    ],
)
def test_what_is_no_web_address(tiny: Path, schema: Schema, address: str) -> None:
    file = tiny / "sources.csv"
    edit(file, "https://lantern.example/2031/tides", '"' + address.replace('"', '""') + '"')
    fix = "Begin it with https://, and write blanks and brackets as %20, %5B and %5D."
    assert problems_of(tiny, schema) == [f"sources.csv:2: '{address}' is no web address. {fix}"]


@given(st.text(st.characters(exclude_categories=["C"]), max_size=12), st.text("/:?#@%[]ab1. \\<é", max_size=12))
def test_what_passes_for_a_web_address_is_an_iri(start: str, end: str) -> None:
    for address in (f"https://{start}{end}", f"https://a.example/{start}{end}", f"https://a{end}{start}"):
        if _URL.fullmatch(address):
            NamedNode(address)  # raises ValueError for what is no IRI
