"""`kg serve`."""

from __future__ import annotations

import argparse
import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.opening import place_of
from kg.cli.output import tell
from kg.facts.problems import CallError
from kg.rdf.catalogue import Catalogue

if TYPE_CHECKING:
    from kg.server.reviewing import Desk
    from kg.server.settings import Settings


def serve(options: argparse.Namespace) -> int:
    """Serves a build until Ctrl+C."""
    try:
        from kg.server.running import serve as run
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.startswith("kg"):
            raise
        raise CallError(
            f"'{error.name}' is not installed. Bring it with: pip install 'partnership-kg[serve]'"
        ) from None
    from kg.opening import open_build
    from kg.rdf.queries import read_questions
    from kg.resources import Resources
    from kg.server.settings import Settings
    from kg.server.site import Site

    if not options.timeout:
        raise CallError("a server needs a time limit for queries. Give --timeout more than 0.")
    place = place_of(options)
    catalogue = open_build(place)
    with _folder(place, catalogue) as folder:
        settings = Settings(
            build=folder,
            store=place,
            host=options.host,
            port=options.port,
            timeout=options.timeout,
            rows=options.rows,
            cors=tuple(options.cors),
            proxies=tuple(options.proxy),
        )
        if not settings.on_loopback:
            tell(f"kg: whoever reaches {options.host} can ask this server. Put a proxy with TLS before it.")

        def ready(address: str) -> None:
            served = f"{place}/" if isinstance(place, Path) else place
            tell(f"Serving {served} at {address} (stop with Ctrl+C)")
            if options.open:
                import webbrowser

                webbrowser.open(address)

        questions = read_questions(Resources.current().questions)

        def reopen() -> Site:
            return Site(open_build(place), questions, folder, is_reviewed=options.review)

        site = Site(catalogue, questions, folder, is_reviewed=options.review)
        with _desk(options, settings) as desk, contextlib.suppress(KeyboardInterrupt):  # Ctrl+C is how it ends
            run(site, settings, ready, desk, reopen if isinstance(place, Path) else None)
    return 0


@contextlib.contextmanager
def _desk(options: argparse.Namespace, settings: Settings) -> Iterator[Desk | None]:
    """What is needed to review; None where it was not asked for. CallError where others could reach it."""
    if not options.review:
        yield None
        return
    from kg.cli.reviewing import commands_after, opened
    from kg.review.queue import Choice
    from kg.server.reviewing import Desk

    if not settings.on_loopback:
        raise CallError("a review changes the tables, so only this machine may reach it. Leave out --host.")
    if settings.cors:
        raise CallError("a review changes the tables, so no page of another origin may read it. Leave out --cors.")
    if settings.proxies:
        raise CallError("a review changes the tables, so nobody may reach it by a proxy. Leave out --proxy.")
    with opened(options, Choice()) as found:
        yield Desk(found.session, found.ontology, commands_after(found))


@contextlib.contextmanager
def _folder(place: Path | str, catalogue: Catalogue) -> Iterator[Path]:
    """The folder with the pages of a build; of one in a remote store they are made for as long as it is served."""
    if isinstance(place, Path):
        yield place
        return
    from kg.views.pages import write_pages

    with tempfile.TemporaryDirectory() as name:
        write_pages(catalogue, Path(name))
        yield Path(name)
