"""Drafts of several articles as one folder: one proposal for one event, nothing that was judged, nothing twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.draft.model import Draft, Drafts, Proposal, ProposedName, ProposedThing, Question, Reason, Verdict
from kg.draft.redrafting import claim_meant, ids_meant, with_old_ids, with_own_ids


class Merger:
    """Collects drafts beside what the folder holds already; `drafts` gives all of it."""

    def __init__(self, before: Drafts) -> None:
        self._sources = {source.id: source for source in before.sources}
        self._things = {thing.id: thing for thing in before.things}
        self._names = {(name.entity, name.language, name.text): name for name in before.names}
        self._shown = {(name.entity, name.language) for name in before.names if name.rank == "preferred"}
        self._proposals: dict[str, dict[str, list[Proposal]]] = {}
        for told in before.proposals:
            self._proposals.setdefault(_claim(told), {}).setdefault(told.source, []).append(told)
        self._questions = {question.key: question for question in before.questions}
        self._judged = {judged.proposal for judged in before.judged}
        self._accepted = {told.proposal for told in before.judged if told.judgement != Verdict.REJECT.value}
        self._merged = dict(before.merged)
        self._meant = ids_meant(before)
        self._judged_claims = {
            (told.source, *claim_meant(told, self._meant)) for told in before.proposals if told.key in self._judged
        }

    def add(self, draft: Draft) -> None:
        """The proposals of one article, in place of those that it gave before and that nobody has judged."""
        source = draft.source.id
        draft = with_own_ids(draft)
        if source in self._sources:
            rows = [told for by_source in self._proposals.values() for told in by_source.get(source, ())]
            named = {key for told in rows for key in (told.subject, told.object, *told.qualifiers.values())}
            draft = with_old_ids(draft, self._things.values(), self._names.values(), self._meant, named)
        self._forget(source)
        self._sources[source] = draft.source
        for thing in draft.things:
            if thing.key not in self._judged:
                self._things.setdefault(thing.id, thing)
        for name in draft.names:
            self._add_name(name)
        for told in draft.proposals:
            self._add(told)
        for question in draft.questions:
            if question.key not in self._judged:
                self._questions.setdefault(question.key, question)

    def _forget(self, source: str) -> None:
        for by_source in self._proposals.values():
            judged = [told for told in by_source.pop(source, []) if told.key in self._judged]
            if judged:  # they tell which things nobody need be asked about
                by_source[source] = judged
        self._questions = {
            key: question
            for key, question in self._questions.items()
            if question.source != source or key in self._judged  # its answer is needed to know what is meant
        }

    def _add_name(self, name: ProposedName) -> None:
        key = (name.entity, name.language, name.text)
        if key in self._names or name.key in self._judged:
            return
        if name.rank == "preferred":
            if (name.entity, name.language) in self._shown:
                name = replace(name, rank="alternative")
            self._shown.add((name.entity, name.language))
        self._names[key] = name

    def _add(self, told: Proposal) -> None:
        by_source = self._proposals.setdefault(_claim(told), {})
        others = [
            each
            for source in sorted(by_source)
            for each in by_source[source]
            if each.key not in self._accepted  # one more article proves a fact of the tables once more: asked by itself
        ]
        own = told.key
        key = self._merged.get(own) or (others[0].key if others else own)
        is_judged = (told.source, *claim_meant(told, self._meant)) in self._judged_claims
        if is_judged or key in self._judged or own in self._judged:
            return
        if key != own:
            self._merged[own] = key
        by_source.setdefault(told.source, []).append(replace(told, key=key))

    def drafts(self) -> Drafts:
        """All tables; things that no proposal names any more stay until a person judges them."""
        proposals = [
            told
            for _, by_source in sorted(self._proposals.items())
            for told in _graded([each for source in sorted(by_source) for each in by_source[source]])
        ]
        things: Iterable[ProposedThing] = (self._things[key] for key in sorted(self._things))
        questions: Iterable[Question] = (self._questions[key] for key in sorted(self._questions))
        return Drafts(
            sources=tuple(self._sources[key] for key in sorted(self._sources)),
            things=tuple(things),
            names=tuple(self._names[key] for key in sorted(self._names)),
            proposals=tuple(proposals),
            questions=tuple(questions),
            merged=tuple(sorted(self._merged.items())),
        )


def _claim(told: Proposal) -> str:
    """What makes proposals of two articles one."""
    return "\x1f".join(told.claim)


def _graded(rows: list[Proposal]) -> list[Proposal]:
    """The rows of one proposal; that several articles tell it makes each of them surer."""
    if len({row.source for row in rows}) < 2:
        return rows
    return [
        row
        if Reason.SEVERAL_SOURCES in row.reasons
        else replace(
            row, confidence=round(min(0.99, row.confidence + 0.1), 2), reasons=(*row.reasons, Reason.SEVERAL_SOURCES)
        )
        for row in rows
    ]
