"""A difference of two builds in sentences: sections of lines, for the screen and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.facts.changes import Change, ClaimChange, Difference, Kind, SourceChange, ThingChange, ThingKind
from kg.facts.model import Claim, Evidence
from kg.network.difference import MEASURES, NetworkDifference, Partnership, Regrouping, Shift
from kg.rdf.catalogue import Catalogue
from kg.views.sentences import Sentences
from kg.views.words import LANGUAGES, read_words

WORDS = read_words("difference")

MOST_MOVERS = 10
"""So many actors that rose, and that fell, are told; and so many names of a group."""
_TERMS = ("class", "predicate", "status", "name rank")
_FLAGS = ("superseded", "dating", "verified")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
# Where the cells of one Markdown list item would begin another list or a heading.
_BEGINNING = re.compile(r"^(\d+)([.)])|^([-+])")


@dataclass(frozen=True)
class Section:
    """Lines of one kind below their title, and how many there are, told or not."""

    title: str
    count: int
    lines: tuple[str, ...]


class DifferenceWords:
    """Words for what two builds differ in, in one language."""

    def __init__(self, old: Catalogue, new: Catalogue, language: str) -> None:
        self.old = Sentences(old, language)
        self.new = Sentences(new, language)
        self._catalogues = {id(self.old): old, id(self.new): new}
        self._column = list(LANGUAGES).index(language)

    def word(self, key: str) -> str:
        """A word of the table."""
        return WORDS[key][self._column]

    def what(self, name: str) -> str:
        """The name of a value that may change: a column's, else a qualifier's."""
        return self.word(name) if name in WORDS else self.new.term(name)

    def thing(self, words: Sentences, key: str) -> str:
        """A thing's name and id."""
        return f"{words.name(key)} (id:{key})"

    def things(self, change: ThingChange) -> str:
        """What became of a thing, or of several."""
        old = [self.thing(self.old, key) for key in change.old]
        new = [self.thing(self.new, key) for key in change.new]
        if not old or not new:
            words, key = (self.old, change.old[0]) if old else (self.new, change.new[0])
            return f"{words.kind(self._catalogues[id(words)].entities[key])}: {self.thing(words, key)}"
        head = new[0] if len(old) == len(new) == 1 else f"{', '.join(old)} → {', '.join(new)}"
        return f"{head}: {self.changes(change.changes)}" if change.changes else head

    def changes(self, changes: Iterable[Change]) -> str:
        """Values that differ, one after the other."""
        return "; ".join(self.change(change) for change in changes)

    def change(self, change: Change) -> str:
        """`what: old → new`; a value that came has a plus, one that went a minus."""
        what = self.what(change.what)
        if not change.old and not change.new:
            return what
        if change.language:
            what += f" ({change.language}{f', {change.name}' if change.name else ''})"
        old, new = self._value(self.old, change, change.old), self._value(self.new, change, change.new)
        if change.old and change.new:
            return f"{what}: {old} → {new}"
        return f"{what}: +{new}" if change.new else f"{what}: −{old}"

    def _value(self, words: Sentences, change: Change, value: str) -> str:
        catalogue = self._catalogues[id(words)]
        if change.what in _TERMS:
            return words.term(value)
        if change.what == "rank":
            return words.term(f"{value}Rank")
        if change.what in _FLAGS:
            return self.word("yes")
        if change.what == "supersedes":
            return self.sentence(words, catalogue.claims[value]) if value in catalogue.claims else value
        if change.kind is Kind.MOVED:
            return self.thing(words, value)
        if change.what == "kind" or (change.kind is not None and value in catalogue.entities):
            return words.name(value)
        return words.term(value) if change.kind is Kind.REQUALIFIED and value in catalogue.schema.individuals else value

    def sentence(self, words: Sentences, claim: Claim) -> str:
        """What a claim says, and when."""
        date = words.date(claim)
        return f"{words.sentence(claim)} [{date}]" if date else words.sentence(claim)

    def claim(self, words: Sentences, claim: Claim) -> str:
        """What a claim says, when, and who says so."""
        return f"{self.sentence(words, claim)}: {', '.join(self.evidence(words, item) for item in claim.evidence)}"

    def evidence(self, words: Sentences, item: Evidence) -> str:
        """A quote or a record and its source."""
        proof = f"“{item.quote.text}”" if item.quote is not None else item.record
        return f"{proof} ({self._catalogues[id(words)].sources[item.source].title})"

    def claim_change(self, change: ClaimChange, kind: Kind) -> str:
        """In what a claim changed, in one respect."""
        now = self.sentence(self.new, change.new)
        if kind is Kind.CORRECTED:
            return f"{self.sentence(self.old, change.old)} → {now}"
        if kind is Kind.GAINED:
            return f"{now}: {', '.join(self.evidence(self.new, item) for item in change.gained)}"
        if kind is Kind.LOST:
            return f"{now}: {', '.join(self.evidence(self.old, item) for item in change.lost)}"
        if kind is Kind.RETOLD:
            told = (f"{self.evidence(self.new, new)}: {self.changes(retold(old, new))}" for old, new in change.retold)
            return f"{now}: {'; '.join(told)}"
        return f"{now}: {self.changes(item for item in change.changes if item.kind is kind)}"

    def source(self, change: SourceChange) -> str:
        """A source's title and what is described otherwise."""
        source = change.new or change.old
        assert source is not None
        head = f"{source.title} ({source.id})"
        return f"{head}: {self.changes(change.changes)}" if change.changes else head

    def partnership(self, words: Sentences, partnership: Partnership) -> str:
        """Two partners, and by what they are."""
        names = f"{words.name(partnership.left)} – {words.name(partnership.right)}"
        claims = self._catalogues[id(words)].claims
        by = [words.name(key) for key in partnership.via] or [words.sentence(claims[key]) for key in partnership.claims]
        return f"{names}: {'; '.join(by)}"

    def regrouping(self, regrouping: Regrouping) -> str:
        """The groups with a bar between, and how many pairs that makes."""
        groups = " | ".join(self._few([self.new.name(key) for key in group]) for group in regrouping.groups)
        return f"{groups} ({self.word('pairs').format(n=regrouping.pair_count)})"

    def _few(self, names: list[str]) -> str:
        shown = [*names[:MOST_MOVERS]]
        if len(names) > MOST_MOVERS:
            shown.append(self.word("more").format(n=len(names) - MOST_MOVERS))
        return ", ".join(shown)

    def shift(self, shift: Shift) -> str:
        """An actor's position before and after, and its values."""
        positions = f"{shift.old.position} → {shift.new.position}"
        return f"{self.new.name(shift.node)}: {positions} ({shift.old.value:.3f} → {shift.new.value:.3f})"

    def sections(self, difference: Difference, network: NetworkDifference) -> Iterator[Section]:
        """Everything that differs, section by section; empty ones are left out."""
        for title, lines in (*self._facts(difference), *self._network(network)):
            if lines:
                yield Section(title, len(lines), tuple(lines))
        for title, lines in self._shifts(network):
            if lines:
                more = [self.word("more").format(n=len(lines) - MOST_MOVERS)] if len(lines) > MOST_MOVERS else []
                yield Section(title, len(lines), (*lines[:MOST_MOVERS], *more))

    def _facts(self, difference: Difference) -> Iterator[tuple[str, list[str]]]:
        for kind in ThingKind:
            found = [self.things(change) for change in difference.things if change.kind is kind]
            yield self.word(f"things {kind.value}"), found
        yield self.word("told apart"), [self._apart(self.new, pair) for pair in difference.told_apart]
        gone = [self._apart(self.old, pair) for pair in difference.no_longer_told_apart]
        yield self.word("no longer told apart"), gone
        yield self.word("facts added"), [self.claim(self.new, claim) for claim in difference.added]
        yield self.word("facts removed"), [self.claim(self.old, claim) for claim in difference.removed]
        for respect in Kind:
            told = [self.claim_change(item, respect) for item in difference.changed if respect in item.kinds]
            yield self.word(f"facts {respect.value}"), told
        tests: tuple[tuple[str, Callable[[SourceChange], bool]], ...] = (
            ("added", lambda item: item.old is None),
            ("removed", lambda item: item.new is None),
            ("changed", lambda item: bool(item.changes)),
        )
        for word, test in tests:
            yield self.word(f"sources {word}"), [self.source(item) for item in difference.sources if test(item)]

    def _apart(self, words: Sentences, pair: tuple[str, str]) -> str:
        return " ≠ ".join(self.thing(words, key) for key in pair)

    def _network(self, network: NetworkDifference) -> Iterator[tuple[str, list[str]]]:
        yield self.word("appeared"), [self.partnership(self.new, item) for item in network.appeared]
        yield self.word("broke"), [self.partnership(self.old, item) for item in network.broke]
        yield self.word("connected"), [self.regrouping(item) for item in network.connected]
        yield self.word("disconnected"), [self.regrouping(item) for item in network.disconnected]
        yield self.word("entered"), [self.new.name(node) for node in network.entered]
        yield self.word("left"), [self.old.name(node) for node in network.left]

    def _shifts(self, network: NetworkDifference) -> Iterator[tuple[str, list[str]]]:
        for measure in MEASURES:
            for word, sign in (("rose", 1), ("fell", -1)):
                moved = [item for item in network.shifts if item.measure is measure and item.rise * sign > 0]
                title = self.word(word).format(measure=self.word(measure.value))
                yield title, [self.shift(item) for item in moved]


