"""Uzbek in Cyrillic letters: the table of the language is written in Latin letters and put into the others here."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.facts.model import Entity, NameRank

_PAIRS = {
    "yoʻ": "йў", "sh": "ш", "ch": "ч", "oʻ": "ў", "gʻ": "ғ", "yo": "ё", "yu": "ю", "ya": "я", "ye": "е", "ts": "ц",
    "nsiya": "нция", "a": "а", "b": "б", "c": "с", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "ҳ", "i": "и",
    "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "қ", "r": "р", "s": "с", "t": "т",
    "u": "у", "v": "в", "x": "х", "y": "й", "z": "з", "ʼ": "ъ",
}  # fmt: skip
_LETTERS = re.compile("|".join(sorted(_PAIRS, key=len, reverse=True)))
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")


def in_cyrillic(text: str) -> str:
    """A Latin Uzbek word or phrase in Cyrillic letters, capitals kept.

    >>> in_cyrillic("oʻrinbosar"), in_cyrillic("tashkil et*"), in_cyrillic("eʼlon"), in_cyrillic("MChJ")
    ('ўринбосар', 'ташкил эт*', 'эълон', 'МЧЖ')
    """

    def put(match: re.Match[str]) -> str:
        found = _PAIRS[match[0].lower()]
        return found.upper() if match[0][0].isupper() else found

    opened = re.sub(r"(?<![^\W\d_])e", "э", re.sub(r"(?<![^\W\d_])E", "Э", text))
    return re.sub(_LETTERS.pattern, put, opened, flags=re.IGNORECASE)


def is_cyrillic(text: str) -> bool:
    """Whether most letters of a text are Cyrillic."""
    return len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text))


def also_cyrillic(entity: Entity) -> Entity:
    """A thing with its Uzbek names in Cyrillic letters, too."""
    told = [name for name in entity.names if name.language == "uz" and not is_cyrillic(name.text)]
    known = {name.text for name in entity.names}
    more = [replace(name, text=in_cyrillic(name.text), rank=NameRank.ALTERNATIVE) for name in told]
    more = [name for name in more if name.text not in known]
    return replace(entity, names=(*entity.names, *more)) if more else entity
