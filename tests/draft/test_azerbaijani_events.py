"""Azerbaijani articles: signings in other words, legal acts, gatherings, who works with whom, what tells nothing."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = (
    (
        "Müvafiq sənəd fevralın 17-də Gəncədə imzalanıb. "
        "Sənədə Narın Universitetinin rektoru Rauf Bəyli və Çinar İnstitutunun direktoru Nigar Şirinli qol çəkiblər.",
        {
            ("Narın Universiteti", "partyTo", "Sənəd"),
            ("Çinar İnstitutu", "partyTo", "Sənəd"),
            ("Rauf Bəyli", "signed", "Sənəd"),
            ("Sənəd", "signedIn", "Ganja"),
        },
    ),
    (
        "Nazirlər Kabinetinin martın 2-də qəbul etdiyi qərara əsasən Gəncədə «Çinar» Sınaq Mərkəzi yaradılıb.",
        {
            ("Qərar", "issuedBy", "Nazirlər Kabineti"),
            ("“Çinar” Sınaq Mərkəzi", "establishedUnder", "Qərar"),
        },
    ),
    (
        "Narın Universiteti SOCAR-la birgə tələbələr üçün məktəb keçirir.",
        {("Narın Universiteti", "cooperatesWith", "socar")},
    ),
    ("Martın 3-də Gəncədə beynəlxalq forum keçirilib.", {("Beynəlxalq forum", "heldIn", "Ganja")}),
    (
        "SOCAR «Çinar Data» şirkətinin ortağıdır. Hazırda şirkət İqtisadiyyat Nazirliyinə tabedir.",
        {("Çinar Data", "subordinateTo", "ministry-of-economy-azerbaijan")},
    ),
)
SPOKEN = (
    (
        "Narın Universitetinin rektoru Rauf Bəyli danışır.\n– Sentyabrda Gəncədə filialımız fəaliyyətə başlayacaq.",
        {("Filial", "belongsTo", "Narın Universiteti"), ("Filial", "establishedIn", "Ganja")},
    ),
    (
        "Narın Universitetinin yeni prorektoru Türkiyədən gəlmiş professor Mehmet Yıldızdır.",
        {("Mehmet Yıldız", "holdsPost", "Narın Universitetinin yeni prorektoru")},
    ),
    (
        "«Dalğa» layihəsi böyüyür. İdeyanın müəllifi SOCAR-dır, icrasını isə Narın Universiteti öz üzərinə götürüb.",
        {("Narın Universiteti", "operates", "Dalğa"), ("socar", "initiated", "Dalğa")},
    ),
    (
        "«Xəzər Yelkən», «Mavi Güc» və «Bora» şirkətlərinin bir araya gəlməsi ilə «Dəniz» klasteri yaranıb.",
        {("Bora", "formed", "Dəniz"), ("Mavi Güc", "formed", "Dəniz"), ("Xəzər Yelkən", "formed", "Dəniz")},
    ),
)
SAID = (
    (
        "«Çinar» şirkəti böyüyür. O, «Dalğa» layihəsinin icraçısıdır və SOCAR-la əməkdaşlıq edir.",
        {("Çinar", "operates", "Dalğa"), ("Çinar", "cooperatesWith", "socar")},
    ),
    (
        "«Mavi» şirkətinin Azərbaycan üzrə direktoru Rauf Bəyli danışdı.",
        {("«Mavi» şirkətinin Azərbaycan üzrə direktoru".replace("«", "“").replace("»", "”"), "postIn", "Mavi")},
    ),
    (
        "Türkiyənin Qars şəhərindəki Narın Universiteti böyüyür.",
        {("Narın Universiteti", "ofCountry", "turkiye"), ("Narın Universiteti", "locatedIn", "Kars")},
    ),
    ("Dünya Bankı ilə Narın Fondu saziş imzalayıb.", {("Dünya Bankı", "partyTo", "Saziş")}),
)
NOTHING = (
    "– Gəncədə filial açacaqsınız?",
    "Növbəti «Dalğa» forumu Şəkidə keçiriləcək.",
    "Bulud Fondunun sədri Rauf Bəyli deyib ki, memorandum imzalanacaq.",
)


def drafted(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    found = triples(drafter.draft(text, source(), "az"))
    return found | {(b, p, a) for a, p, b in found if p == "cooperatesWith"}


@pytest.mark.parametrize(("text", "told"), [*TOLD, *SPOKEN, *SAID])
def test_what_happened(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    plain = {tuple(part.replace("«", "“").replace("»", "”") for part in row) for row in drafted(drafter, text)}
    assert told <= plain


@pytest.mark.parametrize("text", NOTHING)
def test_what_tells_nothing_of_what_happened(drafter: Drafter, text: str) -> None:
    assert {predicate for _, predicate, _ in drafted(drafter, text)} <= {"holdsPost", "postIn"}
