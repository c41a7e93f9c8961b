"""Names that nobody has told us: by their heads, quotation marks, legal forms and capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from kg.draft.grammar import Form, Grammar
from kg.draft.model import Reason
from kg.draft.spans import Mention
from kg.draft.words import Sentence, Word
from kg.facts.names.lexicon import ConceptKind, read_lexicon
from kg.facts.names.inflection import bases
from kg.facts.names.folding import fold

_QUOTED = re.compile(
    r'«([^«»\n]{2,120})»|“([^“”\n]{2,120})”|„([^„“”\n]{2,120})[“”]|(?<!\w)"([^"\n]{2,120})"|‘([^‘’\n]{4,120})’(?!\w)'
)
_MOST_WORDS, _MOST_SMALL = 14, 9
_RUSSIAN_VERB = re.compile(
    r".{3,}(?:[аяиеуоы]л[аио]?|л[аи]сь|лся|лось|[уюая]т|[еи]т|[уюаяеи]тся|ть|ться|но|ны|вший|вшая|[аея]н[аоы]?)\Z"
)
_GENITIVE = re.compile(r".+(?:ого|его|ой|ей|ых|их|ий|а|я|ы|и|ов|ев|ь|ам|ям|ому|ему|ым|им|ию|ю|у)\Z")
_RUSSIAN_ADJECTIVE = re.compile(r".+(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ом|ем|ым|им|ую|юю|ей|ые|ие|ых|их)\Z")
_PEOPLES = frozenset({"GovernmentBody"})

Blocked = Callable[[int], Mention | None]
"""The mention of a known thing or place that a word belongs to, by the index of the word."""


def named(sentence: Sentence, known: Sequence[Mention]) -> list[Mention]:
    """The names that the sentence has beside those of `known`, which may overlap them."""
    owner: dict[int, Mention] = {}
    words = sentence.words
    for mention in known:
        index = sentence.index_from(mention.start)
        while index < len(words) and words[index].start < mention.end:
            owner[index] = mention
            index += 1
    found = _quoted(sentence)
    reader = {"en": _english, "ru": _russian}.get(sentence.grammar.code, _turkic)
    found += reader(sentence, owner.get)
    return found


# Quotation marks and legal forms.


def _quoted(sentence: Sentence) -> list[Mention]:
    found = []
    for match in _QUOTED.finditer(sentence.text, sentence.start, sentence.end):
        group = next(n for n in range(1, 6) if match[n] is not None)
        inside = match[group].strip()
        if not inside or not (inside[0].isupper() or inside[0].isdigit()) or inside[-1] in ".!?,;:…":
            continue
        small = sum(word.islower() for word in inside.split())
        if len(inside.split()) > 10 or (small > 6 and len(inside.split()) > 8):
            continue
        mention = _with_head(sentence, match.start(), match.end(), inside)
        if mention is not None:
            found.append(mention)
    return found


def _with_head(sentence: Sentence, start: int, end: int, inside: str) -> Mention | None:
    """A quoted name with the word beside it that says what it is: «X» компаниясы, компания «X», the "X" programme."""
    grammar, words, lowered = sentence.grammar, sentence.words, sentence.lowered
    after = sentence.index_from(end)
    case, apart = "", re.compile(r"[-'’‘ʼ]?([^\W\d_]{1,6})(?!\w)").match(sentence.text, end)
    if apart and apart[1].islower() and grammar.case_of(apart[1]):
        end, case = apart.end(), grammar.case_of(apart[1]) or ""
        after = sentence.index_from(end)
    reasons = (Reason.IN_QUOTATION_MARKS,)
    form = _company_form(sentence, start, end)
    if form is not None:
        start, end, ending = form
        after = sentence.index_from(end)
        inner = _head_after(sentence, after, 2)
        if inner is not None and inner[0].entry.name == "Company":
            end, case = words[inner[1]].end, inner[0].case
        return Mention(
            start,
            end,
            inside,
            "Company",
            grammar.code,
            "legal-form",
            0.85,
            (*reasons, Reason.BY_LEGAL_FORM),
            case=case or ending,
            head="company",
        )
    if grammar.code != "ru":
        close = not words or after >= len(words) or not sentence.text[end : words[after].start].strip()
        head = _head_after(sentence, after, 3) if close and not case else None
        if head is not None and (grammar.code == "en" or head[0].possessed or head[0].entry.words in ("hub",)):
            form_, index = head
            return Mention(
                start,
                words[index].end,
                inside,
                form_.entry.name,
                grammar.code,
                "quoted-head",
                0.85,
                (*reasons, Reason.BY_HEAD),
                case=form_.case,
                head=form_.entry.words,
                kind=form_.entry.detail,
            )
    if grammar.code in ("ru", "en"):
        before = sentence.index_from(start) - 1
        for back in range(2):
            index = before - back
            if index < 0 or sentence.text[words[index].end : start].strip(
                " " + "".join(w.text for w in words[index + 1 : before + 1])
            ):
                break
            head_ = grammar.form(lowered, index, "heads")
            if head_ is not None:
                first = index - len(head_.entry.words.split()) + 1
                return Mention(
                    words[first].start,
                    end,
                    inside,
                    head_.entry.name,
                    grammar.code,
                    "quoted-head",
                    0.85,
                    (*reasons, Reason.BY_HEAD),
                    case=head_.case,
                    head=head_.entry.words,
                    kind=head_.entry.detail,
                )
            if grammar.code == "en":
                break
    inner_head = _inner_head(grammar, inside)
    if inner_head is not None:
        return Mention(
            start,
            end,
            inside,
            inner_head.entry.name,
            grammar.code,
            "quoted-head",
            0.7,
            (*reasons, Reason.BY_HEAD),
            case=case,
            head=inner_head.entry.words,
        )
    if len(inside.split()) > 5:
        return None
    return Mention(start, end, inside, "", grammar.code, "quoted", 0.4, (*reasons, Reason.CLASS_GUESSED), case=case)


def _company_form(sentence: Sentence, start: int, end: int) -> tuple[int, int, str] | None:
    """Where a quoted name with its legal form before or after it begins and ends, and the form's case."""
    words, grammar = sentence.words, sentence.grammar
    index = sentence.index_from(start)
    if (
        index > 0
        and words[index - 1].text in grammar.company_forms
        and not sentence.text[words[index - 1].end : start].strip()
    ):
        return words[index - 1].start, end, ""
    after = sentence.index_from(end)
    if (
        after < len(words)
        and words[after].text in grammar.company_forms
        and not sentence.text[end : words[after].start].strip()
    ):
        apart = re.compile(r"[-'’‘ʼ]([^\W\d_]{1,6})(?!\w)").match(sentence.text, words[after].end)
        if apart and grammar.case_of(apart[1].lower()):
            return start, apart.end(), grammar.case_of(apart[1].lower()) or ""
        return start, words[after].end, ""
    return None


