"""Where Azerbaijani names begin and end, and whether they are people: whole names in plain sentences."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.reading import Reader
from kg.draft.spans import Mention

BODIES = (
    ("Fransa Bulud Agentliyi proqrama start verib.", "Fransa Bulud Agentliyi"),
    ("Dünən Koreya Bulud Agentliyi proqrama start verib.", "Koreya Bulud Agentliyi"),
    ("Yaponiyanın Bulud Agentliyi proqrama start verib.", "Bulud Agentliyi"),
    ("Narınstan Mərkəzi Bankı və Tala Agentliyi razılığa gəlib.", "Narınstan Mərkəzi Bankı"),
    ("Azərbaycan Mərkəzi Bankı proqrama start verib.", "Azərbaycan Mərkəzi Bankı"),
    ("Mərkəzi Botanika Bağı sərgi açıb.", "Mərkəzi Botanika Bağı"),
    ("Elm və İKT Nazirliyi proqrama start verib.", "Elm və İKT Nazirliyi"),
    ("KOB Tala Şirkəti proqrama start verib.", "KOB Tala Şirkəti"),
    ("R.K.Lunin adına Narın Universiteti sərgi açıb.", "R.K.Lunin adına Narın Universiteti"),
    (
        "Nazir Rauf Bəyli R.K.Lunin adına Narın Universitetinin heyətini qəbul edib.",
        "R.K.Lunin adına Narın Universitetinin",
    ),
    ("Gənc Bağbanlar, Arıçılar və Balıqçılar Şurası sərgi açıb.", "Gənc Bağbanlar, Arıçılar və Balıqçılar Şurası"),
    ("Elm, İnnovasiya və Texnologiya Departamenti sərgi açıb.", "Elm, İnnovasiya və Texnologiya Departamenti"),
    ("Tala Konqres Mərkəzi və Narın Universiteti sərgi açıb.", "Tala Konqres Mərkəzi"),
    ("Tala Sənaye Parkı Narın Universiteti ilə memorandum imzalayıb.", "Tala Sənaye Parkı"),
    ("Tala Bank Narın Universiteti ilə memorandum imzalayıb.", "Tala Bank"),
    ("Tala şəhəri üzrə Təhsil İdarəsi sərgi açıb.", "Tala şəhəri üzrə Təhsil İdarəsi"),
    ("Bu gün Qeyri-üzvi Bulud İnstitutu sərgi açıb.", "Qeyri-üzvi Bulud İnstitutu"),
    ("Alman Bulud Xidməti sərgi açıb.", "Alman Bulud Xidməti"),
    ("Azərbaycan–Fransız Universiteti sərgi açıb.", "Azərbaycan–Fransız Universiteti"),
    ("Qırğızıstan-Türkiyə “Tala” Universitetinin rektoru gəlib.", "Qırğızıstan-Türkiyə “Tala” Universitetinin"),
    ("“Tala” və Delta Agentliyi memorandum imzalayıb.", "“Tala”"),
    ("Tədbirdə Cloud and Foam iştirak edib.", "Cloud and Foam"),
    ("Tədbirdə Bank of Tala-nın rəhbəri iştirak edib.", "Bank of Tala-nın"),
    ("Rektor Rauf Bəyli, Əliyev Cloud and Foam tədbirində olub.", "Cloud and Foam tədbirində"),
    ("Tədbirdə Foam Azerbaijan iştirak edib.", "Foam Azerbaijan"),
    ("Tədbirdə Step IT Foam iştirak edib.", "Step IT Foam"),
    ("Bu gün TALA.HUB açılıb.", "TALA.HUB"),
    ("Tədbirdə Tumruk-Tazina iştirak edib.", "Tumruk-Tazina"),
    ("İlham Əliyev Fondu sərgi açıb.", "İlham Əliyev Fondu"),
    ("Report İnformasiya Agentliyinin əməkdaşı gəlib.", "Report İnformasiya Agentliyinin"),
    ("Avropa Bulud Agentliyi sərgi açıb.", "Avropa Bulud Agentliyi"),
    ("Rəhbər Rauf Bəyli, Milli Bulud Akademiyasının rektoru gəlib.", "Milli Bulud Akademiyasının"),
    ("Tala və Milli Azərbaycan Ədəbiyyatı Muzeyi sərgi açıb.", "Milli Azərbaycan Ədəbiyyatı Muzeyi"),
    ("Elm Fondu sərgi açıb.", "Elm Fondu"),
)
PEOPLE = (
    ("Vladimir Tulin bildirib ki, layihə davam edəcək.", "Vladimir Tulin"),
    ("Jonathan Foam bildirib ki, layihə davam edəcək.", "Jonathan Foam"),
    ("Bazar ertəsi Ulla fon der Tulen gəlib.", "Ulla fon der Tulen"),
    ("Nazir Məhəmməd bin Rəşid Al Tulan gəlib.", "Məhəmməd bin Rəşid Al Tulan"),
    ("Tulov Emin bildirib ki, layihə davam edəcək.", "Tulov Emin"),
    ("Səfir Tan Ki-sun tədbirdə olub.", "Tan Ki-sun"),
    ("Nazir Tan-Pol Foam tədbirdə olub.", "Tan-Pol Foam"),
    ("Tomar Tulişvili bildirib ki, layihə davam edəcək.", "Tomar Tulişvili"),
    ("Foam Tulun sözlərinə görə, layihə davam edəcək.", "Foam Tulun"),
    ("Mərkəzin direktoru vəzifəsinə Foam Tul təyin olunub.", "Foam Tul"),
    ("Nümayəndə heyətinə Foam Tul başçılıq edib.", "Foam Tul"),
    ("Səfir Kim Tul gəlib.", "Kim Tul"),
    ("İrakli Tul bildirib ki, layihə davam edəcək.", "İrakli Tul"),
    ("Nazir Rauf Bəylinin və səfir Nigar Anar qızı Şirinlinin görüşü keçirilib.", "Nigar Anar qızı Şirinlinin"),
    ("Nazir Rauf Bəylinin və səfir Foam Tulimlinin görüşü keçirilib.", "Foam Tulimlinin"),
    ("Rektor Şirinli Rauf Anar oğlu gəlib.", "Şirinli Rauf Anar oğlu"),
    ("Direktoru Foam Rul Sok mərkəzin açılışında olub.", "Foam Rul Sok"),
)


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_bodies_are_whole(drafter: Drafter, text: str, name: str) -> None:
    assert name in {text[m.start : m.end] for m in _read(drafter, text) if m.class_name != "Person"}


@pytest.mark.parametrize(("text", "name"), PEOPLE)
def test_people_are_whole(drafter: Drafter, text: str, name: str) -> None:
    assert name in {text[m.start : m.end] for m in _read(drafter, text) if m.class_name == "Person"}


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Mərkəzi Elm və Təhsil Nazirliyi idarə edəcək.", "Mərkəzi Elm və Təhsil Nazirliyi"),
        ("Narın Muxtar Respublikasının Təhsil Nazirliyi sərgi açıb.", "Muxtar"),
        ("Sərgi Cənubi Qafqaz üzrə bölmədə olub.", "Cənubi"),
        ("Tala AG, Delta Agentliyi və Narın Universiteti sərgi açıb.", "Tala AG, Delta Agentliyi"),
    ],
)
def test_what_is_no_name(drafter: Drafter, text: str, none: str) -> None:
    assert none not in {text[m.start : m.end] for m in _read(drafter, text)}


def test_a_first_word_that_is_a_name_elsewhere(drafter: Drafter) -> None:
    text = "Bu barədə Tumkosmos məlumat yayıb. Tumkosmos Narın Universiteti ilə saziş imzalayıb. Tumkosmos peyk alıb."
    named = [text[m.start : m.end] for m in _read(drafter, text)]
    assert named.count("Tumkosmos") == 3
    assert "Narın Universiteti" in named


@pytest.mark.parametrize("text", ["Tumkosmos Narın Universiteti ilə saziş imzalayıb.", "Tumkosmos peyk alıb."])
def test_a_first_word_that_may_be_any(drafter: Drafter, text: str) -> None:
    assert "Tumkosmos" not in {text[m.start : m.end] for m in _read(drafter, text)}


def _read(drafter: Drafter, text: str) -> list[Mention]:
    """The mentions of a text."""
    reader = Reader(drafter.known, drafter.schema, source="")
    return [mention for sentence in reader.read(text, "az") for mention in sentence.mentions]
