"""English quoted names with the capital words about them, and quoted titles."""

from __future__ import annotations

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.quotations import quotes
from kg.draft.spans import Mention

_SHORT, _LONGEST = 4, 10
_GATHERINGS = ("Event", "Meeting", "PanelDiscussion")


def is_of_gathering(sentence: Sentence, start: int) -> bool:
    """Whether the English noun for a gathering stands before a quoted name: the conference “From … to …”."""
    index = sentence.index_from(start) - 1
    beside = index >= 0 and not sentence.text[sentence.words[index].end : start].strip()
    form = sentence.grammar.form(sentence.lowered, index, "heads") if beside and sentence.grammar.code == "en" else None
    return form is not None and form.entry.name in _GATHERINGS


def head_of_capitals(sentence: Sentence, first: int) -> tuple[Form, int] | None:
    """The head of a run of capitals after an English quoted name: the “Oguz” Science and Technology Center."""
    words, best = sentence.words, None
    for at in range(first, min(first + _LONGEST, len(words))):
        small = words[at].text in ("and", "of", "for", "&")
        if not (words[at].is_capital or (small and at > first)) or (at > first and sentence.gap(at - 1, at).strip()):
            break
        form = sentence.grammar.form(sentence.lowered, at, "heads")
        best = (form, at) if form is not None else best
        if best is not None and small:
            break
    return best


def named_before(sentence: Sentence, start: int, end: int, inside: str) -> Mention | None:
    """A run of capitals with its head and the quoted name after it: the National Chamber of Entrepreneurs “Birlik”."""
    words, grammar = sentence.words, sentence.grammar
    last = sentence.index_from(start) - 1
    if last < 1 or sentence.text[words[last].end : start].strip() or not words[last].is_capital:
        return None
    first = last
    while first > 0 and last - first < _LONGEST and not sentence.gap(first - 1, first).strip():
        if not words[first - 1].is_capital and words[first - 1].text not in ("of", "for", "and"):
            break
        first -= 1
    while first < last and (not words[first].is_capital or words[first].text in grammar.generic):
        first += 1
    heads = [(n, f) for n in range(first, last + 1) if (f := grammar.form(sentence.lowered, n, "heads")) is not None]
    opens = [(n, f) for n, f in heads if n + 1 < len(words) and words[n + 1].text in ("of", "for")]
    if not heads or last == first or (heads[-1][0] != last and not opens):
        return None
    form = (opens or heads)[0 if opens else -1][1]
    name = " ".join(sentence.text[words[first].start : end].split())
    return Mention(
        words[first].start, end, name, form.entry.name, "en", "quoted-head", 0.85,
        (Reason.IN_QUOTATION_MARKS, Reason.BY_HEAD), head=form.entry.words, kind=form.entry.detail, aliases=[inside],
    )  # fmt: skip


def title_words(sentence: Sentence) -> set[int]:
    """The words of English quoted titles, in which capitals name nothing: a talk on “The Future of Digital Policy”."""
    found: set[int] = set()
    for start, end, told in quotes(sentence) if sentence.grammar.code == "en" else ():
        inside = told.strip()
        long = [word for word in inside.split() if len(word) > _SHORT and word[0].isalpha()]
        capitals = sum(word[0].isupper() for word in long)
        if len(inside.split()) > _SHORT and inside[0].isupper() and capitals > 2 * len(long) / 3:
            found |= {n for n, word in enumerate(sentence.words) if start <= word.start < end}
    return found
