"""Members of networks in lists: their countries in brackets, parks and clusters among them, what opens a sentence."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

LISTS = [
    ("New members of the Danube Parks Network are Oulu Campus (Finland) and Kutaisi Labs (Georgia).", "Kutaisi Labs"),
    ("Established in 2016 in Vadodara, the Rann Data Hub is part of the Danube Parks Network.", "Rann Data Hub"),
    ("Новыми членами сети «Дунай» стали «Тбилиси Лаб» (Грузия), «Лес Парк» (Болгария) и «Днестр» (Молдова).", "Днестр"),
    ("«Дунай» желісінің жаңа мүшелері – «Тбилиси Лаб» (Грузия) және «Лес» (Болгария).", "Лес"),
    ("«Qostanai Tech» кластері «Дунай» желісінің мүшесі.", "Qostanai Tech"),
    ('"Dunay" şəbəkəsinə "Tbilisi Lab", "Meşə Park" və Şəki Universiteti daxildir.', "Şəki Universiteti"),
    ('Şəki Universiteti "Dunay" konsorsiumuna üzv qəbul edilib.', "Şəki Universiteti"),
]


@pytest.mark.parametrize(("text", "member"), LISTS)
def test_the_last_of_a_list_is_a_member_too(drafter: Drafter, text: str, member: str) -> None:
    found = triples(drafter.draft(text, source()))
    networks = {"Danube Parks Network", "Дунай", "Dunay"}
    assert any(s == member and p in ("joined", "memberOf") and o in networks for s, p, o in found), found


def test_a_country_in_brackets_is_that_of_the_name_before_it(drafter: Drafter) -> None:
    text = "New members of the Danube Parks Network are Oulu Campus (Finland) and Kutaisi Labs (Georgia)."
    found = {(s, o) for s, p, o in triples(drafter.draft(text, source())) if p == "ofCountry"}
    assert found == {("Oulu Campus", "Finland"), ("Kutaisi Labs", "Georgia")}
