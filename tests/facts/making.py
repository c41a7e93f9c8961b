"""Facts and sources made in one line, as if read from tables."""

from __future__ import annotations

from collections.abc import Mapping

from kg.facts.dates import PartialDate
from kg.facts.model import Entity, Fact, Name, NameRank, Quote, Rank, Row, Source, Status


def date(text: str) -> PartialDate | None:
    """The date of a cell; None for an empty one."""
    return PartialDate.parse(text) if text else None


def fact(
    subject: str = "a",
    predicate: str = "partyTo",
    object_: str = "b",
    *,
    from_: str = "",
    until: str = "",
    source: str = "s",
    quote: str = "words",
    occurrence: int | None = None,
    status: Status = Status.STATED,
    rank: Rank = Rank.NORMAL,
    spell: int = 1,
    id_: str = "",
    supersedes: str = "",
    qualifiers: Mapping[str, str] | None = None,
    line: int = 2,
) -> Fact:
    """A fact with a quote; a registry's record where `quote` is empty."""
    return Fact(
        subject=subject,
        predicate=predicate,
        object=object_,
        object_is_entity=True,
        from_=date(from_),
        until=date(until),
        derived=False,
        source=source,
        quote=Quote(quote, occurrence) if quote else None,
        record="" if quote else "record",
        status=status,
        rank=rank,
        spell=spell,
        id=id_,
        supersedes=supersedes,
        qualifiers=qualifiers or {},
        row=Row("facts.csv", line),
    )


def source(key: str, published: str = "", retrieved: str = "") -> Source:
    """A source in English with a document."""
    return Source(key, key.upper(), "", date(published), date(retrieved), "en", "", f"{key}.txt", Row("sources.csv", 2))


def entity(key: str, *names: str, ids: tuple[str, ...] = ()) -> Entity:
    """A company; the first name is its preferred one in English."""
    ranks = (NameRank.PREFERRED, *[NameRank.ALTERNATIVE] * len(names))
    listed = tuple(Name(key, "en", text, rank, "") for text, rank in zip(names, ranks, strict=False))
    return Entity(key, "Company", "", (), listed, (key, *ids), Row("entities.csv", 2))
