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
from dataclasses import dataclass
from functools import cache

from kg.draft.construction_lines import Line, line_of
from kg.draft.frames import fits_ends, tells_event
from kg.draft.grammar import Grammar, grammar_of
from kg.draft.model import Reason
from kg.draft.patterns import Entry
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.slot_marks import stand_as_asked
from kg.draft.spans import Mention
from kg.draft.triggers import status_of
from kg.draft.wordings import compiled
from kg.facts.schema import Schema

_SURE = 0.8
_DENIAL = re.compile(r" (?:not|no|never|nor|neither|\w+n't|\w+n’t) ")
_OPENING = 5
_NAMED = re.compile(r"[⟨⟪]")
_OPENS = re.compile(
    r" ?(?:(?:[\w-]+(?:ым|им|ыми|ими|но|ую|ой)|в|с|к|до|и|а|но|же|\d+|год[ауе]?|январ\w+|феврал\w+|март\w*|апрел\w+|"
    r"ма[йея]|июн\w+|июл\w+|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+|также|уже|теперь|сама?|само|(?:его|е[её]|их)|"
    r"[-–—*•]|\d+\.) ?)*"
)
"""What may stand before a construction whose other end was told before: when, how."""
_NAMELESS = re.compile(r"[^⟨⟪;]*")
_DENIED = re.compile(r" не (?!только |менее |более )")
_FAMILY = re.compile(r"@(\w+)")


@dataclass(frozen=True)
class Construction:
    """A pattern, ready to be looked for."""

    code: str
    predicate: str
    entry: Entry
    anchors: tuple[str, ...]
    """Letters of which a sentence that has it must have some; empty for none."""
    expression: re.Pattern[str]

    @property
    def words(self) -> str:
        """Its words without slots and gaps, by which reports call it."""
        told = (token.split("/")[0].strip("()@") for token in self.entry.words.split() if token[0] not in "{~…,;:—")
        return "_".join(told)


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
    for each, text in ((each, text) for each in likely for text in texts):
        for match in each.expression.finditer(text):
            for relation in _told(read, schema, each, match, line):
                key = (relation.subject.entity, relation.predicate, relation.object.entity)
                if key not in told:
                    told.add(key)
                    yield relation


def _told(
    read: ReadSentence, schema: Schema, each: Construction, match: re.Match[str], line: Line
) -> Iterator[Relation]:
    """The relations that a match of a construction tells."""
    parts = match.groupdict()
    unsaid = _unsaid(read, each, schema)
    if each.entry.detail and unsaid is None:
        return
    before = [unsaid] if unsaid is not None else []
    lefts = line.groups[int(parts["a"])] if parts.get("a") else before
    rights = line.groups[int(parts["b"])] if parts.get("b") else before or lefts
    teller = -1 if read.sentence.grammar.verb_last else 0
    if not stand_as_asked(each.code, each.entry, lefts[teller], rights[teller], schema):
        return
    if unsaid is not None and _tells_of_another(read, each, match, line, lefts, rights, unsaid, schema):
        return
    if _is_owners(read, each, match, lefts, rights):
        return
    start, end = line.span_at(match.start("v"))
    status = _status(read, each, match, line, start)
    if status == "unsure":
        return
    rule = f"{read.sentence.grammar.code}.construction.{each.predicate}.{each.words}"
    sure = _SURE if status != "denied" else _SURE - 0.1
    for left, right in _pairs(lefts, rights):
        if right.owner is left or not fits_ends(each.predicate, left, right, schema):
            continue
        predicate = _predicate(each, left, right)
        if not predicate:
            continue
        here = [m for m in (right, left) if m is not unsaid]
        spans = ((start, end), *((m.start, m.end) for m in here))
        runs = each.code == "en" and each.predicate == "operates" and not schema.is_a(right.class_name, "Event")
        occurs = tells_event(each.predicate) and not runs
        yield Relation(left, predicate, right, sure, rule, (Reason.BY_ORDER,), spans, status, occurs, start)


def _tells_of_another(
    read: ReadSentence,
    each: Construction,
    match: re.Match[str],
    line: Line,
    lefts: Sequence[Mention],
    rights: Sequence[Mention],
    unsaid: Mention,
    schema: Schema,
) -> bool:
    """Whether a construction with one slot is of what the sentence itself names, not of what was told before."""
    if each.code == "en":
        named = _NAMED.search(line.text, 0, match.start()) is not None
        return named or _names_whole(read, each, match, line, lefts, rights, unsaid, schema)
    opens = _NAMELESS if each.code == "kk" else _OPENS
    return opens.fullmatch(line.text, 0, match.start()) is None


