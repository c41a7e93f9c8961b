"""Words of the table `trigger` that tell nothing where they stand: what a decree or an agreement is about."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family, stems
from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence
from kg.draft.relations.signed_acts import signs_act

_GROUP = re.compile(r"(?:делегация|команда|құрама?|топ|үлес|пайыз)[ыі]?н?[дтн][ыі]\Z")
_OF_DEEDS = re.compile(r"l[aə]r[ıi]n\Z")
_ASKED = re.compile(
    r"\b(?:invit(?:ed|es|ing)|asked|urged|urges|called on|calls on|encouraged|advised) [^,;:.]{2,70} to \Z"
)
_REACH = 100


def tells_nothing(sentence: Sentence, at: int, length: int, entry: Entry) -> bool:
    """Whether the trigger of so many words at `at` says nothing of the things around it."""
    if entry.name == "establish" and _lays_ground(sentence, at):
        return True
    if entry.name == "establish" and sentence.grammar.code == "kk" and _makes_up(sentence, at):
        return True
    if (
        sentence.grammar.code == "az"
        and entry.name == "cooperate"
        and _OF_DEEDS.search(sentence.lowered[at + length - 1])
    ):
        return True  # birgə tədqiqatların aparılması müzakirə edilib
    in_office = at > 0 and in_family(sentence.lowered[at - 1], sentence.grammar, "office")
    if in_office and entry.name == "operate":
        return True  # sədri vəzifəsini icra edən
    return (entry.name == "sign" and signs_act(sentence, at, length)) or _names_agreement(
        sentence, at + length - 1, entry
    )


def is_asked(sentence: Sentence, at: int) -> bool:
    """Whether somebody is only asked in English to do something: the rector invited X to join."""
    if sentence.grammar.code != "en" or not at or sentence.lowered[at - 1] != "to":
        return False
    start = sentence.words[at].start
    return _ASKED.search(sentence.text, max(sentence.start, start - _REACH), start) is not None


def _makes_up(sentence: Sentence, at: int) -> bool:
    """Whether people only make up a group, which is not founded: делегацияны проректор А, декан Б құрады."""
    made = sentence.lowered[at].startswith("құра")
    return made and any(_GROUP.match(word) is not None for word in sentence.lowered[:at])


def _lays_ground(sentence: Sentence, at: int) -> bool:
    """Whether what is founded is no body: X ilə Y arasında əməkdaşlığın əsası qoyulub."""
    before = sentence.lowered[:at]
    grounds = (n for n in range(1, len(before)) if before[n].startswith(("əsas", "təməl", "bünövrə")))
    return any(before[n - 1].startswith(stems(sentence.grammar, "not_founded")) for n in grounds)


def _names_agreement(sentence: Sentence, last: int, entry: Entry) -> bool:
    """Whether working together is only what an agreement is on: əməkdaşlıq sazişi, əməkdaşlıq haqqında memorandum."""
    if sentence.grammar.code not in ("az", "tr") or entry.name != "cooperate" or entry.length > 1:
        return False
    words, lowered = sentence.words, sentence.lowered
    about = sentence.grammar.marks.at(lowered, last + 1) if last + 1 < len(words) else None
    at = last + 1 + (about[0] if about is not None and about[1].name == "about" else 0)
    near = at < len(words) and not any(sentence.gap(n, n + 1).strip() for n in range(last, at))
    return near and sentence.grammar.form(lowered, at, "agreements") is not None
