"""Faults of the statements of mapping files, each told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.mapping_faults import faults
from tests.importing.registries import COMPANIES_MAPPING, PROJECTS_MAPPING


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('rank = "=acronym"', 'rank = "=acronim"', "29: unknown rank 'acronim'. Did you mean 'acronym'?"),
        ('"=belongsTo"', '"=belongTo"', "33: unknown predicate 'belongTo'. Did you mean 'belongsTo'?"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, told: str, tmp_path: Path) -> None:
    assert COMPANIES_MAPPING.count(old) >= 1
    found = faults(COMPANIES_MAPPING.replace(old, new, 1), tmp_path)
    assert any(text.startswith(told) for text in found), found


def test_a_fact_needs_a_record_or_a_quote(tmp_path: Path) -> None:
    assert "the facts have no record" in faults(PROJECTS_MAPPING.replace('record = "id"', ""), tmp_path)[0]
