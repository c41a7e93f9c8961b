"""Names of which nothing but the capitals tells: where they begin and end, and what class may be guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Grammar
from kg.draft.language.grammar import grammar as grammar_of
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.azerbaijani_english import is_first_of_pair
from kg.draft.names.capital_words import may_be_name
from kg.draft.names.english_fields import are_fields, is_branch, is_common, with_field
from kg.draft.names.english_quoted import title_words
from kg.draft.names.english_shared import are_bodies
from kg.draft.names.english_small_heads import namesakes
from kg.draft.names.english_strangers import before_person
from kg.draft.names.english_towns import town_by_verb
from kg.draft.names.heads import is_field
from kg.draft.names.kazakh_firms import is_firm_of_country
from kg.draft.names.places_by_case import is_part_of_world, place_by_case, second_place
from kg.draft.names.russian_capitals import event_of_year, is_half_or_region, is_surname_of_text
from kg.draft.names.russian_latin import is_brand_of_country, latin_end, latin_first
from kg.draft.names.russian_patrons import patron_end
from kg.draft.names.russian_units import words_of_units
from kg.draft.names.towns import town
from kg.draft.posts.post_words import Post, field_words
from kg.draft.posts.seat_words import seat_words
from kg.draft.posts.turkic_posts import field_before, unit_words
from kg.draft.spans import Mention

COMPANY_LETTERS = re.compile(
    r"\.?,?\s(?:A\.\s?Ş\.?|K\.\s?K\.|S\.\s?A\.|S\.\s?p\.\s?A\.|Ltd\.(?:\s?Şti\.)?|Inc\.|Ltd\b|Limited\b)"
)
_SHORT = 4
_GUESSED = (Reason.BY_CAPITALS, Reason.CLASS_GUESSED)
_LONGEST_RUBRIC = 4
_OWNED = re.compile(r"(\w{2,}s[ıiuü])n[ıiuü]n")
"""An Azerbaijani word that is possessed and in the genitive."""
_LANDSCAPE = re.compile(r"(?:vadi|dəniz|çay|dağ|göl|körfəz|yarımada|boğaz|meydan|prospekt|küçə|düz|ova|okean)[ıiuüs]")
"""What an Azerbaijani word begins with that says that capitals before it are no body's."""
_VERB_FIRST = re.compile(
    r"[а-яё]{2,}(?:ит|ет|ёт|ют|ят|ут|ат|ает|ится|ется|утся|ются|ил|ила|или|ал|ала|али|ось|ась|ись|лся)\Z"
)
_FEASTS = {
    "az": re.compile(r"(?:gün|bayram|ildönüm|yubiley|il)[iüıu]?(?:n(?:[dü][əaü]?n?|ə|a|in|ün))?\Z|bayram"),
    "tr": re.compile(r"(?:gün[üu]|bayramı|yılı|yıldönümü|haftası)"),
    "uz": re.compile(r"(?:kuni|bayrami|yilligi)"),
}
"""What the name of a feast or a year ends in, which is no body's: Müstəqilliyin Bərpası Gününə həsr olunmuş."""
_NAME_SITE = re.compile(
    r"\.(?:ai|AI|IT|RF|io|lab|labs|tech|vc|uz|kz|az|kg|ge|am|com|org|net|digital|hub|HUB|city|app|dev)\b"
)
_NUMBERED = re.compile(
    r" \d{1,4}(?=,? [a-z]|[;:)]|\.?(?:\s|$))(?! (?:[a-z]+s|million|billion|per|in|of|to)\b)", re.MULTILINE
)
"""A number that ends a name, and counts nothing."""
_SITE_CASE = re.compile(r"-([^\W\d_]{1,4})(?!\w)")
_COMPOUND = re.compile(r"-(?![dlnt][aəıi])[a-zəöüşçğı]{4,}")
_SITE_BEFORE = re.compile(r"[^\W_]\.\Z")
_DOMAIN = re.compile(
    r"[A-Za-z][\w-]+\.(?:ru|news|info|media|io|tv|me|su|by|tj|tm|kz|uz|az|kg|com|net|org|RU|KZ|UZ|AZ|KG|Az)\b"
)


