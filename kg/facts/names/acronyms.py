"""Whether an acronym can stand for a longer name, in its own language or through a translation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kg.facts.names.folding import fold
from kg.facts.names.lexicon import ConceptKind, read_lexicon
from kg.facts.names.tokens import Token, TokenKind

_SKIPPED = frozenset({TokenKind.FUNCTION, TokenKind.LEGAL, TokenKind.INITIAL, TokenKind.TITLE})
_LONGEST_PIECE = 3


def openings(token: Token, language: str, *, same_language: bool) -> frozenset[str]:
    """The folded letters that an acronym in `language` may take from a part of a name.

    Of a name in another language, those of the concept's words in `language`.
    """
    found: set[str] = set()
    lexicon = read_lexicon()
    if not same_language:
        for concept in token.concepts:
            found |= lexicon.first_letters(concept, language)
    if same_language or not token.concepts:
        for word in fold(token.text).split() or [""]:
            found |= {word[:length] for length in range(1, _LONGEST_PIECE + 1)}
    if token.number:
        found |= {token.number}
    if token.kind is TokenKind.ACRONYM:
        found.add(fold(token.text))
    return frozenset(found)


def spells(acronym: str, tokens: Sequence[Token], language: str, other_language: str) -> int:
    """How many letters of `acronym` the words of a name account for, all in order; 0 if they do not.

    Words of grammar may be left out, what follows `named after` too, and all after a word of grammar at the end.

    >>> from kg.facts.names.tokens import read_name
    >>> spells("WEF", read_name("Dünya İqtisadi Forumu", "az"), "en", "az")
    3
    >>> spells("TÜBİTAK", read_name("Türkiye Bilimsel ve Teknolojik Araştırma Kurumu", "tr"), "tr", "tr")
    7
    >>> spells("AEM", read_name("Azərbaycan Texniki Universiteti", "az"), "az", "az")
    0
    """
    letters = fold(acronym).replace(" ", "")
    same = language.partition("-")[0] == other_language.partition("-")[0]
    namesake = _namesake(tokens)
    reached = {(0, 0)}  # letters taken, content words left out
    for token in tokens:
        if token.kind is TokenKind.FUNCTION and any(taken == len(letters) for taken, _ in reached):
            break
        free = token.kind in _SKIPPED or token.at in namesake or token.aside
        several = len(token.text.split()) > 1 and same
        trails = _may_trail(token, language, len(letters))
        after = {(taken, left if free or (trails and taken == len(letters)) else left + 1) for taken, left in reached}
        if several:
            after |= {(taken + n, left) for taken, left in reached for n in _initials(token, letters[taken:])}
        for taken, left in reached:
            for opening in openings(token, language.partition("-")[0], same_language=same):
                if opening and letters.startswith(opening, taken):
                    after.add((taken + len(opening), left))
        reached = {(taken, left) for taken, left in after if left <= _allowed(len(letters))}
    return len(letters) if any(taken == len(letters) for taken, _ in reached) and len(letters) > 1 else 0


def _may_trail(token: Token, language: str, length: int) -> bool:
    """Whether a part after all letters may go without one: Genel Müdürlüğü; in Russian whose part the thing is."""
    if language.startswith("ru"):
        return length > 3
    return length > 2 and token.kind in (TokenKind.BODY, TokenKind.FILLER)


def _allowed(length: int) -> int:
    """How many words that mean something an acronym may pass over."""
    return 1 if length >= 5 else 0


def _initials(token: Token, letters: str) -> list[int]:
    """A phrase of the lexicon may give a letter for each of its words."""
    words = fold(token.text).split()
    grammar = [word for word in words if _is_grammar(word)]
    tried = {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in grammar)}
    return sorted(len(initials) for initials in tried if initials and letters.startswith(initials))


@lru_cache(maxsize=20_000)
def _is_grammar(word: str) -> bool:
    lexicon = read_lexicon()
    found = [phrase for language in lexicon.languages for phrase in lexicon.find([(word,)], language)]
    return any(
        lexicon.kind(phrase.concepts[0]) is ConceptKind.FUNCTION for phrase in found if len(phrase.concepts) == 1
    )


def _namesake(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of proper names in a name that says "named after"."""
    if not any("named-after" in token.concepts for token in tokens):
        return frozenset()
    return frozenset(token.at for token in tokens if token.kind is TokenKind.NAME)
