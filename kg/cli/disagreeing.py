"""`kg conflicts`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from kg.cli.opening import Opened, open_build
from kg.cli.output import WORDS, Cell, console, said, said_of, tell, write_rows
from kg.facts.conflicts import Disagreement, disagreements
from kg.facts.model import Evidence
from kg.views.words import read_words

_COLUMNS = ("conflict", "what", "kept", "date", "fact", "quote", "source", "reported", "rule", "claim")


def conflicts(options: argparse.Namespace) -> int:
    """Where sources disagree: each telling as a sentence with its evidence, the kept one first and why it is kept."""
    opened = open_build(options)
    catalogue = opened.catalogue
    found = disagreements(catalogue.claims.values(), catalogue.schema)
    if options.format != "table":
        rows = [row for number, item in enumerate(found, 1) for row in _rows(opened, number, item)]
        write_rows(_COLUMNS, rows, options.format)
        return 0
    if not found:
        console().print(said("no conflicts", options.lang))
        return 0
    shown = [row for number, item in enumerate(found, 1) for row in _told_once(_in_words(opened, number, item))]
    write_rows(("disputed", *_COLUMNS[2:-1]), [row[1:-1] for row in shown], "table", language=options.lang)
    tell(said_of(len(found), "conflicts", options.lang))
    return 0


def _rows(opened: Opened, number: int, item: Disagreement) -> Iterator[tuple[Cell, ...]]:
    """One row for each piece of evidence of each telling."""
    words = opened.sentences
    for index, telling in enumerate(item.tellings):
        kept = "kept" if index == 0 else ""
        told = (number, item.what, kept, words.date(telling.claim), words.sentence(telling.claim))
        for evidence in telling.evidence:
            yield (*told, *_proof(evidence), "" if index else item.clause.value, telling.claim.key)


def _in_words(opened: Opened, number: int, item: Disagreement) -> Iterator[tuple[Cell, ...]]:
    """The same rows with what they differ in, and why one is kept, in the reader's language."""
    language = opened.sentences.language
    key = f"differs {item.what}"
    differs = said(key, language) if key in read_words(WORDS) else opened.sentences.term(item.what)
    clause = said(f"clause {item.clause.name.lower()}", language)
    for row in _rows(opened, number, item):
        yield (row[0], differs, row[2] and said("kept", language), *row[3:8], row[8] and clause, row[9])


def _proof(item: Evidence) -> tuple[str, str, str]:
    """Quote or record, source, and when that had reported."""
    return (
        item.quote.text if item.quote is not None else item.record,
        item.source,
        item.reported.text if item.reported is not None else "",
    )


def _told_once(rows: Iterator[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    """The same rows for reading: what a row only repeats from the one above is left out."""
    above: tuple[Cell, ...] = ()
    for row in rows:
        same = bool(above) and row[4] == above[4] and row[2] == above[2]
        what = "" if above else row[1]
        yield (row[0], what, *([""] * 3 if same else row[2:5]), *row[5:8], "" if same else row[8], row[9])
        above = row
