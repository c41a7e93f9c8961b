"""How the one who fills a part of a relation is chosen among the mentions of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.draft.language.clauses import describes_object, in_aside, relative_of
from kg.draft.reading import ReadSentence
from kg.draft.relations.azerbaijani_marks import is_no_name
from kg.draft.relations.filled import NOBODY, Filled
from kg.draft.relations.kazakh_hosts import FULL_VERB, is_body_of, says_of_next, says_what_for
from kg.draft.relations.kazakh_marks import without_post_dashes
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_NEAR, _OF_GUESTS = 45, 100
_THAT = re.compile(r"\b(?:ki|said that|что|told \w+ that)\b,?", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:[ғқ]ан|[гк]ен|[аеый]тын|етін|йтін|gan|moqchi|[её]тган|ган)\Z")
_AND_DOES = re.compile(r"\A və [^,;:.]*\w(?:an|ən)\s")
"""A second participle of the same name: quran və işlədən X."""
_DASH = re.compile(r"\s[–—-]\s")
_ACCUSATIVE = {
    "kk": re.compile(r"(?<!жұмы)(?<!..қызметі)..(?:[ндт][ыі]|(?<!жұмы)сын|сін)\Z"),
    "uz": re.compile(r"(?<!ish)(?<!ishi)(?<!faoliyati)(?:ni|ни)\Z"),
}
"""What an object ends in, but for words that take up the one before: its work."""
_INFINITIVE = re.compile(r"у(?:ды|ді|ға|ге|дың|дің)?\Z")
_INFLECTED = re.compile(r"\w{3}(?:n[ıiuü]n|s[ıi]n[əadı]|il[əa]|[ıiuü]nd[əa]|[ıiuü]nd[əa]n|lər[ıi]n|lar[ıi]n)\Z|\Aheyət")
"""What an Azerbaijani noun in a case ends in, which a participle before it describes."""
PLACES = ("City", "Country", "Region", "Place", "IndustrialPark")


class Choice:
    """The mentions around one trigger of one sentence, and the ways to choose among them."""

    def __init__(self, read: ReadSentence, trigger: Trigger, schema: Schema, others: Sequence[Trigger] = ()) -> None:
        self._sentence = read.sentence
        self._trigger = trigger
        self._schema = schema
        self._others = [other for other in others if other is not trigger and other.voice not in ("noun", "role")]
        if read.sentence.grammar.code in ("az", "tr") and trigger.frame != "cooperate":
            self._others = [other for other in self._others if other.frame != "cooperate"]  # … ile iş birliği içinde
        if read.sentence.grammar.code == "kk":  # 125 жылдығына арналған конференция
            self._others = [v for v in self._others if not says_what_for(read.sentence, v)]
        self._last = read.sentence.grammar.verb_last
        self._code = read.sentence.grammar.code
        words = read.sentence.words
        reach = (
            _OF_GUESTS if self._code in ("az", "kk") and trigger.frame in ("participate", "speak", "come") else _NEAR
        )
        low = words[max(0, trigger.first - reach)].start
        high = words[min(len(words) - 1, trigger.last + _NEAR)].end
        self._all = [m for m in read.mentions if m.end >= low and m.start <= high]
        self._free = [m for m in self._all if not m.inner and m.acts_at(trigger.start)]
        self._before = [m for m in self._free if m.start < trigger.start or m.start == m.end == trigger.start]
        self._after = [m for m in self._free if m.start >= trigger.end]
        self._relative = relative_of(read.sentence, trigger.first, self._free)

    @property
    def _is_subject_matter(self) -> bool:
        """Whether the verb only says what an agreement is about: зертхана құру туралы келісім."""
        at, words = self._trigger.last + 1, self._sentence.lowered
        mark = self._sentence.grammar.marks.at(words, at) if self._last and at < len(words) else None
        if self._code == "kk" and words[at : at + 1] and words[at] in ("жөніндегі", "жөнінде", "мақсатында"):
            return True  # орталық ашу жөніндегі бастама
        return mark is not None and mark[1].name == "about"

    def _fitting(self, mentions: Iterable[Mention], marks: Iterable[str], classes: Sequence[str]) -> list[Mention]:
        marks = tuple(marks)
        return [m for m in mentions if m.mark in marks and self._is(m, classes)]

    def _is(self, mention: Mention, classes: Sequence[str]) -> bool:
        return any(self._schema.is_a(mention.class_name, name) for name in classes)

    def _with_group(self, one: Mention | None, mentions: Sequence[Mention], by_case: bool) -> Filled:
        if one is None:
            return NOBODY
        return Filled(tuple(m for m in mentions if m.group == one.group) or (one,), by_case)

    def _nearest(self, mentions: Sequence[Mention], by_case: bool) -> Filled:
        """The group that stands nearest to the trigger."""
        start, end = self._trigger.start, self._trigger.end
        one = min(mentions, key=lambda m: (start - m.end if m.start < start else m.start - end, m.start), default=None)
        return self._with_group(one, mentions, by_case)

    def _clause(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Those that no full verb or semicolon parts from the trigger; all, where that leaves none."""
        text = self._sentence.text
        kept = [
            m
            for m in mentions
            if not re.search(
                r";|[»”]?, (?:\w+ )?(?:bildirib|said|сообщил)",
                text[min(m.end, self._trigger.end) : max(m.start, self._trigger.start)],
            )
        ]
        return kept or list(mentions)

    def _of_main_clause(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Those that stand in no relative clause that ends before the trigger: X, который создал Y, открылся."""
        return [m for m in mentions if not in_aside(self._sentence, m, self._trigger.start)]

    def _reported(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Those that stand in what is reported, where a «that» parts it from who reports: X said that …"""
        text = self._sentence.text
        if not mentions:
            return []
        start = self._trigger.start
        that = [m.end() for m in _THAT.finditer(text, self._sentence.start, start)]
        return [m for m in mentions if m.start >= that[-1]] if that else list(mentions)

    @property
    def _attributive(self) -> Mention | None:
        """The thing that a participle before it describes: 2021-ci ildə yaradılmış Mərkəz."""
        first = next((m for m in sorted(self._all, key=lambda m: m.start) if m.start >= self._trigger.end), None)
        if first is None or (self._code == "ru" and first.mark == "by" and self._trigger.voice == "participle"):
            return None  # центр, созданный X-ом
        if self._code == "kk":  # Таразда өткен кеңестің отырысы
            first = next((m for m in self._all if m.owner is first and self._is(m, ("Event",))), first)
        after = self._trigger.last + 1
        words, grammar = self._sentence.words, self._sentence.grammar
        apart = self._last and after < len(words) and words[after].end <= first.start
        owner = first.owner if self._code == "kk" else None  # өткен Үкімет отырысында
        apart = apart and not (owner is not None and owner.start <= words[after].start < owner.end)
        head = grammar.form(self._sentence.lowered, after, "heads") if apart else None
        if head is not None and (self._code not in ("az", "tr") or head.case or head.possessed):
            return None  # 2023'te kurulan ağın …; but: ağa katılan kurum X oldu
        if is_no_name(self._sentence, first, self._trigger.frame, is_place=first.class_name in PLACES):
            return None
        begins = first.owner.start if self._code == "kk" and first.owner is not None else first.start
        begins = first.begins if self._code == "az" and first.begins >= self._trigger.end else begins
        gap = self._sentence.text[self._trigger.end : max(begins, self._trigger.end)]
        gap = _AND_DOES.sub(" ", gap) if self._code == "az" else gap
        if self._code == "az" and any(_INFLECTED.search(word) for word in gap.split()):
            return None  # rəhbərlik etdiyi nümayəndə heyətilə X-də
        return first if len(gap.split()) <= 3 and not re.search(r"[,;:.]", gap) else None

    @property
    def _object_follows(self) -> bool:
        """Whether what follows a participle is its object, since its clause has none: X негізін қалаған Y."""
        word = self._sentence.lowered[self._trigger.last]
        if self._code not in ("kk", "uz") or self._trigger.voice != "active" or not _PARTICIPLE.search(word):
            return False
        near = [m for m in self._before if not self._crosses(m)]
        objects = ("acc", "dat", "gen") if self._trigger.entry.length > 1 else ("acc",)
        return any(m.mark in ("nom", "gen") and m.class_name not in PLACES for m in near[-1:]) and not any(
            m.mark in objects for m in near if m is not near[-1] or m.mark != "gen"
        )

    def _comma_before(self, mention: Mention) -> bool:
        """Whether a clause of its own begins right before a mention: X …, Y isə …"""
        return self._sentence.text[: mention.start].rstrip(' «“"').endswith(",")

    def _after_verb(self, mention: Mention) -> bool:
        """Whether a verb and then a comma stand before a mention: X … жүзеге асырады, ал Y … үйлестіреді."""
        text = self._sentence.text
        return any(v.end <= mention.start and "," in text[v.end : mention.start] for v in self._others)

    def _crosses(self, mention: Mention) -> bool:
        """Whether another verb stands between a mention and the trigger: opened in Baku, is operated by X."""
        low, high = min(mention.end, self._trigger.end), max(mention.start, self._trigger.start)
        between = [other for other in self._others if low <= other.start and other.end <= high]
        return any(not says_of_next(self._sentence, mention, self._trigger, other) for other in between)

    def _other_clause(self, place: Mention) -> bool:
        """Whether a comma and another subject part a place from the trigger: Founded in 2018, X is the largest in …"""
        if self._last or place.start < self._trigger.end:
            return False
        inside = [m for m in self._after if m.end <= place.start and m.mark == "nom" and m.class_name not in PLACES]
        return any("," in self._sentence.text[self._trigger.end : m.start] for m in inside)

    @property
    def _takes_dative(self) -> bool:
        """Whether the verb's object may stand in the dative: дастурига асос солди."""
        return self._trigger.frame in ("establish", "launch", "head") or self._code in ("kk", "uz")

    def _after_dash(self, mentions: list[Mention]) -> list[Mention]:
        """Those after the dash of a sentence that says what something is: X – Y құрған парк."""
        if self._code not in ("kk", "uz"):
            return mentions
        text, start = self._sentence.text, self._trigger.start
        kept = [m for m in mentions if not _DASH.search(text[m.end : start])]
        if self._code == "kk" and len(kept) < len(mentions):
            text = without_post_dashes(text, mentions)
            kept = [m for m in mentions if not _DASH.search(text[m.end : start])]
        return kept or mentions

    def _with_others(self, first: Mention) -> list[Mention]:
        """The Kazakh persons whom «and» joins to the first of a list, posts between them: X пен экономист Y."""
        text = self._sentence.text
        told = [m for m in self._free if m.class_name == "Person" and m.mark == "with" and m.end <= first.start]
        near = [m for m in told if not re.search(r"[;:.]|[дт][ыі],", text[m.end : first.start])]
        return near if self._code == "kk" and len(near) == len(told) else []

    def _of_own_clause(self, mentions: list[Mention]) -> list[Mention]:
        """Those that no full Kazakh verb and comma part from the trigger, and that its object does not mean."""
        if self._code != "kk":
            return mentions
        sent = {m.group for m in self._all if m.class_name == "Country" and self._sends(m)}
        mentions = [m for m in mentions if m.class_name != "Country" or m.group not in sent]  # Түркия ғалымдары
        text, objects = self._sentence.text, {m.entity for m in self._before if m.mark == "acc"}
        kept = [m for m in mentions if m.entity not in objects] or mentions
        if _INFINITIVE.search(self._sentence.lowered[self._trigger.last]):
            kept = [m for m in kept if m.start < m.end]  # …ын жүзеге асыруды Y қолдамады: of no unsaid subject
        return [m for m in kept if not FULL_VERB.search(text, m.end, max(m.end, self._trigger.start))] or kept

    def _before_dash(self) -> list[Mention]:
        """Those without a case before such a dash."""
        text, start = self._sentence.text, self._trigger.start
        return [m for m in self._before if m.mark == "nom" and _DASH.search(text[m.end : start])]

    @property
    def _describes_noun(self) -> bool:
        """Whether a participle stands before a noun that names nothing, and has no object: Y құрған ғылыми парк."""
        words, last = self._sentence.words, self._trigger.last
        if self._code not in ("kk", "uz") or not _PARTICIPLE.search(self._sentence.lowered[last]):
            return False
        if last + 1 >= len(words) or self._sentence.gap(last, last + 1).strip():
            return False
        reach = range(last + 1, min(last + 3, len(words)))
        heads = (self._sentence.grammar.form(self._sentence.lowered, at, "heads") for at in reach)
        return self._attributive is None and any(form is not None for form in heads)

    def _has_other_object(self, told: Sequence[Mention]) -> bool:
        """Whether all these belong to another verb, and a nameless object to this one: darslarni Z olib boradi."""
        if self._code not in ("kk", "uz") or not all(self._crosses(m) for m in told):
            return False
        verb = max((v for v in self._others if v.end <= self._trigger.start), key=lambda v: v.end, default=None)
        if verb is None:
            return False
        taken = [(m.start, m.end) for m in self._all]
        return any(
            _ACCUSATIVE[self._code].search(self._sentence.lowered[at])
            and not any(start <= self._sentence.words[at].start < end for start, end in taken)
            for at in range(verb.last + 1, self._trigger.first)
        )

    def _owns_next_word(self, mention: Mention) -> bool:
        """Whether a name without a case only says whose the next word is: IT Park rezidenti X."""
        if self._code not in ("kk", "uz") or mention.start == mention.end:
            return False
        at, words = self._sentence.index_from(mention.end), self._sentence.words
        if at >= self._trigger.first or self._sentence.text[mention.end : words[at].start].strip(' »”"'):
            return False
        hit = self._sentence.grammar.triggers.at(self._sentence.lowered, at)
        return hit is not None and hit[1].detail == "role"

    def _is_said_to_be(self, mention: Mention) -> bool:
        """Whether a name is what another that follows is: ana şirkəti X olan Y."""
        at, words = self._sentence.index_from(mention.end), self._sentence.lowered
        return self._code in ("az", "tr") and at < len(words) and words[at] in ("olan", "olmuş")

    def _only_tells_of_person(self, mention: Mention) -> bool:
        """Whether a body without a case says whose somebody is who acts: X universiteti olimi Y boshqaradi."""
        if self._code not in ("kk", "uz") or mention.class_name == "Person" or mention.start == mention.end:
            return False
        after = next((m for m in self._free if m.start >= mention.end), None)
        if after is None or after.class_name != "Person" or after.mark != "nom" or after.end > self._trigger.start:
            return False
        gap = self._sentence.text[mention.end : after.start]
        words = gap.lower().split()
        joined = any(word in ("және", "мен", "пен", "бен", "va", "hamda", "bilan") for word in words)
        return 0 < len(words) <= 5 and not joined and not re.search(r"[,;:–—]", gap)

    def _sends(self, mention: Mention) -> bool:
        """Whether a word for those who come stands after a country, or after the list that it ends: Түркия өкілдері."""
        words, grammar = self._sentence.words, self._sentence.grammar
        for at in range(self._sentence.index_from(mention.end), min(len(words), self._trigger.first)):
            hit = grammar.delegates.at(self._sentence.lowered, at)
            if hit is not None and not (self._code == "kk" and is_body_of(self._sentence, at + hit[0])):
                between = self._sentence.text[mention.end : words[at].start]
                return len(between.split()) <= 3 and not re.search(r"[,;:.()«»“”]", between)
        return False

    def _adjoins(self, mention: Mention) -> bool:
        """Whether a possessor without its case stands right before the trigger: SOC ҳамкорига айланди."""
        other = any(m.mark == "nom" and m.end <= mention.start for m in self._before)
        return other and not self._sentence.text[mention.end : self._trigger.start].strip(" »”\"'")

    @property
    def _describes_object(self) -> bool:
        """Whether the verb describes its object, which follows it: X-in yaratdığı Y, X'in kurduğu Y."""
        return self._last and describes_object(self._sentence.lowered[self._trigger.last], self._code)

    def _spoken_for(self, classes: Sequence[str]) -> Filled:
        """The body of whoever says «we» in the same sentence: X-in direktoru Y deyib: «… əməkdaşlıq edirik»."""
        grammar, word = self._sentence.grammar, self._sentence.lowered[self._trigger.last]
        we = any(
            who == "we" and word.endswith(end) and len(word) > len(end) + 2 for end, who in grammar.speakers.items()
        )
        bodies = {m.post_of for m in self._all if m.class_name == "Person" and m.post_of} if we else set()
        told = [m for m in self._all if m.entity in bodies and self._is(m, classes)]
        return Filled(tuple(told[:1]), False)
