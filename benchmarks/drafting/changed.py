"""Print how many of the relations found in the articles of dev are still found when these are changed a little.

    python benchmarks/drafting/changed.py [--language az] [--change day] [--show]

A change puts the words of `changes.csv` before a person, beside a body, or in front of or behind a sentence, at most
once in each sentence that tells a relation. What is lost is brittle: the rule knows a wording, and not what may stand
in it.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from gold import HERE, SEEDS, Gold, Row, article_files, number, read_gold, records, turned
from matching import Draft, by_article, matches, score

from kg.draft.drafter import Drafter
from kg.draft.model import DraftSource, Proposal
from kg.draft.reading import Reader
from kg.draft.spans import Mention
from kg.facts.quotes import read_document
from kg.facts.reading import read_project
from kg.resources import Resources

TABLE = HERE / "changes.csv"
_BEFORE_BODY = ("az", "kk")
"""Languages whose descriptions of a body stand before it."""
_TITLE = re.compile(r"(?:prof\w*|dr|доктор|профессор|dosent|mr|ms|mrs|cənab|xanım|г-н\w*|мырза)\.? ?\Z", re.IGNORECASE)

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Kept:
    """What one change does to one language: of `asked` relations found before, `found` are found still."""

    change: str
    language: str
    asked: int = 0
    found: int = 0
    lost: tuple[str, ...] = ()


@dataclass
class Article:
    """An article of the gold, and what is found in it as it stands."""

    id: str
    text: str
    language: str
    published: str
    gold: Gold
    rows: list[Row]
    drafter: Drafter
    before: dict[Key, Proposal] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.before = self.found(self.text)

    @property
    def source(self) -> DraftSource:
        """The article as it is drafted."""
        return DraftSource(self.id, "", "", self.published, "", self.language, "", self.id, self.id, "")

    def found(self, text: str) -> dict[Key, Proposal]:
        """The relations of the gold that are proposed for a text of it, in the gold's ids."""
        drafted = self.drafter.draft(text, self.source, self.language)
        new = {thing.id: f"draft:{thing.id}" for thing in drafted.things}
        names = defaultdict(list)
        for name in drafted.names:
            names[new.get(name.entity, name.entity)].append(name.text)
        rows = [self._row(told, new) for told in drafted.proposals]
        classes = {new[thing.id]: thing.class_name for thing in drafted.things}
        draft = Draft(tuple(rows), classes, {key: tuple(names[key]) for key in classes})
        same = matches(self.gold, self.rows, draft, rows)
        right = {
            _key(row) for kind, _, row in score(self.id, self.gold, self.rows, draft, rows).rows if kind == "found"
        }
        by_key = {}
        for row, proposal in zip(rows, drafted.proposals, strict=True):
            subject, object_ = same.get(row.subject, row.subject), same.get(row.object, row.object)
            key = _key(turned(Row(self.id, subject, row.predicate, object_)))
            if key in right:
                by_key[key] = proposal
        return by_key

    def _row(self, told: Proposal, new: Mapping[str, str]) -> Row:
        subject, object_ = new.get(told.subject, told.subject), new.get(told.object, told.object)
        return turned(
            Row(self.id, subject, told.predicate, number(object_), told.from_, told.until, told.status or "stated")
        )

    def mentions(self) -> list[Mention]:
        """The names that are read in it."""
        reader = Reader(self.drafter.known, self.drafter.schema, self.drafter.decisions, self.id)
        return [mention for read in reader.read(self.text, self.language) for mention in read.mentions]


def _key(row: Row) -> Key:
    return row.subject, row.predicate, row.object


@cache
def words() -> dict[tuple[str, str], tuple[str, ...]]:
    """What is put in, by change and language."""
    return {(row["change"], row["language"]): tuple(row["words"].split("|")) for row in records(TABLE)}


