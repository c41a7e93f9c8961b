"""Meetings that English sentences tell without a name: X met Y; talks between X and Y; X received a delegation of Y."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SORT = r"(?:[a-z-]+ ){0,3}"
_NOUN = r"(?:meetings?|talks|negotiations|consultations|discussions|conversations?|(?:phone|video|telephone) calls?)"
_MET = re.compile(
    r"\b(?P<verb>met(?! (?:the|all|its|their|his|her) (?!delegat|members|leadership|management|heads?\b)"
    r"[a-z]+ (?:of|for|with|set))|meets?|meeting|sat down|"
    rf"conferred|(?:held|holds?|holding|had|has had|hosted|conducted) (?:a |an |the )?{_SORT}{_NOUN})\b"
    r"(?! (?:between|of)\b)(?: (?:today|yesterday|recently|separately|here|on \w+day|in [A-Z]\w+|online|"
    r"virtually|(?:in|via|by) an? [a-z-]+ (?:format|link|mode)),?)*"
    r"(?P<with>,? (?:together )?(?:with|by video link with))?"
)
_RECEIVED = re.compile(
    r"\b(?P<verb>received|receives|hosted|welcomed|call(?:ed|s) (?:up)?on|"
    r"(?:paid|pays) (?:a |an )?(?:[a-z]+ ){0,2}call (?:up)?on)(?= )"
)
_RECEIVED_BY = re.compile(
    r"\b(?P<verb>(?:was|were|has been|have been) (?:also )?(?:received|welcomed|greeted) by)(?= )"
)
_APART = re.compile(r"[,;:.]| (?:to|from|after|before|that|which|who|on|in|for|with|by|over|into) ")
_ASKED = re.compile(r",? (?:not )?to [a-z]")
_BETWEEN = re.compile(
    rf"\b(?P<verb>(?i:{_NOUN}))(?: (?:was|were|has been|have been|is|are))?(?: (?:held|that took place))?"
    r"(?: (?:today|yesterday|on \w+day|in [A-Z]\w+|here))* (?:between|of|with|involving)\b"
)
_VISIT = re.compile(
    r"\b(?P<verb>visited|visits|paid (?:a |an )?(?:[a-z-]+ ){0,3}visits?(?: to)?|(?:arrived|was|were|is|are) on an? "
    r"(?:[a-z-]+ ){0,2}visit (?:to|at))(?= )"
)
_STOP = re.compile(
    r";|:|“|\"|[,)] (?:where|who|which|during|while|as|to|after|before|following|whose|held|discuss\w*|focus\w*|"
    r"with a)\b"
    r"| (?:discussed|to discuss|to explore|to review|to talk|discussing|exchanged|said|told|noted|stressed|signed|"
    r"agreed|on the (?:sidelines|margins)|as part of|within the framework|in the framework|during|ahead of|at which|"
    r"while|were|was|has|have|focused|centred|centered|resulted|took place|regarding|concerning|about) "
)
_AT = re.compile(r"(?:At|During|In|After|Following) ")
_GUESTS = re.compile(r"\bdelegations?\b")
_THEIR = re.compile(
    r"(?:(?: |,|and|the|a|an|its|their|his|her|representatives?|members?|leaders?|leadership|management|officials?|"
    r"heads?|executives?|delegations?|specialists|teams?|experts|of|from|with|visiting|senior|high-level|top|other|both|"
    r"in|today|president|board|colleagues|counterparts?|employees|staff|also|led by)\b ?)*\Z"
)
_LED = re.compile(
    r"\b(?:delegation|team|mission|group)s?\b[^,;.]{0,80}?,? (?:headed|led|chaired) by(?: (?:its|the|their))?\Z"
)
_SENT = re.compile(r"\bdelegations? (?:of|from) (?:the )?\Z")
_STAFF = re.compile(
    r"\bwith (?:the |a )?(?:leadership|management|representatives|delegation|team) (?:of|from) (?:the )?\Z"
)
_HELD_AT = re.compile(r"\b(?:held|took place|organi[sz]ed) at (?:the )?\Z")
_CALLED = frozenset({"meeting", "the meeting", "talks", "the talks"})
_AHEAD = re.compile(
    r"\b(?:will|shall|plans? to|planned|is to|are to|scheduled|set to|due to|expected|going to|upcoming)\b"
)
_LATER = re.compile(
    r"[^;,.]{0,80}?\b(?:will|is to|are to|is expected to|are expected to) (?:be held|take place|be organi[sz]ed)\b"
)
_NEVER = re.compile(
    r"\b(?:not|never|n[’']t|would|could|may|might|should|if|whether|refused|declined|cancell?ed|postponed|hopes?|hoped|"
    r"wants?|wanted|asked|invited|likely)\b"
)
_NEAR, _FAR, _CALL, _MOST, _SURE = 45, 120, 12, 8, 0.7


def english_meetings(read: ReadSentence, schema: Schema) -> tuple[list[Relation], Mention | None]:
    """Who took part in the meeting that an English sentence tells of, and the meeting; nothing where none is told."""
    sentence = read.sentence
    if sentence.grammar.code != "en":
        return [], None
    text = sentence.text[sentence.start : sentence.end]
    for pattern in (_BETWEEN, _MET, _RECEIVED, _RECEIVED_BY, _VISIT):
        for match in pattern.finditer(text):
            start, end = sentence.start + match.start("verb"), sentence.start + match.end()
            if any(m.start <= start < m.end and m.class_name == "Person" for m in read.mentions):
                continue
            sides = _sides(read, schema, start, end, match, pattern)
            status = status_before(sentence, start)
            if status == "planned" or _LATER.match(text, match.end()):
                status = "denied" if match["verb"].lower().endswith("meetings") else "planned"  # any meetings to come
            if sides and status != "denied":
                return _told(read, schema, (start, start + len(match["verb"])), sides, status)
    return [], None


def take_meeting(read: ReadSentence, event: Mention | None) -> None:
    """Takes «the meeting» of an English sentence for the one that a sentence before told by its verb."""
    if event is None or event.language != "en" or event.head != "meeting" or event.rule != "occasion":
        return
    for mention in read.mentions:
        told = mention.rule == "described" and mention.class_name == "Meeting" and mention.name.lower() in _CALLED
        if told and mention.sentence > event.sentence:
            mention.entity, mention.is_reference = event.entity, True


def status_before(sentence: Sentence, start: int) -> str:
    """Whether a meeting is planned or perhaps never was, by what stands before it; talk of talks leaves it certain."""
    before = sentence.text[max(sentence.start, start - _NEAR) : start]
    if _NEVER.search(before):
        return "denied"
    return "planned" if _AHEAD.search(before) else ""


def _sides(
    read: ReadSentence, schema: Schema, start: int, end: int, match: re.Match[str], pattern: re.Pattern[str]
) -> list[Mention]:
    """Those who met, at least two; empty for none."""
    sentence = read.sentence
    if pattern is _VISIT:
        return _visitors(read, schema, start, end)
    stop = _STOP.search(sentence.text, end, sentence.end)
    right = _met(read, schema, end, stop.start() if stop else sentence.end)
    if pattern is _BETWEEN and " with" not in match[0]:
        return right if len(right) > 1 else []
    if pattern is _RECEIVED_BY:
        left = _sent_by(read, schema, start)
        return [*left, *right] if left and right and right[0].class_name == "Person" else []
    opens = pattern is _BETWEEN and _AT.match(sentence.text, sentence.start) is not None
    if opens and len(right) > 1 and not _doers(read, schema, start, -1):
        return right  # At a meeting with Y, X said …
    left = _doers(read, schema, start, stop.end() if stop and pattern is _BETWEEN else -1)
    left = left or _hosts(read, schema, end)
    if pattern is _RECEIVED and not all(m.class_name == "Person" for m in left[:1]):
        return []
    if pattern is _RECEIVED and not _is_guest(sentence, end, right):
        return []
    if pattern is _MET and match["with"] is None and match["verb"] not in ("met", "meet", "meets") and right:
        return []
    told = {m.entity for m in left}
    right = [m for m in right if m.entity not in told]
    both = len(told) > 1 and pattern is _MET and match["with"] is None
    return [*left, *right] if left and (right or both) else []


def _hosts(read: ReadSentence, schema: Schema, end: int) -> list[Mention]:
    """The body at which a meeting with somebody is said to have been held."""
    text = read.sentence.text
    told = [m for m in read.mentions if m.start >= end and not m.inner and _is_agent(m, schema)]
    return [m for m in told if m.class_name != "Person" and _HELD_AT.search(text[end : m.start])][:1]


def _visitors(read: ReadSentence, schema: Schema, start: int, end: int) -> list[Mention]:
    """Who came to a body as a delegation: its leaders, and the body that sent it."""
    sentence = read.sentence
    before = sentence.text[sentence.start : start]
    host = next((m for m in read.mentions if m.start >= end and m.start < m.end), None)
    hosts = host is not None and (schema.is_a(host.class_name, "Organisation") or host.class_name in PLACES)
    if _GUESTS.search(before) is None or host is None or not hosts:
        return []
    return [] if host.start - end > _NEAR or ";" in before else _sent_by(read, schema, start)


def _sent_by(read: ReadSentence, schema: Schema, start: int) -> list[Mention]:
    """The leaders of a delegation that stands before a place, and the body that sent it."""
    sentence = read.sentence
    told = [m for m in read.mentions if m.end <= start and m.start < m.end and _is_agent(m, schema)]
    led = [m for m in told if m.class_name == "Person" and _LED.search(_before_post(sentence, m).rstrip())]
    sent = [m for m in told if _SENT.search(sentence.text[sentence.start : m.start])]
    sent += [m for m in told if _GUESTS.match(sentence.text[m.end :].lstrip()) and m not in sent]
    return [*(m for m in sent if m.class_name != "Person"), *led][:_MOST]


def _before_post(sentence: Sentence, person: Mention) -> str:
    """What stands before a person and the post right before the name."""
    return sentence.text[sentence.start : person.begins if 0 <= person.begins < person.start else person.start]


def _is_guest(sentence: Sentence, end: int, right: Sequence[Mention]) -> bool:
    """Whether it is people who are received or called on, not a prize; who is called on to do something is asked."""
    calls = re.search(r"\bcall(?:ed|s)? (?:up)?on\Z", sentence.text[max(sentence.start, end - _CALL) : end]) is not None
    if calls:
        return bool(right) and right[0].class_name == "Person" and not _ASKED.match(sentence.text, right[0].end)
    begins = right[0].begins if right and right[0].begins >= 0 else right[0].start if right else end
    if right and not _GUESTS.search(sentence.text, end, right[0].end + 12) and _APART.search(sentence.text[end:begins]):
        return False  # received a challenge to his plan after Y
    return bool(right) and (
        right[0].class_name == "Person" or _GUESTS.search(sentence.text, end, right[0].end + 12) is not None
    )


def _doers(read: ReadSentence, schema: Schema, start: int, after: int) -> list[Mention]:
    """Who met somebody: the subject before the verb; after «at a meeting with Y», that of the clause."""
    told = [m for m in read.mentions if m.end <= start and m.mark == "nom" and m.start < m.end]
    if not told and after >= 0:
        told = [m for m in read.mentions if m.start >= after - 1 and m.mark == "nom"]
    told = [m for m in told if _is_agent(m, schema) and (not m.inner or m.class_name == "Person")]
    people = [m for m in told if m.class_name == "Person"]
    chosen = people or told
    if not chosen:
        return []
    return [m for m in chosen if m.group == chosen[-1].group][:_MOST]


def _met(read: ReadSentence, schema: Schema, start: int, stop: int) -> list[Mention]:
    """Those named between two places: people, and the bodies whose delegations they lead; else bodies."""
    sentence = read.sentence
    told = [m for m in read.mentions if start <= m.start < stop and m.start < m.end and _is_agent(m, schema)]
    told = [m for m in told if m.mark != "besides"]
    people = [m for m in told if m.class_name == "Person"]
    if people and people[0].start - start > _FAR:
        return []
    bodies = [m for m in told if m.class_name != "Person" and not (m.inner and people)]
    if people:
        sent = [m for m in bodies if _GUESTS.match(sentence.text[m.end :].lstrip()) and not m.is_reference]
        sent += [m for m in bodies if m not in sent and _STAFF.search(sentence.text[start : m.start]) and not m.inner]
        return [*sent, *people][:_MOST]
    near = [m for m in bodies if m.class_name not in ("Event",) and not m.inner]
    if not near or not _THEIR.match(sentence.text[start : near[0].start].rstrip()):
        return []
    return [m for m in near if m.group == near[0].group or m.mark == near[0].mark][:_MOST]


def _is_agent(mention: Mention, schema: Schema) -> bool:
    agents = mention.class_name == "Person" or schema.is_a(mention.class_name, "Organisation")
    return agents and mention.class_name not in ("NewsAgency", *PLACES)


def _told(
    read: ReadSentence, schema: Schema, place: tuple[int, int], sides: Sequence[Mention], status: str
) -> tuple[list[Relation], Mention | None]:
    start, end = place
    own = next(
        (m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.start < end and start < m.end), None
    )
    event = own
    if event is None:
        key = "-".join(["meeting", *(m.entity[:30].strip("-") for m in sides[:2])])
        event = Mention(
            start, end, "Meeting", "Meeting", "en", "occasion", _SURE, (Reason.BY_EVENT_TOLD,), entity=key,
            sentence=read.sentence.number, head="meeting", mark="nom",
        )  # fmt: skip
        event.inner = True
    return list(_parts(read, event, place, sides, status)), event if own is None else None


def _parts(
    read: ReadSentence, event: Mention, place: tuple[int, int], sides: Sequence[Mention], status: str
) -> Iterator[Relation]:
    start, rule = place[0], "en.meeting"
    for side in sides:
        spans = (place, (side.start, side.end))
        told = Relation(side, "participatedIn", event, _SURE, rule, (Reason.BY_EVENT_TOLD,), spans, status, True, start)
        if side.post:
            told.qualifiers["role"] = side.post
        yield told
    towns = [m for m in read.mentions if m.class_name == "City" and m.mark == "in" and not m.inner and m.start >= start]
    towns = towns or [m for m in read.mentions if m.class_name == "City" and _opens(read, m) and m.end <= start]
    near = next((m for m in read.mentions if m.start >= place[1] and not m.inner), None)
    visited = _VISIT.match(read.sentence.text, start) is not None and near is not None and near.class_name in PLACES
    if near is not None and visited:
        towns = [m for m in read.mentions if m.group == near.group and m.class_name in PLACES] or [near]
    for town in towns if visited else towns[:1]:
        spans = (place, (town.start, town.end))
        yield Relation(event, "heldIn", town, _SURE, rule, (Reason.BY_EVENT_TOLD,), spans, status, True, start)


def _opens(read: ReadSentence, town: Mention) -> bool:
    """Whether a sentence begins with where what it tells was: In Oslo, P met Q."""
    before = read.sentence.text[read.sentence.start : town.start]
    return before in ("In ", "Yesterday in ", "Today in ") and read.sentence.text[town.end : town.end + 1] == ","