def retold(old: Evidence, new: Evidence) -> Iterator[Change]:
    """In what a source tells a claim otherwise with the same words."""
    for what, was, now in (
        ("from", old.from_.text if old.from_ else "", new.from_.text if new.from_ else ""),
        ("until", old.until.text if old.until else "", new.until.text if new.until else ""),
        ("dating", "yes" if old.derived else "", "yes" if new.derived else ""),
        ("status", old.status.value, new.status.value),
        ("rank", old.rank.value, new.rank.value),
        ("verified", _verified(old), _verified(new)),
    ):
        if was != now:
            yield Change(what, was, now)


def _verified(item: Evidence) -> str:
    return "yes" if item.quote is not None and item.quote.verified else ""


def to_markdown(title: str, summary: str, sections: Iterable[Section]) -> str:
    """A Markdown document: a heading, a line, and a list for each section; nothing in a name is markup or HTML."""
    parts = [f"# {_plain(title)}\n\n{_plain(summary)}\n"]
    for section in sections:
        lines = "".join(f"- {_plain(line)}\n" for line in section.lines)
        parts.append(f"## {_plain(section.title)} ({section.count})\n\n{lines}")
    return "\n".join(parts)


def _plain(text: str) -> str:
    escaped = _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
    return _BEGINNING.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", escaped)
