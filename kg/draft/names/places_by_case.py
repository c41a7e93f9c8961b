"""Towns that nobody knows, told by their case or by what stands before: Khorasmada, in Khorasma, в Хорезмске."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention
from kg.facts.names.folding import lower

_REASONS = (Reason.BY_CASE, Reason.CLASS_GUESSED)


_MANY = re.compile(r"...[гкхжчшщндл]ах\Z")
"""What towns with a plural name end in: в Мытищах, в Химках."""
_WHERE = frozenset({"in", "from", "namely", "cities", "towns", "regions", "counties"})
"""What a list of towns stands after."""
_JOINED = re.compile(r"(?: \([^()]{3,40}\))?(?: and |, and |, )")
"""What stands between two towns of a list, the country of the first in brackets: Naryn (Kyrgyzstan) and Khorog."""
_JOINING = re.compile(_JOINED.pattern + r"\Z")
_BEGINS_CLAUSE = re.compile(
    r", and [\w'’-]+ (?:will|has|have|had|plans|also|(?!regions|cities|districts)[a-z]{3,}(?:ed|s))\b"
)
"""What parts a town from the subject of the next clause: in Bilasuvar, and Larkon founded."""
_INNER_CAPITAL = re.compile(r"[а-яәіңғүұқөһ][А-ЯӘІҢҒҮҰҚӨҺ]")
_WIDE = frozenset({"Africa", "Asia", "Europe", "Eurasia", "America", "Caucasus", "Balkans", "Caspian", "Antarctica"})
_WIDE_REGIONS = _WIDE | {
    "Middle East", "Near East", "Far East", "South Caucasus", "North Africa", "Southeast Asia", "South Asia",
    "East Asia", "West Asia", "Latin America", "North America", "South America", "Eastern Europe", "Western Europe",
    "Asia Pacific", "Western Balkans", "Global South", "Asia-Pacific", "Sub-Saharan Africa", "West Africa",
    "East Africa",
}  # fmt: skip
_WIDE_IN_RUSSIAN = re.compile(
    r"(?:Южн\w+ |Северн\w+ )?Кавказ\w{0,2}|Закавказь\w{1,2}|(?:Ближн|Дальн)\w+ Восток\w{0,2}|Балкан\w{0,3}|"
    r"(?:Латинск|Северн|Южн)\w+ Америк\w{1,2}|(?:Восточн|Западн|Центральн)\w+ Европ\w{1,2}|"
    r"(?:Юго-Восточн|Южн|Восточн|Западн)\w+ Ази\w{1,2}|Африк\w{1,2}|Европ[аыеу]|Евраз\w{2,3}"
)


def is_part_of_world(name: str, code: str) -> bool:
    """Whether capital words are a part of the world, which is no body.

    >>> is_part_of_world("Middle East", "en"), is_part_of_world("Кавказу", "ru"), is_part_of_world("Кавказбанк", "ru")
    (True, True, False)
    """
    return name in _WIDE_REGIONS if code == "en" else code == "ru" and _WIDE_IN_RUSSIAN.fullmatch(name) is not None


def second_place(
    sentence: Sentence, first: int, last: int, taken: Mapping[int, Mention], found: Sequence[Mention]
) -> Mention | None:
    """An unknown place that a conjunction joins to a city that something is in: in Bilasuvar and Neftchala."""
    before = taken.get(first - 1) or taken.get(first - 2) or (found[-1] if found else None)
    if sentence.grammar.code != "en" or first != last or before is None:
        return None
    if before.class_name == "Country" and sentence.text.startswith(" (", sentence.words[first].end):
        before = _town_of(sentence, before, (*taken.values(), *found))
    if before is None or before.class_name != "City":
        return None
    if not _JOINED.fullmatch(sentence.text, before.end, sentence.words[first].start):
        return None
    if sentence.words[first].is_acronym or not _opens_list(sentence, before, taken, found):
        return None
    word = sentence.words[first]
    if _BEGINS_CLAUSE.match(sentence.text, before.end):
        return None
    return Mention(word.start, word.end, word.text, "City", "en", "place-by-case", 0.6, _REASONS, case="loc")


def _town_of(sentence: Sentence, country: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The town that a country stands in brackets behind: Naryn (Kyrgyzstan)."""
    if sentence.text[country.start - 2 : country.start] != " (" or sentence.text[country.end : country.end + 1] != ")":
        return None
    return next((m for m in mentions if m.end == country.start - 2), None)


