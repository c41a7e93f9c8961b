"""Kazakh posts that only stand for somebody whose post was told before: деді министр, өңір басшысы Марат Сейітов."""

from __future__ import annotations

from collections.abc import Mapping

from kg.draft.language.families import in_family
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention

_CONJUNCTION = "ал"


def stands_for_told(
    read: ReadSentence, person: Mention, place: tuple[int, int], body: Mention | None, things: Mapping[str, Mention]
) -> bool:
    """Whether a post at a place tells of nobody's further post: its words are of any body, and a post was told."""
    if read.sentence.grammar.code != "kk":
        return False
    first = things.get(person.entity)
    before = things.get(first.post) if first is not None else None
    if first is None or before is None or before.start >= place[0]:
        return False
    if person.is_reference and person.start < place[1] and place[0] < person.end:
        return True  # деді министр
    return (body is None or body.entity == first.post_of) and _is_of_any(read, place)


def fuller(name: str, person: Mention, things: Mapping[str, Mention], code: str) -> Mention | None:
    """The post that a heading told of somebody in one word, and this name in full: Министр X; сауда министрі X."""
    before = _before(person, things, code)
    if before is not None and before.name == name:
        return before  # told by a rule, and by weights again
    before = told_barely(name.split()[-1], person, things, code)
    if before is None or " " not in name:
        return None
    before.name = name
    return before


def told_barely(word: str, person: Mention, things: Mapping[str, Mention], code: str) -> Mention | None:
    """The post of somebody that was told by no more than a post's last word, and in no body."""
    before = _before(person, things, code)
    if before is None or " " in before.name:
        return None
    return before if before.name.lower().rstrip("ысі") == word.lower().rstrip("ысі") else None


def _before(person: Mention, things: Mapping[str, Mention], code: str) -> Mention | None:
    """The post in no body that was told of somebody before."""
    first = things.get(person.entity) if code == "kk" else None
    before = things.get(first.post) if first is not None else None
    return None if before is None or before.known or before.post_of else before


def _is_of_any(read: ReadSentence, place: tuple[int, int]) -> bool:
    """Whether all words of a post are such as are said of whatever body: ведомство басшысы, ал министр."""
    sentence = read.sentence
    told = [n for n, word in enumerate(sentence.words) if place[0] <= word.start < place[1]]
    told = told[1:] if told and sentence.lowered[told[0]] == _CONJUNCTION else told
    if not told or not in_family(sentence.lowered[told[-1]], sentence.grammar, "chief_again"):
        return False
    if any(sentence.words[n].is_capital and n != told[0] for n in told):
        return False
    before = told[:-1]
    return len(before) < 2 and all(in_family(sentence.lowered[n], sentence.grammar, "body_again") for n in before)
