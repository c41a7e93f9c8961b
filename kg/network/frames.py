"""Results of the analyses for notebooks: frames, attributes of nodes, small HTML tables."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import networkx as nx

from kg.facts.problems import CallError
from kg.network.centrality import Measure, Score
from kg.network.cores import core_numbers, joints
from kg.network.groups import Partition

if TYPE_CHECKING:
    import pandas
    import polars

AnyNetwork = TypeVar("AnyNetwork", bound="nx.Graph[str]")
_ROWS_SHOWN = 50
_MISSING = "{name} is not installed. Bring it with: pip install 'partnership-kg[frames]'"


@dataclass(frozen=True)
class Table:
    """Rows under named columns, which a notebook shows as a table."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def _repr_html_(self) -> str:
        return html_table(self.columns, self.rows)


def to_table(results: Partition | Iterable[Any]) -> Table:
    """What an analysis gave as rows: a partition has a row for each node, all else one for each result.

    Columns are the fields of the result, enums by their value, tuples of ids with a space between; of a path
    (`shortest_paths`), a row for each hop, with its number. Results of one kind only; none give no columns.

    >>> to_table([Score("socar", 0.5, 1)])
    Table(columns=('node', 'value', 'position'), rows=(('socar', 0.5, 1),))
    """
    records = _records(results)
    columns = tuple(records[0]) if records else ()
    return Table(columns, tuple(tuple(record[column] for column in columns) for record in records))


def to_pandas(results: Partition | Iterable[Any]) -> pandas.DataFrame:
    """The same rows as a pandas frame. CallError where pandas is not installed."""
    try:
        import pandas
    except ImportError:
        raise CallError(_MISSING.format(name="pandas")) from None
    table = to_table(results)
    return pandas.DataFrame(list(table.rows), columns=list(table.columns))


def to_polars(results: Partition | Iterable[Any]) -> polars.DataFrame:
    """The same rows as a Polars frame. CallError where Polars is not installed."""
    try:
        import polars
    except ImportError:
        raise CallError(_MISSING.format(name="Polars")) from None
    table = to_table(results)
    return polars.DataFrame(list(table.rows), schema=list(table.columns), orient="row", infer_schema_length=None)


def annotate(
    network: AnyNetwork,
    scores: Mapping[Measure, Iterable[Score]] | None = None,
    partition: Partition | None = None,
) -> AnyNetwork:
    """The same network, each node now with its core number and whether the network hangs on it; and what is given.

    Node attributes: `core`, `cut` (true for an articulation point), a value for each measure under its name, and of
    the partition `group` (an index in its `groups`) and `kept`. What holds no result for a node leaves it without.
    """
    numbers = core_numbers(network)
    cut = {item.node for item in joints(network).cut_nodes}
    for node in network:
        network.nodes[node].update(core=numbers[node], cut=node in cut)
    for measure, ranking in (scores or {}).items():
        for score in ranking:
            if score.node in network:
                network.nodes[score.node][measure.value] = score.value
    if partition is not None:
        for node, group in partition.indices.items():
            if node in network:
                network.nodes[node].update(group=group, kept=partition.kept[node])
    return network


def html_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], caption: str = "") -> str:
    """Rows as an HTML table, all text escaped; of more than 50 rows the first 50, and how many more there are."""

    def line(tag: str, cells: Iterable[Any]) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"

    more = f"<p>… and {len(rows) - _ROWS_SHOWN} more</p>" if len(rows) > _ROWS_SHOWN else ""
    head = f"<caption>{html.escape(caption)}</caption>" if caption else ""
    body = "".join(line("td", row) for row in rows[:_ROWS_SHOWN])
    return f"<table>{head}<thead>{line('th', columns)}</thead><tbody>{body}</tbody></table>{more}"


def _records(results: Partition | Iterable[Any]) -> list[dict[str, Any]]:
    if isinstance(results, Partition):
        return [
            {"node": node, "group": index, "kept": results.kept[node]}
            for node, index in sorted(results.indices.items())
        ]
    records = []
    for number, item in enumerate(results, start=1):
        if is_dataclass(item):
            records.append(_record(item))
        elif isinstance(item, tuple):  # a path: its hops
            records += [{"path": number, "hop": hop, **_record(step)} for hop, step in enumerate(item, start=1)]
        else:
            raise CallError(f"there are no columns for a {type(item).__name__}; give results of kg's analyses.")
    return records


def _record(item: Any) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for field in fields(item):
        value = getattr(item, field.name)
        if isinstance(value, Mapping):
            record.update({_cell(key): _cell(part) for key, part in value.items()})
        else:
            record[field.name] = _cell(value)
    return record


def _cell(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return " ".join(str(getattr(part, "claim", part)) for part in value)
    return value
