"""An article that is drafted again: its things keep the ids that they had, and what was judged is not asked again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kg.draft.model import Draft, Drafts, Proposal, ProposedName, ProposedThing, Verdict, proposal_key

_NUMBER = re.compile(r"-\d+\Z")
Claim = tuple[str, ...]


def ids_meant(before: Drafts) -> dict[str, str]:
    """Ids of new things to the ids under which reviewers know them: that of another thing, or one that they chose."""
    said = {told.proposal: told for told in before.judged if told.judgement != Verdict.REJECT.value}
    asked = [(question.entity, said[question.key].meant) for question in before.questions if question.key in said]
    given = [(thing.id, said[thing.key].meant) for thing in before.things if thing.key in said]
    direct = {key: meant for key, meant in (*asked, *given) if key and meant and meant != key}
    found = {}
    for key, meant in direct.items():
        seen = {key}
        while meant in direct and meant not in seen:
            seen.add(meant)
            meant = direct[meant]
        found[key] = meant
    return found


def claim_meant(told: Proposal, meant: Mapping[str, str]) -> Claim:
    """What makes a proposal the same claim as another, in the ids under which reviewers know its things."""
    return tuple(meant.get(part, part) for part in told.claim)


def with_old_ids(
    draft: Draft,
    things: Iterable[ProposedThing],
    names: Iterable[ProposedName],
    meant: Mapping[str, str],
    named: Collection[str],
) -> Draft:
    """The draft with the ids that its new things had when the article was drafted before.

    It is the same thing where the same words of the article are taken for one of the same class, or where it is called
    the same and its id differs but in the number at its end. `things` and `names` are those of all drafts before;
    `named` are the ids that the article's proposals had then.
    """
    source = draft.source.id
    old = [thing for thing in things if thing.source == source or thing.id in named]
    told = {thing.id for thing in draft.things}
    gone = {thing.id: thing for thing in old if thing.id not in told}
    texts: dict[str, set[str]] = {}
    for name in (*names, *draft.names):
        texts.setdefault(name.entity, set()).add(name.text)
    renamed: dict[str, str] = {}
    known = {thing.id for thing in old}
    for thing in draft.things:
        if thing.id in known:
            continue
        same = next((each for each in gone.values() if _is_same(thing, each, texts)), None)
        if same is not None:
            del gone[same.id]
            renamed[thing.id] = same.id
    ids = {key: meant.get(first, first) for key, first in renamed.items()}
    things_left = tuple(thing for thing in draft.things if thing.id not in ids)
    names_left = tuple(name for name in draft.names if name.entity not in ids)
    return _renamed(replace(draft, things=things_left, names=names_left), ids) if ids else draft


def with_own_ids(draft: Draft) -> Draft:
    """The draft, an agreement whose id says only what it is with one of its article: else all such would be one."""
    kinds = {thing.id for thing in draft.things if thing.rule == f"agreement-{thing.id}"}
    return _renamed(draft, {kind: f"{kind}-{draft.source.id}" for kind in kinds}) if kinds else draft


def _is_same(new: ProposedThing, old: ProposedThing, texts: Mapping[str, set[str]]) -> bool:
    if new.class_name != old.class_name:
        return False
    here, there = ((each.source, each.place.start, each.place.end) for each in (new, old))
    called = not texts.get(new.id, set()).isdisjoint(texts.get(old.id, set()))
    return here == there or (called and _NUMBER.sub("", new.id) == _NUMBER.sub("", old.id))


def _renamed(draft: Draft, renamed: Mapping[str, str]) -> Draft:
    def other(key: str) -> str:
        return renamed.get(key, key)

    proposals = []
    for told in draft.proposals:
        values = {name: other(text) for name, text in told.qualifiers.items()}
        row = replace(told, subject=other(told.subject), object=other(told.object), qualifiers=values)
        if row != told:
            row = replace(row, key=proposal_key(row.claim, row.source, row.place.quote))
        proposals.append(row)
    return replace(
        draft,
        things=tuple(replace(thing, id=other(thing.id)) for thing in draft.things),
        names=tuple(replace(name, entity=other(name.entity)) for name in draft.names),
        proposals=tuple(proposals),
        questions=tuple(replace(question, entity=other(question.entity)) for question in draft.questions),
    )
