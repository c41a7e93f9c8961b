"""A mapping that is read from a store as it is asked: one value at a time, or all at once when it is gone through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")


class Reading(Mapping[str, Value]):
    """Values by key, in the order of `read_all`.

    Each key that is asked for is read by `read_one` (None where there is nothing of that key) and kept. Without
    `read_one`, or once something asks how many there are or goes through them, all are read by `read_all`.
    """

    def __init__(
        self, read_all: Callable[[], Mapping[str, Value]], read_one: Callable[[str], Value | None] | None = None
    ) -> None:
        self._read_all = read_all
        self._read_one = read_one
        self._known: dict[str, Value | None] = {}
        self._all: Mapping[str, Value] | None = None

    def __getitem__(self, key: str) -> Value:
        if self._all is None and self._read_one is not None:
            if key not in self._known:
                self._known[key] = self._read_one(key)
            value = self._known[key]
            if value is None:
                raise KeyError(key)
            return value
        return self._whole[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)

    @property
    def _whole(self) -> Mapping[str, Value]:
        if self._all is None:
            self._all = self._read_all()
            self._known = {}
        return self._all
