"""The settings of the project that a process works on: `kg.toml`, found in the working folder or above it, like git.

One process works on one project. The IRIs of things, and the languages of pages, follow from its settings once they
are first needed; a program that works on two projects runs two processes.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from kg.facts.problems import CallError, InputError, Problem, nearest

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
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


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
    import tomllib  # most calls have no such file, and `kg find` is to answer at once

    shown = os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        values = tomllib.loads(text.replace("\r\n", "\n"))
    except OSError as error:
        raise CallError(f"{shown} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise InputError([Problem(shown, 1, "the file is not UTF-8", "Save it as UTF-8.")]) from None
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        said = _PLACE.sub("", str(error)).rstrip(".")
        fix = 'Write it as TOML: key = "value".'
        raise InputError([Problem(shown, line, f"this cannot be read: {said}", fix)]) from None
    reader = _Reader(shown, text)
    found = replace(reader.read(values), folder=path.parent)
    if reader.problems:
        raise InputError(reader.problems)
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
    def __init__(self, file: str, text: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._lines = text.splitlines()

    def read(self, values: Mapping[str, object]) -> Settings:
        self._check_keys(values, _KEYS, "")
        found = shipped_settings()
        folders = self._folders(values.get("folders", {}))
        return replace(
            found,
            base=self._base(values["base"]) if "base" in values else found.base,
            languages=self._languages(values["languages"]) if "languages" in values else found.languages,
            store=self._store(values["store"]) if "store" in values else None,
            folders={**found.folders, **folders},
            model=self._model(values.get("model", {})),
        )

    def _base(self, value: object) -> str:
        if not isinstance(value, str):
            self._tell("base", "'base' is no text", 'Write it in quotes: base = "https://example.org/".')
            return SHIPPED_BASE
        fault = base_fault(value)
        if fault is not None:
            self._tell("base", *fault)
        return value

    def _languages(self, value: object) -> tuple[str, ...]:
        known = tuple(INTERFACE)
        if not isinstance(value, list) or not value or not all(isinstance(code, str) for code in value):
            self._tell("languages", "'languages' is no list of languages", f"Choose of {list(known)}.")
            return known
        for code in value:
            if code not in known:
                fix = nearest(code, known, f"Choose of {', '.join(known)}.")
                self._tell("languages", f"the pages do not speak '{code}'", fix)
        for code in sorted({code for code in value if value.count(code) > 1}):
            self._tell("languages", f"the language '{code}' stands twice", "Remove one.")
        return tuple(value)

    def _store(self, value: object) -> str | None:
        if not isinstance(value, str) or not _ADDRESS.fullmatch(value):
            fix = "Write the address of a SPARQL store, without name and password: https://…."
            self._tell("store", f"'{value}' is no address of a store", fix)
            return None
        return value

    def _folders(self, value: object) -> dict[str, str]:
        if not isinstance(value, dict):
            self._tell("folders", "'folders' is no table", 'Write [folders], and below it such as seeds = "seeds".')
            return {}
        self._check_keys(value, FOLDERS, "folders")
        found: dict[str, str] = {}
        for key, name in value.items():
            if not isinstance(name, str) or not name.strip() or "\0" in name:
                self._tell(key, f"'{key}' is no name of a folder", f'Write it in quotes: {key} = "{key}".', "folders")
            elif name in found.values():
                self._tell(key, f"the folder '{name}' is named twice", "Give each its own.", "folders")
            else:
                found[key] = name
        return found

    def _model(self, value: object) -> ModelSettings:
        if not isinstance(value, dict):
            self._tell("model", "'model' is no table", 'Write [model], and below it such as endpoint = "https://…/v1".')
            return ModelSettings()
        self._check_keys(value, tuple(field.name for field in fields(ModelSettings)), "model")
        found = ModelSettings()
        for key, given in value.items():
            if key == "endpoint" and not (isinstance(given, str) and _ADDRESS.fullmatch(given)):
                fix = "Write the address of a server, without name and password: https://…/v1."
                self._tell(key, f"'{given}' is no address of a server", fix, "model")
            elif key == "currency" and not (isinstance(given, str) and given.isprintable() and len(given) <= 12):
                self._tell(key, "'currency' is no short text", 'Write such as currency = "EUR".', "model")
            elif key in _LEAST and not (type(given) in (int, float) and _LEAST[key] <= given < 10**9):
                self._tell(key, f"'{key}' is no number from {_LEAST[key]:g} on", "Write it without quotes.", "model")
            elif key in _WHOLE and not isinstance(given, int):
                self._tell(key, f"'{key}' is no whole number", "Write it without a decimal point.", "model")
            elif hasattr(found, key):
                found = replace(found, **{key: given})
        return found

    def _check_keys(self, values: Iterable[str], known: tuple[str, ...], section: str) -> None:
        for key in values:
            if key not in known:
                fix = nearest(key, known, f"Known are: {', '.join(known)}.")
                self._tell(key, f"unknown setting '{key}'", fix, section)

    def _tell(self, key: str, text: str, fix: str, section: str = "") -> None:
        self.problems.append(Problem(self._file, self._line(key, section), text, fix))

    def _line(self, key: str, section: str) -> int:
        """Where a key of a section stands; 1 where it cannot be told."""
        current = ""
        for number, line in enumerate(self._lines, 1):
            header = re.match(r"\s*\[+\s*([^\]]*?)\s*\]", line)
            if header:
                current = header[1].strip("\"'")
                if current == key:
                    return number
            elif current == section and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""", line):
                return number
        return 1
