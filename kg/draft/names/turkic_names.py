"""Turkic names of institutions: the head stands last, possessed, and what it is of stands before it."""

from __future__ import annotations

import re

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence, Word
from kg.draft.names.azerbaijani_within import letters_of_patron
from kg.draft.names.capitals import COMPANY_LETTERS
from kg.draft.names.country_starts import without_country
from kg.draft.names.heads import Owner, of_head
from kg.draft.names.kazakh_bodies import is_state_body
from kg.draft.names.kazakh_parts import is_branch_of
from kg.draft.names.kazakh_starts import SCHOOL, adjectives_start, country_start
from kg.draft.names.latin_names import with_english
from kg.draft.names.turkic_starts import name_start
from kg.draft.posts.post_words import field_words, posts
from kg.draft.posts.seat_words import seat_words
from kg.draft.spans import Mention
from kg.facts.names.folding import script

_NAMED_BY_HEAD = {
    "uz": ("GovernmentBody",),
    "az": ("GovernmentBody", "InternationalOrganisation"),
    "kk": ("InternationalOrganisation", "GovernmentBody"),
}
"""What has no other name than its head: Nazirlər Kabineti, Dünya Bankı."""
_ROMAN = re.compile(r"[IVX]{1,5}")
_NUMBER = re.compile(r"[IVXІХ]{1,6}")
"""A Roman number, in Latin letters or in those of the Kazakh alphabet that look like them."""
_DOERS = ("initiative", "by", "together", "support", "coordination", "operation", "participation", "founder")
_PLURAL = re.compile(r"(?:лар|лер|дар|дер|тар|тер)\Z")
_ADJECTIVE = re.compile(r"\w{3}[лдт][ыіу][қк]\Z|\w{3}лүк\Z")
_LOANS = ("хаб", "парк", "банк", "холдинг", "технопарк", "индустриал", "медиа", "орда", "студия", "фонд", "груп")
"""What Kazakh names end in without a possessive ending."""
_APART = re.compile(r"[\"»”]?[-–'’]([^\W\d_]{1,6})(?!\w)")


def turkic_names(sentence: Sentence, owner: Owner) -> list[Mention]:
    """The names that a sentence has by their heads; `owner` says which words are of known things."""
    found: list[Mention] = []
    of_posts = _words_of_posts(sentence)
    for index in range(len(sentence.words)):
        form = sentence.grammar.form(sentence.lowered, index, "heads")
        if form is None or index in of_posts or not _may_end_name(sentence, index, form, owner):
            continue
        first = _first_word(sentence, index, form, owner)
        if first is None and is_state_body(sentence, index, form):
            first = index - form.entry.length + 1
        if first is not None:
            found.append(_named(sentence, first, index, form))
    return found


def _words_of_posts(sentence: Sentence) -> set[int]:
    """The words that are of posts, or say of what somebody is head."""
    of_posts = seat_words(sentence)
    if sentence.grammar.duties:
        all_posts = posts(sentence)
        of_posts |= field_words(sentence, all_posts)
        of_posts |= {n for post in all_posts for n in range(post.first_word, post.last_word)}
    return of_posts


def _may_end_name(sentence: Sentence, index: int, form: Form, owner: Owner) -> bool:
    """Whether a head may be the last word of a name that is not known yet."""
    if form.entry.words == "başkanlık" and form.case in ("loc", "adj") and sentence.grammar.chairs:
        return False  # Vali Ali Su Başkanlığında
    if sentence.grammar.form(sentence.lowered, index, "parts") or form.entry.words.endswith("səfər"):
        return False  # Yönetim Kurulu Başkanı; X Y-nin rəsmi səfəri
    full = _is_full(sentence, index, form) or _is_named_after(sentence, index)
    if not (form.possessed or sentence.words[index].is_capital or full) or _is_known(sentence, index, owner):
        return False
    if sentence.grammar.code == "az" and " ".join(sentence.lowered[index : index + 2]).startswith("idarə heyət"):
        return False  # Zorvexin İdarə Heyətinin sədri
    if sentence.grammar.code == "az" and _is_small_phrase(sentence, index):
        return False  # P-nin təşəbbüsü ilə
    if sentence.grammar.code != "kk":
        return True
    if (
        _is_small_word(sentence, index)
        or form.entry.words.endswith("сапар")
        or _is_branch_of_body(sentence, index, form)
    ):
        return False
    alone = full or is_state_body(sentence, index, form) or _may_stand_unpossessed(sentence, index)
    if not form.possessed and not alone:
        return False  # Идрисов Қауымдастық президенті …
    return not _PLURAL.search(form.entry.words) or form.entry.name == "Event"  # not елдердің университеттері


