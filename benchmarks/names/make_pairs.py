"""Write `pairs_dev.csv`, the part of the benchmark of names to develop on, from published names only.

    python benchmarks/names/make_pairs.py /path/to/ror /path/to/documents

Three sources: the Research Organization Registry (`names.tsv.gz`), the names that the project's documents use
(`seeds/names.csv`, and for inflected forms the documents themselves), and CLDR's names of countries (Babel).
`chosen.csv` holds the pairs that a reader chose; each of their names is looked up in its source here, and a name
that is not there stops the script. Translations are drawn from the registry with a seed, so many for each pair of
languages; `dropped.csv` names the pairs that a second reader threw out after reading, and why.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from published import Name, Sources, document_names, document_texts, main_name, registry_names

HERE = Path(__file__).parent
SEED = 20261121
EASY = 24
COLUMNS = ("left", "left_language", "right", "right_language", "kind", "relation", "same", "origin", "reason")

QUOTAS = {  # how many translations to draw from the registry for each pair of languages, scarce languages first
    ("az", "ru"): 8,
    ("az", "tr"): 8,
    ("az", "en"): 34,
    ("kk", "ru"): 16,
    ("en", "kk"): 34,
    ("ru", "uz"): 16,
    ("en", "uz"): 34,
    ("tr", "zh"): 2,
    ("ru", "zh"): 4,
    ("ru", "tr"): 5,
    ("en", "tr"): 27,
    ("en", "ru"): 32,
    ("en", "zh"): 42,
}
ENGLISH = re.compile(
    r"\b(universit|institut|cent(er|re)\b|ministry|academ|college|hospital|agency|council|committee|laborator|association"
    r"|society|school|foundation|office|department|company|museum|authority|service|park|bank)",
    re.IGNORECASE,
)
SCRIPTS = {  # what a name must contain, and must not, for its language code to be believed
    "az": (re.compile("[A-Za-zƏə]"), re.compile("[А-я]")),
    "en": (re.compile("[A-Za-z]"), re.compile("[^\x00-\u024f\u2010-\u2026]|[ıİğşəŞ]")),
    "kk": (re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]"), re.compile("[A-Za-z]")),
    "ru": (re.compile("[А-я]"), re.compile("[A-Za-zәғқңөұүһіӘҒҚҢӨҰҮҺІ]")),
    "tr": (re.compile("[A-Za-z]"), re.compile("[А-я\u0307]")),
    "uz": (re.compile("[A-Za-z]"), re.compile("[А-я\u0600-\u06ff]")),
    "zh": (re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z;；]")),
}
KIND_OF_CLASS = {"center": re.compile(r"\b(cent(er|re)|hub)\b", re.IGNORECASE)}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, with the records that they come from."""

    left_record: str
    left_language: str
    left: str
    right_record: str
    right_language: str
    right: str
    kind: str
    relation: str
    reason: str

    def origin(self) -> str:
        """The record of both names, or the two records joined by a space."""
        return " ".join(dict.fromkeys((self.left_record, self.right_record)))

    def languages(self) -> tuple[str, str]:
        """The two language tags in alphabetical order."""
        first, second = sorted((self.left_language, self.right_language))
        return first, second

    def row(self) -> dict[str, str]:
        """A line of the benchmark."""
        same = "no" if self.relation.endswith("negative") else "yes"
        reason = self.reason or "names of one record"
        values = {column: getattr(self, column) for column in COLUMNS if column not in ("same", "origin")}
        return {
            column: {**values, "same": same, "origin": self.origin(), "reason": reason}[column] for column in COLUMNS
        }


