"""Who fills which part of a relation in Uzbek, where participles, bare objects and persons show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.clauses import describes_noun, stands_near
from kg.draft.relations.ends import OtherEnds
from kg.draft.relations.filled import NOBODY, Filled
from kg.draft.spans import Mention

_REPORTER = re.compile(r"[\s»”]*(?:muxbir|jurnalist|kanal|sayt|nashr|мухбир)")
_OF_POST = 6


class UzbekEnds(OtherEnds):
    """What an Uzbek sentence shows beside cases and order."""

    def _informer(self, classes: Sequence[str]) -> Filled:
        """Who told the news agency, in Uzbek in its own way."""
        return self._uzbek_informer() if self._code == "uz" else super()._informer(classes)

    def _uzbek_informer(self) -> Filled:
        """Who told the agency: a person before it in whatever case or right after the verb, else a body before it."""
        agency = next((m for m in self._free if m.class_name == "NewsAgency"), None)
        if agency is None or agency.mark not in ("dat", "nom", "acc"):
            return NOBODY
        if agency.mark != "dat" and _REPORTER.match(self._sentence.text[agency.end : agency.end + 24]) is None:
            return NOBODY
        before = [m for m in self._all if m.end <= agency.start and m.mark in ("nom", "gen", "abl", "behalf")]
        people = [m for m in self._all if m.class_name == "Person" and m.end <= self._trigger.start]
        people = [m for m in people if m.mark in ("nom", "gen", "abl")]
        if people:
            return Filled((people[-1],), True)
        after = [m for m in self._all if self._trigger.end <= m.start and m.class_name == "Person" and m.mark == "nom"]
        after = [m for m in after if len(self._sentence.text[self._trigger.end : m.start].split()) <= _OF_POST]
        bodies = [m for m in before if self._is(m, ("Organisation",)) and m.class_name != "NewsAgency"]
        return Filled(tuple(after[:1] or bodies[-1:]), True)

    def _not_of_participles(self, told: list[Mention]) -> list[Mention]:
        """Those that are no subject of a participle between: SOCAR uyushtirgan «Demo» tanlovida qatnashgan."""
        if describes_noun(self._sentence, self._trigger.last):
            near = [m for m in told if not self._crosses(m)]
            return near[-1:] if near and not self._near_object(near[-1]) else told
        inner = {
            id(m) for v in self._others if v.end <= self._trigger.start and describes_noun(self._sentence, v.last)
            for m in told if m.end <= v.start and stands_near(self._sentence, m, v.first) and v.voice == "active"
        }  # fmt: skip
        return [m for m in told if id(m) not in inner]

    def _near_object(self, mention: Mention) -> bool:
        """Whether a comma parts a mention from the participle, so that it may be of another clause."""
        return "," in self._sentence.text[mention.end : self._trigger.start]

    def _makes_unnamed(self) -> bool:
        """Whether a noun that names nothing stands right before the verb as its object: yangi zavod ochdi."""
        at, sentence = self._trigger.first - 1, self._sentence
        if at < 0 or sentence.gap(at, at + 1).strip() or sentence.words[at].is_capital:
            return False
        form = sentence.grammar.form(sentence.lowered, at, "heads")
        taken = any(m.start <= sentence.words[at].start < m.end for m in self._all)
        return form is not None and not form.possessed and form.case in ("", "acc") and not taken

    def _joins_participle(self) -> bool:
        """Whether «and» stands right after a participle."""
        words, last = self._sentence.lowered, self._trigger.last
        return words[last].endswith("gan") and last + 1 < len(words) and words[last + 1] in ("va", "hamda")

    def _described_person(self) -> Mention | None:
        """The person whom a participle, or several that «and» joins, tells of: X ga asos solgan va uni boshqargan P."""
        if not describes_noun(self._sentence, self._trigger.last) and not self._joins_participle():
            return None
        person = next((m for m in self._after if m.class_name == "Person" and m.start < m.end), None)
        if person is None or person.mark not in ("nom", "gen", "with", "between", "by"):
            return None
        last = self._sentence.index_from(person.start) - 1
        gap = self._sentence.text[self._trigger.end : person.start]
        ended = last == self._trigger.last or any(other.last == last for other in self._others)
        told = all(word.islower() for word in gap.split())
        return person if ended and told and not re.search(r"[,;:.()]", gap) else None

    def _by_person(self) -> bool:
        """Whether a person without a case stands right before the verb, in a clause of its own."""
        last = self._before[-1] if self._before else None
        if last is None or last.class_name != "Person" or last.mark != "nom":
            return False
        near = not self._sentence.text[last.end : self._trigger.start].strip()
        return near and any(self._after_verb(last) or self._crosses(m) for m in self._before if m is not last)
