"""The explorer's data: every thing, name, fact and quote is there, in every language."""

from __future__ import annotations

from kg.facts.identity import fold
from kg.rdf.catalogue import Catalogue
from kg.views.evidence import EvidenceRows
from kg.views.explorer_page import explorer_page
from kg.views.sentences import Sentences
from kg.views.words import LANGUAGES, read_words
from tests.views.reading import Page


def test_every_thing_is_there_with_all_its_names(catalogue: Catalogue, explorer: Page) -> None:
    entities = catalogue.entities
    assert [thing["id"] for thing in explorer.data["things"]] == list(entities)
    for thing in explorer.data["things"]:
        names = [(name.language, name.text, name.rank.value) for name in entities[thing["id"]].names]
        assert [tuple(name[:3]) for name in thing["names"]] == names


def test_every_claim_is_there_with_all_its_evidence(catalogue: Catalogue, explorer: Page) -> None:
    claims = catalogue.claims
    assert sorted(row["key"] for row in explorer.data["claims"]) == list(claims)
    for row in explorer.data["claims"]:
        told = [
            (explorer.data["sources"][item["source"]]["id"], item.get("quote"), item.get("record", ""))
            for item in row["evidence"]
        ]
        expected = [(i.source, i.quote.text if i.quote else None, i.record) for i in claims[row["key"]].evidence]
        assert told == expected


def test_sentences_read_as_everywhere_else(catalogue: Catalogue, explorer: Page) -> None:
    things = explorer.data["things"]
    for index, code in enumerate(LANGUAGES):
        words = Sentences(catalogue, code)
        for row in explorer.data["claims"]:
            told = "".join(
                piece if isinstance(piece, str) else label(things[piece], index) for piece in row["sentences"][index]
            )
            assert told == words.sentence(catalogue.claims[row["key"]])


def test_labels_are_those_of_the_graph(catalogue: Catalogue, explorer: Page) -> None:
    for index, code in enumerate(LANGUAGES):
        for thing in explorer.data["things"]:
            assert label(thing, index) == catalogue.entities[thing["id"]].label(code)


def label(thing: dict[str, list[list[str]]], index: int) -> str:
    place = int(str(thing["labels"][index]))
    return thing["names"][place][1] if place >= 0 else str(thing["id"])


def test_a_claim_stands_on_the_card_of_everything_that_it_is_about(catalogue: Catalogue, explorer: Page) -> None:
    things = explorer.data["things"]
    on_cards: dict[str, set[str]] = {thing["id"]: set() for thing in things}
    for row in explorer.data["claims"]:
        for place in row["about"]:
            on_cards[things[place]["id"]].add(row["key"])
    for key, claims in on_cards.items():
        assert claims == {claim.key for claim in catalogue.about(key)}


def test_names_are_folded_as_the_identity_of_names_folds_them(explorer: Page) -> None:
    for thing in explorer.data["things"]:
        for name in thing["names"]:
            assert (name[3] if len(name) > 3 else name[1]) == fold(name[1])


def test_groups_cover_every_class(catalogue: Catalogue, explorer: Page) -> None:
    groups = [group["name"] for group in explorer.data["groups"]]
    assert len(groups) == len(set(groups))
    for thing in explorer.data["things"]:
        class_name = catalogue.entities[thing["id"]].class_name
        assert catalogue.schema.is_a(class_name, groups[thing["group"]])


def test_each_word_of_the_interface_is_given_in_every_language() -> None:
    for key, words in read_words("pages").items():
        assert len(words) == len(LANGUAGES)
        assert key == "preferred" or all(words)


def test_what_a_project_of_markup_says_is_all_there(hostile: Catalogue) -> None:
    data = Page(explorer_page(hostile, EvidenceRows(hostile, {}))).data
    assert {row["note"] for row in data["claims"] if "note" in row} >= {"Note <img src=x onerror=window.__hacked=1>"}
    evidence = [item for row in data["claims"] for item in row["evidence"]]
    assert any(item.get("unverified") for item in evidence)
    assert any(item.get("record") == "javascript:window.__hacked=1" for item in evidence)
