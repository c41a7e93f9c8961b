"""Writing a folder aside and swapping it in, so that a build that is killed leaves the last good one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.facts.problems import CallError

MARKER = ".partnership-kg"
"""A file that says: this folder was made by kg, and may be replaced by it."""
_COMPLETE = "report.json"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps every other process from writing `folder` meanwhile; CallError where one does already.

    The operating system holds the lock and drops it when the process ends, however it ends: none is ever stale.
    """
    path = _aside(folder, "lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = _hold(path)
    except OSError as error:
        raise CallError(f"{folder} cannot be written: {error}. Name another folder with --out.") from error
    if handle is None:
        raise CallError(f"another kg is writing {folder}. Wait for it to end, or name another folder with --out.")
    try:
        yield
    finally:
        with suppress(OSError):  # Windows removes no file that is open; an empty one that stays is in nobody's way
            path.unlink()
        os.close(handle)


def _hold(path: Path) -> int | None:
    """The descriptor of a lock file that is ours now; None where another process has it."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _try_lock(handle):
            os.close(handle)
            return None
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        os.close(handle)  # its last holder removed the file in between


def _try_lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def replace_folder(folder: Path, write: Callable[[Path], None]) -> None:
    """Makes `folder` what `write` puts into an empty one; on any failure it stays as it was.

    Raises CallError where `folder` holds what kg did not make, or where it cannot be written.
    """
    check_replaceable(folder)
    try:
        _replace(folder, write)
    except OSError as error:
        raise CallError(f"{folder} cannot be written: {error}. Name another folder with --out.") from error


def _replace(folder: Path, write: Callable[[Path], None]) -> None:
    new, old = _aside(folder, "new"), _aside(folder, "old")
    folder.parent.mkdir(parents=True, exist_ok=True)
    recover(folder)
    new.mkdir()
    (new / MARKER).touch()
    try:
        write(new)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except BaseException:
        recover(folder)
        raise
    if old.exists():
        _remove(old)


def check_replaceable(folder: Path) -> None:
    """Raises CallError where `folder`, or one that a build would use beside it, was not made by kg."""
    for path in (folder, _aside(folder, "new"), _aside(folder, "old")):
        if path.is_dir() and not path.is_symlink():
            if (path / MARKER).is_file() or not any(path.iterdir()):
                continue
        elif not path.exists() and not path.is_symlink():
            continue
        raise CallError(f"{path} was not made by kg and is not replaced. Name another folder with --out.")


def recover(folder: Path) -> None:
    """Finishes or undoes a swap that was interrupted, and clears away what a killed build left."""
    new, old = _aside(folder, "new"), _aside(folder, "old")
    if old.exists() and not folder.exists():
        (new if (new / _COMPLETE).is_file() else old).rename(folder)
    for path in (new, old):
        if path.exists():
            _remove(path)


def _remove(folder: Path) -> None:
    """Removes a folder that kg made, its marker last, so that half of it is still known as kg's."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name == MARKER):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    folder.rmdir()


def _aside(folder: Path, suffix: str) -> Path:
    return folder.absolute().parent / f".{folder.absolute().name}.{suffix}"


def replace_file(path: Path, text: str) -> None:
    """Makes `path` a file of this text, at once: a reader sees the old or the new one, never half.

    Raises CallError where it cannot be written.
    """
    aside = path.with_name(f".{path.name}.new")
    try:
        aside.write_text(text, encoding="utf-8", newline="")
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise CallError(f"{path} cannot be written: {error}.") from error


def replace_files(texts: Mapping[Path, str]) -> None:
    """Makes each of these files one of its text, or none of them.

    All are written aside before the first is put in place. Raises CallError where one cannot be written; then those
    that were replaced already have their old content again.
    """
    before = {path: path.read_bytes() if path.is_file() else None for path in texts}
    aside = {path: path.with_name(f".{path.name}.new") for path in texts}
    replaced: list[Path] = []
    try:
        for path, text in texts.items():
            aside[path].write_text(text, encoding="utf-8", newline="")
        for path in texts:
            aside[path].replace(path)
            replaced.append(path)
    except OSError as error:
        for path in replaced:
            old = before[path]
            if old is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(old)
        raise CallError(f"{error.filename or 'a table'} cannot be written: {error}. Nothing was changed.") from error
    finally:
        for path in aside.values():
            path.unlink(missing_ok=True)
