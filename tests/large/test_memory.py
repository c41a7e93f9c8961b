"""What is free goes back to the system."""

from __future__ import annotations

import ctypes
import sys

import psutil

from kg.large.memory import give_back

PIECE, PIECES = 100_000, 1_000


def test_what_is_free_goes_back_where_the_system_takes_it() -> None:
    if sys.platform != "linux":
        give_back()  # there is nothing to call
        return
    library = ctypes.CDLL(None)
    library.malloc.restype = ctypes.c_void_p
    library.free.argtypes = [ctypes.c_void_p]
    held = [library.malloc(PIECE) for _ in range(PIECES)]
    for piece in held:
        ctypes.memset(piece, 1, PIECE)
    for piece in held[:-1]:  # the last one keeps the heap from shrinking by itself
        library.free(piece)
    before = psutil.Process().memory_info().rss
    give_back()
    after = psutil.Process().memory_info().rss
    library.free(held[-1])
    if hasattr(library, "malloc_trim"):
        assert before - after > PIECE * PIECES // 2
