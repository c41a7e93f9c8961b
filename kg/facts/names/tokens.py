"""A name read word by word: concepts, places, numbers, acronyms, and the rest, which are proper names."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache, lru_cache
from itertools import count

from kg.facts.names.folding import DATA, fold, pinyin_sounds, script, sounds
from kg.facts.names.inflection import RELATED, bases
from kg.facts.names.lexicon import ConceptKind, Phrase, read_lexicon, syllables
from kg.facts.names.territories import abbreviations, place_names
from kg.facts.names.words import Word, forms_of, is_initial, pinyin, simplified, words_of


class TokenKind(Enum):
    """What a part of a name is; the value is how much it tells of the thing."""

    NAME = ("name", 1.6)
    SYLLABLE = ("syllable", 0.8)
    """Of a Chinese name: nobody writes where one name ends."""
    PLACE = ("place", 1.0)
    ACRONYM = ("acronym", 1.2)
    NUMBER = ("number", 1.0)
    FIELD = ("field", 1.0)
    SCOPE = ("scope", 0.8)
    BODY = ("body", 0.8)
    FILLER = ("filler", 0.25)
    TITLE = ("title", 0.05)
    INITIAL = ("initial", 0.05)
    LEGAL = ("legal", 0.0)
    FUNCTION = ("function", 0.0)

    weight: float
    """How much a token of this kind counts."""

    def __init__(self, _label: str, weight: float) -> None:
        self.weight = weight

    # Asked for a great many times; the order of a set of kinds is never used.
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Token:
    """One part of a name.

    `concepts` are those of the lexicon that it may say, `places` codes of territories and cities (see
    `place_names`), `sounds` what it may sound like, `aside` says that it stood in parentheses, `at` is its place in
    the name. `said` is a number that tokens have in common which differ in no more than `aside` and `at`; it means
    nothing outside this process, and is 0 where nobody has counted the token.
    """

    text: str
    kind: TokenKind
    concepts: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    sounds: tuple[str, ...] = ()
    number: str = ""
    aside: bool = False
    at: int = 0
    said: int = field(default=0, init=False, compare=False, repr=False)


# The words of the longest phrase of the lexicon that is looked for.
_LONGEST = 12
_LONGEST_PLACE = 7
# The words of a phrase that is never read apart; of Chinese, characters.
_SHORT = {"zh": 3}
_HEADS = frozenset({"学院", "学会", "学校", "科技"})
_OFFICES = frozenset("局部院厅署")
"""Characters that end the name of a body, and may do so before another body's: 中国地震局地震预测研究所."""
_DIGITS = "〇一二三四五六七八九零"
_SHORTEST_REST = 4
_LANDS = {
    "中": "CN",
    "台": "TW",
    "港": "HK",
    "日": "JP",
    "美": "US",
    "英": "GB",
    "法": "FR",
    "德": "DE",
    "俄": "RU",
} | {"韩": "KR", "加": "CA", "澳": "AU", "印": "IN", "以": "IL", "亚": "142", "欧": "150", "非": "002"}
"""One character that stands for a country or a continent where two of them do: 中日, 台美."""
_LANDS_FIRST = frozenset("中台港日美英法德俄韩亚")
_AFTER_CITY = frozenset("人第中妇政公立民")
"""What follows the name of a city that ends in 城: 邹城市人民医院, but 武汉城市学院."""
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_CLOSED = {
    ConceptKind.BODY: TokenKind.BODY,
    ConceptKind.FIELD: TokenKind.FIELD,
    ConceptKind.SCOPE: TokenKind.SCOPE,
    ConceptKind.NUMBER: TokenKind.NUMBER,
    ConceptKind.FILLER: TokenKind.FILLER,
    ConceptKind.LEGAL: TokenKind.LEGAL,
    ConceptKind.TITLE: TokenKind.TITLE,
    ConceptKind.FUNCTION: TokenKind.FUNCTION,
}
# The languages to try on a word, besides the name's own, by its script.
_FALLBACKS = {"Latn": ("en",), "Cyrl": ("ru",)}


