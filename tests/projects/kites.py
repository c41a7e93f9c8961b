"""A new project about kites, and terms, a rule, a shape and a check of its own to enlarge it by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects.calling import done
from tests.tiny_project import append, edit

BASE = "https://kites.example/"
MORE_TERMS = """
own:triedOut a owl:ObjectProperty ;
    rdfs:label "tried out"@en ;
    skos:definition "Was the test field at which that was put to a trial."@en ;
    rdfs:domain own:TestField ;
    rdfs:range kg:Entity ;
    owl:inverseOf own:triedOutAt ;
    kg:temporalKind "event" ;
    kg:tie true ;
    kg:phrase "{subject} was the site of a trial of {object}"@en ;
    kg:inversePhrase "{object} was tried out at {subject}"@en .

own:hostOf a owl:ObjectProperty ;
    rdfs:label "host of"@en ;
    skos:definition "Operates the test field at which that was tried out."@en ;
    rdfs:domain kg:Agent ;
    rdfs:range kg:Entity ;
    kg:temporalKind "event" ;
    kg:concluded true ;
    kg:phrase "{subject} was host of {object}"@en ;
    kg:inversePhrase "{object} had {subject} for a host"@en .

own:weather a owl:ObjectProperty ;
    rdfs:label "in weather"@en ;
    skos:definition "The weather of a trial."@en ;
    rdfs:domain kg:Claim ;
    rdfs:range own:Weather ;
    kg:qualifier true .

own:Weather a owl:Class ;
    rdfs:subClassOf kg:Concept ;
    rdfs:label "weather"@en ;
    skos:definition "What the sky does."@en .
"""
RULE = """#+ title: Who operates a test field is host of what is tried out there
#+ why: The operator and the field are two relations apart.
PREFIX kg: <https://w3id.org/partnership-kg/ontology#>
PREFIX own: <https://kites.example/ontology#>
CONSTRUCT { ?host own:hostOf ?thing . }
WHERE {
  ?host kg:operates ?field .
  ?thing own:triedOutAt ?field .
}
"""
SHAPE = """@prefix own: <https://kites.example/ontology#> .
@prefix kg: <https://w3id.org/partnership-kg/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .

own:FieldOperatorShape a sh:PropertyShape ;
    sh:targetClass own:TestField ;
    sh:path kg:operatedBy ;
    sh:minCount 1 ;
    sh:severity sh:Violation ;
    sh:message "A test field needs someone who operates it."@en .
"""
CHECK = """# problem: A thing was tried out at two fields.
# solution: Find out which.
#+ summary: "was tried out at two fields"
PREFIX own: <https://kites.example/ontology#>
SELECT DISTINCT ?thing
WHERE { ?thing own:triedOutAt ?one , ?other . FILTER (?one != ?other) }
ORDER BY ?thing
"""


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A new project that speaks English, not built."""
    done(tmp_path, "new", "kites", "--base", BASE)
    folder = tmp_path / "kites"
    settings = (folder / "kg.toml").read_text(encoding="utf-8")
    line = next(line for line in settings.splitlines() if line.startswith("languages"))
    (folder / "kg.toml").write_text(settings.replace(line, 'languages = ["en"]'), encoding="utf-8")
    return folder


def enlarge(folder: Path) -> Path:
    """Adds terms, a rule, a shape, a check, and facts that speak of them."""
    with (folder / "ontology" / "own.ttl").open("a", encoding="utf-8") as file:
        file.write(MORE_TERMS)
    (folder / "ontology" / "rules").mkdir()
    (folder / "ontology" / "rules" / "operators-are-hosts.rq").write_text(RULE, encoding="utf-8")
    (folder / "ontology" / "shapes.ttl").write_text(SHAPE, encoding="utf-8")
    (folder / "queries" / "checks").mkdir()
    (folder / "queries" / "checks" / "two-fields.rq").write_text(CHECK, encoding="utf-8")
    append(folder / "seeds" / "entities.csv", "fair-wind,Weather,,")
    append(folder / "seeds" / "names.csv", "fair-wind,en,fair wind,rendering,")
    facts = folder / "seeds" / "facts"
    (facts / "weather.csv").write_text(
        "subject,predicate,object,source,quote,weather\n"
        'kite-ridge,triedOut,long-line,kite-ridge-gazette,"Long Line, was tried out at Kite Ridge",fair-wind\n',
        encoding="utf-8",
    )
    edit(
        facts / "kites.csv",
        'long-line,triedOutAt,kite-ridge,2031-03-11,,kite-ridge-gazette,"Long Line, was tried out at Kite Ridge",,\n',
        "",
    )
    return folder
