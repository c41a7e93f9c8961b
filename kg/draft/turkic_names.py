"""Turkic names of institutions: the head stands last, possessed, and what it is of stands before it."""

from __future__ import annotations

import re

from kg.draft.capitals import COMPANY_LETTERS
from kg.draft.grammar import Form, Grammar
from kg.draft.heads import MOST_WORDS, Owner, is_field, of_head
from kg.draft.people import SURNAME, is_title
from kg.draft.post_words import field_words, posts
from kg.draft.seat_words import seat_words
from kg.draft.spans import Mention
from kg.draft.words import Sentence, Word
from kg.facts.names.folding import script

_NAMED_BY_HEAD = {"uz": ("GovernmentBody",), "az": ("GovernmentBody", "InternationalOrganisation")}
"""What has no other name than its head: Nazirlər Kabineti, Dünya Bankı."""
_ROMAN = re.compile(r"[IVX]{1,5}")
_PLURAL = re.compile(r"(?:лар|лер|дар|дер|тар|тер)\Z")
_ADJECTIVE = re.compile(r"\w{3}[лдт][ыіу][қк]\Z|\w{3}лүк\Z")
_LOANS = ("хаб", "парк", "банк", "холдинг", "технопарк", "индустриал", "медиа", "орда", "студия", "фонд", "груп")
"""What Kazakh names end in without a possessive ending."""
_MOST_SMALL = 9
_APART = re.compile(r"[\"»”]?[-–'’]([^\W\d_]{1,6})(?!\w)")
_BODIES = frozenset(
    {"Organisation", "Company", "InternationalOrganisation", "GovernmentBody", "ResearchOrganisation", "NewsAgency"}
)
_PLACES = frozenset({"Country", "City", "Region"})
_OF_PLACE = re.compile(r"қала|облыс|аудан|республика|округ|ауыл|өңір|ел(?:дің|інің)\Z|халқ|мемлекет")
_OWN_LETTERS = {"az": "əçşğıöü", "tr": "çşğıöü", "kk": "әіңғүұқөһ", "uz": "ʻ"}


def turkic_names(sentence: Sentence, owner: Owner) -> list[Mention]:
    """The names that a sentence has by their heads; `owner` says which words are of known things."""
    found: list[Mention] = []
    words = sentence.words
    of_posts = seat_words(sentence)
    if sentence.grammar.duties:
        all_posts = posts(sentence)
        of_posts |= field_words(sentence, all_posts)
        of_posts |= {n for post in all_posts for n in range(post.first_word, post.last_word)}
    for index, word in enumerate(words):
        form = sentence.grammar.form(sentence.lowered, index, "heads")
        if (
            form is not None
            and form.entry.words == "başkanlık"
            and form.case in ("loc", "adj")
            and sentence.grammar.chairs
        ):
            continue  # Vali Ali Su Başkanlığında
        if index in of_posts or (form is not None and sentence.grammar.form(sentence.lowered, index, "parts")):
            continue  # Yönetim Kurulu Başkanı
        full = form is not None and form.entry.name == "InternationalOrganisation" and form.entry.length > 1
        opens = 0 if sentence.grammar.code == "uz" else 1
        if form is not None and form.entry.name == "GovernmentBody" and form.entry.length > 1 and index > opens:
            full = full or words[index - form.entry.length + 1].is_capital  # Ұлттық банк
        full = full or (form is not None and _is_adjective_name(sentence, index))
        if form is None or not (form.possessed or word.is_capital or full) or _is_known(sentence, index, owner):
            continue
        if (
            sentence.grammar.code == "kk"
            and not form.possessed
            and not full
            and not _may_stand_unpossessed(sentence, index)
        ):
            continue  # Идрисов Қауымдастық президенті …
        if sentence.grammar.code == "kk" and _PLURAL.search(form.entry.words) and form.entry.name != "Event":
            continue  # елдердің университеттері
        first = _start(sentence, index, form, owner)
        if first is None and full and words[index - form.entry.length + 1].is_capital:
            first = index - form.entry.length + 1  # Дүниежүзілік экономикалық форум
        if first is None:
            continue
        first = _with_english(sentence, first)
        first = _without_country(sentence, first, index, form, owner)
        if first and sentence.gap(first - 1, first) == "-" and sentence.words[first - 1].is_capital:
            continue  # Ar-Ge Merkezleri
        whole = (
            full and (form.entry.length > 2 or sentence.grammar.code == "uz") and words[first].is_capital
        )  # Osiyo taraqqiyot banki
        if first >= index or (not whole and _is_head_alone(sentence, first, index, form)):
            continue
        end = word.start + form.base_length
        foreign = script(words[first].text) != script(word.text) and not _ROMAN.fullmatch(words[first].text)
        if (
            (form.entry.detail == "strip" or foreign)
            and not word.is_capital
            and all(w.is_capital for w in words[first:index])
        ):
            end = words[index - 1].end
        start = words[first].start
        if sentence.grammar.code == "kk" and first + 1 < index and words[first + 1].lower == "атындағы":
            initials = re.search(r"(?:[^\W\d_]\.\s?){1,2}\Z", sentence.text[sentence.start : start])
            start -= len(initials[0]) if initials else 0  # Л.Н. Гумилев атындағы …
        name = " ".join(sentence.text[start:end].split())
        mention = of_head(sentence, start, _apart_end(sentence, word), name, form)
        letters = COMPANY_LETTERS.match(sentence.text, word.end)
        if letters is not None:  # Karadeniz Teknopark A.Ş.'nin
            told = _APART.match(sentence.text, letters.end())
            mention.end = told.end() if told else letters.end()
            mention.case = (sentence.grammar.case_of(told[1].lower()) or "") if told else ""
        found.append(mention)
    return found


