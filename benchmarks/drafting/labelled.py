"""The pairs of articles, sentences and passages with what their tables tell of each: what weights are learned from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gold import HERE, OUT_OF_SCOPE, PARTS, Gold, Row, article_files, read_gold, records, schema
from sentences import FOLDER, PUBLISHED, End, Told, alike, read_pieces

from kg.draft.article import Article
from kg.draft.drafter import Drafter
from kg.draft.model import DraftSource
from kg.draft.pairs.items import Item
from kg.draft.pairs.pairing import Pair, features, pairs

PASSAGES = HERE / "passages"
_HUMP = re.compile(r"(?<!^)([A-Z])")
Claim = tuple[str, str, str]
Ends = tuple[str, ...]


@dataclass(frozen=True)
class Stated:
    """A relation that a text tells, with all names of each end."""

    subject: Ends
    predicate: str
    object: Ends


@dataclass(frozen=True)
class Text:
    """A text and what it tells."""

    language: str
    text: str
    published: str
    told: tuple[Stated, ...]
    allowed: tuple[Stated, ...]
    is_new: bool
    """Whether no rule was written for it."""


@dataclass(frozen=True)
class Example:
    """A pair: its features, the relations that may hold, and of those that are told the place in the text's list.

    `labels` has -1 for a relation that is allowed, which teaches nothing.
    """

    claim_ends: tuple[str, str]
    features: tuple[str, ...]
    fits: tuple[str, ...]
    labels: Mapping[str, int]


@dataclass
class Read:
    """A text as it was read: its pairs, and what the rules propose of it."""

    text: Text
    examples: list[Example] = field(default_factory=list)
    rules: set[Claim] = field(default_factory=set)
    found: set[int] = field(default_factory=set)
    """Of what is told, what rules propose."""
    right: set[Claim] = field(default_factory=set)
    """Of what rules propose, what is told or allowed."""


def texts(folders: Sequence[str] = ()) -> Iterator[Text]:
    """The articles to develop with, the plain sentences and the passages; the articles of further folders, as new."""
    yield from _articles("dev", is_new=False)
    for table in sorted(FOLDER.glob("*.csv")):
        yield from _pieces(table, is_new=False)
    for table in sorted(PASSAGES.glob("*.csv")):
        yield from _pieces(table, is_new=True)
    for folder in folders:
        PARTS[folder] = Path(folder)
        yield from _articles(folder, is_new=True)


def _pieces(table: Path, *, is_new: bool) -> Iterator[Text]:
    for piece in read_pieces(table):
        told, allowed = (tuple(map(_of_piece, some)) for some in (piece.told, piece.allowed))
        yield Text(table.stem, piece.text, PUBLISHED, told, allowed, is_new)


def _of_piece(told: Told) -> Stated:
    return _turned(Stated((told.subject,), told.predicate, (told.object,)))


def _articles(part: str, *, is_new: bool) -> Iterator[Text]:
    gold = read_gold(part)
    published = {cells["id"]: cells["published"] for cells in records(PARTS[part] / "sources.csv")}
    rows: dict[str, list[Row]] = {}
    for row in gold.rows:
        if not row.denied and row.predicate not in OUT_OF_SCOPE:
            rows.setdefault(row.article, []).append(row)
    for path in article_files(part):
        told = [row for row in rows.get(path.stem, []) if row.required]
        allowed = [row for row in rows.get(path.stem, []) if not row.required]
        stated = (tuple(_of_row(row, gold) for row in some) for some in (told, allowed))
        yield Text(gold.languages[path.stem], path.read_text("utf-8"), published[path.stem], *stated, is_new)


def _of_row(row: Row, gold: Gold) -> Stated:
    subject, object_ = ((key, *gold.names.get(key, ())) for key in (row.subject, row.object))
    return _turned(Stated(subject, row.predicate, object_))


def _turned(told: Stated) -> Stated:
    inverse = schema().properties[told.predicate].inverse_of
    return Stated(told.object, inverse, told.subject) if inverse else told


class Labeller:
    """Reads texts with the rules alone, and says of each pair what is told of it."""

    def __init__(self, drafter: Drafter) -> None:
        self._drafter = drafter
        self._known = {key: tuple(n.text for n in each.names) for key, each in drafter.project.entities.items()}

    def read(self, text: Text) -> Read:
        """The pairs of a text, labelled."""
        name = f"{text.language}.txt"
        source = DraftSource(text.language, "", "", text.published, "", text.language, "", name, name, "")
        article = Article(self._drafter, text.text, source, text.language)
        draft, names = article.draft(), dict[str, list[str]]()
        for each in draft.names:
            names.setdefault(each.entity, []).append(each.text)
        for key, mention in article.things.items():
            names.setdefault(key, []).extend(filter(None, (mention.name, mention.acronym, *mention.aliases)))
        ends: dict[str, End] = {}
        for key in {*names, *self._known}:
            ends[key] = End((*names.get(key, ()), *self._known.get(key, ())))
        for thing in draft.things:
            ends[thing.id] = End(tuple(names.get(thing.id, ())), _words(thing.class_name))
        read = Read(text)
        for proposal in draft.proposals:
            if proposal.status != "denied":
                self._add_rule(read, (proposal.subject, proposal.predicate, proposal.object), ends)
        offices = {key: office.entity for key, office in article.pairs.offices.items()}
        of_items: dict[str, End] = {}
        for pair in pairs(article.pairs.views, self._drafter.terms):
            for item in (pair.left, pair.right):
                if item.key not in of_items:
                    of_items[item.key] = _end_of(item, text.text, ends)
            labels = _labels(text, pair, of_items)
            claim_ends = tuple(offices.get(item.key, item.key) for item in (pair.left, pair.right))
            told = tuple(dict.fromkeys(features(pair, article.pairs.views)))
            read.examples.append(Example((claim_ends[0], claim_ends[1]), told, pair.fits, labels))
        return read

    @staticmethod
    def _add_rule(read: Read, claim: Claim, ends: Mapping[str, End]) -> None:
        inverse = schema().properties[claim[1]].inverse_of
        claim = (claim[2], inverse, claim[0]) if inverse else claim
        read.rules.add(claim)
        left, right = (ends.get(key, End((key,))) for key in (claim[0], claim[2]))
        for told, of in ((read.text.told, read.found), (read.text.allowed, set[int]())):
            for at, each in enumerate(told):
                if each.predicate == claim[1] and _is_told((left, claim[0]), (right, claim[2]), each):
                    of.add(at)
                    read.right.add(claim)


def _words(class_name: str) -> str:
    return _HUMP.sub(r" \1", class_name)


def _end_of(item: Item, text: str, ends: Mapping[str, End]) -> End:
    """What an item is called; of a post, and of what is only described, the word that tells what it is."""
    if item.mention is None:
        return End((text[item.start : item.end],), "Post")
    if item.kind == "described":
        return End((item.mention.name, item.mention.head.replace("*", "")), _words(item.classes[0]))
    return ends.get(item.key, End((item.mention.name,), _words(item.classes[0])))


def _labels(text: Text, pair: Pair, ends: Mapping[str, End]) -> dict[str, int]:
    left, right = ((ends[item.key], item.key) for item in (pair.left, pair.right))
    loose = tuple(item.kind in ("post", "described") for item in (pair.left, pair.right))
    found: dict[str, int] = {}
    for at, each in enumerate(text.told):
        if each.predicate in pair.fits and each.predicate not in found and _is_told(left, right, each, loose):
            found[each.predicate] = at
    for each in text.allowed:
        if each.predicate in pair.fits and each.predicate not in found and _is_told(left, right, each, loose):
            found[each.predicate] = -1
    return found


def _is_told(
    left: tuple[End, str], right: tuple[End, str], told: Stated, loose: Sequence[bool] = (False, False)
) -> bool:
    if _is_called(*left, told.subject, loose[0]) and _is_called(*right, told.object, loose[1]):
        return True
    both = schema().properties[told.predicate].symmetric
    return both and _is_called(*right, told.subject, loose[1]) and _is_called(*left, told.object, loose[0])


def _is_called(end: End, key: str, names: Iterable[str], is_loose: bool) -> bool:
    """Whether an end is what some names tell of; a loose one by its last name alone: проректор, проректор по науке."""
    names = list(names)
    if key in names or any(end.is_told(name) for name in names):
        return True
    return is_loose and any(alike(end.names[-1], (name,)) for name in names)
