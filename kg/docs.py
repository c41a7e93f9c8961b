"""`python -m kg.docs DIR`: the documentation of the ontology (`make docs`), with what a project adds."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.resources import Resources
from kg.views.ontology_page import write_ontology_pages

if __name__ == "__main__":
    write_ontology_pages(Resources.current().read_ontology(), Path(sys.argv[1]))