def _head_after(sentence: Sentence, index: int, reach: int) -> tuple[Form, int] | None:
    """The last head within the next words that small words may part from the name."""
    words, grammar = sentence.words, sentence.grammar
    best = None
    for at in range(index, min(index + reach, len(words))):
        if at > index and sentence.gap(at - 1, at).strip():
            break
        form = grammar.form(sentence.lowered, at, "heads")
        if form is not None:
            best = form, at
            if form.case or form.possessed:
                break
        elif (
            words[at].is_capital or grammar.triggers.at(sentence.lowered, at) or grammar.marks.at(sentence.lowered, at)
        ):
            break
    return best


def _inner_head(grammar: Grammar, inside: str) -> Form | None:
    words = [fold_word for fold_word in (w.lower().strip(".,") for w in inside.replace("İ", "i").split()) if fold_word]
    for index in reversed(range(len(words))):
        form = grammar.form(words, index, "heads")
        if form is not None:
            return form
    return None


# Turkic languages: the head stands last, possessed; what it is of stands before it.


def _turkic(sentence: Sentence, owner: Blocked) -> list[Mention]:
    found: list[Mention] = []
    words, grammar = sentence.words, sentence.grammar
    for index, word in enumerate(words):
        form = grammar.form(sentence.lowered, index, "heads")
        if form is None or (
            owner(index) is not None
            and owner(index).end >= word.end
            and owner(index).class_name != "Country"
            and " " in sentence.text[owner(index).start : owner(index).end]
            and owner(index).start < words[index].start
            and owner(index).known
        ):  # type: ignore[union-attr]
            continue
        if not form.possessed and not word.is_capital:
            continue
        first = _turkic_start(sentence, index, form, owner)
        if first is None:
            continue
        first = _without_country(sentence, first, index, form, owner)
        if first >= index:
            continue
        if index - first < len(form.entry.words.split()):
            continue
        name_end = word.start + form.base_length
        if form.entry.detail == "strip" and all(w.is_capital for w in words[first:index]):
            name_end = words[index - 1].end
        text = sentence.text[words[first].start : name_end]
        found.append(_of_head(sentence, words[first].start, _apart_end(sentence, word), " ".join(text.split()), form))
    return found


