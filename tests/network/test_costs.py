"""What hops cost: strength by independent sources and kinds of tie, recency by the age of the newest word."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kg.build import make_graph
from kg.network.costs import UNIT, Cost, last_known, price_of
from kg.network.filters import Filters
from kg.network.ground import Ground, ground_of
from kg.network.paths import best_paths, paths_within
from kg.rdf.catalogue import Catalogue

SOURCES = """id,title,publisher,published,language,url,document
one,First report,Agency A,2020-06-30,en,,
two,Second report,Agency A,2022-06-30,en,,
three,Third report,Agency B,2024-06-30,en,,
"""
ENTITIES = """id,class,kind,identifiers
a,Organisation,,
b,Organisation,,
c,Organisation,,
d,Organisation,,
m,MemorandumOfUnderstanding,,
meeting,Event,,
"""
FACTS = """subject,predicate,object,from,until,source,quote,record
a,cooperatesWith,b,,,one,,1
a,cooperatesWith,b,,,two,,1
b,cooperatesWith,c,,,one,,2
b,cooperatesWith,c,,,three,,2
c,participatedIn,meeting,2021-06-30,,one,,3
d,participatedIn,meeting,2023-06-30,,three,,3
c,partyTo,m,,,two,,4
d,partyTo,m,,,three,,4
a,partyTo,m,,,three,,4
a,cooperatesWith,d,2010,2019-06-30,one,,5
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("costs")
    (folder / "facts").mkdir()
    for name, text in (("sources", SOURCES), ("entities", ENTITIES), ("facts/ties", FACTS)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    names = "entity,language,name,rank\n" + "".join(f"{k},en,{k.upper()},preferred\n" for k in "abcdm")
    (folder / "names.csv").write_text(names + "meeting,en,Meeting,preferred\n", encoding="utf-8")
    return make_graph(folder).catalogue


def prices(catalogue: Catalogue, cost: Cost, *, partners: bool = False, day: dt.date | None = None) -> dict[str, float]:
    ground = ground_of(catalogue, Filters(), partners=partners)
    price = price_of(cost, ground, catalogue, day)
    pairs = [(a, b) for a in ground.nodes() for b in ground.around(a)]
    assert all(price(a, b) == price(b, a) > 0 for a, b in pairs)
    return {f"{a} {b}": price(a, b) / UNIT for a, b in pairs}


def test_two_reports_of_one_publisher_are_one_source(catalogue: Catalogue) -> None:
    found = prices(catalogue, Cost.STRENGTH)
    assert found["a b"] == 1
    assert found["b c"] == 0.5


def test_what_happened_once_weighs_half_of_what_lasts(catalogue: Catalogue) -> None:
    found = prices(catalogue, Cost.STRENGTH)
    assert found["c meeting"] == 2
    assert found["c m"] == 1


def test_who_shares_with_two_others_shares_half_with_each(catalogue: Catalogue) -> None:
    found = prices(catalogue, Cost.STRENGTH, partners=True)
    assert found["c d"] == 2
    assert found["a d"] == pytest.approx(1 / 1.5, abs=1e-6)
    assert "c meeting" not in found


def test_age_is_counted_from_the_latest_report_or_the_day_given(catalogue: Catalogue) -> None:
    year = 365.25
    found = prices(catalogue, Cost.RECENCY)
    assert found["a b"] == pytest.approx(1 + 731 / year, abs=1e-6)
    assert found["b c"] == 1
    assert found["d meeting"] == pytest.approx(1 + 366 / year, abs=1e-6)
    assert found["a d"] == pytest.approx(1 + (dt.date(2024, 6, 30) - dt.date(2019, 6, 30)).days / year, abs=1e-6)
    later = prices(catalogue, Cost.RECENCY, day=dt.date(2025, 6, 30))
    assert later["b c"] == pytest.approx(1 + 365 / year, abs=1e-6)


def test_of_a_partnership_the_older_side_counts_and_the_newest_thing_shared(catalogue: Catalogue) -> None:
    found = prices(catalogue, Cost.RECENCY, partners=True)
    assert found["c d"] == pytest.approx(1 + 731 / 365.25, abs=1e-6)
    assert found["a d"] == 1


def test_what_nobody_dates_is_as_old_as_the_oldest(catalogue: Catalogue) -> None:
    claims = dict(catalogue.claims)
    (key,) = (claim.key for claim in claims.values() if (claim.subject, claim.object) == ("a", "b"))
    evidence = tuple(replace(item, reported=None) for item in claims[key].evidence)
    undated = replace(claims[key], reported=None, evidence=evidence)
    assert last_known(undated, catalogue.schema) is None
    ground = ground_of(catalogue, Filters())
    bare = Ground(ground.network, catalogue.schema, None, {**claims, key: undated})
    price = price_of(Cost.RECENCY, bare, catalogue)
    assert price("a", "b") == price("a", "d")


def test_the_best_path_depends_on_what_it_costs(catalogue: Catalogue) -> None:
    ground = ground_of(catalogue, Filters())

    def route(cost: Cost) -> str:
        (path,) = best_paths(ground, "a", "d", price=price_of(cost, ground, catalogue))
        return " ".join(["a", *(hop.end for hop in path)])

    assert route(Cost.HOPS) == "a d"
    assert route(Cost.RECENCY) == "a m d"
    assert route(Cost.STRENGTH) == "a d"


def test_sources_left_out_take_their_dates_with_them(catalogue: Catalogue) -> None:
    ground = ground_of(catalogue, Filters(without_sources=("three",)))
    assert prices(catalogue, Cost.STRENGTH)["b c"] == 0.5
    assert price_of(Cost.STRENGTH, ground, catalogue)("b", "c") == UNIT
    (path,) = best_paths(ground, "b", "c")
    claim = ground.claim(path[0].links[0].claim)
    assert claim is not None
    assert [item.source for item in claim.evidence] == ["one"]
    assert ground.around("d") == ("a",)


def test_all_within_a_length_are_listed_by_cost(catalogue: Catalogue) -> None:
    ground = ground_of(catalogue, Filters())
    price = price_of(Cost.RECENCY, ground, catalogue)
    found = paths_within(ground, "a", "d", 4, 10, price).paths
    costs = [sum(price(hop.start, hop.end) for hop in path) for path in found]
    assert len(costs) > 2
    assert costs == sorted(costs)
    assert [len(path) for path in found] != sorted(len(path) for path in found)
