"""Where the ontology, the questions and the seeds are: in a checkout beside `kg/`, in a wheel inside it.

A project may add to them: to the ontology, its shapes and rules, and to the questions and checks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kg.rdf.ontology import Ontology
from kg.settings import settings

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Resources:
    """The folders that ship with the program, and those in which a project adds to them."""

    ontology: Path
    queries: Path
    seeds: Path
    own_ontology: Path | None = None
    own_queries: Path | None = None

    @classmethod
    def shipped(cls) -> Resources:
        """Those of this installation alone."""
        root = _PACKAGE / "data" if (_PACKAGE / "data").is_dir() else _PACKAGE.parent
        return cls(root / "ontology", root / "queries", root / "seeds")

    @classmethod
    def current(cls) -> Resources:
        """Those of this installation, and what the project adds that the process works on."""
        project = settings()
        if project.folder is None:
            return cls.shipped()
        return replace(cls.shipped(), own_ontology=project.path("ontology"), own_queries=project.path("queries"))

    def read_ontology(self) -> Ontology:
        """The ontology with what the project adds; InputError where that is not as it should be."""
        ontology = Ontology(self.ontology, self.own_ontology)
        folders = [folder for folder in (self.own_ontology, self.own_queries) if folder is not None]
        if folders:
            from kg.rdf.own_terms import check_own  # takes time that a command without terms of its own need not spend

            texts = sorted(path for folder in folders for path in folder.glob("*/*.rq"))
            ours = (self.ontology / "rules", self.queries / "competency", self.queries / "checks")
            shipped = {folder.name: {path.stem for path in folder.glob("*.rq")} for folder in ours}
            check_own(ontology, settings().languages, texts, shipped)
        return ontology

    @property
    def questions(self) -> tuple[Path, ...]:
        """The folders of competency questions."""
        return self._folders("competency")

    @property
    def checks(self) -> tuple[Path, ...]:
        """The folders of checks that must return nothing."""
        return self._folders("checks")

    def _folders(self, name: str) -> tuple[Path, ...]:
        return tuple(folder / name for folder in (self.queries, self.own_queries) if folder is not None)
