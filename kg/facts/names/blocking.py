"""Which things are worth comparing: those that share something rare in their names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from kg.facts.model import Entity, Name
from kg.facts.names.acronyms import openings
from kg.facts.names.folding import fold, frame
from kg.facts.names.tokens import Token, TokenKind, read_name

Key = tuple[str, ...]

_MOST_SHARED = 25
"""A key that more things have tells too little by itself, and is used in twos and threes."""
_COMMON_KEYS = 7
_PER_THING = 12
_NAMED = frozenset({TokenKind.NAME, TokenKind.ACRONYM})


def candidate_pairs(
    entities: Iterable[Entity], per_thing: int = _PER_THING, keys: Sequence[frozenset[Key]] | None = None
) -> list[tuple[str, str]]:
    """Pairs of ids that share rare keys of their names or an identifier, each sorted, sorted.

    The time is near linear: a key makes pairs only while few things have it, and a thing keeps the `per_thing`
    others that it shares the rarest keys with. `keys` are those of each thing in the order of the ids (see `keys_of`),
    where somebody has worked them out already.

    >>> from kg.facts.model import Name, NameRank, Row
    >>> def thing(key, language, text):
    ...     name = Name(key, language, text, NameRank.PREFERRED, "")
    ...     return Entity(key, "Company", "", (), (name,), (key,), Row("", 0))
    >>> candidate_pairs([thing("a", "ru", "Шерматов"), thing("b", "en", "Shermatov"), thing("c", "en", "Smith")])
    [('a', 'b')]
    """
    listed = sorted(entities, key=lambda entity: entity.id)
    keys = keys if keys is not None else [keys_of(entity) for entity in listed]
    holders: dict[Key, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            holders[key].append(index)
    blocks: dict[Key, list[int]] = {key: found for key, found in holders.items() if 1 < len(found) <= _MOST_SHARED}
    blocks.update(_joint_blocks(keys, holders))
    nearness: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for found in blocks.values():
        weight = 1.0 / math.log2(1 + len(found))
        for one, other in combinations(found, 2):
            nearness[one][other] += weight
            nearness[other][one] += weight
    kept: set[tuple[int, int]] = set()
    for one in sorted(nearness):
        best = sorted(nearness[one].items(), key=lambda item: (-item[1], item[0]))[:per_thing]
        kept.update((min(one, other), max(one, other)) for other, _ in best)
    return [(listed[one].id, listed[other].id) for one, other in sorted(kept)]


def _joint_blocks(keys: Sequence[frozenset[Key]], holders: dict[Key, list[int]]) -> dict[Key, list[int]]:
    """Blocks by two or three keys that are each too common: ministry and health, state and medical and university."""
    joint: dict[Key, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        common = [key for key in own if len(holders[key]) > _MOST_SHARED]
        rarest = sorted(common, key=lambda key: (len(holders[key]), key))[:_COMMON_KEYS]
        for size in (2, 3):
            for chosen in combinations(sorted(rarest), size):
                joint[sum(chosen, ())].append(index)
    return {key: found for key, found in joint.items() if 1 < len(found) <= _MOST_SHARED}


def keys_of(entity: Entity) -> frozenset[Key]:
    """What a thing may be found by: its identifiers, and what its names say and sound like."""
    found: set[Key] = {("identifier", identifier) for identifier in entity.identifiers}
    for name in entity.names:
        found.update(_name_keys(name))
    return frozenset(found)


def _name_keys(name: Name) -> Iterator[Key]:
    tokens = read_name(name.text, name.language)
    yield "name", fold(name.text)
    yield ("all", *sorted(_meaning(token) for token in tokens if token.kind.weight > TokenKind.FILLER.weight))
    for token in tokens:
        if token.kind is TokenKind.ACRONYM or (len(tokens) == 1 and name.text.isupper()):
            yield "acronym", fold(token.text)
        if token.kind in _NAMED:
            yield "heard", token.sounds[0] if token.sounds else token.text
            for sound in token.sounds[:6]:
                yield "sound", frame(sound)
        if token.kind.weight > TokenKind.FILLER.weight and token.concepts:
            yield "concept", min(token.concepts)
        for place in token.places:
            yield "place", place
        if token.number:
            yield "number", token.number
    syllables = [token.sounds[0] for token in tokens if token.kind is TokenKind.SYLLABLE]
    for one, other in pairwise(syllables):
        yield "sound", frame(one + other)
    yield from _initials(tokens, name.language)


def _meaning(token: Token) -> str:
    if token.concepts or token.places:
        return min(token.places or token.concepts)
    return frame(token.sounds[0]) if token.sounds else token.text


def _initials(tokens: tuple[Token, ...], language: str) -> Iterator[Key]:
    """The acronyms that a name of three words or more may have, in its language and in English."""
    words = [token for token in tokens if token.kind.weight >= TokenKind.SCOPE.weight]
    if len(words) < 3:
        return
    rest = "".join(token.number or fold(token.text)[:1] for token in words[1:])
    for length in (1, 2, 3):
        yield "acronym", (words[0].number or fold(words[0].text)[:length]) + rest
    if language != "en":
        letters = [sorted(o for o in openings(token, "en", same_language=False) if len(o) == 1)[:1] for token in words]
        if all(letters):
            yield "acronym", "".join(letter[0] for letter in letters)
