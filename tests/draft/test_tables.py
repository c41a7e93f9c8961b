"""The tables of the folder of drafts: read as written, merged, and what was judged left out."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from kg.draft.drafter import Drafter
from kg.draft.merging import Merger
from kg.draft.model import Drafts, Judged, Reason
from kg.draft.tables import read_drafts, table_texts
from kg.facts.problems import InputError
from tests.draft.conftest import source

ENGLISH = "On 3 May 2026 Estonia joined the Green Data Alliance."
ALSO = "It is official: Estonia joined the Green Data Alliance."


def written(folder: Path, drafts: Drafts) -> Drafts:
    folder.mkdir(exist_ok=True)
    for file, text in table_texts(drafts).items():
        (folder / file).write_text(text, encoding="utf-8", newline="")
    return read_drafts(folder)


def test_what_is_written_is_read_again(tmp_path: Path, drafter: Drafter) -> None:
    merger = Merger(Drafts())
    merger.add(drafter.draft(ENGLISH, source("a")))
    drafts = merger.drafts()
    assert drafts.proposals and drafts.things and drafts.names
    read = written(tmp_path / "drafts", drafts)
    assert table_texts(read) == table_texts(drafts)
    assert set(read.things) == set(drafts.things) and set(read.names) == set(drafts.names)
    assert {(told.key, told.place, told.reasons) for told in read.proposals} == {
        (told.key, told.place, told.reasons) for told in drafts.proposals
    }


def test_one_event_told_by_two_articles_is_one_proposal_with_two_rows(drafter: Drafter) -> None:
    merger = Merger(Drafts())
    for key, text in (("a", ENGLISH), ("b", ALSO)):
        merger.add(drafter.draft(text, source(key)))
    rows = [told for told in merger.drafts().proposals if told.predicate == "joined"]
    assert [row.source for row in rows] == ["a", "b"]
    assert len({row.key for row in rows}) == 1
    assert all(Reason.SEVERAL_SOURCES in row.reasons for row in rows)


def test_drafting_again_changes_nothing(tmp_path: Path, drafter: Drafter) -> None:
    merger = Merger(Drafts())
    for key, text in (("a", ENGLISH), ("b", ALSO)):
        merger.add(drafter.draft(text, source(key)))
    before = table_texts(merger.drafts())
    again = Merger(written(tmp_path / "drafts", merger.drafts()))
    for key, text in (("b", ALSO), ("a", ENGLISH)):
        again.add(drafter.draft(text, source(key)))
    assert table_texts(again.drafts()) == before


def test_what_was_judged_is_not_proposed_again(drafter: Drafter) -> None:
    merger = Merger(Drafts())
    for key, text in (("a", ENGLISH), ("b", ALSO)):
        merger.add(drafter.draft(text, source(key)))
    drafts = merger.drafts()
    [judged] = {told.key for told in drafts.proposals if told.predicate == "joined"}
    after = Merger(Drafts(judged=(Judged(judged, "reject", "A", "2026-05-04", ""),), merged=drafts.merged))
    for key, text in (("a", ENGLISH), ("b", ALSO)):
        after.add(drafter.draft(text, source(key)))
    assert not [told for told in after.drafts().proposals if told.predicate == "joined"]


def test_a_broken_table_is_named_by_line(tmp_path: Path, drafter: Drafter) -> None:
    merger = Merger(Drafts())
    merger.add(drafter.draft(ENGLISH, source("a")))
    folder = tmp_path / "drafts"
    written(folder, merger.drafts())
    path = folder / "facts.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",0.", ",much."), encoding="utf-8")
    with pytest.raises(InputError, match=r"facts\.csv:2: 'much\.\d+' is no confidence"):
        read_drafts(folder)


def test_rows_pass_as_facts_of_the_project(tmp_path: Path, drafter: Drafter, schema: object) -> None:
    """The tables of the drafts, put into the project's own, are read without a problem."""
    from kg.facts.quotes import locate, read_documents
    from kg.facts.reading import read_project
    from kg.facts.rows import FACT_COLUMNS
    from kg.rdf.ontology import Ontology
    from kg.resources import Resources
    from tests.draft.test_quotes import TEXTS

    resources = Resources.shipped()
    ontology = Ontology(resources.ontology)
    seeds = shutil.copytree(resources.seeds, tmp_path / "seeds")
    documents = tmp_path / "documents"
    documents.mkdir()
    text = "\n\n".join(TEXTS)
    (documents / "article.txt").write_text(text, encoding="utf-8")
    merger = Merger(Drafts())
    merger.add(drafter.draft(text, source()))
    folder = tmp_path / "drafts"
    written(folder, merger.drafts())
    for file, columns in (
        ("sources.csv", ("id", "title", "publisher", "published", "retrieved", "language", "url", "document")),
        ("entities.csv", ("id", "class", "kind", "identifiers")),
        ("names.csv", ("entity", "language", "name", "rank", "source")),
    ):
        with (folder / file).open(encoding="utf-8", newline="") as table, (seeds / file).open("a", newline="") as out:
            csv.writer(out).writerows([row[name] for name in columns] for row in csv.DictReader(table))
    with (folder / "facts.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    told = [name for name in rows[0] if name in {*FACT_COLUMNS, "role", "onBehalfOf"}]
    with (seeds / "facts" / "drafted.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([told, *([row[name] for name in told] for row in rows)])
    project = read_project(seeds, ontology.schema, ontology.shapes)
    problems: list[object] = []
    chosen = {"article": project.sources["article"]}
    facts = [fact for fact in project.facts if fact.source == "article"]
    located = locate(facts, read_documents(chosen.values(), documents, problems), problems)  # type: ignore[arg-type]
    assert problems == []
    assert len(located) == len(rows) and all(fact.quote is not None and fact.quote.verified for fact in located)
