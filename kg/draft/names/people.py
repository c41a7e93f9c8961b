"""People, by the posts that stand beside their names and by how surnames are formed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names.azerbaijani_foreigners import (
    is_last_piece,
    is_name_within,
    is_told_as_person,
    is_too_long,
    reach_of_name,
)
from kg.draft.names.azerbaijani_openers import opens_no_person
from kg.draft.names.azerbaijani_people import (
    after_deed,
    begins_after_owner,
    begins_other,
    follows_several,
    is_abbreviated,
    is_of_something,
    opens_head,
)
from kg.draft.names.english_people import (
    holder_after_body,
    is_addressed,
    is_chain,
    is_cried_surname,
    is_named_as,
    is_of_firm,
    is_second_half,
    is_surname_first,
    is_unit,
    opens_person,
    owns,
    stands_behind_body,
)
from kg.draft.names.english_shapes import has_field, is_honour, is_shaped, names_of
from kg.draft.names.english_small_heads import namesakes
from kg.draft.names.english_strangers import is_stranger, opens_with_profession
from kg.draft.names.english_strangers import words_of_body as english_words_of_body
from kg.draft.names.given_names import SURNAME, is_given, is_place_before
from kg.draft.names.kazakh_people import begins_second, is_double_first, is_kazakh_person, most_words
from kg.draft.names.known import is_demonym
from kg.draft.names.particles import is_within
from kg.draft.names.person_cases import before_cyrillic, is_oblique
from kg.draft.names.person_names import person, plain_word, told_again
from kg.draft.names.russian_patrons import end_of_patron, words_of_body
from kg.draft.names.russian_people import (
    is_double,
    is_mixed,
    is_one_vowel,
    is_whole_person,
    stands_as_person,
    with_apostrophe,
)
from kg.draft.posts.post_words import Post, field_words, posts
from kg.draft.posts.russian_posts import without_brackets, without_degrees
from kg.draft.spans import Mention
from kg.facts.names.folding import script

_CAMEL = re.compile(r"[a-z][A-Z]{2}")
_WHO = re.compile(r",? who\b")
_REACH, _FARTHER, _FARTHEST = 9, 13, 24
_MOST = 4
"""Of how many words a person's name is made."""
_BEFORE_BODIES = frozenset({"of", "at", "for", "in", "from", "to", "with", "the", "joined", "left", "during", "via"})
_ACADEMIC = frozenset(["prof", "dr", "doç", "doc", "assoc", "öğr", "acad", "akad", "dos", "проф", "акад", "доц", "др"])
"""Abbreviations that stand before names in any of the languages; none is a name of its own."""
_COMPANY_LETTERS = re.compile(r"(?:A\.\s?Ş|K\.\s?K|S\.\s?A|S\.\s?p)\.")
_ENGLISH_HEADS = frozenset(
    {"university", "institute", "college", "school", "academy", "center", "centre", "bank", "group"}
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-'’‘ʻʼ`][^\W\d_]+)*\Z")

Taken = Callable[[int], Mention | None]


def persons(sentence: Sentence, taken: Taken, surnames: dict[str, Mention]) -> list[Mention]:
    """The persons that a sentence names, but for those that are known; `surnames` are those named before."""
    words, grammar = sentence.words, sentence.grammar
    told = posts(sentence)
    in_post = {n for post in told for n in range(post.first_word, post.last_word + 1)} | field_words(sentence, told)
    ends = {post.last_word for post in told}
    found: list[Mention] = []
    at = 0
    patrons = namesakes(sentence)
    while at < len(words):
        last = _run(sentence, at, taken, in_post) if words[at].is_capital and at not in patrons else None
        if last is not None and has_field(sentence, at, last):
            last = None  # the Department of Trade and Exchange Li Na; head of Tern Defence and Space
        whole = last is not None and is_whole_person(sentence, at, last)
        if last is None or (not whole and is_place_before(sentence, at, last)):
            at += 1
            continue
        if grammar.code == "ru" and last > at and not whole and (of_body := words_of_body(sentence, at, last, ends)):
            at += of_body
            continue  # глава Роснефти Игорь Лунин; губернатор Северной Каролины
        if of_body := english_words_of_body(sentence, at, last, told, found):
            at += of_body
            continue
        if at > 1 and grammar.code == "ru" and sentence.lowered[at - 1] in ("имени", "им"):
            at = end_of_patron(sentence, at) + 1
            continue  # ректор ГГУ имени Ф. Скорины Сергей Хахомов
        before = at - 1
        while before > 0 and is_title(sentence, before):
            before -= 1
        if grammar.code == "kk" and before > 1 and sentence.lowered[before - 1 : before + 1] == ("м", "а"):
            before -= 2  # проректорының м.а. Сәбит Суатай
        beside = before in ends or (grammar.code == "kk" and _after_appointing(sentence, ends, before))
        beside = beside or _post_before(sentence, told, at)
        beside = beside and not is_of_firm(sentence, at)
        titled = at > 0 and (is_title(sentence, at - 1) or _follows_titled(sentence, found, at))
        titled = titled or (at > 0 and follows_several(sentence, found, at, [p.last_word for p in told if p.is_many]))
        if not beside and last + 1 < len(words):
            comma = sentence.gap(last, last + 1).strip() in (",", "–", "—", ", –", "(")
            beside = comma and any(last < post.first_word <= last + 9 for post in told)
        if not beside and grammar.code == "en":
            beside = is_named_as(sentence, at, last, [post.first_word for post in told])
            beside = beside or (last > at and _WHO.match(sentence.text, words[last].end) is not None)
            beside = beside or stands_behind_body(sentence, told, at, last)
        run = words[at : last + 1]
        before_post = any(post.first_word == last + 1 for post in told) and sentence.gap(last, last + 1) == " "
        appointed = at > 0 and in_family(sentence.lowered[at - 1], grammar, "names_to_post")
        initial = grammar.code == "ru" and (appointed or len(run[0].text) == 1)
        initial = initial or (grammar.code == "en" and is_named_as(sentence, at, last, [last + 1]))
        if before_post and not grammar.verb_last and not titled and not initial:
            at = last + 1
            continue  # Ansaldo Energia CEO Fabrizio Fabbri
        if grammar.code == "ru" and before_cyrillic(sentence, at, last):
            at = last + 1
            continue  # директор Sinopec Engineering Ван Цзюнь
        shaped = any(SURNAME.search(plain_word(word, grammar.code)) for word in run[-1:] + run[1:2])
        shaped = shaped or any(grammar.is_surname(plain_word(word, grammar.code)) for word in run[-1:] + run[1:2])
        shaped = shaped and not (grammar.code == "az" and is_of_something(run, grammar))
        shaped = shaped or (len(run) > 1 and is_given(run[0].lower, grammar))
        shaped = shaped or (grammar.code == "az" and at > 1 and after_deed(sentence, at))
        shaped = shaped or is_told_as_person(sentence, at, last) or is_shaped(sentence, at, last)
        shaped = shaped or is_stranger(sentence, at, last) or stands_as_person(sentence, at, last)
        shaped = shaped or is_kazakh_person(sentence, at, last)
        again = surnames.get(plain_word(run[-1], grammar.code)) if len(run) == 2 and len(run[0].text) == 1 else None
        if again is not None and again.name[0] == run[0].text:
            found.append(told_again(sentence, run, again))  # Х. Вестерлунд, after Ханна Вестерлунд
        elif grammar.code == "ru" and not shaped and re.match(r"[A-Za-z]", run[0].text):
            pass  # Tech Africa News, документ подписали председатель …
        elif holder := holder_after_body(sentence, at, run):
            found.append(person(sentence, tuple(holder), True, False))
        elif len(run) >= 2 and (beside or titled or shaped):
            found.append(person(sentence, run, beside or titled, is_oblique(sentence, told, at)))
        elif len(run) == 1:
            named = surnames.get(plain_word(run[0], grammar.code))
            if named is not None:
                found.append(told_again(sentence, run, named))
            elif beside and shaped and grammar.code == "kk" and run[0].is_capital and before in ends:
                found.append(person(sentence, run, True, False))  # Ресейдің премьер-министрі Қасымов
            elif is_addressed(sentence, at):
                found.append(person(sentence, run, True, False))  # Mr Nazarbayev
            elif beside and shaped:
                pass  # a surname alone names nobody in a graph
        at = last + 1
    return found


def _after_appointing(sentence: Sentence, ends: set[int], last: int) -> bool:
    """Whether a post and the Kazakh words that make somebody its holder end at a word: президенті болып."""
    for at in range(last, max(-1, last - 3), -1):
        hit = sentence.grammar.appoint.at(sentence.lowered, at)
        if hit is not None and at + hit[0] - 1 == last and at - 1 in ends:
            return True
    return False


def _post_before(sentence: Sentence, told: Sequence[Post], at: int) -> bool:
    """Whether a post and what it is in stand before a name: директор технопарка «X» Анна Ким."""
    if sentence.grammar.verb_last:
        return False
    if sentence.grammar.code == "en" and sentence.lowered[at - 1] in _BEFORE_BODIES:
        return False  # chief engineer at Qyzylqum Cloud
    for post in told:
        russian = sentence.grammar.code == "ru"
        reach = {"ru": _FARTHER, "en": _FARTHEST}.get(sentence.grammar.code, _REACH)
        if 0 < at - post.last_word <= reach:
            gap = sentence.text[post.end : sentence.words[at].start]
            if russian and post.kind == "minister":
                gap = re.sub(r", (?=[а-яё ]+ и )", " ", gap)  # министр связи, экономики и цифровизации
            gap = re.sub(r"\s[–—-]\s\Z", " ", without_degrees(without_brackets(gap))) if russian else gap
            if post.kind == "minister" and sentence.grammar.code == "en":
                gap = re.sub(r", (?=[A-Z][^,;:.]* and )", " ", gap)  # Minister of Trade, Science and Innovation of X
            inside = range(post.last_word + 1, at)
            if not russian and len(inside) > _REACH and not is_chain(sentence, inside):
                continue
            if not re.search(r"[,;:.]", gap) and not any(n in sentence.triggers for n in inside):
                return True
    return False


def _run(sentence: Sentence, at: int, taken: Taken, in_post: set[int]) -> int | None:
    """The last of one to four words that may be one person's name."""
    words, grammar = sentence.words, sentence.grammar
    last, spare = None, 0
    most = {"az": reach_of_name(sentence), "kk": most_words(sentence, at)}.get(grammar.code, _MOST)
    for index in range(at, len(words)):
        word = words[index]
        if (names_of(words[at:index]) if grammar.code == "en" else index - at - spare) >= most:
            break
        if index == at and word.text in grammar.firsts and (at == 0 or words[at - 1].text.isdigit()):
            break
        if index == at and grammar.code == "en" and (is_second_half(sentence, at) or is_demonym(word.lower, "en")):
            break  # Sci-Tech Daresbury
        if index == at and (opens_with_profession(sentence, at) or is_unit(sentence, at)):
            break  # Linguist Ulmez Hovart; Head of the Innovation Unit Anna Kim
        if index == at and (is_title(sentence, at) or at in sentence.triggers or opens_no_person(sentence, at)):
            break
        if is_within(sentence, at, index):
            spare += grammar.code == "ru"
            continue  # Həmid əl-Suvaydi
        if last == index - 1 and is_last_piece(sentence, at, index):
            return index
        initial = len(word.text) == 1 and sentence.text[word.end : word.end + 1] == "."  # К.Шарипов
        initial = initial or is_one_vowel(sentence, at, index)
        generic = word.text in grammar.generic and not initial and not is_name_within(sentence, index, word)
        generic = generic and not (index == at > 0 and is_surname_first(sentence, at))  # Prof Low Teck Seng
        if not (word.is_capital and _NAME_WORD.match(word.text)) or generic or index in in_post:
            break
        if grammar.form(sentence.lowered, index, "agreements") is not None or is_too_long(sentence, at, index):
            break
        if (grammar.code == "en" and _CAMEL.search(word.text)) or is_mixed(sentence, index):
            break  # KazNU, КазНУ
        held = taken(index) is not None or grammar.form(sentence.lowered, index, "heads") is not None
        held = held or opens_head(sentence, index)
        cried = index > at and grammar.code == "en" and at - 1 in in_post and word.text.isalpha()  # President Gang HONG
        cried = cried or (grammar.code == "ru" and with_apostrophe(word.text))
        cried = cried or (index == at and grammar.code == "en" and is_cried_surname(sentence, at))
        if (word.is_acronym and not cried) or (held and not (index == at and opens_person(sentence, at))):
            break
        gap = sentence.gap(index - 1, index) if index > at else ""
        named = grammar.code == "en" or is_given(words[at].lower, grammar)  # Касым-Жомарт
        named = named or (grammar.code in ("az", "kk") and at - 1 in in_post)  # директоры Чун-Мин Оу
        named = named or is_double_first(sentence, at) or (grammar.code == "ru" and is_double(sentence, at, index))
        hyphened = gap == "-" and (index > at + 1 or named)
        if gap.strip(" \xa0") not in ("", ".") and not hyphened:
            break
        if index > at and "." in sentence.gap(index - 1, index) and len(words[index - 1].text) > 2:
            break
        if _COMPANY_LETTERS.match(sentence.text, word.start):
            break
        if grammar.code == "kk" and word.lower in _ENGLISH_HEADS:
            return None  # Maqsut Narikbayev University
        if grammar.sectors and re.split(r"['’‘ʼʻ]", word.lower)[0] in grammar.sectors:
            return None  # Lale Yazılım
        if index > at and script(word.text) != script(words[at].text):
            break
        if index > at and owns(sentence, index - 1):
            break  # Zorvex's John Leaker
        if begins_second(sentence, at, index):
            break  # Ерлан Қасымов Жібек …
        if index > at and begins_after_owner(words[index - 1 : index + 1], grammar):
            break  # Rəşad İsmayılovun Şota Rustaveli …
        if index == at + 2 and begins_other(words[at : index + 1], grammar):
            break  # Rauf Bəyli Nigar Şirinlinin …
        last = index
        if grammar.code == "kk" and index > at and len(plain_word(word, "kk")) < len(word.text):
            break  # А.К.Натыровқа Алғыс хат
        if "ʻ" in word.lower and grammar.case_of(word.lower.rpartition("ʻ")[2]) and grammar.code != "uz":
            break
    return last


def _follows_titled(sentence: Sentence, found: list[Mention], at: int) -> bool:
    """Whether a conjunction or comma joins a name to that of a person in the same Kazakh posts: ректорлары A мен B."""
    before, text = found[-1] if found and sentence.grammar.code == "kk" and at > 1 else None, sentence.text
    if before is None:
        return False
    joined = sentence.grammar.conjunctions.at(sentence.lowered, at - 1) is not None
    joined = joined and text[before.end : sentence.words[at - 1].start] == " "
    if not joined and text[before.end : sentence.words[at].start] != ", ":
        return False
    for earlier in reversed(found[:-1]):  # депутаттары A, B, C
        if text[earlier.end : before.start] != ", ":
            break
        before = earlier
    first = sentence.index_from(before.start) - 1
    plural = first >= 0 and re.search(r"[лдт][ае]р[ыі]\Z", sentence.lowered[first]) is not None
    return plural and is_title(sentence, first)


def is_title(sentence: Sentence, at: int) -> bool:
    """Whether a word is one for address or an academic title: госпожа, Doç. Dr."""
    word = sentence.lowered[at]
    if word in _ACADEMIC and sentence.text[sentence.words[at].end : sentence.words[at].end + 1] == ".":
        return True
    if is_abbreviated(sentence, at) or is_honour(sentence, at):
        return True  # t.e.d. X; H.E. X
    if sentence.words[at].is_capital and word in sentence.grammar.given:
        return False  # Olim Karimov: a name that is a title, too
    return word in sentence.grammar.titles or word.startswith(sentence.grammar.title_starts)
