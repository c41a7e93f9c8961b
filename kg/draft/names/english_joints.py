"""English runs of capitals taken apart at an «and» that joins two names, not two fields of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.english_people import owns
from kg.draft.names.english_small_heads import is_abbreviated
from kg.draft.names.heads import Owner, is_abstract, is_field, is_work
from kg.draft.names.known import is_demonym
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention

_HAS_FIELDS = re.compile(
    r"\b(?:ministry|department|agency|committee|directorate|administration|council|commission|institute|academy|faculty|"
    r"bureau|office|board|association|federation|service|authority|centre|center|secretariat|division|society|college)"
    r" (?:of|for|on)\b"
)
"""A body whose name goes on with what it works in."""

_INITIALS = re.compile(r" \(([A-Z]{2,8})\)")
_OF_STATE = re.compile(
    r"University of (?:California|Nevada|Texas|Wisconsin|Illinois|Michigan|Minnesota|Maryland|Massachusetts|Missouri|"
    r"Colorado|Hawaii|Alabama|North Carolina|Tennessee|Nebraska|Arkansas|Alaska|Washington|Houston|Puerto Rico), \Z"
)
"""American universities with several seats."""
_LONGEST_STATE, _MOST_OF_TOWN = 40, 3
_PARTS = ("ResearchOrganisation", "Organisation", "Center", "GovernmentBody", "TechnologyCenter", "InnovationCenter")
_WHOLES = ("ResearchOrganisation", "GovernmentBody", "Company", "InternationalOrganisation")
"""The classes of bodies that are parts of others, and of those."""
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ary|ous|ant|ent)\Z|\A(?:small|medium|human|social)\Z")
_WHOSE, _ARTICLE = re.compile(r"(?:\b[Tt]he(?: [a-z]+)?|['’]s|s['’]) \Z"), 24
"""What stands before names that says whose they are, or that they are one, and how far back it may begin."""
_BODIES = ("Company", "ResearchOrganisation", "GovernmentBody", "Organisation", "InternationalOrganisation")
_NO_BODIES = ("Strategy", "Initiative", "Programme", "Agreement")
"""What the last field of a body may look like, and is none: Business, Energy and Industrial Strategy."""
_ADJECTIVE = re.compile(r"..(?:[ct]al|ial|onal|ural|eral|ic|ative)\Z")
_DEALS = ("GovernmentBody", "Organisation", "InternationalOrganisation")
"""The classes of bodies that are named by what they deal with."""


def parts(sentence: Sentence, first: int, last: int, owner: Owner) -> list[tuple[int, int]]:
    """A run taken apart at an «and» that joins two names."""
    lowered = sentence.lowered
    found, start = [], first
    whole = _whole_with_initials(sentence, first, last)
    for at in range(first + 1, last):
        if at == whole:
            found.append((start, at - 1))
            start = at + 1
            continue
        if owns(sentence, at) and _has_head(sentence, start, at + 1) and _has_head(sentence, at + 1, last + 1):
            found.append((start, at))  # the University of Fen's Institute of Glass; the Fen Foundation's Glass Group
            start = at + 1
            continue
        if lowered[at] == "of" and _is_part_of(sentence, start, at, last, owner):
            found.append((start, at - 1))
            start = at + 1
            continue
        if lowered[at] not in ("and", "&", "the"):
            continue
        if lowered[at] == "the":
            if lowered[at - 1] not in ("of", "for", "and"):
                found.append((start, at - 1))
                start = at + 1
            elif lowered[at - 1] == "and" and start == at:
                start = at + 1
            continue
        if all(is_country(owner(n)) or _is_town(owner(n)) for n in range(start, at)):
            start = at + 1  # Uzbekistan and International Telecommunication Union
            continue
        stop = next((n for n in range(at + 1, last) if lowered[n] in ("and", "&")), last + 1)
        right_has_head = any(_is_head(sentence, n, start) for n in range(at + 1, stop))
        left_has_head = any(_is_head_before(sentence, n, at, stop) for n in range(start, at))
        left_opens = any(lowered[n] in ("of", "for", "on") for n in range(start, at))
        field = at + 2 if lowered[at + 1] == "the" and at + 2 <= last and left_has_head else at + 1
        joined = (
            (
                is_field(lowered[field], "en")
                or _is_plural_head(sentence, start, at, stop)
                or (left_opens and _any_work(lowered[at + 1 : stop]))
            )
            and (not right_has_head or not left_has_head)
            and (left_opens or right_has_head)
        )
        joined = joined and not (not left_has_head and not left_opens and _is_plain(sentence, start, at))
        joined = joined or (not left_has_head and _is_one_body(sentence, start, at, stop, owner))
        joined = joined and not sentence.words[at - 1].is_acronym and not (left_has_head and right_has_head)
        joined = joined or (left_opens and _is_adjective(sentence, at - 1))
        joined = joined or _is_within_head(sentence, at, stop) or _ends_series(sentence, start, at, stop)
        joined = joined and not (left_has_head and left_opens and is_country(owner(at - 1)))
        if joined and lowered[at + 1] == "the" and last + 1 < len(sentence.words):
            small = sentence.words[last + 1].text.islower() and not sentence.gap(last, last + 1).strip()
            joined = not (small and sentence.grammar.form(lowered, last + 1, "heads") is not None)
        if not joined and not is_abbreviated(sentence, start, at, last):
            found.append((start, at - 1))
            start = at + 1
    found.append((start, last))
    return [(a, b) for a, b in found if a <= b]


def _is_part_of(sentence: Sentence, start: int, at: int, last: int, owner: Owner) -> bool:
    """Whether a body with a name of its own stands before an «of», and the one that it is part of behind it.

    The Institute of Physics of Fen University; but Union of Fen University Students, Union of Universities.
    """
    form, lowered = sentence.grammar.form, sentence.lowered
    first = at + 1 + (lowered[at + 1] == "the")
    if _is_within_head(sentence, at, last + 1):
        return False  # National Academy of Sciences
    stop = next((n for n in range(first, last + 1) if lowered[n] in ("of", "for", "and", "&")), last + 1)
    if stop - 1 < first or at - start < 2:
        return False
    own = next((n for n in range(start, at) if lowered[n] in ("of", "for", "on")), at)
    part = form(lowered, own - 1, "heads") if own > start else None
    if part is None or part.entry.name not in _PARTS or (own == at and own - start <= part.entry.length):
        return False
    if stop - first == 1 and sentence.words[first].is_acronym:
        return not is_country(owner(first))  # the School of Arts of UCA
    whole = form(lowered, stop - 1, "heads")
    if whole is None or is_plural(sentence, stop - 1, whole) or whole.entry.name not in _WHOLES:
        return False
    if whole.entry.name == "Company" and all(is_work(word) for word in lowered[first:stop]):
        return False  # the Center of Information Technologies
    return stop - first > whole.entry.length or lowered[stop : stop + 1] in (("of",), ("for",))


def _is_adjective(sentence: Sentence, at: int) -> bool:
    """Whether a word can end no name, since it describes what follows: Center for Chemical and Biological Studies."""
    word = sentence.lowered[at]
    noun = sentence.grammar.form(sentence.lowered, at, "heads") is not None or in_family(
        word, sentence.grammar, "noun_like_adjective"
    )
    return not noun and not is_demonym(word, "en") and _ADJECTIVE.search(word) is not None


def _ends_series(sentence: Sentence, start: int, joint: int, stop: int) -> bool:
    """Whether an «and» joins the last field of a body's list of them: Council for Standards, Metrology and Patents."""
    told = any(sentence.gap(n, n + 1).strip() == "," for n in range(start, joint - 1))
    if not told or _HAS_FIELDS.search(" ".join(sentence.lowered[start:joint])) is None:
        return False
    stop = next((n for n in range(joint + 1, stop) if sentence.lowered[n] in ("of", "at")), stop)
    forms = [form for n in range(joint + 1, stop) if (form := sentence.grammar.form(sentence.lowered, n, "heads"))]
    return not forms or forms[-1].entry.name in _NO_BODIES


