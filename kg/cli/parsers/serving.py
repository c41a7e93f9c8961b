"""Arguments of the command that serves a build."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.parsers.shared import Commands, command, count, seconds, store


def add(commands: Commands) -> None:
    """Adds it to the command line."""
    serve = command(commands, "serve", "serving:serve", "show a build in the browser, and answer SPARQL to programs")
    place = serve.add_mutually_exclusive_group()
    place.add_argument(
        "--build", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="the build to serve (default: build)"
    )
    store(place)
    serve.add_argument(
        "--port", type=_port, default=8765, metavar="N", help="port to listen on; 0 takes a free one (default: 8765)"
    )
    serve.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="HOST",
        help="address to listen on (default: 127.0.0.1, this machine only)",
    )
    serve.add_argument(
        "--timeout", type=seconds, default=20.0, metavar="SECONDS", help="stop a query after so long (default: 20)"
    )
    serve.add_argument(
        "--rows", type=count, default=10_000, metavar="N", help="refuse answers with more rows (default: 10000)"
    )
    serve.add_argument(
        "--cors", action="append", default=[], metavar="ORIGIN", help="let pages of this origin read answers; * is all"
    )
    serve.add_argument(
        "--proxy",
        action="append",
        type=_network,
        default=[],
        metavar="ADDRESS",
        help="believe this proxy (an address, or a network as 10.0.0.0/8) who asks: its X-Forwarded-For",
    )
    serve.add_argument("--open", action="store_true", help="open it in the browser")
    review = serve.add_argument_group("reviewing what was drafted, in the browser of this machine only")
    review.add_argument("--review", action="store_true", help="let drafts be judged there, as kg review does")
    review.add_argument("--drafts", type=Path, metavar="DIR", help="folder of the drafts (default: the project's)")
    review.add_argument("--seeds", type=Path, metavar="DIR", help="folder of tables (default: ./seeds)")
    review.add_argument(
        "--documents", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="folder of the articles"
    )
    review.add_argument("--by", metavar="NAME", help="who judges (default: the name of the account)")


def _network(text: str) -> str:
    from ipaddress import ip_network

    try:
        return str(ip_network(text)) if "/" in text else str(ip_network(text).network_address)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no address or network of a proxy") from None


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"'{text}' is no port, 0 to 65535")
    return int(text)
