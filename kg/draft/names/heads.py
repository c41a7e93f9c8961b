"""What names of institutions have in common: a head, and words for fields of work."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from kg.draft.language.grammar import Form, cyrillic_uzbek, grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.names.inflection import bases
from kg.facts.names.lexicon import ConceptKind, read_lexicon

Owner = Callable[[int], Mention | None]
"""The mention of a known thing or place that a word belongs to, by the index of the word."""
_ABSTRACT = re.compile(
    r"(?:ment|[st]ion|ture|[a-z]ing|[rs]try|[lr]gy|ology|ism|ics|[^s]ity|ance|ence|ship|care|fare|ources|[lr]gies|ologies|"
    r"tions|airs|erce|lth|sport|sports|omy)\Z"
)
MOST_WORDS = 14


@lru_cache(maxsize=20_000)
def is_field(word: str, language: str) -> bool:
    """Whether a word is one that names of institutions are made of (economy, digital), not a name of its own.

    >>> is_field("iqtisadiyyat", "az"), is_field("huawei", "az")
    (True, False)
    """
    if word in grammar(language).fields or (language == "uz" and word in cyrillic_uzbek().fields):
        return True
    return any(fold(form) in _words_of_fields(language) for form in bases(word, language))


@cache
def _words_of_fields(language: str) -> frozenset[str]:
    """The single words of the lexicon, folded, that say what something is about or how far it reaches."""
    lexicon = read_lexicon()
    return frozenset(
        phrase.words[0]
        for phrase in lexicon.single_words(language)
        if any(lexicon.kind(concept) in (ConceptKind.FIELD, ConceptKind.SCOPE) for concept in phrase.concepts)
    )


def is_abstract(word: str) -> bool:
    """Whether an English word has the form of one for a field of work: irrigation, forestry."""
    return _ABSTRACT.search(word) is not None


def is_work(word: str) -> bool:
    """Whether an English word is one for a field of work, by the table or by its form."""
    return is_field(word, "en") or is_abstract(word)


def of_head(sentence: Sentence, start: int, end: int, name: str, form: Form, confidence: float = 0.8) -> Mention:
    """A new name that its head tells the class of."""
    return Mention(
        start, end, name, form.entry.name, sentence.grammar.code,
        f"head-{form.entry.words.rstrip('*').replace(' ', '-')}",
        confidence, (Reason.BY_HEAD,), case=form.case, head=form.entry.words, kind=form.entry.detail,
    )  # fmt: skip
