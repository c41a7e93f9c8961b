"""Calls of `kg` on a copy of the tiny project that is there to be spoilt, and what they came to."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

from kg.cli import main
from tests.tiny_project import fingerprint

TABLES = ("sources.csv", "entities.csv", "names.csv", "decisions.csv", "exceptions.csv", "quotes.csv")
FACTS = ("facts/memorandum.csv", "facts/places-and-figures.csv")


@dataclass(frozen=True)
class Run:
    """What one call of `kg` came to."""

    code: int
    out: str
    error: str

    @property
    def problems(self) -> list[str]:
        """The lines before the sum at the end, which is checked here too."""
        *lines, empty, total = self.error.splitlines()
        assert empty == ""
        assert total == f"{len(lines)} problem{'s' if len(lines) > 1 else ''}; nothing was written."
        return lines


def call(*arguments: str | Path) -> Run:
    """One call of `kg`, its output held."""
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as error:
        code = main([str(argument) for argument in arguments])
    assert "Traceback" not in error.getvalue()
    return Run(code, out.getvalue(), error.getvalue())


@dataclass(frozen=True)
class Workshop:
    """A good build of the tiny project, and a copy of its tables to spoil, in `tiny/` of the current folder."""

    built: Path
    before: dict[str, str]
    tiny: Path

    def build(self) -> Run:
        """A build over the good one, of whatever has become of the tables."""
        return call("build", "--seeds", "tiny", "--documents", "tiny/documents", "--out", self.built)

    def refused(self) -> list[str]:
        """The problems of a build that must be refused and must leave the good one as it was."""
        run = self.build()
        assert (run.code, run.out) == (2, "")
        assert fingerprint(self.built) == self.before
        assert [path.name for path in self.built.parent.iterdir()] == ["build"]
        return run.problems
