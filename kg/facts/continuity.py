"""Which things of two builds are the same: they share an id, whatever else was merged, split or renamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.facts.changes import Change, ThingChange
from kg.facts.model import Entity, Name, NameRank

_SHOWN = (NameRank.PREFERRED, NameRank.RENDERING)


class Continuity:
    """The things of an old and a new build, and which of them share ids."""

    def __init__(self, old: Mapping[str, Entity], new: Mapping[str, Entity]) -> None:
        self.old = old
        self.new = new
        new_nodes = {key: entity.id for entity in new.values() for key in entity.ids}
        self._forward = {
            entity.id: tuple(sorted({new_nodes[key] for key in entity.ids if key in new_nodes}))
            for entity in old.values()
        }
        self.successors: Mapping[str, str] = {
            key: key if key in targets else targets[0] for key, targets in self._forward.items() if targets
        }
        """Each old thing that is still there to the new one that it is; of a split one, to that which has its id."""

    def forward(self, value: str) -> tuple[str, ...]:
        """The new ids of an old thing, none if it is gone; any text that is no thing's id as it is."""
        return self._forward.get(value, (value,))

    def groups(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Old and new ids of things that are connected by shared ids, sorted."""
        backward: dict[str, list[str]] = {key: [] for key in self.new}
        for key, targets in self._forward.items():
            for target in targets:
                backward[target].append(key)
        seen: set[str] = set()
        for start in sorted(self._forward):
            if start in seen:
                continue
            olds, news, open_ = {start}, set[str](), [start]
            while open_:
                for target in self._forward[open_.pop()]:
                    news.add(target)
                    found = set(backward[target]) - olds
                    olds |= found
                    open_ += found
            seen |= olds
            yield tuple(sorted(olds)), tuple(sorted(news))
        for key in sorted(key for key, sources in backward.items() if not sources):
            yield (), (key,)

    def changes(self) -> Iterator[ThingChange]:
        """What became of the things, those that are as they were left out."""
        for old, new in self.groups():
            changes: tuple[Change, ...] = ()
            if old and new:
                changes = tuple(_changes([self.old[key] for key in old], [self.new[key] for key in new]))
            if changes or len(old) != 1 or len(new) != 1:
                yield ThingChange(old, new, changes)


def _changes(old: list[Entity], new: list[Entity]) -> Iterator[Change]:
    """The values in which things differ from what they were; of several, what all of them have together."""
    single = len(old) == len(new) == 1
    if single and old[0].id != new[0].id and set(old[0].ids) == set(new[0].ids):
        yield Change("id", old[0].id, new[0].id)
    for what, before, after in (
        ("id", {key for entity in old for key in entity.ids}, {key for entity in new for key in entity.ids}),
        ("class", {entity.class_name for entity in old}, {entity.class_name for entity in new}),
        ("kind", {entity.kind for entity in old} - {""}, {entity.kind for entity in new} - {""}),
        (
            "identifiers",
            {text for entity in old for text in entity.identifiers},
            {text for entity in new for text in entity.identifiers},
        ),
    ):
        yield from value_changes(what, before, after)
    names = [[name for entity in entities for name in entity.names] for entities in (old, new)]
    yield from _name_changes(*names, single=single)


def value_changes(what: str, old: set[str], new: set[str]) -> Iterator[Change]:
    """One change where one value took the place of another, else one for each that came or went."""
    lost, gained = sorted(old - new), sorted(new - old)
    if len(lost) == len(gained) == 1:
        yield Change(what, lost[0], gained[0])
        return
    for value in lost:
        yield Change(what, value, "")
    for value in gained:
        yield Change(what, "", value)


def _name_changes(old: list[Name], new: list[Name], *, single: bool) -> Iterator[Change]:
    """Names that came, went or changed rank; of a single thing also the name that is shown, which is told once."""
    before, after = (_labels(old), _labels(new)) if single else ({}, {})
    relabelled = sorted(key for key in before.keys() & after.keys() if before[key] != after[key])
    for language in relabelled:
        yield Change("label", before[language], after[language], language)
    told = {(language, text[language]) for language in relabelled for text in (before, after)}
    was = {(name.language, name.text): name.rank for name in old}
    now = {(name.language, name.text): name.rank for name in new}
    for language, text in sorted(was.keys() | now.keys()):
        key = (language, text)
        if key in was and key in now:
            if single and was[key] is not now[key]:
                yield Change("name rank", was[key].value, now[key].value, language, text)
        elif key not in told:
            yield Change("name", text if key in was else "", text if key in now else "", language)


def _labels(names: list[Name]) -> dict[str, str]:
    """The name that is shown in each language."""
    return {name.language: name.text for name in reversed(names) if name.rank in _SHOWN}
