"""Handlers of the pages and the RDF of things, claims, sources, the ontology, and of the build's files."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from pyoxigraph import Triple
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)

from kg.exports.context import context_text
from kg.rdf.vocabulary import CLAIM, ID, SOURCE
from kg.server import cards, pages
from kg.server.descriptions import (
    claim_graph,
    dataset_description,
    ontology_graph,
    source_graph,
    thing_graph,
    write_framed_graph,
    write_graph,
)
from kg.server.endpoint import not_acceptable, origin
from kg.server.frame import STATIC, static_file
from kg.server.guard import FRAMES
from kg.server.negotiation import GRAPHS, Form, by_name, choose, choose_language
from kg.server.site import FILES, PAGES, Reader, Site
from kg.views.words import LANGUAGES

_LONGEST_NAME = 200
_TRIES, _PAUSE_SECONDS = 40, 0.05
_PIECE_BYTES = 1 << 18
VARY = {"vary": "Accept, Accept-Language", "cache-control": "no-cache"}
"""Of answers that differ by what the reader accepts."""


def reader_of(site: Site, request: Request) -> Reader:
    """Who asks: the language is `lang` in the address, else of Accept-Language."""
    asked = request.query_params.get("lang", "")
    if asked in LANGUAGES:
        return Reader(site, asked, True)
    return Reader(site, choose_language(request.headers.get("accept-language"), LANGUAGES), False)


def html(reader: Reader, text: str, status: int = 200, headers: dict[str, str] | None = None) -> HTMLResponse:
    """A page as an answer."""
    return HTMLResponse(text, status, {**VARY, "content-language": reader.language, **(headers or {})})


def not_found(site: Site, request: Request) -> Response:
    """The answer where nothing stands: a page with the nearest names for people, a line for programs."""
    wanted = request.url.path.rstrip("/").rsplit("/", 1)[-1].replace("-", " ")[:_LONGEST_NAME]
    if choose(request.headers.get("accept"), (Form.TURTLE, Form.HTML, *GRAPHS)) is not Form.HTML:
        return PlainTextResponse("There is no such page.\n", 404)
    reader = reader_of(site, request)
    return html(reader, pages.missing_page(reader, request.url.path, wanted), 404)


def asked_form(request: Request, forms: Iterable[Form]) -> Form:
    """The form that `format` or the Accept header asks for; Refused (406) where there is none."""
    forms = tuple(forms)
    named = request.query_params.get("format")
    form = by_name(named, forms) if named else choose(request.headers.get("accept"), forms)
    if form is None:
        raise not_acceptable(forms)
    return form


class Looking:
    """Handlers over one site; Starlette runs them in threads, since pages of large graphs take time."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def home(self, request: Request) -> Response:
        """Where to begin."""
        reader = reader_of(self._site, request)
        return html(reader, pages.home_page(reader))

    def find(self, request: Request) -> Response:
        """Things by a name or a part of one."""
        text = request.query_params.get("q", "").strip()[:_LONGEST_NAME]
        names = self._site.catalogue.names
        matches = (names.exact(text) or names.near(text, 25)) if text else []
        reader = reader_of(self._site, request)
        if asked_form(request, (Form.HTML, Form.JSON)) is Form.HTML:
            return html(reader, pages.find_page(reader, text, matches))
        rows = [
            {
                "id": match.entity,
                "iri": f"{pages.thing_iri(match.entity)}",
                "name": reader.speaker.name(match.entity),
                "kind": reader.speaker.kind(self._site.catalogue.entities[match.entity]),
                "matched": match.name,
                "nearness": round(match.nearness, 2),
            }
            for match in matches
        ]
        return JSONResponse(rows, headers=VARY)

    def thing(self, request: Request) -> Response:
        """A thing's card, or its RDF; an id that was judged to be another thing leads there."""
        asked, dot, ending = request.path_params["key"].partition(".")
        if asked in self._site.merged:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/id/{self._site.merged[asked]}{dot}{quote(ending)}{query}", 301)
        key, form = _key_and_form(request, self._site.catalogue.entities)
        entity = self._site.catalogue.entities[key]
        return self._answer(
            request,
            ID + key,
            form,
            lambda reader: cards.thing_page(reader, entity),
            lambda: thing_graph(self._site, key),
        )

    def claim(self, request: Request) -> Response:
        """A claim's page, or its RDF."""
        key, form = _key_and_form(request, self._site.catalogue.claims)
        claim = self._site.catalogue.claims[key]
        return self._answer(
            request,
            CLAIM + key,
            form,
            lambda reader: cards.claim_page(reader, claim),
            lambda: claim_graph(self._site, claim),
        )

    def source(self, request: Request) -> Response:
        """A source's page, or its RDF."""
        key, form = _key_and_form(request, self._site.catalogue.sources)
        source = self._site.catalogue.sources[key]
        return self._answer(
            request,
            SOURCE + key,
            form,
            lambda reader: cards.source_page(reader, source),
            lambda: source_graph(self._site, key),
        )

    def ontology(self, request: Request) -> Response:
        """The ontology's documentation, or the ontology."""
        ending = request.path_params.get("ending", "")
        pages_ = self._site.ontology_pages
        if f"ontology.{ending}" in pages_:
            return _own_page(pages_[f"ontology.{ending}"], {"content-language": ending.removesuffix(".html")})
        form = by_name(ending, GRAPHS) if ending else asked_form(request, (Form.HTML, *GRAPHS))
        if form is None:
            raise HTTPException(404)
        if form is Form.HTML:
            language = reader_of(self._site, request).language
            return _own_page(pages_[f"ontology.{language}.html"], {**VARY, "content-language": language})
        data = write_graph(ontology_graph(self._site.catalogue.ontology), form)
        return Response(data, headers={**VARY, "content-type": form.content_type})

    def context(self, request: Request) -> Response:
        """The JSON-LD context, for documents of any site, which name it by its address."""
        headers = {
            "content-type": "application/ld+json",
            "access-control-allow-origin": "*",
            "cross-origin-resource-policy": "cross-origin",
            "cache-control": "no-cache",
        }
        return Response(context_text(self._site.catalogue.ontology), headers=headers)

    def void(self, request: Request) -> Response:
        """The description of the dataset."""
        form = asked_form(request, GRAPHS)
        data = write_graph(dataset_description(self._site, origin(request)), form)
        return Response(data, headers={"vary": "Accept", "content-type": form.content_type})

    def file(self, request: Request) -> Response:
        """A file of the build, to be downloaded."""
        name = request.path_params["name"]
        types = {".ttl": Form.TURTLE.content_type, ".trig": "application/trig", ".json": "application/json"}
        kind = {"content-type": types.get(Path(name).suffix, "text/plain")}
        return _file(self._site.build, name, FILES, {**kind, "content-disposition": f'attachment; filename="{name}"'})

    def built_page(self, request: Request) -> Response:
        """A page that the build left."""
        headers = {
            "content-security-policy": FRAMES,
            "content-type": "text/html; charset=utf-8",
            "cache-control": "no-cache",
        }
        return _file(self._site.build, f"{request.path_params['name']}.html", PAGES, headers)

    def static(self, request: Request) -> Response:
        """A file that pages ask for."""
        name = request.path_params["name"]
        if name not in STATIC:
            raise HTTPException(404)
        return Response(static_file(name), headers={"content-type": STATIC[name], "cache-control": "max-age=300"})

    def robots(self, request: Request) -> Response:
        """What crawlers may read: pages, no queries."""
        return PlainTextResponse("User-agent: *\nDisallow: /sparql\nDisallow: /query\nDisallow: /questions/\n")

    def _answer(
        self,
        request: Request,
        iri: str,
        form: Form | None,
        page: Callable[[Reader], str],
        graph: Callable[[], Iterable[Triple]],
    ) -> Response:
        """The page for people or the RDF for programs; `form` is that of the address's ending."""
        form = form or asked_form(request, (Form.HTML, *GRAPHS))
        if form is Form.HTML:
            reader = reader_of(self._site, request)
            return html(reader, page(reader))
        data = write_framed_graph(self._site, graph(), form, iri)
        return Response(data, headers={**VARY, "content-type": form.content_type})


