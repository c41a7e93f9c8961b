"""The items of a sentence that may be related: what it names, the posts it tells, and what it only describes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from kg.draft.language.adpositions import mark_after, mark_before
from kg.draft.language.grammar import Form
from kg.draft.language.months import tells_week
from kg.draft.language.words import Sentence
from kg.draft.pairs.terms import Terms
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.references.descriptions import describe
from kg.draft.spans import Mention

_BY_CASE = {"": "nom", "ins": "by", "prep": "in"}
_MAY_BE = {
    "capitals": ("Person", "City", "Network", "Event", "Programme"),
    "english-head": ("Network", "Event", "Programme"),
    "quoted": ("Network", "Event", "Programme"),
    "quoted-head": ("Network", "Programme"),
}
"""The classes that a thing may have instead, by the rule that read its name."""
_PLAIN = re.compile(r"[^\W\d_][^\W\d_A-ZА-ЯЁ]+(?: [^\W\d_][^\W\d_A-ZА-ЯЁ]+)+")
"""Two words or more in small letters but for the first: a person's name more often than an event's."""
_TABLES = ("heads", "agreements")


@dataclass(frozen=True, eq=False, slots=True)
class Item:
    """Something that may be an end of a relation, where it stands in the text."""

    key: str
    """The id of the thing; of a post and of what is only described, one of this place."""
    classes: tuple[str, ...]
    """Its class, and those that it may have instead where that was guessed."""
    sort: str
    """The class by which items are weighed: Person, Organisation, Event …"""
    start: int
    end: int
    kind: str
    """mention, made (by a rule that reads agreements or gatherings), described or post."""
    mention: Mention | None = None
    post: Post | None = None


def snapshot(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of a sentence as they were read, before rules take some for parts of others."""
    return [copy(mention) for mention in mentions]


def items(read: ReadSentence, named: Sequence[Mention], made: Iterable[Mention], terms: Terms) -> list[Item]:
    """The items of a sentence in the order of its text; `named` are its mentions, `made` what rules found in it."""
    sentence = read.sentence
    found = [_of(m, "mention", terms) for m in named if m.entity and _stands_in(m, sentence)]
    keys = {item.key for item in found}
    new = [m for m in made if m.entity not in keys and m.class_name != "Post" and _stands_in(m, sentence)]
    found += [_of(m, "made", terms) for m in new]
    spans = [(m.start, m.end) for m in (*named, *new) if m.start < m.end] + [(p.start, p.end) for p in read.posts]
    found += [_of(m, "described", terms, f"described@{m.start}") for m in _described(sentence, named, spans)]
    found += [Item(f"post@{p.start}", ("Post",), "Post", p.start, p.end, "post", None, p) for p in read.posts]
    return sorted(found, key=lambda item: (item.start, item.end))


def _of(mention: Mention, kind: str, terms: Terms, key: str = "") -> Item:
    classes = (mention.class_name, *_instead(mention))
    sort = terms.sort(mention.class_name)
    return Item(key or mention.entity, classes, sort, mention.start, mention.end, kind, mention)


def _instead(mention: Mention) -> tuple[str, ...]:
    """The classes that a thing may have where its own was guessed, since only capitals or quotation marks name it."""
    if mention.known or mention.is_reference or mention.class_name not in ("Organisation", "InternationalOrganisation"):
        return ()
    if mention.head:
        return ("Network",)  # a league, a union: others join it
    may_be = _MAY_BE.get(mention.rule, ())
    if mention.rule == "capitals" and _PLAIN.fullmatch(mention.name):
        return tuple(name for name in may_be if name != "Event")  # Domiziano Mostacci; but GITEX
    return may_be


def _stands_in(mention: Mention, sentence: Sentence) -> bool:
    return sentence.start <= mention.start < mention.end <= sentence.end


def _described(sentence: Sentence, named: Sequence[Mention], taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """What the words of a sentence describe outside of names and posts: a laboratory, the signing ceremony."""
    found: list[tuple[int, int, Form]] = []
    for index, word in enumerate(sentence.words):
        if (
            any(start < word.end and word.start < end for start, end in taken)
            or not (word.text[0].islower() or index == 0)
            or tells_week(sentence.lowered, index)
        ):
            continue
        forms = [form for table in _TABLES if (form := sentence.grammar.form(sentence.lowered, index, table))]
        if not forms:
            continue
        form = max(forms, key=lambda each: each.entry.length)
        first = index - form.entry.length + 1
        if first < 0:
            continue
        if found and found[-1][1] >= first:
            found.pop()
        found.append((first, index, form))
    for first, index, form in found:
        mention = describe(sentence, first, index, form, named)
        told = mark_after(sentence, mention) if sentence.grammar.verb_last else mark_before(sentence, mention)
        mention.mark = told or _BY_CASE.get(mention.case, mention.case)
        yield mention
