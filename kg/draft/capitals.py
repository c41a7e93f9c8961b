"""Names of which nothing but the capitals tells: acronyms, foreign words; their class is a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from kg.draft.grammar import Grammar
from kg.draft.grammar import grammar as grammar_of
from kg.draft.heads import is_field
from kg.draft.known import is_demonym
from kg.draft.model import Reason
from kg.draft.people import is_title
from kg.draft.post_words import Post, field_words
from kg.draft.seat_words import seat_words
from kg.draft.spans import Mention
from kg.draft.towns import is_part_of_town, is_town, town
from kg.draft.turkic_posts import unit_words
from kg.draft.words import Sentence
from kg.facts.texts.printed_dates import month_names

COMPANY_LETTERS = re.compile(r"\.?,?\s(?:A\.\s?Ş\.?|K\.\s?K\.|S\.\s?A\.|S\.\s?p\.\s?A\.|Ltd\.(?:\s?Şti\.)?|Inc\.)")
_BEFORE_FORM = re.compile(r"(?: [A-ZÇĞİÖŞÜƏ][\w-]*){1,3} (?:A\.\s?Ş|Ltd|MMC|ASC|QSC)\b")
_WIDE = frozenset({"Africa", "Asia", "Europe", "Eurasia", "America", "Caucasus", "Balkans", "Caspian", "Antarctica"})
_SHORT = 4
_ENTRY = re.compile(r"\s*[•●▪*·–—-]\s*\w+\.")
_LONGEST_RUBRIC = 4
_LOWER_AFTER = re.compile(r"(?: [A-Z]\w+){0,2}-[a-z]{3}")
_DOMAIN = re.compile(
    r"[A-Za-z][\w-]+\.(?:ru|news|info|media|io|tv|me|su|by|tj|tm|kz|uz|az|kg|com|net|org|RU|KZ|UZ|AZ|KG|Az)\b"
)
_CONTINENT = re.compile(
    r"(?:yevropa|osiyo|afrika|amerika|yevroosiyo|европа|осиё|африка)(?:ning|ga|da|dan|dagi|ni|нинг|га|да|дан)?\Z"
)
_COMPOUND = re.compile(r"[-–][a-zа-яёўқғҳ]{4,}")
_OPENING = re.compile(r"[.!?:…]\s*[«\"“]?\Z|[«\"“]\Z")


def capital_names(sentence: Sentence, taken: Mapping[int, Mention], told: Sequence[Post]) -> list[Mention]:
    """Names of which nothing but the capitals tells: acronyms, foreign words; their class is a guess."""
    found: list[Mention] = []
    words, grammar = sentence.words, sentence.grammar
    if grammar.code != "en" and len(words) > 2 and sentence.text[sentence.start : sentence.end].isupper():
        return found  # a heading within an article
    if grammar.code == "en" and _is_rubric(sentence):
        return found
    posts_at = {n for post in told for n in range(post.first_word, post.last_word + 1)} | field_words(sentence, told)
    posts_at |= {n for post in told for n in unit_words(sentence, post)}
    posts_at |= seat_words(sentence)
    for index in range(len(words)):
        tables = ("agreements", "acts", "parts")
        form = next((f for t in tables if (f := grammar.form(sentence.lowered, index, t)) is not None), None)
        if form is not None:
            posts_at |= set(range(index - form.entry.length + 1, index + 1))
    at = 0
    while at < len(words):
        if not _may_be_name(sentence, at, taken, posts_at):
            at += 1
            continue
        last = at
        while (
            last + 1 < len(words)
            and last - at < 4
            and _may_be_name(sentence, last + 1, taken, posts_at)
            and (not (gap := sentence.gap(last, last + 1)).strip(" ") or (grammar.code == "en" and gap == " & "))
        ):
            last += 1
        after = taken.get(last + 1)
        of_country = after is not None and after.class_name == "Country" and not after.case
        if after is not None and of_country and grammar.code in ("en", "tr") and sentence.gap(last, last + 1) == " ":
            last = sentence.index_from(after.end) - 1  # TBC Uzbekistan
        at = _with_owner(sentence, at, last, taken)
        mention = _second_place(sentence, at, last, taken, found) or _capital_name(sentence, at, last, grammar)
        if mention is not None and not _is_sort(sentence, at, last):
            found.append(mention)
        at = sentence.index_from(mention.end) if mention is not None and mention.rule == "site" else last + 1
    return found


def _is_rubric(sentence: Sentence) -> bool:
    """Whether a line or sentence of a few words in capitals is a rubric: QUIET HANDSHAKE."""
    few = 0 < len(sentence.words) <= _LONGEST_RUBRIC
    return few and all(word.text.isupper() for word in sentence.words) and sentence.text[sentence.start].isalpha()


def _is_sort(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a plural that follows says that things of a sort are meant: leading Innovation Centers."""
    grammar, at = sentence.grammar, last + 1
    form = grammar.form(sentence.lowered, at, "heads") if grammar.code == "en" and at < len(sentence.words) else None
    plural = form is not None and sentence.lowered[at].endswith("s") and not form.entry.words.endswith("s")
    return plural and first > 0 and not sentence.gap(last, at).strip() and not sentence.words[first - 1].is_capital


