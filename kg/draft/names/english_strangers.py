"""English people of whom neither a post nor a known given name tells, by what the sentence says of them.

"…", said Mirolf Tasende; Mirolf Tasende, 45, …; Mirolf Tasende, an economist at …; Ms Tasende elsewhere in the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import Grammar
from kg.draft.language.words import Sentence
from kg.draft.names.english_people import owns
from kg.draft.names.given_names import SURNAME
from kg.draft.names.heads import is_work
from kg.draft.names.known import is_demonym
from kg.draft.posts.post_words import Post
from kg.draft.spans import Mention

_SMALL = r"[a-z][a-z’'-]*"
_NO_NOUN = r"(?!(?:of|at|by|for|with|from|in|on|to|as|whose|which|who|that|where|founded|led|run|than)\b)"
_MOST_BEFORE_NOUN = 4
_NEAR = 40
_AFTER_SPEECH = re.compile(r"(?:[,?!]|[,?!.]?(?:[”\"]|''|’’)),?\s\Z")
_CLOSED = re.compile(r"(?=[,.;:()]|$| (?:of|from|at|in|on|for|with|who|after|during|as|and|about|when|while)\b)")
_ADDRESS = re.compile(r"\b(?:Mr|Ms|Mrs|Messrs|Miss|Sir|Dame|Lord|Lady)\b\.? (?P<name>[A-Z][\w-]+)(?! [A-Z])")
_AGED = re.compile(r"(?:, (?:aged )?(?:1[6-9]|[2-9]\d)(?=[,.;]| and)| \((?:aged )?[2-9]\d\))")


def is_stranger(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what stands about a run of plain capital words says that they are a person's name."""
    words, text = sentence.words, sentence.text
    if sentence.grammar.code != "en" or last == first or not may_be_person(sentence, first, last):
        return False
    start, end = words[first].start, words[last].end
    before = text[max(sentence.start, start - _NEAR) : start]
    told = _speech(sentence.grammar)
    after = (_AGED, _life(sentence.grammar), _profession(sentence.grammar))
    if any(pattern.match(text, end) for pattern in after) or _after_profession(sentence, first):
        return True
    if sentence.lowered[last] in _addressed(text):
        return True
    if first and owns(sentence, first - 1) and _speaks(sentence, last):
        return True  # Tern Bank's Mirolf Tasende said
    if told[0].search(before) and _CLOSED.match(text, end):
        return True
    return bool(_AFTER_SPEECH.search(before) and re.search(r"[”\"]|''", before) and told[1].match(text, end))


