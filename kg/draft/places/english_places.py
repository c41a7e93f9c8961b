"""Countries and seats of bodies by the English words about their names: the Danish firm X; X, based in Tbilisi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.draft.language.words import Sentence
from kg.draft.names.english_phrases import ASIDE
from kg.draft.names.known import KnownThings
from kg.draft.places.english_capitals import capitals_of_countries, country_of
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation, told_by_case
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_UNDER = r"supervised by|overseen by|under|subordinate to|answerable to|accountable to|reporting to|attached to"
_PART = r"arm|branch|unit|subsidiary|division|part|affiliate|offshoot|spin-off|faculty|department|school|laboratory|lab"
_ASIDES = tuple(
    (re.compile(rf"\b(?:{words}) (?:the )?\Z"), predicate, turned)
    for words, predicate, turned in (
        (_UNDER, "subordinateTo", False),
        (rf"(?:{_PART}) of|owned by|belonging to|controlled by|within", "belongsTo", False),
        ("(?:run|operated|managed|organised|organized|implemented|hosted|administered|carried out) (?:jointly )?by",
         "operates", True),
        ("(?:founded|set up|created|established|launched|started|opened|built) (?:jointly )?by", "founded", True),
        ("coordinated by", "coordinates", True),
        ("(?:partner|partners) of", "partnerOf", False),
        ("(?:member|members|resident|participant) (?:of|in)", "memberOf", False),
        ("(?:initiated|proposed|conceived) by", "initiated", True),
        ("successor (?:to|of)", "succeeded", False),
    )
)  # fmt: skip
_BODIES = ("Organisation", "IndustrialPark")
_SEVERAL = 2
_FROM = re.compile(
    r",? (?:(?:also|now|itself|both) )*(?:(?:an?|the|another|one of the) (?:[\w&’'-]+ ){1,7})?"
    r"(?:based |headquartered |located |situated |registered |incorporated |housed |out )?(?P<of>of|from|in|out of) "
    r"(?:the |nearby |neighbouring |neighboring )?(?:(?:city|town|port|capital) of )?(?:[\w-]+, )?\Z"
)
_MADE_IN = re.compile(r", (?:itself |originally |first )?(?:founded|established|set up|created|opened) in (?:the )?")
_PLACE_NOUN = re.compile(r",? (?:also |now )?(?:an?|the|another|one of) (?:[a-z-]+ ){0,3}\Z")
_AFTER_PLACE = re.compile(r"(?:-based|-headquartered|-born|-bred)?(?: [a-z][\w-]*){1,5}")
_BESIDE = re.compile(r" (?P<of>of|in|from) (?:the )?(?:(?:city|town) of )?\Z")
_IN_TOWN = re.compile(r"\b(?:in|at|from|near) (?:the (?:city|town) of )?\Z")
_ENDS = re.compile(r"[,.;)]|$| (?:on|from|in|at|to|with|and|by|for|this|last)\b", re.MULTILINE)
_IN = re.compile(r" (?:based )?in (?:the )?")
_OF_BRANCH = re.compile(r"\b(?:branch|office|campus|mission|delegation|representation) of (?:the )?\Z")
_OF_ANOTHER = frozenset({"establish", "open", "launch", "hold", "form", "sign", "organise", "speak", "participate"})


def towns_of_countries(read: ReadSentence) -> Iterator[Relation]:
    """The country that a sentence tells after a comma of a town where something is: in Valletta, Malta."""
    text = read.sentence.text
    for town, country in pairwise(read.mentions):
        if town.class_name != "City" or country.class_name != "Country" or text[town.end : country.start] != ", ":
            continue
        if _IN_TOWN.search(text[read.sentence.start : town.start]) and _ENDS.match(text, country.end):
            yield told_by_case(town, "locatedIn", country, 0.75, "en.place-beside")


def told_by_phrases(read: ReadSentence, schema: Schema, known: KnownThings) -> Iterator[Relation]:
    """The countries and seats of bodies that the words about their names tell."""
    yield from towns_of_countries(read)
    yield from capitals_of_countries(read, known)
    for at, mention in enumerate(read.mentions):
        if mention.start >= mention.end or not any(schema.is_a(mention.class_name, name) for name in _BODIES):
            continue
        if mention.is_reference:
            yield from _of_reference(read, at, known)
            continue
        yield from _before(read, mention, known)
        yield from _after(read, at, known)
        yield from _beside(read, at)


def _before(read: ReadSentence, mention: Mention, known: KnownThings) -> Iterator[Relation]:
    sentence = read.sentence
    if mention.begins < 0:
        return
    low, high = sentence.index_from(mention.begins), sentence.index_from(mention.start)
    for at in range(low, high):
        word = sentence.words[at]
        place = next((m for m in read.mentions if m.start == word.start and m.class_name in PLACES), None)
        if place is not None:
            place.inner = True
            if sentence.text[place.start - 1 : place.start] in ("-", "–"):
                continue  # the Azerbaijan–Türkiye Commission is of both
            if place.class_name == "Country" and "-based" not in sentence.text[place.end : mention.start]:
                yield told_by_case(mention, "ofCountry", place, 0.8, "en.country-before")
            else:
                yield told_by_case(mention, "locatedIn", place, 0.8, "en.seat-before")
        else:
            country = country_of(read, at, known)
            if country is not None and not _hyphened(sentence, at):
                yield told_by_case(mention, "ofCountry", country, 0.8, "en.country-adjective")


def _hyphened(sentence: Sentence, at: int) -> bool:
    """Whether an adjective is a part of a longer one: Uzbek-Korean, Dutch-funded."""
    word = sentence.words[at]
    around = sentence.text[word.start - 1 : word.start] + sentence.text[word.end : word.end + 1]
    return "-" in around or "–" in around


def _after(read: ReadSentence, at: int, known: KnownThings) -> Iterator[Relation]:
    """What the words after a comma say: X, a Swiss manufacturer; X, a Gdansk company; X, a firm from Japan."""
    mention, sentence = read.mentions[at], read.sentence
    aside = ASIDE.match(sentence.text, mention.end, sentence.end)
    if aside is None:
        return
    for other in read.mentions[at + 1 :]:
        if other.start >= aside.end():
            break
        if other.class_name not in PLACES:
            yield from _of_other(read, mention, other, aside.end())
            return
        gap = sentence.text[mention.end : other.start]
        if _MADE_IN.fullmatch(gap):
            made = told_by_case(mention, "establishedIn", other, 0.8, "en.aside")
            made.is_event, made.at = True, other.start
            yield made
            return
        from_ = _FROM.fullmatch(gap)
        attributive = _PLACE_NOUN.fullmatch(gap) and _AFTER_PLACE.match(sentence.text, other.end)
        if from_ is None and not attributive:
            return
        other.inner = True
        both = _of_several(read, mention, other, aside.end())
        if both is not None:
            for body, place in both:
                yield told_by_case(body, "ofCountry", place, 0.8, "en.aside")
            return
        seat = other.class_name != "Country" or "-based" in sentence.text[other.end : other.end + 6]
        seat = seat or re.search(r"\b(?:based|headquartered|located|situated|housed)\b", gap) is not None
        yield told_by_case(mention, "locatedIn" if seat else "ofCountry", other, 0.8, "en.aside")
        return
    first = sentence.index_from(mention.end)
    if not re.match(r", (?:also |now )?(?:an?|the|another|one of)\b", sentence.text[mention.end : aside.end()]):
        return
    for index in range(first, min(first + 6, len(sentence.words))):
        word = sentence.words[index]
        if word.start >= aside.end() or word.lower in ("of", "for", "in", "from", "with", "to", "that", "on", "by"):
            return
        country = country_of(read, index, known)
        following = sentence.words[index + 1].text if index + 1 < len(sentence.words) else ""
        if country is not None and not _hyphened(sentence, index) and following[:1].islower():
            yield told_by_case(mention, "ofCountry", country, 0.8, "en.aside")
            return


def _of_several(read: ReadSentence, last: Mention, first: Mention, end: int) -> list[tuple[Mention, Mention]] | None:
    """Listed bodies with listed countries, where «respectively» says so: A and B, firms of X and Y respectively.

    Nothing where there are several of both and it does not; None where only one of either is told.
    """
    countries = [m for m in read.mentions if m is first or (m.group == first.group >= 0 and m.class_name == "Country")]
    bodies = [m for m in read.mentions if m is last or (m.group == last.group >= 0 and m.end <= last.end)]
    if len(countries) < _SEVERAL or len(bodies) < _SEVERAL:
        return None
    for country in countries:
        country.inner = True
    told = "respectively" in read.sentence.text[countries[-1].end : end + len(" respectively")]
    return list(zip(bodies, countries, strict=True)) if told and len(bodies) == len(countries) else []


def _of_other(read: ReadSentence, mention: Mention, other: Mention, end: int) -> Iterator[Relation]:
    """What the words between commas say of another body: X, a unit of Y; X, a body supervised by Y; X, run by Y."""
    if mention.ends < end or other.end != end or not other.inner:
        return
    gap = read.sentence.text[mention.end : other.start].lower()
    told = next(((predicate, turned) for words, predicate, turned in _ASIDES if words.search(gap)), None)
    if told is None:
        return
    left, right = (other, mention) if told[1] else (mention, other)
    yield told_by_case(left, told[0], right, 0.8, "en.aside-of-other")


def _beside(read: ReadSentence, at: int) -> Iterator[Relation]:
    """The town that stands right after a name: Moravia Photonics of Brno, the Institute of Photonics in Almaty."""
    mention, sentence = read.mentions[at], read.sentence
    if mention.case == "gen" and at + 1 < len(read.mentions):
        return
    after = read.mentions[at + 1] if at + 1 < len(read.mentions) else None
    site = after is not None and after.class_name == "IndustrialPark" and after.mark in ("at", "in")
    if after is not None and site and mention.class_name != "IndustrialPark":
        if mention.head and re.fullmatch(r" (?:at|in|inside) (?:the )?", sentence.text[mention.end : after.start]):
            yield told_by_case(mention, "locatedIn", after, 0.75, "en.at-park")
        return
    if after is None or after.class_name not in ("City", "Region", "Country"):
        return
    if after.class_name == "Country":
        told = re.fullmatch(r" from (?:the )?", sentence.text[mention.end : after.start])
        if told is None and after.inner and after.case != "gen":
            told = re.fullmatch(r",\s?", sentence.text[mention.end : after.start])
        dash = re.fullmatch(r" [–—-] ", sentence.text[mention.end : after.start])
        alone = dash and sentence.text[sentence.start : mention.start].strip(" •*-") == ""
        told = told or (dash if alone and sentence.text[after.end : after.end + 1] in ("", "\n") else None)
        if told and mention.class_name not in ("NewsAgency", "GovernmentBody"):
            yield told_by_case(mention, "ofCountry", after, 0.75, "en.from-country")
        elif after.inner and mention.ends == after.end and re.fullmatch(_IN, sentence.text[mention.end : after.start]):
            yield told_by_case(mention, "locatedIn", after, 0.8, "en.place-beside")
        return
    match = _BESIDE.fullmatch(sentence.text[mention.end : after.start])
    if match is None or not (mention.head or mention.known or match["of"] == "of"):
        return
    if _OF_BRANCH.search(sentence.text[sentence.start : mention.start]):
        return  # a branch of A in Baku: the branch is there
    hits = (sentence.grammar.triggers.at(sentence.lowered, n) for n in range(sentence.index_from(mention.start)))
    if match["of"] == "in" and any(hit is not None and hit[1].name in _OF_ANOTHER for hit in hits):
        return  # A opened an office with B in Baku
    yield told_by_case(mention, "locatedIn", after, 0.8, "en.place-beside")


def _of_reference(read: ReadSentence, at: int, known: KnownThings) -> Iterator[Relation]:
    """What stands before a word for a body that was named: the Samarkand firm; the logistics maker from Samarkand."""
    mention, sentence = read.mentions[at], read.sentence
    index = sentence.index_from(mention.start)
    before = read.mentions[at - 1] if at else None
    gap = sentence.text[before.end : mention.start] if before is not None else ""
    apart = re.search(r"\bthe \Z", gap) or sentence.text.startswith(
        "the ", mention.start
    )  # to Seoul the ministry's team
    near = not apart and re.fullmatch(r"(?:-based)? (?:[a-z-]+ ){0,2}", gap)
    if before is not None and before.class_name == "City" and near:
        before.inner = True
        yield told_by_case(mention, "locatedIn", before, 0.8, "en.reference-of-place")
        return
    for back in (index - 1, index - 2):
        country = country_of(read, back, known) if back >= 0 else None
        if country is not None and not _hyphened(sentence, back):
            yield told_by_case(mention, "ofCountry", country, 0.8, "en.reference-of-country")
            return
    after = read.mentions[at + 1] if at + 1 < len(read.mentions) else None
    beside = sentence.text[mention.end : after.start] if after is not None else ""
    if after is not None and after.class_name == "City" and re.fullmatch(r" (?:from|based in|out of) ", beside):
        after.inner = True
        yield told_by_case(mention, "locatedIn", after, 0.8, "en.reference-of-place")
