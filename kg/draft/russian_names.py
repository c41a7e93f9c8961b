"""Russian names of institutions: the head stands first, and its genitives after it."""

from __future__ import annotations

import re
from itertools import takewhile

from kg.draft.grammar import Form
from kg.draft.heads import MOST_WORDS, Owner, is_field, of_head
from kg.draft.known import is_demonym
from kg.draft.model import Reason
from kg.draft.people import SURNAME
from kg.draft.spans import Mention
from kg.draft.words import Sentence

_VERB = re.compile(
    r"(?:во|вы|за|по|при|про|до|пере|у|ото?|со?|на)?(?:ш[её]л|шл[аио]|в[её]л|вел[аио]|н[её]с|несл[аио])|"
    r".{3,}(?:[аяиеуоы]л[аио]?|л[аи]сь|лся|лось|[уюая]т|[еи]т|[уюаяеи]тся|ть|ться|но|ны|вший|вшая|[аея]н[аоы]?)\Z"
)
_NO_VERB = re.compile(r"(?:ния|ения|ства|ной|ных|ного)\Z")
_GENITIVE = re.compile(r".+(?:ого|его|ой|ей|ых|их|ий|а|я|ы|и|ов|ев|ь|ам|ям|ому|ему|ым|им|ию|ю|у)\Z")
_ADJECTIVE = re.compile(r".+(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ом|ем|ым|им|ую|юю|ей|ые|ие|ых|их)\Z")
_AGENT_NOUN = re.compile(
    r".+(?:ник|тел|тор|сор|нер|нёр|дент)(?:ом|ем|ой|ами|ями|ов|ей|а|у|и|ы)\Z|член(?:ом|ами|ов|а|ы)\Z"
    r"|.+(?:цией|ением|анием|площадкой)\Z"
)
"""What is no adjective though it ends like one: участником сети."""
_LEAST_STEM = 3
_ENDING = re.compile(
    r"|[аеиоуыьйюя]|о[йемв]|е[йемв]|ы[йемхю]|и[йемхю]|ь?ю|[ая][мх]|[ая]ми|[ыи]ми|ого|его|ому|ему|ая|яя|ую|юю|ов|ев|ия|ию|ии|ие|ием"
)
_GOVERNS = re.compile(r"(?:правительств|парламент|посольств|кабинет|сенат)")
BRANCH = re.compile(r"(?:филиал|представительств|отделени|офис|подразделени)\*?\Z")
"""Heads of what is a part of the body whose name follows."""
_REGION = re.compile(r"(област|край|края|крае|краю|район|округ|вилоят|велаят)(?:[ьиюаеуя]|ью|ом|ем|м|ями|ей|ям|ах)?")
_QUOTED_AFTER = re.compile(r"\s*[«\"“]([^«»\"“”\n]{2,80})[»\"”]")


def russian_names(sentence: Sentence, owner: Owner) -> list[Mention]:
    """The names that a sentence has by their heads; `owner` says which words are of known things."""
    found: list[Mention] = []
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    for index, _word in enumerate(words):
        form = grammar.form(lowered, index, "heads")
        if form is None:
            continue
        length = form.entry.length
        head = index - length + 1
        if BRANCH.match(form.entry.words) and not words[head].is_acronym and _names_owner(sentence, index, owner):
            continue  # филиал банка «Орда»
        start = _russian_start(sentence, head, owner)
        end, complement = _russian_end(sentence, index, owner)
        capital = words[start].is_capital and (
            start < head or words[start].start > sentence.start or complement or length > 1
        )
        governed = owner(index + 1) if _GOVERNS.match(form.entry.words) and index + 1 < len(words) else None
        of_country = governed is not None and governed.class_name == "Country"
        if not capital and not of_country and not _may_be_small(sentence, index, form, complement, owner):
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
            form.entry.detail == "strip"
            and start == head
            and end > index
            and not re.match(r"[а-яё]", words[index + 1].lower)
        ):
            name = " ".join(sentence.text[words[index + 1].start : last.end].split())
        found.append(of_head(sentence, words[start].start, stop, name, form, 0.8 if capital else 0.65))
    return found


