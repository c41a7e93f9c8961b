"""`kg serve`, but with two seconds for a request to come, so that a test need not wait for ten."""

from __future__ import annotations

import sys
from unittest import mock

from kg.cli import main
from kg.server.settings import Settings

if __name__ == "__main__":
    with mock.patch("kg.server.settings.Settings", lambda **values: Settings(**values, body_seconds=2.0)):
        sys.exit(main(sys.argv[1:]))
