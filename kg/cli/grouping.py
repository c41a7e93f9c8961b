"""`kg groups` and `kg brokers`."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Mapping

from rich.table import Table
from rich.text import Text

from kg.cli.output import Cell, bar, console, said, tell, write_rows
from kg.cli.partners import Partners, open_partners, tell_hidden
from kg.network.cores import core_numbers, joints
from kg.network.group_names import GroupName
from kg.network.groups import Partition
from kg.network.partners import to_simple
from kg.network.roles import BrokeredPair, Role, brokered_pairs
from kg.network.roles import brokers as find_brokers

_MEMBERS_SHOWN = 12


def groups(options: argparse.Namespace) -> int:
    """The groups of the partnership network, or its cores, or what it hangs on; 1 where there are no partners."""
    partners = open_partners(options)
    if not len(partners.partnerships):
        tell(f"kg: {said('no partners', options.lang)}")
        return 1
    if options.cores:
        return _cores(partners, options)
    if options.bridges:
        return _bridges(partners, options)
    partition, named = partners.groups(options.resolution, options.seed)
    if options.format != "table":
        columns = ("group", "group_name", "bond", "bound", "size", "name", "what", "inside", "outside", "stays", "id")
        write_rows(
            columns, _member_rows(partners, partition, named[: options.limit]), options.format, language=options.lang
        )
        return 0
    for sentence in partners.words.verdict(partition):
        tell(sentence)
    screen = console()
    for number, group in enumerate(named[: options.limit], start=1):
        screen.print(Text(f"{number}. {partners.words.name(group)}", style="bold"))
        lines = Table.grid(padding=(0, 1))
        lines.add_row("  ", Text(_about(partners, partition, group), style="dim"))
        listed = [f"{partners.name(node)} ({partners.what(node)})" for node in group.members[:_MEMBERS_SHOWN]]
        hidden = len(group.members) - len(listed)
        more = f" {partners.words.say('more', n=hidden)}" if hidden else ""
        lines.add_row("  ", Text("; ".join(listed) + more))
        screen.print(lines)
    tell_hidden(partners, len(named), options.limit)
    return 0


def _about(partners: Partners, partition: Partition, group: GroupName) -> str:
    """How large a group is, how firm, and what binds it."""
    stays = sum(partition.kept[node] for node in group.members) / len(group.members)
    about = partners.words.say("about_group", n=len(group.members), share=f"{100 * stays:.0f}")
    return f"{about} {partners.words.bond(group)}"


def _member_rows(partners: Partners, partition: Partition, named: list[GroupName]) -> list[tuple[Cell, ...]]:
    simple = to_simple(partners.partnerships)
    rows: list[tuple[Cell, ...]] = []
    for number, group in enumerate(named, start=1):
        called, bond = partners.words.name(group), partners.name(group.bond) if group.bond else ""
        for node in group.members:
            inside = sum(partition.of(other) == number - 1 for other in simple[node])
            around = (inside, simple.degree(node) - inside, partition.kept[node])
            about = (partners.name(node), partners.what(node))
            rows.append((number, called, bond, group.bound, len(group.members), *about, *around, node))
    return rows


def _cores(partners: Partners, options: argparse.Namespace) -> int:
    numbers = core_numbers(partners.partnerships)
    ordered = sorted(numbers, key=lambda node: (-numbers[node], node))
    if options.format != "table":
        rows = [(numbers[node], partners.name(node), partners.what(node), node) for node in ordered]
        write_rows(("core", "name", "what", "id"), rows, options.format, language=options.lang)
        return 0
    tell(partners.words.say("cores_note"))
    layers: dict[int, list[str]] = {}
    for node in ordered:
        layers.setdefault(numbers[node], []).append(node)
    shown = [(core, len(nodes), partners.words.names(nodes, options.limit)) for core, nodes in layers.items()]
    write_rows(("core", "size", "members"), shown, options.format, language=options.lang)
    return 0


def _bridges(partners: Partners, options: argparse.Namespace) -> int:
    found, words = joints(partners.partnerships), partners.words
    rows: list[tuple[Cell, ...]] = []
    for cut in found.cut_nodes[: options.limit]:
        parts = " + ".join(str(size) for size in cut.parts[:_MEMBERS_SHOWN])
        parts += f" {words.say('more', n=len(cut.parts) - _MEMBERS_SHOWN)}" if len(cut.parts) > _MEMBERS_SHOWN else ""
        rows.append((words.say("cut_node"), partners.name(cut.node), "", cut.pairs, parts, cut.node))
    for bridge in found.bridges[: options.limit]:
        ends = f"{partners.name(bridge.left)} – {partners.name(bridge.right)}"
        rests = partners.rests_on(bridge.left, bridge.right)
        rows.append((words.say("bridge"), ends, rests, bridge.pairs, "", f"{bridge.left} {bridge.right}"))
    if not rows:
        tell(words.say("bridges_none"))
    elif options.format == "table":
        tell(words.say("bridges_note"))
    if rows or options.format != "table":
        write_rows(
            ("hangs_on", "name", "rests_on", "pairs", "parts", "id"), rows, options.format, language=options.lang
        )
    tell_hidden(partners, max(len(found.bridges), len(found.cut_nodes)), options.limit)
    return 0


def brokers(options: argparse.Namespace) -> int:
    """Who joins parties that are no partners, by role; with a name, the pairs that it joins; 1 where there are none."""
    partners = open_partners(options)
    sides, names, apart = _sides(partners, options.between)
    if options.name is not None:
        return _pairs_of(partners, options, sides, names, apart)
    with bar("looking for brokers"):
        found = find_brokers(partners.partnerships, sides, apart)
    if options.format == "table":
        tell(partners.words.say("brokers_note"))
        unknown = sum(node not in sides and node not in apart for node in partners.partnerships)
        if unknown:
            tell(partners.words.say("unknown_sides", n=unknown))
    roles = (Role.LIAISON, Role.GATEKEEPER, Role.ITINERANT, Role.COORDINATOR)
    rows: list[tuple[Cell, ...]] = [
        (
            *(item.position, partners.name(item.node), names.get(sides.get(item.node, ""), ""), item.spans),
            *(item.counts[role] for role in roles),
            *(item.effective_size, item.constraint, item.node),
        )
        for item in found[: options.limit]
    ]
    if not rows:
        tell(f"kg: {said('no brokers', options.lang)}")
        return 1
    side = "country" if options.between == "countries" else "group"
    counts = ("spans", *(role.value for role in roles))
    columns = ("position", "name", side, *counts, "effective_size", "constraint", "id")
    if options.format == "table":  # room for names: structural holes and ids are for other formats
        write_rows(columns[:-3], [row[:-3] for row in rows], options.format, language=options.lang)
    else:
        write_rows(columns, rows, options.format, language=options.lang)
    tell_hidden(partners, len(found), options.limit)
    return 0


def _sides(partners: Partners, between: str) -> tuple[Mapping[str, str], Mapping[str, str], Collection[str]]:
    """The side of each partner, the sides' names, and the brokers that are on none."""
    if between == "countries":
        sides = {node: partners.countries[node] for node in partners.partnerships if node in partners.countries}
        names = {side: partners.name(side) for side in sorted(set(sides.values()))}
        schema, classes = partners.opened.catalogue.schema, partners.opened.catalogue.classes
        abroad = {
            node
            for node in partners.partnerships
            if node not in sides and schema.is_a(classes[node], "InternationalOrganisation")
        }
        return sides, names, abroad
    partition, named = partners.groups(1.0, None)
    sides = {node: str(index) for node, index in partition.indices.items()}
    return sides, {str(index): f"{index + 1}. {partners.words.name(group)}" for index, group in enumerate(named)}, ()


