"""The explorer's data: every thing, name, fact and quote is there, and the picture's places, groups and ranks."""

from __future__ import annotations

import hashlib
from importlib import resources

from kg.network.centrality import Measure
from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.views.evidence import EvidenceRows
from kg.views.explorer_page import MODULES, explorer_page
from kg.views.explorer_picture import countries_led_to
from kg.views.page import bare, in_one_function, template
from kg.views.words import LANGUAGES, read_words
from tests.views import columns
from tests.views.reading import Page


def test_every_thing_is_there_with_all_its_names(catalogue: Catalogue, explorer: Page) -> None:
    assert columns.ids(explorer.data) == list(catalogue.entities)
    for place, entity in enumerate(catalogue.entities.values()):
        names = [(name.language, name.text, name.rank.value) for name in entity.names]
        assert columns.names(explorer.data, place) == names


def test_every_claim_is_there_with_all_its_evidence(catalogue: Catalogue, explorer: Page) -> None:
    ids, predicates = columns.ids(explorer.data), explorer.data["claims"]["predicates"]
    told = []
    for (claim, subject, object_), proofs in zip(
        columns.claims(explorer.data), columns.evidence(explorer.data), strict=True
    ):
        predicate = predicates[explorer.data["claims"]["predicate"][claim]]["name"]
        told.append((ids[subject], predicate, ids[object_] if isinstance(object_, int) else object_, tuple(proofs)))
    expected = [
        (
            claim.subject,
            claim.predicate,
            claim.object,
            tuple((item.source, item.quote.text if item.quote else item.record) for item in claim.evidence),
        )
        for claim in catalogue.claims.values()
    ]
    assert sorted(told) == sorted(expected)


def test_the_picture_holds_every_thing_that_has_a_tie_in_one_group_each(catalogue: Catalogue, explorer: Page) -> None:
    network, things = to_network(catalogue), explorer.data["things"]
    ids = columns.ids(explorer.data)
    drawn = [ids[place] for place in columns.unstepped(things["picture"])]
    assert drawn == [node for node in sorted(network) if network.degree(node)]
    assert len(things["x"]) == len(things["y"]) == len(things["part"]) == len(drawn)
    assert len(set(zip(things["x"], things["y"], strict=True))) == len(drawn)
    assert set(things["part"]) == set(range(max(things["part"]) + 1))


def test_ranks_are_those_of_the_analysis_in_a_hundred_steps(catalogue: Catalogue, explorer: Page) -> None:
    ranks = explorer.data["things"]["ranks"]
    assert set(ranks) == {measure.value for measure in Measure} - {"hubs", "authorities"}  # of directed ties
    for values in ranks.values():
        assert len(values) == len(explorer.data["things"]["x"])
        assert max(values) == 99
        assert min(values) >= 0


def test_countries_are_found_by_way_of_places(catalogue: Catalogue) -> None:
    found = countries_led_to(catalogue)
    assert found["azerbaijan"] == ["azerbaijan"]
    assert found["ministry-of-economy-azerbaijan"] == ["azerbaijan"]
    country = {key for key, entity in catalogue.entities.items() if entity.class_name == "Country"}
    assert all(set(there) <= country for there in found.values())


def test_groups_cover_every_class(catalogue: Catalogue, explorer: Page) -> None:
    groups = [group["name"] for group in explorer.data["groups"]]
    assert len(groups) == len(set(groups))
    for each in explorer.data["things"]["classes"]:
        assert catalogue.schema.is_a(each["name"], groups[each["group"]])


def test_each_word_of_the_interface_is_given_in_every_language() -> None:
    for table in ("pages", "explorer"):
        for key, words in read_words(table).items():
            assert len(words) == len(LANGUAGES)
            assert key == "preferred" or all(words), key


def test_words_keep_their_slots_in_every_language() -> None:
    for key, words in read_words("explorer").items():
        slots = {tuple(sorted(part.split("}")[0] for part in word.split("{")[1:])) for word in words}
        assert len(slots) == 1, key


def test_what_a_project_of_markup_says_is_all_there(hostile: Catalogue) -> None:
    data = Page(explorer_page(hostile, EvidenceRows(hostile, {}))).data
    notes = [note for told in data["claims"]["qualifiers"].values() for note in told.get("note", ())]
    assert "Note <img src=x onerror=window.__hacked=1>" in notes
    assert columns.unstepped(data["evidence"]["unverified"])
    proofs = [proof for proofs in columns.evidence(data) for proof in proofs]
    assert any(text == "javascript:window.__hacked=1" for _, text in proofs)


def test_all_viewer_code_is_small(explorer: Page) -> None:
    """The bar is 120 KB with all parts: scripts, styles and markup."""
    code = [*explorer.scripts, *explorer.styles, template("explorer.html")]
    assert sum(len(text.encode()) for text in code) < 120_000
    assert all(template(name).count("\n") < 300 for name in MODULES)


def test_the_page_of_the_seeds_is_small(catalogue: Catalogue) -> None:
    assert len(explorer_page(catalogue, EvidenceRows(catalogue, {})).encode()) < 400_000


def test_the_vendored_part_is_as_published() -> None:
    vendor = resources.files("kg.views") / "vendor"
    digest = hashlib.sha256((vendor / "d3-quadtree.min.js").read_bytes()).hexdigest()
    assert digest in (vendor / "README.md").read_text("utf-8")
    assert "Permission to use, copy, modify" in (vendor / "d3-quadtree.LICENSE").read_text("utf-8")


def test_scripts_lose_only_comments_of_their_own_lines() -> None:
    script = in_one_function(MODULES)
    assert "/** " not in script
    assert "\n  " not in script
    assert 'const SVG="http://www.w3.org/2000/svg";' in script


def test_scripts_keep_their_texts_and_what_two_signs_would_join() -> None:
    script = (
        'const a = b ? "x = y, { z }" : \'p => "q" \';\nconst c = a + +b - -d; // so\nf(`${a} = { b }`, a >= 1) // no\n'
    )
    assert bare(script) == 'const a=b?"x = y, { z }":\'p => "q" \';const c=a + +b - -d;f(`${a} = { b }`,a>=1) // no\n'
