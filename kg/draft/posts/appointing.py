"""Whether a verb of appointing speaks of a post: of several posts in a sentence, it is the taking of one."""

from __future__ import annotations

import re

from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence
from kg.draft.posts.post_words import posts

_MOST_BESIDE, _MOST_FIRST, _MOST_AHEAD = 3, 14, 12
_LEAST_VERB = 4
_IS_TAKEN = re.compile(r"(?:ом|ем|ём|ым|им|ой|ей|ою|ею|ами|ями|а|я|ы|и|у|ю)\Z")
"""What a Russian post that somebody takes ends in: стал директором, на пост директора."""


def appoints_to(sentence: Sentence, at: int, hit: tuple[int, Entry], post_at: int) -> bool:
    """Whether the verb of appointing at word `at` speaks of the post that begins at `post_at`.

    Of two posts in a sentence it takes the one that stands right before it, where verbs come last, and elsewhere the
    one that follows it, or its own subject: the rector was appointed in May.
    """
    length, verb = hit
    if len(verb.words) < _LEAST_VERB:
        return False  # "as" alone appoints nobody
    told = posts(sentence)
    post = next((each for each in told if each.last_word >= sentence.index_from(post_at)), None)
    if post is None:
        return True
    if sentence.grammar.verb_last:
        return 0 <= at - post.last_word <= _MOST_BESIDE or (at < post.first_word <= at + length + _MOST_BESIDE)
    is_taken = sentence.grammar.code == "ru" and _IS_TAKEN.search(sentence.lowered[post.last_word]) is not None
    if at < post.first_word:
        between = any(at < each.first_word < post.first_word for each in told)
        return not between and post.first_word - at <= _MOST_AHEAD and (is_taken or sentence.grammar.code != "ru")
    after = range(at + length, at + length + _MOST_BESIDE + 1)
    follows = any(each.first_word in after for each in told)
    return at - post.last_word <= _MOST_FIRST and (is_taken or not follows)
