"""How many prompts a reviewer answers for each fact, everything accepted.

    python benchmarks/reviewing/count_prompts.py SEEDS DRAFTS… [--singly]

The folders are copied first, so nothing of them changes. Each folder of drafts is reviewed by itself.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from kg.draft.model import Verdict
from kg.draft.tables import read_drafts
from kg.folders import replace_files
from kg.resources import Resources
from kg.review.articles import Articles
from kg.review.holdings import Holdings
from kg.review.journal import Journal
from kg.review.model import Kind
from kg.review.session import Reviewer, Session


def prompts(seeds: Path, folder: Path, *, singly: bool) -> dict[Kind, int]:
    """What was asked, by kind."""
    ontology, drafts = Resources.current().read_ontology(), read_drafts(folder)
    holdings = Holdings(seeds, ontology.schema, ontology.shapes)
    reviewer, articles = Reviewer("benchmark", lambda: "2026-11-22"), Articles(drafts.sources, None)
    session = Session(drafts, holdings, Journal(folder, replace_files), articles, reviewer, replace_files)
    asked = dict.fromkeys(Kind, 0)
    while (item := session.agenda.next()) is not None:
        if singly and session.agenda.ask_singly(item):
            continue
        asked[item.kind] += 1
        meant = item.own_id or (item.question.candidates[0] if item.question is not None else "")
        told = {"entity": meant} if item.kind is Kind.QUESTION else None
        if session.answer(item, Verdict.ACCEPT, "", told).faults:
            session.agenda.postpone(item)
    return asked


def main() -> None:
    """Prints a line for each folder and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("drafts", type=Path, nargs="+")
    parser.add_argument("--singly", action="store_true")
    options = parser.parse_args()
    facts = everything = 0
    for drafts in options.drafts:
        with tempfile.TemporaryDirectory() as name:
            seeds = shutil.copytree(options.seeds, Path(name) / "seeds")
            asked = prompts(seeds, shutil.copytree(drafts, Path(name) / "drafts"), singly=options.singly)
        told = ", ".join(f"{kind.value} {number}" for kind, number in asked.items())
        print(f"{drafts.name}: {sum(asked.values())} prompts ({told})")
        facts, everything = facts + asked[Kind.FACT], everything + sum(asked.values())
    print(f"all: {everything} prompts for {facts} facts, {everything / max(facts, 1):.2f} each")


if __name__ == "__main__":
    main()
