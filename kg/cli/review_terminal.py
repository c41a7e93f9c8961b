"""The review in a terminal: one item at a time, one key for each answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from rich.console import Console
from rich.text import Text

from kg.cli.keys import key_reader
from kg.draft.model import Verdict
from kg.facts.problems import CallError, InputError
from kg.rdf.ontology import Ontology
from kg.review.articles import Passage
from kg.review.model import Item, Kind, Outcome
from kg.review.session import Session
from kg.review.showing import Card, Proof, Showing

_KEYS = (("a", "accept"), ("e", "edit"), ("r", "reject"), ("l", "later"), ("u", "undo"), ("o", "open"), ("q", "quit"))
_SINGLY = ("t", "things")
_MARKS = ("¹", "²")
_THINGS = ("bold cyan", "bold magenta")
_QUOTE = "underline"
_MOST_PROOFS = 4
_ENOUGH = "."
_WIDTH = 100
"""Of what is no terminal."""


class Terminal:
    """One session shown in a terminal."""

    def __init__(self, session: Session, ontology: Ontology, language: str, *, plain: bool) -> None:
        self._session = session
        self._showing = Showing(session, ontology, language)
        self._say = self._showing.words.say
        self._plain = plain or not sys.stdin.isatty()
        self._key = key_reader(plain)
        width = None if sys.stdout.isatty() else _WIDTH
        self._screen = Console(highlight=False, emoji=False, no_color=plain or None, width=width)
        self.written = False
        """Whether the tables were changed."""

    def run(self) -> None:
        """Asks until all is judged or the reviewer leaves."""
        try:
            item = self._session.next()
            while item is not None:
                self._show(self._showing.card(item))
                if not self._answered(item):
                    break
                item = self._session.next()
        except (KeyboardInterrupt, EOFError):
            self._screen.print()
            self._tell("stopped")
        self._close()

    def _close(self) -> None:
        counts = self._session.counts()
        if not counts.left:
            self._tell("done")
        if counts.left:
            self._screen.print(Text(self._say("progress", judged=counts.judged, left=counts.left)))
        if counts.fallen:
            self._tell("fallen left", n=counts.fallen)
        if unwritten := self._session.unwritten():
            self._tell("unwritten", what=", ".join(unwritten))

    def _tell(self, told: str, style: str = "", **values: object) -> None:
        self._screen.print(Text(self._say(told, **values), style=style))

    # What is shown.

    def _show(self, card: Card) -> None:
        counts = self._session.counts()
        self._screen.print()
        self._screen.rule(Text(self._say("progress", judged=counts.judged, left=counts.left)), style="dim")
        heading = Text(card.asked, style="bold")
        if card.waiting:
            heading.append(f" ({card.waiting})", style="dim")
        self._screen.print(heading)
        self._print_in(self._sentence(card))
        if card.new:
            self._field("new with it", "")
        for new in card.new:
            line = Text("  ").append(new.name, style=self._style(card, new.id)).append(f" · {new.what}")
            self._print_in(line.append(f" · {self._say('also')}: {', '.join(new.others)}" if new.others else ""))
        for proof in card.proofs[:_MOST_PROOFS]:
            self._show_proof(proof)
        if len(card.proofs) > _MOST_PROOFS:
            self._tell("evidence", "dim", n=len(card.proofs))
        if card.confidence:
            self._field("confidence", f"{card.confidence} · {card.item.rule}")
        if card.reasons:
            self._field("reasons", card.reasons)
        for number, candidate in enumerate(card.candidates, 1):
            self._screen.print(Text(f"  [{number}] {candidate.name} · {candidate.kind} · {candidate.id}"))
        for row in card.adds:
            self._field("adds", f"{row.table}: {row.text}")
        if card.adds_later:
            self._field("adds", self._say("adds later"))
        self._screen.print(self._keys(card))

    def _field(self, key: str, text: str) -> None:
        line = Text(f"{self._say(key)}: ", style="dim")
        self._print_in(line.append(text, style="not dim"))

    def _print_in(self, text: Text) -> None:
        """A text with each of its lines set in."""
        for line in text.wrap(self._screen, self._screen.width - 2):
            line.rstrip()
            self._screen.print(Text("  ") + line)

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

    def _style(self, card: Card, key: str) -> str:
        """That of one of the two things of a fact, else of another."""
        ends = [card.subject, card.object]
        return _THINGS[ends.index(key)] if key in ends else "bold"

    def _show_proof(self, proof: Proof) -> None:
        self._screen.print()
        self._print_in(lit(proof.passage))
        self._print_in(Text(f"— {proof.article}", style="dim"))
        if not proof.passage.whole:
            self._screen.print(Text(f"  {self._say('no article')}", style="dim"))
        self._screen.print()

    def _keys(self, card: Card) -> Text:
        text = Text("  ")
        shown = [*_KEYS[:2], _SINGLY, *_KEYS[2:]] if card.new else list(_KEYS)
        if card.item.kind is Kind.QUESTION:
            shown = [("n", "new"), *(pair for pair in _KEYS if pair[0] not in ("a", "e"))]
            if len(card.candidates):
                text.append(f"[1–{len(card.candidates)}]  ", style="bold")
            if not card.item.own_id:
                shown = shown[1:]
        for key, name in shown:
            text.append(f"[{key}]", style="bold").append(f" {self._say(name)}  ")
        return text

    # What is answered.

    def _answered(self, item: Item) -> bool:
        """Takes keys until one of them answers or the reviewer leaves; whether to go on."""
        while True:
            key = self._key()
            if key == "q":
                return False
            if key == "o":
                self._open(item)
                continue
            if key == "u":
                if self._undone():
                    return True
                continue
            if key == _SINGLY[0] and item.kind is Kind.FACT:
                if self._session.ask_singly(item):
                    return True
                self._tell("no new things", "dim")
                continue
            if key == "l":
                self._session.postpone(item)
                self._tell("postponed", "dim")
                return True
            outcome = self._judged(item, key)
            if outcome is not None and self._settled(outcome):
                return True

    def _judged(self, item: Item, key: str) -> Outcome | None:
        """What came of a key; None where it answers nothing."""
        session = self._session
        is_with_new = bool(session.new_with(item))
        if key == "r":
            outcome = session.answer(item, Verdict.REJECT, self._reason())
            return self._done(outcome, "rejected")
        if item.question is not None:
            meant = self._meant(item, key)
            if meant is not None:
                return self._done(session.answer(item, Verdict.ACCEPT, "", {"entity": meant}), "accepted")
        elif key == "a":
            return self._done(session.answer(item, Verdict.ACCEPT), "accepted with" if is_with_new else "accepted")
        elif key == "e":
            return self._edited(item)
        if key.strip():
            self._tell("no such key", "dim", pressed=key)
        return None

    def _meant(self, item: Item, key: str) -> str | None:
        assert item.question is not None
        if key == "n" and item.own_id:
            return item.own_id
        candidates = item.question.candidates
        return candidates[int(key) - 1] if key.isdecimal() and 0 < int(key) <= len(candidates) else None

    def _done(self, outcome: Outcome, word: str) -> Outcome:
        if not outcome.faults:
            self._tell(word, "green" if word != "rejected" else "yellow")
            self.written |= bool(outcome.rows)
            if outcome.fallen:
                self._tell("fell one" if outcome.fallen == 1 else "fell", n=outcome.fallen)
        return outcome

    def _settled(self, outcome: Outcome) -> bool:
        """Whether an answer stands; says what is wrong where it does not."""
        if outcome.faults:
            self._tell("not written", "bold red")
            for fault in dict.fromkeys(map(str, outcome.faults)):
                self._screen.print(Text(f"  {fault}", style="red"))
        return not outcome.faults

    def _reason(self) -> str:
        """Why it is rejected: nothing is asked, so that a rejection is one key."""
        return ""

    def _undone(self) -> bool:
        try:
            judged = self._session.undo()
        except (CallError, InputError) as error:
            self._screen.print(Text(str(error), style="red"))
            return False
        if judged is None:
            self._tell("nothing to undo", "dim")
            return False
        item = self._session.item(judged.proposal)
        what = self._showing.line(item) if item is not None else judged.proposal
        self._tell("undone", "yellow", what=what)
        self.written = True
        return True

    def _open(self, item: Item) -> None:
        """The article in whatever the system opens such files with; its address is told too."""
        path = self._session.articles.path(item.source)
        told = self._session.source(item.source)
        address = path.resolve().as_uri() if path is not None else told.url if told is not None else ""
        if not address:
            self._tell("no article", "dim")
            return
        self._screen.print(Text(f"  {path or address}", style="dim"))
        import webbrowser

        webbrowser.open(address)

    # Editing.

    def _edited(self, item: Item) -> Outcome | None:
        """Asks each field on a line of its own, until what was said passes the checks or the reviewer gives up."""
        from kg.cli.review_lines import line_asker

        told = dict(self._session.fields_of(item))
        self._tell("edit how plainly" if self._plain else "edit how", "dim")
        while True:
            try:
                changed = self._asked(told, line_asker(self._session, plain=self._plain))
            except (KeyboardInterrupt, EOFError):
                self._show(self._showing.card(item))
                return None
            outcome = self._session.answer(item, Verdict.EDIT, "", changed)
            if self._settled(outcome):
                return self._done(outcome, "edited")
            told = changed

    def _asked(self, told: Mapping[str, str], ask: Callable[[str, str, str], str]) -> dict[str, str]:
        """The fields as they were answered; those after a full stop stay as they are."""
        changed = dict(told)
        for name, text in told.items():
            answer = ask(name, self._showing.words.field(name), text)
            if answer == _ENOUGH:
                break
            changed[name] = answer
        return changed


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
