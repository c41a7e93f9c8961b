"""Who attends a Kazakh gathering and who does not: «X» өткізген жәрмеңкеге мектеп басшылары қатысты."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention

_PARTICIPLE = re.compile(r"(?:[ғқ]ан|[гк]ен|[аеый]тын|етін|йтін)\Z")
FULL_VERB = re.compile(
    r"(?:[дт][ыі]|бар|жоқ|емес|тұр|отыр|жатыр|жүр|(?<!\w)[а-яёәіңғүұқөһ]+[мбп][ае][кқ])[»”]?\s?[,;]\s|:\s"
)
"""A Kazakh verb that ends a clause, which no surname is: қатыспақ, but Мұқибек."""
_ATTENDED, _HELD = ("participate", "speak", "come"), ("organise", "hold", "host")


def holds_only(
    sentence: Sentence, mention: Mention, trigger: Trigger, verbs: Sequence[Trigger], mentions: Sequence[Mention]
) -> bool:
    """Whether a participle of holding right after a name says what it does, rather than the verb of attending."""
    if sentence.grammar.code != "kk" or trigger.frame not in _ATTENDED:
        return False
    held = [verb for verb in verbs if mention.end <= verb.start and verb.frame in _HELD]
    held = [verb for verb in held if _PARTICIPLE.search(sentence.lowered[verb.last])]
    if not held or "," in sentence.text[mention.end : held[0].start]:
        return False
    return not any(m.start >= mention.end and m.end <= held[0].start for m in mentions)


def is_body_of(sentence: Sentence, at: int) -> bool:
    """Whether the noun at a place makes of the word before it the name of a body: Жазушылар [одағы]."""
    if at >= len(sentence.words) or sentence.gap(at - 1, at) != " ":
        return False
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    return form is not None and form.possessed


def is_told_by_people(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Kazakh body is told by its people: «X» АҚ басшылығы, «X» компаниясының өкілдері."""
    if sentence.grammar.code != "kk" or mention.class_name == "Person" or mention.mark != "nom":
        return False
    at, words = sentence.index_from(mention.end), sentence.lowered
    hit = sentence.grammar.marks.at(words, at) if at < len(words) else None
    return hit is not None and hit[1].name == "nom"


def says_of_next(sentence: Sentence, mention: Mention, trigger: Trigger, other: Trigger) -> bool:
    """Whether a participle only says something of the next guest of a Kazakh list: X, Таразда тұратын Y келді."""
    if sentence.grammar.code != "kk" or trigger.frame not in _ATTENDED or mention.end > other.start:
        return False
    if mention.class_name != "Person":
        return False
    if other.voice == "state" and other.frame in ("member", "partner"):
        return True  # делегация мүшелері
    described = re.match(r" [^\W\d_]|\s?[«“\"]", sentence.text[other.end :]) is not None
    listed = "," in sentence.text[mention.end : other.start]
    return described and listed and _PARTICIPLE.search(sentence.lowered[other.last]) is not None


def says_what_for(sentence: Sentence, verb: Trigger) -> bool:
    """Whether a Kazakh participle only says what something is devoted to: 125 жылдығына арналған."""
    return verb.frame == "focus" and _PARTICIPLE.search(sentence.lowered[verb.last]) is not None


def is_home(sentence: Sentence, place: Mention) -> bool:
    """Whether a Kazakh place only says where somebody lives or is from: қорды Ошта тұратын X құрды."""
    at = sentence.index_from(place.end)
    return (
        sentence.grammar.code == "kk"
        and at < len(sentence.words)
        and in_family(sentence.lowered[at], sentence.grammar, "dwells")
    )
