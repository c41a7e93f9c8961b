"""What names say of one another: whose, where, of which country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.draft.city_adjectives import city_of_adjective
from kg.draft.english_places import told_by_phrases
from kg.draft.known import KnownThings
from kg.draft.model import Reason
from kg.draft.people import is_title
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.russian_cases import is_adjective
from kg.draft.spans import Mention
from kg.facts.model import Entity
from kg.facts.names.folding import fold
from kg.facts.schema import Schema

NEVER_OPENED = ("InternationalOrganisation", "GovernmentBody", "NewsAgency", "Person")
"""What no ceremony opens: such a name beside one says whose the thing is that is opened."""
_OVER = ("GovernmentBody", "Country", "Organisation", "Agent")
"""Under what a body stands that is no part of it."""
_APART = 8
_APPOSED_WORDS = 5
_BRANCHES = frozenset({
    *("филиал", "представительств", "отделени", "офис", "подразделени", "өкілдік", "бөлімше", "кеңсе"),
    *("filial", "nümayəndəlik", "fakültə", "kafedra"),
})  # fmt: skip
"""Heads of what is a part of the body that owns it."""
_FROM_CITY = {"kk": re.compile(r"(\w{3,})[лдт][ыі]қ"), "uz": re.compile(r"(\w{3,})lik")}
_MOST_DESCRIBING = 3
_SITE = re.compile(
    r"(?:завод|фабрик|комбинат|филиал|офис|представительств|лаборатори|школ|дата центр|кампус|библиотек|музе|клиник|"
    r"больниц)"
)
_MAKING = ("establish", "open", "launch", "form")
_INITIATIVES = ("Initiative", "Programme", "Strategy", "Network", "Cluster", "Platform")


def described(read: ReadSentence, schema: Schema, known: KnownThings) -> Iterator[Relation]:
    """What names say of one another: the Center of the Union in China, the ministry's agency."""
    code = read.sentence.grammar.code
    mentions = read.mentions
    if code == "en":
        yield from told_by_phrases(read, schema, known)
    owners = {id(m.owner): m for m in mentions if m.rule == "branch"}
    for at, mention in enumerate(mentions):
        if id(mention) in owners and mention.place is not None:  # Nukusdagi IT Park filiali: the branch is there
            branch = owners[id(mention)]
            branch.place, mention.place = branch.place or mention.place, None
        if mention.owner is not None and mention.mark != "adj":
            predicate = _of_owner(mention, mention.owner, schema)
            if predicate:
                sure = 0.8 if predicate != "belongsTo" else 0.6
                yield _described_by(mention, predicate, mention.owner, sure, f"{code}.possessor")
        if (
            mention.place is not None
            and not (code == "kk" and mention.class_name == "InternationalOrganisation")
            and mention.rule != "described"
            and (schema.is_a(mention.class_name, "Organisation") or mention.class_name == "IndustrialPark")
        ):
            origin = mention.place.rule == "place-of-origin" and mention.place.class_name == "Country"
            predicate = "ofCountry" if origin else "locatedIn"
            yield _described_by(mention, predicate, mention.place, 0.8, f"{code}.place-of")
        place = mention.place or (mention.owner.place if mention.owner is not None else None)
        if schema.is_a(mention.class_name, "Event") and place is not None and place.class_name == "City":
            yield replace(_described_by(mention, "heldIn", place, 0.75, f"{code}.event-in-place"), is_event=True)
        if schema.is_a(mention.class_name, "Event") and code in ("en", "ru"):
            yield from _held_in(read, at)
        if code == "tr" and mention.class_name == "Person" and at and mentions[at - 1].mark == "abl":
            body = mentions[at - 1]
            between = range(read.sentence.index_from(body.end), read.sentence.index_from(mention.start))
            titled = all(is_title(read.sentence, n) for n in between)
            if schema.is_a(body.class_name, "Organisation") and titled:
                yield _described_by(mention, "worksFor", body, 0.75, f"{code}.from-body")
        if mention.mark == "under":
            other = _beside(read, mentions, at) or _subject_before(read, mentions, at)
            if (
                other is not None
                and schema.is_a(other.class_name, "Organisation")
                and schema.is_a(mention.class_name, "Organisation")
                and not _is_denied(read, other, mention)
            ):
                bound = code not in ("uz", "az", "kk", "tr") or _is_bound(read, mention)
                of_state = mention.class_name in _OVER or bound
                predicate = "subordinateTo" if of_state else "belongsTo"
                yield _described_by(other, predicate, mention, 0.8, f"{code}.under")
        if schema.is_a(mention.class_name, "Organisation") and not mention.is_reference:
            yield from _country_of(read, at, known)
            yield from _by_adjective(read, mention, known)
            yield from _seat_of(read, at)
            yield from _origin_of(read, at)
            yield from _stands_in(read, at)


