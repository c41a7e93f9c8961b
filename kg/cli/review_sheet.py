"""`kg review --sheet`."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.output import counted, tell
from kg.facts.problems import CallError, InputError, Problem
from kg.folders import replace_file
from kg.rdf.ontology import Ontology
from kg.review.model import Item
from kg.review.session import Session
from kg.review.sheet import Shown, rows_of, sheet
from kg.review.sheet import read_sheet as judgements_in
from kg.review.showing import Showing

_ENDING = ".csv"


def write_sheet(session: Session, ontology: Ontology, options: argparse.Namespace) -> int:
    """Writes what is left to a CSV file; 1 where nothing is."""
    path: Path = options.sheet
    if path.suffix.lower() != _ENDING:
        raise CallError(f"a sheet is a CSV file. Name one: --sheet {path.with_suffix(_ENDING)}")
    if session.next() is None:
        tell("kg: nothing is proposed that is not judged yet.")
        return 1
    if path.exists():
        raise CallError(f"{path} is there already. Name another file, or read it with --read.")
    showing = Showing(session, ontology, options.lang)

    def show(item: Item) -> Shown:
        card = showing.card(item)
        proof = card.proofs[0]
        return Shown("".join(part.text for part in card.sentence), proof.passage.text, proof.article, card.reasons)

    replace_file(path, sheet(session, show))
    tell(f"Wrote {counted(sum(1 for _ in session.items()), 'proposal')} to {path}.")
    tell("Write accept, reject or later into its column 'judgement', correct cells from 'subject' on.")
    tell("A new thing that is left blank is accepted with a fact that needs it. Then run:")
    tell(f"  kg review --sheet {path} --read")
    return 0


def read_sheet(session: Session, ontology: Ontology, options: argparse.Namespace) -> int:
    """Does what was judged in a sheet, all of it or nothing; 1 where nothing was."""
    found = judgements_in(options.sheet, session)
    if not found.answers:
        tell(f"kg: no line of {options.sheet} has a new judgement.")
        return 1
    outcome = session.answer_all(found.answers)
    if outcome.faults:
        rows = rows_of(options.sheet)
        raise InputError(
            Problem(rows[fault.proposal].file, rows[fault.proposal].line, fault.text, fault.fix or "Correct it.")
            for fault in outcome.faults
        )
    kinds = [answer.verdict.value for answer in found.answers]
    told = ", ".join(f"{kinds.count(kind)} {kind}ed" for kind in ("accept", "edit", "reject") if kind in kinds)
    tell(f"{told}; {counted(len(outcome.rows), 'row')} written to {session.holdings.seeds}.")
    for text, number in (("left without a judgement", found.left), ("judged before", found.known)):
        if number:
            tell(f"{number} {text}.")
    return 0
