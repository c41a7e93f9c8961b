"""English names that no head in capitals tells: before a small head, or spelled out before their initials."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.passages import is_in_capitals
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.english_shapes import is_shaped
from kg.draft.names.given_names import SURNAME
from kg.draft.names.heads import Owner, is_field, is_work, of_head
from kg.draft.names.known import is_demonym
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention

_PERSON, _FAR = 2, 22
_LEAST_INITIALS = 3
_RUN = ("Programme", "Initiative", "Platform", "Network")
_ACRONYM = re.compile(r" \(([A-Z]{3,8})\)")
_NAMED_AFTER = re.compile(
    r"\bnamed (?:after|for|in honou?r of) (?P<who>(?:(?:al|as|ad|ibn|von|van|de|di|da|el|bin)[ -])*"
    r"[A-Z][\w.’'-]*(?:[ -](?:(?:al|as|ad|ibn|von|van|de|di|da|el|bin)[ -])*[A-Z][\w.’'-]*){0,3})"
)
_OF_MANY = re.compile(r"(?:women|children|people|men|youth)\b")
_SMALL_HEADS = (
    "Programme", "Strategy", "Initiative", "Platform", "Network", "Cluster", "Event", "Meeting",
)  # fmt: skip


def spelled_out(sentence: Sentence, first: int, last: int) -> Mention | None:
    """The name whose initials stand in brackets after it, where no head tells it: UK Research and Innovation (UKRI)."""
    words = sentence.words
    acronym = _ACRONYM.match(sentence.text, words[last].end)
    if acronym is None or any(sentence.grammar.form(sentence.lowered, n, "heads") for n in range(first, last + 1)):
        return None
    for start in range(first, last):
        name = " ".join(sentence.text[words[start].start : words[last].end].split())
        letters = "".join(w if w.isupper() else w[0] for w in re.split(r"[ -]", name) if w and w[0].isupper())
        if words[start].is_capital and letters == acronym[1]:
            reasons = (Reason.BY_CAPITALS, Reason.CLASS_GUESSED)
            return Mention(words[start].start, words[last].end, name, "Organisation", "en", "capitals", 0.6, reasons)
    return None


def is_abbreviated(sentence: Sentence, first: int, joint: int, last: int) -> bool:
    """Whether initials in brackets say that two names with an «and» are one: Association of Parks and Areas (APA).

    They begin with those of what stands before the «and», and are not those of what stands after it.
    """
    words = sentence.words
    name = sentence.text[words[first].start : words[last].end]
    told = re.search(re.escape(name) + r" \(([A-Z]{3,8})\)", sentence.text)
    if told is None:
        return False
    left, right = (
        "".join(w.text[0] for w in words[a:b] if w.is_capital) for a, b in ((first, joint), (joint + 1, last + 1))
    )
    return bool(left) and (left + right).startswith(told[1]) and not right.startswith(told[1])


def last_before_person(sentence: Sentence, first: int, index: int, last: int, *, after_country: bool) -> int:
    """The last word of a name after which a post's holder is named: director of the Ministry of the PRC Li Na.

    A post stands before the name, and the last two capitals follow an acronym or a word for a field of work.
    """
    words, lowered = sentence.words, sentence.lowered
    before = range(max(0, first - _FAR), first)
    if last - index < _PERSON or not any(sentence.grammar.form(lowered, n, "posts") for n in before):
        return last
    shaped = next((n for n in range(index + 1, last) if _is_shaped_to(sentence, n, last)), None)
    if shaped is not None:
        return shaped - 1  # director of Fen University Kim Min-jun
    end = _before_known_person(sentence, index, last)
    if last - index == _PERSON or (end < last and words[end].is_capital):
        return end if end > first and words[end].is_capital else last
    named = words[last - 1 : last + 1]
    plain = all(w.is_capital and w.text[1:].islower() and w.text.isalpha() for w in named)
    plain = plain and not any(is_work(w.lower) or sentence.grammar.form((w.lower,), 0, "heads") for w in named)
    closes = words[last - _PERSON].is_acronym or is_work(lowered[last - _PERSON])
    closes = (
        closes
        or after_country
        or lowered[last - 1] in sentence.grammar.given
        or SURNAME.search(lowered[last]) is not None
    )
    return last - _PERSON if plain and closes and last - _PERSON > first else last


def _is_shaped_to(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words up to the last one have the shape of a person's name: Kim Min-jun, Pieter van der Berg."""
    half = sentence.words[last].text.islower() and sentence.gap(last - 1, last) == "-"
    capital = sentence.words[first].is_capital and len(sentence.words[first].text) > 1
    return capital and is_shaped(sentence, first, last - half)