@lru_cache(maxsize=200_000)
def read_name(name: str, language: str, *, apart: bool = False) -> tuple[Token, ...]:
    """The parts of a name in the order of the text; with `apart`, long phrases are read word by word.

    Languages differ in what they say in one phrase: disease control, 疾病预防控制.

    >>> [(token.kind.name, sorted(token.concepts)) for token in read_name("Təhsil Nazirliyinin", "az")]
    [('FIELD', ['education']), ('BODY', ['ministry'])]
    >>> [token.kind.name for token in read_name("SOCAR Polymer MMC", "az")]
    ['ACRONYM', 'FIELD', 'LEGAL']
    """
    if apart and not any(" " in token.text for token in read_name(name, language)):
        return read_name(name, language)  # there is no phrase to take apart
    base = language.partition("-")[0]
    longest = max(map(len, name.split()), default=0)
    shouting = not any(character.islower() for character in name) and " " in name.strip() and longest > 6
    words = list(words_of(name, base, shouting=shouting))
    tokens: list[Token] = []
    at = 0
    while at < len(words):
        length, made = _read(words[at:], apart=apart)
        tokens += made
        at += length
    if any("named-after" in token.concepts for token in tokens):
        tokens = [_as_initials(token, tokens[at + 1 : at + 2]) for at, token in enumerate(tokens)]
    return tuple(_placed(token, index) for index, token in enumerate(tokens))


# The numbers of tokens; they go on where the table is emptied, so that none is given twice.
_numbers: dict[tuple[object, ...], int] = {}
_following = count(1)
_MOST_NUMBERS = 400_000


def _placed(token: Token, at: int) -> Token:
    """A token in its place, with the number of what it says."""
    what = (token.text, token.kind, token.concepts, token.places, token.sounds, token.number)
    said = _numbers.get(what)
    if said is None:
        if len(_numbers) >= _MOST_NUMBERS:
            _numbers.clear()
        said = _numbers[what] = next(_following)
    placed = replace(token, at=at)
    object.__setattr__(placed, "said", said)
    return placed


def _as_initials(token: Token, following: Sequence[Token]) -> Token:
    """Two capitals before a namesake are his initials: SA Gerasimov, IV Michurin."""
    short = len(token.text) == 2 and token.kind in (TokenKind.ACRONYM, TokenKind.NUMBER)
    if short and following and following[0].kind is TokenKind.NAME and not token.text.isdigit():
        return replace(token, kind=TokenKind.INITIAL, number="")
    return token


def _read(words: Sequence[Word], *, apart: bool = False) -> tuple[int, list[Token]]:
    """How many words the next token takes, and the tokens that they make (several for a compound)."""
    word = words[0]
    length, places = _places(words)
    if is_initial(word) and length < 2 and not (len(word.text) > 1 and _is_short_form(word)):
        return 1, [Token(word.text, TokenKind.INITIAL, sounds=_sounds(word), aside=word.aside)]
    if word.language == "zh" and (counted := _chinese_number(words)):
        return counted
    if word.language == "zh" and (lands := _two_lands(words)):
        return 2, lands
    phrases = _phrases(words)
    short = _SHORT.get(word.language, 1)
    if apart and phrases and len(phrases[0].words) > short and _is_telling(phrases[0]):
        phrases = _phrases(words[:short]) or phrases
    if not phrases and any(character.isdigit() for character in word.text):
        digits = re.sub(r"\D", "", word.text)
        return 1, [Token(word.text, TokenKind.NUMBER, number=digits, aside=word.aside)]
    if phrases and len(phrases[0].words) >= length:
        taken = len(phrases[0].words)
        made = _concept_tokens(words[:taken], phrases)
        if _is_school_of(words, taken):
            body = [("学",), (words[taken].raw,)]
            made += _concept_tokens(words[taken : taken + 1], read_lexicon().find(body, "zh"))
            return taken + 1, made
        if places and taken == length and made[0].kind in (TokenKind.SCOPE, TokenKind.FIELD, TokenKind.FILLER):
            made = [replace(made[0], places=places)]
        return taken, made
    if places:
        text = " ".join(word.text for word in words[:length])
        sounded = _sounds(word) if length == 1 else ()
        return length, [Token(text, TokenKind.PLACE, places=places, sounds=sounded, aside=word.aside)]
    if word.text in _ROMAN and word.raw.isupper():
        return 1, [Token(word.text, TokenKind.NUMBER, number=_ROMAN[word.text], aside=word.aside)]
    if word.acronym:
        code = abbreviations(word.language).get(fold(word.text))
        if code:
            return 1, [Token(word.text, TokenKind.PLACE, places=frozenset({code}), aside=word.aside)]
        return 1, [Token(word.raw, TokenKind.ACRONYM, sounds=_sounds(word), aside=word.aside)]
    if word.language != "zh" and (parts := _compound(word)):
        return 1, parts
    if [each.raw for each in words[1:3]] == ["城", "市"] and words[3:] and words[3].raw in _AFTER_CITY:
        return 2, [Token(each.text, TokenKind.SYLLABLE, sounds=_sounds(each), aside=each.aside) for each in words[:2]]
    kind = TokenKind.SYLLABLE if word.language == "zh" else TokenKind.NAME
    return 1, [Token(word.text, kind, sounds=_sounds(word), aside=word.aside)]


