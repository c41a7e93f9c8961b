"""Arguments of the commands that draft facts from articles."""

from __future__ import annotations

from pathlib import Path

from kg.cli.parsers.shared import Commands, command


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    draft = command(commands, "draft", "drafting:draft", "proposes facts from raw articles, for a person to judge")
    draft.add_argument(
        "files", nargs="+", metavar="FILE", help="articles, folders of articles, or - for a text on stdin"
    )
    draft.add_argument(
        "--lang", dest="language", metavar="LL", help="language of the articles (default: told by their words)"
    )
    draft.add_argument(
        "--published", metavar="DATE", help="when they were published (default: the date that each prints)"
    )
    draft.add_argument(
        "--out",
        type=Path,
        dest="drafts",
        metavar="DIR",
        help="folder of the drafts (default: that of the project, drafts)",
    )
    draft.add_argument("--seeds", type=Path, metavar="DIR", help="folder of tables (default: ./seeds or the project's)")
    draft.add_argument("--again", action="store_true", help="read articles anew that were drafted before")
    draft.add_argument("--most", type=int, default=40, metavar="N", help="how many proposals to show (default: 40)")
    draft.add_argument(
        "--model", metavar="NAME", help="asks this language model, in place of the rules; sends it the articles"
    )
    draft.add_argument("--endpoint", metavar="URL", help="server of the model, such as http://localhost:11434/v1")
    draft.add_argument("--with-rules", action="store_true", help="drafts by the rules too; what both tell is surer")
    draft.add_argument("--no-cache", action="store_true", help="asks the model anew what it answered before")
