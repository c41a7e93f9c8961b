"""Print how much of what articles tell `kg draft` proposes, and how much of what it proposes is right.

    python benchmarks/drafting/measure.py --run [--part dev|test|test2] [--language az] [--show wrong|missed]
    python benchmarks/drafting/measure.py --drafts DIR [--part dev|test|test2]
    python benchmarks/drafting/measure.py --run --documents DIR
    python benchmarks/drafting/measure.py --baseline [--part dev|test|test2]

`--drafts` reads a folder that `kg draft` wrote; `--run` has the command write one, and tells its time and memory.
`--documents` measures the five documents in DIR against `seeds/facts`. The rules are told in README.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from baseline import link_names
from drafts import COMMAND, read_drafts, run
from gold import CONCEPTS, PARTS, SEEDS, Gold, article_files, read_documents, read_gold, records, schema
from matching import Draft, Outcome, by_article, score

from kg.facts.model import Entity, Name, NameRank
from kg.facts.model import Row as Place
from kg.facts.names.mentions import MentionFinder
from kg.facts.problems import CallError
from kg.facts.quotes import read_document

HEAD = "told | precision | recall | F1"
RULE = "--: | --: | --: | --:"


@dataclass(frozen=True, slots=True)
class Share:
    """How many were found, wrongly proposed, and missed."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    def __str__(self) -> str:
        told, proposed = self.found + self.missed, self.found + self.wrong
        shares = (_part(self.found, proposed), _part(self.found, told), _part(2 * self.found, told + proposed))
        return f"{told} | {' | '.join(shares)}"


def _part(count: int, of: int) -> str:
    return f"{count / of:.2f}" if of else "–"


def outcomes(gold: Gold, draft: Draft) -> dict[str, Outcome]:
    """What of the proposals is right, by article."""
    told, drafted = by_article(gold.rows), by_article(draft.rows)
    return {
        article: score(article, gold, told.get(article, []), draft, drafted.get(article, []))
        for article in sorted(gold.languages)
    }


def of_things(found: Iterable[Outcome], *, new: bool = False) -> Share:
    """The things of some articles, or only the new ones."""
    counts: Counter[str] = Counter()
    for outcome in found:
        counts.update({what: len(keys) for what, keys in (outcome.new_things if new else outcome.things).items()})
    return Share(counts["found"], counts["wrong"], counts["missed"])


def of_rows(found: Iterable[Outcome], predicate: str = "") -> Share:
    """The relations of some articles, or only those of one predicate."""
    counts = Counter(what for outcome in found for what, name, _ in outcome.rows if predicate in ("", name))
    return Share(counts["found"], counts["wrong"], counts["missed"])


def of_pairs(found: Iterable[Outcome]) -> Share:
    """The pairs of things that relations link, whatever the predicate and the direction."""
    counts: Counter[str] = Counter()
    for outcome in found:
        told, proposed = (
            {frozenset((row.subject, row.object)) for what, _, row in outcome.rows if what != left_out}
            for left_out in ("wrong", "missed")
        )
        counts.update(found=len(told & proposed), wrong=len(proposed - told), missed=len(told - proposed))
    return Share(counts["found"], counts["wrong"], counts["missed"])


