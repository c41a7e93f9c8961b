"""English words that open a sentence and are names by what follows: Zorvex, a Norwegian firm; Zorvex Director X."""

from __future__ import annotations

import re
from functools import cache

from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import Grammar
from kg.draft.language.words import Sentence
from kg.draft.names.heads import is_abstract, is_field
from kg.draft.names.known import is_demonym

_OF_SORT = re.compile(r"(?:al|ive|ary|ory|ed|ing|ior|ic|ous|ful|ant|ent|ly|er|or|man|men|s)\Z")
"""What an English word ends in that may only say of which sort a post is: Executive Director."""
_PLURAL = re.compile(
    r"(?:[eo]rs|ists|[ae]nts|ees|[^o]ies|ians|ions|ings|ives|ials|men|people|ates|ats|gs|ps|ys|ks|ms)\Z"
)
"""What plain English nouns in the plural end in."""
_ADVERB = re.compile(r"(?:ly|wise|ever|less|ward|wards|while|fore|time|times|days?|week|month|year)\Z")


def is_own(sentence: Sentence, at: int) -> bool:
    """Whether an English word before a post in capitals is a name, and says of no post its sort: Zorvex Director."""
    word, grammar = sentence.lowered[at], sentence.grammar
    sort = word in grammar.ranks or in_family(word, grammar, "common_word") or _OF_SORT.search(word) is not None
    return not (sort or is_demonym(word, "en") or word in grammar.given or is_abstract(word) or word in grammar.titles)


def is_described(sentence: Sentence, at: int) -> bool:
    """Whether the word that opens a sentence is told to be a thing of some sort: Zorvex, a Norwegian firm, …"""
    if sentence.grammar.code != "en" or not _may_be_name(sentence, at):
        return False
    return _described(sentence.grammar).match(sentence.text, sentence.words[at].end) is not None


def appoints(sentence: Sentence, at: int) -> bool:
    """Whether the word that opens a sentence gives somebody a post: Zorvex named Anna Kim as its chairwoman."""
    grammar, verb = sentence.grammar, at + 1
    while verb < len(sentence.words) and sentence.lowered[verb] in ("has", "had", "also", "recently"):
        verb += 1
    if grammar.code != "en" or verb + 1 >= len(sentence.words) or not _may_be_name(sentence, at):
        return False
    named = sentence.words[verb + 1].is_capital and sentence.words[verb].text.islower()
    return named and grammar.appoint.at(sentence.lowered, verb) is not None


def acts(sentence: Sentence, at: int) -> bool:
    """Whether the word that opens a sentence is a name, since it does something or is told of: Zorvex will …

    A noun in the plural, or one for a field of work, does so without being a name.
    """
    grammar = sentence.grammar
    if grammar.code != "en" or not _may_be_name(sentence, at) or _PLURAL.search(sentence.lowered[at]):
        return False
    return _acting(grammar).match(sentence.text, sentence.words[at].end) is not None


@cache
def _acting(grammar: Grammar) -> re.Pattern[str]:
    verbs, asides = alternatives(grammar, "acts_alone"), alternatives(grammar, "told_of_opening")
    return re.compile(rf" (?:{verbs})\b|, (?:{asides})\b")


def _may_be_name(sentence: Sentence, at: int) -> bool:
    word, grammar = sentence.lowered[at], sentence.grammar
    common = in_family(word, grammar, "common_word") or is_field(word, "en") or is_abstract(word)
    return not (common or is_demonym(word, "en") or _ADVERB.search(word) or word in grammar.given)


@cache
def _described(grammar: Grammar) -> re.Pattern[str]:
    sorts = "|".join(re.escape(word) for word in sorted(grammar.sorts, key=lambda w: (-len(w), w)))
    small = r"(?!(?:of|in|by|for|with|to|at|from|on|and|who|which|that) )(?:[a-z][\w’'-]*|[A-Z][a-z]+(?:['’]s)?) "
    return re.compile(rf", (?:an?|the|one of the|another) (?:{small}){{0,5}}?(?:{sorts})(?=[ ,])")
