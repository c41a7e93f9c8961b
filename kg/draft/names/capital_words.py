"""Capital words that may be a name of which nothing else tells; months, posts and first words of sentences are none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from kg.draft.language.families import in_family
from kg.draft.language.grammar import grammar as grammar_of
from kg.draft.language.words import Sentence
from kg.draft.names.azerbaijani_english import is_between, is_named_within
from kg.draft.names.azerbaijani_openers import is_common_object
from kg.draft.names.english_openings import acts, appoints, is_described, is_own
from kg.draft.names.heads import is_field
from kg.draft.names.kazakh_firms import deals_with, opens_firm
from kg.draft.names.known import is_demonym
from kg.draft.names.people import is_title
from kg.draft.names.towns import is_part_of_town, is_town
from kg.draft.spans import Mention
from kg.facts.texts.printed_dates import month_names

_BEFORE_FORM = re.compile(r"(?: [A-ZÇĞİÖŞÜƏ][\w-]*){1,3} (?:A\.\s?Ş|Ltd|MMC|ASC|QSC)\b")
_ENTRY = re.compile(r"\s*[•●▪*·–—-]\s*\w+\.")
_LOWER_AFTER = re.compile(r"(?: [A-Z]\w+){0,2}-[a-z]{3}")
_CONTINENT = re.compile(
    r"(?:yevropa|osiyo|afrika|amerika|yevroosiyo|европа|осиё|африка)(?:ning|ga|da|dan|dagi|ni|нинг|га|да|дан)?\Z"
)
_COMPOUND = re.compile(r"[-–][a-zа-яёўқғҳ]{4,}")
_OF_CONTINENT = frozenset({"european", "african", "asian", "eurasian"})
_GENERATION = re.compile(r"[2-9][GDKДК]")
"""A generation of networks or a dimension: 5G, 3D."""
_UNIT = re.compile(r"[KkMGTКкМГТ]?(?:W|Vt|Вт|Hz|Hs|Гц|B|Б|bit)(?:h|st|ч)?")
"""Units of power, frequency and data that are written in capitals."""
_ROMAN = re.compile(r"[IVXІХ]{2,6}")
"""A Roman number, in Latin letters or in those of the Kazakh alphabet that look like them."""
_OF_TOWN = frozenset({"қалалық", "аудандық", "облыстық", "ауылдық", "өңірлік", "аймақтық"})
_SHORT = 4
_LOWER = re.compile(
    r"[ -](?!(?:and|or|to|in|on|at|with|from|has|have|had|is|are|was|were|will|by|of|as|said|\w+ed)\b)[a-z]"
)
_STATES = frozenset(
    {"republic", "kingdom", "state", "federation", "commonwealth", "sultanate", "principality", "emirate", "government"}
)
_GUESTS = frozenset({("chief", "guest"), ("guest", "of"), ("special", "guest"), ("guests", "of"), ("of", "honour")})
_TELLS_OF_POST = re.compile(r"(?:ing|ed|ly|er|ary|ful|time|the|new|our|his|its)\Z")
"""What English words end in that say of a post or its holder what they are: outgoing, newly, former."""
_OPENING = re.compile(r"[.!?:…]\s*[«\"“]?\Z|[«\"“]\Z")


def may_be_name(
    sentence: Sentence, at: int, taken: Mapping[int, Mention], posts_at: set[int], *, run: bool = False
) -> bool:
    """Whether a capital word may be, or belong to, a name of which nothing else tells.

    `taken` are the mentions by the places of their words, `posts_at` the places of words of posts; `run` is true of a
    word that another such word stands before.
    """
    words, grammar = sentence.words, sentence.grammar
    word = words[at]
    if at in posts_at or (at in taken and not _opens_with_city(sentence, at, taken)):
        return False
    if not word.is_capital or len(word.text) < 2 or _is_no_name(sentence, at, run=run):
        return False
    foreign = grammar.code in ("ru", "kk") and bool(re.match(r"[A-Za-z]", word.text))
    foreign = foreign or (grammar.code == "ru" and re.search(r"[а-яё][А-ЯЁ]", word.text) is not None)  # КазНУ
    foreign = foreign or (grammar.code == "kk" and re.search(r"[а-яәіңғүұқөһ][А-ЯӘІҢҒҮҰҚӨҺ]", word.text) is not None)
    if word.is_acronym or foreign:
        return True
    if _opens_sentence(sentence, at):
        beside = grammar.code != "tr" or (at + 1 < len(words) and sentence.gap(at, at + 1) == " ")
        more = at + 1 < len(words) and beside and may_be_name(sentence, at + 1, taken, posts_at, run=True)
        named = run or more or _opens_as_name(sentence, at) or is_town(sentence, at)
        entry = grammar.code == "tr" and len(words) == 1 and bool(_ENTRY.match(sentence.text, sentence.start))
        named = named or _is_named_elsewhere(sentence, at) or is_named_within(sentence, at)
        named = named or _has_post(sentence, at, posts_at)
        if not entry and not named:
            return False
    if grammar.code in ("az", "tr") and _BEFORE_FORM.match(sentence.text, word.end):
        return True  # Zirve Kapital A.Ş.
    if any(grammar.form(sentence.lowered, at, table) for table in ("heads", "agreements", "references")):
        return False
    return at not in sentence.triggers


def _is_no_name(sentence: Sentence, at: int, *, run: bool) -> bool:
    """Whether a word with a capital is something else than a name: a month, a title, a first name, a nationality."""
    words, grammar = sentence.words, sentence.grammar
    word = words[at]
    if word.text in grammar.generic and is_between(sentence, at):
        return False
    further = run and grammar.code == "en" and in_family(word.lower, grammar, "continent")  # Smart Africa
    if (word.text in grammar.generic and not further) or _is_month(word.lower, grammar.code) or is_title(sentence, at):
        return True
    if grammar.code == "uz" and _CONTINENT.match(word.lower):
        return True
    alone = at + 1 >= len(words) or not words[at + 1].is_capital
    if word.lower in _OF_CONTINENT and not alone and grammar.form(sentence.lowered, at + 1, "posts") is not None:
        return True  # European Commissioner Anna Kim
    if alone and not further and in_family(word.lower, grammar, "continent"):
        return True  # Орталық Азиямен байланыс
    if grammar.code == "tr" and at == 0 and re.search(r"[ıiuü]m[ıiuü]z(?:[ıiuü]n|[dt][ae]n?|[ae])?\Z", word.lower):
        return True  # Merkezimiz
    if grammar.code in ("az", "kk", "ru") and _ROMAN.fullmatch(word.text):
        return True  # ұйымның ХІ саммиті
    if word.text in grammar.firsts and (at == 0 or words[at - 1].text.isdigit()):
        return True
    if at == 0 and is_common_object(sentence):
        return True
    if not run and _GENERATION.fullmatch(word.text):
        return True  # the launch of 5G
    if _UNIT.fullmatch(word.text) and sentence.text[max(0, word.start - 2) : word.start].rstrip()[-1:].isdigit():
        return True  # 240 MVt
    if grammar.code == "uz" and word.is_acronym and _COMPOUND.match(sentence.text, word.end):
        return True  # IT-eksportchilar
    if grammar.code == "en" and (_LOWER_AFTER.match(sentence.text, word.end) or is_demonym(word.lower, "en")):
        return True  # Dutch-registered
    if grammar.code == "kk" and at + 1 < len(words) and words[at + 1].text in _OF_TOWN:
        return True  # Сауран аудандық кітапханасы
    if grammar.code == "kk" and is_demonym(word.lower, "kk"):
        return True  # Малайзиялық «X» ЖШС
    if (
        grammar.code == "en"
        and word.is_acronym
        and is_field(word.lower, "en")
        and _LOWER.match(sentence.text, word.end)
    ):
        return True  # IT professionals
    if grammar.code == "en" and _is_form_of_state(sentence, at):
        return True
    if grammar.code == "ru" and not run and is_demonym(word.lower, "ru"):
        return True  # Корейской стороны
    if grammar.code == "ru" and at == 0 and in_family(word.lower, grammar, "staff"):
        return True  # Аналитик РЭБ Анна Ким
    return is_part_of_town(sentence, at)


def _is_form_of_state(sentence: Sentence, at: int) -> bool:
    """Whether a word only says what sort of state is named after it, or whose guest somebody is: Republic of Chad."""
    words, lowered = sentence.words, sentence.lowered
    following = lowered[at + 1] if at + 1 < len(words) else ""
    named = (
        at + 2 < len(words) and words[at + 2 if lowered[at + 2] != "the" else min(at + 3, len(words) - 1)].is_capital
    )
    return (lowered[at] in _STATES and following == "of" and named) or (
        (lowered[at], following) in _GUESTS or (at > 0 and (lowered[at - 1], lowered[at]) in _GUESTS)
    )


def _opens_sentence(sentence: Sentence, at: int) -> bool:
    """Whether a word may have its capital only because a sentence or a quotation begins with it."""
    grammar, word = sentence.grammar, sentence.words[at]
    before = sentence.text[max(sentence.start, word.start - 4) : word.start]
    apart = re.search(r"['’]([^\W\d_]{1,6})\Z", word.text) if grammar.code == "tr" else None
    if apart and grammar.case_of(apart[1].lower()):
        return False  # Sivas'ta: only names have an apostrophe
    return at == 0 or word.start == sentence.start or bool(_OPENING.search(before))


def _opens_with_city(sentence: Sentence, at: int, taken: Mapping[int, Mention]) -> bool:
    """Whether a city's name is the first word of a longer name of which nothing else tells: Hayfa Dalga Ltd."""
    mention, words = taken[at], sentence.words
    if opens_firm(sentence, at, mention) and at + 1 not in taken:
        return True
    if mention.rule != "place-name" or mention.class_name != "City" or mention.case or at + 1 >= len(words):
        return False
    following = words[at + 1]
    alone = mention.start == words[at].start and mention.end == words[at].end
    return (
        alone and at + 1 not in taken and following.is_capital and sentence.gap(at, at + 1) == " "
        and following.text not in sentence.grammar.generic and (not following.is_acronym or _is_latin(sentence, at))
        and sentence.grammar.form(sentence.lowered, at + 1, "posts") is None
    )  # fmt: skip


