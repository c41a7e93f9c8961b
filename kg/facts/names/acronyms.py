"""Whether an acronym can stand for a longer name, in its own language or through a translation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.facts.names.folding import fold
from kg.facts.names.lexicon import ConceptKind, read_lexicon, syllables
from kg.facts.names.territories import place_letters
from kg.facts.names.tokens import Token, TokenKind

_SKIPPED = frozenset({TokenKind.FUNCTION, TokenKind.LEGAL, TokenKind.INITIAL, TokenKind.TITLE})
_LONGEST_PIECE = 3
_COMPOUND = 10
# What other languages' acronyms hold of their grammar: Universidad Autónoma de Yucatán.
_ARTICLES = "d"
# Words of grammar in names of other languages, which registries do not always tell.
_PARTICLES = frozenset(
    {"de", "da", "do", "di", "del", "della", "dello", "dei", "des", "du", "der", "die", "das", "den", "et", "e", "y"}
    | {"und", "en", "i", "la", "le", "el", "los", "las", "für"}
)
_ELISION = re.compile("^[dl]['’]?(?=[aeiouh])")
_FREE = frozenset({"science", "research", "studies", "private", "public"})


def openings(token: Token, language: str, *, same_language: bool) -> frozenset[str]:
    """The folded letters that an acronym in `language` may take from a part of a name.

    Of a name in another language, those of the concept's words in `language`.
    """
    if not token.said:
        return _openings(token, language, same_language=same_language)
    key = token.said, language, same_language
    known = _opened.get(key)
    if known is None:
        if len(_opened) >= _MOST_KNOWN:
            _opened.clear()
        known = _opened[key] = _openings(token, language, same_language=same_language)
    return known


# The openings of tokens, by their numbers; emptied when full.
_opened: dict[tuple[int, str, bool], frozenset[str]] = {}
_MOST_KNOWN = 200_000


def _openings(token: Token, language: str, *, same_language: bool) -> frozenset[str]:
    found: set[str] = set()
    lexicon = read_lexicon()
    if not same_language:
        for concept in token.concepts:
            found |= lexicon.first_letters(concept, language)
        for place in token.places:
            found |= place_letters(language).get(place, frozenset())
    if same_language or not token.concepts:
        for word in fold(token.text).split() or [""]:
            found |= {word[:length] for length in range(1, _LONGEST_PIECE + 1)}
            found |= _inner_letters(word)
            if bare := _ELISION.sub("", token.text) if "'" in token.text or "’" in token.text else "":
                found |= {fold(bare)[:length] for length in range(1, _LONGEST_PIECE + 1)}
    if token.number:
        found |= {token.number}
    if token.kind is TokenKind.ACRONYM:
        found.add(fold(token.text))
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _inner_letters(word: str) -> frozenset[str]:
    """The two letters that a compound may give: сельскохозяйственный is СХ, Wuhan WH."""
    if "а" <= word[:1] <= "я" and len(word) >= _COMPOUND:
        return frozenset(word[0] + word[at + 1] for at in range(3, len(word) - 5) if word[at] in "ое")
    parts = syllables(word) if word.isascii() else []
    return frozenset({parts[0][0] + parts[1][0]}) if len(parts) == 2 else frozenset()


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
    base = language.partition("-")[0]
    same = base == other_language.partition("-")[0]
    if not _may_spell(letters, tokens, base, same=same):
        return 0
    namesake = _namesake(tokens)
    reached = {(0, 0)}  # letters taken, content words left out
    for token in tokens:
        particle = token.kind is TokenKind.FUNCTION or fold(token.text) in _PARTICLES
        if particle and any(taken == len(letters) for taken, _ in reached):
            break
        free = token.kind in _SKIPPED or token.at in namesake or token.aside or particle
        several = len(token.text.split()) > 1 and same
        trails = _may_trail(token, language, len(letters))
        after = {(taken, left if free or (trails and taken == len(letters)) else left + 1) for taken, left in reached}
        if several:
            after |= {(taken + n, left) for taken, left in reached for n in _initials(token, letters[taken:])}
        opened = openings(token, base, same_language=same)
        for taken, left in reached:
            for end in range(taken + 1, len(letters) + 1):
                if letters[taken:end] in opened:
                    after.add((end, left))
        reached = {(taken, left) for taken, left in after if left <= _allowed(len(letters))}
    return len(letters) if any(taken == len(letters) for taken, _ in reached) and len(letters) > 1 else 0


def _may_spell(letters: str, tokens: Sequence[Token], language: str, *, same: bool) -> bool:
    """Whether the words have all these letters where an acronym may take them from; most have not."""
    left = set(letters)
    for token in tokens:
        left.difference_update(*openings(token, language, same_language=same))
        if not left:
            return True
        if same and not token.text.isalpha():
            left.difference_update(*(word[0] for word in fold(token.text).split()))
    return not left


def rearranged(acronym: str, tokens: Sequence[Token], language: str, other_language: str) -> int:
    """How many letters of `acronym` the words give in another order, one a word; 0 if they do not.

    Acronyms outlive translation: the words stand in the order of another language, or a parent's name goes before.

    >>> from kg.facts.names.tokens import read_name
    >>> rearranged("UNAM", read_name("National Autonomous University of Mexico", "en"), "en", "en")
    4
    >>> rearranged("UNAM", read_name("University of Mexico", "en"), "en", "en")
    0
    """
    letters = fold(acronym).replace(" ", "")
    if not 3 <= len(letters) <= 8 or not letters.isalpha():
        return 0
    base, same = language.partition("-")[0], language.partition("-")[0] == other_language.partition("-")[0]
    units, free = [], []
    for token in tokens:
        if token.kind in _SKIPPED or token.aside:
            continue
        own = fold(token.text).split()
        spoken = {o for each in {base, "en"} for o in openings(token, each, same_language=False) if len(o) == 1}
        given = [{word[:1]} for word in own if not _is_grammar(word)] if same else [set()]
        if len(given) == 1:
            given = [given[0] | (spoken if token.concepts or token.places else set() if same else spoken)]
        units += given
        free += [bool(token.concepts & _FREE) or token.kind is TokenKind.FILLER] * len(given)
    spare = 0 if len(letters) == 3 else 1
    for left_out in ("", *_ARTICLES) if len(letters) > 3 else ("",):
        if _assign(letters.replace(left_out, "", 1) if left_out else letters, units, free, spare - bool(left_out)):
            return len(letters)
    return 0


def _assign(letters: str, units: Sequence[set[str]], free: Sequence[bool], spare: int) -> bool:
    """Whether each letter can have a word of its own, with no more than `spare` words that tell left over."""
    states = {(0, 0)}  # which letters are taken, words left out
    for unit, skipped in zip(units, free, strict=True):
        after = {(taken, left + (not skipped)) for taken, left in states}
        for taken, left in states:
            after |= {
                (taken | 1 << at, left) for at, letter in enumerate(letters) if letter in unit and not taken >> at & 1
            }
        states = {(taken, left) for taken, left in after if left <= spare}
    return any(taken == (1 << len(letters)) - 1 for taken, _ in states)


def after_parent(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The ends of a name that tell the thing without its parent: what follows a name or a parent's own head."""
    found = []
    for at, token in enumerate(tokens[:-2], start=1):
        told = token.kind in (TokenKind.NAME, TokenKind.ACRONYM) and at == 1
        if told or (token.kind is TokenKind.BODY and any(each.kind is TokenKind.BODY for each in tokens[at:])):
            found.append(tokens[at:])
    return found


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
