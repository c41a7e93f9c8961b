"""A construction found in a sentence: which ends it has, whether it holds, and the relations that it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from kg.draft.language.families import in_family
from kg.draft.language.grammar import grammar_of
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.references.russian_references import is_meeting, is_next, is_other_gathering
from kg.draft.relation import Relation
from kg.draft.relations.construction import Construction
from kg.draft.relations.construction_lines import Line, with_others
from kg.draft.relations.frames import fits_ends, tells_event
from kg.draft.relations.russian_relatives import first_group, is_made_in_clause, of_one_before_clause, opens_another
from kg.draft.relations.slot_marks import stand_as_asked
from kg.draft.relations.triggers import status_of
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SURE = 0.8
_PLANNED = "planned"
"""The detail of constructions that tell what is agreed on, not what is so."""
_DENIAL = re.compile(r" (?:not|no|never|nor|neither|\w+n't|\w+n’t) ")
_OPENING = 5
_NAMED = re.compile(r"[⟨⟪]")
_SIGNS = r"[-–—*•]|\d+\.?"
_SENT = re.compile(r"\b(?:delegation|team|mission)s? (?:of|from) (?:the )?\Z")
_OPENED = ("inaugurat", "opened", "opens", "unveil", "introduc")
_DENIED = re.compile(r" не (?!только |менее |более )")
_REDUCED = re.compile(r" ?[⟨⟪]\d+[⟩⟫] (?:, )?(?:[a-z]+ly )?[a-z]+(?:ed|un|et|lt|ld) (?:up |out |jointly )?by ⟨\d+⟩ ?")
"""An English participle right after a name, wherever that stands: the work of X, founded by Y."""


@dataclass(frozen=True)
class Match:
    """A place of a sentence, as constructions read it, where a construction stands."""

    construction: Construction
    found: re.Match[str]
    line: Line
    read: ReadSentence
    schema: Schema

    def relations(self) -> Iterator[Relation]:
        """What it tells; nothing where its ends do not stand as asked or it is of something else."""
        each, unsaid = self.construction, self.unsaid
        if each.entry.detail not in ("", _PLANNED) and unsaid is None:
            return
        teller = -1 if self.read.sentence.grammar.verb_last else 0
        asked = stand_as_asked(each.code, each.entry, self.lefts[teller], self.rights[teller], self.schema)
        if not asked and not (each.code == "en" and _REDUCED.fullmatch(self.found[0])):
            return
        if self._tells_of_another() or self._is_owners() or self._is_by_doing():
            return
        if each.code == "en" and "b" not in self.found.groupdict() and with_others(self.line, self.found.end()):
            return  # A and B run a joint study with C
        if each.code == "ru" and self._opens_with_left and is_made_in_clause(self.found[0]):
            return  # центр X, который создали A и B
        if each.code == "ru" and each.predicate == "establishedIn" and opens_another(self.read, self.rights):
            return  # A и B открыли в Осло центр
        status = self._status()
        if status == "unsure":
            return
        rule = f"{each.code}.construction.{each.predicate}.{each.words}"
        sure = _SURE if status != "denied" else _SURE - 0.1
        start, end = self.verb
        for left, right in self._pairs():
            predicate = self._predicate(left, right)
            if not predicate or right.owner is left or not fits_ends(each.predicate, left, right, self.schema):
                continue
            here = [m for m in (right, left) if m is not unsaid]
            spans = ((start, end), *((m.start, m.end) for m in here))
            runs = each.code == "en" and each.predicate == "operates" and not self._is_event(right)
            occurs = tells_event(each.predicate) and not runs
            yield Relation(left, predicate, right, sure, rule, (Reason.BY_ORDER,), spans, status, occurs, start)

    @cached_property
    def unsaid(self) -> Mention | None:
        """The end of a construction with one slot that sentences before told; None where it is of another class."""
        told = self.read.unsaid.get(self.construction.entry.detail)
        if told is not None and self.construction.entry.detail == "topic" and self._is_event(told):
            return self.read.unsaid.get("made")
        if told is not None and self.construction.code == "ru" and self.construction.entry.detail == "event":
            begins = self.line.span_at(self.found.start())[0]  # форум «X» прошёл …, на нём выступил …
            return next((m for m in reversed(self.read.mentions) if self._is_event(m) and m.end <= begins), told)
        return told

    @cached_property
    def lefts(self) -> Sequence[Mention]:
        """Who or what the relation is of."""
        return self._group("a") or self._before

    @cached_property
    def rights(self) -> Sequence[Mention]:
        """The other end; where none is asked for, those of `lefts`, with one another."""
        return self._group("b") or self._before or self.lefts

    @property
    def _before(self) -> Sequence[Mention]:
        return [self.unsaid] if self.unsaid is not None else []

    def _group(self, slot: str) -> Sequence[Mention]:
        number = self.found.groupdict().get(slot)
        return self.line.groups[int(number)] if number else []

    @property
    def verb(self) -> tuple[int, int]:
        """The stretch of the article's text with its main word."""
        return self.line.span_at(self.found.start("v"))

    def _is_sent(self, body: Mention) -> bool:
        """Whether it is a delegation of a body that somebody heads."""
        text = self.read.sentence.text
        before = _SENT.search(text, self.read.sentence.start, body.start) is not None
        return before or re.match(r" (?:[a-z]+ )?(?:delegation|mission|team)\b", text[body.end :]) is not None

    def _is_event(self, mention: Mention) -> bool:
        return self.schema.is_a(mention.class_name, "Event")

    def _tells_of_another(self) -> bool:
        """Whether a construction with one slot is of what the sentence itself names, not of what was told before."""
        if self.unsaid is None:
            return False
        text, begins = self.line.text, self.found.start()
        if self.construction.code == "ru" and is_other_gathering(
            self.read.sentence.grammar, self.found[0], self.unsaid
        ):
            return True
        if self.construction.code == "en":
            opens = text[:begins].split()[-1:] + self.found[0].split()[:1]
            own = {"its", "their", "among", "amongst"} & set(opens)  # Its host is A; among the guests are B and C
            if self.found[0].lstrip().startswith("join") and self.construction.entry.detail == "net":
                return False  # A joins its existing members, which are B and C
            first = text.rfind(" ; ", 0, begins) + 1 if own else 0
            return _NAMED.search(text, first, begins) is not None or self._names_whole()
        return opening(self.construction.code).fullmatch(text, 0, begins) is None

    def _names_whole(self) -> bool:
        """Whether the sentence names after the words what they may be said of: Founded by A in 2022, B has …"""
        said = (m.end for m in (*self.lefts, *self.rights) if m is not self.unsaid)
        ends = max(self.line.span_at(max(self.found.end() - 2, 1))[1], *said, 0)
        later = [
            m for m in self.read.mentions if m.start >= ends and not m.is_reference and m.mark == "nom" and not m.inner
        ]
        later = [m for m in later if ";" not in self.read.sentence.text[ends : m.start]]
        if self.rights == [self.unsaid]:
            pairs = [(a, m) for a in self.lefts for m in later]
        else:
            pairs = [(m, b) for b in self.rights for m in later]
        return any(fits_ends(self.construction.predicate, a, b, self.schema) for a, b in pairs)

    @property
    def _opens_with_left(self) -> bool:
        """Whether who or what the relation is of stands first."""
        return (self.found.groupdict().get("a") or " ") in self.found[0][:_OPENING]

    def _is_owners(self) -> bool:
        """Whether an end only says whose something is that the construction is of."""
        code, words, begins = self.construction.code, self.construction.entry.words, self.found.start()
        owns = code == "en" and any(_only_owns(self.read, m) for m in (self.lefts[-1], self.rights[-1]))
        if owns and ".gen}" not in words:
            return True  # the operator of the Fund's laboratory
        opener = self.lefts[0] if self._opens_with_left else self.rights[0]
        if not opener.is_reference or opener.mark != "gen":
            return False
        if begins > 1 and code != "tr":
            return True  # …; its founders are: of what stands before
        # её руководитель открыл …
        return words.startswith("{b.acc}") and self.found.start("v") - begins > _OPENING + 1

    def _status(self) -> str:
        first = self.read.sentence.index_from(self.verb[0])
        code = self.construction.code
        status = status_of(self.read.sentence, first, self._last(first), self.construction.entry)
        if status:
            return status
        if self.construction.entry.detail == _PLANNED:
            return _PLANNED  # signed an agreement on the creation of X
        if code == "ru" and _DENIED.search(self.line.text, self.found.start(), self.found.start("v")):
            return "denied"
        return "denied" if code == "en" and _DENIAL.search(self.found[0]) else status

    def _last(self, first: int) -> int:
        """The last word where the verb stands last, whose ending may deny; else the `first`."""
        begins, ends = self.line.span_at(self.found.end() - 2)
        sentence = self.read.sentence
        last = sentence.index_from(begins)
        plain = not any(m.start < ends and begins < m.end for m in self.read.mentions)
        return last if sentence.grammar.verb_last and plain and last < len(sentence.words) else first

    def _pairs(self) -> list[tuple[Mention, Mention]]:
        """The two ends of each relation: all with all, or those of one list with one another."""
        lefts, rights = self.lefts, self.rights
        pairs = [(a, b) for a in lefts for b in rights]
        if rights is lefts:
            pairs = [(a, b) for n, a in enumerate(lefts) for b in lefts[n + 1 :]]
        if self.construction.code == "az" and self.construction.predicate == "locatedIn":
            pairs = [(a, b) for a, b in pairs if a is lefts[0] or a.group != lefts[0].group]  # X-da olan A ilə B
        if self.construction.code == "ru" and of_one_before_clause(self.found[0]):
            first = self.line.groups[first_group(self.found[0])][-1]  # A и B, который возглавляет X
            pairs = [(a, b) for a, b in pairs if a is first or b is first]
        if self.construction.code == "ru":  # технопарк из Томска стал членом …
            pairs = [(a, b) for a, b in pairs if a.class_name != "City" or self.construction.predicate != "joined"]
            pairs = [(a, b) for a, b in pairs if not is_next(self.read.sentence, a)]
            if self.construction.predicate == "operates":  # провела встречу с министром: whoever met took part
                pairs = [(a, b) for a, b in pairs if not is_meeting(self.read.sentence, b)]
        return [(a, b) for a, b in pairs if a.entity != b.entity]

    def _is_by_doing(self) -> bool:
        """Whether an English «by» says by doing what something came about: set up by merging A and B."""
        asked = self.construction.code == "en" and "by {a}" in self.construction.entry.words
        return asked and re.search(r" by [a-z]{3,}ing ", self.found[0]) is not None

    def _gathers(self) -> bool:
        """Whether an English verb tells of gatherings alone."""
        told = self.read.sentence.text[slice(*self.verb)].lower().split(" ", 1)[0]
        return self.construction.code == "en" and in_family(told, self.read.sentence.grammar, "of_gatherings")

    def _only_opened(self) -> bool:
        """Whether the verb says no more than that something was opened."""
        told = self.read.sentence.text[slice(*self.verb)].lower()
        if self.construction.code == "ru":
            return in_family(told.split(" ", 1)[0], self.read.sentence.grammar, "opened")
        return self.construction.code == "en" and told.startswith(_OPENED)

    def _predicate(self, left: Mention, right: Mention) -> str:
        """What is said of two things of their classes; empty for nothing."""
        predicate = self.construction.predicate
        if predicate == "founded" and right.class_name == "Cluster":
            return "formed"
        if predicate == "operates" and left.class_name == "Person" and self.construction.code == "tr":
            return ""  # who is at its head works for it
        if predicate == "operates" and not self._is_event(right) and self._gathers():
            return ""  # the meeting of X, organised by Y
        meets = right.class_name == "Meeting" and right.rule in ("described", "occasion", "reference")
        if predicate == "operates" and meets and left.class_name == "Person" and self.construction.code == "en":
            return ""  # two ministers held a meeting
        if predicate == "worksFor" and self.construction.code == "en" and self._is_sent(right):
            return ""  # a delegation of X headed by P
        if predicate == "founded" and left.class_name == "Person" and self._only_opened():
            return ""  # who cuts the ribbon founds nothing
        if predicate == "founded" and right.class_name == "NewsAgency":
            return ""  # a news agency near the verb only tells of it
        return predicate


@cache
def opening(code: str) -> re.Pattern[str]:
    """What may stand before a construction whose other end was told before: numbers, signs, the rows `family,opens`.

    A star there stands for letters before or after; … alone for any words but names.
    """
    rows = grammar_of(code, "").tables.get("family", ())
    told = [entry.words for entry in rows if entry.name == "opens"]
    if told == ["…"]:
        return re.compile(r"[^⟨⟪;]*")
    words = "|".join([*(re.escape(each).replace(r"\*", r"[\w-]*") for each in told), _SIGNS])
    asides = "|".join(re.escape(entry.words) for entry in rows if entry.name == "opens_aside")
    aside = rf"(?:(?:{asides}) [^⟨⟪;:,]*, )?" if asides else ""
    return re.compile(rf" ?{aside}(?:(?:{words}) ?)*")


def _only_owns(read: ReadSentence, mention: Mention) -> bool:
    """Whether a name only says whose something without a name is: the Fund's laboratory."""
    owns = mention.case == "gen" and not mention.is_reference
    if owns and any(post.start == mention.end + 1 for post in read.posts):
        return True  # Georgia's Minister of Economy
    return owns and re.match(r" [a-z]", read.sentence.text[mention.end : mention.end + 2]) is not None
