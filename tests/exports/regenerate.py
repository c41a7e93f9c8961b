"""Writes `ontology/context.jsonld` anew: `python -m tests.exports.regenerate`."""

from __future__ import annotations

from kg.exports.context import context_text
from kg.resources import Resources
from tests.exports.making import ontology

if __name__ == "__main__":
    path = Resources.shipped().ontology / "context.jsonld"
    path.write_text(context_text(ontology()), encoding="utf-8", newline="\n")