def is_person_after(sentence: Sentence, first: int, index: int, last: int) -> bool:
    """Whether the capitals after a head are the name of who holds a post in it: director of Alfa Agency Petr Kim."""
    if index == first:
        return False  # Universidad Francisco Fictivo
    before = [n for n in range(max(0, first - 9), first) if sentence.grammar.form(sentence.lowered, n, "posts")]
    if index < last and before and sentence.lowered[index + 1] in sentence.grammar.given and last - index <= 3:
        return True  # head of the lending department of Alfa Bank Jane Reed
    before = [n for n in before if n >= first - 3 or all(w.text.islower() for w in sentence.words[n + 1 : first])]
    named = all(word.is_capital and not word.is_acronym for word in sentence.words[index + 1 : last + 1])
    return bool(before) and 2 <= last - index <= 3 and named and sentence.lowered[first - 1] in ("of", "the", "at")


def _before_known_person(sentence: Sentence, index: int, last: int) -> int:
    """The last word of a name after whose head, or the fields of work behind it, only a person's name goes on."""
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    start = index + 1
    while start <= last and (is_work(lowered[start]) or not words[start].is_capital):
        start += 1
    named = range(start, last + 1)
    plain = all(words[n].is_capital and words[n].text[1:].islower() and not is_work(lowered[n]) for n in named)
    known = any(lowered[n] in grammar.given or grammar.is_surname(lowered[n]) or lowered[n] == "al" for n in named)
    known = known or (start <= last and SURNAME.search(lowered[last]) is not None)
    headed = any(grammar.form(lowered, n, "heads") is not None for n in named)
    return start - 1 if plain and known and not headed and len(named) >= _PERSON else last


def before_head(sentence: Sentence, first: int, last: int, owner: Owner) -> Mention | None:
    """A name that a small head follows: the Digital Silk Road programme."""
    words = sentence.words
    at = last + 1
    plain = owner(first) is None and not is_demonym(words[first].lower, "en")
    plain = plain and (not words[first].is_acronym or _is_run_by_letters(sentence, first, at))
    alone = first > 0 and sentence.lowered[first - 1] == "the" and plain and not is_field(words[first].lower, "en")
    if at >= len(words) or words[at].is_capital or sentence.gap(last, at).strip():
        return None
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    if form is not None and form.entry.name == "ResearchOrganisation":
        return _school(sentence, first, at, form) if form.entry.length == 1 else None
    if form is None or (last == first and not alone) or form.entry.name not in _SMALL_HEADS:
        return None
    if words[last].text.endswith(("'s", "’s")) and not _OF_MANY.match(sentence.lowered[last]):
        return None  # Jane Reed's visit
    name = " ".join(sentence.text[words[first].start : words[last].end].split())
    return of_head(sentence, words[first].start, words[at].end, name, form)


def _is_run_by_letters(sentence: Sentence, first: int, at: int) -> bool:
    """Whether initials before a small head are the name of what is run: the CDIO initiative; but the EU programme."""
    if at >= len(sentence.words) or in_family(sentence.lowered[first], sentence.grammar, "no_run"):
        return False
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    return form is not None and form.entry.name in _RUN and len(sentence.words[first].text) >= _LEAST_INITIALS


def is_run(form: Form) -> bool:
    """Whether a head is that of something run rather than of a body: network, programme."""
    return form.entry.name in _SMALL_HEADS


def _school(sentence: Sentence, first: int, at: int, form: Form) -> Mention | None:
    """A school whose head has no capital: Nakhchivan university; but the Almaty university is one of that town."""
    words = sentence.words
    before = sentence.lowered[first - 1] if first else ""
    name = " ".join(sentence.text[words[first].start : words[at].end].split())
    written = f"{name[: -len(words[at].text)]}{words[at].text.capitalize()}"
    if is_demonym(words[first].lower, "en") or is_field(words[first].lower, "en") or words[at].text.endswith("s"):
        return None
    if before in ("a", "an", "another", "the") and written not in sentence.text:
        return None
    return of_head(sentence, words[first].start, words[at].end, written if written in sentence.text else name, form)


def namesakes(sentence: Sentence) -> set[int]:
    """The words of the person whom a thing is named after: the University named after Akhmad al-Khorezmi."""
    found: set[int] = set()
    if sentence.grammar.code != "en":
        return found
    for match in _NAMED_AFTER.finditer(sentence.text, sentence.start, sentence.end):
        found |= {n for n, word in enumerate(sentence.words) if match.start("who") <= word.start < match.end()}
    return found


def named_again(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """The names of an English heading in capitals that stand below it, too: of others nobody knows where they end."""
    if sentence.grammar.code != "en" or not is_in_capitals(sentence):
        return mentions
    below = sentence.text[sentence.end :]
    spelled = (m for m in mentions if _ACRONYM.match(sentence.text, m.end) or sentence.text[: m.start].endswith(": "))
    kept = {m.start for m in spelled}
    return [m for m in mentions if m.known or m.class_name in PLACES or m.start in kept or m.name in below]


def is_of_many(sentence: Sentence, at: int) -> bool:
    """Whether the genitive of a plural stands before a capital word, and no quotation ends: Citizens' Service."""
    gap, before = sentence.gap(at - 1, at), sentence.text[sentence.start : sentence.words[at - 1].end]
    plural = sentence.lowered[at - 1].endswith("s") and gap in ("' ", "’ ") and sentence.words[at].is_capital
    return plural and "‘" not in before and re.search(r"(?:^|[\s(])'", before) is None