def _key_and_form(request: Request, known: Container[str]) -> tuple[str, Form | None]:
    """The key in an address, and the form that its ending asks for; 404 where nothing has that key."""
    key: str = request.path_params["key"]
    if key in known:
        return key, None
    name, dot, ending = key.rpartition(".")
    form = by_name(ending, (*GRAPHS, Form.HTML)) if dot and "/" not in ending else None
    if form is None or name not in known:
        raise HTTPException(404)
    return name, form


def _own_page(text: str, headers: dict[str, str]) -> HTMLResponse:
    """A page that brings its own policy."""
    return HTMLResponse(text, headers={"content-security-policy": FRAMES, **headers})


def _file(folder: Path, name: str, known: Iterable[str], headers: dict[str, str]) -> Response:
    """A file of the build, opened here and now, so that one that is swapped meanwhile is still sent to its end."""
    if name not in known:
        raise HTTPException(404)
    for _ in range(_TRIES):
        with contextlib.suppress(OSError):
            file = (folder / name).open("rb")
            size = str(os.fstat(file.fileno()).st_size)
            return StreamingResponse(_pieces(file), headers={**headers, "content-length": size})
        if folder.is_dir():
            break
        time.sleep(_PAUSE_SECONDS)  # a new build is just being swapped in
    raise HTTPException(404)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE_BYTES):
            yield piece
