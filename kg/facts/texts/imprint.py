"""What a document states of itself: title, publisher, date, language, address, each with the place that says so.

Nothing is guessed: what no part of the document states is missing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.facts.dates import PartialDate
from kg.facts.languages import LANGUAGES
from kg.facts.texts.extraction import html_tree, pdf_properties, text_of
from kg.facts.texts.printed_dates import dates_in, printed_date
from kg.facts.texts.title_lines import title_line
from kg.facts.texts.written_language import language_of

_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "dcterms.issued", "dc.date.issued"),
    *("dcterms.date", "dc.date", "date", "pubdate", "publishdate", "publish_date", "citation_publication_date"),
)
_PUBLISHER = ("og:site_name", "dcterms.publisher", "dc.publisher", "publisher", "citation_publisher")
_ISO_START = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?![0-9])")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+(.+?)[ \t]*#*$")


@dataclass(frozen=True)
class Stated:
    """A value and which part of the document states it."""

    value: str
    where: str


@dataclass(frozen=True)
class Imprint:
    """What a document states of itself; None for what it does not."""

    title: Stated | None
    publisher: Stated | None
    published: Stated | None
    language: Stated | None
    url: Stated | None


def imprint_of(data: bytes, suffix: str) -> Imprint:
    """The imprint of a document whose file name ends in `suffix`; raises UnreadableError.

    >>> imprint_of("Two sign\\n4 May 2031\\n\\nThe ministry signed.".encode(), ".txt").published
    Stated(value='2031-05-04', where='the line "4 May 2031"')
    """
    text = text_of(data, suffix)
    kind = suffix.lower()
    if kind in (".html", ".htm"):
        return _of_page(html_tree(data), text)
    title = _heading(text) if kind == ".md" else None
    if kind == ".pdf":
        title = _property(pdf_properties(data).get("Title", ""))
    return Imprint(title or _first_line(text), None, _printed(text), _written(text), None)


def _of_page(page: Any, text: str) -> Imprint:
    meta = dict(reversed([*_meta(page)]))
    items = [*_linked_data(page)]
    return Imprint(
        title=_headline(page) or _from_meta(meta, ("og:title",)) or _page_title(page) or _first_line(text),
        publisher=_linked(items, "publisher") or _from_meta(meta, _PUBLISHER),
        published=_day(_linked(items, "datePublished"))
        or next((day for name in _PUBLISHED if (day := _day(_from_meta(meta, (name,))))), None)
        or _time(page)
        or _printed(text),
        language=_language(page, text),
        url=_address(page, meta),
    )


def _clean(text: object) -> str:
    return " ".join(str(text).split()) if isinstance(text, str) else ""


def _meta(page: Any) -> Iterator[tuple[str, str]]:
    for node in page.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name, value = _clean(node.get(attribute)).lower(), _clean(node.get("content"))
            if name and value:
                yield name, value


def _from_meta(meta: dict[str, str], names: tuple[str, ...]) -> Stated | None:
    return next((Stated(meta[name], f"the page's meta tag {name}") for name in names if name in meta), None)


def _linked_data(page: Any) -> Iterator[dict[str, Any]]:
    """The objects in the page's JSON-LD."""
    for node in page.iter("script"):
        if _clean(node.get("type")).lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(node.text_content())]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, dict):
                yield item
                waiting += [item["@graph"]] if "@graph" in item else []
            elif isinstance(item, list):
                waiting += item


def _linked(items: list[dict[str, Any]], name: str) -> Stated | None:
    for item in items:
        value = item.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = _clean(value.get("name") if isinstance(value, dict) else value)
        if value:
            return Stated(value, f"the page's JSON-LD, {name}")
    return None


def _day(stated: Stated | None) -> Stated | None:
    """The same with only its date, as precisely as it tells it."""
    if stated is None:
        return None
    iso = _ISO_START.match(stated.value)
    try:
        return Stated(PartialDate.parse(iso.group() if iso else "").text, stated.where)
    except ValueError:
        days = {date.text for _, _, date in dates_in(stated.value)}
        return Stated(days.pop(), stated.where) if len(days) == 1 else None


def _time(page: Any) -> Stated | None:
    """The day of the page's `time` elements, where they agree."""
    days = {_day(Stated(_clean(node.get("datetime")), "the page's time element")) for node in page.iter("time")}
    return days.pop() if len(days) == 1 else None


def _headline(page: Any) -> Stated | None:
    headlines = [line for node in page.iter("h1") if (line := _clean(node.text_content()))]
    return Stated(headlines[0], "the page's heading") if len(headlines) == 1 else None


def _page_title(page: Any) -> Stated | None:
    titles = (_clean(node.text_content()) for node in page.iter("title"))
    return next((Stated(title, "the page's title") for title in titles if title), None)


def _address(page: Any, meta: dict[str, str]) -> Stated | None:
    links = (node for node in page.iter("link") if "canonical" in _clean(node.get("rel")).lower().split())
    canonical = next((Stated(_clean(node.get("href")), "the page's canonical link") for node in links), None)
    for stated in (canonical, _from_meta(meta, ("og:url",))):
        if stated is not None and re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", stated.value):
            return stated
    return None


def _language(page: Any, text: str) -> Stated | None:
    """The language of the text; where that is unclear, the one that the page names."""
    written = _written(text)
    code = _clean(page.get("lang")).lower().replace("_", "-").partition("-")[0]
    if written is not None or code not in LANGUAGES:
        return written
    return Stated(code, "the page's lang attribute")


def _written(text: str) -> Stated | None:
    code = language_of(text)
    return Stated(code, "its letters and words") if code else None


def _printed(text: str) -> Stated | None:
    printed = printed_date(text)
    if printed is None:
        return None
    date, line = printed
    return Stated(date.text, f'the line "{line if len(line) <= 60 else line[:59] + "…"}"')


def _property(title: str) -> Stated | None:
    """A PDF's title, unless a program put the file's name there."""
    made = re.search(r"(?i)\.(?:docx?|odt|indd|pdf|rtf|html?|txt)$|^(?:microsoft word|untitled)", title)
    return Stated(_clean(title), "the PDF's properties") if _clean(title) and not made else None


def _heading(text: str) -> Stated | None:
    match = _HEADING.search(text)
    return Stated(_clean(match.group(1)), "its first heading") if match else None


def _first_line(text: str) -> Stated | None:
    """The line that the text is called by, or its first sentence where that is a whole paragraph."""
    title = title_line(text)
    return Stated(title, "its first line") if title else None