def _pairs_of(
    partners: Partners,
    options: argparse.Namespace,
    sides: Mapping[str, str],
    names: Mapping[str, str],
    apart: Collection[str],
) -> int:
    node = partners.resolve_partner(options.name)
    if node is None:
        return 1
    pairs = brokered_pairs(partners.partnerships, sides, node, apart)
    if not pairs:
        tell(f"kg: {said('no brokered pairs', options.lang, name=partners.name(node))}")
        return 1
    if options.format == "table":
        _print_pairs(partners, node, pairs[: options.limit], sides, names)
    else:
        rows: list[tuple[Cell, ...]] = []
        for pair in pairs[: options.limit]:
            ends: list[str] = []
            for end in (pair.left, pair.right):
                ends += [partners.name(end), names[sides[end]], partners.rests_on(node, end)]
            rows.append((pair.role.value, *ends, f"{pair.left} {pair.right}"))
        columns = ("role", "one", "side", "joined by", "other", "other side", "other joined by", "ids")
        write_rows(columns, rows, options.format, language=options.lang)
    tell_hidden(partners, len(pairs), options.limit)
    return 0


def _print_pairs(
    partners: Partners, node: str, pairs: list[BrokeredPair], sides: Mapping[str, str], names: Mapping[str, str]
) -> None:
    """The pairs that a broker joins, role by role, each end with what joins it to the broker."""
    screen = console()
    screen.print(Text(partners.name(node), style="bold"))
    role = None
    for pair in pairs:
        if pair.role is not role:
            role = pair.role
            screen.print(Text(f" {partners.words.role(role)}", style="bold"))
        called = []
        lines = Table.grid(padding=(0, 1))
        for end in (pair.left, pair.right):
            name, side = partners.name(end), names[sides[end]]
            called.append(name if name == side else f"{name} [{side}]")
            lines.add_row("     ", Text(f"{name}: {partners.rests_on(node, end)}", style="dim"))
        screen.print(Text(f"   {' … '.join(called)}"))
        screen.print(lines)
