"""The body of a bare post of which the article names only one: the rector's university, the chief executive's firm."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention

_OF_SCHOOL = re.compile(r"(?:vice-|pro-)?rector|(?:про)?ректор\w{0,2}|(?:pro)?rektor\w{0,3}")
_OF_FIRM = re.compile(
    r"ceo|chief executive officer|chief executive|managing director|гендиректор\w{0,2}|генеральн\w+ директор\w{0,2}|"
    r"(?:baş|icraçı) direktor|бас директор|bosh direktor|genel müdür\w{0,2}"
)
_SCHOOL = re.compile(
    r"univers|универс|üniversite|college|колледж|kollec|school|academy|акаде|akadem|institut|instityut|институт|enstitü"
)


def only_of_sort(read: ReadSentence, person: Mention, post: Post, things: Mapping[str, Mention]) -> Mention | None:
    """The only university that the article named, for a rector, its only firm for a chief executive beside a name."""
    sentence = read.sentence
    told = " ".join(sentence.lowered[post.first_word : post.last_word + 1])
    if person.start != post.end + 1 or (sentence.grammar.code == "kk" and _OF_SCHOOL.fullmatch(told)):
        return None  # Kazakh posts tell by their endings whose they are
    if _OF_SCHOOL.fullmatch(told):
        fits = [m for m in _named(things, "ResearchOrganisation") if _SCHOOL.search(m.name.lower())]
    elif _OF_FIRM.fullmatch(told):
        fits = _named(things, "Company")
    else:
        return None
    return fits[0] if len({m.entity for m in fits}) == 1 else None


def _named(things: Mapping[str, Mention], class_name: str) -> list[Mention]:
    return [m for m in things.values() if m.class_name == class_name and m.rule != "described" and m.kind != "unit"]
