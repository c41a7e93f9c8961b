"""Judgements written to and taken from `decisions.csv`, every other line of it untouched."""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import replace

from kg.facts.identity import merge_ids
from kg.facts.model import Decision, Judgement, Project, Row
from kg.facts.new_source import with_row
from kg.facts.problems import CallError, Problem
from kg.facts.tables import bad_character

DECISIONS_FILE = "decisions.csv"
DECISION_COLUMNS = ("left", "right", "judgement", "by", "date", "reason")


def add_decision(table: str, decision: Decision, project: Project) -> str:
    """The text of the table with one more judgement at its end; an empty one gets its header first.

    Raises CallError, which names the rows, where the judgement is made already or contradicts others, and where two
    things of different classes would become one.
    """
    if decision.left == decision.right:
        raise CallError(f"'{decision.left}' is one id. A judgement is on two.")
    table = table if table.strip() else ",".join(DECISION_COLUMNS) + "\n"
    line = len(list(io.StringIO(table, newline=""))) + 1
    decision = replace(decision, row=Row(decision.row.file, line))
    _check_pair(decision, project)
    _check_chain(decision, project)
    cells = {
        "left": decision.left,
        "right": decision.right,
        "judgement": decision.judgement.value,
        "by": decision.by.strip(),
        "date": decision.date.text,
        "reason": " ".join(decision.reason.split()),
    }
    for name, text in cells.items():
        bad = bad_character(text)
        if bad is not None:
            raise CallError(f"--{name} holds {bad}. Leave it out.")
    return with_row(table, cells)


def _check_pair(decision: Decision, project: Project) -> None:
    for made in project.decisions:
        if {made.left, made.right} == {decision.left, decision.right}:
            if made.judgement is decision.judgement:
                raise CallError(f"{_place(made)} judges them {made.judgement.value} already.")
            if made.judgement is not Judgement.UNSURE:
                raise CallError(
                    f"{_place(made)} judges them {made.judgement.value}. "
                    f"Take that back first: kg same {decision.left} {decision.right} --undo"
                )


def _check_chain(decision: Decision, project: Project) -> None:
    problems: list[Problem] = []
    merge_ids(project.canonical, (*project.decisions, decision), problems)
    if problems:
        told = "\n".join(f"  {problem}" for problem in problems)
        raise CallError(f"with this judgement (line {decision.row.line}) the others contradict one another:\n{told}")
    left, right = (project.entities[project.canonical[key]] for key in (decision.left, decision.right))
    if decision.judgement is Judgement.SAME and left.class_name != right.class_name:
        raise CallError(
            f"'{decision.left}' is of the class {left.class_name}, '{decision.right}' of {right.class_name}. "
            "Give both one class in entities.csv first."
        )


def remove_decision(table: str, lines: Collection[int]) -> str:
    """The text of the table without these lines (counted from 1); no cell of it goes over two.

    >>> remove_decision("left,right\\na,b\\nc,d\\n", [2])
    'left,right\\nc,d\\n'
    """
    kept = (line for number, line in enumerate(io.StringIO(table, newline=""), 1) if number not in lines)
    return "".join(kept)


def _place(decision: Decision) -> str:
    return f"{decision.row.file}:{decision.row.line}"
