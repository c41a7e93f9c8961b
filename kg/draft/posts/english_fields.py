"""The words about an English post that only say of what: Business Development Director, Minister of Trade."""

from __future__ import annotations

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names.heads import is_work
from kg.draft.names.known import is_demonym

_REACH = 9
_BODIES = ("GovernmentBody", "Organisation", "ResearchOrganisation", "Company")
_BEFORE_BODY = ("of", "at", "in", "from")
"""What stands between the field of an English post and the body that it is in."""


def first_field(sentence: Sentence, first: int) -> int:
    """Where the capital words of work begin that are a part of an English post: Business Development Director.

    They stand alone: after a name they may be of it (Fen Technologies Director).
    """
    words, lowered = sentence.words, sentence.lowered
    at = first
    while at > 0 and (not (gap := sentence.gap(at - 1, at).strip(" &")) or (gap == "," and "and" in lowered[at:first])):
        joins = lowered[at - 1] == "and" and at - 1 > 0 and words[at - 2].is_capital and is_work(lowered[at - 2])
        field = words[at - 1].is_capital and not words[at - 1].is_acronym and is_work(lowered[at - 1])
        if not joins and not field:
            break
        at -= 1
    before = words[at - 1] if at else None
    alone = before is None or not before.is_capital or bool(sentence.gap(at - 1, at).strip()) or before.is_acronym
    within = at > 1 and lowered[at - 1] in ("of", "for", "and") and words[at - 2].is_capital
    owned = before is not None and (before.text.endswith(("'s", "’s")) or is_demonym(before.lower, "en"))
    alone = (alone or owned) and not within  # Georgia's Trade Minister; but Tartu University of Technology President
    heads = (n for n in range(at, first) if sentence.grammar.form(lowered, n, "heads") is not None)
    headed = any("minister" not in lowered[first : first + 3] or not is_work(lowered[n]) for n in heads)
    return at if at < first and alone and not headed else first


def own_first(sentence: Sentence, first: int, last: int) -> int:
    """Where an English post begins whose first words may be the end of a body's name: the Export Agency | Director.

    So do those of a field of it: the Institute of Science and Technology | Director.
    """
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    if first == last or first < 2 or not words[first].is_capital or sentence.gap(first - 1, first).strip():
        return first
    if grammar.form(lowered[last : last + 1], 0, "posts") is None:
        return first
    form = grammar.form(lowered, first, "heads")
    headed = form is not None and form.entry.name in _BODIES and words[first - 1].is_capital
    run = next((n for n in range(first - 1, -1, -1) if not _goes_on(sentence, n)), -1) + 1
    field = lowered[first - 1] in ("of", "for", "and") and bool({"of", "for"} & set(lowered[run:first]))
    named = any(grammar.form(lowered, n, "heads") is not None for n in range(run, first))
    return last if headed or (field and named and is_work(lowered[first])) else first


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a word belongs to the run of capitals, with small words between, that goes on after it."""
    joins = sentence.lowered[at] in ("of", "for", "and", "the")
    return (sentence.words[at].is_capital or joins) and not sentence.gap(at, at + 1).strip()


def fields_after(sentence: Sentence, post_last: int, kind: str) -> set[int]:
    """The words after an English post that say of what: Minister of Transport, Communication and Technologies X."""
    words, lowered = sentence.words, sentence.lowered
    at = post_last + 1
    if at >= len(words) or lowered[at] not in ("of", "for") or sentence.gap(at - 1, at).strip():
        return set()
    if kind != "minister":
        return _field_before_body(sentence, post_last)
    found = {at}
    at += 1
    while at < min(len(words), post_last + _REACH + 3):
        gap = sentence.gap(at - 1, at).strip()
        if gap == "-" and at - 1 in found:
            found.add(at)  # Minister of High-Tech Industry
            at += 1
            continue
        joined = next((n for n in range(at + 1, min(at + 5, len(words))) if lowered[n] == "and"), None)
        if gap and not (
            gap == "," and joined is not None and is_work(lowered[joined + 1 - (joined + 1 == len(words))])
        ):
            break
        form = sentence.grammar.form(lowered, at, "heads")
        if form is not None and form.entry.detail in ("ministry", "agency") and lowered[at] != "service":
            return set()  # deputy minister of the Kazakh Ministry of …
        soon = at + 1 < len(words) and is_work(lowered[at + 1]) and not sentence.gap(at, at + 1).strip()
        if lowered[at] not in ("of", "and", "the", "high", "new") and not (is_work(lowered[at]) or soon):
            break
        if words[at].is_capital and lowered[at] in sentence.grammar.given:
            break
        found.add(at)
        at += 1
    return found


def ends_fields(sentence: Sentence, post_last: int, kind: str, start: int) -> bool:
    """Whether a minister's fields, commas between, end before a name that begins there: of Trade, Sport and … of X."""
    fields = fields_after(sentence, post_last, kind) if kind == "minister" and sentence.grammar.code == "en" else set()
    return bool(fields) and sentence.index_from(start) - 1 <= max(fields) + 1


