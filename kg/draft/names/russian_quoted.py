"""What belongs to a quoted Russian name: adjectives before its head (Международный университет «Арал»), its case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form, Grammar
from kg.draft.language.words import Sentence
from kg.draft.names.city_adjectives import city_of_adjective
from kg.draft.names.known import is_demonym
from kg.draft.names.russian_cases import disagrees, is_adjective, is_several, nominative_noun
from kg.draft.spans import Mention

_MOST_ADJECTIVES = 4


def own_adjectives(sentence: Sentence, first: int, index: int, form: Form) -> int:
    """The first word of a name whose head, from `first` to `index`, stands before its quotation marks."""
    words = sentence.words
    if words[first].is_capital or is_several(sentence.lowered[index], form.entry.words):
        return first
    at = first
    while at > 0 and first - at < _MOST_ADJECTIVES and sentence.gap(at - 1, at) in (" ", "-"):
        half = sentence.gap(at - 1, at) == "-" and sentence.lowered[at - 1].endswith(("о", "е"))
        if not half and not _agrees(sentence, at - 1, index):
            return first
        at -= 1
        if words[at].is_capital:
            return at if _may_open(sentence, at, form) else first
    return first


def with_country_between(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, a quoted name with its head and the country between them made one: компания Беларуси «Арал»."""
    if sentence.grammar.code != "ru":
        return list(mentions)
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        head, country = found[-2:] if len(found) > 1 else (None, None)
        if head is not None and country is not None and _is_one(sentence, head, country, mention):
            whole = replace(mention, start=head.start, class_name=head.class_name, head=head.head, kind=head.kind)
            whole.case, whole.owner, country.sentence = head.case, country, sentence.number
            found[-2:] = [whole]
        else:
            found.append(mention)
    return found


def _is_one(sentence: Sentence, head: Mention, country: Mention, quoted: Mention) -> bool:
    text = sentence.text
    body = bool(head.head) and head.rule.startswith("head-") and not head.known and country.class_name == "Country"
    beside = text[head.end : country.start] in (" ", " Республики ") and text[country.end : quoted.start] == " "
    return body and beside and quoted.rule == "quoted" and not quoted.known and text[quoted.start] in '«"“'


def _agrees(sentence: Sentence, at: int, index: int) -> bool:
    """Whether a word is an adjective of the head, none that only says whose or which thing is meant."""
    word, grammar = sentence.lowered[at], sentence.grammar
    if not is_adjective(word) or disagrees(word, sentence.lowered[index]) or in_family(word, grammar, "no_name"):
        return False
    if grammar.form(sentence.lowered, at, "heads") is not None or word.endswith(("ние", "тие", "ствие")):
        return False
    return grammar.form(sentence.lowered, at, "posts") is None and sentence.words[at].text not in grammar.generic


def _may_open(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether an adjective with a capital is a name's own, not one that opens a sentence: Узбекская компания «Арал»."""
    word, start = sentence.lowered[at], sentence.words[at].start == sentence.start
    if form.entry.name in ("Company", "Meeting", "Event", "PanelDiscussion") and start:
        return False
    return not (start and (is_demonym(word, "ru") or city_of_adjective(word)))


def in_nominative(inside: str, told: Grammar) -> str:
    """A quoted name whose own head opens it in a case, the head in the nominative: «Парка высоких технологий».

    >>> from kg.draft.language.grammar import grammar_of
    >>> in_nominative("Парка высоких технологий", grammar_of("ru", ""))
    'Парк высоких технологий'
    """
    first, _, rest = inside.partition(" ")
    form = told.form([first.lower()], 0, "heads") if rest and told.code == "ru" else None
    if form is None or form.case not in ("gen", "dat", "ins", "prep") or not form.entry.words.endswith("*"):
        return inside
    stem = form.entry.words.rstrip("*")
    if stem in told.feminine and not stem.endswith("и"):
        return f"{first[: len(stem)]}а {rest}"
    return nominative_noun(inside, stem)
