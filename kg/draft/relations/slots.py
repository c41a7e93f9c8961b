"""Who fills which part of a relation: by case and word order, in each language after its own way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.draft.language.clauses import (
    acts_together,
    is_infinitive,
    joined_before,
    nominalised,
    object_of_relative,
)
from kg.draft.relations.choosing import PLACES
from kg.draft.relations.filled import NOBODY, Filled
from kg.draft.relations.kazakh_hosts import holds_only, is_told_by_people
from kg.draft.relations.uzbek_ends import UzbekEnds
from kg.draft.spans import Mention

_APPOSED = re.compile(r", (?:an?|the) [\w\s-]{3,50}")
_OF_PEOPLE = ("participate", "join", "speak", "come", "say", "represent", "sign")
_HELD = ("hold", "organise")
_TOGETHER = ("establish", "open", "launch", "form", "operate", "prepare", "organise", "hold")


class Slots(UzbekEnds):
    """Fills the slots of one trigger of one sentence."""

    def fill(self, slots: Iterable[str], classes: Sequence[str]) -> Filled:
        """What fills the first of these slots that anything fills, of these classes."""
        for slot in slots:
            filled: Filled = getattr(self, f"_{slot}")(classes)
            if filled.mentions:
                return filled
        return NOBODY

    def _agent(self, classes: Sequence[str]) -> Filled:
        voice = self._trigger.voice
        if self._is_subject_matter:
            return NOBODY
        if voice in ("passive", "participle", "noun"):
            marks = ("by",) if voice == "noun" else ("by", "founder")
            together = ("together",) if self._trigger.frame == "form" else ()
            told = self._fitting(self._free, (*marks, *together), classes)
            if self._code == "en" and self._trigger.entry.words.endswith(" by"):
                told = [m for m in told if m.start >= self._trigger.end]
            if self._code in ("az", "tr"):  # açılan X, Y tarafından işletilecek
                told = [m for m in told if m.end <= self._trigger.start]
            if not told and self._last and voice != "noun" and self._trigger.frame in _TOGETHER:
                told = self._fitting(self._before, ("together",), classes)  # X va Y hamkorligida yaratildi
            if not told and self._code == "kk" and self._trigger.frame in _HELD:  # X Y-мен бірлесе отырып, … өтті
                both = [m for m in self._fitting(self._before, ("with",), classes) if not self._crosses(m)]
                told = both if len(both) > 1 and acts_together(self._sentence, both[-1]) else []
                return Filled(tuple(told), True)
            filled = self._nearest([m for m in told if not self._crosses(m)], True)
            return self._with_joined(filled, classes) if self._last else filled
        if voice == "state" or voice == "active":
            if self._last:
                word = self._sentence.lowered[self._trigger.last]
                if self._code == "uz" and (person := self._described_person()) is not None:
                    return Filled((person,), True) if self._is(person, classes) else NOBODY
                if (
                    re.search(r"(?:ən|an|en|mış|miş|muş|müş|ған|ген|қан|кен|gan|атын|етін|тын|тін)\Z", word)
                    and (one := self._attributive) is not None
                    and self._is(one := self._holder(one, classes), classes)
                    and not self._object_follows
                ):
                    alone = self._code in ("az", "kk") and self._trigger.frame == "locate"  # Таразда орналасқан X пен Y
                    return self._with_group(one, [m for m in self._after if self._is(m, classes) and not alone], True)
                described = self._code == "kk" and self._trigger.frame == "focus" and word.endswith(("тын", "тін"))
                if described and self._sentence.text[self._trigger.end : self._trigger.end + 2][1:].islower():
                    return NOBODY  # робототехникамен айналысатын балалар
                if self._code == "kk" and self._object_follows:
                    return self._nearest(self._fitting(self._before, ("nom",), classes), True)
                return self._subject_last(classes)
            filled = self._subject_middle(classes)
            return self._with_joined(filled, classes) if voice == "active" else filled
        return NOBODY

    def _subject_last(self, classes: Sequence[str]) -> Filled:
        if self._describes_object:
            told = [m for m in self._all if m.end <= self._trigger.start and "gen" in (m.mark, m.case)]
            told = [m for m in told if self._is(m, classes) and not self._crosses(m)]
            near = self._nearest(told, True).mentions
            if near and self._code == "tr":
                return self._with_joined(Filled(near, True), classes)
            return Filled(near or self._nearest(self._fitting(self._before, ("nom",), classes), True).mentions, True)
        if nominalised(self._sentence.lowered[self._trigger.last], self._code):
            owners = [m for m in self._all if m.end <= self._trigger.start and (m.mark == "gen" or m.case == "gen")]
            owners = [m for m in owners if m.mark != "besides"]  # Belediye'nin ardından
            if self._code == "tr":  # X Birliği'nin Genel Sekreteri P, … aldığını söyledi
                posts = {m.post_of for m in self._all if m.class_name == "Person" and m.post_of}
                owners = [m for m in owners if not (m.inner and m.entity in posts)]
            if self._code == "kk":
                owners = [m for m in owners if m.mark != "within"]  # форумның отырысында
            own = [m for m in owners if self._is(m, classes) and not self._crosses(m)]
            if self._code != "kk":  # Kazakistan'ın X şirketi: what only owns another name is no subject
                own = [m for m in own if not any(other.owner is m for other in self._all)]
            if self._code == "az":  # X şurasının katibi Y universitetin … təmsil olunduğunu deyib
                own = [m for m in own if not m.inner] or own
            if self._code == "uz" and not own:  # … klasteri … tashabbusiga qoʻshilganini aytdi
                own = self._clause(self._fitting(self._before, ("nom",), classes))[-1:]
            if not own and self._code in ("az", "tr"):  # X … qoşulduğunu açıqlayıb: of itself
                same = [m for m in self._clause(self._fitting(self._before, ("nom",), classes)) if not self._crosses(m)]
                return self._with_group(same[0] if same else None, same, False)
            if own or self._code != "kk":
                return self._with_group(own[0] if own else None, [], True)
        told = self._reported(self._clause(self._fitting(self._before, ("nom",), classes)))
        if self._code == "uz" and told and "Person" not in classes and "Agent" not in classes and self._by_person():
            return NOBODY  # X vakolatxona ochdi, uni P boshqaradi
        if self._code == "uz":
            told = self._not_of_participles(told)
        told = self._after_dash([m for m in told if not self._only_tells_of_person(m)])
        told = self._of_own_clause(told)
        told = [m for m in told if not self._owns_next_word(m)] or told
        told = [m for m in told if not self._is_said_to_be(m) and not self._holds(m)]
        if not told and self._code == "kk" and self._trigger.frame in _TOGETHER:
            both = [m for m in self._fitting(self._before, ("with",), classes) if not self._crosses(m)]
            if len(both) > 1 and acts_together(self._sentence, both[-1]):
                return Filled(tuple(both), True)  # X пен Y-пен бірлесе отырып, … өткізді
        if not told:
            return self._spoken_for(classes)
        later = [m for m in told if not self._crosses(m)]
        if later and later != told and self._sentence.text[: self._trigger.start].count(",", later[0].start) == 0:
            told = later if self._comma_before(later[0]) or self._after_verb(later[0]) else told
        first = told[0]
        if first.class_name == "Person" and self._code == "tr" and self._trigger.frame in ("participate", "speak"):
            together = [m for m in self._before if m.class_name == "Person" and m.mark in ("nom", "with", "besides")]
            return Filled(tuple(m for m in together if not self._crosses(m)) or (first,), True)
        sent = [m for m in told if m.is_sent]  # X nazirliyinin nümayəndələri, Y-nin rektoru P
        if sent and self._trigger.frame == "participate":
            return Filled((*sent, *(m for m in told if m.class_name == "Person")), True)
        if first.class_name == "Person":  # A, head of B, and C, head of D, took part
            sent = [m for m in told if is_told_by_people(self._sentence, m)]  # … министрлігінің өкілдері
            people = tuple(m for m in told if m.class_name == "Person" or m in sent)
            return Filled((*self._with_others(first), *people), True)
        return self._with_joined(self._with_group(first, told, True), classes)

    def _holder(self, body: Mention, classes: Sequence[str]) -> Mention:
        """The person whose post a body after an Azerbaijani participle belongs to: tədbirə qatılan X-in rektoru P."""
        if self._code != "az" or self._trigger.frame not in _OF_PEOPLE:
            return body
        told = (m for m in self._all if m.class_name == "Person" and 0 <= m.begins <= body.start < m.start)
        return next((m for m in told if self._is(m, classes)), body)

    def _stands_right_before(self, mention: Mention) -> bool:
        return not self._sentence.text[mention.end : self._trigger.start].strip(' »”"')

    def _made_beside(self, told: Sequence[Mention]) -> Mention | None:
        """What an Azerbaijani verb makes that stands right before it, its maker before: X Gəncədə Y Mərkəzi qurub."""
        last = told[-1] if told and self._code == "az" and self._trigger.frame in ("establish", "open") else None
        if last is None or not self._stands_right_before(last):
            return None
        makers = [m for m in self._before if m.mark == "nom" and m.end <= last.start and m.group != last.group]
        return last if any(self._is(m, ("Agent",)) and m.class_name not in PLACES for m in makers) else None

    def _holds(self, mention: Mention) -> bool:
        return holds_only(self._sentence, mention, self._trigger, self._others, self._free)

    def unsaid_subject(self, topic: Mention, classes: Sequence[str]) -> Filled:
        """What the sentences before were about, where a sentence has no subject: Sonra X ilə birgə çalışıb."""
        free = self._code == "az" and self._is(topic, classes) and not self._fitting(self._before, ("nom",), ("Agent",))
        return Filled((topic,), False) if free else NOBODY

    def _with_joined(self, filled: Filled, classes: Sequence[str]) -> Filled:
        """What fills a slot, and who does it with them: X ile Y kurdu; X ilə Y tərəfindən."""
        if self._trigger.frame not in _TOGETHER or not filled.mentions:
            return filled
        free = [m for m in self._free if self._is(m, classes) and not self._crosses(m) and m not in filled.mentions]
        partners = [m for m in free if acts_together(self._sentence, m)]
        if partners:
            group = self._nearest(partners, True).mentions[0].group  # together with A and B: both
            return Filled((*filled.mentions, *(m for m in free if m.group == group)), filled.by_case)
        joined = joined_before(self._sentence, filled.mentions[0], self._free)
        return Filled((joined, *filled.mentions), filled.by_case) if joined and self._is(joined, classes) else filled

    def _subject_middle(self, classes: Sequence[str]) -> Filled:
        if self._relative is not None:
            return self._with_group(self._relative if self._is(self._relative, classes) else None, [], True)
        told = self._of_main_clause(self._clause(self._fitting(self._before, ("nom",), classes)))
        if self._code == "en" and told and self._is_persons_act(told):
            return NOBODY
        if told:
            return self._listed(self._nearest(told, False), told)
        if self._code == "en" and self._trigger.frame in ("speak", "participate") and self._trigger.first < 2:
            later = self._fitting(self._after, ("nom",), classes)  # Speaking at the forum, X said
            return self._nearest([m for m in later if "," in self._sentence.text[self._trigger.end : m.start]], False)
        if self._code == "ru":
            later = self._fitting(self._after, ("nom",), classes)
            return self._listed(self._nearest(later, False), later)
        return NOBODY

    def _is_persons_act(self, told: Sequence[Mention]) -> bool:
        """Whether a person stands nearer to the verb than those who may do what it says: X left A; he now heads B."""
        start = self._trigger.start
        people = [m for m in self._before if m.class_name == "Person" and m.mark == "nom" and m.end <= start]
        last = max((m.end for m in told), default=0)
        near = [m for m in people if m.start >= last and "," not in self._sentence.text[m.end : start]]
        return bool(near) and not any(m.class_name == "Person" for m in told)

    def _listed(self, filled: Filled, told: Sequence[Mention]) -> Filled:
        """All persons of a list of which one took part, posts between them: P, head of A, and Q attended."""
        if self._trigger.frame not in ("participate", "speak") or not filled.mentions:
            return filled
        if any(m.class_name != "Person" for m in filled.mentions):
            return filled
        people = [m for m in told if m.class_name == "Person" and not self._crosses(m)]
        return Filled(tuple(self._clause(people)), filled.by_case) if people else filled

    def _patient(self, classes: Sequence[str]) -> Filled:
        voice = self._trigger.voice
        if voice == "participle":
            before = [m for m in self._free if m.end <= self._trigger.start]
            if (
                self._code == "ru"
                and before
                and self._sentence.text[before[-1].end : self._trigger.start].strip('»" ') == ","
            ):
                fits = self._is(before[-1], classes)  # Центр …, созданный по инициативе …
                return self._with_group(before[-1] if fits else None, [], True)
            if self._last or (self._code == "ru" and self._attributive is not None):
                one = self._attributive
                return self._with_group(one if one is not None and self._is(one, classes) else None, [], True)
            told = self._fitting(self._before, ("nom", "acc", "by", "gen", "in", "dat"), classes)
            if not self._before:  # Founded by A in 2022, B has …
                later = self._fitting(self._after, ("nom",), classes)
                return self._nearest(later, False)
            text = self._sentence.text
            near = [m for m in told if self._trigger.start - m.end < 12]
            apposed = [m for m in told if _APPOSED.fullmatch(text[m.end : self._trigger.start])]
            return self._nearest(near or apposed, False)
        if voice == "noun":
            if self._last:
                return self._nearest(self._fitting(self._before, ("gen", "nom"), classes), True)
            return self._nearest(self._fitting(self._after, ("gen", "of", "nom"), classes), True)
        if voice == "passive":
            if self._last:
                word = self._sentence.lowered[self._trigger.last]
                one = self._attributive
                if (
                    re.search(
                        r"(?:ən|an|en|mış|miş|muş|müş|caq|cək|cak|cek|ған|ген|қан|кен|gan|атын|етін|тін|тын)\Z", word
                    )
                    and one is not None
                    and self._is(one, classes)
                ):
                    return self._with_group(one, [], True)
                told = self._fitting(self._before, ("nom", "acc"), classes) or self._fitting(
                    self._before, ("gen",), classes
                )
                return self._nearest(told, True)
            if self._relative is not None:
                return self._with_group(self._relative if self._is(self._relative, classes) else None, [], True)
            near = (
                [m for m in self._fitting(self._after, ("nom",), classes) if m.start - self._trigger.end < 40]
                if self._code == "ru"
                else []
            )
            told = self._clause(self._fitting(self._before, ("nom",), classes))
            return self._nearest(near or (self._of_main_clause(told) if self._code == "ru" else told), False)
        if self._describes_object:
            one = self._attributive
            return self._with_group(one if one is not None and self._is(one, classes) else None, [], True)
        if self._last:
            told = self._fitting(self._before, ("acc",), classes)
            if not told and self._trigger.entry.length > 1 and self._takes_dative:
                told = self._fitting(self._before, ("dat",), classes)  # дастурига асос солди
            if not told and self._trigger.entry.length > 1 and self._code in ("kk", "uz"):
                told = self._fitting(self._before, ("gen",), classes)  # бағдарламасының негізін қалады
            if told and not self._has_other_object(told):
                return self._nearest(told, True)
            if told or self._describes_noun:
                before = [m for m in self._before_dash() if self._is(m, classes)]
                return NOBODY if told else self._nearest(before, False)
            if self._object_follows and (one := self._attributive) is not None:
                return self._with_group(one if self._is(one, classes) else None, [], True)
            if self._code == "uz" and self._makes_unnamed():
                return NOBODY
            told = self._fitting(self._before, ("nom",), classes)
            if self._code in ("az", "tr") and not is_infinitive(self._sentence.lowered[self._trigger.last], self._code):
                # a name that is a finite verb's object has its ending, where a head shows it
                made = self._made_beside(told)
                told = [
                    m for m in told if m is made or not (m.rule.startswith("head-") and self._is(m, ("Organisation",)))
                ]
            if self._code in ("kk", "uz") and told and told[-1].rule == "described" and told[-1] is self._before[-1]:
                return self._with_group(told[-1], [], False)  # бірлескен зертхана ашуды көздейді
            if self._code == "az" and told and told[-1].rule == "described" and self._stands_right_before(told[-1]):
                return self._with_group(told[-1], [], True)  # X Gəncədə filial açıb
            subject = self._subject_last(("Agent",)).mentions
            return self._nearest([m for m in told if m not in subject], False)
        head = object_of_relative(self._sentence, self._trigger.first, self._free)
        if head is not None:
            return self._with_group(head if self._is(head, classes) else None, [], True)
        fronted = self._fitting(self._before, ("acc",), classes) if self._code == "ru" else []
        if fronted and not self._fitting(self._before, ("nom",), ("Agent",)):
            return self._nearest(fronted, True)
        told = self._fitting(self._after, ("nom", "acc", "of"), classes)
        return self._nearest([m for m in told if m.start - self._trigger.end < 90], False)
