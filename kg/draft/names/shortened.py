"""Turkic names of which a word is left out once they have been told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.draft.language.grammar import grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.schema import Schema


def shortened(mention: Mention, by_name: Mapping[str, str], ids: Mapping[str, Mention], schema: Schema) -> str | None:
    """The thing that was named before without the small head: Kıvılcım programı, after Kıvılcım."""
    if mention.language == "az" and (key := _of_tail(mention, ids)) is not None:
        return key
    *words, last = mention.name.split()
    if grammar(mention.language).code == "tr" and (key := _contracted(mention, by_name, ids, schema)) is not None:
        return key
    if grammar(mention.language).code == "tr" and mention.rule == "legal-form":
        for length in (len(words), len(words) - 1):  # Erciyes Savunma Sanayii A.Ş., after Erciyes Savunma
            key = by_name.get(fold(" ".join(mention.name.split()[:length]))) if length > 1 else None
            if key is not None and ids[key].rule == "capitals":
                return key
    if not words or not last.islower() or not mention.head or not grammar(mention.language).verb_last:
        return None
    key = by_name.get(fold(" ".join(words)))
    return key if key is not None and ids[key].rule in ("capitals", "quoted") else None


def _of_tail(mention: Mention, ids: Mapping[str, Mention]) -> str | None:
    """The only body of a longer name that ends with the words of a head: Dövlət Agentliyi, after X Dövlət Agentliyi."""
    if not mention.rule.startswith("head-") or len(mention.name.split()) != len(mention.head.split()) > 1:
        return None
    if mention.owner is not None:
        return None  # Gürcüstanın Dövlət Agentliyi is another
    tail = f" {fold(mention.name)}"
    told = {key for key, m in ids.items() if m.head == mention.head and fold(m.name).endswith(tail)}
    return told.pop() if len(told) == 1 else None


def _contracted(mention: Mention, by_name: Mapping[str, str], ids: Mapping[str, Mention], schema: Schema) -> str | None:
    """The thing of which some words are left out: Mirzo Enstitüsü, after Mirzo Veri Enstitüsü; Meriç'te."""
    words = fold(mention.name).split()
    if mention.rule == "place-by-case":
        told = {key for text, key in by_name.items() if text.startswith(f"{words[0]} ")}
        told = {key for key in told if schema.is_a(ids[key].class_name, "Organisation")}
        if len(told) == 1:
            mention.class_name, mention.rule = ids[next(iter(told))].class_name, "capitals"
        return told.pop() if len(told) == 1 else None
    if len(words) < 2 or not mention.head:
        return None
    for text, key in by_name.items():
        own = text.split()
        if len(own) == len(words) + 1 and own[0] == words[0] and own[-1] == words[-1] and set(words) < set(own):
            return key
    return None


def opening_again(
    sentence: Sentence, mentions: Sequence[Mention], by_name: Mapping[str, str], ids: Mapping[str, Mention]
) -> list[Mention]:
    """The name of one word that opens a Turkish sentence and was told before: DenizGöz, geçen yıl …"""
    word = sentence.words[0] if sentence.words else None
    if word is None or sentence.grammar.code != "tr" or not word.is_capital or word.text in sentence.grammar.firsts:
        return []
    key = by_name.get(fold(word.text))
    of = ids.get(key or "")
    if (
        of is None
        or of.class_name in ("Person", "City", "Country")
        or any(m.overlaps(word.start, word.end) for m in mentions)
    ):
        return []
    return [
        Mention(
            word.start, word.end, of.name, of.class_name, "tr", "capitals", 0.5, (Reason.BY_CAPITALS,), head=of.head
        )
    ]
