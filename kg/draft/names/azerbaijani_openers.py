"""Words that only open an Azerbaijani sentence, with a capital for that, right before a name: Bayramı Lerik şəhəri …"""

from __future__ import annotations

import re

from kg.draft.language.grammar import Form, grammar
from kg.draft.language.words import Sentence
from kg.draft.names.heads import is_field
from kg.draft.spans import Mention

_CASED = re.compile(r"(?P<base>\w{3,}[^\Waeəıioöuü])(?:[ıiuü]|d[aə]n?)|(?P<vowel>\w{3,}[aeəıioöuü])(?:n[ıiuü]|d[aə]n?)")
"""A word in the accusative, the locative or the ablative."""
_OF_MANY = frozenset(("Milli", "Dövlət", "Mərkəzi", "Respublika", "Ali", "Beynəlxalq", "Ümumi", "Texniki", "Tibb"))
"""Words that schools of many countries are called by."""
_PLURAL = re.compile(r"\w{3,}l[aə]r")
_CASES = r"(?:l[aə]r\w*|[ıiuü]n\w*|n[ıiuü]n|y?[aə]|)(?!\w)"


def is_common_object(sentence: Sentence) -> bool:
    """Whether the first word is a noun in a case that the article has in small letters, too: Bayramı Lerik …"""
    first = sentence.words[0]
    match = _CASED.fullmatch(first.lower) if sentence.grammar.code == "az" and first.is_capital else None
    if match is None or first.is_acronym or is_field(first.lower, "az") or first.lower in sentence.grammar.given:
        return False
    base = match["base"] or match["vowel"]
    if f" {base}" not in sentence.text:
        return False  # the cheap test
    return re.search(rf"(?<= ){base}{_CASES}", sentence.text) is not None


def stands_before_initials(sentence: Sentence, at: int) -> bool:
    """Whether the first word stands before a person's initial, which opens names: Cavabında R.Bəyli …"""
    words = sentence.words
    if sentence.grammar.code != "az" or at or len(words) < 3 or len(words[0].text) == 1:
        return False
    initial = len(words[1].text) == 1 and sentence.text[words[1].end : words[1].end + 1] == "."
    return initial and words[2].is_capital and words[0].lower not in sentence.grammar.given


def is_of_small_head(sentence: Sentence, at: int, index: int, form: Form) -> bool:
    """Whether a word before a head is of no name that ends there: Natiqlər vətəndaş cəmiyyətinin; Gəncə forumun iclası.

    Many who do something open the sentence, or a head in small letters says whose the gathering is.
    """
    if sentence.grammar.code != "az" or at >= index:
        return False
    following = sentence.words[at + 1]
    if (
        at == 0
        and at + 1 <= index - form.entry.length
        and following.text.islower()
        and following.lower not in sentence.grammar.connectors
    ):
        joined = sentence.grammar.conjunctions.at(sentence.lowered, 1) is not None or sentence.gap(0, 1) != " "
        return (
            not joined
            and _PLURAL.fullmatch(sentence.lowered[0]) is not None
            and not is_field(sentence.lowered[0], "az")
        )
    if sentence.words[at].is_capital or form.entry.name not in ("Event", "Meeting", "PanelDiscussion"):
        return False
    own = sentence.grammar.form(sentence.lowered, at, "heads")
    return own is not None and own.case == "gen" and not own.possessed


def has_own_word(mention: Mention) -> bool:
    """Whether a school or firm is called by a word of its own, and not only by what it is: Alpan Universiteti.

    Two countries may have a Dövlət Universiteti, a Milli Tibb Universiteti.
    """
    if mention.class_name not in ("ResearchOrganisation", "Company"):
        return False
    generic = grammar("az").generic
    own = [word for word in mention.name.split()[: -len(mention.head.split())] if word[:1].isupper()]
    return any(word not in generic and word not in _OF_MANY and not is_field(word.lower(), "az") for word in own)
