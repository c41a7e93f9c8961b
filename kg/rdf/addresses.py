"""What the address of a store looks like."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://|(query|update|graphs)=https?://")


def is_address(text: str) -> bool:
    """Whether a text is the address of a store, rather than a folder.

    >>> is_address("http://localhost:7878"), is_address("build")
    (True, False)
    """
    return _ADDRESS.match(text) is not None
