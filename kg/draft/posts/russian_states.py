"""Countries that Russian posts are in: told before the post, or by a word for the one told last.

российский министр транспорта P; президент страны P, глава государства P
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.posts.post_words import Post
from kg.draft.spans import Mention

_MOST_BACK, _MOST_BETWEEN = 40, 6


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
