"""Who is meant by a post alone in an Azerbaijani sentence, after its holder was named: Rektor bildirib; X-in sədri."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.draft.language.families import in_family
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.references.implied import implied
from kg.draft.spans import Mention

_MARKS = {"": "nom", "with": "with"}
_KINDS = ("head", "minister")


@dataclass(frozen=True)
class Holder:
    """Somebody whose post was told, and the word for it."""

    word: str
    person: Mention


def holders_told(read: ReadSentence) -> Iterator[Holder]:
    """Those whose posts an Azerbaijani sentence tells before their names."""
    for person in read.mentions if read.sentence.grammar.code == "az" else ():
        if person.class_name != "Person" or not 0 <= person.begins < person.start:
            continue
        for post in read.posts:
            if person.begins <= post.start < person.start:
                yield Holder(_word(read, post), person)


def holders_meant(read: ReadSentence, told: Sequence[Holder]) -> Iterator[Mention]:
    """Those whom posts without a name beside them mean, each where its post stands."""
    sentence = read.sentence
    if sentence.grammar.code != "az" or not told:
        return
    for post in read.posts:
        form = sentence.grammar.form(sentence.lowered, post.last_word, "posts")
        if form is None or form.case not in _MARKS or post.kind not in _KINDS or not _stands_alone(read, post):
            continue
        body = _body(read, post)
        if form.possessed and body is None:
            continue
        fits = [h for h in told if h.word == _word(read, post)]
        fits = [h for h in fits if body is None or h.person.post_of == body.entity]
        if not fits or (body is None and len({h.person.entity for h in fits}) > 1):
            continue
        person = fits[-1].person
        if any(m.entity == person.entity for m in read.mentions):
            continue
        if body is not None:
            body.inner = True
        after = sentence.index_from(post.end)
        along = sentence.lowered[after : after + 1] == ("ilə",)
        mark = "with" if along else _MARKS[form.case]
        yield from implied(read, person, mark, post.start, post.end)


def _word(read: ReadSentence, post: Post) -> str:
    """The last word of a post in its base form."""
    form = read.sentence.grammar.form(read.sentence.lowered, post.last_word, "posts")
    return form.entry.words.split()[-1] if form is not None else read.sentence.lowered[post.last_word]


def _stands_alone(read: ReadSentence, post: Post) -> bool:
    """Whether no name follows a post, nor a word for the chair, and nothing says that somebody will be in it."""
    sentence, after = read.sentence, post.last_word + 1
    if any(m.class_name == "Person" and 0 <= m.begins <= post.start < m.end for m in read.mentions):
        return False
    if after >= len(sentence.words):
        return False
    gap, word = sentence.gap(post.last_word, after), sentence.words[after]
    chair = any(row.words.startswith(word.lower[:5]) for row in sentence.grammar.tables.get("chair", ()))
    taken = sentence.grammar.appoint.at(sentence.lowered, after) is not None or chair
    named = any(m.class_name == "Person" and m.start <= word.start < m.end for m in read.mentions)
    is_said = sentence.grammar.copulas.at(sentence.lowered, after) is not None
    joined = word.lower == "və" or gap.strip() == ","
    post_of = in_family(word.lower, sentence.grammar, "office")
    return not (taken or named or is_said or joined or post_of or re.search(r"[:(–—]", gap))


def _body(read: ReadSentence, post: Post) -> Mention | None:
    """The body in the genitive right before a post."""
    told = [m for m in read.mentions if m.end <= post.start and m.case == "gen" and m.class_name != "Person"]
    last = told[-1] if told else None
    beside = last is not None and not read.sentence.text[last.end : post.start].strip(' »”"')
    return last if beside else None
