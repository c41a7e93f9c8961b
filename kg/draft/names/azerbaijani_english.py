"""English names in Azerbaijani sentences: Plug and Play, Bank of Baku, Startup Azerbaijan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.grammar import grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.given_names import SURNAME
from kg.draft.names.heads import is_field
from kg.draft.spans import Mention

_WORD = r"[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]+)*"
_RUN = re.compile(
    rf"(?<!\w){_WORD}(?: {_WORD}){{0,2}}(?: (?:of|and|for|in|&)(?: the)? {_WORD}(?: {_WORD}){{0,2}}){{1,3}}(?!\w)"
)
"""Words in English letters that small English words join, which no Azerbaijani sentence has but in names."""
_APART = re.compile(r"[-–'’]([^\W\d_A-Z]{1,5})(?!\w)")
_INNER = re.compile(r" (?:of|for|in) ")
_LEAST_NAME = 4
_SORTS = "şəhər|rayon|vilayət|qəsəbə|kənd|bölgə|universitet|institut|mərkəz"
"""What says of the word before it what it is, so that the word may be one of another name."""
_GUESSED = (Reason.BY_CAPITALS, Reason.CLASS_GUESSED)


def english_runs(sentence: Sentence) -> list[Mention]:
    """The names of an Azerbaijani sentence that English connectors join."""
    if sentence.grammar.code != "az":
        return []
    found = []
    for match in _RUN.finditer(sentence.text, sentence.start, sentence.end):
        first, last = sentence.index_from(match.start()), sentence.index_from(match.end()) - 1
        while _is_other(sentence, first) and sentence.words[first + 1].is_capital:
            first += 1
        while sentence.words[last - 1].is_capital and _is_possessed(sentence, last):
            last -= 1
        found.append(_run(sentence, sentence.words[first].start, sentence.words[last].end))
    return found


def _is_other(sentence: Sentence, at: int) -> bool:
    """Whether a capital word is of another name or of none: Universiteti Plug and Play, Əliyev Plug and Play."""
    other = sentence.grammar.form(sentence.lowered, at, "heads") is not None
    other = other or SURNAME.search(sentence.words[at].text) is not None
    return other or sentence.grammar.form(sentence.lowered, at, "posts") is not None


def _is_possessed(sentence: Sentence, at: int) -> bool:
    """Whether a capital word is a possessed Azerbaijani head, which no English name ends with."""
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    return form is not None and form.possessed


def _run(sentence: Sentence, start: int, end: int) -> Mention:
    name = sentence.text[start:end]
    told = _APART.match(sentence.text, end)
    case = (sentence.grammar.case_of(told[1]) or "") if told else ""
    end = told.end() if told and case else end
    after = sentence.index_from(end)
    beside = not case and after < len(sentence.words) and sentence.text[end : sentence.words[after].start] == " "
    told_by = sentence.grammar.form(sentence.lowered, after, "heads") if beside else None
    if told_by is not None and told_by.possessed and sentence.words[after].text[0].islower():
        return Mention(
            start, sentence.words[after].end, name, told_by.entry.name, "az", "english-head", 0.75, (Reason.BY_HEAD,),
            case=told_by.case, head=told_by.entry.words,
        )  # fmt: skip  # Cloud and Foam tədbirində
    form = grammar("en").form([_INNER.split(name)[0].split()[-1].lower()], 0, "heads")
    if form is None:
        return Mention(start, end, name, "Organisation", "az", "capitals", 0.5, _GUESSED, case=case)
    return Mention(start, end, name, form.entry.name, "az", "english-head", 0.75, (Reason.BY_HEAD,), case=case)


def is_english_place(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place, as English spells it, is of an English name in an Azerbaijani sentence: Startup Azerbaijan."""
    if sentence.grammar.code != "az" or mention.class_name not in ("Country", "City", "Region"):
        return False
    text = sentence.text[mention.start : mention.end]
    at = sentence.index_from(mention.start)
    told = re.split(r"[-'’]", text)[0].lower()
    if at == 0 or not in_family(told, sentence.grammar, "english_place"):
        return False
    return sentence.words[at - 1].is_capital and sentence.gap(at - 1, at) == " "


def is_first_of_pair(sentence: Sentence, at: int) -> bool:
    """Whether a hyphen joins two capital words of which nothing else tells, which are one name: Samruk-Kazyna."""
    if sentence.grammar.code != "az" or sentence.gap(at, at + 1) != "-":
        return False
    return all(len(word.text) > 2 and word.text[1:].islower() for word in sentence.words[at : at + 2])


def is_between(sentence: Sentence, at: int) -> bool:
    """Whether an acronym that is mostly a field of work stands between words of an English name: Step IT Academy."""
    words = sentence.words
    if sentence.grammar.code != "az" or not 0 < at < len(words) - 1 or not words[at].is_acronym:
        return False
    beside = all(word.is_capital and word.text.isascii() for word in (words[at - 1], words[at + 1]))
    return beside and sentence.gap(at - 1, at) == sentence.gap(at, at + 1) == " "


def is_named_within(sentence: Sentence, at: int) -> bool:
    """Whether a word that opens an Azerbaijani sentence stands alone with its capital within another, too."""
    word, text = sentence.words[at].text, sentence.text
    if sentence.grammar.code != "az" or len(word) < _LEAST_NAME or is_field(sentence.lowered[at], "az"):
        return False
    alone = rf"(?<=[a-zəöüığşç] ){re.escape(word)}(?:[-'’][a-zəöüığşç]+)?(?=[,.]| (?!{_SORTS})[a-zəöüığşç])"
    return re.search(alone, text) is not None


def with_countries(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, a quoted name made one with the pair of countries right before it: Türkiyə-Özbəkistan "X" …"""
    if sentence.grammar.code != "az":
        return list(mentions)
    found: list[Mention] = []
    for mention in mentions:
        pair = found[-2:]
        if mention.rule == "quoted-head" and len(pair) > 1 and _are_pair(sentence, pair, mention):
            start = pair[0].start
            mention.aliases.append(mention.name)
            mention.name = f"{sentence.text[start : mention.start]}{_own(sentence, mention)}"
            mention.start = start
            del found[-2:]
        found.append(mention)
    return found


def _are_pair(sentence: Sentence, pair: Sequence[Mention], mention: Mention) -> bool:
    """Whether two countries that a hyphen joins stand right before a mention."""
    left, right = pair
    countries = left.class_name == right.class_name == "Country" and not left.case and not right.case
    joined = sentence.text[left.end : right.start] in ("-", "–", " - ", " – ")
    return countries and joined and sentence.text[right.end : mention.start] == " "


def _own(sentence: Sentence, mention: Mention) -> str:
    """A quoted name with its marks and head as they stand, but for the head's case."""
    text = sentence.text[mention.start : mention.end]
    form = sentence.grammar.form(sentence.lowered, sentence.index_from(mention.end) - 1, "heads")
    word = sentence.words[sentence.index_from(mention.end) - 1]
    return text if form is None else text[: word.start + form.base_length - mention.start]
