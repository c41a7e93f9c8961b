"""The facts of a model's answer as proposals: only what the words of the article bear out passes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.draft.asking.faults import Dropped, Fault
from kg.draft.asking.reply import FactItem, dropped
from kg.draft.asking.resolving import Found, Resolver, Span
from kg.draft.asking.vocabulary import STATUSES, usable_relations
from kg.draft.dates.dating import dates_told
from kg.draft.drafter import Drafter
from kg.draft.grading import LEAST
from kg.draft.model import DraftSource, Proposal, Reason, proposal_key
from kg.draft.quoting import Quoter
from kg.draft.reading import ReadSentence
from kg.draft.relations.triggers import triggers
from kg.facts.dates import PartialDate
from kg.facts.tables import bad_character

SURE = 0.65
"""How sure a relation is that only a model tells, its words verified; what it says of its own sureness is not asked."""
_REFERENCE, _STATUS = 0.8, 0.9
_LONGEST_QUOTE = 400
_QUESTION = ("?", "?»", '?"', "?”", "?)", "؟")


class Proposer:
    """Makes proposals of the facts of all answers about one article."""

    def __init__(
        self,
        drafter: Drafter,
        text: str,
        read: Sequence[ReadSentence],
        mistrusted: frozenset[int],
        resolver: Resolver,
        source: DraftSource,
        rule: str,
    ) -> None:
        self._drafter, self._read = drafter, read
        self._mistrusted, self._resolver, self._source, self._rule = mistrusted, resolver, source, rule
        self._usable = frozenset(usable_relations(drafter.schema))
        self._quoter = Quoter(text)
        try:
            self._published: PartialDate | None = PartialDate.parse(source.published) if source.published else None
        except ValueError:
            self._published = None

    def propose(
        self, item: FactItem, things: Mapping[str, Found], passage: Span, dropped_: list[Dropped]
    ) -> Proposal | None:
        """The proposal that an item makes; None, with the reason in `dropped_`, where it does not pass.

        `passage` is the stretch that was asked about, in which its quote must stand.
        """
        made = self._proposed(item, things, passage)
        if isinstance(made, Fault):
            shown = [item.subject, item.predicate, item.object, item.quote, item.from_, item.until]
            dropped_.append(dropped(made, shown))
            return None
        return made

    def _proposed(self, item: FactItem, things: Mapping[str, Found], passage: Span) -> Proposal | Fault:
        drafter = self._drafter
        property_ = drafter.schema.properties.get(item.predicate)
        if property_ is None or property_.name not in self._usable:
            return Fault.UNKNOWN_PREDICATE
        left, right = self._thing(item.subject, things), self._thing(item.object, things)
        if left is None or right is None:
            return Fault.UNKNOWN_THING
        if left.entity == right.entity or not (
            drafter.schema.is_a(left.class_name, property_.domain)
            and drafter.schema.is_a(right.class_name, property_.range)
        ):
            return Fault.UNFIT
        if drafter.is_quoted(left.entity, item.predicate, right.entity, self._source.id):
            return Fault.KNOWN
        at = self._quoted(item.quote, passage, left, right)
        if isinstance(at, Fault):
            return at
        number, span = at
        status = self._status(number, span, item.status)
        if isinstance(status, Fault):
            return status
        dates = self._dates(item, number)
        if isinstance(dates, Fault):
            return dates
        sentence = self._read[number].sentence
        named = [self._within(thing, number) for thing in (left, right)]
        long = len(item.quote.split()) > 8
        spans = [*(one for one in reversed(named) if one), span] if long else [span]
        place = self._quoter.place(sentence, spans)
        if place is None or bad_character(place.quote):
            return Fault.QUOTE_NOT_IN_TEXT
        qualifiers: dict[str, str] = {}
        if item.on_behalf_of:
            held = self._thing(item.on_behalf_of, things)
            if held is None:
                return Fault.UNKNOWN_THING
            qualifiers["onBehalfOf"] = held.entity
        confidence, reasons = self._graded(left, right, all(named), status, dates)
        if drafter.is_stated(left.entity, item.predicate, right.entity):
            confidence, reasons = min(0.99, confidence + 0.1), (*reasons, Reason.KNOWN_FACT)
        told = Proposal(
            "", left.entity, item.predicate, right.entity, dates[0], dates[1], "derived" if dates[2] else "",
            self._source.id, place, status, qualifiers, max(LEAST, round(confidence, 2)), sentence.language,
            self._rule, reasons,
        )  # fmt: skip
        return replace(told, key=proposal_key(told.claim, told.source, place.quote))

    def _thing(self, key: str, things: Mapping[str, Found]) -> Found | None:
        """What an id of the answer means: a known thing that the article names, else one that the answer describes."""
        return self._resolver.known_thing(key) or things.get(key)

    def _quoted(self, quote: str, passage: Span, left: Found, right: Found) -> tuple[int, Span] | Fault:
        """The sentence that the quote stands in, and its place: of several, the first that names most of the two."""
        if len(quote) > _LONGEST_QUOTE or not any(letter.isalnum() for letter in quote):
            return Fault.QUOTE_NOT_IN_TEXT
        best: tuple[int, int, Span] | None = None
        trusted = False
        found = [span for span in self._resolver.places(quote) if passage[0] <= span[0] and span[1] <= passage[1]]
        for start, end in found:
            number = self._resolver.number_at(start)
            if number in self._mistrusted:
                continue
            trusted = True
            named = sum(self._within(thing, number) is not None for thing in (left, right))
            if best is None or named > best[0]:
                best = (named, number, (start, min(end, self._read[number].sentence.end)))
        if best is None:
            return Fault.ORDERS if found and not trusted else Fault.QUOTE_NOT_IN_TEXT
        named, number, span = best
        return (number, span) if named else Fault.NOT_NAMED_THERE

    def _within(self, thing: Found, number: int) -> Span | None:
        """Where a sentence names a thing."""
        sentence = self._read[number].sentence
        at = bisect_left(thing.spans, (sentence.start, 0))
        return thing.spans[at] if at < len(thing.spans) and thing.spans[at][1] <= sentence.end else None

    def _status(self, number: int, span: Span, told: str) -> str | Fault:
        """Stated (empty), planned or denied: the words of the sentence go before what the model says."""
        read = self._read[number]
        sentence = read.sentence
        if sentence.text[sentence.start : sentence.end].rstrip().endswith(_QUESTION):
            return Fault.NO_STATEMENT
        if told and told not in STATUSES:
            return Fault.WRONG_SHAPE
        marked = {one.status for one in triggers(sentence, read.mentions) if one.start < span[1] and span[0] < one.end}
        if marked == {"unsure"}:
            return Fault.NO_STATEMENT
        if len(marked) == 1 and (status := next(iter(marked))):
            return status
        return "" if told == "stated" else told

    def _dates(self, item: FactItem, number: int) -> tuple[str, str, bool] | Fault:
        """From, until, and whether one was worked out; each must be told by the sentence or one beside it."""
        beside = self._read[max(0, number - 1) : number + 2]
        dates = [date for read in beside for date in dates_told(read.sentence, self._published)]
        told = [(text, each.derived) for each in dates for text in (each.text, each.until) if text]
        told += [(text, True) for each in dates for text in each.event if text]
        derived = False
        for text in (item.from_, item.until):
            if not text:
                continue
            try:
                PartialDate.parse(text)
            except ValueError:
                return Fault.DATE_NOT_TOLD
            fitting = [is_derived for date, is_derived in told if date == text or date.startswith(f"{text}-")]
            if not fitting:
                return Fault.DATE_NOT_TOLD
            derived = derived or all(fitting)
        return item.from_, item.until, derived

    def _graded(
        self, left: Found, right: Found, both_named: bool, status: str, dates: tuple[str, str, bool]
    ) -> tuple[float, tuple[Reason, ...]]:
        reasons, confidence = [Reason.BY_MODEL], SURE
        for thing, known, new in (
            (left, Reason.KNOWN_SUBJECT, Reason.NEW_SUBJECT),
            (right, Reason.KNOWN_OBJECT, Reason.NEW_OBJECT),
        ):
            reasons.append(known if thing.known else new)
            confidence *= 1.0 if thing.known else 0.6 + 0.4 * thing.confidence
        if not both_named:
            confidence *= _REFERENCE
            reasons.append(Reason.BY_REFERENCE)
        if dates[0] or dates[1]:
            reasons.append(Reason.DATE_DERIVED if dates[2] else Reason.DATE_STATED)
        if status:
            confidence *= _STATUS
            reasons.append(Reason.PLANNED if status == "planned" else Reason.DENIED)
        return confidence, tuple(reasons)
