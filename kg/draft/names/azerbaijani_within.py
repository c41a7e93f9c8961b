"""What may stand within an Azerbaijani name of a body, and what ends the name before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.azerbaijani_english import is_named_within
from kg.draft.names.azerbaijani_starts import WITHIN
from kg.draft.names.heads import is_field
from kg.draft.spans import Mention

_OF_FIELDS = ("GovernmentBody", "Organisation", "InternationalOrganisation", "Center", "ResearchOrganisation")
"""The sorts of bodies that several fields of work name, with commas between them."""
_ENDED = frozenset({"Network", "IndustrialPark", "Cluster", "Platform", "Place"})
"""What bodies are that end with their possessed head, beside those that do in each language."""
_BARE = frozenset({"bank", "holdinq", "holding", "klub", "club", "qrup", "group", "akselerator", "council"})
"""Heads that end a foreign name without a possessive ending: Kapital Bank, Gilan Holding."""
_PEOPLE = re.compile(r"\w{3,}l[aə]r\Z")
_OWNED = re.compile(r"\w{3,}[ıiuü]n\Z")
_PATRON = frozenset({"oğlu", "qızı"})
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,2}\Z")
_NATIONAL = frozenset({"ministry"})
_MOST_SERIES, _MOST_OF_PERSON = 6, 6


def is_own(sentence: Sentence, at: int) -> bool:
    """Whether a word that is mostly no name belongs to one here: Yeni X Partiyası, Tarix-Diyarşünaslıq, KOB Klaster."""
    word = sentence.words[at]
    if sentence.grammar.code != "az":
        return False
    joined = sentence.gap(at, at + 1) == "-"
    before_capital = word.is_acronym and at + 1 < len(sentence.words) and sentence.words[at + 1].is_capital
    return joined or before_capital or (at > 0 and word.text in WITHIN)


def is_central(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether Mərkəzi says that what follows is the central one, rather than ends a center's name: Mərkəzi Bankı.

    It does before such heads as there are central ones of.
    """
    words = sentence.words
    if sentence.grammar.code != "az" or sentence.lowered[at] != "mərkəzi" or not words[at].is_capital:
        return False
    return in_family(form.entry.words.split()[-1], sentence.grammar, "central")


def ends_body(sentence: Sentence, at: int, index: int, form: Form) -> bool:
    """Whether the name of another body ends with a capital word, words of its own before the head at `index`."""
    words, grammar = sentence.words, sentence.grammar
    if at == 0 and sentence.lowered[index + 1 : index + 2] == ("ilə",) and is_named_within(sentence, at):
        return at + 1 <= index - form.entry.length  # Azərkosmos Narın Universiteti ilə …
    beside = at > 0 and words[at].is_capital and words[at - 1].is_capital and sentence.gap(at - 1, at) == " "
    if grammar.code != "az" or not beside or at + 1 > index - form.entry.length:
        return False
    other = grammar.form(sentence.lowered, at, "heads")
    if other is None or other.case:
        return False
    return other.entry.name in _ENDED if other.possessed else other.entry.words in _BARE


def ends_listed(sentence: Sentence, at: int) -> bool:
    """Whether a body's name ends with a capital word that a conjunction follows: Bakı Konqres Mərkəzi və …"""
    words, grammar = sentence.words, sentence.grammar
    form = grammar.form(sentence.lowered, at, "heads") if grammar.code == "az" and at and words[at].is_capital else None
    beside = at > 0 and words[at - 1].is_capital and sentence.gap(at - 1, at) == " "
    return form is not None and beside and form.possessed and form.entry.name in _ENDED


def may_open(sentence: Sentence) -> bool:
    """Whether a sentence opens with a word that opens names of bodies: Avropa Kosmik Agentliyi, Alman Tala Xidməti."""
    first, grammar = sentence.words[0].lower, sentence.grammar
    return grammar.code == "az" and (in_family(first, grammar, "continent") or first in grammar.origins)


def is_half(sentence: Sentence, at: int, start: int) -> bool:
    """Whether a small word is the second half of a word that a name begins with: Qeyri-üzvi Kimya İnstitutu."""
    if sentence.grammar.code != "az" or at == 0 or start != at + 1 or sentence.gap(at - 1, at) != "-":
        return False
    return (
        sentence.words[at - 1].is_capital and not sentence.words[at - 1].is_acronym and sentence.gap(at, start) == " "
    )


def with_sort(sentence: Sentence, known: Sequence[Mention]) -> None:
    """Takes into a known news agency's name the words for what it is, with their case: Lalə İnformasiya Agentliyi."""
    for mention in known if sentence.grammar.code == "az" else ():
        at = sentence.index_from(mention.end)
        if mention.class_name != "NewsAgency" or mention.case or sentence.text[mention.end : mention.end + 1] != " ":
            continue
        for last in range(at, min(at + 3, len(sentence.words))):
            form = sentence.grammar.form(sentence.lowered, last, "heads")
            if not sentence.words[last].is_capital or (last > at and sentence.gap(last - 1, last) != " "):
                break
            if form is not None and form.entry.name == "NewsAgency" and form.possessed:
                mention.end, mention.case = sentence.words[last].end, form.case
                break


