"""`python -m benchmarks`: how fast, beside the peers; writes `benchmarks/RESULTS.md`, or prints with `--quick`.

Peers: `pip install 'partnership-kg[benchmarks]'`. morph-kgc needs older libraries than ours, so it stands in an
environment of its own, whose Python is told with `--peers` (`make benchmarks` makes one in `.peers/`).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.suite.parts import OTHERS, PARTS, Part
from benchmarks.suite.projects import Asked, count_facts
from benchmarks.suite.running import ROOT, machine, version_of
from benchmarks.suite.tables import write_section

FOLDER = Path(__file__).parent
SIZES = (1_000, 10_000, 100_000)
MILLION = (100_000, 1_000_000)
"""With the size before it, since growth is a ratio."""


def main() -> int:
    """Runs the parts asked for."""
    options = _arguments().parse_args()
    if options.list:
        _list()
        return 0
    with tempfile.TemporaryDirectory(prefix="kg-benchmarks-", dir=options.work) as work:
        asked = Asked(
            _sizes(options),
            1 if options.quick else options.repeat,
            Path(work),
            options.ror,
            options.quick,
            options.peers,
        )
        chosen = [name for name in PARTS if not options.only or name in options.only]
        if options.million or options.ror:
            chosen = [name for name in chosen if PARTS[name].sized]
        parts = {name: PARTS[name] for name in chosen}
        minutes = {name: part.minutes(asked) for name, part in parts.items()}
        told = ", ".join(f"{name} {_time(taken)}" for name, taken in minutes.items())
        if parts:
            _say(f"About {_time(sum(minutes.values()))} on two free cores: {told}.")
        for name, part in parts.items():
            _run(name, part, asked, options)
    for name in options.only:
        if name in OTHERS:
            _run_other(name)
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", default=(), choices=(*PARTS, *OTHERS), metavar="PART", help="see --list")
    parser.add_argument("--list", action="store_true", help="list all parts and their results")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="facts, by comma (default: %(default)s)")
    parser.add_argument("--million", action="store_true", help="100,000 and 1,000,000 facts, in sections of their own")
    parser.add_argument("--ror", type=Path, metavar="SEEDS", help="on tables imported by examples/ror instead")
    parser.add_argument("--repeat", type=int, default=3, help="runs of which the median is told (default: 3)")
    parser.add_argument("--quick", action="store_true", help="each part once, small, in under a minute; only prints")
    parser.add_argument("--peers", default=_peers(), metavar="PYTHON", help="a Python that has morph-kgc")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where to write, and remove, what is built")
    parser.add_argument("--out", type=Path, default=FOLDER / "RESULTS.md", help=argparse.SUPPRESS)
    return parser


def _peers() -> str:
    """The Python of the environment that `make benchmarks` makes, if it is there."""
    places = (ROOT / ".peers" / "bin" / "python", ROOT / ".peers" / "Scripts" / "python.exe")
    return next((str(place) for place in places if place.exists()), "")


def _sizes(options: argparse.Namespace) -> tuple[int, ...]:
    if options.quick:
        return (300, 600)
    return MILLION if options.million else tuple(int(size) for size in options.sizes.split(","))


def _run(name: str, part: Part, asked: Asked, options: argparse.Namespace) -> None:
    """One part, its section written or printed."""
    _say(f"{name} …")
    tables = part.measure(asked)
    kind = "million" if options.million else "ROR" if options.ror else ""
    title = {"": part.title, "million": f"{part.title}: a million facts", "ROR": f"{part.title}: ROR"}[kind]
    ours = version_of("partnership-kg") or _own_version()
    found = ((package, asked.version_of_peer(package)) for package in part.packages)
    versions = ", ".join([f"kg {ours}", *(f"{package} {version}" for package, version in found if version)])
    runs = f"Medians of {asked.repeat} runs" if asked.repeat > 1 else "One run"
    about = f"{runs}. {versions}. {machine()}."
    if options.ror:
        about += f" The Research Organization Registry by `kg import`, {count_facts(options.ror):,} facts."
    if options.quick:
        print("\n".join([f"## {title}", "", about, "", *(table.markdown() for table in tables)]), flush=True)
        return
    order = f"{'1 ' if not kind else '2 ' if kind == 'ROR' else '3 '}{list(PARTS).index(name)} {name}"
    write_section(options.out, order, title, about, tables)
    for path in asked.work.iterdir():
        if not path.name.startswith("seeds-"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _own_version() -> str:
    from kg import __version__

    return __version__


def _run_other(name: str) -> None:
    other = OTHERS[name]
    if not other.call:
        raise SystemExit(f"{name} is run as benchmarks/{other.folder}/{other.results} says.")
    subprocess.run([sys.executable, *other.call], cwd=ROOT, check=True)  # noqa: S603


def _list() -> None:
    for name, part in PARTS.items():
        print(f"{name:12} {part.title}: benchmarks/RESULTS.md")
    for name, other in OTHERS.items():
        how = f"python -m benchmarks --only {name}" if other.call else "see there how it is run"
        print(f"{name:12} {other.about}: benchmarks/{Path(other.folder, other.results).as_posix()} ({how})")


def _time(minutes: float) -> str:
    return (
        f"{minutes * 60:.0f} s" if minutes < 2 else f"{minutes:.0f} min" if minutes < 120 else f"{minutes / 60:.1f} h"
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
