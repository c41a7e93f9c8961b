"""What shows itself in a notebook: as HTML for IPython's display, escaped, without a script."""

from __future__ import annotations

import base64

import pytest
from IPython.core.formatters import DisplayFormatter

import kg
from kg.facts.problems import CallError
from kg.network import projection
from kg.network.paths import shortest_paths
from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.views.notebook import Card, Picture, card, picture
from kg.views.sentences import Sentences
from tests.views.reading import Page

PAYLOAD = "<img src=x onerror=window.__hacked=1>"


def svg_in(made: Picture) -> str:
    """The picture that a cell's HTML holds."""
    (address,) = Page(shown(made)).addresses
    return base64.b64decode(address.partition("base64,")[2]).decode()


def shown(thing: object) -> str:
    """The HTML that Jupyter and VS Code take from a cell's last value."""
    data, _ = DisplayFormatter().format(thing)  # type: ignore[no-untyped-call]
    return str(data["text/html"])


@pytest.mark.parametrize("language", ["en", "az", "kk"])
def test_a_card_shows_names_facts_and_quotes(language: str, catalogue: Catalogue) -> None:
    html = shown(card(catalogue, "SOCAR", language)).replace("&quot;", '"').replace("&#x27;", "'")
    words = Sentences(catalogue, language)
    assert all(name.text in html for name in catalogue.entities["socar"].names)
    claims = catalogue.about("socar")
    assert html.count("<li") == len(claims) > 0
    for claim in claims:
        assert words.sentence(claim) in html
        assert all(item.quote.text in html and item.source in html for item in claim.evidence if item.quote)


def test_pictures_of_a_thing_a_path_and_a_network(catalogue: Catalogue) -> None:
    network = to_network(catalogue)
    path = shortest_paths(network, catalogue.schema, "socar", "world-economic-forum")[0]
    for what in ("SOCAR", path, network):
        made = picture(catalogue, what, "az", dark=True)
        assert svg_in(made) == made.svg
        assert "#10151b" in made.svg
    assert 'alt="SOCAR"' in shown(picture(catalogue, "SOCAR"))


def test_what_cannot_be_drawn_is_said(catalogue: Catalogue) -> None:
    with pytest.raises(CallError, match="a picture is of"):
        picture(catalogue, ())
    with pytest.raises(CallError):
        card(catalogue, "nobody at all")


def test_hostile_names_stay_text(hostile: Catalogue) -> None:
    things: list[Card | Picture] = [card(hostile, key) for key in hostile.entities]
    things += [picture(hostile, key, steps=2) for key in hostile.entities]
    for thing in things:
        page = Page(shown(thing))
        assert set(page.tags) <= {"div", "p", "b", "span", "ol", "li", "img"}
        assert page.handlers == []
        assert all(address.startswith("data:image/svg+xml;base64,") for address in page.addresses)
        assert page.tags.count("img") == isinstance(thing, Picture)
    assert any("&lt;img src=x" in shown(thing) for thing in things)


def test_the_reader_of_pages_would_find_markup() -> None:
    page = Page(PAYLOAD)
    assert "img" in page.tags and page.handlers == ["onerror"]


def test_a_network_shows_itself(catalogue: Catalogue) -> None:
    network = kg.to_network(catalogue)
    shown = network._repr_html_()
    assert shown is not None
    assert shown == kg.picture(catalogue, network)._repr_html_()
    assert shown.startswith("<img ")
    plain = projection.to_network(catalogue)
    assert sorted(network.edges(keys=True)) == sorted(plain.edges(keys=True))
    assert sorted(network.nodes(data="label")) == sorted(plain.nodes(data="label"))
    piece = network.subgraph(["socar"]).copy()
    assert piece._repr_html_() is None
