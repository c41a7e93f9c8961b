"""`kg new` and `kg forget`."""

from __future__ import annotations

import argparse
import shlex

from kg.cli.output import tell
from kg.new import new_project


def new(options: argparse.Namespace) -> int:
    """Makes a folder that works at once, and says what to do in it."""
    new_project(options.folder, options.base, options.first)
    tell(f"Made {options.folder}/, a project with an invented example. Next:")
    tell(f"  cd {shlex.quote(str(options.folder))}")
    tell("  kg build")
    tell('  kg show "Kite Ridge"')
    tell("Its README.md tells how to put your own facts in the example's place.")
    return 0
