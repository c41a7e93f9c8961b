"""The small words beside a name that mark it: the preposition before it, or what stands after it."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

_ADJECTIVE = re.compile(
    r"(?:[ai]l|ic|ous|ed|[^y]ing|ive|ary|ent|ant|ful|less|able|ible|an|ish|ese|wide|est|own)\Z|"
    r"(?:new|young|old|future|private|public|state|same|third|second|first)\Z"
)
"""What the last word between an article and a name is like: the upcoming Aral Forum; but on the final day X came."""
_ARTICLES = ("the", "a", "an", "its", "their", "this")
_TOWNS = ("capital", "city", "town", "village", "port", "suburb")
_OF_MANY = re.compile(r"(?:[аяыи]ми|мя|ью|[ая]х|[ая]м|[оеё]в|ей|[ыи]х|[дт]вум)\Z")
"""What Russian plurals in a case end in, and the numbers before them: тремя ведущими вузами, двух компаний."""
_RELATIVES = ("which", "whom", "that", "who", "whose", "where", "when", "while", "if", "because")


def mark_after(sentence: Sentence, mention: Mention) -> str:
    """The mark of the word that stands after a name."""
    index = sentence.index_from(mention.end)
    words = sentence.words
    if index >= len(words) or not re.fullmatch(r"[\s»\"”)’']*", sentence.text[mention.end : words[index].start]):
        return ""
    if sentence.grammar.code == "kk" and mention.class_name == "Person":
        told = re.fullmatch(r"(?:мырза|ханым)([^\W\d_]*)", sentence.lowered[index])
        if told is not None and told[1] and sentence.grammar.case_of(told[1]):
            return sentence.grammar.case_of(told[1]) or ""  # X ханыммен кездесті
        index += told is not None and index + 1 < len(words)  # X мырза мен Y
    return mark_at(sentence, index) or ""


def mark_before(sentence: Sentence, mention: Mention) -> str:
    """The mark of the preposition before a name; small words may stand between."""
    words, grammar = sentence.words, sentence.grammar
    index = sentence.index_from(mention.start if mention.begins < 0 else mention.begins)
    if grammar.code == "en" and mention.class_name == "City":
        index = _first_of_town(sentence, index)
    is_list = False
    for back in range(1, 3 if grammar.code == "en" else 6):
        at = index - back
        if at < 0:
            return ""
        if re.search(r"[,;:.()—–]", sentence.gap(at, at + 1) if at + 1 < len(words) else ""):
            if not _opens_list(sentence, at, index):
                return ""
            is_list = True
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
        if is_list and _OF_MANY.search(word.lower):
            continue
        if grammar.code == "ru" and not re.search(
            r"(?:ого|его|ой|ей|ых|их|ым|им|ом|ем|ую|юю|ей|ом|городе|столице|компанией|компании|организацией|ами|ями)\Z",
            word.lower,
        ):
            return ""
    return _before_adjectives(sentence, index) if grammar.code == "en" else ""


def _opens_list(sentence: Sentence, at: int, index: int) -> bool:
    """Whether a Russian word in the plural opens the list that a name is the first of: с тремя вузами: A, B и C."""
    gap = sentence.gap(at, at + 1) if at + 1 == index else ""
    told = sentence.grammar.code == "ru" and gap in (": ", " — ", " – ") and sentence.words[at].text.islower()
    return told and _OF_MANY.search(sentence.lowered[at]) is not None


def _first_of_town(sentence: Sentence, index: int) -> int:
    """Where the words begin that only say what an English town is: in the Kazakh capital Astana, the city of Osh."""
    lowered, noun = sentence.lowered, index - 1
    noun -= lowered[noun] == "of" if noun > 0 else 0
    if noun < 1 or lowered[noun] not in _TOWNS or sentence.gap(index - 1, index).strip(" ,"):
        return index
    for article in range(noun - 1, max(-1, noun - 4), -1):
        if lowered[article] in _ARTICLES:
            return article
        if sentence.gap(article, article + 1).strip():
            break
    return index


def _before_adjectives(sentence: Sentence, index: int) -> str:
    """The mark of a preposition that an article and a word or two part from a name: at the upcoming Aral Forum."""
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    for article in range(index - 2, max(0, index - 4), -1):
        if lowered[article] not in _ARTICLES:
            continue
        between = range(article + 1, index)
        plain = all(words[n].text.islower() and not sentence.gap(n - 1, n).strip(" -") for n in between)
        plain = plain and _ADJECTIVE.search(lowered[index - 1]) is not None
        tells = any(
            grammar.triggers.at(lowered, n) or grammar.marks.at(lowered, n) or grammar.conjunctions.at(lowered, n)
            or any(grammar.form(lowered, n, table) for table in ("heads", "posts", "agreements"))
            for n in between
        )  # fmt: skip
        if not plain or tells or sentence.gap(index - 1, index).strip() or sentence.gap(article - 1, article).strip():
            return ""
        return "" if _is_of_provision(sentence, article - 1) else _ending_at(sentence, article - 1) or ""
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


def mark_at(sentence: Sentence, at: int) -> str | None:
    """The mark of the small word, or of several, that begins at `at`."""
    hit = sentence.grammar.marks.at(sentence.lowered, at)
    return hit[1].name if hit is not None else None
