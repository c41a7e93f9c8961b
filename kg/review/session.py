"""A review: what is next, and what each answer does to the tables. Whoever shows it is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from kg.draft.model import Drafts, DraftSource, Verdict
from kg.facts.problems import CallError
from kg.facts.schema import Schema
from kg.review import fields
from kg.review.articles import Articles
from kg.review.holdings import Holdings
from kg.review.journal import Journal, Write
from kg.review.model import Fault, Item, Judged, Kind, NewRow, Outcome
from kg.review.queue import Choice, Queue
from kg.review.standing import Standing
from kg.review.tables import Tables


@dataclass(frozen=True)
class Reviewer:
    """Who judges, and the day on which."""

    by: str
    today: Callable[[], str]


@dataclass(frozen=True)
class Answer:
    """What was said of an item. `fields` are all its fields where they were edited."""

    item: Item
    verdict: Verdict
    reason: str = ""
    fields: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Counts:
    """How far a review is."""

    judged: int
    left: int
    fallen: int
    """Facts that are not asked, since a thing in them was rejected or is proposed no more."""


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
    ) -> None:
        self.holdings = holdings
        self.journal = journal
        self.articles = articles
        self._queue = Queue(drafts, choice or Choice())
        self._sources = {source.id: source for source in drafts.sources}
        self._reviewer = reviewer
        self._write = write
        self._later: set[str] = set()
        self._done_here: list[str] = []
        self._standing = Standing(self._queue, holdings, journal)

    @property
    def schema(self) -> Schema:
        """The terms of the project."""
        return self.holdings.schema

    def source(self, key: str) -> DraftSource | None:
        """The article of this id."""
        return self._sources.get(key)

    def item(self, key: str) -> Item | None:
        """The item of this key, judged or not."""
        found = self._queue.by_key.get(key)
        return self._queue.waiting(found, self._standing.hanging) if found is not None else None

    def proposed(self, key: str) -> Item | None:
        """The new thing of this id, which may be one that it was given by a reviewer."""
        return self._standing.accepted.get(key) or self._queue.things.get(key)

    def items(self) -> Iterator[Item]:
        """All that is still asked, in order: each fact after what it hangs on."""
        seen: set[str] = set()
        for fact in self._queue.facts:
            if self._standing.is_open(fact) and fact.key not in self._standing.fallen:
                for item in (*self._standing.asked_before(fact), fact):
                    if item.key not in seen:
                        seen.add(item.key)
                        yield item
        yield from (item for item in self._queue.alone(self._standing.hanging) if self._standing.is_open(item))

    # What is next.

    def next(self) -> Item | None:
        """The next item; None where all is judged or left for later."""
        for fact in self._queue.facts:
            if not self._standing.is_open(fact) or fact.key in self._standing.fallen:
                continue
            before = self._standing.asked_before(fact)
            if not any(item.key in self._later for item in (fact, *before)):
                return self._queue.waiting(before[0], self._standing.hanging) if before else fact
        for item in self._queue.alone(self._standing.hanging):
            if self._standing.is_open(item) and item.key not in self._later:
                return item
        return None

    def counts(self) -> Counts:
        """How far it is."""
        standing = self._standing
        facts = sum(1 for fact in self._queue.facts if standing.is_open(fact) and fact.key not in standing.fallen)
        alone = sum(1 for item in self._queue.lone(standing.hanging) if standing.is_open(item))
        return Counts(len(self._done_here), facts + len(standing.asked) + alone, len(standing.fallen))

    def unwritten(self) -> list[str]:
        """New things that were accepted, but that no fact which was accepted or may still be names: they stay out."""
        told = self._standing.accepted.items()
        return [key for key, item in told if not self.holdings.has(key) and not self._waits(item)]

    # What would be written.

    def fields_of(self, item: Item) -> dict[str, str]:
        """The fields of an item as they may be edited, by name; things stand in them by the ids that they have now.

        Of what was judged, they are as they were judged.
        """
        told = fields.fields_of(item, self._standing.links, self.holdings.entities)
        judged = self.journal.judged.get(item.key)
        return {**told, **judged.edited} if judged is not None else told

    def rows_of(self, item: Item, edited: Mapping[str, str] | None = None) -> list[NewRow]:
        """The rows that accepting an item adds: those of the things and sources first that it needs."""
        told = self.fields_of(item) if edited is None else edited
        if item.kind is Kind.FACT:
            rows = fields.rows_of_fact(item, told, self.holdings.facts_file)
            before = chain.from_iterable(self.rows_of_proposed(key) for row in rows for key in self._ids_in(row))
            rows = [*dict.fromkeys(before), *rows]
        elif item.kind is Kind.THING and self.holdings.has(told.get("id", "")):
            entity = self.holdings.entities[self.holdings.canonical[told["id"]]]
            rows = fields.rows_of_further_names(told, item, entity.id, entity.names)
        elif item.kind is Kind.QUESTION or (item.kind is Kind.THING and self._waits(item)):
            rows = []
        elif item.kind is Kind.THING:
            rows = self._rows_of_same([*self._standing.same.get(told.get("id", ""), []), item], item, told)
        else:
            rows = fields.rows_of_name(told, item)
        return [*self._source_rows(rows), *rows]

    def _waits(self, item: Item) -> bool:
        """Whether a thing is written with the first fact that is accepted of it, and not before."""
        return item.thing is not None and self._standing.hanging.get(item.thing.id, 0) > 0

    def _ids_in(self, row: NewRow) -> list[str]:
        return self.holdings.checker.ids_of(row.cells)

    def rows_of_proposed(self, key: str) -> list[NewRow]:
        """The rows of an accepted thing that is not in the tables yet."""
        same = self._standing.same.get(key, [])
        return self._rows_of_same(same) if same and not self.holdings.has(key) else []

    def _rows_of_same(
        self, same: Sequence[Item], last: Item | None = None, edited: Mapping[str, str] | None = None
    ) -> list[NewRow]:
        """The rows of a new thing with the names of all that are the same; of the last as it is edited now."""
        rows: list[NewRow] = []
        for item in {item.key: item for item in same}.values():
            told = edited if edited is not None and last is not None and item.key == last.key else self.fields_of(item)
            if not rows:
                rows = fields.rows_of_thing(told, item)
            else:
                names = [fields.name_of(row) for row in rows[1:]]
                rows += fields.rows_of_further_names(told, item, rows[0].cells["id"], names)
        return rows

    def _source_rows(self, rows: Sequence[NewRow]) -> list[NewRow]:
        """The rows of the articles that rows name and that the tables do not have."""
        keys = dict.fromkeys(row.cells.get("source", "") for row in rows)
        wanted = [self._sources[key] for key in keys if key in self._sources and key not in self.holdings.sources]
        return [fields.row_of_source(source) for source in wanted]

    # What is answered.

    def answer(self, item: Item, verdict: Verdict, reason: str = "", told: Mapping[str, str] | None = None) -> Outcome:
        """Does what was said of one item; nothing at all where there are faults."""
        return self.answer_all([Answer(item, verdict, reason, told)])

    def answer_all(self, answers: Sequence[Answer]) -> Outcome:
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
                rows, found = self._rows(answer)
                faults += [replace(fault, proposal=answer.item.key) for fault in found]
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
        self._done_here += [item.proposal for item in judged]
        return Outcome((), tuple(rows), max(0, len(self._standing.fallen) - fallen_before))

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

    def _rows(self, answer: Answer) -> tuple[list[NewRow], list[Fault]]:
        """The rows of an answer, and what is wrong with them."""
        if answer.verdict is Verdict.REJECT or answer.item.kind is Kind.QUESTION:
            return [], self._question_faults(answer)
        item = answer.item
        if answer.fields is not None:
            is_known = self.holdings.has(answer.fields.get("id", ""))
            if unknown := fields.unknown_fields(item, answer.fields, self.schema, is_known=is_known):
                return [], unknown
        rows = self.rows_of(item, answer.fields)
        if unjudged := self._unjudged(rows):
            return [], unjudged
        checked = rows
        if item.kind is Kind.THING and not rows:  # it waits for its first fact, but is to be right now
            told = answer.fields if answer.fields is not None else self.fields_of(item)
            checked = [] if self.holdings.has(told["id"]) else fields.rows_of_thing(told, item)
            checked = [*self._source_rows(checked), *checked]
        return rows, [
            *self.holdings.faults(checked),
            *(self.articles.faults(rows) if answer.fields is not None else []),
        ]

    def _unjudged(self, rows: Sequence[NewRow]) -> list[Fault]:
        """New things that rows of facts name and that nobody has accepted."""
        keys = dict.fromkeys(key for row in rows if row.table.startswith("facts/") for key in self._ids_in(row))
        return [
            Fault(None, f"the new thing '{key}' is not accepted", "Judge it first.")
            for key in keys
            if key in self._queue.things and not self.holdings.has(key) and key not in self._standing.accepted
        ]

    def _question_faults(self, answer: Answer) -> list[Fault]:
        if answer.item.question is None or answer.verdict is Verdict.REJECT:
            return []
        meant = (answer.fields or {}).get("entity", "")
        known = self.holdings.has(meant) or meant in self._queue.things
        return [] if known else [Fault(None, f"unknown thing '{meant}'", "Choose one of the candidates.")]

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
            edited,
        )  # fmt: skip

    def postpone(self, item: Item) -> None:
        """Leaves an item, and what hangs on it, for another session."""
        self._later.add(item.key)

    def undo(self) -> Judged | None:
        """Takes the last judgement back, with the rows that it added, and says which; None where there is none.

        Raises CallError where a row was changed since, or where what goes is named by others.
        """
        last = next(reversed(list(self.journal.judged.values())), None)
        if last is None:
            return None
        self._refresh()
        rows = self.journal.written(last.proposal)
        used = self.holdings.used_beside({row.cells["id"] for row in rows if row.table == "entities.csv"}, rows)
        if used:
            raise CallError(f"'{used}' is named by other rows by now. Take those out first.")
        tables = Tables(self.holdings.seeds, self.articles.start)
        tables.remove(reversed(rows))
        # The judgement goes first: should the process end between the two, the rows are there, and nothing is asked.
        self.journal.remove([last.proposal])
        try:
            self._write(tables.texts())
        except BaseException:
            self.journal.promise({last.proposal: rows})
            self.journal.add([last])
            raise
        self.holdings.remove(rows)
        self.holdings.settle()
        if last.proposal in self._done_here:
            self._done_here.remove(last.proposal)
        self._standing.look_up()
        return last
