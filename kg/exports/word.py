"""A brief as a Word document, with real footnotes.

python-docx writes the document but knows no footnotes: their part (`word/footnotes.xml`, ECMA-376 part 1, section
11.3.7) and the references to it are added here. The archive is packed anew without the time of day, so that the same
brief gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.shared import Mm, Pt

from kg.exports.brief import Brief, Note, make_brief
from kg.exports.escaping import xml_text
from kg.exports.formats import Export

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def write_brief(export: Export, out: BinaryIO) -> None:
    """Writes the brief on the things of an export."""
    packed = io.BytesIO()
    _document(make_brief(export)).save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _EPOCH), source.read(name), zipfile.ZIP_DEFLATED)


def _document(brief: Brief) -> Any:
    document = Document()
    _set_page(document)
    _add_styles(document)
    document.core_properties.title = xml_text(brief.title)[:255]
    document.core_properties.author = "Partnership KG"
    document.core_properties.comments = ""
    document.core_properties.language = brief.language
    document.add_heading(xml_text(brief.title), level=0)
    for line in brief.lines:
        document.add_paragraph(xml_text(line))
    notes: list[Note] = []
    for section in brief.sections:
        document.add_heading(xml_text(section.heading), level=1)
        style = "List Number" if section.numbered else "List Bullet"
        for item in section.items:
            paragraph = document.add_paragraph(_kept_together(xml_text(item.text)), style=style)
            if item.date:
                paragraph.add_run(_kept_together(f" [{xml_text(item.date)}]"))
            for place, note in enumerate(item.notes):
                notes.append(note)
                if place:  # or the marks 3 and 4 would read as 34
                    paragraph.add_run(",\u202f", style="footnote reference")
                _refer(paragraph, len(notes))
    if brief.legend:
        document.add_paragraph(xml_text(brief.legend))
    _add_footnotes(document, notes)
    return document


def _kept_together(text: str) -> str:
    """A text in which no line ends between the sign "≤" or an arrow and its date."""
    return text.replace("[≤ ", "[≤\u00a0").replace(" →", "\u00a0→").replace("→ ", "→\u00a0")


def _set_page(document: Any) -> None:
    """A4 in place of the American paper of python-docx's template, with margins to read by."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)


def _add_styles(document: Any) -> None:
    """The two styles that Word gives footnotes, which the template of python-docx lacks."""
    text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style, text.font.size = document.styles["Normal"], Pt(9)
    text.paragraph_format.space_after = Pt(3)
    heading = document.styles["Heading 1"].paragraph_format
    heading.space_before, heading.space_after = Pt(18), Pt(6)
    reference = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True


def _refer(paragraph: Any, number: int) -> None:
    """Adds the mark of a footnote at the end of a paragraph."""
    run = paragraph.add_run(style="footnote reference")
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)


def _add_footnotes(document: Any, notes: list[Note]) -> None:
    text = document.styles["footnote text"].style_id
    mark = document.styles["footnote reference"].style_id
    body = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(xml_text(_text(note)))}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, start=1)
    )
    # Some readers look for the namespace of relationships, which nothing here needs.
    namespaces = f'xmlns:w="{nsmap["w"]}" xmlns:r="{nsmap["r"]}"'
    xml = f"<w:footnotes {namespaces}>{_SEPARATORS}{body}</w:footnotes>"
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, (declaration + xml).encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _text(note: Note) -> str:
    about = f" {note.about}." if note.about else ""
    return f"{note.quote} — {note.source}.{about} {note.url}".rstrip()
