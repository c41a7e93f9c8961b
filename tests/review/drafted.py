"""Two invented articles about the miniature project, and what a drafter might propose of them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.draft.model import (
    Drafts,
    DraftSource,
    Place,
    Proposal,
    ProposedName,
    ProposedThing,
    Question,
    Reason,
    proposal_key,
)
from kg.draft.tables import table_texts
from kg.facts.schema import Schema
from kg.facts.texts.folded_text import FoldedText
from kg.folders import replace_files
from kg.review.articles import Articles
from kg.review.holdings import Holdings
from kg.review.journal import Journal
from kg.review.mending import Redraft
from kg.review.queue import Choice
from kg.review.session import Reviewer, Session
from tests.tiny_project import SHAPES

GULL = """The Evening Gull, 9 June 2031

Tidal Works opened the Foam Park in Port Lumen on 8 June 2031. Tidal Works operates the Foam Park.
Reef Station joined the Harbour Network in 2031. The Bay Council operates Reef Station.
"""
TERN = """Susüpürən, 10 iyun 2031

Rif Stansiyası 2031-ci ildə Liman Şəbəkəsinə qoşulub.
"""
TEXTS = {"gull": GULL, "tern": TERN}


def place(source: str, quote: str) -> Place:
    """Where words stand in an article, its line taken for the sentence."""
    text = TEXTS[source]
    found = FoldedText.of(text).find(quote)
    start, end = found[0]
    first = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1, 0)
    last = min(at for at in (text.find(".", end), text.find("\n", end)) if at >= 0) + 1
    return Place(quote, None if len(found) == 1 else 1, start, end, first, last)


def fact(
    subject: str,
    predicate: str,
    object_: str,
    source: str,
    quote: str,
    confidence: float,
    *,
    key: str = "",
    from_: str = "",
    rule: str = "",
) -> Proposal:
    """A proposed fact."""
    key = key or proposal_key((subject, predicate, object_, "", ""), source, quote)
    language = "az" if source == "tern" else "en"
    return Proposal(
        key, subject, predicate, object_, from_, "", "", source, place(source, quote), "", {}, confidence, language,
        rule or f"{language}.{predicate}", (Reason.BY_ORDER, Reason.KNOWN_SUBJECT),
    )  # fmt: skip


def drafts(folder: Path) -> Drafts:
    """The drafts of the two articles, which are written to the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = []
    for key, title, published in (("gull", "A park of foam", "2031-06-09"), ("tern", "Rif qoşulub", "2031-06-10")):
        path = folder / f"{key}.txt"
        path.write_text(TEXTS[key], encoding="utf-8", newline="")
        checksum = hashlib.sha256(path.read_bytes()).hexdigest()
        language = "az" if key == "tern" else "en"
        url = f"https://{key}.example/1"
        sources.append(DraftSource(key, title, "", published, "", language, url, path.name, str(path), checksum))
    joined = fact(
        "reef-station", "joined", "harbour-network", "gull", "Reef Station joined the Harbour Network in 2031", 0.95,
        from_="2031", rule="en.join.joined",
    )  # fmt: skip
    again = fact(
        "reef-station", "joined", "harbour-network", "tern", "Rif Stansiyası 2031-ci ildə", 0.9, key=joined.key,
        from_="2031", rule="az.join.qoşul*",
    )  # fmt: skip
    park = place("gull", "opened the Foam Park")
    council = place("gull", "The Bay Council")
    reasons = (Reason.BY_HEAD,)
    return Drafts(
        sources=tuple(sources),
        things=(
            ProposedThing("foam-park", "IndustrialPark", "", 0.8, "en", "head-park", reasons, "gull", park),
            ProposedThing("bay-council", "GovernmentBody", "", 0.7, "en", "head-council", reasons, "gull", council),
        ),
        names=(
            ProposedName("foam-park", "en", "Foam Park", "preferred", 0.8, "head-park", reasons, "gull", park),
            ProposedName("bay-council", "en", "Bay Council", "preferred", 0.7, "head", reasons, "gull", council),
            ProposedName(
                "reef-station", "az", "Rif Stansiyası", "preferred", 0.6, "name", reasons, "tern",
                place("tern", "Rif Stansiyası"),
            ),
        ),
        proposals=(
            joined,
            again,
            fact("foam-park", "locatedIn", "port-lumen", "gull", "the Foam Park in Port Lumen", 0.85),
            fact("tidal-works", "operates", "foam-park", "gull", "Tidal Works operates the Foam Park", 0.8),
            fact("bay-council", "operates", "reef-station", "gull", "The Bay Council operates Reef Station", 0.7),
        ),
        questions=(
            Question(
                "The Bay Council", "bay-council", ("ministry-of-tides", "tidal-works"), "en", (Reason.RESEMBLES,),
                "gull", council,
            ),
        ),
    )  # fmt: skip


def write_drafts(folder: Path) -> Drafts:
    """Writes them as `kg draft` does."""
    made = drafts(folder)
    for name, text in table_texts(made).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return made


def open_session(seeds: Path, folder: Path, schema: Schema, choice: Choice | None = None) -> Session:
    """A session over the miniature project and these drafts."""
    return session_over(drafts(folder), seeds, folder, schema, choice)


def session_over(
    made: Drafts,
    seeds: Path,
    folder: Path,
    schema: Schema,
    choice: Choice | None = None,
    redraft: Redraft | None = None,
) -> Session:
    """A session over the miniature project and drafts that stand in the folder."""
    return Session(
        made,
        Holdings(seeds, schema, SHAPES),
        Journal(folder, replace_files),
        Articles(made.sources, None),
        Reviewer("A. Editor", lambda: "2031-06-11"),
        replace_files,
        choice,
        redraft,
    )
