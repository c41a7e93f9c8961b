"""`kg path` and `kg connect` as a user calls them, on a build of the shipped seeds."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.cli import main

Output = pytest.CaptureFixture[str]


def run(built: Path, *arguments: str) -> int:
    return main([*arguments, "--build", str(built)])


def paths_of(built: Path, capsys: Output, *arguments: str) -> list[dict[str, object]]:
    assert run(built, "path", *arguments, "--format", "json") == 0
    return list(json.loads(capsys.readouterr().out)["paths"])


def test_json_is_paths_hops_links_evidence(built: Path, capsys: Output) -> None:
    assert run(built, "path", "SOCAR", "Davos Forumu", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["by"], told["language"]) == ("hops", "en")
    (path,) = told["paths"]
    assert [hop["to"]["id"] for hop in path["hops"]][-1] == "world-economic-forum"
    assert all(link["evidence"][0]["quote"] for hop in path["hops"] for link in hop["links"])


def test_within_stops_at_the_limit_and_says_so(built: Path, capsys: Output) -> None:
    all_ = paths_of(built, capsys, "SOCAR", "WEF", "--within", "5")
    lengths = [path["length"] for path in all_]
    assert len(lengths) > 5
    assert lengths == sorted(lengths)  # type: ignore[type-var]
    assert run(built, "path", "SOCAR", "WEF", "--within", "5", "--limit", "2", "--format", "json") == 3
    output = capsys.readouterr()
    assert json.loads(output.out)["paths"] == all_[:2]
    assert "more than 2 paths within 5 hops" in output.err
    assert run(built, "path", "SOCAR", "WEF", "--within", "5", "--limit", str(len(all_))) == 0
    assert run(built, "path", "SOCAR", "WEF", "--within", "1") == 1
    assert "no path within 1 hop joins" in capsys.readouterr().err


def test_filters_change_the_way(built: Path, capsys: Output) -> None:
    (short,) = paths_of(built, capsys, "SOCAR", "WEF")
    (round_about,) = paths_of(built, capsys, "SOCAR", "WEF", "--avoid", "Transition to Industrial Clusters")
    assert short != round_about
    assert "transition-to-industrial-clusters" not in json.dumps(round_about)
    (other,) = paths_of(built, capsys, "SOCAR", "WEF", "--without-predicate", "providesForJoining")
    assert "providesForJoining" not in json.dumps(other)
    assert run(built, "path", "SOCAR", "WEF", "--class", "Person") == 1
    assert run(built, "path", "SOCAR", "WEF", "--without-source", "doc-clusters-az") == 1
    assert run(built, "path", "SOCAR", "baku") == 1
    assert "Try --through-places or --all-relations" in capsys.readouterr().err
    assert paths_of(built, capsys, "SOCAR", "baku", "--through-places")


def test_since_leaves_out_what_ended_or_is_unknown(built: Path, capsys: Output) -> None:
    assert run(built, "path", "SOCAR", "Ministry of Economy of Azerbaijan", "--since", "2026-01-24") == 1
    assert "left out, since nobody says when they happened" in capsys.readouterr().err
    assert run(built, "path", "SOCAR", "WEF", "--since", "soon") == 2


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("--class", "Agrement"), "Did you mean 'Agreement'?"),
        (("--predicate", "partyto"), "Did you mean 'partyTo'?"),
        (("--source", "doc-4ir"), "Did you mean 'doc-4ir-az'?"),
        (("--avoid", "Transition to Industial Clusters"), "transition-to-industrial-clusters"),
    ],
)
def test_unknown_words_are_a_wrong_call(built: Path, capsys: Output, arguments: tuple[str, ...], text: str) -> None:
    assert run(built, "path", "SOCAR", "WEF", *arguments) == 2
    assert text in capsys.readouterr().err


def test_costs_are_shown_where_they_decide(built: Path, capsys: Output) -> None:
    for by in ("strength", "recency"):
        assert run(built, "path", "SOCAR", "WEF", "--by", by) == 0
        assert f"({by}: " in capsys.readouterr().out


def test_ages_are_counted_from_the_day_of_the_view(built: Path, capsys: Output) -> None:
    call = ("SOCAR", "WEF", "--by", "recency")
    (now,), (later,) = paths_of(built, capsys, *call), paths_of(built, capsys, *call, "--as-of", "2027-01-23")
    assert now["cost"] == 3
    assert later["cost"] == pytest.approx(3 + 3 * 365 / 365.25, abs=1e-5)


def test_partners_in_the_readers_language(built: Path, capsys: Output) -> None:
    assert run(built, "path", "SOCAR", "4SİM", "--partners", "--lang", "az") == 0
    text = capsys.readouterr().out
    assert "bunun vasitəsilə: " in text
    assert "addım" in text


def test_graphml_on_stdout(built: Path, capsys: Output) -> None:
    assert run(built, "path", "SOCAR", "WEF", "--format", "graphml") == 0
    network = nx.read_graphml(io.BytesIO(capsys.readouterr().out.encode()), force_multigraph=True)
    assert (len(network), network.number_of_edges()) == (4, 4)


def test_a_page_of_the_path_alone(built: Path, capsys: Output, tmp_path: Path) -> None:
    file = tmp_path / "path.html"
    assert run(built, "path", "SOCAR", "WEF", "--lang", "kk", "--html", str(file)) == 0
    text = file.read_text(encoding="utf-8")
    assert '<html lang="kk">' in text
    assert "Rövşən Nəcəf tərəfindən imzalanıb" in text
    again = tmp_path / "again.html"
    assert run(built, "path", "SOCAR", "WEF", "--lang", "kk", "--html", str(again)) == 0
    assert again.read_bytes() == file.read_bytes()


def test_connect_says_what_it_added_and_who_is_apart(built: Path, capsys: Output) -> None:
    assert run(built, "connect", "SOCAR", "Davos Forumu", "4SİM") == 0
    assert "Added to join them: Letter of Intent" in capsys.readouterr().out
    assert run(built, "connect", "SOCAR", "Davos Forumu", "ITU", "--format", "json") == 1
    output = capsys.readouterr()
    told = json.loads(output.out)
    assert [[party["id"] for party in piece["parties"]] for piece in told["pieces"]] == [
        ["socar", "world-economic-forum"],
        ["itu"],
    ]
    assert "they fall into 2 parts" in output.err
    assert run(built, "connect", "SOCAR") == 2
    assert run(built, "connect", "SOCAR", "socar") == 2


def test_a_path_imports_only_what_it_needs(built: Path) -> None:
    code = (
        "import sys; from kg.cli import main\n"
        f"assert main(['path', 'socar', 'wef', '--build', {str(built)!r}]) == 0\n"
        "heavy = {'rdflib', 'pyshacl', 'owlrl', 'numpy', 'scipy', 'pyvis', 'pandas', 'lxml', 'babel'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=dict(os.environ), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_picture_of_the_path_alone(built: Path, capsys: Output, tmp_path: Path) -> None:
    file = tmp_path / "path.svg"
    call = ("path", "4SİM", "World Economic Forum", "--partners", "--svg", str(file))
    assert run(built, *call) == 0
    text = " ".join("".join(ElementTree.parse(file).getroot().itertext()).split())
    assert "Transition to Industrial Clusters" in text
    assert "(4SİM) koordinasiyası" in text
    assert run(built, *call, "--without-source", "doc-clusters-az") == 0
    assert "(4SİM) koordinasiyası" not in "".join(ElementTree.parse(file).getroot().itertext())
    page = tmp_path / "path.html"
    assert run(built, "path", "SOCAR", "WEF", "-k", "2", "--svg", str(file), "--html", str(page)) == 0
    assert {"path-1.svg", "path-2.svg"} <= {path.name for path in tmp_path.iterdir()}
    assert page.read_text(encoding="utf-8").count("data:image/svg+xml;base64,") == 2
