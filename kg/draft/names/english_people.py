"""What stands before an English capital word and says whether a person's name begins with it."""

from __future__ import annotations

from kg.draft.language.words import Sentence

_OF_NAMES = frozenset({"of", "the", "under", "and", "for", "at", "in", "on", "s"})


def is_second_half(sentence: Sentence, at: int) -> bool:
    """Whether a hyphen joins a capital word to the one before it."""
    return at > 0 and sentence.gap(at - 1, at) == "-" and sentence.words[at - 1].is_capital


def after_title(sentence: Sentence, at: int) -> bool:
    """Whether an English word of address stands right before a capital word: Ms. Park Sunjin."""
    told = sentence.grammar.code == "en" and at > 0 and sentence.lowered[at - 1] in ("mr", "ms", "mrs", "dr", "prof")
    return told and sentence.gap(at - 1, at).strip() in ("", ".")


def is_named_as(sentence: Sentence, first: int, last: int, firsts: list[int]) -> bool:
    """Whether an English verb of naming and a post stand about a name: elected X as its chair."""
    grammar = sentence.grammar
    verb = first > 0 and grammar.appoint.at(sentence.lowered, first - 1) is not None
    return verb and any(last < post <= last + 5 for post in firsts)


def is_chain(sentence: Sentence, inside: range) -> bool:
    """Whether nothing but names and the small words of names stand between a post and its holder."""
    return all(sentence.words[n].is_capital or sentence.lowered[n] in _OF_NAMES for n in inside)
