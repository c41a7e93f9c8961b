"""Countries that an English adjective before a post tells: the Georgian President, the British Ambassador to Chile."""

from __future__ import annotations

from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.known import KnownThings
from kg.draft.posts.post_words import Post
from kg.draft.spans import Mention


def states_of_posts(
    sentence: Sentence, mentions: Sequence[Mention], told: Sequence[Post], known: KnownThings
) -> list[Mention]:
    """The mentions, and the countries whose adjectives stand right before the posts of states."""
    if sentence.grammar.code != "en":
        return list(mentions)
    found = [m for post in told if (m := _state(sentence, post, known)) is not None]
    found = [m for m in found if not any(m.overlaps(other.start, other.end) for other in mentions)]
    return sorted([*mentions, *found], key=lambda m: m.start) if found else list(mentions)


def _state(sentence: Sentence, post: Post, known: KnownThings) -> Mention | None:
    words, last = sentence.words, post.first_word - 1
    if not in_family(sentence.lowered[post.last_word], sentence.grammar, "post_of_state"):
        return None
    for first in (last - 1, last):
        if first < 0 or not words[first].is_capital or sentence.gap(last, last + 1) != " ":
            continue
        country = known.of_adjective(" ".join(sentence.lowered[first : last + 1]), "en")
        if country:
            return Mention(
                words[first].start, words[last].end, country, "Country", "en", "place-name", 0.9,
                (Reason.BY_PLACE_NAMES,), entity=country, known=country in known.entities, case="gen", mark="gen",
                inner=True, sentence=sentence.number,
            )  # fmt: skip
    return None
