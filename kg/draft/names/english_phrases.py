"""What stands about an English name and says what it is: the Danish firm X; X, a drone maker based in Tbilisi."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.draft.language.words import Sentence
from kg.draft.names.known import is_demonym
from kg.draft.posts.post_words import Post, field_words, posts
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention

_OPENS = frozenset({"the", "a", "an", "its", "their", "another", "fellow", "both", "our", "other"})
_MOST_BEFORE = 7
_TOLD_OF = ("nom", "participation", "by", "with", "between")
_LONGEST_POST = 150
_OF_OTHER = re.compile(r", (?:an?|the|its) [^,;:.]{3,60} (?:of|by|under|to|from|in|at|with) (?:the )?")
_ACRONYM = re.compile(r" ?\([A-Z][\w-]{1,11}\)")
_TITLES = re.compile(r"\b(?:Prof|Dr|Mr|Ms|Mrs|Assoc|Acad|Hon)\.")
_CLAUSE = re.compile(
    r", (?:(?:for|under|in|on|to|with|by|from) which|which|who|that|whose|where) "
    r"[^,;:.()“”\n]{3,140}(?=, (?!and |or |but )[a-z])"
)
_BRACKETS = re.compile(r" \((?:the |a |an |as |since )?[a-z][^()\n]{2,60}\)")
_UNDER = re.compile(
    r"(?:, (?:an agency |a body |a department |operating |working |acting |which is )?)? ?under (?:the )?"
)
_POST_BEFORE = re.compile(r", (?:(?:the|a|an|its|their|one of the|also|and|[a-z]+) ){0,3}")
_COMMA, _CLOSED, _NEAR_COUNTRY = re.compile(r",\s?"), re.compile(r"[,;.)\n]|$| and "), 8
_POST_BRACKET = re.compile(r" \([^()\n]{4,90}\)")
_TO_COMMA = re.compile(r"[^,;:.()\n“”\"?!]{2,120}(?=,)")
ASIDE = re.compile(
    r", (?:also |now |itself |both |formerly |another |one of )*"
    r"(?:(?:an?|the|its|their|of|from|based|headquartered|located|situated|registered|incorporated|home-grown|founded|"
    r"established|set up)\b)(?:(?! (?:with (?:which|whom)|which|that|who|whose|where|whom)\b)[^,;:.()\n“”\"?!]){2,90}"
    r"(?=[,;:.)?!\n]|$| (?:with (?:which|whom)|which|that|who|whose|where)\b)"
)
"""What is said of a name between commas."""


def take_openings(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Notes where the words begin that only say what a name is."""
    told = posts(sentence) if any(m.class_name == "Person" for m in mentions) else []
    for mention in mentions:
        if mention.class_name not in ("Topic", *PLACES) and mention.start < mention.end:
            mention.begins = _first(sentence, mention, mentions)
            if mention.class_name == "Person" and mention.begins < 0:
                mention.begins = _first_of_post(sentence, mention, mentions, told)


def _first_of_post(sentence: Sentence, mention: Mention, mentions: Sequence[Mention], told: Sequence[Post]) -> int:
    """Where the words begin that tell the post of a person after them: the rector of A University B; -1 for none."""
    before = [post for post in told if 0 <= mention.start - post.end < _LONGEST_POST]
    gap = sentence.text[before[-1].end : mention.start] if before else "."
    gap = _TITLES.sub("", _ACRONYM.sub("", gap))
    apart = (
        before and before[-1].kind == "minister" and re.fullmatch(r"[^,]*, ", _plain_fields(sentence, before[-1], gap))
    )
    if re.search(r"[.;:()“”\"]", gap) or ("," in _plain_fields(sentence, before[-1], gap) and not apart):
        return -1
    between = [m for m in mentions if before[-1].end <= m.start < mention.start]
    if any(m.class_name == "Person" for m in between):
        return -1
    for body in between:
        body.inner = True
    at = sentence.index_from(before[-1].start)
    whose = next((m for m in mentions if 0 <= before[-1].start - m.end <= 1 and m.class_name != "Person"), None)
    if whose is not None and whose.start < whose.end:  # ITU Secretary-General X
        whose.inner = True
        at = sentence.index_from(whose.start)
    opened = (
        at > 0
        and sentence.lowered[at - 1] in ("the", "its", "their", "a", "an")
        and not sentence.gap(at - 1, at).strip()
    )
    return sentence.words[at - 1].start if opened else sentence.words[at].start


