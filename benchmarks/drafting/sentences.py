"""Print how many of the relations that plain sentences tell `kg draft` proposes, by language and by relation.

    python benchmarks/drafting/sentences.py [--language az] [--folder DIR] [--show]
    python benchmarks/drafting/sentences.py --set-aside [--language az]

A table `<language>.csv` has a row for each piece of one to three sentences: `text`; `told`, what must be proposed, and
`allowed`, what may be, as `subject predicate object` between semicolons. The ends are pieces of names or the words that
describe a thing (memorandum, rector); `#` stands for any thing. `--show` prints the pieces in which something is missed
or proposed beside what was asked.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gold import FOLLOWS, HERE, OUT_OF_SCOPE, SEEDS, schema

from kg.draft.drafter import Drafter
from kg.draft.model import Draft, DraftSource, Proposal
from kg.facts.model import Entity
from kg.facts.names.folding import fold
from kg.facts.problems import CallError, InputError
from kg.facts.reading import read_project
from kg.facts.schema import PropertyUse
from kg.resources import Resources

FOLDER = HERE / "sentences"
SET_ASIDE = HERE / "sentences_set_aside"
PUBLISHED = "2025-05-20"
ANYTHING = "#"
_ENDING = 3
_RELATIONS = frozenset(
    name for name, each in schema().properties.items() if each.use in (PropertyUse.RELATION, PropertyUse.FIGURE)
)
_HUMP = re.compile(r"(?<!^)([A-Z])")


@dataclass(frozen=True, slots=True)
class Told:
    """A relation as the table tells it."""

    subject: str
    predicate: str
    object: str

    def __str__(self) -> str:
        return f"{self.subject} {self.predicate} {self.object}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and its relations."""

    place: str
    text: str
    told: tuple[Told, ...]
    allowed: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What of a piece was found and missed, and what was proposed beside it."""

    piece: Piece
    found: tuple[Told, ...]
    missed: tuple[Told, ...]
    beside: tuple[Told, ...]


def read_pieces(path: Path) -> list[Piece]:
    """The pieces of a table. Raises CallError, naming the line, where a relation is none of the ontology's."""
    pieces = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        for cells in rows:
            place = f"{path.name}:{rows.line_num}"
            told, allowed = (tuple(_relations(cells[name], place)) for name in ("told", "allowed"))
            pieces.append(Piece(place, cells["text"], told, (*allowed, *_places_of_work((*told, *allowed)))))
    return pieces


def _relations(cell: str, place: str) -> Iterator[Told]:
    for each in filter(None, map(str.strip, cell.split(";"))):
        words = each.split()
        at = [n for n, word in enumerate(words) if word in _RELATIONS]
        if len(at) != 1 or at[0] in (0, len(words) - 1):
            raise CallError(f"{place}: {each!r} is no subject, relation of the ontology and object. Write these three.")
        yield Told(" ".join(words[: at[0]]), words[at[0]], " ".join(words[at[0] + 1 :]))


def _places_of_work(relations: Sequence[Told]) -> Iterator[Told]:
    """Who holds a post works there, as `with_following` of gold.py says of articles."""
    where = {(each.subject, each.object) for each in relations if each.predicate == "postIn"}
    for each in relations:
        if each.predicate == "holdsPost":
            yield from (Told(each.subject, "worksFor", body) for post, body in sorted(where) if post == each.object)


@dataclass(frozen=True, slots=True)
class End:
    """What an end of a proposal is called: its names, and the words of its class, which describe what has no name."""

    names: tuple[str, ...]
    kind: str = ""

    def is_told(self, told: str) -> bool:
        """Whether a table tells of this thing."""
        return alike(told, self.names) or _within(_stems(told), _stems(self.kind))