def _whole_with_initials(sentence: Sentence, first: int, last: int) -> int | None:
    """The «of» in a run after which the whole of a part is named, with its initials: Academy of Fen University (FU).

    Both sides have heads, and the initials in brackets are those of what stands after it.
    """
    words, told = sentence.words, _INITIALS.match(sentence.text, sentence.words[last].end)
    if told is None:
        return None
    for at in range(first + 1, last - 1):
        rest = [word for word in words[at + 1 : last + 1] if word.is_capital]
        own = "".join(word.text[0] for word in rest) == told[1] and len(rest) > 1
        if own and sentence.lowered[at] == "of" and _has_head(sentence, at + 1, last + 1):
            return at if _has_head(sentence, first, at) else None
    return None


def _is_within_head(sentence: Sentence, joint: int, stop: int) -> bool:
    """Whether a head has an «and» of its own: the Chamber of Commerce and Industry."""
    forms = ((n, sentence.grammar.form(sentence.lowered, n, "heads")) for n in range(joint + 1, stop))
    return any(form is not None and n - form.entry.length < joint - 1 for n, form in forms)


def _has_head(sentence: Sentence, start: int, stop: int) -> bool:
    return any(sentence.grammar.form(sentence.lowered, n, "heads") is not None for n in range(start, stop))


