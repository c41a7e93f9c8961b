"""Countries that Russian posts are in: told by an adjective before the post, or by a word for the country told before.

российский министр транспорта P; президент страны P, глава государства P
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.known import KnownThings
from kg.draft.posts.post_words import Post
from kg.draft.spans import Mention

_MOST_BACK, _MOST_BETWEEN = 40, 6


def states_by_adjective(
    sentence: Sentence, mentions: Sequence[Mention], told: Sequence[Post], known: KnownThings
) -> list[Mention]:
    """The mentions, and the countries whose adjectives stand right before the posts of states."""
    if sentence.grammar.code != "ru":
        return list(mentions)
    found = [m for post in told if (m := _state(sentence, post, known)) is not None]
    found = [m for m in found if not any(m.overlaps(other.start, other.end) for other in mentions)]
    return sorted([*mentions, *found], key=lambda m: m.start) if found else list(mentions)


def _state(sentence: Sentence, post: Post, known: KnownThings) -> Mention | None:
    at = post.first_word - 1
    of_state = any(
        in_family(sentence.lowered[n], sentence.grammar, "post_of_country")
        for n in range(post.first_word, post.last_word + 1)
    )
    if at < 0 or not of_state or sentence.gap(at, at + 1) != " ":
        return None
    country = known.of_adjective(sentence.lowered[at], "ru")
    if not country:
        return None
    word = sentence.words[at]
    return Mention(
        word.start, word.end, country, "Country", "ru", "place-name", 0.9, (Reason.BY_PLACE_NAMES,), entity=country,
        known=country in known.entities, case="gen", mark="gen", inner=True, sentence=sentence.number,
    )  # fmt: skip


def state_before(sentence: Sentence, mentions: Sequence[Mention], post: Post) -> Mention | None:
    """The country whose adjective stands right before a post: российский министр P."""
    if sentence.grammar.code != "ru":
        return None
    return next((m for m in mentions if m.class_name == "Country" and m.inner and m.end + 1 == post.start), None)


def country_meant(
    sentence: Sentence, at: int, taken: Mapping[int, Mention], latest: Sequence[Mention]
) -> Mention | None:
    """The country told last that a word within a post stands for: президент страны P; None where two were told."""
    word = sentence.words[at]
    if not word.text.islower() or not in_family(word.lower, sentence.grammar, "country_word"):
        return None
    if at + 1 >= len(sentence.words) or not sentence.words[at + 1].is_capital or not _follows_post(sentence, at):
        return None
    here = [m for n, m in sorted(taken.items()) if n < at and m.class_name == "Country"]
    before = here or [m for m in latest[-_MOST_BACK:] if m.class_name == "Country"]
    last = [m for m in before if m.sentence == before[-1].sentence] if before else []
    if len({m.entity for m in last}) != 1:
        return None
    country = last[-1]
    return Mention(
        word.start, word.end, country.name, "Country", "ru", "reference", 0.7, (Reason.BY_REFERENCE,),
        entity=country.entity, known=country.known, case="gen", is_reference=True, refers=country,
    )  # fmt: skip


def _follows_post(sentence: Sentence, at: int) -> bool:
    """Whether a post and small words that say what it is of stand before a word."""
    for before in range(at - 1, max(-1, at - _MOST_BETWEEN), -1):
        gap = sentence.gap(before, before + 1)
        if sentence.grammar.form(sentence.lowered, before, "posts") is not None:
            return gap in (" ", "-")
        if gap != " " or not sentence.words[before].text.islower():
            return False
    return False