def _concept_tokens(words: Sequence[Word], phrases: Sequence[Phrase]) -> list[Token]:
    lexicon = read_lexicon()
    text = " ".join(word.text for word in words)
    compound = next((phrase.concepts for phrase in phrases if len(phrase.concepts) > 1), ())
    if compound:
        others = {phrase.concepts[0] for phrase in phrases if len(phrase.concepts) == 1}
        found = []
        for concept in compound:
            own = lexicon.kind(concept)
            also = {other for other in others if lexicon.kind(other) is own}
            found.append(Token(text, _CLOSED[own], frozenset({concept, *also}), aside=words[0].aside))
        return found
    concepts = frozenset(phrase.concepts[0] for phrase in phrases if len(phrase.concepts) == 1)
    kinds = [_CLOSED[lexicon.kind(phrase.concepts[0])] for phrase in phrases]
    kind = TokenKind.BODY if TokenKind.BODY in kinds else kinds[0]
    number = next((c for c in sorted(concepts) if c.isdigit()), "")
    sounded = _sounds(words[0]) if len(words) == 1 else _run_together(words)
    return [Token(text, kind, concepts, sounds=sounded, number=number, aside=words[0].aside)]


def _is_short_form(word: Word) -> bool:
    """Whether two letters and a dot are a word of the lexicon cut short (Co., Dr.), no initials."""
    return bool(read_lexicon().find([(fold(word.text),)], word.language))


def _chinese_number(words: Sequence[Word]) -> tuple[int, list[Token]] | None:
    """A number of two digits or more, with or without 第 before it: 第九八八."""
    first = 1 if words[0].raw == "第" else 0
    digits = ""
    for word in words[first:]:
        if len(word.raw) != 1 or word.raw not in _DIGITS:
            break
        digits += str(_DIGITS.index(word.raw) % 10)
    if len(digits) < 2:
        return None
    return first + len(digits), [Token(digits, TokenKind.NUMBER, number=digits, aside=words[0].aside)]


def _two_lands(words: Sequence[Word]) -> list[Token]:
    """Two countries by one character each: 中日友好医院."""
    both = words[:2]
    if len(words) < 3 or words[0].raw not in _LANDS_FIRST or any(word.raw not in _LANDS for word in both):
        return []
    if words[0].raw == words[1].raw or _places(words)[0] > 1 or (_phrases(words) and len(_phrases(words)[0].words) > 1):
        return []
    return [Token(word.text, TokenKind.PLACE, places=frozenset({_LANDS[word.raw]}), aside=word.aside) for word in both]


def _is_school_of(words: Sequence[Word], taken: int) -> bool:
    """Whether 院 or 会 follows a phrase that ends in 学: 医学院 is a school of medicine, 医学会 its society."""
    if taken < 2 or words[0].language != "zh" or words[taken - 1].raw != "学":
        return False
    return len(words) > taken and words[taken].raw in ("院", "会")


def _compound(word: Word) -> list[Token]:
    """The parts of a word that opens with another, where both are known: восточноукраинский, geohazard."""
    for prefix, concept in _prefixes(word.language):
        rest = word.text.removeprefix(prefix)
        if rest == word.text or len(rest) < _SHORTEST_REST:
            continue
        forms, related = forms_of(rest, word.language), forms_of(rest, word.language, RELATED)
        _, made = _read([replace(word, text=rest, raw=rest, forms=forms, related=related)])
        if made[0].kind not in (TokenKind.NAME, TokenKind.FILLER, TokenKind.INITIAL):
            kind = _CLOSED[read_lexicon().kind(concept)]
            return [Token(prefix, kind, frozenset({concept}), aside=word.aside), *made]
    return []


