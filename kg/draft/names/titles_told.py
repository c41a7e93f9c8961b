"""Words after a quotation that say that it is a name or a theme: «X» adlı, «X» mövzusunda."""

from __future__ import annotations

from kg.draft.language.words import Sentence

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
