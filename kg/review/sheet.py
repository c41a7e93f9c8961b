"""Proposals as a table for a spreadsheet, and the judgements that come back in it.

A cell that a spreadsheet program would run as a formula is written behind an apostrophe (OWASP, CSV injection) and
read without it; what such a program does to dates, numbers and encodings is met as in the tables of facts.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.draft.model import Verdict
from kg.facts.model import Row
from kg.facts.problems import InputError, Problem, nearest
from kg.facts.tables import Record, read_table
from kg.review import fields
from kg.review.mending import SOURCE_FIELDS, changes, faults_of, fields_of_source
from kg.review.model import Answer, Item, Kind
from kg.review.session import Session

_JUDGED = ("judgement", "reason")
_TOLD = ("kind", "fact", "sentence", "article", "confidence", "reasons", "rule", "language", "candidates")
_FACT = (*fields.CLAIM, *fields.EVIDENCE, *fields.QUALIFIERS)
_THING = ("id", "class", "of_kind", "identifiers", "names")
_NAME = ("entity", "name", "name_language", "rank")
_SOURCE = tuple(f"source_{name}" for name in SOURCE_FIELDS)
COLUMNS = ("proposal", "evidence", *_JUDGED, *_TOLD, *_FACT, *_THING, *_NAME, *_SOURCE)
"""The columns of a sheet. Only those from `subject` on, and the judgement with its reason, are read back."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_LATER = "later"
_NAMES_BETWEEN = " | "


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
    for item in session.items():
        for cells in _rows(item, session.fields_of(item), show(item)):
            source = session.source(_source_of(item, cells["evidence"]))
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
        "candidates": _NAMES_BETWEEN.join(item.question.candidates) if item.question is not None else "",
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
        names = _NAMES_BETWEEN.join(
            f"{name.removeprefix('name ')}: {text}" for name, text in told.items() if name.startswith("name ")
        )
        own = {"id": told["id"], "class": told["class"], "of_kind": told["kind"], "identifiers": told["identifiers"]}
        yield {**row, **own, "names": names}
    elif item.kind is Kind.NAME:
        named = {"name": told["name"], "name_language": told["language"], "rank": told["rank"]}
        yield {**row, **named, "entity": told["entity"]}
    else:
        yield {**row, "entity": ""}


def _source_of(item: Item, evidence: str) -> str:
    """The id of the article that a line of an item is from."""
    told = item.proposals
    return told[int(evidence) - 1].source if evidence.isdecimal() and 0 < int(evidence) <= len(told) else item.source


@dataclass(frozen=True)
class Read:
    """What came back in a sheet."""

    answers: tuple[Answer, ...]
    sources: Mapping[str, Mapping[str, str]]
    """What was corrected of sources, by id."""
    left: int
    """Rows without a judgement, or for later."""
    known: int
    """Rows that were judged before."""


def read_sheet(path: Path, session: Session) -> Read:
    """The judgements in a sheet; InputError with every fault of it, as `file:line`.

    A new thing that is left blank is accepted with a fact that needs it; one for later, or rejected, is not.
    """
    problems: list[Problem] = []
    records = [_plain(record) for record in read_table(path, COLUMNS[:4], COLUMNS, problems)]
    first: dict[str, Record] = {}
    more: dict[str, dict[str, Record]] = {}
    left = known = 0
    for record in records:
        key, number = record.cells["proposal"], record.cells["evidence"] or "1"
        if session.item(key) is None:
            fix = "Take the cell back as it was, or write the sheet anew: kg review --sheet."
            problems.append(record.problem(f"unknown proposal '{key}'", fix))
        elif number in more.setdefault(key, {}):
            problems.append(record.problem("the same proposal and evidence stand twice", "Remove one of the lines."))
        else:
            more[key][number] = record
            first.setdefault(key, record)
    sources = _sources(more, session, problems)
    answers: list[Answer] = []
    for key in first:
        item = session.item(key)
        assert item is not None
        verdict = _verdict(more[key], problems)
        if verdict is None:
            left += 1
        elif key in session.journal.judged:
            known += 1
        else:
            answers.append(_answer(item, verdict, more[key], session, problems))
    answers += _blank(answers, more, session, problems)
    if problems:
        raise InputError(problems)
    order = [Kind.QUESTION, Kind.THING, Kind.FACT, Kind.NAME]
    return Read(tuple(sorted(answers, key=lambda answer: order.index(answer.item.kind))), sources, left, known)


def _sources(
    rows: Mapping[str, Mapping[str, Record]], session: Session, problems: list[Problem]
) -> dict[str, dict[str, str]]:
    """The fields of sources that lines have otherwise than the drafts; where two lines differ, both are told."""
    found: dict[str, dict[str, str]] = {}
    for key, lines in rows.items():
        item = session.item(key)
        for number, record in lines.items():
            source = session.source(_source_of(item, number)) if item is not None else None
            told = {name: record.cells[f"source_{name}"] for name in SOURCE_FIELDS if record.cells["_sourced"]}
            changed = changes(source, told) if source is not None else {}
            if source is None or not changed:
                continue
            own = found.setdefault(source.id, {})
            for name, text in changed.items():
                if own.setdefault(name, text) != text:
                    said = f"another line says '{own[name]}' in 'source_{name}' of the same article"
                    problems.append(record.problem(said, "Write one of them in both."))
            problems.extend(record.problem(fault.text, fault.fix) for fault in faults_of(changed))
    return found


