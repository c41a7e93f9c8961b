"""Turkish posts: their seats, what stands between a body and a post, where somebody or something is from."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

SEATS = [
    ("Delta Enstitüsü'nün müdürlüğüne Prof. Dr. Nevra Tanyeli getirildi.", "Nevra Tanyeli", "Delta Enstitüsü"),
    ("Lale Vakfı başkanlığına seçilen Ayşe Karaman, görevi Mehmet Öz'den devraldı.", "Ayşe Karaman", "Lale Vakfı"),
    ("Tuna Holding Finans Direktörlüğü görevine Selim Kaya atandı.", "Selim Kaya", "Tuna Holding"),
    ("Gediz Robotik'te değişim: genel müdürlük koltuğunu 19 Ocak'ta Defne Arıcan devraldı.", "Defne Arıcan",
     "Gediz Robotik"),
    ("Ova Teknoparkı'nın yönetim kurulu başkanlığı koltuğunda artık Sevgi Hancı oturuyor.", "Sevgi Hancı",
     "Ova Teknoparkı"),
    ("Açılışta Tuna Holding İnsan Kaynakları Müdürü Ece Taş konuştu.", "Ece Taş", "Tuna Holding"),
    ("SOCAR Enerji Verimliliği Müdürü Selim Kaya toplantıya geldi.", "Selim Kaya", "socar"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "body"), SEATS)
def test_a_post_is_held_in_its_body(drafter: Drafter, text: str, person: str, body: str) -> None:
    found = triples(drafter.draft(text, source(), "tr"))
    posts = {post for who, predicate, post in found if predicate == "holdsPost" and who == person}
    assert posts and {(post, "postIn", body) for post in posts} & found


FORMER = [
    "Bilgi Vakfı kuruldu. Ayşe Karaman, daha önce Lale Enstitüsü'nde dekanlık görevini yürütüyordu.",
    "YENİ GENEL MÜDÜR: AYŞE KARAMAN",
]


@pytest.mark.parametrize("text", FORMER)
def test_a_seat_that_was_or_a_heading_is_no_post(drafter: Drafter, text: str) -> None:
    assert not [each for each in triples(drafter.draft(text, source(), "tr")) if each[1] == "holdsPost"]


ORIGINS = [
    ("İzmirli yazılım girişimi Pamuk Veri dün ödül aldı.", ("Pamuk Veri", "locatedIn", "İzmir")),
    ("Kazakistan menşeli Dala Enerji fuara katıldı.", ("Dala Enerji", "ofCountry", "Kazakistan")),
    ("Gürcistan'dan Batum Yenilik Merkezi fuara katıldı.", ("Batum Yenilik Merkezi", "ofCountry", "Gürcistan")),
    ("İtalyan enerji devi Enexa fuara katıldı.", ("Enexa", "ofCountry", "İtalya")),
    ("Çinli Hongşan Kompozit şirketi ödül aldı.", ("Hongşan Kompozit", "ofCountry", "china")),
]


@pytest.mark.parametrize(("text", "told"), ORIGINS)
def test_where_a_body_is_from(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    draft = drafter.draft(text, source(), "tr")
    names = {(name.entity, name.text) for name in draft.names}
    subject, predicate, object_ = told
    assert any(
        t.predicate == predicate
        and (t.subject, subject) in names
        and (t.object == object_ or (t.object, object_) in names)
        for t in draft.proposals
    )


def test_a_surname_made_from_a_town_is_no_town(drafter: Drafter) -> None:
    found = triples(drafter.draft("Tuna Holding Genel Müdürü Ahmet Konyalı toplantıya geldi.", source(), "tr"))
    assert not [each for each in found if each[1] == "locatedIn"]
