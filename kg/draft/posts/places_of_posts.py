"""The places before a post: those that somebody is in charge of, sits in or was sent to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.spans import Mention

PLACES = ("Country", "City", "Region")
OVER = {"az": "üzrə ", "kk": "бойынша ", "uz": "bo‘yicha "}
"""What stands after the region that somebody is in charge of: X şirkətinin Azərbaycan üzrə direktoru."""
_LISTED = re.compile(r",? (?:(?:və|және|мен|va|hamda) )?")
SENT_THERE = re.compile(
    r"\s(?:\w+\s)?(?:ölkəmizə\s)?(?:yeni\s)?(?:təyin|akkreditə)\s(?:olunmuş|edilmiş|olunan|edilən)\s(?:\w+\s)?|\sölkəmizdəki\s"
)
"""What says before a post that somebody was sent: Azərbaycana yeni təyin olunmuş."""
_NO_HOLDERS = (*PLACES, "Person", "Event", "Meeting", "OpeningCeremony", "PanelDiscussion")
"""What has no posts in a place."""


def before_list(before: Sequence[Mention], text: str) -> int:
    """Where the last before a list of places at the end is: BP-nin Azərbaycan, Gürcüstan və Türkiyə üzrə …"""
    at = len(before) - 2
    while at > 0 and before[at].class_name in PLACES and _LISTED.fullmatch(text, before[at].end, before[at + 1].start):
        at -= 1
    return at


def is_sent_there(place: Mention, gap: str) -> bool:
    """Whether a country before a post is only where somebody was sent."""
    return place.language == "az" and place.case == "dat" and SENT_THERE.fullmatch(gap) is not None


def is_place_of_post(body: Mention | None, place: Mention, text: str) -> bool:
    """Whether a place before a post only says for where somebody in a body is: X-in Bakı koordinatoru."""
    if body is None or place.language != "az" or place.class_name not in PLACES or place.case:
        return False
    owns = body.case == "gen" and body.class_name not in _NO_HOLDERS
    return owns and not text[body.end : place.start].strip(' »”"')
