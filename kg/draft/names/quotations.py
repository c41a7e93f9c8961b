"""Where a sentence quotes something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.language.words import Sentence

_QUOTED = re.compile(
    r'«([^«»\n]{2,120})»|“([^“”"\n]{2,120})"(?!\w)|“([^“”\n]{2,120})”|„([^„“”\n]{2,120})[“”]|'
    r'(?<!\w)"([^"“”\n]{2,120})”|(?<!\w)"([^"\n]{2,120})"|‘([^‘’\n]{4,120})’(?!\w)'
)
_WITHIN = re.compile(r'(?<!\w)"([^"\n]{2,80} "[^"\s][^"\n]{0,60}")"?(?![\w"])')
"""A name with another in it, in marks that do not say which of them opens: "Company "Alfa", "Company "Alfa""."""


def quotes(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Where each quotation of a sentence begins and ends, and what is quoted; of what is quoted within speech, that."""
    at = sentence.start
    while (match := _QUOTED.search(sentence.text, at, sentence.end)) is not None:
        within = _WITHIN.match(sentence.text, match.start(), sentence.end)
        opened = within[1].split(' "')[0] if within is not None else ""
        if within is not None and ", " in opened:  # "Фонду, министерству, "Альфе" мы благодарны"
            inside = within[1].rpartition(' "')[2]
            at = within.end(1)
            yield at - len(inside) - 1, at, inside.rstrip('"')
            continue
        if within is not None:
            yield within.start(), within.end(), within[1]
            at = within.end()
            continue
        inner = list(_QUOTED.finditer(sentence.text, match.start() + 1, match.end() - 1))
        for each in inner or [match]:
            yield each.start(), each.end(), next(text for text in each.groups() if text is not None)
        at = match.end()
