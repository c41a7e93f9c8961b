"""How a sentence is cut into clauses: what a relative pronoun stands for, and what is only reported in between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.grammar import grammar as grammar_of
from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

_PRONOUNS = {
    "en": re.compile(r"(?:which|that|who)\Z"),
    "ru": re.compile(r"котор(?:ый|ая|ое|ые)\Z"),
}
_NOMINALISED = {
    "az": re.compile(
        r"(?:m[aə]s[ıi](?:n[ıi]n?|n[aə]|nd[aə]n?)?|d[ıiuü][ğy][ıiuü]n[ıiuü]|[ae]ca[ğy][ıi]n[ıi]|əcəyini)\Z"
    ),
    "tr": re.compile(r"(?:[dt][ıiuü]ğ[ıiuü]n[ıiuü]|[ae]ca?ğ?e?ğ?[ıi]n[ıi])\Z"),
    "kk": re.compile(r"(?:[ғқ]ан(?:ды[ғқ])?ын?|[гк]ен(?:ді[гк])?ін?|атынын|етінін|йтынын|йтінін)\Z"),
    "uz": re.compile(r"(?:gan(?:lig)?i(?:ni)?|ган(?:лиг)?и(?:ни)?)\Z"),
}
"""What a verb ends in whose clause another verb governs; its subject stands in the genitive."""
_ASIDE = {
    "en": re.compile(r", (?:who|which|whose)\b"),
    "ru": re.compile(
        r", (?:котор|где|чь|резидент|участни|член|оператор|разработчик|производител|дочерн|крупнейш|"
        r"основанн|созданн|открыт|учрежденн|расположенн|\w+(?:ущ|ющ|ащ|ящ|вш))\w*"
    ),
}
_OBJECT_PRONOUNS = {"en": re.compile(r"(?:which|that)\Z"), "ru": re.compile(r"котор(?:ый|ую|ое|ые)\Z")}
_TOGETHER = re.compile(
    r"together with|jointly with|along with|alongside|in partnership with|in cooperation with|вместе с|совместно с|"
    r"сообща с|"
    r"birgə|birlikdə|birlikte|ortaklaşa|müştereken|beraber|el ele|el birliği|"
    r"бірге|бірлес|birga|birgalik|hamkorlik|ҳамкорлик|бирга"
)
_OBJECT_PARTICIPLES = {
    "az": re.compile(r"(?:d[ıiuü][ğy][ıiuü]|[ae]ca[ğy]ı|əcəyi)\Z"),
    "tr": re.compile(r"(?:[dt][ıiuü]ğ[ıiuü]|aca[ğ]ı|eceği)\Z"),
}
"""What a verb ends in that describes its object, with its subject in the genitive: Şirkətin yaratdığı mərkəz."""
_ATTRIBUTIVE = re.compile(r"(?:gan|qan|kan|ayotgan|adigan|ydigan|ган|қан|аётган|адиган|йдиган)\Z")
_NO_NOUN = frozenset({"deb", "edi", "ekan", "boʻlib", "bilan", "boʻlsa", "ham", "esa", "va", "деб", "эди", "экан"})
_OF_VERB = re.compile(
    r"(?:[dt][ıiuü]ğ[ıiuü](?:n[ıiuüae])?|[ae]ca?ğ?e?ğ?[ıi](?:n[ıi])?|m[ae]s[ıi](?:n[ıiae]|yl[ae])?)\Z"
)
_FAR = 6
_AROUND = 24
_REACH = 5
_NAME_ENDS = " »”\"')"


def relative_of(sentence: Sentence, first: int, mentions: Sequence[Mention]) -> Mention | None:
    """What a relative pronoun before the word at `first` stands for, if nothing else is between: X, which opened …"""
    pattern = _PRONOUNS.get(sentence.grammar.code)
    if pattern is None:
        return None
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = sentence.words[at]
        if any(m.start <= word.start < m.end for m in mentions):
            return None
        if pattern.match(word.lower):
            break
        if re.search(r"[,;:]", sentence.gap(at, at + 1)):
            return None
    else:
        return None
    told = [m for m in mentions if m.end <= word.start]
    last = max(told, key=lambda m: m.end, default=None)
    if last is None or sentence.text[last.end : word.start].strip(_NAME_ENDS) not in (",", ""):
        return None
    if word.lower == "that" and "," in sentence.text[last.end : word.start]:
        return None
    return last


def object_of_relative(sentence: Sentence, first: int, mentions: Sequence[Mention]) -> Mention | None:
    """What a relative pronoun stands for whose clause has a subject of its own: the cluster, which we formed …"""
    pattern = _OBJECT_PRONOUNS.get(sentence.grammar.code)
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1) if pattern is not None else ():
        word = sentence.words[at]
        if pattern is not None and pattern.match(word.lower):
            if sentence.grammar.code == "ru" and sentence.text[word.end : sentence.words[first].start].count(",") == 1:
                return None  # центр «Луч», который возглавляет P, открыл школу: the clause has ended
            told = [m for m in mentions if m.end <= word.start]
            last = max(told, key=lambda m: m.end, default=None)
            beside = last is not None and sentence.text[last.end : word.start].strip(_NAME_ENDS) in (",", "")
            return last if beside and any(m.start >= word.end and m.mark == "nom" for m in mentions) else None
    return None


def acts_together(sentence: Sentence, mention: Mention) -> bool:
    """Whether the words around a mention say that somebody does something together with it."""
    if sentence.grammar.verb_last:
        around = sentence.text[mention.end : mention.end + _AROUND]
    else:
        around = sentence.text[max(sentence.start, mention.start - _AROUND) : mention.start]
    return mention.mark == "with" and _TOGETHER.search(around.lower()) is not None


def nominalised(word: str, language: str) -> bool:
    """Whether a verb in small letters stands in a clause that is told within another: katıldığını (söyledi).

    >>> nominalised("katıldığını", "tr"), nominalised("katıldı", "tr")
    (True, False)
    """
    pattern = _NOMINALISED.get(language)
    return word.endswith(grammar_of(language).told_ends) if pattern is None else pattern.search(word) is not None


def describes_object(word: str, language: str) -> bool:
    """Whether a verb in small letters describes its object: yaratdığı (mərkəz).

    >>> describes_object("yaratdığı", "az"), describes_object("yaratdığını", "az"), describes_object("kurduğu", "tr")
    (True, False, True)
    """
    pattern = _OBJECT_PARTICIPLES.get(language)
    return pattern is not None and pattern.search(word) is not None


def describes_noun(sentence: Sentence, last: int) -> bool:
    """Whether an Uzbek verb is a participle that stands before what it describes: uyushtirgan «Demo» tanlovi."""
    if _ATTRIBUTIVE.search(sentence.lowered[last]) is None or last + 1 >= len(sentence.words):
        return False
    if sentence.lowered[last + 1] in _NO_NOUN or sentence.grammar.conjunctions.at(sentence.lowered, last + 1):
        return False
    return not sentence.gap(last, last + 1).strip(' «“"„')


def of_participle(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is the subject of an Uzbek participle that follows it and describes another noun."""
    if sentence.grammar.code != "uz":
        return False
    first = sentence.index_from(mention.end)
    for at in range(first, min(first + 3, len(sentence.words))):
        hit = sentence.grammar.triggers.at(sentence.lowered, at)
        if hit is not None and stands_near(sentence, mention, at):
            return hit[1].detail == "active" and describes_noun(sentence, at + hit[0] - 1)
    return False