def _with_owner(sentence: Sentence, first: int, last: int, taken: Mapping[int, Mention]) -> int:
    """Where a company's name begins that opens with the known name of another: SOCAR Green LLC."""
    before = taken.get(first - 1)
    forms = any(sentence.words[n].text in sentence.grammar.company_forms for n in range(first, last + 1))
    if before is None or not forms or last == first or sentence.gap(first - 1, first) != " " or before.case:
        return first
    return first - 1 if before.known and before.start == sentence.words[first - 1].start else first


def _second_place(
    sentence: Sentence, first: int, last: int, taken: Mapping[int, Mention], found: Sequence[Mention]
) -> Mention | None:
    """An unknown place that a conjunction joins to a city that something is in: in Bilasuvar and Neftchala."""
    before = taken.get(first - 2) or (found[-1] if found else None)
    if sentence.grammar.code != "en" or first != last or sentence.lowered[first - 1] != "and" or before is None:
        return None
    index = sentence.index_from(before.start)
    beside = sentence.text[before.end : sentence.words[first].start].strip() == "and"
    if before.class_name != "City" or not beside or index == 0 or sentence.lowered[index - 1] != "in":
        return None
    word = sentence.words[first]
    reasons = (Reason.BY_CASE, Reason.CLASS_GUESSED)
    return Mention(word.start, word.end, word.text, "City", "en", "place-by-case", 0.6, reasons, case="loc")


def _opens_with_city(sentence: Sentence, at: int, taken: Mapping[int, Mention]) -> bool:
    """Whether a city's name is the first word of a longer name of which nothing else tells: Hayfa Dalga Ltd."""
    mention, words = taken[at], sentence.words
    if mention.rule != "place-name" or mention.class_name != "City" or mention.case or at + 1 >= len(words):
        return False
    following = words[at + 1]
    alone = mention.start == words[at].start and mention.end == words[at].end
    return (
        alone and at + 1 not in taken and following.is_capital and sentence.gap(at, at + 1) == " "
        and following.text not in sentence.grammar.generic and not following.is_acronym
        and sentence.grammar.form(sentence.lowered, at + 1, "posts") is None
    )  # fmt: skip


def _may_be_name(
    sentence: Sentence, at: int, taken: Mapping[int, Mention], posts_at: set[int], *, run: bool = False
) -> bool:
    words, grammar = sentence.words, sentence.grammar
    word = words[at]
    if (
        (at in taken and not _opens_with_city(sentence, at, taken))
        or at in posts_at
        or not word.is_capital
        or word.text in grammar.generic
        or len(word.text) < 2
    ):
        return False
    if _is_month(word.lower, grammar.code) or is_title(sentence, at):
        return False
    if grammar.code == "uz" and _CONTINENT.match(word.lower):
        return False
    if grammar.code == "tr" and at == 0 and re.search(r"[ıiuü]m[ıiuü]z(?:[ıiuü]n|[dt][ae]n?|[ae])?\Z", word.lower):
        return False  # Merkezimiz
    if word.text in grammar.firsts and (at == 0 or words[at - 1].text.isdigit()):
        return False
    if grammar.code == "uz" and word.is_acronym and _COMPOUND.match(sentence.text, word.end):
        return False  # IT-eksportchilar
    if grammar.code == "en" and (_LOWER_AFTER.match(sentence.text, word.end) or is_demonym(word.lower, "en")):
        return False  # Dutch-registered
    if grammar.code == "ru" and not run and is_demonym(word.lower, "ru"):
        return False  # Корейской стороны
    if is_part_of_town(sentence, at):
        return False
    foreign = grammar.code in ("ru", "kk") and bool(re.match(r"[A-Za-z]", word.text))
    foreign = foreign or (grammar.code == "kk" and re.search(r"[а-яәіңғүұқөһ][А-ЯӘІҢҒҮҰҚӨҺ]", word.text) is not None)
    if word.is_acronym or foreign:
        return True
    before = sentence.text[max(sentence.start, word.start - 4) : word.start]
    opens = at == 0 or word.start == sentence.start or bool(_OPENING.search(before))
    beside = grammar.code != "tr" or (at + 1 < len(words) and sentence.gap(at, at + 1) == " ")
    followed = run or (at + 1 < len(words) and beside and _may_be_name(sentence, at + 1, taken, posts_at, run=True))
    mark_ = re.search(r"['’]([^\W\d_]{1,6})\Z", word.text) if grammar.code == "tr" else None
    if mark_ and grammar.case_of(mark_[1].lower()):
        opens = False  # Sivas'ta: only names have an apostrophe
    named = followed or _opens_as_name(sentence, at) or is_town(sentence, at)
    entry = grammar.code == "tr" and len(words) == 1 and bool(_ENTRY.match(sentence.text, sentence.start))
    if opens and not entry and not named and not _is_named_elsewhere(sentence, at):
        return False
    if grammar.code in ("az", "tr") and _BEFORE_FORM.match(sentence.text, word.end):
        return True  # Zirve Kapital A.Ş.
    if any(grammar.form(sentence.lowered, at, table) for table in ("heads", "agreements", "references")):
        return False
    return grammar.triggers.at(sentence.lowered, at) is None


