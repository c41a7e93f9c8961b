"""The shipped questions beside rdflib, about real things of a graph of 100,000 triples: its hubs and its median."""

from __future__ import annotations

import json
import shutil
import statistics
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from benchmarks.suite.building import build_once
from benchmarks.suite.projects import Asked, made
from benchmarks.suite.running import python, take
from benchmarks.suite.tables import Judged, Table, Target, judged_table, seconds
from kg.rdf.queries import NamedQuery, read_questions
from kg.rdf.vocabulary import KG
from kg.resources import Resources

FACTS = 2_850
"""So many facts make a graph of 100,000 triples."""
TIMES, QUICKLY = Target(10, at_least=True, unit=" ×"), Target(20, unit=" ms")
LIMIT_S = 10
"""rdflib is given so long for a question."""
_KINDS = ("hub", "median")
_RUNS = 7


def measure(asked: Asked) -> list[Table]:
    """The tables of this part."""
    seeds = made(400 if asked.quick else FACTS, asked.work)
    out = asked.work / "build-asked"
    shutil.rmtree(out, ignore_errors=True)
    build_once(seeds, out)
    store = Store.read_only(str(out / "store"))
    questions = read_questions(Resources.shipped().questions)
    texts = dict(_bound(questions, store))
    ours = {key: _answer(store, text) for key, text in texts.items()}
    triples = asked.work / "asked.nt"
    union = {str(quad.triple) + " .\n" for quad in store}
    triples.write_text("".join(sorted(union)), encoding="utf-8")
    theirs = _by_rdflib(triples, texts, asked)
    del store
    shutil.rmtree(out)
    return [_summary(ours, theirs, len(union)), _each(questions, ours, theirs)]


def _bound(questions: Mapping[str, NamedQuery], store: Store) -> Iterator[tuple[str, str]]:
    """The text of each question for a hub and a median thing, by name and kind."""
    chosen = _Chosen(store)
    for name, question in questions.items():
        for kind in _KINDS if question.parameters else _KINDS[:1]:
            values: dict[str, NamedNode | Literal] = {}
            for parameter in question.parameters:
                value = chosen.value(parameter.kind, parameter.name, parameter.default, kind, len(values))
                if value is not None:
                    values[parameter.name] = value
            yield f"{name} {kind}", question.bound(values)


