"""Who is meant by a post alone in a Kazakh sentence, after its holder was named: облыс әкімі …, өңір басшысы …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.draft.language.families import in_family, stems
from kg.draft.names.people import is_title
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.references.implied import implied
from kg.draft.spans import Mention

_KINDS = ("head", "minister")
_HEAD = "басш"
"""The word that may stand for whatever head the words before it tell: өңір басшысы, оқу орнының басшысы."""
_MOST_TITLES = 3


@dataclass(frozen=True)
class KazakhHolder:
    """Somebody whose post was told, the last word of it, and the word for a region before that, if any."""

    word: str
    region: str
    person: Mention


def kazakh_holders(read: ReadSentence) -> Iterator[KazakhHolder]:
    """Those before whose names a Kazakh sentence tells their posts."""
    sentence = read.sentence
    for person in read.mentions if sentence.grammar.code == "kk" else ():
        first = sentence.index_from(person.start)
        if person.class_name != "Person" or person.is_reference or first >= len(sentence.words):
            continue
        for post in read.posts:
            between = range(post.last_word + 1, first)
            beside = post.end <= person.start and len(between) <= _MOST_TITLES
            if beside and all(is_title(sentence, at) for at in between):
                yield KazakhHolder(_word(read, post), _region(read, post), person)


def meant_by_posts(read: ReadSentence, told: Sequence[KazakhHolder]) -> Iterator[Mention]:
    """Those whom posts without a name beside them mean, as who does what the sentence tells."""
    for post in read.posts if told and read.sentence.grammar.code == "kk" else ():
        if post.kind not in _KINDS or not _stands_alone(read, post):
            continue
        body = next((m for m in read.mentions if 0 <= post.start - m.end <= 1), None)
        if body is not None and not body.is_reference:
            continue  # «Үркен» қорының төрағасы: perhaps another
        fits = [holder for holder in told if _fits(read, post, holder)]
        if fits and len({holder.person.entity for holder in fits}) == 1:
            person = fits[-1].person
            if all(m.entity != person.entity for m in read.mentions):
                yield from implied(read, person, "nom", post.start, post.end)


def _fits(read: ReadSentence, post: Post, holder: KazakhHolder) -> bool:
    """Whether a post alone may be that which was told: the region's head is its әкім, a school's its ректор."""
    word, region = _word(read, post), _region(read, post)
    if word.startswith(holder.word) or holder.word.startswith(word):
        return not region or not holder.region or region == holder.region
    if not word.startswith(_HEAD):
        return False
    before = read.sentence.lowered[post.first_word - 1] if post.first_word else ""
    first = read.sentence.lowered[post.first_word]
    grammar = read.sentence.grammar
    if region and region in ("өңір", "аймақ", holder.region):
        return in_family(holder.word, grammar, "head_of_region")
    if in_family(before, grammar, "ministry_word") or in_family(first, grammar, "ministry_word"):
        return holder.word == "министр"
    if in_family(before, grammar, "school_word") or in_family(first, grammar, "school_word"):
        return holder.word == "ректор"
    return False


def _word(read: ReadSentence, post: Post) -> str:
    """The last word of a post without its ending, some with a letter more: әкім, басш, басшы."""
    form = read.sentence.grammar.form(read.sentence.lowered, post.last_word, "posts")
    word = form.entry.words.split()[-1] if form is not None else read.sentence.lowered[post.last_word]
    return re.sub(r"с?[ыі]\Z", "", word)


def _region(read: ReadSentence, post: Post) -> str:
    """The word for a region that a post begins with, or that stands right before it."""
    sentence = read.sentence
    for at in (post.first_word, post.first_word - 1):
        if at >= 0 and in_family(sentence.lowered[at], sentence.grammar, "region_word"):
            return next(s for s in stems(sentence.grammar, "region_word") if sentence.lowered[at].startswith(s))
    return ""


def _stands_alone(read: ReadSentence, post: Post) -> bool:
    """Whether a post is the subject: in no case, no name, no post and no word for the chair behind it."""
    sentence, after = read.sentence, post.last_word + 1
    form = sentence.grammar.form(sentence.lowered, post.last_word, "posts")
    if form is None or form.case or after >= len(sentence.words):
        return form is not None and not form.case and _says_before(read, post)
    gap, word = sentence.gap(post.last_word, after), sentence.words[after]
    thing = any(m.class_name != "Person" and m.start <= word.start < m.end for m in read.mentions)
    if re.search(r"[-:(–—,]", gap) or (word.is_capital and not thing):
        return bool(re.search(r"[,–—]", gap)) and _says_before(read, post)
    before = sentence.gap(post.first_word - 1, post.first_word) if post.first_word else ""
    apposed = "," in before and any(m.class_name == "Person" and m.end <= post.start for m in read.mentions)
    joined = sentence.grammar.conjunctions.at(sentence.lowered, after) is not None
    taken = sentence.grammar.appoint.at(sentence.lowered, after) is not None
    office = in_family(word.lower, sentence.grammar, "office") or sentence.grammar.form(
        sentence.lowered, after, "posts"
    )
    return not (apposed or joined or taken or office or sentence.grammar.marks.at(sentence.lowered, after))


def _says_before(read: ReadSentence, post: Post) -> bool:
    """Whether a verb of saying stands right before a post: – деді министр."""
    at = post.first_word - 1
    while at > 0 and in_family(read.sentence.lowered[at], read.sentence.grammar, "region_word"):
        at -= 1
    return at >= 0 and read.sentence.grammar.reports.at(read.sentence.lowered, at) is not None
