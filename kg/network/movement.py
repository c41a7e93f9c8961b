"""Who rises and who falls: positions of several days side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.network.centrality import Score


@dataclass(frozen=True)
class Track:
    """A node's score on each day, None where it had no tie."""

    node: str
    scores: tuple[Score | None, ...]

    @property
    def rise(self) -> int | None:
        """By how many positions it rose from its first day to the last; None where it has no tie on the last."""
        first, last = next(score for score in self.scores if score is not None), self.scores[-1]
        return first.position - last.position if last is not None else None

    @property
    def is_new(self) -> bool:
        """Whether it had no tie on the first day."""
        return self.scores[0] is None

    @property
    def has_left(self) -> bool:
        """Whether it has no tie on the last day."""
        return self.scores[-1] is None


def tracks(rankings: Sequence[Sequence[Score]]) -> list[Track]:
    """The tracks of all nodes that stand on any of the days: by their last position, those who left behind."""
    by_day = [{score.node: score for score in ranking} for ranking in rankings]
    found = [
        Track(node, tuple(day.get(node) for day in by_day)) for node in sorted({node for day in by_day for node in day})
    ]
    return sorted(found, key=_order)


def movers(found: Sequence[Track]) -> list[Track]:
    """Those who stand on the first and on the last day, the furthest moved first; who stayed is left out."""
    moved = [track for track in found if not track.is_new and not track.has_left and track.rise]
    return sorted(moved, key=lambda track: (-abs(track.rise or 0), _order(track)))


def _order(track: Track) -> tuple[bool, int, str]:
    """By the position on the last day on which it stood."""
    latest = next(score for score in reversed(track.scores) if score is not None)
    return track.has_left, latest.position, track.node
