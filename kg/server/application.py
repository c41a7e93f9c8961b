"""All addresses of a server and what stands there: a Starlette application over the newest build."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from kg.server.asking import Asking
from kg.server.endpoint import Endpoint
from kg.server.guard import Guard, Refused
from kg.server.looking import Looking, not_found
from kg.server.pool import Pool
from kg.server.renewal import Renewal
from kg.server.reviewing import Desk, Reviewing
from kg.server.settings import Settings
from kg.server.site import Site

Handler = Callable[[Request], Awaitable[Response]]


def make_application(
    site: Site, settings: Settings, desk: Desk | None = None, reopen: Callable[[], Site] | None = None
) -> ASGIApp:
    """The application. Nothing is reviewed without a `desk`.

    With `reopen`, it looks for another build in the folder and then answers from that.
    """
    application: ASGIApp = Renewal(site, lambda current: _of_one_build(current, settings, desk), reopen)
    if settings.cors:
        application = CORSMiddleware(
            application,
            allow_origins=list(settings.cors),
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=["Accept", "Accept-Language", "Content-Type"],
            expose_headers=["Warning"],
        )
    return Guard(application, settings)


@dataclass(frozen=True)
class _Pools:
    """The processes that answer queries on one build."""

    strangers: Pool
    shipped: Pool

    async def close(self) -> None:
        """Ends them."""
        await self.strangers.close()
        await self.shipped.close()


def _of_one_build(site: Site, settings: Settings, desk: Desk | None) -> tuple[ASGIApp, _Pools]:
    pools = _Pools(Pool(settings, settings.open_rules), Pool(settings, settings.shipped_rules))
    endpoint = Endpoint(site, settings, pools.strangers)
    asking = Asking(site, settings, endpoint, pools.strangers, pools.shipped)
    looking = Looking(site)

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, Refused)
        return PlainTextResponse(f"{error.text}\n", error.status, error.headers)

    async def failed(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 404:
            return not_found(site, request)
        if error.status_code == 405 and request.method == "OPTIONS":  # asks what may be asked (RFC 9110, 9.3.7)
            return Response(status_code=204, headers=error.headers)
        return PlainTextResponse(f"{error.detail}.\n", error.status_code, error.headers)

    routes = [
        Route("/", looking.home),
        Route("/sparql", endpoint.answer, methods=["GET", "HEAD", "POST"]),
        Route("/query", asking.query, methods=["GET", "HEAD", "POST"]),
        Route("/questions", asking.questions),
        Route("/questions/{name}", asking.question),
        Route("/find", looking.find),
        Route("/id/{key}", looking.thing),
        Route("/claim/{key}", looking.claim),
        Route("/source/{key}", looking.source),
        Route("/context.jsonld", looking.context),
        Route("/ontology", looking.ontology),
        Route("/ontology.{ending}", looking.ontology),
        Route("/.well-known/void", looking.void),
        Route("/files/{name}", looking.file),
        Route("/static/{name:path}", looking.static),
        Route("/robots.txt", looking.robots),
        Route("/{name}.html", looking.built_page),
    ]
    if desk is not None:
        reviewing = Reviewing(site, settings, desk)
        routes += [
            Route("/review", reviewing.page, methods=["GET"]),
            Route("/review", reviewing.judge, methods=["POST"]),
            Route("/review/article", reviewing.article),
            Route("/review/offers", reviewing.offers),
        ]
    application = Starlette(routes=routes, exception_handlers={Refused: refused, HTTPException: failed})
    return application, pools
