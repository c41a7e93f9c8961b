"""What Kazakh names say of what stands beside them: whose a noun is, what is told in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Grammar
from kg.draft.language.words import Sentence
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention

_POSSESSED = re.compile(r"..(?:(?<![дт])[ыі]|(?<=[аеуыі])с[ыі])(?:н|на|не|нда|нде|нан|нен|мен|ның|нің)?\Z")
_POST_DASH = re.compile(r"(?<=[ыі])\s(?P<d>[–—-])\s(?:[\w.-]+\s){0,6}⟨")
"""The dash between two posts of a person, or between a post and the name: орынбасары – хатшы X."""

_MOST_QUALITIES = 3


@cache
def _no_body(grammar: Grammar) -> re.Pattern[str]:
    """What a quoted name is of that is no body: «Жеңіс» блогы, «Құрмет» ордені."""
    return re.compile(rf"[»”\"]? (?:атты |мемлекеттік |алтын |ұлттық )?(?:{'|'.join(stems(grammar, 'no_body'))})")


def tells_whose(sentence: Sentence, mention: Mention) -> bool:
    """Whether a country without a case, or a name that may be a place's, only says whose the noun after it is."""
    at, words = sentence.index_from(mention.end), sentence.words
    if _names_another(sentence, mention):
        return True
    post = sentence.grammar.form(sentence.lowered, at, "posts") if at < len(words) else None
    of_post = post is not None
    if post is not None and post.case == "gen" and mention.class_name == "ResearchOrganisation":
        return sentence.text[mention.end : words[at].start] == " "  # X университеті ректорының шақыруымен
    if mention.class_name == "Country" and of_post and sentence.text[mention.end : words[at].start] == " ":
        return True  # ҚР Президенті жанындағы
    if (
        not (mention.class_name == "Country" or _may_be_place(mention))
        or at >= len(words)
        or sentence.text[mention.end : words[at].start] != " "
    ):
        return False
    word = sentence.lowered[at]
    return words[at].text.islower() and _POSSESSED.search(word) is not None and (
        sentence.grammar.triggers.at(sentence.lowered, at) is None and not word.startswith("тарап")
    )  # fmt: skip


def _names_another(sentence: Sentence, mention: Mention) -> bool:
    """Whether a quoted name is that of the noun after it, which no body is: «Жеңіс» блогы, «Құрмет» ордені."""
    return mention.rule == "quoted" and _no_body(sentence.grammar).match(sentence.text, mention.end) is not None


def _may_be_place(mention: Mention) -> bool:
    """Whether nothing but the capital of a Kazakh word shows a name: Каспий өңірі, Алашаңқай бекеті."""
    return mention.rule == "capitals" and re.fullmatch(r"[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ-]+", mention.name) is not None


def take_asides(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes what a Kazakh sentence says in brackets of a name out of what the sentence tells."""
    for match in re.finditer(r"\(([^()]{3,120})\)", sentence.text[sentence.start : sentence.end]):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if any(word.text.islower() and start < word.start < end for word in sentence.words):
            for mention in mentions:
                mention.inner = mention.inner or (start < mention.start and mention.end < end)
    for left, right in pairwise(mentions):
        both = left.class_name == right.class_name == "Country"
        if both and re.fullmatch(r"[-–]", sentence.text[left.end : right.start]) and right.mark == "nom":
            left.inner = right.inner = True  # Қазақстан-Қытай орталығы
        elif left.class_name == "Country" and left.mark == "of" and right.class_name not in PLACES:
            gap = sentence.text[left.end : right.start].split()
            left.inner = len(gap) == 1 and gap[0].endswith(("ның", "нің"))  # Германия экономикасының комитеті


def without_post_dashes(text: str, mentions: Sequence[Mention]) -> str:
    """A text with commas for the dashes between two posts of a person, or between a post and the name."""
    for person in mentions:
        if person.class_name == "Person" and person.start < person.end:
            text = f"{text[: person.start]}⟨{text[person.start + 1 :]}"
    return _POST_DASH.sub(lambda dash: dash[0].replace(dash["d"], ","), text)


def take_qualities(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes to a Kazakh body the adjectives right before it: «X» қоры мен жергілікті «Y» компаниясы."""
    taken = [(m.start, m.end) for m in mentions]
    for mention in mentions:
        if mention.is_reference or mention.class_name in (*PLACES, "Person") or mention.rule == "described":
            continue
        at = sentence.index_from(mention.start)
        first = at
        while first > 0 and at - first < _MOST_QUALITIES and _is_quality(sentence, first - 1, mention.start):
            word = sentence.words[first - 1]
            if any(start <= word.start < end for start, end in taken):
                break
            first -= 1
        if first < at:
            mention.begins = sentence.words[first].start


def _is_quality(sentence: Sentence, at: int, start: int) -> bool:
    """Whether a small word before a body only says of what sort it is, or where from."""
    after = sentence.words[at + 1].start if at + 1 < len(sentence.words) else start
    if sentence.text[sentence.words[at].end : min(after, start)].strip(' «"“'):
        return False
    return sentence.words[at].text.islower() and in_family(sentence.lowered[at], sentence.grammar, "quality")
