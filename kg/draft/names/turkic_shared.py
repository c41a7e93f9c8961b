"""Bodies that share a Turkic head in the plural: A və B universitetləri, A мен B министрліктері."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.draft.language.words import Sentence
from kg.draft.names.given_names import SURNAME, is_given
from kg.draft.names.listed_names import BODIES, LEAST_NAMED, Name, body_of, names_before, text_of
from kg.draft.spans import Mention

_MOST_FIELD = 3
PLURAL = {
    "az": re.compile(r"(.{3,}?)l[aə]r[ıi](n[ıi]n|n[aə]|n[ıi]|nd[aə]n?|)"),
    "tr": re.compile(r"(.{3,}?)l[ae]r[ıi](n[ıi]n|n[ae]|n[ıi]|nd[ae]n?|yl[ae]|)"),
    "uz": re.compile(r"(.{3,}?)(?:lari|лари)(ning|ni|ga|da|dan|нинг|ни|га|да|дан|)"),
    "kk": re.compile(r"(.{3,}?)[лдт][ае]р[ыі](н[ыі]ң|н[ае]|н|нд[ае]|н[ае]н|мен|)"),
}
"""A head in the plural, possessed, in whatever case: universitetlərinin."""
_OWNED = re.compile(r"(?:n[ıiuü]n|[’'][ıiuü]n|ning|нинг|[ндт][ыі]ң)\Z")
"""What a name in the genitive ends in: the universities of Kazakhstan have no names."""
_VOWELS = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü"} | {
    **dict.fromkeys("аоұыуяю", "ы"),
    **dict.fromkeys("әеіөүиэ", "і"),
}
"""By the last vowel of a word, the one of its ending."""


def in_turkic(sentence: Sentence, at: int, owner: Mapping[int, Mention]) -> list[Mention]:
    """A və B universitetləri, which end at a word."""
    grammar = sentence.grammar
    plural = PLURAL.get(grammar.code)
    match = plural.fullmatch(sentence.lowered[at]) if plural is not None and at > LEAST_NAMED else None
    if match is None:
        return []
    form = grammar.form([*sentence.lowered[:at], match[1]], at, "heads")
    case = grammar.case_of(match[2])
    if form is None or form.possessed or form.case or form.entry.name not in BODIES or case is None:
        return []
    first = at - form.entry.length + 1
    if form.entry.name == "GovernmentBody":
        first = _after_countries(sentence, first, owner)
    names = names_before(sentence, first - 1) if sentence.gap(first - 1, first) == " " else []
    names = _without_owners(sentence, names, owner)
    if not names or any(_OWNED.search(sentence.lowered[name.last]) for name in names):
        return []
    if (place := owner.get(names[-1].last)) is not None and place.case == "loc":
        return []  # Bakı və Tbilisidə ofisləri var: nothing is called so
    if form.entry.name == "GovernmentBody" and len(names) > LEAST_NAMED and form.entry.detail == "ministry":
        return []  # fields of one ministry, or ministries
    head = (
        sentence.text[sentence.words[first].start : sentence.words[at].start] + sentence.words[at].text[: len(match[1])]
    )
    found = []
    for name in names:
        own = text_of(sentence, name)
        whole = own if form.entry.name == "Company" else f"{own} {possessed(head, grammar.code)}"
        end = at if name is names[-1] else name.last
        found.append(body_of(sentence, name.first, end, whole, form, case))
    return found


def _without_owners(sentence: Sentence, names: list[Name], owner: Mapping[int, Mention]) -> list[Name]:
    """The names without what owns the first of them: Narın Universiteti Türkiyənin | Alpan və Doruk universitetləri."""
    if not names:
        return names
    first, owners = names[0], []
    if sentence.grammar.code == "az":
        owners = [n for n in range(first.first, first.last) if (own := owner.get(n)) is not None and own.case == "gen"]
    if sentence.grammar.code == "az" and first.last - first.first > 1:  # Elçin Tağızadə | Luga və Ural universitetləri
        person = is_given(sentence.lowered[first.first], sentence.grammar)
        if person and SURNAME.search(sentence.words[first.first + 1].text) is not None:
            return [Name(first.first + 2, first.last), *names[1:]]
    word = sentence.grammar.form(sentence.lowered, first.first, "references") if first.first < first.last else None
    if word is not None and _OWNED.search(sentence.lowered[first.first]):
        owners = owners or [first.first]  # Şirkətin Bakı və Tbilisi ofisləri
    return [Name(owners[-1] + 1, first.last), *names[1:]] if owners else names


def _after_countries(sentence: Sentence, first: int, owner: Mapping[int, Mention]) -> int:
    """Where the small words of a ministry's field begin that follow countries: Türkiye ve Gürcistan dışişleri …"""
    begin = first
    while begin and first - begin < _MOST_FIELD and sentence.words[begin - 1].text.islower():
        if sentence.gap(begin - 1, begin) != " " or sentence.grammar.conjunctions.at(sentence.lowered, begin - 1):
            return first
        begin -= 1
    country = owner.get(begin - 1)
    return begin if country is not None and country.class_name == "Country" and not country.case else first


def possessed(head: str, code: str) -> str:
    """A Turkic head as it stands behind a name.

    >>> possessed("universitet", "az"), possessed("nazirlik", "az"), possessed("академия", "kk")
    ('universiteti', 'nazirliyi', 'академиясы')
    """
    small = head.lower()
    if code == "uz":
        ending = (
            ("i" if small.isascii() else "и") if small[-1] not in "aeiouаеиоуя" else "si" if small.isascii() else "си"
        )
        return head[:-1] + {"k": "g", "q": "gʻ"}.get(small[-1], head[-1]) + ending
    vowel = next((_VOWELS[letter] for letter in reversed(small) if letter in _VOWELS), "i")
    if small[-1] in _VOWELS and not (code == "kk" and small[-1] == "у"):
        return head + ("с" if code == "kk" else "s") + vowel
    many = sum(letter in _VOWELS for letter in small) > 1
    soft = {"az": {"k": "y", "q": "ğ"}, "tr": {"k": "ğ"}, "kk": {"к": "г", "қ": "ғ", "п": "б"}}.get(code, {})
    return (head[:-1] + soft[small[-1]] if many and small[-1] in soft else head) + vowel
