"""Where an Azerbaijani name of a body begins: towns with their sort, countries that open a name, ordinals within it."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.azerbaijani_openers import is_common_object
from kg.draft.names.given_names import SURNAME
from kg.draft.names.heads import is_field
from kg.draft.names.people import is_title
from kg.draft.spans import Mention

WITHIN = frozenset(
    {
        "Yeni",
        "Milli",
        "Qərbi",
        "Şərqi",
        "Şimali",
        "Cənubi",
        "Respublika",
        "Tarix",
        "Müasir",
        "Birinci",
        "İkinci",
        "Üçüncü",
    }
)
"""What opens sentences and yet is a part of names within them: Yeni Azərbaycan Partiyası."""
_SCIENCE = re.compile(
    r"(?:şünaslıq|çilik|çılıq|çuluq|çülük|logiya|nomiya|metriya|qrafiya|kimya|fizika|texnika|riyaziyyat)\Z"
)
_PERSON_END = re.compile(r"(?:[oe]v|[oe]va|zadə)\Z")
"""What the surnames of most people end in; in no case."""
_WHERE = re.compile(r"\w{4,}(?:d[aə]|d[aə]n)")
_OURS = re.compile(r"[ıiuü]m[ıiuü]z\Z")
_MOST_NAMES = 4
_OF_TOWN = frozenset({"şəhər", "rayon", "rayonu", "şəhəri", "vilayət", "qəsəbə", "kənd"})
"""What may stand in small letters after a town in the name of a body: Gəncə şəhər İcra Hakimiyyəti."""


def tells_town(sentence: Sentence, at: int, start: int, form: Form | None = None) -> bool:
    """Whether a small word before `start` says what the capital word before it is: Gəncə şəhər İcra Hakimiyyəti.

    Only a body of the state is named with a possessed one: Şəki şəhəri Məhkəməsi, but Şəki şəhəri | Narın Fondu.
    """
    words = sentence.words
    if form is not None and form.entry.name != "GovernmentBody" and sentence.lowered[at].endswith(("ı", "i", "u")):
        return False
    if start != at + 1 and not (start == at + 2 and sentence.lowered[at + 1] == "üzrə"):
        return False
    told = sentence.grammar.code == "az" and at > 0 and words[at - 1].is_capital and sentence.gap(at - 1, at) == " "
    return told and sentence.lowered[at] in _OF_TOWN


def is_before_country(sentence: Sentence, at: int, own: Mention | None, after: Mention | None) -> bool:
    """Whether the next word is the country that opens a body's name: rektor Çağrı Erhan Azərbaycan Universitetinin …"""
    word = sentence.words[at]
    opens = after is not None and after.class_name == "Country" and after.start == sentence.words[at + 1].start
    return opens and word.is_capital and word.text not in WITHIN and own is None and sentence.gap(at, at + 1) == " "


def follows_holder(sentence: Sentence, at: int, start: Mention | None) -> bool:
    """Whether the words up to `at` are who holds a post, and a town opens the name: rektoru Mehmet Alma Gəncə …"""
    words, grammar = sentence.words, sentence.grammar
    opens = start is not None and start.class_name in ("City", "Country") and not start.case
    if grammar.code != "az":
        return False
    if not opens:
        three = at + 1 < len(words) and (words[at + 1].is_acronym or SURNAME.search(words[at].text) is not None)
        told = _begins_with_post(sentence, at - 1) or (three and _begins_with_post(sentence, at - 2))
        return told or _is_whole_person(sentence, at)
    first = at
    while first >= 0 and at - first < _MOST_NAMES and words[first].is_capital and not is_title(sentence, first):
        if sentence.gap(first, first + 1) != " ":
            return False
        first -= 1
    titled = first
    while titled > 0 and is_title(sentence, titled):
        titled -= 1
    form = grammar.form(sentence.lowered, titled, "posts") if titled >= 0 else None
    return at - first > 1 and form is not None and form.possessed


def _is_whole_person(sentence: Sentence, at: int) -> bool:
    """Whether the two words up to `at` are a person by the second's ending, and more than a head follows them.

    Professor Anar Lunov Terra Universitetinin rektoru ilə görüşüb; but Anar Lunov Mərkəzi, Anar Lunov Milli Mərkəzi.
    """
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    first = at - 1
    if first < 0 or at + 2 >= len(words) or not words[first].is_capital or sentence.gap(first, at) != " ":
        return False
    named = _PERSON_END.search(words[at].text) is not None and not words[first].is_acronym
    alone = first == 0 or not words[first - 1].is_capital or sentence.gap(first - 1, first) != " "
    alone = alone or is_title(sentence, first - 1)
    body = words[at + 1].is_capital and not is_field(lowered[at + 1], "az") and words[at + 1].text not in WITHIN
    headed = grammar.form(lowered, at + 1, "heads") is not None
    return named and alone and body and not headed and sentence.gap(at, at + 1) == " "


