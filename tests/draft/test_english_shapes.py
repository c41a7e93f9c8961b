"""Where English names begin and end, and which of them are people's: particles, initials, places, fields of work."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.reading import Reader

_PERSON = "Person"


def named(drafter: Drafter, text: str) -> dict[str, bool]:
    """The names that a text has as it writes them, and whether each is a person's."""
    read = Reader(drafter.known, drafter.schema).read(text, "en")
    return {text[m.start : m.end]: m.class_name == _PERSON for each in read for m in each.mentions}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Karl Mann met Omar bin Sultan Al Harun.", {"Karl Mann", "Omar bin Sultan Al Harun"}),
        ("Ursula von der Brink of Tern Bank spoke.", {"Ursula von der Brink"}),
        ("S. Iswarel and A. P. J. Abdul Merin took part.", {"S. Iswarel", "A. P. J. Abdul Merin"}),
        ("Among the guests were Kim Yong-ho and Anna Reed.", {"Kim Yong-ho", "Anna Reed"}),
        ("Zulfar Ilyas oglu Mamrin met Anna Reed.", {"Zulfar Ilyas oglu Mamrin", "Anna Reed"}),
        ("H.E. Omar Sultani opened the center.", {"Omar Sultani"}),
        ("Chief Executive of the Tern Foundation Prof Low Teck Meng spoke.", {"Low Teck Meng"}),
        ("She met the CEO of Fen Water Authority Saeed Mohammed Al Tayel.", {"Saeed Mohammed Al Tayel"}),
        ("Members: Ulmez Hovart, Mirolf Tasende and Karl Mann.", {"Ulmez Hovart", "Mirolf Tasende", "Karl Mann"}),
        ("The agreement was signed by the head of Bintern Defence and Space.", set()),
        ("It was told by the chairman of Economic Development Board.", set()),
        ("Experts of Banque Fictive du Sahel spoke.", set()),
    ],
)
def test_who_is_a_person(text: str, people: set[str], drafter: Drafter) -> None:
    assert {name for name, is_person in named(drafter, text).items() if is_person} == people


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Japan Tidal Cooperation Agency has joined it.", {"Japan Tidal Cooperation Agency"}),
        ("The Japan Ministry of Fens has joined it.", {"Ministry of Fens"}),
        ("It works with the Mirza bin Zayed Space Centre.", {"Mirza bin Zayed Space Centre"}),
        ("It works with L.N. Gumirov Foam University.", {"L.N. Gumirov Foam University"}),
        ("It works with SOCAR Trading.", {"SOCAR Trading"}),
        ("It works with Teknotern Istanbul and Zorvex Africa.", {"Teknotern Istanbul", "Zorvex Africa"}),
        ("It works with Bintern Defence and Space.", {"Bintern Defence and Space"}),
        ("It works with Gesellschaft für Freie Brücken.", {"Gesellschaft für Freie Brücken"}),
        ("It works with Universidad de los Vados.", {"Universidad de los Vados"}),
        ("It works with Accentura, Zorvance and Cycler.io.", {"Accentura", "Zorvance", "Cycler.io"}),
        ("It works with the Linden Foundation’s Glass Group.", {"Linden Foundation’s", "Glass Group"}),
        ("It works with the Chamber of Commerce and Industry.", {"Chamber of Commerce and Industry"}),
        ("It works with Tern AI and NTZ DATA.", {"Tern AI", "NTZ DATA"}),
        (
            "It works with the Ministry of Trade and the Environment, Ripple Agency, and Tern Bank.",
            {"Ministry of Trade and the Environment", "Ripple Agency", "Tern Bank"},
        ),
    ],
)
def test_where_a_name_begins_and_ends(text: str, bodies: set[str], drafter: Drafter) -> None:
    assert bodies <= set(named(drafter, text)), named(drafter, text)
    assert not any(is_person for is_person in named(drafter, text).values())


def test_a_co_chair_is_no_company(drafter: Drafter) -> None:
    draft = Reader(drafter.known, drafter.schema).read("It was told by Anna Reed, Co-PI of Tern Bank.", "en")
    assert all(
        mention.class_name != "Company" or mention.name == "Tern Bank" for each in draft for mention in each.mentions
    )
