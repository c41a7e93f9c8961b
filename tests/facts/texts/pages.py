"""Documents of every format, made in a line: a page of a newspaper and a PDF with one line under another."""

from __future__ import annotations

from collections.abc import Sequence

PARAGRAPHS = (
    "The Ministry of Tides and Tidal Works signed the Tide Memorandum on 3 May in Port Lumen, before many guests.",
    "The Lumen Center, which stands in Port Lumen, joined the Harbour Network last year as its seventh member.",
    "Officials said that the network would go on to save energy, and that more partners were expected this summer.",
)


def html_page(paragraphs: Sequence[str] = PARAGRAPHS, head: str = "", title: str = "Two sign for the tides") -> bytes:
    """A page with navigation and a footer around an article."""
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "Politics", "Sport"))
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{title} | Lantern</title>{head}</head><body>"
        f"<nav><ul>{links}</ul></nav><main><article><h1>{title}</h1>{body}</article></main>"
        "<footer>© The Paper Lantern. All rights reserved.</footer></body></html>"
    ).encode()


def pdf_page(lines: Sequence[str] = PARAGRAPHS, title: str = "") -> bytes:
    """A PDF of one page (PDF 32000-1, minimal), in the Latin alphabet."""
    drawn = "".join(f"({_escaped(line)}) Tj T* " for line in lines)
    content = f"BT /F1 9 Tf 40 800 Td 12 TL {drawn}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({_escaped(title)}) >>".encode("latin-1"),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(data))
    )


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