def _may_stand_unpossessed(sentence: Sentence, index: int) -> bool:
    """Whether a Kazakh name may end with a head without a possessive ending: Astana Hub, Назарбаев Парк."""
    before = sentence.words[index - 1] if index else None
    word = sentence.words[index]
    latin = bool(re.match(r"[A-Za-z]", word.text)) or (before is not None and bool(re.match(r"[A-Za-z]", before.text)))
    return latin or word.lower.startswith(_LOANS)


def _is_adjective_name(sentence: Sentence, index: int) -> bool:
    """Whether a Kazakh adjective with a capital stands right before a small head: Ұлттық киберкеңес."""
    if sentence.grammar.code != "kk" or index < 2 or sentence.gap(index - 1, index).strip():
        return False
    before = sentence.words[index - 1]
    return before.is_capital and before.text not in sentence.grammar.generic and bool(_ADJECTIVE.search(before.lower))


def _is_known(sentence: Sentence, index: int, owner: Owner) -> bool:
    """Whether a head is the end of a known name of several words."""
    mention = owner(index)
    return mention is not None and mention.known and mention.start < sentence.words[index].start


def _is_head_alone(sentence: Sentence, first: int, index: int, form: Form) -> bool:
    """Whether nothing but the words of the head is there, and no capitals make a name of them (Dünya Bankı)."""
    length = form.entry.length
    if index - first >= length:
        return False
    word = sentence.words[first]
    named = all(w.is_capital for w in sentence.words[first : index + 1])
    named = named and (length > 2 or (form.entry.name in _NAMED_BY_HEAD.get(sentence.grammar.code, ())))
    return length < 2 or not word.is_capital or (first == 0 and not word.is_acronym and not named)


