"""`kg find` and `kg show`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.text import Text

from kg.cli.opening import Opened, open_build
from kg.cli.output import Cell, console, headers, make_table, said, tell, write_rows
from kg.facts.model import Claim, Rank
from kg.facts.problems import CallError, Problem
from kg.views.surroundings import Sentence, sentences_of


def show(options: argparse.Namespace) -> int:
    """A thing's names and every claim that it stands in, with dates and evidence.

    With `--documents`, the sentence around each quote too.
    """
    opened = open_build(options)
    key = opened.resolve(options.name)
    claims = opened.catalogue.about(key)
    sentences = _sentences(opened, options.documents, claims)
    if options.format == "table":
        _print_card(opened, key)
        shown = [row for claim in claims for row in _shown(opened, claim, sentences)]
        if shown:
            console().print(make_table(headers(("date", "fact", "quote", "source"), options.lang), shown))
        else:
            console().print(Text(said("no facts", options.lang)))
        _print_inferred(opened, key)
        return 0
    columns: tuple[str, ...] = ("date", "fact", "status", "claim", "quote", "source")
    rows: list[tuple[str, ...]] = [row for claim in claims for row in _rows(opened, claim)]
    if options.documents is not None:
        columns = (*columns, "sentence")
        around = [sentences.get(item.key) for claim in claims for item in claim.evidence]
        rows = [(*row, found.text if found else "") for row, found in zip(rows, around, strict=True)]
    write_rows(columns, rows, options.format)
    return 0


def _print_inferred(opened: Opened, key: str) -> None:
    """What follows from the facts by rules, where anything does."""
    sentences = [opened.sentences.relation(*triple) for triple in opened.catalogue.inferred_about(key)]
    if sentences:
        console().print(Text(said("inferred", opened.sentences.language), style="bold"))
        for sentence in sentences:
            console().print(Text(f"  {sentence}"))


def _sentences(opened: Opened, folder: Path | None, claims: list[Claim]) -> Mapping[str, Sentence]:
    """The sentences around the quotes of claims; a document that cannot be read is told of on stderr."""
    if folder is None:
        return {}
    if not folder.is_dir():
        raise CallError(f"there is no folder {folder}. Name the folder of the sources' documents with --documents.")
    problems: list[Problem] = []
    found = sentences_of(opened.catalogue, folder, problems, claims)
    for problem in problems:
        tell(f"kg: {problem.text}. {problem.fix}")
    return found


def _print_card(opened: Opened, key: str) -> None:
    entity, words = opened.catalogue.entities[key], opened.sentences
    screen = console()
    screen.print(Text.assemble((words.name(key), "bold"), f"  {words.kind(entity)}  id:{key}"))
    for identifier in entity.identifiers:
        screen.print(Text(f"  {identifier}"))
    names = [(name.language, name.text, said(name.rank.value, words.language)) for name in entity.names]
    screen.print(make_table(headers(("language", "name", "rank"), words.language), names))


def _rows(opened: Opened, claim: Claim) -> list[tuple[str, ...]]:
    """One row for each piece of evidence: date, fact, status, claim, quote or record, source."""
    words = opened.sentences
    told = (words.date(claim), words.sentence(claim), claim.status.value, claim.key)
    return [(*told, item.quote.text if item.quote is not None else item.record, item.source) for item in claim.evidence]


def _shown(opened: Opened, claim: Claim, sentences: Mapping[str, Sentence]) -> Iterator[tuple[Cell | Text, ...]]:
    """The same rows to read: what belongs to the claim stands in the first only, each sentence under its quote."""
    for index, (row, item) in enumerate(zip(_rows(opened, claim), claim.evidence, strict=True)):
        proof, around = Text(row[4]), sentences.get(item.key)
        if around is not None:
            proof.append_text(
                Text.assemble("\n", (around.before, "dim"), (around.quote, "bold"), (around.after, "dim"))
            )
        yield (*(("", "") if index else row[:2]), proof, row[5])


def timeline(options: argparse.Namespace) -> int:
    """What is told of a thing by date, plans and denials marked; what no source dates comes last.

    Claims that were superseded or are deprecated are left out: `show` has them.
    """
    opened = open_build(options)
    key = opened.resolve(options.name)
    words = opened.sentences
    claims = [item for item in opened.catalogue.about(key) if item.rank is not Rank.DEPRECATED and not item.superseded]
    rows = [(words.date(claim), words.sentence(claim), " ".join(claim.sources)) for claim in _by_date(claims)]
    if not rows:
        tell(f"kg: {said('no facts of', options.lang, name=words.name(key))}")
        return 1
    write_rows(("date", "fact", "sources"), rows, options.format, language=options.lang)
    return 0


def _by_date(claims: list[Claim]) -> list[Claim]:
    """Claims by the earliest day that they can have begun, dated ones before those known only by a report."""

    def order(claim: Claim) -> tuple[int, str, str, str]:
        if claim.from_ is not None:
            return 0, claim.from_.text, claim.predicate, claim.key
        if claim.until is not None:
            return 0, claim.until.text, claim.predicate, claim.key
        if claim.reported is not None:
            return 1, claim.reported.text, claim.predicate, claim.key
        return 2, "", claim.predicate, claim.key

    return sorted(claims, key=order)
