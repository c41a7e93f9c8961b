"""Which country a thing counts to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from kg.rdf.catalogue import Catalogue

_STEPS = (
    (("ofCountry",), True),
    (("worksFor", "represents"), True),
    (("holdsPost", "postIn"), True),
    (("locatedIn", "establishedIn"), False),
    (("subordinateTo", "belongsTo"), True),
)
"""What leads to a thing's country, the surest first; whether it does so for international organisations too."""


def countries(catalogue: Catalogue) -> Mapping[str, str]:
    """For each thing whose country the claims tell, the id of the country, by id of the thing.

    A country is its own. Else the first of these that leads to one country counts: whose it is said to be, for whom a
    person works, whose post the person holds, where it stands (an international organisation belongs to no country
    for having its seat there), whom it is subordinate or belongs to. What leads to two countries leads to none.
    """
    objects: dict[tuple[str, str], set[str]] = {}
    leading = {predicate for predicates, _ in _STEPS for predicate in predicates}
    for relation in catalogue.relations():
        if relation.predicate in leading:
            objects.setdefault((relation.subject, relation.predicate), set()).add(relation.object)
    known: dict[str, str | None] = {}
    found = partial(_country, catalogue, objects, known)
    return {key: country for key in catalogue.classes if (country := found(key)) is not None}


def _country(
    catalogue: Catalogue, objects: Mapping[tuple[str, str], set[str]], known: dict[str, str | None], key: str
) -> str | None:
    if key in known:
        return known[key]
    known[key] = None  # what leads back to itself leads nowhere
    class_name = catalogue.classes[key]
    if catalogue.schema.is_a(class_name, "Country"):
        known[key] = key
        return key
    international = catalogue.schema.is_a(class_name, "InternationalOrganisation")
    for predicates, always in _STEPS:
        if international and not always:
            continue
        ends = sorted({end for predicate in predicates for end in objects.get((key, predicate), ())})
        reached = {country for end in ends if (country := _country(catalogue, objects, known, end)) is not None}
        if reached:
            known[key] = reached.pop() if len(reached) == 1 else None
            break
    return known[key]
