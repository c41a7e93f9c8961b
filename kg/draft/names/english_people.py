"""What stands before an English capital word and says whether a person's name begins with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence, Word
from kg.draft.names.heads import Owner, is_work
from kg.draft.posts.english_plurals import of_several
from kg.draft.posts.post_words import Post
from kg.draft.spans import Mention

_TWO_NAMES, _LISTED = re.compile(r"[^\W\d_][^\W\d_A-Z]+ [^\W\d_][^\W\d_A-Z]+"), re.compile(r",? and |, ")

_PERSON, _FAR, _SYLLABLE, _FAR_POST, _TWO, _THREE = 2, 14, 6, 8, 2, 3
_BODY_BETWEEN = re.compile(r" (?:of|at|for|in) (?:the )?[A-Z](?:[^,;:.]|(?<=[A-Z])\.)*, ")
_CLOSES = re.compile(r",(?! (?:and|or) [A-Z])")
_SURNAMES = frozenset({"You", "So", "No", "An", "In", "On", "Do", "My", "Her", "Low", "Long", "Many", "Yet"})
"""Words of grammar that are surnames before given names of one syllable each."""
_COMES_TO_POST = re.compile(
    r" (?:(?:has|have|had|was|is|will|been|be|also|recently|officially|now) )*(?:appointed|named|elected|re-elected|"
    r"promoted|reappointed|sworn in|(?:takes?|took|taken) (?:over|up|office)|succeeds?|succeeded|replaces?|replaced|"
    r"becomes?|became|serves?|served|steps?|stepped|assumes?|assumed|joins?|joined)\b"
    r"(?=[^,.;]* (?:as|the|its|from|for) )"
)
"""What says after a name that its bearer comes into a post."""
_LEAVES = re.compile(r"(?:succeed|replac|follow)(?:s|es|ed|ing)?")
"""What says before a name that its bearer had the post before."""
_OF_NAMES = frozenset({"of", "the", "under", "and", "for", "at", "in", "on", "s"})
_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "sir", "madam", "madame"})
"""What stands before English surnames alone, and before nothing but people."""


def is_addressed(sentence: Sentence, at: int) -> bool:
    """Whether a word of address before an English surname tells that it is a person's: Mr Kim."""
    return sentence.grammar.code == "en" and at > 0 and sentence.lowered[at - 1] in _ADDRESS


def is_second_half(sentence: Sentence, at: int) -> bool:
    """Whether a hyphen joins a capital word to the one before it."""
    return at > 0 and sentence.gap(at - 1, at) == "-" and sentence.words[at - 1].is_capital


def after_title(sentence: Sentence, at: int) -> bool:
    """Whether an English word of address stands right before a capital word: Ms. Park Sunjin."""
    told = sentence.grammar.code == "en" and at > 0 and sentence.lowered[at - 1] in ("mr", "ms", "mrs", "dr", "prof")
    return told and sentence.gap(at - 1, at).strip() in ("", ".")


def is_surname_first(sentence: Sentence, at: int) -> bool:
    """Whether a word that is mostly of grammar is a surname: Prof Low Teck Seng; and You Sang Ho, Minister of Trade.

    Without a title it stands within a sentence, and two short capital words follow it.
    """
    if after_title(sentence, at):
        return True
    words, given = sentence.words, sentence.words[at + 1 : at + 3]
    if sentence.grammar.code != "en" or at == 0 or len(given) < _PERSON or words[at].text not in _SURNAMES:
        return False
    beside = all(sentence.gap(n - 1, n) in (" ", "-") for n in (at + 1, at + 2))
    short = all(word.text.isalpha() and len(word.text) <= _SYLLABLE for word in given)
    return beside and short and given[0].is_capital and sentence.gap(at - 1, at) in (" ", ", ")


def is_cried_surname(sentence: Sentence, at: int) -> bool:
    """Whether a surname in capitals stands between a title and a given name: Dr. ZHAO Feng."""
    words = sentence.words
    if not after_title(sentence, at) or at + 1 >= len(words) or not words[at].text.isalpha():
        return False
    given = words[at + 1].text
    return given[0].isupper() and given[1:].islower() and sentence.gap(at, at + 1) == " "


def opens_person(sentence: Sentence, at: int) -> bool:
    """Whether a word that is a head elsewhere is a surname before a given name: Ambassador Park Jisun; Ms. Park."""
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    if grammar.code != "en" or at >= len(words) or after_title(sentence, at):
        return grammar.code == "en" and at < len(words)
    if not in_family(lowered[at], grammar, "head_or_surname") or at + 1 >= len(words):
        return False
    given = words[at + 1]
    if at == 0 and not (_COMES_TO_POST.match(sentence.text, given.end) or _has_post_after(sentence, at + 1)):
        return False
    plain = given.is_capital and given.text[1:].islower() and sentence.gap(at, at + 1) == " " and words[at].is_capital
    plain = plain and grammar.form(lowered, at + 1, "heads") is None and not in_family(given.lower, grammar, "no_given")
    after_post = at > 0 and grammar.form(lowered, at - 1, "posts") is not None
    after_post = after_post or (at > 0 and of_several(sentence, at - 1) is not None)  # Directors Park Jisun and …
    after_post = after_post or at == 0 or lowered[at - 2 : at - 1] in (("to",), ("of",))
    return plain and (after_post or not words[at - 1].is_capital or bool(sentence.gap(at - 1, at).strip()))


