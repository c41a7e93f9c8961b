"""Text made harmless for each kind of file: names and quotes are data, and never formulas, markup or code."""

from __future__ import annotations

import re

# What XML 1.0 (fifth edition, production 2) allows nowhere, not even as a character reference.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What a spreadsheet program takes for the beginning of a formula (OWASP, CSV injection), and our own mark.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
_CYPHER = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>&|~^$@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_BLOCK = re.compile(r"^(\s*)(?:([#+=-])|(\d{1,9})([.)]))")


def xml_text(text: str) -> str:
    """The text with U+FFFD in place of each character that no XML file may hold.

    >>> xml_text("a\\x00b")
    'a\\ufffdb'
    """
    return _NO_XML.sub("\ufffd", text)


def cell(text: str) -> str:
    """The text as a cell that no spreadsheet program runs: behind an apostrophe where it might.

    `plain` undoes it; a text that begins with an apostrophe gets one more, so that nothing is lost.

    >>> cell("=1+1"), cell("'tis"), cell("SOCAR")
    ("'=1+1", "''tis", 'SOCAR')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def plain(written: str) -> str:
    """The text that `cell` wrote."""
    return written.removeprefix("'")


def cypher_string(text: str) -> str:
    """The text as a Cypher string.

    Neo4j up to 4 reads `\\u0027` before anything else, so a backslash of ours is never left before a `u`.

    >>> print(cypher_string("O'Neil"))
    'O\\'Neil'
    """
    pieces: list[str] = []
    before = ""
    for letter in text:
        piece = _CONTROL.sub(_cypher_control, _CYPHER.get(letter, letter))
        if before == "\\" and piece.startswith(("u", "U", "\\u")):
            pieces.append("' + '")
        pieces.append(piece)
        before = letter
    return f"'{''.join(pieces)}'"


def cypher_name(text: str) -> str:
    """The text as the name of a label, a type or a property.

    >>> cypher_name("a`b")
    '`a``b`'
    """
    return "`" + text.replace("\\", "").replace("`", "``") + "`"


def markdown(text: str) -> str:
    """The text as Markdown (CommonMark, with GitHub's tables, footnotes and bare addresses) that shows it as it is.

    In one line: line breaks, which could begin a block, are turned to spaces; those at its ends, which could begin a
    block of code, are left out.

    >>> print(markdown("# 1 [a](b) <i>"))
    \\# 1 \\[a\\](b) \\<i\\>
    """
    line = _CONTROL.sub(" ", text).strip(" ")
    return _BLOCK.sub(_unblocked, _MARKDOWN.sub(r"\\\g<0>", line))


def _cypher_control(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"


def _unblocked(match: re.Match[str]) -> str:
    space, sign, number, point = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{point}"
