"""What a Russian relative clause tells of the name before it, read as a sentence of its own: фонд X, который создал Y.

The clause is read from that name on, without the pronoun, with the name as its subject; where the pronoun stands in
another case, the name is no subject of the clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.draft.reading import ReadSentence
from kg.draft.relations.construction_lines import Line
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention

_SUBJECT = {
    "который": re.compile(r"л(?:ся)?\Z"),
    "которая": re.compile(r"ла(?:сь)?\Z"),
    "которое": re.compile(r"ло(?:сь)?\Z"),
    "которые": re.compile(r"ли(?:сь)?\Z"),
}
_SIGN = re.compile(r"[⟨⟪](\d+)[⟩⟫]")
_SINGULAR_CLAUSE = re.compile(
    r" ?[⟨⟪]\d+[⟩⟫] , (?:котор(?:ый|ая|ое|ого|ой|ому|ую|ым|ом)|\w+(?:[ую]|[ая])щ(?:ий|ая|ее)|\w+вш(?:ий|ая|ее)) "
)
_DONE_BY_SEVERAL = re.compile(r" ?[⟨⟪]\d+[⟩⟫] , котор(?:ый|ая|ое|ую) (?:[^⟨⟪ ]+ ){0,4}?\w{2,}(?:ли|[уюая]т) [⟨⟪]")
_PAST = re.compile(r"\w{2,}(?:л|ла|ло|ли)(?:сь|ся)?\Z")
_OTHER_CASE = re.compile(r",\s(?:[а-яё]+\s){0,2}котор(?:ым|ой|ого|ому|ую|ом|ых|ыми)\b[^,;]*\Z")
_NOMINATIVE = re.compile(r"[а-яё]+(?:ия|ка|да|та|ма|ра|ца|ница)\Z")
_OPENED = re.compile(r"\b(?:открыли|откроют|построили|построят|возвели|создали|создадут|запустили|запустят) ")
_REACH, _FEWEST = 4, 4


def relative_line(line: Line, read: ReadSentence) -> Line | None:
    """The relative clause of a line as a line of its own that its subject opens; None where there is none."""
    pieces = line.text.split()
    for at in range(1, len(pieces) - _FEWEST + 1):
        told = pieces[at] == "," and pieces[at + 1] in _SUBJECT and pieces[at - 1][0] in "⟨⟪"
        if told and _agrees(pieces, at + 1) and not _has_subject(pieces, at + 2, line, read):
            break
    else:
        return None
    kept = [at - 1, *range(at + 2, len(pieces))]
    number = int(pieces[at - 1][1:-1])
    groups = [*line.groups]
    groups[number] = [replace(groups[number][-1], mark="nom", case="", inner=False)]
    places, length = [], 1
    for index in kept:
        places.append(length)
        length += len(pieces[index]) + 1
    text = f" {' '.join(pieces[index] for index in kept)} "
    return Line(text, places, [line.spans[index] for index in kept], groups)


def is_object_of_clause(read: ReadSentence, name: Mention, verb: int) -> bool:
    """Whether a pronoun in another case than a subject's stands for a name in the clause of the verb after it."""
    if read.sentence.grammar.code != "ru" or name.end > verb:
        return False
    return _OTHER_CASE.search(read.sentence.text, name.end, verb) is not None


def first_group(found: str) -> int:
    """The number of the first group of names in a piece of a line."""
    match = _SIGN.search(found)
    return int(match[1]) if match is not None else 0


def of_one_before_clause(found: str) -> bool:
    """Whether a clause in the singular goes on after a group of names that opens a construction: A и B, который …"""
    return _SINGULAR_CLAUSE.match(found) is not None


def is_made_in_clause(found: str) -> bool:
    """Whether several did what a clause in the singular says of the name before it: центр X, который создали A и B."""
    return _DONE_BY_SEVERAL.match(found) is not None


def _agrees(pieces: list[str], at: int) -> bool:
    """Whether the first verb in the past after a pronoun has its gender and number."""
    verb = next((piece for piece in pieces[at + 1 : at + 1 + _REACH] if _PAST.fullmatch(piece)), None)
    return verb is None or _SUBJECT[pieces[at]].search(verb) is not None


def _has_subject(pieces: list[str], at: int, line: Line, read: ReadSentence) -> bool:
    """Whether the first name of a clause stands in the nominative by its own word: который ведёт компания X."""
    sign = next((piece for piece in pieces[at:] if piece[0] in "⟨⟪"), None)
    if sign is None:
        return False
    first = line.groups[int(sign[1:-1])][0]
    begins = first.begins if 0 <= first.begins < first.start else first.start
    word = read.sentence.text[begins : first.end].split()[0].lower()
    return first.class_name == "Person" or _NOMINATIVE.fullmatch(word) is not None


def opens_another(read: ReadSentence, places: Sequence[Mention]) -> bool:
    """Whether what somebody opens stands right behind the place: A и B открыли в Осло | Центр арктики."""
    text, sentence = read.sentence.text, read.sentence
    for place in places:
        verb = _OPENED.search(text, sentence.start, place.start)
        behind = next((m for m in read.mentions if m.start >= place.end and m.start < m.end), None)
        if verb is not None and behind is not None and text[place.end : behind.start] in (" ", " «"):
            return behind.class_name not in PLACES and not behind.case
    return False