class Judge:
    """Says what of a draft was told: two things are one if the words of the one's name begin as some of the other's."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        """`entities` are those of `seeds/`, whose names are not proposed."""
        self._known = {key: tuple(name.text for name in entity.names) for key, entity in entities.items()}

    def read(self, piece: Piece, draft: Draft) -> Read:
        """What of a piece a draft has; what it denies, and what is out of scope, counts for nobody."""
        names: dict[str, list[str]] = {}
        for name in draft.names:
            names.setdefault(name.entity, []).append(name.text)
        kinds = {thing.id: _HUMP.sub(r" \1", thing.class_name) for thing in draft.things}
        ends = {
            key: End((*names.get(key, ()), *self._known.get(key, ())), kinds.get(key, ""))
            for key in {*names, *kinds, *self._known}
        }
        stated = [each for each in draft.proposals if each.status != "denied" and each.predicate not in OUT_OF_SCOPE]
        found = tuple(told for told in piece.told if any(_is(told, each, ends) for each in stated))
        beside = tuple(
            Told(_called(each.subject, ends), each.predicate, _called(each.object, ends))
            for each in stated
            if not any(_covers(told, each, ends) for told in (*piece.told, *piece.allowed))
        )
        return Read(piece, found, tuple(told for told in piece.told if told not in found), beside)


def _called(key: str, ends: Mapping[str, End]) -> str:
    end = ends.get(key, End((key,)))
    return (*end.names, end.kind)[0]


def _covers(told: Told, proposal: Proposal, ends: Mapping[str, End]) -> bool:
    """Whether a relation says this proposal, or what it proposes follows from the relation."""
    follows = FOLLOWS.get(told.predicate)
    return _is(told, proposal, ends) or (
        follows is not None and _is(Told(told.subject, follows, told.object), proposal, ends)
    )


def _is(told: Told, proposal: Proposal, ends: Mapping[str, End]) -> bool:
    if told.predicate != proposal.predicate:
        return False
    left, right = (ends.get(key, End((key,))) for key in (proposal.subject, proposal.object))
    if left.is_told(told.subject) and right.is_told(told.object):
        return True
    both = schema().properties[told.predicate].symmetric
    return both and right.is_told(told.subject) and left.is_told(told.object)


def alike(told: str, names: Sequence[str]) -> bool:
    """Whether a thing is told of by some of its names, whatever the endings.

    >>> alike("rector", ["Rectors of the Oslo Institute"]), alike("Oslo Institute", ["Bergen Institute"])
    (True, False)
    """
    if told == ANYTHING:
        return True
    want = _stems(told)
    return any(_within(want, have) or (len(have) > 1 and _within(have, want)) for have in map(_stems, names))


def _stems(name: str) -> list[str]:
    return [word[: max(_ENDING, len(word) - _ENDING)] for word in re.findall(r"\w+", fold(name))]


def _within(some: list[str], others: list[str]) -> bool:
    return bool(some) and all(any(_same_stem(one, other) for other in others) for one in some)


def _same_stem(one: str, other: str) -> bool:
    """Whether the shorter of two stems begins the other, which an ending may have cut less."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(short) >= min(_ENDING, len(long))


def print_figures(title: str, read: Sequence[Read]) -> None:
    """Recall and precision of some pieces in one line of a table."""
    found, missed, beside = (sum(len(getattr(each, what)) for each in read) for what in ("found", "missed", "beside"))
    recall, precision = found / max(1, found + missed), found / max(1, found + beside)
    print(f"| {title} | {len(read)} | {found + missed} | {precision:.2f} | {recall:.2f} |")


def print_relations(read: Sequence[Read]) -> None:
    """How much of each relation is found and missed, and proposed beside what was asked, the most frequent first."""
    counts: dict[str, Counter[str]] = {}
    for each in read:
        for what in ("found", "missed", "beside"):
            for told in getattr(each, what):
                counts.setdefault(told.predicate, Counter())[what] += 1
    print("\n| relation | found | missed | beside |\n| --- | --: | --: | --: |")
    for name, by in sorted(counts.items(), key=lambda each: (-each[1].total(), each[0])):
        print(f"| {name} | {by['found']} | {by['missed']} | {by['beside']} |")


def print_pieces(read: Sequence[Read]) -> None:
    """The pieces in which something is missed or proposed beside what was asked."""
    for each in read:
        if each.missed or each.beside:
            print(f"{each.piece.place} {each.piece.text}")
            for what in ("missed", "beside"):
                for told in getattr(each, what):
                    print(f"    {what}: {told}")


def main() -> None:
    """Measure the tables of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", help="only the table of one language")
    parser.add_argument("--show", action="store_true", help="print the pieces that are not read as they should be")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--folder", type=Path, default=FOLDER, help="tables of your own")
    where.add_argument("--set-aside", action="store_true", help="the part that who writes rules does not open")
    asked = parser.parse_args()
    if asked.set_aside and asked.show:
        parser.error("what is set aside is not shown. Leave out --show, or --set-aside.")
    folder = SET_ASIDE if asked.set_aside else asked.folder
    tables = sorted(folder.glob(f"{asked.language or '*'}.csv"))
    if not tables:
        parser.error(f"{folder} has no table {asked.language or '*'}.csv. Name a language that has one.")
    ontology = Resources.current().read_ontology()
    project = read_project(SEEDS, ontology.schema, ontology.shapes)
    drafter = Drafter(project, ontology.schema)
    judge, read = Judge(project.entities), dict[str, list[Read]]()
    for table in tables:
        source = DraftSource(table.stem, "", "", PUBLISHED, "", table.stem, "", table.name, str(table), "")
        pieces = read_pieces(table)
        read[table.stem] = [judge.read(piece, drafter.draft(piece.text, source, table.stem)) for piece in pieces]
        if asked.show:
            print_pieces(read[table.stem])
    print("| language | pieces | relations | precision | recall |\n| --- | --: | --: | --: | --: |")
    for language, each in read.items():
        print_figures(language, each)
    every = [each for some in read.values() for each in some]
    print_figures("all", every)
    print_relations(every)


if __name__ == "__main__":
    try:
        main()
    except CallError as error:
        raise SystemExit(str(error)) from None
    except InputError as error:  # faulty rows of a language's table, all at once
        raise SystemExit("\n".join(map(str, error.problems))) from None
