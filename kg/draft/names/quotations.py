"""Where a sentence quotes something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.language.words import Sentence

_QUOTED = re.compile(
    r'«([^«»\n]{2,120})»|“([^“”\n]{2,120})”|„([^„“”\n]{2,120})[“”]|(?<!\w)"([^"“”\n]{2,120})”|'
    r'(?<!\w)"([^"\n]{2,120})"|‘([^‘’\n]{4,120})’(?!\w)'
)


def quotes(sentence: Sentence) -> Iterator[re.Match[str]]:
    """The quotations of a sentence; of what is quoted within speech, that."""
    for match in _QUOTED.finditer(sentence.text, sentence.start, sentence.end):
        inner = list(_QUOTED.finditer(sentence.text, match.start() + 1, match.end() - 1))
        yield from inner or [match]
