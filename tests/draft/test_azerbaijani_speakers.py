"""Azerbaijani gatherings by their place, by who holds and who receives them, and by the nouns for those who spoke."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

PEOPLE = "Narın Universitetinin rektoru Rauf Bəyli, Çinar Fondunun sədri Nigar Şirinli"
"""Two people with their posts, as lists of those who spoke have them."""

PLACES = (
    ("Gəncə forumun iclasına ev sahibliyi edib.", "Ganja"),
    ("Quba rayonu Çinar Fondunun festivalını qəbul edib.", "Guba"),
    ("Festivalı Lerik şəhəri qəbul edib.", "Lerik"),
    ("İki gün davam edən forumu Gəncə qəbul edəcək.", "Ganja"),
    ("15-ci yekun konfransın ünvanı Gəncə olacaq.", "Ganja"),
    ("Forumun məkanı Şəki şəhəridir.", "Shaki"),
    ("Gənclər Şurası 12-ci sessiyasını Şəkidə keçirmişdir.", "Shaki"),
    ("“Lalə” hotelində Çinar Fondunun təqdimat mərasimi keçirilib.", "Lalə"),
)
HOSTS = (
    ("Forumun təşkili Mədəniyyət Nazirliyinə və Çinar Fonduna tapşırılıb.", {"Mədəniyyət Nazirliyi", "Çinar Fondu"}),
    ("Konfransın hazırlanması Narın Universitetinə həvalə olunub.", {"Narın Universiteti"}),
    ("Konfransın təşkilatçıları Narın Universiteti və Çinar Fondudur.", {"Narın Universiteti", "Çinar Fondu"}),
    (
        "Qonaqların dediyinə görə, iclası Çinar Fondu və Narın Universiteti birlikdə təşkil ediblər.",
        {"Narın Universiteti", "Çinar Fondu"},
    ),
)
SPOKEN = (
    f"Gəncədə forum keçirilib. Açılışda söz alanlar bunlardır: {PEOPLE}.",
    f"Gəncədə konfrans keçirilib. Konfransda çıxış edənlər: {PEOPLE}.",
    f"Gəncədə konfrans keçirilib. Tədbirdə çıxış edənlər arasında {PEOPLE} olub.",
    f"Şəkidə forum keçirilib. Natiqlər: {PEOPLE}.",
)
CAME = (
    f"Şəkidə seminar keçirilib. Tədbirin qonaqları arasında {PEOPLE} vardı.",
    f"Şəkidə festival keçirilib. Festivala gələnlər arasında {PEOPLE} və tələbələr olub.",
)
ONE = (
    "Şəkidə mərasim keçirilib. Mərasimin açılışını Çinar Fondunun sədri Nigar Şirinli edib.",
    "Şəkidə mərasim keçirilib. İlk söz Çinar Fondunun sədri Nigar Şirinliyə verilib.",
    "Şəkidə seminar keçirilib. Seminarın moderatoru Çinar Fondunun sədri Nigar Şirinli idi.",
)


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_where_a_gathering_is(drafter: Drafter, text: str, place: str) -> None:
    assert {row[2] for row in triples(drafter.draft(text, source(), "az")) if row[1] == "heldIn"} == {place}


@pytest.mark.parametrize(("text", "hosts"), HOSTS)
def test_who_holds_a_gathering(drafter: Drafter, text: str, hosts: set[str]) -> None:
    assert {row[0] for row in triples(drafter.draft(text, source(), "az")) if row[1] == "operates"} == hosts


@pytest.mark.parametrize("text", SPOKEN)
def test_lists_of_those_who_spoke(drafter: Drafter, text: str) -> None:
    told = triples(drafter.draft(text, source(), "az"))
    assert {row[0] for row in told if row[1] == "spokeAt"} == {"Rauf Bəyli", "Nigar Şirinli"}


@pytest.mark.parametrize("text", CAME)
def test_lists_of_those_who_came(drafter: Drafter, text: str) -> None:
    told = triples(drafter.draft(text, source(), "az"))
    assert {row[0] for row in told if row[1] == "participatedIn"} == {"Rauf Bəyli", "Nigar Şirinli"}


@pytest.mark.parametrize("text", ONE)
def test_one_who_spoke(drafter: Drafter, text: str) -> None:
    told = triples(drafter.draft(text, source(), "az"))
    assert {row[0] for row in told if row[1] == "spokeAt"} == {"Nigar Şirinli"}


def test_words_that_only_open_a_sentence(drafter: Drafter) -> None:
    """Words with a capital because they open a sentence stay out of the names behind them."""
    text = "Natiqlər Çinar Fondunun işindən danışıblar. Cavabında R.Bəyli Çinar Fondunun sədri olduğunu deyib."
    names = {name.text for name in drafter.draft(text, source(), "az").names}
    assert not {name for name in names if name.startswith(("Natiqlər", "Cavabında"))}
    text = "Məqsədi bayramı qeyd etməkdir. Bayramı Lerik Universiteti təşkil edib."
    names = {name.text for name in drafter.draft(text, source(), "az").names}
    assert "Bayramı Lerik Universiteti" not in names


def test_what_owns_the_first_of_two_names(drafter: Drafter) -> None:
    """A country in the genitive before two schools of one head owns them and is in the name of none."""
    text = "Narın Universiteti Türkiyənin Alpan və Doruk universitetləri ilə memorandum imzalayıb."
    told = triples(drafter.draft(text, source(), "az"))
    assert {row[0] for row in told if row[1] == "partyTo"} == {
        "Narın Universiteti", "Alpan universiteti", "Doruk universiteti",
    }  # fmt: skip
