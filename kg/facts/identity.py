"""One node for a thing: names folded for look-up, and people's judgements on ids."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.facts.model import Decision, Entity, Judgement
from kg.facts.names.folding import fold, script
from kg.facts.problems import CallError, Problem

__all__ = ["Match", "NameIndex", "fold", "merge_ids"]


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
        self._by_start: dict[tuple[int, str], list[str]] = {}
        self._persons = {entity.id for entity in entities.values() if entity.class_name == "Person"}

    def exact(self, text: str) -> list[Match]:
        """Things whose id or folded name is `text`, else those that it names in another case; sorted by id.

        Endings are those of `data/endings.csv`. A bare case is tried before a possessive or a plural, and only words
        whose vowels agree with the ending are taken apart, so that look-alikes stay apart.
        """
        if text in self._ids:
            return [Match(self._ids[text], text, 1.0)]
        things = self._by_name.get(fold(text)) or self._inflected(text)
        return [Match(key, name, 1.0) for key, name in sorted(things.items())]

    def _inflected(self, text: str) -> dict[str, str]:
        """Things with a name that `text` may be a form of, to the name."""
        from kg.facts.names.forms import forms_of_words, is_womans
        from kg.facts.names.inflection import CASE, POSSESSED, join_endings

        bare = join_endings(text, "")
        if fold(bare) != fold(text) and fold(bare) in self._by_name:
            return self._by_name[fold(bare)]
        for layers in (CASE, POSSESSED):
            forms = forms_of_words(bare, layers, strict=True)
            found: dict[str, str] = {}
            for key in self._keys_like(forms):
                if all(word in known for word, known in zip(key.split(), forms, strict=True)):
                    named = self._by_name[key].items()
                    found.update((e, n) for e, n in named if e not in self._persons or not is_womans(bare, key))
            if found:
                return found
        return {}

    def _keys_like(self, forms: list[frozenset[str]]) -> list[str]:
        """The folded names of as many words that begin alike."""
        if not forms:
            return []
        if not self._by_start:
            for key in self._by_name:
                if key:
                    self._by_start.setdefault((len(key.split()), key[:2]), []).append(key)
        starts = sorted({(len(forms), form[:2]) for form in forms[0]})
        return [key for start in starts for key in self._by_start.get(start, ())]

    def near(self, text: str, limit: int = 8) -> list[Match]:
        """Things with a name that equals, holds or resembles `text`, best first."""
        folded = fold(text)
        if not folded:
            return []
        from kg.facts.names.forms import forms_of_words
        from kg.facts.names.inflection import ANY, join_endings

        best: dict[str, Match] = {}
        forms = forms_of_words(join_endings(text, ""), ANY, strict=False)
        meanings: list[frozenset[str]] = []
        if not any(_nearness(folded, forms, key) >= _HOLDS for key in self._by_name):
            meanings = _meanings(forms, script(text))
        for key, things in self._by_name.items():
            nearness = max(_nearness(folded, forms, key), _translated(meanings, key))
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


_HOLDS = 0.8
_MEANS = 0.65


def _nearness(text: str, forms: list[frozenset[str]], name: str) -> float:
    if text == name:
        return 1.0
    name_words = set(name.split())
    if forms and all(not name_words.isdisjoint(known) for known in forms):
        return _HOLDS + 0.15 * min(len(text), len(name)) / max(len(name), len(text))
    if len(text) >= 3 and text in name:
        return 0.7 + 0.15 * len(text) / len(name)
    return 0.9 * difflib.SequenceMatcher(None, text, name, autojunk=False).ratio()


def _meanings(forms: list[frozenset[str]], writing: str) -> list[frozenset[str]]:
    """For each word, the beginnings of the words of one meaning in all languages; none where a word has no meaning."""
    from kg.facts.names.forms import INFLECTING
    from kg.facts.names.lexicon import ConceptKind, read_lexicon

    lexicon = read_lexicon()
    languages = [*INFLECTING.get(writing, ()), *(["en"] if writing == "Latn" else [])]
    meanings = []
    for known in forms:
        concepts = {
            concept
            for language in languages
            for phrase in lexicon.find([sorted(known)], language)
            for concept in phrase.concepts
        }
        if not concepts or any(lexicon.kind(concept) is not ConceptKind.FUNCTION for concept in concepts):
            meanings.append(lexicon.beginnings(concepts))
    return meanings if all(meanings) else []


def _translated(meanings: list[frozenset[str]], name: str) -> float:
    """Whether a name has a word of one meaning for each word that was looked for."""
    words = name.split()
    if not meanings or not all(
        any(w.startswith(b) and len(w) - len(b) <= 5 for w in words for b in m) for m in meanings
    ):
        return 0.0
    return _MEANS + 0.1 * min(1.0, len(meanings) / len(words))


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
