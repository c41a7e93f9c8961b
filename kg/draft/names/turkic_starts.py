"""Where a Turkic name begins: the words before its head, taken into it one by one until one cannot belong to it."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form, Grammar
from kg.draft.language.words import Sentence, Word
from kg.draft.names import azerbaijani_starts as starts
from kg.draft.names import azerbaijani_within as within
from kg.draft.names.azerbaijani_openers import is_of_small_head
from kg.draft.names.given_names import SURNAME
from kg.draft.names.heads import MOST_WORDS, Owner, is_field
from kg.draft.names.kazakh_people import is_family_name
from kg.draft.names.kazakh_starts import (
    acts_with,
    is_object,
    is_school,
    joins_fields,
    of_patron,
    opens_ministry,
    parts_from_name,
    sits_alone,
    stands_before,
)
from kg.draft.names.people import is_title
from kg.draft.spans import Mention
from kg.facts.names.folding import script

_PLACES = frozenset({"Country", "City", "Region"})
_BODIES = frozenset(
    {"Organisation", "Company", "InternationalOrganisation", "GovernmentBody", "ResearchOrganisation", "NewsAgency"}
)
_OWN_LETTERS = {"az": "əçşğıöü", "tr": "çşğıöü", "kk": "әіңғүұқөһ", "uz": "ʻ"}
_PLURAL = re.compile(r"[лдт][ае]р[ыі]\Z")
_MOST_SMALL, _OVER = 9, 8
_OWNED_SURNAME = re.compile(r"(?:[oe]v[au]?|zad[əe]|[bgnrsty][əy]?l[iıuü])n?[ıiuü]n\Z")
"""What an Azerbaijani surname in the genitive ends in: Rəşad İsmayılovun X Universitetinin rektoru ilə görüşü."""


def name_start(sentence: Sentence, index: int, form: Form, owner: Owner) -> int | None:
    """The word that a name begins with whose head is at `index`; None where there is no name."""
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    start, small, at = None, 0, index - 1
    while at >= 0 and index - at <= MOST_WORDS:
        if not _joined(sentence, at, form, started=start is not None):
            break
        if grammar.conjunctions.at(lowered, at) is not None:
            if not _may_cross(sentence, at, owner):
                break
            at -= 1
            continue
        if _is_outside(sentence, at, index, form, owner):
            break
        if _is_before(sentence, at, start, form) and not starts.is_town(owner(at)):
            break
        follows = start is not None and (starts.follows_holder(sentence, at, owner(start)) or is_school(sentence, at))
        if follows or (at == index - form.entry.length and sits_alone(sentence, at, form)):
            break
        if start is None and (starts.is_holder(sentence, at, index) or is_of_small_head(sentence, at, index, form)):
            break
        if words[at].is_capital:
            if (
                grammar.form(lowered, at, "posts") is not None
                or _is_reference(sentence, at, form)
                or (start is not None and starts.refers(sentence, at))
                or stands_before(sentence, at)
                or _has_mark(grammar, words[at])
            ):
                break
            start = at
        elif lowered[at] not in grammar.connectors or at == 0:
            if of_patron(sentence, at):
                at -= 1
                continue
            small += 1
            if parts_from_name(sentence, at):
                break
            half = start is not None and within.is_half(sentence, at, start)
            if half or (start is not None and starts.tells_town(sentence, at, start, form)):
                at -= 1
                continue
            if (
                start is not None
                or small > _MOST_SMALL
                or not form.possessed
                or (_is_grammar(sentence, at) and not starts.is_gerund(sentence, at, form))
            ):
                break
        at -= 1
    return start


def _is_outside(sentence: Sentence, at: int, index: int, form: Form, owner: Owner) -> bool:
    """Whether a word before the head at `index` is of no name, or of another one."""
    word, mention, grammar = sentence.words[at], owner(at), sentence.grammar
    if grammar.code == "az" and at + 1 < index and starts.is_before_country(sentence, at, mention, owner(at + 1)):
        return True
    if (mention is not None and _stands_for_itself(mention)) or _ends_person(sentence, at, index, form):
        return True
    of_country = mention is not None and mention.class_name == "Country" and grammar.code == "kk"
    of_head = grammar.code == "tr" and index - at < form.entry.length
    own = within.is_own(sentence, at) or opens_ministry(sentence, at, index, form)
    if word.text in grammar.generic and not of_country and not of_head and not own:
        return True
    if word.text in grammar.company_forms:
        return True
    if within.ends_body(sentence, at, index, form) or (
        _ends_name(sentence, at) and not within.is_central(sentence, at, form)
    ):
        return True
    if word.text in grammar.firsts and (at == 0 or sentence.words[at - 1].text.isdigit()):
        return True
    return at == 0 and (grammar.pronouns.at(sentence.lowered, at) is not None or starts.is_not_named(sentence))


def _is_before(sentence: Sentence, at: int, start: int | None, form: Form) -> bool:
    """Whether a word stands before a name that begins at `start`, as far as it has been taken."""
    if start is None:
        return False
    if form.entry.detail == "ministry" and start == at + 1 and starts.is_apart(sentence, at):
        return True
    if at == 0 and (_is_other_word(sentence, start, form) or starts.is_plural_subject(sentence, start)):
        return True
    word = sentence.words[at]
    if acts_with(sentence, at, start, form):
        return True
    return word.is_capital and script(word.text) != script(sentence.words[start].text)  # Ли Вэй Digital Bridge форумы


def _ends_person(sentence: Sentence, at: int, index: int, form: Form) -> bool:
    """Whether a person's name ends with this word, and a name with the head at `index` follows: vazir Olim Sobirov …"""
    grammar, words = sentence.grammar, sentence.words
    last, whole = index - form.entry.length, form.entry.length > 1 and form.entry.name == "InternationalOrganisation"
    if within.is_genitive_of_person(sentence, at):
        return True
    told = grammar.code in ("az", "kk", "uz") or bool(grammar.surnames)
    if not told or at < 1 or not (words[at].is_capital and words[at - 1].is_capital):
        return False
    beside = at > 1 and grammar.form(sentence.lowered, at - 2, "posts") is not None
    kazakh, azerbaijani = grammar.code == "kk", grammar.code == "az"
    initial = azerbaijani and len(words[at - 1].text) == 1 and sentence.gap(at - 1, at).strip(" \xa0") == "."
    owned = azerbaijani and _OWNED_SURNAME.search(words[at].text) is not None
    shaped = SURNAME.search(words[at].text) is not None or owned or (kazakh and beside)
    shaped = shaped or grammar.is_surname(words[at].text) or (kazakh and at == 1 < last)  # Айгүл Сейітқали Х институты
    if kazakh and at > 1 and grammar.reports.at(sentence.lowered, at - 2) is not None:
        return sentence.lowered[at - 1] in grammar.given  # – деді Асан Сейіт баспасөз қызметінде
    if not (initial or sentence.gap(at - 1, at) == " ") or not shaped:
        return False
    named_after = at + 1 < len(words) and sentence.lowered[at + 1] in grammar.connectors
    if kazakh and not beside and not (at + 1 < len(words) and words[at + 1].is_capital):
        return False  # Қаныш Сәтбаев университеті
    patron = azerbaijani and at == last and not owned and not whole  # Heydər Əliyev Fondu
    given = sentence.lowered[at - 1] in grammar.given and not patron
    given = given or (at < last and grammar.code in ("kk", "uz") and is_family_name(words[at].text))
    return not named_after and (given or beside or initial)


