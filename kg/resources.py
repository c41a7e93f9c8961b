"""Where the ontology, the questions and the seeds are: in a checkout beside `kg/`, in a wheel inside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Resources:
    """The folders that ship with the program."""

    ontology: Path
    queries: Path
    seeds: Path

    @classmethod
    def shipped(cls) -> Resources:
        """Those of this installation."""
        root = _PACKAGE / "data" if (_PACKAGE / "data").is_dir() else _PACKAGE.parent
        return cls(root / "ontology", root / "queries", root / "seeds")

    @property
    def questions(self) -> Path:
        """The competency questions."""
        return self.queries / "competency"

    @property
    def checks(self) -> Path:
        """The checks that must return nothing."""
        return self.queries / "checks"
