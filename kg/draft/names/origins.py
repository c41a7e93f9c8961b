"""Adjectives that say from which place somebody or something is: İzmirli, Çinli, Japon."""

from __future__ import annotations

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.known import KnownThings
from kg.draft.spans import Mention
from kg.facts.names.folding import fold


def places_of_origin(sentence: Sentence, known: KnownThings) -> list[Mention]:
    """Words that say where somebody or something is from, as mentions of the place: İzmirli, Çinli, Japon."""
    grammar = sentence.grammar
    ends = grammar.origin_ends
    found: list[Mention] = []
    for at, word in enumerate(sentence.words) if ends else ():
        if not (word.is_capital or grammar.code == "az") or "ʻ" in word.lower or word.is_acronym:
            continue
        within = grammar.code == "az" and word.is_capital and at > 0 and not sentence.gap(at - 1, at).strip(' )»”"–-')
        if within and word.lower in grammar.origins:
            continue  # the town Qazax; adjectives of peoples have small letters
        if grammar.code == "az" and _opens_name(sentence, at):
            continue
        beside = at and sentence.words[at - 1].is_capital and sentence.gap(at - 1, at) == " "
        end = next((end for end in ends if word.lower.endswith(end)), "")
        place = known.place_names.get(fold(word.lower[: -len(end)])) if end else None
        country, start = grammar.origins.get(word.lower, ""), word.start
        two = grammar.origins.get(f"{sentence.lowered[at - 1]} {word.lower}", "") if at else ""
        if two:  # Güney Koreli
            country, place, start, beside = two, None, sentence.words[at - 1].start, False
        if place is None and country:
            key = known.by_code.get(country, "")
            place = known.entities.get(key) or known.places.get(key)
        if place is None or (beside and sentence.words[at - 1].text not in grammar.generic):
            continue  # Ahmet Konyalı
        found.append(
            Mention(
                start, word.end, word.text[: len(word.text) - len(end)], place.class_name, grammar.code,
                "place-name", 0.85, (Reason.BY_PLACE_NAMES,), entity=place.id, known=place.id in known.entities,
                case="origin",
            )
        )  # fmt: skip
    return found


def _opens_name(sentence: Sentence, at: int) -> bool:
    """Whether a capital follows an Azerbaijani adjective that is a first name or opens one: İrakli Lunin, Alman …"""
    word, grammar = sentence.words[at], sentence.grammar
    beside = at + 1 < len(sentence.words) and sentence.words[at + 1].is_capital and sentence.gap(at, at + 1) == " "
    people = at == 0 and word.lower in grammar.origins and not word.lower.endswith(grammar.origin_ends)
    return beside and word.is_capital and (people or word.lower in grammar.given)
