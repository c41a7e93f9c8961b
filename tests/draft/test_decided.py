"""Answers to questions of earlier runs are used by the next run, and nobody is asked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import main
from kg.draft.model import Reason, Verdict
from kg.draft.tables import read_drafts
from kg.folders import replace_file
from kg.review.journal import Journal
from kg.review.model import Judged, Kind

TEXT = "Алматыда Цифрлық технологиялар министрлігі мен «Зерде» холдингі меморандумға қол қойды.\n"
KNOWN, NEW = "ministry-of-digital-technologies-uzbekistan", "tsifrlyq-tekhnologiyalar-ministrligi"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "first.txt").write_text("Алматы, 2026 жылғы 4 мамыр\n\n" + TEXT, encoding="utf-8")
    assert main(["draft", str(tmp_path / "first.txt"), "--out", str(tmp_path / "drafts")]) == 0
    return tmp_path


def answered(folder: Path, meant: str, verdict: Verdict = Verdict.EDIT) -> None:
    """Keeps a judgement of the one question as the review does."""
    drafts = folder / "drafts"
    [question] = read_drafts(drafts).questions
    edited = {"entity": meant} if meant else {}
    judged = Judged(question.key, verdict, "me", "2026-05-05", "", Kind.QUESTION, "kk", "", "", "", edited)

    def write(texts: object) -> None:
        for path, text in dict(texts).items():  # type: ignore[call-overload]
            replace_file(path, text)

    Journal(drafts, write).add([judged])


def drafted_anew(folder: Path) -> tuple[set[str], list[str]]:
    """Who the parties are after one more article and a second reading of the first, and what is asked of the new."""
    second = folder / "second.txt"
    second.write_text("Бүгін " + TEXT.replace("министрлігі", "министрлігімен").replace(" мен ", " "), encoding="utf-8")
    out = ["--out", str(folder / "drafts")]
    assert main(["draft", str(folder / "first.txt"), "--again", *out]) == 0
    assert main(["draft", str(second), *out]) == 0
    drafts = read_drafts(folder / "drafts")
    judged = {told.proposal for told in drafts.judged}
    asked = [told.source for told in drafts.questions if told.key not in judged and Reason.RESEMBLES in told.reasons]
    return {told.subject for told in drafts.proposals if told.predicate == "partyTo"}, asked


def test_the_question_is_asked_again_until_it_is_judged(folder: Path) -> None:
    parties, asked = drafted_anew(folder)
    assert NEW in parties and len(asked) == 2


def test_a_name_that_means_the_known_thing_means_it_in_the_next_run(folder: Path) -> None:
    answered(folder, KNOWN)
    parties, asked = drafted_anew(folder)
    assert KNOWN in parties and NEW not in parties and asked == []


def test_a_name_that_means_another_thing_stays_one(folder: Path) -> None:
    answered(folder, NEW)
    parties, asked = drafted_anew(folder)
    assert NEW in parties and KNOWN not in parties and asked == []


def test_a_name_that_means_nothing_is_party_to_nothing(folder: Path) -> None:
    answered(folder, "", Verdict.REJECT)
    parties, asked = drafted_anew(folder)
    assert not parties & {KNOWN, NEW} and asked == []
