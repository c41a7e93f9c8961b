"""`kg new` and `kg forget`."""

from __future__ import annotations

import argparse
import datetime as dt
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from rich.text import Text

from kg.cli.output import console, counted, make_table, tell
from kg.facts.forgetting import REMOVED_FILE, Forgetting, FoundRow, forgetting, with_removal
from kg.facts.identity import NameIndex
from kg.facts.problems import CallError
from kg.facts.quotes import QUOTES_FILE
from kg.facts.reading import read_project
from kg.folders import replace_files
from kg.new import new_project
from kg.rdf.ontology import Ontology
from kg.resources import Resources

_REMAINS = (
    "What kg cannot reach and still names them: earlier versions of the tables in git; the documents; builds, exports "
    "and stores made before; what others have loaded; registries, and rows of them that were set aside: importing one "
    "again brings its rows back. Build again, and load the new build where the old one was loaded."
)


def new(options: argparse.Namespace) -> int:
    """Makes a folder that works at once, and says what to do in it."""
    new_project(options.folder, options.base, options.first)
    tell(f"Made {options.folder}/, a project with an invented example. Next:")
    tell(f"  cd {shlex.quote(str(options.folder))}")
    tell("  kg build")
    tell('  kg show "Kite Ridge"')
    tell("Its README.md tells how to put your own facts in the example's place.")
    return 0


def forget(options: argparse.Namespace) -> int:
    """Shows every row on a person and takes them out of the tables once it is told to; 1 if it is not."""
    seeds = options.seeds or Path("seeds")
    if not seeds.is_dir():
        raise CallError(f"there is no folder {seeds}. Name the folder of tables with --seeds.")
    ontology = Resources.current().read_ontology()
    project = read_project(seeds, ontology.schema, ontology.shapes)
    text = options.name
    key = project.canonical[text] if text in project.canonical else NameIndex(project.entities).resolve(text)
    entity = project.entities[key]
    found = forgetting(seeds, entity, ontology.schema)
    _print(found)
    texts = dict(found.tables)
    if options.register is not None:
        path = seeds / REMOVED_FILE
        register = path.read_bytes().decode("utf-8") if path.exists() else ""
        today = dt.date.today().isoformat()
        texts[path] = with_removal(register, today, options.register, len(found.rows), entity)
    if options.dry_run:
        tell("Nothing was written (--dry-run).")
        return 0
    _check_after(seeds, texts, ontology)
    if not options.yes and not _agreed(found):
        tell("Nothing was written.")
        return 1
    replace_files(texts)
    tell(f"Removed {counted(len(found.rows), 'row')} from {counted(len(found.tables), 'table')}.")
    if found.mentions:
        tell(f"{counted(len(found.mentions), 'row')} of others still hold the name in their words: edit them by hand.")
    tell(_REMAINS)
    return 0


def _print(found: Forgetting) -> None:
    screen = console()
    screen.print(make_table(("row", "to be removed"), _shown(found.rows)))
    if found.links:
        screen.print(make_table(("row", "stays, but no longer points there"), _shown(found.links)))
    if found.mentions:
        screen.print(
            make_table(("row", "stays, though its words hold the name: edit it by hand"), _shown(found.mentions))
        )
    screen.print(
        Text(f"{counted(len(found.rows), 'row')} in {counted(len({row.path for row in found.rows}), 'table')}.")
    )


def _shown(rows: Iterable[FoundRow]) -> list[tuple[str, str]]:
    return [(row.place, " | ".join(_told(row))) for row in rows]


def _told(row: FoundRow) -> list[str]:
    """The cells of a row but for the places and checksums of `quotes.csv`."""
    names = ("source", "quote") if row.path.name == QUOTES_FILE else row.cells
    return [row.cells[name] for name in names if row.cells[name]]


def _check_after(seeds: Path, texts: Mapping[Path, str], ontology: Ontology) -> None:
    """Raises InputError where the tables would not hold together afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / seeds.name
        shutil.copytree(seeds, copy)
        for path, text in texts.items():
            (copy / path.relative_to(seeds)).write_text(text, encoding="utf-8", newline="")
        read_project(copy, ontology.schema, ontology.shapes)


def _agreed(found: Forgetting) -> bool:
    """Whether the person at the terminal agrees; without a terminal nobody can."""
    if not sys.stdin.isatty():
        raise CallError("nothing was written. Run it again with --yes to remove these rows.")
    print(f"Remove {counted(len(found.rows), 'row')}? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
