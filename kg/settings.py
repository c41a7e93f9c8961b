"""The settings of the project that a process works on: `kg.toml`, found in the working folder or above it, like git.

One process works on one project. The IRIs of things, and the languages of pages, follow from its settings once they
are first needed; a program that works on two projects runs two processes.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.facts.problems import CallError, InputError, nearest

if TYPE_CHECKING:
    from kg.facts.toml_file import TomlValues

SETTINGS_FILE = "kg.toml"
SHIPPED_BASE = "https://w3id.org/partnership-kg/"
"""What the IRIs of things begin with where no project says otherwise."""
INTERFACE: Mapping[str, str] = {"en": "English", "az": "Azərbaycanca", "kk": "Қазақша", "ru": "Русский"}
"""The languages that the interface speaks by code, each by its own name."""
FOLDERS = ("seeds", "documents", "drafts", "ontology", "queries", "build")
_KEYS = ("base", "languages", "store", "folders", "model")
# An absolute http(s) IRI (RFC 3987) without query and fragment.
_BASE = re.compile(r"""https?://[^\s<>"{}|\\^`\[\]#?%/@:]+(?::[0-9]+)?(?:/[^\s<>"{}|\\^`\[\]#?%]*)?""")
_ADDRESS = re.compile(r"https?://[^\s<>\"@]+")
_LEAST: Mapping[str, float] = {
    "timeout": 0.1,
    "attempts": 1,
    "passage": 500,
    "longest": 500,
    "answer_tokens": 100,
    "input_price": 0,
    "output_price": 0,
}
_WHOLE = ("attempts", "passage", "longest", "answer_tokens")


@dataclass(frozen=True)
class ModelSettings:
    """How a language model is asked, where a call names one: no key, and nothing that would ask it unbidden."""

    endpoint: str | None = None
    timeout: float = 120.0
    """Seconds for one attempt."""
    attempts: int = 3
    passage: int = 6_000
    """The most characters of an article in one request."""
    longest: int = 200_000
    """Longer articles are set aside."""
    answer_tokens: int = 8_000
    input_price: float | None = None
    """What a million tokens cost; None where nobody has said so."""
    output_price: float | None = None
    currency: str = ""


@dataclass(frozen=True)
class Settings:
    """What a project decides for itself."""

    folder: Path | None
    """Where its `kg.toml` is; None where there is none."""
    base: str
    """What the IRIs of its things begin with; ends with a slash."""
    languages: tuple[str, ...]
    """The languages of its pages in their order; the first is that of answers."""
    store: str | None
    """The address of a remote SPARQL store; None for the embedded one."""
    folders: Mapping[str, str]
    """The names of its data folders, by what they hold: seeds, documents, drafts, ontology, queries, build."""
    model: ModelSettings = ModelSettings()

    def path(self, name: str) -> Path:
        """Where one of its data folders is, relative to the working folder where it lies below."""
        path = (self.folder or Path.cwd()) / self.folders[name]
        return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def shipped_settings() -> Settings:
    """The settings where there is no `kg.toml`."""
    return Settings(None, SHIPPED_BASE, tuple(INTERFACE), None, {name: name for name in FOLDERS})


def find_project(start: Path) -> Path | None:
    """The nearest folder with a `kg.toml`, from `start` upwards."""
    folder = start.resolve()
    return next((path for path in (folder, *folder.parents) if (path / SETTINGS_FILE).is_file()), None)


_in_use: list[Settings] = []
_PROJECT = "KG_PROJECT"
"""Tells the processes that this one starts which project it was told to work on."""


def settings() -> Settings:
    """The settings of this process: those that `use` was given, else those of the working folder."""
    if not _in_use:
        told = os.environ.get(_PROJECT)
        use(Path(told) if told else None)
    return _in_use[-1]


def use(project: Path | None = None) -> Settings:
    """The settings of the project in this folder (None: in the working folder or above it), from now on in use.

    Raises CallError where the folder has no `kg.toml`, or where this process has named things by another base
    already; InputError for faults in the file.
    """
    if project is not None and not (project / SETTINGS_FILE).is_file():
        raise CallError(f"there is no {SETTINGS_FILE} in {project}. Make a project with: kg new {project}")
    folder = project.resolve() if project is not None else find_project(Path.cwd())
    found = read_settings(folder / SETTINGS_FILE) if folder is not None else shipped_settings()
    vocabulary = sys.modules.get("kg.rdf.vocabulary")
    if vocabulary is not None and found.base != getattr(vocabulary, "BASE", found.base):
        raise CallError(f"this process names things by another base than {found.base}. Work on it in a process apart.")
    if project is not None and folder is not None:
        os.environ[_PROJECT] = str(folder)
    _in_use[:] = [found]
    return found