def _turkic_start(sentence: Sentence, index: int, form: Form, owner: Blocked) -> int | None:
    """The word that a name begins with whose head is at `index`; None where there is no name."""
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    start, small = None, 0
    at = index - 1
    while at >= 0 and index - at <= _MOST_WORDS:
        gap, word = sentence.gap(at, at + 1), words[at]
        if gap.strip():
            inside_list = gap.strip() == "," and word.text.islower() and words[at + 1].text.islower() and start is None
            if not inside_list and gap.strip() not in ("-", "–"):
                break
        mention = owner(at)
        if grammar.conjunctions.at(lowered, at) is not None and len(lowered[at]) > 1:
            if not _may_cross(sentence, at, owner):
                break
            at -= 1
            small += 1
            continue
        if (
            mention is not None
            and mention.case not in ("", None)
            and mention.class_name in ("Country", "City", "Region", "") + _ACTING
        ):
            break
        if (
            mention is not None
            and mention.known
            and mention.class_name in _ACTING
            and mention.class_name not in ("Country",)
        ):
            break
        if word.text in grammar.generic and not (index - at > 1 and word.text[0].isupper() and False):
            break
        if not word.is_capital:
            small += 1
            if not form.possessed or _never_named(grammar, lowered[at]):
                break
            if (
                small > _MOST_SMALL
                or _is_verb(grammar, lowered, at)
                or (start is not None and small > 0 and not word.is_capital)
            ):
                break
            if lowered[at] in ("yeni", "жаңа", "yangi", "ilk", "bu", "бұл", "bir", "бір", "осы", "həmin"):
                break
        else:
            if _ends_name(grammar, lowered, at) or (
                word.text not in ("",) and grammar.form(lowered, at, "posts") is not None and start is None
            ):
                break
            start = at
            if _bare_case(grammar, word, lowered[at], mention) and index - at >= 1 and start is not None:
                start = at + 1 if at + 1 <= index - 1 and words[at + 1].is_capital else None
                break
        at -= 1
    return start


_ACTING = (
    "Organisation",
    "Company",
    "InternationalOrganisation",
    "GovernmentBody",
    "ResearchOrganisation",
    "NewsAgency",
)


def _is_verb(grammar: Grammar, lowered: Sequence[str], at: int) -> bool:
    return grammar.triggers.at(lowered, at) is not None or (
        grammar.marks.at(lowered, at) is not None and lowered[at] not in ("birgə",)
    )


def _bare_case(grammar: Grammar, word: Word, lowered: str, mention: Mention | None) -> bool:
    """Whether a capital word stands in a case that no part of a name has: Bakıda, WEF-in."""
    for ending in (
        "də",
        "da",
        "dən",
        "dan",
        "de",
        "den",
        "ta",
        "te",
        "tan",
        "ten",
        "дан",
        "ден",
        "тан",
        "тен",
        "да",
        "де",
        "та",
        "те",
        "dagi",
        "dakı",
        "dəki",
        "daki",
        "deki",
        "дағы",
        "дегі",
        "тағы",
        "тегі",
        "ға",
        "ге",
        "қа",
        "ке",
        "ga",
        "qa",
    ):
        if (
            lowered.endswith(ending)
            and grammar.case_of(ending)
            and len(lowered) - len(ending) >= 3
            and mention is not None
        ):
            return True
    mark = "ʻ" in lowered and grammar.case_of(lowered.rpartition("ʻ")[2])
    return bool(mark)


