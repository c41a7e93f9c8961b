"""How things are connected, by their names, in words: `kg.paths` and `kg.connect`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from html import escape

from kg.facts.problems import CallError
from kg.network.costs import UNIT, Cost, price_of
from kg.network.filters import Filters
from kg.network.ground import Ground, ground_of
from kg.network.hops import Path
from kg.network.joining import join
from kg.network.paths import best_paths, paths_within
from kg.network.routes import Price
from kg.rdf.catalogue import Catalogue
from kg.rdf.vocabulary import ID
from kg.views.argument import Arguing, Argument, Thing, Value, word

LIMIT = 100
"""So many paths are listed at most, where all within a length are asked for."""
NO_FILTERS = Filters()


@dataclass(frozen=True)
class Listed:
    """Paths in words, and whether there are more than the limit."""

    arguments: tuple[Argument, ...]
    more: bool


@dataclass(frozen=True)
class JoinedPiece:
    """Parties that are connected, and the paths that join them; see `kg.network.joining.Piece`."""

    parties: tuple[Thing, ...]
    arguments: tuple[Argument, ...]
    connectors: tuple[Thing, ...]
    size: int

    def to_dict(self) -> dict[str, Value]:
        """The parties, the connectors, the size of the component and the paths, these as `Argument.to_dict`."""
        return {
            "parties": [thing.to_dict() for thing in self.parties],
            "connectors": [thing.to_dict() for thing in self.connectors],
            "size": self.size,
            "paths": [argument.to_dict() for argument in self.arguments],
        }


@dataclass(frozen=True)
class Connection:
    """What joins several parties: one piece if all are connected, else several, largest first."""

    pieces: tuple[JoinedPiece, ...]
    language: str

    @property
    def is_whole(self) -> bool:
        """Whether all parties are connected."""
        return len(self.pieces) == 1

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The paths of all pieces."""
        return tuple(argument for piece in self.pieces for argument in piece.arguments)

    @property
    def title(self) -> str:
        """Whom it joins."""
        names = ", ".join(thing.name for piece in self.pieces for thing in piece.parties)
        return word("joining", self.language, names=names)

    def rows(self) -> list[tuple[str | int, ...]]:
        """A row for each piece of evidence, with the columns of a path's rows."""
        return [row for number, argument in enumerate(self.arguments, 1) for row in argument.rows(number)]

    def to_dict(self) -> dict[str, Value]:
        """`pieces`, each with `parties`, `connectors`, `size` and `paths`; see `Argument.to_dict`."""
        return {"pieces": [piece.to_dict() for piece in self.pieces]}

    def to_graphml(self) -> str:
        """The pieces as GraphML (see `kg.views.argument_network`)."""
        from kg.views.argument_network import to_graphml

        return to_graphml(self.arguments)

    def note(self, piece: JoinedPiece) -> str:
        """What a piece needed to hold together, and how much else it is connected to."""
        added = ", ".join(thing.name for thing in piece.connectors) or word("none_added", self.language)
        size = word("size", self.language, n=f"{piece.size:,}")
        if len(piece.parties) == 1:
            return f"{piece.parties[0].name} ({size})"
        return f"{word('connectors', self.language)}: {added} ({size})"

    def __str__(self) -> str:
        lines = []
        for piece in self.pieces:
            lines += [*map(str, piece.arguments), self.note(piece)]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        """The chains for a notebook; names and quotes are escaped."""
        parts = [f"<p><strong>{escape(self.title)}</strong></p>"]
        for piece in self.pieces:
            parts += [argument._repr_html_() for argument in piece.arguments]
            parts.append(f"<p>{escape(self.note(piece))}</p>")
        return f"<div>{''.join(parts)}</div>"


def paths(
    catalogue: Catalogue,
    start: str,
    end: str,
    *,
    count: int = 1,
    within: int | None = None,
    limit: int = LIMIT,
    by: Cost | str = Cost.HOPS,
    partners: bool = False,
    filters: Filters = NO_FILTERS,
    day: dt.date | None = None,
    language: str = "en",
) -> list[Argument]:
    """Up to `count` paths between two things, the best first; with `within`, all of at most so many hops.

    Things are named by id, IRI or any name in any language. `by` is what a path costs (`kg.Cost`); `partners` makes
    each hop a partnership: a direct tie or a shared agreement, initiative or post. `day` is what ages are counted from.
    An empty list says that there is no path. Raises CallError for a name that is unknown or unclear, for an unknown
    class, property or source in `filters`, and where more than `limit` paths are within the length.

    Example::

        import kg

        catalogue = kg.open_build("build")
        found = kg.paths(catalogue, "SOCAR", "Davos Forumu", count=3, language="az")
        print(found[0])
    """
    ends = resolve(catalogue, start), resolve(catalogue, end)
    ground = _ground(catalogue, filters, partners=partners)
    listed = list_paths(catalogue, ground, *ends, count=count, within=within, limit=limit, by=by, day=day, to=language)
    if listed.more:
        raise CallError(f"more than {limit} paths lie within {within} hops. Take fewer hops, or a higher limit.")
    return list(listed.arguments)


