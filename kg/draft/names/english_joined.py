"""English names that stand in two pieces side by side, which are one: ETH Zurich, Lviv IT House, Plug and Play."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention

_SINGULAR = re.compile(r"(?:['’]s\b| (?:is|was|has|plans|hosts|operates|runs|launched its)\b)")
_OF_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear) \Z")
_FURTHER = re.compile(r" [A-Z][\w-]+")
_GUESSED = (Reason.BY_CAPITALS, Reason.CLASS_GUESSED)
_STAFFED = re.compile(r" (?:(?:of|from|at) (?:the )?|\()\Z")
_OF_SIDE = re.compile(r" (?:for|from|on behalf of) the [\w’'-]+ side\b")
_MOST_OF_PERSON = 3
_FOREIGN = re.compile(r" (?:für|de|de la|de las|de los|del|della|di|des|du|der|et|und|y|da|do|dos|das|van|voor) ")
"""Small words of other languages within a name."""
_LETTER = re.compile(r"(?<![\w-])[A-Za-z]-\Z")


def one_name(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of an English sentence, two that are the pieces of one name made one."""
    if sentence.grammar.code != "en":
        return list(mentions)
    found: list[Mention] = []
    mentions = [_with_letter(sentence, mention) for mention in mentions]
    people = {m.start for m in mentions if m.class_name == "Person"}
    for mention in mentions:
        whole = _about_initials(sentence, found, mention)
        if whole is not None:
            found[-2:] = [whole]
            continue
        before = found[-1] if found else None
        if before is not None and _are_one(sentence, before, mention, people):
            found[-1] = _joined(sentence, before, mention)
        else:
            found.append(mention)
    return found


def _with_letter(sentence: Sentence, mention: Mention) -> Mention:
    """A name with the single letter that a hyphen joins to it: M-SParc, e-Governance Academy."""
    letter = _LETTER.search(sentence.text, max(sentence.start, mention.start - 3), mention.start)
    if letter is None or mention.known or mention.class_name in ("Person", "City", "Country") or mention.is_reference:
        return mention
    return replace(mention, start=letter.start(), name=letter[0] + mention.name)


def _about_initials(sentence: Sentence, found: Sequence[Mention], right: Mention) -> Mention | None:
    """The name that goes on after the initials of what it begins with: Vilar Samad Rabi (VSR) International Centre."""
    if len(found) < 2 or not right.rule.startswith("head-") or found[-1].known:
        return None
    left, letters = found[-2:]
    bracket = sentence.text[left.end : letters.start] == " (" and sentence.text[letters.end : right.start] == ") "
    if not bracket or "".join(word[0] for word in left.name.split()) != letters.name:
        return None
    name = " ".join(sentence.text[left.start : right.end].split())
    return replace(right, start=left.start, name=name)


def _joined(sentence: Sentence, left: Mention, right: Mention) -> Mention:
    name = sentence.text[left.start : right.end]
    owned = re.search(r"['’]s?\Z", name)
    name = name[: owned.start()] if owned else name
    case = "gen" if owned else ""
    name = " ".join(name.split())
    return Mention(left.start, right.end, name, "Organisation", "en", "capitals", 0.5, _GUESSED, case=case)


def _are_one(sentence: Sentence, left: Mention, right: Mention, people: Collection[int]) -> bool:
    """Whether two mentions that stand side by side are the pieces of one name; `people` is where people are named."""
    gap, after = sentence.text[left.end : right.start], sentence.text[right.end : right.end + 40]
    if gap == " and ":
        return _is_pair(sentence, left, right, after)
    if _FOREIGN.fullmatch(gap) and left.rule == right.rule == "capitals":
        return not left.case
    if gap != " " or left.case or left.known:
        return False
    if right.class_name in ("City", "Country") and (right.end + 1 in people or not _FURTHER.match(after)):
        letters = left.rule == "capitals" and left.name.isupper() and len(left.name) > 1
        head = left.rule.startswith("head-") and " " not in left.name and right.class_name == "Country"
        city = right.class_name == "City" and left.rule == "capitals"
        city = city and (left.start > sentence.start or _is_one_within(sentence, left, right))
        return city or (letters and right.class_name == "City") or (head and left.class_name == "Company")
    city = left.rule == "place-name" and left.class_name == "City"
    house = right.rule == "capitals" and right.name.split()[0].isupper() and " " in right.name
    return city and house and not _OF_PLACE.search(sentence.text[sentence.start : left.start])


def _is_one_within(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Whether two words that open a sentence stand together within another, after a small word: at Fenpark Izmir."""
    name = sentence.text[left.start : right.end]
    return re.search(rf"[a-z,] {re.escape(name)}\b", sentence.text) is not None


def _is_pair(sentence: Sentence, left: Mention, right: Mention, after: str) -> bool:
    """Whether an «and» within a name joins two words: Plug and Play has opened an office."""
    if not left.rule == right.rule == "capitals" or " " in left.name + right.name or left.name.isupper():
        return False
    text = " ".join(sentence.text[left.start : right.end].lower().split())
    alone = not re.search(r"(?:,|\b(?:both|between|of)) \Z", sentence.text[sentence.start : left.start])
    return in_family(text, sentence.grammar, "paired") or (alone and _SINGULAR.match(after) is not None)


def people_of_bodies(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, two capital words beside a body taken for a person where others of their list are people.

    Jonas Berg of Ericsson, Mia Laine of Nokia: she is a person as he is.
    """
    if sentence.grammar.code != "en" or not any(m.class_name == "Person" for m in mentions):
        return list(mentions)
    found: list[Mention] = []
    for at, mention in enumerate(mentions):
        others = [*mentions[max(0, at - 2) : at], *mentions[at + 1 : at + 4]]
        told = _may_be_person(mention) and _has_body(sentence, mentions, at)
        told = told and any(m.class_name == "Person" and _beside(sentence, mention, m) for m in others)
        found.append(_person(mention) if told else mention)
    return found


def _person(mention: Mention) -> Mention:
    reasons = (Reason.BY_CAPITALS,)
    return Mention(mention.start, mention.end, mention.name, "Person", "en", "person", 0.6, reasons, case=mention.case)


def _may_be_person(mention: Mention) -> bool:
    words = mention.name.split()
    plain = all(word[:1].isupper() and word[1:].islower() for word in words)
    return mention.rule == "capitals" and 1 < len(words) <= _MOST_OF_PERSON and plain


def _has_body(sentence: Sentence, mentions: Sequence[Mention], at: int) -> bool:
    """Whether a body stands right after a name with «of», «from» or in brackets, or the side that it acts for."""
    if _OF_SIDE.match(sentence.text, mentions[at].end):
        return True
    following = mentions[at + 1] if at + 1 < len(mentions) else None
    if following is None or following.class_name in ("Person", "Country", "City", "Region"):
        return False
    return _STAFFED.fullmatch(sentence.text[mentions[at].end : following.start]) is not None


def _beside(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Whether a comma or an «and» stands between two names of a list, and what is said of the first."""
    low, high = sorted((one, other), key=lambda m: m.start)
    gap = sentence.text[low.end : high.start]
    told = re.fullmatch(
        r"(?: (?:of|from|at|for) [^,;:.]{2,60}| \([^()]{2,60}\))?(?:,| and|, and)(?: [a-z]+){0,2} ", gap
    )
    return told is not None
