"""English names of institutions: capitals, with small connecting words between them."""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form
from kg.draft.language.passages import is_in_capitals
from kg.draft.language.words import Sentence
from kg.draft.names.english_governments import government
from kg.draft.names.english_joints import is_campus, is_country, is_place, is_plural, is_series, parts
from kg.draft.names.english_people import after_title, is_sent_to, opens_person
from kg.draft.names.english_shapes import opens_with_initial, with_initials
from kg.draft.names.english_small_heads import (
    before_head,
    is_of_many,
    is_person_after,
    is_run,
    last_before_person,
    spelled_out,
)
from kg.draft.names.english_strangers import before_person, may_be_person
from kg.draft.names.english_towns import region, with_known
from kg.draft.names.heads import MOST_WORDS, Owner, is_work, of_head
from kg.draft.names.known import is_demonym
from kg.draft.posts.post_words import field_words, posts
from kg.draft.spans import Mention
from kg.facts.texts.printed_dates import month_names

_OF_POST = ("of", "at", "for", "in")
_OF_TOWN = frozenset({"city", "town", "municipality", "county"})
_COMPANY_END = re.compile(r"\.?,?\s?(?:Ltd|Inc|LLC|Limited)\b\.?")
_ON_SUBJECTS = (
    "GovernmentBody", "Meeting", "Event", "Organisation", "Initiative", "Programme", "Strategy", "Platform", "Network",
    "Center",
)  # fmt: skip
_MOST_OF_PERSON = 4
_YEAR = re.compile(r"20[0-9]{2}")
_NOT_OF_NAME = re.compile(r".*(?:ed|led|run|built|wide|style|born|speaking|year|old|long)\Z")


def english_names(sentence: Sentence, owner: Owner) -> list[Mention]:
    """The names that a sentence has by their heads; `owner` says which words are of known things."""
    found: list[Mention] = []
    words = sentence.words
    named_posts = posts(sentence)
    told = {post.first_word: post.last_word for post in named_posts if words[post.last_word].is_capital}
    fields = field_words(sentence, named_posts)
    offices = set(told)
    at = 0
    while at < len(words):
        if at in told and told[at] + 1 < len(words) and sentence.lowered[told[at] + 1] in _OF_POST:
            at = told[at] + 1  # Executive Vice-Rector of Alfa University
            continue
        if at in told and told[at] + 1 < len(words) and sentence.gap(told[at], told[at] + 1).strip() in (",", ";"):
            at = told[at] + 1  # Mission Director, Fen Mission
            continue
        if at in told and told[at] + 1 < len(words) and opens_person(sentence, told[at] + 1):
            at = told[at] + 2  # Ambassador Park Jisun
            continue
        held = _held_next(sentence, told[at] + 1) if at in told else 0
        if held:
            at = told[at] + 1 + held  # Programme Director Anna Kim and Alfa Park CEO …
            continue
        if (
            at in fields
            or not _opens(sentence, at, owner)
            or opens_person(sentence, at)
            or is_sent_to(sentence, at, owner)
        ):
            at += 1
            continue
        end = _english_end(sentence, at, offices)
        place = region(sentence, at, end) or spelled_out(sentence, at, end)
        if place is not None:
            found.append(with_known(place, owner(at)))
            at = end + 1
            continue
        for first, last in parts(sentence, at, end, owner):
            mention = _english_name(sentence, first, last, owner)
            if mention is not None:
                found.append(mention)
        at = end + 1
    return found


def _held_next(sentence: Sentence, at: int) -> int:
    """How many capitals after a post are who holds it: two to four of them, none a head or a field of work."""
    words, last = sentence.words, at
    while last < len(words) and words[last].is_capital and (last == at or sentence.gap(last - 1, last) in (" ", "-")):
        if sentence.grammar.form(sentence.lowered, last, "heads") is not None or is_work(sentence.lowered[last]):
            return 0
        last += 1
    return last - at if 1 < last - at <= _MOST_OF_PERSON else 0


def _opens(sentence: Sentence, at: int, owner: Owner) -> bool:
    word = sentence.words[at]
    if word.text == "New" and at + 1 < len(sentence.words) and sentence.words[at + 1].is_capital:
        opens = at > 0 or sentence.text[: word.start].rstrip(" ")[-1:] in ("•", "●", "-", "–", "—", "*", "·")
        return opens and not sentence.gap(at, at + 1).strip()  # the New Aral University
    return word.is_capital and word.text not in sentence.grammar.generic


