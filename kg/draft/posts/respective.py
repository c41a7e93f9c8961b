"""Posts of several people, each in a body of his own: the presidents of A and B, P and Q; A və B nazirləri P və Q."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.draft.language.words import Sentence
from kg.draft.names.turkic_shared import PLURAL, possessed
from kg.draft.posts.held_posts import ToldPost, held
from kg.draft.posts.known_posts import KnownPosts
from kg.draft.posts.russian_posts import nominative_post
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_JOINED = re.compile(r"(?:[’'-]?[^\W\d_]{0,5})?(?:,|,?\s(?:and|и|a|və|ve|va|ва|мен|бен|пен|және|hamda))\s(?:the )?")
_BEFORE_PEOPLE = re.compile(r",? |,? [—–-] |: ")
_ENDS_RU = (("ы", ""), ("и", ""), ("и", "ь"), ("ы", "а"), ("а", ""), ("я", "ь"))
_ENDS_EN = (("ies", "y"), ("s", ""))
_FIELDS = re.compile(r" (?:и|and|, )\b")
"""What lists fields, of which each may have a minister of its own."""
_LEAST, _MOST_WORDS = 2, 5


def respective(
    read: ReadSentence, schema: Schema, things: Mapping[str, Mention], known: KnownPosts
) -> Iterator[tuple[Relation, Mention | None]]:
    """The rows of posts that a sentence tells in the plural of as many bodies as people."""
    people = [m for m in read.mentions if m.class_name == "Person" and not m.is_reference and m.start < m.end]
    for listed in _lists(read, people):
        bodies = _bodies_of(read, listed[0].start, len(listed), schema)
        told = _post(read.sentence, bodies, listed[0].start) if bodies else None
        if told is None or (len(bodies) == 1 and _FIELDS.search(told[3][0]) is not None):
            continue
        if len(bodies) == 1:  # the vice-rectors of A, P and Q
            bodies, told = bodies * len(listed), (*told[:3], told[3] * len(listed))
        kind, start, end, names = told
        for person, body, name in zip(listed, bodies, names, strict=True):
            post = ToldPost(kind, start, end, name, False)
            yield from held(read, person, post, body, schema, things, known)
        for body in bodies:
            body.inner = True


def _lists(read: ReadSentence, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Those of some mentions that are listed, two or more together."""
    found: list[list[Mention]] = []
    for mention in mentions:
        gap = read.sentence.text[found[-1][-1].end : mention.start] if found else "."
        if found and _JOINED.fullmatch(gap) is not None:
            found[-1].append(mention)
        else:
            found.append([mention])
    return [each for each in found if len(each) >= _LEAST]


def _bodies_of(read: ReadSentence, before: int, many: int, schema: Schema) -> list[Mention]:
    """The last of as many listed bodies or countries before a place of the text."""
    bodies = [
        m for m in read.mentions
        if m.end <= before and (m.class_name == "Country" or schema.is_a(m.class_name, "Organisation"))
    ]  # fmt: skip
    lists = _lists(read, bodies)
    if not lists or lists[-1][-1] is not bodies[-1]:
        return bodies[-1:] if read.sentence.grammar.code in ("ru", "en") else []
    return lists[-1] if len(lists[-1]) == many else []


def _post(sentence: Sentence, bodies: Sequence[Mention], people: int) -> tuple[str, int, int, list[str]] | None:
    """The kind of the post that stands beside some bodies in the plural, where it stands, and its name for each."""
    own = [" ".join(sentence.text[body.start : body.end].split()) for body in bodies]
    if sentence.grammar.verb_last:
        return _post_after(sentence, bodies[-1].end, people, own)
    if _BEFORE_PEOPLE.fullmatch(sentence.text[bodies[-1].end : people]) is None:
        return None
    return _post_before(sentence, bodies[0].start, own)


def _post_after(
    sentence: Sentence, end: int, people: int, own: Sequence[str]
) -> tuple[str, int, int, list[str]] | None:
    """The Turkic post between bodies and people: … xarici işlər nazirləri P və Q."""
    code, last = sentence.grammar.code, sentence.index_from(people) - 1
    plural = PLURAL[code].fullmatch(sentence.lowered[last]) if last >= 0 and code in PLURAL else None
    first = sentence.index_from(end)
    if plural is None or plural[2] or not 0 <= last - first < _MOST_WORDS:
        return None
    base = plural[1]
    form = sentence.grammar.form([*sentence.lowered[first:last], base], last - first, "posts")
    form = form or sentence.grammar.form([base + possessed(base, code)[len(base) :]], 0, "posts")
    inside = sentence.text[end : sentence.words[last].start]
    if form is None or re.search(r"[,.;:()]", inside) is not None:
        return None
    field = " ".join(word.text for word in sentence.words[first:last])
    head = possessed(sentence.words[last].text[: len(base)], code)
    names = [" ".join(filter(None, (each, field, head))) for each in own]
    return form.entry.name, sentence.words[first].start, sentence.words[last].end, names


def _post_before(sentence: Sentence, start: int, own: Sequence[str]) -> tuple[str, int, int, list[str]] | None:
    """The Russian or English post before bodies: министры иностранных дел A и B, the foreign ministers of A and B."""
    last = sentence.index_from(start) - 1
    english = sentence.grammar.code == "en"
    while english and last > 0 and sentence.lowered[last] in ("the", "of"):
        last -= 1
    for at in range(last, max(-1, last - _MOST_WORDS), -1):
        for ending, put in _ENDS_EN if english else _ENDS_RU:
            word = sentence.lowered[at]
            single = word[: -len(ending)] + put
            form = (
                sentence.grammar.form([single], 0, "posts") if word.endswith(ending) and len(single) > _LEAST else None
            )
            if form is None or form.entry.words.rstrip("*") == word:
                continue
            begin, place = sentence.words[at].start, sentence.words[at]
            rest = sentence.text[place.end : start]
            if re.search(r"[,.;:()]", rest) is not None or (not rest.strip() and english):
                return None
            if english and not rest.startswith((" of ", " for ", " at ", " from ")):
                return None  # speakers included the head of A, P, and Q
            if english:
                while at and sentence.lowered[at - 1] in ("foreign", "prime", "deputy", "vice", "first"):
                    at -= 1
                whole = sentence.text[sentence.words[at].start : place.start] + single
                names = [f"{whole}{rest}{each}" for each in own]
                return form.entry.name, sentence.words[at].start, start, names
            whole = " ".join(nominative_post([single]))
            return form.entry.name, begin, start, [f"{whole}{' '.join(['', *rest.split(), each])}" for each in own]
        if sentence.words[at].is_capital and not english:
            break
    return None
