"""Russian names and words in a case: their nominatives, and which are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kg.draft.language.families import stems
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence

_LEAST_STEM = 3
_ENDING = re.compile(
    r"|[аеиоуыьйюя]|о[йемв]|е[йемв]|ы[йемхю]|и[йемхю]|ь?ю|[ая][мх]|[ая]ми|[ыи]ми|ого|его|ому|ему|ая|яя|ую|юю|ов|ев|ия|ию|ии|ие|ием"
)
ADJECTIVE = re.compile(r".+(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ом|ем|ым|им|ую|юю|ей|ые|ие|ых|их)\Z")


def one_name(one: str, other: str) -> bool:
    """Whether two folded names are one in two cases: each word begins alike and differs in its ending alone.

    >>> one_name("белая ворона", "белую ворону"), one_name("искра", "спектр")
    (True, False)
    """
    left, right = one.split(), other.split()
    return len(left) == len(right) and all(map(_one_word, left, right))


def _one_word(one: str, other: str) -> bool:
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    ends = one[alike:], other[alike:]
    return one == other or (alike >= _LEAST_STEM and all(_ENDING.fullmatch(end) for end in ends))


def is_several(word: str, stem: str) -> bool:
    """Whether a noun in small letters, whose stem this is, stands in the plural: центров, школами, лабораторий.

    >>> is_several("центров", "центр*"), is_several("компаний", "компани*"), is_several("школой", "школ*")
    (True, True, False)
    """
    stem = stem.split()[-1].rstrip("*")
    rest = word[len(stem) :] if word.startswith(stem) else ""
    if stem.endswith("и"):
        return rest in ("й", "ях", "ям", "ями", "ев")
    return rest in ("ов", "ев", "ах", "ам", "ами", "ях", "ям", "ями")


_AGREEING = (
    (re.compile(r"(?:ого|его)\Z"), re.compile(r"(?:[ая]|[ое]го)\Z")),
    (re.compile(r"(?:ому|ему)\Z"), re.compile(r"(?:[ую]|[ое]му)\Z")),
    (re.compile(r"(?:[оеё]вым|иным|[сц]ким)\Z"), re.compile(r"[оеёаяыи]м\Z")),
    (re.compile(r"(?:ую|юю)\Z"), re.compile(r"[уюь]\Z")),
    (re.compile(r"(?:ыми|ими)\Z"), re.compile(r"[аяыи]ми\Z")),
    (re.compile(r"[^о](?:ом|ем)\Z"), re.compile(r"(?:[еиу]|[ое]м)\Z")),
    (re.compile(r"(?:ой|ей)\Z"), re.compile(r"[^аяуюё]\Z|ью\Z")),
)
"""Endings of adjectives in a case, and what a noun of that case ends in."""
_WITHOUT_CASES = frozenset({"нии", "ниу", "ниту", "оэз", "сэз", "аэс", "нпз", "бюро", "экспо", "цод", "ниц", "кб"})


def disagrees(adjective: str, head: str) -> bool:
    """Whether a word like an adjective stands in another case than the head after it.

    >>> disagrees("учёные", "института"), disagrees("учебные", "центры"), disagrees("омского", "института")
    (True, False, False)
    >>> disagrees("официальное", "центра"), disagrees("новая", "школа"), disagrees("деловой", "совет")
    (True, False, False)
    >>> disagrees("луниным", "компанию"), disagrees("лужским", "институтом"), disagrees("луниной", "компанию")
    (True, False, True)
    """
    for ending, of_head in _AGREEING:
        if ending.search(adjective) and head not in _WITHOUT_CASES and not head.endswith("о"):
            return of_head.search(head) is None
    if adjective.endswith(("ые", "ие")):
        return head.endswith(("а", "у", "ом", "е", "ства", "ству", "ой", "ия", "ии"))
    if adjective.endswith(("ое", "ее")):
        return not head.endswith(("о", "е", "ё"))
    if adjective.endswith(("ая", "яя")):
        return not head.endswith(("а", "я", "ь"))
    return adjective.endswith("ый") and re.search(r"[аеиоуыюя]\Z", head) is not None


_SINGLE = re.compile(r"(?:[ыио]й|ого|его|ому|ему|[ыи]м|[ое]м|ая|яя|[ое]й|ую|юю|ое|ее)\Z")


def is_single(word: str) -> bool:
    """Whether a Russian word in small letters has the ending of an adjective in the singular.

    >>> is_single("томского"), is_single("томские")
    (True, False)
    """
    return _SINGLE.search(word) is not None


def is_adjective(word: str) -> bool:
    """Whether a Russian word in small letters has the ending of an adjective, in whatever case."""
    return ADJECTIVE.match(word) is not None


def nominative_name(sentence: Sentence, start: int, head: int, index: int, end: int, form: Form) -> str:
    """A Russian name with its head in the nominative, where that is easily told."""
    words = sentence.words
    text = " ".join(sentence.text[words[start].start : words[end].end].split())
    word = words[head].text
    for neuter in stems(sentence.grammar, "neuter_head"):
        if word.lower().startswith(neuter):
            told = word[: len(neuter)] + ("е" if neuter[-1] == "и" else "о")
            before = _before(sentence, start, head, False, neuter=form.case not in ("", "acc"))
            return (before if form.case else text[: text.find(word)]) + told + _after(sentence, head, end)
    stem = form.entry.words.split()[0].rstrip("*")
    parts = form.entry.words.replace("-", " ").split()
    if len(parts) > 1 and parts[-1].endswith("*") and start < index:
        stem = parts[-1].rstrip("*")  # Регионального акселерационного центра, мастер-классе
        if form.case and words[index].lower.startswith(stem) and stem[-1] not in "еь":
            ending = {"и": "я"}.get(stem[-1], "а" if stem in sentence.grammar.feminine else "")
            base = words[index].text[: len(stem)] + ending
            return _before(sentence, start, index, bool(ending)) + base + _after(sentence, index, end)
        return text
    whole = form.entry.length == 1 or not form.entry.words.endswith("*")
    if form.case and word.lower().startswith(stem) and whole:
        feminine = {"и": "я"}.get(stem[-1], "а" if stem in sentence.grammar.feminine else "")
        feminine = "ь" if stem == "сет" else feminine
        base = word[: len(stem)] + (feminine or {"фестивал": "ь", "музе": "й"}.get(stem, ""))
        return _before(sentence, start, head, bool(feminine)) + base + _after(sentence, head, end)
    return text


def _before(sentence: Sentence, start: int, head: int, feminine: bool, *, neuter: bool = False) -> str:
    """The words before a head in the nominative, with the hyphens and spaces that part them: Ферганский научно-."""
    told = []
    for at in range(start, head):
        gap = " ".join(sentence.gap(at, at + 1).split()) or " "
        word = sentence.words[at].text
        if gap != "-" or at + 1 >= head:
            plain = nominative_adjective(word, feminine)
            word = re.sub(r"(?:ый|ий|ой)\Z", "ее" if plain[-3:-2] in "шжчщ" else "ое", plain) if neuter else plain
        told.append(word + gap)
    return "".join(told)


def _after(sentence: Sentence, head: int, end: int) -> str:
    """What follows a head within its name, as it stands."""
    text = sentence.text[sentence.words[head].end : sentence.words[end].end]
    return (" " if text[:1].isspace() else "") + " ".join(text.split())


def nominative_noun(name: str, stem: str) -> str:
    """A name that begins with a noun of this stem, the noun in the nominative; another as it stands.

    >>> nominative_noun("соглашения о дружбе", "соглашени"), nominative_noun("Меморандума", "меморандум")
    ('соглашение о дружбе', 'Меморандум')
    """
    word, *rest = name.split(" ")
    if not word.lower().startswith(stem) or len(word) - len(stem) > _LEAST_STEM:
        return name
    ending = next((end for close, end in _NOMINATIVES if stem.endswith(close)), "")
    return " ".join([word[: len(stem)] + ending, *rest])


def nominative_paper(name: str, stems: Sequence[str]) -> str:
    """The name of an agreement, its noun in the nominative and the adjective before that, where one is.

    >>> nominative_paper("учредительного договора", ["учредительн", "договор"])
    'учредительный договор'
    """
    first, _, rest = name.partition(" ")
    if not rest or len(stems) < _PAIR or not stems[0].endswith("н") or not first.lower().startswith(stems[0]):
        return nominative_noun(name, stems[0])
    noun = nominative_noun(rest, stems[1])
    sort = {"е": 1, "о": 1, "а": 2, "я": 2}.get(noun.split()[0][-1], 0)
    ending = (("ий", "ее", "яя") if stems[0].endswith("сторонн") else ("ый", "ое", "ая"))[sort]
    return f"{first[: len(stems[0])]}{ending} {noun}"


_GATHERINGS = (
    (re.compile(r"\bкругл\w+ стол\w*"), "круглый стол"),
    (re.compile(r"\bпресс-конференци\w+"), "пресс-конференция"),
    (re.compile(r"\bцеремони\w+(?= \w+(?:ия|ний)\b)"), "церемония"),
    (re.compile(r"\bвстреч\Z"), "встречи"),
)
"""Gatherings of several words, and one whose genitive in the plural has no ending, in the nominative."""


def nominative_gathering(name: str) -> str:
    """What a gathering is called by its sort, in the nominative, where more than its last word shows the case.

    >>> nominative_gathering("круглом столе"), nominative_gathering("церемонии открытия")
    ('круглый стол', 'церемония открытия')
    """
    for pattern, plain in _GATHERINGS:
        name = pattern.sub(plain, name)
    return name


_PAIR = 2
_NOMINATIVES = (
    ("ени", "е"),
    ("и", "я"),
    ("ств", "о"),
    ("письм", "о"),
    ("сделк", "а"),
    ("карт", "а"),
    ("программ", "а"),
)
"""How stems of agreements end, and what the nominative adds."""


_STRESSED = frozenset(
    [
        "нефтян",
        "делов",
        "цифров",
        "миров",
        "морск",
        "лесн",
        "речн",
        "земн",
        "степн",
        "городск",
        "областн",
        "краев",
        "правов",
        "трудов",
        "больш",
        "молод",
        "друг",
        "втор",
        "шест",
        "седьм",
        "восьм",
        "прям",
        "сквозн",
        "головн",
        "передов",
        "бытов",
        "годов",
        "строев",
        "полев",
        "силов",
        "звуков",
        "языков",
        "игров",
        "боев",
        "целев",
        "долгов",
        "биржев",
        "складск",
        "заводск",
        "донск",
        "тверск",
        "речев",
        "зернов",
        "водян",
        "шерстян",
        "льнян",
        "ручн",
        "родн",
        "коренн",
        "огнев",
        "пусков",
        "грузов",
        "путев",
        "нулев",
        "узлов",
        "теплов",
        "светов",
        "берегов",
        "лучев",
        "жил",
        "жив",
        "сырьев",
    ]
)
"""Stems of adjectives whose nominative ends in a stressed -ой: нефтяной, морской, цифровой (but not базовый)."""


def nominative_adjective(word: str, feminine: bool) -> str:
    """A Russian adjective in the nominative, masculine or feminine; what is none as it stands.

    >>> nominative_adjective("Томской", True), nominative_adjective("уральского", False)
    ('Томская', 'уральский')
    >>> nominative_adjective("Нефтяным", False), nominative_adjective("второго", False)
    ('Нефтяной', 'второй')
    """
    match = re.fullmatch(r"(.+?)(ого|его|ому|ему|ом|ем|ым|им|ой|ей|ую|юю)", word)
    if match is None:
        return word
    soft = match[1][-1] in "кгхшщжч"
    if not feminine and match[1].lower() in _STRESSED:
        return match[1] + "ой"
    return match[1] + (("ая" if match[2][0] != "ю" else "яя") if feminine else "ий" if soft else "ый")