def _english_end(sentence: Sentence, first: int, offices: Collection[int]) -> int:
    """The last word of a run of capitals, small connecting words between them; a post begins another thing."""
    words, grammar = sentence.words, sentence.grammar
    last, at = first, first + 1
    headed = is_in_capitals(sentence)
    while at < len(words) and at - first <= 2 * MOST_WORDS:
        gap = sentence.gap(at - 1, at).strip()
        joined = (
            not gap or gap in ("-", "&", "/") or (gap == "," and (is_series(sentence, at) or is_campus(sentence, at)))
        )
        if not joined and not is_of_many(sentence, at):
            break
        word = words[at]
        if before_person(sentence, at - 1) or after_title(sentence, at + 1) or opens_with_initial(sentence, at):
            break  # the Fen Embassy's John Leaker; the Fen Foundation Prof Low; the Fen Department Sh. Orlov
        if at in offices or (headed and grammar.triggers.at(sentence.lowered, at) is not None):
            break  # University of Palermo Rector Massimo Midiri; a heading: Fen University Signs Agreement
        if (word.is_capital and word.text not in ("The",)) or (_YEAR.fullmatch(word.text) and last == at - 1):
            last = at
        elif last == at - 1 and (_is_hyphened(sentence, at) or _is_number(sentence, at)):
            last = at  # Silk Road Start-ups; University of Paris 8
        elif word.lower == "on" and _is_on_subject(sentence, at):
            pass  # Joint Commission on Technology Parks
        elif word.lower not in grammar.connectors or (word.lower in ("in", "on", "to")):
            break
        at += 1
    return last


def _is_on_subject(sentence: Sentence, at: int) -> bool:
    """Whether «on» stands between a head and what it deals with: Round Table on Shared Registers."""
    words, grammar = sentence.words, sentence.grammar
    if at + 1 >= len(words) or not words[at + 1].is_capital or not words[at - 1].is_capital:
        return False
    if grammar.dates.at(sentence.lowered, at) or sentence.lowered[at + 1] in month_names():
        return False  # the General Assembly on September 27
    form = grammar.form(sentence.lowered, at - 1, "heads")
    return form is not None and form.entry.name in _ON_SUBJECTS


def _is_hyphened(sentence: Sentence, at: int) -> bool:
    """Whether a word in small letters is the end of one that a name has: Start-ups; but Tashkent-based."""
    return at > 0 and sentence.gap(at - 1, at) == "-" and not _NOT_OF_NAME.match(sentence.lowered[at])


def _is_number(sentence: Sentence, at: int) -> bool:
    """Whether a number ends a name: University of Paris 8, the Terra 21 network; but Fen University 8 May."""
    word = sentence.words[at]
    if word.text.isdigit() and at + 1 < len(sentence.words) and sentence.gap(at, at + 1) == " ":
        form = sentence.grammar.form(sentence.lowered, at + 1, "heads")
        return form is not None and is_run(form) and not is_plural(sentence, at + 1, form)
    closed = sentence.text[word.end : word.end + 1] in (",", ";", ")", "\n", "")
    schools = {"university", "school", "academy", "college", "lyceum"} & set(sentence.lowered[max(0, at - 4) : at])
    return word.text.isdigit() and len(word.text) < 3 and closed and bool(schools)