def read_settings(path: Path) -> Settings:
    """The settings in a `kg.toml`; InputError with every fault of it."""
    from kg.facts.toml_file import read_toml  # most calls have no such file, and `kg find` is to answer at once

    shown = os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
    values, toml = read_toml(path, shown)
    found = replace(_Reader(toml).read(values), folder=path.parent)
    if toml.problems:
        raise InputError(toml.problems)
    return found


def base_fault(base: str) -> tuple[str, str] | None:
    """What is wrong with a base of IRIs, and its fix; None where nothing is."""
    if not _BASE.fullmatch(base):
        fix = "Write an address that begins with https:// and has no blanks, brackets, ? or #."
        return f"'{base}' is no base of IRIs", fix
    if not base.endswith("/"):
        return f"the base '{base}' does not end with a slash", f'Write "{base}/".'
    return None


class _Reader:
    def __init__(self, toml: TomlValues) -> None:
        self._toml = toml

    def read(self, values: Mapping[str, Any]) -> Settings:
        self._toml.known(values, _KEYS, ())
        found = shipped_settings()
        folders = self._folders(self._toml.table(values, "folders", ()))
        return replace(
            found,
            base=self._base(values["base"]) if "base" in values else found.base,
            languages=self._languages(values["languages"]) if "languages" in values else found.languages,
            store=self._store(values["store"]) if "store" in values else None,
            folders={**found.folders, **folders},
            model=self._model(self._toml.table(values, "model", ())),
        )

    def _base(self, value: object) -> str:
        if not isinstance(value, str):
            self._toml.tell(("base",), "'base' is no text", 'Write it in quotes: base = "https://example.org/".')
            return SHIPPED_BASE
        fault = base_fault(value)
        if fault is not None:
            self._toml.tell(("base",), *fault)
        return value

    def _languages(self, value: object) -> tuple[str, ...]:
        known = tuple(INTERFACE)
        if not isinstance(value, list) or not value or not all(isinstance(code, str) for code in value):
            self._toml.tell(("languages",), "'languages' is no list of languages", f"Choose of {list(known)}.")
            return known
        for code in value:
            if code not in known:
                fix = nearest(code, known, f"Choose of {', '.join(known)}.")
                self._toml.tell(("languages",), f"the pages do not speak '{code}'", fix)
        for code in sorted({code for code in value if value.count(code) > 1}):
            self._toml.tell(("languages",), f"the language '{code}' stands twice", "Remove one.")
        return tuple(value)

    def _store(self, value: object) -> str | None:
        if not isinstance(value, str) or not _ADDRESS.fullmatch(value):
            fix = "Write the address of a SPARQL store, without name and password: https://…."
            self._toml.tell(("store",), f"'{value}' is no address of a store", fix)
            return None
        return value

    def _folders(self, values: Mapping[str, Any]) -> dict[str, str]:
        self._toml.known(values, FOLDERS, ("folders",))
        found: dict[str, str] = {}
        for key, name in values.items():
            if not isinstance(name, str) or not name.strip() or "\0" in name:
                self._toml.tell(
                    ("folders", key), f"'{key}' is no name of a folder", f'Write it in quotes: {key} = "{key}".'
                )
            elif name in found.values():
                self._toml.tell(("folders", key), f"the folder '{name}' is named twice", "Give each its own.")
            else:
                found[key] = name
        return found

    def _model(self, values: Mapping[str, Any]) -> ModelSettings:
        self._toml.known(values, [field.name for field in fields(ModelSettings)], ("model",))
        found = ModelSettings()
        for key, given in values.items():
            if key == "endpoint" and not (isinstance(given, str) and _ADDRESS.fullmatch(given)):
                fix = "Write the address of a server, without name and password: https://…/v1."
                self._toml.tell(("model", key), f"'{given}' is no address of a server", fix)
            elif key == "currency" and not (isinstance(given, str) and given.isprintable() and len(given) <= 12):
                self._toml.tell(("model", key), "'currency' is no short text", 'Write such as currency = "EUR".')
            elif key in _LEAST and not (type(given) in (int, float) and _LEAST[key] <= given < 10**9):
                self._toml.tell(
                    ("model", key), f"'{key}' is no number from {_LEAST[key]:g} on", "Write it without quotes."
                )
            elif key in _WHOLE and not isinstance(given, int):
                self._toml.tell(("model", key), f"'{key}' is no whole number", "Write it without a decimal point.")
            elif hasattr(found, key):
                found = replace(found, **{key: given})
        return found
