"""`kg review --report`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from kg.cli.output import console, make_table, tell, write_rows
from kg.draft.language.grammar import DATA, languages
from kg.folders import replace_files
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from kg.review.journal import Journal
from kg.review.report import WANTED_SHARE, Group, Standing, Tally, tallies
from kg.views.proposals import WORDS
from kg.views.rules import family_in_words, in_words
from kg.views.words import word

_COLUMNS = ("group", "value", "judged", "accepted", "edited", "rejected", "share", "low", "high", "standing")
_SHOWN = ("judged", "accepted", "edited", "rejected", "share", "standing")
_RULES = (Group.RULE, Group.FAMILY)
_MANY = 30
"""From so many judgements on a share says more than the interval alone."""
_MOST_FEW = 10
"""So many rules with too few judgements are listed."""
_STYLES = {Standing.BAD: "bold red", Standing.GOOD: "green", Standing.FEW: "dim", Standing.OPEN: ""}


def report(folder: Path, options: argparse.Namespace) -> int:
    """Shows how much of what is proposed people accept, and which rules are bad; 1 where nothing is judged."""
    found = tallies(Journal(folder, replace_files).judged.values())
    if not found:
        tell(word(WORDS, "no report", options.lang))
        return 1
    if options.format != "table":
        write_rows(_COLUMNS, [_cells(tally) for tally in found], options.format)
        return 0
    ontology = Resources.current().read_ontology()
    headers = [word(WORDS, f"column {name}", options.lang) for name in _SHOWN]
    for group in Group:
        of_group = [tally for tally in found if tally.group is group]
        shown, more = _chosen(of_group)
        if shown:
            rows = [_row(tally, ontology, options.lang) for tally in shown]
            console().print(make_table((word(WORDS, f"column {group.value}", options.lang), *headers), rows))
        if more:
            tell(word(WORDS, "more few", options.lang, n=more))
    bad = [tally for group in _RULES for tally in found if tally.group is group and tally.standing is Standing.BAD]
    _advise(bad, options.lang)
    return 0


def _chosen(found: Sequence[Tally]) -> tuple[list[Tally], int]:
    """The bad ones, the others, some of too few judgements; and how many more of these there are."""
    bad = [tally for tally in found if tally.standing is Standing.BAD]
    few = [tally for tally in found if tally.standing is Standing.FEW]
    others = [tally for tally in found if tally not in bad and tally not in few]
    return [*bad, *others, *few[:_MOST_FEW]], max(0, len(few) - _MOST_FEW)


def _advise(bad: Sequence[Tally], language: str) -> None:
    """What to do about rules that are bad."""
    if not bad:
        tell(word(WORDS, "no bad rule", language, share=f"{WANTED_SHARE * 100:.0f}"))
        return
    tell(word(WORDS, "bad rules", language, share=f"{WANTED_SHARE * 100:.0f}"))
    tell(f"  1. {word(WORDS, 'look at rule', language, command=f'kg review --rule {bad[0].value}')}")
    codes = sorted({tally.value.split(".")[0] for tally in bad if tally.value.split(".")[0] in languages()})
    tables = ", ".join(str(DATA / "languages" / f"{code}.csv") for code in codes) or str(DATA / "languages")
    tell(f"  2. {word(WORDS, 'mend rule', language, tables=tables)}")
    tell(f"  3. {word(WORDS, 'draft again', language)}")


def _cells(tally: Tally) -> tuple[str | int | float, ...]:
    low, high = tally.interval
    counts = (tally.judged, tally.accepted, tally.edited, tally.rejected)
    shares = (round(tally.share, 4), round(low, 4), round(high, 4))
    return (tally.group.value, tally.value, *counts, *shares, tally.standing.value)


def _row(tally: Tally, ontology: Ontology, language: str) -> tuple[Text | int, ...]:
    style = _STYLES[tally.standing]
    name = Text(_name(tally, ontology, language), style=style)
    if name.plain != tally.value and tally.group in (Group.RULE, Group.FAMILY, Group.PREDICATE):
        name.append(f"\n{tally.value}", style="dim not bold")  # what --rule and --predicate take
    standing = Text(word(WORDS, f"standing {tally.standing.value}", language), style=style)
    counts = (tally.judged, tally.accepted, tally.edited, tally.rejected)
    return (name, *counts, Text(_share(tally), style=style), standing)


def _share(tally: Tally) -> str:
    """The interval in which the share lies; the share itself only of many judgements, of few it would mislead."""
    low, high = (f"{bound * 100:.0f}" for bound in tally.interval)
    between = f"{low}–{high}%"
    return between if tally.judged < _MANY else f"{tally.share * 100:.0f}% ({between})"


def _name(tally: Tally, ontology: Ontology, language: str) -> str:
    def term(name: str) -> str:
        labels = ontology.labels.get(name, {})
        return labels.get(language) or labels.get("en") or name

    if tally.group is Group.KIND:
        return word(WORDS, f"kind {tally.value}", language)
    if tally.group is Group.RULE:
        return in_words(tally.value, language, term)
    if tally.group is Group.FAMILY:
        return family_in_words(tally.value, language)
    return term(tally.value) if tally.group is Group.PREDICATE else tally.value
