"""The commands on a remote store: what they say is what they say of the folder of the same build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli import main
from tests.rdf.oxigraph_server import free_port, oxigraph_server
from tests.server.serving import serving

Output = pytest.CaptureFixture[str]
COMMANDS = (
    ("path", "SOCAR", "World Economic Forum", "-k", "2"),
    ("show", "SOCAR"),
    ("show", "SOCAR", "--as-of", "2021", "--format", "json"),
    ("timeline", "SOCAR", "--lang", "az"),
    ("find", "davos"),
    ("rank", "--limit", "5"),
    ("conflicts",),
    ("groups",),
    ("export", "turtle"),
    ("explain", "SOCAR", "partnerOf", "Ministry of Economy of Azerbaijan"),
    ("explain", "SOCAR", "partnerOf", "International Telecommunication Union"),
    ("query", "partners"),
    ("query", "partners", "--format", "json"),
    ("query", "CONSTRUCT WHERE { ?s kg:partyTo ?o }"),
    ("query", "ASK { id:socar a kg:Person }"),
    ("query", "SELECT * WHERE { ?s ?p"),
    ("query", "SELECT * WHERE { ?s kg:partnerOff ?o }"),
)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph_server() as address:
        yield address


@pytest.fixture(scope="module")
def loaded(server: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The address of a store and the folder of a build, made by one command."""
    out = tmp_path_factory.mktemp("loaded") / "build"
    assert main(["build", "--out", str(out), "--store", server]) == 0
    return server, out


def said(capsys: Output, *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_says_the_same_of_the_store_as_of_the_folder(
    loaded: tuple[str, Path], capsys: Output, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, folder = loaded
    capsys.readouterr()
    of_folder = said(capsys, *command, "--build", str(folder))
    assert "".join(of_folder[1:]), command
    assert said(capsys, *command, "--store", address) == of_folder
    monkeypatch.setenv("KG_STORE", address)
    assert said(capsys, *command) == of_folder


def test_a_build_says_where_it_went(server: str, tmp_path: Path, capsys: Output) -> None:
    code, out, _ = said(capsys, "build", "--out", str(tmp_path / "build"), "--store", server, "--infer-there")
    assert code == 0
    assert f"In {server} too: " in out
    assert f"Ask: kg query --store {server}" in out


def test_builds_in_stores_and_folders_are_compared(loaded: tuple[str, Path], capsys: Output) -> None:
    address, folder = loaded
    assert said(capsys, "diff", str(folder), address)[:2] == (0, "No difference.\n")


def test_a_build_written_in_the_call_comes_before_the_environment(
    built: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_STORE", f"http://127.0.0.1:{free_port()}")
    assert said(capsys, "find", "SOCAR", "--build", str(built))[0] == 0
    assert said(capsys, "find", "SOCAR")[0] == 2


def test_a_store_that_is_not_there_stops_a_build_before_it_begins(tmp_path: Path, capsys: Output) -> None:
    address = f"http://127.0.0.1:{free_port()}"
    code, out, error = said(capsys, "build", "--out", str(tmp_path / "build"), "--store", address)
    assert (code, out) == (2, "")
    assert error.startswith(f"kg: POST {address}: ")
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("find", "x", "--store", "build"), "--store names no store"),
        (("find", "x", "--store", "http://u:hunter2@h/"), "KG_STORE_USER and KG_STORE_PASSWORD"),
        (("build", "--infer-there"), "--infer-there needs a remote store"),
    ],
)
def test_what_is_no_store_is_told(capsys: Output, arguments: tuple[str, ...], message: str) -> None:
    code, _, error = said(capsys, *arguments)
    assert code == 2
    assert message in error
    assert "hunter2" not in error


def test_a_failed_load_says_that_the_folder_is_there(
    server: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.rdf.remote import RemoteStore
    from kg.rdf.transport import StoreError

    def fail(*arguments: object) -> None:
        raise StoreError("PUT broke off.")

    monkeypatch.setattr(RemoteStore, "put_graph", fail)
    out = tmp_path / "build"
    code, _, error = said(capsys, "build", "--out", str(out), "--store", server)
    assert code == 2
    assert f"{out}/ is written, but {server} was not loaded: PUT broke off." in error
    assert (out / "report.json").is_file()


def test_a_remote_store_is_served_as_its_folder_is(loaded: tuple[str, Path]) -> None:
    address, out = loaded
    with serving(address) as remote, serving(out) as local:
        for path, accept in (
            ("/id/socar", "text/turtle"),
            ("/id/socar", "text/html"),
            ("/questions/partners", "text/csv"),
            (
                "/sparql?query=SELECT%20%3Fx%20WHERE%20%7B%20%3Fx%20a%20kg%3ACenter%20%7D%20ORDER%20BY%20%3Fx",
                "text/csv",
            ),
            ("/explorer.html", "text/html"),
        ):
            there, here = (server.ask(path, Accept=accept) for server in (remote, local))
            assert here.status == there.status == 200
            assert there.body == here.body