def russian_regions(sentence: Sentence, owner: Owner) -> list[Mention]:
    """Regions by the word that says that they are ones: Свердловской области, Республика Татарстан."""
    found = []
    for index, word in enumerate(sentence.words):
        told = _REGION.fullmatch(word.lower)
        if told is None or index == 0 or sentence.gap(index - 1, index) != " ":
            continue
        before = sentence.words[index - 1]
        if not (before.is_capital and is_adjective(before.lower)) or owner(index - 1) is not None:
            continue
        sort = {"област": "область", "кра": "край"}.get(told[1].rstrip("йяею"), told[1])
        name = f"{_adjective(before.text, sort == 'область')} {sort}"
        case = "gen" if word.lower.endswith(("и", "а", "я")) else ""
        found.append(
            Mention(
                before.start, word.end, name, "Region", "ru", "head-region", 0.8, (Reason.BY_HEAD,), case=case,
                head="region",
            )
        )  # fmt: skip
    return found


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


def one_name(one: str, other: str) -> bool:
    """Whether two folded names are one in two cases: each word begins alike and differs in its ending alone.

    >>> one_name("белая ворона", "белую ворону"), one_name("искра", "спектр")
    (True, False)
    """
    left, right = one.split(), other.split()
    return len(left) == len(right) and all(map(_one_word, left, right))


def _one_word(one: str, other: str) -> bool:
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    ends = one[alike:], other[alike:]
    return one == other or (alike >= _LEAST_STEM and all(_ENDING.fullmatch(end) for end in ends))


def is_adjective(word: str) -> bool:
    """Whether a Russian word in small letters has the ending of an adjective, in whatever case."""
    return _ADJECTIVE.match(word) is not None


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
        or owner(index + 1) is not None
        or sentence.grammar.form(sentence.lowered, index + 1, "heads")
    ):
        return False
    return form.entry.name not in ("Initiative", "Programme", "Strategy", "Network", "Platform", "Meeting", "Event")


def _russian_start(sentence: Sentence, head: int, owner: Owner) -> int:
    at = head
    while at > 0 and not sentence.gap(at - 1, at).strip(" -"):
        word = sentence.words[at - 1]
        if not word.is_capital or word.text in sentence.grammar.generic or (word.is_acronym and owner(at - 1)):
            break
        if sentence.grammar.form(sentence.lowered, at - 1, "posts") is not None:
            break  # Директором центра назначена …
        foreign = not re.match(r"[а-яё]", word.lower)
        named = sentence.words[head].is_capital and owner(at - 1) is None
        hyphened = "-" in sentence.gap(at - 1, at)
        if not (_ADJECTIVE.match(word.lower) or foreign or named or hyphened) or _AGENT_NOUN.match(word.lower):
            break
        at -= 1
    if (
        at == head
        and head > 1
        and _ADJECTIVE.match(sentence.lowered[head - 1])
        and not _AGENT_NOUN.match(sentence.lowered[head - 1])
        and not sentence.gap(head - 1, head).strip()
    ):
        word = sentence.words[head - 2]
        if (
            word.is_capital
            and _ADJECTIVE.match(word.lower)
            and not sentence.gap(head - 2, head - 1).strip()
            and word.text not in sentence.grammar.generic
        ):
            return head - 2  # Самаркандский государственный университет
    return at


