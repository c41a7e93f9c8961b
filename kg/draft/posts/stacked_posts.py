"""Several posts of one person, told one after another before the name: X-in rektoru, Y-nin sədri P."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.names.people import is_title
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention

_JOINS = re.compile(r"\s?,?\s?(?:(?:və|həmçinin|eyni zamanda|həm də|eləcə də)\s)?")
_MOST = 3


def stacked(read: ReadSentence, person: Mention, post: Post) -> Iterator[Post]:
    """The posts before the one beside an Azerbaijani name, each joined to the next by nothing but a comma or «and»."""
    sentence = read.sentence
    begins = min(post.start, person.begins) if person.begins >= 0 else post.start
    if sentence.grammar.code != "az" or person.is_reference:
        return
    for _ in range(_MOST):
        above = next((p for p in reversed(read.posts) if p.end <= begins), None)
        if above is None or not _joined(read, above, begins):
            return
        form = sentence.grammar.form(sentence.lowered, above.last_word, "posts")
        if form is None or not form.possessed or form.case:
            return
        yield above
        body = [m for m in read.mentions if m.end <= above.start and m.class_name != "Person"]
        begins = (
            body[-1].start if body and len(sentence.text[body[-1].end : above.start].split()) < _MOST else above.start
        )


def _joined(read: ReadSentence, above: Post, begins: int) -> bool:
    """Whether nothing but a comma, an «and» and titles stand between a post and the words of the next one."""
    sentence = read.sentence
    first = above.last_word + 1
    while first < len(sentence.words) and sentence.words[first].start < begins and is_title(sentence, first):
        first += 1
    titles = "".join(sentence.gap(n - 1, n) for n in range(above.last_word + 1, first))
    start = sentence.words[first - 1].end
    gap = sentence.text[start:begins] if start <= begins else ""
    listed = "," in titles or "," in gap or bool(gap.strip())
    return listed and not titles.strip(" ,") and _JOINS.fullmatch(gap) is not None