def connect(
    catalogue: Catalogue,
    *parties: str,
    by: Cost | str = Cost.HOPS,
    partners: bool = False,
    filters: Filters = NO_FILTERS,
    day: dt.date | None = None,
    language: str = "en",
) -> Connection:
    """The smallest piece of the network that joins several parties, as far as it can be found in reasonable time.

    How good that is, and what is done with places, is told in `kg.network.joining.join`. Names and options are as for
    `kg.paths`; raises CallError as it does, and for fewer than two different parties.

    Example::

        import kg

        catalogue = kg.open_build("build")
        found = kg.connect(catalogue, "SOCAR", "4SİM", "World Economic Forum")
        print(found)
    """
    found = [resolve(catalogue, party) for party in parties]
    ground = _ground(catalogue, filters, partners=partners)
    return connect_all(catalogue, ground, found, by=by, day=day, to=language)


def resolve(catalogue: Catalogue, text: str) -> str:
    """The id of the thing that a text names; CallError where it names none or several."""
    return catalogue.names.resolve(text.removeprefix(ID).removeprefix("id:"))


def list_paths(
    catalogue: Catalogue,
    ground: Ground,
    start: str,
    end: str,
    *,
    count: int = 1,
    within: int | None = None,
    limit: int = LIMIT,
    by: Cost | str = Cost.HOPS,
    day: dt.date | None = None,
    to: str = "en",
) -> Listed:
    """Paths between two things by their ids, told to a reader of the language `to`."""
    _check_ends(catalogue, ground, (start, end), to)
    cost = Cost(by)
    price = price_of(cost, ground, catalogue, day)
    chosen = None if cost is Cost.HOPS else price
    if within is None:
        found, more = best_paths(ground, start, end, count, chosen), False
    else:
        all_ = paths_within(ground, start, end, within, limit, chosen)
        found, more = list(all_.paths), all_.more
    arguing = Arguing(catalogue, ground, to)
    return Listed(tuple(_argument(arguing, path, cost, price) for path in found), more)


def connect_all(
    catalogue: Catalogue,
    ground: Ground,
    parties: list[str],
    *,
    by: Cost | str = Cost.HOPS,
    day: dt.date | None = None,
    to: str = "en",
) -> Connection:
    """What joins several things by their ids, told to a reader of the language `to`."""
    _check_ends(catalogue, ground, tuple(dict.fromkeys(parties)), to)
    cost = Cost(by)
    price = price_of(cost, ground, catalogue, day)
    arguing = Arguing(catalogue, ground, to)
    pieces = [
        JoinedPiece(
            parties=tuple(map(arguing.thing, piece.parties)),
            arguments=tuple(_argument(arguing, path, cost, price) for path in piece.paths),
            connectors=tuple(map(arguing.thing, piece.connectors)),
            size=piece.size,
        )
        for piece in join(ground, parties, None if cost is Cost.HOPS else price)
    ]
    return Connection(tuple(pieces), to)


def _ground(catalogue: Catalogue, filters: Filters, *, partners: bool) -> Ground:
    avoid = tuple(sorted({resolve(catalogue, text) for text in filters.avoid}))
    return ground_of(catalogue, replace(filters, avoid=avoid).checked(catalogue), partners=partners)


def _check_ends(catalogue: Catalogue, ground: Ground, ends: tuple[str, ...], language: str) -> None:
    """Raises CallError where these cannot be the ends of a path."""
    things = catalogue.entities
    names = {key: f"{things[key].label(language)} (id:{key})" for key in ends}
    if len(set(ends)) < 2:
        raise CallError(f"all names mean the same thing: {names[ends[0]]}.")
    for key in ends:
        if key in ground.filters.avoid:
            raise CallError(f"{names[key]} is to be avoided, and an end of the path.")
        if not ground.has(key):
            raise CallError(f"partners are organisations, countries and people; {names[key]} is none of these.")


def _argument(arguing: Arguing, path: Path, cost: Cost, price: Price) -> Argument:
    total = sum(price(hop.start, hop.end) for hop in path)
    return arguing.argument(path, cost.value, round(total / UNIT, 6))
