"""Posts that only say by whose act something is done: указом президента, Prezidentin sərəncamı ilə."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.posts.post_words import Post
from kg.draft.spans import Mention

_ARTICLES = ("of", "the", "from")
_APART = re.compile(r"[^\w«\"“]*,\s")


def without_givers(sentence: Sentence, told: Sequence[Post], mentions: Sequence[Mention]) -> list[Post]:
    """The posts but for those of who gave an order and is not named: указом президента P назначен ректором."""
    named = _is_named if sentence.grammar.code == "ru" else _is_named_beside
    return [post for post in told if not _is_givers(sentence, post) or named(sentence, post, told, mentions)]


def _is_givers(sentence: Sentence, post: Post) -> bool:
    """Whether a word for an act stands beside a post: before it, or behind it where the verb stands last."""
    at = post.first_word - 1
    while sentence.grammar.code == "en" and at > 0 and sentence.lowered[at] in _ARTICLES:
        at -= 1
    at = post.last_word + 1 if sentence.grammar.verb_last else at
    return 0 <= at < len(sentence.words) and in_family(sentence.lowered[at], sentence.grammar, "act_of_office")


def _is_named(_sentence: Sentence, post: Post, told: Sequence[Post], mentions: Sequence[Mention]) -> bool:
    """Whether the next person stands in the genitive, before another post: указом президента Ивана Петракова."""
    person = next((m for m in mentions if m.class_name == "Person" and m.start >= post.end), None)
    other = next((each.start for each in told if each.start > post.start), None)
    return person is not None and person.case == "gen" and (other is None or person.start < other)


def _is_named_beside(sentence: Sentence, post: Post, _told: Sequence[Post], mentions: Sequence[Mention]) -> bool:
    """Whether a person's name stands right beside a post whose holder acts: by order of Minister P."""
    if sentence.grammar.verb_last:
        return False
    person = next((m for m in mentions if m.class_name == "Person" and m.start >= post.end), None)
    return person is not None and not _APART.search(sentence.text[post.end : person.start])
