"""The pages of the review, as escaped trees: an item with what the article says, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from kg.review.articles import Passage, Span
from kg.review.model import Kind
from kg.review.offers import Offers
from kg.review.showing import Card, Proof, Showing
from kg.server.frame import page
from kg.server.review_forms import View, answers, edit_form, only_undo
from kg.server.review_progress import at_the_end, how_far, told_last
from kg.server.site import Reader
from kg.views.faults import said
from kg.views.markup import Content, element
from kg.views.proposals import ProposalWords

_SCRIPT = ("review.js",)
_ENDS = (("one", "¹"), ("two", "²"))


def review_page(reader: Reader, showing: Showing, offers: Offers, view: View) -> str:
    """The page of one item; of what was done where nothing is left to be asked, or the reviewer ends."""
    words = showing.words
    told: list[Content] = [told_last(reader, words, view)]
    card = view.card
    if card is None or view.summary is not None:
        told += at_the_end(reader, showing, view)
        told.append(only_undo(reader, words, view))
        return _page(reader, words, told)
    told.append(how_far(reader, showing, view))
    if view.faults:
        told.append(_faults(words, view.faults))
    focus = {} if view.fields is not None or view.focus else {"autofocus": "autofocus"}
    waiting = f" ({card.waiting})" if card.waiting else ""
    told.append(element("h1", {"class": "quiet", "tabindex": "-1", **focus}, card.asked, waiting))
    told.append(element("p", {"class": "statement"}, _sentence(card)))
    if card.new:
        told.append(_new(words, card))
    if view.fields is not None and view.mends:
        told.append(element("p", {}, words.say("source of", title=showing.title(card.item.source))))
        return _page(reader, words, [*told, edit_form(reader, words, offers, view)])
    given = answers(reader, words, view, card) if view.fields is None else [edit_form(reader, words, offers, view)]
    if card.item.kind is Kind.QUESTION:  # its proofs may be long, and what to choose from is the question
        told.append(given.pop(0))
    told += [_proof(words, proof) for proof in card.proofs]
    told.append(_details(words, card))
    return _page(reader, words, [*told, *given])


def _page(reader: Reader, words: ProposalWords, told: Iterable[Content]) -> str:
    # Filled by the script once the page is shown: of what stands there from the start nothing is read out.
    announced = element("p", {"class": "hidden", "role": "status", "id": "announced"})
    body = element("article", {"class": "review"}, announced, *told)
    return page(reader, words.say("title"), "/review", body, scripts=_SCRIPT)


def article_page(reader: Reader, card: Card, text: str | None, quote: Span | None) -> str:
    """An article as plain text, with the quote lit."""
    name = card.proofs[0].article
    if text is None:
        shown: list[Content] = [element("p", {"class": "lead"}, card.proofs[0].passage.text)]
    elif quote is None:
        shown = [element("pre", {"class": "article"}, text)]
    else:
        mark = element("mark", {"id": "quote"}, text[slice(*quote)])
        shown = [element("pre", {"class": "article"}, text[: quote[0]], mark, text[quote[1] :])]
    body = element("article", {"lang": card.proofs[0].language}, element("h1", {}, name), *shown)
    return page(reader, name, "/review/article", body, parameters={"key": card.item.key})


def _faults(words: ProposalWords, faults: Iterable[str]) -> Element:
    items = [element("li", {}, said(fault, words.language, words.field)) for fault in faults]
    head = element("h2", {}, words.say("not written"))
    return element("div", {"class": "trouble", "role": "alert"}, head, element("ul", {}, items))


def _sentence(card: Card) -> Iterator[Content]:
    ends = [card.subject, card.object]
    for part in card.sentence:
        if part.entity and part.entity in ends:
            yield from _thing(part.text, ends.index(part.entity))
        else:
            yield element("b", {}, part.text) if part.entity else part.text


def _new(words: ProposalWords, card: Card) -> Element:
    """The new things that come with a fact, a line for each."""
    ends, lines = [card.subject, card.object], []
    for new in card.new:
        name = element("b", {"class": _ENDS[ends.index(new.id)][0]} if new.id in ends else {}, new.name)
        also = f" · {words.say('also')}: {', '.join(new.others)}" if new.others else ""
        lines.append(element("li", {}, name, element("span", {"class": "quiet"}, f" · {new.what}{also}")))
    head = element("h2", {"class": "quiet"}, f"{words.say('new with it')}:")
    return element("div", {"class": "new"}, head, element("ul", {}, lines))


def _thing(text: str, end: int) -> tuple[Element, Element]:
    return element("b", {"class": _ENDS[end][0]}, text), _number(end)


def _number(end: int) -> Element:
    return element("span", {"class": f"number {_ENDS[end][0]}"}, _ENDS[end][1])


def _proof(words: ProposalWords, proof: Proof) -> Element:
    note = None if proof.passage.whole else element("p", {"class": "quiet"}, words.say("no article"))
    cite = element("cite", {}, proof.article)
    text = element("p", {"lang": proof.language}, _lit(proof.passage))
    return element("blockquote", {"class": "passage"}, text, cite, note)


def _lit(passage: Passage) -> Iterator[Content]:
    """A passage in pieces, each in whatever of the quote and the two things it lies in."""
    spans = (passage.subject, passage.object)
    cuts = {0, len(passage.text), *passage.quote, *(at for span in spans if span is not None for at in span)}
    ordered = sorted(cuts)
    quoted: list[Content] = []
    for start, end in pairwise(ordered):
        piece: list[Content] = [passage.text[start:end]]
        for number, span in enumerate(spans):
            if span is not None and span[0] <= start and end <= span[1]:
                piece = [element("b", {"class": _ENDS[number][0]}, *piece)]
                if end == span[1]:
                    piece.append(_number(number))
        if passage.quote[0] <= start and end <= passage.quote[1]:
            quoted += piece
            if end == passage.quote[1]:
                yield element("mark", {}, quoted)
        else:
            yield from piece


def _details(words: ProposalWords, card: Card) -> Element:
    rows: list[tuple[str, Content]] = []
    if card.confidence:
        rows.append((words.say("confidence"), f"{card.confidence} · {card.rule}"))
    if card.reasons:
        rows.append((words.say("reasons"), card.reasons))
    adds: list[Content] = [element("li", {}, element("code", {}, row.table), " ", row.text) for row in card.adds]
    if card.adds_later:
        adds.append(element("li", {}, words.say("adds later")))
    if adds:
        rows.append((words.say("adds"), element("ul", {}, adds)))
    pairs = [item for name, value in rows for item in (element("dt", {}, name), element("dd", {}, value))]
    return element("dl", {"class": "names"}, pairs)
