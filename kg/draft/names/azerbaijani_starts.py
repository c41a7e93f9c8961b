"""Where an Azerbaijani name of a body begins: towns with their sort, countries that open a name, ordinals within it."""

from __future__ import annotations

from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

WITHIN = frozenset({"Yeni", "Birinci", "İkinci", "Üçüncü"})
"""What opens sentences and yet is a part of names within them: Yeni Azərbaycan Partiyası."""
_OF_TOWN = frozenset({"şəhər", "rayon", "rayonu", "şəhəri", "vilayət", "qəsəbə", "kənd"})
"""What may stand in small letters after a town in the name of a body: Gəncə şəhər İcra Hakimiyyəti."""


def tells_town(sentence: Sentence, at: int) -> bool:
    """Whether a small word within a name says what the capital word before it is: Gəncə şəhər İcra Hakimiyyəti."""
    words = sentence.words
    told = sentence.grammar.code == "az" and at > 0 and words[at - 1].is_capital and sentence.gap(at - 1, at) == " "
    return told and sentence.lowered[at] in _OF_TOWN


def is_before_country(sentence: Sentence, at: int, own: Mention | None, after: Mention | None) -> bool:
    """Whether the next word is the country that opens a body's name: rektor Çağrı Erhan Azərbaycan Universitetinin …"""
    word = sentence.words[at]
    opens = after is not None and after.class_name == "Country" and after.start == sentence.words[at + 1].start
    return opens and word.is_capital and word.text not in WITHIN and own is None and sentence.gap(at, at + 1) == " "
