"""The explorer's data read back in Python, as its scripts read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

Data = Any


def unsigned(data: Data, text: str) -> str:
    return re.sub("[\ue000-\uf8ff]", lambda sign: str(data["signs"].get(sign[0], sign[0])), text)


def ids(data: Data) -> list[str]:
    found: list[str] = []
    for text in data["things"]["ids"]:
        found.append((found[-1] if found else "")[: int(text[0], 36)] + text[1:])
    return found


def names(data: Data, thing: int) -> list[tuple[str, str, str]]:
    """Language, text and rank of each name."""
    told = []
    for name in data["things"]["names"][thing]:
        language, rank = data["things"]["tags"][name[0]]
        told.append((language, unsigned(data, name[1:]), rank))
    return told


def claims(data: Data) -> Iterator[tuple[int, int, Any]]:
    """Place, subject and object of each claim."""
    counts = data["claims"]["counts"]
    subjects = [thing for thing, count in enumerate(counts) for _ in range(count)]
    yield from zip(range(len(subjects)), subjects, data["claims"]["object"], strict=True)


def evidence(data: Data) -> Iterator[list[tuple[str, str]]]:
    """Source and words of each piece of evidence, claim after claim."""
    columns = data["evidence"]
    at = 0
    for claim in range(len(data["claims"]["predicate"])):
        count = columns["counts"].get(str(claim), 1)
        rows = range(at, at + count)
        yield [(data["sources"][columns["source"][row]]["id"], unsigned(data, columns["text"][row])) for row in rows]
        at += count


def unstepped(steps: list[int]) -> list[int]:
    return list(accumulate(steps))
