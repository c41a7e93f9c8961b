"""What is wrong with an input, gathered and told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one line of one file, and what would mend it.

    >>> str(Problem("seeds/facts/clusters.csv", 14, "unknown predicate 'joind'", "Did you mean 'joined'?"))
    "seeds/facts/clusters.csv:14: unknown predicate 'joind'. Did you mean 'joined'?"
    """

    file: str
    line: int
    text: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}. {self.fix}"


class InputError(Exception):
    """Input that cannot be worked with; `problems` holds every fault that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class CallError(Exception):
    """A call that cannot be carried out as it was made; the text says why and what to do."""


_UNSEEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


def visible(text: str) -> str:
    r"""A text that may hold anything, as a terminal can show it: what would steer the terminal is written out.

    >>> visible("red \x1b[31m, back \u202e, new\nline")
    'red \\x1b[31m, back \\u202e, new\nline'
    """
    return re.sub(_UNSEEN, lambda found: found[0].encode("unicode_escape").decode(), text)


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """A question after the nearest known word, or `otherwise` where none is near.

    >>> nearest("joind", ["joined", "signed"], "See the ontology.")
    "Did you mean 'joined'?"
    """
    import difflib  # only where something is wrong

    candidates = sorted(known)
    near = difflib.get_close_matches(word, candidates, n=1, cutoff=0.6)
    if not near:
        lower = {candidate.casefold(): candidate for candidate in candidates}
        near = [lower[key] for key in difflib.get_close_matches(word.casefold(), lower, n=1, cutoff=0.6)]
    return f"Did you mean '{near[0]}'?" if near else otherwise
