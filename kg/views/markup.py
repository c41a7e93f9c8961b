"""HTML and SVG as trees: texts are escaped when the tree is written, whatever they hold."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

Content = str | Element | None


def element(tag: str, attributes: dict[str, str] | None = None, *children: Content | Iterable[Content]) -> Element:
    """An element with these children, texts among them; None is left out.

    >>> to_html(element("p", {"class": "x"}, "a < b ", element("b", {}, "c")))
    '<p class="x">a &lt; b <b>c</b></p>'
    """
    made = Element(tag, attributes or {})
    for child in children:
        for item in [child] if isinstance(child, str | Element) or child is None else child:
            _append(made, item)
    return made


def _append(parent: Element, child: Content) -> None:
    if child is None:
        return
    if isinstance(child, Element):
        parent.append(child)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + child
    else:
        parent.text = (parent.text or "") + child


def to_html(tree: Element) -> str:
    """The tree as HTML."""
    return tostring(tree, encoding="unicode", method="html")
