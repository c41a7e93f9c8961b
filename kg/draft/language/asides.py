"""What stands between a post and its holder, or before a name, where the verb comes last, and tells nothing of its own.

Degrees, ranks and "one of the largest in the region" may stand in any sentence: so they are left out before it is read.
The families `academic`, `science`, `ranked` and `among` of a language's table have the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import Grammar
from kg.draft.language.russian_asides import russian_asides
from kg.draft.language.words import WORD
from kg.facts.names.folding import lower

Span = tuple[int, int]
_NAME = r"(?=[«“\"„]?[A-ZÇĞİÖŞÜƏА-ЯЁӘІҢҒҮҰҚӨҺ])"
_BEFORE = 120
"""How many letters before a degree or a rank are looked at."""
_MOST_FIELDS, _MOST_RANKED = 4, 8
_OF_MANY = re.compile(r"\w[лдт][ае]р(?:[дн]|[ыі]н)[ыі]ң\Z")
"""What the Kazakh noun ends in of which something is one."""


def asides(article: str, told: Grammar) -> list[Span]:
    """Where the asides of an article stand, in order; none in a language whose table has no words for them.

    >>> from kg.draft.language.grammar import grammar
    >>> asides("Қор директоры PhD доктор Асан Сейіт келді.", grammar("kk"))
    [(13, 24)]
    """
    if told.code == "ru":
        return sorted(russian_asides(article, told))
    if not any(entry.name == "academic" for entry in told.tables.get("family", ())):
        return []
    return sorted([*_degrees(article, told), *_ranks(article, told)])


@cache
def _degree_run(told: Grammar) -> re.Pattern[str]:
    one = rf"\b(?:{alternatives(told, 'academic')}|{alternatives(told, 'science')})"
    run = rf"(?i:{one}(?:,?\s(?:\w+\s){{0,2}}{one}){{0,4}})"
    return re.compile(rf"{run}(?:,?\s{_NAME}|,\s(?=[а-яәіңғүұқөһ]))")


@cache
def _rank_end(told: Grammar) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternatives(told, 'among')})\s(?:[–—-]\s)?{_NAME}")


def _degrees(article: str, told: Grammar) -> Iterator[Span]:
    """The degrees between a post and who holds it; elsewhere all but the last, which tells that a person follows."""
    for match in _degree_run(told).finditer(article):
        start, words = match.start(), _words_before(article, match.start(), told)
        lowered = tuple(lower(word[0], told.code) for word in words)
        fields = 0
        if re.match(rf"(?i:{alternatives(told, 'science')})", match[0]):
            fields = _fields(article, words, start)
        for back in range(fields + 1):
            at = len(words) - 1 - back
            if at < 0:
                break
            between = article[words[at].end() : words[at + 1].start() if back else start]
            if between.strip() not in ("", ",", "–", "—"):
                break
            if told.form(lowered, at, "posts") is not None:
                kept = 2 if article[match.end()].islower() else 1  # the comma before the next post
                yield words[at].end() + len(between.rstrip(" ,")), match.end() - kept
                break
        else:
            if article[match.end()].islower():
                continue
            first = words[len(words) - fields].start() if fields else start
            last = max((m.start() for m in re.finditer(r"(?<=\s)\w+,?\s", match[0])), default=0)
            if last and start + last > first:
                yield first, start + last


def _fields(article: str, words: Sequence[re.Match[str]], start: int) -> int:
    """How many small words before a degree may tell of which science it is."""
    count = 0
    for word in reversed(words[-_MOST_FIELDS:]):
        after = words[len(words) - count].start() if count else start
        if not word[0].islower() or article[word.end() : after].strip(" -"):
            break
        count += 1
    return count


def _ranks(article: str, told: Grammar) -> Iterator[Span]:
    """What says before a name that it is one of the largest, oldest, best … of some."""
    for match in _rank_end(told).finditer(article):
        words = _words_before(article, match.start(), told)
        if not words or match.start() != words[-1].end() or not _OF_MANY.search(words[-1][0].lower()):
            continue
        first = None
        for back in range(1, min(_MOST_RANKED, len(words)) + 1):
            word = words[-back]
            follows = words[-back + 1].start() if back > 1 else match.start() + 1
            if not word[0].islower() or article[word.end() : follows].strip(" -"):
                break
            if in_family(lower(word[0], told.code), told, "ranked"):
                first = word.start()
        if first is not None:
            yield first, match.end()


def _words_before(article: str, place: int, told: Grammar) -> list[re.Match[str]]:
    """The whole words of the line that stand before a place, the nearest ones."""
    low = max(article.rfind("\n", 0, place) + 1 if place < _BEFORE else place - _BEFORE, place - _BEFORE, 0)
    line = article.rfind("\n", low, place) + 1
    words = list(WORD.finditer(article, max(low, line), place))
    return words[1:] if low and line <= low and words and article[low - 1 : low].isalnum() else words
