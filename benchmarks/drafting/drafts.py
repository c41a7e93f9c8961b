"""The proposals that `kg draft` wrote, and a run of the command with its time and memory."""

from __future__ import annotations

import resource
import shlex
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

from gold import ROOT, SEEDS, fact_rows, records, things
from matching import Draft

from kg.facts.problems import CallError

COMMAND = f"{shlex.quote(sys.executable)} -m kg draft {{articles}} --seeds {{seeds}} --out {{out}}"
_KIB_PER_MIB = 1024
_BYTES_PER_MIB = 1024**2


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run of the command took; memory is the largest that the process held."""

    articles: int
    seconds: float
    memory_mib: float

    def __str__(self) -> str:
        speed = self.articles / self.seconds
        return (
            f"kg draft: {self.articles} articles in {self.seconds:.1f} s with its start"
            f" ({speed:.1f} a second), {self.memory_mib:.0f} MiB at most"
        )


def run(command: str, articles: list[Path], out: Path) -> Cost:
    """What drafting some articles took; `command` has a word {articles} for their files, and {seeds} and {out}.

    Raises CallError if the command fails.
    """
    places = {"seeds": str(SEEDS), "out": str(out)}
    files = [str(path.resolve()) for path in articles]
    parts = [files if word == "{articles}" else [word.format_map(places)] for word in shlex.split(command)]
    words = [word for part in parts for word in part]
    start = time.perf_counter()
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise CallError(f"{command} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return Cost(len(articles), seconds, largest / (_BYTES_PER_MIB if sys.platform == "darwin" else _KIB_PER_MIB))


def read_drafts(folder: Path, articles: dict[str, str]) -> Draft:
    """The proposals in a folder that `kg draft` wrote; `articles` maps names of files to article ids.

    New things get ids that no thing of the gold has. A table `mentions.csv` (source, entity) is read if it is there.
    Raises CallError where the folder has no facts.
    """
    if not (folder / "facts.csv").is_file():
        raise CallError(f"{folder} has no facts.csv. Name a folder that kg draft wrote.")
    known = set(things(SEEDS)[0])
    article_of = {key: key for key in articles.values()} | articles
    for cells in records(folder / "sources.csv"):
        if (name := Path(cells.get("document", "")).name) in articles:
            article_of[cells["id"]] = articles[name]
    classes, names = things(folder)
    new = {key: f"draft:{key}" for key in classes if key not in known}
    rows = tuple(
        replace(row, subject=new.get(row.subject, row.subject), object=new.get(row.object, row.object))
        for row in fact_rows(folder / "facts.csv", article_of, "source")
        if row.subject and row.object
    )
    mentions = None
    if (folder / "mentions.csv").is_file():
        told = records(folder / "mentions.csv")
        mentions = frozenset(
            (article_of[each["source"]], each["entity"]) for each in told if each["source"] in article_of
        )
    return Draft(
        rows,
        {id_: classes[key] for key, id_ in new.items()},
        {id_: names.get(key, ()) for key, id_ in new.items()},
        mentions,
    )
