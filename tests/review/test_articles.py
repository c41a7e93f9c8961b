"""What is lit in the sentence of a proposal."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.draft.model import DraftSource, Place
from kg.review.articles import Articles

TEXT = 'The Vice-President of the Bay Council, A. Reed, met "Foam Ltd. A.Ş" in Port Lumen.'


@pytest.mark.parametrize(
    ("subject", "object_", "lit"),
    [
        ("A. Reed", "Vice-President of the Bay Council", ("A. Reed", "Vice-President of the Bay Council")),
        ("Vice-President of the Bay Council", "Bay Council", ("Vice-President of the Bay Council", "Bay Council")),
        ("Bay Council", "Vice-President of the Bay Council", ("Bay Council", "Vice-President of the Bay Council")),
        ("Foam Ltd. A.Ş", "Port Lumen", ("Foam Ltd. A.Ş", "Port Lumen")),
        ("Bay Council", "Bay Council", ("Bay Council", None)),
        ("Reef Station", "Port Lumen", (None, "Port Lumen")),
    ],
)
def test_both_things_are_lit(tmp_path: Path, subject: str, object_: str, lit: tuple[str | None, ...]) -> None:
    path = tmp_path / "gull.txt"
    path.write_text(TEXT, encoding="utf-8")
    source = DraftSource("gull", "Gull", "", "", "", "en", "", path.name, str(path), "")
    place = Place("A. Reed, met", None, TEXT.index("A. Reed"), TEXT.index(' "Foam'), 0, len(TEXT))
    passage = Articles([source], None).passage("gull", place, [subject], [object_])
    found = tuple(None if span is None else passage.text[slice(*span)] for span in (passage.subject, passage.object))
    assert found == lit
