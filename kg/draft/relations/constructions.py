"""Relations by whole constructions: the table `construction` of a language, where words stand about two slots.

A row is construction, a predicate, empty, patterns. In a pattern {a} is who or what the relation is of, {b} the other
end; ~ is a gap of at most four words, ~~ of at most nine, with no other name in it than a place's; … is one of at most
twelve words and names. a/b are words of which one stands there, (a) is one that may be left out, a* one that may go on.
@name stands for the words of the rows `family` of that name.
A row whose detail is event or topic has one slot: the other end is the event or the thing that was told of before.
{a.nom}, {a.acc}, {a.gen} … ask for a case, where the language has it (a mark of the table `case` or `mark`):

    construction,joined,,{a} become/becomes/became ~ member of {b}

What {a} and {b} may be is what the rows of `frames.csv` with that predicate allow. A pattern without {b} links those
that {a} lists with one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.draft.language.grammar import Grammar, grammar_of
from kg.draft.language.patterns import Entry
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.construction_lines import line_of
from kg.draft.relations.construction_matches import Construction, Match
from kg.draft.relations.russian_relatives import relative_line
from kg.draft.relations.wordings import compiled
from kg.facts.schema import Schema

_FAMILY = re.compile(r"@(\w+)")


def constructed(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """The relations that the constructions of its language tell in a sentence."""
    if not read.mentions:
        return
    lowered = " ".join(read.sentence.lowered)
    likely = [each for each in constructions(read.sentence.grammar) if any(part in lowered for part in each.anchors)]
    if not likely:
        return
    line = line_of(read)
    told: set[tuple[str, str, str]] = set()
    texts = [line.text]
    if "⟪" in line.text and read.sentence.grammar.code == "tr":  # … merkezi Sofya'da bulunan X: X does it
        texts.append(line.text.replace("⟪", "‹").replace("⟫", "›"))
    lines = [(line, text) for text in texts]
    clause = relative_line(line, read) if read.sentence.grammar.code == "ru" else None
    if clause is not None:
        lines.insert(0, (clause, clause.text))
    for each, (of, text) in ((each, pair) for pair in lines for each in likely):
        for found in each.expression.finditer(text):
            for relation in Match(each, found, of, read, schema).relations():
                key = (relation.subject.entity, relation.predicate, relation.object.entity)
                turned = clause is not None and of is line and key[::-1] in told
                if key not in told and not turned:
                    told.add(key)
                    yield relation


@cache
def _of_rows(code: str, entries: tuple[Entry, ...]) -> tuple[Construction, ...]:
    small = tuple(entry.words for entry in grammar_of(code, "").tables.get("mark", ()) if entry.detail == "before")
    families: dict[str, list[str]] = {}
    for row in grammar_of(code, "").tables.get("family", ()):
        families.setdefault(row.name, []).append(row.words.replace(" ", "_"))
    told = ((entry, _FAMILY.sub(lambda m: "/".join(families[m[1]]), entry.words)) for entry in entries)
    return tuple(Construction(code, entry.name, entry, *compiled(code, words, small)) for entry, words in told)


def constructions(grammar: Grammar) -> Sequence[Construction]:
    """The constructions of a language."""
    return _of_rows(grammar.code, tuple(grammar.tables.get("construction", ())))
