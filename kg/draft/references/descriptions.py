"""The words that describe a thing without a name, and the thing that they describe: a regional training center."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.gatherings.azerbaijani_words import parts_description, with_number
from kg.draft.gatherings.kazakh_gathered import is_deed
from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.months import tells_time
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.kazakh_bodies import is_of_many
from kg.draft.names.kazakh_descriptions import opens_description, stands_after_this
from kg.draft.names.russian_cases import is_adjective, nominative_gathering, nominative_name
from kg.draft.references.english_descriptions import first_of_pair
from kg.draft.spans import Mention
from kg.facts.names.folding import capitalised
from kg.facts.new_source import slug

HELD = {
    "uz": ("Event", "Meeting"),
    "az": ("Event", "Meeting"),
    "kk": ("Event", "Meeting", "PanelDiscussion"),
}
"""What languages in which a verb ends the sentence say is held."""
MOST_MODIFIERS = 4
_SURE = 0.65
_CLITICS = frozenset({"де", "да", "те", "та", "də", "da", "de", "ham"})
_ROMAN = re.compile(r"[IVXІХ]{1,6}")


def span_of(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Where the words from `first` to `last` stand in the text."""
    return sentence.words[first].start, sentence.words[last].end


def first_word(sentence: Sentence, index: int, form: Form, mentions: Sequence[Mention]) -> int | None:
    """The first word of a description by its head; None where an article should open it and none does."""
    grammar, lowered = sentence.grammar, sentence.lowered
    first = index - form.entry.length + 1
    while first > 0 and index - first < MOST_MODIFIERS + form.entry.length and not sentence.gap(first - 1, first)[1:]:
        word = sentence.words[first - 1]
        if grammar.indefinite and word.lower in grammar.indefinite:
            return first if first < 2 or lowered[first - 2] != "such" else None  # such a center
        if grammar.code == "en" and any(m.case == "gen" and m.start <= word.start < m.end for m in mentions):
            return first  # Astana Hub's office
        number = grammar.code == "kk" and _ROMAN.fullmatch(word.text) is not None  # II форумы
        if not (word.text.islower() or number) or any(m.start <= word.start < m.end for m in mentions):
            break
        if grammar.code == "ru" and in_family(word.lower, grammar, "such"):
            return None  # открываем такой центр: one of many
        if grammar.pronouns.at(lowered, first - 1) or grammar.pronouns.at(lowered, max(0, first - 2)):
            break
        if grammar.code == "en" and (pair := first_of_pair(sentence, first)) is not None:
            return pair  # a training and laboratory center
        if word.lower in grammar.stops or grammar.conjunctions.at(lowered, first - 1):
            break
        if grammar.code == "ru" and not is_adjective(word.lower) and sentence.gap(first - 1, first) != "-":
            break  # в работе форума
        if grammar.code == "kk" and opens_description(sentence, first - 1):
            break
        if grammar.code == "az" and parts_description(sentence, first - 1, form):
            break  # universitet tədbir təşkil edib; alimləri birləşdirən forum
        if grammar.marks.at(lowered, first - 1) or grammar.triggers.at(lowered, first - 1):
            break
        if in_family(word.lower, grammar, "attribute") or tells_time(word.lower) or word.lower in _CLITICS:
            break  # həsr olunmuş seminar; 5 мамырда дөңгелек үстел
        first -= 1
    if grammar.indefinite and grammar.form(lowered, index, "heads") and not grammar.verb_last:
        return None
    if grammar.code == "kk" and (is_of_many(sentence, first) or is_deed(sentence, first, form)):
        return None  # 10 университет; рөлін талқылау
    if grammar.code == "kk" and form.entry.name not in HELD["kk"] and stands_after_this(sentence, first):
        return None  # осы ұйымның
    return first


def describe(sentence: Sentence, first: int, last: int, form: Form, mentions: Sequence[Mention]) -> Mention:
    """What a head from its word `first` to `last` describes, with the words before it that belong to it."""
    opens = first_word(sentence, last, form, mentions)
    return description(sentence, first if opens is None else min(opens, first), last, form, mentions)


def description(
    sentence: Sentence, first: int, last: int, form: Form, mentions: Sequence[Mention], owner: Mention | None = None
) -> Mention:
    """What the words from `first` to a head at `last` describe, `owner` whose it is."""
    start, end = with_number(sentence, first), sentence.words[last].end
    grammar = sentence.grammar
    name_end = sentence.words[last].start + form.base_length if grammar.verb_last else end
    name = " ".join(sentence.text[start:name_end].split())
    if grammar.code == "ru":
        name = nominative_gathering(nominative_name(sentence, first, last - form.entry.length + 1, last, last, form))
    if grammar.code == "kk" and owner is None and form.entry.name == "Meeting" and " " not in name:
        name = form.entry.words  # X пен Y-тің кездесуі
    near = [m for m in mentions if m.class_name == "City"] or [m for m in mentions if m.entity]
    beside = owner or min(near, key=lambda m: (abs(m.start - start), m.start), default=None)
    head = sentence.text[sentence.words[last].start : name_end] or name
    key = "-".join(filter(None, (slug(head), beside.entity[:40].strip("-") if beside is not None else "")))
    mention = Mention(
        start, end, capitalised(name, grammar.code), form.entry.name, grammar.code, "described", _SURE,
        (Reason.BY_HEAD,), entity=key or "thing", case=form.case, head=form.entry.words, sentence=sentence.number,
    )  # fmt: skip
    mention.owner = owner
    return mention
