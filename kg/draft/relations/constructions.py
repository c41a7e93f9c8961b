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
from functools import cache, lru_cache

from kg.draft.language.grammar import Grammar, grammar_of
from kg.draft.language.patterns import Entry
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.construction import Construction
from kg.draft.relations.construction_lines import line_of
from kg.draft.relations.construction_matches import Match
from kg.draft.relations.russian_relatives import relative_line
from kg.draft.relations.wordings import expression, stand_in_order
from kg.facts.schema import Schema

_FAMILY = re.compile(r"@(\w+)")
_KEPT = 50_000
"""Of how many words it is kept which constructions they are anchors of."""


def constructed(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """The relations that the constructions of its language tell in a sentence."""
    if not read.mentions:
        return
    grammar, line = read.sentence.grammar, line_of(read)
    told: set[tuple[str, str, str]] = set()
    texts = [line.text]
    if "⟪" in line.text and grammar.code == "tr":  # … merkezi Sofya'da bulunan X: X does it
        texts.append(line.text.replace("⟪", "‹").replace("⟫", "›"))
    lines = [(line, text) for text in texts]
    clause = relative_line(line, read) if grammar.code == "ru" else None
    if clause is not None:
        lines.insert(0, (clause, clause.text))
    for each, (of, text) in ((each, pair) for pair in lines for each in _possible(grammar, pair[1])):
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
    return tuple(Construction(code, entry.name, entry, words, *expression(code, words, small)) for entry, words in told)


@cache
def _by_anchor(grammar: Grammar) -> dict[str, list[int]]:
    """The numbers of the constructions by the words of which a line must have one, or by how it opens: work*."""
    found: dict[str, list[int]] = {}
    for number, each in enumerate(constructions(grammar)):
        for anchor in each.anchors:
            found.setdefault(anchor, []).append(number)
    return found


@lru_cache(maxsize=_KEPT)
def _of_word(grammar: Grammar, word: str) -> tuple[int, ...]:
    """The numbers of the constructions that a word is an anchor of."""
    numbers = _by_anchor(grammar)
    anchors = (word, *(f"{word[:length]}*" for length in range(1, len(word) + 1)))
    return tuple(number for anchor in anchors for number in numbers.get(anchor, ()))


def _possible(grammar: Grammar, text: str) -> list[Construction]:
    """The constructions of which a line has all words in their order, in that of the table."""
    numbers = {number for word in set(text.split()) for number in _of_word(grammar, word)}
    found = (constructions(grammar)[number] for number in sorted(numbers))
    return [each for each in found if stand_in_order(each.needed, text)]


@cache
def constructions(grammar: Grammar) -> Sequence[Construction]:
    """The constructions of a language."""
    return _of_rows(grammar.code, tuple(grammar.tables.get("construction", ())))
