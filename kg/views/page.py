"""One self-contained HTML file: inert data, scripts and styles that its own policy names by their hash.

Names, quotes and notes are data. They reach the page only as JSON in a block that no browser runs, and its scripts put
them into the document only as text. Should a name nevertheless become markup, the Content-Security-Policy (W3C CSP 3,
which browsers also hold for `file:`) runs no script and loads nothing but what stands in the file.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from importlib import resources
from pathlib import Path

_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_OWN_COMMENT = re.compile(r"^(?://[^\n]*|/\*\*.*?\*/[ \t]*)$\n?", re.MULTILINE | re.DOTALL)
_TEXT_OR_SIGN = re.compile(
    r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`\n]*`)| *([=!]==|[<>=]=|[|?&]{2}|=>|[=<>?:,*{}]|\)(?= \{)) *"""
)
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def template(name: str) -> str:
    """The text of a file of `templates/`, its lines ended by LF."""
    return normal((resources.files("kg.views") / "templates" / name).read_text("utf-8"))


def normal(text: str) -> str:
    """A text as an HTML parser sees it: CRLF and CR are LF, else its hash would differ."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def inert_json(value: object) -> str:
    r"""JSON that cannot leave its `script` element, whatever its texts hold.

    >>> inert_json({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_ESCAPES)


def source_hash(text: str) -> str:
    """The policy's word for an in-line script or style of this text.

    >>> source_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def in_one_function(modules: Sequence[str]) -> str:
    """The script of these files of `templates/`, one after another, with nothing left in the global scope."""
    parts = "\n".join(bare(template(name)) for name in modules)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def bare(script: str) -> str:
    """A script without comments, indentation, and the spaces and line ends that its own signs make needless.

    Templates of ours hold no text of several lines, so that no line begins inside one; a comment behind a statement
    stands after `; `. Texts are left as they are; `+` and `-` keep their spaces, for `a + +b` is no `a++b`.
    """
    plain = _OWN_COMMENT.sub("", re.sub(r"^[ \t]+", "", script, flags=re.MULTILINE))
    plain = re.sub(r"(?<=;) // .*$", "", plain, flags=re.MULTILINE)
    plain = _TEXT_OR_SIGN.sub(lambda found: found[1] or found[2], plain)
    return re.sub(r"(?<=[{,;(\[])\n+|\n+(?=[)\]}.?:&|])", "", plain)


def tight(style: str) -> str:
    """A style sheet without the white space that only people need."""
    return re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", style.strip())).replace(": ", ":").replace(";}", "}")


def page(title: str, body: str, styles: Sequence[str], scripts: Sequence[str], data: object) -> str:
    """An HTML document: `body` is a file of `templates/`, `styles` and `scripts` are texts, `data` becomes JSON."""
    scripts, style = [normal(script) for script in scripts], normal("\n".join(styles))
    if any(re.search(r"</script|<!--", script, re.IGNORECASE) for script in scripts):
        raise ValueError("a script holds what ends or comments out its element")
    policy = "; ".join(
        [
            "default-src 'none'",
            "script-src " + " ".join(source_hash(script) for script in scripts),
            f"style-src {source_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    slots = {
        "language": "en",
        "policy": policy,
        "title": escape(title),
        "style": style,
        "body": template(body),
        "data": inert_json(data),
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    return headed("page.html", slots)


def headed(name: str, slots: Mapping[str, str]) -> str:
    """A page: the head that all pages have, then a file of `templates/`, `slots` in the places of both.

    They are filled in one pass, so that no text is searched for places once it stands in the page.
    """
    return _SLOT.sub(lambda match: slots[match[1]], template("head.html") + template(name))


def write_page(path: Path, text: str) -> None:
    """Writes a page as UTF-8, the same bytes on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")
