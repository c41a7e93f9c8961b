"""`kg review`."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.cli.output import tell
from kg.draft.model import Drafts, DraftSource, Proposal
from kg.draft.tables import read_drafts
from kg.facts.problems import CallError, InputError, nearest
from kg.facts.schema import PropertyUse
from kg.facts.tables import bad_character
from kg.folders import locked, replace_files
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from kg.review.articles import Articles
from kg.review.holdings import Holdings
from kg.review.journal import Journal
from kg.review.keeping import keep_documents
from kg.review.queue import Choice, Order
from kg.review.session import Reviewer, Session
from kg.settings import settings
from kg.views.faults import in_language, said
from kg.views.proposals import WORDS
from kg.views.words import word

_MOST_VIOLATIONS = 10


@dataclass(frozen=True)
class Opened:
    """A session over a folder of drafts, and what its words need."""

    session: Session
    ontology: Ontology
    folder: Path
    seeds: Path


def review(options: argparse.Namespace) -> int:
    """Asks, or writes or reads a sheet, or reports; 1 where there is nothing to judge or to report.

    Raises CallError and InputError in the reviewer's language.
    """
    try:
        return _reviewed(options)
    except CallError as error:
        raise CallError(said(str(error), options.lang)) from error
    except InputError as error:
        raise in_language(error, options.lang) from error


def _reviewed(options: argparse.Namespace) -> int:
    if options.read and options.sheet is None:
        raise CallError("--read belongs to a sheet. Name it with --sheet FILE.")
    if options.report and options.sheet is not None:
        raise CallError("--report and --sheet exclude each other. Call kg review twice.")
    if options.report:
        from kg.cli.review_report import report

        return report(drafts_folder(options), options)
    with opened(options, _choice(options)) as review_:
        _check_choice(options, review_)
        if options.sheet is not None:
            from kg.cli.review_sheet import read_sheet, write_sheet

            return (read_sheet if options.read else write_sheet)(review_.session, review_.ontology, options)
        from kg.cli.review_terminal import Terminal

        terminal = Terminal(review_.session, review_.ontology, options.lang, plain=options.plain)
        if review_.session.agenda.next() is None:
            tell(word(WORDS, "empty", options.lang))
            return 1
        terminal.run()
        if terminal.written:
            _check(review_, options.lang)
        terminal.tell_end((*commands_after(review_), *_again(review_)))
    return 0


def drafts_folder(options: argparse.Namespace) -> Path:
    """The folder of drafts; CallError where there is none."""
    folder = options.drafts or settings().path("drafts")
    if not folder.is_dir():
        raise CallError(
            f"there is no folder {folder}. Draft articles first (kg draft FILE …), or name it with --drafts."
        )
    return Path(folder)


@contextmanager
def opened(options: argparse.Namespace, choice: Choice) -> Iterator[Opened]:
    """A session that no other process shares; InputError with every fault of the tables and drafts."""
    folder = drafts_folder(options)
    seeds = options.seeds or Path("seeds")
    if not seeds.is_dir():
        raise CallError(f"there is no folder {seeds}. Name the folder of tables with --seeds.")
    by = reviewer_name(options.by)
    with _alone(folder):
        ontology = Resources.current().read_ontology()
        drafts: Drafts = read_drafts(folder)
        session = Session(
            drafts,
            Holdings(seeds, ontology.schema, ontology.shapes),
            Journal(folder, replace_files),
            Articles(drafts.sources, options.documents),
            Reviewer(by, lambda: dt.date.today().isoformat()),
            replace_files,
            choice,
            lambda source: _redrafted(source, session.articles.path(source.id), folder, seeds, ontology),
        )
        yield Opened(session, ontology, folder, seeds)
        if options.documents is not None and options.documents.is_dir():
            kept = keep_documents(drafts.sources, session.holdings.sources, options.documents)
            if kept:
                language = getattr(options, "lang", None) or "en"  # the command that serves pages has none
                tell(word(WORDS, "documents kept", language, n=len(kept), folder=options.documents))


def _redrafted(source: DraftSource, path: Path | None, folder: Path, seeds: Path, ontology: Ontology) -> list[Proposal]:
    """What the article of a source gives, read with what is said of it now; nothing where it is not at hand."""
    from kg.draft.drafter import Drafter
    from kg.draft.merging import Merger
    from kg.draft.names.decided import decisions_of
    from kg.facts.reading import read_project
    from kg.facts.texts.extraction import UnreadableError, text_of

    if path is None:
        return []
    try:
        text = text_of(path.read_bytes(), path.suffix)
    except (OSError, UnreadableError):
        return []
    before = read_drafts(folder)
    drafter = Drafter(read_project(seeds, ontology.schema, ontology.shapes), ontology.schema, decisions_of(before))
    merger = Merger(before)
    merger.add(drafter.draft(text, source, source.language if "language" in source.mended.split("|") else ""))
    return [told for told in merger.drafts().proposals if told.source == source.id]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keeps others from reviewing the same drafts meanwhile."""
    held = locked(folder)
    try:
        held.__enter__()
    except CallError:
        raise CallError(f"somebody is reviewing {folder} already, here or in the browser. End that first.") from None
    try:
        yield
    finally:
        held.__exit__(None, None, None)


