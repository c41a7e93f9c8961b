"""Handlers of the review: the only pages of a server that change anything, for one person on this machine.

What keeps others out: it is off unless asked for and only on loopback (the Host header is checked for every request),
a change takes a POST with a token that only its pages know, from a page of this server where the browser says from
which it comes (OWASP, Cross-Site Request Forgery Prevention), and no answer is kept.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from threading import Lock
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from kg.draft.model import Verdict
from kg.facts.problems import CallError, InputError
from kg.rdf.ontology import Ontology
from kg.review import telling
from kg.review.mending import fields_of_source
from kg.review.model import Item, Outcome
from kg.review.offers import Offers
from kg.review.progress import Pace
from kg.review.session import Session
from kg.review.showing import Showing
from kg.server import review_pages
from kg.server.endpoint import origin
from kg.server.guard import POLICY, Refused, read_body
from kg.server.looking import html, reader_of
from kg.server.review_forms import View
from kg.server.settings import Settings
from kg.server.site import Site
from kg.views.words import LANGUAGES

# Under `no-referrer` browsers call the origin of a form `null` (Fetch, 3.2.3), and we could not tell whose it is.
_KEPT_NOWHERE = {"cache-control": "no-store", "referrer-policy": "same-origin"}
_FIELD = "field:"
_DONE = ("accepted", "accepted with", "edited", "rejected", "postponed", "undone", "changed meanwhile")
_ANSWERED = ("accepted", "accepted with", "edited", "rejected", "postponed")
_LONGEST = 200
"""Characters of what is typed that are looked for."""
_VERDICTS = {"accept": Verdict.ACCEPT, "edit": Verdict.EDIT, "reject": Verdict.REJECT}


@dataclass(frozen=True)
class Desk:
    """What a review is done with, through all builds that a server goes over to."""

    session: Session
    ontology: Ontology
    commands: tuple[tuple[str, str], ...] = ()
    """What to call after a review, each with the word for what it does."""
    pace: Pace = field(default_factory=lambda: Pace(time.monotonic))
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    """What a form must bring along: only the pages of this server know it."""
    lock: Lock = field(default_factory=Lock)
    """One request at a time uses the session."""


class Reviewing:
    """Handlers over one session, which one request at a time may use."""

    def __init__(self, site: Site, settings: Settings, desk: Desk) -> None:
        self._site = site
        self._settings = settings
        self._session = desk.session
        self._desk = desk
        self._showing = {code: Showing(desk.session, desk.ontology, code) for code in LANGUAGES}
        self._offers = {code: Offers(desk.session, showing) for code, showing in self._showing.items()}
        self._token = desk.token
        self._lock = desk.lock
        self._told = ""
        """What is to be told on the next page of a source that was corrected."""

    def page(self, request: Request) -> Response:
        """What is next, its fields to be edited, or what the session did."""
        with self._lock:
            asked = request.query_params
            return self._shown(request, self._session.agenda.next(), editing="edit" in asked, mending="source" in asked)

    def offers(self, request: Request) -> Response:
        """What may stand in a field, by what was typed: a JSON list of `value`, `name` and `what`."""
        field_, typed = (request.query_params.get(name, "")[:_LONGEST] for name in ("field", "typed"))
        with self._lock:
            found = self._offers[reader_of(self._site, request).language].of(field_, typed)
        return JSONResponse([asdict(offer) for offer in found], headers=_KEPT_NOWHERE)

    def article(self, request: Request) -> Response:
        """The article of an item, its quote lit."""
        with self._lock:
            item = self._session.agenda.item(request.query_params.get("key", ""))
            if item is None:
                raise HTTPException(404)
            reader = reader_of(self._site, request)
            text = self._session.articles.text(item.source)
            card = self._showing[reader.language].card(item)
            found = self._session.articles.find(item.source, item.place.quote) or []
            at = (item.place.occurrence or 1) - 1
            page = review_pages.article_page(reader, card, text, found[at] if at < len(found) else None)
        return html(reader, page, 200, _KEPT_NOWHERE)

    async def judge(self, request: Request) -> Response:
        """Does what a form says, and shows what is next."""
        self._check_origin(request)
        if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            raise Refused(415, "Send the form as application/x-www-form-urlencoded.")
        body = await read_body(request, self._settings)
        try:
            told = dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=200))
        except ValueError:
            raise Refused(400, "The form cannot be read.") from None
        if not secrets.compare_digest(told.get("token", "").encode(), self._token.encode()):
            raise Refused(403, "The form is not of this server as it runs now. Load the page again.")
        return await run_in_threadpool(self._judged, request, told)

    def _check_origin(self, request: Request) -> None:
        """Raises Refused for what a page of another origin sends."""
        from_ = request.headers.get("origin")
        site = request.headers.get("sec-fetch-site", "same-origin")
        if (from_ is not None and from_ != origin(request)) or site not in ("same-origin", "none"):
            raise Refused(403, "Only pages of this server may judge.")

    def _judged(self, request: Request, told: Mapping[str, str]) -> Response:
        with self._lock:
            session, act = self._session, told.get("act", "")
            if act == "undo":
                return self._undone(request)
            if act == "recall":
                session.agenda.recall()
                return self._next(request, "")
            item = session.agenda.item(told.get("key", ""))
            if item is None or item.key in session.journal.judged:
                return self._next(request, "changed meanwhile")
            if act == "later":
                session.agenda.postpone(item)
                return self._next(request, "postponed")
            if act == "source":
                return self._mended(request, item, _fields(told))
            if act in ("things", "back"):
                {"things": session.agenda.ask_singly, "back": session.agenda.ask_together}[act](item)
                return self._next(request, "")
            if act not in _VERDICTS and act != "answer":
                raise Refused(400, "The form says nothing that can be done.")
            fields = _fields(told)
            is_with_new = bool(session.agenda.new_with(item))
            outcome = self._answered(item, act, told, fields)
            if outcome.faults:
                return self._shown(request, item, editing=act == "edit", fields=fields, outcome=outcome)
            accepted = "accepted with" if is_with_new else "accepted"
            word = {"accept": accepted, "answer": "accepted", "edit": "edited", "reject": "rejected"}[act]
            return self._next(request, word, outcome.fallen)

    def _answered(self, item: Item, act: str, told: Mapping[str, str], fields: Mapping[str, str]) -> Outcome:
        if act == "answer":
            return self._session.answer(item, Verdict.ACCEPT, "", {"entity": told.get("entity", "")})
        edited = fields if act == "edit" else None
        return self._session.answer(item, _VERDICTS[act], told.get("reason", ""), edited)

    def _mended(self, request: Request, item: Item, told: Mapping[str, str]) -> Response:
        """Corrects the source of an item's article, and tells what follows from that."""
        source = self._session.source(item.source)
        if source is None:
            return self._next(request, "")
        try:
            mended = self._session.mend_source(source.id, told)
        except CallError as error:
            return self._shown(request, item, mending=True, fields=told, trouble=str(error))
        if mended.faults:
            return self._shown(request, item, mending=True, fields=told, outcome=Outcome(mended.faults))
        words = self._showing[reader_of(self._site, request).language].words
        self._told = telling.mended(words, mended, source)
        return self._next(request, "")

    def _undone(self, request: Request) -> Response:
        try:
            judged = self._session.undo()
        except (CallError, InputError) as error:
            return self._shown(request, self._session.agenda.next(), trouble=str(error))
        return self._next(request, "undone" if judged is not None else "")

    def _next(self, request: Request, done: str, fell: int = 0) -> Response:
        reader = reader_of(self._site, request)
        told = {"done": done} if done else {}
        told |= {"fell": str(fell)} if fell else {}
        if done in _ANSWERED:
            self._desk.pace.answered()
        return RedirectResponse(reader.address("/review", **told), 303, _KEPT_NOWHERE)

    def _fields_of(self, item: Item, *, mending: bool) -> Mapping[str, str]:
        """The fields of an item, or those of the source of its article."""
        source = self._session.source(item.source) if mending else None
        return fields_of_source(source) if source is not None else self._session.fields_of(item)

    def _shown(
        self,
        request: Request,
        item: Item | None,
        *,
        editing: bool = False,
        mending: bool = False,
        fields: Mapping[str, str] | None = None,
        outcome: Outcome | None = None,
        trouble: str = "",
    ) -> Response:
        """The page of an item, with what is wrong with an answer to it."""
        reader = reader_of(self._site, request)
        showing = self._showing[reader.language]
        session, asked, counts = self._session, request.query_params, self._session.agenda.counts()
        done = asked.get("done", "") if request.method == "GET" else ""
        fell = asked.get("fell", "")
        told, self._told = (self._told, "") if request.method == "GET" else ("", self._told)
        view = View(
            card=showing.card(item) if item is not None else None,
            counts=counts,
            token=self._token,
            articles=session.agenda.by_article(),
            later=session.agenda.left_for_later(),
            minutes=self._desk.pace.minutes_left(counts.left),
            is_opened=item is not None and session.agenda.is_opened(item),
            fields=(fields or self._fields_of(item, mending=mending))
            if item is not None and editing | mending
            else None,
            mends=mending,
            told=told,
            faults=tuple(dict.fromkeys(map(str, outcome.faults)))
            if outcome is not None
            else (trouble,) * bool(trouble),
            done=done if done in _DONE else "",
            fell=int(fell) if fell.isascii() and fell.isdecimal() and len(fell) < 7 else 0,
            focus="e" if asked.get("focus") == "e" else "",
            summary=session.agenda.summary() if item is None or "end" in asked else None,
            commands=self._desk.commands,
            seeds=str(session.holdings.seeds),
        )
        page = review_pages.review_page(reader, showing, self._offers[reader.language], view)
        # Alone of all pages this one asks for more: for what may stand in a field.
        policy = {"content-security-policy": f"{POLICY}; connect-src 'self'"}
        return html(reader, page, 422 if view.faults else 200, {**_KEPT_NOWHERE, **policy})


def _fields(told: Mapping[str, str]) -> dict[str, str]:
    """The fields of an edit form, white space at their ends and line ends in them removed."""
    return {name[len(_FIELD) :]: " ".join(text.split()) for name, text in told.items() if name.startswith(_FIELD)}
