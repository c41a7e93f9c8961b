"""The names that are published, and the look-up that proves it: the registry, the documents, CLDR."""

from __future__ import annotations

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as its source has it: record, language (ISO 639-1, empty where the source has none) and rank or kinds."""

    record: str
    language: str
    text: str
    kinds: str


def registry_names(folder: Path) -> dict[str, list[Name]]:
    """The registry's names by record."""
    names: dict[str, list[Name]] = defaultdict(list)
    with gzip.open(folder / "names.tsv.gz", "rt", encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t"):
            record = row["organisation"]
            names[record].append(Name(record, row["language"], row["name"], row["kinds"]))
    return dict(names)


def document_names() -> dict[str, list[Name]]:
    """The names of `seeds/names.csv` that stand in a document (not our own renderings, not CLDR's), by entity."""
    names: dict[str, list[Name]] = defaultdict(list)
    with (SEEDS / "names.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            if row["source"].startswith("doc-"):
                record = f"seeds:{row['entity']}"
                names[record].append(Name(record, row["language"], row["name"], row["rank"]))
    return dict(names)


def document_texts(folder: Path) -> dict[str, str]:
    """The text of each document, by the id of its source."""
    with (SEEDS / "sources.csv").open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["document"]]
    return {f"document:{row['id']}": (folder / row["document"]).read_text(encoding="utf-8") for row in rows}


@cache
def country(code: str, language: str) -> str:
    """CLDR's name of a country."""
    return str(Locale.parse(language, sep="-").territories[code])


def main_name(names: Iterable[Name], language: str) -> str:
    """The label in a language; for English also the registry's displayed name when it has no language code."""
    full = [name for name in names if name.kinds != "acronym"]
    for wanted in ("label", "ror_display", "alias"):
        for name in full:
            if name.language == language and wanted in name.kinds:
                return name.text
    if language == "en":
        for name in full:
            if not name.language and "ror_display" in name.kinds and name.text.isprintable():
                return name.text
    return ""


@dataclass(frozen=True, slots=True)
class Sources:
    """All that is published, and the look-up that proves it."""

    names: dict[str, list[Name]]
    texts: dict[str, str]

    def name(self, record: str, language: str, text: str, kind: str) -> str:
        """The name, looked up; an empty text asks for the main name in the language. Raises LookupError."""
        if record.startswith("cldr:"):
            found = country(record.removeprefix("cldr:"), language)
            if text in ("", found):
                return found
        elif record.startswith("document:"):
            if text and text in self.texts[record]:
                return text
        elif not text:
            if found := main_name(self.names.get(record, ()), language):
                return found
        else:
            for name in self.names.get(record, ()):
                inside = kind == "person" and (
                    text in name.text if "zh" in language else re.search(rf"(?<!\w){re.escape(text)}(?!\w)", name.text)
                )
                if (name.text == text or inside) and name.language in ("", language.split("-")[0]):
                    return text
        raise LookupError(f"{record}: no name {text!r} in {language!r}")
