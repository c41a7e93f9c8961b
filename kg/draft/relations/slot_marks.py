"""The cases in which the names of a construction stand: those that its slots ask for, and that of a subject."""

from __future__ import annotations

from kg.draft.language.patterns import Entry
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_OPENED_BY_SUBJECT = ("en", "ru", "kk", "uz")
"""Languages in which a slot that opens a pattern and asks for no case is the subject."""


def stand_as_asked(code: str, entry: Entry, left: Mention, right: Mention, schema: Schema) -> bool:
    """Whether the names stand in the cases that the slots ask for, and what opens a clause in that of a subject."""
    tokens = entry.words.split()
    guessed = right.rule == "capitals" and not right.name.isupper() and not right.name.isascii()
    if code == "ru" and guessed and "из" in tokens and "{b}" in tokens[-1:]:
        return False  # Анна Ким из Лужска
    if tokens[0][0] == "{" and "." not in tokens[0] and tokens[1] != "," and code in _OPENED_BY_SUBJECT:
        opener = left if tokens[0][1] == "a" else right
        subject = code == "en" or opener is left
        marks: tuple[str, ...] = ("nom",) if subject else ("nom", "acc", "by", "dat")
        marks += ("gen", "loc", "adj") if code in ("kk", "uz") else ()
        marks += ("at", "under") if code == "kk" else ()
        marks += ("gen",) if code == "en" and opener.is_reference else ()
        if (code == "en" or not opener.is_reference) and opener.mark not in marks:
            return False
    for token in tokens:
        mention = left if token[:2] == "{a" else right
        wanted = token[3:-1] if token[0] == "{" else ""
        if code == "tr" and token in ("{a}", "{b}") and mention.inner and mention.class_name not in PLACES:
            return False  # … eşgüdümü, X'in müdürü P'ye verildi
        if wanted == "nom" and mention.mark not in ("nom", "acc" if mention.name.isupper() else "nom"):
            return False
        if wanted == "by" and mention.mark not in ("by", "by" if code == "az" else "nom"):
            return False
        whom = mention.is_reference and mention.mark == "gen" and code == "ru"  # её открыл
        if wanted == "acc" and mention.mark != "acc" and not whom and schema.is_a(mention.class_name, "Agent"):
            return False
        if code == "kk" and wanted == "loc" and mention.mark == "in":
            continue  # Душанбе қаласында
        if wanted not in ("", "nom", "by", "acc") and wanted not in (mention.mark, mention.case):
            return False
    return True
