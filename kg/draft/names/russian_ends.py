"""Where a Russian name of an institution ends: its genitives, fields of work and patrons after the head."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names.heads import MOST_WORDS, Owner, is_field
from kg.draft.names.known import is_demonym
from kg.draft.names.russian_begins import bears_person, begins_person
from kg.draft.names.russian_cases import ADJECTIVE
from kg.draft.names.russian_fields import goes_on, is_told
from kg.draft.names.russian_patrons import end_of_patron, is_town_of, opens_latin, opens_patron
from kg.draft.names.russian_seats import end_of_seat
from kg.draft.names.russian_wholes import opens_whole
from kg.draft.spans import Mention

_VERB = re.compile(
    r"(?:во|вы|за|по|при|про|до|пере|у|ото?|со?|на)?(?:ш[её]л|шл[аио]|в[её]л|вел[аио]|н[её]с|несл[аио])|"
    r"(?:ста|бы|да|взя|бра|ид[её]т|да[её]т)(?:л[аио]?)?\Z|"
    r".{3,}(?:[аяиеуоы]л[аио]?|л[аи]сь|лся|лось|[уюая]т|[еи]т|[уюаяеи]тся|ть|ться|но|(?:[аеёя]н|должн|нужн|важн)ы|вший|вшая|[аея]н[аоы]?)\Z"
)
_NO_VERB = re.compile(r"(?:ния|ения|ства|ной|ных|ного)\Z")
_GENITIVE = re.compile(r".+(?:ого|его|ой|ей|ых|их|ий|а|я|ы|и|ов|ев|ь|ам|ям|ому|ему|ым|им|ию|ю|у)\Z")
_DATIVE = re.compile(r"(?:ому|ему|ой|ей|ым|им|ам|ям|ию|ву|ии|ке|ре|ле|ту|ку|ру|ну|зму)\Z")
_ROMAN = re.compile(r"[IVXІХ]{1,5}")
_NOMINATIVE = re.compile(r"...(?:[сц]к|[иао]н|ов|т)(?:ая|ый|ое)\Z")
_INSTRUMENTAL = re.compile(r"..(?:ью|ами|ями|нием|ством)\Z")
_CYRILLIC = re.compile(r"[а-яё]")
_LONGEST_POST = 3
_SMALL = ("и", "по", "имени", "им", "при", "в", "за")
_OVERSEEN = ("надзор", "контрол", "наблюдени")
_GOVERNED = re.compile(r"(?:ом|ем|ой|ей|ью|[ая]ми|ыми|ими|ым|им)\Z")
_NO_FIELDS = frozenset({
    "я", "мы", "ты", "вы", "он", "она", "оно", "они", "это", "практически",
    "почти", "уже", "ещё", "еще", "также", "теперь", "сейчас", "сегодня", "вчера", "завтра",
    "однако", "уверенно", "успешно",
})  # fmt: skip
"""What stands behind a noun and is never a part of a name."""
_OF_FIELDS = ("GovernmentBody", "ResearchOrganisation", "Organisation", "InternationalOrganisation", "Center")
"""What may work in some sphere, told by a phrase that belongs to its name."""

Step = tuple[int, int] | None
"""The last word of a name so far and the next word to be looked at; nothing where the name ends."""


def name_end(sentence: Sentence, index: int, owner: Owner) -> tuple[int, bool]:
    """The last word of a name whose head is at `index`, and whether anything belongs to the head."""
    words = sentence.words
    at, last = index + 1, index
    while at < len(words) and at - index <= MOST_WORDS:
        step = _step(sentence, index, at, last, owner)
        if step is None:
            break
        last, at = step
    while last > index and words[last].is_capital and is_demonym(sentence.lowered[last], "ru"):
        last -= 1  # Центр Корейской стороны
    return last, last > index


def _step(sentence: Sentence, index: int, at: int, last: int, owner: Owner) -> Step:
    words, lowered = sentence.words, sentence.lowered
    if lowered[at] in _NO_FIELDS:
        return None  # Фонд мы создаем; Переговоры практически завершены
    gap, word, mention = sentence.gap(at - 1, at), words[at], owner(at)
    if mention is not None and mention.class_name == "City" and opens_latin(sentence, at):
        mention = None  # университет Tashkent Tech
    if gap == "-" and word.is_capital and last == at - 1 and (mention is None or mention is owner(at - 1)):
        return at, at + 1  # Ала-Тоо
    half = gap == "-" and word.text.islower() and (lowered[at - 1].endswith(("о", "е")) or last < at - 1)
    if gap.strip() and not half and not (gap.strip() == "," and goes_on(sentence, index, at)):
        return None  # but инновационно-технологических
    if lowered[at] in _SMALL:
        return _over_small_word(sentence, index, at, last, owner)
    behind = sentence.index_from(mention.end) if mention is not None else at
    if mention is not None and mention.class_name == "City" and is_town_of(lowered[behind - 1], mention):
        return behind - 1, behind  # Университет Глазго; Администрация Санкт-Петербурга
    if mention is not None and not is_town_of(word.lower, mention):
        return _over_place(sentence, index, mention)
    if in_family(word.lower, sentence.grammar, "union_letters") and _opens_field(sentence, index, at + 1):
        return at, at + 1  # Управление ООН по туризму
    if at == index + 1 and word.text == "Республики" and words[index].is_capital and lowered[index][:5] == "совет":
        return at, at + 1  # председатель Совета Республики
    closes = in_family(lowered[at], sentence.grammar, "as_told") and not (
        last > index and words[last].is_capital and ADJECTIVE.match(lowered[last])
    )  # правительство Архангельской области
    if closes or (last > index and words[last].text.isascii() and not word.text.isascii()):
        return None  # Министерство образования республики; университет Tashkent Tech будет …
    if _ROMAN.fullmatch(word.text) and last == at - 1 and words[last].is_capital:
        return at, at + 1  # Лицей Петра II
    if _is_compound(sentence, at):
        return last, at + 1
    if not _CYRILLIC.match(word.lower):
        own = word.is_capital and mention is None and (last == index or not _CYRILLIC.match(words[last].lower))
        return (at, at + 1) if own else None
    if last == index and word.is_acronym and is_told(sentence, index):
        return None  # Учебный центр ЛГУ
    if word.is_capital and mention is None and opens_whole(sentence, index, at, has_field=last > index):
        return None
    return _over_word(sentence, index, at, mention)


def _is_compound(sentence: Sentence, at: int) -> bool:
    """Whether a word is the first half of one in small letters: инновационно-технологических, IT-стартапов."""
    words, word = sentence.words, sentence.words[at]
    if at + 1 >= len(words) or sentence.gap(at, at + 1) != "-" or not words[at + 1].text.islower():
        return False
    return word.text.islower() or word.is_acronym


def _opens_field(sentence: Sentence, index: int, at: int) -> bool:
    """Whether a field of work follows whose body it is: Агентство Чада по туризму, Фонд ООН в области труда."""
    words, after = sentence.words, at + 1
    if after >= len(words) or sentence.gap(at - 1, at) != " ":
        return False
    form, field = sentence.grammar.form(sentence.lowered, index, "heads"), sentence.lowered[after]
    if form is None or form.entry.name not in _OF_FIELDS or in_family(field, sentence.grammar, "no_field"):
        return False
    if sentence.lowered[at] == "в":
        return in_family(field, sentence.grammar, "sphere")
    return sentence.lowered[at] == "по" and words[after].text.islower() and _DATIVE.search(field) is not None


def _over_place(sentence: Sentence, index: int, place: Mention) -> Step:
    """Past a place within a name, whose patron or field is told behind it: Университет Чада имени Баева."""
    first, after = sentence.index_from(place.start), sentence.index_from(place.end)
    quarter = in_family(sentence.lowered[first - 1], sentence.grammar, "quarter_word")
    if quarter and sentence.words[first - 1].is_capital:
        return after - 1, after  # Университет Западной Англии
    alone = place.class_name == "Country" and after == first + 1
    if alone and _opens_field(sentence, index, after):
        return after - 1, after
    named = after < len(sentence.words) and sentence.lowered[after] in ("имени", "им")
    if not named or sentence.gap(after - 1, after) != " " or not opens_patron(sentence, after + 1):
        return None
    last = end_of_patron(sentence, after + 1)
    return last, last + 1


def _over_small_word(sentence: Sentence, index: int, at: int, last: int, owner: Owner) -> Step:
    """Past a conjunction, a preposition or the word for whose name something bears, where the name goes on."""
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    if at + 1 >= len(words) or (lowered[at] == "и" and last == index):
        return None  # Назарбаев Университетом и Всемирным банком
    following = words[at + 1]
    if lowered[at] in ("имени", "им") and opens_patron(sentence, at + 1):
        end = end_of_patron(sentence, at + 1)
        return end, end + 1
    if sentence.gap(at, at + 1).strip():
        return None
    if lowered[at] == "по" and is_field(lowered[last], "ru") and in_family(following.lower, grammar, "deed_for"):
        return None  # инициатива Министерства связи по разработке карты
    if lowered[at] == "при":
        head_of_state = following.is_capital and in_family(following.lower, grammar, "name_at")
        return (at + 1, at + 2) if head_of_state and last > index else None  # Академия права при Президенте
    if lowered[at] == "за":
        return (last, at + 1) if lowered[at - 1].startswith(_OVERSEEN) else None  # по надзору за связью
    if lowered[at] == "в":
        return _over_sphere(sentence, index, at, last, owner)
    if lowered[at] != "и":
        return last, at + 1
    if following.text.islower() and _INSTRUMENTAL.search(following.lower):
        return None  # с музеем Лужского университета и деятельностью …
    if owner(at + 1) is not None or (not following.text.islower() and not is_field(following.lower, "ru")):
        return None
    apart = at + 2 < len(words) and bool(sentence.gap(at + 1, at + 2).strip())
    heads = (at + 1,) if apart else (at + 1, at + 2)
    if any(_is_head(sentence, n) for n in heads if n < len(words)) or _is_post(sentence, at + 1):
        return None
    return last, at + 1


def _is_post(sentence: Sentence, first: int) -> bool:
    """Whether the words from `first` are a post of one person in the nominative: ректор вуза и директор фонда."""
    for at in range(first, min(first + _LONGEST_POST, len(sentence.words))):
        form = sentence.grammar.form(sentence.lowered, at, "posts")
        if form is not None:
            named = re.search(r"(?:[бвгдклмнпрстчь]|глава)\Z", sentence.lowered[at - form.entry.length + 1]) is not None
            ranked = sentence.lowered[first].endswith(("ый", "ий"))
            whole = at - form.entry.length + 1 == first
            return (named and whole) or ranked
    return False


def _is_head(sentence: Sentence, at: int) -> bool:
    """Whether a word is the head of another name, not what many such things are the work of: проектов."""
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    if form is None:
        return False
    small, before = sentence.words[at].text.islower(), sentence.lowered[at - 1]
    field = in_family(sentence.lowered[at], sentence.grammar, "field_head")
    if small and field and sentence.words[at - 1].text.islower():
        return False  # академия права и государственной службы
    many = before == "и" and re.search(r"(?:ов|ев|ий|ей)\Z", sentence.lowered[at - 2]) is not None
    many = many and sentence.text[sentence.words[at].end :][:2] not in (" «", ' "')  # фонд инноваций и стартапов
    plural = small and (many or re.search(r"(?:ых|их)\Z", before) is not None)
    return not (plural and re.search(r"(?:ов|ев|ий|[^аеиоуыьйюя])\Z", sentence.lowered[at]) is not None)


def _over_sphere(sentence: Sentence, index: int, at: int, last: int, owner: Owner) -> Step:
    """Past the words that open a field of work, or to the place that a foreign body bears in its name."""
    form = sentence.grammar.form(sentence.lowered, index, "heads")
    if form is None or form.entry.name not in _OF_FIELDS:
        return None
    if last > index and in_family(sentence.lowered[at + 1], sentence.grammar, "sphere"):
        return last, at + 2  # служба по надзору в сфере связи
    end = end_of_seat(sentence, index, at, owner) if last == index else None
    return (end, end + 1) if end is not None else None


def _over_word(sentence: Sentence, index: int, at: int, mention: Mention | None) -> Step:
    """Past a Russian word that belongs to the head: a genitive, or what follows «по»."""
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    word = words[at]
    verb = _VERB.match(word.lower) and not word.is_capital and not _NO_VERB.search(word.lower)
    if verb and not (word.lower.endswith("ны") and lowered[at - 1].endswith(("ой", "ей"))):  # воздушной обороны
        return None
    several = lowered[at - 1].endswith(("ых", "их")) and word.lower.endswith(("ов", "ев", "ий", "ей"))
    field = several or (_NO_VERB.search(word.lower) is not None and is_field(word.lower, "ru"))  # образования, обменов
    if (grammar.triggers.at(lowered, at) and not field) or grammar.marks.at(lowered, at):
        return None
    if not _fits(sentence, index, at) or in_family(word.text, grammar, "visitors"):
        return None  # От имени университета гостей принимал …
    if word.is_capital and mention is None and begins_person(sentence, at):
        end = bears_person(sentence, index, at)
        return (end, end + 1) if end else None
    if word.is_capital and grammar.form(lowered, at, "posts") is not None:
        ranked = words[at - 1].is_capital and in_family(lowered[at - 1], grammar, "patron_rank")
        return (at, at + 1) if ranked or _is_of_state(sentence, index, at) else None
    other = grammar.form(lowered, at, "heads") if word.is_capital or word.lower.endswith("ть") else None
    if other is not None and not other.case:
        return None  # присоединения университета Сеть …
    return at, at + 1


def _fits(sentence: Sentence, index: int, at: int) -> bool:
    """Whether a word has the case that words after a head stand in."""
    word, lowered = sentence.words[at], sentence.lowered
    if word.text.islower() and _NOMINATIVE.search(word.lower):
        return False  # Институт леса и пермская фирма
    halved = word.is_capital and at == index + 1 and at + 1 < len(sentence.words) and sentence.gap(at, at + 1) == "-"
    if halved and sentence.words[at + 1].is_capital and _GENITIVE.match(lowered[at + 1]):
        return True  # Университет Бен-Лунина
    if _GENITIVE.match(word.lower) or in_family(word.lower, sentence.grammar, "plural_genitive"):
        return True
    if word.is_acronym:
        return at - 1 > index and is_field(word.lower, "ru")  # Министерство науки и ИКТ
    if lowered[at - 1] == "по" and not sentence.gap(at - 1, at).strip():
        return True
    if not word.text.islower():
        return False
    if re.search(r"(?:ых|их)\Z", lowered[at - 1]) and at - 1 > index:
        return True
    before = lowered[index + 1 : at]
    if _GOVERNED.search(word.lower) and any(w == "за" or w.startswith("управлени") for w in before):
        return True  # управления проектами, по надзору за рынком
    dative = word.lower.endswith("е") and (lowered[at - 1] == "и" or lowered[at - 1].endswith(("ой", "ей")))
    return dative and "по" in before


def _is_of_state(sentence: Sentence, index: int, at: int) -> bool:
    """Whether a post with a capital is what an office is of: Администрация Президента."""
    held = in_family(sentence.lowered[at], sentence.grammar, "name_of")
    return held and at == index + 1 and in_family(sentence.lowered[index], sentence.grammar, "office_head")
