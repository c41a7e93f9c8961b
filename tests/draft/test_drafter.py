"""Articles in six languages, written for the purpose, and what they say."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.model import Proposal
from tests.draft.conftest import source, triples

SIGNED = {
    "az": (
        'Gənclər və İdman Nazirliyi ilə "AqroTex" şirkəti arasında anlaşma memorandumu imzalanıb.',
        ("Gənclər və İdman Nazirliyi", "AqroTex", "Anlaşma memorandumu"),
    ),
    "en": (
        "The Ministry of Transport of Georgia and Silknet LLC signed a memorandum of understanding.",
        ("Ministry of Transport", "Silknet LLC", "Memorandum of understanding"),
    ),
    "kk": (
        "Қазақстанның Жасанды интеллект министрлігі мен «Зерде» холдингі меморандумға қол қойды.",
        ("Жасанды интеллект министрлігі", "Зерде", "Меморандум"),
    ),
    "ru": (
        "Министерство связи Грузии и компания «Силкнет» подписали меморандум о сотрудничестве.",
        ("Министерство связи", "Силкнет", "Меморандум о сотрудничестве"),
    ),
    "tr": (
        "Sanayi ve Teknoloji Bakanlığı ile Anadolu Üniversitesi arasında mutabakat zaptı imzalandı.",
        ("Sanayi ve Teknoloji Bakanlığı", "Anadolu Üniversitesi", "Mutabakat zaptı"),
    ),
    "uz": (
        "Oliy taʼlim vazirligi va «Silk» kompaniyasi oʻrtasida memorandum imzolandi.",
        ("Oliy taʼlim vazirligi", "Silk", "Memorandum"),
    ),
}


@pytest.mark.parametrize("language", sorted(SIGNED))
def test_both_sides_of_an_agreement_are_its_parties(language: str, drafter: Drafter) -> None:
    text, (first, second, agreement) = SIGNED[language]
    found = triples(drafter.draft(text, source(), language))
    assert {(first, "partyTo", agreement), (second, "partyTo", agreement)} <= found


OPENED = {
    "az": ('Şəkidə "Alfa" innovasiya mərkəzi açılıb.', "Alfa", "shaki"),
    "en": ("The Alfa Innovation Hub was opened in Geneva.", "Alfa Innovation Hub", "geneva"),
    "kk": ("Шымкентте «Альфа» инновациялық орталығы ашылды.", "Альфа", "shymkent"),
    "ru": ("В Шымкенте открылся инновационный центр «Альфа».", "Альфа", "shymkent"),
    "tr": ("Bursa'da Alfa İnovasyon Merkezi açıldı.", "Alfa İnovasyon Merkezi", "bursa"),
    "uz": ("Namanganda «Alfa» innovatsiya markazi ochildi.", "Alfa", "namangan"),
}


@pytest.mark.parametrize("language", sorted(OPENED))
def test_where_a_center_opened(language: str, drafter: Drafter) -> None:
    text, center, city = OPENED[language]
    draft = drafter.draft(text, source(), language)
    names = {name.entity: name.text for name in draft.names if name.language == language}
    assert (center, "establishedIn", city) in {(names.get(t.subject), t.predicate, t.object) for t in draft.proposals}


def only(drafter: Drafter, text: str, predicate: str) -> Proposal:
    [told] = [told for told in drafter.draft(text, source()).proposals if told.predicate == predicate]
    return told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Estonia joined the Green Data Alliance.", ""),
        ("Estonia will join the Green Data Alliance.", "planned"),
        ("Estonia has not joined the Green Data Alliance.", "denied"),
        ("Эстония присоединилась к Альянсу зелёных данных.", ""),
        ("Эстония планирует присоединиться к Альянсу зелёных данных.", "planned"),
        ("Эстония не присоединилась к Альянсу зелёных данных.", "denied"),
        ('Estoniya "Yaşıl Data" təşəbbüsünə qoşulub.', ""),
        ('Estoniya "Yaşıl Data" təşəbbüsünə qoşulacaq.', "planned"),
        ('Estoniya "Yaşıl Data" təşəbbüsünə qoşulmayıb.', "denied"),
        ("Эстония «Жасыл дата» бастамасына қосылды.", ""),
        ("Эстония «Жасыл дата» бастамасына қосылмақ.", "planned"),
        ("Эстония «Жасыл дата» бастамасына қосылмады.", "denied"),
    ],
)
def test_plans_and_denials(text: str, status: str, drafter: Drafter) -> None:
    assert only(drafter, text, "joined").status == status


@pytest.mark.parametrize(
    "text",
    [
        "If talks go well, Estonia will join the Green Data Alliance.",
        "Estonia may join the Green Data Alliance.",
        "Если переговоры завершатся, Эстония присоединится к Альянсу зелёных данных.",
        'Estoniya ehtimal ki, "Yaşıl Data" təşəbbüsünə qoşulacaq.',
        "Эстония «Жасыл дата» бастамасына қосылуы мүмкін.",
    ],
)
def test_what_is_only_possible_is_not_proposed(text: str, drafter: Drafter) -> None:
    assert not drafter.draft(text, source()).proposals


@pytest.mark.parametrize(
    ("text", "date", "dating"),
    [
        ("Estonia joined the Green Data Alliance on 3 May 2024.", "2024-05-03", ""),
        ("Estonia joined the Green Data Alliance in June 2024.", "2024-06", ""),
        ("Estonia joined the Green Data Alliance in 2024.", "2024", ""),
        ("Estonia joined the Green Data Alliance last year.", "2025", "derived"),
        ("Estonia joined the Green Data Alliance yesterday.", "2026-03-11", "derived"),
        ("Estonia joined the Green Data Alliance on Monday.", "2026-03-09", "derived"),
        ("Эстония присоединилась к Альянсу зелёных данных 10 марта.", "2026-03-10", "derived"),
        ('Estoniya 2024-cü ilin may ayında "Yaşıl Data" təşəbbüsünə qoşulub.', "2024-05", ""),
        ("Эстония былтыр «Жасыл дата» бастамасына қосылды.", "2025", "derived"),
    ],
)
def test_dates(text: str, date: str, dating: str, drafter: Drafter) -> None:
    told = only(drafter, text, "joined")
    assert (told.from_, told.dating) == (date, dating)


def test_a_reference_means_what_was_named_before(drafter: Drafter) -> None:
    text = "The Alfa Innovation Hub trains founders. The Hub is operated by Silknet LLC."
    assert ("Silknet LLC", "operates", "Alfa Innovation Hub") in triples(drafter.draft(text, source()))


def test_known_things_keep_their_ids_in_any_case(drafter: Drafter) -> None:
    text = "SOCAR-la Beynəlxalq Telekommunikasiya İttifaqı arasında saziş imzalanıb."
    parties = {told.subject for told in drafter.draft(text, source()).proposals if told.predicate == "partyTo"}
    assert parties == {"socar", "itu"}


def test_an_unsure_link_is_a_question(drafter: Drafter) -> None:
    draft = drafter.draft("The Regional Acceleration Center was opened in Geneva.", source())
    assert not [told for told in draft.proposals if "regional" in told.subject]
    [question] = draft.questions
    assert question.candidates == (
        "itu-regional-acceleration-center-azerbaijan",
        "itu-regional-acceleration-center-china",
    )


def test_languages_may_be_mixed(drafter: Drafter) -> None:
    text = f"{OPENED['az'][0]}\n\n{OPENED['ru'][0]}\n\n{OPENED['en'][0]}"
    languages = {told.language for told in drafter.draft(text, source()).proposals if told.predicate == "establishedIn"}
    assert languages == {"az", "ru", "en"}


def test_a_minister_signs_in_a_role_for_the_ministry(drafter: Drafter) -> None:
    text = (
        "SOCAR and Silknet LLC signed a memorandum of understanding. "
        "The document was signed by Nino Gelashvili, director of Silknet LLC."
    )
    draft = drafter.draft(text, source())
    [told] = [told for told in draft.proposals if told.predicate == "signed"]
    assert told.qualifiers["onBehalfOf"] == "silknet-llc"
    assert {told.predicate for told in draft.proposals} >= {"holdsPost", "postIn", "partyTo"}
