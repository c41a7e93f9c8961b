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
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.draft.frames import frames
from kg.draft.grammar import Grammar, grammar_of
from kg.draft.model import Reason
from kg.draft.patterns import Entry
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.draft.triggers import status_of
from kg.draft.wordings import compiled
from kg.facts.names.folding import lower
from kg.facts.schema import Schema

_SURE = 0.8
_PLACES = ("City", "Country", "Region")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[‘’'`ʼ](?=[^\W\d_])")
_TOKEN = re.compile(r"[\w'’.-]*\w|[,;:()!?—–]")
_DENIAL = re.compile(r" (?:not|no|never|nor|neither|\w+n't|\w+n’t) ")
_OF = frozenset({"of", "'s", "’s", "("})
_OPENING = 5
_LONGEST_POST = 90
_OPENED_BY_SUBJECT = ("en", "ru", "kk", "uz")
"""Languages in which a slot that opens a pattern and asks for no case is the subject."""
_WITH_JOINS = ("az", "tr")
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


@dataclass(frozen=True)
class _Line:
    """A sentence in small letters with a sign for each group of names, and where its words come from."""

    text: str
    places: list[int]
    spans: list[tuple[int, int]]
    groups: list[list[Mention]]


def constructed(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """The relations that the constructions of its language tell in a sentence."""
    if not read.mentions:
        return
    lowered = " ".join(read.sentence.lowered)
    likely = [each for each in constructions(read.sentence.grammar) if any(part in lowered for part in each.anchors)]
    if not likely:
        return
    line = _line(read)
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
    read: ReadSentence, schema: Schema, each: Construction, match: re.Match[str], line: _Line
) -> Iterator[Relation]:
    parts = match.groupdict()
    unsaid = _unsaid(read, each, schema)
    if each.entry.detail and unsaid is None:
        return
    before = [unsaid] if unsaid is not None else []
    lefts = line.groups[int(parts["a"])] if parts.get("a") else before
    rights = line.groups[int(parts["b"])] if parts.get("b") else before or lefts
    teller = -1 if read.sentence.grammar.verb_last else 0
    if not _marked(each, lefts[teller], rights[teller], schema):
        return
    opens = _NAMELESS if each.code == "kk" else _OPENS
    if unsaid is not None and each.code == "en":
        named = _NAMED.search(line.text, 0, match.start()) is not None
        if named or _names_whole(read, each, match, line, lefts, rights, unsaid, schema):
            return
    elif unsaid is not None and not opens.fullmatch(line.text, 0, match.start()):
        return  # of what the sentence itself tells before
    if (
        each.code == "en"
        and any(_only_owns(read, m) for m in (lefts[-1], rights[-1]))
        and ".gen}" not in each.entry.words
    ):
        return  # the operator of the Fund's laboratory
    opener = lefts[0] if (parts.get("a") or " ") in match[0][:_OPENING] else rights[0]
    if opener.is_reference and opener.mark == "gen" and match.start() > 1 and each.code != "tr":
        return  # …; its founders are: of what stands before
    possessive = opener.is_reference and opener.mark == "gen" and each.entry.words.startswith("{b.acc}")
    if possessive and match.start("v") - match.start() > _OPENING + 1:
        return  # её руководитель открыл …
    start, end = line.spans[bisect_right(line.places, match.start("v")) - 1]
    first = read.sentence.index_from(start)
    status = status_of(read.sentence, first, _last(read, line, match, first), each.entry)
    if status == "unsure":
        return
    if not status and each.code == "ru" and _DENIED.search(line.text, match.start(), match.start("v")):
        status = "denied"
    if not status and each.code == "en" and _DENIAL.search(match[0]):
        status = "denied"
    pairs = [(a, b) for a in lefts for b in rights]
    if rights is lefts:
        pairs = [(a, b) for n, a in enumerate(lefts) for b in lefts[n + 1 :]]
    is_event = any(f.is_event for rows in frames().values() for f in rows if f.predicate == each.predicate)
    for left, right in pairs:
        if left.entity == right.entity or right.owner is left or not fits_ends(each.predicate, left, right, schema):
            continue
        here = [m for m in (right, left) if m is not unsaid]
        occurs = is_event and not (each.code == "en" and each.predicate == "operates" and not _is_event(right, schema))
        spans = ((start, end), *((m.start, m.end) for m in here))
        rule = f"{read.sentence.grammar.code}.construction.{each.predicate}.{each.words}"
        sure = _SURE if status != "denied" else _SURE - 0.1
        predicate = each.predicate
        if predicate == "operates" and left.class_name == "Person" and each.code == "en":
            predicate = "worksFor"  # who manages something works for it
        if predicate == "founded" and right.class_name == "Cluster":
            predicate = "formed"
        if predicate == "operates" and left.class_name == "Person" and each.code == "tr":
            continue  # who is at its head works for it
        if predicate == "founded" and right.class_name == "NewsAgency":
            continue  # a news agency near the verb only tells of it
        yield Relation(left, predicate, right, sure, rule, (Reason.BY_ORDER,), spans, status, occurs, start)


def _only_owns(read: ReadSentence, mention: Mention) -> bool:
    """Whether a name only says whose something without a name is: the Fund's laboratory."""
    owns = mention.case == "gen" and not mention.is_reference
    return owns and re.match(r" [a-z]", read.sentence.text[mention.end : mention.end + 2]) is not None


def _is_event(mention: Mention, schema: Schema) -> bool:
    return schema.is_a(mention.class_name, "Event")


def _last(read: ReadSentence, line: _Line, match: re.Match[str], first: int) -> int:
    """The last word of what a pattern matches where the verb stands last, whose ending may deny; else the first."""
    begins, ends = line.spans[bisect_right(line.places, match.end() - 2) - 1]
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
    line: _Line,
    lefts: Sequence[Mention],
    rights: Sequence[Mention],
    unsaid: Mention,
    schema: Schema,
) -> bool:
    """Whether the sentence names after the words what they may be said of: Founded by A in 2022, B has …"""
    ends = line.spans[bisect_right(line.places, max(match.end() - 2, 1)) - 1][1]
    ends = max([ends, *(m.end for m in (*lefts, *rights) if m is not unsaid)])
    later = [m for m in read.mentions if m.start >= ends and not m.is_reference and m.mark == "nom" and not m.inner]
    pairs = [(a, m) for a in lefts for m in later] if rights == [unsaid] else [(m, b) for b in rights for m in later]
    return any(fits_ends(each.predicate, a, b, schema) for a, b in pairs)


