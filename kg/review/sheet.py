"""Proposals as a table for a spreadsheet, and the judgements that come back in it.

A cell that a spreadsheet program would run as a formula is written behind an apostrophe (OWASP, CSV injection) and
read without it; what such a program does to dates, numbers and encodings is met as in the tables of facts.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kg.review import fields
from kg.review.mending import SOURCE_FIELDS, fields_of_source
from kg.review.model import Item, Kind
from kg.review.session import Session

_JUDGED = ("judgement", "reason")
_TOLD = ("kind", "fact", "sentence", "article", "confidence", "reasons", "rule", "language", "candidates")
_FACT = (*fields.CLAIM, *fields.EVIDENCE, *fields.QUALIFIERS)
_THING = ("id", "class", "of_kind", "identifiers", "names")
_NAME = ("entity", "name", "name_language", "rank")
SOURCE_COLUMNS = tuple(f"source_{name}" for name in SOURCE_FIELDS)
COLUMNS = ("proposal", "evidence", *_JUDGED, *_TOLD, *_FACT, *_THING, *_NAME, *SOURCE_COLUMNS)
"""The columns of a sheet. Only those from `subject` on, and the judgement with its reason, are read back."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
LATER = "later"
NAMES_BETWEEN = " | "


@dataclass(frozen=True)
class Shown:
    """What is shown of an item beside its fields: the fact and the passage in words, the article, the reasons."""

    fact: str
    sentence: str
    article: str
    reasons: str


def sheet(session: Session, show: Callable[[Item], Shown]) -> str:
    """The text of a CSV file with a row for all that is left; a fact with several proofs has a row for each."""
    output = io.StringIO()
    writer = csv.DictWriter(output, COLUMNS, lineterminator="\r\n", restval="")
    writer.writeheader()
    for item in session.agenda.items():
        for cells in _rows(item, session.fields_of(item), show(item)):
            source = session.source(source_of(item, cells["evidence"]))
            if source is not None:
                cells |= {f"source_{name}": text for name, text in fields_of_source(source).items()}
            writer.writerow({name: escaped(text) for name, text in cells.items()})
    return "\ufeff" + output.getvalue()


def escaped(text: str) -> str:
    """A cell that no spreadsheet program runs; `plain` undoes it.

    >>> escaped("=1+1"), plain(escaped("=1+1")), plain(escaped("'tis"))
    ("'=1+1", '=1+1', "'tis")
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def plain(text: str) -> str:
    """A cell without the apostrophe that `escaped` put before it; one that stood alone is kept."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _rows(item: Item, told: Mapping[str, str], shown: Shown) -> Iterator[dict[str, str]]:
    row = {
        "proposal": item.key,
        "evidence": "1",
        "kind": item.kind.value,
        "fact": shown.fact,
        "sentence": shown.sentence,
        "article": shown.article,
        "confidence": "" if item.confidence is None else f"{item.confidence:.2f}",
        "reasons": shown.reasons,
        "rule": item.rule,
        "language": item.language,
        "candidates": NAMES_BETWEEN.join(item.question.candidates) if item.question is not None else "",
    }
    if item.kind is Kind.FACT:
        yield {**row, **{name: told.get(name, "") for name in _FACT}}
        for number, proposal in enumerate(item.proposals[1:], 2):
            evidence = {name: told[f"{name} {number}"] for name in fields.EVIDENCE}
            yield {
                "proposal": item.key,
                "evidence": str(number),
                "kind": item.kind.value,
                "rule": proposal.rule,
                "article": proposal.source,
                "language": proposal.language,
                **evidence,
            }
    elif item.kind is Kind.THING:
        names = NAMES_BETWEEN.join(
            f"{name.removeprefix('name ')}: {text}" for name, text in told.items() if name.startswith("name ")
        )
        own = {"id": told["id"], "class": told["class"], "of_kind": told["kind"], "identifiers": told["identifiers"]}
        yield {**row, **own, "names": names}
    elif item.kind is Kind.NAME:
        named = {"name": told["name"], "name_language": told["language"], "rank": told["rank"]}
        yield {**row, **named, "entity": told["entity"]}
    else:
        yield {**row, "entity": ""}


def source_of(item: Item, evidence: str) -> str:
    """The id of the article that a line of an item is from."""
    told = item.proposals
    return told[int(evidence) - 1].source if evidence.isdecimal() and 0 < int(evidence) <= len(told) else item.source
