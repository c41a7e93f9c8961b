"""What a path is made of: hops, and the claims that make each of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """One claim that joins two neighbours. `forward` says whether it runs along the path.

    In a path of partnerships, `via` is the agreement, initiative or post that both ends are tied to: the claim then
    joins one end to it. It is empty where the claim joins the two ends themselves.
    """

    claim: str
    predicate: str
    forward: bool
    via: str = ""


@dataclass(frozen=True)
class Hop:
    """A step of a path, with every claim that joins its two ends."""

    start: str
    end: str
    links: tuple[Link, ...]


Path = tuple[Hop, ...]
