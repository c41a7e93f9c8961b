"""English holders of posts whose first names nobody knows; posts for regions; parks that are bodies; dates of posts."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

HELD = [
    ("Rector of Orvel University, Torvald Brenk, spoke at the Estel Forum.", "Rector of Orvel University"),
    (
        "Deputy Chairman of the Board of Halmar Bank, Torvald Brenk, spoke.",
        "Deputy Chairman of the Board of Halmar Bank",
    ),
    ("The forum was attended by the head of Halmar Bank, Torvald Brenk, and others.", "head of Halmar Bank"),
    (
        "Head of the innovation department of the Velm Institute Torvald Brenk spoke.",
        "Head of the innovation department of the Velm Institute",
    ),
    ("Vice President of Orvel Group for Central Asia Anna Liepa spoke.", "Vice President of Orvel Group"),
    ("Executive Director of the Orvel Park Anna Liepa spoke.", "Executive Director of the Orvel Park"),
]


@pytest.mark.parametrize(("text", "post"), HELD)
def test_who_holds_a_post_behind_its_body(text: str, post: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "en"))
    assert {(a, b) for a, p, b in told if p == "holdsPost"} == {
        ("Torvald Brenk" if "Torvald" in text else "Anna Liepa", post)
    }
    assert {b for a, p, b in told if p == "postIn" and a == post}


def test_speakers_that_are_named_are_no_post(drafter: Drafter) -> None:
    text = "Speakers included the head of Halmar Bank, Anna Liepa, and Petr Holm of the Velm Institute."
    posts = {b for _, p, b in triples(drafter.draft(text, source(), "en")) if p == "holdsPost"}
    assert posts == {"head of Halmar Bank"}


def test_a_foundation_is_not_when_something_was_founded(drafter: Drafter) -> None:
    text = "Anna Liepa was appointed Chairman of the Orvel Foundation in May 2019."
    held = [p for p in drafter.draft(text, source(), "en").proposals if p.predicate == "holdsPost"]
    assert [p.from_ for p in held] == ["2019-05"]


def test_parts_of_the_world_are_no_bodies(drafter: Drafter) -> None:
    text = "Halmar Bank signed a memorandum with Orvel University on the Middle East and the Caucasus."
    told = triples(drafter.draft(text, source(), "en"))
    assert not {"Middle East", "Caucasus"} & {end for row in told for end in (row[0], row[2])}
