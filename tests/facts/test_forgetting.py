"""What the tables say of a person goes whole; what is told of others stays as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kg.facts.forgetting import Forgetting, forgetting, with_removal
from kg.facts.model import Entity
from kg.facts.problems import CallError
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from tests.tiny_project import FOLDER, SHAPES, append, edit


def found(seeds: Path, schema: Schema, key: str = "ada-brook") -> Forgetting:
    project = read_project(seeds, schema, SHAPES)
    return forgetting(seeds, project.entities[project.canonical[key]], schema)


def places(rows: Forgetting, seeds: Path) -> list[str]:
    return [row.place.replace(f"{seeds}/", "") for row in rows.rows]


def apply(rows: Forgetting) -> None:
    for path, text in rows.tables.items():
        path.write_text(text, encoding="utf-8", newline="")


def test_every_row_of_a_person_is_found(tiny: Path, schema: Schema) -> None:
    rows = found(tiny, schema)
    assert all("ada-brook" in row.cells.values() for row in rows.rows if row.path.name != "quotes.csv")
    facts = [row for row in rows.rows if row.path.parent.name == "facts"]
    assert {row.cells["predicate"] for row in facts} >= {"signed", "worksFor"}
    quotes = {row.cells["quote"] for row in rows.rows if row.path.name == "quotes.csv"}
    assert quotes <= {row.cells["quote"] for row in facts}
    assert not rows.links


def test_afterwards_the_tables_hold_together_and_nothing_names_the_person(tiny: Path, schema: Schema) -> None:
    before = {path: path.read_text(encoding="utf-8").splitlines() for path in tiny.rglob("*.csv")}
    rows = found(tiny, schema)
    apply(rows)
    project = read_project(tiny, schema, SHAPES)
    assert "ada-brook" not in project.entities
    for path, lines in before.items():
        left = path.read_text(encoding="utf-8")
        assert "ada-brook" not in left
        assert "Ada Brook" not in left
        assert [line for line in lines if line in left.splitlines()] == left.splitlines()


def test_a_fact_goes_where_the_person_is_object_or_qualifier(tiny: Path, schema: Schema) -> None:
    facts = tiny / "facts" / "memorandum.csv"
    line = append(facts, "tidal-works,partyTo,tide-memorandum,,,lantern,Tidal Works signed,,,ada-brook,")
    assert f"facts/memorandum.csv:{line}" in places(found(tiny, schema), tiny)


def test_all_ids_that_are_judged_one_go(tiny: Path, schema: Schema) -> None:
    append(tiny / "entities.csv", "a-brook,Person,,")
    append(tiny / "names.csv", "a-brook,en,A. Brook,preferred,lantern")
    append(tiny / "decisions.csv", "ada-brook,a-brook,same,Ann,2031-05-05,one person")
    rows = found(tiny, schema, "a-brook")
    apply(rows)
    assert {"ada-brook", "a-brook"} & set(read_project(tiny, schema, SHAPES).canonical) == set()
    assert "brook" not in (tiny / "decisions.csv").read_text(encoding="utf-8")


def test_what_points_there_is_emptied_and_what_names_the_person_is_told(tiny: Path, schema: Schema) -> None:
    edit(tiny / "sources.csv", "The Paper Lantern", "ada-brook")
    line = append(tiny / "names.csv", "harbour-network,en,Ada Brook's Network,alternative,lantern")
    rows = found(tiny, schema)
    assert [row.path.name for row in rows.links] == ["sources.csv"]
    assert f"{tiny / 'names.csv'}:{line}" in [row.place for row in rows.mentions]
    apply(rows)
    assert read_project(tiny, schema, SHAPES).sources["lantern"].publisher == ""


def test_a_fact_that_replaced_one_of_theirs_stays(tiny: Path, schema: Schema) -> None:
    facts = tiny / "facts" / "replaced.csv"
    facts.write_text(
        "id,subject,predicate,object,source,quote,supersedes\n"
        "old,ada-brook,worksFor,lumen-center,lantern,Ada Brook,\n"
        "new,tidal-works,cooperatesWith,lumen-center,lantern,Lumen Center,old\n",
        encoding="utf-8",
    )
    rows = found(tiny, schema)
    apply(rows)
    kept = [fact for fact in read_project(tiny, schema, SHAPES).facts if fact.id == "new"]
    assert [fact.supersedes for fact in kept] == [""]


def test_line_ends_and_delimiters_stay(tiny: Path, schema: Schema) -> None:
    names = tiny / "names.csv"
    text = names.read_text(encoding="utf-8").replace(",", ";").replace("\n", "\r\n")
    names.write_bytes(("\ufeff" + text).encode())
    apply(found(tiny, schema))
    left = names.read_bytes().decode()
    assert left.startswith("\ufeffentity;language")
    assert left.count("\n") == left.count("\r\n") == text.count("\r\n") - 1


def test_the_register_never_names(tiny: Path, schema: Schema) -> None:
    ada: Entity = read_project(tiny, schema, SHAPES).entities["ada-brook"]
    once = with_removal("", "2031-05-06", "asked by  letter", 5, ada)
    assert once == "date,reason,rows\n2031-05-06,asked by letter,5\n"
    assert with_removal(once, "2031-06-01", "an error", 2, ada) == once + "2031-06-01,an error,2\n"
    with pytest.raises(CallError, match="control character"):
        with_removal("", "2031-05-06", "two\nlines", 5, ada)
    with pytest.raises(CallError, match="without the name"):
        with_removal("", "2031-05-06", "ADA BROOK asked", 5, ada)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=12)
@given(
    key=st.sampled_from(["norland", "tidal-works", "reef-station", "harbour-network", "tide-memorandum", "ada-brook"])
)
def test_forgetting_anything_leaves_tables_that_hold_together(key: str, schema: Schema) -> None:
    rows = found(FOLDER, schema, key)
    for path, text in rows.tables.items():
        kept = path.read_text(encoding="utf-8").splitlines()
        assert len(text.splitlines()) == len(kept) - sum(row.path == path for row in rows.rows)
