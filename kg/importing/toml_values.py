"""Values of a TOML file, of the kind that is asked for; every other one is told with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kg.facts.problems import Problem, nearest
from kg.importing.toml_lines import TomlLines

Where = tuple[str | int, ...]
Check = Callable[[str], str | None]
"""Gives the fix where a value may not stand there."""


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
