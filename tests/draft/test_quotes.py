"""Every proposal could stand in the tables: its quote is in the text, and short, and it passes the checks of rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.draft.articles import Article, SetAside, article_of
from kg.draft.drafter import Drafter
from kg.facts.rows import QUOTE_WORDS
from kg.facts.texts.folded_text import FoldedText
from tests.draft.conftest import source
from tests.draft.test_drafter import OPENED, SIGNED

TEXTS = [*(told[0] for told in SIGNED.values()), *(told[0] for told in OPENED.values())]


def check_quotes(text: str, drafter: Drafter) -> int:
    draft = drafter.draft(text, source())
    folded = FoldedText.of(text)
    for told in draft.proposals:
        places = folded.find(told.place.quote)
        assert (told.place.start, told.place.end) == places[(told.place.occurrence or 1) - 1]
        assert told.place.occurrence is not None or len(places) == 1
        assert 1 <= len(told.place.quote.split()) <= QUOTE_WORDS
        assert told.place.sentence_start <= told.place.start < told.place.end <= told.place.sentence_end
        assert 0 < told.confidence < 1
    return len(draft.proposals)


def test_quotes_stand_where_they_are_said_to_stand(drafter: Drafter) -> None:
    text = "\n\n".join([*TEXTS, *TEXTS])  # so that none is unique
    assert check_quotes(text, drafter) >= len(TEXTS)


@given(st.lists(st.sampled_from(TEXTS), max_size=4), st.text(max_size=60), st.integers(0, 200))
def test_any_text_gives_proposals_that_stand_in_it(texts: list[str], noise: str, at: int) -> None:
    text = " ".join(texts)
    check_quotes(text[:at] + noise + text[at:], _drafter())


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.pdf", "a.md", "", ".x", "a\u202eb.txt"]))
def test_any_bytes_are_an_article_or_set_aside(data: bytes, name: str) -> None:
    found = article_of(data, name, name, {"language": "", "published": ""}, set(), {}, {})
    if isinstance(found, SetAside):
        assert found.reason
    else:
        assert isinstance(found, Article)
        _drafter().draft(found.text, found.source)


@pytest.mark.parametrize(
    "text", ["(" * 50_000, '(«"[' * 20_000, '"A ' * 20_000, ". " * 20_000, "Aa " * 20_000, "a" * 200_000]
)
def test_a_long_line_of_anything_is_read_to_its_end(text: str, drafter: Drafter) -> None:
    end = " The Alfa Innovation Hub was opened in Geneva."
    assert drafter.draft(f"{text}.\n{end}", source(), "en").proposals


_CACHED: list[Drafter] = []


def _drafter() -> Drafter:
    if not _CACHED:
        from kg.facts.reading import read_project
        from kg.rdf.ontology import Ontology
        from kg.resources import Resources

        resources = Resources.shipped()
        ontology = Ontology(resources.ontology)
        _CACHED.append(Drafter(read_project(resources.seeds, ontology.schema, ontology.shapes), ontology.schema))
    return _CACHED[0]