def _start(sentence: Sentence, index: int, form: Form, owner: Owner) -> int | None:
    """The word that a name begins with whose head is at `index`; None where there is no name."""
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    start, small, at = None, 0, index - 1
    while at >= 0 and index - at <= MOST_WORDS:
        word, mention = words[at], owner(at)
        if not _joined(sentence, at, form, started=start is not None):
            break
        if grammar.conjunctions.at(lowered, at) is not None:
            if not _may_cross(sentence, at, owner):
                break
            at -= 1
            continue
        if mention is not None and _stands_for_itself(mention):
            break
        if _ends_person(sentence, at):
            break
        of_country = mention is not None and mention.class_name == "Country" and grammar.code == "kk"
        if (
            (
                word.text in grammar.generic
                and not of_country
                and not (grammar.code == "tr" and index - at < form.entry.length)
            )
            or word.text in grammar.company_forms
            or _ends_name(sentence, at)
        ):
            break
        if word.text in grammar.firsts and (at == 0 or words[at - 1].text.isdigit()):
            break
        if at == 0 and (grammar.pronouns.at(lowered, at) is not None or _is_ours(word)):
            break
        if form.entry.detail == "ministry" and start == at + 1 and _is_apart(sentence, at):
            break
        if at == 0 and start is not None and _is_other_word(sentence, start, form):
            break
        if word.is_capital and start is not None and script(word.text) != script(words[start].text):
            break  # Ли Вэй Digital Bridge форумы
        if word.is_capital:
            if (
                grammar.form(lowered, at, "posts") is not None
                or _is_reference(sentence, at)
                or _has_mark(grammar, word)
            ):
                break
            start = at
        elif lowered[at] in grammar.connectors and at > 0:
            pass
        else:
            small += 1
            if grammar.code == "kk" and re.search(r"[ндт][ыі]ң\Z", lowered[at]) and not _OF_PLACE.match(lowered[at]):
                break  # Халел Әкімжанов мәслихаттың кезектен тыс сессиясында
            if start is not None or small > _MOST_SMALL or not form.possessed or _is_grammar(sentence, at):
                break
        at -= 1
    return start


def _is_apart(sentence: Sentence, at: int) -> bool:
    """Whether a capital word stands before the fields of a ministry and is none: Azərkosmos Rəqəmsal İnkişaf …"""
    word, code = sentence.words[at], sentence.grammar.code
    fields = is_field(sentence.lowered[at + 1], code) and not is_field(word.lower, code)
    return code == "az" and word.is_capital and fields


def _is_ours(word: Word) -> bool:
    """Whether a word that opens a sentence says that somebody is ours: Müsahibimiz X …"""
    return not word.is_acronym and re.search(r"[ıiuü]m[ıiuü]z\Z", word.lower) is not None


def _ends_person(sentence: Sentence, at: int) -> bool:
    """Whether an Uzbek person's name ends with this word: vazir Olim Sobirov Osiyo taraqqiyot banki …"""
    grammar, words = sentence.grammar, sentence.words
    if grammar.code != "uz" or at < 1 or not (words[at].is_capital and words[at - 1].is_capital):
        return False
    if sentence.gap(at - 1, at) != " " or not SURNAME.search(words[at].text):
        return False
    named_after = at + 1 < len(words) and sentence.lowered[at + 1] in grammar.connectors
    beside = at > 1 and grammar.form(sentence.lowered, at - 2, "posts") is not None
    return not named_after and (sentence.lowered[at - 1] in grammar.given or beside)


def _joined(sentence: Sentence, at: int, form: Form, *, started: bool) -> bool:
    """Whether a word and the next one may belong to one name; ministries have lists of fields in theirs."""
    gap = sentence.gap(at, at + 1).strip()
    if not gap or sentence.gap(at, at + 1) in ("-", "–"):
        return True
    words = sentence.words
    listed = gap == "," and form.entry.detail == "ministry" and not started
    if listed and words[at + 1].text.islower():
        return words[at].text.islower() or is_field(words[at].lower, sentence.grammar.code)
    series = gap == "," and form.entry.detail == "ministry" and words[at].is_capital and words[at + 1].is_capital
    return series and is_field(words[at].lower, sentence.grammar.code)


