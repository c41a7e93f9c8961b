"""`kg serve` as it is called: what it needs, and what it says where it cannot begin."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from kg.cli import main


def test_without_the_extra_it_says_what_brings_it(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("kg.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["serve", "--build", str(built)]) == 2
    assert "pip install 'partnership-kg[serve]'" in capsys.readouterr().err


def test_a_port_that_is_taken(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--build", str(built), "--port", port]) == 2
    assert f"127.0.0.1:{port} cannot be listened on" in capsys.readouterr().err


def test_no_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--build", str(tmp_path)]) == 2
    assert "there is no build" in capsys.readouterr().err


def test_a_server_without_a_time_limit_is_refused(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--build", str(built), "--timeout", "0"]) == 2
    assert "--timeout" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["x", "-1", "65536"])
def test_what_is_no_port(built: Path, port: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--build", str(built), f"--port={port}"])
    assert ended.value.code == 2


@pytest.mark.parametrize("proxy", ["*", "proxy.example", "10.0.0.0/99", ""])
def test_what_is_no_proxy(built: Path, proxy: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--build", str(built), f"--proxy={proxy}"])
    assert ended.value.code == 2


def test_nothing_is_reviewed_by_a_proxy(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--build", str(built), "--review", "--proxy", "127.0.0.1"]) == 2
    assert "Leave out --proxy." in capsys.readouterr().err
