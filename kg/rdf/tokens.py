"""The tokens of a SPARQL query (SPARQL 1.1, 19.8), each with its place, and those that never end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a token is; the value is what a message calls it."""

    IRI = "an <IRI>"
    NAME = "a term such as kg:Center"
    NAMESPACE = "a prefix such as kg:"
    BLANK = "a blank node"
    VARIABLE = "a ?variable"
    TEXT = 'a "text"'
    NUMBER = "a number"
    LANGUAGE = "a language tag"
    WORD = "a word"
    SIGN = "a sign"
    STRAY = "a stray character"
    OPEN_TEXT = "a text that is not closed"
    OPEN_IRI = "an IRI that is not closed"
    BARE_IRI = "an IRI without brackets"
    END = "the end"


@dataclass(frozen=True)
class Token:
    """A piece of a query; `start` counts characters from 0."""

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.start + len(self.text)


_NAME = r"(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\.)"
_PATTERNS = (
    ("skip", r"[ \t\r\n]+ | \#[^\r\n]*"),
    (Kind.IRI.name, r"""<[^<>"{}|^`\\\x00-\x20]*>"""),
    (Kind.OPEN_IRI.name, r"""<(?:https?://|urn:|mailto:)[^<>"{}|^`\\\x00-\x20]*"""),
    (
        Kind.TEXT.name,
        r""" \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
             | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' """,
    ),
    (Kind.OPEN_TEXT.name, r"""["'][^\r\n]*"""),
    (Kind.BARE_IRI.name, r"""\bhttps?://[^\s<>"{}]*"""),
    (Kind.VARIABLE.name, r"[?$]\w+"),
    (Kind.LANGUAGE.name, r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*"),
    (Kind.BLANK.name, rf"_:{_NAME}"),
    (Kind.NAME.name, rf"(?:[^\W\d_][\w.-]*)?:{_NAME}"),
    (Kind.NAMESPACE.name, r"(?:[^\W\d_][\w.-]*)?:"),
    (Kind.NUMBER.name, r"(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+ | \d*\.\d+ | \d+"),
    (Kind.WORD.name, r"[^\W\d]\w*"),
    (Kind.SIGN.name, r"\^\^|\|\||&&|!=|<=|>=|<<|>>|\{\||\|\}|[{}()\[\].,;=<>!?*+/|^~-]"),
    (Kind.STRAY.name, r"."),
)
_TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS), re.VERBOSE | re.DOTALL)


def tokens(text: str) -> Iterator[Token]:
    """All tokens of a query but white space and comments, in order.

    >>> [token.text for token in tokens("ASK { ?x a kg:Center . } # no")]
    ['ASK', '{', '?x', 'a', 'kg:Center', '.', '}']
    """
    for found in _TOKEN.finditer(text):
        if found.lastgroup != "skip":
            yield Token(Kind[found.lastgroup or ""], found[0], found.start())
