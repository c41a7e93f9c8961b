"""What the tests of exports begin with: a small graph of any texts, and the bytes of a format."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from kg.exports.formats import FORMATS, Export, Target
from kg.facts.claims import to_claims
from kg.facts.model import Entity, Name, NameRank, Project, Row, Source
from kg.rdf.catalogue import Catalogue
from kg.rdf.mapping import to_quads
from kg.rdf.ontology import Ontology
from kg.rdf.store import new_store
from kg.resources import Resources
from tests.facts.making import date, fact

TRAPS = (
    "=HYPERLINK(\"http://x\";\"y\")", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''", "<script>alert(1)</script>", "]]>",
    "&amp;", "\\u0027}) DETACH DELETE n //", "O'Neil\\", "`x`", "a\x00b\x1fc\ufffe", "\r\nb", "[x](javascript:1)",
    "[^1]: y", "# h", "1. x", "- x", "***", "~~~", "| a | b |", "http://evil.example", "www.evil.example",
    "a@b.example", "\u2028", " ", "{{x}}", "&#60;", "x; y", "$1$", "a\x1fb", "[1]",
)  # fmt: skip
"""Texts that mean something to one target or another."""
TEXTS = st.one_of(
    st.sampled_from(TRAPS),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
    st.lists(st.sampled_from(TRAPS), min_size=2, max_size=3).map("".join),
)


@cache
def ontology() -> Ontology:
    return Ontology(Resources.shipped().ontology)


def small(name: str = "A", quote: str = "words", title: str = "News", url: str = "") -> Export:
    """A company of this name, party to an agreement of this name, by this quote from a source of this title."""
    row = Row("test.csv", 2)

    def thing(key: str, class_name: str) -> Entity:
        return Entity(key, class_name, "", (), (Name(key, "en", name, NameRank.PREFERRED, ""),), (key,), row)

    entities = {"acme": thing("acme", "Company"), "memo": thing("memo", "Agreement")}
    source = Source("s", title, "", date("2026-01-20"), None, "en", url, "s.txt", row)
    facts = (fact("acme", "partyTo", "memo", from_="2026", quote=quote),)
    project = Project({"s": source}, entities, {"acme": "acme", "memo": "memo"}, facts, (), ())
    claims = to_claims(facts, project.sources, ontology().schema).claims
    return Export(Catalogue(new_store((), to_quads(project, claims, ontology().schema)), ontology()))


def written(name: str, export: Export) -> bytes:
    """What a format writes to a file."""
    out = io.BytesIO()
    FORMATS[name].load()(export, out)
    return out.getvalue()


def written_folder(name: str, export: Export, folder: Path) -> Path:
    """A new folder in `folder` with what a format writes."""
    assert FORMATS[name].target is Target.FOLDER
    new = folder / name
    new.mkdir()
    FORMATS[name].load()(export, new)
    return new
