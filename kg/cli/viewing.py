"""`kg view`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import webbrowser
from pathlib import Path
from urllib.parse import quote

from kg.cli.endings import check_ending
from kg.cli.opening import Opened, open_build
from kg.cli.output import said, tell
from kg.facts.problems import CallError

HOPS, MOST = 2, 400
"""How many ties the page of a thing goes if nobody says, and how many things it chooses at most."""


def view(options: argparse.Namespace) -> int:
    """Opens a page of the build, or draws a thing's ties or a path; 1 where no path joins the two."""
    _take_endings(options)
    _check(options)
    if options.svg is not None or options.png is not None:
        return _draw(options)
    return _show(options)


def _take_endings(options: argparse.Namespace) -> None:
    """Has `--out` draw what its file's ending says; CallError for an ending that is not of what is to be written."""
    check_ending("--svg", options.svg, (".svg",))
    check_ending("--png", options.png, (".png",))
    fix = "Write --out FILE.html for a page, --out FILE.svg or FILE.png for a picture."
    ending = check_ending("--out", options.out, (".html", ".htm", ".svg", ".png"), fix)
    if ending in (".svg", ".png"):
        if getattr(options, ending[1:]) is not None:
            raise CallError(f"--out and --{ending[1:]} both name a picture. Choose one.")
        setattr(options, ending[1:], options.out)
        options.out = None


def _check(options: argparse.Namespace) -> None:
    """Raises CallError for options that do not go together."""
    drawn = options.svg is not None or options.png is not None
    if drawn and options.name is None:
        raise CallError("what shall be drawn? Name a thing: kg view --svg FILE NAME")
    if not drawn and (options.to or options.steps or options.dark):
        raise CallError("--to, --steps and --dark are for pictures. Say where: --svg FILE or --png FILE")
    if drawn and (options.out or options.network):
        raise CallError("--out and --network are for pages, --svg and --png for pictures. Choose one.")
    if options.hops and (drawn or options.network or options.name is None):
        raise CallError("--hops is for the page of a thing: kg view NAME --hops 2")
    if options.to and options.steps:
        raise CallError("--steps is for the ties around one thing, --to for a path. Choose one.")
    if not drawn and options.as_of is not None and options.out is None and not options.hops:
        raise CallError(
            "the pages of the build show all days. Write a page of that day: kg view --as-of DATE --out FILE"
        )


def _show(options: argparse.Namespace) -> int:
    """Opens a page of the build, or writes one; prints its path.

    Of a graph that no page can hold, or where `--hops` asks for it, the page of NAME holds what lies around it.
    """
    name = "network.html" if options.network else "explorer.html"
    opened = open_build(options) if options.name or options.out else None
    start = opened.resolve(options.name) if opened and options.name else None
    if start is not None and options.network:
        raise CallError("the network page shows all things at once. Leave out NAME or --network.")
    part = f"#thing={quote(start)}&lang={options.lang}" if start is not None else ""
    if opened is not None and start is not None and (options.hops or _is_large(opened)):
        page = options.out or Path(tempfile.mkdtemp(prefix="kg-")) / f"{start}.html"
        _write_around(opened, start, options.hops or HOPS, page)
    elif opened is not None and options.out is not None:
        from kg.views.page import write_page
        from kg.views.pages import page_of

        page = options.out
        _make_folder(page)
        write_page(page, page_of(opened.catalogue, name))
    else:
        page = options.build / name
        if not page.is_file():
            raise CallError(f"there is no page {page}. Run kg build first, or name a build with --build.")
    print(page)
    if not options.no_open and not webbrowser.open(page.resolve().as_uri() + part):
        tell("kg: no browser could be opened; open the file yourself.")
    return 0


def _is_large(opened: Opened) -> bool:
    from kg.views.pages import MOST_THINGS

    return len(opened.catalogue.classes) > MOST_THINGS


def _write_around(opened: Opened, start: str, hops: int, page: Path) -> None:
    """Writes the explorer of a thing and what lies around it, as much of it as can be read."""
    from kg.network.selecting import surroundings
    from kg.views.page import write_page
    from kg.views.pages import page_about

    chosen = surroundings(opened.catalogue, start, hops, MOST)
    _make_folder(page)
    write_page(page, page_about(opened.catalogue, start, chosen))
    name = opened.sentences.name(start)
    tell(said("view around", opened.sentences.language, name=name, n=f"{len(chosen):,}", hops=hops))


def _draw(options: argparse.Namespace) -> int:
    from kg.views.canvas import Theme
    from kg.views.drawing import neighbourhood_svg, png

    opened = open_build(options)
    start = opened.resolve(options.name)
    theme = Theme.DARK if options.dark else Theme.LIGHT
    if options.to is None:
        svg = neighbourhood_svg(opened.catalogue, start, options.steps or 1, options.lang, theme)
    else:
        drawn = _path(opened, start, opened.resolve(options.to), options.lang, theme)
        if drawn is None:
            return 1
        svg = drawn
    if options.svg == Path("-"):
        sys.stdout.write(svg)
    elif options.svg is not None:
        _make_folder(options.svg)
        options.svg.write_text(svg, encoding="utf-8", newline="\n")
        tell(f"{options.svg}: written.")
    if options.png is not None:
        picture = png(svg)
        _make_folder(options.png)
        options.png.write_bytes(picture)
        tell(f"{options.png}: written.")
    return 0


def _path(opened: Opened, start: str, end: str, language: str, theme: object) -> str | None:
    """The picture of the first of the shortest paths; None where there is none, which is told."""
    from kg.network.paths import shortest_paths
    from kg.network.projection import to_network
    from kg.views.canvas import Theme
    from kg.views.drawing import path_svg

    assert isinstance(theme, Theme)
    words = opened.sentences
    if start == end:
        raise CallError(f"both names mean the same thing: {words.name(start)} (id:{start}).")
    for ties_only in (True, False):
        network = to_network(opened.catalogue, ties_only=ties_only)
        found = shortest_paths(network, opened.catalogue.schema, start, end)
        if found:
            return path_svg(opened.catalogue, found[0], language, theme)
    tell(f"kg: no path joins {words.name(start)} and {words.name(end)}.")
    return None


def _make_folder(file: Path) -> None:
    """Makes the folder of a file that is to be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CallError(f"the folder {file.parent} cannot be made: {error.strerror}.") from None
    if file.is_dir():
        raise CallError(f"{file} is a folder. Name a file.")
