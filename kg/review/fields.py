"""Proposals as fields that a person may edit, and edited fields as rows of the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.draft.model import DraftSource, Proposal
from kg.draft.tables import QUALIFIERS as ALL_QUALIFIERS
from kg.facts.model import Entity, Name, NameRank
from kg.facts.problems import nearest
from kg.facts.schema import Schema
from kg.review.model import Fault, Item, Kind, NewRow
from kg.review.tables import FACT_HEADER, HEADERS

QUALIFIERS = tuple(name for name in ALL_QUALIFIERS if name not in ("comparison", "magnitude", "unit"))
"""Those of relations; a figure is not drafted."""
CLAIM = ("subject", "predicate", "object")
EVIDENCE = ("from", "until", "dating", "status", "quote", "occurrence")
THING = ("id", "class", "kind", "identifiers")
NAMES = "name"
"""The field of a name of a thing begins with this: `name az preferred`."""
_SHOWN = (NameRank.PREFERRED.value, NameRank.RENDERING.value)


def cells_of(told: Proposal, links: Mapping[str, str]) -> dict[str, str]:
    """The cells of one piece of evidence as a row of facts, with the things that are meant."""
    linked = ("subject", "object", *told.qualifiers)
    return {name: links.get(text, text) if name in linked else text for name, text in told.cells.items()}


def fields_of(item: Item, links: Mapping[str, str], entities: Mapping[str, Entity]) -> dict[str, str]:
    """The fields of an item in the order in which they are asked.

    Of a fact with several pieces of evidence, the dates, status and quote of the second end in ` 2`, and so on.
    """
    if item.kind is Kind.FACT:
        found: dict[str, str] = {}
        for number, proposal in enumerate(item.proposals, 1):
            cells = cells_of(proposal, links)
            if number == 1:
                found = {name: cells[name] for name in CLAIM}
                found |= {name: cells.get(name, "") for name in QUALIFIERS}
            found |= {name + _numbered(number): cells[name] for name in EVIDENCE}
        order = [*CLAIM, *(name for name in found if name.split(" ")[0] in EVIDENCE), *QUALIFIERS]
        return {name: found[name] for name in order}
    if item.thing is not None:
        thing = item.thing
        return {"id": thing.id, "class": thing.class_name, "kind": thing.kind, "identifiers": "", **_name_fields(item)}
    if item.question is not None:
        return {"entity": ""}
    name = item.names[0]
    told = {"entity": links.get(name.entity, name.entity), "language": name.language, "name": name.text}
    entity = entities.get(told["entity"])
    rank = name.rank
    if entity is not None and rank in _SHOWN and entity.name(name.language) is not None:
        rank = NameRank.ALTERNATIVE.value
    return {**told, "rank": rank}


def _numbered(number: int) -> str:
    return "" if number == 1 else f" {number}"


def _name_fields(item: Item) -> dict[str, str]:
    """The names of a new thing, one of each language shown."""
    found: dict[str, str] = {}
    shown: set[str] = set()
    for name in item.names:
        rank = name.rank
        if rank in _SHOWN:
            rank = rank if name.language not in shown else NameRank.ALTERNATIVE.value
            shown.add(name.language)
        key, number = f"{NAMES} {name.language} {rank}", 2
        while key in found:
            key, number = f"{NAMES} {name.language} {rank} {number}", number + 1
        found[key] = name.text
    return found


def unknown_fields(item: Item, told: Mapping[str, str], schema: Schema, *, is_known: bool) -> list[Fault]:
    """What was put into fields that this item has not, or left out of fields that it must have.

    A thing that `is_known`, since its id is now that of a thing in the tables, need bring no name.
    """
    faults = []
    if item.kind is Kind.FACT:
        known = {*CLAIM, *QUALIFIERS}
        known |= {name + _numbered(n) for n in range(1, len(item.proposals) + 1) for name in EVIDENCE}
        needed: tuple[str, ...] = CLAIM
    elif item.kind is Kind.THING:
        known, needed = {*THING, *(name for name in told if name.startswith(f"{NAMES} "))}, ("id", "class")
        for name in told:
            parts = name.split(" ")
            if parts[0] == NAMES and told[name] and (len(parts) < 3 or parts[2] not in {r.value for r in NameRank}):
                fix = "Write such as: name en preferred."
                faults.append(Fault(None, f"'{name}' says no language and rank of a name", fix))
        if not is_known and not any(text for name, text in told.items() if name.startswith(f"{NAMES} ")):
            faults.append(Fault(None, "the thing has no name", "Give it one."))
    else:
        known, needed = {"entity", "language", "name", "rank"}, ("entity", "language", "name")
    for name, text in told.items():
        if text and name not in known:
            faults.append(Fault(None, f"there is no field '{name}'", nearest(name, known, "Leave it out.")))
    faults += [Fault(None, f"'{name}' is empty", "Fill it.") for name in needed if not told.get(name)]
    return faults


def rows_of_fact(item: Item, told: Mapping[str, str], file_of: Callable[[str], str]) -> list[NewRow]:
    """A row for each piece of evidence, in the table of its source."""
    rows = []
    for number, proposal in enumerate(item.proposals, 1):
        cells = {name: told.get(name, "") for name in (*CLAIM, *QUALIFIERS)}
        cells |= {name: told.get(name + _numbered(number), "") for name in EVIDENCE}
        cells["source"] = proposal.source
        ordered = {name: cells[name] for name in (*FACT_HEADER, *QUALIFIERS) if name in FACT_HEADER or cells[name]}
        rows.append(NewRow(file_of(proposal.source), ordered))
    return rows


def rows_of_thing(told: Mapping[str, str], item: Item) -> list[NewRow]:
    """The row of a new thing and those of its names."""
    row = NewRow("entities.csv", {name: told.get(name, "") for name in HEADERS["entities.csv"]})
    return [row, *_rows_of_names(told, item)]


def rows_of_further_names(told: Mapping[str, str], item: Item, id_: str, names: Iterable[Name]) -> list[NewRow]:
    """The rows of those names of a proposed thing that the thing which it is, with these names, does not have."""
    held = list(names)
    texts = {(name.language, name.text) for name in held}
    shown = {name.language for name in held if name.rank.value in _SHOWN}
    rows = []
    for row in _rows_of_names(told, item):
        cells = {**row.cells, "entity": id_}
        if (cells["language"], cells["name"]) in texts:
            continue
        if cells["rank"] in _SHOWN and cells["language"] in shown:
            cells["rank"] = NameRank.ALTERNATIVE.value
        texts.add((cells["language"], cells["name"]))
        shown |= {cells["language"]} if cells["rank"] in _SHOWN else set()
        rows.append(NewRow("names.csv", cells))
    return rows


def _rows_of_names(told: Mapping[str, str], item: Item) -> list[NewRow]:
    sources = {(name.language, name.text): name.source for name in item.names}
    rows = []
    for field, text in told.items():
        if field.startswith(f"{NAMES} ") and text:
            _, language, rank = field.split(" ")[:3]
            source = sources.get((language, text), item.source)
            cells = {"entity": told["id"], "language": language, "name": text, "rank": rank, "source": source}
            rows.append(NewRow("names.csv", cells))
    return rows


def name_of(row: NewRow) -> Name:
    """The name that a row of `names.csv` tells."""
    cells = row.cells
    return Name(cells["entity"], cells["language"], cells["name"], NameRank(cells["rank"]), cells["source"])


def rows_of_name(told: Mapping[str, str], item: Item) -> list[NewRow]:
    """The row of one more name of a known thing."""
    cells = {name: told.get(name, "") for name in ("entity", "language", "name", "rank")}
    return [NewRow("names.csv", {**cells, "source": item.source})]


def row_of_source(source: DraftSource) -> NewRow:
    """The row of an article in `sources.csv`."""
    return NewRow("sources.csv", {name: getattr(source, name) for name in HEADERS["sources.csv"]})
