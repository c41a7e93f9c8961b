"""Where Azerbaijani gatherings are, who holds them and who speaks there; words that only open sentences."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

FORUM = "Narın Texnologiya Forumu"

TOLD = [
    ("Gənc Mühəndislər forumunu mayın 3-də Gəncə qəbul edib.", ("Gənc Mühəndislər forumu", "heldIn", "Ganja")),
    ("Narın Texnologiya Forumunun məkanı Şəkidir.", (FORUM, "heldIn", "Shaki")),
    (
        "Narın Texnologiya Forumunun təşkili Alpan Fonduna və Doruk Universitetinə tapşırılıb.",
        ("Doruk Universiteti", "operates", FORUM),
    ),
    (
        "Narın Texnologiya Forumunda söz alanlar bunlardır: Elçin Narlı, Aynur Toxlu və Rauf Dənli.",
        ("Rauf Dənli", "spokeAt", FORUM),
    ),
    (
        "Narın Texnologiya Forumu keçirilib. Gələnlər arasında Elçin Narlı və Aynur Toxlu olub.",
        ("Aynur Toxlu", "participatedIn", FORUM),
    ),
    ("Narın Texnologiya Forumunda söz Elçin Narlıya verilib.", ("Elçin Narlı", "spokeAt", FORUM)),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_hosts_and_speakers(text: str, fact: tuple[str, str, str], drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "az"))
    assert fact in told, sorted(told)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bayramı Lerik şəhərində Alpan Fondu təşkil edib. Bayram üç gün davam edib.", "Bayramı Lerik"),
        ("Natiqlər vətəndaş cəmiyyətinin Alpan Fondu ilə imzaladığı memorandumdan danışıblar.", "Natiqlər"),
        ("Cavabında R.Bəyli Alpan Fondunun sədri olduğunu deyib.", "Cavabında"),
    ],
)
def test_what_opens_a_sentence_is_no_name(text: str, name: str, drafter: Drafter) -> None:
    drafts = drafter.draft(text, source(), "az")
    assert drafts.proposals or drafts.things
    assert not [each.text for each in drafts.names if each.text.startswith(name)]