def _any_work(words: Sequence[str]) -> bool:
    """Whether the words after a conjunction name a field: and Water Resources."""
    return bool(words) and any(is_abstract(word) for word in words[:2])


def _is_plain(sentence: Sentence, start: int, joint: int) -> bool:
    """Whether two words or more before an «and» name no field of work: Rector Karl Mann and Delta Holding."""
    return joint - start > 1 and not any(is_work(word) for word in sentence.lowered[start:joint])


def _is_one_body(sentence: Sentence, start: int, joint: int, stop: int, owner: Owner) -> bool:
    """Whether an «and» joins two things that one body deals with: the Soap and Candle Association.

    One article stands before both, the head is one of bodies that deal with something, and stands behind the second.
    """
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    owned = words[start].text.endswith(("'s", "’s"))
    before = sentence.text[max(sentence.start, words[start].start - _ARTICLE) : words[start].start]
    opens = owned or (start > 0 and is_demonym(lowered[start], "en")) or _WHOSE.search(before) is not None
    plain = all(owner(n) is None and not words[n].is_acronym for n in range(start + owned, stop))
    if not opens or not plain or lowered[joint] != "and":
        return False
    for at in range(joint + 2, stop):
        form = grammar.form(lowered, at, "heads")
        if form is not None and not is_plural(sentence, at, form):
            return form.entry.name in _DEALS and at - form.entry.length >= joint
        if not words[at].is_capital:
            return False
    return False


def _is_plural_head(sentence: Sentence, start: int, joint: int, stop: int) -> bool:
    """Whether a word and a head in the plural after it are one of a ministry's fields: and EU Funds."""
    at, fields = stop - 1, _HAS_FIELDS.search(" ".join(sentence.lowered[start:joint])) is not None
    form = sentence.grammar.form(sentence.lowered, at, "heads") if fields and at - joint in (1, 2) else None
    return form is not None and is_plural(sentence, at, form)


def _is_head_before(sentence: Sentence, at: int, joint: int, stop: int) -> bool:
    """Whether a word before an «and» is the head of a name, and no field that the head after it has, too.

    Oguz Engineering and Technology University: nothing after the «and» has a name of its own.
    """
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    if form is None or form.entry.name != "Company" or at != joint - 1 or not is_work(sentence.lowered[at]):
        return form is not None
    if in_family(form.entry.words, sentence.grammar, "company_head"):
        return True  # Alfa Bank and National University
    after = range(joint + 1, stop)
    head = next((n for n in after if sentence.grammar.form(sentence.lowered, n, "heads") is not None), None)
    return head is None or head == joint + 1 or not all(is_work(sentence.lowered[n]) for n in range(joint + 1, head))