def _is_bound(read: ReadSentence, mention: Mention) -> bool:
    """Whether the word after a Turkish name says that something is under it, not a part of it: X'e bağlı."""
    index = read.sentence.index_from(mention.end)
    return read.sentence.grammar.code == "tr" and read.sentence.lowered[index : index + 1] == ("bağlı",)


def _is_denied(read: ReadSentence, left: Mention, right: Mention) -> bool:
    """Whether a word that denies or doubts stands in the clause of two mentions."""
    grammar, sentence = read.sentence.grammar, read.sentence
    first, last = sentence.index_from(min(left.start, right.start)), sentence.index_from(max(left.end, right.end))
    if grammar.code == "tr" and left.end <= right.start and "," in sentence.text[left.end : right.start]:
        first = sentence.index_from(right.start)  # A'ya değil, B'ye bağlı
    reach = range(first, min(len(sentence.words), last + _APART) if grammar.verb_last else last)
    cues = (grammar.cue_words.at(sentence.lowered, at) or grammar.cue_before.at(sentence.lowered, at) for at in reach)
    return any(hit is not None and hit[1].name in ("denied", "unsure") for hit in cues)


def _subject_before(read: ReadSentence, mentions: Sequence[Mention], at: int) -> Mention | None:
    """The subject of a sentence that says under whom it stands: Орталық университеттің жанынан құрылған."""
    if not read.sentence.grammar.verb_last:
        return None
    told = [m for m in mentions[:at] if m.mark == "nom" and not m.inner and m.class_name != "Person"]
    return told[-1] if told else None


def _beside(read: ReadSentence, mentions: Sequence[Mention], at: int) -> Mention | None:
    """The body that stands under another: after it where the verb comes last, else before it."""
    mention = mentions[at]
    if read.sentence.grammar.verb_last:
        later = mentions[at + 1 :]
        if read.sentence.grammar.code == "az":  # MKA-nın nəzdində, Sumqayıtda «Qalxan» poliqonu
            later = [m for m in later if m.class_name not in ("City", "Region")]
        other = later[0] if later else None
        gap = read.sentence.text[mention.end : other.start] if other is not None else ""
        gap = re.sub(r"^\W*\w+də?,", "", gap) if read.sentence.grammar.code == "az" else gap
    else:
        other = mentions[at - 1] if at else None
        gap = read.sentence.text[other.end : mention.start] if other is not None else ""
    gap = re.sub(r"^, which\b", "", gap)  # X, which operates under Y
    return other if other is not None and len(gap.split()) <= 5 and ";" not in gap and "," not in gap else None


def _of_owner(mention: Mention, owner: Mention, schema: Schema) -> str:
    name = mention.class_name
    if mention.rule == "branch":
        return "belongsTo"
    if name == "OpeningCeremony":
        return "openingOf" if owner.class_name not in ("Country", *NEVER_OPENED) else ""
    if owner.class_name == "Country":
        if name in ("City", "Region", "IndustrialPark"):
            return "locatedIn"
        return "ofCountry" if schema.is_a(name, "Organisation") or name in _INITIATIVES else ""
    if owner.class_name == "City" and schema.is_a(name, "Organisation"):
        return "locatedIn"
    if mention.language == "kk" and schema.is_a(name, "Event") and owner.class_name != "InternationalOrganisation":
        return ""  # «X» технопаркінің ашық есік күні
    if schema.is_a(name, "Event") and owner.class_name not in ("Company", *_INITIATIVES):
        return "belongsTo" if schema.is_a(owner.class_name, "Organisation") else ""
    if schema.is_a(name, "Event"):
        return "belongsTo"
    of_body = name.endswith("Center") or name in _INITIATIVES or mention.head.split(" ")[-1].rstrip("*") in _BRANCHES
    is_school = mention.language == "az" and name == "ResearchOrganisation"  # SOCAR-ın Ali Neft Məktəbi
    of_body = of_body or (is_school and owner.class_name != "ResearchOrganisation")
    if (schema.is_a(owner.class_name, "Organisation") or owner.class_name == "IndustrialPark") and of_body:
        return "belongsTo"
    return ""


def _described_by(left: Mention, predicate: str, right: Mention, confidence: float, rule: str) -> Relation:
    first, second = sorted((left, right), key=lambda m: m.start)
    spans = ((first.start, first.end), (second.start, second.end))
    return Relation(left, predicate, right, confidence, rule, (Reason.BY_CASE,), spans, at=left.start)


