"""Weeks by which something is dated are no events; Kazakh accusatives of short surnames; what nobody runs."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Keçən həftə Gəncədə “Orvel” mərkəzi açılıb.", "az"),
        ("“Orvel” şirketi geçen hafta Ankara'da ofis açtı.", "tr"),
        ("“Orvel” kompaniyasi oʻtgan hafta Samarqandda ofis ochdi.", "uz"),
        ("Компания «Орвел» на прошлой неделе открыла офис в Баку.", "ru"),
        ("«Орвел» компаниясы өткен аптада Алматыда кеңсе ашты.", "kk"),
        ("Orvel University opened an office in Osh last week.", "en"),
    ],
)
def test_a_week_is_no_event(text: str, language: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), language))
    assert "establishedIn" in {p for _, p, _ in told}
    assert "heldIn" not in {p for _, p, _ in told}


def test_a_week_with_a_name_is_one(drafter: Drafter) -> None:
    assert ("Rəqəmsal Həftə", "heldIn", "baku") in triples(
        drafter.draft("Bakıda Rəqəmsal Həftə keçirilib.", source(), "az")
    )


@pytest.mark.parametrize(("text", "name"), [("Карл Харцты", "Карл Харц"), ("Джон Смитті", "Джон Смит")])
def test_short_surnames_in_the_accusative(text: str, name: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(f"Министр Саясат Нұрбек «Орвел» ректоры {text} қабылдады.", source(), "kk"))
    assert {a for a, p, _ in told if p == "participatedIn"} == {name, "Саясат Нұрбек"}


def test_nobody_runs_the_united_nations(drafter: Drafter) -> None:
    text = "Жобаны Еуропалық Одақ қаржыландырады, ал «Орвел» қоры іске асырады."
    assert not [row for row in triples(drafter.draft(text, source(), "kk")) if row[1] == "operates"]
