"""The pages of the review, as escaped trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

from kg.facts.schema import PropertyUse, Schema
from kg.review.articles import Passage, Span
from kg.review.model import Kind
from kg.review.progress import Counts
from kg.review.session import Session
from kg.review.showing import Card, Proof
from kg.review.telling import how_far
from kg.server.frame import page
from kg.server.site import Reader
from kg.views.markup import Content, element
from kg.views.proposals import ProposalWords

_SCRIPT = ("review.js",)
_ENDS = (("one", "¹"), ("two", "²"))
_MOST_OFFERED = 2000
"""Ids that an edit form offers; of a larger graph none, since the list would be larger than the page."""


@dataclass(frozen=True)
class View:
    """What a page shows: an item (None where all is judged), how far it is, and what came of the last answer."""

    card: Card | None
    counts: Counts
    token: str
    fields: Mapping[str, str] | None = None
    """The fields of the item where they are edited."""
    faults: tuple[str, ...] = ()
    done: str = ""


def review_page(reader: Reader, words: ProposalWords, session: Session, view: View) -> str:
    """The page of one item."""
    title = words.say("title")
    told: list[Content] = [_progress(words, view)]
    if view.faults:
        told.append(_faults(words, view.faults))
    if view.card is None:
        told += [
            element("h1", {}, words.say("done" if not view.counts.left else "empty")),
            _only_undo(reader, words, view),
        ]
        return page(reader, title, "/review", element("article", {"class": "review"}, *told), scripts=_SCRIPT)
    card = view.card
    asked = element("h1", {"class": "quiet"}, card.asked, f" ({card.waiting})" if card.waiting else "")
    told += [asked, element("p", {"class": "statement"}, _sentence(card))]
    if card.new:
        told.append(_new(words, card))
    told += [_proof(reader, words, card, proof) for proof in card.proofs]
    told.append(_details(words, card))
    if view.fields is not None:
        told.append(_edit_form(reader, words, session, view, card))
    else:
        told.append(_answers(reader, words, view, card))
        told.append(element("p", {"class": "hidden"}, words.say("shortcuts")))
    return page(reader, title, "/review", element("article", {"class": "review"}, *told), scripts=_SCRIPT)


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


def _progress(words: ProposalWords, view: View) -> Element:
    told: list[Content] = [how_far(words, view.counts, None)]
    if view.done:
        said = words.say("undone", what="").rstrip(" :") if view.done == "undone" else words.say(view.done)
        told = [element("b", {}, said), " ", *told]
    return element("p", {"class": "quiet progress", "role": "status"}, *told)


def _faults(words: ProposalWords, faults: Iterable[str]) -> Element:
    items = [element("li", {}, fault) for fault in faults]
    head = element("h2", {}, words.say("not written"))
    return element("div", {"class": "trouble", "role": "alert"}, head, element("ul", {"lang": "en"}, items))


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


def _proof(reader: Reader, words: ProposalWords, card: Card, proof: Proof) -> Element:
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
        rows.append((words.say("confidence"), f"{card.confidence} · {card.item.rule}"))
    if card.reasons:
        rows.append((words.say("reasons"), card.reasons))
    adds: list[Content] = [element("li", {}, element("code", {}, row.table), " ", row.text) for row in card.adds]
    if card.adds_later:
        adds.append(element("li", {}, words.say("adds later")))
    if adds:
        rows.append((words.say("adds"), element("ul", {}, adds)))
    pairs = [item for name, value in rows for item in (element("dt", {}, name), element("dd", {}, value))]
    return element("dl", {"class": "names"}, pairs)


def _form(reader: Reader, view: View, class_name: str, *content: Content | Iterable[Content]) -> Element:
    key = view.card.item.key if view.card is not None else ""
    hidden = [
        element("input", {"type": "hidden", "name": name, "value": value})
        for name, value in (("token", view.token), ("key", key))
    ]
    attributes = {"method": "post", "action": reader.address("/review"), "class": class_name, "autocomplete": "off"}
    return element("form", attributes, hidden, *content)


def _button(words: ProposalWords, act: str, key: str, *, strong: bool = False) -> Element:
    attributes = {"name": "act", "value": act, "class": "button strong" if strong else "button"}
    return _keyed("button", attributes, key, words.say(act))


def _keyed(tag: str, attributes: dict[str, str], key: str, *text: Content) -> Element:
    shown = element("kbd", {"aria-hidden": "true"}, key.upper())
    return element(tag, {**attributes, "data-key": key, "aria-keyshortcuts": key}, *text, " ", shown)


def _answers(reader: Reader, words: ProposalWords, view: View, card: Card) -> Element:
    """The buttons of an item; those of a question are its candidates."""
    reject = [] if card.item.is_sameness else [_button(words, "reject", "r")]
    rest: list[Content] = [*reject, _button(words, "later", "l"), _button(words, "undo", "u")]
    address = reader.address("/review/article", key=card.item.key) + "#quote"
    opened = {"href": address, "class": "button", "target": "_blank"}
    rest.append(_keyed("a", opened, "o", words.say("open")))
    why = {"name": "reason", "maxlength": "300", "aria-label": words.say("why"), "placeholder": words.say("why")}
    reason = element("p", {"class": "why"}, element("input", why))
    if card.item.kind is not Kind.QUESTION:
        edit = _keyed("a", {"href": reader.address("/review", edit="1"), "class": "button"}, "e", words.say("edit"))
        singly = _button(words, "things", "t") if card.new else None
        buttons = element("p", {"class": "buttons"}, _button(words, "accept", "a", strong=True), edit, singly, rest)
        return _form(reader, view, "answers", buttons, reason)
    candidates = [
        element("li", {}, _meant(str(number), candidate.id, candidate.name, candidate.kind))
        for number, candidate in enumerate(card.candidates, 1)
    ]
    if card.item.own_id:
        candidates.append(
            element(
                "li", {}, _meant("n", card.item.own_id, words.say("another" if card.item.is_sameness else "new"), "")
            )
        )
    told = element("input", {"type": "hidden", "name": "act", "value": "answer"})
    choice = _form(reader, view, "candidates", told, element("ul", {}, candidates))
    return element("div", {}, choice, _form(reader, view, "answers", element("p", {"class": "buttons"}, rest), reason))


def _meant(key: str, entity: str, name: str, kind: str) -> Element:
    what = element("span", {"class": "quiet"}, " · ".join(filter(None, (kind, entity))))
    return _keyed("button", {"name": "entity", "value": entity, "class": "button"}, key, name, " ", what)


def _only_undo(reader: Reader, words: ProposalWords, view: View) -> Element:
    return _form(reader, view, "answers", element("p", {"class": "buttons"}, _button(words, "undo", "u")))


def _edit_form(reader: Reader, words: ProposalWords, session: Session, view: View, card: Card) -> Element:
    """A labelled field for each; what may stand in it is offered by the browser."""
    assert view.fields is not None
    schema, entities = session.schema, session.holdings.entities
    rows: list[Content] = []
    for number, (name, text) in enumerate(view.fields.items()):
        attributes = {"id": f"field-{number}", "name": f"field:{name}", "value": text, "spellcheck": "false"}
        offered = _offered(name, schema)
        if offered:
            attributes["list"] = f"offered-{offered}"
        label = element("label", {"for": f"field-{number}"}, words.field(name))
        rows.append(element("div", {}, label, element("input", attributes)))
    lists = [_list("predicate", schema.names_of(PropertyUse.RELATION, PropertyUse.FIGURE), words)]
    lists.append(_list("class", schema.entity_classes(), words))
    if len(entities) <= _MOST_OFFERED:
        lists.append(_list("thing", sorted(entities), words))
    save = element("button", {"name": "act", "value": "edit", "class": "button strong"}, words.say("save"))
    cancel = element("a", {"href": reader.address("/review"), "class": "button"}, words.say("cancel"))
    fields = element("div", {"class": "fields"}, rows)
    return _form(reader, view, "editing", fields, element("p", {"class": "buttons"}, save, cancel), lists)


def _offered(name: str, schema: Schema) -> str:
    """Which list fits a field."""
    base = name.split(" ")[0]
    if base in ("predicate", "class"):
        return base
    property_ = schema.properties.get(base)
    is_thing = base in ("subject", "object", "entity", "kind") or (
        property_ is not None and property_.is_object_property
    )
    return "thing" if is_thing else ""


def _list(name: str, values: Iterable[str], words: ProposalWords) -> Element:
    options = [element("option", {"value": value}, words.name(value)) for value in values]
    return element("datalist", {"id": f"offered-{name}"}, options)
