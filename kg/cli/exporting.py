"""`kg export`."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kg.cli.opening import Opened, open_build
from kg.cli.output import tell, write_rows
from kg.exports.formats import FORMATS, Export, Format, Target, check_ending, format_named
from kg.facts.problems import CallError
from kg.folders import replace_folder
from kg.rdf.store import STORE_FOLDER

_STEM = "partnership-kg"


def export(options: argparse.Namespace) -> int:
    """Writes a build, or a brief or picture of some of its things, in a format; without one, lists the formats."""
    if options.format_name is None:
        return _list()
    chosen = format_named(options.format_name)
    _check_things(chosen, options.things)
    if options.out is None and chosen.target is not Target.TEXT:
        raise CallError(f"{chosen.name} is {chosen.target.value}. Say where to write it with --out.")
    if options.out is not None:
        check_ending(chosen, options.out)
    write = chosen.load()
    opened = open_build(options)
    about = Export(opened.catalogue, options.lang, _resolved(opened, options.things))
    if options.out is None:
        _print(lambda out: write(about, out))
        return 0
    if chosen.target is Target.FOLDER:
        _check_no_build(options.out)
        replace_folder(options.out, lambda folder: write(about, folder))
        tell(f"kg: {chosen.name} is in {options.out}/.")
        return 0
    path = options.out / f"{_stem(about)}{chosen.ending}" if options.out.is_dir() else options.out
    _write_file(chosen, about, path)
    tell(f"kg: {chosen.name} is in {path}.")
    return 0


def _print(write: Callable[[BinaryIO], None]) -> None:
    """Writes to stdout as bytes: text in UTF-8 with its own line ends, whatever the terminal's are."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is not None:
        sys.stdout.flush()
        write(buffer)
        return
    text = io.BytesIO()
    write(text)
    sys.stdout.write(text.getvalue().decode())


def _list() -> int:
    rows = [(item.name, item.purpose, item.ending, item.extra and f"[{item.extra}]") for item in FORMATS.values()]
    write_rows(("format", "for", "file", "needs"), rows, "table")
    tell("Pictures in more ways, and pages: kg view --help")
    return 0


def _check_things(chosen: Format, things: list[str]) -> None:
    if len(things) in chosen.things:
        return
    if chosen.things == (0,):
        raise CallError(f"{chosen.name} holds the whole graph and takes no THING. Leave it out.")
    told = f"{chosen.name} is about one thing or the two ends of a path"
    raise CallError(f"{told}. Write: kg export {chosen.name} NAME [NAME]")


def _resolved(opened: Opened, things: list[str]) -> tuple[str, ...]:
    keys = tuple(opened.resolve(text) for text in things)
    if len(keys) != len(set(keys)):
        raise CallError(f"both names mean the same thing: {opened.sentences.name(keys[0])} (id:{keys[0]}).")
    return keys


def _check_no_build(folder: Path) -> None:
    if (folder / STORE_FOLDER).exists():
        raise CallError(f"{folder} is a build, which an export would replace. Name another folder with --out.")


def _stem(about: Export) -> str:
    return "-".join(about.things) or _STEM


def _write_file(chosen: Format, about: Export, path: Path) -> None:
    """Writes the file aside and moves it into place, so that nobody reads half of it."""
    aside = path.with_name(f".{path.name}.new")
    try:
        with aside.open("wb") as file:
            chosen.load()(about, file)
        aside.replace(path)
    except OSError as error:
        raise CallError(f"{path} cannot be written: {error}. Name another file with --out.") from error
    finally:
        aside.unlink(missing_ok=True)
