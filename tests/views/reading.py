"""A page as its reader has it: scripts, policy, data and the addresses in its markup."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class Page(HTMLParser):
    """The parts of an HTML page."""

    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    policy: str = ""
    data: Any = None
    _open: str = ""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts, self.styles, self.tags, self.addresses, self.handlers = [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        about = dict(attrs)
        self.addresses += [about[name] or "" for name in ("src", "href") if name in about]
        self.handlers += [name for name in about if name.startswith("on")]
        if about.get("http-equiv") == "Content-Security-Policy":
            self.policy = about["content"] or ""
        self._open = "data" if about.get("type") == "application/json" else tag

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "data":
            self.data = json.loads(data)
        elif self._open in ("script", "style"):
            (self.scripts if self._open == "script" else self.styles).append(data)
