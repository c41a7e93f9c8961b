"""Arguments of the commands that make a build and what it is made of."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.parsers.shared import Commands, command, count, language, seeds, store


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    build = command(commands, "build", "making:build", "the main job: facts to a graph and its views")
    seeds(build)
    build.add_argument(
        "--out", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="folder to write (default: build)"
    )
    store(build)
    build.add_argument(
        "--infer-there", action="store_true", help="let the remote store draw the inferred graph itself (slower)"
    )
    build.add_argument("--no-inference", action="store_true", help="infer, analyse and validate nothing; no pages")
    build.add_argument("--compress", action="store_true", help="gzip the RDF files of a large build")
    build.add_argument(
        "--processes", type=count, metavar="N", help="processes of a large build (default: as many as processors)"
    )
    build.add_argument(
        "--engine",
        choices=("local", "spark"),
        default="local",
        help="what reads, folds and maps facts: this machine, or Apache Spark, which leaves partitioned N-Quads",
    )
    build.add_argument("--full", action="store_true", help="build all anew, even where little changed")
    language(build)

    check = command(commands, "check", "making:check", "read and validate, writing nothing (or quotes.csv)")
    seeds(check)
    check.add_argument(
        "--record", action="store_true", help="keep in quotes.csv where each quote stands (needs --documents)"
    )

    source = commands.add_parser("source", help="add a document to the sources", description="Add a document.")
    actions = source.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add = command(actions, "add", "adding:source", "one more row in sources.csv, of what a document states of itself")
    add.add_argument("file", type=Path, metavar="FILE", help="the document: .txt, .md, .html or .pdf")
    add.add_argument("--seeds", type=Path, metavar="DIR", help="folder of tables (default: ./seeds)")
    add.add_argument("--id", metavar="ID", help="id of the source (default: from its title)")
    add.add_argument("--url", metavar="URL", help="where it was published")
    add.add_argument("--lang", metavar="LL", help="its language, an ISO 639-1 code")
    add.add_argument("--published", metavar="DATE", help="when it was published (YYYY, YYYY-MM or YYYY-MM-DD)")
    add.add_argument("--publisher", metavar="TEXT", help="who published it: a name, or the id of a thing")
    add.add_argument("--yes", action="store_true", help="write without asking")
