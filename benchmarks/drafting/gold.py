"""The articles and their facts: reading the tables of a part as frozen values."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.facts.schema import Schema
from kg.resources import Resources

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SEEDS = ROOT / "seeds"
PARTS = {"dev": HERE, "test": HERE / "set_aside", "test2": HERE / "set_aside_second"}
OUT_OF_SCOPE = frozenset(
    {"spokeAbout", "reportedOn", "offers", "actsAs", "bringsTogether", "expectedEffect", "comprises"}
)
"""Predicates that are scored for nobody; the guide in README.md says why."""
FOLLOWS = {"spokeAt": "participatedIn", "joined": "memberOf", "heldIn": "locatedIn"}
"""Who says the one has said the other too: a proposal of the other counts for nobody."""
CONCEPTS = ("Topic", "Service", "Kind", "Unit", "Role")


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of one article, in the direction that the ontology keeps it in."""

    article: str
    subject: str
    predicate: str
    object: str
    from_: str = ""
    until: str = ""
    status: str = "stated"
    required: bool = True

    @property
    def denied(self) -> bool:
        """Whether the article says that it is not so."""
        return self.status == "denied"


@dataclass(frozen=True, slots=True)
class Gold:
    """What a person read out of the articles of a part.

    `languages`: each article's language; `classes` and `names`: of all things, those of `seeds/` among them;
    `known`: the ids of `seeds/`; `mentions`: article and known id, and whether it must be found; `renamed`: of those,
    the words of the ones that the article names otherwise than `seeds/` does (in a language that has no name there).
    """

    languages: Mapping[str, str]
    rows: tuple[Row, ...]
    classes: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    known: frozenset[str]
    mentions: Mapping[tuple[str, str], bool]
    renamed: Mapping[tuple[str, str], str]


def records(path: Path) -> list[dict[str, str]]:
    """The rows of a table, each cell without spaces at its ends; none where there is no such file."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(file)]


@cache
def schema() -> Schema:
    """What the ontology says of classes and properties."""
    return Resources.current().read_ontology().schema


def turned(row: Row) -> Row:
    """`row` under the property that facts are kept under, and a symmetric one with its ends in order."""
    known = schema().properties.get(row.predicate)
    if known is None:
        return row
    subject, predicate, object_ = row.subject, row.predicate, row.object
    if known.inverse_of:
        subject, predicate, object_ = object_, known.inverse_of, subject
    if schema().properties[predicate].symmetric:
        subject, object_ = sorted((subject, object_))
    return Row(row.article, subject, predicate, object_, row.from_, row.until, row.status, row.required)


def number(text: str) -> str:
    """A figure without needless zeros; any other text as it is."""
    try:
        return f"{float(text):g}"
    except ValueError:
        return text


def fact_rows(path: Path, article_of: Mapping[str, str], column: str) -> Iterator[Row]:
    """The rows of a table of facts; `article_of` names the article for what stands in `column`, others are left out."""
    for cells in records(path):
        if cells.get(column, "") in article_of:
            yield turned(
                Row(
                    article_of[cells[column]],
                    cells["subject"],
                    cells["predicate"],
                    number(cells["object"]),
                    cells.get("from", ""),
                    cells.get("until", ""),
                    cells.get("status") or "stated",
                    cells.get("required", "yes") != "no",
                )
            )


def with_following(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """`rows` and, as not required, what follows from them in the ontology: `FOLLOWS`, and a post's place of work."""
    where = {(row.article, row.subject): row.object for row in rows if row.predicate == "postIn" and not row.denied}
    told = {(row.article, row.subject, row.predicate, row.object) for row in rows}
    found = {}
    for row in rows:
        predicate, object_ = FOLLOWS.get(row.predicate, ""), row.object
        if row.predicate == "holdsPost" and (row.article, row.object) in where:
            predicate, object_ = "worksFor", where[row.article, row.object]
        key = (row.article, row.subject, predicate, object_)
        if predicate and not row.denied and key not in told:
            found[key] = Row(*key, row.from_, row.until, row.status, required=False)
    return (*rows, *found.values())


def things(*folders: Path) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Class by id, and names by id, of the things in the tables of some folders."""
    classes: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for folder in folders:
        classes |= {cells["id"]: cells["class"] for cells in records(folder / "entities.csv")}
        for cells in records(folder / "names.csv"):
            names.setdefault(cells["entity"], []).append(cells["name"])
    return classes, {key: tuple(dict.fromkeys(found)) for key, found in names.items()}


def read_gold(part: str) -> Gold:
    """The articles of a part (dev, test, test2) and what stands in them."""
    folder = PARTS[part]
    languages = {cells["id"]: cells["language"] for cells in records(folder / "sources.csv")}
    classes, names = things(SEEDS, folder / "gold")
    rows = tuple(fact_rows(folder / "gold" / "facts.csv", {key: key for key in languages}, "article"))
    told = records(folder / "gold" / "mentions.csv")
    mentions = {(cells["article"], cells["entity"]): cells["required"] == "yes" for cells in told}
    renamed = {
        (cells["article"], cells["entity"]): cells["text"]
        for cells in told
        if cells["named"] == "otherwise" and cells["text"]
    }
    return Gold(languages, with_following(rows), classes, names, frozenset(things(SEEDS)[0]), mentions, renamed)


def read_documents() -> Gold:
    """The five documents, with the facts that `seeds/facts` tells of them."""
    languages = {cells["id"]: cells["language"] for cells in records(SEEDS / "sources.csv") if cells["document"]}
    classes, names = things(SEEDS)
    same = {key: key for key in languages}
    rows = tuple(row for path in sorted((SEEDS / "facts").glob("*.csv")) for row in fact_rows(path, same, "source"))
    return Gold(languages, with_following(tuple(dict.fromkeys(rows))), classes, names, frozenset(classes), {}, {})


def article_files(part: str) -> list[Path]:
    """The files of a part's articles, sorted."""
    return sorted((PARTS[part] / "articles").glob("*/*.txt"))
