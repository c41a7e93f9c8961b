"""Who signs a decree or a law signs no agreement that was told before, nor does its day date one."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source

ACTS = [
    ("en", "Sheki University and Gul Bank signed an agreement. ",
     "President Ali Dadashov signed a decree on the plant on December 25, 2023."),
    ("en", "Sheki University and Gul Bank signed an agreement. ",
     "The law was signed by President Ali Dadashov on December 25, 2023."),
    ("ru", "Шекинский университет и Гюль-банк подписали соглашение. ",
     "Указ о развитии станции президент Али Дадашов подписал 25 декабря 2023 года."),
    ("az", "Şəki Universiteti və Gül Bankı saziş imzalayıb. ",
     "Sərəncamı Prezident Əli Dadaşov 2023-cü il dekabrın 25-də imzalayıb."),
    ("kk", "Арман университеті мен Гүл банкі келісімге қол қойды. ",
     "Станция туралы жарлыққа президент Әли Дадашев 2023 жылғы 25 желтоқсанда қол қойды."),
    ("tr", "Şeki Üniversitesi ile Gül Bankası protokol imzaladı. ",
     "Tesise ilişkin kararnameyi Cumhurbaşkanı Ali Dadaş 25 Aralık 2023'te imzaladı."),
    ("uz", "Sheki universiteti va Gul banki bitim imzoladi. ",
     "Farmonni prezident Ali Dadashev 2023-yil 25-dekabrda imzoladi."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "agreed", "act"), ACTS, ids=[f"{code}-{act[:12]}" for code, _, act in ACTS])
def test_an_act_is_no_agreement(drafter: Drafter, code: str, agreed: str, act: str) -> None:
    draft = drafter.draft(agreed + act, source(), code)
    parties = [told for told in draft.proposals if told.predicate == "partyTo"]
    assert len(parties) == 2
    assert {told.from_ for told in parties} == {""}
    assert not [told for told in draft.proposals if told.predicate == "signed"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "В соответствии с указом президента Шекинский университет и Гюль-банк подписали меморандум."),
        ("en", "In order to build a lab, Sheki University signed a memorandum with Gul Bank."),
        ("az", "Prezidentin sərəncamına əsasən Şəki Universiteti və Gül Bankı memorandum imzalayıb."),
    ],
)
def test_an_agreement_under_an_act_is_one(drafter: Drafter, code: str, text: str) -> None:
    draft = drafter.draft(text, source(), code)
    assert len([told for told in draft.proposals if told.predicate == "partyTo"]) == 2
