"""Questions about new things that may be one: told in two scripts or languages, spelled twice, long and short.

Names are compared as `kg same` compares those of the tables (kg.facts.names). Whom a reviewer has told apart is not
asked about again; what was said to be one thing is one here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.draft.model import Drafts, Judged, ProposedThing, Question, Reason, Verdict
from kg.draft.names.told_apart import brackets_of
from kg.facts.model import Entity, Fact, Name, NameRank, Project, Rank, Row, Status
from kg.facts.names.matching import compare_names
from kg.facts.names.proposing import Proposal as Pair
from kg.facts.names.proposing import Watch, propose
from kg.facts.names.resemblance import Context
from kg.facts.schema import PropertyUse, Schema

_FROM, _OF_PERSONS, _DESCRIBED, _END = 0.7, 0.85, 0.9, 0.7
"""From which score on a pair is asked about: of names, of persons, of what is only described, of whom it is of."""
_MOST_CANDIDATES = 3
_HERE = Row("drafts/entities.csv", 1)
_PLACES = ("place-name",)
"""Rules of things that tables of the world tell apart already."""


def with_sameness(
    drafts: Drafts, judged: Sequence[Judged], project: Project, schema: Schema, watch: Watch | None = None
) -> Drafts:
    """The drafts with a question for each new thing that may be one with another, in place of those not judged yet."""
    said = {told.proposal: told for told in judged}
    kept = [told for told in drafts.questions if not is_sameness(told) or told.key in said]
    pool = _Pool(drafts, kept, said, project, schema)
    asked = [_question(thing, candidates) for thing, candidates in pool.candidates(watch)]
    questions = sorted([*kept, *asked], key=lambda each: each.key)
    return replace(drafts, questions=tuple(questions))


def is_sameness(question: Question) -> bool:
    """Whether a question is on two new things, or on a new one and one of the project."""
    return Reason.MAYBE_SAME in question.reasons


def _question(thing: tuple[ProposedThing, str], candidates: Sequence[str]) -> Question:
    told, name = thing
    reasons = (Reason.MAYBE_SAME,)
    return Question(name, told.id, tuple(candidates), told.language, reasons, told.source, told.place)


@dataclass(frozen=True)
class _Rank:
    """Which of two things the other is said to be: one of the project, one that was accepted, one told more often."""

    is_known: bool
    is_accepted: bool
    facts: int
    key: str

    @property
    def order(self) -> tuple[bool, bool, int, str]:
        return (not self.is_known, not self.is_accepted, -self.facts, self.key)


class _Pool:
    """The things of the project and of the drafts, with what reviewers have said of them."""

    def __init__(
        self,
        drafts: Drafts,
        questions: Iterable[Question],
        said: Mapping[str, Judged],
        project: Project,
        schema: Schema,
    ) -> None:
        self._drafts, self._project, self._schema = drafts, project, schema
        self._things = {thing.id: thing for thing in drafts.things if thing.id not in project.canonical}
        rejected = {thing.id for thing in drafts.things if _is(said.get(thing.key), Verdict.REJECT)}
        self._accepted = {thing.id for thing in self._things.values() if thing.key in said} - rejected
        renamed = {
            thing.id: said[thing.key].meant
            for thing in self._things.values()
            if thing.key in said and said[thing.key].meant in project.canonical
        }
        self._meant: dict[str, str] = {key: project.canonical[other] for key, other in renamed.items()}
        self._apart: set[frozenset[str]] = {
            frozenset((project.canonical[left], project.canonical[right]))
            for left, right in ((told.left, told.right) for told in project.decisions)
        }
        self._read(questions, said, rejected)
        self._things = {key: thing for key, thing in self._things.items() if key not in rejected}
        self._facts = Counter(key for told in drafts.proposals for key in {told.subject, told.object})
        self._entities = self._with_new()

    def _read(self, questions: Iterable[Question], said: Mapping[str, Judged], rejected: set[str]) -> None:
        for question in questions:
            answer = said.get(question.key)
            if not question.entity:
                continue
            if answer is None:  # the drafter asks it already
                self._apart |= {frozenset((question.entity, other)) for other in question.candidates}
                continue
            if _is(answer, Verdict.REJECT) and not is_sameness(question):
                rejected.add(question.entity)
            elif _is(answer, Verdict.REJECT) or answer.meant in ("", question.entity):
                self._apart |= {frozenset((question.entity, other)) for other in question.candidates}
            else:
                self._meant.setdefault(question.entity, answer.meant)

    def _one(self, key: str) -> str:
        """The id of the thing that a thing was said to be; its own where nobody said so."""
        seen = {key}
        while (other := self._meant.get(key, key)) not in seen:
            key = other
            seen.add(key)
        return self._project.canonical.get(key, key)

    def _with_new(self) -> dict[str, Entity]:
        names: dict[str, list[Name]] = defaultdict(list)
        for name in self._drafts.names:
            if name.entity in self._things:
                told = Name(self._one(name.entity), name.language, name.text, NameRank(name.rank), name.source)
                names[told.entity].append(told)
        found = {
            key: replace(entity, names=(*entity.names, *names.get(key, ())))
            for key, entity in self._project.entities.items()
        }
        for key, thing in self._things.items():
            if self._one(key) == key and key not in found:
                found[key] = Entity(key, thing.class_name, thing.kind, (), tuple(names[key]), (key,), _HERE)
        return found

    def _context(self) -> Context:
        facts = [
            Fact(
                self._one(told.subject), told.predicate, self._one(told.object), True, None, None, False, told.source,
                None, "", Status.STATED, Rank.NORMAL, 1, "", "", {}, _HERE,
            )
            for told in self._drafts.proposals
            if self._schema.properties[told.predicate].use is PropertyUse.RELATION
        ]  # fmt: skip
        # What is told of a thing that is only proposed may be read wrongly: only where it is counts here.
        placed = [fact for fact in facts if fact.predicate in ("ofCountry", "locatedIn", "belongsTo")]
        project = replace(self._project, entities=self._entities, facts=(*self._project.facts, *placed))
        return Context.of(project, self._schema)

    def candidates(self, watch: Watch | None) -> list[tuple[tuple[ProposedThing, str], list[str]]]:
        """Each new thing that nobody has judged, its name, and which it may be, the likeliest first."""
        asked = {key for key in self._things if self._one(key) == key} - self._accepted
        asked = {key for key in asked if self._things[key].rule not in _PLACES}
        if not asked:
            return []
        apart = {frozenset(map(self._one, pair)) for pair in self._apart}
        pairs = propose(self._entities, self._context(), apart, _FROM, watch, of=asked)
        found: dict[str, list[str]] = defaultdict(list)
        for pair in filter(self._may_be_one, pairs):
            first, second = sorted((self._rank(pair.left), self._rank(pair.right)), key=lambda rank: rank.order)
            if second.key in asked and len(found[second.key]) < _MOST_CANDIDATES:
                found[second.key].append(first.key)
        return [((self._things[key], self._name(key)), found[key]) for key in sorted(found) if found[key]]

    def _rank(self, key: str) -> _Rank:
        return _Rank(key in self._project.entities, key in self._accepted, self._facts[key], key)

    def _name(self, key: str) -> str:
        return next((name.text for name in self._entities[key].names if name.rank is NameRank.PREFERRED), key)

    def _may_be_one(self, pair: Pair) -> bool:
        """Whether a pair is worth a question: of what is described, both must be of the same others, too."""
        left, right = self._entities[pair.left], self._entities[pair.right]
        if any(thing.rule in _PLACES for thing in self._both(pair)) or not left.names or not right.names:
            return False
        if self._schema.is_a(left.class_name, "Person") != self._schema.is_a(right.class_name, "Person"):
            return False
        if self._schema.is_a(left.class_name, "Person"):
            return pair.comparison.score >= _OF_PERSONS
        described = [entity for entity in (left, right) if self._is_described(entity)]
        if not described:
            return True
        if len(described) == 1 and left.class_name != "Post":
            return False  # what has a name is not what has none
        return pair.comparison.score >= _DESCRIBED and any(
            _of_the_same(one, other) for one in left.names for other in right.names
        )

    def _both(self, pair: Pair) -> list[ProposedThing]:
        return [self._things[key] for key in (pair.left, pair.right) if key in self._things]

    def _is_described(self, entity: Entity) -> bool:
        thing = self._things.get(entity.id)
        described = thing is not None and (
            thing.rule in ("described", "occasion") or thing.rule.startswith("agreement-")
        )
        return described or entity.class_name == "Post" or any(brackets_of(name.text) for name in entity.names)


def _is(judged: Judged | None, verdict: Verdict) -> bool:
    return judged is not None and judged.judgement == verdict.value


def _of_the_same(one: Name, other: Name) -> bool:
    """Whether all whom the name with fewer of them is told to be of are among those of the other."""
    told = [(brackets_of(name.text), name.language) for name in (one, other)]
    (fewer, language), (more, other_language) = sorted(told, key=lambda each: len(each[0]))
    if not fewer:
        return not more
    return all(
        any(compare_names(left, language, right, other_language).score >= _END for right in more) for left in fewer
    )
