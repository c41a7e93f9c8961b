"""A TOML file to its values, of the kind that is asked for; every other one is told with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.facts.problems import CallError, InputError, Problem, nearest

Where = tuple[str | int, ...]
Check = Callable[[str], str | None]
"""Gives the fix where a value may not stand there."""
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*[=.]""")
_PART = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*(?:\.|$)""")


def read_toml(path: Path, shown: str) -> tuple[Mapping[str, Any], TomlValues]:
    """What a file holds, and what asks for its values; `shown` is its name in messages.

    Raises CallError where it cannot be read, InputError where it is no TOML in UTF-8.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise CallError(f"{shown} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise InputError([Problem(shown, 1, "the file is not UTF-8", "Save it as UTF-8.")]) from None
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        said = _PLACE.sub("", str(error)).rstrip(".")
        fix = 'Write it as TOML: key = "value".'
        raise InputError([Problem(shown, line, f"this cannot be read: {said}", fix)]) from None
    return values, TomlValues(shown, text)


class TomlValues:
    """What a file holds by path; `problems` gathers what is wrong with it."""

    def __init__(self, file: str, text: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._lines = TomlLines(text)

    def line(self, *where: str | int) -> int:
        """The line of a key, else of what it would stand in."""
        return self._lines.of(*where)

    def tell(self, where: Where, text: str, fix: str) -> None:
        """Remembers a fault at a key."""
        self.problems.append(Problem(self._file, self._lines.of(*where), text, fix))

    def known(self, values: Mapping[str, Any], known: Iterable[str], where: Where) -> None:
        """Tells of keys that have no meaning there."""
        known = list(known)
        for key in values:
            if key not in known:
                fix = nearest(key, known, f"Known are: {', '.join(known)}.")
                self.tell((*where, key), f"unknown key '{key}'", fix)

    def text(self, values: Mapping[str, Any], key: str, where: Where, default: str = "") -> str:
        """A text; `default` where there is none, or where it is told that it is none."""
        value = values.get(key, default)
        if not isinstance(value, str):
            self.tell((*where, key), f"'{key}' is no text", f'Write it in quotes: {key} = "…".')
            return default
        return value

    def texts(self, values: Mapping[str, Any], key: str, where: Where) -> tuple[str, ...]:
        """A list of texts, or the one that stands in its place."""
        value = values.get(key, ())
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            self.tell((*where, key), f"'{key}' is no list of texts", f'Write it as {key} = ["…", "…"].')
            return ()
        return tuple(value)

    def table(self, values: Mapping[str, Any], key: str, where: Where) -> Mapping[str, Any]:
        """A table; empty where there is none."""
        value = values.get(key, {})
        if not isinstance(value, dict):
            self.tell((*where, key), f"'{key}' is no table", f"Write [{key}] and its keys below.")
            return {}
        return value

    def statements(self, values: Mapping[str, Any], key: str, where: Where) -> list[Mapping[str, Any]]:
        """An array of tables; empty where there is none."""
        value = values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.tell((*where, key), f"'{key}' is no list of tables", f"Write [[table.{key}]] and its keys below.")
            return []
        return value

    def pairs(self, values: Mapping[str, Any], key: str, where: Where) -> Mapping[str, str]:
        """A table of texts; empty where there is none."""
        value = values.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            self.tell((*where, key), f"'{key}' is no table of texts", f'Write {key} = {{a = "b", "c d" = "e"}}.')
            return {}
        return value

    def checked(self, text: str, check: Check, where: Where) -> None:
        """Tells of a text that may not stand there."""
        fix = check(text)
        if fix is not None:
            self.tell(where, f"unknown {where[-1]} '{text}'", fix)


class TomlLines:
    """The lines of a text's keys, which `tomllib` does not tell.

    >>> lines = TomlLines('name = "x"\\n[[table]]\\nfile = "a"\\n[[table]]\\nfile = "b"')
    >>> lines.of("table", 1, "file"), lines.of("table", 1, "quote"), lines.of("else")
    (5, 4, 1)
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[Where, int] = {}
        counts: dict[Where, int] = {}
        here: Where = ()
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
