"""Made-up partnership projects of 1,000 to 1,000,000 facts, as a registry would give them: communities and hubs.

`python benchmarks/scale/generate.py 100000 OUT` writes the tables of a project with that many facts and a fifth as many
things to the folder OUT. The same number gives the same bytes. Evidence is a registry's record, so no documents are
needed. Sizes of communities and degrees follow power laws (a tie's ends are drawn in proportion to the ties that they
have, nine times of ten within the community); every seventh fact is told again by another source, mostly less exactly.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

SEED = 7
FACTS_A_THING = 5
RETOLD = 7
"""One fact in so many is told by a second source."""
_SYLLABLES = (
    *(("ba", "ба"), ("ri", "ри"), ("ko", "ко"), ("mu", "му"), ("na", "на"), ("te", "те"), ("do", "до"), ("li", "ли")),
    *(("sa", "са"), ("ve", "ве"), ("pu", "пу"), ("go", "го"), ("za", "за"), ("fi", "фи"), ("lu", "лу"), ("re", "ре")),
)
_CLASSES = (
    ("Company", 30, "Company", "Компания"),
    ("ResearchOrganisation", 12, "Institute", "Институт"),
    ("GovernmentBody", 8, "Agency", "Агентство"),
    ("InnovationCenter", 6, "Innovation Center", "Центр инноваций"),
    ("InternationalOrganisation", 1, "Union", "Союз"),
    ("Programme", 8, "Programme", "Программа"),
    ("Network", 3, "Network", "Сеть"),
    ("MemorandumOfUnderstanding", 16, "Memorandum", "Меморандум"),
    ("Person", 13, "", ""),
    ("City", 3, "City", "Город"),
)
_PARTNERS = ("Company", "ResearchOrganisation", "GovernmentBody", "InnovationCenter")
_COUNTRIES = 60
_COLUMNS = (
    *("subject", "predicate", "object", "from", "until", "source", "quote", "record"),
    *("status", "role", "onBehalfOf", "scope", "ordinal", "magnitude", "note"),
)
Row = tuple[str, ...]


class Generator:
    """Draws a project; every choice comes from one seeded stream."""

    def __init__(self, facts: int) -> None:
        self.count = facts
        self.random = random.Random(SEED * 1_000_003 + facts)  # noqa: S311 (made-up data, not a secret)
        things = max(40, facts // FACTS_A_THING)
        self.sources = max(10, facts // 100)
        classes = [name for name, share, *_ in _CLASSES for _ in range(share)]
        self.kinds = [self.random.choice(classes) for _ in range(things)]
        self.ids = [f"{kind.lower()}-{spelled(number, 0)}" for number, kind in enumerate(self.kinds)]
        self.communities = self._communities(things)
        self.written = 0

    def _communities(self, things: int) -> list[dict[str, list[int]]]:
        """For each community, its things by class; their sizes follow a power law."""
        number = max(3, round(things**0.6 / 4))
        weights = [1 / (rank + 1) ** 0.8 for rank in range(number)]
        members: list[dict[str, list[int]]] = [{} for _ in range(number)]
        for thing, home in enumerate(self.random.choices(range(number), weights, k=things)):
            members[home].setdefault(self.kinds[thing], []).append(thing)
        return members

    def write(self, folder: Path) -> None:
        """Writes all tables."""
        (folder / "facts").mkdir(parents=True, exist_ok=True)
        _write(folder / "entities.csv", ("id", "class", "kind", "identifiers"), self._entities())
        _write(folder / "names.csv", ("entity", "language", "name", "rank", "source"), self._names())
        columns = ("id", "title", "publisher", "published", "language", "url", "document")
        _write(folder / "sources.csv", columns, self._sources())
        _write(folder / "facts" / "places.csv", _COLUMNS, self._told(self._places()))
        _write(folder / "facts" / "agreements.csv", _COLUMNS, self._told(self._agreements()))
        _write(folder / "facts" / "partnerships.csv", _COLUMNS, self._told(self._partnerships()))

    def _entities(self) -> Iterator[Row]:
        for number in range(_COUNTRIES):
            yield f"country-{spelled(number, 0)}", "Country", "", ""
        for number, (key, kind) in enumerate(zip(self.ids, self.kinds, strict=True)):
            yield key, kind, "", f"made:{number}" if number % 4 == 0 else ""

    def _names(self) -> Iterator[Row]:
        words = {kind: (latin, cyrillic) for kind, _, latin, cyrillic in _CLASSES}
        for number in range(_COUNTRIES):
            for language, script in (("en", 0), ("ru", 1)):
                yield f"country-{spelled(number, 0)}", language, f"Land {spelled(number, script)}", "preferred", ""
        for number, (key, kind) in enumerate(zip(self.ids, self.kinds, strict=True)):
            latin, cyrillic = (spelled(number, script).capitalize() for script in (0, 1))
            english, russian = words[kind]
            source = f"bulletin-{number % self.sources}"
            yield key, "en", f"{latin} {english}".strip(), "preferred", source
            yield key, "ru", f"{russian} {cyrillic}".strip(), "preferred", source
            if number % 3 == 0:
                yield key, "kk", f"{cyrillic} «{russian}»", "rendering", ""
            if number % 5 == 0:
                yield key, "en", f"{latin[:2].upper()}{english[:1]}{number}", "acronym", source

    def _sources(self) -> Iterator[Row]:
        for number in range(self.sources):
            year = 2010 + number % 15
            published = (f"{year}-0{1 + number % 9}-11", f"{year}-0{1 + number % 9}", f"{year}")[number % 3]
            language = ("en", "ru", "az", "kk")[number % 4]
            url = f"https://example.org/bulletin/{number}"
            yield (
                f"bulletin-{number}",
                f"Bulletin {number} of registered ties",
                "Bulletin",
                published,
                language,
                url,
                "",
            )

    def _places(self) -> Iterator[Row]:
        """Where things are, and of which country."""
        cities = [key for key, kind in zip(self.ids, self.kinds, strict=True) if kind == "City"] or ["country-baba"]
        for key, kind in zip(self.ids, self.kinds, strict=True):
            if kind == "City":
                yield key, "locatedIn", self._country()
            elif kind == "InnovationCenter":
                yield key, "locatedIn", self.random.choice(cities)
            elif kind in ("Company", "GovernmentBody", "ResearchOrganisation") and self.random.random() < 0.5:
                yield key, "ofCountry", self._country()

    def _country(self) -> str:
        return f"country-{spelled(min(int(self.random.expovariate(0.1)), _COUNTRIES - 1), 0)}"

    def _agreements(self) -> Iterator[Row]:
        """Memoranda with two to four parties, signed by persons for the bodies that they work for."""
        for home in self.communities:
            pool = Pool([thing for kind in _PARTNERS for thing in home.get(kind, ())], self.random)
            if len(pool.members) < 4:
                pool = Pool([thing for thing, kind in enumerate(self.kinds) if kind in _PARTNERS], self.random)
            people: dict[int, list[int]] = {}
            for person in home.get("Person", ()):
                employer = pool.draw()
                people.setdefault(employer, []).append(person)
                yield self.ids[person], "worksFor", self.ids[employer]
            for agreement in home.get("MemorandumOfUnderstanding", ()):
                parties: dict[int, None] = {}
                while len(parties) < self.random.choice((2, 2, 2, 3, 4)):
                    parties[pool.draw()] = None
                for party in parties:
                    yield self.ids[party], "partyTo", self.ids[agreement]
                    for person in people.get(party, ())[:1]:
                        yield self.ids[person], "signed", self.ids[agreement], "", "", self.ids[party]

    def _partnerships(self) -> Iterator[Row]:
        """All other ties, until there are as many facts as asked for."""
        everyone = Pool([thing for thing, kind in enumerate(self.kinds) if kind in _PARTNERS], self.random)
        initiatives = [thing for thing, kind in enumerate(self.kinds) if kind in ("Programme", "Network")] or [0]
        pools = [Pool([t for kind in _PARTNERS for t in home.get(kind, ())], self.random) for home in self.communities]
        founded: set[int] = set()
        known: set[tuple[int, int]] = set()
        homes = [index for index, pool in enumerate(pools) if len(pool.members) > 3]
        weights = [len(pools[index].members) for index in homes]
        while True:
            for home in self.random.choices(homes, weights, k=1000):
                pool = pools[home]
                left = pool.draw()
                chance = self.random.random()
                local = self.communities[home].get("Programme", []) + self.communities[home].get("Network", [])
                initiative = self.random.choice(local or initiatives)
                if chance < 0.62:
                    right = pool.draw() if self.random.random() < 0.9 else everyone.draw()
                    if left == right or (left, right) in known or (right, left) in known:
                        continue
                    known.add((left, right))
                    scope = self.ids[initiative] if self.random.random() < 0.1 else ""
                    yield self.ids[left], "cooperatesWith", self.ids[right], scope
                elif chance < 0.66:
                    if initiative in founded:
                        continue
                    founded.add(initiative)
                    yield self.ids[left], "founded", self.ids[initiative]
                elif chance < 0.70:
                    amount = f"{self.random.randint(1, 900)}"
                    if (left, -1) in known:
                        continue
                    known.add((left, -1))
                    yield self.ids[left], "jobsSupported", amount
                else:
                    predicate = "memberOf" if chance < 0.9 else "contributesTo"
                    if (left, -2 - initiative) in known:
                        continue
                    known.add((left, -2 - initiative))
                    yield self.ids[left], predicate, self.ids[initiative]

    def _told(self, ties: Iterator[Row]) -> Iterator[Row]:
        """Rows of a table: each tie with its dates and its record, some told again by another source."""
        for tie in ties:
            if self.written >= self.count:
                return
            yield self._row(tie, self.random.randrange(self.sources), from_ := self._date())
            if self.written < self.count and self.random.random() * RETOLD < 1:
                again = from_[:4] if self.random.random() < 0.9 else self._date()
                yield self._row(tie, self.random.randrange(self.sources), again)

    def _row(self, tie: Row, source: int, from_: str) -> Row:
        subject, predicate, object_, scope, _, party = (*tie, "", "", "")[:6]
        self.written += 1
        until = "2030" if predicate in ("memberOf", "cooperatesWith") and self.random.random() < 0.1 and from_ else ""
        status = "planned" if self.random.random() < 0.02 and predicate == "contributesTo" else ""
        ordinal = str(self.random.randint(1, 200)) if predicate == "memberOf" and self.random.random() < 0.03 else ""
        magnitude = "thousand" if predicate == "jobsSupported" and subject.endswith("a") else ""
        note = f"entry of volume {source % 50}, “{subject[:9]}”" if self.random.random() < 0.05 else ""
        record = f"register/{source}/{self.written}"
        return (
            *(subject, predicate, object_, from_, until, f"bulletin-{source}", "", record),
            *(status, "", party, scope, ordinal, magnitude, note),
        )

    def _date(self) -> str:
        """A year, a month, a day or nothing, before anything was published."""
        year, month, day = self.random.randint(1995, 2009), self.random.randint(1, 12), self.random.randint(1, 28)
        return (f"{year}", f"{year}-{month:02d}", f"{year}-{month:02d}-{day:02d}", "")[self.random.randrange(4)]


class Pool:
    """Things drawn the more often, the more often they were drawn (so that degrees follow a power law)."""

    def __init__(self, members: list[int], chance: random.Random) -> None:
        self.members = members
        self._drawn = list(members)
        self._random = chance

    def draw(self) -> int:
        """One of them."""
        drawn = self._random.choice(self._drawn)
        self._drawn.append(drawn)
        return drawn


def spelled(number: int, script: int) -> str:
    """A number as a word of at least two syllables, in Latin (0) or Cyrillic (1) letters."""
    syllables: list[str] = []
    while number or len(syllables) < 2:
        number, digit = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[digit][script])
    return "".join(reversed(syllables))


def _write(path: Path, columns: Row, rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    Generator(int(sys.argv[1])).write(Path(sys.argv[2]))
