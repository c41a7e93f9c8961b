"""Countries that an adjective before a post tells: the Georgian President, российский министр транспорта."""

from __future__ import annotations

from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.known import KnownThings
from kg.draft.posts.post_words import Post
from kg.draft.spans import Mention

_LONGEST = {"en": 2, "ru": 1}
"""How many words an adjective of a country has at most: South Korean."""


def states_of_posts(
    sentence: Sentence, mentions: Sequence[Mention], told: Sequence[Post], known: KnownThings
) -> list[Mention]:
    """The mentions, and the countries whose adjectives stand right before the posts of states."""
    if sentence.grammar.code not in _LONGEST:
        return list(mentions)
    found = [m for post in told if (m := _state(sentence, post, known)) is not None]
    found = [m for m in found if not any(m.overlaps(other.start, other.end) for other in mentions)]
    return sorted([*mentions, *found], key=lambda m: m.start) if found else list(mentions)


def _state(sentence: Sentence, post: Post, known: KnownThings) -> Mention | None:
    """The country of one post; the longest adjective that is one of a country."""
    words, code, last = sentence.words, sentence.grammar.code, post.first_word - 1
    if last < 0 or not _is_of_state(sentence, post) or sentence.gap(last, last + 1) != " ":
        return None
    for first in range(max(0, last + 1 - _LONGEST[code]), last + 1):
        country = known.of_adjective(" ".join(sentence.lowered[first : last + 1]), code)
        if country and (code == "ru" or words[first].is_capital):
            return Mention(
                words[first].start, words[last].end, country, "Country", code, "place-name", 0.9,
                (Reason.BY_PLACE_NAMES,), entity=country, known=country in known.entities, case="gen", mark="gen",
                inner=True, sentence=sentence.number,
            )  # fmt: skip
    return None


def _is_of_state(sentence: Sentence, post: Post) -> bool:
    """Whether a post is one of a country: by its last word in English, by any in Russian."""
    if sentence.grammar.code == "en":
        return in_family(sentence.lowered[post.last_word], sentence.grammar, "post_of_state")
    told = range(post.first_word, post.last_word + 1)
    return any(in_family(sentence.lowered[at], sentence.grammar, "post_of_country") for at in told)
