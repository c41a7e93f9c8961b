"""What the words of a text may be forms of, whichever language of their script they are in."""

from __future__ import annotations

from functools import lru_cache

from kg.facts.names.folding import fold, lower, script
from kg.facts.names.inflection import bases

INFLECTING = {"Latn": ("az", "tr", "uz", "kk"), "Cyrl": ("kk", "ru", "uz")}
"""The languages whose endings a word may have, by its script."""
_SURNAMES = ("ов", "ев", "ёв", "ин", "ын")


def forms_of_words(text: str, layers: tuple[str, ...], *, strict: bool, language: str = "") -> list[frozenset[str]]:
    """For each folded word of `text`, what it may be a form of: in its language, or in those of its script.

    >>> "bakı" in forms_of_words("Bakıdan", ("case",), strict=True)[0], "baki" in forms_of_words("Bakıdan", ("case",),
    ... strict=True)[0]
    (False, True)
    """
    return [forms for word in text.split() for forms in _forms_of_word(word, layers, strict, language)]


@lru_cache(maxsize=200_000)
def _forms_of_word(word: str, layers: tuple[str, ...], strict: bool, language: str) -> tuple[frozenset[str], ...]:
    """One set for each part of a word that folding takes apart (by a hyphen), the endings being those of the last."""
    known = {fold(word)}
    written = script(word)
    told = INFLECTING.get(written, ())
    for each in (language,) if language else (*told, *(("en",) if written == "Latn" and not strict else ())):
        known.update(fold(form) for form in bases(lower(word, each), each, layers, strict=strict))
    parts = fold(word).split()
    if not parts:
        return ()
    last = frozenset(form.split()[-1] for form in known if form)
    return (*(frozenset({part}) for part in parts[:-1]), last)


def is_womans(text: str, name: str) -> bool:
    """-ова may be a woman's surname, or the genitive of a man's: then his first name is in the genitive too.

    >>> is_womans("Анар Ахундова", fold("Анар Ахундов")), is_womans("Анара Ахундова", fold("Анар Ахундов"))
    (True, False)
    """
    words, known = fold(text).split(), name.split()
    changed = [(word, base) for word, base in zip(words, known, strict=False) if word != base]
    return len(words) > len(changed) and any(word == base + "а" and base.endswith(_SURNAMES) for word, base in changed)
