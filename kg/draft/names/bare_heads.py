"""Small heads that stand for what was named before without a word that shows it: agentlik vakillari, texnoparkda."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

_NO_REFERENCE = {
    "uz": re.compile(
        r"(?:bir|ikki|uch|toʻrt|besh|olti|yetti|sakkiz|toʻqqiz|oʻn|har|hech|boshqa|qaysi|nechta|birorta|birinchi|"
        r"xususiy|qoʻshma|yirik|zamonaviy|koʻp|koʻplab|ayrim|baʼzi|turli|shunday|bunday|xorijiy|mahalliy|"
        r"ilmiy|milliy|xalqaro|mintaqaviy|hududiy|innovatsion|oliy|tijorat|markaziy|maxsus|alohida|(?:\d+|bir|ikki|uch|toʻrt|besh|olti|yetti|sakkiz|toʻqqiz|oʻn|yigirma|yuz)ta|\d+|ta|nafar|"
        r"\w+(?:iy|viy|siz|gi|ki))\Z"
    ),
    "tr": re.compile(
        r"(?:bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|her|hiç|başka|diğer|öteki|hangi|kaç|birkaç|birçok|pek|çok|az|"
        r"bazı|kimi|tüm|bütün|özel|ortak|yerli|yabancı|büyük|küçük|genç|tek|ilk|son|eski|ikinci|üçüncü|hibe|kamu|vakıf|"
        r"resmî|resmi|böyle|öyle|şöyle|benzer|aday|üye|yüksek|orta|ulusal|uluslararası|millî|milli|bölgesel|yerel|"
        r"\d+|\w+(?:lı|li|lu|lü|sal|sel|sız|siz|suz|süz|ki|ncı|nci|ncu|ncü|[ae]r|cı|ci|cu|cü|çı|çi|ik|î))\Z"
    ),
}
"""What stands before a head that means no thing named before: any of a sort, or one of several."""
_CASED = re.compile(r"(?:ʻ?[dt][ae]n?|arak|erek|[ıiuü]p|ken|ınca|ince)\Z")
_MADE = ("establish", "open", "launch", "form")
_COMING = {"uz": _MADE, "tr": _MADE}

# fmt: off
_KAZAKH_ADVERBS = frozenset((
    "былай", "енді", "қазір", "бүгінде", "бүгін", "кеше", "ертең", "кейін", "биыл", "былтыр", "әзірге",
    "сонымен", "қатар", "сондай-ақ", "болашақта", "алдағы", "уақытта", "жақында", "әлі", "де", "да", "тағы",
    "сондықтан", "сөйтіп", "сонда", "мұнда", "бұрын", "әрі", "қарай", "нәтижесінде", "жалпы", "әдетте",
))
# fmt: on
"""After what a small head means what was named before."""
_OBJECT_BEFORE = re.compile(
    r".(?:[ндт][ыі]|[сы]?ын|сін|ге|ға|қа|ке|на|не|да|де|та|те|[дтн][ае]н|[мбп]ен|[ыі]п|[^о]у)\Z"
)
_OF_ANOTHER = re.compile(r"..(?:(?<![дт])[ыі]|лары|лері)(?:н|н[аеыі]|нда|нде|нан|нен|ның|нің|мен)?\Z")


def is_bare(sentence: Sentence, index: int, form: Form, *, follows_name: bool = False) -> bool:
    """Whether a small head without a possessive ending, wherever it stands, may mean what was named before."""
    pattern = _NO_REFERENCE.get(sentence.grammar.code)
    word = sentence.words[index]
    if pattern is None or word.is_capital or form.entry.length > 1:
        return False
    if form.possessed:
        return sentence.grammar.code == "tr" and _may_be_object(sentence, index, form)
    if index and not sentence.gap(index - 1, index).strip():
        before = sentence.words[index - 1]
        if (before.is_capital and index > 1 and not follows_name) or pattern.match(before.lower):
            return False
    after = index + 1
    if form.case or after >= len(sentence.words):
        return bool(form.case)
    if sentence.gap(index, after) == "-":
        return False
    hit = sentence.grammar.triggers.at(sentence.lowered, after)
    if sentence.grammar.code == "tr":
        apart = sentence.gap(index, after).strip() in (",", ";", ".")
        mark = sentence.grammar.marks.at(sentence.lowered, after)
        near = range(after, min(after + 2, len(sentence.words)))
        post = any(sentence.grammar.form(sentence.lowered, at, "posts") is not None for at in near)
        if post and not apart and sentence.words[after].text.islower():
            return True  # küme başkanı Tarık Soylu
        if not apart and hit is None and mark is None and sentence.lowered[after] not in sentence.grammar.adverbs:
            return False  # program yönetimi
    return hit is None or hit[1].name not in _COMING[sentence.grammar.code] or hit[1].detail == "participle"


def stands_bare(sentence: Sentence, index: int, form: Form, taken: Mapping[int, Mention]) -> bool:
    """Whether a small Kazakh head that nothing describes means what was named before: форумды министрлік өткізді."""
    grammar, words, lowered = sentence.grammar, sentence.words, sentence.lowered
    if grammar.code != "kk" or form.possessed or form.entry.length > 1 or form.case == "adj":
        return False
    if index and index - 1 not in taken and not sentence.gap(index - 1, index).strip():
        before = lowered[index - 1]
        joins = before in grammar.stops or grammar.conjunctions.at(lowered, index - 1) is not None
        joins = joins or grammar.marks.at(lowered, index - 1) is not None
        joins = joins or words[index - 1].text in grammar.generic or before in _KAZAKH_ADVERBS
        if not joins and (_OBJECT_BEFORE.search(before) is None or (words[index - 1].is_capital and index > 1)):
            return False
    beside = index > 0 and index - 1 in taken and not sentence.gap(index - 1, index).strip()
    if beside and not taken[index - 1].case and _OBJECT_BEFORE.search(lowered[index - 1]) is None:
        return False  # «Тұмар» орталық
    after = index + 1
    if form.case or after >= len(words) or after in taken or sentence.gap(index, after).strip():
        return True
    if grammar.form(lowered, after, "posts") is not None or grammar.marks.at(lowered, after) is not None:
        return True
    hit = grammar.triggers.at(lowered, after)
    return (hit is not None and hit[1].detail != "noun") or _OF_ANOTHER.search(lowered[after]) is None


def _may_be_object(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether what looks possessed is an object, with nothing before that it could be of: …, parkı 2011'de kuran."""
    word = sentence.lowered[index]
    if form.case or word[-1] not in "ıiuü" or form.entry.words[-1] in "aeıioöuü":
        return False
    if index == 0:
        return True
    before = sentence.lowered[index - 1]
    return (
        bool(sentence.gap(index - 1, index).strip(' "“'))
        or before in ("bu", "şu", "o")
        or (_CASED.search(before) is not None and before not in ("için", "bin", "son"))
    )
