"""What the case of a name and the small words around it make of it: who acts, with whom, where, under whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.draft.clauses import comma_only, subject_apart
from kg.draft.english_phrases import take_openings, take_phrases
from kg.draft.owners import possessors
from kg.draft.russian_phrases import take_russian_phrases
from kg.draft.sorts import sort_of
from kg.draft.spans import Mention
from kg.draft.words import Sentence

_RELATIVES = ("which", "whom", "that", "who", "whose", "where", "when", "while", "if", "because")
_OF_OTHERS = ("with", "by", "initiative", "founder")
_APART = 500
_CASE_MARK = {"": "nom", "ins": "by", "prep": "in"}
_JOINING = re.compile(r"[\s,;()«»\"“”/&]*")
_APPOSED = re.compile(r", (?:an?|the|its) [^,;:.]{3,60} (?:of|in|from) (?:the )?")
_APPOSED_AND = re.compile(r", (?:an?|the|its) [^;:.]{3,90}, and (?:the )?")
_POSSESSED = re.compile(r"..(?:(?<![дт])[ыі]|(?<=[аеуыі])с[ыі])(?:н|на|не|нда|нде|нан|нен|мен|ның|нің)?\Z")
_NAMED_AFTER = frozenset({"атындағы", "nomidagi", "номидаги", "adındakı", "adındaki"})
_AGENTS = frozenset({"Person", "Country", "Place", "City", "Region", "Event", "Initiative"})


def mark(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Sets the mark, the group and the possessor of each mention of a sentence."""
    if sentence.grammar.code == "en":
        take_openings(sentence, mentions)
    for mention in mentions:
        told = _after(sentence, mention) if sentence.grammar.verb_last else _before(sentence, mention)
        headed = sentence.grammar.code == "ru" and mention.class_name != "Person"
        if not told and not mention.case and headed:
            mention.case = _case_before(sentence, mention)
        if mention.class_name == "Person" and mention.case == "gen" and sentence.grammar.code == "ru":
            own = " ".join(sentence.text[mention.start : mention.end].split())
            mention.case = "" if own == mention.name else "gen"  # Динара Ахметова is not the genitive of a man's name
        if sentence.grammar.code == "en" and mention.case == "gen" and _stands_before_name(sentence, mention, mentions):
            told = ""  # managed by Georgia's Agency: the Agency manages
        if sentence.grammar.code in ("az", "tr") and told in ("nom", "acc", "dat") and mention.case not in ("gen", ""):
            told = ""  # of a thing in the genitive or without a case: X-in əsasını, X'in yönetimini
        if sentence.grammar.code == "ru" and told == "in" and _is_goal(sentence, mention):
            told = "into"
        if told == "under" and sentence.grammar.code == "tr" and mention.case not in ("dat", ""):
            told = ""  # X'in bağlı ortaklığı
        if told == "from" and sentence.grammar.code == "ru" and _signs_for(sentence, mention):
            told = "behalf"
        if sentence.grammar.code == "kk" and not told and not mention.case and _tells_whose(sentence, mention):
            told = "of"  # Өзбекстан нарығы
        if told == "from" and mention.class_name != "Country":
            # only a country's delegation says where an event's guests are from
            told = "from_" if sentence.grammar.code == "en" and mention.class_name not in ("City", "Region") else ""
        if mention.class_name == "Person" and _is_namesake(sentence, mention):
            told = "besides"
        mention.mark = told or _CASE_MARK.get(mention.case, mention.case)
    for left, right in pairwise(mentions):
        gap = sentence.text[left.end : right.start].strip(' »”"')
        if (
            right.class_name in ("Country", "City")
            and gap == "("
            and sentence.text[right.end : right.end + 1] in ("),")
        ):
            right.inner = True
    possessors(sentence, mentions)
    if sentence.grammar.code == "en":
        take_phrases(sentence, mentions)
    elif sentence.grammar.code == "ru":
        take_russian_phrases(sentence, mentions)
    _appositions(sentence, mentions)
    _group(sentence, mentions)


