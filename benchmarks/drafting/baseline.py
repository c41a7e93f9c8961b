"""What one gets by linking any two names that stand in one sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gold import OUT_OF_SCOPE, Gold, Row, read_documents, schema, turned
from matching import Draft

from kg.facts.model import Entity, Name, NameRank
from kg.facts.model import Row as Place
from kg.facts.names.mentions import MentionFinder
from kg.facts.quotes import read_document
from kg.facts.schema import PropertyUse
from kg.facts.texts.segments import sentence_spans

_KINDS = (
    *("Post", "Person", "Country", "Place", "Event", "Agreement", "LegalAct", "Publication", "Initiative"),
    *("Center", "Company", "Organisation", "Entity"),
)


def link_names(gold: Gold, files: list[Path], articles: dict[str, str]) -> Draft:
    """A row for each pair of names in a sentence, under the commonest predicate that fits them in either order.

    Commonest is what stands most often in `seeds/facts` between things of such classes, else at all.

    Names of new things are given to it, which a drafter must find; `articles` maps file names to article ids.
    """
    finder = MentionFinder(_entity(key, names, gold) for key, names in gold.names.items())
    told = [row for row in read_documents().rows if row.required and row.predicate not in OUT_OF_SCOPE]
    known = [row for row in told if row.object in gold.classes]
    ranks = Counter(row.predicate for row in known)
    ranks_between = Counter((row.predicate, *_kinds(gold, row.subject, row.object)) for row in known)
    rows: dict[Row, None] = {}
    for path in files:
        article = articles[path.name]
        text = read_document(path).text
        for start, end in sentence_spans(text, gold.languages[article]):
            named = [found.entities[0] for found in finder.find(text[start:end], gold.languages[article])]
            for at, subject in enumerate(named):
                for object_ in named[at + 1 :]:
                    ends = [(subject, object_), (object_, subject)]
                    fitting = [
                        (ranks_between[name, *_kinds(gold, *pair)], ranks[name], name, *pair)
                        for pair in ends
                        for name in _admitted(gold, *pair)
                    ]
                    if subject != object_ and fitting:
                        _, _, predicate, *pair = max(fitting, key=lambda each: each[:2])
                        rows[turned(Row(article, pair[0], predicate, pair[1]))] = None
    return Draft(tuple(rows), gold.classes, gold.names)


def _entity(key: str, names: tuple[str, ...], gold: Gold) -> Entity:
    told = tuple(Name(key, "", re.sub('["“”«»]', "", name), NameRank.PREFERRED, "") for name in names)
    return Entity(key, gold.classes[key], "", (), told, (key,), Place("", 0))


def _kinds(gold: Gold, *keys: str) -> tuple[str, ...]:
    return tuple(next(kind for kind in _KINDS if schema().is_a(gold.classes[key], kind)) for key in keys)


def _admitted(gold: Gold, subject: str, object_: str) -> Iterator[str]:
    """Predicates whose domain and range admit the two, by name."""
    for name in schema().names_of(PropertyUse.RELATION):
        known = schema().properties[name]
        told = name not in OUT_OF_SCOPE and known.inverse_of is None and known.is_object_property
        if (
            told
            and schema().is_a(gold.classes[subject], known.domain)
            and schema().is_a(gold.classes[object_], known.range)
        ):
            yield name
