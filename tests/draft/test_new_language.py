"""A language is added by its tables alone: those that CONTRIBUTING shows."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.draft.drafter import Drafter
from kg.draft.language import grammar
from kg.draft.model import Draft
from kg.draft.names import known
from kg.facts.model import Project
from kg.facts.problems import InputError
from kg.facts.schema import Schema
from kg.facts.texts.printed_dates import printed_date
from tests.draft.conftest import source, triples

GUIDE = Path(__file__).parents[2] / "CONTRIBUTING.md"
CACHES = (grammar.languages, grammar.grammar, known._countries, known._demonyms)


@pytest.fixture
def turkmen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project: Project, schema: Schema) -> Iterator[Drafter]:
    """A drafter that has the table of the guide and, as the guide says, names of cities in a column of their own."""
    data = shutil.copytree(grammar.DATA, tmp_path / "data")
    [table] = re.findall(r"```csv\n(table,name,.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (data / "languages" / "tk.csv").write_text(table, encoding="utf-8")
    with (data / "cities.csv").open(encoding="utf-8", newline="") as file:
        cities = [{**row, "tk": {"ashgabat": "Aşgabat"}.get(row["id"], "")} for row in csv.DictReader(file)]
    with (data / "cities.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*cities[0]])
        writer.writeheader()
        writer.writerows(cities)
    for module in (grammar, known):
        monkeypatch.setattr(module, "DATA", data)
    for cache in CACHES:
        cache.cache_clear()
    yield Drafter(project, schema)
    for cache in CACHES:
        cache.cache_clear()


def drafted(drafter: Drafter, text: str) -> Draft:
    return drafter.draft(text, source(), "tk")


def test_the_table_in_the_guide_is_enough(turkmen: Drafter) -> None:
    found = triples(drafted(turkmen, "Bilim ministrligi we Magtymguly uniwersiteti arasynda ähtnama gol çekildi."))
    assert {("Bilim ministrligi", "partyTo"), ("Magtymguly uniwersiteti", "partyTo")} <= {told[:2] for told in found}


def test_days_and_years_are_told_by_its_rows(turkmen: Drafter) -> None:
    day = drafted(turkmen, "Sähra uniwersiteti 5-nji martda Hazar Toruna goşuldy.")
    year = drafted(turkmen, "Sähra uniwersiteti 2021-nji ýylda Hazar Toruna goşuldy.")
    assert [told.from_ for told in day.proposals] == ["2026-03-05"]
    assert [told.from_ for told in year.proposals] == ["2021"]
    told = printed_date("Tora täze agza\n13-nji mart, 2026 ý.\nSähra uniwersiteti tora goşuldy.")
    assert told is not None and told[0].text == "2026-03-13"


def test_countries_and_cities_have_names_in_it(turkmen: Drafter) -> None:
    found = drafted(turkmen, "Gazagystanyň Sähra uniwersiteti Aşgabat şäherinde açyldy.")
    assert {("ofCountry", "kazakhstan"), ("establishedIn", "ashgabat")} <= {
        (told.predicate, told.object) for told in found.proposals
    }


def test_surnames_and_verbs_within_another_clause_are_told_by_its_rows(turkmen: Drafter) -> None:
    text = "Rektor Kerim Saparow Sähra uniwersitetiniň Hazar Toruna goşulandygyny aýtdy."
    assert ("Sähra uniwersiteti", "joined") in {told[:2] for told in triples(drafted(turkmen, text))}


def test_words_apart_from_each_other_are_a_construction(turkmen: Drafter) -> None:
    found = triples(drafted(turkmen, "Altyn uniwersitetiniň işini Sähra uniwersiteti utgaşdyrýar."))
    assert ("Sähra uniwersiteti", "coordinates", "Altyn uniwersiteti") in found


def test_a_fault_in_the_table_is_told(turkmen: Drafter) -> None:
    path = grammar.DATA / "languages" / "tk.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("trigger,join", "trigger,joins"), encoding="utf-8")
    grammar.grammar.cache_clear()
    with pytest.raises(InputError, match=r"tk\.csv:21: 'joins' is no name of the table trigger\. Did you mean 'join'"):
        grammar.grammar("tk")
