"""A graph as columns for the explorer's page: `templates/graph.js` reads them.

Things are told by their place in the sorted list of ids. Sentences are not stored: the page makes them of phrases, as
`kg.views.sentences` does (a browser test holds the two together).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.facts.languages import instead_of
from kg.facts.model import Rank, Status, best_rank
from kg.facts.schema import TemporalKind
from kg.network.ground import asks_for_a_place
from kg.rdf.catalogue import Catalogue
from kg.views import explorer_picture
from kg.views.evidence import EvidenceRows
from kg.views.packing import fronted, signed, steps, word_signs
from kg.views.sentences import Sentences
from kg.views.style import LOOKS, look
from kg.views.words import LANGUAGES, read_words

WORDS = {**read_words("pages"), **read_words("explorer")}
Columns = dict[str, object]

_ORDER = (
    *("Organisation", "Center", "Initiative", "Agreement", "Country", "Person"),
    *("Event", "Place", "LegalAct"),
)
"""Classes in the order in which people look for them; things of any other class follow by its name."""


def explorer_data(catalogue: Catalogue, evidence: EvidenceRows) -> Columns:
    """All that the page knows; texts of names and quotes are shortened by `signs`."""
    return _Writer(catalogue, evidence).data()


class _Writer:
    """Columns of one catalogue; it remembers which terms the columns name."""

    def __init__(self, catalogue: Catalogue, evidence: EvidenceRows) -> None:
        self._catalogue, self._evidence = catalogue, evidence
        self._schema = catalogue.schema
        self._speakers = [Sentences(catalogue, code) for code in LANGUAGES]
        self._index = {key: place for place, key in enumerate(catalogue.entities)}
        self._claims = sorted(
            catalogue.claims.values(),
            key=lambda claim: (self._index[claim.subject], claim.predicate, claim.object, claim.key),
        )
        self._terms: dict[str, list[str]] = {}
        self._signs = word_signs(self._long_texts())

    def data(self) -> Columns:
        groups = list_groups(self._catalogue)
        data = {
            "languages": [[code, name, *instead_of(code)] for code, name in LANGUAGES.items()],
            "words": WORDS,
            "groups": [
                {"name": self._term(name), "shape": shown.shape, "colour": shown.colour}
                for name, shown in ((name, look(self._schema, name)) for name in groups)
            ],
            "sources": self._evidence.sources,
            "things": self._things(groups),
            "claims": self._claim_columns(),
            "evidence": self._evidence_columns(),
        }
        self._term("note")
        return {**data, "terms": self._terms, "signs": {sign: word for word, sign in self._signs.items()}}

    def _long_texts(self) -> Iterable[str]:
        for entity in self._catalogue.entities.values():
            yield from (name.text for name in entity.names)
        for claim in self._claims:
            yield from (str(row[name]) for row in self._evidence.of(claim) for name in _TOLD if name in row)

    def _term(self, name: str) -> str:
        """Its name, once its labels are among the terms."""
        self._terms.setdefault(name, [words.term(name) for words in self._speakers])
        return name

    def _things(self, groups: list[str]) -> Columns:
        """`names` of each thing: texts led by the letter that stands for their language and rank in `tags`.

        `picture` are the things that have a tie, with places and groups for each of them.
        """
        entities = list(self._catalogue.entities.values())
        tags = sorted({(name.language, name.rank.value) for entity in entities for name in entity.names})
        letters = {tag: chr(_FIRST_TAG + place) for place, tag in enumerate(tags)}
        classes = sorted({entity.class_name for entity in entities})
        drawn = explorer_picture.picture(self._catalogue)
        order = sorted(self._index[key] for key in drawn.places)
        keys = [entities[place].id for place in order]
        part = {key: number for number, members in enumerate(drawn.groups) for key in members}
        ranks = explorer_picture.ranks(self._catalogue)
        return {
            "ids": fronted([entity.id for entity in entities]),
            "classes": [self._class(name, groups) for name in classes],
            "class": [classes.index(entity.class_name) for entity in entities],
            "kinds": {self._index[item.id]: self._index[item.kind] for item in entities if item.kind in self._index},
            "tags": {letter: tag for tag, letter in letters.items()},
            "names": [
                [letters[name.language, name.rank.value] + signed(name.text, self._signs) for name in entity.names]
                for entity in entities
            ],
            "identifiers": {self._index[item.id]: list(item.identifiers) for item in entities if item.identifiers},
            "countries": {
                self._index[key]: [self._index[country] for country in there]
                for key, there in explorer_picture.countries_led_to(self._catalogue).items()
            },
            "picture": steps(order),
            "x": [drawn.places[key][0] for key in keys],
            "y": [drawn.places[key][1] for key in keys],
            "part": [part[key] for key in keys],
            "ranks": {measure: [values.get(key, 0) for key in keys] for measure, values in ranks.items()},
        }

    def _class(self, name: str, groups: list[str]) -> Columns:
        """`place` is 1 for a place, where nobody becomes a partner by being there, and 2 for a country, which acts."""
        return {
            "name": self._term(name),
            "group": groups.index(_group(self._catalogue, name)),
            "place": int(self._schema.is_a(name, "Place")) * (2 if self._schema.is_a(name, "Agent") else 1),
            "organisation": int(self._schema.is_a(name, "Organisation")),
        }

    def _claim_columns(self) -> Columns:
        """`counts` tells how many claims each thing is the subject of: they stand in this order.

        Dates are places in `dates`, from 1; 0 is none. Whatever few claims have stands by the claim's place.
        """
        claims = self._claims
        used = {claim.predicate for claim in claims} | {tie.predicate for tie in self._catalogue.derived_ties}
        predicates = sorted(used)
        told = {date.text for claim in claims for date in (claim.from_, claim.until, claim.reported) if date}
        dates = {text: place for place, text in enumerate(sorted(told), start=1)}
        place_of = {claim.key: place for place, claim in enumerate(claims)}
        counts = [0] * len(self._index)
        for claim in claims:
            counts[self._index[claim.subject]] += 1
        return {
            "counts": counts,
            "predicates": [self._predicate(name) for name in predicates],
            "predicate": [predicates.index(claim.predicate) for claim in claims],
            "object": [self._index[claim.object] if claim.object_is_entity else claim.object for claim in claims],
            "dates": sorted(told),
            "from": [dates[claim.from_.text] if claim.from_ else 0 for claim in claims],
            "reported": [dates[claim.reported.text] if claim.reported else 0 for claim in claims],
            "until": {place: dates[claim.until.text] for place, claim in enumerate(claims) if claim.until},
            "status": {
                place: self._term(claim.status.value)
                for place, claim in enumerate(claims)
                if claim.status is not Status.STATED
            },
            "deprecated": [place for place, claim in enumerate(claims) if best_rank(claim.evidence) is Rank.DEPRECATED],
            "supersedes": [
                [place, place_of[key]]
                for place, claim in enumerate(claims)
                for key in claim.supersedes
                if key in place_of
            ],
            "derived": [
                [self._index[tie.subject], predicates.index(tie.predicate), place_of[tie.claim]]
                for tie in self._catalogue.derived_ties
            ],
            "qualifiers": {
                place: {
                    name: [self._value(name, value) for value in values] for name, values in claim.qualifiers.items()
                }
                for place, claim in enumerate(claims)
                if claim.qualifiers
            },
            "phrases": self._phrases(used | {name for claim in claims for name in claim.qualifiers}),
            "stated": self._term(Status.STATED.value),
        }

    def _predicate(self, name: str) -> Columns:
        """`acts`: 1 where the subject, 2 where the object is no place of what happens there; added up."""
        property_ = self._schema.properties[name]
        acts = sum(bit for bit in (1, 2) if not asks_for_a_place(self._schema, name, is_subject=bit == 1))
        event = property_.temporal_kind is TemporalKind.EVENT
        return {"name": self._term(name), "tie": int(property_.tie), "event": int(event), "acts": acts}

    def _value(self, name: str, value: str) -> int | str:
        """A qualifier's value: the place of a thing, a term, or a text as it stands."""
        property_ = self._schema.properties[name]
        if property_.is_object_property:
            return self._index[value] if value in self._index else self._term(value)
        return value

    def _phrases(self, names: Iterable[str]) -> Mapping[str, list[str]]:
        """Forward phrases by language; a qualifier without one is told by its label."""
        phrases = self._catalogue.ontology.phrases
        found = {}
        for name in sorted(names):
            if name in phrases:
                by = phrases[name]
                found[name] = [(by.get(code) or by["en"]).forward for code in LANGUAGES]
            else:
                self._term(name)
        return found

    def _evidence_columns(self) -> Columns:
        """A row for each piece of evidence, in the order of the claims; `counts` where a claim has not one piece."""
        rows = [self._evidence.of(claim) for claim in self._claims]
        flat = [row for several in rows for row in several]
        return {
            "counts": {place: len(several) for place, several in enumerate(rows) if len(several) != 1},
            "source": [row["source"] for row in flat],
            "text": [signed(str(row.get("quote", row.get("record", ""))), self._signs) for row in flat],
            "records": steps(place for place, row in enumerate(flat) if "quote" not in row),
            "unverified": steps(place for place, row in enumerate(flat) if row.get("unverified")),
            "around": {
                place: [signed(str(row[name]), self._signs) for name in ("before", "after")]
                for place, row in enumerate(flat)
                if "before" in row
            },
        }


_FIRST_TAG = ord("A")
_TOLD = ("before", "quote", "after", "record")


def list_groups(catalogue: Catalogue) -> list[str]:
    """The classes under which things are listed, in the order in which people look for them."""
    found = {_group(catalogue, entity.class_name) for entity in catalogue.entities.values()}
    return [*(name for name in _ORDER if name in found), *sorted(found - set(_ORDER))]


def _group(catalogue: Catalogue, class_name: str) -> str:
    """The class under which things of a class are listed: the one that they are drawn as, or their own."""
    drawn = look(catalogue.schema, class_name).class_name
    return class_name if drawn == LOOKS[-1].class_name else drawn
