"""What a hop of a path costs: alike, less the stronger the tie, or more the older the word for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction

from kg.facts.conflicts import telling
from kg.facts.model import Claim, Source
from kg.facts.schema import Schema, TemporalKind
from kg.network.filters import latest_report
from kg.network.ground import Ground
from kg.network.hops import Link
from kg.network.routes import Price
from kg.rdf.catalogue import Catalogue

UNIT = 1_000_000
"""So much is the cost of one plain hop: costs are whole millionths of it, so that sums are exact."""

_YEAR_DAYS = Fraction("365.25")
_KIND = {TemporalKind.STATE: Fraction(1), TemporalKind.EVENT: Fraction(1, 2), None: Fraction(1, 2)}


class Cost(Enum):
    """By what a path is the best one."""

    HOPS = "hops"
    STRENGTH = "strength"
    RECENCY = "recency"


def price_of(cost: Cost, ground: Ground, catalogue: Catalogue, day: dt.date | None = None) -> Price:
    """What each step costs, in millionths of a hop.

    `day` is the day from which ages are counted: where none is given, that of the latest report in the graph.

    `hops`: each step costs one hop (Freeman 1977, as all unweighted measures).

    `strength`: a step costs one hop divided by the strength of its tie, so that a path along strong ties may be
    longer and still be the best (Newman 2001, "Scientific collaboration networks. II", section III; with the exponent
    alpha = 1 of Opsahl, Agneessens and Skvoretz 2010). The strength of a direct tie is the sum, over the
    *independent* sources that tell it, of the weight of the strongest kind of tie that each tells. Sources of one
    publisher are not independent and count once. Two kinds weigh differently, by the ontology's own mark: a relation
    that lasts (a state: is party to, is a member of, is subordinate to, operates …) weighs 1, one that happened once
    (an event: signed, took part in, opened …) weighs 1/2, since the time that two share is what makes a tie strong
    (Granovetter 1973). Among partners, each agreement, initiative or post that n parties share adds the weaker
    of its two sides divided by n - 1 (Newman 2001, equation 2: who shares with many shares less with each).

    `recency`: a step costs one hop and one more for each year (of 365.25 days) of age of its newest tie; a path is as
    up to date as the sum of its delays (after Kossinets, Kleinberg and Watts 2008). A state is as old as the newest
    report of it, or its end if that was before; an event as its date, else as the newest report of it. Of what
    partners share, the older of the two sides counts, and of several shared things the newest. What nobody dates is as
    old as the oldest that somebody does. No clock is read.
    """
    key = cost, day
    if key not in ground.prices:
        ground.prices[key] = _price_of(cost, ground, catalogue, day)
    return ground.prices[key]


def _price_of(cost: Cost, ground: Ground, catalogue: Catalogue, day: dt.date | None) -> Price:
    if cost is Cost.HOPS:
        return lambda start, end: UNIT
    if cost is Cost.STRENGTH:
        return _kept(_strength_price(ground, catalogue.sources))
    days = [known for claim in catalogue.claims.values() if (known := last_known(claim, ground.schema)) is not None]
    oldest = min(days, default=dt.date.min)
    return _kept(_recency_price(ground, day or latest_report(catalogue) or oldest, oldest))


def _kept(price: Price) -> Price:
    """The same, each pair worked out once."""
    known: dict[tuple[str, str], int] = {}

    def kept(start: str, end: str) -> int:
        pair = (start, end) if start < end else (end, start)
        if pair not in known:
            known[pair] = price(*pair)
        return known[pair]

    return kept


def _strength_price(ground: Ground, sources: Mapping[str, Source]) -> Price:
    def strength(links: Iterable[Link]) -> Fraction:
        weights: dict[str, Fraction] = {}
        for link in links:
            claim = ground.claim(link.claim)
            property_ = ground.schema.properties.get(link.predicate)
            weight = _KIND[property_.temporal_kind if property_ is not None else None]
            for item in telling(claim.evidence) if claim is not None else ():
                source = sources.get(item.source)
                teller = (source.publisher if source is not None else "") or item.source
                weights[teller] = max(weight, weights.get(teller, weight))
        return sum(weights.values(), Fraction(0))

    def price(start: str, end: str) -> int:
        direct, shared = _sides(ground.links(start, end))
        total = strength(direct)
        for via, sides in shared.items():
            others = max(1, len(ground.members(via)) - 1)
            total += min(map(strength, sides)) / others
        # A tie without evidence is weaker than any with it.
        return max(1, round(UNIT / total)) if total else UNIT * 1000

    return price


def _recency_price(ground: Ground, day: dt.date, oldest: dt.date) -> Price:
    def newest(links: Iterable[Link]) -> dt.date:
        claims = (ground.claim(link.claim) for link in links)
        known = (last_known(claim, ground.schema) for claim in claims if claim is not None)
        return max((date for date in known if date is not None), default=oldest)

    def price(start: str, end: str) -> int:
        direct, shared = _sides(ground.links(start, end))
        dates = [newest(direct)] if direct else []
        dates += [min(map(newest, sides)) for sides in shared.values()]
        age = max(0, (day - max(dates, default=oldest)).days)
        return UNIT + round(UNIT * age / _YEAR_DAYS)

    return price


def _sides(links: Iterable[Link]) -> tuple[list[Link], dict[str, tuple[list[Link], list[Link]]]]:
    """The direct ties of a hop; and by each shared thing the ties of the hop's start, and of its end, to it."""
    direct: list[Link] = []
    shared: dict[str, tuple[list[Link], list[Link]]] = {}
    for link in links:
        side = shared.setdefault(link.via, ([], []))[0 if link.near else 1] if link.via else direct
        side.append(link)
    return direct, shared


def last_known(claim: Claim, schema: Schema) -> dt.date | None:
    """The newest day for which anybody vouches for a claim; None where no date is told or reported."""
    property_ = schema.properties.get(claim.predicate)
    reports = [item.reported.latest for item in telling(claim.evidence) if item.reported is not None]
    if property_ is not None and property_.temporal_kind is TemporalKind.EVENT:
        return claim.from_.latest if claim.from_ is not None else max(reports, default=None)
    known = [claim.until.latest] if claim.until is not None else []
    if reports:
        known.append(max(reports))
    if not known and claim.from_ is not None:
        known.append(claim.from_.latest)
    return min(known, default=None)
