"""Who holds which Azerbaijani post in which body: said of a subject, after what was done, names in the genitive."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.reading import Reader
from tests.draft.conftest import held, source, triples


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Rəşad Quliyev Narın Universitetinin rektorudur.", "Rəşad Quliyev", "Narın Universiteti"),
        ("Rəşad Quliyev Narın Universitetinin baş mühəndisidir.", "Rəşad Quliyev", "Narın Universiteti"),
        ("Mükafatı Narın Agentliyinin direktoru Rəşad Quliyev təqdim edib.", "Rəşad Quliyev", "Narın Agentliyi"),
        ("Diplomları Narın Agentliyinin sədri Rəşad Quliyev verib.", "Rəşad Quliyev", "Narın Agentliyi"),
        (
            "Mərasim Narın Agentliyinin sədri Mehmet Yalvazın iştirakı ilə keçirilib.",
            "Mehmet Yalvaz",
            "Narın Agentliyi",
        ),
        ("Narın Agentliyinin mətbuat katibi Rəşad Quliyev çıxış edib.", "Rəşad Quliyev", "Narın Agentliyi"),
        ("Narın Bankının baş direktorunun müavini Rəşad Quliyev gəlib.", "Rəşad Quliyev", "Narın Bankı"),
        ("Samir Babazadə Avropa Komissiyasının müşaviri təyin edilib.", "Samir Babazadə", "Avropa Komissiyası"),
    ],
)
def test_who_holds_a_post(text: str, person: str, body: str, drafter: Drafter) -> None:
    assert held(drafter, text, "az") == {(person, body)}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Narın Agentliyi Hərbi-texniki təminat şöbəsi yaradıb.", {"Narın Agentliyi"}),
        ("Narın Bankının Regional prezidenti Rəşad Quliyev gəlib.", {"Narın Bankı"}),
        (
            "Sənəd Narın Bankı ilə Kənd Təsərrüfatı və Ərzaq Nazirliyi arasında imzalanıb.",
            {"Narın Bankı", "Kənd Təsərrüfatı və Ərzaq Nazirliyi"},
        ),
    ],
)
def test_what_is_a_body(text: str, bodies: set[str], drafter: Drafter) -> None:
    read = Reader(drafter.known, drafter.schema).read(text, "az")
    told = {m.name for each in read for m in each.mentions if drafter.schema.is_a(m.class_name, "Organisation")}
    assert told == bodies


@pytest.mark.parametrize(
    "before",
    ["", "Professor ", "Tern Bankın sədri, professor ", "Bankın sədri vəzifəsini icra edən "],
)
def test_who_meets_somebody_ends_before_the_body_of_the_other(before: str, drafter: Drafter) -> None:
    text = f"{before}Anar Lunov Teymur Universitetinin rektoru, professor Emin Qasımov ilə görüşüb."
    assert ("Emin Qasımov", "Teymur Universiteti") in held(drafter, text, "az")
    assert "Anar Lunov Teymur" not in {end for told in triples(drafter.draft(text, source(), "az")) for end in told}


@pytest.mark.parametrize("name", ["Anar Lunov Mərkəzi"])
def test_a_body_may_be_called_by_a_person(name: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(f"“Teymur” şirkəti {name} ilə memorandum imzalayıb.", source(), "az"))
    assert name in {subject for subject, predicate, _ in told if predicate == "partyTo"}