def print_languages(title: str, gold: Gold, found: dict[str, Outcome]) -> None:
    """Things, new things, linked pairs and relations by language."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for article, outcome in found.items():
        groups[gold.languages[article]].append(outcome)
        groups["all"].append(outcome)
    order = [*sorted(set(groups) - {"all"}), "all"]
    print(f"\n{title}\n\n| language | things: {HEAD} | new: {HEAD} | pairs: {HEAD} | relations: {HEAD} |")
    print(f"| --- | {RULE} | {RULE} | {RULE} | {RULE} |")
    for key in order:
        told = (of_things(groups[key]), of_things(groups[key], new=True), of_pairs(groups[key]), of_rows(groups[key]))
        print(f"| {key} | {' | '.join(map(str, told))} |")


def print_predicates(found: dict[str, Outcome]) -> None:
    """Relations by predicate, the most frequent first."""
    totals = Counter(name for outcome in found.values() for _, name, _ in outcome.rows)
    print(f"\n| predicate | {HEAD} |\n| --- | {RULE} |")
    for name, _ in sorted(totals.items(), key=lambda each: (-each[1], each[0])):
        print(f"| {name} | {of_rows(found.values(), name)} |")


def print_of_the_found(found: dict[str, Outcome]) -> None:
    """Statuses and dates of the relations found, and classes of the new things found."""
    statuses = Counter(pair for outcome in found.values() for pair in outcome.statuses)
    print("\nStatuses of the relations found, told as proposed:", end=" ")
    print(", ".join(f"{told} as {ours} {count}" for (told, ours), count in sorted(statuses.items())) or "none")
    dates = [pair for outcome in found.values() for pair in outcome.dates]
    proposed = [pair for pair in dates if any(pair[1])]
    right = sum(told == ours for told, ours in proposed)
    dated = sum(any(told) for told, _ in dates)
    print(f"Dates: {right} of {len(proposed)} proposed are right ({_part(right, len(proposed))});", end=" ")
    print(f"{right} of {dated} told with the relations found ({_part(right, dated)}).")
    classes = [pair for outcome in found.values() for pair in outcome.classes]
    equal = sum(told == ours for told, ours in classes)
    below = sum(schema().is_a(told, ours) for told, ours in classes)
    print(f"Classes of {len(classes)} new things found: {equal} the same, {below} the same or wider.")
    print(
        f"Known things that were proposed as new under another name: {sum(each.unlinked for each in found.values())}."
    )


def print_known(gold: Gold, draft: Draft, files: list[Path], articles: dict[str, str]) -> None:
    """How well known things are found in the articles."""
    if not gold.mentions:
        return
    pairs = draft.mentions
    who = "kg draft"
    if pairs is None:
        finder, who = _finder(gold), "the finder of mentions alone"
        pairs = frozenset(
            (article, found.entities[0])
            for path in files
            for article in [articles[path.name]]
            for found in finder.find(read_document(path).text, gold.languages[article])
            if len(found.entities) == 1
        )
    pairs = frozenset(pair for pair in pairs if gold.classes.get(pair[1]) not in CONCEPTS)
    needed = {pair for pair, required in gold.mentions.items() if required}
    print(f"\nKnown things in the articles, found by {who}:\n")
    print(f"| language | named as in seeds/: {HEAD} | or otherwise: {HEAD} |\n| --- | {RULE} | {RULE} |")
    for language in [*sorted(set(gold.languages.values())), ""]:
        own, told = ({pair for pair in some if language in ("", gold.languages[pair[0]])} for some in (pairs, needed))
        wrong, alike = len(own - set(gold.mentions)), told - set(gold.renamed)
        cells = (Share(len(own & some), wrong, len(some - own)) for some in (alike, told))
        print(f"| {language or 'all'} | {' | '.join(map(str, cells))} |")


def _finder(gold: Gold) -> MentionFinder:
    names: dict[str, list[Name]] = defaultdict(list)
    for cells in records(SEEDS / "names.csv"):
        names[cells["entity"]].append(Name(cells["entity"], cells["language"], cells["name"], NameRank.PREFERRED, ""))
    return MentionFinder(
        Entity(key, gold.classes[key], "", (), tuple(names[key]), (key,), Place("", 0)) for key in sorted(gold.known)
    )


def print_rows(what: str, found: dict[str, Outcome]) -> None:
    """The relations that are wrong, or missed, one a line."""
    for article, outcome in found.items():
        for kind, _, row in outcome.rows:
            if kind == what:
                tail = " ".join(filter(None, (row.status if row.status != "stated" else "", row.from_, row.until)))
                print(f"{what} {article}: {row.subject} {row.predicate} {row.object} {tail}".rstrip())
        for key in sorted(outcome.things[what]):
            print(f"{what} {article}: thing {key}")


def narrowed(gold: Gold, language: str) -> Gold:
    """The articles of one language only; all if it is empty."""
    languages = {key: code for key, code in gold.languages.items() if language in ("", code)}
    mentions = {pair: required for pair, required in gold.mentions.items() if pair[0] in languages}
    rows = tuple(row for row in gold.rows if row.article in languages)
    return Gold(languages, rows, gold.classes, gold.names, gold.known, mentions, gold.renamed)


def _command(options: argparse.Namespace) -> str:
    """How `kg draft` is run: of one language alone it need not find out which, which it cannot of a new one."""
    of_one = bool(options.language) and options.command == COMMAND
    return f"{options.command} --lang {options.language}" if of_one else str(options.command)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=tuple(PARTS), default="dev")
    parser.add_argument("--folder", type=Path, help="articles of one's own, with gold/ and sources.csv as here")
    parser.add_argument("--documents", type=Path, help="the folder of the five documents, measured in place of a part")
    parser.add_argument("--drafts", type=Path, help="a folder that kg draft wrote")
    parser.add_argument("--run", action="store_true", help="have kg draft write one")
    parser.add_argument("--baseline", action="store_true", help="measure nothing but the baseline")
    parser.add_argument("--command", default=COMMAND, help="how to run it: {articles}, {seeds} and {out} are filled in")
    parser.add_argument("--language", default="", help="only the articles in this language")
    parser.add_argument("--show", choices=("wrong", "missed"), help="list these instead of the tables")
    options = parser.parse_args()
    if not (options.drafts or options.run or options.baseline):
        parser.error("say --drafts DIR, --run or --baseline")
    if options.folder:
        options.part, PARTS["own"] = "own", options.folder
    gold = narrowed(read_documents() if options.documents else read_gold(options.part), options.language)
    if options.documents:
        articles = {c["document"]: c["id"] for c in records(SEEDS / "sources.csv") if c["id"] in gold.languages}
        files = sorted(path for path in options.documents.iterdir() if path.name in articles)
    else:
        files = [path for path in article_files(options.part) if path.stem in gold.languages]
        articles = {path.name: path.stem for path in files}
    if options.baseline:
        print_languages("Any two names in a sentence", gold, outcomes(gold, link_names(gold, files, articles)))
        return 0
    cost = None
    try:
        with tempfile.TemporaryDirectory() as scratch:
            folder = options.drafts
            if options.run:
                folder = Path(scratch) / "drafts"
                cost = run(_command(options), files, folder)
            draft = read_drafts(folder, articles)
    except CallError as error:
        print(error, file=sys.stderr)
        return 2
    found = outcomes(gold, draft)
    if options.show:
        print_rows(options.show, found)
        return 0
    print_languages("kg draft", gold, found)
    print_languages("Any two names in a sentence", gold, outcomes(gold, link_names(gold, files, articles)))
    print_predicates(found)
    print_of_the_found(found)
    print_known(gold, draft, files, articles)
    if cost is not None:
        print(f"\n{cost}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
