"""What plain press sentences in Azerbaijani tell: hosts and agreements to cooperate."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = (
    ("Dalğa Forumu Gəncədə toplaşacaq, ev sahibi Çinar Fondu olacaq.", ("Çinar Fondu", "operates", "Dalğa Forumu")),
    (
        "Narın Universiteti ilə Çinar Fondu əməkdaşlığa dair razılığa gəliblər.",
        ("Narın Universiteti", "cooperatesWith", "Çinar Fondu"),
    ),
    (
        "Narın Universiteti və Çinar Fondu əməkdaşlıq barədə razılaşıblar.",
        ("Narın Universiteti", "cooperatesWith", "Çinar Fondu"),
    ),
)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_plain_sentences_tell(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    assert told in triples(drafter.draft(text, source(), "az"))


def test_no_agreement_is_no_cooperation(drafter: Drafter) -> None:
    told = triples(
        drafter.draft("Narın Universiteti və Çinar Fondu əməkdaşlıq barədə razılığa gəlməyiblər.", source(), "az")
    )
    assert not any(predicate == "cooperatesWith" for _, predicate, _ in told)