def may_be_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether all words are plain ones that are no field of work, common noun or nationality."""
    for at in range(first, last + 1):
        word = sentence.words[at]
        common = in_family(word.lower, sentence.grammar, "common_word") or is_demonym(word.lower, "en")
        if common or is_work(word.lower) or (len(word.text) > 1 and not word.text[1:].islower() and word.is_acronym):
            return False
    return not in_family(sentence.lowered[last], sentence.grammar, "only_in_names")


def before_person(sentence: Sentence, at: int) -> bool:
    """Whether a genitive stands before two plain capital words: Zorvex's John Leaker; but Prince George's County."""
    words, following = sentence.words, range(at + 1, min(at + 3, len(sentence.words)))
    if len(following) < 2 or any(not words[n].is_capital or sentence.gap(n - 1, n) != " " for n in following):
        return False
    last = at + 3
    while last < len(words) and words[last].is_capital and sentence.gap(last - 1, last) in (" ", ". "):
        last += 1
    headed = any(sentence.grammar.form(sentence.lowered, n, "heads") is not None for n in range(at + 1, last))
    return not headed and owns(sentence, at) and may_be_person(sentence, at + 1, at + 2)


def words_of_body(sentence: Sentence, first: int, last: int, told: Sequence[Post], found: Sequence[Mention]) -> int:
    """How many of the first words of a run after an English post are the body's that it is in; 0 for none.

    commander of the Fen Navy Nikolai Ryzhov: two; Anna Kim, Director Botanical Garden: both, since she holds it.
    """
    if sentence.grammar.code != "en" or last == first:
        return 0
    given = [n for n in range(first, last) if sentence.lowered[n] in sentence.grammar.given]
    before = [post for post in told if post.last_word < first]
    of_body = sentence.lowered[first - 1] in ("of", "the", "at") if first else False
    if of_body and before and last - first > 1 and given and given[0] > first:
        return given[0] - first
    opens = len(before) == 1 and before[0].first_word == 0 and sentence.lowered[first - 1] == "of"
    if opens and not given and last - first in (2, 3) and _speaks(sentence, last):
        return last - first - 1  # Head of Zorvex Mirolf Tasende said …
    if of_body and not given and before and _is_of_body(sentence, before[-1], told, first, last):
        return last - first - 1  # General Manager of Zorvex Mirolf Tasende and
    post = before[-1] if before and before[-1].last_word == first - 1 else None
    holder = found[-1] if found else None
    if given or post is None or holder is None or SURNAME.search(sentence.words[last].text):
        return 0
    joined = sentence.text[holder.end : post.start] == ", "
    own = any(earlier.end + 1 == holder.start for earlier in told)
    return last - first + 1 if joined and not own and not is_stranger(sentence, first, last) else 0


def _is_of_body(sentence: Sentence, post: Post, told: Sequence[Post], first: int, last: int) -> bool:
    """Whether three or four plain capitals right after a post with «of» are a body and who holds the post there.

    Nobody stands before the post or after the capitals who may hold it: X, Director of Alfa Beta Gamma; of it, X.
    """
    between = sentence.lowered[post.last_word + 1 : first]
    if between not in (("of",), ("of", "the"), ("at",)) or not 2 <= last - first <= 3:
        return False
    if SURNAME.search(sentence.words[last].text):
        return True
    apart = sentence.gap(post.first_word - 1, post.first_word).strip() if post.first_word else ""
    end = sentence.words[last].end
    held = re.match(r"\s?[(–—-]|\s[A-Z]|, [^a-z]", sentence.text[end : end + 3]) is not None
    held = held and not any(each.start == end + 2 for each in told)
    return not apart and not held and may_be_person(sentence, last - 1, last)


def opens_with_profession(sentence: Sentence, at: int) -> bool:
    """Whether a profession has its capital because an English sentence begins with it: Linguist Ulmez Hovart."""
    follows = at == 0 and len(sentence.words) > 2 and sentence.words[1].is_capital and sentence.words[2].is_capital
    return follows and sentence.grammar.code == "en" and _is_profession(sentence, 0) and sentence.gap(0, 1) == " "


def _speaks(sentence: Sentence, last: int) -> bool:
    return last + 1 < len(sentence.words) and in_family(sentence.lowered[last + 1], sentence.grammar, "speech")


def _after_profession(sentence: Sentence, first: int) -> bool:
    """Whether a profession stands right before a name, and none that firms have, too: attorney X; but developer X."""
    if first == 0 or sentence.gap(first - 1, first) != " ":
        return False
    small = sentence.words[first - 1].text.islower()
    return (small or opens_with_profession(sentence, first - 1)) and _is_profession(sentence, first - 1)


def _is_profession(sentence: Sentence, at: int) -> bool:
    word, grammar = sentence.lowered[at], sentence.grammar
    human = in_family(word, grammar, "human") or in_family(word, grammar, "profession")
    return human and not any(row.words == word for row in grammar.tables.get("sort", ()))


@lru_cache(maxsize=8)
def _addressed(article: str) -> frozenset[str]:
    """The surnames in small letters that an article has after a word of address: Ms Tasende."""
    return frozenset(match["name"].lower() for match in _ADDRESS.finditer(article))


@cache
def _speech(grammar: Grammar) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that somebody speaks, before the name and after it."""
    verbs = rf"(?:{alternatives(grammar, 'speech')})"
    return re.compile(rf"(?:[,?!](?:[”\"]|'')?|[”\"]|'')\s{verbs}\s\Z"), re.compile(rf"\s(?:\w+ly\s)?{verbs}\b")


@cache
def _life(grammar: Grammar) -> re.Pattern[str]:
    """What says after a name that it is a human being's: who, his wife, was born, said she, holds a degree."""
    kin, degree = alternatives(grammar, "kin"), alternatives(grammar, "academic_degree")
    lived = alternatives(grammar, "lived")
    return re.compile(
        rf",? (?:who|himself|herself)\b|['’]s (?:{kin})\b|, (?:his|her) (?:{kin})\b| (?:{lived})\b"
        rf"| (?:holds|earned|received|has) (?:an?|his|her) (?:\w+['’]?s? )?(?:{degree})\b"
        r"| (?:\w+ed|said|says|told|was|is|has|had|felt|knew|thought) (?:\w+ )?(?:that )?(?:he|she)\b"
    )


@cache
def _profession(grammar: Grammar) -> re.Pattern[str]:
    """What says after a name that somebody has a profession: , a Turkish economist at …"""
    noun = rf"(?:{alternatives(grammar, 'profession')}|{alternatives(grammar, 'human')})"
    word = rf"{_NO_NOUN}(?:{_SMALL}|[A-Z][a-z]+) "
    opens = r",? (?:who is |also )?(?:(?:an?|the|one of the|its|their|our|another) )?"
    return re.compile(
        rf"{opens}(?:{word}){{0,{_MOST_BEFORE_NOUN}}}?{noun}"
        r"(?=[,.;)]|$| (?:at|of|for|in|with|from|who|and|on|based)\b)"
    )
