"""`kg review --sheet`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kg.cli.output import tell
from kg.facts.problems import CallError, InputError, Problem
from kg.folders import replace_file
from kg.rdf.ontology import Ontology
from kg.review import telling
from kg.review.model import Answer, Item
from kg.review.session import Session
from kg.review.sheet import Shown, sheet
from kg.review.sheet_answers import read_sheet as judgements_in
from kg.review.sheet_answers import rows_of
from kg.review.showing import Showing
from kg.review.telling import done
from kg.views.proposals import WORDS
from kg.views.words import word

_ENDING = ".csv"


def write_sheet(session: Session, ontology: Ontology, options: argparse.Namespace) -> int:
    """Writes what is left to a CSV file; 1 where nothing is."""
    say = _speaker(options.lang)
    path: Path = options.sheet
    if path.suffix.lower() != _ENDING:
        raise CallError(f"a sheet is a CSV file. Name one: --sheet {path.with_suffix(_ENDING)}")
    if session.agenda.next() is None:
        say("empty")
        return 1
    if path.exists():
        raise CallError(f"{path} is there already. Name another file, or read it with --read.")
    showing = Showing(session, ontology, options.lang)

    def show(item: Item) -> Shown:
        card = showing.card(item)
        proof = card.proofs[0]
        return Shown("".join(part.text for part in card.sentence), proof.passage.text, proof.article, card.reasons)

    replace_file(path, sheet(session, show))
    say("sheet written", n=sum(1 for _ in session.agenda.items()), file=path)
    say("sheet how")
    say("sheet new things")
    tell(f"  kg review --sheet {path} --read")
    return 0


def read_sheet(session: Session, ontology: Ontology, options: argparse.Namespace) -> int:
    """Does what was judged in a sheet, all of it or nothing; 1 where nothing was."""
    say = _speaker(options.lang)
    found = judgements_in(options.sheet, session)
    mended = [(session.source(key), session.mend_source(key, told)) for key, told in found.sources.items()]
    if faults := [fault for _, each in mended for fault in each.faults]:
        raise CallError("; ".join(map(str, faults)))
    words = Showing(session, ontology, options.lang).words
    for source, each in mended:
        if source is not None:
            tell(f"{source.id}: {telling.mended(words, each, source)}")
    if mended and not found.answers:
        return 0
    if not found.answers:
        say("sheet nothing new", file=options.sheet)
        return 1
    outcome = session.answer_all(_as_mended(session, answer) if mended else answer for answer in found.answers)
    if outcome.faults:
        rows = rows_of(options.sheet)
        raise InputError(
            Problem(rows[fault.proposal].file, rows[fault.proposal].line, fault.text, fault.fix or "Correct it.")
            for fault in outcome.faults
        )
    summary = session.agenda.summary()
    tell(done(Showing(session, ontology, options.lang).words, summary))
    if summary.rows:
        say("written to", folder=session.holdings.seeds)
        for table, number in summary.rows.items():
            tell(f"  {table}  +{number}")
    for key, number in (("sheet left", found.left), ("sheet known", found.known)):
        if number:
            say(key, n=number)
    return 0


def _speaker(language: str) -> Callable[..., None]:
    """Tells lines of `review_words.csv`."""
    return lambda key, **values: tell(word(WORDS, key, language, **values))


def _as_mended(session: Session, answer: Answer) -> Answer:
    """An answer to an item as it stands since its source was corrected; what the sheet left alone follows."""
    now = session.agenda.item(answer.item.key) or answer.item
    if answer.fields is None:
        return replace(answer, item=now)
    before, after = session.fields_of(answer.item), session.fields_of(now)
    told = {name: after.get(name, text) if text == before.get(name) else text for name, text in answer.fields.items()}
    return replace(answer, item=now, fields=told)
