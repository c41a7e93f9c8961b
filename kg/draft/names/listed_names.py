"""Names that are listed before a word, and the bodies that are made of them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.russian_cases import is_single
from kg.draft.spans import Mention

BODIES = frozenset({"ResearchOrganisation", "GovernmentBody", "Organisation", "Company", "Center"})
"""What may share a head: bodies, not gatherings or papers."""
LEAST_NAMED, MOST_WORDS = 2, 4


@dataclass(frozen=True)
class Name:
    """The own words of one of the bodies: the first and the last."""

    first: int
    last: int


def names_before(sentence: Sentence, last: int) -> list[Name]:
    """The listed names that end at a word, the first one first; none where no conjunction lists them."""
    names: list[Name] = []
    at, joined = last, False
    while at >= 0:
        first = at
        while first and _goes_on(sentence, first - 1) and at - first < MOST_WORDS:
            first -= 1
        is_name = sentence.words[at].is_capital or sentence.grammar.code == "ru"
        if not is_name or not sentence.words[first].is_capital:
            break
        names.insert(0, Name(first, at))
        joined_by = _joint(sentence, first)
        if joined_by is None or (joined_by[1] and joined):
            break
        joined = joined or joined_by[1]
        if not joined:
            break
        at = joined_by[0]
    return names if joined and len(names) >= LEAST_NAMED else []


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a word stands in one name with the next."""
    word = sentence.words[at]
    apart = sentence.gap(at, at + 1) not in (" ", "-") or sentence.grammar.conjunctions.at(sentence.lowered, at)
    return not apart and (word.is_capital or sentence.grammar.code == "ru") and not _is_other_word(sentence, at)


def _is_other_word(sentence: Sentence, at: int) -> bool:
    """Whether a capital word only opens the sentence, or a Russian one is no adjective."""
    word, grammar = sentence.words[at], sentence.grammar
    if grammar.code == "ru":
        return not is_single(word.lower)
    return at == 0 and (word.lower in grammar.adverbs or word.lower in grammar.stops or word.lower in grammar.openers)


def _joint(sentence: Sentence, first: int) -> tuple[int, bool] | None:
    """The last word of the name before a conjunction (True) or a comma; None where none stands there."""
    if not first:
        return None
    hit = sentence.grammar.conjunctions.at(sentence.lowered, first - 1)
    if hit is not None and hit[0] == 1 and first > 1 and sentence.gap(first - 1, first) == " ":
        gap = sentence.gap(first - 2, first - 1).strip()
        return (first - 2, True) if gap in ("", ",") else None
    return (first - 1, False) if sentence.gap(first - 1, first) == ", " else None


def text_of(sentence: Sentence, name: Name) -> str:
    """The words of a name as they stand."""
    return " ".join(sentence.text[sentence.words[name.first].start : sentence.words[name.last].end].split())


def body_of(sentence: Sentence, start: int, end: int, name: str, form: Form, case: str) -> Mention:
    """A body of these words that is called by a head, with its class."""
    code, entry = sentence.grammar.code, form.entry
    place = sentence.words[start].start, sentence.words[end].end
    return Mention(
        *place, name, entry.name, code, f"head-{entry.words.rstrip('*').replace(' ', '-')}", 0.75, (Reason.BY_HEAD,),
        case=case, head=entry.words, kind=entry.detail,
    )  # fmt: skip
