"""Arguments of the commands on how things are connected."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.options import COSTS, PATH_FORMATS
from kg.cli.parsers.shared import Commands, command, count, reading


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    path = command(commands, "path", "connecting:path", "how two things are connected, hop by hop, with evidence")
    path.add_argument("start", metavar="A", help="a thing")
    path.add_argument("end", metavar="B", help="another thing")
    how_many = path.add_mutually_exclusive_group()
    how_many.add_argument("-k", type=count, default=1, metavar="N", help="show up to N paths, best first (default: 1)")
    how_many.add_argument("--within", type=count, metavar="N", help="show all paths of at most N hops")
    path.add_argument(
        "--limit",
        type=count,
        default=100,
        metavar="N",
        help="with --within: stop after N paths, and exit with 3 if there are more (default: 100)",
    )
    _options(path)
    connect = command(
        commands, "connect", "connecting:connect", "the smallest piece of the network that joins several things"
    )
    connect.add_argument("parties", nargs="+", metavar="A", help="a thing; two or more")
    _options(connect)


def _options(parser: argparse.ArgumentParser) -> None:
    """What both take: by what a path is best, what it may use, and where to."""
    parser.add_argument(
        "--by",
        choices=COSTS,
        default=COSTS[0],
        help="the best path has the fewest hops, the strongest ties (more independent sources; lasting kinds of tie) "
        "or the most recent ones (default: hops)",
    )
    parser.add_argument(
        "--partners",
        action="store_true",
        help="make each hop a partnership, told by every agreement, initiative or post that two parties share",
    )
    filters = parser.add_argument_group("what a path may use (each may be given several times)")
    for name, metavar, help_ in (
        ("class", "CLASS", "walk through things of this class only, such as Agreement"),
        ("without-class", "CLASS", "walk through nothing of this class"),
        ("predicate", "NAME", "use this relation only, such as partyTo"),
        ("without-predicate", "NAME", "do not use this relation"),
        ("source", "ID", "believe this source only"),
        ("without-source", "ID", "as if this source had never been read"),
        ("avoid", "NAME", "keep away from this thing"),
    ):
        filters.add_argument(f"--{name}", action="append", default=[], metavar=metavar, help=help_)
    filters.add_argument(
        "--since", metavar="DATE", help="only what happened on or after DATE, or had not ended by then"
    )
    filters.add_argument(
        "--through-places", action="store_true", help="also walk through places and countries, by what is in them"
    )
    filters.add_argument(
        "--all-relations", action="store_true", help="also go by topics, reports and what else is told"
    )
    reading(parser, PATH_FORMATS)
    parser.add_argument("--html", type=Path, metavar="FILE", help="also write the chain as a small page")
    parser.add_argument(
        "--svg", type=Path, metavar="FILE", help="also draw the path, a file for each if there are more"
    )