def _never_named(grammar: Grammar, word: str) -> bool:
    """Whether a small word is one of grammar or a verb, which no name has."""
    return word in grammar.stops or any(word.endswith(end) and len(word) > len(end) + 1 for end in grammar.verb_ends)


def _ends_name(grammar: Grammar, lowered: Sequence[str], at: int) -> bool:
    """Whether another name ends with this word: a possessed head, of which the next head is no part."""
    form = grammar.form(lowered, at, "heads")
    return (
        form is not None
        and form.possessed
        and form.case in ("", "gen", "with")
        and form.entry.name in (*_ACTING, "Center", "InnovationCenter", "TechnologyCenter", "AccelerationCenter")
    )


def _may_cross(sentence: Sentence, at: int, owner: Blocked) -> bool:
    """Whether a conjunction stands inside a name: the words on both sides are fields of work."""
    if at == 0:
        return False
    left = sentence.words[at - 1]
    if owner(at - 1) is not None and not left.text.islower():
        return False
    return left.text.islower() or is_field(sentence.lowered[at - 1], sentence.grammar.code)


@lru_cache(maxsize=20_000)
def is_field(word: str, language: str) -> bool:
    """Whether a word is one that names of institutions are made of (economy, digital), not a name of its own.

    >>> is_field("iqtisadiyyat", "az"), is_field("huawei", "az")
    (True, False)
    """
    forms = [fold(form) for form in bases(word, language)]
    lexicon = read_lexicon()
    found = lexicon.find([forms], language)
    return any(lexicon.kind(concept) in (ConceptKind.FIELD, ConceptKind.SCOPE) for p in found for concept in p.concepts)


def _without_country(sentence: Sentence, first: int, index: int, form: Form, owner: Blocked) -> int:
    """The start of the name of a ministry without the country before it."""
    mention = owner(first)
    if form.entry.name not in _PEOPLES or mention is None or mention.class_name != "Country":
        return first
    after = first
    while after < index and (owner(after) is mention or sentence.words[after].text in sentence.grammar.generic):
        after += 1
    return after if after < index and sentence.words[after].is_capital else first


def _apart_end(sentence: Sentence, word: Word) -> int:
    """Where a word ends with an ending that a hyphen parts from it."""
    apart = re.compile(r"[\"»”]?[-–'’]([^\W\d_]{1,6})(?!\w)").match(sentence.text, word.end)
    if apart and apart[1].islower() and sentence.grammar.case_of(apart[1]):
        return apart.end()
    return word.end


def _of_head(sentence: Sentence, start: int, end: int, name: str, form: Form, confidence: float = 0.8) -> Mention:
    return Mention(
        start, end, name, form.entry.name, sentence.grammar.code, f"head-{form.entry.words.rstrip('*').replace(' ', '-')}",
        confidence, (Reason.BY_HEAD,), case=form.case, head=form.entry.words, kind=form.entry.detail,
    )  # fmt: skip


# Russian: the head stands first, and its genitives after it.


def _russian(sentence: Sentence, owner: Blocked) -> list[Mention]:
    found: list[Mention] = []
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    for index, word in enumerate(words):
        form = grammar.form(lowered, index, "heads")
        if form is None:
            continue
        length = len(form.entry.words.split())
        head = index - length + 1
        start = _russian_start(sentence, head, owner)
        end, complement = _russian_end(sentence, index, owner)
        capital = words[start].is_capital and (start < head or words[start].start > sentence.start or complement)
        if not capital and not (form.entry.name == "GovernmentBody" and complement and form.entry.detail == "ministry"):
            if not (complement and words[min(index + 1, len(words) - 1)].is_capital and owner(index + 1) is None):
                continue
        if start == head and not complement:
            continue
        last = words[end]
        name = _nominative(sentence, start, head, index, end, form)
        found.append(_of_head(sentence, words[start].start, last.end, name, form, 0.8 if capital else 0.65))
    return found


