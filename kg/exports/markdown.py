"""A brief as Markdown: CommonMark with footnotes as GitHub, Pandoc and Obsidian have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import quote

from kg.exports.brief import Brief, Item, Note, make_brief
from kg.exports.escaping import markdown
from kg.exports.formats import Export


def write_brief(export: Export, out: BinaryIO) -> None:
    """Writes the brief on the things of an export."""
    out.write("".join(f"{line}\n" for line in _lines(make_brief(export))).encode())


def _lines(brief: Brief) -> Iterator[str]:
    numbers: dict[str, int] = {}
    notes: list[Note] = []
    yield f"# {markdown(brief.title)}"
    for line in brief.lines:
        yield ""
        yield markdown(line)
    for section in brief.sections:
        yield ""
        yield f"## {markdown(section.heading)}"
        yield ""
        for index, item in enumerate(section.items, start=1):
            for note in item.notes:
                if note.key not in numbers:
                    numbers[note.key] = len(numbers) + 1
                    notes.append(note)
            yield f"{index}." * section.numbered + "-" * (not section.numbered) + f" {_item(item, numbers)}"
    if brief.legend:
        yield ""
        yield markdown(brief.legend)
    if notes:
        yield ""
    for note in notes:
        yield f"[^{numbers[note.key]}]: {_note(note)}"


def _item(item: Item, numbers: dict[str, int]) -> str:
    date = f" \\[{markdown(item.date)}\\]" if item.date else ""
    return markdown(item.text) + date + "".join(f"[^{numbers[note.key]}]" for note in item.notes)


def _note(note: Note) -> str:
    about = f" {markdown(note.about)}." if note.about else ""
    return f"{markdown(note.quote)} — {markdown(note.source)}.{about}{address(note.url)}"


def address(url: str) -> str:
    """A web address to click on; as plain text where it is of another kind."""
    if not url:
        return ""
    if not url.startswith(("http://", "https://")):
        return f" {markdown(url)}"
    return f" <{quote(url, safe=':/?#[]@!$&()*+,;=%~-._')}>"
