"""What a path is made of: hops, and the claims that make each of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """One claim that joins two neighbours. `forward` says whether it runs along the path.

    In a path of partnerships, `via` is the agreement, initiative or post that both ends are tied to: the claim then
    joins the start of the hop to it, or (if not `near`) it to the end. It is empty where the claim joins the ends.
    """

    claim: str
    predicate: str
    forward: bool
    via: str = ""
    near: bool = True


@dataclass(frozen=True)
class Hop:
    """A step of a path, with every claim that joins its two ends."""

    start: str
    end: str
    links: tuple[Link, ...]

    def ends(self, link: Link) -> tuple[str, str]:
        """What one of its links runs from, and to.

        >>> hop = Hop("a", "b", (Link("1", "partyTo", True, "pact"), Link("2", "partyTo", False, "pact", near=False)))
        >>> [hop.ends(link) for link in hop.links]
        [('a', 'pact'), ('b', 'pact')]
        """
        left, right = (self.start, link.via or self.end) if link.near else (link.via, self.end)
        return (left, right) if link.forward else (right, left)


Path = tuple[Hop, ...]
