"""What shows itself in a notebook: a thing's card, a picture of a path, a neighbourhood or a network.

Both are HTML without a script, with every text escaped: a notebook runs what a cell returns. Colours are those of the
notebook, so that they suit its theme.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

import networkx as nx

from kg.facts.problems import CallError
from kg.network import projection
from kg.network.paths import Path
from kg.rdf.catalogue import Catalogue
from kg.views.canvas import Theme, plain
from kg.views.drawing import neighbourhood_svg, network_svg, path_svg
from kg.views.notes import Note, Teller, Tie

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_QUIET = "opacity:.72;font-size:.9em"
_STYLE = "max-width:52em;line-height:1.45"


@dataclass(frozen=True)
class Card:
    """A thing with its names and facts, each fact a sentence with quotes and sources."""

    name: str
    kind: str
    id: str
    names: tuple[tuple[str, str], ...]
    """Language and name."""
    notes: tuple[Note, ...]
    _titles: tuple[str, ...]
    """What the list of facts is called, and what is said where there are none."""

    def _repr_html_(self) -> str:
        names = "".join(
            f'<span lang="{escape(language)}" style="margin-right:1.2em">{_safe(name)} '
            f'<span style="{_QUIET}">{_safe(language)}</span></span>'
            for language, name in self.names
        )
        facts, none = self._titles
        told = f"<p><b>{_safe(facts)}</b></p>{notes_html(self.notes)}" if self.notes else f"<p>{_safe(none)}</p>"
        about = f'<span style="{_QUIET}">{_safe(self.kind)} · id:{_safe(self.id)}</span>'
        name = f'<b style="font-size:1.2em">{_safe(self.name)}</b>'
        return f'<div style="{_STYLE}"><p>{name} {about}</p><p>{names}</p>{told}</div>'

    def __str__(self) -> str:
        lines = [f"{self.name} ({self.kind}, id:{self.id})", *(f"  {note.sentence}" for note in self.notes)]
        return "\n".join(lines)


@dataclass(frozen=True)
class Picture:
    """An SVG document that shows itself; `svg` is its text."""

    svg: str

    def _repr_html_(self) -> str:
        # As an image no browser runs anything in it, and Jupyter shows it in notebooks that it does not trust too.
        title = _TITLE.search(self.svg)
        words = escape(unescape(title[1])) if title else ""
        data = base64.b64encode(self.svg.encode()).decode()
        return f'<img style="max-width:100%" alt="{words}" src="data:image/svg+xml;base64,{data}">'


if TYPE_CHECKING:
    _MultiDiGraph = nx.MultiDiGraph[str]
else:
    _MultiDiGraph = nx.MultiDiGraph


class TiesNetwork(_MultiDiGraph):
    """A ties network that shows itself; a piece of one, or a copy, is a plain network to be shown with `picture`."""

    catalogue: Catalogue | None = None

    def _repr_html_(self) -> str | None:
        return None if self.catalogue is None else picture(self.catalogue, self)._repr_html_()


def to_network(catalogue: Catalogue, *, ties_only: bool = True) -> TiesNetwork:
    """The ties network of `kg.network.projection.to_network`, as one that shows itself.

    Example::

        import kg

        network = kg.to_network(kg.open_build("build"))  # the last line of a cell shows it
    """
    network = TiesNetwork(projection.to_network(catalogue, ties_only=ties_only))
    network.catalogue = catalogue
    return network


def card(catalogue: Catalogue, name: str, language: str = "en") -> Card:
    """A thing's card, by its id, IRI or any of its names; raises CallError where it names none or several.

    Example::

        import kg

        card = kg.card(kg.open_build("build"), "SOCAR", "az")  # the last line of a cell shows it
    """
    key, teller = catalogue.names.resolve(name), Teller(catalogue, language)
    entity = catalogue.entities[key]
    ties = [Tie(claim.key, claim.predicate, claim.subject, claim.object) for claim in catalogue.about(key)]
    return Card(
        name=teller.words.name(key),
        kind=teller.words.kind(entity),
        id=key,
        names=tuple((item.language, item.text) for item in entity.names),
        notes=tuple(map(teller.note, ties)),
        _titles=(teller.said("facts"), teller.said("no_facts")),
    )


def picture(
    catalogue: Catalogue,
    what: str | Path | nx.MultiDiGraph[str],
    language: str = "en",
    *,
    steps: int = 1,
    dark: bool = False,
) -> Picture:
    """A picture of a thing and its ties (`what` is a name), of a path, or of a ties network (see `to_network`).

    Example::

        import kg

        picture = kg.picture(kg.open_build("build"), "SOCAR", steps=2)  # the last line of a cell shows it
    """
    theme = Theme.DARK if dark else Theme.LIGHT
    if isinstance(what, str):
        return Picture(neighbourhood_svg(catalogue, catalogue.names.resolve(what), steps, language, theme))
    if isinstance(what, nx.MultiDiGraph):
        return Picture(network_svg(catalogue, what, language, theme))
    if isinstance(what, tuple) and what:
        return Picture(path_svg(catalogue, what, language, theme))
    raise CallError("a picture is of a thing's name, a path that is not empty, or a network from kg.to_network.")


def notes_html(notes: Sequence[Note]) -> str:
    """Notes as a numbered list, safe to stand in any page: sentences with dates, under each its quotes and sources."""
    items = []
    for note in notes:
        date = f" <b>[{_safe(note.date)}]</b>" if note.date else ""
        quiet = [note.remark] if note.remark else []
        quiet += [f"{told} — {about}" for told, about in note.proofs]
        lines = "".join(f'<div style="{_QUIET}">{_safe(line)}</div>' for line in quiet)
        items.append(f'<li style="margin-bottom:.5em">{_safe(note.sentence)}{date}{lines}</li>')
    return f"<ol>{''.join(items)}</ol>"


def _safe(text: str) -> str:
    return escape(plain(text))
