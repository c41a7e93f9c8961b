"""An article cut into stretches of one language, and these into sentences; the time grows with the length alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.language.grammar import grammar_of, languages
from kg.draft.language.words import WORD, Sentence
from kg.facts.names.folding import lower
from kg.facts.texts.segments import sentence_spans
from kg.facts.texts.written_language import language_of

_PARAGRAPH = re.compile(r"[^\n]+")
_TITLE = re.compile(r"(?<=[^\W\d_]\s)[\"“«][^\"“”«»\n]{5,160}[\"”»](?=\s?[a-zəöüğışç])")
"""What stands in quotation marks within a sentence, which goes on after it."""
_LONGEST, _LONGEST_SENTENCE = 3000, 1500
_LEAST_IN_HEADING, _CAPITALS = 4, 0.8
_KAZAKH_ONLY = frozenset("әіңүұөһ")
_KAZAKH, _UZBEK_MARKS = frozenset("әіңғүұқөһ"), ("oʻ", "gʻ", "o‘", "g‘", "o'", "g'", "o`", "g`", "o’", "g’")


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, and of those that are longer than any should be, pieces that end at a space."""
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        while end - start > _LONGEST:
            cut = text.rfind(". ", start + _LONGEST // 2, start + _LONGEST)
            cut = cut + 1 if cut > 0 else text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield start, cut
            start = cut
        if text[start:end].strip():
            yield start, end


def is_headline(sentence: Sentence) -> bool:
    """Whether a sentence is a line without a full stop at the head of an article: what it says is told again below."""
    tail = sentence.text[sentence.start : sentence.end].rstrip(" »”\"'")
    more = sentence.text[sentence.end :].strip()
    return sentence.number == 0 and bool(more) and not tail.endswith((".", "!", "?", ":", "…"))


def is_in_capitals(sentence: Sentence) -> bool:
    """Whether a sentence is a line at the head of an article in which all but small words begin with a capital."""
    long = [word for word in sentence.words if len(word.text) >= _LEAST_IN_HEADING and word.text[0].isalpha()]
    before = sentence.text[max(0, sentence.start - 1) : sentence.start].strip()
    alone = not before and not sentence.text[sentence.start : sentence.end].rstrip().endswith((".", "?", "!"))
    capitals = sum(not word.text[0].islower() for word in long)
    return alone and sentence.number <= 1 and len(long) >= _LEAST_IN_HEADING and capitals >= _CAPITALS * len(long)


def likely_language(text: str, otherwise: str = "") -> str:
    """The language of a text that may be short: by its words, else by letters that only one language has.

    >>> likely_language("Шанхайда орталық ашылды"), likely_language("Mərkəz açılıb")
    ('kk', 'az')
    """
    told = language_of(text)
    if told in languages():
        return told
    lowered = text.replace("İ", "i").lower()
    letters = [letter for letter in lowered if letter.isalpha()]
    if not letters:
        return otherwise
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters) > len(letters) / 2
    if cyrillic:
        if any(letter in "ўҳ" for letter in letters) and not set(letters) & _KAZAKH_ONLY:
            return "uz"
        if sum(letter in _KAZAKH for letter in letters) * 40 >= len(letters) and otherwise != "uz":
            return "kk"
        if otherwise == "uz" and not set(letters) & set("ыщ") and _words_of("uz", text) >= _words_of("ru", text):
            return "uz"
        return "ru"
    if letters.count("ə") * 50 >= len(letters):
        return "az"
    marks = sum(lowered.count(mark) for mark in _UZBEK_MARKS)
    if marks * 60 >= len(letters) and not set(letters) & set("ışçğü"):
        return "uz"
    candidates = [code for code in languages() if code not in ("kk", "ru", "az" if "ə" not in letters else "")]
    scored = sorted((-_words_of(code, text), code != otherwise, code) for code in candidates)
    if scored and scored[0][0] < 0:
        return scored[0][2]
    if otherwise not in ("", "ru", "kk"):
        return otherwise
    return "tr" if set(letters) & set("ığş") else "en"


def _words_of(code: str, text: str) -> int:
    """How many words of a text the table of a language knows: of grammar, heads, triggers."""
    told = grammar_of(code, text)
    words = tuple(lower(match[0], code) for match in WORD.finditer(text[:2000]))
    return sum(
        2
        * (
            word in told.stops
            or word in told.connectors
            or told.marks.at(words, at) is not None
            or told.conjunctions.at(words, at) is not None
        )
        + (told.triggers.at(words, at) is not None or told.form(words, at, "heads") is not None)
        for at, word in enumerate(words)
    )


def sentences(text: str, told: str = "") -> Iterator[Sentence]:
    """The sentences of an article in order, each with its language; `told` is that of the whole, where it is known."""
    main = told or likely_language(text[:20_000])
    number = 0
    for start, end in stretches(text):
        piece = text[start:end]
        language = told or _of_piece(piece, main)
        for first, last in _whole(piece, language):
            while last - first > _LONGEST_SENTENCE:
                own = grammar_of(language, piece[first : first + _LONGEST_SENTENCE])
                yield Sentence(text, start + first, start + first + _LONGEST_SENTENCE, language, own, number)
                first, number = first + _LONGEST_SENTENCE, number + 1
            code = language if told else _own(piece[first:last], language)
            yield Sentence(text, start + first, start + last, code, grammar_of(code, piece[first:last]), number)
            number += 1


def _whole(piece: str, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph; a full stop within a title of an Azerbaijani event or book ends none."""
    titles = [match.span() for match in _TITLE.finditer(piece)] if language == "az" else []
    begun: int | None = None
    for first, last in sentence_spans(piece, language):
        begun = first if begun is None else begun
        if any(start < last < end for start, end in titles):
            continue
        yield begun, last
        begun = None
    if begun is not None:
        yield begun, len(piece)


def _of_piece(piece: str, main: str) -> str:
    """The language of a paragraph: that of the article, unless its words speak clearly for another."""
    told = likely_language(piece, main)
    if told == main or (told in ("kk", "ru")) != (main in ("kk", "ru")):
        return told
    return told if _words_of(told, piece) > 2 * _words_of(main, piece) else main


def _own(sentence: str, language: str) -> str:
    """The language of one sentence of a paragraph in which languages may be mixed."""
    letters = [letter for letter in sentence if letter.isalpha()]
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters) > len(letters) / 2
    first = next(iter(letters), "")
    if letters and cyrillic != (language in ("kk", "ru")) and ("\u0400" <= first <= "\u04ff") == cyrillic:
        return likely_language(sentence, language)
    told = language_of(sentence)
    if told == language or told not in languages():
        return language
    return told if _words_of(told, sentence) > 2 * _words_of(language, sentence) else language