def _is_full(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether the words of a head are a name by themselves, or its adjective makes it one."""
    if form.entry.length > 1:
        titled = sentence.grammar.code == "kk" and sentence.words[index].is_capital  # Президент Әкімшілігі
        opens = 0 if sentence.grammar.code == "uz" or titled else 1
        capital = index > opens and sentence.words[index - form.entry.length + 1].is_capital  # Ұлттық банк
        if form.entry.name == "InternationalOrganisation" or (form.entry.name == "GovernmentBody" and capital):
            return True
    return _is_adjective_name(sentence, index) or adjectives_start(sentence, index, form) is not None


def _first_word(sentence: Sentence, index: int, form: Form, owner: Owner) -> int | None:
    """The word that the name of a head begins with; None where the head has no name."""
    words, full = sentence.words, _is_full(sentence, index, form)
    first = name_start(sentence, index, form, owner)
    if first is None and full and words[index - form.entry.length + 1].is_capital:
        first = index - form.entry.length + 1  # Дүниежүзілік экономикалық форум
    if first is None:
        first = adjectives_start(sentence, index, form)
    if first is None:
        first = country_start(sentence, index, form, owner)
    if first is None:
        return None
    if sentence.grammar.code == "kk" and full and words[index - form.entry.length + 1].is_capital:
        first = min(first, index - form.entry.length + 1)  # БҰҰ-ның Даму бағдарламасы
    if sentence.grammar.code == "kk" and form.possessed and _is_numbered(sentence, first, index):
        return None  # ұйымның ХІ саммиті
    first = with_english(sentence, first)
    first = without_country(sentence, first, index, form, owner)
    if first and sentence.gap(first - 1, first) == "-" and words[first - 1].is_capital:
        return None  # Ar-Ge Merkezleri
    whole = full and (form.entry.length > 2 or sentence.grammar.code == "uz") and words[first].is_capital
    alone = first >= index or (not whole and _is_head_alone(sentence, first, index, form))
    return None if alone else first  # whole: Osiyo taraqqiyot banki


def _is_named_after(sentence: Sentence, index: int) -> bool:
    """Whether a Kazakh head follows whom the body is named after: Абай атындағы университет."""
    return sentence.grammar.code == "kk" and index > 0 and sentence.lowered[index - 1] in sentence.grammar.connectors


def _is_small_word(sentence: Sentence, index: int) -> bool:
    """Whether a Kazakh head is no noun here but a word that marks a case: бастамасымен, есебінен."""
    hit = sentence.grammar.marks.at(sentence.lowered, index)
    return hit is not None and hit[0] == 1 and hit[1].name in ("initiative", "by", "together", "support", "for")


def _is_small_phrase(sentence: Sentence, index: int) -> bool:
    """Whether an Azerbaijani head in small letters opens words that mark who did something: təşəbbüsü ilə."""
    hit = sentence.grammar.marks.at(sentence.lowered, index)
    return hit is not None and hit[1].name in _DOERS and sentence.words[index].text.islower()


def _is_branch_of_body(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a Kazakh word for a branch stands right after an acronym or a Latin name, whose branch it is."""
    before = sentence.words[index - 1].text if index else ""
    owned = is_branch_of(sentence, form) and form.possessed
    return owned and (before.isascii() or SCHOOL.fullmatch(before) is not None or before.isupper())


def _is_numbered(sentence: Sentence, first: int, index: int) -> bool:
    """Whether the only capitals before a possessed head are those of a Roman number."""
    capitals = [word.text for word in sentence.words[first:index] if word.is_capital]
    return all(_NUMBER.fullmatch(text) for text in capitals)


def _named(sentence: Sentence, first: int, index: int, form: Form) -> Mention:
    """The mention of a name from its first word to its head, in its base form."""
    words, word = sentence.words, sentence.words[index]
    end = word.start + form.base_length
    foreign = script(words[first].text) != script(word.text) and not _ROMAN.fullmatch(words[first].text)
    apart = (form.entry.detail == "strip" or foreign) and not word.is_capital
    if apart and all(w.is_capital for w in words[first:index]):
        end = words[index - 1].end
    start = words[first].start
    if sentence.grammar.code == "kk" and first + 1 < index and words[first + 1].lower == "атындағы":
        initials = re.search(r"(?:[^\W\d_]\.\s?){1,2}\Z", sentence.text[sentence.start : start])
        start -= len(initials[0]) if initials else 0  # Л.Н. Гумилев атындағы …
        start -= 3 if sentence.text[:start].endswith("әл-") else 0  # әл-Фараби атындағы …
    start -= letters_of_patron(sentence, first)
    name = " ".join(sentence.text[start:end].split())
    mention = of_head(sentence, start, _apart_end(sentence, word), name, form)
    letters = COMPANY_LETTERS.match(sentence.text, word.end)
    if letters is not None:  # Karadeniz Teknopark A.Ş.'nin
        told = _APART.match(sentence.text, letters.end())
        mention.end = told.end() if told else letters.end()
        mention.case = (sentence.grammar.case_of(told[1].lower()) or "") if told else ""
    return mention


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
    kazakh = sentence.grammar.code == "kk" and form.entry.name == "InternationalOrganisation"
    named = kazakh or all(w.is_capital for w in sentence.words[first : index + 1])
    if named and sentence.grammar.code == "az" and form.possessed:
        return length < 2  # Elm Fondu: in the midst of a sentence only the words of a name have capitals
    named = named and (length > 2 or (form.entry.name in _NAMED_BY_HEAD.get(sentence.grammar.code, ())))
    return length < 2 or not word.is_capital or (first == 0 and not word.is_acronym and not named)


def _apart_end(sentence: Sentence, word: Word) -> int:
    """Where a word ends with an ending that a hyphen parts from it."""
    apart = _APART.match(sentence.text, word.end)
    if apart and apart[1].islower() and sentence.grammar.case_of(apart[1]):
        return apart.end()
    return word.end
