"""Tables that an import wrote, read beside those that people write."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts.forgetting import forgetting
from kg.facts.model import NameRank, Project
from kg.facts.problems import InputError
from kg.facts.reading import read_project
from kg.facts.schema import Schema

SOURCES = "id,title,publisher,published,language,url,document\n"
ENTITIES = "id,class,kind,identifiers\n"
NAMES = "entity,language,name,rank,source\n"
FACTS = "subject,predicate,object,source,quote,record\n"


def write(folder: Path, sources: str, entities: str, names: str, facts: str) -> None:
    (folder / "facts").mkdir(parents=True)
    tables = {"sources": SOURCES + sources, "entities": ENTITIES + entities, "names": NAMES + names}
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "facts" / "x.csv").write_text(FACTS + facts, encoding="utf-8")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    write(tmp_path, "a,A,,,en,,\n", "land,Country,,iso3166-1:AZ\n", "land,en,Land,preferred,\n", "")
    write(
        tmp_path / "imports" / "registry",
        "a,Another,,,en,,\nr,R,,,en,,\n",
        "land,Country,,iso3166-1:AZ\nfirm,Company,,\n",
        "land,en,Land,preferred,r\nland,en,The Land,preferred,r\nfirm,und,Firm,preferred,r\n",
        "firm,ofCountry,land,r,,7\n",
    )
    return tmp_path


def read(seeds: Path, schema: Schema) -> Project:
    return read_project(seeds, schema, frozenset())


def test_what_an_import_repeats_is_one_thing_with_all_its_names(seeds: Path, schema: Schema) -> None:
    project = read(seeds, schema)
    names = [(name.text, name.rank) for name in project.entities["land"].names]
    assert names == [("Land", NameRank.PREFERRED), ("The Land", NameRank.ALTERNATIVE)]
    assert project.sources["a"].title == "A"
    assert [(fact.subject, fact.object, fact.record) for fact in project.facts] == [("firm", "land", "7")]
    assert project.entities["firm"].label("en") == "Firm"


def test_a_thing_of_two_classes_is_told(seeds: Path, schema: Schema) -> None:
    path = seeds / "imports" / "registry" / "entities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("land,Country", "land,City"), encoding="utf-8")
    with pytest.raises(InputError, match=r"entities.csv:2: the id 'land' stands already in .*entities.csv:2"):
        read(seeds, schema)


def test_a_project_may_be_imports_alone(seeds: Path, schema: Schema) -> None:
    for path in [*seeds.glob("*.csv"), *seeds.glob("facts/*.csv")]:
        path.unlink()
    assert set(read(seeds, schema).entities) == {"land", "firm"}


def test_an_import_that_is_being_written_is_not_read(seeds: Path, schema: Schema) -> None:
    write(seeds / "imports" / ".other.new", "broken", "broken", "broken", "broken")
    assert len(read(seeds, schema).entities) == 2


def test_what_is_forgotten_goes_from_imports_too(seeds: Path, schema: Schema) -> None:
    found = forgetting(seeds, read(seeds, schema).entities["firm"], schema)
    assert sorted(row.path.name for row in found.rows) == ["entities.csv", "names.csv", "x.csv"]
