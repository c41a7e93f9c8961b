"""Single keys of a terminal, without Enter, on Linux, macOS and Windows; lines where there is no terminal."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable

# Where the keys of Latin letters are on a Russian or Kazakh keyboard.
_LAYOUT = str.maketrans("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm")


def read_key() -> str:
    """The next key of the terminal, a letter in lower case; EOFError where there are no more."""
    key = _read()
    if not key or key == "\x04":
        raise EOFError
    if key == "\x03":
        raise KeyboardInterrupt
    return as_latin(key)


def as_latin(key: str) -> str:
    """A key by its place on a Latin keyboard.

    >>> as_latin("Ф"), as_latin("a"), as_latin("1")
    ('a', 'a', '1')
    """
    return key.lower().translate(_LAYOUT)


if sys.platform == "win32":

    def _read() -> str:
        import msvcrt

        key = msvcrt.getwch()
        if key in ("\0", "\xe0"):  # a key without a letter is told in two parts
            msvcrt.getwch()
            return " "
        return key

else:

    def _read() -> str:
        import select
        import termios
        import tty

        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        try:
            tty.setcbreak(descriptor, termios.TCSADRAIN)
            key = ""
            while not key:
                data = os.read(descriptor, 1)
                if not data:
                    return ""
                key = decoder.decode(data)
            if key == "\x1b":  # Escape alone, or an arrow, whose sequence (ECMA-48, CSI or SS3) ends in a letter or ~
                waiting = bool(select.select([descriptor], [], [], 0.02)[0])
                if waiting and os.read(descriptor, 1) in (b"[", b"O"):
                    while not b"@" <= os.read(descriptor, 1) <= b"~":
                        pass
            return key
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def read_line_key() -> str:
    """The first letter of the next line of stdin; EOFError where there are no more."""
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return as_latin(line.strip()[:1])


def key_reader(plain: bool) -> Callable[[], str]:
    """Reads keys of the terminal where there is one, else lines."""
    return read_line_key if plain or not sys.stdin.isatty() else read_key
