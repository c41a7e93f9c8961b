"""Keys of registries to ids of things: stable, and different for different keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.facts.model import digest
from kg.facts.new_source import slug
from kg.facts.reading import is_id
from kg.importing.countries import country_code, country_names
from kg.importing.mapping import KeySpace

COUNTRY_SCHEME = "iso3166-1"
_SAFE = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_LONGEST = 80
_MOST = 500_000
"""How many keys are remembered."""


@dataclass(frozen=True)
class Key:
    """What a key came to: an id, the identifier that is kept, the text of the key itself."""

    id: str
    identifier: str
    raw: str
    space: KeySpace


class Keys:
    """The key spaces of a mapping file, and which things of the project have which identifiers already."""

    def __init__(self, spaces: tuple[KeySpace, ...], known: Mapping[str, str], taken: Mapping[str, str]) -> None:
        """`known`: identifier to id, `taken`: id to class, of the tables that people write."""
        self._spaces = {space.name: space for space in spaces}
        self._by_beginning = sorted(spaces, key=lambda space: (-len(space.begins), space.name))
        self._known = known
        self._taken = taken
        self._found: dict[tuple[str, str], Key] = {}

    def found(self, text: str, space: str) -> Key | None:
        """The key that a cell holds, if it was held by another not long ago."""
        return self._found.get((space, text))

    def key(self, text: str, space: str) -> Key:
        """The key that a cell holds; `space` may be empty. ValueError says what is wrong with it."""
        found = self._key(text, space)
        if len(self._found) >= _MOST:
            self._found.clear()
        self._found[space, text] = found
        return found

    def _key(self, text: str, name: str) -> Key:
        space = self._spaces[name] if name else self._space(text)
        if not text.startswith(space.begins):
            raise ValueError(f"'{text}' does not begin with '{space.begins}'")
        raw = text[len(space.begins) :].strip()
        if not raw:
            raise ValueError(f"'{text}' is no key")
        if space.countries:
            return self._country(raw, space)
        identifier = f"{space.scheme}:{raw.replace(' ', '%20')}" if space.scheme else ""
        own = self._known.get(identifier)
        return Key(own or space.id + safe(raw), identifier, raw, space)

    def _space(self, text: str) -> KeySpace:
        for space in self._by_beginning:
            if text.startswith(space.begins):
                return space
        raise ValueError(f"'{text}' begins like none of the keys")

    def _country(self, raw: str, space: KeySpace) -> Key:
        code = country_code(raw)
        if code is None:
            raise ValueError(f"'{raw}' is no country that CLDR knows")
        identifier = f"{COUNTRY_SCHEME}:{code}"
        own = self._known.get(identifier)
        id_ = own or slug(country_names(code)["en"])
        if own is None and self._taken.get(id_, "Country") != "Country":
            id_ = f"country-{code.lower()}"
        return Key(id_, identifier, code, space)


def safe(raw: str) -> str:
    """The end of an id for a key: itself where it can be one, else its words and a digest, so that no two are alike.

    >>> safe("0abc.1"), safe("GB-100"), safe("Şirkət № 5")
    ('0abc.1', 'gb-100', 'sirket-no-5-9f6fa358')
    """
    if len(raw) <= _LONGEST:
        if _SAFE.fullmatch(raw):
            return raw
        if raw == raw.upper() and raw.isascii() and _SAFE.fullmatch(raw.lower()):
            return raw.lower()
    words = slug(raw)
    return f"{words}-{digest(raw)[:8]}" if words else digest(raw)[:12]


def space_fault(space: KeySpace) -> str | None:
    """What is wrong with a key space; None where nothing is."""
    if space.id and not is_id(space.id + "x"):
        return f"ids cannot begin with '{space.id}'"
    if space.scheme and not re.fullmatch("[a-z0-9-]+", space.scheme):
        return f"'{space.scheme}' is no scheme of identifiers"
    return None
