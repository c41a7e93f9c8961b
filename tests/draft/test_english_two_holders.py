"""English sentences that join two people with their posts and bodies, in whatever order each is told."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import held, source, triples


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Deputy Minister of Health Olan Brask and Tern Bank CEO Anna Reed signed it.",
            {("Olan Brask", ""), ("Anna Reed", "Tern Bank")},
        ),
        (
            "The forum was opened by Rector Olan Brask and Tern Holding Chairman Anna Reed.",
            {("Anna Reed", "Tern Holding")},
        ),
        (
            "Tern Bank President Olan Brask and Chamber of Trade of Fen Managing Director Anna Reed met.",
            {("Olan Brask", "Tern Bank"), ("Anna Reed", "Chamber of Trade of Fen")},
        ),
        (
            "Talks of Olan Brask, rector of Fen University, and Export Promotion Agency Director Anna Reed began.",
            {("Olan Brask", "Fen University"), ("Anna Reed", "Export Promotion Agency")},
        ),
        (
            "Fen Institute of Science and Technology Director Anna Reed and Tern Bank CEO Olan Brask spoke.",
            {("Anna Reed", "Fen Institute of Science and Technology"), ("Olan Brask", "Tern Bank")},
        ),
        ("Managing Director of Zorvex Olan Brask and Anna Reed signed it.", {("Olan Brask", "Zorvex")}),
        (
            "Director General of Zorvex Olan Brask, Deputy Minister of Health Anna Reed and others came.",
            {("Olan Brask", "Zorvex"), ("Anna Reed", "")},
        ),
        ("Anna Reed, CEO of software firm Zorvex Consultants, spoke.", {("Anna Reed", "Zorvex Consultants")}),
        ("First Deputy Minister of High-Tech Industry Anna Reed spoke.", {("Anna Reed", "")}),
    ],
)
def test_each_has_the_own_post_and_body(text: str, told: set[tuple[str, str]], drafter: Drafter) -> None:
    assert held(drafter, text) == told


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Tern Bank and National University signed a memorandum.", {"Tern Bank", "National University"}),
        (
            "The Central Bank of the Republic of Georgia and the Republican Scientific and Methodological Center for "
            "Schools signed a memorandum.",
            {
                "Central Bank of the Republic of Georgia",
                "Republican Scientific and Methodological Center for Schools",
            },
        ),
        (
            "Oguz Engineering and Technology University signed an agreement with Tern Bank.",
            {"Tern Bank", "Oguz Engineering and Technology University"},
        ),
        (
            "Fenton, Georgia (Fendaily.com) — Tern Bank and Fen University signed a memorandum.",
            {"Tern Bank", "Fen University"},
        ),
        (
            "FENTON, (Fen Point / Tern News - 30th Jul, 2019 ) Tern Bank and Fen University signed a memorandum.",
            {"Tern Bank", "Fen University"},
        ),
        (
            "Fenton, October 6, FENPRESS Tern Bank and Fen University signed a memorandum.",
            {"Tern Bank", "Fen University"},
        ),
        (
            "Fenton, Georgia, 3 May 2024 / African Media Agency / - Tern Bank and Fen University signed a memorandum.",
            {"Tern Bank", "Fen University"},
        ),
    ],
)
def test_an_and_parts_two_bodies_and_no_dateline_is_one(text: str, bodies: set[str], drafter: Drafter) -> None:
    assert {
        subject for subject, predicate, _ in triples(drafter.draft(text, source(), "en")) if predicate == "partyTo"
    } == bodies


@pytest.mark.parametrize(
    "text",
    [
        "Anna Reed, head of Tern Park, introduced Fen University and its work in her address.",
        "The Fen Council was set up by merging the Institute of Glass and the Council for Foam.",
        "Anna Reed has resigned as chair of the Fen Agency.",
        "The memorandum was inked by Anna Reed and Olan Brask at the Fen University Meeting Room.",
    ],
)
def test_what_is_only_introduced_merged_left_or_a_room(text: str, drafter: Drafter) -> None:
    told = {predicate for _, predicate, _ in triples(drafter.draft(text, source(), "en"))}
    assert not told & {"founded", "worksFor", "participatedIn", "signedAt"}
