"""Every thing, name, fact and quote of a graph in one HTML file that opens from disk: search, cards, a table."""

from __future__ import annotations

from kg.facts.identity import fold
from kg.facts.model import Claim, Entity, NameRank, Rank
from kg.rdf.catalogue import Catalogue
from kg.views.evidence import EvidenceRows
from kg.views.page import in_one_function, page, template
from kg.views.sentences import Part, Sentences
from kg.views.style import LOOKS, look
from kg.views.words import LANGUAGES, read_words

WORDS = read_words("pages")

_MODULES = (
    "dom.js",
    "fold.js",
    "words.js",
    "shapes.js",
    "evidence.js",
    "address.js",
    "search.js",
    "card.js",
    "table.js",
    "explorer.js",
)
_ORDER = (
    *("Organisation", "Center", "Initiative", "Agreement", "Country", "Person"),
    *("Event", "Place", "LegalAct"),
)
"""Classes in the order in which people look for them; things of any other class follow by its name."""


def explorer_page(catalogue: Catalogue, evidence: EvidenceRows) -> str:
    """The whole page; how its data is written is told by `_things`, `_claims` and `kg.views.evidence`."""
    speakers = [Sentences(catalogue, code) for code in LANGUAGES]
    groups = _groups(catalogue)
    index = {key: place for place, key in enumerate(catalogue.entities)}
    terms: dict[str, list[str]] = {}

    def term(name: str) -> str:
        """Its name, once its labels are among the terms."""
        terms.setdefault(name, [words.term(name) for words in speakers])
        return name

    data = {
        "languages": [list(item) for item in LANGUAGES.items()],
        "words": WORDS,
        "groups": [
            {"name": term(name), "shape": shown.shape, "colour": shown.colour}
            for name, shown in ((name, look(catalogue.schema, name)) for name in groups)
        ],
        "things": [
            _thing(entity, groups.index(_group(catalogue, entity)), [words.kind(entity) for words in speakers])
            for entity in catalogue.entities.values()
        ],
        "claims": [
            {
                "relation": term(claim.predicate),
                "status": term(claim.status.value),
                **_claim(catalogue, claim, speakers, index),
                "evidence": evidence.of(claim),
            }
            for claim in sorted(catalogue.claims.values(), key=_chronological)
        ],
        "sources": evidence.sources,
        "terms": {**terms, term("note"): terms["note"]},
    }
    styles = [template("common.css"), template("explorer.css")]
    return page(WORDS["explorer_title"][0], "explorer.html", styles, [in_one_function(_MODULES)], data)


def _group(catalogue: Catalogue, entity: Entity) -> str:
    """The class under which a thing is listed: the one that it is drawn as, or its own."""
    drawn = look(catalogue.schema, entity.class_name).class_name
    return entity.class_name if drawn == LOOKS[-1].class_name else drawn


def _groups(catalogue: Catalogue) -> list[str]:
    found = {_group(catalogue, entity) for entity in catalogue.entities.values()}
    return [*(name for name in _ORDER if name in found), *sorted(found - set(_ORDER))]


def _thing(entity: Entity, group: int, kinds: list[str]) -> dict[str, object]:
    """`names` are [language, text, rank, folded]; `labels` the place among them of the name to show by language.

    The folded form is left out where it is the text itself. A label is -1 where a thing has no name: its id is shown.
    """
    names = [_name(name.language, name.text, name.rank) for name in entity.names]
    texts = [name.text for name in entity.names]
    labels = []
    for code in LANGUAGES:
        shown = entity.shown_name(code)
        labels.append(entity.names.index(shown) if shown is not None and texts else -1)
    thing: dict[str, object] = {"id": entity.id, "group": group, "kinds": kinds, "names": names, "labels": labels}
    if entity.identifiers:
        thing["identifiers"] = list(entity.identifiers)
    return thing


def _name(language: str, text: str, rank: NameRank) -> list[str]:
    folded = fold(text)
    return [language, text, rank.value, folded] if folded != text else [language, text, rank.value]


def _claim(catalogue: Catalogue, claim: Claim, speakers: list[Sentences], index: dict[str, int]) -> dict[str, object]:
    """`sentences` by language, in which a number is the place of a thing and stands for its name.

    `about` are the places of all things that the claim is about, its subject first; `object` is the place of a thing,
    or a figure by language.
    """

    def pieces(parts: list[Part]) -> list[str | int]:
        merged: list[str | int] = []
        for part in parts:
            if part.entity:
                merged.append(index[part.entity])
            elif merged and isinstance(merged[-1], str):
                merged[-1] += part.text
            else:
                merged.append(part.text)
        return merged

    about = [claim.subject, *([claim.object] if claim.object_is_entity else ())]
    about += [value for values in claim.qualifiers.values() for value in values if value in catalogue.entities]
    row: dict[str, object] = {
        "key": claim.key,
        "about": [index[key] for key in dict.fromkeys(about)],
        "object": index[claim.object] if claim.object_is_entity else [words.object(claim) for words in speakers],
        "sentences": [pieces(words.parts(claim)) for words in speakers],
        "date": speakers[0].date(claim),
    }
    if claim.qualifiers.get("note"):
        row["note"] = " ".join(claim.qualifiers["note"])
    if claim.superseded or claim.rank is Rank.DEPRECATED:
        row["doubt"] = "superseded" if claim.superseded else "deprecated"
    return row


def _chronological(claim: Claim) -> tuple[str, str, str]:
    return (claim.from_.text if claim.from_ else "9999", claim.predicate, claim.key)
