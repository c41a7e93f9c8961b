"""Content negotiation, by example and by law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.server.negotiation import GRAPHS, ROWS, Form, by_name, choose, choose_language, wishes
from kg.views.words import LANGUAGES

PEOPLE = (Form.HTML, *GRAPHS)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (None, Form.HTML),
        ("", Form.HTML),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Form.HTML),
        ("application/ld+json", Form.JSON_LD),
        ("TEXT/TURTLE", Form.TURTLE),
        ("text/turtle;q=0.4, application/rdf+xml;q=0.5", Form.RDF_XML),
        ("text/html;q=0, */*", Form.TURTLE),
        ("text/*;q=0.3, text/turtle;q=0.7, */*;q=0.5", Form.TURTLE),
        ("text/html; q = nonsense, application/n-triples", Form.N_TRIPLES),
        ("image/webp", None),
        (",;,", Form.HTML),
    ],
)
def test_examples(accept: str | None, form: Form | None) -> None:
    assert choose(accept, PEOPLE) is (form if accept != ",;," else None)


@given(st.text(max_size=60))
def test_no_header_stops_it(header: str) -> None:
    assert choose(header, PEOPLE) in (*PEOPLE, None)
    assert choose_language(header, LANGUAGES) in LANGUAGES


@given(st.permutations(list(ROWS)), st.data())
def test_the_heaviest_is_chosen(order: list[Form], data: st.DataObject) -> None:
    weights = data.draw(st.permutations([1.0, 0.75, 0.5, 0.25]))
    header = ", ".join(f"{form.media_types[0]};q={weight}" for form, weight in zip(order, weights, strict=True))
    assert choose(header, ROWS) is order[weights.index(1.0)]


def test_weights_that_are_none_are_left_out() -> None:
    assert [wish.range for wish in wishes("a/a;q=2, b/b;q=0.1234, c/c;q=-1, d/d;q=0.5")] == ["d/d"]


def test_endings_and_names() -> None:
    assert by_name("ttl", GRAPHS) is by_name("turtle", GRAPHS) is by_name("text/turtle", GRAPHS) is Form.TURTLE
    assert by_name("json", ROWS) is Form.ROWS_JSON
    assert by_name("json", GRAPHS) is Form.JSON_LD
    assert by_name("exe", (*ROWS, *GRAPHS)) is None


def test_languages() -> None:
    assert choose_language("az-Latn-AZ, en;q=0.5", LANGUAGES) == "az"
    assert choose_language("fr, kk;q=0.3", LANGUAGES) == "kk"
    assert choose_language("fr", LANGUAGES) == choose_language(None, LANGUAGES) == "en"