def _is_head(sentence: Sentence, at: int, start: int) -> bool:
    """Whether a word after an «and» is the head of a name, and no field of the body before it: and New Technologies."""
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    if form is not None and is_plural(sentence, at, form) and _HAS_FIELDS.search(" ".join(sentence.lowered[start:at])):
        return False  # the Ministry of Regional Development and EU Funds
    if form is None or form.entry.name != "Company" or in_family(form.entry.words, sentence.grammar, "company_head"):
        return form is not None
    before = " ".join(sentence.lowered[start:at])
    field = at if sentence.lowered[at - 1] in ("and", "&") else at - 1  # … and Aerospace Industry
    return not (_HAS_FIELDS.search(before) and is_field(sentence.lowered[field], "en"))


def is_plural(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a head stands in the plural, not in the genitive: Innovation Hubs; but the World Bank's manager."""
    word = sentence.lowered[index]
    return word.endswith("s") and not word.endswith(("ʻs", "'s", "’s")) and not form.entry.words.endswith("s")


def _is_town(mention: Mention | None) -> bool:
    return mention is not None and mention.class_name == "City"


def is_country(mention: Mention | None) -> bool:
    """Whether a known thing is there and is a country."""
    return mention is not None and mention.class_name == "Country"


def is_place(mention: Mention | None) -> bool:
    """Whether a known thing is there and is a place."""
    return mention is not None and mention.class_name in PLACES


def is_series(sentence: Sentence, at: int) -> bool:
    """A body's list of fields: Ministry of Digital Development, Innovations and Aerospace Industry."""
    words = sentence.words
    before = " ".join(word.lower for word in words[max(0, at - 8) : at])
    if not words[at].is_capital:
        return False
    fields = _HAS_FIELDS.search(before)
    if fields is None:
        return _is_row_of_adjectives(sentence, at)
    joined = next((n for n in range(at + 1, min(at + 6, len(words))) if words[n].lower == "and"), None)
    if joined is None or " and " in before[fields.end() :]:
        return False  # the Ministry of Trade and Crafts, Fen Agency and …
    end = next((n for n in range(at, joined) if sentence.gap(n, n + 1).strip() == ","), joined - 1)
    form = sentence.grammar.form(sentence.lowered, end, "heads")
    if form is not None and end > at and form.entry.name in _BODIES and not is_plural(sentence, end, form):
        return False  # the Ministry of Energy, Orda Bank and …
    return any(is_work(word.lower) for word in words[at:joined])


def _is_row_of_adjectives(sentence: Sentence, at: int) -> bool:
    """Whether capital adjectives and an «and» before a head go on: the Educational, Scientific and Cultural Fund."""
    words, lowered = sentence.words, sentence.lowered
    joint = next((n for n in range(at, min(at + 4, len(words) - 2)) if lowered[n] == "and"), None)
    if joint is None or not words[at - 1].is_capital or not words[joint + 1].is_capital:
        return False
    row = [at - 1, *(n for n in range(at, joint) if words[n].is_capital), joint + 1]
    heads = (sentence.grammar.form(lowered, n, "heads") for n in range(joint + 2, min(joint + 4, len(words))))
    return all(_ADJECTIVE.search(lowered[n]) for n in row) and any(heads)


def is_campus(sentence: Sentence, at: int) -> bool:
    """Whether a town after a comma says which of a state's universities is meant: University of Nevada, Reno."""
    words = sentence.words
    if _OF_STATE.search(sentence.text[max(sentence.start, words[at].start - _LONGEST_STATE) : words[at].start]) is None:
        return False
    after = at + 1
    while after < len(words) and words[after].is_capital and sentence.gap(after - 1, after) == " ":
        after += 1
    return sentence.grammar.form(sentence.lowered, after - 1, "heads") is None and after - at <= _MOST_OF_TOWN
