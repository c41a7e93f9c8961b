"""A network drawn as SVG: things as the shapes of their classes, claims as arrows, each with the number of its note."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import networkx as nx

from kg.facts.problems import CallError
from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.views import layout
from kg.views.canvas import LINE_HEIGHT, Point, Sheet, Theme, line_width, number_width, wrapped
from kg.views.labels import Box, box, wrap
from kg.views.notes import GAP, Note, Teller, Tie, draw_note, note_height
from kg.views.style import LOOKS, look

LIMIT = 60
"""More things than this do not make a picture that can be read on a page."""
_MARGIN = 28
_LEAST_WIDTH = 760
_FONT = 13
_LINES = 6
_BEND = 34
"""How far from one another the middles of parallel lines stand, in pixels."""
_STEPS = 48
_WHERE = (24, 20, 28, 16, 32, 12, 36, 9, 39)
"""Where on a line its number may stand, in 48ths of its length, the best first."""


@dataclass(frozen=True)
class _Scene:
    """What is drawn: the ties in the order of their notes, and the place, radius and label of each thing."""

    ties: tuple[Tie, ...]
    places: Mapping[str, tuple[float, float]]
    radii: Mapping[str, float]
    labels: Mapping[str, str]
    boxes: Mapping[str, Box]
    centre: str

    def reach(self, node: str) -> float:
        """How far a thing's shape reaches, with the ring around the one in the middle."""
        return self.radii[node] * 1.2 + (5 if node == self.centre else 0)


def neighbourhood_svg(
    catalogue: Catalogue, entity: str, steps: int = 1, language: str = "en", theme: Theme = Theme.LIGHT
) -> str:
    """The things within so many ties of one, as an SVG document with the evidence of every tie below.

    Of more than 60 things the nearest are drawn, of those the best connected, and the picture says so. Raises CallError
    where there is no such thing.

    Example::

        import kg

        svg = kg.neighbourhood_svg(kg.open_build("build"), "socar", steps=2, language="kk")
    """
    network = to_network(catalogue)
    if entity not in network:
        raise CallError(f"there is no thing with the id '{entity}'.")
    distances = nx.single_source_shortest_path_length(network.to_undirected(as_view=True), entity, cutoff=steps)
    nearest = sorted(distances, key=lambda node: (distances[node], -network.degree(node), node))
    teller = Teller(catalogue, language)
    about = teller.said("around", n=steps)
    if len(nearest) > LIMIT:
        about += " · " + teller.said("partial", shown=LIMIT, all=len(nearest))
    return _svg(teller, network.subgraph(nearest[:LIMIT]), (teller.words.name(entity), about), entity, theme)


def network_svg(
    catalogue: Catalogue, network: nx.MultiDiGraph[str], language: str = "en", theme: Theme = Theme.LIGHT
) -> str:
    """A ties network (see `to_network`) as an SVG document; of more than 60 things with a tie the best connected.

    Example::

        import kg

        catalogue = kg.open_build("build")
        network = kg.to_network(catalogue)
        people = [node for node, about in network.nodes(data=True) if about["class_name"] in ("Person", "Post")]
        svg = kg.network_svg(catalogue, network.subgraph(people))
    """
    tied = [node for node in network if network.degree(node)]
    best = sorted(tied, key=lambda node: (-network.degree(node), node))
    teller = Teller(catalogue, language)
    about = teller.said("partial", shown=min(LIMIT, len(best)), all=len(best))
    title = ", ".join(teller.words.name(node) for node in best[:3]) + (" …" if len(best) > 3 else "")
    return _svg(teller, network.subgraph(best[:LIMIT]), (title, about), "", theme)


def _svg(teller: Teller, network: nx.MultiDiGraph[str], heading: tuple[str, str], centre: str, theme: Theme) -> str:
    sheet, scene = Sheet(theme), _scene(teller, network, centre)
    left = min((x - scene.boxes[key].width / 2 for key, (x, _) in scene.places.items()), default=0.0)
    right = max((x + scene.boxes[key].width / 2 for key, (x, _) in scene.places.items()), default=0.0)
    top = min((y - scene.boxes[key].above for key, (_, y) in scene.places.items()), default=0.0)
    bottom = max((y + scene.boxes[key].below for key, (_, y) in scene.places.items()), default=0.0)
    width = max(_LEAST_WIDTH, right - left + 2 * _MARGIN)
    y = sheet.text((_MARGIN, 44), wrapped(heading[0], width - 2 * _MARGIN, 19, bold=True), 19, bold=True) + 24
    y += sheet.text((_MARGIN, y + 14), [heading[1]], 13, colour=sheet.colours.muted) + 24
    moved = {key: (x + width / 2 - (left + right) / 2, y2 - top + y) for key, (x, y2) in scene.places.items()}
    scene = replace(scene, places=moved)
    _draw_picture(sheet, teller, scene)
    y += bottom - top + 20
    y = _draw_legend(sheet, teller, scene, y, width)
    notes = [teller.note(tie) for tie in scene.ties]
    y = _draw_notes(sheet, teller, notes, y, width)
    return sheet.svg(width, y + 12, heading[0])


