"""Names that tell apart what an article only describes: the memorandum of A and B, the rector of the University.

A thing that is called by a common noun gets whom or what it is of in brackets, in every language alike, so that a
list of memoranda can be read and no article that says "memorandum" names one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from kg.draft.model import Proposal, ProposedName
from kg.draft.spans import Mention
from kg.facts.names.folding import fold

_OTHER_ENDS = (
    *(("postIn", 1), ("openingOf", 1), ("partyTo", 0), ("issuedBy", 1), ("belongsTo", 1), ("subordinateTo", 1)),
    *(("participatedIn", 0), ("spokeAt", 0), ("operates", 0), ("founded", 0), ("formed", 0), ("initiated", 0)),
    *(("signed", 0), ("prepared", 0), ("cooperatesWith", 0), ("cooperatesWith", 1), ("partnerOf", 0), ("partnerOf", 1)),
    *(("heldWithin", 1), ("establishedIn", 1), ("locatedIn", 1), ("heldIn", 1), ("ofCountry", 1), ("appliesTo", 1)),
    *(("providesFor", 0), ("providesFor", 1)),
)
"""By which relations a thing is told apart, the best first, and whether the other end is subject (0) or object (1)."""
_PARTIES = _OTHER_ENDS.index(("partyTo", 0))
_LEAST_SHARED, _MOST_NAMED = 4, 3
_MINISTERS = ("mini", "nazi", "vazi", "baka", "мини", "вази")
"""What a minister is called by in each language, which does not say of which ministry."""
_BRACKETS = re.compile(r" \([^()]*\)\Z")


def bare_name(text: str) -> str:
    """A name without the brackets that tell it apart.

    >>> bare_name("Memorandum (IT Park, Acharya instituti)"), bare_name("IT Park")
    ('Memorandum', 'IT Park')
    """
    return _BRACKETS.sub("", text)


def brackets_of(text: str) -> list[str]:
    """The names in the brackets that tell a thing apart; none where it has no such brackets.

    >>> brackets_of("Memorandum (IT Park, Acharya instituti, …)"), brackets_of("IT Park")
    (['IT Park', 'Acharya instituti'], [])
    """
    found = _BRACKETS.search(text)
    return [] if found is None else [name for name in found.group()[2:-1].split(", ") if name != "…"]


def told_apart(
    names: Sequence[ProposedName],
    things: Mapping[str, Mention],
    proposals: Iterable[Proposal],
    label: Callable[[str, str], str],
) -> list[ProposedName]:
    """The names, those of things that are only described with whom or what they are of.

    `label` gives the name of a thing that the project has, by its id and a language; else an empty text.
    """
    ends = _Ends(proposals)
    own = {name.entity: name.text for name in reversed(names) if name.rank == "preferred"}
    acronyms = {name.entity: name.text for name in names if name.rank == "acronym"}
    found: list[ProposedName] = []
    for name in names:
        mention = things.get(name.entity)
        if mention is None or name.rank != "preferred" or not _is_described(mention):
            found.append(name)
            continue
        others = [*ends.of(name.entity)]
        if not others and mention.owner is not None and mention.owner.entity:
            others = [mention.owner.entity]
        called = {key: bare_name(label(key, name.language) or own.get(key, "")) for key in others}
        if mention.class_name == "Post" and any(
            _names_it(name.text, told) for key, text in called.items() for told in (text, acronyms.get(key, "")) if told
        ):
            found.append(name)
            continue
        told = list(dict.fromkeys(filter(None, called.values())))
        told = [text for text in told if fold(text) not in fold(name.text)]
        if len(told) > _MOST_NAMED:
            told = [*told[:_MOST_NAMED], "…"]
        after = ", ".join(told) or ("" if others else ends.day(name.entity))
        found.append(replace(name, text=f"{name.text} ({after})") if after else name)
    return found


def _is_described(mention: Mention) -> bool:
    """Whether a thing has no name of its own, but the words that describe it."""
    described = mention.rule in ("described", "occasion") or mention.rule.startswith("agreement-")
    alone = " " not in mention.name and mention.rule.startswith("head-") and fold(mention.name) == fold(mention.head)
    return described or alone or mention.class_name == "Post"


def _names_it(post: str, body: str) -> bool:
    """Whether the words of a post say of what it is: the Minister of Economy, of the Ministry of Economy."""
    words = [word for word in re.split(r"[^\w]+", fold(post)) if word]
    if " " in body or not body.isupper():
        parts = [part for part in re.split(r"[^\w]+", fold(body)) if len(part) >= _LEAST_SHARED]
        stems = {part[:_LEAST_SHARED] for part in parts} - set(_MINISTERS)
        return any(word[:_LEAST_SHARED] in stems for word in words)
    return fold(body) in words


class _Ends:
    """What the proposals of an article say of each thing: what it is tied to, and the day."""

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        self._told: dict[str, dict[int, list[str]]] = {}
        self._days: dict[str, str] = {}
        for told in sorted(proposals, key=lambda each: (each.place.start, each.place.end, each.key)):
            for key, other, end in ((told.object, told.subject, 0), (told.subject, told.object, 1)):
                if (told.predicate, end) in _OTHER_ENDS:
                    rank = _OTHER_ENDS.index((told.predicate, end))
                    self._told.setdefault(key, {}).setdefault(rank, []).append(other)
                if told.from_:
                    self._days.setdefault(key, told.from_)

    def of(self, key: str) -> list[str]:
        """Whom or what a thing is of, by what tells it best; empty where nothing is said."""
        told = self._told.get(key, {})
        if told and _OTHER_ENDS[min(told)] == ("providesFor", 0):  # what an agreement provides for is its parties'
            agreed = (self._told.get(agreement, {}).get(_PARTIES, []) for agreement in told[min(told)])
            return list(dict.fromkeys(party for each in agreed for party in each))
        return list(dict.fromkeys(told[min(told)])) if told else []

    def day(self, key: str) -> str:
        """The day that is told of it; empty for none."""
        return self._days.get(key, "")
