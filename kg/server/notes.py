"""What is told beside an answer: names of the query that nothing in the graph bears."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool

from kg.facts.problems import CallError
from kg.rdf.absent import Absent, absent_names
from kg.rdf.sparql import check_terms
from kg.server.pool import Answer, Outcome
from kg.server.site import Reader, Site

_MOST, _LONGEST = 10, 200


async def notes_on(site: Site, query: str, answer: Answer) -> tuple[list[Absent], str]:
    """The absent things and terms of others, and which terms of ours the ontology does not have."""
    if answer.outcome is not Outcome.DONE:
        return [], ""
    return await run_in_threadpool(_notes, site, query, answer.empty)


def _notes(site: Site, query: str, empty: bool) -> tuple[list[Absent], str]:
    ontology = site.catalogue.ontology
    try:
        check_terms(query, ontology.labels.keys() - ontology.own, ontology.own)
        unknown = ""
    except CallError as error:
        unknown = str(error)
    return absent_names(site.catalogue, query, empty)[:_MOST], unknown


def in_words(reader: Reader, absent: list[Absent]) -> list[str]:
    """A sentence for each absent name, for people."""
    return [
        reader.word("absent_near" if item.nearest else "absent", name=item.name, near=item.nearest) for item in absent
    ]


def warning(absent: list[Absent], unknown: str) -> dict[str, str]:
    """The same as a header for programs: `Warning: 299 - "…"` (RFC 7234, 5.5), one of them for each name."""
    told = [
        f"{item.name} is not in the graph" + (f"; did you mean {item.nearest}?" if item.nearest else "")
        for item in absent
    ]
    told += [line.partition(": ")[2] for line in unknown.splitlines()[1:]]
    shown = ", ".join(f'299 - "{_plain(text)}"' for text in told[:_MOST])
    return {"warning": shown} if shown else {}


def _plain(text: str) -> str:
    """A text as a header may hold it: printable ASCII without quotes."""
    return "".join(c if " " <= c <= "~" and c not in '\\"' else "?" for c in text[:_LONGEST])
