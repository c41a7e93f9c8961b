"""Faults of the cells of mapping files, each told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.mapping_faults import faults
from tests.importing.registries import COMPANIES_MAPPING


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"ОАО" = "Company"', '"ОАО" = "Compny"', "23: unknown class 'Compny'. Did you mean 'Company'?"),
        ('keys = "country"', 'keys = "land"', "40: unknown keys 'land'. Describe them below [keys.NAME]."),
        ('"%d.%m.%Y", "%Y"', '"%d.%n.%Y"', "41: '%d.%n.%Y' is no format of dates."),
        ('"%d.%m.%Y", "%Y"', '"%d %Y"', "41: '%d %Y' is no format of a year, a month or a day."),
        ('map = {"ООО" = "Company", "ОАО" = "Company"}', 'other = ""', "23: 'other' without a map says nothing."),
        (
            'id = {column = "Код", keys = "company"}',
            'id = "Код"',
            "20: 'id' does not say which keys it holds, and 'company' and 'country' begin alike.",
        ),
        ('id = {column = "Код", keys', 'id = {column = ["Код", ""], keys', "20: 'id' names no column."),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, told: str, tmp_path: Path) -> None:
    assert COMPANIES_MAPPING.count(old) >= 1
    found = faults(COMPANIES_MAPPING.replace(old, new, 1), tmp_path)
    assert any(text.startswith(told) for text in found), found
