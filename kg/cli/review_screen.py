"""What a review shows in a terminal: an item, its keys, help, progress, and what a session did."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from kg.cli.output import make_table
from kg.draft.model import Verdict
from kg.review.articles import Passage
from kg.review.model import Item, Kind
from kg.review.progress import ArticleCounts, Counts, Summary
from kg.review.showing import Card, Proof, Showing
from kg.review.telling import done, how_far
from kg.views.faults import said

Key = tuple[str, str]
"""What is pressed, and the word for it in `review_words.csv`; `help <word>` is its sentence."""
BACK: Key = ("b", "back")
THINGS: Key = ("t", "things")
ACCEPT: Key = ("a", "accept")
EDIT: Key = ("e", "edit")
NEW: Key = ("n", "new")
ANOTHER: Key = ("n", "another")
CHOOSE, SAME = "choose", "same"
_ALWAYS: tuple[Key, ...] = (
    *(("r", "reject"), ("l", "later"), ("u", "undo"), ("o", "open"), ("s", "source")),
    *(("p", "how far"), ("?", "help"), ("q", "quit")),
)  # fmt: skip
_MARKS = ("¹", "²")
_THINGS = ("bold cyan", "bold magenta")
_QUOTE = "underline"
_MOST_PROOFS = 4
_WIDTH = 100
"""Of what is no terminal."""


def keys_of(card: Card, *, is_opened: bool) -> list[Key]:
    """The keys that answer an item; `is_opened` says that it is a new thing that is asked before its fact."""
    if card.item.kind is Kind.QUESTION:
        numbers = f"1–{len(card.candidates)}" if len(card.candidates) > 1 else "1"
        chosen = [(numbers, SAME if card.item.is_sameness else CHOOSE)] if card.candidates else []
        if card.item.is_sameness:
            return [*chosen, ANOTHER, *_ALWAYS[1:]]
        return [*chosen, *([NEW] if card.item.own_id else []), *_ALWAYS]
    aside = [BACK] if is_opened else [THINGS] if card.new else []
    return [ACCEPT, EDIT, *aside, *_ALWAYS]


class Screen:
    """Prints in one language."""

    def __init__(self, showing: Showing, *, plain: bool) -> None:
        self._showing = showing
        self.say = showing.words.say
        width = None if sys.stdout.isatty() else _WIDTH
        self._console = Console(highlight=False, emoji=False, no_color=plain or None, width=width)

    def tell(self, told: str, style: str = "", **values: object) -> None:
        """A line of `review_words.csv`."""
        self._console.print(Text(self.say(told, **values), style=style))

    def line(self, text: str, style: str = "") -> None:
        """A line of any text, set in."""
        self._print_in(Text(text, style=style))

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def item(self, card: Card, counts: Counts, article: ArticleCounts | None, minutes: int | None) -> None:
        """Everything about an item."""
        self.gap()
        self._console.rule(Text(self.how_far(counts, minutes)), style="dim")
        heading = Text(card.asked, style="bold")
        if card.waiting:
            heading.append(f" ({card.waiting})", style="dim")
        self._console.print(heading)
        self._print_in(self._sentence(card))
        if card.new:
            self._field("new with it", "")
        for new in card.new:
            line = Text("  ").append(new.name, style=_style(card, new.id)).append(f" · {new.what}")
            self._print_in(line.append(f" · {self.say('also')}: {', '.join(new.others)}" if new.others else ""))
        for number, proof in enumerate(card.proofs[:_MOST_PROOFS]):
            self._proof(proof, article if not number else None)
        if len(card.proofs) > _MOST_PROOFS:
            self.tell("evidence", "dim", n=len(card.proofs))
        if card.confidence:
            self._field("confidence", f"{card.confidence} · {card.rule}")
        if card.reasons:
            self._field("reasons", card.reasons)
        for number, candidate in enumerate(card.candidates, 1):
            self._console.print(Text(f"  [{number}] {candidate.name} · {candidate.kind} · {candidate.id}"))
        for row in card.adds:
            self._field("adds", f"{row.table}: {row.text}")
        if card.adds_later:
            self._field("adds", self.say("adds later"))

    def keys(self, keys: Iterable[Key]) -> None:
        """The keys that are possible, each with its word on one line."""
        line = Text()
        for key, name in keys:
            piece = Text("  ").append(f"[{key}]", style="bold").append(f" {self.say(name)}", style="not bold")
            if line and line.cell_len + piece.cell_len > self._console.width:
                self._console.print(line)
                line = Text()
            line += piece
        self._console.print(line)

    def help(self, keys: Iterable[Key]) -> None:
        """What each key does, a sentence for each."""
        self.gap()
        self.tell("help head", "bold")
        for key, name in keys:
            self._print_in(
                Text(f"[{key}] {self.say(name)}: ", style="bold").append(self.say(f"help {name}"), style="not bold")
            )
        self.gap()

    def faults(self, faults: Iterable[object]) -> None:
        """What is wrong with an answer, in the reviewer's language."""
        self.tell("not written", "bold red")
        for text in dict.fromkeys(map(str, faults)):
            self.line(self.in_words(text), "red")

    def in_words(self, text: str) -> str:
        """A fault in the reviewer's language."""
        return said(text, self._showing.language, self._showing.words.field)

    def how_far(self, counts: Counts, minutes: int | None) -> str:
        """How many of how many, how many are left for later, and how long the rest may take."""
        return how_far(self._showing.words, counts, minutes)

    def articles(self, articles: Iterable[ArticleCounts], later: Iterable[Item]) -> None:
        """How far each article is, and what is left for later."""
        heads = [self.say(name) for name in ("article", "column judged", "column left", "later")]
        rows = [(self._showing.title(told.source), told.judged, told.left, told.later or "") for told in articles]
        self._console.print(make_table(heads, rows))
        listed = list(later)
        if listed:
            self.tell("later holds", "bold", n=len(listed))
            self.lines(listed)

    def lines(self, items: Iterable[Item]) -> None:
        """Items, a line for each."""
        for item in items:
            self.line(f"  {self._showing.line(item)}")

    def summary(self, summary: Summary, later: int, seeds: Path, commands: Iterable[tuple[str, str]]) -> None:
        """What a session did, where it was written, and what comes next."""
        told = done(self._showing.words, summary, later)
        if not told:
            return
        self.gap()
        self._console.print(Text(told, style="bold"))
        if summary.rows:
            self.tell("written to", folder=seeds)
            wide = max(map(len, summary.rows))
            for table, number in summary.rows.items():
                self.line(f"  {table:<{wide}}  +{number}")
        if summary.verdicts[Verdict.ACCEPT] + summary.verdicts[Verdict.EDIT]:
            self.tell("next")
            for command, what in commands:
                self._console.print(Text(f"  {command}", style="bold"), soft_wrap=True)  # to be copied
                self.line(f"    {self.say(what)}", "dim")

    def _field(self, key: str, text: str) -> None:
        line = Text(f"{self.say(key)}: ", style="dim")
        self._print_in(line.append(text, style="not dim"))

    def _print_in(self, text: Text) -> None:
        """A text with each of its lines set in."""
        for line in text.wrap(self._console, self._console.width - 2):
            line.rstrip()
            self._console.print(Text("  ") + line)

    def _sentence(self, card: Card) -> Text:
        text = Text()
        for part in card.sentence:
            ends = [card.subject, card.object]
            if part.entity and part.entity in ends:
                end = ends.index(part.entity)
                text.append(part.text, style=_THINGS[end]).append(_MARKS[end])
            else:
                text.append(part.text, style="bold" if part.entity else "")
        return text

    def _proof(self, proof: Proof, article: ArticleCounts | None) -> None:
        self.gap()
        self._print_in(lit(proof.passage))
        far = f" · {self.say('of article', judged=article.judged, all=article.all)}" if article is not None else ""
        self._print_in(Text(f"— {proof.article}{far}", style="dim"))
        if not proof.passage.whole:
            self.line(self.say("no article"), "dim")
        self.gap()


def _style(card: Card, key: str) -> str:
    """That of one of the two things of a fact, else of another."""
    ends = [card.subject, card.object]
    return _THINGS[ends.index(key)] if key in ends else "bold"


def lit(passage: Passage) -> Text:
    """A passage with its quote between marks, underlined, and its things in colour and numbered."""
    text = Text(passage.text)
    text.stylize(_QUOTE, *passage.quote)
    marks = [(passage.quote[0], "▸"), (passage.quote[1], "◂")]
    for span, style, mark in ((passage.subject, _THINGS[0], _MARKS[0]), (passage.object, _THINGS[1], _MARKS[1])):
        if span is not None:
            text.stylize(style, *span)
            marks.append((span[1], mark))
    # The last first, so that what stands before stays where it is; an end of the quote after the thing that ends there.
    for at, mark in sorted(marks, key=lambda each: (-each[0], each[1] != "◂")):
        text = text[:at] + Text(mark) + text[at:]
    return text