def _is_named_elsewhere(sentence: Sentence, at: int) -> bool:
    """Whether a word that opens an English sentence has its capital within another sentence, too."""
    word, text = sentence.words[at].text, sentence.text
    if sentence.grammar.code != "en" or is_field(word.lower(), "en") or len(word) < _SHORT:
        return False
    place = text.find(word)
    while place >= 0:
        before, after = text[max(0, place - 2) : place], text[place + len(word) : place + len(word) + 1]
        if re.fullmatch(r"[a-z,] ", before) and not after.isalnum():
            return True
        place = text.find(word, place + 1)
    return False


@lru_cache(maxsize=4096)
def _is_month(word: str, language: str) -> bool:
    """Whether a word is a month, with whatever case."""
    plain, _, _ = re.sub("['’‘ʼ]", "ʻ", word).partition("ʻ")
    cases = grammar_of(language).cases
    return any(
        plain.startswith(month) and (plain == month or plain[len(month) :] in cases)
        for month in month_names()
        if len(month) > 2
    )


def _opens_as_name(sentence: Sentence, at: int) -> bool:
    """Whether the single capital word that a sentence begins with is a name: it acts, or another name follows."""
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    if at + 1 >= len(words) or sentence.gap(at, at + 1).strip() or is_field(lowered[at], grammar.code):
        return False
    if grammar.code == "en" and words[at].text.endswith(("'s", "’s")):
        return True
    if any(grammar.form(lowered, at, table) for table in ("heads", "agreements", "references", "posts", "city_words")):
        return False
    mark_ = grammar.marks.at(lowered, at + 1)
    joined = grammar.conjunctions.at(lowered, at + 1) is not None
    joined = joined or (grammar.verb_last and mark_ is not None and mark_[1].name == "with")
    acts = not grammar.verb_last and grammar.triggers.at(lowered, at + 1) is not None
    return (joined and at + 2 < len(words) and words[at + 2].is_capital) or acts


def _is_where(sentence: Sentence, first: int, last: int, case: str, text: str) -> bool:
    """Whether a single unknown capital word is where something is: Khorasmada, in Khorasma, в Хорезмске."""
    words, grammar = sentence.words, sentence.grammar
    if first != last or words[first].is_acronym or len(text) < 4 or text in _WIDE:
        return False
    if grammar.code == "tr" and not case:
        return False  # Toplantı Salonunda: places have an apostrophe
    if grammar.verb_last:
        ending = _locative(grammar, text.lower().replace("ʻ", "'"))
        return (bool(ending) and not case) or (case == "loc" and not words[first].is_acronym)
    before = sentence.lowered[first - 1] if first else ""
    told = grammar.triggers.at(sentence.lowered, first - 1) is not None if first else False
    if grammar.code == "ru":
        return before in ("в", "во", "городе") and text[-1] in "еи"
    return (before == "in" or sentence.lowered[max(0, first - 2) : first] == ("town", "of")) and not told


def _locative(grammar: Grammar, word: str) -> str:
    """The locative ending that a word has, the longest; empty for none."""
    told = [e for e, c in grammar.cases.items() if c == "loc" and word.endswith(e) and len(word) > len(e) + 2]
    return max((e for e in told if len(e) == 2), default="", key=len)


def _base_of_place(grammar: Grammar, text: str, case: str) -> str:
    if grammar.verb_last and not case:
        return text[: -len(_locative(grammar, text.lower()))].rstrip("'’ʼʻ")
    if grammar.verb_last:
        return re.split(r"['’ʼʻ]", text)[0]
    return text[:-1] if grammar.code == "ru" and text.endswith("е") else text


