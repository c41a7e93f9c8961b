"""Russian names of institutions: the head stands first, and its genitives after it."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.given_names import SURNAME, is_given
from kg.draft.names.heads import MOST_WORDS, Owner, is_field, of_head
from kg.draft.names.known import is_demonym
from kg.draft.names.russian_cases import ADJECTIVE, disagrees, is_several, nominative_name
from kg.draft.names.russian_fields import finer, goes_on, is_others, is_seat_of, is_told, nominative_whole
from kg.draft.names.russian_patrons import begins_person, end_of_patron, is_town_of, opens_latin
from kg.draft.spans import Mention

_VERB = re.compile(
    r"(?:во|вы|за|по|при|про|до|пере|у|ото?|со?|на)?(?:ш[её]л|шл[аио]|в[её]л|вел[аио]|н[её]с|несл[аио])|"
    r".{3,}(?:[аяиеуоы]л[аио]?|л[аи]сь|лся|лось|[уюая]т|[еи]т|[уюаяеи]тся|ть|ться|но|ны|вший|вшая|[аея]н[аоы]?)\Z"
)
_NO_VERB = re.compile(r"(?:ния|ения|ства|ной|ных|ного)\Z")
_GENITIVE = re.compile(r".+(?:ого|его|ой|ей|ых|их|ий|а|я|ы|и|ов|ев|ь|ам|ям|ому|ему|ым|им|ию|ю|у)\Z")
_AGENT_NOUN = re.compile(
    r".+(?:ник|тел|тор|сор|нер|нёр|дент)(?:ом|ем|ой|ами|ями|ов|ей|а|у|и|ы)\Z|член(?:ом|ами|ов|а|ы)\Z"
    r"|.+(?:цией|ением|анием|площадкой)\Z"
)
_DEED = re.compile(r".+(?:[ае]ни|[ыи]ти|стви)[еяюй]м?\Z")
_INSTRUMENTAL = re.compile(r"..(?:ью|ами|ями|нием|ством)\Z")
_MOST_ADJECTIVES = 4
_MINISTRY = re.compile(r"мин(?!ист|имум)[а-я]{3,}")
_GOVERNS = re.compile(r"(?:правительств|парламент|посольств|кабинет|сенат|государственн\* совет|госсовет)")
_QUOTED_AFTER = re.compile(r"\s*[«\"“]([^«»\"“”\n]{2,80})[»\"”]")


def russian_names(sentence: Sentence, owner: Owner) -> list[Mention]:
    """The names that a sentence has by their heads; `owner` says which words are of known things."""
    found: list[Mention] = []
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    for index, _word in enumerate(words):
        form = grammar.form(lowered, index, "heads")
        if form is None:
            continue
        if is_several(lowered[index], form.entry.words) or form.entry.name == "OpeningCeremony":
            continue
        form = finer(sentence, index, form)
        length = form.entry.length
        head = index - length + 1
        if (
            form.entry.words.rstrip("*") in stems(grammar, "branch")
            and not words[head].is_acronym
            and _names_owner(sentence, index, owner)
        ):
            continue  # филиал банка «Орда»
        start = _russian_start(sentence, head, owner)
        end, complement = _russian_end(sentence, index, owner)
        told = 0 if complement or _MINISTRY.match(lowered[index]) else _apposed(sentence, index, owner)
        if told:
            first = words[start] if words[start].is_capital else words[told]
            name = nominative_name(sentence, start, head, index, told, form)
            name = name if first is words[start] else sentence.text[first.start : words[told].end]
            found.append(of_head(sentence, words[start].start, words[told].end, name, form, 0.75))
            continue
        after = _QUOTED_AFTER.match(sentence.text, words[end].end) if complement else None
        if after is not None and is_others(sentence, index, end):
            continue  # встреча ректора университета «Арал»
        if after is not None and after[1][:1].isupper() and words[start].text.islower():
            found.append(of_head(sentence, words[start].start, after.end(), after[1], form, 0.75))
            continue  # центр обработки данных «Арал»
        capital = words[start].is_capital and (
            start < head or words[start].start > sentence.start or complement or length > 1
        )
        governed = owner(index + 1) if _GOVERNS.match(form.entry.words) and index + 1 < len(words) else None
        of_country = governed is not None and governed.class_name == "Country"
        if not capital and not of_country and not _may_be_small(sentence, index, form, complement, owner):
            continue
        whole = _MINISTRY.match(lowered[index]) is not None or in_family(lowered[index], grammar, "whole_name")
        if whole and words[index].is_capital and not complement:
            name = nominative_whole(words[index].text, form)
            found.append(of_head(sentence, words[index].start, words[index].end, name, form, 0.8))
            continue
        if start == head and not complement and length == 1 and not of_country:
            continue
        if words[head].text.islower() and not complement and _QUOTED_AFTER.match(sentence.text, words[index].end):
            continue  # Самаркандский хаб «…»
        if form.case == "ins" and start == head and _opens_with_head(sentence, index):
            continue  # оператором программы «…»
        last = words[end]
        quoted = _QUOTED_AFTER.match(sentence.text, last.end) if end > index else None
        name = nominative_name(sentence, start, head, index, end, form)
        stop = last.end
        if quoted is not None and quoted[1][:1].isupper():
            stop, name = quoted.end(), f"{name} {quoted[0].strip()}"
        elif (
            (form.entry.detail == "strip" or words[head].text.islower())
            and start == head
            and end > index
            and not re.match(r"[а-яё]", words[index + 1].lower)
        ):
            name = " ".join(sentence.text[words[index + 1].start : last.end].split())
        found.append(of_head(sentence, words[start].start, stop, name, form, 0.8 if capital else 0.65))
    return found


def _apposed(sentence: Sentence, index: int, owner: Owner) -> int:
    """The place of a single capital word right after a head that is its name: Университете Нархоз; 0 for none."""
    words, at, grammar = sentence.words, index + 1, sentence.grammar
    if at >= len(words) or sentence.gap(index, at) != " " or owner(at) is not None:
        return 0
    word = words[at]
    if not word.is_capital or not re.match(r"[а-яё]{3}", word.lower) or word.text in grammar.generic:
        return 0
    if word.is_acronym and is_told(sentence, index):
        return 0
    if is_given(word.lower, grammar) or is_demonym(word.lower, "ru") or is_field(word.lower, "ru"):
        return 0
    if SURNAME.search(word.text) or any(
        grammar.form(sentence.lowered, at, t) for t in ("heads", "posts", "agreements")
    ):
        return 0
    if at + 1 < len(words) and sentence.gap(at, at + 1) == "-" and words[at + 1].is_capital:
        at += 1  # Ала-Тоо
    last = at + 1 >= len(words) or sentence.gap(at, at + 1) != " "
    named = not last and words[at + 1].is_capital and _names_person(sentence, at + 1)
    return at if last or named or not words[at + 1].is_capital else 0


def _names_person(sentence: Sentence, at: int) -> bool:
    """Whether a first name and another capital word stand at a place: ректор Университета Арал Анна Ким."""
    after = at + 1 < len(sentence.words) and sentence.words[at + 1].is_capital and sentence.gap(at, at + 1) == " "
    return after and is_given(sentence.words[at].lower, sentence.grammar)


def _names_owner(sentence: Sentence, index: int, owner: Owner) -> bool:
    """Whether whose branch it is follows: a quoted name with its head, a known thing, or a name in capitals."""
    words = sentence.words
    for at in range(index + 1, min(index + 3, len(words))):
        if sentence.gap(at - 1, at).strip(' «"“'):
            return False
        if words[at].is_capital:
            return True
        if sentence.grammar.form(sentence.lowered, at, "heads") is None:
            return False
    return False


def _opens_with_head(sentence: Sentence, index: int) -> bool:
    """Whether another head follows, and then a quoted name: the name is of that."""
    words = sentence.words
    if index + 1 >= len(words) or sentence.grammar.form(sentence.lowered, index + 1, "heads") is None:
        return False
    return _QUOTED_AFTER.match(sentence.text, words[index + 1].end) is not None


def _may_be_small(sentence: Sentence, index: int, form: Form, complement: bool, owner: Owner) -> bool:
    """Whether a head in small letters opens a name: a ministry, or what a capital tells the name of."""
    first = index - form.entry.length + 1
    if any(word.is_capital for word in sentence.words[first + 1 : index + 1]):
        return True
    if not complement:
        return False
    if form.entry.detail == "ministry":
        return True
    following = sentence.words[index + 1]
    if (
        not following.is_capital
        or (
            owner(index + 1) is not None
            and not opens_latin(sentence, index + 1)
            and not is_seat_of(form, owner(index + 1))
        )
        or sentence.grammar.form(sentence.lowered, index + 1, "heads")
    ):
        return False
    if not re.match(r"[а-яё]", following.lower):
        return True
    return form.entry.name not in ("Initiative", "Programme", "Strategy", "Network", "Platform", "Meeting", "Event")


def _russian_start(sentence: Sentence, head: int, owner: Owner) -> int:
    at = head
    while at > 0 and sentence.gap(at - 1, at).strip() in ("", "&") + ("-",) * (sentence.gap(at - 1, at) == "-"):
        word = sentence.words[at - 1]
        if not word.is_capital or word.text in sentence.grammar.generic or (word.is_acronym and owner(at - 1)):
            break
        if (place := owner(at - 1)) is not None and place.class_name in ("Country", "City", "Region"):
            break  # совместного с Узбекистаном проекта
        if sentence.grammar.form(sentence.lowered, at - 1, "posts") is not None:
            break  # Директором центра назначена …
        if word.start == sentence.start and in_family(word.lower, sentence.grammar, "no_name"):
            break
        if at < head and sentence.grammar.form(sentence.lowered, at, "heads") is not None:
            break  # Центра Международного Сотрудничества Технопарка
        foreign = not re.match(r"[а-яё]", word.lower)
        named = sentence.words[head].is_capital and owner(at - 1) is None
        hyphened = "-" in sentence.gap(at - 1, at)
        if disagrees(word.lower, sentence.lowered[head]):
            break  # Учёные Института …
        if not (ADJECTIVE.match(word.lower) or foreign or named or hyphened) or _AGENT_NOUN.match(word.lower):
            break
        at -= 1
    first = at
    while at == head and first > 0 and head - first < _MOST_ADJECTIVES:  # Самаркандский государственный университет
        word = sentence.words[first - 1]
        if first < head and sentence.gap(first - 1, first) == "-" and word.lower.endswith(("о", "е")):
            if word.is_capital:
                return first - 1  # Физико-технический институт
            first -= 1
            continue
        if sentence.gap(first - 1, first).strip() or not ADJECTIVE.match(word.lower) or _AGENT_NOUN.match(word.lower):
            break
        if _DEED.match(word.lower):
            break  # официальное открытие центра
        if word.is_capital:
            opens = word.start == sentence.start and in_family(word.lower, sentence.grammar, "no_name")
            named = not opens and word.text not in sentence.grammar.generic
            if not named or disagrees(word.lower, sentence.lowered[head]):
                return at
            while first > 1 and sentence.gap(first - 2, first - 1) == "-" and sentence.words[first - 2].is_capital:
                first -= 1  # Российско-Абхазский культурный центр
            return first - 1
        first -= 1
    return at


def _russian_end(sentence: Sentence, index: int, owner: Owner) -> tuple[int, bool]:
    """The last word of a name whose head is at `index`, and whether anything belongs to the head."""
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    at, last = index + 1, index
    while at < len(words) and at - index <= MOST_WORDS:
        gap, word = sentence.gap(at - 1, at).strip(), words[at]
        mention = owner(at)
        if mention is not None and mention.class_name == "City" and opens_latin(sentence, at):
            mention = None  # университет Tashkent Tech
        if sentence.gap(at - 1, at) == "-" and word.is_capital and last == at - 1 and mention is None:
            last, at = at, at + 1  # Ала-Тоо
            continue
        halved = gap == "-" and word.text.islower() and lowered[at - 1].endswith(("о", "е"))
        if gap and not halved and not (gap == "," and goes_on(sentence, index, at)):
            break  # but инновационно-технологических
        if gap in ("«", '"', "“"):
            break
        if lowered[at] == "и" and last == index:
            break  # Назарбаев Университетом и Всемирным банком
        if lowered[at] in ("и", "по", "имени", "им", "при") and at + 1 < len(words):
            following = words[at + 1]
            named_after = lowered[at] in ("имени", "им") and following.is_capital
            if lowered[at] == "при" or (sentence.gap(at, at + 1).strip() and not named_after):
                break
            if named_after:
                last = at = end_of_patron(sentence, at + 1)
                at += 1
                continue
            if lowered[at] == "и" and following.text.islower() and _INSTRUMENTAL.search(following.lower):
                break  # с музеем Лужского университета и деятельностью …
            if lowered[at] == "и" and (
                owner(at + 1) is not None or (not following.text.islower() and not is_field(following.lower, "ru"))
            ):
                break
            apart = at + 2 < len(words) and bool(sentence.gap(at + 1, at + 2).strip())
            heads = (at + 1,) if apart else (at + 1, at + 2)
            if lowered[at] == "и" and any(grammar.form(lowered, n, "heads") for n in heads if n < len(words)):
                break
            at += 1
            continue
        if mention is not None and not is_town_of(word.lower, mention):
            break
        closes = in_family(lowered[at], grammar, "as_told") and not (
            last > index and words[last].is_capital and ADJECTIVE.match(lowered[last])
        )  # правительство Архангельской области
        if closes or (last > index and words[last].text.isascii() and not word.text.isascii()):
            break  # Министерство образования республики; университет Tashkent Tech будет …
        if last == index and word.is_acronym and re.match(r"[а-яё]", word.lower) and is_told(sentence, index):
            break  # Учебный центр ЛГУ
        if not re.match(r"[а-яё]", word.lower):
            if word.is_capital and mention is None and (last == index or not re.match(r"[а-яё]", words[last].lower)):
                last = at
                at += 1
                continue
            break
        gap_after = sentence.gap(at, at + 1) if at + 1 < len(words) else ""
        if word.text.islower() and word.lower.endswith(("о", "е")) and gap_after == "-":
            at += 1
            continue
        if (
            _VERB.match(word.lower)
            and not word.is_capital
            and not re.search(r"(?:ния|ения|ства|ной|ных|ного)\Z", word.lower)
            and not (word.lower.endswith("ны") and lowered[at - 1].endswith(("ой", "ей")))  # воздушной обороны
        ):
            break
        plural = bool(re.search(r"(?:ых|их)\Z", lowered[at - 1])) and word.text.islower() and at - 1 > index
        fits = (
            _GENITIVE.match(word.lower)
            or in_family(word.lower, grammar, "plural_genitive")
            or plural
            or (lowered[at - 1] == "по" and not gap)
        )
        field = _NO_VERB.search(word.lower) is not None and is_field(word.lower, "ru")  # образования
        if (grammar.triggers.at(lowered, at) and not field) or not fits or grammar.marks.at(lowered, at):
            break
        person = word.is_capital and mention is None and begins_person(sentence, at)
        if person or (word.is_capital and grammar.form(lowered, at, "posts") is not None):
            break
        other = grammar.form(lowered, at, "heads") if word.is_capital else None
        if other is not None and not other.case:
            break  # присоединения университета Сеть …
        last = at
        at += 1
    while last > index and words[last].is_capital and is_demonym(lowered[last], "ru"):
        last -= 1  # Центр Корейской стороны
    return last, last > index