def folded(text: str) -> str:
    """Letters and digits only, compatibility forms and case folded: two spellings of one string are equal."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def chosen_pairs(sources: Sources) -> list[Pair]:
    """The pairs of `chosen.csv`, each name looked up. Raises SystemExit with all rows that fail."""
    pairs: list[Pair] = []
    faults: list[str] = []
    with (HERE / "chosen.csv").open(encoding="utf-8", newline="") as handle:
        for line, row in enumerate(csv.DictReader(handle), start=2):
            pair = Pair(**row)
            try:
                left = sources.name(pair.left_record, pair.left_language, pair.left, pair.kind)
                right = sources.name(pair.right_record, pair.right_language, pair.right, pair.kind)
            except LookupError as error:
                faults.append(f"chosen.csv:{line}: {error}")
                continue
            pairs.append(replace(pair, left=left, right=right))
    if faults:
        raise SystemExit("\n".join(faults))
    return pairs


def believable(text: str, language: str) -> bool:
    """Whether the text can be a name in the language: its script, no bracketed addition of the registry's."""
    wanted, unwanted = SCRIPTS[language]
    return bool(wanted.search(text)) and not unwanted.search(text) and "(" not in text and len(text) > 5


def drawn_translations(names: dict[str, list[Name]], taken: Iterable[str]) -> list[Pair]:
    """Translations from the registry: one for each record, so many for each pair of languages, drawn with the seed."""
    used = set(taken)
    pairs: list[Pair] = []
    for (first, second), quota in QUOTAS.items():
        candidates: list[Pair] = []
        for record in sorted(names.keys() - used):
            left, right = (main_name(names[record], language) for language in (first, second))
            if not (left and right and believable(left, first) and believable(right, second)):
                continue
            if folded(left) == folded(right) or (first == "en" and not ENGLISH.search(left)):
                continue
            kind = "center" if KIND_OF_CLASS["center"].search(main_name(names[record], "en")) else "organisation"
            candidates.append(Pair(record, first, left, record, second, right, kind, "translation", ""))
        random.Random(f"{SEED} {first} {second}").shuffle(candidates)  # noqa: S311
        pairs += candidates[:quota]
        used |= {pair.left_record for pair in candidates[:quota]}
    return pairs


def easy_negatives(pairs: list[Pair], count: int) -> list[Pair]:
    """Pairs of the names, of one kind, from two records, with no word in common, drawn with the seed."""
    sides = [(p.kind, p.left_record, p.left_language, p.left) for p in pairs if p.relation == "translation"]
    sides += [(p.kind, p.right_record, p.right_language, p.right) for p in pairs if p.relation != "acronym"]
    sides = sorted({side for side in sides if not side[1].startswith("document:")})
    chance = random.Random(f"{SEED} easy")  # noqa: S311
    drawn: list[Pair] = []
    while len(drawn) < count:
        one, two = chance.sample(sides, 2)
        words = set(re.findall(r"\w+", one[3].casefold())) & set(re.findall(r"\w+", two[3].casefold()))
        if one[0] == two[0] and one[1] != two[1] and not words:
            drawn.append(Pair(*one[1:], *two[1:], one[0], "easy_negative", "drawn at random"))
            sides = [side for side in sides if side not in (one, two)]
    return drawn


def dropped() -> set[tuple[str, str]]:
    """The pairs that the second reader threw out, by their two names."""
    with (HERE / "dropped.csv").open(encoding="utf-8", newline="") as handle:
        return {(row["left"], row["right"]) for row in csv.DictReader(handle)}


def main() -> int:
    """Write the part and print what it holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ror", type=Path, help="the folder with names.tsv.gz")
    parser.add_argument("documents", type=Path, help="the folder with the texts of the documents")
    options = parser.parse_args()

    registry = registry_names(options.ror)
    chosen = chosen_pairs(Sources({**registry, **document_names()}, document_texts(options.documents)))
    taken = {pair.left_record for pair in chosen} | {pair.right_record for pair in chosen}
    negatives = {record for pair in chosen if pair.relation == "hard_negative" for record in pair.origin().split()}
    positives = {pair.left_record for pair in chosen if pair.relation != "hard_negative"}
    pairs = chosen + drawn_translations(registry, taken - (negatives - positives))
    gone = dropped()
    kept = [pair for pair in pairs if (pair.left, pair.right) not in gone]
    kept += easy_negatives(kept, EASY)
    kept.sort(key=lambda pair: (pair.relation, pair.kind, pair.languages(), pair.left, pair.right))
    with (HERE / "pairs_dev.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(pair.row() for pair in kept)
    print(len(kept), dict(sorted(Counter(pair.relation for pair in kept).items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
