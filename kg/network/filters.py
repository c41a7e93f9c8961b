"""Which ties a path may use, and which things it may walk through."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from kg.facts.conflicts import date_of, status_of, telling
from kg.facts.dates import PartialDate
from kg.facts.model import Claim, best_rank
from kg.facts.problems import CallError, nearest
from kg.facts.schema import PropertyUse, Schema, TemporalKind
from kg.facts.validity import Answer, Interval
from kg.rdf.catalogue import Catalogue


@dataclass(frozen=True)
class Filters:
    """What narrows or widens the network; nothing, if all is left as it is.

    The two ends of a path are exempt from the filters on classes and places: these say what is walked through.
    """

    classes: tuple[str, ...] = ()
    """Walk only through things of these classes; among partners, classes that are no agents say by what they are."""
    without_classes: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    """Only ties of these properties; either direction of a property may be named."""
    without_predicates: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Only what these sources tell, with the dates as they tell them."""
    without_sources: tuple[str, ...] = ()
    """As if these sources had never been read."""
    since: PartialDate | None = None
    """Only what surely happened, or has not surely ended, by the first day of this date or later."""
    avoid: tuple[str, ...] = ()
    """Ids of things that a path must not touch."""
    through_places: bool = False
    """Walk through places and countries as well, and by being in them."""
    all_relations: bool = False
    """Also by relations that are no ties: topics, reports, regards."""

    @property
    def touch_evidence(self) -> bool:
        """Whether a claim has to be looked at to know whether it counts."""
        return bool(self.sources or self.without_sources or self.since)

    def checked(self, catalogue: Catalogue) -> Filters:
        """The same with each property under the name that facts are kept under.

        Raises CallError, with the nearest known word, for a class, property, source or id that is not there.
        """
        schema = catalogue.schema
        _know((*self.classes, *self.without_classes), schema.entity_classes(), "class", "See ontology/partnership.ttl.")
        relations = schema.names_of(PropertyUse.RELATION)
        properties = [name for name in relations if schema.properties[name].is_object_property]
        _know((*self.predicates, *self.without_predicates), properties, "relation", "See ontology/partnership.ttl.")
        _know((*self.sources, *self.without_sources), catalogue.sources, "source", "See sources.csv.")
        _know(self.avoid, catalogue.entities, "thing with the id", "Look it up: kg find")
        return replace(
            self,
            predicates=_kept_under(self.predicates, schema),
            without_predicates=_kept_under(self.without_predicates, schema),
        )

    def claim(self, claim: Claim, schema: Schema) -> Claim | None:
        """A claim as the sources that are left tell it; None if it does not count, or nobody knows whether it does."""
        told = self._told(claim)
        return told if told is not None and self._recent(told, schema) is Answer.YES else None

    def unknown(self, claims: Iterable[Claim], schema: Schema) -> int:
        """How many claims `since` leaves out because nobody knows when they were."""
        told = (self._told(claim) for claim in claims if claim.asserted and claim.object_is_entity)
        return sum(claim is not None and self._recent(claim, schema) is Answer.UNKNOWN for claim in told)

    def _told(self, claim: Claim) -> Claim | None:
        evidence = tuple(
            item
            for item in claim.evidence
            if (not self.sources or item.source in self.sources) and item.source not in self.without_sources
        )
        if len(evidence) == len(claim.evidence):
            return claim
        if not evidence:
            return None
        reported = [item.reported for item in telling(evidence) if item.reported is not None]
        told = replace(
            claim,
            evidence=evidence,
            status=status_of(evidence),
            rank=best_rank(evidence),
            from_=date_of(evidence, "from"),
            until=date_of(evidence, "until"),
            reported=min(reported, key=lambda date: (date.latest, date.text), default=None),
        )
        return told if told.asserted else None

    def _recent(self, claim: Claim, schema: Schema) -> Answer:
        """Whether an event was on the day or later, or a state had not ended before it (as in `kg.facts.validity`)."""
        if self.since is None:
            return Answer.YES
        day, interval = self.since.earliest, Interval.of(claim)
        if schema.properties[claim.predicate].temporal_kind is TemporalKind.EVENT:
            if interval.begins_earliest is not None and interval.begins_earliest >= day:
                return Answer.YES
            late = interval.begins_latest is None or interval.begins_latest >= day
            return Answer.UNKNOWN if late else Answer.NO
        return Answer.NO if interval.ended(day) is Answer.YES else Answer.YES


def latest_report(catalogue: Catalogue) -> dt.date | None:
    """The day of the latest report in a graph: what ages are counted from where no day is given."""
    days = (claim.reported.latest for claim in catalogue.claims.values() if claim.reported is not None)
    return max(days, default=None)


def _know(words: Iterable[str], known: Collection[str], what: str, otherwise: str) -> None:
    for word in words:
        if word not in known:
            raise CallError(f"there is no {what} '{word}'. {nearest(word, set(known), otherwise)}")


def _kept_under(names: tuple[str, ...], schema: Schema) -> tuple[str, ...]:
    return tuple(sorted({schema.properties[name].inverse_of or name for name in names}))
