"""Memory that is free, given back to the system: bulk loads leave much of it behind, which looks like a need."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Lets go of what the C library keeps for later, where it can be told to (glibc)."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