def _by_adjective(read: ReadSentence, mention: Mention, known: KnownThings) -> Iterator[Relation]:
    """The country that an adjective before a body's name tells: с японской корпорацией «…», Uzbek Agency for …"""
    sentence = read.sentence
    code, index = sentence.grammar.code, sentence.index_from(mention.start)
    places = _words_before(read, index)
    if mention.class_name == "GovernmentBody" and not mention.known and index < len(sentence.words):
        places = [index, *places]
    for at in places:
        word = sentence.words[at]
        city = _city_of(word.lower, code, known)
        if city is not None and at < index:
            told = Mention(
                word.start, word.end, city.names[0].text, city.class_name, code, "place-name", 0.85,
                (Reason.BY_PLACE_NAMES,), entity=city.id, known=city.id in known.entities, sentence=sentence.number,
            )  # fmt: skip
            yield _described_by(mention, "locatedIn", told, 0.8, f"{code}.city-adjective")
            return
        country = known.of_adjective(word.lower, code)
        if country and sentence.text[word.start - 1 : word.start] in ("-", "–"):
            return  # узбекско-корейский альянс: of both
        if country:
            told = Mention(
                word.start, word.end, country, "Country", code, "place-name", 0.9, (Reason.BY_PLACE_NAMES,),
                entity=country, known=country in known.entities, sentence=sentence.number,
            )  # fmt: skip
            yield _described_by(mention, "ofCountry", told, 0.8, f"{code}.country-adjective")
            return


def _city_of(word: str, code: str, known: KnownThings) -> Entity | None:
    """The city that an adjective made by an ending is of: алматылық, toshkentlik, бакинский."""
    if code == "ru":
        return known.places.get(city_of_adjective(word))
    ending = _FROM_CITY.get(code)
    match = ending.fullmatch(word) if ending is not None else None
    place = known.place_names.get(fold(match[1])) if match is not None else None
    return place if place is not None and place.class_name == "City" else None


def _words_before(read: ReadSentence, index: int) -> list[int]:
    """The places of the words right before a name that may describe it: adjectives in Russian, else one head."""
    sentence, found = read.sentence, []
    for at in range(index - 1, max(-1, index - 1 - _MOST_DESCRIBING), -1):
        if sentence.gap(at, at + 1).strip(' «"“'):
            break
        found.append(at)
        is_head = sentence.grammar.form(sentence.lowered, at, "heads") is not None
        if not is_head and not (sentence.grammar.code == "ru" and is_adjective(sentence.lowered[at])):
            break
        if sentence.grammar.code != "ru" and len(found) > 1:
            break
    return found


def _stands_in(read: ReadSentence, at: int) -> Iterator[Relation]:
    """Where a building or a site is that a place follows: технопарк «X» в Балхаше, unless it is only to be opened."""
    mention = read.mentions[at]
    after = next((m for m in read.mentions[at + 1 :] if m is not mention.owner), None)
    if read.sentence.grammar.code != "ru" or after is None or after.class_name not in ("City", "Region"):
        return
    if mention.inner:
        return
    origin = read.sentence.text[mention.end : after.start].strip(' »”"') in ("из", "из города")
    if origin and mention.class_name not in ("GovernmentBody", "NewsAgency"):
        yield _described_by(mention, "locatedIn", after, 0.75, "ru.comes-from")
        return
    if after.mark != "in":
        return
    end = max(mention.end, mention.owner.end) if mention.owner is not None else mention.end
    gap = read.sentence.text[end : after.start].strip(' »”"')
    sited = mention.class_name.endswith(("Center", "Park")) or mention.class_name == "ResearchOrganisation"
    if gap not in ("в", "во", "в городе", "в г.") or not (sited or _SITE.match(mention.head)):
        return
    sentence = read.sentence
    hits = (sentence.grammar.triggers.at(sentence.lowered, n) for n in range(len(sentence.words)))
    if not any(hit is not None and hit[1].name in _MAKING for hit in hits):
        yield _described_by(mention, "locatedIn", after, 0.75, "ru.stands-in")


def _country_of(read: ReadSentence, at: int, known: KnownThings) -> Iterator[Relation]:
    """The country of a body: in brackets after it, in an apposition, or in the name of a ministry."""
    code, mentions = read.sentence.grammar.code, read.mentions
    mention, text = mentions[at], read.sentence.text
    after = mentions[at + 1] if at + 1 < len(mentions) else None
    if after is not None and after.class_name == "Country":
        gap = text[mention.end : after.start]
        closed = text[after.end : after.end + 1]
        if (gap.strip(' »”"') == "(" and closed in "),") or (
            _is_apposition(gap) and after.mark in ("from", "nom", "of")
        ):
            after.inner = True
            yield _described_by(mention, "ofCountry", after, 0.8, f"{code}.country-beside")
    if code == "kk" and mention.class_name == "GovernmentBody" and not mention.known and mention.owner is None:
        yield from _country_named(mention, known)
    own = known.country_of.get(mention.entity, "")
    if mention.class_name == "GovernmentBody" and mention.known and own:
        named = [m for m in mentions if m.entity == own and (m.inner or m is mention.owner)]
        country = next(iter(named), None)
        if country is None and known.names_country(mention, own):
            country = Mention(
                mention.start, mention.end, own, "Country", code, "place-name", 0.9, (Reason.BY_PLACE_NAMES,),
                entity=own, known=True,
            )  # fmt: skip
        if country is not None:
            yield _described_by(mention, "ofCountry", country, 0.8, f"{code}.country-in-name")


