"""`kg serve`."""

from __future__ import annotations

import argparse
import contextlib

from kg.cli.output import tell
from kg.facts.problems import CallError


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
    settings = Settings(
        build=options.build,
        host=options.host,
        port=options.port,
        timeout=options.timeout,
        rows=options.rows,
        cors=tuple(options.cors),
    )
    if not settings.on_loopback:
        tell(f"kg: whoever reaches {options.host} can ask this server. Put a proxy with TLS before it.")

    def ready(address: str) -> None:
        tell(f"Serving {options.build}/ at {address} (stop with Ctrl+C)")
        if options.open:
            import webbrowser

            webbrowser.open(address)

    site = Site(open_build(options.build), read_questions(Resources.current().questions), options.build)
    with contextlib.suppress(KeyboardInterrupt):  # Ctrl+C is how it ends
        run(site, settings, ready)
    return 0
