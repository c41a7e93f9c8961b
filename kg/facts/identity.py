"""One node for a thing: names folded for look-up, and people's judgements on ids."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.facts.model import Decision, Entity, Judgement
from kg.facts.problems import CallError, Problem

# Letters that NFKD leaves whole though readers type them plainly (Azerbaijani, Turkish, Kazakh Latin …).
_PLAIN = str.maketrans({"ı": "i", "ə": "e", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
# Apostrophes of Uzbek and Kazakh Latin (oʻ, gʻ) and of inflected acronyms.
_APOSTROPHES = frozenset("'`´‘’ʻʼʹ′")


def fold(name: str) -> str:
    """A name as it is compared: case, accents, quotation marks and punctuation do not matter.

    >>> fold("İqtisadiyyat Nazirliyi") == fold("IQTISADIYYAT NAZIRLIYI")
    True
    >>> fold('"SOCAR  Polymer"')
    'socar polymer'
    """
    lowered = name.replace("İ", "i").replace("I", "i").casefold().translate(_PLAIN)
    letters: list[str] = []
    for character in unicodedata.normalize("NFKD", lowered):
        if character in _APOSTROPHES:
            continue
        if unicodedata.combining(character) and not _is_letter_mark(letters, character):
            continue
        letters.append(character if character.isalnum() or unicodedata.combining(character) else " ")
    return " ".join(unicodedata.normalize("NFC", "".join(letters)).split())


def _is_letter_mark(letters: list[str], mark: str) -> bool:
    """Cyrillic й and ї are letters of their own, not и and і with an accent."""
    return bool(letters) and (letters[-1], mark) in {("и", "\u0306"), ("і", "\u0308")}


@dataclass(frozen=True)
class Match:
    """A thing that a text may name, the name that matched, and how near it is (1 is equal)."""

    entity: str
    name: str
    nearness: float


class NameIndex:
    """Looks things up by id, by any of their names, or by something near one."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._ids = {key: entity.id for entity in entities.values() for key in entity.ids}
        by_name: dict[str, dict[str, str]] = defaultdict(dict)
        for entity in entities.values():
            for name in entity.names:
                by_name[fold(name.text)].setdefault(entity.id, name.text)
        self._by_name = {key: by_name[key] for key in sorted(by_name)}

    def exact(self, text: str) -> list[Match]:
        """Things whose id or folded name is `text`, sorted by id."""
        if text in self._ids:
            return [Match(self._ids[text], text, 1.0)]
        return [Match(key, name, 1.0) for key, name in sorted(self._by_name.get(fold(text), {}).items())]

    def near(self, text: str, limit: int = 8) -> list[Match]:
        """Things with a name that equals, holds or resembles `text`, best first."""
        folded = fold(text)
        if not folded:
            return []
        best: dict[str, Match] = {}
        for key, things in self._by_name.items():
            nearness = _nearness(folded, key)
            if nearness < 0.6:
                continue
            for entity, name in things.items():
                if entity not in best or nearness > best[entity].nearness:
                    best[entity] = Match(entity, name, nearness)
        return sorted(best.values(), key=lambda match: (-match.nearness, match.entity))[:limit]

    def resolve(self, text: str) -> str:
        """The id of the one thing that `text` names.

        Raises CallError, which lists the candidates, where it names none or several.
        """
        matches = self.exact(text)
        if len(matches) == 1:
            return matches[0].entity
        what = f"'{text}' names several things" if matches else f"nothing is named '{text}'"
        candidates = matches or self.near(text)
        if not candidates:
            raise CallError(f"{what}. Look for it with: kg find NAME")
        listed = "\n".join(f"  {match.entity}  ({match.name})" for match in candidates)
        raise CallError(f"{what}. Did you mean one of these? Give its id:\n{listed}")


def _nearness(text: str, name: str) -> float:
    if text == name:
        return 1.0
    words, name_words = set(text.split()), set(name.split())
    if words <= name_words:
        return 0.8 + 0.15 * len(text) / max(len(name), len(text))
    if len(text) >= 3 and text in name:
        return 0.7 + 0.15 * len(text) / len(name)
    return 0.9 * difflib.SequenceMatcher(None, text, name, autojunk=False).ratio()


def merge_ids(ids: Iterable[str], decisions: Iterable[Decision], problems: list[Problem]) -> dict[str, str]:
    """Every id to the id of its node: the first, in the order of `ids`, of those judged the same.

    A judgement that contradicts the chain of the others is a problem that names the rows.
    """
    order = {key: index for index, key in enumerate(ids)}
    parent = {key: key for key in order}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    decisions = list(decisions)
    same = [decision for decision in decisions if decision.judgement is Judgement.SAME]
    for decision in same:
        first, second = sorted((root(decision.left), root(decision.right)), key=order.__getitem__)
        parent[second] = first
    for decision in decisions:
        if decision.judgement is Judgement.DIFFERENT and root(decision.left) == root(decision.right):
            node = root(decision.left)
            lines = [str(other.row.line) for other in same if root(other.left) == node]
            text = (
                f"'{decision.left}' and '{decision.right}' are judged different here, "
                f"but the same by line{'s' if len(lines) > 1 else ''} {', '.join(lines)}"
            )
            problems.append(Problem(decision.row.file, decision.row.line, text, "Correct one of these judgements."))
    return {key: root(key) for key in order}
