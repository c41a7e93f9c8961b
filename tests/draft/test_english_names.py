"""Where English names begin and end: «and», quoted parts, initials, hyphens, posts and fields beside them."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ulan Engineering and Technology University of Georgia opened a hub.",
         "Ulan Engineering and Technology University"),
        ("The State Agency for Farmers’ Service and Social Innovation of Georgia opened a hub.",
         "State Agency for Farmers’ Service and Social Innovation"),
        ("The Tern Association of Science Parks and Areas of Reform (TASP) signed a memorandum with Fen University.",
         "Tern Association of Science Parks and Areas of Reform"),
        ("Petra Holm is deputy minister of the Kazakh Ministry of Trade, Innovations and Aerospace Industry.",
         "Ministry of Trade, Innovations and Aerospace Industry"),
        ('Petra Holm is director of the "Nur Zaman" Science and Technology Center.',
         '"Nur Zaman" Science and Technology Center'),
        ('The National Chamber of Farmers "Birlik" signed a memorandum with Fen University.',
         'National Chamber of Farmers "Birlik"'),
        ("Petra Holm is director of marketing at Agri-Tech Daresfield.", "Agri-Tech Daresfield"),
    ],
)  # fmt: skip
def test_where_names_end(text: str, name: str, drafter: Drafter) -> None:
    assert name in {told.text for told in drafter.draft(text, source(), "en").names}


@pytest.mark.parametrize(
    "text",
    [
        "Petra Holm of Fen University gave a talk on “The Evolution of Digital Policy Among Neighbours” in Osh.",
        "A seminar was held at Fen University named after Akhmad al-Tusi in Osh.",
    ],
)
def test_titles_and_namesakes_name_nothing(text: str, drafter: Drafter) -> None:
    names = {told.text for told in drafter.draft(text, source(), "en").names}
    assert not names & {"Evolution", "Digital Policy", "Akhmad", "Tusi", "Akhmad al-Tusi"}


def test_the_post_of_whose_body(drafter: Drafter) -> None:
    text = "The head of Iran’s West Aral Technology Park, Hassan Omidi, spoke. "
    text += "Vice Minister of Trade, Science and Aerospace Industry of Georgia Petra Holm came."
    draft = drafter.draft(text, source(), "en")
    names = {told.entity: told.text for told in draft.names}
    rows = {(names.get(p.subject, p.subject), p.predicate, names.get(p.object, p.object)) for p in draft.proposals}
    assert any(p == "postIn" and b == "West Aral Technology Park" for _, p, b in rows)
    assert any(a == "Petra Holm" and p == "holdsPost" for a, p, _ in rows)


def test_a_heading_names_what_stands_below_it_too(drafter: Drafter) -> None:
    text = "Fen University and Tern Fund Sign Agreement Towards Wide Collaboration\n"
    draft = drafter.draft(f"{text}Fen University and Tern Fund signed an agreement in Osh.", source(), "en")
    assert {told.text for told in draft.names} & {
        "Fen University",
        "Tern Fund",
        "Wide",
        "Tern Fund Sign Agreement",
    } == {
        "Fen University",
        "Tern Fund",
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ms. Park Sunjin is director of the Aral Fund.", ("Park Sunjin", "holdsPost", "director of the Aral Fund")),
        ("Aral Hub from Georgia presented a project.", ("Aral Hub", "ofCountry", "Georgia")),
        (
            "Businessman Aslan Petrosh met Anna Kim, rector of Fen University.",
            ("Aslan Petrosh", "participatedIn", "Meeting"),
        ),
    ],
)
def test_people_after_titles_and_towns_in_lists(text: str, row: tuple[str, str, str], drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), "en")
    names = {told.entity: told.text for told in reversed(draft.names)}
    rows = {(names.get(p.subject, p.subject), p.predicate, names.get(p.object, p.object)) for p in draft.proposals}
    assert row in {(a, p, b.split(" (")[0]) for a, p, b in rows}


def test_towns_in_a_list_after_one_that_is_known(drafter: Drafter) -> None:
    draft = drafter.draft(
        "The Aral Fund was founded in Bukhtan. It met guests from Tashkent, Bukhtan and Merwan.", source(), "en"
    )
    assert {told.class_name for told in draft.things} == {"Organisation", "City"}


def test_common_words_and_agencies_that_report_act_in_nothing(drafter: Drafter) -> None:
    text = "OSH. TASS Georgia’s delegation headed by Minister of Water Anna Kim took part in the Aral Forum. SMEs and "
    draft = drafter.draft(f"{text}Research joined the Aral Network.", source(), "en")
    assert {row.subject for row in draft.proposals} == {"anna-kim", "aral-forum"}
