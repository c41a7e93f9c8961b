"""New things that may be one are asked about: in two scripts and languages, long and short, within runs and between."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli import main
from kg.draft.model import Drafts, Question, Verdict
from kg.draft.sameness import is_sameness
from kg.draft.tables import read_drafts
from kg.folders import replace_files
from kg.resources import Resources
from kg.review.journal import Journal
from kg.review.model import Judged, Kind

UZ_LATIN = "Navruz Texnologiyalari universiteti va Zarafshon instituti memorandum imzoladi.\n"
UZ_CYRILLIC = "Навруз Технологиялари университети билан Тошкент технопарки ўртасида меморандум имзоланди.\n"


Run = Callable[..., Drafts]


@pytest.fixture
def drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Drafts articles by name, one run for each call, and gives what the folder holds then."""
    monkeypatch.chdir(tmp_path)

    def run(*again: str, **texts: str) -> Drafts:
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        files = [str(tmp_path / f"{name}.txt") for name in texts]
        assert main(["draft", *files, *again, "--out", str(tmp_path / "drafts")]) == 0
        return read_drafts(tmp_path / "drafts")

    return run


def asked(drafts: Drafts) -> list[Question]:
    """The questions on sameness that nobody has answered."""
    judged = {told.proposal for told in drafts.judged}
    return [told for told in drafts.questions if is_sameness(told) and told.key not in judged]


def pairs(drafts: Drafts) -> set[frozenset[str]]:
    """What is asked to be one, by preferred name."""
    names = {name.entity: name.text for name in reversed(drafts.names) if name.rank == "preferred"}
    return {frozenset((told.mention, names.get(key, key))) for told in asked(drafts) for key in told.candidates}


def answer(folder: Path, question: Question, meant: str, verdict: Verdict = Verdict.ACCEPT) -> None:
    edited = {"entity": meant} if meant else {}
    judged = Judged(question.key, verdict, "me", "2026-05-05", "", Kind.QUESTION, "uz", "", "", "", edited)
    Journal(folder / "drafts", replace_files).add([judged])


TWICE = [
    ("uz", UZ_LATIN, UZ_CYRILLIC, "Navruz Texnologiyalari universiteti", "Навруз Технологиялари университети"),
    (
        "ru-en",
        "Агентство цифровых портов и институт «Дельта» подписали меморандум.\n",
        "The Digital Ports Agency and Foam University signed a memorandum of understanding.\n",
        "Агентство цифровых портов",
        "Digital Ports Agency",
    ),
    (
        "az-ru",
        "Rəqəmsal Limanlar Agentliyi ilə Çinar İnstitutu arasında memorandum imzalandı.\n",
        "Агентство цифровых портов и институт «Дельта» подписали меморандум.\n",
        "Rəqəmsal Limanlar Agentliyi",
        "Агентство цифровых портов",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "name", "other_name"), [row[1:] for row in TWICE], ids=[r[0] for r in TWICE])
def test_a_body_told_in_two_scripts_or_languages_is_asked_about(
    drafted: Run, one: str, other: str, name: str, other_name: str
) -> None:
    within = drafted(one=one, other=other)
    assert frozenset((name, other_name)) in pairs(within)


def test_it_is_asked_between_runs_too_and_once_for_each_pair(drafted: Run) -> None:
    assert asked(drafted(one=UZ_LATIN)) == []
    first = asked(drafted(other=UZ_CYRILLIC))
    assert first and asked(drafted(third="Forum kecha Toshkentda yakunlandi.\n")) == first


def test_an_accepted_thing_is_asked_about_in_the_next_run(drafted: Run, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(Resources.shipped().seeds, seeds)
    with (seeds / "entities.csv").open("a", encoding="utf-8") as file:
        file.write("digital-ports-agency,GovernmentBody,,\n")
    with (seeds / "names.csv").open("a", encoding="utf-8") as file:
        file.write("digital-ports-agency,en,Digital Ports Agency,preferred,\n")
    found = drafted(one="Агентство цифровых портов и институт «Дельта» подписали меморандум.\n")
    assert ("digital-ports-agency",) in {told.candidates for told in asked(found)}


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.REJECT])
def test_a_no_is_never_asked_again(drafted: Run, tmp_path: Path, verdict: Verdict) -> None:
    found = drafted(one=UZ_LATIN, other=UZ_CYRILLIC)
    for question in asked(found):
        answer(tmp_path, question, question.entity if verdict is Verdict.ACCEPT else "", verdict)
    assert asked(drafted("--again", one=UZ_LATIN, other=UZ_CYRILLIC)) == []
    assert asked(drafted(third=UZ_CYRILLIC.replace("меморандум", "янги меморандум"))) == []


def test_a_yes_is_never_asked_again_and_speaks_for_both_names(drafted: Run, tmp_path: Path) -> None:
    found = drafted(one=UZ_LATIN, other=UZ_CYRILLIC)
    for question in asked(found):
        answer(tmp_path, question, question.candidates[0])
    assert asked(drafted("--again", one=UZ_LATIN, other=UZ_CYRILLIC)) == []


def test_two_agreements_are_not_one_for_their_kind(drafted: Run) -> None:
    found = drafted(
        one="Foam University and Tidal Institute signed a memorandum of understanding.\n",
        other="Harbour Academy and Lantern Bank signed a memorandum of understanding.\n",
    )
    assert [thing.class_name for thing in found.things].count("MemorandumOfUnderstanding") == 2 and asked(found) == []


def test_an_agreement_told_in_two_languages_is_asked_about(drafted: Run) -> None:
    found = drafted(
        one="The Digital Ports Agency and Delta Institute signed a memorandum of understanding.\n",
        other="Агентство цифровых портов и институт «Дельта» подписали меморандум о взаимопонимании.\n",
    )
    agreements = {thing.id for thing in found.things if thing.class_name == "MemorandumOfUnderstanding"}
    assert [told for told in asked(found) if told.entity in agreements and set(told.candidates) <= agreements]
