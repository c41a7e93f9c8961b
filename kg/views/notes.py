"""Ties as numbered notes under a picture: the sentence, its date, and the quotes with who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.facts.model import Evidence
from kg.network.paths import Hop, Link
from kg.rdf.catalogue import Catalogue
from kg.views.canvas import LINE_HEIGHT, Sheet, wrapped
from kg.views.sentences import Sentences
from kg.views.words import LANGUAGES, read_words

SENTENCE, PROOF = 13.5, 12
"""The sizes of the two kinds of text in a note."""
GAP = 14
"""The space below a note."""


@dataclass(frozen=True)
class Tie:
    """One claim between two things as it is drawn: the claim itself, or a relation that inference drew from it."""

    claim: str
    predicate: str
    subject: str
    object: str

    @classmethod
    def of(cls, hop: Hop, link: Link) -> Tie:
        """A link of a path, from its subject to its object."""
        return cls(link.claim, link.predicate, *hop.ends(link))


@dataclass(frozen=True)
class Note:
    """What is told of a tie: texts in the reader's language, quotes in that of their source."""

    sentence: str
    date: str
    remark: str
    proofs: tuple[tuple[str, str], ...]
    """Words of a source, and who says them when."""


class Teller:
    """Notes in one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.catalogue = catalogue
        self.words = Sentences(catalogue, language)

    def said(self, key: str, **values: int) -> str:
        """A word of `drawing_words.csv`."""
        codes = list(LANGUAGES)
        place = codes.index(self.words.language) if self.words.language in codes else 0
        return read_words("drawing")[key][place].format(**values)

    def inferred(self, tie: Tie) -> bool:
        """Whether a rule drew the tie from its claim."""
        claim = self.catalogue.claims[tie.claim]
        return (tie.subject, tie.predicate) != (claim.subject, claim.predicate)

    def note(self, tie: Tie) -> Note:
        """What is told of a tie."""
        claim, inferred = self.catalogue.claims[tie.claim], self.inferred(tie)
        sentence = self.words.sentence(claim, *((tie.predicate, tie.subject) if inferred else ()))
        return Note(
            sentence=sentence,
            date=self.words.date(claim),
            remark=self.said("inferred") if inferred else "",
            proofs=tuple(self.proof(item) for item in claim.evidence),
        )

    def proof(self, item: Evidence) -> tuple[str, str]:
        """The quote or record of a piece of evidence; its publisher (or title), its date and the source's id."""
        source = self.catalogue.sources[item.source]
        told = f"“{item.quote.text}”" if item.quote is not None else item.record
        publisher = self.words.name(source.publisher) if source.publisher else ""
        about = [publisher or source.title, source.published.text if source.published else "", source.id]
        if item.quote is not None and not item.quote.verified:
            about.append(self.said("unverified"))
        return told, ", ".join(filter(None, about))


def note_height(note: Note, width: float) -> float:
    """The height that a note takes, without the space below it."""
    return sum(len(lines) * size * LINE_HEIGHT for lines, size, _ in _texts(note, width))


def draw_note(sheet: Sheet, place: tuple[float, float], note: Note, width: float) -> float:
    """Draws a note with its upper left corner at `place`; its height."""
    x, y = place
    top = y
    for lines, size, strong in _texts(note, width):
        colour = sheet.colours.ink if strong else sheet.colours.muted
        y += sheet.text((x, y + size), lines, size, colour=colour)
    return y - top


def _texts(note: Note, width: float) -> Sequence[tuple[list[str], float, bool]]:
    """A note's paragraphs in lines, the size of each, and whether it is the sentence."""
    # The date stays in one line.
    date = f" [{note.date}]".replace(" ", "\u00a0").replace("\u00a0", " ", 1) if note.date else ""
    texts = [(wrapped(note.sentence + date, width, SENTENCE), SENTENCE, True)]
    if note.remark:
        texts.append((wrapped(note.remark, width, PROOF), PROOF, False))
    texts += [(wrapped(f"{told} — {about}", width, PROOF), PROOF, False) for told, about in note.proofs]
    return texts