def _choice(options: argparse.Namespace) -> Choice:
    return Choice(
        order=Order(options.order),
        article=options.article,
        rule=options.rule,
        predicate=options.predicate,
        language=options.written,
        least=options.min_confidence,
    )


def _check_choice(options: argparse.Namespace, review_: Opened) -> None:
    """Raises CallError where what is to be asked names a predicate or an article that there is not."""
    schema = review_.ontology.schema
    terms = [*schema.names_of(PropertyUse.RELATION, PropertyUse.FIGURE), *schema.entity_classes()]
    if options.predicate is not None and options.predicate not in terms:
        raise CallError(f"unknown predicate '{options.predicate}'. {nearest(options.predicate, terms, 'Correct it.')}")
    if options.article is not None and review_.session.source(options.article) is None:
        fix = f"The ids of the drafted ones are in {review_.folder / 'sources.csv'}."
        raise CallError(f"no article '{options.article}' was drafted. {fix}")


def reviewer_name(told: str | None) -> str:
    """Who judges: as told, else the name of the account."""
    if told is None:
        try:
            return getpass.getuser()
        except (KeyError, OSError, ImportError):
            raise CallError("it is not known who judges. Say it with --by NAME.") from None
    name = " ".join(told.split())
    bad = bad_character(name)
    if not name or bad is not None:
        raise CallError(f"--by holds {f'the {bad}' if bad else 'no name'}. Write who judges.")
    return name


def _check(review_: Opened, language: str) -> None:
    """Says what `kg check` would say of the project now."""
    from kg.build import make_graph, report_of

    found = report_of(make_graph(review_.seeds)).violations
    if not found:
        tell(word(WORDS, "no violations", language))
        return
    tell(word(WORDS, "violations", language, n=len(found)))
    messages = review_.ontology.shape_messages
    for item in found[:_MOST_VIOLATIONS]:
        message = messages.get(item.message, {}).get(language) or said(item.message, language)
        tell(f"  {item.node}: {message} [{item.rule}]")
    if len(found) > _MOST_VIOLATIONS:
        tell(f"  {word(WORDS, 'and more', language, n=len(found) - _MOST_VIOLATIONS)}")


def commands_after(review_: Opened) -> tuple[tuple[str, str], ...]:
    """What to call after a session, each with the word for what it does."""
    where = _seeds_option(review_)
    return (f"kg check{where}", "next check"), (f"kg build{where}", "next build")


def _again(review_: Opened) -> tuple[tuple[str, str], ...]:
    """The call that goes on with what is left; none where nothing is."""
    is_usual = review_.folder.resolve() == settings().path("drafts").resolve()
    drafts = "" if is_usual else f" --drafts {shlex.quote(str(review_.folder))}"
    left = review_.session.agenda.counts().left
    return ((f"kg review{_seeds_option(review_)}{drafts}", "next review"),) if left else ()


def _seeds_option(review_: Opened) -> str:
    is_usual = review_.seeds.resolve() in (Path("seeds").resolve(), settings().path("seeds").resolve())
    return "" if is_usual else f" --seeds {shlex.quote(str(review_.seeds))}"