def stands_near(sentence: Sentence, mention: Mention, first: int) -> bool:
    """Whether at most three words without a comma part a mention from the verb that begins at `first`."""
    gap = sentence.text[mention.end : sentence.words[first].start]
    return len(gap.split()) <= 3 and not re.search(r"[,;:]", gap)


def joined_before(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The one right before a mention with whom it acts: Yelken Kimya ile SOCAR Polymer oluşturdu."""
    told = [m for m in mentions if m.end <= mention.start and m.mark == "with"]
    last = told[-1] if told else None
    if last is None or not sentence.grammar.verb_last:
        return None
    gap = sentence.text[last.end : mention.start].strip(' «“"»”')
    return last if len(gap.split()) <= 1 and "," not in gap else None


def in_aside(sentence: Sentence, mention: Mention, end: int) -> bool:
    """Whether a mention stands in a relative clause that ends before a verb at `end`: X, who heads Y, signed."""
    pattern = _ASIDE.get(sentence.grammar.code)
    if pattern is None:
        return False
    opened = [m.end() for m in pattern.finditer(sentence.text, sentence.start, mention.start)]
    return (
        bool(opened)
        and "," in sentence.text[mention.end : end]
        and "," not in sentence.text[opened[-1] : mention.start]
    )


def is_infinitive(word: str, code: str) -> bool:
    """Whether a verb says what something is for, and may have an object without an ending: X mərkəzi yaratmaq üçün."""
    return code in ("az", "tr") and re.search(r"m[aə][qk]\Z|m[ae]k\Z", word) is not None


def is_of_verb(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Whether a genitive is the subject of a verb form near by, no owner: X-in yaratdığı Y; X'in Y'ye katılımı."""
    grammar = sentence.grammar
    first, last = sentence.index_from(left.end), sentence.index_from(right.start)
    if grammar.code == "kk" and right.mark == "acc":
        at = sentence.index_from(right.end)
        return sentence.lowered[at : at + 1] in (("ашу",), ("құру",), ("салу",), ("дамыту",), ("іске",))
    if any(describes_object(sentence.lowered[at], grammar.code) for at in range(first, last)):
        return True
    if not grammar.verb_last or right.mark not in (
        "dat",
        "with",
        "abl",
        "acc",
        *(("loc",) if grammar.code == "tr" else ()),
        *(("by",) if grammar.code in ("az", "tr") else ()),
    ):
        return False
    after = sentence.index_from(right.end)
    if grammar.code == "tr" and (right.is_reference or (left.class_name == "Country" and right.mark == "dat")):
        near = sentence.lowered[after : after + _FAR]
        if any(_OF_VERB.search(word) for word in near):
            return True  # Bakanlığın Platform'a üye olmadığını
    for at in range(after, min(after + 3, len(sentence.words))):
        hit = grammar.triggers.at(sentence.lowered, at)
        word = sentence.lowered[min(at + (hit[0] if hit else 1), len(sentence.words)) - 1]
        starts = [word]
        if left.class_name != "Country":  # Türkiyənin Y Universiteti ilə əməkdaşlıq: of Türkiye is the university
            starts.append(sentence.lowered[at])  # X-in Y ilə əməkdaşlığı genişləndirməkdə …
        joint = any(each.startswith(("tərəfdaşlığ", "əməkdaşlığ")) for each in starts) or nominalised(word, "az")
        joint = joint and grammar.code == "az"
        joint = joint or bool(grammar.told_ends and word.endswith(grammar.told_ends))
        if joint or describes_object(word, grammar.code) or (hit is not None and hit[1].detail == "noun"):
            return True
    return False


def subject_apart(sentence: Sentence, free: Sequence[Mention], members: Sequence[Mention]) -> bool:
    """Whether the first of a list is the subject, which a comma parts from the others: X, Y ve Z tarafından kuruldu."""
    first, second, *rest = members
    if not rest or sentence.text[first.end : second.start].strip("»”\"' ") != ",":
        return False
    joined = "," not in sentence.text[second.end : rest[-1].start]
    before = [m for m in free if m.end <= first.start and m.mark == "nom" and m.class_name not in ("City", "Country")]
    return joined and not before


def comma_only(sentence: Sentence, members: Sequence[Mention]) -> bool:
    """Whether a list is two mentions with a comma between them."""
    return len(members) == 2 and sentence.text[members[0].end : members[1].start].strip() == ","