def capital_names(sentence: Sentence, taken: Mapping[int, Mention], told: Sequence[Post]) -> list[Mention]:
    """Names of which nothing but the capitals tells: acronyms, foreign words; their class is a guess."""
    found: list[Mention] = []
    words, grammar = sentence.words, sentence.grammar
    if grammar.code != "en" and len(words) > 2 and sentence.text[sentence.start : sentence.end].isupper():
        return found  # a heading within an article
    if grammar.code == "en" and _is_rubric(sentence):
        return found
    posts_at = {n for post in told for n in range(post.first_word, post.last_word + 1)} | field_words(sentence, told)
    posts_at |= {n for post in told for n in unit_words(sentence, post) | field_before(sentence, post)}
    posts_at |= seat_words(sentence) | title_words(sentence) | namesakes(sentence)
    posts_at |= words_of_units(sentence)
    for index in range(len(words)):
        tables = ("agreements", "acts", "parts", *(("posts",) if grammar.code in ("ru", "kk") else ()))
        form = next((f for t in tables if (f := grammar.form(sentence.lowered, index, t)) is not None), None)
        if form is not None:
            posts_at |= set(range(index - form.entry.length + 1, index + 1))
    at = 0
    while at < len(words):
        if not may_be_name(sentence, at, taken, posts_at):
            at += 1
            continue
        last = at
        while (
            last + 1 < len(words)
            and last - at < 4
            and may_be_name(sentence, last + 1, taken, posts_at, run=grammar.code == "en")
            and not (grammar.code == "kk" and re.search(r"[ндт][ыі]ң\Z", words[last].text))  # Османидің Сенат
            and not before_person(sentence, last)
            and (
                not (gap := sentence.gap(last, last + 1)).strip(" ")
                or (grammar.code == "en" and gap in (" & ", "-"))
                or (grammar.code in ("ru", "kk") and gap == "-")  # Нью-Джерси
                or is_first_of_pair(sentence, last)
            )
        ):
            last += 1
        after = taken.get(last + 1)
        of_place = ("Country", "City") if grammar.code == "ru" else ("Country",)
        of_country = after is not None and after.class_name in of_place and not after.case
        firm = grammar.code == "kk" and of_country and is_firm_of_country(sentence, last, after)
        latin = grammar.code == "ru" and words[last].text.isascii() and words[last + of_country].text.isascii()
        latin = latin or (after is not None and of_country and is_brand_of_country(sentence, at, last, after))
        if (
            after is not None
            and of_country
            and (grammar.code in ("en", "tr") or latin or firm)
            and sentence.gap(last, last + 1) == " "
        ):
            last = sentence.index_from(after.end) - 1  # TBC Uzbekistan
        last = latin_end(sentence, at, with_field(sentence, at, last, taken), taken)
        at = latin_first(sentence, _with_owner(sentence, at, last, taken), taken)
        mention = second_place(sentence, at, last, taken, found) or _capital_name(sentence, at, last, grammar)
        is_word = _is_sort(sentence, at, last) or _only_describes(sentence, at, last) or are_bodies(sentence, at, last)
        if mention is not None and not is_word:
            found.append(mention)
        at = (
            sentence.index_from(mention.end)
            if mention is not None and (mention.rule == "site" or mention.acronym)
            else last + 1
        )
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