def _english_head(word: str) -> str | None:
    """What the last word of an English name says that it is: Mobile World Congress."""
    form = grammar_of("en").form([word.lower()], 0, "heads") if word.isascii() else None
    return form.entry.name if form is not None else None


def _is_half(sentence: Sentence, at: int, text: str) -> bool:
    """Whether a capital word names nothing by itself: a field of work, or the half of a noun (HR-менеджер)."""
    joined = re.match(r"-([^\W\d_]{3,})", sentence.text[sentence.words[at].end :])
    half = joined is not None and joined[1].islower() and sentence.grammar.case_of(joined[1]) is None
    return half or (not sentence.words[at].is_acronym and is_field(text.lower(), sentence.grammar.code))


def _capital_name(sentence: Sentence, first: int, last: int, grammar: Grammar) -> Mention | None:
    words = sentence.words
    start, end, text = words[first].start, words[last].end, words[last].text
    case, name_end = "", words[last].end
    apart = re.compile(r"[-–'’‘ʼ]([^\W\d_]{1,6})(?!\w)").match(sentence.text, end)
    if apart and apart[1].islower() and (grammar.case_of(apart[1]) or apart[1] == "s"):
        end, case = apart.end(), grammar.case_of(apart[1]) or "gen"
    else:
        mark_ = re.search(r"['’‘ʼʻ]([^\W\d_]{1,6})\Z", text)
        if mark_ and (grammar.case_of(mark_[1].lower()) or mark_[1] == "s"):
            case, name_end = grammar.case_of(mark_[1].lower()) or "gen", words[last].start + mark_.start()
    if grammar.code == "ru" and re.match(r"-[а-яё]{4,}", sentence.text[end : end + 6]):
        return None  # IT-индустрия
    if domain := _DOMAIN.match(sentence.text, words[first].start) if grammar.code == "ru" else None:
        reasons_ = (Reason.BY_CAPITALS, Reason.CLASS_GUESSED)
        return Mention(start, domain.end(), domain[0], "NewsAgency", "ru", "site", 0.6, reasons_)
    class_name, rule, sure, reasons = "Organisation", "capitals", 0.45, (Reason.BY_CAPITALS, Reason.CLASS_GUESSED)
    if first == last and not case and (place := town(sentence, first)) is not None:
        return place
    if _is_where(sentence, first, last, case, text):
        base = _base_of_place(grammar, text, case)
        where = (Reason.BY_CASE, Reason.CLASS_GUESSED)
        return Mention(start, end, base, "City", grammar.code, "place-by-case", 0.6, where, case=case or "loc")
    english = _english_head(words[last].text) if grammar.code == "kk" and last > first else None
    if english is not None:
        class_name, rule, sure, reasons = english, "english-head", 0.7, (Reason.BY_HEAD,)  # type: ignore[assignment]
    forms = [n for n in range(first, last + 1) if words[n].text in grammar.company_forms]
    if forms and last > first:
        class_name, rule, sure, reasons = "Company", "legal-form", 0.8, (Reason.BY_LEGAL_FORM,)  # type: ignore[assignment]
    elif forms:
        return None
    letters = COMPANY_LETTERS.match(sentence.text, end)
    if letters:
        class_name, rule, sure, reasons, end = "Company", "legal-form", 0.8, (Reason.BY_LEGAL_FORM,), letters.end()  # type: ignore[assignment]
        name_end = end if words[last].text == "Co" else name_end
        told = re.compile(r"['’‘ʼ]([^\W\d_]{1,6})(?!\w)").match(sentence.text, end)
        if told and grammar.verb_last and grammar.case_of(told[1].lower()):
            end, case = told.end(), grammar.case_of(told[1].lower()) or ""  # Lale Veri A.Ş.'yi
    if first == last and len(text) < _SHORT and re.match(r"[-&][A-ZÇĞİÖŞÜ]", sentence.text[end : end + 2]):
        return None  # Ar-Ge, R&D
    if first and len(words[first].text) < _SHORT and sentence.gap(first - 1, first) == "-":
        return None  # … Merkezleri
    if grammar.code == "kk" and first == last and _is_half(sentence, last, text):
        return None
    name = " ".join(sentence.text[start:name_end].split())
    if name in grammar.press:
        class_name, rule, sure, reasons = "NewsAgency", "press", 0.8, (Reason.BY_CAPITALS,)  # type: ignore[assignment]
    if all(c.isdigit() or not c.isalpha() for c in name):
        return None
    return Mention(start, end, name, class_name, grammar.code, rule, sure, reasons, case=case)
