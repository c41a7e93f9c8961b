"""The items of a model's answer, read from whatever text came: whole, in other words, or cut off."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.draft.asking.faults import Dropped, Fault
from kg.draft.asking.vocabulary import LONGEST_LISTS

_THINKING = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_MARK = re.compile(r'"mark"\s*:\s*"([0-9a-f]{16})"')
_SHOWN = 300


@dataclass(frozen=True)
class ThingItem:
    """A thing as the answer describes it."""

    id: str
    name: str
    as_written: str
    class_name: str


@dataclass(frozen=True)
class FactItem:
    """A fact as the answer tells it."""

    subject: str
    predicate: str
    object: str
    quote: str
    status: str
    from_: str
    until: str
    on_behalf_of: str


@dataclass(frozen=True)
class Items:
    """What could be read of an answer, and what could not."""

    things: tuple[ThingItem, ...] = ()
    facts: tuple[FactItem, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    is_whole: bool = True

    @property
    def is_refused(self) -> bool:
        """Whether the answer as a whole could not be taken."""
        return any(item.fault in (Fault.UNREADABLE, Fault.NO_MARK) for item in self.dropped)


def read_reply(content: str, mark: str) -> Items:
    """The items of an answer; one that is no JSON, or lacks the mark, gives none."""
    text = _THINKING.sub("", content)
    found, is_whole = _parsed(text)
    if found is None:
        return Items(dropped=(dropped(Fault.UNREADABLE, content),), is_whole=False)
    if found.get("mark") != mark:
        return Items(dropped=(dropped(Fault.NO_MARK, content),), is_whole=is_whole)
    faults: list[Dropped] = []
    things = [_thing(item, faults) for item in _listed(found, "things", faults)]
    facts = [_fact(item, faults) for item in _listed(found, "facts", faults)]
    return Items(
        tuple(item for item in things if item is not None),
        tuple(item for item in facts if item is not None),
        tuple(faults),
        is_whole,
    )


def dropped(fault: Fault, item: object) -> Dropped:
    """An item that is not taken, in ASCII, so that nothing in it reorders a line or runs as a formula."""
    try:
        text = json.dumps(item)
    except (RecursionError, ValueError):
        text = '"…"'
    return Dropped(fault, text[:_SHOWN])


def _parsed(text: str) -> tuple[Mapping[str, object] | None, bool]:
    """The JSON object of a text, and whether it is whole; what a cut-off one still holds where it is not."""
    start = text.find("{")
    if start < 0:
        return None, False
    try:
        found, _ = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return _rescued(text), False
    return (found, True) if isinstance(found, dict) else (None, False)


def _rescued(text: str) -> Mapping[str, object] | None:
    """The items of the two lists that stand whole in a text that ends too early."""
    mark = _MARK.search(text)
    found: dict[str, object] = {"mark": mark[1]} if mark else {}
    decoder = json.JSONDecoder()
    for key in LONGEST_LISTS:
        opening = re.search(rf'"{key}"\s*:\s*\[', text)
        items: list[object] = []
        at = opening.end() if opening else len(text)
        while (match := re.compile(r"[\s,]*(?=\{)").match(text, at)) is not None:
            try:
                item, at = decoder.raw_decode(text, match.end())
            except (ValueError, RecursionError):
                break
            items.append(item)
        if opening:
            found[key] = items
    return found if len(found) > 1 else None


def _listed(found: Mapping[str, object], key: str, faults: list[Dropped]) -> list[object]:
    items = found.get(key, [])
    if not isinstance(items, list):
        faults.append(dropped(Fault.WRONG_SHAPE, {key: items}))
        return []
    most = LONGEST_LISTS[key]
    faults += [Dropped(Fault.TOO_MANY, "")] * len(items[most:])
    return items[:most]


def _thing(item: object, faults: list[Dropped]) -> ThingItem | None:
    cells = _cells(item, ("id", "name", "as_written", "class"), ())
    if cells is None:
        faults.append(dropped(Fault.WRONG_SHAPE, item))
        return None
    return ThingItem(*cells)


def _fact(item: object, faults: list[Dropped]) -> FactItem | None:
    cells = _cells(item, ("subject", "predicate", "object", "quote"), ("status", "from", "until", "on_behalf_of"))
    if cells is None:
        faults.append(dropped(Fault.WRONG_SHAPE, item))
        return None
    return FactItem(*cells)


def _cells(item: object, needed: tuple[str, ...], optional: tuple[str, ...]) -> list[str] | None:
    """The texts of an item's keys; None where one is missing or no text. An optional one may be null."""
    if not isinstance(item, dict):
        return None
    values = [*(item.get(key) for key in needed), *(item.get(key) or "" for key in optional)]
    texts = [" ".join(value.split()) for value in values if isinstance(value, str)]
    if len(texts) < len(values) or not all(texts[: len(needed)]):
        return None
    return texts
