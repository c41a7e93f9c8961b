"""The review in a terminal: one item at a time, one key for each answer."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Mapping

from kg.cli.keys import key_reader
from kg.cli.review_screen import BACK, THINGS, Key, Screen, keys_of
from kg.draft.model import Verdict
from kg.facts.problems import CallError, InputError
from kg.rdf.ontology import Ontology
from kg.review import telling
from kg.review.mending import fields_of_source
from kg.review.model import Item, Kind, Outcome
from kg.review.offers import Offers
from kg.review.progress import Pace
from kg.review.session import Session
from kg.review.showing import Showing

_ENOUGH = "."
_RECALL: tuple[Key, ...] = (("l", "recall"), ("q", "quit"))


class Terminal:
    """One session shown in a terminal."""

    def __init__(self, session: Session, ontology: Ontology, language: str, *, plain: bool) -> None:
        self._session = session
        self._showing = Showing(session, ontology, language)
        self._plain = plain or not sys.stdin.isatty()
        self._key = key_reader(plain)
        self._screen = Screen(self._showing, plain=plain)
        self._pace = Pace(time.monotonic)
        self._strange = False
        """Whether the last key answered nothing, and was told so."""
        self.written = False
        """Whether the tables were changed."""

    def run(self) -> None:
        """Asks until all is judged or the reviewer leaves."""
        try:
            item = self._next()
            while item is not None:
                self._show(item)
                if not self._answered(item):
                    break
                item = self._next()
        except (KeyboardInterrupt, EOFError):
            self._screen.gap()
            self._screen.tell("stopped")
        self._close()

    def _next(self) -> Item | None:
        """The next item; of what was left for later, should nothing else be left and the reviewer wish it."""
        item = self._session.agenda.next()
        later = self._session.agenda.left_for_later() if item is None else []
        if not later:
            return item
        self._screen.gap()
        self._screen.tell("later holds", "bold", n=len(later))
        self._screen.lines(later)
        self._screen.keys(_RECALL)
        while (key := self._key()) != "q":
            if key == "l":
                self._session.agenda.recall()
                return self._session.agenda.next()
            self._answers_nothing(key)
        return None

    def _show(self, item: Item) -> None:
        session, counts = self._session, self._session.agenda.counts()
        article = next((told for told in session.agenda.by_article() if told.source == item.source), None)
        self._screen.item(self._showing.card(item), counts, article, self._pace.minutes_left(counts.left))
        self._screen.keys(self._keys(item))

    def _keys(self, item: Item) -> list[Key]:
        return keys_of(self._showing.card(item), is_opened=self._session.agenda.is_opened(item))

    def _close(self) -> None:
        counts = self._session.agenda.counts()
        if not counts.left:
            self._screen.tell("done")
        else:
            self._screen.line(self._screen.how_far(counts, self._pace.minutes_left(counts.left)))
        if counts.fallen:
            self._screen.tell("fallen left", n=counts.fallen)
        if unwritten := self._session.unwritten():
            self._screen.tell("unwritten", what=", ".join(unwritten))

    def tell_end(self, commands: Iterable[tuple[str, str]]) -> None:
        """What the session did, where it was written, and what to call next."""
        session = self._session
        self._screen.summary(session.agenda.summary(), session.agenda.counts().later, session.holdings.seeds, commands)

    # What is answered.

    def _answered(self, item: Item) -> bool:
        """Takes keys until one of them answers or the reviewer leaves; whether to go on."""
        while True:
            key = self._key()
            if key == "q":
                return False
            if self._is_settled(item, key):
                self._pace.answered()
                self._strange = False
                return True

    def _is_settled(self, item: Item, key: str) -> bool:
        """What a key does; whether the next item is to be shown."""
        session, screen = self._session, self._screen
        if key == "l":
            session.agenda.postpone(item)
            screen.tell("postponed", "dim")
            return True
        if key == "u":
            return self._undone()
        if key == THINGS[0] and item.kind is Kind.FACT:
            if not session.agenda.new_with(item):
                screen.tell("no new things", "dim")
            return session.agenda.ask_singly(item)
        if key == BACK[0] and session.agenda.is_opened(item):
            return session.agenda.ask_together(item)
        if key == "s":
            self._mend_source(item)
            return True
        if key in ("o", "p", "?"):
            {"o": self._open, "p": self._progress, "?": self._help}[key](item)
            screen.keys(self._keys(item))
            return False
        outcome = self._judged(item, key)
        if outcome is None:
            return False
        if not outcome.faults:
            return True
        screen.faults(outcome.faults)
        screen.keys(self._keys(item))
        return False

    def _judged(self, item: Item, key: str) -> Outcome | None:
        """What came of a key; None where it answers nothing."""
        session = self._session
        if key == "r" and not item.is_sameness:
            return self._done(session.answer(item, Verdict.REJECT), "rejected")
        if item.question is not None:
            meant = self._meant(item, key)
            if meant is not None:
                return self._done(session.answer(item, Verdict.ACCEPT, "", {"entity": meant}), "accepted")
        elif key == "a":
            word = "accepted with" if session.agenda.new_with(item) else "accepted"
            return self._done(session.answer(item, Verdict.ACCEPT), word)
        elif key == "e":
            return self._edited(item)
        self._answers_nothing(key)
        return None

    def _answers_nothing(self, key: str) -> None:
        """Says so once, not for each key of a cat on the keyboard."""
        if key.strip() and not self._strange:
            self._screen.tell("no such key", "dim", pressed=key)
            self._strange = True

    def _meant(self, item: Item, key: str) -> str | None:
        assert item.question is not None
        if item.is_sameness and (key == "r" or (key == "a" and len(item.question.candidates) == 1)):
            key = {"a": "1", "r": "n"}[key]  # yes and no
        if key == "n" and item.own_id:
            return item.own_id
        candidates = item.question.candidates
        return candidates[int(key) - 1] if key.isdecimal() and 0 < int(key) <= len(candidates) else None

    def _done(self, outcome: Outcome, word: str) -> Outcome:
        if not outcome.faults:
            self._screen.tell(word, "green" if word != "rejected" else "yellow")
            self.written |= bool(outcome.rows)
            if outcome.fallen:
                self._screen.tell("fell one" if outcome.fallen == 1 else "fell", n=outcome.fallen)
        return outcome

    def _undone(self) -> bool:
        try:
            judged = self._session.undo()
        except (CallError, InputError) as error:
            self._screen.line(self._screen.in_words(str(error)), "red")
            return False
        if judged is None:
            self._screen.tell("nothing to undo", "dim")
            return False
        item = self._session.agenda.item(judged.proposal)
        what = self._showing.line(item) if item is not None else judged.proposal
        self._screen.tell("undone", "yellow", what=what)
        self.written = True
        return True

    # What is looked at, and answers nothing.

    def _help(self, item: Item) -> None:
        self._screen.help(self._keys(item))

    def _progress(self, item: Item) -> None:
        session, counts = self._session, self._session.agenda.counts()
        self._screen.gap()
        self._screen.line(self._screen.how_far(counts, self._pace.minutes_left(counts.left)), "bold")
        self._screen.articles(session.agenda.by_article(), session.agenda.left_for_later())

    def _open(self, item: Item) -> None:
        """The article in whatever the system opens such files with; its address is told too."""
        path = self._session.articles.path(item.source)
        told = self._session.source(item.source)
        address = path.resolve().as_uri() if path is not None else told.url if told is not None else ""
        if not address:
            self._screen.tell("no article", "dim")
            return
        self._screen.line(f"{path or address}", "dim")
        import webbrowser

        webbrowser.open(address)

    # Editing.

    def _mend_source(self, item: Item) -> None:
        """Asks what is said of the article of an item, a field on a line, until it passes the checks."""
        from kg.cli.review_lines import line_asker

        source = self._session.source(item.source)
        if source is None:
            self._screen.tell("no article", "dim")
            return
        told = fields_of_source(source)
        self._screen.tell("source of", "bold", title=source.title)
        self._screen.tell("edit how plainly" if self._plain else "edit how", "dim")
        asker = line_asker(Offers(self._session, self._showing), plain=self._plain)
        while True:
            try:
                told = self._asked(told, asker)
            except (KeyboardInterrupt, EOFError):
                self._screen.tell("edit left", "dim")
                return
            mended = self._session.mend_source(source.id, told)
            if not mended.faults:
                self._screen.line(telling.mended(self._showing.words, mended, source), "green")
                self.written |= bool(mended.changed)
                return
            self._screen.faults(mended.faults)

    def _edited(self, item: Item) -> Outcome | None:
        """Asks each field on a line of its own, until what was said passes the checks or the reviewer gives up."""
        from kg.cli.review_lines import line_asker

        offers = Offers(self._session, self._showing)
        told = dict(self._session.fields_of(item))
        self._screen.tell("edit how plainly" if self._plain else "edit how", "dim")
        while True:
            try:
                changed = self._asked(told, line_asker(offers, plain=self._plain))
            except (KeyboardInterrupt, EOFError):
                self._screen.tell("edit left", "dim")
                self._show(item)
                return None
            outcome = self._session.answer(item, Verdict.EDIT, "", changed)
            if not outcome.faults:
                return self._done(outcome, "edited")
            self._screen.faults(outcome.faults)
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
