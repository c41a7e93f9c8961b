"""Russian people of whom nothing but two or three capital words tells: names of firms have one, or quotation marks.

Of such pairs of words in the news, outside quotation marks and without a word for a body, more than nine in ten are
people.
"""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence

_NAME = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)?")
_ADJECTIVE = re.compile(
    r".{3}(?:[сц]к(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)|(?:ый|ая|ое|ые|ие|ого|его|ому|ему|ых|их|ыми|ую|юю))\Z"
)
_GENITIVE = re.compile(r"(?:[аяыиую]|ого|его|ов|ев|ей)\Z")
_VERB = re.compile(r"(?:[аеиоуыя]л(?:[аои]|ся|ась|ось|ись)?|[еи]т(?:ся)?|[ую]т(?:ся)?)\Z")
_QUOTES = "«»“”\"„'"
_MOST, _LEAST_LETTERS = 3, 2


def stands_as_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether some Russian capital words can only be somebody's name: на открытии был Эмре Йылдыз."""
    words, grammar = sentence.words, sentence.grammar
    run = words[first : last + 1]
    if grammar.code != "ru" or not 1 < len(run) <= _MOST:
        return False
    if not all(_NAME.fullmatch(word.text) and len(word.text) > _LEAST_LETTERS for word in run):
        return False
    if any(sentence.gap(at, at + 1) != " " for at in range(first, last)) or _is_quoted(sentence, first, last):
        return False
    if any(_ADJECTIVE.match(word.lower) or in_family(word.lower, grammar, "firm_word") for word in run):
        return False
    if first == 0 or sentence.gap(first - 1, first).strip() in (".", ":"):
        sort = in_family(run[0].lower, grammar, "names_follow") or grammar.form(sentence.lowered, first, "heads")
        other = sort or _VERB.search(run[0].lower) or len(run) == _MOST
        return not other and _GENITIVE.search(run[1].lower) is None  # Полиция Мэриленда
    before = sentence.lowered[first - 1]
    named = in_family(before, grammar, "names_follow") or grammar.form(sentence.lowered, first - 1, "heads") is not None
    return not named and before not in ("в", "во", "на", "из", "под", "имени", "им", "г", "город", "городе")


def _is_quoted(sentence: Sentence, first: int, last: int) -> bool:
    text, end = sentence.text, sentence.words[last].end
    before = text[max(0, sentence.words[first].start - 1) : sentence.words[first].start]
    return before in tuple(_QUOTES) or text[end : end + 1] in tuple(_QUOTES) or text[end : end + 1] == "-"
