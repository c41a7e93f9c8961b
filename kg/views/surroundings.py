"""The sentence around each quote, where the documents are on disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.facts.model import Claim, Evidence, Quote
from kg.facts.problems import Problem
from kg.facts.texts.documents import Document, read_documents
from kg.facts.texts.folded_text import FoldedText
from kg.facts.texts.segments import sentence_around
from kg.rdf.catalogue import Catalogue


@dataclass(frozen=True)
class Sentence:
    """A sentence of a document in three pieces, line breaks turned to spaces: `quote` as it stands there."""

    before: str
    quote: str
    after: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.before + self.quote + self.after


def sentences_of(
    catalogue: Catalogue, folder: Path, problems: list[Problem], claims: Iterable[Claim] | None = None
) -> Mapping[str, Sentence]:
    """The sentence around the quote of each piece of evidence, by the evidence's key.

    Of these claims (all, if none are given). Evidence whose document is not in `folder` or does not hold the quote
    has none; a document that cannot be read is a problem.
    """
    claims = catalogue.claims.values() if claims is None else claims
    evidence = [item for claim in claims for item in claim.evidence if item.quote is not None]
    used = sorted({item.source for item in evidence})
    documents = read_documents((catalogue.sources[key] for key in used), folder, problems)
    found = {}
    for item in evidence:
        document = documents.get(item.source)
        if document is not None:
            sentence = _sentence(item, document, catalogue.sources[item.source].language)
            if sentence is not None:
                found[item.key] = sentence
    return found


def _sentence(item: Evidence, document: Document, language: str) -> Sentence | None:
    assert item.quote is not None
    place = _place(item.quote, document)
    if place is None:
        return None
    begin, finish = sentence_around(document.text, *place, language)
    start, end = place
    pieces = (document.text[begin:start], document.text[start:end], document.text[end:finish])
    # One after the other, so that a space at a seam stays one.
    texts = [_one_line(piece) for piece in pieces]
    return Sentence(texts[0].lstrip(), texts[1], texts[2].rstrip())


def _place(quote: Quote, document: Document) -> tuple[int, int] | None:
    """Where a quote stands: as recorded if it is still there, else where it is found."""
    if quote.start is not None and quote.end is not None:
        recorded = document.text[quote.start : quote.end]
        if FoldedText.of(recorded).text.strip() == FoldedText.of(quote.text).text.strip():
            return quote.start, quote.end
    places = document.folded.find(quote.text)
    _, occurrence = quote.key
    return places[occurrence - 1] if occurrence <= len(places) else None


def _one_line(text: str) -> str:
    ends = (" " if text[:1].isspace() else "", " " if text[-1:].isspace() else "")
    words = " ".join(text.split())
    return f"{ends[0]}{words}{ends[1]}" if words else ends[0]