def _russian_start(sentence: Sentence, head: int, owner: Blocked) -> int:
    at = head
    while at > 0 and not sentence.gap(at - 1, at).strip(" -"):
        word = sentence.words[at - 1]
        if not word.is_capital or word.text in sentence.grammar.generic or word.is_acronym and owner(at - 1):
            break
        if not (_RUSSIAN_ADJECTIVE.match(word.lower) or not re.match(r"[а-яё]", word.lower)):
            break
        at -= 1
    if (
        at == head
        and head > 1
        and _RUSSIAN_ADJECTIVE.match(sentence.lowered[head - 1])
        and not sentence.gap(head - 1, head).strip()
    ):
        word = sentence.words[head - 2]
        if (
            word.is_capital
            and _RUSSIAN_ADJECTIVE.match(word.lower)
            and not sentence.gap(head - 2, head - 1).strip()
            and word.text not in sentence.grammar.generic
        ):
            return head - 2  # Самаркандский государственный университет
    return at


def _russian_end(sentence: Sentence, index: int, owner: Blocked) -> tuple[int, bool]:
    """The last word of a name whose head is at `index`, and whether anything belongs to the head."""
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    at, last = index + 1, index
    while at < len(words) and at - index <= _MOST_WORDS:
        gap, word = sentence.gap(at - 1, at).strip(), words[at]
        mention = owner(at)
        if gap and not (gap == "," and word.text.islower() and words[at - 1].text.islower() and _goes_on(sentence, at)):
            break
        if gap in ("«", '"', "“"):
            break
        if lowered[at] in ("и", "по", "имени", "им", "при") and at + 1 < len(words):
            following = words[at + 1]
            if lowered[at] == "при" or sentence.gap(at, at + 1).strip():
                break
            if lowered[at] == "и" and (
                owner(at + 1) is not None or not following.text.islower() and not is_field(following.lower, "ru")
            ):
                break
            if grammar.form(lowered, at + 1, "heads") is not None and lowered[at] == "и":
                break
            at += 1
            continue
        if mention is not None and mention.class_name != "Country":
            break
        if not re.match(r"[а-яё]", word.lower):
            if word.is_capital and mention is None and last == index:
                last = at
                at += 1
                continue
            break
        if (
            _RUSSIAN_VERB.match(word.lower)
            and not word.is_capital
            and not re.search(r"(?:ния|ения|ства|ной|ных|ного)\Z", word.lower)
        ):
            break
        if grammar.triggers.at(lowered, at) or not _GENITIVE.match(word.lower) or grammar.marks.at(lowered, at):
            break
        if word.is_capital and grammar.form(lowered, at, "posts") is not None:
            break
        last = at
        at += 1
    return last, last > index


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a list of fields goes on to its «и»: Министерство науки, высшего образования и инноваций."""
    return any(word == "и" for word in sentence.lowered[at + 1 : at + 5])


def _nominative(sentence: Sentence, start: int, head: int, index: int, end: int, form: Form) -> str:
    """A Russian name with its head in the nominative, where that is easily told."""
    words = sentence.words
    text = " ".join(sentence.text[words[start].start : words[end].end].split())
    word = words[head].text
    for neuter in ("министерств", "агентств", "предприяти", "управлени", "правительств", "посольств", "обществ"):
        if word.lower().startswith(neuter):
            return text.replace(word, word[: len(neuter)] + ("е" if neuter[-1] == "и" else "о"), 1)
    stem = form.entry.words.split()[0].rstrip("*")
    if form.case and word.lower().startswith(stem) and len(form.entry.words.split()) == 1:
        feminine = {"и": "я"}.get(stem[-1], "а" if stem in sentence.grammar.feminine else "")
        base = word[: len(stem)] + feminine
        before = [_adjective(w.text, bool(feminine)) for w in words[start:head]]
        return " ".join([*before, base, *text.split()[len(before) + 1 :]])
    return text


def _adjective(word: str, feminine: bool) -> str:
    match = re.fullmatch(r"(.+?)(ого|его|ому|ему|ом|ем|ым|им|ой|ей|ую|юю)", word)
    if match is None:
        return word
    soft = match[1][-1] in "кгхшщжч"
    return match[1] + (("ая" if match[2][0] != "ю" else "яя") if feminine else "ий" if soft else "ый")


# English: capitals, with small connecting words.


def _english(sentence: Sentence, owner: Blocked) -> list[Mention]:
    found: list[Mention] = []
    words, grammar = sentence.words, sentence.grammar
    at = 0
    while at < len(words):
        if not _opens(sentence, at, owner):
            at += 1
            continue
        end = _english_end(sentence, at, owner)
        for first, last in _parts(sentence, at, end):
            mention = _english_name(sentence, first, last, owner)
            if mention is not None:
                found.append(mention)
        at = end + 1
    return found


def _opens(sentence: Sentence, at: int, owner: Blocked) -> bool:
    word = sentence.words[at]
    return word.is_capital and word.text not in sentence.grammar.generic


def _english_end(sentence: Sentence, first: int, owner: Blocked) -> int:
    """The last word of a run of capitals, small connecting words between them."""
    words, grammar = sentence.words, sentence.grammar
    last, at = first, first + 1
    while at < len(words) and at - first <= _MOST_WORDS:
        gap = sentence.gap(at - 1, at).strip()
        if gap and gap not in ("-", "&", "/") and not (gap == "," and _is_series(sentence, at)):
            break
        word = words[at]
        if word.is_capital and word.text not in ("The",):
            last = at
        elif word.lower not in grammar.connectors or word.lower in ("in", "on", "to") and not _is_kept(sentence, at):
            break
        at += 1
    return last


def _is_kept(sentence: Sentence, at: int) -> bool:
    return sentence.lowered[at] == "to" and False


def _is_series(sentence: Sentence, at: int) -> bool:
    """A ministry's list of fields: Ministry of Digital Development, Innovations and Aerospace Industry."""
    words = sentence.words
    before = " ".join(word.lower for word in words[max(0, at - 8) : at])
    if "ministry of" not in before and "agency for" not in before or not words[at].is_capital:
        return False
    return is_field(words[at].lower, "en") and any(w.lower == "and" for w in words[at + 1 : at + 6])