def are_people(sentence: Sentence, left: int, right: int) -> bool:
    """Whether two capital words are plurals of whom a council is of: Doktorantlar və Magistrlər Şurası."""
    both = [sentence.words[n] for n in (left, right) if n < len(sentence.words)]
    plural = all(word.is_capital and _PEOPLE.search(word.lower) for word in both)
    heads = [sentence.grammar.form([re.sub(r"l[aə]r\Z", "", word.lower)], 0, "heads") for word in both]
    return sentence.grammar.code == "az" and len(both) > 1 and plural and not any(heads)


def is_series(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether a comma parts plurals of whom a body is of, before a conjunction: Alimlər, Doktorantlar və Magistrlər.

    Before a body of the state or one of no trade it may part fields, too: Elm, İnnovasiya və Texnologiya Departamenti.
    """
    following = sentence.lowered[at + 1 : at + _MOST_SERIES]
    inner = following[: following.index("və")] if "və" in following else ()
    if sentence.grammar.code != "az" or not inner or sentence.words[at].is_acronym:
        return False
    if any(sentence.grammar.form(inner, n, "heads") for n in range(len(inner))):
        return False  # the conjunction is of a list of bodies
    fields = all(is_field(word, "az") for word in (sentence.lowered[at], inner[0]))
    if form.entry.name in _OF_FIELDS and sentence.words[at].is_capital and fields:
        return True
    return form.entry.name == "Organisation" and are_people(sentence, at, at + 1)


def opens_with_country(sentence: Sentence, after: int, form: Form) -> bool:
    """Whether a country in the nominative right before a body that is no ministry opens its name: Fransa İnkişaf …

    A country of two words (Azərbaycan Respublikası) and one before words that are a name by themselves tell only whose.
    """
    if sentence.grammar.code != "az" or form.entry.detail in _NATIONAL or form.entry.length > 2:
        return False
    before = sentence.words[after - 1]
    state = in_family(before.lower, sentence.grammar, "form_of_state")
    return before.is_capital and not state and not _OWNED.search(before.text)


def is_genitive_of_person(sentence: Sentence, at: int) -> bool:
    """Whether a person in the genitive ends with a word: after a post, or with a patronymic before the surname."""
    words, grammar = sentence.words, sentence.grammar
    if grammar.code != "az" or not words[at].is_capital or _OWNED.search(words[at].text) is None:
        return False
    if at + 1 < len(words) and sentence.lowered[at + 1] in grammar.connectors:
        return False  # Lunin adına
    first = at
    while first > 0 and at - first < _MOST_OF_PERSON and _belongs_to_person(sentence, first - 1):
        first -= 1
    while first < at and words[first].text[0].islower():
        first += 1
    if first == at or any(words[n].is_capital and is_common(sentence, n) for n in range(first, at + 1)):
        return False
    patron = any(sentence.lowered[n] in _PATRON for n in range(first + 1, at))
    return patron or (first > 0 and grammar.form(sentence.lowered, first - 1, "posts") is not None)


def _belongs_to_person(sentence: Sentence, at: int) -> bool:
    """Whether a word may be of the person's name that goes on after it: a capital word, an initial, a particle."""
    word, gap = sentence.words[at], sentence.gap(at, at + 1)
    small = word.text in _PATRON or in_family(word.text, sentence.grammar, "name_particle")
    named = (word.is_capital and not word.is_acronym) or small
    post = sentence.grammar.form(sentence.lowered, at, "posts") is not None
    return named and not post and (gap in (" ", "-") or (len(word.text) == 1 and gap.strip() == "."))


def is_common(sentence: Sentence, at: int) -> bool:
    """Whether a capital word is one that bodies are named with, not people: a head, a field of work, a plural."""
    word = sentence.words[at].lower
    plural = re.search(r"l[aə]r(?:[ıi]n)?\Z", word) is not None
    return plural or is_field(word, "az") or sentence.grammar.form(sentence.lowered, at, "heads") is not None


def opens_body(sentence: Sentence, mention: Mention) -> bool:
    """Whether a known person or body is the first of a body's name: İlham Əliyev Fondu, Azərbaycan Mərkəzi Bankı."""
    at = sentence.index_from(mention.end)
    if sentence.grammar.code != "az" or mention.case or at >= len(sentence.words):
        return False
    if not sentence.words[at].is_capital or sentence.text[mention.end : sentence.words[at].start] != " ":
        return False
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    possessed = form is not None and form.possessed and sentence.lowered[at] != "mərkəzi"
    if mention.class_name == "Person":
        return possessed
    return possessed and sentence.lowered[at - 1] == "mərkəzi" and mention.start < sentence.words[at - 1].start


def letters_of_patron(sentence: Sentence, first: int) -> int:
    """How many characters the initials have of whom a body is named after: M.V.Lunin adına …"""
    words = sentence.words
    named_after = first + 1 < len(words) and sentence.lowered[first + 1] == "adına"
    if sentence.grammar.code != "az" or not named_after:
        return 0
    initials = _INITIALS.search(sentence.text[sentence.start : words[first].start])
    return len(initials[0]) if initials else 0
