"""Evidence as rows for a page's data: who says so, with which words."""

from __future__ import annotations

from collections.abc import Mapping

from kg.facts.model import Claim
from kg.rdf.catalogue import Catalogue
from kg.views.surroundings import Sentence

Row = dict[str, str | int | bool]


def source_rows(catalogue: Catalogue) -> tuple[list[Row], Mapping[str, int]]:
    """The sources that evidence rests on, sorted by id, and the place of each in that list."""
    used = sorted({item.source for claim in catalogue.claims.values() for item in claim.evidence})
    rows = []
    for key in used:
        source = catalogue.sources[key]
        publisher = catalogue.entities.get(source.publisher)
        row: Row = {"id": key, "title": source.title, "language": source.language}
        if source.publisher:
            row["publisher"] = publisher.label(source.language) if publisher else source.publisher
        if source.reported:
            row["date"] = source.reported.text
        if source.url:
            row["url"] = source.url
        rows.append(row)
    return rows, {key: index for index, key in enumerate(used)}


class EvidenceRows:
    """The evidence of claims as rows, with the sentences around their quotes where the documents were at hand."""

    def __init__(self, catalogue: Catalogue, sentences: Mapping[str, Sentence]) -> None:
        self.sources, self._places = source_rows(catalogue)
        self._sentences = sentences

    def of(self, claim: Claim) -> list[Row]:
        """`source` (its place in the list of sources), `quote` or `record`, `unverified` if it is.

        `before` and `after` are what stands before and after the quote in its sentence.
        """
        rows = []
        for item in claim.evidence:
            row: Row = {"source": self._places[item.source]}
            if item.quote is not None:
                row["quote"] = item.quote.text
                if not item.quote.verified:
                    row["unverified"] = True
                if (sentence := self._sentences.get(item.key)) is not None:
                    row.update(before=sentence.before, quote=sentence.quote, after=sentence.after)
            else:
                row["record"] = item.record
            rows.append(row)
        return rows
