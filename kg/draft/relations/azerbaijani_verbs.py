"""Azerbaijani verbs whose row is active and whose form is passive: müzakirələr aparılıb, təlim keçirilib."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence

_PASSIVE = re.compile(
    r"(?:[ıiuü]l|d[iu]l|t[iu]l|l[ıiuü]n|n)"
    r"(?:[ıiuü]b|d[ıiuü]|m[ıiuü]ş|m[aə]|[aə]c[aə]|[ıiuü]r|[aə]n|d[ıiuü][ğy]|[aə]r[aə])"
)
"""What goes on after the stem of a verb that is done to its subject."""
_DOING = re.compile(r"m[aə]s[ıi](?:n[ıi]n|n[aə]|nd[aə]n?|n[ıi])?\Z")
_INFINITIVE = re.compile(r"m[aə][qk]\Z")
_NEAR = 4
_NONE_DOES = ("participate", "speak", "organise", "gather", "host", "operate", "sign", "establish", "cooperate")


def is_passive(sentence: Sentence, last: int, entry: Entry) -> bool:
    """Whether the last word of an active row goes on as a passive: of müzakirələr apar*, müzakirələr aparılıb."""
    if sentence.grammar.code != "az" or entry.detail != "active" or entry.name not in _NONE_DOES:
        return False
    stem = entry.words.split()[-1]
    if not stem.endswith("*"):
        return False
    return _PASSIVE.match(sentence.lowered[last][len(stem) - 1 :]) is not None


def is_noun_of_doing(sentence: Sentence, at: int) -> bool:
    """Whether an Azerbaijani word is a verb's noun with its possessor's ending: olunmasının."""
    return sentence.grammar.code == "az" and _DOING.search(sentence.lowered[at]) is not None


def is_only_valued(sentence: Sentence, last: int) -> bool:
    """Whether a noun of doing is only said to be worth it: … təmsil olunmasının məqsədəuyğunluğunu söyləyib."""
    infinitive = sentence.grammar.code == "az" and _INFINITIVE.search(sentence.lowered[last]) is not None
    if not infinitive and not is_noun_of_doing(sentence, last):
        return False
    near = range(last + 1, min(last + 1 + (1 if infinitive else _NEAR), len(sentence.words)))
    return any(in_family(sentence.lowered[at], sentence.grammar, "worth") for at in near)
