"""A review: what is next, and what each answer does to the tables. Whoever shows it is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.draft.model import Drafts, DraftSource, Proposal, Verdict
from kg.draft.tables import table_texts
from kg.facts.problems import CallError
from kg.facts.schema import Schema
from kg.review.additions import Additions
from kg.review.agenda import Agenda
from kg.review.articles import Articles
from kg.review.fields import row_of_source
from kg.review.holdings import Holdings
from kg.review.journal import Journal, Write
from kg.review.mending import Mended, Redraft, changes, faults_of, redated, with_changes
from kg.review.model import Answer, Fault, Item, Judged, Kind, NewRow, Outcome
from kg.review.queue import Choice, Queue
from kg.review.standing import Standing
from kg.review.tables import Tables

_MENDED = ("sources.csv", "facts.csv")
"""The tables of the drafts that a corrected source changes."""


@dataclass(frozen=True)
class Reviewer:
    """Who judges, and the day on which."""

    by: str
    today: Callable[[], str]


def _hangs_on(told: Proposal, source: str) -> bool:
    """Whether a proposal has a date that was worked out from that of this article."""
    return told.source == source and told.dating == "derived"


class Session:
    """One review of a folder of drafts; every answer is on the disk before the next item is given."""

    def __init__(
        self,
        drafts: Drafts,
        holdings: Holdings,
        journal: Journal,
        articles: Articles,
        reviewer: Reviewer,
        write: Write,
        choice: Choice | None = None,
        redraft: Redraft | None = None,
    ) -> None:
        """`redraft` reads an article again whose date of publication was corrected."""
        self._redraft = redraft
        self.holdings = holdings
        self.journal = journal
        self.articles = articles
        self._choice = choice or Choice()
        self._reviewer = reviewer
        self._write = write
        self._later: set[str] = set()
        self._singly: set[str] = set()
        self._done_here: list[str] = []
        self._take(drafts)

    def _take(self, drafts: Drafts) -> None:
        """Takes up what is drafted now."""
        self._drafts = drafts
        self._queue = Queue(drafts, self._choice)
        self._sources = {source.id: source for source in drafts.sources}
        self._standing = Standing(self._queue, self.holdings, self.journal)
        self.agenda = Agenda(self._queue, self._standing, self.journal, self._later, self._singly, self._done_here)
        self._additions = Additions(
            self._queue, self._standing, self.holdings, self.journal, self.articles, self._sources
        )

    @property
    def schema(self) -> Schema:
        """The terms of the project."""
        return self.holdings.schema

    def source(self, key: str) -> DraftSource | None:
        """The article of this id."""
        return self._sources.get(key)

    def proposed(self, key: str) -> Item | None:
        """The new thing of this id, which may be one that it was given by a reviewer."""
        return self._standing.accepted.get(key) or self._queue.things.get(key)

    def new_things(self) -> dict[str, Item]:
        """The new things that were not rejected, by the ids that they have now."""
        told = {item.own_id: item for item in self._queue.things.values() if self._standing.is_open(item)}
        return told | self._standing.accepted

    def meant(self, key: str, answers: Mapping[str, str]) -> str:
        """The id of the thing that an id of the drafts stands for, with these answers to be given."""
        return self._standing.meant(key, answers)

    def unwritten(self) -> list[str]:
        """New things that were accepted, but that no fact which was accepted or may still be names: they stay out."""
        told = self._standing.accepted.items()
        return [key for key, item in told if not self.holdings.has(key) and not self._additions.waits(item)]

    def fields_of(self, item: Item) -> dict[str, str]:
        """The fields of an item as they may be edited, by name; of what was judged, as they were judged."""
        return self._additions.fields_of(item)

    def rows_of(self, item: Item) -> list[NewRow]:
        """The rows that accepting an item adds: those of the accepted things and of the sources first that it needs."""
        return self._additions.rows_of(item)

    def rows_of_new(self, thing: Item) -> list[NewRow]:
        """The row of a new thing and its names, with those of the things that were said to be the same."""
        return self._additions.names_of(thing)

    def rows_of_proposed(self, key: str) -> list[NewRow]:
        """The rows of an accepted thing that is not in the tables yet."""
        return self._additions.rows_of_proposed(key)

    # What is answered.

    def answer(self, item: Item, verdict: Verdict, reason: str = "", told: Mapping[str, str] | None = None) -> Outcome:
        """Does what was said of one item; nothing at all where there are faults.

        A fact is accepted with the new things that it needs and that nobody has judged: `new_with`.
        """
        return self.answer_all(self._with_new(Answer(item, verdict, reason, told)))

    def answer_all(self, answers: Iterable[Answer]) -> Outcome:
        """Does what was said of several items, or of none of them; `Outcome.faults` are those of all."""
        self._refresh()
        judged: list[Judged] = []
        written: dict[str, list[NewRow]] = {}
        faults: list[Fault] = []
        fallen_before = len(self._standing.fallen)
        held = self.journal.judged
        try:
            for answer in map(self._linked, answers):
                if answer.item.key in self.journal.judged:
                    fix = "Take the judgement back first."
                    faults.append(Fault(None, "it is judged already", fix, answer.item.key))
                    continue
                told = self._judged(answer)
                rows, found = self._additions.checked(answer)
                faults += [replace(fault, proposal=told.key) for fault in found]
                judged.append(told)
                if rows and not found:
                    self.holdings.add(rows)
                    written[answer.item.key] = rows
                # Later answers of the batch need to see this one.
                self.journal.hold(told)
                if answer.item.own_id:
                    self._standing.settle()
            if faults:
                return Outcome(tuple(faults))
            rows = [row for key in written for row in written[key]]
            self._save(written, rows)
            self.journal.add(judged)
        except BaseException:
            faults = faults or [Fault(None, "it was not written", "")]
            raise
        finally:
            if faults:
                self.holdings.remove([row for key in written for row in written[key]])
                self.journal.restore(held)
                self._standing.settle()
        self._standing.settle()
        self._done_here += [item.proposal for item in judged if not item.with_]
        return Outcome((), tuple(rows), max(0, len(self._standing.fallen) - fallen_before))

    def _with_new(self, answer: Answer) -> Iterator[Answer]:
        """The new things that a fact is accepted with, then the answer to it; any other answer alone."""
        if answer.verdict is not Verdict.REJECT:
            told = answer.fields if answer.fields is not None else self.fields_of(answer.item)
            named = self.holdings.checker.ids_of(told)
            for thing in self.agenda.new_with(answer.item):
                if thing.own_id in named:  # else the fact was edited, and does not need it any more
                    yield Answer(thing, Verdict.ACCEPT, with_=answer.item.key)
        yield answer

    def _linked(self, answer: Answer) -> Answer:
        """The answer with the things that are meant, should another of its batch have given them other ids."""
        if answer.fields is None or answer.item.kind is not Kind.FACT:
            return answer
        keys = set(self.holdings.checker.ids_of(answer.fields))
        links = self._standing.links
        told = {name: links.get(text, text) if text in keys else text for name, text in answer.fields.items()}
        return replace(answer, fields=told)

    def _refresh(self) -> None:
        if self.holdings.refresh():
            self._standing.look_up()

    def _save(self, written: Mapping[str, Sequence[NewRow]], rows: Sequence[NewRow]) -> None:
        if rows:
            tables = Tables(self.holdings.seeds, self.articles.start)
            tables.add(rows)
            self.journal.promise(written)
            self._write(tables.texts())
            self.holdings.settle()

    def _judged(self, answer: Answer) -> Judged:
        item, edited = answer.item, {}
        if answer.fields is not None and item.kind is Kind.QUESTION:
            edited = dict(answer.fields)
        elif answer.fields is not None:
            before = self.fields_of(item)
            names = dict.fromkeys((*before, *answer.fields))
            pairs = {name: answer.fields.get(name, "") for name in names}
            edited = {name: text for name, text in pairs.items() if text != before.get(name, "")}
        verdict = answer.verdict
        if verdict is Verdict.EDIT and not edited:
            verdict = Verdict.ACCEPT
        return Judged(
            item.key, verdict, self._reviewer.by, self._reviewer.today(), " ".join(answer.reason.split()), item.kind,
            item.language, item.predicate, item.rule, "" if item.confidence is None else f"{item.confidence:.2f}",
            edited, answer.with_,
        )  # fmt: skip

    def mend_source(self, key: str, told: Mapping[str, str]) -> Mended:
        """Corrects what is said of an article: its row, also where the tables have it, and the dates that wait.

        Raises CallError where a file cannot be written, KeyError where no such article was drafted.
        """
        self._refresh()
        source = self._sources[key]
        changed = changes(source, told)
        held = self.holdings.sources.get(key)
        new = with_changes(source, changed)
        row = row_of_source(new)
        faults = [*faults_of(changed), *([] if not changed else self.holdings.faults_of_source(row))]
        if faults or not changed:
            return Mended(tuple(dict.fromkeys(faults)))
        open_ = [item.key for item in self._queue.by_key.values() if self._standing.is_open(item)]
        rows, number, left = list(self._drafts.proposals), 0, 0
        if "published" in changed:
            again = self._redraft(new) if self._redraft is not None else ()
            rows, number, left = redated(rows, open_, key, again)
        sources = tuple(new if each.id == key else each for each in self._drafts.sources)
        drafts = replace(self._drafts, sources=sources, proposals=tuple(rows))
        texts = {self.journal.folder / name: text for name, text in table_texts(drafts).items() if name in _MENDED}
        if held is not None:
            tables = Tables(self.holdings.seeds, self.articles.start)
            tables.change("sources.csv", key, changed)
            texts |= {**tables.texts(), **self.journal.texts_with_source({"id": key, **changed})}
        self._write(texts)
        self.holdings.mend(row)
        self._take(drafts)
        accepted = sum(1 for item in self._accepted_facts() if any(_hangs_on(told, key) for told in item.proposals))
        return Mended((), tuple(changed), number, left, accepted if "published" in changed else 0)

    def _accepted_facts(self) -> Iterator[Item]:
        for judged in self.journal.judged.values():
            item = self._queue.by_key.get(judged.proposal)
            if item is not None and item.kind is Kind.FACT and judged.verdict is not Verdict.REJECT:
                yield item

    def undo(self) -> Judged | None:
        """Takes the last answer back, with the rows that it added, and says which; None where there is none.

        What was judged with one key goes with one. Raises CallError where a row was changed since, or where what goes
        is named by others.
        """
        last = next(reversed(list(self.journal.judged.values())), None)
        if last is None:
            return None
        self._refresh()
        together = self.journal.together(last)
        written = {item.proposal: self.journal.written(item.proposal) for item in together}
        rows = [row for each in written.values() for row in each]
        used = self.holdings.used_beside({row.cells["id"] for row in rows if row.table == "entities.csv"}, rows)
        if used:
            raise CallError(f"'{used}' is named by other rows by now. Take those out first.")
        tables = Tables(self.holdings.seeds, self.articles.start)
        tables.remove(reversed(rows))
        # The judgement goes first: should the process end between the two, the rows are there, and nothing is asked.
        self.journal.remove(written)
        try:
            self._write(tables.texts())
        except BaseException:
            self.journal.promise(written)
            self.journal.add(together)
            raise
        self.holdings.remove(rows)
        self.holdings.settle()
        if last.key in self._done_here:
            self._done_here.remove(last.key)
        self._standing.look_up()
        return together[-1]
