"""Which language a text is written in, where its letters and its commonest words tell.

For Azerbaijani, English, Kazakh, Russian, Turkish and Uzbek (both scripts), and for articles rather than names: a
short text, or one in another language, is unknown.
"""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`][^\W\d_]+)*")
# Words that hardly a paragraph of a language does without, written with ' for any apostrophe.
_COMMON = {
    "az": "və ilə üçün olan bu bir edib olub isə daha kimi sonra də da həmçinin tərəfindən görə ki o ildə",
    "en": "the of and to in is for with that by was are from on its has at as a an this will it",
    "kk": "және мен бен пен үшін бойынша болып арасында деп атап туралы бұл оның екі сондай ақ ол да де осы бір",
    "ru": "и в на что по для с не это как его из от при также между будет о к был г года у а",
    "tr": "ve ile için olan bu bir olarak da daha sonra tarafından gibi göre ise çok kadar ki o en her",
    "uz": "va bilan uchun bu bo'yicha ham bo'ldi o'rtasida hamda tomonidan esa ushbu shu bir deb bo'lgan "
    "ва билан учун бу бўйича ҳам бўлди ўртасида ҳамда томонидан эса ушбу шу бир деб бўлган",
}
_WORD_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
# Letters of which a text must have one in a hundred (Uzbek in Cyrillic, too, which the Latin script has not), and
# those of which it must have fewer. Azerbaijani, Kazakh and Cyrillic Uzbek are told by their letters alone.
_NEEDED = {"az": "ə", "kk": "іұ", "ru": "ыэ", "tr": "ığş", "uz": "ўҳ"}
_FOREIGN = {
    "az": "wäàáèéñãõßåøæőűțăłńśżžîș",
    "en": "əğışçöüäßñãõåøæőűłńśżžčšéèàáíóúîâăț",
    "kk": "їєґўҳјљњћѝӣҷӯӗҫҙҡ",
    "ru": "іїєґўқғҳәөүұһңјљњћђџѓќӣҷӯҫҙҡӗ",
    "tr": "əäßñãõåøæőűłńśżžčšwqxățș",
    "uz": "әіңөүұһыщїєґјӯҷӣəğışçäßñãõåøæéáíóăț",
}
_TOLD_BY_LETTERS = frozenset({"az", "kk", "uz"})
_LEAST_WORDS, _WORD_SHARE, _LETTER_SHARE = 8, 0.05, 0.01


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language that a text is in; empty where that is not clear.

    >>> language_of("Mərkəz bu il ölkənin regionlarında açılıb və innovatorlar üçün şərait yaradıb.")
    'az'
    >>> language_of("SOCAR")
    ''
    """
    lowered = text.replace("İ", "i").lower().replace("\u0307", "")
    letters = [letter for letter in lowered if letter.isalpha()]
    words = [re.sub("[’‘ʻʼ`]", "'", word) for word in _WORDS.findall(lowered)]
    if len(words) < _LEAST_WORDS:
        return ""
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters) > len(letters) / 2
    shares, by_letters = {}, []
    for language, common in _WORD_SETS.items():
        needed = "" if language == "uz" and not cyrillic else _NEEDED.get(language, "")
        has_own = bool(needed) and _share(letters, needed) >= _LETTER_SHARE
        # A foreign name or a quoted title brings in a few letters of its own.
        if (needed and not has_own) or _share(letters, _FOREIGN[language]) > _LETTER_SHARE:
            continue
        if has_own and language in _TOLD_BY_LETTERS:
            by_letters.append(language)
        shares[language] = sum(word in common for word in words) / len(words)
    if len(by_letters) == 1:
        return by_letters[0]
    best, *others = sorted(shares, key=lambda language: -shares[language]) or [""]
    if not best or shares[best] < _WORD_SHARE or any(shares[best] < 1.5 * shares[other] for other in others):
        return ""
    return best


def _share(letters: list[str], of: str) -> float:
    return sum(letter in of for letter in letters) / len(letters)
