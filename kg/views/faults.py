"""What is wrong with an input, and the violations of a graph, in the language of whoever reads it.

Faults are worded in English where they are found; `fault_words.csv` has each wording with places for what differs. What
the table does not have stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kg.facts.problems import InputError, Problem
from kg.views.words import LANGUAGES, read_english, read_words

WORDS = "fault"
"""The table of the wordings."""
_PLACE = re.compile(r"(?s)(\S+?:\d+: )(.*)")
_WORDED = ("place", "sign")
"""Places of wordings that may hold words of ours; all others hold what somebody wrote, which is left as it is."""
_NAMED = re.compile(r"\{(\w+)\}")
_MORE = re.compile(r"(?s)(.*?)( \([^()]*\))")


def said(text: str, language: str, field: Callable[[str], str] = str) -> str:
    """A fault or violation in a language; `field` gives the label of a column.

    >>> said("seeds/facts/a.csv:3: unknown predicate 'joind'. Did you mean 'joined'?", "en")
    "seeds/facts/a.csv:3: unknown predicate 'joind'. Did you mean 'joined'?"
    """
    if language == "en":
        return text
    at = _PLACE.fullmatch(text)
    if at is not None:
        return at[1] + said(at[2], language, field)
    for end in (found.start() for found in re.finditer(r"\. ", text)):
        first, rest = (_in_words(part, language, field) for part in (text[:end], text[end + 2 :]))
        if first is not None and rest is not None:
            return f"{first[:1].upper()}{first[1:]}. {rest}"
    # Only now: what stands at the end of a wording would swallow the fix.
    whole = _in_words(text, language, field)
    if whole is not None:
        return whole
    more = _MORE.fullmatch(text)
    told = _in_words(more[1], language, field) if more is not None else None
    return f"{told}{more[2]}" if more is not None and told is not None else text


def in_language(error: InputError, language: str) -> InputError:
    """The same problems in a language."""
    return InputError(
        Problem(each.file, each.line, said(each.text, language), said(each.fix, language)) for each in error.problems
    )


def _in_words(text: str, language: str, field: Callable[[str], str]) -> str | None:
    for pattern, key in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            told = {
                name: field(value) if name == "column" else said(value, language) if name in _WORDED else value
                for name, value in found.groupdict().items()
            }
            return read_words(WORDS)[key][list(LANGUAGES).index(language)].format_map(told)
    return None


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """The English wordings, those with most words of their own first."""
    wordings = read_english(WORDS)
    ordered = sorted(wordings, key=lambda key: (-len(_NAMED.sub("", wordings[key])), key))
    return [(re.compile(_pattern(wordings[key])), key) for key in ordered]


def _pattern(wording: str) -> str:
    pieces = re.split(r"\{(\w+)\}", wording)
    return "".join(f"(?P<{piece}>.+?)" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces))
