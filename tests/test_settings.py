"""kg.toml: found like git finds its folder, read with every fault named at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.facts.problems import CallError, InputError, Problem
from kg.settings import SHIPPED_BASE, base_fault, find_project, read_settings, use


def written(folder: Path, text: str) -> Path:
    path = folder / "kg.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(folder)
    with pytest.raises(InputError) as error:
        read_settings(written(folder, text))
    return str(error.value).splitlines()


def test_an_empty_file_decides_nothing(tmp_path: Path) -> None:
    found = read_settings(written(tmp_path, ""))
    assert (found.base, found.languages[0], found.store) == (SHIPPED_BASE, "en", None)
    assert found.path("seeds") == tmp_path / "seeds"


def test_all_that_can_be_set_is_read(tmp_path: Path) -> None:
    text = (
        'base = "https://example.org/kites/"\nlanguages = ["kk", "en"]\nstore = "http://localhost:7878"\n'
        '[folders]\nseeds = "tables"\nbuild = "out/graph"\n'
    )
    found = read_settings(written(tmp_path, text))
    assert (found.base, found.languages) == ("https://example.org/kites/", ("kk", "en"))
    assert found.store == "http://localhost:7878"
    assert found.path("seeds") == tmp_path / "tables"
    assert found.path("build") == tmp_path / "out" / "graph"
    assert found.path("queries") == tmp_path / "queries"


def test_every_fault_is_told_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        'base = "https://example.org/a b/"\n'
        '\nlanguages = ["en", "kz", "en"]\n'
        'langauges = ["az"]\nstore = "bolt://host"\n[folders]\nseeds = 1\nbuid = "x"\n'
        'queries = "ontology"\nontology = "ontology"\n'
    )
    told = faults(tmp_path, text, monkeypatch)
    assert [line.split(". ")[0] for line in told] == [
        "kg.toml:1: 'https://example.org/a b/' is no base of IRIs",
        "kg.toml:3: the language 'en' stands twice",
        "kg.toml:3: the pages do not speak 'kz'",
        "kg.toml:4: unknown key 'langauges'",
        "kg.toml:5: 'bolt://host' is no address of a store",
        "kg.toml:7: 'seeds' is no name of a folder",
        "kg.toml:8: unknown key 'buid'",
        "kg.toml:10: the folder 'ontology' is named twice",
    ]
    assert told[3].endswith("Did you mean 'languages'?")
    assert told[6].endswith("Did you mean 'build'?")


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("\nbase = https://example.org/\n", 2, "this cannot be read"),
        ('base = "https://example.org"\n', 1, "does not end with a slash"),
        ("base = 7\n", 1, "'base' is no text"),
        ('languages = "en"\n', 1, "no list of languages"),
        ("languages = []\n", 1, "no list of languages"),
        ('base = "https://example.org/"\nfolders = "x"\n', 2, "'folders' is no table"),
        ('store = "https://me:secret@host/"\n', 1, "no address of a store"),
    ],
)
def test_each_fault_has_its_line(
    text: str, line: int, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [told] = faults(tmp_path, text, monkeypatch)
    assert told.startswith(f"kg.toml:{line}: ")
    assert fault in told


def test_what_is_no_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_bytes(b'base = "\xff"')
    with pytest.raises(InputError, match="not UTF-8"):
        read_settings(tmp_path / "kg.toml")


def test_the_nearest_project_above_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "project" / "seeds" / "facts"
    deep.mkdir(parents=True)
    assert find_project(deep) is None
    written(tmp_path, "")
    assert find_project(deep) == tmp_path.resolve()
    written(tmp_path / "project", "")
    assert find_project(deep) == (tmp_path / "project").resolve()


def test_a_process_keeps_to_one_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The names of things are made from the base when the vocabulary is imported, as it is in this process."""
    import kg.rdf.vocabulary as vocabulary

    assert vocabulary.BASE == SHIPPED_BASE
    written(tmp_path, 'base = "https://example.org/other/"\n')
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CallError, match="another base"):
        use()
    with pytest.raises(CallError, match=r"no kg\.toml"):
        use(tmp_path / "nowhere")
    monkeypatch.chdir(tmp_path.parent)
    assert use().base == SHIPPED_BASE


@given(st.binary(max_size=200))
def test_no_file_brings_it_down(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / "kg.toml"
    path.write_bytes(data)
    problems: tuple[Problem, ...] = ()
    try:
        read_settings(path)
    except InputError as error:
        problems = error.problems
    assert all(problem.line >= 1 and problem.fix for problem in problems)


@given(st.text(max_size=30).map(lambda text: f"https://example.org/{text}"))
def test_whatever_may_be_a_base_makes_iris(base: str) -> None:
    if base_fault(base) is None:
        assert base.endswith("/")
        assert NamedNode(base + "id/socar").value == base + "id/socar"


def test_how_a_model_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '[model]\nendpoint = "https://models.example.org/v1"\ntimeout = 7.5\nattempts = 2\ninput_price = 0.25\n'
    found = read_settings(written(tmp_path, text)).model
    assert (found.endpoint, found.timeout, found.attempts) == ("https://models.example.org/v1", 7.5, 2)
    assert (found.input_price, found.output_price, found.passage) == (0.25, None, 6000)
    told = faults(
        tmp_path,
        '[model]\nkey = "sesame"\nendpoint = "me:secret@host"\ntimeout = "1"\nattempts = 1.5\npassage = 3\n'
        "output_price = -1\ncurrency = 7\nlongest = true\nanswer_tokens = nan\n",
        monkeypatch,
    )
    assert [line.split(". ")[0] for line in told] == [
        "kg.toml:2: unknown key 'key'",
        "kg.toml:3: 'me:secret@host' is no address of a server",
        "kg.toml:4: 'timeout' is no number from 0.1 on",
        "kg.toml:5: 'attempts' is no whole number",
        "kg.toml:6: 'passage' is no number from 500 on",
        "kg.toml:7: 'output_price' is no number from 0 on",
        "kg.toml:8: 'currency' is no short text",
        "kg.toml:9: 'longest' is no number from 500 on",
        "kg.toml:10: 'answer_tokens' is no number from 100 on",
    ]
    assert faults(tmp_path, "model = 1\n", monkeypatch) == [
        "kg.toml:1: 'model' is no table. Write [model] and its keys below."
    ]