def _only_describes(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a Russian adjective with a capital only says of what sort the noun after it is: Национальным …"""
    after = last + 1
    if sentence.grammar.code != "ru" or after >= len(sentence.words):
        return False
    hyphened = all(sentence.gap(n, n + 1) == "-" for n in range(first, last))  # Северо-Кавказским округом
    if first != last and not hyphened:
        return False
    if first == last == 0 and sentence.words[after].text.islower() and _VERB_FIRST.match(sentence.lowered[0]):
        return True  # Говорит директор …
    small = sentence.gap(last, after) == " " and re.match(r"[а-яё]{3}", sentence.words[after].text) is not None
    ends = re.search(r"(?:ый|ая|ое|ого|ому|ым|ую|ых|ыми|ские|ский|ской|ским|ском|ские|ских)\Z", sentence.lowered[last])
    return small and ends is not None and len(sentence.lowered[last]) > len("новый")


def _with_owner(sentence: Sentence, first: int, last: int, taken: Mapping[int, Mention]) -> int:
    """Where a company's name begins that opens with the known name of another: SOCAR Green LLC."""
    before = taken.get(first - 1)
    forms = any(sentence.words[n].text in sentence.grammar.company_forms for n in range(first, last + 1))
    forms = (forms and last > first) or is_branch(sentence, first, last, before)
    if before is None or not forms or sentence.gap(first - 1, first) != " " or before.case:
        return first
    return first - 1 if before.known and before.start == sentence.words[first - 1].start else first


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
    """The name that capital words are; None where they name nothing."""
    words = sentence.words
    start = words[first].start
    if first == last and _SITE_BEFORE.search(sentence.text, max(0, start - 2), start) and words[first].is_acronym:
        return None  # REPORT.AZ/
    if is_part_of_world(sentence.text[start : words[last].end], grammar.code):
        return None
    end, name_end, case = _ended(sentence, last)
    site = _NAME_SITE.match(sentence.text, end) if grammar.code in ("en", "az") else None
    if site is not None:
        end = name_end = site.end()  # Alem.ai
    if grammar.code == "en" and not case and (number := _NUMBERED.match(sentence.text, end)) is not None:
        end = name_end = number.end()  # Terra 21
    if grammar.code == "ru" and re.match(r"-[а-яё]{4,}", sentence.text[end : end + 6]):
        return None  # IT-индустрия
    if grammar.code == "az" and words[last].text[1:].islower() and _COMPOUND.match(sentence.text, end):
        return None  # Qeyri-hökumət təşkilatları
    if domain := _DOMAIN.match(sentence.text, start) if grammar.code in ("az", "ru") else None:
        told = _SITE_CASE.match(sentence.text, domain.end())
        end, case = (told.end(), grammar.case_of(told[1]) or "") if told else (domain.end(), "")
        return Mention(start, end, domain[0], "NewsAgency", grammar.code, "site", 0.6, _GUESSED, case=case)
    if first == last and not case and (place := town(sentence, first)) is not None:
        return place
    if (place := place_by_case(sentence, first, last, end, case)) is not None:
        return place
    forms = (n for n in range(first, last + 1) if words[n].text in grammar.company_forms)
    has_form = any(sentence.text[words[n].end : words[n].end + 1] != "-" for n in forms)  # Co-Chair
    if not case and not has_form and (place := town_by_verb(sentence, first, last)) is not None:
        return place
    if first == last and (has_form or in_family(words[first].lower, grammar, "no_body_alone")):
        return None
    if first == last and is_surname_of_text(sentence, first):
        return None
    if grammar.code == "az" and first == last and not words[first].is_acronym and is_field(words[first].lower, "az"):
        return None  # Hərbi-texniki təminat şöbəsi; BP-nin Regional prezidenti
    if is_half_or_region(sentence, first, last):
        return None
    if (edition := event_of_year(sentence, first, last)) is not None:
        return edition
    if grammar.code == "en" and first == last and site is None and is_common(sentence, last):
        return None
    if grammar.code == "en" and first < last and are_fields(sentence, first, last):
        return None
    letters = COMPANY_LETTERS.match(sentence.text, end)
    if letters:
        end = letters.end()
        name_end = end if words[last].text == "Co" else name_end
        told = re.compile(r"['’‘ʼ]([^\W\d_]{1,6})(?!\w)").match(sentence.text, end)
        if told and grammar.verb_last and grammar.case_of(told[1].lower()):
            end, case = told.end(), grammar.case_of(told[1].lower()) or ""  # Lale Veri A.Ş.'yi
    named_after = patron_end(sentence, last) if first == last else 0  # МГУ имени М. В. Ломоносова
    if named_after:
        end = name_end = named_after
    name = " ".join(sentence.text[start:name_end].split())
    if grammar.code == "az" and last + 1 < len(words) and _LANDSCAPE.match(words[last + 1].lower):
        return None  # Silikon vadisində
    if (feast := _FEASTS.get(grammar.code)) and last > first and feast.match(words[last].lower):
        return None
    if _is_part(sentence, first, last, end) or all(c.isdigit() or not c.isalpha() for c in name):
        return None
    class_name, rule, sure, reasons = _class_told(sentence, first, last, name, has_form=has_form or bool(letters))
    acronym = words[last].text if named_after else ""
    return Mention(start, end, name, class_name, grammar.code, rule, sure, reasons, case=case, acronym=acronym)


def _ended(sentence: Sentence, last: int) -> tuple[int, int, str]:
    """Where the last word of a name ends with its case and without it, and the case: SOCAR-ın, Sivas'ta."""
    word, grammar = sentence.words[last], sentence.grammar
    apart = re.compile(r"[-–'’‘ʼ]([^\W\d_]{1,6})(?!\w)").match(sentence.text, word.end)
    if apart and apart[1].islower() and (grammar.case_of(apart[1]) or apart[1] == "s"):
        return apart.end(), word.end, grammar.case_of(apart[1]) or "gen"
    owned = _OWNED.fullmatch(word.text) if grammar.code == "az" else None
    if owned:
        return word.end, word.start + len(owned[1]), "gen"  # Ali Radasının
    inside = re.search(r"['’‘ʼʻ]([^\W\d_]{1,6})\Z", word.text)
    if inside and (grammar.case_of(inside[1].lower()) or inside[1] == "s"):
        return word.end, word.start + inside.start(), grammar.case_of(inside[1].lower()) or "gen"
    return word.end, word.end, ""


def _is_part(sentence: Sentence, first: int, last: int, end: int) -> bool:
    """Whether capital words are a part of a longer word that names nothing: Ar-Ge, R&D."""
    words, text = sentence.words, sentence.words[last].text
    if first == last and len(text) < _SHORT and re.match(r"[-&][A-ZÇĞİÖŞÜ]", sentence.text[end : end + 2]):
        return True
    if first and len(words[first].text) < _SHORT and sentence.gap(first - 1, first) == "-":
        return True  # … Merkezleri
    return sentence.grammar.code == "kk" and first == last and _is_half(sentence, last, text)


def _class_told(
    sentence: Sentence, first: int, last: int, name: str, *, has_form: bool
) -> tuple[str, str, float, tuple[Reason, ...]]:
    """The class of a name, the rule that told it, how sure that is, and why; mostly a guess."""
    grammar = sentence.grammar
    if name in grammar.press:
        return "NewsAgency", "press", 0.8, (Reason.BY_CAPITALS,)
    if has_form:
        return "Company", "legal-form", 0.8, (Reason.BY_LEGAL_FORM,)
    inner = last - 1 - name.partition(" of ")[2].count(" ") - 1 if " of " in name else last
    english = (
        _english_head(sentence.words[max(first, inner)].text) if grammar.code in ("kk", "ru") and last > first else None
    )
    if english == "IndustrialPark" and grammar.code == "ru" and "industrial" not in name.lower():
        english = "TechnologyCenter"  # IT Park
    if english is not None:
        return english, "english-head", 0.7, (Reason.BY_HEAD,)
    return "Organisation", "capitals", 0.45, _GUESSED
