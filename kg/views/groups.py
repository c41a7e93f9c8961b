"""Groups, brokers and what falls apart, in the words of the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.network.absence import Absence
from kg.network.group_names import GroupName
from kg.network.groups import Partition
from kg.network.roles import Role
from kg.views.sentences import Sentences
from kg.views.words import LANGUAGES, read_words

WORDS = read_words("groups")
_SHOWN = 3
_CLEAR = 0.3
"""From this modularity on, networks are said to have groups (Newman & Girvan 2004)."""
_MOSTLY = 0.8


class GroupWords:
    """Words for one catalogue's groups in one language."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._column = list(LANGUAGES).index(sentences.language)

    def say(self, key: str, **values: str | int) -> str:
        """A line of the table of words, filled; numbers get their thousands marked."""
        texts = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        return WORDS[key][self._column].format_map(texts)

    def name(self, group: GroupName) -> str:
        """What a group is called: the names of its heads, and in brackets what binds all its members."""
        heads = ", ".join(self._sentences.name(node) for node in group.heads)
        return f"{heads} ({self._sentences.name(group.bond)})" if group.binds_all else heads

    def bond(self, group: GroupName) -> str:
        """What binds most members of a group, and how many of them; empty where nothing does."""
        if not group.bond:
            return ""
        return self.say("bond", name=self._sentences.name(group.bond), n=group.bound, all=len(group.members))

    def names(self, nodes: Sequence[str], shown: int = _SHOWN) -> str:
        """The names of some things; of many, the first ones and how many more there are."""
        listed = ", ".join(self._sentences.name(node) for node in nodes[:shown])
        return f"{listed} {self.say('more', n=len(nodes) - shown)}" if len(nodes) > shown else listed

    def verdict(self, partition: Partition) -> list[str]:
        """How many groups there are, and what modularity and stability say of them: three sentences."""
        clear = "clear" if partition.modularity >= _CLEAR else "weak" if partition.modularity > 0 else "none"
        stable = "same" if partition.stability == 1 else "mostly" if partition.stability >= _MOSTLY else "loose"
        return [
            self.say("groups_found", n=len(partition.groups), members=len(partition.indices)),
            self.say(f"modularity_{clear}", value=f"{partition.modularity:.3f}"),
            self.say(f"stability_{stable}", value=f"{partition.stability:.3f}", runs=partition.runs),
        ]

    def role(self, role: Role) -> str:
        """What a broker's role is."""
        return self.say(f"role_{role.value}")

    def losses(self, absence: Absence) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """What falls apart, the gravest first: the effect's name, the ids that it is about, and a sentence."""
        for split in absence.splits:
            parts = " | ".join(self.names(group) for group in split.groups)
            everyone = tuple(node for group in split.groups for node in group)
            yield "split", everyone, self.say("without_split", n=len(split.groups), parts=parts)
        for detour in absence.detours:
            left, right = self._sentences.name(detour.left), self._sentences.name(detour.right)
            sentence = self.say("without_detour", left=left, right=right, before=detour.before, after=detour.after)
            yield "longer way", (detour.left, detour.right), sentence
        for short in absence.agreements:
            agreement = self._sentences.name(short.agreement)
            if short.left:
                sentence = self.say(
                    "without_agreement_one", agreement=agreement, party=self._sentences.name(short.left[0])
                )
            else:
                sentence = self.say("without_agreement_none", agreement=agreement)
            yield "no quorum", (short.agreement, *short.left), sentence
        for item in absence.bereft:
            sentence = self.say(f"without_{item.predicate}", thing=self._sentences.name(item.thing))
            yield "bereft", (item.thing, *item.carriers), sentence