def _joined(sentence: Sentence, at: int, form: Form, *, started: bool) -> bool:
    """Whether a word and the next one may belong to one name; ministries have lists of fields in theirs."""
    gap = sentence.gap(at, at + 1).strip()
    if not gap or sentence.gap(at, at + 1) in ("-", "–"):
        return True
    words = sentence.words
    listed = gap == "," and form.entry.detail == "ministry" and not started
    if joins_fields(sentence, at, form) and not started:
        return True
    if listed and words[at + 1].text.islower():
        return words[at].text.islower() or is_field(words[at].lower, sentence.grammar.code)
    over = sentence.grammar.code == "az" and "üzrə" in sentence.lowered[at + 1 : at + _OVER]
    if gap == "," and within.is_series(sentence, at, form):
        return True
    series = gap == "," and (form.entry.detail == "ministry" or over)
    series = series and words[at].is_capital and words[at + 1].is_capital
    return series and is_field(words[at].lower, sentence.grammar.code)


def _stands_for_itself(mention: Mention) -> bool:
    """Whether a known thing before a head is no part of its name: it has a case, or is a body of its own."""
    if mention.class_name == "Person" or mention.class_name in _PLACES:
        return mention.class_name == "Person" or bool(mention.case)
    return mention.known and (mention.class_name in _BODIES or bool(mention.case))


def _ends_name(sentence: Sentence, at: int) -> bool:
    """Whether another name ends with this word: a possessed head, or a bare one after capitals (IT Park)."""
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    if form is None:
        return False
    if form.possessed:
        if sentence.grammar.code == "kk" and _PLURAL.search(sentence.lowered[at]):
            return False  # Каспий маңы университеттері қауымдастығы
        whose = sentence.grammar.code == "az" and form.case == "gen" and sentence.words[at].is_capital
        return whose or form.entry.name in _BODIES or form.entry.name.endswith("Center")
    words = sentence.words
    return (
        words[at].is_capital
        and at > 0
        and words[at - 1].is_capital
        and form.entry.words in ("park", "hub", "it park", "xab")
    )


