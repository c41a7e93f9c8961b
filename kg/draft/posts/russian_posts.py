"""Russian posts: their names in the nominative, what may part them from their holders, and which are no longer held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import grammar
from kg.draft.language.words import Sentence
from kg.draft.names.russian_cases import ADJECTIVE, nominative_adjective

_DEGREE = re.compile(
    r"(?:,\s*|\s+)(?:(?:доктор|кандидат|д|к)\.?\s?[а-яё.-]{1,24}\s?(?:наук|н\.)(?:\s[А-ЯЁ]{2,4}(?:\sи\s[А-ЯЁ]{2,4})?)?|"
    r"(?:заслуженн|почётн|почетн)[а-яё]+ (?:[а-яё]+ ){1,5}[А-ЯЁ]{2,3}|"
    r"(?:PhD|Ph\.\s?D\.?|MBA)|д\.\s?э\.\s?н\.|(?:профессор|доцент|академик)(?:\s[А-ЯЁ]{2,6})?)(?=[\s,]|\Z),?"
)
"""An academic degree or title between a post and its holder, with its commas."""
_LONGEST_BRACKET = 60
_BRACKET = re.compile(r"\s?\((?=[^()]*[A-Za-zА-Яа-яё]{2})[^()]{2,60}\)")
_AS_IT_IS = frozenset({"обязанности", "атташе", "глава", "судья", "первое", "пресс-атташе"})
_IRREGULAR = {
    "посл": "посол",
    "глав": "глава",
    "владельц": "владелец",
    "совладельц": "совладелец",
    "завкафедр": "завкафедрой",
    "секретар": "секретарь",
    "секретарём": "секретарь",
}
_GOVERNED = re.compile(r"зам(?!ест|пред(?!с)|мэр)[а-яё]{3,}|зав(?:отдел|сектор)")
"""A Russian post in one word with what it is of, which has no cases: замминистра, завотделом."""
_OVER = re.compile(r"завед\w+щ\w+ |(?:управляющ|командующ)\w+ (?:\w+(?:ами|ями|ой)\Z)")
"""A participle that stands for a post, with what it is over: заведующий кафедрой, управляющий делами."""
_NOUN = re.compile(r"(?P<stem>.*[бвгджзйклмнпрстфхцчшщ])(?:а|у|ом|е|я|ю|ем|ём|ы|ой|и)\Z")
_SOFT = re.compile(r"(?:тел|седател|олимп|секретар)\Z")


_PARTS = (",", "–", "—", "-", ";", ":")
_JOINS = ("и", "а", "также")
_PLACED = ("в", "во", "на", "из", "от", "до", "при", "для", "о", "об", "за", "у", "после", "перед")
"""What opens words that no longer say of what field a post is."""
_MOST_BEFORE_PART = 2
_MOST_OF_PORTFOLIO, _MOST_BEFORE_AND = 12, 6
_OF_FIELD = re.compile(r"..(?:[аяыи]|[оеё]в|ей|ий|[оые]х|[ое]го|ой|ам|ям|ым|им|ому|ему|ств|ию|ью)\Z")
"""What the words end in that say of what somebody is minister: науки, высшего образования, по делам молодёжи."""
_SEVERAL = re.compile(r"(?:тор|ент|ник|стр|дат|ер|сул|уст|кан|рор|ат)ов\Z|(?:тел|дар|тар)ей\Z")
_VERB = re.compile(r".{2,}(?:[аеёиюуя]т(?:ся)?|[аяиыуе]л(?:и|ся|ась|ось|ись)|[аяи]л|(?<!ос)ть(?:ся)?)\Z")


def is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a small Russian word has the ending of a finite verb or an infinitive, and is no noun for a body."""
    word, told = sentence.lowered[at], sentence.grammar
    if not sentence.words[at].text.islower() or _VERB.fullmatch(word) is None:
        return False
    return told.form(sentence.lowered, at, "heads") is None and not in_family(word, told, "no_verb")


