"""Whether a project's own terms have their words: labels and definitions, and phrases that name both ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pyoxigraph import Literal

from kg.facts.problems import Problem
from kg.facts.tables import bad_character
from kg.rdf.own_statements import OwnStatements
from kg.rdf.vocabulary import local_name, shorten

_BRACES = re.compile(r"\{.*?\}")


def word_problems(
    said: OwnStatements, iri: str, predicate: str, what: str, languages: Sequence[str], *, in_each: bool
) -> Iterator[Problem]:
    """What is wrong with the texts of a predicate, of which a term needs one in each language, or one in any.

    `what` names such a text.
    """
    name = f"own:{local_name(iri)}"
    texts = [triple.object for triple in said.told(iri, predicate) if isinstance(triple.object, Literal)]
    for text in texts:
        if odd := bad_character(text.value.replace("\n", " ")):
            yield said.problem(iri, f"{what} of {name} holds a {odd}", "Remove it.")
    told = [text.language or "" for text in texts]
    missing = [code for code in languages if in_each and code not in told]
    if missing or not told:
        where = f" in {', '.join(missing)}" if missing else ""
        fix = f'Add {shorten(predicate)} "…"@{(missing or languages)[0]}.'
        yield said.problem(iri, f"{name} lacks {what}{where}", fix)
    for code in sorted({code for code in told if told.count(code) > 1}):
        yield said.problem(iri, f"{name} has {what} twice in '{code}'", "Keep one.")


def phrase_problems(said: OwnStatements, iri: str, predicate: str, languages: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the phrases of a relation, of which it needs one in each language."""
    yield from word_problems(said, iri, predicate, shorten(predicate), languages, in_each=True)
    for triple in said.told(iri, predicate):
        text = triple.object.value if isinstance(triple.object, Literal) else ""
        if sorted(_BRACES.findall(text)) != ["{object}", "{subject}"]:
            told = f"the phrase '{text}' of own:{local_name(iri)} does not name both ends"
            yield said.problem(iri, told, "Write {subject} and {object} once each.")
