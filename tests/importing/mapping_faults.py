"""What is told of a mapping file that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts.problems import InputError
from kg.importing.mapping_file import read_mapping
from kg.resources import Resources

SCHEMA = Resources.shipped().read_ontology().schema


def faults(text: str, folder: Path) -> list[str]:
    """Each fault of a mapping file, beginning with its line."""
    path = folder / "m.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_mapping(path, SCHEMA)
    return [str(problem).removeprefix(f"{path}:") for problem in caught.value.problems]
