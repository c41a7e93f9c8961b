"""A fresh project: the folder `kg/starter`, named anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from kg.facts.new_source import slug
from kg.facts.problems import CallError
from kg.settings import INTERFACE, SETTINGS_FILE, base_fault

_STARTER = Path(__file__).resolve().parent / "starter"
_BASE = "https://example.org/starter/"
_LANGUAGES = re.compile(r"^languages = .*$", re.MULTILINE)
_NAMES = {"gitignore": ".gitignore"}
"""Files that would be taken for our own under the name that they get."""


def new_project(folder: Path, base: str | None, language: str | None) -> None:
    """Makes `folder` a project whose things are named by `base` and whose pages begin in `language`.

    Raises CallError where the folder holds anything, or where `base` can be none; nothing is written then.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CallError(f"{folder} is not empty. Name a new folder.")
    known = tuple(INTERFACE)
    languages = [code for code in dict.fromkeys((language or known[0], *known)) if code in known]
    base = base or f"https://example.org/{slug(folder.resolve().name) or 'project'}/"
    fault = base_fault(base)
    if fault is not None:
        raise CallError(f"--base: {fault[0]}. {fault[1]}")
    texts = {path: _text(path, base, languages) for path in sorted(_STARTER.rglob("*")) if _is_part(path)}
    try:
        for path, text in texts.items():
            target = folder / path.relative_to(_STARTER).with_name(_NAMES.get(path.name, path.name))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text)
    except OSError as error:
        raise CallError(f"{folder} cannot be written: {error}. Name another folder.") from error


def _is_part(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and "__pycache__" not in path.parts


def _text(path: Path, base: str, languages: Sequence[str]) -> bytes:
    """The file as the new project has it; the document keeps its bytes, by which its quotes are known."""
    if path.parent.name == "documents":
        return path.read_bytes()
    text = path.read_text(encoding="utf-8").replace(_BASE, base)
    if path.name == SETTINGS_FILE:
        listed = ", ".join(f'"{code}"' for code in languages)
        text = _LANGUAGES.sub(lambda _: f"languages = [{listed}]", text)
    return text.encode("utf-8")
