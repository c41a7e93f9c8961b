"""Articles as they are drafted: their text, and the row that `sources.csv` would have for each."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kg.draft.language.passages import likely_language
from kg.draft.model import DraftSource
from kg.facts.model import Source
from kg.facts.new_source import slug
from kg.facts.tables import bad_character
from kg.facts.texts.extraction import UnreadableError, text_of
from kg.facts.texts.imprint import Imprint, Stated, imprint_of

_LARGEST = 50_000_000
_LONGEST_TITLE = 250
_LONGEST = 6_000_000


_CONTROL, _CONTROL_SHARE, _SEEN = re.compile(r"[\x00-\x08\x0e-\x1f]"), 100, 100_000
"""Characters that no text has; one in so many of the first characters is too much."""


@dataclass(frozen=True)
class Article:
    """The text of an article and its source."""

    text: str
    source: DraftSource


@dataclass(frozen=True)
class SetAside:
    """A file that cannot be drafted, and why."""

    file: str
    reason: str


def read_article(
    path: Path,
    said: Mapping[str, str],
    taken: Collection[str],
    by_document: Mapping[str, Source],
    done: Mapping[str, str],
) -> Article | SetAside:
    """The article in a file; `said` is what the caller says of it (language, published): that goes first."""
    try:
        if path.stat().st_size > _LARGEST:
            return SetAside(str(path), f"it is larger than {_LARGEST // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        return SetAside(str(path), f"it cannot be read ({error.strerror})")
    return article_of(data, path.name, str(path), said, taken, by_document, done)


def article_of(
    data: bytes,
    name: str,
    path: str,
    said: Mapping[str, str],
    taken: Collection[str],
    by_document: Mapping[str, Source],
    done: Mapping[str, str],
) -> Article | SetAside:
    """The article in these bytes; its source keeps the id that it has in the project, or had when it was drafted."""
    shown = path or "the text on stdin"
    suffix = Path(name).suffix
    try:
        text = text_of(data, suffix)
        imprint = imprint_of(data, suffix) if text.strip() else Imprint(None, None, None, None, None)
    except UnreadableError as error:
        return SetAside(shown, f"{error}. {error.fix}")
    if not any(letter.isalpha() for letter in text):
        return SetAside(shown, "it holds no words")
    if len(_CONTROL.findall(text[:_SEEN])) * _CONTROL_SHARE >= len(text[:_SEEN]):
        return SetAside(shown, "it is no text, but bytes of another format. Save it as plain text in UTF-8")
    if len(text) > _LONGEST:
        return SetAside(shown, f"its text is longer than {_LONGEST // 1_000_000} million characters. Split it")
    sha256 = hashlib.sha256(data).hexdigest()
    project = by_document.get(name)
    if project is not None:
        published = said["published"] or (project.published.text if project.published else "")
        retrieved = project.retrieved.text if project.retrieved else ""
        told = (project.id, project.title, project.publisher, published, retrieved, project.language, project.url)
        return Article(text, DraftSource(*told, name, path, sha256))
    title = _cell(imprint.title)[:_LONGEST_TITLE] or name or "untitled"
    language = said["language"] or _cell(imprint.language) or likely_language(text[:20_000]) or "en"
    key = done.get(sha256) or _id(slug(title) or slug(Path(name).stem) or "article", taken)
    url = _cell(imprint.url)
    told_date = said["published"] or _cell(imprint.published)
    publisher = _cell(imprint.publisher)
    publisher = "" if publisher and publisher == slug(publisher) else publisher
    plain = "".join(letter for letter in name if bad_character(letter) is None).lstrip(".") or f"{key}.txt"
    return Article(text, DraftSource(key, title, publisher, told_date, "", language, url, plain, _plain(path), sha256))


def as_mended(source: DraftSource, before: DraftSource | None) -> DraftSource:
    """A source that is read again, with the cells that a reviewer has corrected."""
    if before is None or not before.mended:
        return source
    cells = {name: getattr(before, name) for name in before.mended.split("|")}
    return replace(source, **cells, mended=before.mended)


def _cell(stated: Stated | None) -> str:
    """What a document states, without characters that no table may hold and without the beginning of a formula."""
    return " ".join(_plain(stated.value).split()).lstrip("=+-@ ") if stated is not None else ""


def _plain(text: str) -> str:
    return "".join(letter if bad_character(letter) is None else " " for letter in text)


def _id(base: str, taken: Collection[str]) -> str:
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key
