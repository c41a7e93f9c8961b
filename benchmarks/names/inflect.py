"""Forms of names made by grammar, apart from the tables that the matcher reads."""

from __future__ import annotations

_BACK = {"az": "aıou", "tr": "aıou", "kk": "аоұыуяё"}
_VOWELS = {"az": "aıoueəiöü", "tr": "aıoueiöü", "kk": "аоұыуяёәеөүіэи", "uz": "aeiouʻ"}
_POSSESSIVE = {"az": "ıiuü", "tr": "ıiuü", "kk": "ыі"}
_FOUR = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü"}


def inflected(name: str, language: str, number: int) -> str:
    """A name in the genitive, locative or ablative (by `number`); empty where it cannot be said safely."""
    if language == "ru":
        return _russian(name, number)
    if language == "uz":
        return name + ("ning", "da", "dan")[number % 3]
    small = name.replace("I", "ı").casefold() if language in ("az", "tr") else name.casefold()
    last = next((c for c in reversed(small) if c in _VOWELS[language]), "")
    if not last or not small[-1].isalpha():
        return ""
    back, vowel = last in _BACK[language], small[-1] in _VOWELS[language]
    possessed = " " in name and small[-1] in _POSSESSIVE[language]
    if language == "kk":
        return name + _kazakh(small, number, back=back, vowel=vowel, possessed=possessed)
    a = "a" if back else ("ə" if language == "az" else "e")
    d = "t" if language == "tr" and small[-1] in "pçtksşhf" else "d"
    mark = "" if language == "az" or " " in name else "'"
    buffer = "n" if possessed else ""
    endings = (
        ("n" if vowel else "") + _FOUR[last] + "n",
        buffer + d + a,
        buffer + d + a + "n",
    )
    return name + mark + endings[number % 3]


def _kazakh(small: str, number: int, *, back: bool, vowel: bool, possessed: bool) -> str:
    hard = small[-1] in "бвгдпфкқтсшщчцхһ"
    first = "н" if vowel or small[-1] in "мнң" else "т" if hard else "д"
    i, a = ("ы", "а") if back else ("і", "е")
    d = "т" if hard else "д"
    from_d = "н" if small[-1] in "мнң" else d
    endings = (
        f"{first}{i}ң",
        f"нд{a}" if possessed else f"{d}{a}",
        f"н{a}н" if possessed else f"{from_d}{a}н",
    )
    return endings[number % 3]


def _russian(name: str, number: int) -> str:
    """The adjectives and the noun that a name opens with, in another case; the rest stays."""
    import pymorphy3

    analyzer = pymorphy3.MorphAnalyzer()
    case = ("gent", "loct", "ablt")[number % 3]
    words = name.split()
    for at, word in enumerate(words):
        parsed = [p for p in analyzer.parse(word) if "nomn" in p.tag and p.tag.POS in ("NOUN", "ADJF")]
        if not parsed or not word.isalpha():
            return ""
        form = parsed[0].inflect({case, parsed[0].tag.number} - {None})
        if form is None:
            return ""
        words[at] = form.word.capitalize() if word[0].isupper() else form.word
        if parsed[0].tag.POS == "NOUN":
            return " ".join(words)
    return ""
