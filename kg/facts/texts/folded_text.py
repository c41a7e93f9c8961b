"""Text as quotes are compared with it: what is forgiven, and the places in the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_SOFT_HYPHEN = "\u00ad"
_SAME = {
    **dict.fromkeys("\"'`´«»‘’‚‛“”„‟‹›″′〝〞＂＇", '"'),
    **dict.fromkeys("-‐‑‒–—―−﹘﹣－", "-"),
}

_SAME_CODES = str.maketrans({**_SAME, "\n": " ", "\t": " "})
_PLAIN = re.compile(r"(?:[!-~ÇÖÜçöüĞğİıŞşƏəА-ҁҐ-ԯ–—‘’“”„«»…]|[ \n\t](?![ \n\t]))*")
"""Texts of letters and signs that fold one by one: none of them combines with another."""


@dataclass(frozen=True)
class FoldedText:
    """A text as quotes are compared with it, and for each of its characters the place in the original."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> FoldedText:
        """NFC; white space in runs and soft hyphens folded; quotation marks and dashes made equal.

        >>> FoldedText.of("a  «b» – c").text
        'a "b" - c'
        """
        if _PLAIN.fullmatch(text):
            return cls(text.translate(_SAME_CODES), tuple(range(len(text) + 1)))
        letters: list[str] = []
        offsets: list[int] = []
        for start, cluster in _clusters(text):
            for character in unicodedata.normalize("NFC", cluster):
                if character == _SOFT_HYPHEN:
                    continue
                folded = " " if character.isspace() else _SAME.get(character, character)
                if folded == " " and letters[-1:] == [" "]:
                    continue
                letters.append(folded)
                offsets.append(start)
        return cls("".join(letters), (*offsets, len(text)))

    def find(self, quote: str) -> list[tuple[int, int]]:
        """Start and end in the original text of each occurrence of `quote`.

        >>> FoldedText.of("so-called “hub”").find('"hub"')
        [(10, 15)]
        """
        wanted = FoldedText.of(quote).text.strip()
        found = []
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            # A letter is not found in itself with an accent, though the accent may be a character of its own.
            if self._parts(at) and self._parts(end):
                found.append((self.offsets[at], self.offsets[end]))
            at = self.text.find(wanted, at + 1)
        return found

    def _parts(self, at: int) -> bool:
        """Whether two letters of the original meet before the character at `at`."""
        return at == 0 or self.offsets[at - 1] < self.offsets[at]


def _clusters(text: str) -> Iterable[tuple[int, str]]:
    """Each character with the marks after it (or a Hangul syllable), since NFC works on these together."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not (
            unicodedata.category(text[index]).startswith("M") or "\u1160" <= text[index] <= "\u11ff"
        ):
            yield start, text[start:index]
            start = index
