"""The commands as a user calls them, on a build of the shipped seeds."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.cli import main, parser

Output = pytest.CaptureFixture[str]


def run(built: Path, *arguments: str) -> int:
    return main([*arguments, "--build", str(built)])


def test_build_leaves_all_files_and_a_summary(tmp_path: Path, capsys: Output) -> None:
    out = tmp_path / "build"
    assert main(["build", "--out", str(out)]) == 0
    assert {path.name for path in out.iterdir()} == {
        *("graph.ttl", "claims.ttl", "inferred.ttl", "analysis.ttl", "ontology.ttl", "dataset.trig"),
        *("network.html", "explorer.html", "store", "index.sqlite", "report.json", ".partnership-kg"),
    }
    text = capsys.readouterr().out
    assert "No violations." in text
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["evidence"]["verified"] == report["evidence"]["all"] > 300
    assert f"{report['evidence']['verified']} of {report['evidence']['all']} quotes stand verified" in text
    assert report["violations"] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("socar", "socar"),
        ("Dünya İqtisadi Forumu", "world-economic-forum"),
        ("dunya iqtisadi forumu", "world-economic-forum"),
        ("WEF", "world-economic-forum"),
        ("BTİ", "itu"),
        ("International Telecommunication Union", "itu"),
        ("Өзбекстан", "uzbekistan"),
        ("Özbəkistan", "uzbekistan"),
        ("4SİM", "center-for-analysis-and-coordination-of-4ir"),
        ("Ke Vanq", "ke-wang"),
    ],
)
def test_names_in_any_language_find_one_thing(built: Path, capsys: Output, name: str, key: str) -> None:
    assert run(built, "find", name, "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in rows] == [key]


def test_an_unclear_name_lists_candidates(built: Path, capsys: Output) -> None:
    assert run(built, "show", "Regional Acceleration Center") == 2
    error = capsys.readouterr().err
    assert "itu-regional-acceleration-center-china" in error
    assert "itu-regional-acceleration-center-azerbaijan" in error


def test_an_unknown_name(built: Path, capsys: Output) -> None:
    assert run(built, "find", "qqqqqqqqqq") == 1
    assert run(built, "show", "Minstry of Econmy") == 2
    assert "ministry-of-economy-azerbaijan" in capsys.readouterr().err


def test_show_gives_dates_quotes_and_sources(built: Path, capsys: Output) -> None:
    assert run(built, "show", "Protocol of Intent", "--format", "csv") in (0, 2)
    capsys.readouterr()
    assert run(built, "show", "protocol-of-intent-davos-2020", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    signed = [row for row in rows if "Borge Brende" in row["fact"]]
    assert signed[0]["date"] == "2020-01-21"
    assert signed[0]["source"] == "doc-4ir-az"
    assert "Borge Brende" in signed[0]["quote"]


def test_path_argues_with_evidence(built: Path, capsys: Output) -> None:
    assert run(built, "path", "SOCAR", "Davos Forumu", "--format", "jsonl") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["hop"] for row in rows] == [1, 2, 3, 3]
    assert all(row["quote"] and row["source"] for row in rows)
    assert {row["date"] for row in rows} >= {"2021 →"}


@pytest.mark.parametrize("language", ["en", "az", "kk", "ru"])
def test_path_speaks_the_readers_language(built: Path, capsys: Output, language: str) -> None:
    assert run(built, "path", "socar", "wef", "--lang", language) == 0
    words = {"en": "is party to", "az": "bu sazişin tərəfidir", "kk": "келісімнің тарапы", "ru": "сторона соглашения"}
    assert words[language] in capsys.readouterr().out


def test_no_path(built: Path, capsys: Output) -> None:
    assert run(built, "path", "socar", "baku") == 1
    assert "no path joins SOCAR and Baku" in capsys.readouterr().err
    assert run(built, "path", "socar", "SOCAR") == 2


def test_rank_by_each_measure(built: Path, capsys: Output) -> None:
    for measure in ("degree", "betweenness", "closeness", "eigenvector", "pagerank"):
        assert run(built, "rank", "--by", measure, "--class", "Company", "--format", "json") == 0
        rows = json.loads(capsys.readouterr().out)
        values = [row[measure] for row in rows]
        assert values == sorted(values, reverse=True)
        assert {"socar", "socar-polymer"} <= {row["id"] for row in rows}
    assert run(built, "rank", "--class", "Compny") == 2
    assert "Did you mean 'Company'?" in capsys.readouterr().err


def test_query_lists_asks_and_refuses(built: Path, capsys: Output, tmp_path: Path) -> None:
    assert main(["query", "--format", "json"]) == 0
    names = {row["name"] for row in json.loads(capsys.readouterr().out)}
    assert len(names) >= 15
    assert run(built, "query", "agreements", "-p", "organisation=Niderland") == 2
    assert run(built, "query", "agrements") == 2
    assert "Did you mean 'agreements'?" in capsys.readouterr().err
    assert run(built, "query", "ASK { id:socar a kg:Company }") == 0
    assert run(built, "query", "ASK { id:socar a kg:Person }") == 1
    assert capsys.readouterr().out.split() == ["true", "false"]
    file = tmp_path / "mine.rq"
    file.write_text("CONSTRUCT { ?s a kg:Center } WHERE { ?s a kg:Center }", encoding="utf-8")
    assert run(built, "query", str(file)) == 0
    assert "id:azerbaijan-innovation-center a kg:Center ." in capsys.readouterr().out
    assert run(built, "query", "SELECT ?s WHERE { ?s a kg:Center ") == 2
    assert "1:" in capsys.readouterr().err
    for forbidden in ("DELETE WHERE { ?s ?p ?o }", "LOAD <file:///etc/passwd>", "INSERT DATA { id:a a kg:Center }"):
        assert run(built, "query", forbidden) == 2
    assert run(built, "query", "SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }") == 2


def test_explain_goes_down_to_quotes(built: Path, capsys: Output) -> None:
    assert run(built, "explain", "SOCAR", "partnerOf", "ministry-of-economy-azerbaijan", "--format", "json") == 0
    reason = json.loads(capsys.readouterr().out)
    assert reason["rule"] == "parties-are-partners"
    assert [premise["rule"] for premise in reason["premises"]] == ["signs-for-is-party"] * 2
    quotes = [e["quote"] for p in reason["premises"] for q in p["premises"] for c in q["claims"] for e in c["evidence"]]
    assert any("Rövşən Nəcəf" in quote for quote in quotes)
    assert run(built, "explain", "SOCAR", "partnerOf", "japan") == 1
    assert run(built, "explain", "SOCAR", "partnrOf", "japan") == 2
    assert "Did you mean 'partnerOf'?" in capsys.readouterr().err


def test_names_are_no_formulas_in_csv(built: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.cli.output import write_rows

    write_rows(("a",), [("=1+1",), ("-x",), (-1,), ("plain",)], "csv")
    assert capsys.readouterr().out.split() == ["a", "'=1+1", "'-x", "-1", "plain"]


def test_without_a_build(tmp_path: Path, capsys: Output) -> None:
    assert main(["find", "socar", "--build", str(tmp_path)]) == 2
    assert "Make one with: kg build" in capsys.readouterr().err


def test_help_of_every_command(capsys: Output) -> None:
    commands = next(action for action in parser()._actions if action.dest == "run" or action.metavar == "COMMAND")
    for name in commands.choices or ():
        with pytest.raises(SystemExit) as stop:
            main([str(name), "--help"])
        assert stop.value.code == 0
    assert "--seeds" in capsys.readouterr().out


def test_a_card_shows_what_follows_by_rules(built: Path, capsys: Output) -> None:
    assert run(built, "show", "id:socar") == 0
    text = capsys.readouterr().out
    assert "SOCAR is party to Letter of Intent" in text
    assert "SOCAR is a partner of Ministry of Economy of Azerbaijan" in text
    assert run(built, "show", "ministry") == 0
    assert "No facts are told of it." in capsys.readouterr().out


def test_terms_of_other_vocabularies_are_explained_too(built: Path, capsys: Output) -> None:
    assert run(built, "explain", "itu-panel-innovation-ecosystem", "prov:wasAssociatedWith", "ke-wang") == 0
    assert "spoke at" in capsys.readouterr().out
    assert run(built, "explain", "socar", "rdf:type", "foaf:Agent") == 0
    iri = "https://w3id.org/partnership-kg/ontology#partnerOf"
    assert run(built, "explain", "socar", iri, "ministry-of-economy-azerbaijan") == 0


def test_names_in_data_formats(built: Path, capsys: Output) -> None:
    query = "SELECT ?c WHERE { id:socar a kg:Company . BIND(id:socar AS ?c) }"
    assert run(built, "query", query, "--format", "json", "--names") == 0
    assert json.loads(capsys.readouterr().out) == [{"c": "SOCAR"}]
    assert run(built, "query", query, "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out) == {"c": "https://w3id.org/partnership-kg/id/socar"}


def test_an_empty_name_is_a_wrong_call(built: Path, capsys: Output) -> None:
    assert run(built, "find", " ") == 2
    assert "the name is empty" in capsys.readouterr().err


def test_rank_says_what_it_measures(built: Path, capsys: Output) -> None:
    assert run(built, "rank", "--by", "degree") == 0
    assert "share of all other nodes" in capsys.readouterr().err
