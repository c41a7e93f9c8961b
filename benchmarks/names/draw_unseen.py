"""Write `pairs_unseen.csv`: pairs drawn with a seed from published names of records that no other pair uses.

    python benchmarks/names/draw_unseen.py /path/to/ror

Nobody chooses a pair here, so nobody who develops needs to have read one. Sources: the registry (`names.tsv.gz`,
`relations.tsv.gz`; a name without a language has that which its words tell), the names that the project's documents use
and CLDR (Babel). Left out are the records of `pairs_dev.csv`, of `pairs_earlier.csv` (unseen parts before this one) and
of `read_records.txt` (those whose names were read while the matcher was developed), and topics, posts and services of
the documents, whose names are common nouns. Hard negatives are the likest names of two records that are not one: both
have a word of their own that is spelled unlike the other's. Inflected forms are made by `inflect.py`.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import combinations
from pathlib import Path

from babel import Locale
from inflect import inflected
from make_pairs import COLUMNS, ENGLISH, HERE, KIND_OF_CLASS, Pair, believable, folded
from published import SEEDS, Name, document_names, main_name, registry_names
from rapidfuzz import fuzz, process

from kg.facts.names.lexicon import syllables

SEED = 20261122_3
LANGUAGES = ("az", "en", "kk", "ru", "tr", "uz", "zh")
TRANSLATIONS = {  # scarce languages first
    ("az", "tr"): 4,
    ("az", "ru"): 4,
    ("az", "kk"): 4,
    ("az", "en"): 12,
    ("en", "kk"): 9,
    ("kk", "ru"): 7,
    ("ru", "uz"): 5,
    ("en", "uz"): 10,
    ("ru", "tr"): 3,
    ("ru", "zh"): 2,
    ("en", "tr"): 20,
    ("en", "ru"): 22,
    ("en", "zh"): 46,
}
NEGATIVES = {
    ("az", "az"): 10,
    ("az", "en"): 6,
    ("kk", "kk"): 6,
    ("en", "kk"): 4,
    ("uz", "uz"): 8,
    ("en", "uz"): 5,
    ("tr", "tr"): 9,
    ("en", "tr"): 6,
    ("ru", "ru"): 11,
    ("en", "ru"): 8,
    ("zh", "zh"): 14,
    ("en", "zh"): 14,
    ("en", "en"): 30,
}
PLACE_NEGATIVES = {("kk", "kk"): 5, ("az", "az"): 4, ("uz", "uz"): 2, ("kk", "ru"): 3}
PINYIN = 6
PLACES = {
    ("az", "en"): 4,
    ("az", "tr"): 3,
    ("az", "kk"): 3,
    ("en", "kk"): 5,
    ("kk", "ru"): 4,
    ("en", "uz"): 3,
    ("ru", "uz"): 2,
}
INFLECTED = {"az": 8, "kk": 16, "uz": 5, "tr": 6, "ru": 8}
ACRONYMS = {"en": 10, "tr": 6, "ru": 4, "uz": 2}
VARIANTS = {"en": 10, "tr": 6, "zh": 4, "ru": 4}
PERSONS, EASY = 12, 10
_KINDS = {"Person": "person", "Country": "place", "Place": "place", "City": "place"}
# What tells the language of a name that the registry gives without one.
_TOLD_BY = {
    "tr": re.compile(
        r"\b(Üniversitesi|Bakanlığı|Hastanesi|Enstitüsü|Müdürlüğü|Kurumu|Derneği|Vakfı|Merkezi|Başkanlığı|Odası|Birliği)\b"
    ),
    "uz": re.compile(r"\b(universiteti|instituti|vazirligi|akademiyasi|markazi|davlat|ilmiy)\b", re.IGNORECASE),
    "ru": re.compile(
        r"\b(университет|институт|академия|центр|министерство|научн|государственн|федеральн)", re.IGNORECASE
    ),
}
_NOT_TOLD_BY = {
    "tr": re.compile("[əƏ]"),
    "uz": re.compile("[əƏıışşşçğ]"),
    "ru": re.compile("[A-Za-zіїєґўқғңұүһәөІЇЄҐЎҚҒҢҰҮҺӘӨ]"),
}
_NO_NAMES = frozenset({"Topic", "Kind", "Role", "Post", "Service", "Unit"})
# Names of other languages that the registry has without one, or with a wrong one.
_FOREIGN = {
    "en": re.compile(
        r"\b(de|du|des|la|le|les|del|della|di|da|do|dos|das|der|die|und|für|y|e|et|en|w|og|och|av|van|het"
        r"|universidad|universidade|université|universität|università|universitas|universitatea|instituto|istituto"
        r"|institut|centro|centre de|hospital de|fundación|fundação|zavod|ústav)\b",
        re.IGNORECASE,
    ),
    "ru": re.compile("[јљњћђџЈЉЊЋЂЏ]|\\b(за|на|и|по)\\b(?=.*(ски|ске|ство за|ствено))|ъ(?![еёюя])|(ски|ият)\\b"),
}
_NAMED_UZ = re.compile(r"((?:[A-Z]\. ?){0,2}(?:[A-Z][\w'‘ʻ’`-]+ ){1,3})nomidagi")
_NAMED_RU = re.compile(r"(?:имени|им\.) (?:[а-я]+ )*((?:[А-Я]\. ?){0,2}(?:[А-Я][а-я]+ ?){1,3})")
_NAMED_EN = re.compile(r"named after (?:[a-z]+ |Academician |Professor )*((?:[A-Z]\. ?){0,2}(?:[A-Z][a-z]+ ?){1,3})")
_LEADING_EN = re.compile(
    r"^(?:The )?((?:[A-Z]\. ?){0,2}(?:[A-Z][a-z'-]+ ){1,3})"
    r"(?=(?:[A-Z][a-z]+ )*(?:University|Institute|Academy|Conservatory))"
    r"(?<!State )(?<!National )(?<!Medical )(?<!Technical )(?<!Research )(?<!Federal )(?<!Pedagogical )"
)


class Draw:
    """The names that may be drawn, and what has been taken."""

    def __init__(self, ror: Path) -> None:
        used, known = _used()
        records = {key: _told(names) for key, names in registry_names(ror).items() if key not in used}
        for names in records.values():
            if any(folded(name.text) in known for name in names):
                names.clear()
        self.related, self.city = _relations(ror)
        self.classes = _classes()
        documents = {
            key: [replace(name, kinds="label" if name.kinds == "preferred" else name.kinds) for name in names]
            for key, names in document_names().items()
            if key not in used and self.classes[key] not in _NO_NAMES
        }
        self.names = {**records, **documents}
        self.known = known
        self.taken: set[str] = set()
        self.pairs: list[Pair] = []

    @cached_property
    def by_language(self) -> dict[str, dict[str, str]]:
        """For each language the main name of each record, where it can be one of the language and is not known."""
        found: dict[str, dict[str, str]] = {}
        for language in LANGUAGES:
            found[language] = {}
            for record in sorted(self.names):
                text = main_name(self.names[record], language)
                if not text or not believable(text, language) or folded(text) in self.known:
                    continue
                if language in _FOREIGN and _FOREIGN[language].search(text):
                    continue
                if language != "en" or ENGLISH.search(text) or not record.startswith("ror:"):
                    found[language][record] = text
        return found

    def order(self, what: str, items: Sequence[str]) -> list[str]:
        """The items in an order drawn with the seed."""
        shuffled = sorted(items)
        random.Random(f"{SEED} {what}").shuffle(shuffled)  # noqa: S311
        return shuffled

    def add(self, left: Name, right: Name, relation: str, kind: str = "", reason: str = "") -> None:
        """Takes a pair, and its records."""
        english = self.by_language["en"].get(left.record, "")
        kind = kind or _KINDS.get(self.classes.get(left.record, ""), "")
        kind = kind or ("center" if KIND_OF_CLASS["center"].search(english) else "organisation")
        self.pairs.append(
            Pair(
                left.record, left.language, left.text, right.record, right.language, right.text, kind, relation, reason
            )
        )
        self.taken |= {left.record, right.record}

    def name(self, record: str, language: str) -> Name:
        """The main name of a record."""
        return Name(record, language, self.by_language[language][record], "")

    def translations(self) -> None:
        """Names of one record in two languages."""
        for (first, second), count in TRANSLATIONS.items():
            both = self.by_language[first].keys() & self.by_language[second].keys()
            left = self.order(f"translation {first} {second}", list(both))
            left.sort(key=lambda record: record.startswith("ror:") is (first in ("az", "kk")))
            fresh = [r for r in left if r not in self.taken]
            unlike = [r for r in fresh if folded(self.by_language[first][r]) != folded(self.by_language[second][r])]
            for record in unlike[:count]:
                self.add(self.name(record, first), self.name(record, second), "translation")

    def negatives(self) -> None:
        """The likest names of two records that are two things, compared in the second language."""
        for (first, second), count in NEGATIVES.items():
            names = self.by_language[second]
            done = 0
            for record in self.order(f"negative {first} {second}", list(self.by_language[first].keys() & names.keys())):
                if done == count:
                    break
                if record in self.taken and first == second == "en":
                    continue
                other = self._likest(record, names, first)
                if other and (first == second or record != other):
                    self.add(self.name(record, first), self.name(other, second), "hard_negative", "", "likest names")
                    done += 1

    def _likest(self, record: str, names: dict[str, str], first: str) -> str:
        name = names[record]
        scorer: Callable[..., float] = fuzz.ratio if re.search("[\u4e00-\u9fff]", name) else fuzz.token_sort_ratio
        scarce = first != "en" or self.by_language["en"] is not names
        for text, _, other in process.extract(name, names, scorer=scorer, limit=12, score_cutoff=40 if scarce else 55):
            if other == record or (other in self.taken and not scarce) or self._paired(record, other):
                continue
            if {record, other} in self.related or self.city.get(record, 1) == self.city.get(other, 2):
                continue
            if _tell_apart(name, text):
                return str(other)
        return ""

    def _paired(self, one: str, other: str) -> bool:
        return any({pair.left_record, pair.right_record} == {one, other} for pair in self.pairs)

    def places(self) -> None:
        """Names of one country or city in CLDR."""
        for (first, second), count in PLACES.items():
            one, two = _cldr(first), _cldr(second)
            both = [k for k in one.keys() & two.keys() if k not in self.taken and k not in self.known]
            both = [k for k in both if folded(one[k]) != folded(two[k])]
            for key in self.order(f"place {first} {second}", both)[:count]:
                relation = "transliteration" if "/" in key else "translation"
                self.add(Name(key, first, one[key], ""), Name(key, second, two[key], ""), relation, "place")

        for (first, second), count in PLACE_NEGATIVES.items():
            one, two = _cldr(first), _cldr(second)
            done = 0
            for key in self.order(
                f"place negative {first} {second}", [k for k in one.keys() & two.keys() if "/" not in k]
            ):
                found = [each[2] for each in process.extract(two[key], two, scorer=fuzz.ratio, limit=3)]
                other = next((k for k in found if folded(two[k]) != folded(two[key]) and k != key and "/" not in k), "")
                if other and not {key, other} & (self.taken | self.known) and done < count:
                    left, right = Name(key, first, one[key], ""), Name(other, second, two[other], "")
                    self.add(left, right, "hard_negative", "place", "likest names")
                    done += 1

    def pinyin(self) -> None:
        """A Chinese name and the same in Latin letters, as the registry publishes both."""
        done = 0
        for record in self.order("pinyin", list(self.by_language["zh"])):
            for name in self.names[record]:
                words = name.text.casefold().split()
                if record in self.taken or done == PINYIN or not name.text.isascii() or name.kinds == "acronym":
                    continue
                if words and all(map(syllables, words)) and len(name.text) > 6:
                    self.add(self.name(record, "zh"), Name(record, "zh-Latn", name.text, ""), "transliteration")
                    done += 1

    def persons(self) -> None:
        """Those after whom an organisation is named, cut out of its Russian or Uzbek and its English name."""
        found = []
        for record in self.order("person", list(self.names)):
            told = [name for name in self.names[record] if name.kinds != "acronym"]
            named = ((name.language, _named(name)) for name in told)
            language, own = next(((language, found) for language, found in named if found), ("", None))
            english = main_name(self.names[record], "en")
            en = _NAMED_EN.search(english) or _LEADING_EN.search(english)
            if own and en:
                found.append((Name(record, language, own[1].strip(), ""), Name(record, "en", en[1].strip(), "")))
        people = sorted(key for key, each in self.classes.items() if each == "Person" and key in self.names)
        for record in self.order("people", people):
            told = [name for name in self.names[record] if name.kinds != "acronym"]
            forms = {folded(name.text): name for name in told if folded(name.text) not in self.known}
            if len(forms) > 1:
                found.append((*list(forms.values())[:2],))  # type: ignore[arg-type]
        for ru_name, en_name in found[:PERSONS]:
            self.add(ru_name, en_name, "transliteration", "person")
        for one, other in list(combinations(found[:PERSONS], 2))[: PERSONS // 2]:
            if folded(one[1].text) != folded(other[1].text):
                self.add(one[0], other[1], "hard_negative", "person", "two persons")

    def inflected(self) -> None:
        """A form of a name made by grammar, with the name itself or its English one."""
        for language, count in INFLECTED.items():
            names = {**self.by_language[language], **{k: n for k, n in _cldr(language).items() if k not in self.known}}
            scarce = language in ("az", "kk", "uz")
            pool = [r for r in self.order(f"inflected {language}", list(names)) if scarce or r not in self.taken]
            pool.sort(key=lambda record: record.startswith("cldr:"))
            organisations = [r for r in pool if not r.startswith("cldr:")]
            pool = organisations[: count - count // 4] + [r for r in pool if r.startswith("cldr:")][: count // 4]
            for number, record in enumerate(pool):
                form = inflected(names[record], language, number)
                english = self.by_language["en"].get(record) or _cldr("en").get(record, "")
                right = Name(record, "en", english, "") if number % 2 and english else None
                kind = "place" if record.startswith("cldr:") else ""
                if form:
                    right = right or Name(record, language, names[record], "")
                    self.add(Name(record, language, form, ""), right, "inflected", kind)

    def acronyms(self) -> None:
        """An acronym and a name of one record, where the acronym begins with the letter of one of its words."""
        for language, count in ACRONYMS.items():
            done = 0
            for record in self.order(f"acronym {language}", list(self.by_language[language])):
                if record in self.taken or done == count:
                    continue
                name = self.name(record, language)
                for acronym in self.names[record]:
                    wanted = acronym.language in ("", language) and acronym.kinds == "acronym"
                    if wanted and _spelled(acronym.text, name.text):
                        self.add(Name(record, language, acronym.text, ""), name, "acronym")
                        done += 1
                        break

    def variants(self) -> None:
        """Two names of one record in one language that share half of their words at least."""
        for language, count in VARIANTS.items():
            done = 0
            for record in self.order(f"variant {language}", list(self.by_language[language])):
                name = self.name(record, language)
                others = [n for n in self.names[record] if n.language == language and n.kinds == "alias"]
                for other in others:
                    unlike = folded(other.text) != folded(name.text) and believable(other.text, language)
                    alike = fuzz.token_set_ratio(name.text, other.text) >= 65
                    if record not in self.taken and unlike and alike and done < count:
                        self.add(name, other, "variant")
                        done += 1
                        break

    def easy(self) -> None:
        """Names of two records with nothing in common, out of the pairs drawn so far."""
        chance = random.Random(f"{SEED} easy")  # noqa: S311
        sides = [(p.kind, Name(p.left_record, p.left_language, p.left, "")) for p in self.pairs]
        while sum(pair.relation == "easy_negative" for pair in self.pairs) < EASY:
            (kind, one), (other_kind, other) = chance.sample(sides, 2)
            if kind == other_kind and one.record != other.record and fuzz.ratio(one.text, other.text) < 40:
                self.add(one, other, "easy_negative", kind, "drawn at random")


def _named(name: Name) -> re.Match[str] | None:
    """Where a Russian or an Uzbek name says after whom the thing is called."""
    patterns = {"ru": _NAMED_RU, "uz": _NAMED_UZ}
    return patterns[name.language].search(name.text) if name.language in patterns else None


def _classes() -> dict[str, str]:
    """The class of each thing of the project's tables."""
    with (SEEDS / "entities.csv").open(encoding="utf-8", newline="") as handle:
        return {f"seeds:{row['id']}": row["class"] for row in csv.DictReader(handle)}


