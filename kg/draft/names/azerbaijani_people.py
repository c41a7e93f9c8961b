"""People in Azerbaijani: names after a participle of what only people do, and pairs of nouns that are no names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.grammar import Grammar
from kg.draft.language.words import Sentence, Word
from kg.draft.names.given_names import SURNAME
from kg.draft.spans import Mention

_DEEDS = ("represent", "speak", "head", "run", "work")
_NOUN_ENDS = ("lı", "li", "lu", "lü")
"""What surnames and possessed nouns both end in."""
_TAKEN = re.compile(r"(?:qəbul|təqdim|təbrik|təltif|təyin|dəvət|salamla|qarşıla|mükafatlandır)")
"""What begins a verb right after a name that is its object."""
_ACCUSATIVE, _WITH = re.compile(r"(?P<base>.{3,}(?<!l))[ıiuü]\Z"), re.compile(r"(?P<base>.{4,})l[aə]\Z")
_ENTRUSTED, _DATIVE = re.compile(r"(?:həvalə|tapşırıl)"), re.compile(r"(?P<base>.{3,}(?:[oe]v|[ıiuüaəe]))y?[aə]\Z")
_OWNED_SURNAME = re.compile(r"(?:[oe]v[au]?|zad[əe])n?[ıiuü]n\Z")
_SAID_BY = re.compile(
    r"(?:rəhbərlik|başçılıq) etdiyi|sözlərinə|fikrincə|rəyincə|rəhbərliyi |başçılığı |sədrliyi |təşəbbüsü |dəvəti |"
    r"iştirakı |imzası |moderatorluğu |tapşırığı |müşayiəti |qəbulunda|bildirdiyinə|dediyinə|görüşündə|görüşü |"
    r"çıxışı|məruzəsi|təqdimatı|adından|qeyd etdiyi|vurğuladığı|açıqladığı|apardığı|imzaladığı|təmsil etdiyi|səfəri |"
    r"təklifi "
)
_OF = re.compile(r"(?P<base>.{3,}?)[ıiuü]n\Z")
_LETTER = re.compile(r"[a-zəöüğışç]{1,2}\.")
_GENITIVE = re.compile(r"(?P<base>.{2,}[aeıioöuüə])n[ıiuü]n")
_MET = re.compile(
    r"(?:görüş|birgə|birlikdə|bir araya|danışıq|əməkdaşlıq|müqavilə|saziş|memorandum|söhbət|müzakirə|fikir|"
    r"telefon|tanış)"
)
_GIVEN = re.compile(r"(?:diplom|təqdim|təşəkkür|mükafat|veril|hədiyyə|minnətdar|sertifikat|söz veril|müraciət)")
_TO = re.compile(r"(?P<base>.{2,}[ıiuüaəe])y[aə]\Z")
_BY_FOLLOWING = (
    (_TAKEN, _ACCUSATIVE, "acc"), (_MET, _WITH, "with"), (_ENTRUSTED, _DATIVE, "dat"), (_GIVEN, _TO, "dat"),
)  # fmt: skip
"""What follows a name in a case, the name in it, and the case."""


def after_deed(sentence: Sentence, at: int) -> bool:
    """Whether a participle of what only people do stands before a name: BTİ-ni təmsil edən Marko Vidal."""
    hits = (sentence.grammar.triggers.at(sentence.lowered, n) for n in (at - 2, at - 1))
    reach = [hit for n, hit in zip((2, 1), hits, strict=True) if hit is not None and hit[0] == n]
    said = sentence.lowered[at - 1].endswith(("an", "ən"))
    return said and any(hit[1].name in _DEEDS for hit in reach) and not sentence.gap(at - 1, at).strip()


def is_of_something(run: tuple[Word, ...], told: Grammar) -> bool:
    """Whether two capital words are a noun and what it is of: Neftin İstehsalı."""
    of, what = run[0].lower, run[-1].lower
    return len(run) > 1 and of not in told.given and of.endswith(("ın", "in", "un", "ün")) and what.endswith(_NOUN_ENDS)


def without_case(sentence: Sentence, last: Word) -> tuple[str, str]:
    """A name's last word without its case, and the case, where the next word takes it: … Coşkunu qəbul edib."""
    at = sentence.index_from(last.end)
    if at >= len(sentence.words) or sentence.text[last.end : sentence.words[at].start].strip():
        return "", ""
    following = " ".join(sentence.lowered[at : at + 2])
    if _SAID_BY.match(following) and (owned := _OF.fullmatch(last.text)) is not None:
        return owned["base"], "gen"
    for follows, pattern, case in _BY_FOLLOWING:
        match = pattern.fullmatch(last.text) if follows.match(following) else None
        if match is not None:
            return match["base"], case
    return "", ""


def is_abbreviated(sentence: Sentence, at: int) -> bool:
    """Whether a word is a letter of a degree: t.e.d., f.ə.d."""
    return sentence.grammar.code == "az" and _LETTER.match(sentence.text, sentence.words[at].start) is not None


def genitive(last: str) -> tuple[str, str]:
    """A surname that ends in a vowel without the genitive's ending, and the case: Sanginin."""
    match = _GENITIVE.fullmatch(last)
    return (match["base"], "gen") if match is not None else (last, "")


def opens_head(sentence: Sentence, at: int) -> bool:
    """Whether a word is the first of a head of two: rektor Emin Bəyli İnnovasiyalar Evinin …"""
    if sentence.grammar.code != "az" or at + 1 >= len(sentence.words) or sentence.gap(at, at + 1) != " ":
        return False
    form = sentence.grammar.form(sentence.lowered, at + 1, "heads")
    return form is not None and form.entry.length > 1


def begins_after_owner(pair: tuple[Word, ...], told: Grammar) -> bool:
    """Whether a name follows a surname in the genitive: İsmayılovun Şota."""
    return told.code == "az" and _OWNED_SURNAME.search(pair[0].text) is not None


def follows_several(sentence: Sentence, found: Sequence[Mention], at: int, posts: Sequence[int]) -> bool:
    """Whether a name is joined to that of a person right after a post in the plural; `posts` are their last words."""
    text, place = sentence.text, sentence.words[at].start
    for before in reversed(found) if posts else ():
        if text[before.end : place] not in (", ", " və "):
            return False
        if sentence.index_from(before.start) - 1 in posts:
            return True
        place = before.start
    return False


def begins_other(run: tuple[Word, ...], told: Grammar) -> bool:
    """Whether the third of three capital words is another's first name, after a first name and a surname."""
    first, last, third = (word.lower for word in run)
    return told.code == "az" and first in told.given and third in told.given and SURNAME.search(last) is not None
