"""Azerbaijani pieces between two ends of a relation that change nothing of it: titles, acronyms, what one is."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

_RECTOR = ("Çağan Velidağ", "holdsPost", "Narın Universitetinin rektoru")
TOLD = (
    ("Narın Universitetinin rektoru professor, doktor Çağan Velidağ gəlib.", {_RECTOR}),
    ("Narın Universitetinin rektoru, t.e.d., prof. Çağan Velidağ gəlib.", {_RECTOR}),
    ("Narın Universitetinin rektoru, əməkdar müəllim, dos. Dr. Çağan Velidağ gəlib.", {_RECTOR}),
    ("Narın Universitetinin rektoru Çağan Velidağ Çinar Universitetində olub.", {_RECTOR}),
    (
        "Narın Universitetinin Bakı koordinatoru Çağan Velidağ gəlib.",
        {("Narın Universitetinin Bakı koordinatoru", "postIn", "Narın Universiteti")},
    ),
    ("Çinar Fondunun Azərbaycan nümayəndəsi Çağan Velidağ gəlib.", {("Çağan Velidağ", "represents", "Çinar Fondu")}),
    (
        "Narın Forumunun (NF) prezidenti Rauf Bəyli gəlib.",
        {("Narın Forumunun (NF) prezidenti", "postIn", "Narın Forumu")},
    ),
    (
        "Narın Universitetinin (NUT) Qazax filialı ilə Çinar Fondu arasında memorandum imzalanıb.",
        {("Qazax filialı", "belongsTo", "Narın Universiteti"), ("Qazax filialı", "partyTo", "Memorandum")},
    ),
    (
        'Türkiyənin ən böyük şirkətlərindən biri olan "Bora" şirkəti Gəncədə filial açıb.',
        {("Bora", "ofCountry", "turkiye")},
    ),
    (
        'Tədbirdə Narın Universiteti və ölkənin ilk texnoparklarından sayılan "Qaya" Texnoparkı iştirak edib.',
        {("Narın Universiteti", "participatedIn", "Tədbir"), ("Qaya", "participatedIn", "Tədbir")},
    ),
    (
        "Tədbirə qatılan Çinar Fondunun sədri Rauf Bəyli danışıb.",
        {("Rauf Bəyli", "participatedIn", "Tədbir")},
    ),
    (
        '"Bora" Narın Universiteti Texnoparkında qurduğu Araşdırma Mərkəzində çalışır.',
        {
            ("Bora", "founded", "Araşdırma Mərkəzi"),
            ("Narın Universiteti Texnoparkı", "belongsTo", "Narın Universiteti"),
        },
    ),
    ('"Bora" şirkəti Gəncədə Araşdırma Mərkəzi qurub.', {("Bora", "founded", "Araşdırma Mərkəzi")}),
    (
        'Layihə Narın Agentliyinin "Çinar" İnkubasiya və Akselerasiya Mərkəzi tərəfindən icra olunur.',
        {('"Çinar" İnkubasiya və Akselerasiya Mərkəzi', "belongsTo", "Narın Agentliyi")},
    ),
    ('ABŞ-ın Texas ştatında "Qaya" Mərkəzi yaradılıb.', {("Qaya", "establishedIn", "Texas")}),
)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_stands_between_changes_nothing(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= triples(drafter.draft(text, source(), "az"))