def _russian_end(sentence: Sentence, index: int, owner: Owner) -> tuple[int, bool]:
    """The last word of a name whose head is at `index`, and whether anything belongs to the head."""
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    at, last = index + 1, index
    while at < len(words) and at - index <= MOST_WORDS:
        gap, word = sentence.gap(at - 1, at).strip(), words[at]
        mention = owner(at)
        if gap and not (gap == "," and word.text.islower() and words[at - 1].text.islower() and _goes_on(sentence, at)):
            break
        if gap in ("«", '"', "“"):
            break
        if lowered[at] == "и" and last == index:
            break  # Назарбаев Университетом и Всемирным банком
        if lowered[at] in ("и", "по", "имени", "им", "при") and at + 1 < len(words):
            following = words[at + 1]
            if lowered[at] == "при" or sentence.gap(at, at + 1).strip():
                break
            if lowered[at] == "и" and (
                owner(at + 1) is not None or (not following.text.islower() and not is_field(following.lower, "ru"))
            ):
                break
            if lowered[at] == "и" and any(
                grammar.form(lowered, n, "heads") for n in (at + 1, at + 2) if n < len(words)
            ):
                break
            at += 1
            continue
        if mention is not None and (mention.class_name not in ("City",) or mention.case != "gen"):
            break
        if not re.match(r"[а-яё]", word.lower):
            if word.is_capital and mention is None and (last == index or not re.match(r"[а-яё]", words[last].lower)):
                last = at
                at += 1
                continue
            break
        if (
            _VERB.match(word.lower)
            and not word.is_capital
            and not re.search(r"(?:ния|ения|ства|ной|ных|ного)\Z", word.lower)
        ):
            break
        plural = bool(re.search(r"(?:ых|их)\Z", lowered[at - 1])) and word.text.islower() and at - 1 > index
        fits = _GENITIVE.match(word.lower) or plural or (lowered[at - 1] == "по" and not gap)
        field = _NO_VERB.search(word.lower) is not None and is_field(word.lower, "ru")  # образования
        if (grammar.triggers.at(lowered, at) and not field) or not fits or grammar.marks.at(lowered, at):
            break
        if word.is_capital and (grammar.form(lowered, at, "posts") is not None or _is_person(sentence, at)):
            break
        other = grammar.form(lowered, at, "heads") if word.is_capital else None
        if other is not None and not other.case:
            break  # присоединения университета Сеть …
        last = at
        at += 1
    while last > index and words[last].is_capital and is_demonym(lowered[last], "ru"):
        last -= 1  # Центр Корейской стороны
    return last, last > index


def _is_person(sentence: Sentence, at: int) -> bool:
    """Whether a person's name begins with this word: ректор университета Анна Иванова."""
    words = sentence.words
    if at + 1 >= len(words) or not words[at + 1].is_capital or sentence.gap(at, at + 1).strip():
        return False
    if at > 1 and sentence.grammar.form(sentence.lowered, at - 2, "posts") is not None and words[at - 1].text.islower():
        return words[at + 1].text[1:].islower() and re.match("[а-яё]", words[at + 1].lower) is not None
    return bool(SURNAME.search(words[at + 1].text)) and not is_field(sentence.lowered[at], "ru")


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a list of fields goes on to its «и»: Министерство науки, высшего образования и инноваций."""
    return any(word == "и" for word in sentence.lowered[at + 1 : at + 5])


def nominative_name(sentence: Sentence, start: int, head: int, index: int, end: int, form: Form) -> str:
    """A Russian name with its head in the nominative, where that is easily told."""
    words = sentence.words
    text = " ".join(sentence.text[words[start].start : words[end].end].split())
    word = words[head].text
    for neuter in ("министерств", "агентств", "предприяти", "управлени", "правительств", "посольств", "обществ"):
        if word.lower().startswith(neuter):
            return text.replace(word, word[: len(neuter)] + ("е" if neuter[-1] == "и" else "о"), 1)
    stem = form.entry.words.split()[0].rstrip("*")
    if form.case and word.lower().startswith(stem) and form.entry.length == 1:
        feminine = {"и": "я"}.get(stem[-1], "а" if stem in sentence.grammar.feminine else "")
        base = word[: len(stem)] + feminine
        before = [_adjective(w.text, bool(feminine)) for w in words[start:head]]
        return " ".join([*before, base, *text.split()[len(before) + 1 :]])
    return text


def _adjective(word: str, feminine: bool) -> str:
    match = re.fullmatch(r"(.+?)(ого|его|ому|ему|ом|ем|ым|им|ой|ей|ую|юю)", word)
    if match is None:
        return word
    soft = match[1][-1] in "кгхшщжч"
    return match[1] + (("ая" if match[2][0] != "ю" else "яя") if feminine else "ий" if soft else "ый")