def _opens_list(sentence: Sentence, town: Mention, taken: Mapping[int, Mention], found: Sequence[Mention]) -> bool:
    """Whether a list of towns that ends with one opens after a word for where: in, from, the cities of."""
    known = {m.end: m for m in (*taken.values(), *found) if m.class_name == "City"}
    while (gap := _JOINING.search(sentence.text[: town.start])) and gap.start() in known:
        town = known[gap.start()]
    index = sentence.index_from(town.start)
    return index > 0 and sentence.lowered[index - 1] in _WHERE and not sentence.gap(index - 1, index).strip(" ,:")


def place_by_case(sentence: Sentence, first: int, last: int, end: int, case: str) -> Mention | None:
    """The town that a single unknown capital word is, where it is where something is; its case ends at `end`."""
    grammar, text = sentence.grammar, sentence.words[last].text
    if not _is_where(sentence, first, last, case, text):
        return None
    base, start = _base_of_place(grammar, text, case), sentence.words[first].start
    word = _town_word(grammar, sentence.lowered[first - 1]) if grammar.code == "ru" and first else None
    if word is not None:
        base, case = text, word  # зона города X
    return Mention(
        start,
        end,
        base,
        "City",
        grammar.code,
        "place-by-case",
        0.6,
        _REASONS,
        case=case or ("" if grammar.code == "ru" and base == text else "loc"),
    )


def _is_where(sentence: Sentence, first: int, last: int, case: str, text: str) -> bool:
    """Whether a single unknown capital word is where something is: Khorasmada, in Khorasma, в Хорезмске."""
    words, grammar = sentence.words, sentence.grammar
    if first != last or words[first].is_acronym or len(text) < 4 or text in _WIDE:
        return False
    if grammar.code == "kk" and (text.lower() in grammar.fields or _INNER_CAPITAL.search(text)):
        return False  # Сауда; ҚазҰУ–да
    if grammar.code == "az" and lower(text, "az") in grammar.given:
        return False  # İradə xanım Mahmudova
    if grammar.code == "tr" and not case:
        return False  # Toplantı Salonunda: places have an apostrophe
    if grammar.verb_last:
        ending = _locative(grammar, text.lower().replace("ʻ", "'"))
        return (bool(ending) and not case) or (case == "loc" and not words[first].is_acronym)
    before = sentence.lowered[first - 1] if first else ""
    told = grammar.triggers.at(sentence.lowered, first - 1) is not None if first else False
    if in_family(text.lower(), grammar, "no_town"):
        return False
    if grammar.code == "ru":
        return _town_word(grammar, before) is not None or (
            before in ("в", "во", "городе") and (text[-1] in "еи" or _MANY.search(text) is not None)
        )
    return (before == "in" or sentence.lowered[max(0, first - 2) : first] == ("town", "of")) and not told


def _town_word(grammar: Grammar, word: str) -> str | None:
    """The case of the Russian word for a town; None for another word."""
    form = grammar.form((word,), 0, "city_words")
    return form.case if form is not None and in_family(word, grammar, "of_town") else None


def _locative(grammar: Grammar, word: str) -> str:
    """The locative ending that a word has, the longest; empty for none."""
    told = [e for e, c in grammar.cases.items() if c == "loc" and word.endswith(e) and len(word) > len(e) + 2]
    return max((e for e in told if len(e) == 2), default="", key=len)


def _base_of_place(grammar: Grammar, text: str, case: str) -> str:
    if grammar.verb_last and not case:
        return text[: -len(_locative(grammar, text.lower()))].rstrip("'’ʼʻ")
    if grammar.verb_last:
        return re.split(r"['’ʼʻ]", text)[0]
    if grammar.code == "ru" and not case and _MANY.search(text):
        return text[:-2] + ("и" if text[-3] in "гкхжчшщ" else "ы")  # в Мытищах
    return text[:-1] if grammar.code == "ru" and text.endswith("е") else text