def _field_before_body(sentence: Sentence, post_last: int) -> set[int]:
    """The words of a field between an English post and its body: Head of Digital Growth of X, Director for Asia at X.

    After «of» each is one for work, or joins such ones; after «for», or before «at», they are anything but a head.
    """
    words, lowered = sentence.words, sentence.lowered
    first = post_last + 1
    at_body = next((n for n in range(first + 2, min(len(words), first + _REACH)) if lowered[n] == "at"), None)
    loose = lowered[first] == "for" or (
        at_body is not None and not sentence.text[words[first].end : words[at_body].start].strip().count(",")
    )
    found = {first}
    for at in range(first + 1, min(len(words), first + _REACH)):
        gap = sentence.gap(at - 1, at).strip()
        named = len(found) > 1 and words[at - 1].is_capital
        if named and gap == "," and words[at].is_capital and lowered[at + 1 : at + 2] != ("and",):
            return found  # Director of Research, Alfa Bank
        if gap not in ("", "&", "-"):
            return set()
        if named and lowered[at] in sentence.grammar.given and words[at].is_capital:
            return found  # Director of Research Anna Kim
        body = at + 1 + (lowered[at + 1 : at + 2] == ("the",))
        if named and lowered[at] in _BEFORE_BODY and body < len(words) and words[body].is_capital:
            return found
        listed = in_family(lowered[at], sentence.grammar, "in_field_of_post")
        work = is_work(lowered[at])
        if sentence.grammar.form(lowered, at, "heads") is not None and not (listed or (loose and work)):
            return set()  # Director of the Trade Institute of X
        if lowered[at] in ("and", "the") or (words[at].is_capital and (loose or work or listed)):
            found.add(at)
        else:
            return set()
    return set()


def unit_end(sentence: Sentence, last: int) -> int:
    """The last word of an English post with the unit of a body that it is of; that of the post where there is none.

    Head of the Technoparks Department [of Alfa Bank]; but Head of the Europe Division [of the Department of Trade].
    """
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    at = last + 1
    if at + 2 >= len(words) or lowered[at] != "of":
        return last
    at += 1 + (lowered[at + 1] == "the")
    first = at
    while at < min(len(words) - 2, first + _REACH) and not sentence.gap(at - 1, at).strip(" &"):
        if in_family(lowered[at], grammar, "unit_of_body") and words[at].is_capital and at > first:
            body = at + 2 + (lowered[at + 2] == "the")
            named = lowered[at + 1] == "of" and body < len(words) and words[body].is_capital
            return at if named and not _is_unit_named(sentence, body) else last
        if not (words[at].is_capital or lowered[at] in ("and", "of")):
            break
        at += 1
    return last


def _is_unit_named(sentence: Sentence, first: int) -> bool:
    """Whether the name that begins at a word is that of another unit or of what a unit works in, and not of a body."""
    after = sentence.words[first + 1] if first + 1 < len(sentence.words) else None
    alone = after is None or not (after.is_capital or after.lower == "of")
    if alone and is_work(sentence.lowered[first]) and not sentence.words[first].is_acronym:
        return True  # the Abu Dhabi Department of Energy
    for at in range(first, min(len(sentence.words), first + _REACH)):
        if in_family(sentence.lowered[at], sentence.grammar, "unit_of_body"):
            return True
        if sentence.grammar.form(sentence.lowered, at, "heads") is not None:
            return False
        if not sentence.words[at].is_capital:
            break
    return not sentence.words[first].is_acronym and is_work(sentence.lowered[first])
