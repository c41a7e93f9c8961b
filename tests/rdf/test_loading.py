"""Files of N-Quads that are loaded as they come, a part at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.rdf import store as stores
from kg.rdf.store import Loading


@pytest.mark.parametrize("size", [1, 70, 10_000])
def test_every_line_of_every_file_is_loaded_once_it_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(stores, "LOAD_BYTES", size)
    store = Store()
    loading = Loading(store)
    for number in range(5):
        path = tmp_path / str(number)
        path.write_text("".join(f"<x:{number}> <x:p> <x:{line}> <x:g> .\n" for line in range(20 * number)))
        loading.add(path)
    loading.finish()
    assert len(store) == sum(20 * number for number in range(5))


def test_what_cannot_be_loaded_is_raised(tmp_path: Path) -> None:
    (tmp_path / "broken").write_text("<x:a> <x:b>")
    loading = Loading(Store())
    loading.add(tmp_path / "broken")
    with pytest.raises(SyntaxError):
        loading.finish()
