"""The files that pages ask for: those of others are what they were when they were taken, words are whole."""

from __future__ import annotations

import csv
import hashlib
import re
from pathlib import Path

import kg.server
from kg.server.frame import STATIC, static_file

FOLDER = Path(kg.server.__file__).parent / "static"
WORDS = FOLDER.parents[1] / "views" / "data" / "server_words.csv"


def test_files_of_others_are_unchanged() -> None:
    text = (FOLDER / "vendor" / "README.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([\w.]+)` .* \| `([0-9a-f]{64})` \|$", text, re.MULTILINE))
    files = {path.name: path for path in (FOLDER / "vendor").iterdir() if path.suffix != ".md"}
    assert told == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def test_every_file_is_served_and_asks_nothing_elsewhere() -> None:
    files = {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file() and path.suffix != ".md"}
    assert files == set(STATIC)
    for name in ("site.css", "query.js", "vendor/yasqe.min.css"):
        assert not re.search(r"url\(\s*['\"]?(?!data:)|@import|https?://(?!www\.w3\.org)", static_file(name)), name


def test_words_are_there_in_four_languages() -> None:
    with WORDS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        assert all(row[code].strip() for code in ("en", "az", "kk", "ru")), row["key"]
        slots = [sorted(re.findall(r"\{\w+\}", row[code])) for code in ("en", "az", "kk", "ru")]
        assert all(found == slots[0] for found in slots), row["key"]
        assert None not in row, row["key"]