def _blank(
    answers: Sequence[Answer], rows: Mapping[str, Mapping[str, Record]], session: Session, problems: list[Problem]
) -> list[Answer]:
    """Answers to new things whose judgement is left blank: each is accepted, as its cells stand, with the first fact
    that needs it and is accepted."""
    found = {answer.item.key: answer for answer in answers}
    added: list[Answer] = []
    meant = {
        answer.item.own_id: (answer.fields or {}).get("entity") or answer.item.own_id
        for answer in answers
        if answer.item.is_sameness or (answer.item.question is not None and answer.item.own_id and answer.fields)
    }
    for answer in answers:
        if answer.item.kind is not Kind.FACT or answer.verdict is Verdict.REJECT:
            continue
        told = answer.fields if answer.fields is not None else session.fields_of(answer.item)
        named = {session.meant(key, meant) for key in session.holdings.checker.ids_of(told)}
        for key, thing in session.new_if(answer.item, meant).items():
            lines = rows.get(thing.key)
            if lines is None or thing.key in found or key not in named:
                continue
            if any(line.cells["judgement"] for line in lines.values()):
                text, fix = f"the new thing '{thing.own_id}' is left for later", "Accept it, or leave the fact, too."
                problems.append(next(iter(rows[answer.item.key].values())).problem(text, fix))
                continue
            accepted = _answer(thing, Verdict.ACCEPT, lines, session, problems)
            found[thing.key] = replace(accepted, with_=answer.item.key)
            added.append(found[thing.key])
    return added


def rows_of(path: Path) -> dict[str, Row]:
    """The line of each proposal in a sheet that was read."""
    records = read_table(path, COLUMNS[:4], COLUMNS, [])
    return {record.cells["proposal"]: record.row for record in reversed(records)}


def _plain(record: Record) -> Record:
    cells = {name: plain(text) for name, text in record.cells.items()}
    sourced = "yes" if any(record.cells.get(name) for name in _SOURCE) else ""  # else the columns were taken out
    return Record(record.row, {**dict.fromkeys(COLUMNS, ""), **cells, "_sourced": sourced})


def _verdict(rows: Mapping[str, Record], problems: list[Problem]) -> Verdict | None:
    """What was said of a proposal, in whichever of its lines; None for nothing, or for later."""
    verdicts = {verdict.value: verdict for verdict in Verdict}
    found: Verdict | None = None
    for record in rows.values():
        text = record.cells["judgement"].casefold()
        if not text or text == _LATER:
            continue
        if text not in verdicts:
            fix = nearest(text, [*verdicts, _LATER], "Write accept, edit, reject or later.")
            problems.append(record.problem(f"unknown judgement '{text}'", fix))
        elif found is not None and verdicts[text] is not found:
            problems.append(record.problem("another line of this proposal says otherwise", "Judge it in one line."))
        else:
            found = verdicts[text]
    return found


def _answer(
    item: Item, verdict: Verdict, rows: Mapping[str, Record], session: Session, problems: list[Problem]
) -> Answer:
    """An answer with the fields as they stand in the sheet; edited cells make an acceptance an edit."""
    record = rows.get("1") or next(iter(rows.values()))
    reason = next((each.cells["reason"] for each in rows.values() if each.cells["reason"]), "")
    if verdict is Verdict.REJECT:
        return Answer(item, verdict, reason)
    before = session.fields_of(item)
    told = _fields(item, rows, before, problems)
    if item.question is not None and item.is_sameness and not told["entity"] and len(item.question.candidates) == 1:
        told = {"entity": item.question.candidates[0]}  # yes, they are one
    if item.question is not None and not told.get("entity"):
        fix = f"One of: {', '.join(item.question.candidates)}" + (f", or {item.own_id}." if item.own_id else ".")
        problems.append(record.problem("the question has no answer in 'entity'", fix))
    changed = item.kind is Kind.QUESTION or any(told.get(name, "") != text for name, text in before.items())
    changed = changed or any(text and name not in before for name, text in told.items())
    said = Verdict.EDIT if changed and item.kind is not Kind.QUESTION else Verdict.ACCEPT
    return Answer(item, said, reason, told if changed else None)


def _fields(
    item: Item, rows: Mapping[str, Record], before: Mapping[str, str], problems: list[Problem]
) -> dict[str, str]:
    record = rows.get("1") or next(iter(rows.values()))
    cells = record.cells
    if item.kind is Kind.FACT:
        told = {name: cells[name] for name in (*fields.CLAIM, *fields.QUALIFIERS)} if "1" in rows else dict(before)
        for number in range(1, len(item.proposals) + 1):
            each = rows.get(str(number))
            for name in fields.EVIDENCE:
                field = name if number == 1 else f"{name} {number}"
                told[field] = each.cells[name] if each is not None else before[field]
        return told
    if item.kind is Kind.QUESTION:
        return {"entity": cells["entity"]}
    if item.kind is Kind.NAME:
        return {
            "entity": cells["entity"],
            "language": cells["name_language"],
            "name": cells["name"],
            "rank": cells["rank"],
        }
    own = {"id": cells["id"], "class": cells["class"], "kind": cells["of_kind"], "identifiers": cells["identifiers"]}
    return {**own, **_names(record, problems)}


def _names(record: Record, problems: list[Problem]) -> dict[str, str]:
    """The names of a thing: `az preferred: …`, with a bar between."""
    found: dict[str, str] = {}
    for piece in filter(None, (part.strip() for part in record.cells["names"].split(_NAMES_BETWEEN.strip()))):
        told, colon, text = piece.partition(": ")
        if not colon or not text.strip() or f"name {told}" in found:
            fix = "Write such as: en preferred: Foam Park | en acronym: FP."
            problems.append(record.problem(f"'{piece}' in 'names' is no name with its language and rank", fix))
        else:
            found[f"name {told}"] = text.strip()
    return found