def _is_latin(sentence: Sentence, at: int) -> bool:
    """Whether a city is written in Latin letters, as in an English name: Astana IT University."""
    return sentence.grammar.code in ("kk", "ru") and re.match(r"[A-Za-z]", sentence.words[at].text) is not None


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


def _has_post(sentence: Sentence, at: int, posts_at: set[int]) -> bool:
    """Whether a post and its holder follow the single word that an English sentence opens with: Tern Director X."""
    words, after = sentence.words, at + 1
    if sentence.grammar.code != "en" or after not in posts_at or sentence.gap(at, after) != " ":
        return False
    while after in posts_at:
        after += 1
    plain = not _TELLS_OF_POST.search(sentence.lowered[at]) and not is_field(sentence.lowered[at], "en")
    plain = plain and not in_family(sentence.lowered[at], sentence.grammar, "common_word") and len(words[at].text) > 2
    return plain and after < len(words) and words[after].is_capital and sentence.gap(after - 1, after) == " "


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
    if is_described(sentence, at) or acts(sentence, at):
        return True
    in_list = grammar.code == "ru" and at > 0 and sentence.gap(at - 1, at).strip() == ":"
    in_list = in_list and at + 1 < len(words) and sentence.gap(at, at + 1) == ", "
    beside = at + 1 < len(words) and (in_list or not sentence.gap(at, at + 1).strip())
    if not beside or is_field(lowered[at], grammar.code):
        return False
    if grammar.code == "en" and words[at].text.endswith(("'s", "’s")):
        return True
    if any(grammar.form(lowered, at, table) for table in ("heads", "agreements", "references", "posts", "city_words")):
        return False
    if in_list:
        return words[at + 1].is_capital or _is_quoted_with_head(sentence, at + 1)  # Среди инвесторов: Дюна, Тис, …
    if grammar.code == "kk" and re.search(r".{3}[ндт][ыі]ң\Z", lowered[at]) and grammar.form(lowered, at + 1, "posts"):
        return True  # Тобылтелекомның директоры
    if deals_with(sentence, at):
        return True
    if grammar.code == "en" and _may_have_post(sentence, at):
        return True  # KazNU rector P
    mark_ = grammar.marks.at(lowered, at + 1)
    joined = grammar.conjunctions.at(lowered, at + 1) is not None
    joined = joined or (grammar.verb_last and mark_ is not None and mark_[1].name == "with")
    does = not grammar.verb_last and grammar.triggers.at(lowered, at + 1) is not None
    does = does or appoints(sentence, at)
    after = at + 2
    if grammar.code == "en" and after < len(words) and lowered[after] in ("the", "a", "an"):
        after += 1  # Mastercard and the Central Bank
    named = after < len(words) and (words[after].is_capital or _is_quoted_with_head(sentence, after))
    return (joined and named) or does


def _is_quoted_with_head(sentence: Sentence, at: int) -> bool:
    """Whether a Russian head in small letters and a quoted name begin at a word: Дюна и компания «Тис» …"""
    if sentence.grammar.code != "ru" or sentence.text[sentence.words[at].end :][:2] not in (" «", ' "', " “"):
        return False
    return sentence.grammar.form(sentence.lowered, at, "heads") is not None


def _may_have_post(sentence: Sentence, at: int) -> bool:
    """Whether a post in small letters and its holder follow the word that opens an English sentence."""
    grammar, words = sentence.grammar, sentence.words
    for last in range(at + 1, min(at + 4, len(words) - 1)):
        form = grammar.form(sentence.lowered, last, "posts")
        if form is not None and last - form.entry.length == at:
            small = all(words[n].text[0].islower() or words[n].is_acronym for n in range(at + 1, last + 1))
            small = small or is_own(sentence, at)
            if not words[last + 1].is_capital:
                continue  # Zorvex chief scientist X
            return small and words[last + 1].is_capital and not is_field(sentence.lowered[at], "en")
    return False
