"""An end to what takes too long."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from kg.cli import LIMITED


@contextmanager
def time_limit(seconds: float, what: str, fix: str) -> Iterator[None]:
    """Ends the whole process with exit code 3 where the block takes longer; 0 is no limit.

    A query runs inside the store and hears no exception, so there is no gentler way to stop it; nothing is being
    written while it runs.
    """

    def stop() -> None:
        print(f"kg: {what} was stopped after {seconds:g} s. {fix}", file=sys.stderr, flush=True)
        os._exit(LIMITED)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    if seconds:
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
