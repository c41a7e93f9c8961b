"""Where each key of a TOML file stands, which `tomllib` does not tell."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*[=.]""")
_PART = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*(?:\.|$)""")


class TomlLines:
    """The lines of a text's keys.

    >>> lines = TomlLines('name = "x"\\n[[table]]\\nfile = "a"\\n[[table]]\\nfile = "b"')
    >>> lines.of("table", 1, "file"), lines.of("table", 1, "quote"), lines.of("else")
    (5, 4, 1)
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        counts: dict[Path, int] = {}
        here: Path = ()
        for number, line in enumerate(text.split("\n"), 1):
            header = _HEADER.match(line)
            if header:
                here = ()
                names = [part.strip("\"'") for part in _PART.findall(header[2])]
                for index, name in enumerate(names):
                    here = (*here, name)
                    last = index == len(names) - 1
                    if last and header[1] == "[[":
                        counts[here] = counts.get(here, -1) + 1
                    if here in counts:
                        here = (*here, counts[here])
                self._lines.setdefault(here, number)
            else:
                key = _KEY.match(line)
                if key:
                    self._lines.setdefault((*here, key[1].strip("\"'")), number)

    def of(self, *path: str | int) -> int:
        """The line of a key, else of what it would stand in; 1 if that is nowhere either."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)
