"""What accepting an item would add to the tables, and what would be wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from kg.draft.model import DraftSource, Verdict
from kg.review import fields
from kg.review.articles import Articles
from kg.review.holdings import Holdings
from kg.review.journal import Journal
from kg.review.model import Answer, Fault, Item, Kind, NewRow
from kg.review.queue import Queue
from kg.review.standing import Standing


class Additions:
    """Rows for the items of one review, as its judgements so far leave them."""

    def __init__(
        self,
        queue: Queue,
        standing: Standing,
        holdings: Holdings,
        journal: Journal,
        articles: Articles,
        sources: Mapping[str, DraftSource],
    ) -> None:
        self._queue = queue
        self._standing = standing
        self._holdings = holdings
        self._journal = journal
        self._articles = articles
        self._sources = sources

    def fields_of(self, item: Item) -> dict[str, str]:
        """The fields of an item as they may be edited, by name; things stand in them by the ids that they have now.

        Of what was judged, they are as they were judged.
        """
        told = fields.fields_of(item, self._standing.links, self._holdings.entities)
        judged = self._journal.judged.get(item.key)
        return {**told, **judged.edited} if judged is not None else told

    def rows_of(self, item: Item, edited: Mapping[str, str] | None = None) -> list[NewRow]:
        """The rows that accepting an item adds: those of the accepted things and of the sources first that it needs."""
        told = self.fields_of(item) if edited is None else edited
        if item.kind is Kind.FACT:
            rows = fields.rows_of_fact(item, told, self._holdings.facts_file)
            before = chain.from_iterable(self.rows_of_proposed(key) for row in rows for key in self._ids_in(row))
            rows = [*dict.fromkeys(before), *rows]
        elif item.kind is Kind.THING and self._holdings.has(told.get("id", "")):
            entity = self._holdings.entities[self._holdings.canonical[told["id"]]]
            rows = fields.rows_of_further_names(told, item, entity.id, entity.names)
        elif item.kind is Kind.QUESTION:
            rows = self._rows_of_meant(item, told.get("entity", ""))
        elif item.kind is Kind.THING and self.waits(item):
            rows = []
        elif item.kind is Kind.THING:
            rows = self._rows_of_same([*self._standing.same.get(told.get("id", ""), []), item], item, told)
        else:
            rows = fields.rows_of_name(told, item)
        return [*self._source_rows(rows), *rows]

    def rows_of_proposed(self, key: str) -> list[NewRow]:
        """The rows of an accepted thing that is not in the tables yet."""
        same = self._standing.same.get(key, [])
        return self._rows_of_same(same) if same and not self._holdings.has(key) else []

    def _rows_of_meant(self, question: Item, key: str) -> list[NewRow]:
        """The names that a thing of the tables takes over from the new thing that it was said to be."""
        key, thing = self._standing.links.get(key, key), self._queue.things.get(question.own_id)
        if thing is None or key == question.own_id or not self._holdings.has(key):
            return []
        entity = self._holdings.entities[self._holdings.canonical[key]]
        rows: list[NewRow] = []
        for each in (thing, *self._standing.merged.get(question.own_id, [])):
            held = [*entity.names, *map(fields.name_of, rows)]
            rows += fields.rows_of_further_names(self.fields_of(each), each, entity.id, held)
        return rows

    def names_of(self, item: Item) -> list[NewRow]:
        """The row of a new thing and all its names, those of the things that were said to be the same with them."""
        return self._rows_of_same([item])

    def waits(self, item: Item) -> bool:
        """Whether a thing is written with the first fact that is accepted of it, and not before."""
        return item.thing is not None and self._standing.hanging.get(item.thing.id, 0) > 0

    def _ids_in(self, row: NewRow) -> list[str]:
        return self._holdings.checker.ids_of(row.cells)

    def _rows_of_same(
        self, same: Sequence[Item], last: Item | None = None, edited: Mapping[str, str] | None = None
    ) -> list[NewRow]:
        """The rows of a new thing with the names of all that are the same; of the last as it is edited now."""
        rows: list[NewRow] = []
        own = edited.get("id", "") if edited is not None else ""
        own = own or next((self.fields_of(item)["id"] for item in same), "")
        for item in {item.key: item for item in (*same, *self._standing.merged.get(own, []))}.values():
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
        wanted = [self._sources[key] for key in keys if key in self._sources and key not in self._holdings.sources]
        return [fields.row_of_source(source) for source in wanted]

    def checked(self, answer: Answer) -> tuple[list[NewRow], list[Fault]]:
        """The rows of an answer, and what is wrong with them."""
        item = answer.item
        if answer.verdict is Verdict.REJECT:
            return [], []
        if item.kind is Kind.QUESTION:
            if faults := self._question_faults(answer):
                return [], faults
            rows = self.rows_of(item, answer.fields or {})
            return rows, self._holdings.faults(rows) if rows else []
        if answer.fields is not None:
            is_known = self._holdings.has(answer.fields.get("id", ""))
            unknown = fields.unknown_fields(item, answer.fields, self._holdings.schema, is_known=is_known)
            if unknown:
                return [], unknown
        rows = self.rows_of(item, answer.fields)
        if unjudged := self._unjudged(rows):
            return [], unjudged
        checked = rows
        if item.kind is Kind.THING and not rows:  # it waits for its first fact, but is to be right now
            told = answer.fields if answer.fields is not None else self.fields_of(item)
            checked = [] if self._holdings.has(told["id"]) else fields.rows_of_thing(told, item)
            checked = [*self._source_rows(checked), *checked]
        return rows, [
            *self._holdings.faults(checked),
            *(self._articles.faults(rows) if answer.fields is not None else []),
        ]

    def _unjudged(self, rows: Sequence[NewRow]) -> list[Fault]:
        """New things that rows of facts name and that nobody has accepted."""
        keys = dict.fromkeys(key for row in rows if row.table.startswith("facts/") for key in self._ids_in(row))
        return [
            Fault(None, f"the new thing '{key}' is not accepted", "Judge it first.")
            for key in keys
            if key in self._queue.things and not self._holdings.has(key) and key not in self._standing.accepted
        ]

    def _question_faults(self, answer: Answer) -> list[Fault]:
        meant = (answer.fields or {}).get("entity", "")
        known = self._holdings.has(meant) or meant in self._queue.things
        return [] if known else [Fault(None, f"unknown thing '{meant}'", "Choose one of the candidates.")]
