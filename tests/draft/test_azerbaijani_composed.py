"""Azerbaijani pieces between two ends of a relation that change nothing of it: titles, acronyms, what one is."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

_RECTOR = ("Çağan Velidağ", "holdsPost", "Narın Universitetinin rektoru")
TOLD = (
    ("Narın Universitetinin rektoru professor, doktor Çağan Velidağ gəlib.", {_RECTOR}),
    ("Narın Universitetinin rektoru, t.e.d., prof. Çağan Velidağ gəlib.", {_RECTOR}),
    ("Narın Universitetinin rektoru, əməkdar müəllim, dos. Dr. Çağan Velidağ gəlib.", {_RECTOR}),
    ("Narın Universitetinin rektoru Çağan Velidağ Çinar Universitetində olub.", {_RECTOR}),
    (
        "Narın Universitetinin Bakı koordinatoru Çağan Velidağ gəlib.",
        {("Narın Universitetinin Bakı koordinatoru", "postIn", "Narın Universiteti")},
    ),
    ("Narın Universitetinin rektoru professor Çağan Velidağ tədbiri açıb.", {_RECTOR}),
    ("Narın Universitetinin rektoru professor Çağan Velidağ İnnovasiyalar Evinin qonağıdır.", {_RECTOR}),
    (
        "«Bora» şirkəti tanınıb. Onu quran Cavid Mürsəlli və fəlsəfə doktoru, professor Nərgiz Bəyli Bakıdadır.",
        {("Cavid Mürsəlli", "founded", "Bora"), ("Nərgiz Bəyli", "founded", "Bora")},
    ),
    ("Çinar Fondunun Azərbaycan nümayəndəsi Çağan Velidağ gəlib.", {("Çağan Velidağ", "represents", "Çinar Fondu")}),
    (
        "Narın Forumunun (NF) prezidenti Rauf Bəyli gəlib.",
        {("Narın Forumunun (NF) prezidenti", "postIn", "Narın Forumu")},
    ),
    (
        "Narın Universitetinin (NUT) Qazax filialı ilə Çinar Fondu arasında memorandum imzalanıb.",
        {("Qazax filialı", "belongsTo", "Narın Universiteti"), ("Qazax filialı", "partyTo", "Memorandum")},
    ),
    (
        'Türkiyənin ən böyük şirkətlərindən biri olan "Bora" şirkəti Gəncədə filial açıb.',
        {("Bora", "ofCountry", "turkiye")},
    ),
    (
        'Tədbirdə Narın Universiteti və ölkənin ilk texnoparklarından sayılan "Qaya" Texnoparkı iştirak edib.',
        {("Narın Universiteti", "participatedIn", "Tədbir"), ("Qaya", "participatedIn", "Tədbir")},
    ),
    (
        "Gəncə Tarix-Diyarşünaslıq Muzeyinin direktoru Rauf Bəyli gəlib.",
        {("Gəncə Tarix-Diyarşünaslıq Muzeyinin direktoru", "postIn", "Gəncə Tarix-Diyarşünaslıq Muzeyi")},
    ),
    (
        "Gəncə Regional Mədəniyyət İdarəsinin rəisi Rauf Bəyli gəlib.",
        {("Gəncə Regional Mədəniyyət İdarəsinin rəisi", "postIn", "Gəncə Regional Mədəniyyət İdarəsi")},
    ),
    (
        "Nazir Rauf Bəyli Çinar Fondunun sədri Con Braytın rəhbərlik etdiyi nümayəndə heyətini qəbul edib.",
        {("Rauf Bəyli", "participatedIn", "Görüş"), ("Con Brayt", "participatedIn", "Görüş")},
    ),
    (
        "Nazir Rauf Bəyli Çinar Fondunun sədri Con Brayt və onu müşayiət edən nümayəndə heyəti ilə görüşüb.",
        {("Rauf Bəyli", "participatedIn", "Görüş"), ("Con Brayt", "participatedIn", "Görüş")},
    ),
    (
        "Gəncədə yerləşən regionun ən böyük mərkəzlərindən olan «Qaya» Mərkəzi genişlənir.",
        {("Qaya", "locatedIn", "Ganja")},
    ),
    (
        "«Bora» şirkəti Gəncədə filial açıb.",
        {("Bora", "founded", "Filial"), ("Filial", "belongsTo", "Bora"), ("Filial", "establishedIn", "Ganja")},
    ),
    (
        "Sənayenin İnkişafı Agentliyi – SİA-nın rəhbəri Rauf Bəyli gəlib.",
        {("Sənayenin İnkişafı Agentliyi – SİA-nın rəhbəri", "postIn", "Sənayenin İnkişafı Agentliyi")},
    ),
    (
        "Sənaye üzrə Dövlət Agentliyi Gəncədədir. Dövlət Agentliyinin «Qaya» Mərkəzi də açılıb.",
        {("Qaya", "belongsTo", "Sənaye üzrə Dövlət Agentliyi")},
    ),
    (
        "Sənədi Narın Universiteti tərəfdən rektor Rauf Bəyli, Çinar Fondu tərəfdən isə sədr Nigar Velidağ imzalayıb.",
        {("rektor", "postIn", "Narın Universiteti"), ("sədr", "postIn", "Çinar Fondu")},
    ),
    (
        "«Qaya» İnnovasiya Mərkəzi var. Ötən il Mərkəz Narın Universiteti ilə memorandum imzalayıb.",
        {("Narın Universiteti", "partyTo", "Memorandum")},
    ),
    (
        "Tədbirə qatılan Çinar Fondunun sədri Rauf Bəyli danışıb.",
        {("Rauf Bəyli", "participatedIn", "Tədbir")},
    ),
    (
        '"Bora" Narın Universiteti Texnoparkında qurduğu Araşdırma Mərkəzində çalışır.',
        {
            ("Bora", "founded", "Araşdırma Mərkəzi"),
            ("Narın Universiteti Texnoparkı", "belongsTo", "Narın Universiteti"),
        },
    ),
    ('"Bora" şirkəti Gəncədə Araşdırma Mərkəzi qurub.', {("Bora", "founded", "Araşdırma Mərkəzi")}),
    (
        'Layihə Narın Agentliyinin "Çinar" İnkubasiya və Akselerasiya Mərkəzi tərəfindən icra olunur.',
        {('"Çinar" İnkubasiya və Akselerasiya Mərkəzi', "belongsTo", "Narın Agentliyi")},
    ),
    ('ABŞ-ın Texas ştatında "Qaya" Mərkəzi yaradılıb.', {("Qaya", "establishedIn", "Texas")}),
)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_stands_between_changes_nothing(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= triples(drafter.draft(text, source(), "az"))


AGAIN = (
    (
        "Narın Universitetinin rektoru Rauf Bəyli gəlib. Universitetin rektoru qonaq Nigar Şirinli ilə görüş keçirib.",
        ("Rauf Bəyli", "participatedIn", "Görüş"),
    ),
    (
        "Çinar Fondunun sədri Rauf Bəyli Gəncədədir. Çinar Fondunun sədri «Qaya» forumunda çıxış edib.",
        ("Rauf Bəyli", "spokeAt", "Qaya"),
    ),
    (
        "Rauf Bəyli Gəncəyə gəlib. O, Narın Universitetinə rektor təyin olunub.",
        ("Narın Universitetinə rektor", "postIn", "Narın Universiteti"),
    ),
    (
        "Rauf Bəyli Gəncəyə gəlib. R.Bəyli Narın Universitetinin rektoru təyin edilib.",
        ("Rauf Bəyli", "holdsPost", "Narın Universitetinin rektoru"),
    ),
    (
        "Türkiyənin Azərbaycana yeni təyin olunmuş səfiri Rauf Bəyli gəlib.",
        ("Rauf Bəyli", "holdsPost", "Türkiyənin Azərbaycana yeni təyin olunmuş səfiri"),
    ),
    (
        "Azərbaycanın Çindəki Səfirliyinin müvəqqəti işlər vəkili Rauf Bəyli gəlib.",
        ("Rauf Bəyli", "holdsPost", "Azərbaycanın Çindəki Səfirliyinin müvəqqəti işlər vəkili"),
    ),
    (
        "Narın Nazirliyinin Mətbuat və İctimaiyyətlə Əlaqələr müşaviri Rauf Bəyli gəlib.",
        ("Narın Nazirliyinin Mətbuat və İctimaiyyətlə Əlaqələr müşaviri", "postIn", "Narın Nazirliyi"),
    ),
    (
        "Azərbaycanın Batumidəki baş konsulu Rəşad Vəlidovun Şota Beridze adına Batumi Universitetində görüşü olub.",
        ("Rəşad Vəlidov", "holdsPost", "Azərbaycanın Batumidəki baş konsulu"),
    ),
    (
        "«Bora» MMC tanınıb. Burada şirkətin direktoru Rauf Bəyli çıxış edib.",
        ("şirkətin direktoru", "postIn", "Bora"),
    ),
    (
        "Çinar Fondunun sədri Rauf Bəyli, Nəzarət şöbəsinin müdiri Nigar Şirinli gəlib.",
        ("şöbəsinin müdiri", "postIn", "Çinar Fondu"),
    ),
    (
        "Müqaviləni Narın Universiteti tərəfindən rektor Rauf Bəyli imzalayıb.",
        ("rektor", "postIn", "Narın Universiteti"),
    ),
    (
        "Bakıda «Yeni siyasət» mövzusunda VII Qlobal Narın Forumu işə başlayıb.",
        ("VII Qlobal Narın Forumu", "heldIn", "baku"),
    ),
    (
        "Torpaqşünaslıq və Aqrokimya İnstitutunun direktoru Rauf Bəyli gəlib.",
        ("Torpaqşünaslıq və Aqrokimya İnstitutunun direktoru", "postIn", "Torpaqşünaslıq və Aqrokimya İnstitutu"),
    ),
    (
        "Səlahiyyətlər Narın Universitetinin prorektoru Rauf Vəliyevə həvalə olunub.",
        ("Rauf Vəliyev", "holdsPost", "Narın Universitetinin prorektoru"),
    ),
)
SHARED = (
    ("Narın Universitetinin prorektorları Rauf Bəyli və Nigar Velidağ gəlib.", "Narın Universiteti"),
    ("Milli Məclisin deputatları Rauf Bəyli, Nigar Velidağ çıxış edib.", "Milli Məclis"),
    ("Görüşdə Çinar Fondunun mütəxəssisləri Rauf Bəyli və Nigar Velidağ olub.", ""),
)
NOT_TOLD = (
    (
        "Narın Universitetinin rektoru Rauf Bəyli ötən payızda öz xahişi ilə tutduğu vəzifədən azad edilib.",
        ("Rauf Bəyli", "holdsPost", "Narın Universitetinin rektoru"),
    ),
    (
        "Çinar Fondunun Narın Mərkəzi ilə əməkdaşlığı genişləndirməkdə maraqlı olduğu bildirilib.",
        ("Narın Mərkəzi", "belongsTo", "Çinar Fondu"),
    ),
    ("İngilis dilində «Amerikan» sözü nadirdir.", ("Amerikan", "ofCountry", "united-kingdom")),
    (
        "Türkiyə və Gürcüstanın iqtisadiyyat nazirləri Rauf Bəyli və Nigar Velidağ gəlib.",
        ("Rauf Bəyli", "holdsPost", "Gürcüstanın iqtisadiyyat nazir"),
    ),
    (
        "Qonaqlar Narın Universitetinin rektoru Rauf Bəyli ilə görüşüblər.",
        ("Nigar Şirinli", "participatedIn", "Görüş"),
    ),
    (
        "İstifadəyə verilən «Bora» MMC-nin boru istehsalı müəssisəsi Gəncədədir.",
        ("Bora", "establishedIn", "Ganja"),
    ),
    (
        "Narın Universitetinin rektoru Rauf Bəyli və Çinar Fondunun təsisçisi, sədri Nigar Şirinli gəlib.",
        ("Rauf Bəyli", "founded", "Çinar Fondu"),
    ),
    (
        "Nazir Rauf Bəylinin rəhbərlik etdiyi nümayəndə heyəti Çinar Fondunu ziyarət edib.",
        ("Rauf Bəyli", "worksFor", "Çinar Fondu"),
    ),
    (
        "Çinar Fondu adından çıxış edən Rauf Bəyli imzalanmış protokoldan danışıb.",
        ("Çinar Fondu", "partyTo", "Protokol"),
    ),
    (
        "Türkiyədə fəaliyyət göstərən «Bora» şirkəti ilə Çinar Fondu arasında memorandum imzalanıb.",
        ("Çinar Fondu", "locatedIn", "turkiye"),
    ),
    (
        "Narın Universitetinin sonuncu rektoru Rauf Bəyli olub.",
        ("Rauf Bəyli", "holdsPost", "Narın Universitetinin sonuncu rektoru"),
    ),
    (
        "Bakıda forum keçirilib. Rektor Rauf Bəyli «Dalğa» sərgisindən danışıb. Tədbirdə Nigar Şirinli çıxış edib.",
        ("Nigar Şirinli", "spokeAt", "Dalğa"),
    ),
)


@pytest.mark.parametrize(("text", "told"), AGAIN)
def test_who_was_named_before_is_meant_again(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    assert told in triples(drafter.draft(text, source(), "az"))


@pytest.mark.parametrize(("text", "told"), NOT_TOLD)
def test_what_is_of_another_is_not_told(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    assert told not in triples(drafter.draft(text, source(), "az"))


@pytest.mark.parametrize(("text", "body"), SHARED)
def test_all_of_a_list_have_a_post_in_the_plural(drafter: Drafter, text: str, body: str) -> None:
    told = triples(drafter.draft(text, source(), "az"))
    holders = {s for s, p, _ in told if p in ("holdsPost", "represents")}
    assert holders == {"Rauf Bəyli", "Nigar Velidağ"}
    assert not body or body in {o for _, p, o in told if p == "postIn"}
