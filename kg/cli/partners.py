"""What the commands on groups, brokers and missing parties begin with."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from kg.cli.opening import Opened, open_build
from kg.cli.output import bar, said, tell
from kg.network.countries import countries
from kg.network.group_names import GroupName, name_groups
from kg.network.groups import SEED, Partition, communities
from kg.network.projection import to_network, to_partnerships
from kg.views.groups import GroupWords


@dataclass(frozen=True)
class Partners:
    """An opened build with its networks, and words for what stands in them."""

    opened: Opened
    network: nx.MultiDiGraph[str]
    partnerships: nx.MultiGraph[str]
    words: GroupWords

    def name(self, node: str) -> str:
        """The name of a thing."""
        return self.opened.sentences.name(node)

    def what(self, node: str) -> str:
        """What a thing is."""
        return self.opened.sentences.kind(self.opened.catalogue.entities[node])

    def names(self, nodes: Collection[str]) -> str:
        """The names of some things."""
        return "; ".join(self.name(node) for node in nodes)

    def rests_on(self, left: str, right: str) -> str:
        """The agreements and initiatives that join two partners; for a claim that ties them, that it does."""
        via = {data["via"] for data in self.partnerships.get_edge_data(left, right).values()}
        return "; ".join(self.name(item) if item else self.words.say("direct") for item in sorted(via, reverse=True))

    def resolve_partner(self, text: str) -> str | None:
        """The id of who is named; None, and a word on it, where it has no partners."""
        node = self.opened.resolve(text)
        if node in self.partnerships:
            return node
        tell(f"kg: {said('no partners of', self.opened.sentences.language, name=self.name(node), id=node)}")
        return None

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """The countries of all things that have one."""
        return countries(self.opened.catalogue)

    def groups(self, resolution: float, seed: int | None) -> tuple[Partition, list[GroupName]]:
        """The communities of the partners, and what each is called."""
        with bar("looking for groups"):
            found = communities(self.partnerships, resolution=resolution, seed=SEED if seed is None else seed)
            return found, name_groups(found, self.partnerships, self.network, self.opened.catalogue)


def open_partners(options: argparse.Namespace) -> Partners:
    """The build that `--build` names, with its networks."""
    opened = open_build(options)
    with bar("looking for partners"):
        network = to_network(opened.catalogue)
        partnerships = to_partnerships(network, opened.catalogue.schema)
    return Partners(opened, network, partnerships, GroupWords(opened.sentences))


def tell_hidden(partners: Partners, count: int, limit: int) -> None:
    """Says how many rows the limit hides."""
    if count > limit:
        tell(f"{partners.words.say('more', n=count - limit)} (--limit {count})")
