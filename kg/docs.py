"""`python -m kg.docs DIR`: the documentation of the shipped ontology (`make docs`)."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.rdf.ontology import Ontology
from kg.resources import Resources
from kg.views.ontology_page import write_ontology_pages

if __name__ == "__main__":
    write_ontology_pages(Ontology(Resources.shipped().ontology), Path(sys.argv[1]))
