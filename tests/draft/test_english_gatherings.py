"""English gatherings without a name: which nouns stand for one, who took part in it and spoke at it."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

KIM = "Anna Kim, rector of Fen University,"


def found(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "en"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A round table on creative industries was held in Samarkand.", ("Round table", "heldIn", "Samarkand")),
        ("An exhibition of startups opened in Bishkek.", ("Exhibition", "heldIn", "Bishkek")),
        ("Fen University held a career day in Almaty.", ("Career day", "heldIn", "Almaty")),
        ("Fen University held a career day in Almaty.", ("Fen University", "operates", "Career day")),
        ("The contest is organised by Fen University.", ("Fen University", "operates", "Contest")),
        (
            "An exhibition, organised by Fen University, opened in Osh.",
            ("Fen University", "operates", "Exhibition"),
        ),
        (
            "During the visit, Fen University and Tern Bank signed a memorandum.",
            ("Memorandum", "signedAt", "Visit"),
        ),
        (
            "On the sidelines of the forum, Fen University signed an agreement with Tern Bank.",
            ("Agreement", "signedAt", "Forum"),
        ),
    ],
)
def test_gatherings_by_their_nouns(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    assert told in found(drafter, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Experts from Fen University took part in the training on data in Osh.", {"Fen University"}),
        ("Representatives of the Aral Agency participated in the discussion.", {"Aral Agency"}),
        ("The meeting was also attended by representatives of the Aral Agency and Fen University.",
         {"Aral Agency", "Fen University"}),
        ("The meeting, held in Osh, was chaired by Anna Kim, rector of Fen University.", {"Anna Kim"}),
        ("The panel was moderated by Anna Kim, rector of Fen University.", {"Anna Kim"}),
        ("The opening ceremony of the Fen Laboratory was attended by the rector of Fen University Anna Kim.",
         {"Anna Kim"}),
        (f"{KIM} took part in the webinar on soil.", {"Anna Kim"}),
        (f"{KIM} may take part in the webinar on soil.", set()),
        (f"{KIM} spoke of the training centre and of a meeting room.", set()),
    ],
)  # fmt: skip
def test_who_took_part(text: str, told: set[str], drafter: Drafter) -> None:
    assert {a for a, p, _ in found(drafter, text) if p == "participatedIn"} == told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (f"{KIM} made a presentation at the meeting.", "Meeting"),
        (f"At the seminar, {KIM} presented the new platform.", "Seminar"),
        (f"{KIM} delivered a report during the session on green energy.", "Session"),
        (f"While addressing the ceremony, {KIM} thanked the guests.", "Ceremony"),
        (f"{KIM} said that nobody would be at the meeting.", ""),
    ],
)
def test_who_spoke(text: str, event: str, drafter: Drafter) -> None:
    assert {b for _, p, b in found(drafter, text) if p == "spokeAt"} == ({event} if event else set())


def test_a_delegation_visits_countries_with_whom_it_is_led_by(drafter: Drafter) -> None:
    rows = found(
        drafter, "A delegation of the Fen Agency headed by its rector Anna Kim visited Georgia, Japan and Oman."
    )
    assert {b for _, p, b in rows if p == "heldIn"} == {"Georgia", "japan", "Oman"}
    assert {a for a, p, _ in rows if p == "participatedIn"} == {"Fen Agency", "Anna Kim"}
    assert not [row for row in rows if row[1] == "worksFor"]


def test_the_opening_ceremony_is_of_what_was_opened(drafter: Drafter) -> None:
    text = "The Aral Laboratory was established in Osh. The opening ceremony was attended by Anna Kim, rector of Fen "
    rows = found(drafter, f"{text}University.")
    assert ("Opening ceremony", "openingOf", "Aral Laboratory") in rows
    assert ("Anna Kim", "participatedIn", "Opening ceremony") in rows


@pytest.mark.parametrize(
    ("text", "founds"),
    [
        ("Anna Kim, founder of Fen Works, established the Aral Fund in May 2015.", True),
        ("Anna Kim, rector of Fen University, inaugurated the Aral Fund.", False),
    ],
)
def test_who_cuts_a_ribbon_founds_nothing(text: str, founds: bool, drafter: Drafter) -> None:
    assert (("Anna Kim", "founded", "Aral Fund") in found(drafter, text)) is founds