def complement_end(sentence: Sentence, last: int, limit: int, *, fields: bool) -> int:
    """Where the words end that tell of what a post is, before `limit`: not a verb, an age or a rank of its holder.

    `fields`: whether commas may list what somebody is minister of.
    """
    at = last + 1
    while at < len(sentence.words) and sentence.words[at].start < limit:
        word = sentence.lowered[at]
        ends = word[0].isdigit() or in_family(word, sentence.grammar, "beside_holder") or is_verb(sentence, at)
        gap = sentence.gap(at - 1, at)
        ends = ends or "(" in gap or (gap != "-" and gap.strip() in _PARTS and not (fields and gap == ", "))
        if ends or sentence.grammar.appoint.at(sentence.lowered, at) is not None:
            break
        at += 1
    while at - 1 > last and sentence.lowered[at - 1] in _JOINS:
        at -= 1
    return sentence.words[at - 1].end


def portfolio_end(sentence: Sentence, last: int) -> int:
    """Where the small words end that say of what somebody is minister behind a name: министр [науки, угля и леса], …

    The end of the post itself where none do. A comma is of a list of fields only if «и» ends it.
    """
    words, lowered, at, end = sentence.words, sentence.lowered, last + 1, last
    first = at + (lowered[at : at + 1] == ("по",))
    for at in range(first, min(first + _MOST_OF_PORTFOLIO, len(words))):
        gap, word = sentence.gap(at - 1, at), lowered[at]
        if gap == ", " and not _list_goes_on(sentence, at):
            break
        if gap not in (" ", "-", ", ") or not words[at].text.islower() or is_verb(sentence, at):
            break
        if word in _JOINS[:1]:
            continue
        if not _OF_FIELD.search(word) or word in _PLACED or in_family(word, sentence.grammar, "beside_holder"):
            break
        end = at
    return words[end].end


def _list_goes_on(sentence: Sentence, at: int) -> bool:
    """Whether «и» ends, before another comma or a capital, the list that a word behind a comma goes on with."""
    for after in range(at + 1, min(at + 1 + _MOST_BEFORE_AND, len(sentence.words))):
        if sentence.gap(after - 1, after) not in (" ", "-", ", ") or not sentence.words[after].text.islower():
            return False
        if sentence.lowered[after] == "и":
            return True
        if not _OF_FIELD.search(sentence.lowered[after]):
            return False
    return False


def field_end(sentence: Sentence, last: int, limit: int) -> int:
    """Where the small words end that say of what field or part a post is: проректор [по науке], декан [факультета].

    The end of the post itself where none do; `limit` is where they end at the latest.
    """
    words, lowered, grammar, at = sentence.words, sentence.lowered, sentence.grammar, last + 1
    opens = range(at, min(at + 1 + _MOST_BEFORE_PART, len(words)))
    part = next((n for n in opens if in_family(lowered[n], grammar, "part_of_body")), len(words))
    told = all(ADJECTIVE.match(lowered[n]) for n in range(at, part)) if part < len(words) else False
    if not told and (at >= len(words) or "по" not in (lowered[last], lowered[at])):
        return words[last].end
    while at < len(words) and words[at].end <= limit and sentence.gap(at - 1, at) in (" ", "-"):
        if not words[at].text.islower() or is_verb(sentence, at) or in_family(lowered[at], grammar, "beside_holder"):
            break
        if lowered[at] in ("с", "со") and not in_family(lowered[at - 1], grammar, "work_with"):
            break
        if lowered[at] in _PLACED or grammar.appoint.at(lowered, at) is not None:
            break
        at += 1
    while at - 1 > last and lowered[at - 1] in (*_JOINS, "по"):
        at -= 1
    return words[at - 1].end


def is_several_posts(sentence: Sentence, at: int) -> bool:
    """Whether a Russian post in the genitive of the plural is nobody's: Кабинет министров, but один из директоров."""
    return _SEVERAL.search(sentence.lowered[at]) is not None and sentence.lowered[at - 1 : at] != ("из",)


