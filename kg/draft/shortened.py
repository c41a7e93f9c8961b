"""Turkic names of which a word is left out once they have been told."""

from __future__ import annotations

from collections.abc import Mapping

from kg.draft.grammar import grammar
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.schema import Schema


def shortened(mention: Mention, by_name: Mapping[str, str], ids: Mapping[str, Mention], schema: Schema) -> str | None:
    """The thing that was named before without the small head: Kıvılcım programı, after Kıvılcım."""
    *words, last = mention.name.split()
    if grammar(mention.language).code == "tr" and (key := _contracted(mention, by_name, ids, schema)) is not None:
        return key
    if not words or not last.islower() or not mention.head or not grammar(mention.language).verb_last:
        return None
    key = by_name.get(fold(" ".join(words)))
    return key if key is not None and ids[key].rule in ("capitals", "quoted") else None


def _contracted(mention: Mention, by_name: Mapping[str, str], ids: Mapping[str, Mention], schema: Schema) -> str | None:
    """The thing of which some words are left out: Mirzo Enstitüsü, after Mirzo Veri Enstitüsü; Meriç'te."""
    words = fold(mention.name).split()
    if mention.rule == "place-by-case":
        told = {key for text, key in by_name.items() if text.startswith(f"{words[0]} ")}
        told = {key for key in told if schema.is_a(ids[key].class_name, "Organisation")}
        return told.pop() if len(told) == 1 else None
    if len(words) < 2 or not mention.head:
        return None
    for text, key in by_name.items():
        own = text.split()
        if len(own) == len(words) + 1 and own[0] == words[0] and own[-1] == words[-1] and set(words) < set(own):
            return key
    return None
