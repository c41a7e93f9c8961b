"""Envoys, who are of the state that sends them, not of that which receives them: Polşanın Azərbaycandakı səfiri."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.posts.post_words import Post
from kg.draft.spans import Mention

_PLACES = ("Country", "City", "Region")
_MOST_WORDS = 5
_OF_STATE = re.compile(r"\s\w{4,}(?:n[ıiuü]n|ning|нинг|[ндт][ыі]ң)\s")
"""The sort of a state in the genitive: Tacikistan Respublikasının."""


def is_envoy(sentence: Sentence, first: int, last: int) -> bool:
    """Whether some words name a post that a state sends somebody to: səfiri, Büyükelçi, elchisi."""
    words = sentence.lowered[first : last + 1]
    return any(in_family(word, sentence.grammar, "sent_post") for word in words)


def sent_by(sentence: Sentence, post: Post, before: Sequence[Mention]) -> Mention | None:
    """The country that sends somebody, where the one of the host stands between it and the post (az, kk, tr, uz)."""
    if not sentence.grammar.verb_last or len(before) < 2 or not is_envoy(sentence, post.first_word, post.last_word):
        return None
    sender, host = before[-2:]
    apart, gap = sentence.text[sender.end : host.start], sentence.text[host.end : post.start]
    own = "gen" in (sender.case, sender.mark) or _OF_STATE.match(apart) is not None
    own = own and sender.class_name == "Country"
    near = not re.search(r"[,.;:()]", apart + gap) and len(apart.split()) < 2 and len(gap.split()) <= _MOST_WORDS
    return sender if own and near and host.class_name in _PLACES else None


def is_host_of(sentence: Sentence, host: Mention) -> bool:
    """Whether a place only says where an envoy serves: Polonya'nın Ankara Büyükelçisi."""
    at = sentence.index_from(host.end)
    return host.class_name in _PLACES and is_envoy(sentence, at, at + 1)