def _english_name(sentence: Sentence, first: int, last: int, owner: Owner) -> Mention | None:
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    while last > first and (not words[last].is_capital or len(words[last].text) == 1):
        if _YEAR.fullmatch(words[last].text) and not words[last - 1].text.islower():
            break
        if _is_hyphened(sentence, last) or _is_number(sentence, last):
            break
        last -= 1
    while first < last and lowered[first] in ("the", "a", "an") and words[first].text.islower():
        first += 1
    stop = next((n for n in range(first, last) if lowered[n] in ("of", "for", "on")), last + 1)
    owned = next((n for n in range(first, min(first + 3, last)) if words[n].text.endswith(("'s", "’s"))), None)
    if owned is not None and (is_country(owner(first)) or _is_owner(sentence, first, owned, last)):
        first = owned + 1
    heads = [(n, form) for n in range(first, last + 1) if (form := grammar.form(lowered, n, "heads")) is not None]
    if not heads:
        return before_head(sentence, first, last, owner)
    if _YEAR.fullmatch(words[last].text) and heads[-1][0] != last - 1:
        last -= 1
    first_part = [pair for pair in heads if pair[0] < stop]
    index, form = (first_part or heads)[-1]
    if not first_part and stop < last and first and grammar.form(lowered, first - 1, "posts") is not None:
        return _english_name(sentence, stop + 1, last, owner)  # Director Wang Xiao Ming of Alfa Institute
    after_person = lowered[stop : stop + 1] == ("of",) and 1 < stop - first < _MOST_OF_PERSON
    if not first_part and after_person and may_be_person(sentence, first, stop - 1):
        return _english_name(sentence, stop + 1, last, owner)  # Jerry Marsh of the Bureau of Land Care
    if not first_part and stop < index == last and lowered[stop] == "of" and lowered[first] not in _OF_TOWN:
        return _english_name(sentence, stop + 1, last, owner)  # Aida Nurlanova of Astana Robotics
    of_region = index < stop < last and lowered[stop] == "for" and is_place(owner(stop + 1))
    if form.entry.name == "Company" and of_region:
        last = stop - 1  # vice president of Fen Group for Central Asia
    if _is_sort(sentence, first, index, form) or is_country(owner(index)):
        return None  # the Russian Federation for …
    if index == first == last or (not first_part and stop <= last and lowered[first] not in _OF_TOWN):
        return None
    if (
        form.entry.name == "GovernmentBody"
        and is_country(owner(first))
        and _is_told_of(sentence, first, index, form, owner)
    ):
        mention = owner(first)
        while first < last and (owner(first) is mention or words[first].lower in ("s",)):
            first += 1
    if first < index and is_demonym(lowered[first], "en") and _is_told_of_head(sentence, first, index, form):
        first += 1
    longer = grammar.form(lowered, last, "heads")
    if longer is not None and last > index and stop > last:
        index, form = last, longer
    if form.entry.name == "GovernmentBody" and is_country(owner(last)):
        whole = last
        while last > index and (is_country(owner(last)) or lowered[last] in ("of", "republic", "the")):
            last -= 1
        if first == last or form.entry.words == "consulate general":
            return government(sentence, first, whole, form)
    full = ""
    if form.entry.name != "GovernmentBody" and is_country(owner(last)) and last - index > 1 and index - first > 1:
        rest = range(index + 2, last + 1)
        alone = all(is_country(owner(n)) or lowered[n] == "the" for n in rest)
        if alone and lowered[index + 1] == "of":
            full, last = " ".join(sentence.text[words[first].start : words[last].end].split()), index
    if _is_field_of_post(sentence, first, form):
        return None
    if form.entry.name in ("Meeting", "Event") and in_family(lowered[last], grammar, "room"):
        return None  # Alfa University Meeting Room
    if _is_any(sentence, first, index, form):
        return None
    last = (
        index
        if is_person_after(sentence, first, index, last)
        else last_before_person(sentence, first, index, last, after_country=is_country(owner(max(first, last - 2))))
    )
    first = with_initials(sentence, first)
    name = " ".join(sentence.text[words[first].start : words[last].end].split())
    ending = re.compile(r"['’]s\Z").search(name)
    case = "gen" if ending else ""
    end = words[last].end
    company = _COMPANY_END.match(sentence.text, end) if words[last].text in sentence.grammar.company_forms else None
    if company:  # Bluewave Robotics Co., Ltd.
        name, end = name + company[0], company.end()
    mention = of_head(sentence, words[first].start, end, name[: ending.start()] if ending else name, form)
    mention.case = case
    mention.aliases += [full] if full else []
    return mention


def _is_told_of(sentence: Sentence, first: int, index: int, form: Form, owner: Owner) -> bool:
    """Whether a country before a state's body says whose it is: Kenya Ministry of Trade; but Kenya Film Authority."""
    own = next((n for n in range(first, index) if owner(n) is not owner(first)), index)
    opens = sentence.lowered[index + 1 : index + 2] in (("of",), ("for",))
    return opens or own > index - form.entry.length or form.entry.detail == "ministry"


def _is_told_of_head(sentence: Sentence, first: int, index: int, form: Form) -> bool:
    """Whether an adjective of a country only says whose a state's body is: the Kazakh Ministry of Trade."""
    opens = sentence.lowered[index + 1 : index + 2] in (("of",), ("for",))
    return form.entry.name == "GovernmentBody" and opens and first == index - form.entry.length


def _is_owner(sentence: Sentence, first: int, owned: int, last: int) -> bool:
    """Whether a genitive says whose a thing is, and is no part of its name: Averley's Centre for Law."""
    base = sentence.lowered[owned].partition("ʻ")[0]
    heads = [n for n in range(owned + 1, last + 1) if sentence.grammar.form(sentence.lowered, n, "heads")]
    opens = any(sentence.lowered[n] in ("of", "for") for n in range(owned + 1, last + 1))
    return not in_family(base, sentence.grammar, "owner_in_name") and bool(heads) and (opens or last - owned > 1)


def _is_any(sentence: Sentence, first: int, index: int, form: Form) -> bool:
    """Whether a head in the plural means things of a sort: Kazakhstan's most important R&D Centers."""
    plural = is_plural(sentence, index, form)
    return plural and bool(set(stems(sentence.grammar, "of_many")) & set(sentence.lowered[max(0, first - 2) : first]))


def _is_sort(sentence: Sentence, first: int, index: int, form: Form) -> bool:
    """Whether capitals are nothing but a head in the plural: Science Parks, Innovation Hubs."""
    plural = is_plural(sentence, index, form)
    return plural and index - first < form.entry.length and index > first


def _is_field_of_post(sentence: Sentence, first: int, form: Form) -> bool:
    """Whether capitals only say of what somebody is minister: Minister of Digital Technologies X."""
    if first < 2 or sentence.lowered[first - 1] not in ("of", "for") or form.entry.name != "Company":
        return False
    post = sentence.grammar.form(sentence.lowered, first - 2, "posts")
    return post is not None and post.entry.name == "minister"
