"""Topics that a sentence says something is about: names in small letters, which are looked for nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention
from kg.facts.model import Entity
from kg.facts.names.folding import lower

_LONGEST_ENDING, _LEAST_STEM = 5, 4


class Topics:
    """The project's topics by the words of their names, language by language."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        entities = list(entities)
        self._topics = {entity.id: entity for entity in entities if entity.class_name == "Topic"}
        self._names: dict[str, list[tuple[tuple[str, ...], Entity]]] = {}
        for entity in sorted(entities, key=lambda each: each.id):
            if entity.class_name == "Topic":
                for name in entity.names:
                    words = tuple(lower(name.text, name.language).split())
                    self._names.setdefault(name.language, []).append((words, entity))

    def find(self, sentence: Sentence) -> list[Mention]:
        """The topics that a sentence names, the longest where several begin with one word; none without a cue."""
        grammar, lowered = sentence.grammar, sentence.lowered
        if not any(entry.name in ("focus", "theme", "prepare") for _, entry in sentence.triggers.values()):
            return []
        told_by_table = [(words, self._topics[key]) for words, key in grammar.topics if key in self._topics]
        found: list[Mention] = []
        for at in range(len(lowered)):
            fitting = [
                (len(words), entity.id, entity)
                for words, entity in (*self._names.get(sentence.language, ()), *told_by_table)
                if self._stands(sentence, at, words)
            ]
            if fitting and not any(m.start <= sentence.words[at].start < m.end for m in found):
                length, key, entity = max(fitting, key=lambda each: (each[0], each[1]))
                found.append(self._mention(sentence, at, at + length - 1, key, entity))
        return found

    @staticmethod
    def _stands(sentence: Sentence, at: int, words: tuple[str, ...]) -> bool:
        written = sentence.lowered[at : at + len(words)]
        if len(written) < len(words):
            return False
        if sentence.grammar.code == "ru":
            return all(_one_stem(one, other) for one, other in zip(written, words, strict=True))
        last, base = written[-1], words[-1]
        ended = last.startswith(base) and (last == base or sentence.grammar.case_of(last[len(base) :]) is not None)
        return written[:-1] == words[:-1] and (ended or _one_stem(last, base))

    @staticmethod
    def _mention(sentence: Sentence, first: int, last: int, key: str, entity: Entity) -> Mention:
        start, end = sentence.words[first].start, sentence.words[last].end
        told = (lower(n.text, n.language).split()[-1] for n in entity.names if n.language == sentence.language)
        base = max(told, key=len, default=sentence.lowered[last])
        rest = sentence.lowered[last][len(base) :] if sentence.lowered[last].startswith(base) else ""
        case = sentence.grammar.case_of(rest) or ""
        return Mention(
            start, end, sentence.text[start:end], "Topic", sentence.grammar.code, "known-name", 0.9,
            (Reason.KNOWN_OBJECT,), entity=key, known=True, case=case, kind=entity.kind,
        )  # fmt: skip


def _one_stem(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone."""
    alike = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest = max(len(one), len(other)) - alike
    return one == other or (alike >= _LEAST_STEM and rest <= min(_LONGEST_ENDING, alike // 2 + 1))