def _begins_with_post(sentence: Sentence, before: int) -> bool:
    """Whether a possessed post and titles stand right before the two words of a person: rektoru Emin Alma X …"""
    words, grammar = sentence.words, sentence.grammar
    plain = before > 0 and words[before].is_capital and words[before + 1].is_capital
    plain = plain and sentence.gap(before, before + 1) == " " and not sentence.gap(before + 1, before + 2).strip()
    if not plain or words[before].is_acronym or words[before + 1].is_acronym:
        return False
    titled = before - 1
    while titled > 0 and is_title(sentence, titled):
        titled -= 1
    form = grammar.form(sentence.lowered, titled, "posts")
    beside = not sentence.gap(before - 1, before).strip(" .")
    owned = form is not None and (form.possessed or form.entry.words.endswith(("ı", "i", "u", "ü")))
    return beside and form is not None and owned and not form.case


def is_holder(sentence: Sentence, at: int, index: int) -> bool:
    """Whether a person with a post or a title ends right before a head: naziri Anar Alma tədbiri, professor A. B. X."""
    words = sentence.words
    if sentence.grammar.code != "az" or at < 2 or sentence.gap(at - 1, at) != " ":
        return False
    if any(word.is_capital for word in words[at + 1 : index]) or _is_whole_person(sentence, at - 1):
        return False
    for before in (at - 1, at - 2) if sentence.gap(at - 2, at - 1) == " " else (at - 1,):
        titled = before > 0 and is_title(sentence, before - 1) and words[before].is_capital
        if titled and words[at].is_capital and not is_title(sentence, before):
            return True
        if before > 0 and words[index].text[0].islower() and _begins_with_post(sentence, before):
            return True
    return False


def is_town(mention: Mention | None) -> bool:
    """Whether a place without a case may open the name of a body there: Ağdaş Regional Mədəniyyət İdarəsi."""
    place = mention is not None and mention.class_name in ("City", "Country") and not mention.case
    return mention is not None and mention.language == "az" and place


def is_science(word: str) -> bool:
    """Whether a word has the form of one for a field of science or work: torpaqşünaslıq, geologiya."""
    return _SCIENCE.search(word) is not None


def refers(sentence: Sentence, at: int) -> bool:
    """Whether a head alone, no case on it, stands for what was told before: ötən il Mərkəz X ilə …"""
    return sentence.grammar.code == "az" and in_family(sentence.lowered[at], sentence.grammar, "refers")


def is_plural_subject(sentence: Sentence, start: int) -> bool:
    """Whether a sentence opens with many who do something, and a name follows: Qonaqlar Narın Universitetini …"""
    first = sentence.lowered[0]
    if start == 1 and in_family(first, sentence.grammar, "object_first"):
        return True  # Mükafatı X-in direktoru təqdim edib
    plain = sentence.grammar.code == "az" and start == 1 and first.endswith(("lar", "lər"))
    named = sentence.grammar.form(sentence.lowered, 1, "heads") is None and not is_field(sentence.lowered[1], "az")
    return plain and named and not is_field(first, "az")


def is_gerund(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether a verb is a noun of doing in the name of a unit: Proseslərin idarə edilməsi laboratoriyası."""
    if sentence.grammar.code != "az" or not in_family(form.entry.words.split()[-1], sentence.grammar, "unit"):
        return False
    words = sentence.lowered[at : at + 2]
    return any(word.endswith(("ması", "məsi", "maları", "mələri")) for word in words)


def is_apart(sentence: Sentence, at: int) -> bool:
    """Whether a capital word stands before the fields of a ministry and is none: Azərkosmos Rəqəmsal İnkişaf …"""
    word, code = sentence.words[at], sentence.grammar.code
    fields = is_field(sentence.lowered[at + 1], code) and not is_field(word.lower, code)
    return code == "az" and word.is_capital and fields


def is_not_named(sentence: Sentence) -> bool:
    """Whether the word that opens a sentence says that somebody is ours, or where: Müsahibimiz X …, Siyahıda X …"""
    word = sentence.words[0]
    where = sentence.grammar.code == "az" and _WHERE.fullmatch(word.lower) is not None
    return not word.is_acronym and (where or _OURS.search(word.lower) is not None or is_common_object(sentence))
