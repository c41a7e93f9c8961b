"""What stands above an item of the review and at its end: what was done last, how far it is, and what comes next."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from kg.draft.model import Verdict
from kg.review import telling
from kg.review.showing import Showing
from kg.server.review_forms import TAKEN_BACK_BY_UNDO, View, button, form, keyed
from kg.server.site import Reader
from kg.views.markup import Content, element
from kg.views.proposals import ProposalWords


def told_last(reader: Reader, words: ProposalWords, view: View) -> Element | None:
    """What was done last, with an undo beside it; the script reads it out."""
    if view.told:
        return form(reader, view, "last", element("b", {"data-said": "said"}, view.told))
    if not view.done:
        return None
    said = words.say("undone", what="").rstrip(" :") if view.done == "undone" else words.say(view.done)
    if view.fell:
        said = f"{said} {words.say('fell one' if view.fell == 1 else 'fell', n=view.fell)}"
    told: list[Content] = [element("b", {"data-said": "said"}, said)]
    if view.done in TAKEN_BACK_BY_UNDO:
        told += [" ", button(words, "undo", "")]
    return form(reader, view, "last", *told)


def how_far(reader: Reader, showing: Showing, view: View) -> Element:
    """How many of how many; on request by article, with what was left for later."""
    words, counts = showing.words, view.counts
    done = counts.before + counts.judged
    bar = {"max": str(max(1, counts.all)), "value": str(done), "aria-label": words.say("how far")}
    text = element("span", {"class": "quiet progress"}, telling.how_far(words, counts, view.minutes))
    end = keyed("a", {"href": reader.address("/review", end="1"), "class": "button"}, "q", words.say("finish"))
    summary = keyed("summary", {}, "p", words.say("by article"))
    by_article = element(
        "details", {"class": "by-article"}, summary, _articles(showing, view), _later(reader, showing, view)
    )
    return element("div", {"class": "far"}, element("progress", bar), element("p", {}, text, " ", end), by_article)


def _articles(showing: Showing, view: View) -> Element:
    words = showing.words
    heads = [words.say(key) for key in ("article", "column judged", "column left", "later")]
    head = element("tr", {}, [element("th", {"scope": "col"}, text) for text in heads])
    rows = []
    for told in view.articles:
        is_own = view.card is not None and view.card.item.source == told.source
        name = element("th", {"scope": "row"}, showing.title(told.source))
        numbers = [str(told.judged), str(told.left), str(told.later or "")]
        cells = [element("td", {"class": "number"}, text) for text in numbers]
        rows.append(element("tr", {"aria-current": "true"} if is_own else {}, name, cells))
    table = element("table", {}, element("thead", {}, head), element("tbody", {}, rows))
    return element(
        "div", {"class": "wide", "tabindex": "0", "role": "region", "aria-label": words.say("by article")}, table
    )


def _later(reader: Reader, showing: Showing, view: View) -> Element | None:
    """What was left for later, and the button that asks it now."""
    if not view.later:
        return None
    words = showing.words
    lines = [element("li", {}, showing.line(item)) for item in view.later]
    told = element("p", {}, words.say("later holds", n=len(view.later)))
    return form(
        reader,
        view,
        "later",
        told,
        element("ul", {}, lines),
        button(words, "recall", "" if view.card is not None else "l"),
    )


def at_the_end(reader: Reader, showing: Showing, view: View) -> list[Content]:
    """What the session did, where it was written, what is left, and what to call next."""
    words, counts, summary = showing.words, view.counts, view.summary
    title = words.say("done") if not counts.left else words.say("title")
    told: list[Content] = [element("h1", {"tabindex": "-1", "autofocus": "autofocus"}, title)]
    said = telling.done(words, summary, counts.later) if summary is not None else ""
    told.append(element("p", {"class": "lead"}, said or words.say("nothing here")))
    if counts.left:
        told.append(element("p", {}, telling.how_far(words, counts, view.minutes)))
        on = element("a", {"href": reader.address("/review"), "class": "button"}, words.say("go on"))
        told.append(element("p", {"class": "buttons"}, on) if view.card is not None else None)
    if counts.fallen:
        told.append(element("p", {"class": "quiet"}, words.say("fallen left", n=counts.fallen)))
    if summary is not None and summary.rows:
        rows = [
            item
            for table, number in summary.rows.items()
            for item in (element("dt", {}, element("code", {}, table)), element("dd", {}, f"+{number}"))
        ]
        told += [element("h2", {}, words.say("written to", folder=view.seeds)), element("dl", {"class": "ends"}, rows)]
    if summary is not None and summary.verdicts[Verdict.ACCEPT] + summary.verdicts[Verdict.EDIT]:
        next_ = [
            item
            for command, what in view.commands
            for item in (element("dt", {}, element("code", {}, command)), element("dd", {}, words.say(what)))
        ]
        told += [element("h2", {}, words.say("next")), element("dl", {"class": "ends"}, next_)]
    told.append(_later(reader, showing, view))
    return told