def _plain_fields(sentence: Sentence, post: Post, gap: str) -> str:
    """What stands between a post and a person, without the words that say of what somebody is minister."""
    fields = field_words(sentence, [post])
    return sentence.text[sentence.words[max(fields)].end : post.end + len(gap)] if fields else gap


def _take_superiors(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes the body under which another stands right after it as a part of what is said of that: A under B and C."""
    for left, right in pairwise(mentions):
        bodies = not {left.class_name, right.class_name} & {"Person", "Event", "Meeting", "Topic", *PLACES}
        if not bodies or left.is_reference or right.mark != "under" or right.start >= right.end:
            continue
        if _UNDER.fullmatch(sentence.text[left.end : right.start]):
            left.ends, right.inner = right.end, True


def _take_brackets(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> None:
    """Takes small words in brackets after a name as a part of what is said of it: Jordan (the host country), Oman."""
    told = _BRACKETS.match(sentence.text, mention.end, sentence.end)
    if told is not None and not any(mention.end <= m.start < told.end() for m in mentions):
        mention.ends = max(mention.ends, told.end())


def _take_clauses(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes the names of a relative clause between commas as its own: X, which runs Y in Z, signed …"""
    for mention in mentions:
        if mention.start >= mention.end or mention.inner:
            continue
        clause = _CLAUSE.match(sentence.text, mention.end, sentence.end)
        if clause is None:
            continue
        for inside in mentions:
            if clause.start() <= inside.start < clause.end() and inside.class_name != "Person":
                inside.clause = clause.span()


def take_phrases(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Notes how far the words reach that only say what a name is; places among them act no more."""
    _take_superiors(sentence, mentions)
    _take_clauses(sentence, mentions)
    told = posts(sentence) if any(m.class_name == "Person" for m in mentions) else []
    _take_countries(sentence, mentions)
    for at, mention in enumerate(mentions):
        _take_brackets(sentence, mention, mentions)
        if mention.class_name == "Person" and not mention.is_reference and mention.mark in _TOLD_OF:
            _take_post(sentence, mention, mentions, told)
        if mention.class_name in ("Topic", *PLACES) or mention.start >= mention.end:
            continue
        if mention.ends > mention.end:
            continue
        after = ASIDE.match(sentence.text, mention.end, sentence.end) if not mention.is_reference else None
        if after is None:
            continue
        inside = [m for m in mentions[at + 1 :] if m.start < after.end()]
        others = [m for m in inside if m.class_name not in PLACES]
        if mention.class_name == "Person" and others:
            continue
        if len(others) > 1 or (others and not _is_of_other(sentence, mention, others[0], after.end())):
            continue
        if _is_clause(sentence, after) and not others:
            continue
        mention.ends = after.end()
        following = mentions[at + 1 + len(inside)] if at + 1 + len(inside) < len(mentions) else None
        if following is not None and inside and _is_of_city(sentence, inside[-1], following):
            mention.ends = following.end  # headquartered in Kutaisi, Georgia
            inside = [*inside, following]
        for place in inside:
            place.inner = True


def _is_of_city(sentence: Sentence, city: Mention, country: Mention) -> bool:
    """Whether a country stands right after a town and a comma, and says where that is."""
    beside = city.class_name == "City" and country.class_name == "Country"
    return beside and _COMMA.fullmatch(sentence.text[city.end : country.start]) is not None


def _take_countries(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes a country after a comma as a part of what is said of a body, if no other follows: X, Mexico, and Y."""
    for at, (left, right) in enumerate(pairwise(mentions)):
        body = left.head and left.class_name not in ("Person", "Topic", "GovernmentBody", *PLACES)
        if not body or right.class_name != "Country" or not _COMMA.fullmatch(sentence.text[left.end : right.start]):
            continue
        after = mentions[at + 2] if at + 2 < len(mentions) else None
        follows = after is not None and after.class_name == "Country" and after.start - right.end < _NEAR_COUNTRY
        if not follows and _CLOSED.match(sentence.text, right.end):
            left.ends, right.inner = max(left.ends, right.end), True


def _take_post(sentence: Sentence, person: Mention, mentions: Sequence[Mention], told: Sequence[Post]) -> None:
    """Takes a post between commas after a person as a part of what is said of them: X, founder of Y, established Z."""
    post = next((p for p in told if p.start >= person.end), None)
    bracket = _POST_BRACKET.match(sentence.text, person.end, sentence.end)
    if post is not None and bracket is not None and post.end <= bracket.end():
        person.ends = max(person.ends, bracket.end())
        for body in (m for m in mentions if person.end < m.start < bracket.end()):
            body.inner = True
        return
    if post is None or not _POST_BEFORE.fullmatch(sentence.text[person.end : post.start]):
        return
    after = _TO_COMMA.match(sentence.text, post.end, sentence.end)
    inside = [m for m in mentions if after is not None and post.end <= m.start < after.end()]
    if after is None or any(m.class_name == "Person" for m in inside):
        return
    person.ends = max(person.ends, after.end() + 1)  # with the comma
    for body in inside:
        body.inner = True


def _is_of_other(sentence: Sentence, mention: Mention, other: Mention, end: int) -> bool:
    """Whether what stands between commas ends with whose or under whom it is: a body run by the Ministry."""
    return other.end == end and _OF_OTHER.fullmatch(sentence.text[mention.end : other.start]) is not None


def _is_clause(sentence: Sentence, after: re.Match[str]) -> bool:
    """Whether what stands after a comma goes on after it as one more of a list: X, the programme and …"""
    text = after[0]
    return re.search(r"\band\b (?:the )?[A-Z]", text) is not None or text.count(" and the ") > 0


def _first(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> int:
    """Where the words begin that say what a name is: the insurer X, Tashkent-based logistics startup X."""
    words = sentence.words
    index = sentence.index_from(mention.start)
    first = index
    while first > 0 and index - first < _MOST_BEFORE:
        at = first - 1
        if sentence.gap(at, at + 1).strip(' "“«-'):
            break
        word = words[at]
        inside = next((m for m in mentions if m.start <= word.start < m.end), None)
        if inside is not None:
            of_state = inside.class_name == "Country" and mention.class_name == "GovernmentBody"
            if inside.class_name not in PLACES or (first == index and inside.case != "gen" and not of_state):
                break
        elif word.lower in _OPENS:
            return word.start
        elif word.is_capital:
            if not is_demonym(word.lower, "en"):
                break
        elif (first == index and not _may_describe(sentence, at) and not is_demonym(word.lower, "en")) or _is_small(
            sentence, at
        ):
            break
        first = at
    return words[first].start if first < index else -1


def _may_describe(sentence: Sentence, at: int) -> bool:
    """Whether a word may stand right before a name to say what it is: firm, -based."""
    hyphened = at > 0 and sentence.gap(at - 1, at) == "-"
    return sentence.lowered[at] in sentence.grammar.sorts or hyphened


def _is_small(sentence: Sentence, at: int) -> bool:
    """Whether a word is no noun or adjective that says what something is."""
    grammar, lowered = sentence.grammar, sentence.lowered
    word = lowered[at]
    if word in grammar.sorts or "-" in sentence.text[sentence.words[at].end : sentence.words[at].end + 1]:
        return False
    return (
        word in grammar.connectors
        or grammar.conjunctions.at(lowered, at) is not None
        or grammar.marks.at(lowered, at) is not None
        or grammar.triggers.at(lowered, at) is not None
        or word in grammar.stops
    )
