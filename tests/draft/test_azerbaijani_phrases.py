"""Limits of Azerbaijani names and clauses: themes, hosts, delegations, shared posts, what is only valued."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.relations.azerbaijani_unions import forums_headed, unions_joined_in_azerbaijani
from tests.draft.conftest import source, triples

TOLD = (
    ("Çinar Fondu “Duru” MMC Rauf Bəylinin təşəbbüsü ilə yaranıb.", ("Rauf Bəyli", "initiated", "Duru")),
    ("Narın Universiteti Rauf Bəylinin təşəbbüsü ilə yaradılıb.", ("Rauf Bəyli", "initiated", "Narın Universiteti")),
    (
        "Gəncədə keçirilmiş Türkiyə-Azərbaycan biznes forumunda Çinar Fondu təmsil olunub.",
        ("Çinar Fondu", "participatedIn", "Türkiyə-Azərbaycan biznes forumu"),
    ),
    (
        "Çinar Fondunun sədri Nigar Şirinli Narın Şurasının Baş katibi Bağdad Amanovla görüşüb.",
        ("Bağdad Amanov", "participatedIn", "Görüş"),
    ),
    (
        "Rauf Bəyli Nigar Şirinlinin rəhbərlik etdiyi nümayəndə heyəti ilə görüşündə danışıb.",
        ("Nigar Şirinli", "participatedIn", "Görüşü"),
    ),
    ("Çinar Fondundan “Report”a verilən məlumata görə, forum olacaq.", ("Çinar Fondu", "informed", "report")),
    (
        "“Dağ kəndlərində yaşıl enerji və su ehtiyatlarının qorunması üçün yeni yollar” mövzusunda keçirilən "
        "beynəlxalq konfransda Rauf Bəyli çıxış edib.",
        (
            "Rauf Bəyli",
            "spokeAt",
            "Dağ kəndlərində yaşıl enerji və su ehtiyatlarının qorunması üçün yeni yollar",
        ),
    ),
)
NOT_TOLD = (
    ("Rauf Bəyli Fondun bu forumda təmsil olunmasının məqsədəuyğunluğunu söyləyib.", "participatedIn"),
    ("Fond Azərbaycanın Astanada ticarət evi açmasını alqışlayıb.", "locatedIn"),
    ("Bu fikirləri xarici işlər naziri Rauf Bəyli səsləndirib, Çinar Fondunun məlumatına görə.", "postIn"),
    ("Çinar Fondundan Metbuat.az-a verilən məlumata görə, forumda bank təmsil olunub.", "participatedIn"),
)


@pytest.mark.parametrize(("text", "row"), TOLD)
def test_what_is_told(drafter: Drafter, text: str, row: tuple[str, str, str]) -> None:
    assert row in triples(drafter.draft(text, source(), "az"))


@pytest.mark.parametrize(("text", "predicate"), NOT_TOLD)
def test_what_is_not_told(drafter: Drafter, text: str, predicate: str) -> None:
    assert not [row for row in triples(drafter.draft(text, source(), "az")) if row[1] == predicate]


def test_two_posts_in_one_body(drafter: Drafter) -> None:
    text = "Narın Universitetinin rektoru Rauf Bəyli və elmi işlər üzrə prorektoru Aysel Qaya danışıb."
    rows = drafter.draft(text, source(), "az").proposals
    assert len({row.subject for row in rows if row.predicate == "postIn"}) == 2
    assert len({row.object for row in rows if row.predicate == "postIn"}) == 1


POSTS = (
    ("Xəzər Universitetinin təsisçisi Rauf Bəyli və rektoru Aysel Qaya Bakıda olublar.", "Xəzər Universiteti"),
    ("Narın Akademiyasının Elmi şurasının sədr müavini Misir Bayramlı danışıb.", "Narın Akademiyası"),
    ("Misir Mərdanlı Narın Akademiyasına direktor təyin edilib.", "Narın Akademiyası"),
)
JOINED = (
    ("Narın Universiteti Avropa Texnoparklar Birliyinə üzv olub.", "Avropa Texnoparklar Birliyi"),
    ("Bakı Ali Neft Məktəbi Xəzər Ölkələri Assosiasiyasına qoşulub.", "Xəzər Ölkələri Assosiasiyası"),
)
NEVER = (
    ("Rauf Bəyli qonağa ocağın tədris, elmi işləri barədə məlumat verib. Bu, Narın Universitetidir.", "worksFor"),
    ("Narın Universiteti və Çinar Fondu ortaq layihələr, tədbirlər icra edə bilər.", "cooperatesWith"),
    ("Çinar Fondunun üzvlərinin iclası keçirilib.", "operates"),
    ("Çinar Fondu Gəncədə mərkəz yaratmaq imkanlarını qiymətləndirib.", "founded"),
)


@pytest.mark.parametrize(("text", "body"), POSTS)
def test_bodies_of_posts(drafter: Drafter, text: str, body: str) -> None:
    assert body in {row[2] for row in triples(drafter.draft(text, source(), "az")) if row[1] == "postIn"}


@pytest.mark.parametrize(("text", "union"), JOINED)
def test_unions_are_networks(drafter: Drafter, text: str, union: str) -> None:
    assert union in {row[2] for row in triples(drafter.draft(text, source(), "az")) if row[1] == "joined"}


@pytest.mark.parametrize(("text", "predicate"), NEVER)
def test_restraint(drafter: Drafter, text: str, predicate: str) -> None:
    assert not [row for row in triples(drafter.draft(text, source(), "az")) if row[1] == predicate]


ROWS = (
    (
        "Türkiyənin Azərbaycandakı səfirliyinin mədəniyyət müşaviri Rauf Bəyli danışıb.",
        ("Türkiyənin Azərbaycandakı səfirliyi", "ofCountry", "turkiye"),
    ),
    (
        "Narın Universitetinin rektoru vəzifəsini icra edən dosent Rauf Bəyli danışıb.",
        ("Narın Universitetinin rektoru", "postIn", "Narın Universiteti"),
    ),
    (
        "Rauf Bəyli Narın Universitetinin rektorudur. Səfər zamanı Çinar Fondunun sədri Nigar Şirinli ilə görüşüb.",
        ("Nigar Şirinli", "participatedIn", "Görüş"),
    ),
    (
        "Bakıda forum olub. Forumda Narın Universitetinin müəllim və tələbələri iştirak edib.",
        ("Narın Universiteti", "participatedIn", "Forum"),
    ),
    (
        "Moskvada “Günəş” Mərkəzi Sərgi Kompleksində “Dad” sərgisi açılıb.",
        ("Dad", "heldIn", "“Günəş” Mərkəzi Sərgi Kompleksi"),
    ),
)
NONE = (
    ("Narın Bankı və Çinar Fondunun rəhbər heyətinin iştirakı ilə imzalanma mərasimi keçirilib.", "partyTo"),
    ("Narın Universiteti ilə Çinar Fondu birgə tədqiqatların aparılmasını müzakirə edib.", "cooperatesWith"),
    ("Almaniyada səfərdə olan nazir Rauf Bəyli və sədr Nigar Şirinli iştirak edib.", "participatedIn"),
    ("“Dad” sərgisinin açılış mərasimində Rauf Bəyli çıxış edib.", "openingOf"),
)


@pytest.mark.parametrize(("text", "row"), ROWS)
def test_embassies_acting_heads_and_guests(drafter: Drafter, text: str, row: tuple[str, str, str]) -> None:
    assert row in triples(drafter.draft(text, source(), "az"))


@pytest.mark.parametrize(("text", "predicate"), NONE)
def test_what_only_attends_or_is_discussed(drafter: Drafter, text: str, predicate: str) -> None:
    assert not [row for row in triples(drafter.draft(text, source(), "az")) if row[1] == predicate]


BESIDE = (
    (
        "Kənd Təsərrüfatı Nazirliyi Aqrar Elm Mərkəzinin direktoru Rauf Bəyli danışıb.",
        ("Aqrar Elm Mərkəzi", "subordinateTo", "Kənd Təsərrüfatı Nazirliyi"),
    ),
    (
        "Narın Gənclər Forumu ilə Çinar Fondu arasında protokol imzalanıb. Narın Gənclər Forumunun prezidenti danışıb.",
        ("Narın Gənclər Forumu", "partyTo", "Narın Gənclər Forumu and Çinar Fondu"),
    ),
)


def test_bodies_side_by_side(drafter: Drafter) -> None:
    (text, row), (other, party) = BESIDE
    assert row in triples(drafter.draft(text, source(), "az"))
    assert party[:2] in {told[:2] for told in triples(drafter.draft(other, source(), "az"))}


def test_acting_heads_run_nothing(drafter: Drafter) -> None:
    text = "“Report”a bunu Narın Bankının sədri vəzifəsini icra edən Rauf Bəyli deyib."
    told = {row[1] for row in triples(drafter.draft(text, source(), "az"))}
    assert not told & {"operates", "worksFor"}


def test_long_words_do_not_make_it_crawl() -> None:
    for text in ("a" * 2_000_000, "birliyi" * 200_000, "forumunun " * 100_000):
        assert not unions_joined_in_azerbaijani(text)
        assert not forums_headed(text)
