"""Positions of several days side by side."""

from __future__ import annotations

from kg.network.centrality import Score
from kg.network.movement import movers, tracks


def ranking(*nodes: str) -> list[Score]:
    return [Score(node, 1 / position, position) for position, node in enumerate(nodes, start=1)]


def test_tracks_and_movers() -> None:
    found = tracks([ranking("a", "b", "c", "gone"), ranking("c", "a"), ranking("c", "new", "a", "b")])
    told = {track.node: ([score.position if score else None for score in track.scores], track.rise) for track in found}
    assert list(told) == ["c", "new", "a", "b", "gone"]
    assert told == {
        "c": ([3, 1, 1], 2),
        "new": ([None, None, 2], 0),
        "a": ([1, 2, 3], -2),
        "b": ([2, None, 4], -2),
        "gone": ([4, None, None], None),
    }
    assert [track.node for track in found if track.is_new] == ["new"]
    assert [track.node for track in found if track.has_left] == ["gone"]
    assert [track.node for track in movers(found)] == ["c", "a", "b"]


def test_who_stays_is_no_mover() -> None:
    assert movers(tracks([ranking("a", "b"), ranking("a", "b")])) == []
    assert tracks([[], []]) == []
