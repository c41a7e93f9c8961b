"""The rules of the drafter in words that a reviewer understands: what each goes by, and in which language it reads."""

from __future__ import annotations

from collections.abc import Callable

from kg.views.words import read_words, word

WORDS = "rule"
"""The table of the words for rules: by the rule's name without its language, or by the beginning of it."""
_OF_PREDICATE = ("construction", "card", "sheet", "calendar", "figure")
"""Rules whose second part is the relation that they find."""
_OWN = "head-"
"""Rules for new things begin so where they go by a noun, which follows."""


def in_words(rule: str, language: str, term: Callable[[str], str]) -> str:
    """What a rule goes by; `term` gives the label of a term. A rule that no table knows stands as it is.

    >>> in_words("en.join.has_joined", "en", str), in_words("az.possessor", "en", str)
    ('the words “has joined” (en)', 'one name that owns the other (az)')
    >>> in_words("kk.construction.operates.hosted_by", "en", str)
    'the wording “hosted by”: operates (kk)'
    >>> in_words("head-innovation-hub", "en", str), in_words("person", "en", str)
    ('a noun such as “innovation hub”', 'a name built as those of people are')
    """
    known = read_words(WORDS)
    if rule.startswith("model:"):
        return f"{word(WORDS, 'model', language)} {rule.removeprefix('model:')}"
    if rule.startswith(_OWN):
        return word(WORDS, "head", language, words=_spoken(rule.removeprefix(_OWN).replace("-", " ")))
    if "." not in rule:
        key = next((key for key in (rule, rule.split("-")[0]) if key in known), "")
        return word(WORDS, key, language) if key else rule
    code, name, *rest = rule.split(".", 2)
    further = rest[0] if rest else ""
    if name in _OF_PREDICATE and further:
        predicate, _, words = further.partition(".")
        label = term(predicate) if predicate != "place" else word(WORDS, "place", language)
        told = word(WORDS, name, language, words=_spoken(words), relation=label)
    elif f"{name}.{further}" in known:
        told = word(WORDS, f"{name}.{further}", language)
    elif name in known:
        told = word(WORDS, name, language, words=_spoken(further))
    elif further:
        told = word(WORDS, "words" if len(_spoken(further).split()) > 1 else "word", language, words=_spoken(further))
    else:
        return rule
    return f"{told} ({code})"


def family_in_words(family: str, language: str) -> str:
    """What the rules of a family go by, whatever the language that they read.

    >>> family_in_words("words", "en"), family_in_words("post.head", "en")
    ('a word that tells of a relation (signed, joined …)', 'the post of a head')
    """
    known = read_words(WORDS)
    key = next((key for key in (f"any {family}", family, family.split("-")[0]) if key in known), "")
    return word(WORDS, key, language) if key else family


def _spoken(words: str) -> str:
    """Words of a table as they are read: `has_joined`, `qoşul*`."""
    return " ".join(words.replace("_", " ").split()).replace("*", "…").strip(" ,:")
