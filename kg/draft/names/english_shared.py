"""Bodies that share an English head in the plural: Leeds and York universities, Central Banks of Kenya and Ghana."""

from __future__ import annotations

from collections.abc import Mapping

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.heads import is_field
from kg.draft.names.known import is_demonym
from kg.draft.names.listed_names import BODIES, LEAST_NAMED, MOST_WORDS, Name, body_of, names_before, text_of
from kg.draft.spans import Mention

_SINGULAR = (("ies", "y"), ("sses", "ss"), ("s", ""))
_OF_ALL = frozenset({"central", "national", "state", "royal"})
"""What stands before a head of which each country has one."""
_REACH = 6
_FIELDS = frozenset(
    ["commerce", "industry", "trade", "sciences", "science", "arts", "medicine", "justice", "agriculture", "statistics"]
)
"""Capital words that go on with what bodies are of, before whose they are: Chambers of Commerce and Industry of …"""
_SCHOOLS = frozenset({"university", "college", "institute", "academy", "school", "polytechnic"})
"""English heads that follow the names of what they head; others follow adjectives: Nordic and Baltic firms."""


def are_bodies(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a lone English capital word is the plural of a head, and names no body: Universities."""
    if sentence.grammar.code != "en" or first != last or sentence.words[first].is_acronym:
        return False
    single = _single(sentence.lowered[first])
    return bool(single) and sentence.grammar.form([single], 0, "heads") is not None


def _single(word: str) -> str:
    """An English noun in the singular; empty for what is in no plural."""
    return next((word[: -len(end)] + put for end, put in _SINGULAR if word.endswith(end)), "")


def in_english(sentence: Sentence, at: int, owner: Mapping[int, Mention]) -> list[Mention]:
    """A and B universities, or the universities of A and B, whose head is a word."""
    words, lowered = sentence.words, sentence.lowered
    single = _single(lowered[at])
    form = sentence.grammar.form([*lowered[:at], single], at, "heads") if len(single) > LEAST_NAMED else None
    if form is None or form.entry.name not in BODIES:
        return []
    first = at - form.entry.length + 1
    of = _of_after(sentence, at)
    while of and first and sentence.gap(first - 1, first) == " " and lowered[first - 1] in _OF_ALL:
        first -= 1
    head = " ".join([*(word.text for word in words[first:at]), words[at].text[: len(single) - 1] + single[-1]])
    if of:
        is_own = form.entry.name == "GovernmentBody" or first < at or of > at + 1
        head += sentence.text[words[at].end : words[of - 1].end]
        return _of_several(sentence, (first, of), head, form, None if is_own else owner)
    if single not in _SCHOOLS or not first or sentence.gap(first - 1, first) != " ":
        return []
    names = names_before(sentence, first - 1)
    if any(_is_land(sentence, name, owner) for name in names):
        return []
    whole = head[:1].upper() + head[1:]
    return [
        body_of(sentence, n.first, at if n is names[-1] else n.last, f"{text_of(sentence, n)} {whole}", form, "")
        for n in names
    ]


def _is_land(sentence: Sentence, name: Name, owner: Mapping[int, Mention]) -> bool:
    """Whether a name is that of a country or an adjective of one: Kazakh and Uzbek universities."""
    known = owner.get(name.last)
    return (known is not None and known.class_name == "Country") or is_demonym(sentence.lowered[name.last], "en")


def _of_after(sentence: Sentence, at: int) -> int:
    """The «of» before the names that share an English head: universities of, chambers of commerce of; 0 for none."""
    found = 0
    for index in range(at + 1, min(at + _REACH, len(sentence.words) - 1)):
        if sentence.gap(index - 1, index) != " ":
            break
        if sentence.lowered[index] == "of":
            found = index
        elif not (sentence.words[index].text.islower() or sentence.lowered[index] in _FIELDS):
            break
    capital = found and sentence.words[found + 1 + (sentence.lowered[found + 1] == "the")].is_capital
    return found if capital else 0


def _of_several(
    sentence: Sentence, reach: tuple[int, int], head: str, form: Form, lands: Mapping[int, Mention] | None
) -> list[Mention]:
    """The bodies of A, B and C, each with its own name (University of A); none that only `lands` have several of."""
    first, of = reach
    words = sentence.words
    names: list[Name] = []
    begin, joined = of + 1, False
    while begin < len(words):
        begin += sentence.lowered[begin] == "the"
        last = begin
        while last + 1 < len(words) and sentence.gap(last, last + 1) in (" ", "-") and words[last + 1].is_capital:
            last += 1
        if begin >= len(words) or not words[begin].is_capital or last - begin >= MOST_WORDS:
            break
        if sentence.grammar.form(sentence.lowered, last, "heads") is not None:
            break  # the universities of Leeds and York College
        names.append(Name(begin, last))
        if joined or last + 2 >= len(words):
            break
        gap = sentence.gap(last, last + 1)
        listed = sentence.lowered[last + 1] in ("and", "&") and gap in (" ", ", ")
        if not listed and gap != ", ":
            break
        joined, begin = listed, last + 1 + listed
    of_lands = lands is not None and any(_is_land(sentence, name, lands) for name in names)
    of_fields = form.entry.name == "ResearchOrganisation" and any(
        is_field(sentence.lowered[n.last], "en") or sentence.lowered[n.last] in _FIELDS for n in names
    )  # the universities of Science and Technology
    if not joined or len(names) < LEAST_NAMED or of_lands or of_fields:
        return []
    whole = " ".join(word[:1].upper() + word[1:] if word not in ("of", "and", "for") else word for word in head.split())
    return [
        body_of(sentence, first if n is names[0] else n.first, n.last, f"{whole} of {text_of(sentence, n)}", form, "")
        for n in names
    ]
