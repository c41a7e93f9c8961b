"""Names that nobody has told us: by their heads, quotation marks, legal forms and capitals."""

from __future__ import annotations

from collections.abc import Sequence

from kg.draft.english_names import english_names
from kg.draft.quoted import quoted_names
from kg.draft.russian_names import russian_names
from kg.draft.spans import Mention
from kg.draft.turkic_names import turkic_names
from kg.draft.words import Sentence

_CONCEPTS = ("Topic", "Kind", "Service", "Role", "Unit")


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
    found += reader(sentence, owner.get)
    return found
