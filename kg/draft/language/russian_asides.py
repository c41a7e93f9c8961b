"""What stands between the words of a Russian sentence and tells nothing of its own.

Brackets without a name or a number, degrees before a name, words between commas: технопарк «X» (крупнейший в регионе),
к.э.н. Анна Ким, в свою очередь, … The families `interposed` and `among` of the table have the words.
"""

from __future__ import annotations

import re
from functools import cache

from kg.draft.language.families import alternatives
from kg.draft.language.grammar import Grammar

Span = tuple[int, int]
_BRACKET = re.compile(r" \([а-яё]{3,}(?:[ ,-]{1,2}[а-яё]{1,24}){1,9}\)")
_DEGREE = re.compile(
    r"(?<=[а-яё»”\")] |[–—:-] )[дк]\. ?[а-яё]{1,4}(?:\.-?[а-яё]{1,4})?\. ?н\.(?:,? (?:профессор|доцент|академик))?,? "
    r"(?=[А-ЯЁ][а-яё-]+ [А-ЯЁ])"
)
_JOINS = re.compile(r"(?:\sи|,) \Z")


def russian_asides(article: str, told: Grammar) -> list[Span]:
    """Where the asides of a Russian article stand.

    >>> from kg.draft.language.grammar import grammar
    >>> russian_asides("Фонд «Исток» (крупнейший в регионе) вырос.", grammar("ru"))
    [(12, 35)]
    """
    found = [match.span() for match in _BRACKET.finditer(article)]
    found += [
        m.span() for m in _DEGREE.finditer(article) if not _JOINS.search(article, max(0, m.start() - 4), m.start())
    ]
    return [*found, *(match.span() for match in _interposed(told).finditer(article))]


@cache
def _interposed(told: Grammar) -> re.Pattern[str]:
    words, among = alternatives(told, "interposed"), alternatives(told, "among")
    return re.compile(
        rf", (?:{words}),(?= [а-яё])|, (?:{among}) [а-яё]+(?: [а-яё-]+){{0,7}}(?=[.\n]|\Z)|"
        rf", (?:{among}) [а-яё]+(?: [а-яё-]+){{0,7}},(?= [а-яё])"
    )