def _country_named(mention: Mention, known: KnownThings) -> Iterator[Relation]:
    """The country that the name of a body of government opens with: Қазақстан Үкіметі."""
    words = mention.name.split()
    for length in (2, 1):
        place = known.place_names.get(fold(" ".join(words[:length])))
        if place is not None and place.class_name == "Country" and len(words) > length:
            told = Mention(
                mention.start, mention.end, words[0], "Country", mention.language, "place-name", 0.9,
                (Reason.BY_PLACE_NAMES,), entity=place.id, known=place.id in known.entities, sentence=mention.sentence,
            )  # fmt: skip
            yield _described_by(mention, "ofCountry", told, 0.8, f"{mention.language}.country-in-name")
            return


def _held_in(read: ReadSentence, at: int) -> Iterator[Relation]:
    """Where an event is held that stands beside its city: the forum in Astana, на форуме в Баку."""
    mentions, sentence = read.mentions, read.sentence
    owner = mentions[at].owner
    own = 1 if owner is not None and at + 1 < len(mentions) and mentions[at + 1] is owner else 0
    after = mentions[at + 1 + own] if at + 1 + own < len(mentions) else None
    if after is None or after.class_name not in ("City", "Region") or after.mark not in ("in", "loc"):
        return
    gap = sentence.text[mentions[at + own].end : after.start]
    if len(gap.split()) <= 1 and not gap.strip(' »”"').startswith((",", ".", ";")):
        told = _described_by(mentions[at], "heldIn", after, 0.8, f"{sentence.grammar.code}.event-in-place")
        told.is_event = True
        yield told


def _is_apposition(gap: str) -> bool:
    """Whether what is between says what a body is, and where from: X, a research organisation from …"""
    return bool(re.fullmatch(r",? an? [\w -]{3,40} (?:from|of|in) ", gap))


def _origin_of(read: ReadSentence, at: int) -> Iterator[Relation]:
    """Where a body is from by the word before it: İzmirli girişim X, Kazakistan menşeli Y, Gürcistan'dan Z."""
    grammar, mentions = read.sentence.grammar, read.mentions
    before = mentions[at - 1] if at else None
    if before is None or before.class_name not in ("City", "Country", "Region") or not grammar.origin_ends:
        return
    gap = read.sentence.text[before.end : mentions[at].start].strip(' «"“')
    words = gap.lower().split()
    if len(words) > _APPOSED_WORDS or re.search(r"[.,;:()]", gap) or (gap and not gap.islower()):
        return
    seat = grammar.seat_words.get(words[0], "") if words else ""
    from_there = before.mark == "abl" and not words and mentions[at].mark not in ("dat", "abl", "loc")
    if before.mark == "origin" or from_there or (seat and before.mark in ("nom", "")):
        of_country = before.class_name == "Country" and seat != "seat"
        before.inner = True
        yield _described_by(
            mentions[at], "ofCountry" if of_country else "locatedIn", before, 0.8, f"{grammar.code}.origin"
        )


def _seat_of(read: ReadSentence, at: int) -> Iterator[Relation]:
    """Where a body is based: Tashkent-based X, İstanbul merkezli X; X, a company based in Shanghai."""
    code, mentions = read.sentence.grammar.code, read.mentions
    mention, text = mentions[at], read.sentence.text
    before = mentions[at - 1] if at else None
    after = mentions[at + 1] if at + 1 < len(mentions) else None
    if before is not None and before.class_name in ("City", "Country", "Region"):
        gap = text[before.end : mention.start].strip(' «"“').lower()
        if gap in ("-based", "merkezli", "'da bulunan"):
            before.inner = True
            yield _described_by(mention, "locatedIn", before, 0.8, f"{code}.seat")
    seat = after is not None and after.mark == "seat" and after.class_name in ("City", "Country", "Region")
    if after is None or not seat:
        return
    gap = text[mention.end : after.start]
    if "." not in gap and len(gap.split()) < _APART:
        yield _described_by(mention, "locatedIn", after, 0.8, f"{code}.seat")
