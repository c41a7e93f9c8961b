"""What reviewers answered to the questions of earlier runs: which known thing a name means, or none of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.draft.model import Drafts, Verdict
from kg.facts.names.folding import fold

_LEAST_STEM, _LONGEST_ENDING, _SHARE = 4, 5, 0.6


@dataclass(frozen=True)
class Answer:
    """One answer: the words that were asked about, the article they stand in, and what they mean."""

    mention: str
    source: str
    meant: str
    """The id of the thing that is meant, known or new; empty where the question was rejected."""


@dataclass(frozen=True)
class Decisions:
    """The answers by the candidates that were to choose from."""

    answers: Mapping[tuple[str, ...], tuple[Answer, ...]] = field(default_factory=dict)

    def meant(self, mention: str, candidates: Sequence[str], source: str) -> str | None:
        """What a name means: as was answered for this article, else as all answers for that name agree.

        Empty where nobody is to be asked and none is meant; None where it is open.
        """
        told = [each for each in self.answers.get(tuple(candidates), ()) if same_name(each.mention, mention)]
        own = [each.meant for each in told if each.source == source]
        agreed = {each.meant for each in told}
        return own[-1] if own else agreed.pop() if len(agreed) == 1 else None


def decisions_of(drafts: Drafts) -> Decisions:
    """The answers in a folder of drafts."""
    questions = {question.key: question for question in drafts.questions}
    found: dict[tuple[str, ...], list[Answer]] = defaultdict(list)
    for judged in drafts.judged:
        question = questions.get(judged.proposal)
        if question is not None:
            rejected = judged.judgement == Verdict.REJECT.value
            meant = "" if rejected else judged.meant or question.entity
            found[question.candidates].append(Answer(question.mention, question.source, meant))
    return Decisions({candidates: tuple(answers) for candidates, answers in found.items()})


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are one name but for the endings of its words.

    >>> same_name("Ministry of Economy", "ministry of economy"), same_name("Nazirliyi", "Nazirliyinin")
    (True, True)
    >>> same_name("Ministry of Economy", "Ministry of Energy")
    False
    """
    ones, others = fold(one).split(), fold(other).split()
    return len(ones) == len(others) and all(map(_alike, ones, others))


def _alike(one: str, other: str) -> bool:
    pairs = zip(one, other, strict=False)
    common = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    longest = max(len(one), len(other))
    return one == other or (common >= max(_LEAST_STEM, _SHARE * longest) and longest - common <= _LONGEST_ENDING)
