"""Where a model is asked, and with what limits."""

from __future__ import annotations

import ipaddress
import os
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kg.facts.problems import CallError

KEY_VARIABLE = "KG_MODEL_KEY"
"""The environment variable with the key of the server. No other is read, and no file may hold it or name another."""
_ADDRESS = re.compile(r"https?://[^\s<>\"@?#]+")
_KEY = re.compile(r"[!-~]+")


@dataclass(frozen=True)
class Endpoint:
    """An address up to and with /v1, seconds for one attempt, and how many attempts there are."""

    url: str
    timeout: float
    attempts: int


def check_address(url: str) -> str:
    """The address without a slash at its end; CallError where it is none, or has a name and password in it."""
    if not _ADDRESS.fullmatch(url) or not url.isprintable():
        raise CallError(f"'{url}' is no address of a server. Write such as http://localhost:11434/v1.")
    return url.rstrip("/")


def key_for(url: str) -> str | None:
    """The key for this server, from the environment; None where none is set.

    Raises CallError where it would travel in the open: over plain http, to a host that is neither this machine nor
    named by an address of a private network.
    """
    key = os.environ.get(KEY_VARIABLE, "").strip()
    if not key:
        return None
    if not _KEY.fullmatch(key):
        raise CallError(f"{KEY_VARIABLE} holds what no key may hold (a blank, or a letter beyond ASCII).")
    parts = urlsplit(url)
    if parts.scheme == "http" and not _is_near(parts.hostname or ""):
        raise CallError(f"{KEY_VARIABLE} would be sent over plain http to {parts.hostname}. Use https, or unset it.")
    return key


def _is_near(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False
