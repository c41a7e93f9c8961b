"""Pictures without a browser, for a report: a path, a thing's neighbourhood, a network; as SVG that argues.

Every line bears the number of a note: the sentence, its date, the quote, and who says so.
"""

from __future__ import annotations

from kg.facts.problems import CallError
from kg.network.paths import Hop, Path
from kg.rdf.catalogue import Catalogue
from kg.views.canvas import LINE_HEIGHT, Sheet, Theme, wrapped
from kg.views.network_drawing import neighbourhood_svg, network_svg
from kg.views.notes import GAP, Note, Teller, Tie, draw_note, note_height
from kg.views.style import look

__all__ = ["neighbourhood_svg", "network_svg", "path_svg", "png"]

WIDTH = 760
_MARGIN = 28
_RAIL = 58
"""Where the chain of things stands from left."""
_TEXT = 104
_RADIUS = 13
_ABOVE = 40
"""From the end of the notes to the middle of the next thing's shape."""
_NAME, _KIND = 16, 12.5


def path_svg(catalogue: Catalogue, path: Path, language: str = "en", theme: Theme = Theme.LIGHT) -> str:
    """A path as an SVG document: its things from top to bottom, between them each claim with its evidence.

    Example::

        import kg

        catalogue = kg.open_build("build")
        found = kg.shortest_paths(kg.to_network(catalogue), catalogue.schema, "socar", "world-economic-forum")
        svg = kg.path_svg(catalogue, found[0], "az")

    Raises CallError for a path without a hop.
    """
    if not path:
        raise CallError("a path without a hop joins nothing. Give one that kg.shortest_paths found.")
    sheet, teller = Sheet(theme), Teller(catalogue, language)
    first, last = (teller.words.name(key) for key in (path[0].start, path[-1].end))
    title = f"{first} … {last}"
    y = sheet.text((_MARGIN, 44), wrapped(title, WIDTH - 2 * _MARGIN, 19, bold=True), 19, bold=True) + 24
    sheet.text((_MARGIN, y + 14), [teller.said("path", n=len(path))], 13, colour=sheet.colours.muted)
    y += 34
    sheet.rule((_MARGIN, y), WIDTH - 2 * _MARGIN)
    y += 22 + _RADIUS
    number = 0
    middle = y
    for hop in path:
        below = _draw_thing(sheet, teller, hop.start, middle, strong=hop is path[0])
        notes = [teller.note(Tie.of(hop, link)) for link in hop.links]
        places = _stacked(notes, below + 22)
        _, end = places[-1]
        _draw_hop(sheet, teller, hop, (middle, end + _ABOVE), [top for top, _ in places], number + 1)
        for (top, _), note in zip(places, notes, strict=True):
            draw_note(sheet, (_TEXT, top), note, WIDTH - _TEXT - _MARGIN)
        number += len(notes)
        middle = end + _ABOVE
    # Shapes lie above the lines that lead to them.
    below = _draw_thing(sheet, teller, path[-1].end, middle, strong=True)
    return sheet.svg(WIDTH, below + 26, title)


def png(svg: str, scale: float = 2) -> bytes:
    """The picture of an SVG document as PNG, by resvg; raises CallError where that is not installed."""
    try:
        import resvg_py
    except ImportError:
        raise CallError(
            "PNG needs resvg, which is not installed. pip install 'partnership-kg[pictures]', or write SVG."
        ) from None
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=scale))


def _draw_thing(sheet: Sheet, teller: Teller, key: str, middle: float, *, strong: bool) -> float:
    """Draws a thing's shape with its name and kind beside it; where these end."""
    entity = teller.catalogue.entities[key]
    style = look(teller.catalogue.schema, entity.class_name)
    sheet.shape(style, (_RAIL, middle), _RADIUS * (1.15 if style.shape == "star" else 1), strong=strong)
    lines = wrapped(teller.words.name(key), WIDTH - _TEXT - _MARGIN, _NAME, bold=True)
    y = middle + 1
    y += sheet.text((_TEXT, y), lines, _NAME, bold=True)
    kind = teller.words.kind(entity)
    y += sheet.text((_TEXT, y - 3), [kind[:1].upper() + kind[1:]], _KIND, colour=sheet.colours.muted)
    return max(y - _NAME, middle + _RADIUS)


def _stacked(notes: list[Note], top: float) -> list[tuple[float, float]]:
    """The upper and lower ends of notes, one below the other."""
    places = []
    for note in notes:
        height = note_height(note, WIDTH - _TEXT - _MARGIN)
        places.append((top, top + height))
        top += height + GAP
    return places


def _draw_hop(
    sheet: Sheet, teller: Teller, hop: Hop, ends: tuple[float, float], tops: list[float], number: int
) -> None:
    """Draws a line for each claim between two things, its arrow the way of the claim, its number beside its note."""
    count = len(hop.links)
    step = min(22.0, 60 / (count - 1)) if count > 1 else 0.0
    start, end = ends[0] + _RADIUS + 10, ends[1] - _RADIUS - 12
    for index, (link, top) in enumerate(zip(hop.links, tops, strict=True)):
        aside = (index - (count - 1) / 2) * step
        x, near = _RAIL + aside, _RAIL + aside * 0.35
        dashed = teller.inferred(Tie.of(hop, link))
        sheet.curve([(near, start), (near, start + 10), (x, start + 6), (x, start + 18)], dashed=dashed)
        sheet.curve([(x, start + 18), (x, end - 18)], dashed=dashed)
        sheet.curve([(x, end - 18), (x, end - 6), (near, end - 10), (near, end)], dashed=dashed)
        if link.forward:
            sheet.arrow((near, end + 3), (near, start))
        else:
            sheet.arrow((near, start - 3), (near, end))
        sheet.number((x, top + LINE_HEIGHT * 6.5), number + index)
