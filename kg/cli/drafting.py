"""`kg draft`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.cli.asking_models import DROPPED, DROPPED_FILE, ModelRun, check_call
from kg.cli.output import bar, console, counted, make_table, tell, watched
from kg.draft.articles import Article, SetAside, article_of, as_mended, read_article
from kg.draft.asking.answers import ModelError
from kg.draft.drafter import Drafter
from kg.draft.grading import LEAST, LOWEST
from kg.draft.language.grammar import DATA, languages
from kg.draft.language.language_tables import faults_of_classes
from kg.draft.merging import Merger
from kg.draft.model import Draft, Drafts
from kg.draft.names.decided import decisions_of
from kg.draft.sameness import with_sameness
from kg.draft.tables import SET_ASIDE, SET_ASIDE_FILE, plain_table, read_drafts, table_texts
from kg.facts.dates import PartialDate
from kg.facts.problems import CallError, InputError, nearest
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.folders import replace_file
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from kg.settings import settings

STOPPED = 130
"""The exit code of what was stopped from the keyboard: 128 and the number of SIGINT."""
_BATCH, _ASKED_BATCH = 200, 10
"""How many articles are read before what was found is written, by the rules and by a model."""


@dataclass
class _Run:
    """What came of one call."""

    drafted: list[str] = field(default_factory=list)
    known: int = 0
    aside: list[SetAside] = field(default_factory=list)


def draft(options: argparse.Namespace) -> int:
    """Writes proposals and shows them; 1 where no article could be read."""
    _check(options)
    resources = Resources.current()
    ontology = resources.read_ontology()
    seeds = options.seeds or (Path("seeds") if Path("seeds").is_dir() else resources.seeds)
    _check_classes(options, ontology.schema)
    project = read_project(seeds, ontology.schema, ontology.shapes)
    folder = options.drafts or settings().path("drafts")
    before = read_drafts(folder)
    merger, run = Merger(before), _Run()
    drafter = Drafter(project, ontology.schema, decisions_of(before), least=options.least)
    paths = list(_paths(options.files))
    sources = {source.id: source for source in before.sources}
    done = {source.sha256: source.id for source in before.sources}
    taken = {source.id for source in before.sources} | set(project.sources)
    by_document = {source.document: source for source in project.sources.values() if source.document}
    model = ModelRun(options, drafter, ontology, folder) if options.model is not None else None
    stopped = False
    try:
        with bar("articles") as progress:
            for number, path in enumerate(paths, 1):
                article = _article(path, options, taken, by_document, done, run)
                if article is not None:
                    article = replace(article, source=as_mended(article.source, sources.get(article.source.id)))
                    known = done.get(article.source.sha256)
                    if known is not None and not options.again:
                        run.known += 1
                        run.drafted.append(known)
                    else:
                        if path is None:
                            article = _kept(article, folder)
                        found = _drafted(article, drafter, model, options.language or "", run)
                        if found is not None:
                            merger.add(found)
                            done[article.source.sha256] = article.source.id
                            taken.add(article.source.id)
                            run.drafted.append(article.source.id)
                progress(number, len(paths))
                if number % (_BATCH if model is None else _ASKED_BATCH) == 0:
                    _write(folder, merger.drafts(), run, model)
    except KeyboardInterrupt:
        stopped = True
    finally:  # what was paid for is kept, though a later request went wrong
        drafts = merger.drafts()
        _write(folder, drafts, run, model)
        if model is not None:
            model.close()
    if stopped:
        tell(f"Stopped. {counted(len(run.drafted), 'article')} of {len(paths)} went through; the same call goes on.")
        return STOPPED
    drafts = with_sameness(drafts, before.judged, project, ontology.schema, watched)
    _write(folder, drafts, run, model)
    _show(drafts, run, ontology, drafter, options, folder)
    if model is not None:
        model.show(folder, options.lang)
    return 0 if run.drafted else 1


def _drafted(article: Article, drafter: Drafter, model: ModelRun | None, language: str, run: _Run) -> Draft | None:
    """The draft of an article by the drafter of this call; None where it is set aside."""
    if "language" in article.source.mended.split("|"):
        language = language or article.source.language
    if model is None:
        return drafter.draft(article.text, article.source, language)
    try:
        return model.draft(article, language)
    except ModelError as error:
        run.aside.append(SetAside(article.source.path or "the text on stdin", str(error)))
        return None


def _check(options: argparse.Namespace) -> None:
    check_call(options)
    if options.language is not None and options.language not in languages():
        fix = nearest(options.language, languages(), f"There are tables for {', '.join(languages())}.")
        raise CallError(f"the drafter does not read '{options.language}'. {fix}")
    if not LOWEST <= options.least < 1:
        raise CallError(f"--least is {options.least:g}. Give a number from {LOWEST} to 0.99; {LEAST} is usual.")
    if options.published is not None:
        try:
            PartialDate.parse(options.published)
        except ValueError as error:
            raise CallError(f"{error}. Write YYYY, YYYY-MM or YYYY-MM-DD.") from None


def _check_classes(options: argparse.Namespace, schema: Schema) -> None:
    """Raises InputError where the table of the language that the call names has a class that there is not."""
    path = DATA / "languages" / f"{options.language}.csv"
    problems = faults_of_classes(path, schema.entity_classes()) if options.language is not None else []
    if problems:
        raise InputError(problems)


def _paths(files: Sequence[str]) -> Iterator[Path | None]:
    """The articles in order, those of a folder by name; None stands for stdin."""
    for name in files:
        path = Path(name)
        if name == "-":
            yield None
        elif path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
        elif path.is_file():
            yield path
        else:
            raise CallError(f"there is no file {name}.")


def _article(
    path: Path | None,
    options: argparse.Namespace,
    taken: set[str],
    by_document: object,
    done: dict[str, str],
    run: _Run,
) -> Article | None:
    said = {"language": options.language or "", "published": options.published or ""}
    if path is None:
        found = article_of(sys.stdin.buffer.read(), "", "", said, taken, by_document, done)  # type: ignore[arg-type]
    else:
        found = read_article(path, said, taken, by_document, done)  # type: ignore[arg-type]
    if isinstance(found, SetAside):
        run.aside.append(found)
        return None
    return found


def _kept(article: Article, folder: Path) -> Article:
    """An article from stdin with its text kept beside the drafts, so that a person can read it when judging."""
    path = folder / "documents" / article.source.document
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(article.text.encode())
    except OSError as error:
        raise CallError(f"{path} cannot be written ({error.strerror}). Name another folder with --out.") from None
    return replace(article, source=replace(article.source, path=str(path)))


def _write(folder: Path, drafts: Drafts, run: _Run, model: ModelRun | None) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        texts = table_texts(drafts)
        last = texts.pop("sources.csv")  # an article counts as drafted once all that it gave is on the disk
        for file, text in {**texts, "sources.csv": last}.items():
            replace_file(folder / file, text)
        if run.aside or (folder / SET_ASIDE_FILE).exists():
            rows = [(item.file, item.reason) for item in run.aside]
            replace_file(folder / SET_ASIDE_FILE, plain_table(SET_ASIDE, rows))
        if model is not None:
            replace_file(folder / DROPPED_FILE, plain_table(DROPPED, model.dropped_rows))
    except OSError as error:
        raise CallError(f"{folder} cannot be written ({error.strerror}). Name another folder with --out.") from None


def _show(
    drafts: Drafts, run: _Run, ontology: Ontology, drafter: Drafter, options: argparse.Namespace, folder: Path
) -> None:
    chosen = set(run.drafted)
    rows = [told for told in drafts.proposals if told.source in chosen]
    names = {name.entity: name.text for name in reversed(drafts.names)}
    told_names = {(name.entity, name.language): name.text for name in drafts.names if name.rank == "preferred"}

    def name(key: str) -> str:
        entity = drafter.project.entities.get(key)
        if entity is not None:
            return entity.label(options.lang)
        return told_names.get((key, options.lang)) or names.get(key, key)

    lines = []
    for told in sorted(rows, key=lambda each: (-each.confidence, each.source, each.place.start))[: options.most]:
        phrases = ontology.phrases[told.predicate]
        phrase = (phrases.get(options.lang) or phrases["en"]).forward
        sentence = phrase.replace("{subject}", name(told.subject)).replace("{object}", name(told.object))
        when = f" ({told.from_})" if told.from_ else ""
        state = f" [{ontology.labels[told.status].get(options.lang, told.status)}]" if told.status else ""
        lines.append((f"{sentence}{when}{state}", told.place.quote, f"{told.confidence:.2f}"))
    if lines:
        console().print(make_table(("proposed fact", "quote", "confidence"), lines))
    if len(rows) > len(lines):
        tell(f"The {len(lines)} surest of {counted(len(rows), 'proposal')} are shown; --most N shows more.")
    things = [thing for thing in drafts.things if thing.source in chosen]
    questions = [question for question in drafts.questions if question.source in chosen]
    told_of = (
        f"{counted(len(rows), 'proposal')}, {counted(len(things), 'new thing')}, {counted(len(questions), 'question')}"
    )
    tell(f"{counted(len(run.drafted), 'article')}: {told_of}, in {folder}.")
    if rows:
        tell("Judge them with kg review, or in a browser with kg serve --review.")
    if run.known:
        tell(f"{counted(run.known, 'article')} drafted before and left as they are; --again reads anew.")
    for item in run.aside[:10]:
        tell(f"Set aside: {item.file}: {item.reason}")
    if len(run.aside) > 10:
        tell(f"… and {len(run.aside) - 10} more, in {folder / SET_ASIDE_FILE}.")
