"""Posts as Turkic languages tell them: degrees between a post and a name, posts of a unit within a body."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence
from kg.draft.posts.post_words import Post
from kg.draft.spans import Mention

_DEGREE = re.compile(
    r"\s*,?\s*(?:(?:[\w-]+\s){0,2}(?:elmləri|üzrə\s+elmlər|üzrə\s+fəlsəfə|fəlsəfə)\s+(?:doktoru|namizədi)"
    r"|(?:[\w-]+n[ıiuü]n\s)?(?:müxbir|həqiqi|fəxri)\s+üzvü"
    r"|(?:(?:tanınmış|görkəmli|məşhur|siyasi|əməkdar|xalq|dövlət)\s+){0,3}"
    r"(?:alim|icmalçı|jurnalist|ekspert|politoloq|iqtisadçı|yazıçı|şair|hüquqşünas|tarixçi|həkim|artist)"
    r"|vəzifəsini\s+(?:müvəqqəti\s+)?(?:icra\s+edən|tutan)|vəzifəsinin\s+icrasını\s+aparan|vəzifəsini\s+daşıyan"
    r"|(?i:professor|dosent|akademik|doktor|cənab|xanım|general(?:-\w+)?|polkovnik|prof\.|doç\.|dos\.|dr\.|akad\.)"
    r"|millət\s+vəkili|deputat|(?i:(?:müzəffər\s|silahlı\s+qüvvələrin\s)?(?:ali\s)?baş\s+komandanı?)"
    r"|(?:[a-zəöüğışç]{1,3}\.\s?){2,4}|əməkdar\s+(?:elm\s+xadimi|müəllim|mühəndis|incəsənət\s+xadimi)"
    r"|(?:[\w-]+\s){1,3}ғылым(?:дары)?ның\s+(?:докторы|кандидаты)|\w\.\s?-?\w?\.?\s?ғ\.\s?[кд]\.|PhD(?:\s+докторы)?"
    r"|философия\s+докторы|(?:қауымдастырылған\s+)?профессор|доцент|академик|мырза|ханым)"
)
_MOST_UNIT_WORDS = 9
_GENITIVE = re.compile(r"(?:nın|nin|nun|nün|[^ş]?(?:ın|in|un|ün))\Z")
_CASED = re.compile(r"(?:nın|nin|nun|nün|ın|in|un|ün|[dt][aə]n?|ıb|ib|ub|üb)\Z")


def is_degree(gap: str) -> bool:
    """Whether nothing but degrees and titles, commas before them, stand between a post and a name.

    >>> is_degree(", texnika elmləri doktoru, professor "), is_degree(", "), is_degree(" ")
    (True, False, False)
    """
    at, told = 0, False
    while (match := _DEGREE.match(gap, at)) is not None:
        at, told = match.end(), True
    return told and not gap[at:].strip()


def is_said_to_be(sentence: Sentence, person: Mention) -> bool:
    """Whether a sentence ends with a name that a post before it is said to be held by: … yeni rektoru X Y-dır."""
    ended = re.search(r"d[ıiuü]r\Z", sentence.text[person.start : person.end]) is not None
    return ended and sentence.text[person.end : person.end + 1] in (".", ";", "")


def unit_words(sentence: Sentence, post: Post) -> set[int]:
    """The words before a post that name only a unit of a body: Nazirliyin [Yaradıcı sənayelər] şöbəsinin müdiri."""
    form = sentence.grammar.form(sentence.lowered, post.last_word, "posts")
    if form is None or form.entry.detail != "unit":
        return set()
    found: set[int] = set()
    at = post.first_word - 1
    while at >= 0 and post.first_word - at <= _MOST_UNIT_WORDS and not sentence.gap(at, at + 1).strip(" ,"):
        word = sentence.words[at]
        cased = _GENITIVE if word.is_capital else _CASED  # Enerji və Mədən Departamentinin müdiri
        if word.is_acronym or cased.search(word.lower) or (word.text.islower() and _is_verb(sentence, at)):
            break
        found.add(at)
        at -= 1
    capitals = [n for n in found if sentence.words[n].is_capital]
    return {n for n in found if capitals and n >= min(capitals)}


def field_before(sentence: Sentence, post: Post) -> set[int]:
    """The words before an Azerbaijani post that say over what it is: universitetin [Elmi işlər üzrə] prorektoru."""
    at = post.first_word - 1
    if sentence.grammar.code != "az" or at < 1 or sentence.lowered[at] != "üzrə":
        return set()
    found = {at}
    while at > 0 and post.first_word - at <= _MOST_UNIT_WORDS:
        gap, word = sentence.gap(at - 1, at).strip(), sentence.words[at - 1]
        joins = sentence.grammar.conjunctions.at(sentence.lowered, at - 1) is not None
        listed = gap == "," and sentence.words[at].text.islower()
        if (gap and not listed) or word.is_acronym or _is_owner(sentence, at - 1):
            break
        if not joins and (sentence.lowered[at - 1] in sentence.grammar.stops or _is_verb(sentence, at - 1)):
            break
        at -= 1
        found.add(at)
        if word.is_capital and not (at and sentence.grammar.conjunctions.at(sentence.lowered, at - 1) is not None):
            break
    return found


def _is_owner(sentence: Sentence, at: int) -> bool:
    """Whether a word is a body in the genitive, whose post follows: universitetin, Agentliyin."""
    word, grammar = sentence.words[at], sentence.grammar
    if not _CASED.search(word.lower):
        return False
    forms = (grammar.form(sentence.lowered, at, table) for table in ("heads", "references"))
    return word.is_capital or any(form is not None and form.case == "gen" for form in forms)


def _is_verb(sentence: Sentence, at: int) -> bool:
    return sentence.grammar.triggers.at(sentence.lowered, at) is not None
