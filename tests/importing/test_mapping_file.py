"""Mapping files: what they say, and their faults, each told with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.importing.mapping_cells import CELL_KEYS
from kg.importing.mapping_file import FILE_KEYS, KEY_SPACE_KEYS, TABLE_KEYS, read_mapping
from kg.importing.mapping_statements import FACT_KEYS, NAME_KEYS, THING_KEYS
from tests.importing.mapping_faults import SCHEMA, faults
from tests.importing.registries import COMPANIES_MAPPING

SHIPPED = Path(__file__).parents[2] / "examples" / "ror" / "ror.toml"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('name = "companies"', 'name = "Companies!"', "1: 'Companies!' cannot name an import."),
        ('name = "companies"', "name = 7", "1: 'name' is no text."),
        ('name = "companies"', "name = companies", "1: this cannot be read: Invalid value."),
        ('name = "companies"', 'nam = "companies"', "1: unknown key 'nam'. Did you mean 'name'?"),
        ('title = "Реестр компаний"\n', "", "3: the source has no title."),
        ('language = "ru"', 'language = "rus"', "6: unknown language 'rus'. Did you mean 'ru'?"),
        ('identifier = "inn-test"', 'identifer = "x"', "9: unknown key 'identifer'. Did you mean 'identifier'?"),
        ('encoding = "cp1251"', 'encoding = "cp12510"', "16: unknown encoding 'cp12510'."),
        ('file = "companies.csv"\n', "", "14: the table has no file."),
        ('"companies.csv"', '"../companies.csv"', "15: '../companies.csv' is not inside the folder of the inputs."),
        ('"companies.csv"', '"/etc/*.csv"', "15: '/etc/*.csv' is not inside the folder of the inputs."),
        ('"companies.csv"', "'a\\..\\..\\b.csv'", "15: 'a\\..\\..\\b.csv' is not inside the folder of the inputs."),
        ('"companies.csv"', "'C:b.csv'", "15: 'C:b.csv' is not inside the folder of the inputs."),
        ('encoding = "cp1251"', 'encoding = "base64"', "16: unknown encoding 'base64'."),
        ('encoding = "cp1251"', 'delimiter = "\\n"', "16: '\\n' is no single character of a line."),
        ('encoding = "cp1251"', 'quote = ","', "16: ',' cannot be delimiter and quote at once."),
        ('id = "companies"', 'id = "Our companies"', "4: 'Our companies' cannot be the id of a source."),
        (
            'language = "ru"\n',
            'language = "ru"\npublished = "2024-02-30"\n',
            "7: '2024-02-30' is not a day of the calendar.",
        ),
        ('language = "ru"\n', 'language = "ru"\nurl = "example.org"\n', "7: 'example.org' is no web address."),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, told: str, tmp_path: Path) -> None:
    assert COMPANIES_MAPPING.count(old) >= 1
    found = faults(COMPANIES_MAPPING.replace(old, new, 1), tmp_path)
    assert any(text.startswith(told) for text in found), found


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = COMPANIES_MAPPING.replace("Company", "Compny").replace("=ofCountry", "=ofContry")
    assert len(faults(text, tmp_path)) == 2


def test_the_mapping_of_ror_takes_under_sixty_lines() -> None:
    mapping = read_mapping(SHIPPED, SCHEMA)
    assert mapping.name == "ror"
    assert len(SHIPPED.read_text(encoding="utf-8").splitlines()) < 60


def test_the_mapping_of_the_documentation_can_be_read(tmp_path: Path) -> None:
    page = (SHIPPED.parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
    code, more = re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "m.toml").write_text(code, encoding="utf-8")
    mapping = read_mapping(tmp_path / "m.toml", SCHEMA)
    assert (len(mapping.keys), len(mapping.tables[0].things), len(mapping.tables[0].facts)) == (2, 1, 1)
    (tmp_path / "m.toml").write_text(code + more, encoding="utf-8")
    assert len(read_mapping(tmp_path / "m.toml", SCHEMA).tables[0].names) == 2


def test_every_key_is_documented() -> None:
    page = (SHIPPED.parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
    listed = {*FILE_KEYS, *KEY_SPACE_KEYS, *TABLE_KEYS, *THING_KEYS, *NAME_KEYS, *FACT_KEYS, *CELL_KEYS} - {
        "thing",
        "name",
        "fact",
        "table",
        "keys",
        "source",
    }
    assert [key for key in sorted(listed) if f"`{key}`" not in page] == ["kinds"]