def _stands_for_itself(mention: Mention) -> bool:
    """Whether a known thing before a head is no part of its name: it has a case, or is a body of its own."""
    if mention.class_name == "Person":
        return True
    if mention.class_name in _PLACES:
        return bool(mention.case)
    return mention.known and (mention.class_name in _BODIES or bool(mention.case))


def _ends_name(sentence: Sentence, at: int) -> bool:
    """Whether another name ends with this word: a possessed head, or a bare one after capitals (IT Park)."""
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    if form is None:
        return False
    if form.possessed:
        return form.entry.name in _BODIES or form.entry.name.endswith("Center")
    words = sentence.words
    return (
        words[at].is_capital
        and at > 0
        and words[at - 1].is_capital
        and form.entry.words in ("park", "hub", "it park", "xab")
    )


def _is_reference(sentence: Sentence, at: int) -> bool:
    """Whether the first word of a sentence is a head for itself: Mərkəz İqtisadiyyat Nazirliyinin …"""
    if sentence.grammar.code == "uz" and sentence.lowered[at].endswith(("lar", "лар")):
        return False  # Startaplar uyushmasi
    return at == 0 and (
        sentence.grammar.form(sentence.lowered, at, "heads") is not None
        or sentence.grammar.form(sentence.lowered, at, "agreements") is not None
        or sentence.grammar.form(sentence.lowered, at, "references") is not None
    )


def _is_other_word(sentence: Sentence, start: int, form: Form) -> bool:
    """Whether the first word of a sentence stands before the name of a ministry: Tədbiri Gənclər və İdman …"""
    first, code = sentence.words[0], sentence.grammar.code
    return (
        form.entry.name == "GovernmentBody"
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
    return (
        word in grammar.stops
        or (
            any(word.endswith(end) and len(word) > len(end) + 1 for end in grammar.verb_ends)
            and not _is_object(sentence, at)
        )
        or (hit is not None and not _is_gerund(sentence, at))
        or grammar.marks.at(sentence.lowered, at) is not None
    )


def _is_object(sentence: Sentence, at: int) -> bool:
    """Whether a Kazakh word is the object of a noun of doing within a name: кәсіпкерлікті дамыту басқармасы."""
    if sentence.grammar.code != "kk" or at + 1 >= len(sentence.words) or sentence.gap(at, at + 1).strip():
        return False
    if not re.search(r"[ндт][ыі]\Z", sentence.lowered[at]):
        return False
    return sentence.grammar.triggers.at(sentence.lowered, at) is None  # кәсіпкерлікті дамыту; көптілді білім


def _with_english(sentence: Sentence, first: int) -> int:
    """The start of an Uzbek name that begins in English: Alpha University of Uzbekistan universiteti."""
    words = sentence.words
    if sentence.grammar.code != "uz" or first < 2 or sentence.lowered[first - 1] not in ("of", "for"):
        return first
    at = first - 2
    while at > 0 and words[at].is_capital and words[at - 1].is_capital and sentence.gap(at - 1, at) == " ":
        at -= 1
    return at if words[at].is_capital else first


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
    return is_field(left.lower, code) or (at == 1 and bool(set(left.lower) & set(_OWN_LETTERS.get(code, ""))))


def _without_country(sentence: Sentence, first: int, index: int, form: Form, owner: Owner) -> int:
    """The start of a name without the country before it, where the country is none of its words."""
    mention, words = owner(first), sentence.words
    if mention is None or mention.class_name != "Country":
        return first
    after = first
    while after < index and (owner(after) is mention or words[after].text in sentence.grammar.generic):
        after += 1
    if after >= index or not words[after].is_capital:
        return first
    one_capital = after + 1 < index and all(word.text.islower() for word in words[after + 1 : index])
    return after if form.entry.name == "GovernmentBody" or one_capital else first


def _apart_end(sentence: Sentence, word: Word) -> int:
    """Where a word ends with an ending that a hyphen parts from it."""
    apart = _APART.match(sentence.text, word.end)
    if apart and apart[1].islower() and sentence.grammar.case_of(apart[1]):
        return apart.end()
    return word.end
