"""An envoy's post is of the country that sends, in whatever way the host is told."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "language", "sender"),
    [
        (
            "Tacikistan Respublikasının Azərbaycandakı fövqəladə və səlahiyyətli səfiri Anar Lunov çıxış edib.",
            "az",
            "TJ",
        ),
        ("Polşanın Azərbaycandakı səfiri Anar Lunov çıxış edib.", "az", "PL"),
        ("Polsha Respublikasining Oʻzbekistondagi elchisi Anvar Toshev tadbirda qatnashdi.", "uz", "PL"),
        ("Polonya'nın Ankara Büyükelçisi Mehmet Kayan toplantıya katıldı.", "tr", "PL"),
        ("Polonya'nın Azerbaycan Büyükelçisi Mehmet Kayan toplantıya katıldı.", "tr", "PL"),
        ("Польшаның Қазақстандағы елшісі Асқар Сәлімов сөз сөйледі.", "kk", "PL"),
        ("Посол Польши в Казахстане Олан Брасков выступил на форуме.", "ru", "PL"),
        ("Poland's Ambassador to Kazakhstan, Anna Reed, spoke at the forum.", "en", "PL"),
    ],
)
def test_the_post_is_of_the_sender(drafter: Drafter, text: str, language: str, sender: str) -> None:
    draft = drafter.draft(text, source(), language)
    told = {each.object for each in draft.proposals if each.predicate == "postIn"}
    assert told == {{"PL": "poland", "TJ": "tajikistan"}[sender]}


def test_a_town_of_the_host_is_in_no_senders_country(drafter: Drafter) -> None:
    text = "Polonya'nın Ankara Büyükelçisi Mehmet Kayan toplantıya katıldı."
    assert not any(each[1] == "locatedIn" for each in triples(drafter.draft(text, source(), "tr")))
