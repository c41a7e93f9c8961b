"""Posts that the project has, and the ministry that a minister's post is of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.draft.names.told_apart import bare_name
from kg.draft.spans import Mention
from kg.facts.model import Project
from kg.facts.names.folding import fold

_DEPUTY = ("müavin", "birinci")
_SECOND = ("muavi", "vitse", "vice", "deputy", "вице", "замест", "замми", "орынбас", "yardimci", "rinbosar")
"""What the folded name of a deputy's post has."""
_SMALL = ("of", "the", "at", "for", "and", "republic")
"""English words of a post's name that say nothing of which one it is."""
_MINISTRY = ("nazirli", "vazirli", "bakanlı", "bakanli")
_MINISTRIES = ("nazirlik", "ministry", "министерств", "министрлік", "vazirlik", "bakanlık")


@dataclass(frozen=True)
class KnownPosts:
    """The posts that the project has: by folded name, and by the body that each is in."""

    by_name: Mapping[str, str]
    by_body: Mapping[str, tuple[tuple[str, str], ...]]
    """The folded names and ids of the posts of each body."""
    body_of: Mapping[str, str]
    held_by: Mapping[str, tuple[tuple[str, str], ...]]
    """The folded names and ids of the posts that each person holds."""


def known_posts(project: Project) -> KnownPosts:
    """The posts of a project's tables."""
    whole = [(n.text, e.id) for e in project.entities.values() if e.class_name == "Post" for n in e.names]
    named = [(fold(bare_name(text)), key) for text, key in whole]
    bodies: dict[str, list[tuple[str, str]]] = {}
    for fact in project.facts:
        if fact.predicate == "postIn":
            bodies.setdefault(fact.object, []).extend((name, key) for name, key in named if key == fact.subject)
    held: dict[str, list[tuple[str, str]]] = {}
    for fact in project.facts:
        if fact.predicate == "holdsPost":
            held.setdefault(fact.subject, []).extend((name, key) for name, key in named if key == fact.object)
    held_by = {person: tuple(listed) for person, listed in held.items()}
    body_of = {fact.subject: fact.object for fact in project.facts if fact.predicate == "postIn"}
    by_name = {fold(text): key for text, key in whole}
    return KnownPosts(by_name, {body: tuple(listed) for body, listed in bodies.items()}, body_of, held_by)


def own_post(person: Mention, text: str, known: KnownPosts) -> str:
    """The id of the project's post that somebody known is called by without its body: Prezident P."""
    word = fold(text)
    named = [(name, key) for name, key in known.held_by.get(person.entity, ()) if not _is_second(name)]
    told = {key for name, key in named if any(part.startswith(word) for part in name.split())}
    return told.pop() if person.known and len(told) == 1 else ""


def known_post(text: str, where: str, known: KnownPosts) -> str:
    """The id of the project's post that these words mean in this body; empty for none."""
    folded = fold(text)
    if folded in known.by_name:
        return known.by_name[folded]
    body = {*fold(where.replace("-", " ")).split(), *_SMALL}
    ours = [word[:6] for word in folded.split() if word not in body]
    for name, key in known.by_body.get(where, ()):
        theirs = [word for word in name.split() if word not in body]
        if ours and theirs and ours[-1] == theirs[-1][:6] and _is_second(folded) == _is_second(name):
            return key
    return ""


def _is_second(name: str) -> bool:
    """Whether a folded post is that of a deputy."""
    return any(word in name for word in _SECOND)


def _is_ministry(mention: Mention) -> bool:
    named = mention.known and fold(mention.name).startswith("ministry of ")
    last = fold(mention.name).rpartition(" ")[2]
    return named or mention.head.rstrip("*") in _MINISTRIES or (mention.known and last.startswith(_MINISTRY))


def ministry_of(post: str, things: Mapping[str, Mention]) -> Mention | None:
    """The ministry of the article whose name shares its field with a minister's post."""
    words = {word[:6] for word in fold(post).split() if len(word) > 4}
    best: tuple[int, Mention] | None = None
    ministries = [m for m in things.values() if m.class_name == "GovernmentBody" and _is_ministry(m)]
    if (
        len([word for word in post.split() if not word.startswith(_DEPUTY)]) == 1
    ):  # the minister, of the only ministry that was named
        return ministries[0] if len({m.entity for m in ministries}) == 1 else None
    for mention in ministries:
        fields = {word[:6] for word in fold(mention.name).split() if len(word) > 4}
        own = (word for word in words & fields if not word.startswith(("minis", "nazir", "vazir", "bakan", "минис")))
        shared = sum(1 for _ in own)
        if shared and (best is None or shared > best[0]):
            best = shared, mention
    return best[1] if best else None
