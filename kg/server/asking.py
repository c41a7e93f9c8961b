"""Handlers of the pages that ask: the shipped questions, and any SPARQL."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from kg.facts.problems import CallError
from kg.rdf.queries import NamedQuery, value_of
from kg.server import tables
from kg.server.endpoint import Endpoint, ask_while_waited_for, only_query, refusal
from kg.server.guard import Refused
from kg.server.looking import VARY, asked_form, html, reader_of
from kg.server.negotiation import ROWS, Form, by_name
from kg.server.notes import in_words, notes_on, warning
from kg.server.pool import Answer, Forms, Outcome, Pool
from kg.server.settings import Settings
from kg.server.site import Reader, Site

_OURS = ("lang", "format")
_PAGE = Forms(Form.ROWS_JSON, Form.ROWS_JSON, Form.TURTLE)


class Asking:
    """Handlers over one site. Shipped questions have processes of their own, which no stranger's query can fill."""

    def __init__(self, site: Site, settings: Settings, endpoint: Endpoint, strangers: Pool, shipped: Pool) -> None:
        self._site = site
        self._settings = settings
        self._endpoint = endpoint
        self._strangers = strangers
        self._shipped = shipped

    async def query(self, request: Request) -> Response:
        """The query page: with `query` its answer, with `question` that question's SPARQL."""
        reader = reader_of(self._site, request)
        pairs, body = await self._endpoint.read(request)
        if body is not None:
            raise Refused(415, "The query page takes forms. Programs ask at /sparql.")
        values = dict(pairs)
        if "query" not in values:
            question = self._site.questions.get(values.get("question", ""))
            text = _without_header(question.bound()) if question is not None else ""
            return html(reader, tables.query_page(reader, self._settings, text, None, ""))
        text = only_query(pairs)
        answer = await ask_while_waited_for(request, self._strangers, text, _PAGE)
        absent, unknown = await notes_on(self._site, text, answer)
        pointless = unknown if answer.empty else ""
        trouble = self._trouble(reader, answer) or pointless
        shown = None if pointless else answer
        page = tables.query_page(reader, self._settings, text, shown, trouble, in_words(reader, absent))
        refused = refusal(answer, self._settings) if answer.outcome is not Outcome.DONE else None
        return html(reader, page, refused.status if refused else 200, refused.headers if refused else None)

    async def questions(self, request: Request) -> Response:
        """The shipped questions."""
        reader = reader_of(self._site, request)
        if asked_form(request, (Form.HTML, Form.JSON)) is Form.HTML:
            return html(reader, tables.questions_page(reader))
        rows = [
            {
                "name": name,
                "question": tables.question_text(reader, question),
                "parameters": [
                    {
                        "name": item.name,
                        "label": item.label(reader.language),
                        "kind": item.kind,
                        "default": item.default,
                    }
                    for item in question.parameters
                ],
                "columns": dict(question.columns),
                "address": f"/questions/{name}",
            }
            for name, question in self._site.questions.items()
        ]
        return JSONResponse(rows, headers=VARY)

    async def question(self, request: Request) -> Response:
        """A shipped question, answered for the values in the address."""
        name = request.path_params["name"]
        form = None
        if name not in self._site.questions:
            name, _, ending = name.rpartition(".")
            form = by_name(ending, ROWS)
            if name not in self._site.questions or (form is None and ending != "rq"):
                raise HTTPException(404)
        reader, question = reader_of(self._site, request), self._site.questions[name]
        asked = {key: value for key, value in request.query_params.items() if key not in _OURS}
        try:
            sparql, trouble = question.bound(self._values(question, asked)), ""
        except CallError as error:
            sparql, trouble = "", str(error)
        if form is None and request.path_params["name"].endswith(".rq"):
            if trouble:
                raise Refused(400, trouble)
            return PlainTextResponse(sparql, headers={"content-type": "application/sparql-query; charset=utf-8"})
        form = form or asked_form(request, (Form.HTML, *ROWS))
        if trouble:
            if form is not Form.HTML:
                raise Refused(400, trouble)
            return html(reader, tables.question_page(reader, question, asked, None, trouble, ""), 400)
        wanted = _PAGE if form is Form.HTML else Forms(form, None, None)
        answer = await ask_while_waited_for(request, self._shipped, sparql, wanted)
        refused = refusal(answer, self._settings) if answer.outcome is not Outcome.DONE else None
        absent, _ = await notes_on(self._site, sparql, answer)
        if form is not Form.HTML:
            if refused:
                raise refused
            headers = {**VARY, "content-type": form.content_type}
            return Response(answer.data, headers=headers | warning(absent, ""))
        page = tables.question_page(
            reader,
            question,
            asked,
            answer,
            self._trouble(reader, answer),
            _without_header(sparql),
            in_words(reader, absent),
        )
        return html(reader, page, refused.status if refused else 200, refused.headers if refused else None)

    def _values(self, question: NamedQuery, asked: dict[str, str]) -> dict[str, NamedNode | Literal]:
        """The values of parameters: things may be named in any language."""
        known = {item.name: item for item in question.parameters}
        values: dict[str, NamedNode | Literal] = {}
        for name, text in asked.items():
            parameter = known.get(name)
            if parameter is None:
                question.bound({name: Literal(text)})  # says which there are
                continue
            values[name] = value_of(parameter, self._site.resolve(text) if parameter.kind == "iri" else text)
        return values

    def _trouble(self, reader: Reader, answer: Answer) -> str:
        """What a person is told of a query that has no answer."""
        if answer.outcome is Outcome.DONE:
            return ""
        if answer.outcome is Outcome.WRONG:
            return answer.text
        seconds, rows = f"{self._settings.timeout:g}", f"{self._settings.rows:,}"
        return reader.word(answer.outcome.value, seconds=seconds, n=rows)


def _without_header(text: str) -> str:
    """The SPARQL of a question without the comments that describe it."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#+"))
