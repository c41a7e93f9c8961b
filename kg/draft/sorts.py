"""Classes of things that sentences speak of alike: places, initiatives, events; the others are agents."""

from __future__ import annotations

from kg.draft.spans import Mention

PLACES = ("City", "Country", "Region")
INITIATIVES = ("Initiative", "Programme", "Strategy", "Network", "Cluster", "Platform")


def sort_of(mention: Mention) -> str:
    """The sort by which names stand in one list: only those of a sort do."""
    name = mention.class_name
    if name in ("City", "Region", "Place"):
        return "place"
    if name in ("Person", "Agreement"):
        return name
    if name in ("Event", "Meeting", "PanelDiscussion", "OpeningCeremony"):
        return "event"
    if name in INITIATIVES:
        return "initiative"
    return "agent"
