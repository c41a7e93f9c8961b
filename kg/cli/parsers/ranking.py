"""Arguments of the commands on who stands where in the network."""

from __future__ import annotations

from kg.cli.options import ENGINES, MEASURES
from kg.cli.parsers.shared import Commands, command, count, days, reading, score


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    rank = command(commands, "rank", "ranking:rank", "who stands in the middle of the partnership network")
    rank.add_argument(
        "--by",
        choices=MEASURES,
        default="betweenness",
        metavar="MEASURE",
        help=f"{', '.join(MEASURES)} (default: betweenness)",
    )
    rank.add_argument("--class", dest="class_name", metavar="CLASS", help="only things of this class, such as Company")
    rank.add_argument("--limit", type=count, default=20, metavar="N", help="rows to show (default: 20)")
    rank.add_argument(
        "--directed", action="store_true", help="rank all things in the network of ties, whose directions count"
    )
    rank.add_argument("--weighted", action="store_true", help="a tie counts as much as it has sources")
    views = rank.add_mutually_exclusive_group()
    views.add_argument(
        "--robust", action="store_true", help="how low and high each would stand if any one source were missing"
    )
    views.add_argument(
        "--days", type=days, metavar="DATE,DATE…", help="positions as of several days side by side, and who moved"
    )
    rank.add_argument(
        "--approximate",
        type=score,
        metavar="ERROR",
        help="betweenness from a sample, off by ERROR at most (such as 0.02); 0 is exact, however long it takes",
    )
    rank.add_argument(
        "--engine",
        choices=ENGINES,
        default="auto",
        help="what computes: chosen by the network's size if auto (default)",
    )
    reading(rank)
