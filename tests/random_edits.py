"""Random edits of a project's tables, as a careless hour leaves them, and what must hold of any two states."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import NamedNode

from kg.build import read_facts
from kg.facts.changes import Difference, Fate, Kind, Snapshot, ThingKind
from kg.facts.claim_pairs import proof
from kg.facts.claims import to_claims
from kg.facts.difference import compare, snapshot
from kg.facts.model import Claim, Project
from kg.facts.problems import InputError
from kg.rdf.mapping import to_quads
from kg.rdf.ontology import Ontology
from kg.rdf.vocabulary import KG, OA, OWL

Tables = dict[str, list[list[str]]]
"""Rows, the header first, by the file's path below the project's folder."""

Outcome = Fate | Kind | ThingKind | str
"""What may come of an edit: `refused`, `equal`, `differing`, and of each claim and thing what became of it."""

MORE_FACTS = """\
subject,predicate,object,from,until,source,quote,record,status,rank,role,onBehalfOf,supersedes,id,note,spell
lumen-center,cooperatesWith,reef-station,2029,,harbour-register,,R1,,,,,,,,
reef-station,cooperatesWith,lumen-center,2029-04,,fener,,R2,,,,,,,,
ministry-of-tides,operates,reef-station,2027,2028-06,fener,,R3,,,,,,first,,
ministry-of-tides,operates,reef-station,2030-01-01,,lantern,,R4,,,,,first,,it began again,2
tidal-works,founded,reef-station,2026-03,,harbour-register,,R5,planned,,,,,,,
tidal-works-jsc,founded,reef-station,2026,,lantern,,R6,,preferred,,,,,,
ada-brook,signed,tide-memorandum,,,harbour-register,,R7,,,head-of-partnerships,ministry-of-tides,,,,
ada-brook,signed,tide-memorandum,,,harbour-register,,R8,,,head-of-partnerships,tidal-works-oy,,,,
tidal-works-oy,partyTo,tide-memorandum,2031-05,,harbour-register,,R9,,,,,,,,
tidal-works-ab,operates,pier-station,,,harbour-register,,R10,,,,,,,,
tidal-works-oy,operates,bay-station,2028,2030,harbour-register,,R11,,,,,,,,
pier-station,cooperatesWith,bay-station,,,harbour-register,,R12,,,,,,,,
"""
MORE_THINGS = """\
tidal-works-oy,Company,,
tidal-works-ab,Company,,ror:02hpadn98
pier-station,AccelerationCenter,,
bay-station,AccelerationCenter,,
"""
DIFFERENT = NamedNode(OWL + "differentFrom")
_DATES = ("", "2026", "2029-12", "2030-02-28", "2031", "2031-05-03", "2099", "Jan-26", "2030-02-30", "31")
_WORDS = ("", "Lumen", "Tidal Works", "=1+1", "8.77E+02", "4,6", "a" * 400, "Qabarma\u202e", "x\ny", "\ufeff", "ı")


def read_tables(folder: Path) -> Tables:
    """All tables of a project."""
    return {
        str(path.relative_to(folder)): list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        for path in sorted(folder.rglob("*.csv"))
    }


def write_tables(tables: Tables, folder: Path, before: Tables | None = None) -> None:
    """Writes the tables that differ from those that stand there."""
    for name, rows in tables.items():
        if before is None or before.get(name) != rows:
            text = io.StringIO(newline="")
            csv.writer(text, lineterminator="\n").writerows(rows)
            (folder / name).parent.mkdir(exist_ok=True, parents=True)
            (folder / name).write_bytes(text.getvalue().encode("utf-8", "surrogatepass"))


class Editor:
    """Makes one random edit after another."""

    def __init__(self, seed: int, ontology: Ontology) -> None:
        self.random = random.Random(seed)
        self.ontology = ontology
        self.edits: tuple[Callable[[Tables], str], ...] = (
            *(self.remove_row, self.remove_row, self.repeat_row, self.shuffle, self.set_date, self.set_date),
            *(self.swap_dates, self.set_status, self.set_rank, self.change_quote, self.give_record, self.merge),
            *(
                self.merge,
                self.merge,
                self.unmerge,
                self.unmerge,
                self.judge,
                self.rename_id,
                self.rename_thing,
                self.set_class,
                self.set_end,
                self.swap_ends,
            ),
            *(self.set_predicate, self.set_source, self.set_qualifier, self.supersede, self.set_published),
            *(self.set_name_rank, self.add_identifier, self.spoil_cell, self.drop_column, self.set_figure),
        )

    def edit(self, tables: Tables) -> str:
        """Changes the tables and says how."""
        return self.random.choice(self.edits)(tables)

    def _table(self, tables: Tables, name: str = "facts") -> tuple[str, list[list[str]]]:
        names = [key for key in sorted(tables) if key.startswith(name) and len(tables[key]) > 1]
        key = self.random.choice(names) if names else ""
        return key, tables.get(key, [[]])

    def _set(self, tables: Tables, table: str, column: str, values: Iterable[str]) -> str:
        key, rows = self._table(tables, table)
        if column not in rows[0] or len(rows) < 2:
            return "nothing"
        row = self.random.choice(rows[1:])
        index = rows[0].index(column)
        if index >= len(row):
            return "nothing"
        before, row[index] = row[index], self.random.choice(sorted(values))
        return f"{key}: {column} {before!r} -> {row[index]!r} in {row}"

    def _ids(self, tables: Tables) -> list[str]:
        return [row[0] for row in tables["entities.csv"][1:]] or ["nobody"]

    def remove_row(self, tables: Tables) -> str:
        """Mostly a fact; sometimes a thing, name, source, quote or judgement."""
        key, rows = self._table(tables, self.random.choice(("facts", "facts", "facts", "")))
        if len(rows) < 2:
            return "nothing"
        return f"{key}: removed {rows.pop(self.random.randrange(1, len(rows)))}"

    def repeat_row(self, tables: Tables) -> str:
        key, rows = self._table(tables, "")
        rows.append(list(self.random.choice(rows)))
        return f"{key}: repeated {rows[-1]}"

    def shuffle(self, tables: Tables) -> str:
        key, rows = self._table(tables, "")
        header, *rest = rows
        self.random.shuffle(rest)
        tables[key] = [header, *rest]
        return f"{key}: shuffled"

    def set_date(self, tables: Tables) -> str:
        return self._set(tables, "facts", self.random.choice(("from", "until")), _DATES)

    def swap_dates(self, tables: Tables) -> str:
        key, rows = self._table(tables)
        if "from" not in rows[0] or "until" not in rows[0]:
            return "nothing"
        one, other = rows[0].index("from"), rows[0].index("until")
        row = self.random.choice(rows[1:] or rows)
        if max(one, other) < len(row):
            row[one], row[other] = row[other], row[one]
        return f"{key}: swapped dates of {row}"

    def set_status(self, tables: Tables) -> str:
        return self._set(tables, "facts", "status", ("", "stated", "planned", "denied", "Planned"))

    def set_rank(self, tables: Tables) -> str:
        return self._set(tables, "facts", "rank", ("", "preferred", "normal", "deprecated"))

    def change_quote(self, tables: Tables) -> str:
        return self._set(
            tables, "facts", self.random.choice(("quote", "quote", "occurrence")), ("1", "2", "the Ministry", *_WORDS)
        )

    def give_record(self, tables: Tables) -> str:
        return self._set(tables, "facts", "record", ("R1", "R2", "R99", "=HYPERLINK(1)"))

    def set_figure(self, tables: Tables) -> str:
        return self._set(tables, "facts", "object", ("12", "12.0", "12.5", "4,6", "1e3", "-0"))

    def merge(self, tables: Tables) -> str:
        """Judges two things of one class the same."""
        classes: dict[str, list[str]] = {}
        for row in tables["entities.csv"][1:]:
            if len(row) > 1:
                classes.setdefault(row[1], []).append(row[0])
        several = [ids for _, ids in sorted(classes.items()) if len(ids) > 1]
        if not several:
            return "nothing"
        left, right = self.random.sample(self.random.choice(several), 2)
        return self._judge(tables, left, right, "same")

    def unmerge(self, tables: Tables) -> str:
        """Takes back a judgement, one that merges where there is one."""
        rows = tables["decisions.csv"]
        same = [row for row in rows[1:] if "same" in row] or rows[1:]
        if not same:
            return "nothing"
        row = self.random.choice(same)
        rows.remove(row)
        return f"decisions.csv: removed {row}"

    def judge(self, tables: Tables) -> str:
        left, right = self.random.choices(self._ids(tables), k=2)
        return self._judge(tables, left, right, self.random.choice(("same", "different", "unsure")))

    def _judge(self, tables: Tables, left: str, right: str, judgement: str) -> str:
        tables["decisions.csv"].append([left, right, judgement, "Test Editor", "2031-07-01", ""])
        return f"decisions.csv: {left} {right} {judgement}"

    def rename_id(self, tables: Tables) -> str:
        old, new = self.random.choice(self._ids(tables)), self.random.choice(("renamed", "renamed-2", "norland"))
        for rows in tables.values():
            for row in rows[1:]:
                row[:] = [new if cell == old else cell for cell in row]
        return f"renamed {old} to {new} everywhere"

    def rename_thing(self, tables: Tables) -> str:
        return self._set(
            tables, "names.csv", self.random.choice(("name", "name", "language")), ("az", "en", "ru", *_WORDS)
        )

    def set_name_rank(self, tables: Tables) -> str:
        return self._set(tables, "names.csv", "rank", ("preferred", "alternative", "acronym", "rendering"))

    def set_class(self, tables: Tables) -> str:
        classes = (*self.ontology.schema.entity_classes(), "Compny")
        return self._set(tables, "entities.csv", self.random.choice(("class", "kind")), ("", "sea-authority", *classes))

    def add_identifier(self, tables: Tables) -> str:
        return self._set(tables, "entities.csv", "identifiers", ("", "ror:02hpadn98", "ror:1 wikidata:Q1", "8.77E+02"))

    def set_end(self, tables: Tables) -> str:
        column = self.random.choice(("subject", "object", "onBehalfOf"))
        return self._set(tables, "facts", column, ("", "nobody", *self._ids(tables)))

    def swap_ends(self, tables: Tables) -> str:
        key, rows = self._table(tables)
        row = self.random.choice(rows[1:] or rows)
        row[0:3:2] = row[2::-2]
        return f"{key}: swapped ends of {row}"

    def set_predicate(self, tables: Tables) -> str:
        return self._set(tables, "facts", "predicate", ("joind", *self.ontology.schema.properties))

    def set_source(self, tables: Tables) -> str:
        sources = [row[0] for row in tables["sources.csv"][1:]]
        return self._set(tables, "facts", "source", ("nowhere", *sources))

    def set_published(self, tables: Tables) -> str:
        column = self.random.choice(("published", "retrieved", "title", "publisher", "language", "url"))
        return self._set(tables, "sources.csv", column, ("tidal-works", "tidal-works-jsc", "en", *_DATES))

    def set_qualifier(self, tables: Tables) -> str:
        column = self.random.choice(("role", "note", "scope", "ordinal", "unit", "magnitude", "spell", "comparison"))
        return self._set(tables, "facts", column, ("", "1", "2", "million", "tonne", "head-of-partnerships", "norland"))

    def supersede(self, tables: Tables) -> str:
        column = self.random.choice(("supersedes", "supersedes", "id"))
        return self._set(tables, "facts", column, ("", "first", "count-in-may", "count-in-june", "nothing"))

    def spoil_cell(self, tables: Tables) -> str:
        key, rows = self._table(tables, "")
        row = self.random.choice(rows)
        if not row:
            return "nothing"
        index = self.random.randrange(len(row))
        row[index] = self.random.choice(_WORDS)
        return f"{key}: spoiled {row}"

    def drop_column(self, tables: Tables) -> str:
        key, rows = self._table(tables, "")
        index = self.random.randrange(max(len(rows[0]), 1))
        for row in rows:
            del row[index : index + 1]
        return f"{key}: dropped column {index + 1}"


@dataclass(frozen=True)
class State:
    """A folder as it was read."""

    project: Project
    claims: tuple[Claim, ...]
    snapshot: Snapshot


def read_state(folder: Path, ontology: Ontology) -> State:
    """What the tables tell; InputError where they cannot be read."""
    project = read_facts(folder, None, ontology)
    claims = to_claims(project.facts, project.sources, ontology.schema).claims
    return State(project, claims, snapshot(project, claims))


def assert_accounted(old: State, new: State, ontology: Ontology) -> Difference:
    """That no claim and no piece of evidence of either state is lost, and that only equal states are called equal."""
    schema = ontology.schema
    difference = compare(old.snapshot, new.snapshot, schema)
    pairs = [(change.old.key, change.new.key) for change in difference.changed]
    removed, added = ({claim.key for claim in claims} for claims in (difference.removed, difference.added))
    changed = {old_key for old_key, _ in pairs}
    before, after = old.snapshot.claims, new.snapshot.claims

    # Every claim of the old state has one fate, every claim of the new one came from somewhere.
    assert set(difference.fates) == set(before)
    assert not (removed & changed or removed & set(difference.kept) or changed & set(difference.kept))
    assert {*difference.kept, *added, *(new_key for _, new_key in pairs)} == set(after)
    assert all(difference.fates[key] is Fate.REMOVED for key in removed)
    for key in difference.kept:
        assert _content(before[key]) == _content(after[key]), key
        assert _tellings(before[key]) == _tellings(after[key]), key
    assert all(change.kinds for change in difference.changed)

    # So has every piece of evidence.
    for claims, partner, gone, lost in (
        (before, pairs, removed, [(c.old.key, c.lost) for c in difference.changed]),
        (after, [pair[::-1] for pair in pairs], added, [(c.new.key, c.gained) for c in difference.changed]),
    ):
        other = after if claims is before else before
        told = {(key, proof(item)) for key, items in lost for item in items}
        told |= {(one, proof(item)) for one, two in partner for item in other[two].evidence}
        for key, claim in claims.items():
            if key not in gone and key not in difference.kept:
                assert {(key, proof(item)) for item in claim.evidence} <= told, key

    # Told the other way round, it is the same difference.
    back = compare(new.snapshot, old.snapshot, schema)
    assert {claim.key for claim in back.added} == removed
    assert {claim.key for claim in back.removed} == added
    assert sorted((change.new.key, change.old.key) for change in back.changed) == sorted(pairs)
    assert back.kept == difference.kept
    assert {(item.new, item.old) for item in back.things} == {(item.old, item.new) for item in difference.things}

    # Nothing is called equal that gives another graph, and the other way round.
    assert difference.is_empty == (_quads(old, ontology) == _quads(new, ontology)), difference
    return difference


def _content(claim: Claim) -> tuple[object, ...]:
    """All that a claim says, whatever the direction of a symmetric relation."""
    standing = (claim.status, claim.rank, claim.superseded, bool(claim.supersedes), claim.spell)
    dates = (claim.from_, claim.until, claim.reported)
    return {claim.subject, claim.object}, claim.predicate, dates, standing, dict(claim.qualifiers)


def _tellings(claim: Claim) -> set[tuple[object, ...]]:
    """What each source says for it."""
    return {
        (
            proof(item),
            item.from_,
            item.until,
            item.derived,
            item.status,
            item.rank,
            bool(item.quote and item.quote.verified),
        )
        for item in claim.evidence
    }


def _quads(state: State, ontology: Ontology) -> set[str]:
    """The graph but for what says nothing: places in documents, the direction of a symmetric relation, occurrences.

    Nor which source tells which qualifier: that stands in the graph only where sources disagree.
    """
    schema = ontology.schema
    claims = []
    for claim in state.claims:
        if schema.properties[claim.predicate].symmetric:
            subject, object_ = sorted((claim.subject, claim.object))
            claim = replace(claim, subject=subject, object=object_)
        claims.append(claim)
    ignored = (f"{OA}start", f"{OA}end", f"{KG}qualifierTold", f"{KG}occurrence")
    return {
        " ".join(sorted((str(quad.subject), str(quad.object)))) if quad.predicate == DIFFERENT else str(quad)
        for quad in to_quads(state.project, claims, schema)
        if quad.predicate.value not in ignored
    }


def run_edits(folder: Path, ontology: Ontology, count: int, seed: int) -> Counter[Outcome]:
    """Edits the project `count` times and checks each state against the one before; counts what came of it.

    Every 40 edits the project is as it was; a state that cannot be read is undone.
    """
    (folder / "facts" / "more.csv").write_text(MORE_FACTS, encoding="utf-8")
    with (folder / "entities.csv").open("a", encoding="utf-8") as file:
        file.write(MORE_THINGS)
    start = read_tables(folder)
    editor = Editor(seed, ontology)
    tables, state = start, read_state(folder, ontology)
    tally = Counter[Outcome]()
    first = state
    for number in range(count):
        if number % 40 == 0:
            write_tables(start, folder, tables)
            tables, state = start, first
        edited = {name: [list(row) for row in rows] for name, rows in tables.items()}
        said = [editor.edit(edited) for _ in range(editor.random.choice((1, 1, 1, 1, 2, 4)))]
        write_tables(edited, folder, tables)
        try:
            now = read_state(folder, ontology)
        except InputError:
            tally["refused"] += 1
            write_tables(tables, folder, edited)
            continue
        except Exception as error:
            raise AssertionError(f"edit {number} of seed {seed} crashed: {said}") from error
        try:
            difference = assert_accounted(state, now, ontology)
        except AssertionError as error:
            raise AssertionError(f"edit {number} of seed {seed} is not accounted for: {said}") from error
        tally["equal" if difference.is_empty else "differing"] += 1
        tally.update(difference.fates.values())
        tally.update(kind for change in difference.changed for kind in change.kinds)
        tally.update(change.kind for change in difference.things)
        tables, state = edited, now
    return tally
