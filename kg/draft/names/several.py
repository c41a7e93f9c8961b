"""What a plural says that several quoted names are: «X» və «Y» şirkətlərinin, компании «X» и «Y»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention

_SEVERAL = re.compile(r"([^\W\d_]{3,})l[aə]r[ıi](n[ıi]n|n[aə]|n[ıi]|nd[aə]n?|)")
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:және|мен|пен|бен|va|ва|hamda|ҳамда|və|ve))\s*")
_LISTED_IN_RUSSIAN = re.compile(r",? и |, ")
_PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер", "lar", "lər", "ler")
"""What the head of a list ends in, which says what each of its names is: «X» және «Y» компаниялары."""
_OF_MANY = re.compile(r"(?:[ыияа]|ов|ев|ей|ий|[ая]ми?|[ая]х|[^аеиоуыьйэюя])\Z")
"""What a Russian noun in the plural ends in; some in the nominative look like a genitive: компании."""
_ONE_OR_MANY = re.compile(r"[ыия]\Z")


def share_heads(sentence: Sentence, found: Sequence[Mention]) -> None:
    """Gives quoted names that are listed with one that has a head in the plural what this says that they are."""
    if sentence.grammar.code == "ru":
        for left, right in pairwise(found):
            if _is_listed_in_russian(sentence, left, right):
                right.class_name, right.head, right.confidence = left.class_name, left.head, 0.75
                if _ONE_OR_MANY.search(_head_word(sentence, left)) and left.case == "gen":
                    left.case = ""  # компании «X» и «Y»
                right.case = right.case or left.case
        return
    for left, right in zip(found[-2::-1], found[:0:-1], strict=True):
        gap = sentence.text[left.end : right.start]
        if not left.class_name and right.head.endswith(_PLURALS) and _LISTED.fullmatch(gap):
            left.class_name, left.head, left.confidence = right.class_name, right.head, 0.75


def share_plural_heads(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Gives Latin names without a head what a Russian plural before their list says: компании Alfa и Beta."""
    if sentence.grammar.code != "ru":
        return
    for left, right in pairwise(mentions):
        own = left.head and left.rule.startswith("head-")
        head = sentence.lowered[sentence.index_from(left.start)]
        if not own or right.rule != "capitals" or not right.name.isascii() or _OF_MANY.search(head) is None:
            continue
        latin = left.name.rpartition(" ")[2].isascii() and head.startswith(left.head.rstrip("*"))
        if latin and _LISTED_IN_RUSSIAN.fullmatch(sentence.text[left.end : right.start]) is not None:
            right.class_name, right.head, right.rule, right.confidence = left.class_name, left.head, left.rule, 0.75
            if _ONE_OR_MANY.search(head) and left.case == "gen":
                left.case = ""
            right.case = right.case or left.case


def _is_listed_in_russian(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Whether a quoted name without a head follows one whose head may be of both."""
    if right.rule != "quoted" or right.class_name or not left.class_name or not left.head:
        return False
    if _LISTED_IN_RUSSIAN.fullmatch(sentence.text[left.end : right.start]) is None:
        return False
    return left.rule == "quoted" or _OF_MANY.search(_head_word(sentence, left)) is not None


def _head_word(sentence: Sentence, mention: Mention) -> str:
    """The word right before the quotation marks of a name, in small letters."""
    opens = re.search(r"[«\"“„]", sentence.text[mention.start : mention.end])
    before = sentence.text[mention.start : mention.start + opens.start()].split() if opens is not None else []
    return before[-1].lower() if before else ""


def last_of_several(sentence: Sentence, at: int, start: int, name: str) -> Mention | None:
    """The last of several quoted names, where the word at `at` is the plural of a head; None for any other word."""
    grammar = sentence.grammar
    match = _SEVERAL.fullmatch(sentence.lowered[at]) if grammar.code == "az" and at < len(sentence.words) else None
    form = grammar.form([match[1]], 0, "heads") if match is not None else None
    if match is None or form is None or form.possessed or form.case:
        return None
    case = grammar.cases.get(match[2], "") if match[2] else ""
    return Mention(
        start, sentence.words[at].end, name, form.entry.name, grammar.code, "quoted-head", 0.85,
        (Reason.IN_QUOTATION_MARKS, Reason.BY_HEAD), case=case, head=f"{form.entry.words}lar",
    )  # fmt: skip


def lists_next(sentence: Sentence, at: int) -> bool:
    """Whether a word joins the capitals after it to the quoted name before it, as another of the same list."""
    joins = sentence.grammar.conjunctions.at(sentence.lowered, at) is not None and at + 1 < len(sentence.words)
    return joins and sentence.words[at + 1].is_capital and sentence.gap(at, at + 1) == " "