def _is_reference(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether the first word of a sentence is a head for itself: Mərkəz İqtisadiyyat Nazirliyinin …"""
    if sentence.grammar.code == "uz" and sentence.lowered[at].endswith(("lar", "лар")):
        return False  # Startaplar uyushmasi
    if sentence.grammar.code == "az" and sentence.lowered[at + 1 : at + 2] == ("iş",):
        return False  # Diasporla İş üzrə Dövlət Komitəsi
    if at == 0 and within.is_central(sentence, at, form):
        return False  # Mərkəzi Bank
    wide = in_family(sentence.lowered[at], sentence.grammar, "side")
    if wide and in_family(sentence.lowered[at + 1], sentence.grammar, "continent"):
        return False  # Орталық Азия сауда палатасы
    if at == 0 and sentence.grammar.code == "az" and re.search(r"l[aə]r\Z", sentence.lowered[0]):
        return sentence.grammar.form((sentence.lowered[0][:-3],), 0, "heads") is not None  # Laboratoriyalar X …
    return at == 0 and (
        sentence.grammar.form(sentence.lowered, at, "heads") is not None
        or sentence.grammar.form(sentence.lowered, at, "agreements") is not None
        or sentence.grammar.form(sentence.lowered, at, "references") is not None
    )


def _is_other_word(sentence: Sentence, start: int, form: Form) -> bool:
    """Whether the first word of a sentence stands before the name of a ministry: Tədbiri Gənclər və İdman …"""
    first, code = sentence.words[0], sentence.grammar.code
    if (start > 1 and starts.tells_town(sentence, 1, 2)) or within.may_open(sentence):
        return False
    return (
        form.entry.name == "GovernmentBody"
        and not within.is_central(sentence, start, form)
        and not (code == "az" and sentence.lowered[start] == "iş" and first.lower.endswith(("la", "lə")))
        and is_field(sentence.lowered[start], code)
        and not is_field(first.lower, code)
    )


def _has_mark(grammar: Grammar, word: Word) -> bool:
    """Whether an apostrophe parts a case from a capital word: Türkiye'nin."""
    bare, mark, ending = word.lower.rpartition("ʻ")
    return bool(mark and bare and grammar.case_of(ending)) and grammar.code != "uz"


def _is_grammar(sentence: Sentence, at: int) -> bool:
    """Whether a small word is one of grammar or a verb, which no name has."""
    grammar, word = sentence.grammar, sentence.lowered[at]
    hit = grammar.triggers.at(sentence.lowered, at)
    if hit is not None and grammar.code == "kk" and hit[1].detail == "noun" and word == hit[1].words.rstrip("*"):
        hit = None  # Цифрлық әріптестік форумы
    if word == "жаңа" and sentence.lowered[at + 1].startswith("технолог"):
        return False  # Білім саласындағы жаңа технологиялар орталығы
    return (
        word in grammar.stops
        or (
            any(word.endswith(end) and len(word) > len(end) + 1 for end in grammar.verb_ends)
            and not is_object(sentence, at)
        )
        or (hit is not None and not _is_gerund(sentence, at))
        or grammar.marks.at(sentence.lowered, at) is not None
    )


def _is_gerund(sentence: Sentence, at: int) -> bool:
    """Whether a verb is a noun of work, as names have: muvofiqlashtirish markazi."""
    hit = sentence.grammar.triggers.at(sentence.lowered, at)
    alone = hit is not None and hit[0] == 1
    noun = hit is not None and hit[1].name == "cooperate" and hit[1].detail == "noun"
    work = noun or sentence.lowered[at].endswith(("ish", "ash", "иш", "аш"))
    return sentence.grammar.code == "uz" and alone and work


def _may_cross(sentence: Sentence, at: int, owner: Owner) -> bool:
    """Whether a conjunction stands inside a name: what is before it is a field of work, no name of its own."""
    if at == 0:
        return False
    left = sentence.words[at - 1]
    if left.text.islower():
        return True
    if any(is_title(sentence, n) for n in range(max(0, at - 4), at - 1)):
        return False  # Prof. Dr. Ayşe Demir ve Beta Enstitüsü
    before = sentence.words[at - 2] if at > 1 and not sentence.gap(at - 2, at - 1).strip() else None
    sector = left.lower in sentence.grammar.sectors and left.lower not in sentence.grammar.fields
    if sector and before is not None and before.is_capital and not is_field(before.lower, sentence.grammar.code):
        return False  # Meriç Reçine ve Rodop Üniversitesi
    if owner(at - 1) is not None or left.is_acronym or _ends_name(sentence, at - 1) or "ʻ" in left.lower:
        return False
    code = sentence.grammar.code
    if code == "az" and starts.is_science(left.lower) and sentence.words[at + 1].is_capital:
        return True  # Torpaqşünaslıq və Aqrokimya İnstitutu
    if within.ends_listed(sentence, at - 1):
        return False
    if within.are_people(sentence, at - 1, at + 1):
        return True  # Doktorantlar və Magistrlər Şurası
    if code == "az" and before is not None and before.is_capital and "üzrə" in sentence.lowered[at + 1 : at + 5]:
        return True  # Vətəndaşlara Xidmət və Sosial İnnovasiyalar üzrə Dövlət Agentliyi
    if code == "kk" and sentence.words[at + 1].is_capital:
        return is_field(left.lower, code)  # Қараорман мен Дельта агенттігі
    return is_field(left.lower, code) or (at == 1 and bool(set(left.lower) & set(_OWN_LETTERS.get(code, ""))))