def _told(names: list[Name]) -> list[Name]:
    """The names of a record; one without a language has that which its words tell."""
    found = []
    for name in names:
        fits = [
            language
            for language, words in _TOLD_BY.items()
            if not name.language and words.search(name.text) and not _NOT_TOLD_BY[language].search(name.text)
        ]
        kinds = name.kinds.replace("ror_display", "").strip("|") or "label"
        found.append(Name(name.record, fits[0], name.text, kinds) if len(fits) == 1 else name)
    return found


def _used() -> tuple[set[str], set[str]]:
    """The records, and the names folded, that stand in `pairs_dev.csv` or were thrown out of it."""
    records: set[str] = set()
    names: set[str] = set()
    records.update((HERE / "read_records.txt").read_text(encoding="utf-8").split())
    for file in ("pairs_dev.csv", "dropped.csv", "pairs_earlier.csv"):
        with (HERE / file).open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                records |= set(row.get("origin", "").split())
                names |= {folded(row["left"]), folded(row["right"])}
    return records, names | records


def _relations(ror: Path) -> tuple[list[set[str]], dict[str, str]]:
    """Records that follow one another or are called related, and the city of each."""
    related: list[set[str]] = []
    city: dict[str, str] = {}
    with gzip.open(ror / "relations.tsv.gz", "rt", encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t"):
            if row["predicate"] in ("successor", "predecessor", "related"):
                related.append({row["subject_id"], row["object_id"]})
            elif row["predicate"] == "located_in" and row["object_type"] == "city":
                city[row["subject_id"]] = row["object_id"]
    return related, city


_NO_PLACES = frozenset({"EU", "UN", "EZ", "XA", "XB", "ZZ", "QO"})


def _cldr(language: str) -> dict[str, str]:
    """Countries (cldr:XX) and cities (cldr:Area/City) of CLDR."""
    locale = Locale.parse(language)
    found = {
        f"cldr:{c}": n for c, n in locale.territories.items() if len(c) == 2 and c.isalpha() and c not in _NO_PLACES
    }
    cities = {f"cldr:{key}": str(zone["city"]) for key, zone in locale.time_zones.items() if "city" in zone}
    return {key: str(name) for key, name in {**found, **cities}.items() if "(" not in str(name)}


def _tell_apart(one: str, other: str) -> bool:
    """Whether each of two names has a word (or for Chinese two characters) that is unlike all of the other's."""

    def own(mine: str, theirs: str) -> Iterator[str]:
        if re.search("[\u4e00-\u9fff]", mine):
            yield from ([mine] if len(set(mine) - set(theirs)) >= 2 else [])
            return
        for word in re.findall(r"\w{4,}", mine.casefold()):
            if all(fuzz.ratio(word, their) < 75 for their in re.findall(r"\w+", theirs.casefold())):
                yield word

    return any(own(one, other)) and any(own(other, one))


def _spelled(acronym: str, name: str) -> bool:
    letters = [c for c in acronym.casefold() if c.isalpha()]
    initials = [word[0] for word in re.findall(r"\w+", name.casefold())]
    return 3 <= len(letters) <= 7 and sum(letter in initials for letter in letters) >= len(letters) - 1


def main() -> int:
    """Write the part and print how many pairs of which sort it holds, but no name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ror", type=Path, help="the folder with names.tsv.gz and relations.tsv.gz")
    draw = Draw(parser.parse_args().ror)
    for step in (
        draw.pinyin,
        draw.translations,
        draw.acronyms,
        draw.variants,
        draw.persons,
        draw.places,
        draw.negatives,
    ):
        step()
    draw.inflected()
    draw.easy()
    rows = sorted(draw.pairs, key=lambda pair: (pair.relation, pair.kind, pair.languages(), pair.left, pair.right))
    with (HERE / "pairs_unseen.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(pair.row() for pair in rows)
    print(len(rows), dict(sorted(Counter(pair.relation for pair in rows).items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