def _parts(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """A run taken apart at an «and» that joins two names."""
    lowered, grammar = sentence.lowered, sentence.grammar
    parts, start = [], first
    for at in range(first + 1, last):
        if lowered[at] not in ("and", "&", "the"):
            continue
        if lowered[at] == "the":
            if lowered[at - 1] not in ("of", "for", "and"):
                parts.append((start, at - 1))
                start = at + 1
            elif lowered[at - 1] == "and":
                start = at + 1
            continue
        right_has_head = any(grammar.form(lowered, n, "heads") for n in range(at + 1, last + 1))
        left_has_head = any(grammar.form(lowered, n, "heads") for n in range(start, at))
        left_opens = any(lowered[n] in ("of", "for", "on") for n in range(start, at))
        joined = (
            is_field(lowered[at + 1], "en")
            and (not right_has_head or not left_has_head)
            and (left_opens or right_has_head)
        )
        if not joined or (left_has_head and right_has_head):
            parts.append((start, at - 1))
            start = at + 1
    parts.append((start, last))
    return [(a, b) for a, b in parts if a <= b]


def _english_name(sentence: Sentence, first: int, last: int, owner: Blocked) -> Mention | None:
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    while last > first and not words[last].is_capital:
        last -= 1
    stop = next((n for n in range(first, last) if lowered[n] in ("of", "for", "on")), last + 1)
    heads = [(n, form) for n in range(first, last + 1) if (form := grammar.form(lowered, n, "heads")) is not None]
    if not heads:
        return None
    first_part = [pair for pair in heads if pair[0] < stop]
    index, form = (first_part or heads)[-1]
    if index == first == last or (not first_part and stop <= last):
        return None
    if form.entry.name == "GovernmentBody" and owner(first) is not None and owner(first).class_name == "Country":  # type: ignore[union-attr]
        mention = owner(first)
        while first < last and (owner(first) is mention or words[first].lower in ("s",)):
            first += 1
    longer = grammar.form(lowered, last, "heads")
    if longer is not None and last > index and stop > last:
        index, form = last, longer
    name = " ".join(sentence.text[words[first].start : words[last].end].split())
    ending = re.compile(r"['’]s\Z").search(name)
    case = "gen" if ending else ""
    mention = _of_head(sentence, words[first].start, words[last].end, name[: ending.start()] if ending else name, form)
    mention.case = case
    return mention
