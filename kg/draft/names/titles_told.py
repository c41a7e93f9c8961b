"""Words after a quotation that say that it is a name or a theme: «X» adlı, «X» mövzusunda."""

from __future__ import annotations

from kg.draft.language.words import Sentence

_MOST_WORDS = 10
CALLED = frozenset({"атты", "дейтін", "аталатын", "nomli", "номли", "adlı", "isimli", "adında", "adlanan"})
"""What may stand between a quoted name and the head that says what it is: «Қос қанат» атты ортақ орталық."""
ON = frozenset(
    [
        *("форматындағы", "тақырыбында", "тақырыбындағы", "тақырыптағы", "тақырыбына"),
        *("mövzusunda", "mövzulu", "başlıqlı", "başlığı", "mövzusundakı"),
    ]
)
"""What stands between the theme of a gathering and the word for it, which has no other name: «X» mövzusunda seminar."""


def is_title_of(sentence: Sentence, end: int) -> bool:
    """Whether the word after an Azerbaijani quotation says that it is a title, however long: «…» mövzusunda."""
    after = sentence.index_from(end)
    close = after < len(sentence.words) and not sentence.text[end : sentence.words[after].start].strip()
    return sentence.grammar.code == "az" and close and sentence.lowered[after] in (CALLED | ON)


def has_own_name(sentence: Sentence, called: int, head: int) -> bool:
    """Whether capitals between a word for the theme and an Azerbaijani gathering are the gathering's own name."""
    if sentence.grammar.code != "az" or sentence.lowered[called] not in ON:
        return False
    told = [word for word in sentence.words[called + 1 : head] if word.is_capital and not word.is_acronym]
    return len(told) > 1 and sentence.words[head].is_capital


def reach_of_head(sentence: Sentence, after: int, *, called: bool) -> int:
    """How many words after a quoted name may hold its head: of an Azerbaijani one, all that are in capitals."""
    if sentence.grammar.code != "az":
        return 3 + called
    words, at = sentence.words, after
    while at < len(words) and at - after < _MOST_WORDS and (at == after or sentence.gap(at - 1, at) == " "):
        joins = sentence.lowered[at] in ("və", "üzrə") and at > after and at + 1 < len(words)
        if not (words[at].is_capital or (joins and words[at + 1].is_capital)):
            break
        at += 1
    return max(3 + 4 * called, at - after)
