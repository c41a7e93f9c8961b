"""Turkic meetings with a body's people: P X-in nümayəndə heyəti ilə görüşüb, X өкілдерін қабылдады."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.draft.gatherings.meeting_rows import meeting_rows
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_LETTERS = r"[a-zəöüğışçа-яәіңғүұқөһ-]"
_OPENS: Mapping[str, tuple[str, str, str, str]] = {
    "az": (
        r"(?:nümayəndə heyət|nümayəndələr|rəhbərliy|rəhbərlər|rəsmilər|mütəxəssislər|əməkdaşlar|heyət)[iı]",
        r" ilə|yl[əa]",
        r"n[iı]",
        r"arasında (?:\w+ ){0,2}görüş",
    ),
    "tr": (
        r"(?:heyet|temsilciler|yöneticiler|yönetim|yetkililer|temsilcis|üyeler)i",
        r" ile|yle",
        r"ni",
        r"arasında (?:\w+ ){0,2}(?:görüşme|toplantı)",
    ),
    "kk": (
        r"(?:делегациясы|өкілдері|басшылығы|басшылары|мамандары|ғалымдары|өкілі|ұжымы)",
        r"мен",
        r"н",
        r"арасында (?:\w+ ){0,2}(?:кездесу|келіссөз)",
    ),
    "uz": (
        r"(?:delegatsiyasi|vakillari|rahbariyati|rahbarlari|mutaxassislari|delegatsiya|делегацияси|вакиллари|раҳбарияти)",
        r" bilan| билан",
        r"ni|ни",
        r"o[ʻ‘']rtasida (?:\w+ ){0,2}(?:uchrashuv|muzokara)",
    ),
}
"""By language, the people of a body, what makes «with» them and what their accusative, and a meeting between some."""
_MET = {
    "az": re.compile(r"görüş(?:üb|ür|dü|əcək|müş|ərək)\w*"),
    "tr": re.compile(r"görüş(?:tü|ecek|müş|üyor)\w*|buluştu|bir araya (?:geldi|gelecek)"),
    "kk": re.compile(r"кездес(?:ті|кен|еді|пек|ке)\w*|жүздес(?:ті|кен)\w*|келіссөз жүргіз\w+|кездесу өткіз\w+"),
    "uz": re.compile(r"uchrash(?:di|gan|adi|ib)\w*|учраш(?:ди|ган|ади)\w*|uchrashuv o[ʻ‘']tkaz\w+"),
}
_RECEIVED = {
    "az": re.compile(r"qəbul ed(?:ib|ir|əcək|ərək)|qəbul etmiş\w*|qəbul etdi"),
    "tr": re.compile(r"kabul et(?:ti|miş)\w*|kabul edecek|ağırladı"),
    "kk": re.compile(r"қабылда(?:ды|ған|йды)\w*"),
    "uz": re.compile(r"qabul qil(?:di|gan|adi|ib)\w*|қабул қил(?:ди|ган)\w*"),
}
_AHEAD = re.compile(r"əcək|acaq|ecek|acak|еді|adi\Z|ади\Z|пек")
_NAMES = {
    "az": ("Görüş", "görüş"), "tr": ("Görüşme", "görüşme"), "kk": ("Кездесу", "кездесу"),
    "uz": ("Uchrashuv", "uchrashuv"),
}  # fmt: skip
_FAR = 90


def delegations_met(read: ReadSentence, schema: Schema) -> tuple[list[Relation], Mention | None]:
    """The rows of a meeting with a body's people, and the meeting; none where a sentence tells of none."""
    code = read.sentence.grammar.code
    if code not in _OPENS:
        return [], None
    people, with_, accusative, between = _OPENS[code]
    bodies = [m for m in read.mentions if m.class_name == "Country" or schema.is_a(m.class_name, "Organisation")]
    told = [m for m in bodies if _is_followed(read, m, people)]
    if not told:
        return [], None
    text, end = read.sentence.text, read.sentence.end
    talks = re.search(between, text[told[0].end : end])
    if talks is not None and len({m.entity for m in told}) > 1:
        at = read.sentence.index_from(told[0].end + talks.end()) - 1
        return meeting_rows(read, at, told, schema, _NAMES[code], "")
    for body in told:
        for ending, verbs in ((with_, _MET[code]), (accusative, _RECEIVED[code])):
            opened = re.match(
                rf"[^.;:()]{{0,4}}?\s?(?:{_LETTERS}+ ){{0,2}}?{people}(?:{ending})\b", text[body.end : end]
            )
            verb = (
                verbs.search(text, body.end + opened.end(), min(end, body.end + _FAR)) if opened is not None else None
            )
            host = _host(read, body) if verb is not None else None
            if verb is not None and host is not None and not re.search(r"[.;:]", text[body.end : verb.start()]):
                at = read.sentence.index_from(verb.start())
                status = "planned" if _AHEAD.search(verb[0]) else ""
                guests = [body, *_listed(read, body, told)]
                return meeting_rows(read, at, [host, *guests], schema, _NAMES[code], status)
    return [], None


def _is_followed(read: ReadSentence, body: Mention, people: str) -> bool:
    """Whether the people of a body are told right behind its name."""
    after = read.sentence.text[body.end : read.sentence.end]
    return re.match(rf"[’'\w»”\"-]{{0,8}}\s(?:{_LETTERS}+ ){{0,2}}?{people}", after) is not None or (
        re.match(rf"\s(?:{_LETTERS}+ ){{0,2}}?{people}", after) is not None
    )


def _listed(read: ReadSentence, body: Mention, told: Sequence[Mention]) -> list[Mention]:
    """Those that are listed with a body."""
    return [m for m in read.mentions if m.group == body.group >= 0 and m is not body and m.class_name != "Person"]


def _host(read: ReadSentence, body: Mention) -> Mention | None:
    """Who is the subject before a body: the last person in no case."""
    before = [m for m in read.mentions if m.class_name == "Person" and m.end <= body.start and m.mark == "nom"]
    return before[-1] if before else None
