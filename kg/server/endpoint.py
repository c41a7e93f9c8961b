"""The endpoint: the query operation of the SPARQL 1.1 Protocol, at `/sparql`."""

from __future__ import annotations

import asyncio
import math
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.server.descriptions import service_description, write_graph
from kg.server.guard import Refused, read_body
from kg.server.negotiation import GRAPHS, ROWS, TRUTHS, Form, by_name, choose
from kg.server.notes import notes_on, warning
from kg.server.pool import Answer, Forms, Outcome, Pool
from kg.server.settings import Settings
from kg.server.shares import client_of
from kg.server.site import Site

_URLENCODED = "application/x-www-form-urlencoded"
_SPARQL = "application/sparql-query"
_REFUSED_DATASET = (
    "This endpoint has one dataset, the union of its named graphs. Leave out default-graph-uri and named-graph-uri, "
    "and name graphs with GRAPH in the query."
)
Pairs = list[tuple[str, str]]


class Endpoint:
    """Queries of strangers, in processes of their own."""

    def __init__(self, site: Site, settings: Settings, pool: Pool) -> None:
        self._site = site
        self._settings = settings
        self._pool = pool

    async def answer(self, request: Request) -> Response:
        """Answers one request."""
        pairs, body = await self.read(request)
        if request.method != "POST" and not pairs:
            return self._describe(request)
        query = body if body is not None else only_query(pairs)
        named = [value for name, value in pairs if name == "format"]
        answer = await ask_while_waited_for(request, self._pool, query, _forms(request, named))
        if answer.outcome is not Outcome.DONE:
            raise refusal(answer, self._settings)
        assert answer.form is not None
        headers = {"vary": "Accept", "cache-control": "no-cache"} | warning(*await notes_on(self._site, query, answer))
        return Response(answer.data, media_type=None, headers={**headers, "content-type": answer.form.content_type})

    async def read(self, request: Request) -> tuple[Pairs, str | None]:
        """The parameters of a request, and the query where it is the body (SPARQL 1.1 Protocol, 2.1)."""
        pairs = _pairs(request.scope["query_string"])
        if request.method != "POST":
            return _checked(pairs), None
        kind, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
        if kind not in (_URLENCODED, _SPARQL):
            raise Refused(
                415, f"Send a query as {_URLENCODED} or {_SPARQL}.", {"accept-post": f"{_URLENCODED}, {_SPARQL}"}
            )
        if any(p.startswith("charset=") and p[8:].strip('"') not in ("utf-8", "utf8") for p in parameters):
            raise Refused(415, "Send the query as UTF-8.")
        if request.headers.get("content-encoding", "identity") != "identity":
            raise Refused(415, "Send the query without Content-Encoding.")
        body = await read_body(request, self._settings)
        if kind == _SPARQL:
            if any(name == "query" for name, _ in pairs):
                raise Refused(400, "The query is both in the address and in the body. Send it once.")
            return _checked(pairs), _text(body)
        return _checked(pairs + _pairs(body)), None

    def _describe(self, request: Request) -> Response:
        """The service description for programs, the query page for people (SPARQL 1.1 Service Description, 2)."""
        form = choose(request.headers.get("accept"), (*GRAPHS, Form.HTML))
        if form is Form.HTML:
            return RedirectResponse("/query", 303, {"vary": "Accept"})
        if form is None:
            raise not_acceptable(GRAPHS)
        data = write_graph(service_description(self._site, origin(request)), form)
        return Response(data, headers={"vary": "Accept", "content-type": form.content_type})


def origin(request: Request) -> str:
    """The address of this server, as the client wrote it."""
    return f"{request.url.scheme}://{request.url.netloc}"


def only_query(pairs: Pairs) -> str:
    """The one query among parameters; Refused where there are none or several, or an update."""
    if any(name == "update" for name, _ in pairs):
        raise Refused(400, "This endpoint only reads: it takes no update.")
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) != 1:
        raise Refused(400, "A request has exactly one parameter 'query'.")
    return queries[0]


def _checked(pairs: Pairs) -> Pairs:
    if any(name in ("default-graph-uri", "named-graph-uri") for name, _ in pairs):
        raise Refused(400, _REFUSED_DATASET)
    return pairs


def _pairs(encoded: bytes) -> Pairs:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError:
        raise Refused(400, "The parameters cannot be read: percent-encoded UTF-8 is expected.") from None


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "The query is not UTF-8.") from None


def _forms(request: Request, named: list[str]) -> Forms:
    """The forms that a client takes: of `format` where it is given, else of its Accept header."""
    if named:
        forms = Forms(by_name(named[-1], ROWS), by_name(named[-1], TRUTHS), by_name(named[-1], GRAPHS))
    else:
        accept = request.headers.get("accept")
        forms = Forms(choose(accept, ROWS), choose(accept, TRUTHS), choose(accept, GRAPHS))
    if forms == Forms(None, None, None):
        raise not_acceptable((*ROWS, *GRAPHS))
    return forms


def not_acceptable(forms: tuple[Form, ...]) -> Refused:
    """The answer to a client that takes none of these forms."""
    known = ", ".join(form.media_types[0] for form in forms)
    return Refused(406, f"This can be had as: {known}.", {"vary": "Accept"})


async def ask_while_waited_for(request: Request, pool: Pool, query: str, forms: Forms) -> Answer:
    """The answer of a pool; the query is stopped once nobody waits for it any more."""

    async def gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    client = client_of(request.client.host if request.client else "")
    asking, leaving = asyncio.ensure_future(pool.ask(query, forms, client)), asyncio.ensure_future(gone())
    try:
        await asyncio.wait((asking, leaving), return_when=asyncio.FIRST_COMPLETED)
        return asking.result() if asking.done() else Answer(Outcome.LATE)
    finally:
        leaving.cancel()
        asking.cancel()


def refusal(answer: Answer, settings: Settings) -> Refused:
    """What a program is told of a query that has no answer."""
    outcome = answer.outcome
    if outcome is Outcome.WRONG:
        return Refused(400, answer.text)
    if outcome is Outcome.UNACCEPTABLE:
        return not_acceptable({"rows": ROWS, "truth": TRUTHS, "graph": GRAPHS}[answer.kind])
    if outcome is Outcome.MANY:
        return Refused(403, f"The answer has more than {settings.rows:,} rows. Add LIMIT or ask for less.")
    if outcome is Outcome.BUSY:
        return Refused(503, "Too many queries are running. Try again.", {"retry-after": "2"})
    if outcome is Outcome.SHARE:
        return Refused(
            429,
            "Your address asks too much at once. Wait a while, and ask one query after another.",
            {"retry-after": "2"},
        )
    if outcome is Outcome.CROWDED:
        text = "The query was stopped, since it took long and others waited. Try again later, or ask for less."
        return Refused(503, text, {"retry-after": f"{math.ceil(settings.timeout)}"})
    if outcome is Outcome.BIG:
        return Refused(503, "The query needed more memory than a query may have. Ask for less.")
    after = {"retry-after": f"{math.ceil(settings.timeout)}"}
    return Refused(503, f"The query was stopped after {settings.timeout:g} s. Ask for less.", after)