def _scene(teller: Teller, network: nx.MultiDiGraph[str], centre: str) -> _Scene:
    """What is drawn, things around the middle of the picture."""
    names = {node: teller.words.name(node) for node in sorted(network)}
    labels = {node: wrap(name, _LINES) for node, name in names.items()}
    radii = {node: 6 + 2.6 * math.sqrt(min(network.degree(node), 40)) for node in labels}
    boxes = {node: _roomy(box([labels[node]], radii[node] + 4, _FONT)) for node in labels}
    places = layout.positions(network, boxes, layout.groups(network))
    ties = [
        Tie(about["claim"], about["predicate"], left, right)
        for left, right, _, about in network.edges(keys=True, data=True)
    ]
    claims = teller.catalogue.claims

    def order(tie: Tie) -> tuple[bool, str, str, str, str]:
        from_, ends = claims[tie.claim].from_, (tie.subject, tie.object)
        return (
            centre not in ends,
            from_.text if from_ else "~",
            tie.predicate,
            tie.claim,
            tie.subject,
        )

    return _Scene(tuple(sorted(ties, key=order)), places, radii, labels, boxes, centre)


def _roomy(item: Box) -> Box:
    """With space for arrows and numbers around."""
    return Box(item.width + 34, item.above + 16, item.below + 16)


def _draw_picture(sheet: Sheet, teller: Teller, scene: _Scene) -> None:
    """Lines first, then shapes with their labels, numbers at last: each above what came before."""
    taken = [_label_room(scene, node) for node in scene.places]
    numbers = []
    for number, (tie, curve) in enumerate(zip(scene.ties, _curves(scene), strict=True), start=1):
        sheet.curve(curve[0], dashed=teller.inferred(tie))
        sheet.arrow(curve[1][-1], curve[1][-3])
        numbers.append((_free_place(curve[1], number, taken), number))
    for node, place in scene.places.items():
        class_name = teller.catalogue.entities[node].class_name
        sheet.shape(look(teller.catalogue.schema, class_name), place, scene.radii[node], strong=node == scene.centre)
        lines = scene.labels[node].split("\n")
        below = place[1] + scene.reach(node) + _FONT + 2
        sheet.text((place[0], below), lines, _FONT, bold=node == scene.centre, centred=True)
    for place, number in numbers:
        sheet.number(place, number)


Rectangle = tuple[float, float, float, float]


def _label_room(scene: _Scene, node: str) -> Rectangle:
    """Left, top, right and bottom of a shape with its label."""
    (x, y), radius = scene.places[node], scene.radii[node]
    lines = scene.labels[node].split("\n")
    half = max(radius, max(line_width(line, _FONT) for line in lines) / 2)
    return x - half, y - radius, x + half, y + scene.reach(node) + 4 + len(lines) * _FONT * LINE_HEIGHT


def _free_place(points: Sequence[Point], number: int, taken: list[Rectangle]) -> Point:
    """Where on its line a number hides no label and no other number; it is taken from then on."""
    half = number_width(number) / 2 + 1
    rooms = []
    for where in _WHERE:
        x, y = points[round(where * (len(points) - 1) / _STEPS)]
        room = (x - half, y - 9, x + half, y + 9)
        hidden = sum(_shared(room, other) for other in taken)
        rooms.append((hidden, (x, y), room))
        if hidden == 0:
            break
    _, place, room = min(rooms, key=lambda item: item[0])
    taken.append(room)
    return place


