"""Arguments of the commands on disagreement, identity and difference."""

from __future__ import annotations

from pathlib import Path

from kg.cli.options import DIFFERENCE_FORMATS, FORMATS, JUDGEMENTS
from kg.cli.parsers.shared import Commands, command, count, language, reading, score


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    conflicts = command(commands, "conflicts", "disagreeing:conflicts", "where sources disagree, and what is kept")
    reading(conflicts)

    same = command(commands, "same", "deciding:same", "pairs that may be one thing, and judgements on them")
    same.add_argument("left", nargs="?", metavar="A", help="a thing (default: propose pairs of all)")
    same.add_argument("right", nargs="?", metavar="B", help="another thing")
    same.add_argument("--judge", choices=JUDGEMENTS, help="write a judgement on A and B to decisions.csv")
    same.add_argument("--by", metavar="NAME", help="who judges")
    same.add_argument("--reason", metavar="TEXT", help="why")
    same.add_argument("--date", metavar="DATE", help="when it was judged (YYYY-MM-DD; default: today)")
    same.add_argument("--undo", action="store_true", help="take back what was judged on A and B")
    same.add_argument("--seeds", type=Path, metavar="DIR", help="folder of tables (default: ./seeds)")
    same.add_argument(
        "--least", type=score, default=0.6, metavar="SCORE", help="propose from this score on, 0 to 1 (default: 0.6)"
    )
    same.add_argument("--limit", type=count, default=50, metavar="N", help="rows to show (default: 50)")
    same.add_argument("--format", choices=FORMATS, default="table", help="how to write rows (default: table)")

    diff = command(commands, "diff", "differing:diff", "what changed between two builds, in facts and sentences")
    diff.epilog = "Exits 0 whether they differ or not; JSON tells it as `equal`."
    diff.add_argument("old", metavar="OLD", help="the folder of a build, or a remote store")
    diff.add_argument("new", metavar="NEW", help="those of a later one")
    language(diff)
    diff.add_argument("--format", choices=DIFFERENCE_FORMATS, default="table", help="how to write it (default: table)")
