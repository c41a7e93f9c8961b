"""Made-up partnership projects of any size, for measuring the explorer: groups, hubs, long names in three scripts.

`python benchmarks/explorer/make_graph.py 2000 OUT` writes the tables of a project with about 2,000 things and three
times as many facts to the folder OUT. The same number gives the same project.
"""

from __future__ import annotations

import csv
import random
import sys
from pathlib import Path

SEED = 5
EDGES_A_NODE = 3
_AZ: tuple[str, ...] = (
    "Rəqəmsal",
    "İnkişaf",
    "Nazirliyi",
    "Mərkəzi",
    "Şəbəkəsi",
    "Agentliyi",
    "Texnologiyalar",
    "İnnovasiya",
    "Dövlət",
)
_AZ += (
    "Sənaye",
    "Beynəlxalq",
    "Əməkdaşlıq",
    "İqtisadiyyat",
    "Fondu",
    "Təşkilatı",
    "Əlaqələndirmə",
    "Təhlil",
    "Ölkələri",
)
_KK: tuple[str, ...] = (
    "Цифрлық",
    "Даму",
    "Министрлігі",
    "Орталығы",
    "Желісі",
    "Агенттігі",
    "Технологиялар",
    "Инновациялар",
    "Мемлекеттік",
)
_KK += ("Өнеркәсіп", "Халықаралық", "Ынтымақтастық", "Экономика", "Қоры", "Ұйымы", "Үйлестіру", "Талдау", "Елдері")
_EN: tuple[str, ...] = (
    "Digital",
    "Development",
    "Ministry",
    "Center",
    "Network",
    "Agency",
    "Technologies",
    "Innovation",
    "State",
)
_EN += (
    "Industry",
    "International",
    "Cooperation",
    "Economy",
    "Fund",
    "Organisation",
    "Coordination",
    "Analysis",
    "Countries",
)
_SYLLABLES = ("ba", "kı", "şə", "mir", "qaz", "tur", "əl", "öz", "nur", "dağ", "su", "yel", "ar", "ğa", "çi", "ük")
_CLASSES = (
    ("GovernmentBody", 18, "cooperatesWith"),
    ("Company", 30, "cooperatesWith"),
    ("InnovationCenter", 14, "memberOf"),
    ("InternationalOrganisation", 4, "cooperatesWith"),
    ("Initiative", 12, ""),
    ("MemorandumOfUnderstanding", 12, ""),
    ("Person", 10, "signed"),
)
_COUNTRIES = 24


def name(chance: random.Random, number: int) -> tuple[str, str, str]:
    """Long names in Azerbaijani, Kazakh and English, made of the same words."""
    words = [chance.randrange(len(_AZ)) for _ in range(chance.randint(3, 6))]
    own = "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize() + f" {number}"
    return tuple(" ".join([own, *(language[word] for word in words)]) for language in (_AZ, _KK, _EN))  # type: ignore[return-value]


def write(path: Path, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Writes one table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])


def make(count: int, folder: Path) -> None:
    """Writes the tables of a project."""
    chance = random.Random(SEED + count)  # noqa: S311 (a picture, not a secret)
    classes = [item for item in _CLASSES for _ in range(item[1])]
    kinds = [chance.choice(classes)[0] for _ in range(count)]
    ids = [f"thing-{number:05d}" for number in range(count)]
    countries = [f"country-{number:02d}" for number in range(min(_COUNTRIES, max(3, count // 20)))]
    names = [name(chance, number) for number in range(count)]
    entities: list[tuple[object, ...]] = [(key, kind, "", "") for key, kind in zip(ids, kinds, strict=True)]
    entities += [(key, "Country", "", "") for key in countries]
    told: list[tuple[object, ...]] = []
    for number, (key, (az, kk, en)) in enumerate(zip(ids, names, strict=True)):
        told.append((key, "az", az, "preferred", ""))
        told.append((key, "kk", kk, "rendering", "")) if number % 3 else told.append((key, "en", en, "rendering", ""))
    told += [(key, "en", f"Country {key[-2:]}", "preferred", "") for key in countries]
    sources = [
        (
            f"source-{number}",
            f"Bulletin {number} of made-up partnerships",
            "Bulletin",
            f"{2005 + number % 20}-0{1 + number % 9}-11",
            ("en", "az", "kk", "ru")[number % 4],
            f"https://example.org/{number}",
            f"bulletin-{number}.txt",
        )
        for number in range(max(5, count // 60))
    ]
    facts = [_fact(chance, left, right, kinds, ids, names, len(sources)) for left, right in edges(chance, count)]
    facts += [
        (
            key,
            "ofCountry",
            chance.choice(countries),
            "",
            f"source-{chance.randrange(len(sources))}",
            f"{names[at][0].split()[0]} is registered",
        )
        for at, (key, kind) in enumerate(zip(ids, kinds, strict=True))
        if kind in ("GovernmentBody", "Company") and chance.random() < 0.4
    ]
    unique = {tuple(fact[:3]): fact for fact in facts}
    write(folder / "entities.csv", ("id", "class", "kind", "identifiers"), entities)
    write(folder / "names.csv", ("entity", "language", "name", "rank", "source"), told)
    write(
        folder / "sources.csv", ("id", "title", "publisher", "published", "language", "url", "document"), list(sources)
    )
    write(
        folder / "facts" / "made.csv",
        ("subject", "predicate", "object", "from", "source", "quote"),
        list(unique.values()),
    )


def edges(chance: random.Random, count: int) -> list[tuple[int, int]]:
    """Pairs of numbers: most within a group, ends chosen in proportion to the ties that they already have."""
    groups = max(4, round(count**0.5 / 1.6))
    members: list[list[int]] = [[] for _ in range(groups)]
    for node in range(count):
        members[int(chance.random() ** 1.6 * groups)].append(node)
    pools = [list(group) for group in members if len(group) > 1]
    everyone = [node for pool in pools for node in pool]
    found = []
    for _ in range(count * EDGES_A_NODE):
        pool = (
            chance.choice(pools)
            if chance.random() < 0.5
            else pools[min(len(pools) - 1, int(chance.random() * len(pools)))]
        )
        left, right = chance.choice(pool), chance.choice(pool if chance.random() < 0.88 else everyone)
        if left != right:
            found.append((left, right))
            pool += [left, right]
    return found


def _fact(
    chance: random.Random,
    left: int,
    right: int,
    kinds: list[str],
    ids: list[str],
    names: list[tuple[str, str, str]],
    sources: int,
) -> tuple[object, ...]:
    """A fact whose predicate fits the classes of its two ends."""
    if kinds[right] == "MemorandumOfUnderstanding" and kinds[left] not in ("MemorandumOfUnderstanding", "Initiative"):
        predicate = "signed" if kinds[left] == "Person" else "partyTo"
    elif (
        kinds[left] in ("GovernmentBody", "Company", "InnovationCenter", "InternationalOrganisation")
        and kinds[right] == "Initiative"
    ):
        predicate = "contributesTo"
    else:
        predicate = "cooperatesWith"
    date = f"{chance.randint(2004, 2025)}" + (f"-{chance.randint(1, 12):02d}" if chance.random() < 0.5 else "")
    own = [names[end][0].split()[0] for end in (left, right)]
    quote = f"{own[0]} {chance.choice(_AZ).lower()} {own[1]} {chance.choice(_AZ).lower()}"
    return ids[left], predicate, ids[right], date, f"source-{chance.randrange(sources)}", quote


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
