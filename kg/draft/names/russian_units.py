"""Units within Russian bodies, which are no bodies of their own: отдел инвестиций, управление по связям с прессой."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.given_names import is_given
from kg.draft.names.heads import is_field
from kg.draft.names.russian_cases import is_adjective

_MOST_WORDS, _MOST_ADJECTIVES = 9, 5
_GENITIVE = re.compile(r".+(?:ого|его|ой|ей|ых|их|ий|а|я|ы|и|ов|ев|ю|ам|ям|ию|у|ции)\Z")


def words_of_units(sentence: Sentence) -> set[int]:
    """The places of the words that say what a unit does, none of which is a name: отдел Инвестиций и Связи."""
    grammar, words, lowered = sentence.grammar, sentence.words, sentence.lowered
    found: set[int] = set()
    if grammar.code != "ru":
        return found
    for index, word in enumerate(lowered):
        if not in_family(word, grammar, "unit"):
            continue
        found.add(index)
        at = index + 1
        while at < min(len(words), index + _MOST_WORDS) and not sentence.gap(at - 1, at).strip(" -"):
            joins = lowered[at] in ("и", "по", "с", "на", "в")
            named = words[at].is_capital and not joins and not _is_of_work(sentence, at)
            if words[at].is_acronym or named or not re.match(r"[а-яё]", lowered[at]):
                break
            found.add(at)
            at += 1
    return found


def is_unit_of_body(sentence: Sentence, head: int, index: int, form: Form) -> bool:
    """Whether a head in small letters is a unit of the body whose name follows: пресс-служба Лужского университета."""
    words, after = sentence.words, index + 1
    if form.entry.words.rstrip("*") not in stems(sentence.grammar, "unit_head") or not words[head].text.islower():
        return False
    if head > 0 and words[head - 1].is_capital and is_adjective(sentence.lowered[head - 1]):
        return False  # Геофизической службы Чада
    beside = after < len(words) and sentence.gap(index, after).strip(' «"“') == ""
    if not beside or not words[after].is_capital:
        return False
    return not is_field(sentence.lowered[after], "ru") or _opens_body(sentence, after)


def _opens_body(sentence: Sentence, at: int) -> bool:
    """Whether an adjective with a capital leads to the head of a body: Государственного нефтяного фонда."""
    for after in range(at, min(at + _MOST_ADJECTIVES, len(sentence.words))):
        if after > at and sentence.gap(after - 1, after) not in (" ", "-"):
            return False
        if sentence.grammar.form(sentence.lowered, after, "heads") is not None:
            return True
        if not is_adjective(sentence.lowered[after]) and sentence.gap(after, after + 1) != "-":
            return False
    return False


def _is_of_work(sentence: Sentence, at: int) -> bool:
    """Whether a word with a capital may say what a unit does."""
    word = sentence.lowered[at]
    if is_given(word, sentence.grammar) or sentence.grammar.form(sentence.lowered, at, "heads") is not None:
        return False
    return is_field(word, "ru") or (
        _GENITIVE.match(word) is not None and word.endswith(("ций", "ых", "их", "ния", "ений"))
    )