def _marked(each: Construction, left: Mention, right: Mention, schema: Schema) -> bool:
    """Whether the names stand in the cases that the slots ask for, and what opens a clause in that of a subject."""
    tokens = each.entry.words.split()
    if tokens[0][0] == "{" and "." not in tokens[0] and tokens[1] != "," and each.code in _OPENED_BY_SUBJECT:
        opener = left if tokens[0][1] == "a" else right
        subject = each.code == "en" or opener is left
        marks: tuple[str, ...] = ("nom",) if subject else ("nom", "acc", "by", "dat")
        marks += ("gen", "loc", "adj") if each.code in ("kk", "uz") else ()
        marks += ("gen",) if each.code == "en" and opener.is_reference else ()
        if (each.code == "en" or not opener.is_reference) and opener.mark not in marks:
            return False
    for token in tokens:
        mention = left if token[:2] == "{a" else right
        wanted = token[3:-1] if token[0] == "{" else ""
        if each.code == "tr" and token in ("{a}", "{b}") and mention.inner and mention.class_name not in _PLACES:
            return False  # … eşgüdümü, X'in müdürü P'ye verildi
        if wanted == "nom" and mention.mark not in ("nom", "acc" if mention.name.isupper() else "nom"):
            return False
        if wanted == "by" and mention.mark not in ("by", "nom"):
            return False
        whom = mention.is_reference and mention.mark == "gen" and each.code == "ru"  # её открыл
        if wanted == "acc" and mention.mark != "acc" and not whom and schema.is_a(mention.class_name, "Agent"):
            return False
        if wanted not in ("", "nom", "by", "acc") and wanted not in (mention.mark, mention.case):
            return False
    return True


def fits_ends(predicate: str, left: Mention, right: Mention, schema: Schema) -> bool:
    """Whether the rows of `frames.csv` with a predicate allow these two at its ends."""
    return any(
        any(schema.is_a(left.class_name, name) for name in lefts)
        and any(schema.is_a(right.class_name, name) for name in rights)
        for lefts, rights in _classes(predicate)
    )


