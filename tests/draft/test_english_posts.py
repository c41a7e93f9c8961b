"""English posts, countries and seats: the wordings in which the press tells them."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

OPENING = "Alma Data opened a lab. "


def posts(drafter: Drafter, text: str) -> tuple[set[str], set[str]]:
    """Who holds a post, and in which bodies posts are."""
    found = triples(drafter.draft(text, source(), "en"))
    return {a for a, p, _ in found if p == "holdsPost"}, {b for _, p, b in found if p == "postIn"}


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Its director, Petra Holm, was glad.", "Petra Holm", "Alma Data"),
        ("Petra Holm, its sales manager, was glad.", "Petra Holm", "Alma Data"),
        ("Petra Holm is chief engineer at Orbit Cloud.", "Petra Holm", "Orbit Cloud"),
        ("Petra Holm, who is the company's head of research, came.", "Petra Holm", "Alma Data"),
        ("Petra Holm succeeds Anton Berg as chief executive of Orbit Robotics.", "Petra Holm", "Orbit Robotics"),
        ("Petra Holm was on Monday appointed deputy dean of the Aral Institute.", "Petra Holm", "Aral Institute"),
        ("Appointed to the post of director of the Aral Fund was Petra Holm.", "Petra Holm", "Aral Fund"),
        ("Orbit Cloud has named Petra Holm as its chief technology officer.", "Petra Holm", "Orbit Cloud"),
        ("Petra Holm heads the Aral Fund as its managing director.", "Petra Holm", "Aral Fund"),
        ("The Aral Fund, whose chair is Petra Holm, paid for it.", "Petra Holm", "Aral Fund"),
        ("The post of secretary general of the Aral Fund went to Petra Holm.", "Petra Holm", "Aral Fund"),
        ("Prof. Petra Holm, Vice Chancellor, Aral University, spoke.", "Petra Holm", "Aral University"),
    ],
)
def test_who_holds_a_post_and_where(text: str, person: str, body: str, drafter: Drafter) -> None:
    people, bodies = posts(drafter, OPENING + text)
    assert person in people and body in bodies and "Anton Berg" not in people


@pytest.mark.parametrize(
    "text",
    [
        "Petra Holm, former director of the Aral Fund, came.",
        "Petra Holm joined from Orbit Cloud, where she was commercial director.",
        "Prior to that Petra Holm was research director at Orbit Cloud.",
    ],
)
def test_what_somebody_was_before_is_no_post(text: str, drafter: Drafter) -> None:
    assert posts(drafter, text) == (set(), set())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Danish firm Nordhavn Data came.", ("Nordhavn Data", "ofCountry", "denmark")),
        ("Nordhavn Data, a Swiss maker of sensors, came.", ("Nordhavn Data", "ofCountry", "switzerland")),
        ("Nordhavn Data, a firm from the Netherlands, came.", ("Nordhavn Data", "ofCountry", "netherlands")),
        ("Nordhavn Data, a Gdansk company, came.", ("Nordhavn Data", "locatedIn", "Gdansk")),
        ("Nordhavn Data, an Ankara-based operator, came.", ("Nordhavn Data", "locatedIn", "Ankara")),
        ("It works with Nordhavn Data of Brno.", ("Nordhavn Data", "locatedIn", "Brno")),
        ("The Institute of Optics in Almaty came.", ("Institute of Optics", "locatedIn", "Almaty")),
        ("Tashkent's own Nordhavn Data came.", ("Nordhavn Data", "locatedIn", "Tashkent")),
    ],
)
def test_where_a_body_is_and_of_which_country(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), "en")
    found = triples(draft) | {(a, p, b) for a, p, b in triples(draft) for b in (b.lower(), b)}
    assert told in found


@pytest.mark.parametrize(
    "text",
    [
        "Among the participants in the Orda platform are Navro Bank and the insurer Tenge Polis.",
        "Among the participants in the Orda platform are Navro Bank, a lender based in Tbilisi, and Tenge Polis.",
    ],
)
def test_words_about_names_break_no_list(text: str, drafter: Drafter) -> None:
    members = {a for a, p, _ in triples(drafter.draft(text, source(), "en")) if p == "memberOf"}
    assert members == {"Navro Bank", "Tenge Polis"}


def test_a_noun_means_what_was_named_before(drafter: Drafter) -> None:
    text = "Coldham Polytechnic had guests. The labs at Fen Works are run by the college. Tern Robotics came, too.\n"
    found = triples(drafter.draft(text + "The Riga-based firm belongs to Amber Holding.", source(), "en"))
    assert ("Tern Robotics", "belongsTo", "Amber Holding") in found and ("Tern Robotics", "locatedIn", "Riga") in found


def test_questions_and_corrections_state_nothing(drafter: Drafter) -> None:
    text = "Has Tern Robotics joined the Orda network? We wrote that Amber Labs runs the Silk Byte programme."
    assert not triples(drafter.draft(text, source(), "en"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was signed by the rector of Fen University, Petra Holm, and the head of the Aral Fund, Eva Lind.",
         {"Fen University", "Aral Fund"}),
        ("Anton Berg, until last week deputy minister of water, was named head of Tern Rail.", {"Tern Rail"}),
        ("Petra Holm, head of the Bridge department at Tern Telecom, came.", {"Tern Telecom"}),
        ("The Council of Engineers elected Dana Serik as its chair.", {"Council of Engineers"}),
    ],
)  # fmt: skip
def test_each_post_is_in_its_own_body(text: str, told: set[str], drafter: Drafter) -> None:
    assert posts(drafter, text)[1] == told
