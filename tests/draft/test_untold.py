"""What articles leave unsaid, list, or count: pronouns, the sides, calendars, members, countries beside names."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Alfa Innovation Hub was opened in Riga. It is operated by Silknet LLC.",
            ("Silknet LLC", "operates", "Alfa Innovation Hub"),
        ),
        (
            "Silknet LLC appointed Nino Gelashvili as its director on 3 March.",
            ("director", "postIn", "Silknet LLC"),
        ),
        (
            "«Алатау Дрон» ЖШС Астанада ашылды. Компанияның директоры болып Ерасыл Мырзағалиев тағайындалды.",
            ("Ерасыл Мырзағалиев", "holdsPost", "директоры"),
        ),
        ("Japonya merkezli Umibe Systems, Lale Net ile ortak oldu.", ("Umibe Systems", "locatedIn", "japan")),
        ("В Казани японская компания «Минато» создала центр «Восток».", ("Минато", "ofCountry", "japan")),
        ("Silknet LLC (Georgia) joined the Green Data Alliance.", ("Silknet LLC", "ofCountry", "Georgia")),
        (
            "Riqada \"Baltik Data\" mərkəzinin açılış mərasimi keçirilib.",
            ("Açılış mərasimi", "openingOf", "Baltik Data"),
        ),
        (
            '"Baltik Qrup" klasteri "Alfa" MMC və "Beta" MMC tərəfindən formalaşdırılıb.',
            ("Alfa", "formed", "Baltik Qrup"),
        ),
        ("The Green Data Alliance unites organisations. It now has members from 14 countries.", None),
    ],
)  # fmt: skip
def test_what_a_sentence_leaves_unsaid(text: str, expected: tuple[str, str, str] | None, drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source()))
    if expected is None:
        assert ("Green Data Alliance", "countryCount", "14") in told
    else:
        assert expected in told


def test_lines_of_a_calendar_say_where_and_when(drafter: Drafter) -> None:
    text = (
        "Events\n\n3 April, Riga: Amber Hackathon, hosted by Silknet LLC.\n9 April, Vienna: workshop. Free of charge.\n"
        "25 April: Jazz in the Old Town.\n"
    )
    told = [each for each in drafter.draft(text, source()).proposals if each.predicate == "heldIn"]
    assert [(each.object, each.from_, each.status) for each in told] == [
        ("riga", "2026-04-03", "planned"),
        ("vienna", "2026-04-09", "planned"),
    ]


def test_lines_of_a_list_are_about_the_thing_that_they_begin_with(drafter: Drafter) -> None:
    text = (
        "The Amber Network has new members.\n• Silknet LLC (Georgia), Tbilisi. Director: Nino Gelashvili. "
        "Joined 12 January.\n• Minato LLC, Japan. Joined 3 February.\n"
    )
    told = triples(drafter.draft(text, source()))
    assert told >= {
        ("Silknet LLC", "ofCountry", "Georgia"),
        ("Silknet LLC", "locatedIn", "Tbilisi"),
        ("Silknet LLC", "joined", "Amber Network"),
        ("Minato LLC", "joined", "Amber Network"),
        ("Minato LLC", "ofCountry", "japan"),
        ("Director", "postIn", "Silknet LLC"),
    }


def test_all_rows_of_an_event_carry_its_date(drafter: Drafter) -> None:
    text = (
        "The Amber Forum in Riga was held on 3 March 2026. Nino Gelashvili, director of Silknet LLC, spoke at the "
        "Amber Forum."
    )
    told = [each for each in drafter.draft(text, source()).proposals if each.predicate in ("heldIn", "spokeAt")]
    assert {(each.predicate, each.from_) for each in told} == {("heldIn", "2026-03-03"), ("spokeAt", "2026-03-03")}


def test_a_name_that_any_agreement_may_have_is_no_link(drafter: Drafter) -> None:
    text = 'Riqada "Baltik Data" MMC ilə "Silknet" MMC arasında Niyyət Məktubu imzalanıb.'
    objects = {each.object for each in drafter.draft(text, source()).proposals if each.predicate == "partyTo"}
    assert objects
    assert "letter-of-intent-2026" not in objects


def test_a_figure_keeps_its_magnitude(drafter: Drafter) -> None:
    text = 'The "Amber" programme supports 4.6 million jobs.'
    [told] = [each for each in drafter.draft(text, source()).proposals if each.predicate == "jobsSupported"]
    assert (told.object, told.qualifiers["magnitude"]) == ("4.6", "million")


def test_a_russian_woman_keeps_her_name(drafter: Drafter) -> None:
    text = "Директором центра «Восток» назначена Лейла Гараханова."
    people = {each.id for each in drafter.draft(text, source()).things if each.class_name == "Person"}
    assert people == {"leyla-garakhanova"}
