"""Places in names of Russian bodies that bear another country's or city's adjective: Парижский университет в Оше."""

from __future__ import annotations

from kg.draft.language.families import stems
from kg.draft.language.words import Sentence
from kg.draft.names.city_adjectives import city_of_adjective
from kg.draft.names.heads import Owner
from kg.draft.names.known import is_demonym

_MOST_ADJECTIVES = 4


def end_of_seat(sentence: Sentence, index: int, at: int, owner: Owner) -> int | None:
    """The last word of the place after «в» at `at` that ends the name of the head at `index`; None for none."""
    head = sentence.grammar.form(sentence.lowered, index, "heads")
    if head is None or head.entry.words.rstrip("*") not in stems(sentence.grammar, "abroad"):
        return None
    place = owner(at + 1)
    if place is None or place.class_name not in ("City", "Country", "Region"):
        return None
    last = sentence.index_from(place.end) - 1
    told = _is_foreign(sentence, index, place.entity) and not (head.case and _verb_follows(sentence, last))
    return last if told else None


def _verb_follows(sentence: Sentence, last: int) -> bool:
    """Whether a small word right behind a place tells what happened there: в Оше открыт центр."""
    after = last + 1
    beside = after < len(sentence.words) and sentence.gap(last, after) == " "
    return beside and sentence.words[after].text.islower() and sentence.lowered[after] not in ("и", "с", "в")


def _is_foreign(sentence: Sentence, index: int, place: str) -> bool:
    """Whether an adjective with a capital before a head is of another place."""
    for at in range(index - 1, max(-1, index - 1 - _MOST_ADJECTIVES), -1):
        if sentence.gap(at, at + 1) != " ":
            return False
        if sentence.words[at].is_capital:
            city = city_of_adjective(sentence.lowered[at])
            return city not in ("", place) or (not city and is_demonym(sentence.lowered[at], "ru"))
    return False