@cache
def _prefixes(language: str) -> tuple[tuple[str, str], ...]:
    """`data/prefixes.csv`: what opens compounds in a language, with the concept that it says, the longest first."""
    with (DATA / "prefixes.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["prefix"], row["concept"]) for row in csv.DictReader(file) if row["language"] == language]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))


def _is_telling(phrase: Phrase) -> bool:
    """Whether a phrase says what a thing is or is about."""
    return read_lexicon().kind(phrase.concepts[0]) in (ConceptKind.BODY, ConceptKind.FIELD)


def _run_together(words: Sequence[Word]) -> tuple[str, ...]:
    """What a phrase of Chinese sounds like where another language takes it for a name: Minzu, Jiaotong."""
    return pinyin_sounds("".join(word.text for word in words)) if words[0].language == "zh" else ()


def _phrases(words: Sequence[Word]) -> list[Phrase]:
    """The longest phrases of the lexicon here, in the name's language before others."""
    lexicon, word = read_lexicon(), words[0]
    following = words[:_LONGEST]
    if word.language == "zh":
        found = lexicon.find([w.forms for w in following], "zh")
        if len(word.forms) > 1 and found and _takes_the_head(found[0], words):
            found = lexicon.find([w.forms for w in following[: len(found[0].words) - 1]], "zh") or found
        latin = lexicon.find([w.forms[-1:] for w in following], "zh-Latn")
        if len(word.forms) > 1:  # characters: equal pinyin is but a homophone, one character is too little to go by
            latin = []
            found = [phrase for phrase in found if len(phrase.words) > 1 or _may_stand_alone(phrase, words)]
        longest = max((len(phrase.words) for phrase in (*found, *latin)), default=0)
        return [phrase for phrase in (*found, *latin) if len(phrase.words) == longest]
    own = lexicon.find([w.forms for w in following], word.language)
    if own:
        return own
    writing = script(word.text)
    for language in _FALLBACKS.get(writing, ()) if len(word.text) > 4 else ():
        if language != word.language:
            found = lexicon.find([forms_of(w.text, language) for w in following], language)
            if found:
                return found
    for form in bases(word.text, word.language):
        heard = lexicon.heard(sounds(form, word.language), word.language)
        if heard and len(word.text) > 4:
            return heard
    return []


def _takes_the_head(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a Chinese phrase takes the first half of the word after it: 信息学 of 信息学院."""
    following = words[len(phrase.words) : len(phrase.words) + 1]
    return len(phrase.words) > 2 and words[len(phrase.words) - 1].raw + "".join(w.raw for w in following) in _HEADS


def _may_stand_alone(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether one Chinese character is a word here rather than a part of one: grammar, 省 and 市, a body at the end."""
    kind = read_lexicon().kind(phrase.concepts[0])
    if kind is ConceptKind.BODY:
        if len(words) > 2 and words[0].raw in _OFFICES:
            following = read_lexicon().find([word.forms for word in words[1 : 1 + _LONGEST]], "zh")
            if following and len(following[0].words) > 1:
                return True
        return len(words) == 1 or words[1].aside != words[0].aside or words[1].language != "zh"
    if kind is ConceptKind.NUMBER and len(words) > 1:  # 湘雅三医院
        following = read_lexicon().find([word.forms for word in words[1:3]], "zh")
        return bool(following) and read_lexicon().kind(following[0].concepts[0]) is ConceptKind.BODY
    return kind in (ConceptKind.FUNCTION, ConceptKind.FILLER)


def _places(words: Sequence[Word]) -> tuple[int, frozenset[str]]:
    """How many words name a place here (0 for none), and which."""
    word = words[0]
    tried = (word.language, "en") if script(word.text) == "Latn" and word.language != "zh" else (word.language,)
    if word.language == "kk" and script(word.text) == "Cyrl":
        tried = ("kk", "ru")
    for language in tried:
        names, firsts = _place_index(language)
        for length in range(min(_LONGEST_PLACE, len(words)), 0, -1):
            if language == "zh":  # by its characters: 山西 and 陕西 are both Shanxi in pinyin
                keys = [tuple(w.forms[0] for w in words[:length])] if length > 1 else []
            elif length == 1:
                keys = [(form,) for form in word.related]
            elif any(form in firsts for form in word.related):
                keys = _combinations([w.related for w in words[:length]])
            else:
                continue
            known = next((names[key] for key in keys if key in names), "")
            if known:
                return length, frozenset({known})
    return 0, frozenset()


@cache
def _place_index(language: str) -> tuple[dict[tuple[str, ...], str], frozenset[str]]:
    names = place_names("zh" if language == "zh" else language)
    if language == "zh":
        written = {tuple(simplified("".join(key))): code for key, code in names.items()}
        names = {**{tuple(pinyin("".join(key))): code for key, code in written.items()}, **written}
    return names, frozenset(key[0] for key in names)


def _combinations(forms: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    keys: list[tuple[str, ...]] = [()]
    for choices in forms:
        keys = [(*key, choice) for key in keys for choice in choices][:400]
    return keys


def _sounds(word: Word) -> tuple[str, ...]:
    """What a word may sound like: in its language, without its case, and as pinyin where it can be."""
    return _sounds_of(word.text, word.language)


@lru_cache(maxsize=200_000)
def _sounds_of(text: str, language: str) -> tuple[str, ...]:
    if language == "zh":
        return pinyin_sounds(text)
    forms = (*bases(text, language, ("gender", "related")), *bases(text, language, strict=True))
    if language == "ru":
        forms += bases(text, "ru", ("case", "related"))
    found = [sounds(form, language) for form in forms]
    if language in ("en", "") and syllables(fold(text)):
        found += pinyin_sounds(text)
    if script(text) == "Latn" and language not in ("en", ""):
        found.append(sounds(text, "en"))
    return tuple(dict.fromkeys(sound for sound in found if sound))[:16]
