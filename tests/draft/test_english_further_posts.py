"""English posts: a second one of the same person, titles, lists behind a dash, verbs between a body and a post."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

Triple = tuple[str, str, str]

TOLD: list[tuple[str, Triple]] = [
    (
        "Akyl Tobol, Chairman of the Narin Council and Head of the Tulpar Bureau, opened the ceremony.",
        ("Akyl Tobol", "holdsPost", "Head of the Tulpar Bureau"),
    ),
    (
        "Ivan Petrov, Rector of Velmar University and Chairman of the Board of Orvel Bank, spoke at the forum.",
        ("Chairman of the Board of Orvel Bank", "postIn", "Orvel Bank"),
    ),
    (
        "The rectors of Velmar University, Orvel Institute and Narin Academy – Elchin Babay, Vilayat Veli and "
        "Rufat Aziz – then spoke.",
        ("Vilayat Veli", "holdsPost", "rector of Orvel Institute"),
    ),
    (
        "Also speaking at Digital Week was Finance Minister Tamer Tagh.",
        ("Tamer Tagh", "holdsPost", "Finance Minister"),
    ),
    (
        "Orvel Institute was glad. The director of the institute, Dr. Omer Comak, signed it.",
        ("Omer Comak", "holdsPost", "director of the institute"),
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_posts(text: str, told: Triple, drafter: Drafter) -> None:
    found = triples(drafter.draft(text, source(), "en"))
    assert told in found, sorted(found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (  # somebody else's
            "Ivan Petrov, Rector of Velmar University and Chairman of the Board of Orvel Bank Peter Lang spoke.",
            "Ivan Petrov",
        ),
        (  # a title
            "The rector of Velmar University, Professor Ivan Petrov, stressed the importance of cooperation.",
            "Ivan Petrov",
        ),
    ],
)
def test_one_post_only(text: str, wrong: str, drafter: Drafter) -> None:
    found = {row for row in triples(drafter.draft(text, source(), "en")) if row[:2] == (wrong, "holdsPost")}
    assert len(found) == 1, sorted(found)


def test_no_post_is_dated_by_a_ceremony_that_its_holder_took_part_in(drafter: Drafter) -> None:
    text = "Akyl Tobol, Head of the Bureau, took part in a ceremony that was held in Oslo on June 13."
    told = [each for each in drafter.draft(text, source(), "en").proposals if each.predicate == "holdsPost"]
    assert told and not any(each.from_ for each in told)
