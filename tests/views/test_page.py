"""What holds for every page: inert data, a policy that names what stands in it, no address outside, the same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.build import make_graph
from kg.rdf.catalogue import Catalogue
from kg.views import explorer_page, network_page
from kg.views.page import in_one_function, inert_json, page, template
from kg.views.pages import write_pages
from tests.views.conftest import HOSTILE
from tests.views.reading import Page

NAMES = ("network.html", "explorer.html")


@pytest.fixture(params=NAMES)
def shown(request: pytest.FixtureRequest, pages: Path) -> Page:
    return Page((pages / request.param).read_text("utf-8"))


def source_hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def directives(policy: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for words in (part.split() for part in policy.split(";"))}


def test_the_policy_names_every_script_and_style_by_its_hash_and_nothing_else(shown: Page) -> None:
    policy = directives(shown.policy)
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == [source_hash(script) for script in shown.scripts]
    assert policy["style-src"] == [source_hash(style) for style in shown.styles]
    assert policy["img-src"] == ["data:"]


def test_the_markup_has_no_address_outside_and_no_handler(shown: Page) -> None:
    assert set(shown.addresses) <= {"data:,", "explorer.html", "#", "#content"}
    assert shown.handlers == []
    assert not {"img", "iframe", "object", "embed", "base"} & set(shown.tags)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_add_no_element(name: str, hostile: Catalogue, pages: Path, tmp_path: Path) -> None:
    write_pages(hostile, tmp_path)
    attacked, peaceful = (Page((folder / name).read_text("utf-8")) for folder in (tmp_path, pages))
    assert attacked.tags == peaceful.tags
    assert attacked.handlers == []
    assert "<img src=x onerror=window.__hacked=1>" in str(attacked.data)


def test_json_keeps_every_text_and_holds_no_markup() -> None:
    text = "</script><img src=x onerror=alert(1)><!-- & \u2028 \u2029 Ələkbər Қазақ"
    written = inert_json({"name": text})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert "Ələkbər Қазақ" in written
    assert json.loads(written) == {"name": text}


def test_a_slot_in_a_name_is_not_filled() -> None:
    made = page("{{data}}", "explorer.html", ["{{title}}"], [], {"name": "{{policy}}"})
    assert "<title>{{data}}</title>" in made
    assert Page(made).data == {"name": "{{policy}}"}


def test_a_script_that_would_end_its_element_is_refused() -> None:
    with pytest.raises(ValueError, match="ends"):
        page("t", "explorer.html", [], ["'</SCRIPT >'"], {})


def test_two_writes_are_the_same_bytes(catalogue: Catalogue, pages: Path, tmp_path: Path) -> None:
    write_pages(catalogue, tmp_path)
    for name in NAMES:
        assert (tmp_path / name).read_bytes() == (pages / name).read_bytes()


def test_the_order_of_hashes_changes_no_byte(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from kg.build import make_graph; from kg.views.pages import write_pages;"
        "write_pages(make_graph(Path(sys.argv[1])).catalogue, Path(sys.argv[2]))"
    )
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run([sys.executable, "-c", program, str(HOSTILE), str(folder)], check=True, env=environment)
    for name in NAMES:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


@pytest.mark.parametrize(("modules", "most"), [(network_page._MODULES, 30_000), (explorer_page.MODULES, 105_000)])
def test_our_own_scripts_are_small_and_write_no_markup(modules: tuple[str, ...], most: int) -> None:
    script = in_one_function(modules)
    assert len(script.encode()) < most
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function", script)
    assert all(template(name).count("\n") < 300 for name in modules)


def test_colours_of_text_and_outlines_stand_out() -> None:
    """WCAG 2.2: text at least 4.5 to 1, outlines and lines of the picture 3 to 1, in light and in dark."""
    light, dark = (dict(re.findall(r"--(\w+): (#\w{6});", block)) for block in themes())
    for theme in (light, dark):
        for ground in ("paper", "panel"):
            for ink in ("ink", "muted", "accent"):
                assert contrast(theme[ink], theme[ground]) >= 4.5, (ink, ground)
        for line in ("outline", "edge"):
            assert contrast(theme[line], theme["paper"]) >= 3, line


def themes() -> list[str]:
    return template("common.css").split("@media (prefers-color-scheme: dark)")


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_quotes_stand_in_their_sentences_where_documents_are_at_hand(tmp_path: Path, tiny: Path) -> None:
    graph = make_graph(tiny, tiny / "documents")
    for name, documents in (("without", None), ("with", tiny / "documents")):
        (tmp_path / name).mkdir()
        write_pages(graph.catalogue, tmp_path / name, documents)
    without, with_documents = tmp_path / "without", tmp_path / "with"
    assert '"before":' not in (without / "network.html").read_text("utf-8")
    assert '"before":' in (with_documents / "network.html").read_text("utf-8")
    assert Page((without / "explorer.html").read_text("utf-8")).data["evidence"]["around"] == {}
    assert Page((with_documents / "explorer.html").read_text("utf-8")).data["evidence"]["around"] != {}


def test_a_chosen_theme_has_the_colours_of_the_system_theme() -> None:
    chosen = re.findall(r':root\[data-theme="\w+"\] \{([^}]*)\}', template("explorer.css"))
    for block, own in zip(themes(), chosen, strict=True):
        colours, told = (dict(re.findall(r"--(\w+): (#\w{6});", text)) for text in (block, own))
        assert {name: colours[name] for name in told if name in colours} == {
            name: colour for name, colour in told.items() if name in colours
        }
        assert len(set(told) & set(colours)) >= 8


def test_the_lit_colour_stands_out() -> None:
    """Outlines and lines that are lit, 3 to 1 on their ground."""
    for block in re.findall(r':root\[data-theme="\w+"\] \{([^}]*)\}', template("explorer.css")):
        told = dict(re.findall(r"--(\w+): (#\w{6});", block))
        assert contrast(told["lit"], told["paper"]) >= 3
