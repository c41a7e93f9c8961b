"""Arguments of the commands on groups, brokers and what hangs on whom."""

from __future__ import annotations

import argparse
import math

from kg.cli.options import LIKENESSES, SIDES
from kg.cli.parsers.shared import Commands, command, count, reading


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    groups = command(commands, "groups", "grouping:groups", "which groups the partnership network falls into")
    groups.add_argument(
        "--resolution", type=_resolution, default=1.0, metavar="R", help="above 1: more and smaller groups (default: 1)"
    )
    groups.add_argument("--seed", type=_seed, metavar="N", help="where chance begins (default: a fixed number)")
    instead = groups.add_mutually_exclusive_group()
    instead.add_argument("--cores", action="store_true", help="instead: its layers, from the dense middle outwards")
    instead.add_argument(
        "--bridges", action="store_true", help="instead: the single ties and parties that parts of it hang on"
    )
    groups.add_argument("--limit", type=count, default=20, metavar="N", help="groups to show (default: 20)")
    reading(groups)

    brokers = command(commands, "brokers", "grouping:brokers", "who stands between others that are not partners")
    brokers.add_argument("name", metavar="NAME", nargs="?", help="only this one, with the pairs that it joins")
    brokers.add_argument(
        "--between", choices=SIDES, default="countries", help="what the sides are (default: countries)"
    )
    brokers.add_argument("--limit", type=count, default=20, metavar="N", help="rows to show (default: 20)")
    reading(brokers)

    without = command(commands, "without", "supposing:without", "what falls apart when a party leaves")
    without.add_argument("names", metavar="NAME", nargs="+", help="a thing; several leave together")
    reading(without)

    similar = command(commands, "similar", "supposing:similar", "who has the same partners as a party")
    similar.add_argument("name", metavar="NAME", help="an organisation, a country or a person")
    _likeness(similar, "jaccard")
    reading(similar)

    guess = command(commands, "guess", "supposing:guess", "which ties may be missing: guesses, never facts")
    guess.add_argument("name", metavar="NAME", nargs="?", help="only ties of this one")
    guess.add_argument("--class", dest="class_name", metavar="CLASS", help="only between things of this class")
    _likeness(guess, "adamic-adar")
    reading(guess)


def _likeness(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument(
        "--by", choices=LIKENESSES, default=default, help=f"how common partners are weighed (default: {default})"
    )
    parser.add_argument("--limit", type=count, default=20, metavar="N", help="rows to show (default: 20)")


def _resolution(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < math.inf:
        raise argparse.ArgumentTypeError(f"'{text}' is no number above 0")
    return value


def _seed(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"'{text}' is no whole number from 0 to 999999999")
    return int(text)