@cache
def _was() -> re.Pattern[str]:
    """What tells of a post of former days between a person and it."""
    words = alternatives(grammar("ru"), "formerly")
    return re.compile(rf"\b(?:был[аи]?(?!\s(?:\w+\s)?(?:назнач|избран|утвержд|освобожд|уволен|отстран))|{words})\b")


def is_of_state(name: str, first: str) -> bool:
    """Whether a post in one word is one of a state, of which no body need be told: вице-премьер, Президент."""
    return name in ("премьер-министр", "вице-премьер", "премьер") or (name == "президент" and first == "П")


def without_brackets(gap: str) -> str:
    """What stands between a post and a person without what brackets say of the body.

    >>> without_brackets(" фонда «X» (основан в 2020 году) "), without_brackets(" НИИ (1999—2003), ")
    (' фонда «X» ', ' НИИ (1999—2003), ')
    """
    return _BRACKET.sub("", gap)


def is_bracketed(sentence: Sentence, at: int) -> bool:
    """Whether a word stands in short brackets."""
    place = sentence.words[at].start
    opened = sentence.text.rfind("(", max(sentence.start, place - _LONGEST_BRACKET), place)
    return (
        opened >= 0
        and ")" not in sentence.text[opened:place]
        and ")" in sentence.text[place : place + _LONGEST_BRACKET]
    )


def without_degrees(gap: str) -> str:
    """What stands between a post and a person without the degrees and titles of the person.

    >>> without_degrees(" РАУ, д.э.н. РА и РФ, профессор "), without_degrees(" АО «Мост», ")
    (' РАУ ', ' АО «Мост», ')
    """
    told = _DEGREE.sub("", gap)
    return told if told.endswith(" ") or told == gap else told + " "


def was_held(gap: str) -> bool:
    """Whether the words between a person and a post after it say that it was held in former days."""
    return _was().search(gap.rpartition(", ")[2] if gap.startswith(", ") and gap.count(", ") > 1 else gap) is not None


def nominative_post(words: Sequence[str]) -> list[str]:
    """The words of a post with its adjectives and first noun in the nominative.

    >>> nominative_post(["генеральным", "директором"]), nominative_post(["Главой"]), nominative_post(["послом"])
    (['генеральный', 'директор'], ['глава'], ['посол'])
    >>> " ".join(nominative_post(["первого", "заместителя", "министра"]))
    'первый заместитель министра'
    """
    told: list[str] = []
    for at, word in enumerate(words):
        if len(word) > 1 and word.isupper():
            return [*told, *words[at:]]
        small = word[0].lower() + word[1:]
        if small == "временно":
            told.append(small)
            continue
        if at + 1 < len(words) and _OVER.match(f"{small} {words[at + 1]}"):
            return [*told, nominative_adjective(small, False), *words[at + 1 :]]
        if at + 1 < len(words) and ADJECTIVE.match(small) and not small.endswith(("ом", "ем", "ём")):
            told.append(nominative_adjective(small, False))
            continue
        return [*told, _noun(small), *words[at + 1 :]]
    return told


def _noun(word: str) -> str:
    match = _NOUN.fullmatch(word)
    if match is None or word in _AS_IT_IS or _GOVERNED.match(word):
        return nominative_adjective(word, False) if word.endswith(("его", "ему", "щим")) else word
    stem = match["stem"]
    return _IRREGULAR.get(stem, stem + ("ь" if _SOFT.search(stem) else ""))


def is_in_name(sentence: Sentence, at: int) -> bool:
    """Whether a word for a post only is of a body's name: Университет имени Первого Президента, Фонд Президента."""
    words, lowered = sentence.words, sentence.lowered
    if not (words[at].is_capital and lowered[at].endswith(("а", "я"))):
        return False
    first = at
    while first > 0 and words[first - 1].is_capital and lowered[first - 1].endswith(("ого", "его")):
        first -= 1
    if first == 0 or sentence.gap(first - 1, first).strip(". "):
        return False
    named = lowered[first - 1] in ("имени", "им")
    return named or (first < at and sentence.grammar.form(lowered, first - 1, "heads") is not None)
