"""The parts of the benchmarks: tables of `python -m benchmarks`, and older ones with results of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.suite import asking, building, changing, inferring, mapping, starting
from benchmarks.suite.projects import Asked
from benchmarks.suite.tables import Table


@dataclass(frozen=True)
class Part:
    """One part: what it measures, whom it measures beside, and how long it takes."""

    title: str
    measure: Callable[[Asked], Sequence[Table]]
    packages: tuple[str, ...]
    """Whose versions its section tells."""
    minutes: Callable[[Asked], float]
    """About how long it takes on two cores that do nothing else."""
    sized: bool = True
    """Whether it is measured on projects of several sizes."""


def _thousands(asked: Asked) -> float:
    return asked.repeat * sum(project.facts for project in asked.projects) / 1000


PARTS = {
    "mapping": Part(
        "Mapping", mapping.measure, ("morph-kgc", "maplib", "polars"), lambda asked: 0.2 + 0.02 * _thousands(asked)
    ),
    "building": Part(
        "Building",
        building.measure,
        ("oxigraph", "pyoxigraph", "numpy", "rustworkx"),
        lambda asked: 0.3 + 0.045 * _thousands(asked),
    ),
    "change": Part("A change", changing.measure, ("pyoxigraph", "numpy"), lambda asked: 0.3 + 0.09 * _thousands(asked)),
    "inference": Part(
        "Inference",
        inferring.measure,
        ("owlrl", "reasonable", "rdflib", "numpy"),
        lambda asked: 0.3 * asked.repeat,
        sized=False,
    ),
    "questions": Part("Questions", asking.measure, ("pyoxigraph", "rdflib"), lambda asked: 6, sized=False),
    "start": Part("Start", starting.measure, (), lambda asked: 0.5, sized=False),
}


@dataclass(frozen=True)
class Other:
    """A benchmark with a script and results of its own."""

    folder: str
    about: str
    results: str
    call: tuple[str, ...] = ()
    """The arguments of `python`; empty where it needs data or a person and its README says how it is run."""


OTHERS = {
    "validation" if other.folder == "inference" else other.folder: other
    for other in (
        Other("drafting", "facts drafted from articles, beside those read by people", "README.md"),
        Other("explorer", "the explorer in a browser, 3,000 things", "README.md"),
        Other("groups", "groups beside igraph and NetworKit", "RESULTS.md", ("benchmarks/groups/measure.py",)),
        Other(
            "inference",
            "shapes beside pySHACL; a store on disk and a change of it",
            "RESULTS.md",
            ("benchmarks/inference/measure.py",),
        ),
        Other("layout", "layouts of networks", "RESULTS.md", ("benchmarks/layout/measure.py",)),
        Other("mentions", "names found in articles", "README.md", ("benchmarks/mentions/measure.py", "held-out")),
        Other("names", "names that are one thing, beside published matchers", "RESULTS.md"),
        Other("network", "measures of large networks", "README.md"),
        Other("paths", "shortest paths", "RESULTS.md", ("benchmarks/paths/measure.py",)),
        Other("reach", "each command on a registry", "RESULTS.md"),
        Other("server", "`kg serve` under load", "RESULTS.md", ("benchmarks/server/load.py",)),
    )
}
