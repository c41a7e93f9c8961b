"""Figures that the ontology has a property for: of how many countries, how many jobs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.language.families import in_family
from kg.draft.model import Reason
from kg.draft.names.russian_cases import is_adjective
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_NUMBER = re.compile(r"(?<![\w.,–—-])(\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:[.,](\d+))?(?![\w%–—]|[.,]\d)")
_YEAR = re.compile(r"(?:yil|йил|жыл|il(?:in|də|ə|i)?\Z|yıl|год)")
_BETWEEN = 3
_ORDINAL = re.compile(r"\.\s[^\W\d_A-ZÇĞİÖŞÜ]")
_GUESTS_OF = re.compile(r"\A[^.]*\b(?:from|of) (?:over |more than |some |about |nearly )?\d+ (?:[a-z]+ )?countries\b")
_OF = ("Initiative", "Organisation", "Event")


def figures(read: ReadSentence, schema: Schema, topic: Mention | None) -> Iterator[Relation]:
    """The figures of a sentence, of the initiative, center or event that it speaks of."""
    sentence = read.sentence
    subject = _subject(read, schema, topic)
    if subject is None:
        return
    for match in _NUMBER.finditer(sentence.text, sentence.start, sentence.end):
        if sentence.grammar.code == "tr" and _ORDINAL.match(sentence.text, match.end()):
            continue  # 34. küme
        if any(m.start <= match.start() < m.end for m in read.mentions if not m.is_reference):
            continue
        if match.start() <= sentence.start + 1 and re.match(r"[.)]\s", sentence.text[match.end() : match.end() + 2]):
            continue  # the number of an item
        index = sentence.index_from(match.end())
        magnitude = ""
        for at in range(index, min(index + _BETWEEN, len(sentence.words))):
            if (
                sentence.words[at].text.isdigit()
                or _YEAR.match(sentence.lowered[at])
                or (at > index and sentence.gap(at - 1, at).strip())
            ):
                break
            scale = sentence.grammar.magnitudes.at(sentence.lowered, at)
            if scale is not None:
                magnitude = scale[1].name
                continue
            hit = sentence.grammar.figures.at(sentence.lowered, at)
            if hit is None and sentence.grammar.code == "ru" and not is_adjective(sentence.lowered[at]):
                break  # 70 вузов из стран …
            if hit is None:
                continue
            if hit[1].name == "jobsSupported" and not _makes_jobs(read, match.start()):
                break
            if hit[1].name == "countryCount" and not _counts_countries(read, subject, schema):
                break
            value = re.sub(r"\s", "", match[1])
            if match[2]:
                thousands = sentence.grammar.code == "en" and re.fullmatch(
                    r",\d{3}", sentence.text[match.end(1) : match.end()]
                )
                if sentence.grammar.code == "tr":
                    thousands = re.fullmatch(r"\.\d{3}", sentence.text[match.end(1) : match.end()])
                value += match[2] if thousands else f".{match[2]}"
            end = sentence.words[at + hit[0] - 1].end
            number = Mention(
                match.start(), end, value, "", sentence.grammar.code, "figure", 1.0, (), entity=value, known=True
            )
            rule = f"{sentence.grammar.code}.figure.{hit[1].name}"
            told = Relation(subject, hit[1].name, number, 0.7, rule, (Reason.BY_ORDER,), ((match.start(), end),))
            if magnitude:
                told.values["magnitude"] = magnitude
            yield told
            break


def _makes_jobs(read: ReadSentence, place: int) -> bool:
    """Whether an English sentence says that jobs come of something: not that they are cut, or could come."""
    if read.sentence.grammar.code != "en":
        return True
    before = [word for n, word in enumerate(read.sentence.lowered) if read.sentence.words[n].start < place]
    made = any(in_family(word, read.sentence.grammar, "makes_jobs") for word in read.sentence.lowered)
    return made and not any(in_family(word, read.sentence.grammar, "perhaps") for word in before)


def _counts_countries(read: ReadSentence, subject: Mention, schema: Schema) -> bool:
    """Whether a sentence says that countries take part in an event or work with a body, not where goods go (ru)."""
    grammar = read.sentence.grammar
    if grammar.code == "en" and "attended" in read.sentence.lowered:
        return any(schema.is_a(subject.class_name, sort) for sort in ("Event", "Initiative"))  # of no body
    return (
        grammar.code != "ru"
        or schema.is_a(subject.class_name, "Initiative")
        or any(in_family(w, grammar, "counts_countries") for w in read.sentence.lowered)
    )


def _subject(read: ReadSentence, schema: Schema, topic: Mention | None) -> Mention | None:
    """What a figure is of: the initiative of the sentence, else its subject, else what was told before."""
    fit = [m for m in read.mentions if any(schema.is_a(m.class_name, name) for name in _OF) and not m.inner]
    if read.sentence.grammar.code == "tr":
        fit = [m for m in fit if m.start < m.end] or fit  # Fuara 14 ülkeden …
    fit = [m for m in fit if m.class_name != "NewsAgency"]
    gathered = [m for m in fit if schema.is_a(m.class_name, "Event") and m.mark in ("loc", "dat", "within")]
    if gathered and read.sentence.grammar.code == "az":
        return gathered[0]  # sarayda keçirilən konfransda 20 ölkədən …
    if read.sentence.grammar.code == "ru":  # в мероприятиях съезда приняли участие ректоры из 18 стран
        held = [m for m in fit if schema.is_a(m.class_name, "Event") and m.mark in ("in", "at", "gen", "within")]
        if held and any(word.startswith("участ") for word in read.sentence.lowered):
            return held[0]
    if read.sentence.grammar.code == "en" and _GUESTS_OF.search(read.sentence.text[read.sentence.start :]):
        held = [m for m in fit if schema.is_a(m.class_name, "Event") and m.mark in ("nom", "at", "in", "to", "of")]
        if len(held) == 1:
            return held[0]  # 60 companies from 14 countries presented their products at the exhibition
    running = [m for m in fit if schema.is_a(m.class_name, "Initiative")]
    if running:
        return running[0]
    if fit:
        return next((m for m in fit if m.mark in ("nom", "loc", "dat", "in")), None)
    said = read.sentence.grammar.code == "az" and any(
        m.class_name == "Person" and m.mark == "nom" for m in read.mentions
    )
    return topic if topic is not None and schema.is_a(topic.class_name, "Initiative") and not said else None
