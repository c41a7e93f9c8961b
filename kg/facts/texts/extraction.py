"""From the bytes of a document to its text: plain text, Markdown, HTML, PDF.

HTML and PDF need the extra `documents` (`pip install 'partnership-kg[documents]'`); what it brings is imported only
when such a document is read.
"""

from __future__ import annotations

import importlib
import io
import logging
import re
from collections.abc import Callable
from types import ModuleType
from typing import Any

_EXTRA = "Install what reads it: pip install 'partnership-kg[documents]'."
_PLAIN = "Save it as plain text in UTF-8."
_HTML = "Save the page anew from a browser, or its text as .txt in UTF-8."
_PDF = "Save its text as .txt in UTF-8; a scan must be recognised (OCR) first."
# Encodings that pages name, and those that browsers read as a wider one
# (https://encoding.spec.whatwg.org/#names-and-labels).
_KNOWN = (
    *("utf-8", "koi8-r", "koi8-u", "iso-8859-5", "gbk", "gb18030", "big5", "euc-kr", "euc-jp", "shift_jis"),
    *(f"windows-125{digit}" for digit in range(9)),
)
_WIDER = {
    **dict.fromkeys(("ascii", "us-ascii", "latin1", "iso-8859-1"), "windows-1252"),
    **{f"cp125{digit}": f"windows-125{digit}" for digit in range(9)},
    "iso-8859-9": "windows-1254",
    "gb2312": "gbk",
}
_DECLARED = re.compile(rb"""(?i)<(?:meta[^>]{0,200}charset|\?xml[^>]{0,200}encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""")
# Shapes that a font draws for two letters; the letters are what the text says.
_LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_CONTROLS = dict.fromkeys([*range(9), 11, *range(14, 32), 127])


class UnreadableError(ValueError):
    """A document whose text cannot be drawn; `fix` says what would help."""

    def __init__(self, text: str, fix: str) -> None:
        super().__init__(text)
        self.fix = fix


def text_of(data: bytes, suffix: str) -> str:
    """The text of a document whose file name ends in `suffix`; anything unknown is read as plain text.

    Markdown is taken as it stands: a quote is found in what the file says between its markup, and one that runs
    across a mark (`**`, a link) holds the mark too. Raises UnreadableError, whatever the bytes are.

    >>> text_of(b"# Hub\\n\\nA *small* hub.", ".md")
    '# Hub\\n\\nA *small* hub.'
    """
    readers: dict[str, Callable[[bytes], str]] = {".html": html_text, ".htm": html_text, ".pdf": pdf_text}
    return readers.get(suffix.lower(), plain_text)(data)


def plain_text(data: bytes) -> str:
    """UTF-8, with or without a byte order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"byte 0x{data[error.start]:02x} at {error.start} is not UTF-8", _PLAIN) from None


def html_text(data: bytes) -> str:
    """The main text of a page as trafilatura finds it, its headline first; where there is none, all of its text."""
    trafilatura = _imported("trafilatura", "an HTML page")
    page = html_source(data)
    text = _attempt(lambda: trafilatura.extract(page, include_comments=False), "trafilatura", "page", _HTML)
    text = text or _attempt(lambda: trafilatura.html2txt(page), "trafilatura", "page", _HTML)
    if not text or not text.strip():
        raise UnreadableError("the page holds no text", _HTML)
    headlines = [line for node in html_tree(data).iter("h1") if (line := " ".join(node.text_content().split()))]
    if len(headlines) == 1 and headlines[0] not in " ".join(text.split()):
        text = f"{headlines[0]}\n\n{text}"
    return _clean(text)


def html_source(data: bytes) -> str:
    """The page in the encoding that it names, else in UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = "utf-16"
    else:
        declared = _DECLARED.search(data[:4096])
        told = declared.group(1).decode("ascii").lower() if declared else "utf-8"
        # A page that could be searched for its declaration is not in UTF-16, whatever that says.
        name = "utf-8-sig" if told.startswith("utf") else _WIDER.get(told, told)
        if name not in (*_KNOWN, "utf-8-sig"):
            raise UnreadableError(f"the page says that it is in '{told}', which is unknown", _HTML)
    try:
        return data.decode(name)
    except UnicodeError:
        shown = name.removesuffix("-sig").upper()
        raise UnreadableError(f"the page is not in {shown}, as it should be", _HTML) from None


def html_tree(data: bytes) -> Any:
    """The page as a tree of lxml."""
    html = _imported("lxml.html", "an HTML page")
    page = html_source(data)
    # lxml refuses text that declares an encoding for bytes; UTF-8 is then what it gets.
    parser = html.HTMLParser(encoding="utf-8")
    encoded = page.encode("utf-8", "replace")
    return _attempt(lambda: html.document_fromstring(encoded, parser=parser), "lxml", "page", _HTML)


def pdf_text(data: bytes) -> str:
    """The text of a PDF, page by page."""
    reader = _imported("pdfminer.high_level", "a PDF")
    text = _attempt(lambda: reader.extract_text(io.BytesIO(data)), "pdfminer", "PDF", _PDF)
    if not text or not text.strip():
        raise UnreadableError("the PDF holds no text", _PDF)
    return _clean(text.translate(_LIGATURES).replace("\f", "\n\n"))


def pdf_properties(data: bytes) -> dict[str, str]:
    """The entries of a PDF's document information (`Title`, `CreationDate` …) that are text."""
    parsing = _imported("pdfminer.pdfparser", "a PDF")
    documents = _imported("pdfminer.pdfdocument", "a PDF")
    types = _imported("pdfminer.pdftypes", "a PDF")
    utilities = _imported("pdfminer.utils", "a PDF")

    def read() -> dict[str, str]:
        parser = parsing.PDFParser(io.BytesIO(data))
        found: dict[str, str] = {}
        for entries in documents.PDFDocument(parser).info:
            for name, entry in entries.items():
                value = types.resolve1(entry)
                if isinstance(value, bytes):
                    found.setdefault(str(name), _clean(utilities.decode_text(value)).strip())
        return found

    properties: dict[str, str] = _attempt(read, "pdfminer", "PDF", _PDF)
    return properties


def _imported(name: str, what: str) -> ModuleType:
    try:
        module = importlib.import_module(name)
    except ImportError:
        raise UnreadableError(f"nothing is installed that reads {what}", _EXTRA) from None
    # Their remarks on broken files would go to stderr beside our own.
    logging.getLogger(name.partition(".")[0]).addHandler(logging.NullHandler())
    return module


def _attempt(draw: Callable[[], Any], reader: str, what: str, fix: str) -> Any:
    """What a reader makes of a file. Readers of other people's formats raise whatever comes up in them."""
    try:
        return draw()
    except UnreadableError:
        raise
    except Exception as error:
        text = f"the {what} is broken ({reader}: {type(error).__name__})"
        raise UnreadableError(text, fix) from error


def _clean(text: str) -> str:
    """Text without control characters, and without halves of characters."""
    return text.translate(_CONTROLS).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