def _shared(one: Rectangle, other: Rectangle) -> float:
    """The area that two rectangles share."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0.0) * max(height, 0.0)


def _curves(scene: _Scene) -> Iterator[tuple[list[Point], list[Point]]]:
    """For each tie its curve, and points along it from shape to shape; parallel ones fan out."""
    between: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in scene.ties:
        between[min(tie.subject, tie.object), max(tie.subject, tie.object)].append(tie)
    for tie in scene.ties:
        pair = min(tie.subject, tie.object), max(tie.subject, tie.object)
        alike = between[pair]
        aside = (alike.index(tie) - (len(alike) - 1) / 2) * _BEND * (1 if tie.subject == pair[0] else -1)
        if tie.subject == tie.object:
            yield _loop(scene.places[tie.subject], scene.radii[tie.subject] + 10 * alike.index(tie))
            continue
        yield _between(scene, tie, aside)


def _between(scene: _Scene, tie: Tie, aside: float) -> tuple[list[Point], list[Point]]:
    """A straight line, or a curve whose middle stands `aside`, cut off where the two shapes begin."""
    (x, y), (x2, y2) = scene.places[tie.subject], scene.places[tie.object]
    length = math.dist((x, y), (x2, y2)) or 1.0
    bend = ((x + x2) / 2 - (y2 - y) / length * 2 * aside, (y + y2) / 2 + (x2 - x) / length * 2 * aside)
    points = [_on_curve((x, y), bend, (x2, y2), step / (4 * _STEPS)) for step in range(4 * _STEPS + 1)]
    clear = [
        point
        for point in points
        if math.dist(point, (x, y)) > scene.reach(tie.subject) + 2
        and math.dist(point, (x2, y2)) > scene.reach(tie.object) + 3
    ]
    if len(clear) < 4:
        clear = points
    middle = clear[len(clear) // 2]
    # The curve through the first, the middle and the last of these points.
    control = (
        2 * middle[0] - (clear[0][0] + clear[-1][0]) / 2,
        2 * middle[1] - (clear[0][1] + clear[-1][1]) / 2,
    )
    return [clear[0], control, clear[-1]] if aside else [clear[0], clear[-1]], clear


def _on_curve(start: Point, bend: Point, end: Point, share: float) -> Point:
    a, b, c = (1 - share) * (1 - share), 2 * share * (1 - share), share * share
    return a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1]


def _loop(place: Point, size: float) -> tuple[list[Point], list[Point]]:
    """A tie of a thing with itself, above it."""
    x, y = place
    curve = [(x - size, y - size), (x - 2 * size, y - 4 * size), (x + 2 * size, y - 4 * size), (x + size, y - size)]
    along = []
    for step in range(_STEPS + 1):
        share = step / _STEPS
        (x1, y1), (x2, y2) = (_on_curve(curve[at], curve[at + 1], curve[at + 2], share) for at in (0, 1))
        along.append((x1 + (x2 - x1) * share, y1 + (y2 - y1) * share))
    return curve, along


def _draw_legend(sheet: Sheet, teller: Teller, scene: _Scene, y: float, width: float) -> float:
    """Draws the classes that are there, in rows; where it ends."""
    schema = teller.catalogue.schema
    drawn = {look(schema, teller.catalogue.entities[node].class_name) for node in scene.places}
    words = [
        (item, teller.said("other") if item is LOOKS[-1] else teller.words.term(item.class_name))
        for item in LOOKS
        if item in drawn
    ]
    x = float(_MARGIN)
    sheet.rule((_MARGIN, y), width - 2 * _MARGIN)
    y += 24
    for item, word in [*words, *([(None, teller.said("by_rule"))] if any(map(teller.inferred, scene.ties)) else [])]:
        word = word[:1].upper() + word[1:]
        room = 22 + line_width(word, 12.5) + 22
        if x + room > width - _MARGIN and x > _MARGIN:
            x, y = float(_MARGIN), y + 22
        if item is None:
            sheet.curve([(x - 4, y - 4), (x + 16, y - 4)], dashed=True)
        else:
            sheet.shape(item, (x + 6, y - 4), 6)
        sheet.text((x + 22, y), [word], 12.5, colour=sheet.colours.muted)
        x += room
    return y + 20


def _draw_notes(sheet: Sheet, teller: Teller, notes: Sequence[Note], y: float, width: float) -> float:
    """Draws the notes with their numbers, in columns where the picture is wide; where they end."""
    sheet.rule((_MARGIN, y), width - 2 * _MARGIN)
    y += 30
    if not notes:
        sheet.text((_MARGIN, y), [teller.said("alone")], 13.5, colour=sheet.colours.muted)
        return y + 14
    y += sheet.text((_MARGIN, y), [teller.said("evidence")], 15, bold=True) - 4
    columns = max(1, min(3, int((width - 2 * _MARGIN) // 430), len(notes)))
    room = (width - 2 * _MARGIN - (columns - 1) * 34) / columns
    heights = [note_height(note, room - 34) + GAP for note in notes]
    column, top, lowest = 0, y, y
    share = sum(heights) / columns
    used = 0.0
    for number, (note, height) in enumerate(zip(notes, heights, strict=True), start=1):
        if used + height / 2 > share * (column + 1) and column < columns - 1:
            column, y = column + 1, top
        x = _MARGIN + column * (room + 34)
        sheet.number((x + number_width(number) / 2, y + 9), number)
        y += draw_note(sheet, (x + 34, y), note, room - 34) + GAP
        used += height
        lowest = max(lowest, y)
    return lowest