def _is_owners(
    read: ReadSentence, each: Construction, match: re.Match[str], lefts: Sequence[Mention], rights: Sequence[Mention]
) -> bool:
    """Whether an end of a match only says whose something is that the construction is of."""
    owns = each.code == "en" and any(_only_owns(read, m) for m in (lefts[-1], rights[-1]))
    if owns and ".gen}" not in each.entry.words:
        return True  # the operator of the Fund's laboratory
    opener = lefts[0] if (match.groupdict().get("a") or " ") in match[0][:_OPENING] else rights[0]
    if not opener.is_reference or opener.mark != "gen":
        return False
    if match.start() > 1 and each.code != "tr":
        return True  # …; its founders are: of what stands before
    # её руководитель открыл …
    return each.entry.words.startswith("{b.acc}") and match.start("v") - match.start() > _OPENING + 1


def _status(read: ReadSentence, each: Construction, match: re.Match[str], line: Line, start: int) -> str:
    """The status of what a match tells, whose main word begins at `start` of the text."""
    first = read.sentence.index_from(start)
    status = status_of(read.sentence, first, _last(read, line, match, first), each.entry)
    if not status and each.code == "ru" and _DENIED.search(line.text, match.start(), match.start("v")):
        return "denied"
    return "denied" if not status and each.code == "en" and _DENIAL.search(match[0]) else status


def _pairs(lefts: Sequence[Mention], rights: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """The two ends of each relation: all with all, or those of one list with one another."""
    pairs = [(a, b) for a in lefts for b in rights]
    if rights is lefts:
        pairs = [(a, b) for n, a in enumerate(lefts) for b in lefts[n + 1 :]]
    return [(a, b) for a, b in pairs if a.entity != b.entity]


def _predicate(each: Construction, left: Mention, right: Mention) -> str:
    """What a construction says of two things of their classes; empty for nothing."""
    if each.predicate == "founded" and right.class_name == "Cluster":
        return "formed"
    if each.predicate == "operates" and left.class_name == "Person" and each.code == "tr":
        return ""  # who is at its head works for it
    if each.predicate == "founded" and right.class_name == "NewsAgency":
        return ""  # a news agency near the verb only tells of it
    return each.predicate


def _only_owns(read: ReadSentence, mention: Mention) -> bool:
    """Whether a name only says whose something without a name is: the Fund's laboratory."""
    owns = mention.case == "gen" and not mention.is_reference
    return owns and re.match(r" [a-z]", read.sentence.text[mention.end : mention.end + 2]) is not None


def _last(read: ReadSentence, line: Line, match: re.Match[str], first: int) -> int:
    """The last word of what a pattern matches where the verb stands last, whose ending may deny; else the first."""
    begins, ends = line.span_at(match.end() - 2)
    last = read.sentence.index_from(begins)
    plain = not any(m.start < ends and begins < m.end for m in read.mentions)
    return last if read.sentence.grammar.verb_last and plain and last < len(read.sentence.words) else first


def _unsaid(read: ReadSentence, each: Construction, schema: Schema) -> Mention | None:
    """The end of a construction with one slot that the sentences before told; None where it is of another class."""
    told = read.unsaid.get(each.entry.detail)
    if told is not None and each.entry.detail == "topic" and schema.is_a(told.class_name, "Event"):
        return read.unsaid.get("made")
    return told


def _names_whole(
    read: ReadSentence,
    each: Construction,
    match: re.Match[str],
    line: Line,
    lefts: Sequence[Mention],
    rights: Sequence[Mention],
    unsaid: Mention,
    schema: Schema,
) -> bool:
    """Whether the sentence names after the words what they may be said of: Founded by A in 2022, B has …"""
    ends = line.span_at(max(match.end() - 2, 1))[1]
    ends = max([ends, *(m.end for m in (*lefts, *rights) if m is not unsaid)])
    later = [m for m in read.mentions if m.start >= ends and not m.is_reference and m.mark == "nom" and not m.inner]
    pairs = [(a, m) for a in lefts for m in later] if rights == [unsaid] else [(m, b) for b in rights for m in later]
    return any(fits_ends(each.predicate, a, b, schema) for a, b in pairs)


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
