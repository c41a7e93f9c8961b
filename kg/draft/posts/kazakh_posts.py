"""The body of a Kazakh post that nothing near it tells, where the article speaks of only one that it may be in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.draft.language.families import in_family, stems
from kg.draft.language.words import Sentence
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_DELEGATION = re.compile(r"[»”]? (?:делегациясы|басшылығы|құрамасы|тобы)\b")
_DUTY_WORD = re.compile(
    r"..(?:(?<!қорша)[ғқ]ан|[гк]ен|[ае]тын|[йе]тін|[сыі]н|н[аеыі]|нда|нде|[ғқ]а|[гк]е|[мпб]ен|[ыі]п|[дт][аеыі])\Z"
)
"""What a small word ends in that is no part of what somebody is head of."""
_MOST_OF_DUTY = 6
_OF_SCHOOLS = ("ректор", "проректор", "декан")
_SCHOOL = re.compile(r"универс|university|колледж|college|жоғары мектеп|school|у\Z")
"""What a school is called that has a rector, as an academy of sciences does not."""
_OF_STATES = ("GovernmentBody", "Country", "InternationalOrganisation")
"""What ambassadors and ministers are of."""
_BETWEEN_POSTS = 12
_NO_SUCH_POST = ("GovernmentBody", "NewsAgency", "InternationalOrganisation")


def only_body(read: ReadSentence, post: Post, things: Mapping[str, Mention], schema: Schema) -> Mention | None:
    """Whose delegation is listed; the only school of the article for a rector, its only body for a director."""
    sentence = read.sentence
    if sentence.grammar.code != "kk" or post.kind != "head":
        return None
    sender = whose_delegation(read, post, schema)
    if sender is not None:
        return sender
    first = sentence.lowered[post.first_word]
    before = sentence.lowered[post.first_word - 1] if post.first_word else ""
    if before.endswith(("інің", "ының", "дің", "дың", "тің", "тың")):
        return None  # қытай университетінің ректоры
    bodies = [m for m in things.values() if schema.is_a(m.class_name, "Organisation") and m.kind != "unit"]
    if first.startswith(_OF_SCHOOLS) or sentence.lowered[post.last_word].startswith(_OF_SCHOOLS):
        schools = [m for m in bodies if m.class_name == "ResearchOrganisation"]
        if len(schools) > 1:
            schools = [m for m in schools if _SCHOOL.search(m.name.lower())]
        here = {m.entity for m in read.mentions if m.end <= post.start}
        schools = [m for m in schools if m.entity in here] or schools
        return schools[0] if len(schools) == 1 else None
    alone = post.first_word == 0 or bool(sentence.gap(post.first_word - 1, post.first_word).strip())
    own = [m for m in bodies if m.class_name not in _NO_SUCH_POST and m.rule != "described"]
    return own[0] if alone and len(own) == 1 else None


def whose_delegation(read: ReadSentence, post: Post, schema: Schema) -> Mention | None:
    """The body whose delegation is listed before a post: Тобыл университетінің делегациясы: ректор X, декан Y."""
    sent = [m for m in read.mentions if m.end <= post.start and schema.is_a(m.class_name, "Organisation")]
    sent = [m for m in sent if _DELEGATION.match(read.sentence.text, m.end)]
    return sent[-1] if sent else None


_SCHOOLS_AND_FIRMS = ("ResearchOrganisation", "Company", "TechnologyCenter", "InnovationCenter", "Center")
"""What has no governors and no mayors."""


def may_be_in(read: ReadSentence, post: Post, body: Mention | None) -> bool:
    """Whether a post may be in a body: who is at the head of a region or a town is in no company of the article."""
    words = read.sentence.lowered[post.first_word : post.last_word + 1]
    if read.sentence.grammar.code == "ru" and body is not None and body.class_name in _SCHOOLS_AND_FIRMS:
        return not words[-1].startswith(("губернатор", "мэр", "аким", "хоким", "сенатор"))
    if read.sentence.grammar.code != "kk" or body is None or body.class_name in _OF_STATES:
        return True
    if words == ("президент",) and not any(m.entity == body.entity and m.end <= post.start for m in read.mentions):
        return False  # президент Қ. Тоқаев бұған дейін …
    chiefs, regions = stems(read.sentence.grammar, "chief"), stems(read.sentence.grammar, "region_word")
    return not (words[0].startswith((*regions, *chiefs)) or words[-1].startswith(chiefs))


def start_of_duty(read: ReadSentence, post: Post) -> int:
    """Where the small words before a post begin that say of what: инновациялар жөніндегі проректор."""
    sentence = read.sentence
    first = post.first_word
    if in_family(sentence.lowered[first], sentence.grammar, "region_word"):
        return post.start  # … негізгі міндеттер облыс әкімінің төрағалығымен
    while first > 0 and post.first_word - first < _MOST_OF_DUTY and not sentence.gap(first - 1, first).strip(" -"):
        word, lowered = sentence.words[first - 1], sentence.lowered[first - 1]
        if first - 1 == 0 and first == post.first_word and _is_sort_of_body(sentence, 0):
            return word.start  # Мектеп директоры
        if not word.text.islower() or _DUTY_WORD.search(lowered) or lowered in sentence.grammar.stops:
            break
        if any(m.start <= word.start < m.end for m in read.mentions):
            break
        if sentence.grammar.triggers.at(sentence.lowered, first - 1) is not None:
            break
        first -= 1
    while first < post.first_word and sentence.grammar.conjunctions.at(sentence.lowered, first) is not None:
        first += 1
    return sentence.words[first].start


def _is_sort_of_body(sentence: Sentence, at: int) -> bool:
    """Whether a word tells only of what sort the body is that a post after it is in: Мектеп директоры."""
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    return form is not None and form.case in ("", "gen") and not sentence.words[at].is_acronym


def post_of_same(read: ReadSentence, post: Post) -> Post | None:
    """The post before a comma that whoever holds the next one holds, too: ұйым төрағасы, кеңес мүшесі X."""
    sentence = read.sentence
    before = next((each for each in reversed(read.posts) if each.last_word < post.first_word), None)
    if before is None or post.first_word - before.last_word > _BETWEEN_POSTS:
        return None
    gap = sentence.text[before.end : post.start]
    inside = range(before.last_word + 1, post.first_word)
    verbs = any(sentence.grammar.triggers.at(sentence.lowered, at) is not None for at in inside)
    if not gap.startswith(", ") or gap.count(",") > 1 or verbs or re.search(r"[;:.()]", gap):
        return None
    people = [m for m in read.mentions if m.class_name == "Person" and m.end <= post.start]
    if any(m.start >= before.end for m in people):
        return None
    owner = people[-1] if people else None
    of_owner = owner is not None and re.match(r"\s?[,–—]\s[^,]*\Z", sentence.text[owner.end : before.start]) is not None
    return None if of_owner else before


def sender_of(read: ReadSentence, body: Mention) -> Mention | None:
    """Whom a representative speaks for: not the body where he is, but the country before: ҚР-ның БҰҰ жанындағы …"""
    if read.sentence.grammar.code != "kk" or not read.sentence.text.startswith(" жанындағы", body.end):
        return body
    before = [m for m in read.mentions if m.end <= body.start and m.class_name == "Country"]
    beside = before[-1] if before and before[-1].case == "gen" else None
    return beside if beside is not None and body.start - beside.end <= 1 else None