def edits(article: Article, change: str) -> dict[int, tuple[int, str]]:
    """Where words are put into an article and which, by the beginnings of the sentences that tell its relations."""
    told: dict[tuple[int, int], set[str]] = defaultdict(set)
    for proposal in article.before.values():
        told[proposal.place.sentence_start, proposal.place.sentence_end] |= {proposal.subject, proposal.object}
    choice, mentions, found = words()[change, article.language], article.mentions(), {}
    for count, ((start, end), ends) in enumerate(sorted(told.items())):
        inside = [m for m in mentions if start <= m.start and m.end <= end and m.entity in ends]
        place = _place(article, change, (start, end), inside)
        starts = {len(article.text[: m.start].rstrip('«“"')) for m in inside}
        if place is not None:
            found[start] = (place, _spaced(choice[count % len(choice)], place in (*starts, start)))
    return found


def _spaced(what: str, is_before: bool) -> str:
    """Words with the space that parts them from what they stand before, or a bracket from what it stands behind."""
    return f"{what} " if is_before else f" {what}" if what.startswith("(") else what


def _place(article: Article, change: str, sentence: tuple[int, int], inside: Sequence[Mention]) -> int | None:
    """Where the words of a change stand in a sentence; None where they would stand badly."""
    text, (start, end) = article.text, sentence
    if change in ("front", "day"):
        return start if start == 0 or text[start - 1] in "\n " else None
    if change == "end":
        stop = end - len(text[start:end]) + len(text[start:end].rstrip(" \n."))
        return None if text[stop - 1] in '»”"!?' else stop
    if change in ("title", "degree"):
        people = [
            m for m in inside if m.class_name == "Person" and not _TITLE.search(text[max(0, m.start - 14) : m.start])
        ]
        return people[0].start if people else None
    bodies = [m for m in inside if article.drafter.schema.is_a(m.class_name, "Organisation")]
    if change == "apposition" and article.language in _BEFORE_BODY:
        return len(text[: bodies[0].start].rstrip('«“"')) if bodies else None
    free = [m for m in bodies if text[m.end : m.end + 1] in (" ", ".", ",") and not text[m.start : m.end].isupper()]
    free = [m for m in free if not re.match(r"['’]s|[»”\"]? ?\(", text[m.end :])]
    return free[0].end if free else None


def kept(articles: Sequence[Article], change: str, language: str) -> Kept:
    """What is still found in some articles when each is changed in one way."""
    asked, found, lost = 0, 0, []
    for article in articles:
        put = edits(article, change)
        if not put:
            continue
        text = article.text
        for place, what in sorted(put.values(), reverse=True):
            text = text[:place] + what + text[place:]
        after = article.found(text)
        touched = [key for key, told in article.before.items() if told.place.sentence_start in put]
        asked, found = asked + len(touched), found + sum(key in after for key in touched)
        lost += [f"{article.id}: {' '.join(key)} [{article.before[key].rule}]" for key in touched if key not in after]
    return Kept(change, language, asked, found, tuple(lost))


def read_articles(drafter: Drafter, language: str, most: int | None = None) -> list[Article]:
    """The articles of dev in a language, `most` of them at most, drafted as they stand."""
    gold = read_gold("dev")
    sources = {row["id"]: row for row in records(HERE / "sources.csv")}
    by = by_article(gold.rows)
    files = [path for path in article_files("dev") if gold.languages.get(path.stem) == language]
    return [
        Article(
            path.stem,
            read_document(path).text,
            language,
            sources[path.stem].get("published", ""),
            gold,
            by.get(path.stem, []),
            drafter,
        )
        for path in files[:most]
    ]


def main() -> None:
    """Print a table of changes by language."""
    languages, changes = ({key[n]: None for key in words()} for n in (1, 0))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=list(languages))
    parser.add_argument("--change", choices=list(changes))
    parser.add_argument("--show", action="store_true", help="list the relations that are lost")
    asked = parser.parse_args()
    ontology = Resources.current().read_ontology()
    drafter = Drafter(read_project(SEEDS, ontology.schema, ontology.shapes), ontology.schema)
    print("| language | change | asked | kept | share |\n| --- | --- | --: | --: | --: |")
    for language in [asked.language] if asked.language else languages:
        articles = read_articles(drafter, language)
        for change in [asked.change] if asked.change else changes:
            told = kept(articles, change, language)
            print(f"| {language} | {change} | {told.asked} | {told.found} | {told.found / max(1, told.asked):.2f} |")
            print(*(f"    {line}" for line in told.lost if asked.show), sep="\n", end="\n" if asked.show else "")


if __name__ == "__main__":
    main()
