"""English sentences in which stands what may by grammar: titles, asides, places of members, adjectives of countries."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.language.plain_text import plain_text
from tests.draft.conftest import source, triples

JOINED = "Tern University has joined Terra 21, a global network of universities. "
MEMORANDUM = " signed a memorandum with Fjord Systems."


def found(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "en"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Petra Holm, founder and president of Tern Works, spoke.", ("Petra Holm", "founded", "Tern Works")),
        (
            "The project called “Tern Ladder”, launched jointly by Aral University (AU), the Fen Fund for Tern Works, "
            "and Brno Energy, is young.",
            ("Brno Energy", "founded", "Tern Ladder"),
        ),
        (
            JOINED + "It joins existing members including Fen College, Aral University in Sweden and Brno School.",
            ("Brno School", "memberOf", "Terra 21"),
        ),
        (
            JOINED + "Members include Fen College, Aral University in Sweden and Brno School.",
            ("Aral University", "locatedIn", "Sweden"),
        ),
        (
            "The Ambassador of Korea to Pakistan Park Jisun met with Rector Petra Holm.",
            ("Park Jisun", "participatedIn", "Meeting"),
        ),
        ("Ambassador Petra Holm called on Rector Ivar Dahl.", ("Ivar Dahl", "participatedIn", "Meeting")),
        (
            "The Special Representative of the President of Chile for Trade Petra Holm spoke.",
            ("Petra Holm", "represents", "Chile"),
        ),
        (
            "The talks were attended by Petra Holm (Director Strategy, Tern Works) and Ivar Dahl (Dean, Fen School).",
            ("Director Strategy, Tern Works", "postIn", "Tern Works"),
        ),
        ("Georgia's Prime Minister, Petra Holm, spoke.", ("Georgia's Prime Minister", "postIn", "Georgia")),
        (
            "Tern Corporation makes tools. The agency has signed a memorandum with Fen School.",
            ("Tern Corporation", "partyTo", "Memorandum"),
        ),
        (
            "The Tern Hub, a project of Fen School, Aral Bank and Fjord Systems, was launched on 3 March in Tbilisi.",
            ("Tern Hub", "establishedIn", "Tbilisi"),
        ),
        (
            "In addition to Chile and Cuba, Tern Works partners with Fen School, Aral Bank and the Fjord Network.",
            ("Tern Works", "cooperatesWith", "Fjord Network"),
        ),
        (
            "A memorandum between Fen School in Tashkent and Aral Tech Park was signed.",
            ("Aral Tech Park", "partyTo", "Memorandum"),
        ),
        (
            "The founder of Tern Innovation Leyla Aydin and Petra Holm, a lecturer in Agricultural Science, spoke.",
            ("Leyla Aydin", "founded", "Tern Innovation"),
        ),
        (
            "The Ministers of Trade met: the Minister of Trade of Korea Park Minho met with Minister Petra Holm.",
            ("Park Minho", "participatedIn", "Meeting"),
        ),
        ("The Fen Forum took place in Valletta, Malta.", ("Valletta", "locatedIn", "Malta")),
        ("The members are here.\nFen Science Park – Cuba", ("Fen Science Park", "ofCountry", "Cuba")),
        ("The Fen Forum held by the Aral Union is over.", ("Aral Union", "operates", "Fen Forum")),
        (
            "A memorandum was signed between the testing and acceleration center “Tern” and Aral School.",
            ("Aral School", "partyTo", "Memorandum"),
        ),
        (
            "The Fen Hub, co-founded by Aral School (AS), Tern Works Ltd. and the Fjord Fund, is in Brno.",
            ("Fjord Fund", "founded", "Fen Hub"),
        ),
        (
            "Fen Forum 2026, organised by Tern Works jointly with Aral School and UNDP, brought together many.",
            ("Aral School", "operates", "Fen Forum 2026"),
        ),
        ("Cuban Ambassador to Chile Petra Holm spoke.", ("Ambassador", "postIn", "Cuba")),
        (
            "Rector of Fen University, one of the oldest in the region, Dr.-Ing. Petra Holm spoke.",
            ("Rector of Fen University", "postIn", "Fen University"),
        ),
    ],
)
def test_what_stands_between_leaves_the_relation(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    assert told in found(drafter, text)


@pytest.mark.parametrize(
    "text",
    [
        "Rector of Fen University Petra Holm signed a memorandum with Tern Works.",
        "Petra Holm, rector of Fen University, signed an agreement with Tern Works in Brno.",
        "Fen University has a long-term agreement on training with Tern Works.",
        "Fen University's cooperation agreement with Tern Works was extended.",
        "Under a memorandum with Tern Works, Fen University will open a school.",
        "Representatives of Fen University and Tern Works signed a memorandum.",
        "Fen University signed a memorandum with leading companies such as Tern Works.",
        "A memorandum was signed between the leadership of Fen University and Tern Works.",
    ],
)
def test_both_are_parties(text: str, drafter: Drafter) -> None:
    parties = {subject for subject, predicate, _ in found(drafter, text) if predicate == "partyTo"}
    assert parties == {"Fen University", "Tern Works"}


@pytest.mark.parametrize("between", ["", ", for its part,", ", one of the oldest in the region,", "  "])
@pytest.mark.parametrize("name", ["Tern Works", "The Steppe Educational, Scientific and Cultural Organization"])
def test_an_aside_changes_nothing(name: str, between: str, drafter: Drafter) -> None:
    told = {
        subject for subject, predicate, _ in found(drafter, f"{name}{between}{MEMORANDUM}") if predicate == "partyTo"
    }
    assert told == {name.removeprefix("The "), "Fjord Systems"}


@pytest.mark.parametrize(
    "text",
    [
        "The rector called on Minister Petra Holm to resign.",
        "On Friday the Chilean President Petra Holm was silent as she left.",
        "Tern Works is the open source partner; its leading rival Fen Bank headed to Brno.",
        "The sides exchanged views, and Petra Holm spoke of the agreement with Fen Bank.",
        "Tern Works wants to set up Fen Bank service centers.",
        "Fen Bank will cut 300 jobs; Minister Petra Holm received a reply to her letter from Ivar Dahl.",
        "BRNO, Chile (Press) - Petra Holm, the director, rested.",
        "According to a release from Tern Works, Vice President Petra Holm rested.",
        "Leaders in Brno agreed to establish a platform.",
    ],
)
def test_what_only_looks_so_tells_nothing(text: str, drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), "en")
    assert {told.predicate for told in draft.proposals} <= {"holdsPost", "postIn"}
    assert not any(told.from_ for told in draft.proposals)


def test_two_posts_joined_are_one_and_a_former_one_is_none(drafter: Drafter) -> None:
    told = found(drafter, "Petra Holm, chairman and managing director of Tern Works, spoke.")
    assert [post for _, predicate, post in told if predicate == "holdsPost"] == [
        "chairman and managing director of Tern Works"
    ]
    assert not found(drafter, "Petra Holm, the former president of Chile, was silent.")


def test_quotes_and_places_are_those_of_the_whole_text(drafter: Drafter) -> None:
    text = "Tern  Works, for its part, signed a memorandum with Dr.-Ing. Petra Holm and  Fjord Systems."
    for told in drafter.draft(text, source(), "en").proposals:
        assert " ".join(text[told.place.start : told.place.end].split()) == told.place.quote
        assert (told.place.sentence_start, told.place.sentence_end) == (0, len(text))


def test_every_place_of_a_plain_text_is_known() -> None:
    text = "A  b, in turn, c met Prof. Dr. Holm, PhD."
    plain = plain_text(text, "en")
    assert plain.text == "A b c met Dr. Holm."
    assert [text[plain.start(n)] for n in range(len(plain.text))] == list(plain.text)
    assert plain_text(text, "tr").text == "A b, in turn, c met Prof. Dr. Holm, PhD."
