"""Paths as one small HTML file: the chain of sentences with their quotes, and a picture of each path.

There is no script in it. Names and quotes are escaped; a picture stands in the page as an image, in which browsers run
nothing either (SVG 2, secure static mode).
"""

from __future__ import annotations

import base64
import copy
from collections.abc import Callable, Sequence
from html import escape

from kg.network.ground import Ground
from kg.network.hops import Path
from kg.rdf.catalogue import Catalogue
from kg.views.argument import Argument, word
from kg.views.drawing import path_svg
from kg.views.page import headed, normal, source_hash, template

Picture = Callable[[Path], str]
"""What draws a path as SVG."""


def path_page(title: str, arguments: Sequence[Argument], language: str, picture: Picture | None = None) -> str:
    """The page of these paths, with their pictures if there is something to draw them."""
    style = normal(f"{template('common.css')}\n{template('path.css')}")
    policy = f"default-src 'none'; style-src {source_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    slots = {
        "language": escape(language),
        "policy": policy,
        "title": escape(title),
        "style": style,
        "content": "\n".join([*(_section(item, picture) for item in arguments), _footnotes(arguments, language)]),
    }
    return headed("path.html", slots)


def painter(catalogue: Catalogue, ground: Ground, language: str) -> Picture:
    """What draws a path with names in a language, and the claims as the ground's filters leave them."""
    shown = copy.copy(catalogue)
    if ground.filters.touch_evidence:
        vars(shown)["claims"] = {key: ground.claim(key) or claim for key, claim in catalogue.claims.items()}
    return lambda path: path_svg(shown, path, language)


def _section(argument: Argument, picture: Picture | None) -> str:
    figure = ""
    if picture is not None:
        data = base64.b64encode(picture(argument.path).encode()).decode()
        alt = escape(" – ".join(thing.name for thing in argument.things))
        image = f'<figure><img alt="{alt}" src="data:image/svg+xml;base64,{data}"></figure>'
        figure = f"\n<details><summary>{escape(word('picture', argument.language))}</summary>{image}</details>"
    return f"<section>\n<h2>{escape(argument.title)}</h2>\n{argument.to_html_list()}{figure}\n</section>"


def _footnotes(arguments: Sequence[Argument], language: str) -> str:
    """What the signs mean that stand in the sentences and dates."""
    steps = [part for argument in arguments for step in argument.steps for part in step.parts]
    told = [statement for step in steps for statement in step.statements]
    marks = {
        "by_that_day": any("≤" in statement.date for statement in told),
        "by_a_rule": any(" ⇐ " in statement.sentence for statement in told),
    }
    return "\n".join(f'<p class="quiet">{escape(word(key, language))}</p>' for key, used in marks.items() if used)
