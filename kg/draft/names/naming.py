"""Names that nobody has told us: by their heads, quotation marks, legal forms and capitals."""

from __future__ import annotations

from collections.abc import Sequence

from kg.draft.language.words import Sentence
from kg.draft.names.azerbaijani_english import english_runs
from kg.draft.names.english_names import english_names
from kg.draft.names.kazakh_names import named_after
from kg.draft.names.kazakh_regions import kazakh_regions
from kg.draft.names.latin_names import latin_names
from kg.draft.names.quoted import quoted_names
from kg.draft.names.russian_capitals import dotted_names
from kg.draft.names.russian_names import russian_names
from kg.draft.names.russian_regions import russian_regions
from kg.draft.names.turkic_names import turkic_names
from kg.draft.spans import Mention
from kg.facts.names.folding import fold

_LEAST_INITIALS = 3
_FORMS = frozenset({"corporation", "company", "corp", "inc", "llc", "ltd", "plc", "group", "holdinq", "holding"})
"""What a company's name is often told without."""
_CONCEPTS = ("Topic", "Kind", "Service", "Role", "Unit")


def initials(name: str, acronym: str) -> int:
    """How many letters of an acronym are the initials of a name's words in their order; 0 if they are not alike.

    Small words may be left out, and as many as two letters may be from within the words.

    >>> initials("Baku Higher Oil School", "BHOS"), initials("State Oil Company", "SOCAR"), initials("Ganja", "BHOS")
    (4, 3, 0)
    """
    acronym = _plain(acronym)
    if len(acronym) >= _LEAST_INITIALS and "".join(_plain(w[0]) for w in name.replace("-", " ").split()) == acronym:
        return len(acronym)  # Orolboʻyi innovatsiyalar jamgʻarmasi: OIJ
    letters = [_plain(word[0]) for word in name.replace("-", " ").split() if word[0].isupper()]
    if len(letters) < _LEAST_INITIALS or len(acronym) < _LEAST_INITIALS:
        return 0
    if "".join(letters) == acronym:
        return len(acronym)
    found = iter(acronym)
    told = sum(any(letter == other for other in found) for letter in letters[: len(acronym)])
    return told if told == min(len(letters), len(acronym)) >= len(acronym) - 2 else 0


def _plain(letters: str) -> str:
    """Letters as they are compared: İstanbul Texniki Universiteti is an İTÜ, too."""
    return "".join(fold(letter) or letter for letter in letters)


def named(sentence: Sentence, known: Sequence[Mention]) -> list[Mention]:
    """The names that the sentence has beside those of `known`, which may overlap them."""
    owner: dict[int, Mention] = {}
    words = sentence.words
    for mention in known:
        if mention.class_name in _CONCEPTS:
            continue  # a topic may be a part of a name
        index = sentence.index_from(mention.start)
        while index < len(words) and words[index].start < mention.end:
            owner[index] = mention
            index += 1
    found = quoted_names(sentence)
    reader = {"en": english_names, "ru": russian_names}.get(sentence.grammar.code, turkic_names)
    found += [*reader(sentence, owner.get), *named_after(sentence), *latin_names(sentence)]
    found += [*english_runs(sentence), *dotted_names(sentence)]
    regions = {"ru": russian_regions, "kk": kazakh_regions}.get(sentence.grammar.code)
    return [*found, *regions(sentence, owner.get)] if regions is not None else found


def without_form(name: str) -> str:
    """A company's name without the word for its form; empty where it has none.

    >>> without_form("Delta Holdinq"), without_form("Delta")
    ('Delta', '')
    """
    *before, last = name.split() or [""]
    return " ".join(before) if before and last.lower().strip(".,") in _FORMS else ""
