"""What copy of agencies is like: headlines, datelines, apposition, things without a name, dates of the report."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

THURSDAY = "2026-11-05"


def told(drafter: Drafter, text: str, language: str = "en") -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(published=THURSDAY), language))


@pytest.mark.parametrize(
    ("when", "from_", "until"),
    [
        ("joined the Green Data Alliance last Thursday", "2026-10-29", ""),
        ("will join the Green Data Alliance on Friday", "2026-11-06", ""),
        ("will join the Green Data Alliance next Monday", "2026-11-09", ""),
        ("joined the Green Data Alliance on September 9-10", "2026-09-09", "2026-09-10"),
        ("joined the Green Data Alliance on 9 to 10 September", "2026-09-09", "2026-09-10"),
        ("joined the Green Data Alliance on 12 April", "2026-04-12", ""),
        ("joined the Green Data Alliance in March", "2026-03", ""),
        ("joined the Green Data Alliance, the ministry said on Tuesday", "", ""),
        ("joined the Green Data Alliance, which was founded in 2019", "", ""),
    ],
)
def test_a_date_is_that_of_the_act_and_not_of_the_report(when: str, from_: str, until: str, drafter: Drafter) -> None:
    draft = drafter.draft(f"Estonia {when}.", source(published=THURSDAY), "en")
    [joined] = [row for row in draft.proposals if row.predicate == "joined"]
    assert (joined.from_, joined.until) == (from_, until)


def test_a_dateline_dates_nothing(drafter: Drafter) -> None:
    text = "GENEVA, Switzerland, November 3. Silknet LLC and Norlys LLC have signed a memorandum of understanding."
    parties = [row for row in drafter.draft(text, source(published=THURSDAY), "en").proposals if row.from_]
    assert parties == []


def test_a_headline_proposes_no_deeds(drafter: Drafter) -> None:
    text = "Tech Center opens in Geneva\n\nThe Alfa Innovation Hub was opened in Geneva."
    assert {row[0] for row in told(drafter, text) if row[1] == "establishedIn"} == {"Alfa Innovation Hub"}


NAMELESS = {
    "az": "Alfa Mərkəzi Gəncədə birgə laboratoriya yaradacaq.",
    "en": "The Alfa Center will open a joint laboratory in Ganja.",
    "kk": "Альфа Орталығы Шымкентте бірлескен зертхана ашуды жоспарлап отыр.",
    "ru": "Центр «Альфа» откроет совместную лабораторию в Шымкенте.",
    "tr": "Alfa Merkezi Bursa'da ortak bir laboratuvar kuracak.",
    "uz": "Alfa Markazi Namanganda qoʻshma laboratoriya tashkil etishni rejalashtirmoqda.",
}


@pytest.mark.parametrize("language", sorted(NAMELESS))
def test_a_thing_may_be_described_and_not_named(language: str, drafter: Drafter) -> None:
    draft = drafter.draft(NAMELESS[language], source(published=THURSDAY), language)
    assert [row.predicate for row in draft.proposals if row.status == "planned"].count("establishedIn") == 1


PROVIDED = {
    "az": 'Memorandum imzalanıb: SOCAR ilə "Alfa" şirkəti arasında memorandum imzalanıb. '
    "Memorandum Gəncədə tədris mərkəzinin yaradılmasını nəzərdə tutur.",
    "en": "SOCAR and Norlys LLC signed a memorandum. The memorandum envisages the establishment of a training center.",
    "kk": "SOCAR мен «Альфа» компаниясы меморандумға қол қойды. "
    "Меморандум аясында тараптар Шымкентте оқу орталығын ашуды жоспарлап отыр.",
    "ru": "SOCAR и компания «Альфа» подписали меморандум. Меморандум предусматривает создание учебного центра «Бета».",
    "tr": "SOCAR ile “Norlys” şirketi arasında protokol imzalandı. "
    "Protokol, Bursa'da “Uluğ” Teknoloji Merkezi'nin kurulmasını öngörüyor.",
    "uz": "SOCAR bilan “Alfa” kompaniyasi oʻrtasida memorandum imzolandi. "
    "Memorandumga koʻra, tomonlar Namanganda oʻquv markazini ochishni rejalashtirmoqda.",
}


@pytest.mark.parametrize("language", sorted(PROVIDED))
def test_what_an_agreement_provides_for(language: str, drafter: Drafter) -> None:
    draft = drafter.draft(PROVIDED[language], source(published=THURSDAY), language)
    assert [row.predicate for row in draft.proposals].count("providesFor") == 1


def test_apposition_asides_and_acronyms(drafter: Drafter) -> None:
    text = (
        "Baku Higher Oil School and Norlys LLC, a subsidiary of SOCAR, have signed a memorandum of cooperation. "
        "It was signed by BHOS Rector Elmar Gasimov, and Nino Gelashvili, who heads the Alfa Center, took part in "
        "the Data Forum."
    )
    found = told(drafter, text)
    assert ("Norlys LLC", "belongsTo", "socar") in found
    assert ("Nino Gelashvili", "participatedIn", "Data") in found or (
        "Nino Gelashvili",
        "participatedIn",
        "Data Forum",
    ) in found
    assert any(row[1] == "postIn" and row[2] == "Baku Higher Oil School" for row in found)


def test_uzbek_in_cyrillic_letters_reads_as_in_latin_ones(drafter: Drafter) -> None:
    latin = "“Qizil” klasteri “Yashil Data” tashabbusiga qoʻshildi."
    cyrillic = "“Қизил” кластери “Яшил Дата” ташаббусига қўшилди."
    ways = [drafter.draft(text, source(), "").proposals for text in (latin, cyrillic)]
    assert [[(row.predicate, row.language) for row in way] for way in ways] == [[("joined", "uz")]] * 2
