"""One node for a thing: names folded for look-up, and people's judgements on ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.facts.names.directory import GRAM, Directory
from kg.facts.names.folding import fold, script
from kg.facts.problems import CallError, Problem

if TYPE_CHECKING:
    from kg.facts.model import Decision, Entity
    from kg.facts.names.hearing import Sounded
    from kg.facts.names.meanings import Senses

__all__ = ["Match", "NameIndex", "fold", "merge_ids"]


@dataclass(frozen=True)
class Match:
    """A thing that a text may name, the name that matched, and how near it is (1 is equal)."""

    entity: str
    name: str
    nearness: float


class NameIndex:
    """Looks things up by id, by any of their names, or by something near one."""

    def __init__(self, entities: Mapping[str, Entity] | Directory) -> None:
        """The names of these things, or those of a directory that was prepared."""
        self._directory = entities if isinstance(entities, Directory) else Directory.of(entities.values())

    def exact(self, text: str) -> list[Match]:
        """Things whose id or folded name is `text`, else those that it names in another case; sorted by id.

        Endings are those of `data/endings.csv`. A bare case is tried before a possessive or a plural, and only words
        whose vowels agree with the ending are taken apart, so that look-alikes stay apart.
        """
        thing = self._directory.thing_of(text)
        if thing is not None:
            return [Match(thing, text, 1.0)]
        things = self._named(fold(text)) or self._inflected(text)
        return [Match(key, name, 1.0) for key, name in sorted(things.items())]

    def _named(self, key: str) -> dict[str, str]:
        """Things that bear a folded name, to the name."""
        number = self._directory.number(key)
        return {} if number is None else {thing: name for thing, name, _ in self._directory.named(number)}

    def _inflected(self, text: str) -> dict[str, str]:
        """Things with a name that `text` may be a form of, to the name."""
        from kg.facts.names.forms import forms_of_words, is_womans
        from kg.facts.names.inflection import CASE, POSSESSED, join_endings

        bare = join_endings(text, "")
        if fold(bare) != fold(text) and (things := self._named(fold(bare))):
            return things
        for layers in (CASE, POSSESSED):
            forms = forms_of_words(bare, layers, strict=True)
            found: dict[str, str] = {}
            for number in sorted(self._directory.holding_words(forms)):
                key = self._directory.key(number)
                words = key.split()
                if len(words) == len(forms) and all(word in known for word, known in zip(words, forms, strict=True)):
                    named = self._directory.named(number)
                    found.update((e, n) for e, n, person in named if not (person and is_womans(bare, key)))
            if found:
                return found
        return {}

    def near(self, text: str, limit: int = 8) -> list[Match]:
        """Things with a name that equals, holds or resembles `text`, or sounds like it in another script, best first.

        Where there is none, those that its Latin letters equal, or that hold or resemble these.
        Of more than `_FEW` names, only those are looked at for resemblance that share most pieces with it.
        """
        found = self._near(text, limit)
        if found or script(text) == "Latn":
            return found
        from anyascii import anyascii

        return self._near(anyascii(text), limit)

    def _near(self, text: str, limit: int) -> list[Match]:
        folded = fold(text)
        if not folded:
            return []
        from kg.facts.names.forms import forms_of_words
        from kg.facts.names.hearing import Sounded
        from kg.facts.names.inflection import ANY, join_endings

        forms = forms_of_words(join_endings(text, ""), ANY, strict=False)
        bounds = self._bounds(folded, forms)
        best = self._best(bounds, limit, lambda key: _nearness(folded, forms, key))
        meanings = []
        if not any(match.nearness >= _HOLDS for match in best):
            meanings = _meanings(forms, script(text), self._directory.senses)
        translated = self._directory.holding_beginnings(meanings, _LONGEST_ENDING)
        for number in translated:
            bounds[number] = max(bounds.get(number, 0.0), _MEANS + 0.1)
        sounded = Sounded.of(folded, forms)
        sounding = self._sounding(sounded)
        for number in sounding:
            bounds[number] = max(bounds.get(number, 0.0), sounded.most(self._directory.lengths[number]))
        if not translated and not sounding:
            return best
        return self._best(
            bounds,
            limit,
            lambda key: max(_nearness(folded, forms, key), _translated(meanings, key), sounded.nearness(key)),
        )

    def _sounding(self, sounded: Sounded) -> set[int]:
        """The numbers of the names that may sound like a text in another script."""
        from kg.facts.names.hearing import chinese_key

        found = self._directory.sounding(sounded.words, sounded.keys())
        if sounded.chinese:
            found |= self._directory.sounding([()], [[chinese_key(sounded.chinese)]])
        return found

    def _bounds(self, text: str, forms: list[frozenset[str]]) -> dict[int, float]:
        """The numbers of the names that may be near a text, and how near each can be at most by its length alone."""
        directory, size = self._directory, len(text)
        lengths = directory.lengths
        if len(lengths) <= _FEW:
            alike: Iterable[int] = range(len(lengths))
        else:
            alike = directory.sharing_pieces(text, _MOST_ENTRIES, _MOST_ALIKE)
        bounds = {number: 1.8 * min(size, lengths[number]) / (size + lengths[number]) for number in alike}
        if size >= GRAM:
            for number in directory.holding_text(text):
                bounds[number] = max(bounds.get(number, 0.0), 0.7 + 0.15 * size / lengths[number])
        for number in directory.holding_words(forms):
            length = lengths[number]
            bounds[number] = 1.0 if length == size else _HOLDS + 0.15 * min(size, length) / max(size, length)
        return {number: bound for number, bound in bounds.items() if bound >= _NEAR - _ROUNDING}

    def _best(self, bounds: Mapping[int, float], limit: int, nearness_of: Callable[[str], float]) -> list[Match]:
        """The things with the nearest names; names that can be no nearer than these are not looked at."""
        best: dict[str, Match] = {}
        floor = _NEAR
        for number, bound in sorted(bounds.items(), key=lambda item: (-item[1], item[0])):
            if bound < floor - _ROUNDING:
                break
            key = self._directory.key(number)
            nearness = nearness_of(key)
            if nearness < floor:
                continue
            for entity, name, _ in self._directory.named(number):
                known = best.get(entity)
                if known is None or (-nearness, key) < (-known.nearness, fold(known.name)):
                    best[entity] = Match(entity, name, nearness)
            if len(best) >= limit:
                floor = max(floor, sorted((match.nearness for match in best.values()), reverse=True)[limit - 1])
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


_NEAR = 0.6
"""What is further off is not near."""
_ROUNDING = 1e-9
_HOLDS = 0.8
_MEANS = 0.65
_LONGEST_ENDING = 5
_FEW = 5_000
"""Of no more names than this each is compared letter by letter."""
_MOST_ENTRIES, _MOST_ALIKE = 40_000, 150
"""Of more: the names that share most pieces with a text, found in so many entries of the directory."""


def _nearness(text: str, forms: list[frozenset[str]], name: str) -> float:
    if text == name:
        return 1.0
    name_words = set(name.split())
    if forms and all(not name_words.isdisjoint(known) for known in forms):
        return _HOLDS + 0.15 * min(len(text), len(name)) / max(len(name), len(text))
    if len(text) >= 3 and text in name:
        return 0.7 + 0.15 * len(text) / len(name)
    import difflib  # only where letters are compared: it takes longer to import than a name to find

    return 0.9 * difflib.SequenceMatcher(None, text, name, autojunk=False).ratio()


def _meanings(forms: list[frozenset[str]], writing: str, senses: Senses | None = None) -> list[frozenset[str]]:
    """For each word, the beginnings of the words of one meaning in all languages; none where a word has no meaning.

    Without `senses`, by the lexicon.
    """
    from kg.facts.names.forms import INFLECTING
    from kg.facts.names.meanings import lexicon_senses

    languages = [*INFLECTING.get(writing, ()), *(["en"] if writing == "Latn" else [])]
    return (senses or lexicon_senses()).beginnings(forms, languages)


def _translated(meanings: list[frozenset[str]], name: str) -> float:
    """Whether a name has a word of one meaning for each word that was looked for."""
    words = name.split()
    if not meanings or not all(
        any(w.startswith(b) and len(w) - len(b) <= _LONGEST_ENDING for w in words for b in m) for m in meanings
    ):
        return 0.0
    return _MEANS + 0.1 * min(1.0, len(meanings) / len(words))


def merge_ids(ids: Iterable[str], decisions: Iterable[Decision], problems: list[Problem]) -> dict[str, str]:
    """Every id to the id of its node: the first, in the order of `ids`, of those judged the same.

    A judgement that contradicts the chain of the others is a problem that names the rows.
    """
    from kg.facts.model import Judgement

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
