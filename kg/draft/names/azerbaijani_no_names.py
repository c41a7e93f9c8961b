"""Azerbaijani words with capitals that name nothing by themselves: ranks, the names of agreements, mere openers."""

from __future__ import annotations

from kg.draft.language.words import Sentence
from kg.draft.names.azerbaijani_openers import is_common_object
from kg.draft.posts.azerbaijani_ranks import is_in_rank

_REACH = 5
_SIGNS = ("himn", "bayra", "gerb")
"""What the words for the hymn, the flag and the arms of a state begin with."""


def is_no_name(sentence: Sentence, at: int) -> bool:
    """Whether a word with a capital is of a rank or of an agreement, or only opens its sentence."""
    if sentence.grammar.code != "az":
        return False
    if (at == 0 and is_common_object(sentence)) or is_in_rank(sentence, at) or _is_sign(sentence, at):
        return True
    return _short_for_agreement(sentence, at) if sentence.words[at].is_acronym else _names_agreement(sentence, at)


def _is_sign(sentence: Sentence, at: int) -> bool:
    """Whether a word is of the hymn, the flag or the arms of a state: Dövlət Himni."""
    if sentence.lowered[at] == "dövlət":
        return "".join(sentence.lowered[at + 1 : at + 2]).startswith(_SIGNS)
    return at > 0 and sentence.lowered[at - 1] == "dövlət" and sentence.lowered[at].startswith(_SIGNS)


def _names_agreement(sentence: Sentence, at: int) -> bool:
    """Whether a run of capital words ends with the word for an agreement: Texniki Dəstək Sazişinə."""
    words = sentence.words
    for index in range(at + 1, min(len(words), at + _REACH)):
        joined = words[index].lower == "və" and index + 1 < len(words) and words[index + 1].is_capital
        if sentence.gap(index - 1, index) != " " or not (joined or words[index].is_capital) or words[index].is_acronym:
            return False
        if not joined and sentence.grammar.form(sentence.lowered, index, "agreements") is not None:
            return True
        if not joined and sentence.grammar.form(sentence.lowered, index, "heads") is not None:
            return False
    return False


def _short_for_agreement(sentence: Sentence, at: int) -> bool:
    """Whether an acronym in brackets stands for the agreement named before them: Dəstək Sazişinə (DS)."""
    if at == 0 or sentence.gap(at - 1, at) != " (":
        return False
    before = sentence.words[at - 1].is_capital
    return before and sentence.grammar.form(sentence.lowered, at - 1, "agreements") is not None