class _Chosen:
    """Things of a graph by class and by how many facts they stand in."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shipped = Resources.shipped()
        from kg.build import read_facts

        self._schema = self._shipped.read_ontology().schema
        ontology = self._shipped.read_ontology()
        self._classes = {
            key: entity.class_name for key, entity in read_facts(self._shipped.seeds, None, ontology).entities.items()
        }
        self._kinds: dict[str, list[NamedNode | Literal]] = {}

    def value(self, kind: str, name: str, default: str, which: str, place: int) -> NamedNode | Literal | None:
        """A value for a parameter like its default; None where the default serves as it is."""
        if name == "short":
            return _at(self._rows(f"?thing <{KG}acronym> ?value"), which, place)
        if kind != "iri" or default.startswith(KG):
            return None
        if "/source/" in default:
            pattern = "?thing <http://www.w3.org/ns/oa#hasSource> ?value"
            return _at(self._rows(pattern), which, place)
        class_ = self._classes[default]
        while not (found := self._of_class(class_)):
            above = self._schema.superclasses
            class_ = max(above[class_] - {class_}, key=lambda name: (len(above[name]), name))
        return _at(found, which, place)

    def _of_class(self, class_: str) -> list[NamedNode | Literal]:
        """Things of a class, those with most claims first."""
        if class_ not in self._kinds:
            tie = f"{{ ?thing {_rdf('subject')} ?value }} UNION {{ ?thing {_rdf('object')} ?value }}"
            self._kinds[class_] = self._rows(f"?value a <{KG}{class_}> . {tie}")
        return self._kinds[class_]

    def _rows(self, pattern: str) -> list[NamedNode | Literal]:
        text = f"SELECT ?value WHERE {{ {pattern} }} GROUP BY ?value ORDER BY DESC(COUNT(DISTINCT ?thing)) ?value"
        answer = self._store.query(text, use_default_graph_as_union=True)
        assert isinstance(answer, QuerySolutions)
        values = (row["value"] for row in answer)
        return [Literal(value.value) if isinstance(value, Literal) else value for value in values]


def _rdf(name: str) -> str:
    return f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}>"


def _at(values: list[NamedNode | Literal], which: str, place: int) -> NamedNode | Literal:
    start = 0 if which == "hub" else len(values) // 2
    return values[min(start + place, len(values) - 1)]


def _answer(store: Store, text: str) -> tuple[float, int]:
    """Seconds, the median of some runs, and rows."""
    from kg.rdf.sparql import Table as Rows
    from kg.rdf.sparql import ask

    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        answer = ask(store, text)
        times.append(time.perf_counter() - start)
        if times[-1] > 1:
            break
    assert isinstance(answer, Rows)
    return statistics.median(times), len(answer.rows)


def _by_rdflib(triples: Path, texts: Mapping[str, str], asked: Asked) -> dict[str, tuple[float, int] | None]:
    file = asked.work / "questions.json"
    file.write_text(json.dumps(texts), encoding="utf-8")
    limit = 0.3 if asked.quick else LIMIT_S
    told = take(python("benchmarks.suite.by_rdflib", triples, file, limit)).output
    found: dict[str, tuple[float, int] | None] = {}
    for line in told.splitlines():
        item = json.loads(line)
        answer = item["answer"]
        found[item["key"]] = (answer["seconds"], answer["rows"]) if answer else None
    return found


def _ratio(key: str, ours: Mapping[str, tuple[float, int]], theirs: Mapping[str, tuple[float, int] | None]) -> float:
    found = theirs[key]
    return (found[0] if found else LIMIT_S) / ours[key][0]


def _summary(
    ours: Mapping[str, tuple[float, int]], theirs: Mapping[str, tuple[float, int] | None], triples: int
) -> Table:
    slowest = max(ours, key=lambda key: ours[key][0])
    ratios = {key: _ratio(key, ours, theirs) for key in ours}
    least = min(ratios, key=lambda key: ratios[key])
    slow = sum(taken > 0.02 for taken, _ in ours.values())
    late = sum(found is None for found in theirs.values())
    rows = [
        Judged((f"the slowest: {slowest}",), ours[slowest][0] * 1000, QUICKLY, " ms"),
        Judged((f"of {len(ours)} so many take longer",), slow),
        Judged((f"the least times as fast as rdflib: {least}",), ratios[least], TIMES, " ×"),
        Judged(("of all the median",), statistics.median(ratios.values()), None, " ×"),
        Judged((f"rdflib stopped after {LIMIT_S} s, counted as that",), late),
    ]
    note = (
        f"A graph of {triples:,} triples, inferred and analysed; a store on disk, opened to read, beside an "
        "`rdflib.Graph` in memory. Each question is asked about the thing with most facts among those like its "
        f"default, and about the one in the middle. kg: medians of {_RUNS} runs; rdflib: the best of up to three."
    )
    return judged_table("The shipped questions", ("what", "figure"), rows, note)


def _each(
    questions: Mapping[str, NamedQuery],
    ours: Mapping[str, tuple[float, int]],
    theirs: Mapping[str, tuple[float, int] | None],
) -> Table:
    rows = []
    for name in questions:
        keys = [key for kind in _KINDS if (key := f"{name} {kind}") in ours]
        mine = [seconds(ours[key][0]) for key in keys]
        peer = [seconds(found[0]) if (found := theirs[key]) else f"> {LIMIT_S} s" for key in keys]
        worst, ratio = max(ours[key][0] for key in keys), min(_ratio(key, ours, theirs) for key in keys)
        differ = any(found is not None and found[1] != ours[key][1] for key in keys for found in [theirs[key]])
        judged = (("time", QUICKLY.judged(worst * 1000)), ("×", TIMES.judged(ratio)))
        told = "; ".join(f"{what} {verdict}" for what, verdict in judged if verdict != "met") or "met"
        pad = [""] * (2 - len(keys))
        counts = [f"{ours[key][1]:,}" for key in keys]
        note = "; rdflib gives other rows" if differ else ""
        rows.append((name, *counts, *pad, *mine, *pad, *peer, *pad, f"{ratio:,.0f} ×", told + note))
    columns = tuple(f"{what}, {kind}" for what in ("rows", "kg", "rdflib") for kind in _KINDS)
    return Table("Each question", ("question", *columns, "least ratio", "verdict"), rows)