@cache
def _classes(predicate: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The classes that the frames with a predicate allow at its two ends."""
    return tuple(
        (frame.subject_classes, frame.object_classes)
        for rows in frames().values()
        for frame in rows
        if frame.predicate == predicate
    )


def _line(read: ReadSentence) -> _Line:
    """A sentence with a sign for each group of names: names that only say whose another is go with it."""
    text, sentence = read.sentence.text, read.sentence
    text = _APOSTROPHE.sub("ʻ", text) if sentence.grammar.code == "uz" else text
    extents = _extents(read)
    pieces, spans, at = [], [], sentence.start
    for number, (start, end, members) in enumerate(extents):
        for match in _TOKEN.finditer(text, at, max(at, start)):
            pieces.append(lower(match[0], sentence.grammar.code))
            spans.append(match.span())
        is_place = all(m.class_name in _PLACES for m in members)
        pieces.append(f"⟪{number}⟫" if is_place else f"⟨{number}⟩")
        spans.append((start, end))
        at = max(at, end)
    for match in _TOKEN.finditer(text, at, sentence.end):
        pieces.append(lower(match[0], sentence.grammar.code))
        spans.append(match.span())
    for at in range(len(pieces) - 2, 0, -1):  # its director, X, spoke
        group = extents[int(pieces[at][1:-1])][2] if pieces[at][:1] == "⟨" else []
        if group and group[0].class_name == "Person" and pieces[at - 1] == pieces[at + 1] == ",":
            del pieces[at + 1], spans[at + 1], pieces[at - 1], spans[at - 1]
    places, length = [], 1
    for piece in pieces:
        places.append(length)
        length += len(piece) + 1
    return _Line(f" {' '.join(pieces)} ", places, spans, [members for *_, members in extents])


def _extents(read: ReadSentence) -> list[tuple[int, int, list[Mention]]]:
    """The groups of names with the stretch that each takes; a pronoun for several is a group."""
    groups: dict[int, list[Mention]] = {}
    told = read.sentence.grammar.code in _WITH_JOINS
    for mention in read.mentions:
        implied = told and mention.start == mention.end == read.sentence.words[0].start
        if (mention.start < mention.end or implied) and not mention.inner:
            groups.setdefault(mention.group, []).append(mention)
    owned = {id(m.owner) for m in read.mentions if m.owner is not None}
    owned |= {id(m.place) for m in read.mentions if m.place is not None}
    found = [
        (min(m.start if m.begins < 0 else m.begins for m in each), max(max(m.end, m.ends) for m in each), each)
        for each in groups.values()
    ]
    if read.sentence.grammar.code == "en":
        found = [(_with_post(read, start, members), end, members) for start, end, members in found]
    for mention in read.mentions:
        if mention.inner and mention.start < mention.end:
            found.append((mention.start, mention.end, [mention]))
    kept: list[tuple[int, int, list[Mention]]] = []
    for start, end, members in sorted(found, key=lambda each: (each[0], each[0] < each[1], -each[1])):
        inner = members[0].inner
        if kept and start < kept[-1][1]:
            continue
        gap = read.sentence.text[kept[-1][1] : start].lower().split() if kept else ["."]
        if inner and id(members[0]) in owned and kept and set(gap) <= _OF | {"the"}:
            kept[-1] = (kept[-1][0], end, kept[-1][2])  # the Ministry of Education of Georgia
            continue
        if kept and any(m.owner is kept[-1][2][0] for m in members) and not gap and kept[-1][2][0].inner:
            kept[-1] = (kept[-1][0], end, members)  # Averley's Centre
            continue
        joins = kept and not inner and read.sentence.grammar.code in _WITH_JOINS and gap in (["ile"], ["ilə"], [])
        if joins and kept[-1][2][-1].mark == "with" and not kept[-1][2][-1].inner:
            kept[-1] = (kept[-1][0], end, [*kept[-1][2], *members])  # X ile Y: both do it
            continue
        kept.append((start, end, members))
    return kept


def _with_post(read: ReadSentence, start: int, members: Sequence[Mention]) -> int:
    """Where the words begin that tell the post of a person who follows them: by the rector of A University B."""
    first = members[0]
    if first.class_name != "Person" or not first.post or first.inner:
        return start
    posts = [p for p in read.posts if p.end <= start and start - p.start < _LONGEST_POST]
    last = posts[-1] if posts else None
    if last is None or re.search(r"[.,;:()“”\"]", read.sentence.text[last.end : start]):
        return start
    between = [m for m in read.mentions if last.end <= m.start < start]
    return last.start if all(m.inner for m in between) else start


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