def _is_goal(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Russian place stands in the accusative, as the goal of a way: в Ташкент, в Москву."""
    word, base = sentence.text[mention.start : mention.end], mention.name
    if mention.class_name not in ("City", "Country", "Region") or word.isupper():
        return False
    goes = word[-1] in "ую" and base[-1] in "ая"
    return goes or (word == base and word[-1] in "бвгджзйклмнпрстфхцчшщьа" and word[-2:] not in ("ха", "ва"))


def _signs_for(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody signs for a body: от института документ подписал ректор."""
    before, at = sentence.index_from(mention.start) - 1, sentence.lowered
    close = before >= 0 and at[before] == "от" and mention.class_name not in ("Person", "City", "Country", "Region")
    return close and any((hit := sentence.grammar.triggers.at(at, n)) and hit[1].name == "sign" for n in range(len(at)))


def _tells_whose(sentence: Sentence, mention: Mention) -> bool:
    """Whether a country without a case only says whose the noun after it is."""
    at, words = sentence.index_from(mention.end), sentence.words
    if mention.class_name != "Country" or at >= len(words) or sentence.text[mention.end : words[at].start] != " ":
        return False
    word = sentence.lowered[at]
    return words[at].text.islower() and _POSSESSED.search(word) is not None and (
        sentence.grammar.triggers.at(sentence.lowered, at) is None and not word.startswith("тарап")
    )  # fmt: skip


def _is_namesake(sentence: Sentence, mention: Mention) -> bool:
    """Whether a thing is only named after a person: Абай атындағы университет."""
    index = sentence.index_from(mention.end)
    word = sentence.lowered[index] if index < len(sentence.words) else ""
    return word in _NAMED_AFTER or (sentence.grammar.code == "az" and word == "adına")


def _stands_before_name(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a name follows, with at most two small words between."""
    after = next((m for m in mentions if m.start >= mention.end), None)
    gap = sentence.text[mention.end : after.start] if after is not None else "."
    return len(gap.split()) <= 2 and not re.search(r"[.,;:()]", gap)


def _case_before(sentence: Sentence, mention: Mention) -> str:
    """The case of the small head before a name that has none: компанией SOCAR."""
    index = sentence.index_from(mention.start) - 1
    if index < 0 or sentence.text[sentence.words[index].end : mention.start].strip(' «"“'):
        return ""
    form = sentence.grammar.form(sentence.lowered, index, "heads")
    plural = sentence.lowered[index].endswith(("ами", "ями"))
    return "ins" if form is not None and plural else form.case if form is not None else ""


def _after(sentence: Sentence, mention: Mention) -> str:
    """The mark of the word that stands after a name."""
    index = sentence.index_from(mention.end)
    words = sentence.words
    if index >= len(words) or not re.fullmatch(r"[\s»\"”)’']*", sentence.text[mention.end : words[index].start]):
        return ""
    hit = sentence.grammar.marks.at(sentence.lowered, index)
    return hit[1].name if hit is not None else ""


def _before(sentence: Sentence, mention: Mention) -> str:
    """The mark of the preposition before a name; small words may stand between."""
    words, grammar = sentence.words, sentence.grammar
    index = sentence.index_from(mention.start if mention.begins < 0 else mention.begins)
    for back in range(1, 3 if grammar.code == "en" else 6):
        at = index - back
        if at < 0:
            return ""
        if re.search(r"[,;:.()—–]", sentence.gap(at, at + 1) if at + 1 < len(words) else ""):
            return ""
        apart = words[at].lower in _RELATIVES or words[at].text.isdigit()
        if grammar.code == "en" and (apart or _is_of_provision(sentence, at)):
            return ""  # provides for a centre; under which a centre will be opened; in 2021 X founded
        hit = _ending_at(sentence, at)
        if hit == "of" and at and mention.class_name == "City" and sentence.lowered[at - 1] in ("town", "city"):
            return _before_word(sentence, at - 1)
        if hit is not None:
            return hit
        word = words[at]
        if grammar.conjunctions.at(sentence.lowered, at) or grammar.triggers.at(sentence.lowered, at):
            return ""
        if word.is_capital and not _may_stand_between(sentence, at):
            return ""
        if grammar.code == "ru" and not re.search(
            r"(?:ого|его|ой|ей|ых|их|ым|им|ом|ем|ую|юю|ей|ом|городе|столице|компанией|компании|организацией|ами|ями)\Z",
            word.lower,
        ):
            return ""
    return ""


def _is_of_provision(sentence: Sentence, at: int) -> bool:
    """Whether a word ends a verb of what an agreement foresees: provides for."""
    for first in range(max(0, at - 3), at):
        hit = sentence.grammar.triggers.at(sentence.lowered, first)
        if hit is not None and hit[1].name == "provide" and first + hit[0] - 1 == at:
            return True
    return False


def _before_word(sentence: Sentence, at: int) -> str:
    """The mark of the preposition before a word, an article between."""
    first = at - 1 if at and sentence.lowered[at - 1] in ("the", "a", "an") else at
    return (_ending_at(sentence, first - 1) if first else None) or ""


def _may_stand_between(sentence: Sentence, at: int) -> bool:
    text = sentence.words[at].text
    return sentence.grammar.code == "en" and (text.endswith(("'s", "’s", "n", "ese", "ish", "i")) or text in ("The",))


def _ending_at(sentence: Sentence, at: int) -> str | None:
    """The mark of the preposition whose last word is at `at`; of several words the longest."""
    best: tuple[int, str] | None = None
    for length in range(1, 6):
        start = at - length + 1
        if start < 0:
            break
        hit = sentence.grammar.marks.at(sentence.lowered, start)
        if hit is not None and hit[0] == length:
            best = length, hit[1].name
    return best[1] if best else None


def _appositions(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Finds names that stand in what is said of another between commas: X, a subsidiary of Y, and Z."""
    for left, right in pairwise([m for m in mentions if not m.inner]) if sentence.grammar.code == "en" else ():
        gap, after = sentence.text[left.end : right.start], sentence.text[right.end : right.end + 1]
        if after in (",", ".") and right.mark in ("of", "in", "from") and _APPOSED.fullmatch(gap):
            right.inner = True


def _group(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Numbers the lists of mentions, and lets their members share one mark."""
    number = 0
    free = [mention for mention in mentions if not mention.inner]
    for at, mention in enumerate(free):
        before = free[at - 1] if at else None
        if before is None or not _listed(sentence, before, mention, mentions):
            number += 1
        mention.group = number
    if sentence.grammar.code == "tr":
        _part_subjects(sentence, free)
    for number in {mention.group for mention in free}:
        members = [mention for mention in free if mention.group == number]
        if len(members) < 2:
            continue
        teller = members[-1] if sentence.grammar.verb_last else members[0]
        told = (
            sentence.grammar.code in ("az", "tr")
            and teller.mark in ("acc", "dat", "loc")
            and sort_of(teller) != "place"
        )
        told = (told and teller.class_name != "Country") or teller.mark in _OF_OTHERS
        if sentence.grammar.verb_last and told and comma_only(sentence, members):
            continue  # a subject, a comma, and with whom: TÜBİTAK, Bakü Devlet Üniversitesi ile …
        if (
            sentence.grammar.code in ("az", "tr")
            and teller.mark in _OF_OTHERS
            and subject_apart(sentence, free, members)
        ):
            members[0].group = number + _APART
            members = members[1:]
        for member in members:
            if teller.mark == "from" and member.mark == "gen":
                member.mark = "from"  # Avstriyanın və Gürcüstanın nümayəndələri
            elif member is not teller and member.mark in ("nom", "with", "acc") and teller.mark not in ("adj",):
                shared = member.mark == "nom" or sentence.grammar.code == "kk" or teller.mark == "between"
                member.mark = teller.mark if shared else member.mark
            elif (
                member is not teller
                and not sentence.grammar.verb_last
                and member.mark in ("by", "gen")
                and teller.mark in ("with", "between", "participation")
            ):
                member.mark = teller.mark


def _part_subjects(sentence: Sentence, free: Sequence[Mention]) -> None:
    """Takes a subject out of the list of two that only a comma makes, where the other stands in a case: X, Y'ye …"""
    for left, right in pairwise(free):
        alone = left.group == right.group and sum(m.group == left.group for m in free) == 2
        gap = sentence.text[left.end : right.start]
        told = left.mark == "nom" and right.mark in ("dat", "acc", "loc", "abl", "gen", "with", "by")
        if alone and told and "," in gap and not re.search(r"\b(?:ve|ile)\b", gap):
            left.group += _APART


def _listed(sentence: Sentence, left: Mention, right: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether two mentions stand in one list: nothing but a comma, a conjunction or an article is between."""
    if sort_of(left) != sort_of(right):
        return False
    if left.mark == "with" and right.mark == "between" and not sentence.text[left.end : right.start].strip():
        return True  # Azərbaycanla Özbəkistan arasında
    inner = [m for m in mentions if m.inner and left.end <= m.start and m.end <= right.start]
    start = max((m.end for m in inner if left.owner is m or left.place is m), default=left.end)
    start = max(start, left.ends)
    end = min(
        (
            m.start
            for m in inner
            if m.start >= start and (right.owner is m or right.place is m or m.mark in ("origin", "abl"))
        ),
        default=right.start,
    )
    end = min(end, right.begins) if right.begins >= start else end
    gap = sentence.text[start:end]
    if sentence.grammar.code == "en" and left.mark == right.mark == "nom" and _APPOSED_AND.fullmatch(gap):
        return True
    if _JOINING.fullmatch(gap):
        return "," in gap
    grammar = sentence.grammar
    if grammar.code == "en" and left.mark != "nom" and _begins_clause(sentence, gap, left, mentions):
        return False
    first, last = sentence.index_from(start), sentence.index_from(end)
    at = first
    while at < last:
        hit = grammar.conjunctions.at(sentence.lowered, at)
        other = grammar.marks.at(sentence.lowered, at) if at == first and grammar.verb_last else None
        sent = grammar.delegates.at(sentence.lowered, at) if at == first and grammar.verb_last else None
        if hit is not None or sent is not None:
            at += (hit or sent or (1,))[0]
        elif other is not None and other[1].name == "with" and right.mark in ("between",):
            at += other[0]
        elif (
            sentence.lowered[at] in ("the", "a", "an", "its", "both")
            or (
                grammar.code in ("ru", "en")
                and right.head
                and sentence.words[at].text.islower()
                and at == last - 1
                and sentence.grammar.form(sentence.lowered, at, "heads")
            )
            or (grammar.code in ("en", "ru") and at > first and left.mark == _mark_at(sentence, at))
        ):
            at += 1
        else:
            return False
    return first < last and bool(_JOINING.fullmatch("".join(_gaps(sentence, start, end, first, last))))


def _begins_clause(sentence: Sentence, gap: str, left: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a comma and an «and» open a clause rather than end a list of three: works with X, and Y runs …"""
    if re.match(r",\s(?:(?:and|while|but)\b|the\s\Z)", gap) is None:
        return False
    before = [m.end for m in mentions if m.end <= left.start and not m.inner]
    return not before or "," not in sentence.text[max(before) : left.start]


def _mark_at(sentence: Sentence, at: int) -> str | None:
    hit = sentence.grammar.marks.at(sentence.lowered, at)
    return hit[1].name if hit is not None else None


def _gaps(sentence: Sentence, start: int, end: int, first: int, last: int) -> list[str]:
    words = sentence.words
    edges = [start, *(place for word in words[first:last] for place in (word.start, word.end)), end]
    return [sentence.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
