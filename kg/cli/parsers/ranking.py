"""Arguments of the commands on who stands where in the network."""

from __future__ import annotations

from kg.cli.options import MEASURES
from kg.cli.parsers.shared import Commands, command, count, reading


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    rank = command(commands, "rank", "ranking:rank", "who stands in the middle of the partnership network")
    rank.add_argument("--by", choices=MEASURES, default="betweenness", help="measure (default: betweenness)")
    rank.add_argument("--class", dest="class_name", metavar="CLASS", help="only things of this class, such as Company")
    rank.add_argument("--limit", type=count, default=20, metavar="N", help="rows to show (default: 20)")
    reading(rank)
