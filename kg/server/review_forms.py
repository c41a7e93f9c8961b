"""The forms of the review: the keys that answer an item, and its fields to be edited. Each key stands on its button."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kg.review.model import Item, Kind
from kg.review.offers import Offers
from kg.review.progress import ArticleCounts, Counts, Summary
from kg.review.showing import Card
from kg.server.site import Reader
from kg.views.markup import Content, element
from kg.views.proposals import ProposalWords

Key = tuple[str, str]
"""A key and the word for what it does."""
TAKEN_BACK_BY_UNDO = ("accepted", "accepted with", "edited", "rejected")
"""What may have been done last that one undo takes back."""


@dataclass(frozen=True)
class View:
    """What a page shows: an item (None where all is judged), how far it is, and what came of the last answer."""

    card: Card | None
    counts: Counts
    token: str
    articles: Sequence[ArticleCounts]
    later: Sequence[Item]
    minutes: int | None
    """How long what is left may take; None where that cannot be told yet."""
    is_opened: bool = False
    """Whether the item is a new thing that is asked before its fact."""
    fields: Mapping[str, str] | None = None
    """The fields of the item where they are edited."""
    mends: bool = False
    """Whether the fields are those of the source of its article."""
    faults: tuple[str, ...] = ()
    done: str = ""
    told: str = ""
    """What else came of it, in the reviewer's words."""
    fell: int = 0
    """How many facts went with what was rejected last."""
    focus: str = ""
    """The key on whose button the reviewer was, before what was left without an answer."""
    summary: Summary | None = None
    """What the session did, where the reviewer ends it."""
    commands: Sequence[tuple[str, str]] = ()
    """What to call next, each with the word for what it does."""
    seeds: str = ""


def form(reader: Reader, view: View, class_name: str, *content: Content | Iterable[Content]) -> Element:
    """A form that answers the item of a page, or none."""
    key = view.card.item.key if view.card is not None else ""
    hidden = [
        element("input", {"type": "hidden", "name": name, "value": value})
        for name, value in (("token", view.token), ("key", key))
    ]
    attributes = {"method": "post", "action": reader.address("/review"), "class": class_name, "autocomplete": "off"}
    return element("form", attributes, hidden, *content)


def button(words: ProposalWords, act: str, key: str, *, strong: bool = False, word: str = "") -> Element:
    """A button of a form; without a key where that stands on another one."""
    attributes = {"name": "act", "value": act, "class": "button strong" if strong else "button"}
    return keyed("button", attributes, key, words.say(word or act))


def keyed(tag: str, attributes: dict[str, str], key: str, *text: Content) -> Element:
    """A button or link with its key beside it."""
    if not key:
        return element(tag, attributes, *text)
    shown = element("kbd", {"aria-hidden": "true"}, "Esc" if key == "escape" else key.upper())
    named = "Escape" if key == "escape" else key
    return element(tag, {**attributes, "data-key": key, "aria-keyshortcuts": named}, *text, " ", shown)


