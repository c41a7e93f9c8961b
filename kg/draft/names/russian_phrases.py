"""What stands about a Russian name and says who or what it is: директор центра «X» Анна Ким; минская компания «X»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names.city_adjectives import city_of_adjective
from kg.draft.names.known import is_demonym
from kg.draft.names.people import is_title
from kg.draft.posts.post_words import Post, posts
from kg.draft.posts.russian_posts import without_degrees
from kg.draft.spans import Mention

_LONGEST, _MOST_BEFORE = 14, 3
_ACRONYM = re.compile(r" \([^()]{2,30}\) ")
_BREAKS = re.compile(r"[,;:.()—–]")
_ASIDE = re.compile(r", [^;:.()\n,]{3,110}(?:,(?= )|(?=[.;)]))")
_PLACES = ("City", "Country", "Region", "Topic")


def take_russian_phrases(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Notes how far the words reach that only say what a name is; the names among them act no more."""
    told = posts(sentence)
    for mention in mentions:
        if mention.class_name in _PLACES or mention.start >= mention.end:
            continue
        if mention.class_name != "Person":
            mention.begins = _adjectives(sentence, mention)
            continue
        post = _post_before(sentence, mention, told, mentions)
        start = post.start if post is not None else _title(sentence, mention)
        if start < mention.start:
            mention.begins = start
            _take(mentions, start, mention.start)
            continue
        after = _ASIDE.match(sentence.text, mention.end, sentence.end)
        if after is not None and any(each.start == mention.end + 2 for each in told):
            inside = [m for m in mentions if mention.end <= m.start < after.end()]
            if not any(m.class_name == "Person" for m in inside):
                mention.ends = after.end()
                _take(mentions, mention.end, after.end())


def _take(mentions: Sequence[Mention], start: int, end: int) -> None:
    for other in mentions:
        if start <= other.start and other.end <= end:
            other.inner = True


def _post_before(sentence: Sentence, person: Mention, told: Sequence[Post], mentions: Sequence[Mention]) -> Post | None:
    """The post right before a person, with nothing between but whose it is and of what."""
    first = sentence.index_from(person.start)
    post = next((each for each in reversed(told) if each.last_word < first), None)
    if post is None or first - post.last_word > _LONGEST:
        return None
    if _BREAKS.search(without_degrees(_ACRONYM.sub(" ", sentence.text[post.end : person.start]))):
        return None
    if any(m.class_name == "Person" and post.end <= m.start < person.start for m in mentions):
        return None
    inside = {n for m in mentions for n in range(post.last_word + 1, first) if _holds(sentence, m, n)}
    for at in range(post.last_word + 1, first):
        if at in inside or is_title(sentence, at):
            continue
        if sentence.grammar.triggers.at(sentence.lowered, at) or sentence.grammar.appoint.at(sentence.lowered, at):
            return None
        if (
            sentence.lowered[at] in ("в", "на")
            and at + 1 in inside
            and in_family(sentence.lowered[post.last_word], sentence.grammar, "envoy")
        ):
            continue  # посол Армении в Грузии
        if sentence.lowered[at] in ("с", "со", "в", "на", "что") or sentence.lowered[at].endswith(
            ("л", "ла", "ли", "ет")
        ):
            return None
    return post


def _holds(sentence: Sentence, mention: Mention, at: int) -> bool:
    return not mention.is_reference and mention.start <= sentence.words[at].start < mention.end


def _title(sentence: Sentence, person: Mention) -> int:
    """Where a title right before a person begins: профессор Линь Чжэнтао."""
    before = sentence.index_from(person.start) - 1
    close = before >= 0 and not sentence.text[sentence.words[before].end : person.start].strip()
    return sentence.words[before].start if close and is_title(sentence, before) else person.start


def _adjectives(sentence: Sentence, mention: Mention) -> int:
    """Where the adjectives and small heads before a name begin that say where it is from; -1 without any."""
    first, start = sentence.index_from(mention.start), -1
    for at in range(first - 1, max(-1, first - 1 - _MOST_BEFORE), -1):
        word = sentence.lowered[at]
        if sentence.gap(at, at + 1).strip(' «"“'):
            break
        if is_demonym(word, "ru") or city_of_adjective(word) or in_family(word, sentence.grammar, "says_what"):
            start = sentence.words[at].start
        elif sentence.grammar.form(sentence.lowered, at, "heads") is None or sentence.words[at].is_capital:
            break
    return start


def is_entry(sentence: Sentence, name: Mention | None) -> bool:
    """Whether a line begins with a sentence that is only a name, of which the others tell: Grid Yurt. Основана …"""
    if name is None or sentence.text[sentence.end - 1] != ".":
        return False
    rest = sentence.text[sentence.start : name.start] + sentence.text[name.end : sentence.end]
    return not re.search(r"\w", rest)
