"""Names that the word after them makes a town, or a part of one: Nəfis şəhərində, Xətai rayonu, Atatürk Caddesi."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention

_TOWN = {
    "az": re.compile(r" (?:şəhəri|şəhərciyi|rayonunda|ştatı|əyaləti|vilayəti)"),
    "kk": re.compile(r" (?:ауыл(?:ы|ында)|кент(?:і|інде)|қала(?:сы|шығы)|елді мекен)(?:нда|нан|на|ның|ндағы)?(?!\w)"),
}
_REGIONS = ("rayon", "ştat", "əyalət", "vilayət")
_PART_OF_TOWN = re.compile(
    r"(?:rayonu(?!nda)|küçə|prospekt|qəsəbə|kəndi|məhəllə|şosse|meydan|ilçesi|cadde|sokak|sokağ|mahalle|bulvar)"
)
"""What stands after the name of a part of a town, a street or a village, which is no body."""


def is_part_of_town(sentence: Sentence, at: int) -> bool:
    """Whether a word is the name of a part of a town, a street or a village, by the word after it."""
    words = sentence.words
    told = sentence.grammar.code in ("az", "tr") and at + 1 < len(words)
    return told and _PART_OF_TOWN.match(words[at + 1].lower) is not None


def is_town(sentence: Sentence, at: int) -> bool:
    """Whether a word is the name of a town or district, by the word after it: Nəfis şəhərində, Сұлукөл ауылында."""
    pattern = _TOWN.get(sentence.grammar.code)
    return pattern is not None and pattern.match(sentence.text, sentence.words[at].end) is not None


def town(sentence: Sentence, at: int) -> Mention | None:
    """The town or district that a single capital word names, by the word after it."""
    word = sentence.words[at]
    if word.is_acronym or not is_town(sentence, at):
        return None
    kind = "Region" if sentence.text[word.end :].lstrip().startswith(_REGIONS) else "City"
    reasons = (Reason.BY_CASE, Reason.CLASS_GUESSED)
    return Mention(word.start, word.end, word.text, kind, sentence.grammar.code, "place-by-case", 0.65, reasons)