def answers(reader: Reader, words: ProposalWords, view: View, card: Card) -> list[Element]:
    """The buttons of an item, and what each does; those of a question are its candidates."""
    same = card.item.is_sameness
    reject = [] if same else [button(words, "reject", "r")]
    rest: list[Content] = [*reject, button(words, "later", "l"), button(words, "undo", "u")]
    address = reader.address("/review/article", key=card.item.key) + "#quote"
    opened = {"href": address, "class": "button", "target": "_blank"}
    rest.append(keyed("a", opened, "o", words.say("open")))
    mend = {"href": reader.address("/review", source="1"), "class": "button"}
    rest.append(keyed("a", mend, "s", words.say("source")))
    named: list[Key] = [
        *([] if same else [("r", "reject")]),
        ("l", "later"),
        ("u", "undo"),
        ("o", "open"),
        ("s", "source"),
        ("p", "how far"),
        ("q", "quit"),
    ]
    why = {"name": "reason", "maxlength": "300", "aria-label": words.say("why"), "placeholder": words.say("why")}
    reason = element("p", {"class": "why"}, element("input", why))
    if card.item.kind is not Kind.QUESTION:
        focus = {"autofocus": "autofocus"} if view.focus == "e" else {}
        edit = keyed(
            "a", {"href": reader.address("/review", edit="1"), "class": "button", **focus}, "e", words.say("edit")
        )
        aside, first = None, [("a", "accept"), ("e", "edit")]
        if view.is_opened:
            aside, first = button(words, "back", "b"), [*first, ("b", "back")]
        elif card.new:
            aside, first = button(words, "things", "t"), [*first, ("t", "things")]
        buttons = element("p", {"class": "buttons"}, button(words, "accept", "a", strong=True), edit, aside, rest)
        return [form(reader, view, "answers", buttons, reason), _help(words, [*first, *named])]
    candidates = [
        element("li", {}, _meant(str(number), candidate.id, candidate.name, candidate.kind))
        for number, candidate in enumerate(card.candidates, 1)
    ]
    first = (
        [(f"1–{len(candidates)}" if len(candidates) > 1 else "1", "same" if same else "choose")] if candidates else []
    )
    if card.item.own_id:
        new = "another" if same else "new"
        candidates.append(element("li", {}, _meant("n", card.item.own_id, words.say(new), "")))
        first.append(("n", new))
    told = element("input", {"type": "hidden", "name": "act", "value": "answer"})
    choice = form(reader, view, "candidates", told, element("ul", {}, candidates))
    others = form(reader, view, "answers", element("p", {"class": "buttons"}, rest), reason)
    return [choice, others, _help(words, [*first, *named])]


def _help(words: ProposalWords, keys: Iterable[Key]) -> Element:
    """What each key does, shown when it is asked for."""
    summary = keyed("summary", {}, "?", words.say("help"))
    pairs = [
        each
        for key, name in keys
        for each in (
            element("dt", {}, element("kbd", {}, key.upper()), " ", words.say(name)),
            element("dd", {}, words.say(f"help {name}")),
        )
    ]
    return element("details", {"class": "help"}, summary, element("dl", {}, pairs))


def _meant(key: str, entity: str, name: str, kind: str) -> Element:
    what = element("span", {"class": "quiet"}, " · ".join(filter(None, (kind, entity))))
    return keyed("button", {"name": "entity", "value": entity, "class": "button"}, key, name, " ", what)


def only_undo(reader: Reader, words: ProposalWords, view: View) -> Element:
    """The one thing that can be done where nothing is asked."""
    return form(reader, view, "answers", element("p", {"class": "buttons"}, button(words, "undo", "u")))


def edit_form(reader: Reader, words: ProposalWords, offers: Offers, view: View) -> Element:
    """A labelled field for each, the first in focus; what a thing is called stands below its id."""
    assert view.fields is not None
    act, word = ("source", "save source") if view.mends else ("edit", "save")
    rows: list[Content] = []
    for number, (name, text) in enumerate(view.fields.items()):
        attributes = {"id": f"field-{number}", "name": f"field:{name}", "value": text, "spellcheck": "false"}
        attributes |= {"autofocus": "autofocus"} if not number else {}
        told: Content = None
        if offers.is_any(name):
            attributes |= {"data-offers": name, "aria-describedby": f"told-{number}"}
            told = element("small", {"id": f"told-{number}", "class": "quiet told"}, offers.told(name, text))
        label = element("label", {"for": f"field-{number}"}, words.field(name))
        rows.append(element("div", {}, label, element("input", attributes), told))
    save = keyed("button", {"name": "act", "value": act, "class": "button strong"}, "", words.say(word))
    save.append(element("kbd", {"aria-hidden": "true"}, "Enter"))
    left = {"href": reader.address("/review", focus="e"), "class": "button"}
    cancel = keyed("a", left, "escape", words.say("cancel"))
    fields = element(
        "div", {"class": "fields", "data-found": words.say("offers"), "data-none": words.say("no offers")}, rows
    )
    how = element("p", {"class": "quiet"}, words.say("edit how on a page"))
    return form(reader, view, "editing", how, fields, element("p", {"class": "buttons"}, save, cancel))
