"""An article without what stands between a post and its holder, or before a name, and tells nothing of its own.

Degrees, ranks and "one of the largest in the region" may stand in any sentence, and no rule can foresee them: so they are
taken out before reading, and the places of what was read are found again in the article. The families `degree`, `science`,
`ranked` and `among` of a language's table have the words; a language without them is read as it stands.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import Grammar, grammar
from kg.draft.language.passages import likely_language
from kg.draft.language.words import WORD, Sentence
from kg.facts.names.folding import lower

Span = tuple[int, int]
_NAME = r"(?=[«“\"„]?[A-ZÇĞİÖŞÜƏА-ЯЁӘІҢҒҮҰҚӨҺ])"
_BEFORE = 120
"""How many letters before a degree or a rank are looked at."""
_MOST_FIELDS, _MOST_RANKED = 4, 8
_OF_MANY = re.compile(r"\w[лдт][ае]р(?:[дн]|[ыі]н)[ыі]ң\Z")
"""What the Kazakh noun ends in of which something is one."""


@dataclass(frozen=True)
class Plain:
    """An article without its asides."""

    text: str
    article: str
    cuts: tuple[Span, ...] = ()
    """For each aside, where it stood in `text`, and how many letters all up to it have."""

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of `text` stands in the article."""
        return start + self._cut(start + 1), end + self._cut(end)

    def sentence(self, sentence: Sentence) -> Sentence:
        """A sentence as it stands in the article."""
        if not self.cuts:
            return sentence
        start, end = self.span(sentence.start, sentence.end)
        return Sentence(self.article, start, end, sentence.language, sentence.grammar, sentence.number)

    def _cut(self, place: int) -> int:
        """How many letters were taken out before a place of `text`."""
        at = bisect.bisect_left(self.cuts, (place, 0))
        return self.cuts[at - 1][1] if at else 0


def plain(article: str, language: str = "") -> Plain:
    """An article without asides, `language` that of its words where it is known.

    >>> plain("Қор директоры PhD доктор Асан Сейіт келді.", "kk").text
    'Қор директоры Асан Сейіт келді.'
    """
    told = grammar(language or likely_language(article[:20_000]))
    if not any(entry.name == "degree" for entry in told.tables.get("family", ())):
        return Plain(article, article)
    spans = sorted([*_degrees(article, told), *_ranks(article, told)])
    kept, cuts, last, gone = [], list[Span](), 0, 0
    for start, end in spans:
        if start < last:
            continue
        kept.append(article[last:start])
        gone += end - start
        cuts.append((end - gone, gone))
        last = end
    return Plain("".join([*kept, article[last:]]), article, tuple(cuts))


@cache
def _degree_run(told: Grammar) -> re.Pattern[str]:
    one = rf"\b(?:{alternatives(told, 'degree')}|{alternatives(told, 'science')})"
    return re.compile(rf"(?i:{one}(?:,?\s(?:\w+\s){{0,2}}{one}){{0,4}}),?\s{_NAME}")


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
                yield words[at].end() + len(between.rstrip(" ,")), match.end() - 1
                break
        else:
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