def _has_post_after(sentence: Sentence, last: int) -> bool:
    """Whether a comma and a post follow a word: Park Jisun, vice-rector of X."""
    if sentence.gap(last, last + 1) != ", " if last + 1 < len(sentence.words) else True:
        return False
    ahead = range(last + 1, min(last + 5, len(sentence.words)))
    return any(sentence.grammar.form(sentence.lowered, n, "posts") is not None for n in ahead)


def owns(sentence: Sentence, at: int) -> bool:
    """Whether an English word is a genitive that ends a name: Zorvex's John Leaker; but Lloyd's Register."""
    base = re.fullmatch(r"(.+)['’]s", sentence.words[at].text) if sentence.grammar.code == "en" else None
    return base is not None and not in_family(base[1].lower(), sentence.grammar, "owner_in_name")


def holder_after_body(sentence: Sentence, at: int, run: Sequence[Word]) -> Sequence[Word]:
    """The words of a run of capitals that name a post's holder after the body: founder of Tern Innovation Anna Berg."""
    told = sentence.grammar.code == "en" and len(run) > _PERSON and at > 1 and sentence.lowered[at - 1] in ("of", "at")
    post = told and sentence.grammar.form(sentence.lowered, at - 2, "posts") is not None
    return run[-_PERSON:] if post and run[-_PERSON].lower in sentence.grammar.given else ()


def is_unit(sentence: Sentence, at: int) -> bool:
    """Whether an English word is one for a unit of a body: the Innovation Unit."""
    return sentence.grammar.code == "en" and in_family(sentence.lowered[at], sentence.grammar, "unit_of_body")


def is_named_as(sentence: Sentence, first: int, last: int, firsts: list[int]) -> bool:
    """Whether an English verb of naming and a post stand about a name: elected X as its chair; X becomes its rector."""
    grammar = sentence.grammar
    verb = first > 0 and grammar.appoint.at(sentence.lowered, first - 1) is not None
    if verb and any(last < post <= last + 5 for post in firsts):
        return True
    if (
        first > 0
        and _LEAVES.fullmatch(sentence.lowered[first - 1])
        and sentence.lowered[last + 1 : last + 2] == ("as",)
    ):
        return last > first
    comes = last > first and _COMES_TO_POST.match(sentence.text, sentence.words[last].end) is not None
    return comes and any(last < post <= last + _FAR for post in firsts)


def is_chain(sentence: Sentence, inside: range) -> bool:
    """Whether nothing but names and the small words of names stand between a post and its holder."""
    return all(sentence.words[n].is_capital or sentence.lowered[n] in _OF_NAMES for n in inside)


def people_in_lists(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes two plain capital words that a list joins to a person for one, too: by Anna Kim, Ivar Siimar and …"""
    if sentence.grammar.code != "en":
        return
    ordered = sorted(mentions, key=lambda m: m.start)
    for left, right in [*pairwise(ordered), *pairwise(reversed(ordered))]:
        first, second = sorted((left, right), key=lambda m: m.start)
        if left.class_name != "Person" or right.rule != "capitals" or right.class_name == "Person":
            continue
        named = _TWO_NAMES.fullmatch(right.name) is not None
        if named and _LISTED.fullmatch(sentence.text[first.end : second.start]):
            right.class_name, right.rule = "Person", "person"


def is_of_firm(sentence: Sentence, at: int) -> bool:
    """Whether an English word in small letters right before a name says what body it is: CEO of the firm X."""
    before = sentence.words[at - 1].text if at and sentence.grammar.code == "en" else ""
    return before.islower() and before in sentence.grammar.sorts


def is_sent_to(sentence: Sentence, at: int, owner: Owner) -> bool:
    """Whether a country is that to which somebody is sent, whose name follows it: Ambassador to Pakistan Park Jisun."""
    country, words = owner(at), sentence.words
    if country is None or country.class_name != "Country" or at < 2:
        return False
    first = sentence.index_from(country.start)
    after = sentence.index_from(country.end)
    if sentence.lowered[first - 1] == "of" and opens_person(sentence, after):
        return True  # the Minister of Trade of Korea Park Minho
    sent = sentence.lowered[first - 1] == "to" or sentence.lowered[first - 2 : first] == ("to", "the")
    posts_before = range(max(0, first - _FAR_POST), first)
    named = after < len(words) and words[after].is_capital and sentence.gap(after - 1, after) == " "
    return sent and named and any(in_family(sentence.lowered[n], sentence.grammar, "sent_post") for n in posts_before)


def stands_behind_body(sentence: Sentence, told: Sequence[Post], at: int, last: int) -> bool:
    """Whether a name stands between commas behind a post and its body: Rector of X, Torvald Brenk, spoke."""
    words = sentence.words
    plain = all(word.text[1:].islower() and word.text.isalpha() for word in words[at : last + 1])
    if sentence.grammar.code != "en" or not plain or not _TWO <= last + 1 - at <= _THREE:
        return False
    if (
        any(is_work(sentence.lowered[n]) for n in range(at, last + 1))
        or _CLOSES.match(sentence.text, words[last].end) is None
    ):
        return False
    return any(
        not post.is_many and _BODY_BETWEEN.fullmatch(sentence.text, post.end, words[at].start) is not None
        for post in told
        if post.last_word < at <= post.last_word + _FAR
    )
