"""The day of the scene: what was signed at the end of a visit was signed on the day that the visit was told with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.draft.dating import Told
from kg.draft.reading import ReadSentence
from kg.draft.triggers import Trigger
from kg.draft.words import Sentence
from kg.facts.dates import PartialDate

_BULLET = re.compile(r"\s*(?:[•●▪*·–—-]|\d{1,2}[).])\s")
_DAY = len("2026-01-01")
_MOST_LINES = 2
_FOUNDING = frozenset({"open", "establish", "launch", "operate", "start", "hold", "build"})


def foreseen_days(
    read: ReadSentence, dates: Sequence[Told], verbs: Sequence[Trigger], published: PartialDate | None
) -> Iterator[tuple[str, Told]]:
    """The things that a sentence says will be opened, and when: the center is to open in March 2027."""
    ahead = [d for d in dates if published is not None and PartialDate.parse(d.text).latest > published.latest]
    things = [m for m in read.mentions if m.is_reference and m.class_name != "Person"]
    if len(ahead) == 1 and things and any(verb.frame in _FOUNDING for verb in verbs):
        yield things[0].entity, ahead[0]


@dataclass
class Scene:
    """Follows an article sentence by sentence: the day that the text told last, and that of what it narrates."""

    day: str = ""
    """The day that was told last, of whatever."""
    told: Told | None = None
    """The last day of what had happened by then; none after the head of a list."""
    line: int = 0
    lines: int = 0

    def enter(self, sentence: Sentence, dates: Sequence[Told], published: PartialDate | None) -> None:
        """The next sentence, with its dates."""
        begins = sentence.text.rfind("\n", 0, sentence.start) + 1
        if begins != self.line:
            self.line, self.lines = begins, self.lines + 1
            if self.lines > _MOST_LINES or _BULLET.match(sentence.text, begins):
                self.told = None
        for each in dates:
            if each.reported or len(each.text) != _DAY:
                continue
            self.day = each.text
            if published is None or PartialDate.parse(each.text).earliest <= published.latest:
                self.told, self.lines = each, 0
