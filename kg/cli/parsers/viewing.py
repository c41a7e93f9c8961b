"""Arguments of the command that shows pages and draws pictures."""

from __future__ import annotations

from pathlib import Path

from kg.cli.parsers.shared import Commands, command, count, opening


def add(commands: Commands) -> None:
    """Adds it to the command line."""
    view = command(
        commands, "view", "viewing:view", "open the pages of a build, or draw a thing or a path as a picture"
    )
    view.add_argument("name", metavar="NAME", nargs="?", help="a thing: its page is opened, or its ties are drawn")
    view.add_argument("--to", metavar="NAME", help="draw the path from NAME to this thing")
    view.add_argument("--svg", type=Path, metavar="FILE", help="draw to an SVG file; - writes it to stdout")
    view.add_argument("--png", type=Path, metavar="FILE", help="draw to a PNG file (needs the extra pictures)")
    view.add_argument("--steps", type=count, metavar="N", help="draw what lies within so many ties (default: 1)")
    view.add_argument(
        "--hops",
        type=count,
        metavar="N",
        help="a page of what lies within so many ties of NAME, the best connected first (default: 2, where the graph "
        "is too large for a page; else the whole graph)",
    )
    view.add_argument("--dark", action="store_true", help="draw on dark")
    view.add_argument("--network", action="store_true", help="the network page in place of the explorer")
    view.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="write to this file what its ending says: the page anew (.html; goes with --as-of), or a picture",
    )
    view.add_argument("--no-open", action="store_true", help="print where the page is and open no browser")
    opening(view)
