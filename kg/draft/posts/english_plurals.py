"""English posts of several people, told once before a list of them: Vice-Rectors Petra Holm and Jonas Berg."""

from __future__ import annotations

import re

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence

_MANY = re.compile(r"(?P<base>[a-z]{4,}[bcdefghlmnrt])s\Z")
"""What an English word for several holders of a post looks like: rectors, presidents."""
_NAMES_AFTER = re.compile(r"(?: of [A-Z][\w-]+)? (?:[A-Z][\w.’'-]*[ -]){1,4}?[A-Z][\w’'-]+(?:,| and) ")


def of_several(sentence: Sentence, index: int) -> Form | None:
    """The post, in the singular, that an English plural before a list of people tells of each of them."""
    match = _MANY.match(sentence.lowered[index]) if sentence.grammar.code == "en" else None
    if match is None or _NAMES_AFTER.match(sentence.text, sentence.words[index].end) is None:
        return None
    form = sentence.grammar.form((*sentence.lowered[:index], match["base"]), index, "posts")
    return form if form is not None and not form.case else None
