"""Legal acts in English: what was set up under one, and who issued it: X was founded by a decree of the Cabinet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_ACT = re.compile(
    r"\b(?:by|under|with|through|pursuant to|in accordance with|according to|in line with|on the basis of|following|"
    r"in compliance with) (?:(?:the|a|an|its|his|joint|presidential|government|governmental|special|corresponding|"
    r"relevant|new|recent) )*(?P<head>decree|resolution|order|decision|law|edict|ordinance|directive|act)\b"
    r"(?P<date>(?:,? (?:no\.? ?[\w-]+|№ ?[\w-]+|dated|of|on|from|as of|\d{1,2}(?:st|nd|rd|th)?|\d{4}|"
    rf"{_MONTHS}))*)",
    re.IGNORECASE,
)
_BY = re.compile(r"(?: (?:of|by|issued by|signed by|adopted by|from)){0,2} (?:the )?\Z")
_DECREES = ("decree", "edict")
_MADE = ("establish", "open", "launch", "form")
_CLASSES = ("Organisation", "Initiative", "IndustrialPark")


def english_acts(
    read: ReadSentence, schema: Schema, verbs: Sequence[Trigger]
) -> Iterator[tuple[Relation, Mention | None]]:
    """The relations of the legal acts under which an English sentence says that something was set up."""
    sentence = read.sentence
    if sentence.grammar.code != "en":
        return
    for match in _ACT.finditer(sentence.text, sentence.start, sentence.end):
        if any(m.start <= match.start("head") < m.end for m in read.mentions if m.class_name != "LegalAct"):
            continue
        hit = _verb(match, verbs)
        made = _made(read, hit, schema) if hit is not None else None
        if hit is None or made is None:
            continue
        issuer = _issuer(read, match.end())
        act = _mention(read, match, issuer)
        spans = ((act.start, act.end), (made.start, made.end))
        at = match.start("head")
        reasons = (Reason.BY_ORDER,)
        yield Relation(made, "establishedUnder", act, 0.75, "en.act", reasons, spans, hit.status, True, at), act
        if issuer is not None:
            spans = ((act.start, act.end), (issuer.start, issuer.end))
            yield Relation(act, "issuedBy", issuer, 0.75, "en.act", reasons, spans, "", True, at), act


def _verb(match: re.Match[str], verbs: Sequence[Trigger]) -> Trigger | None:
    """The verb that says that something was set up by the act: before it, else after it."""
    told = [v for v in verbs if v.frame in _MADE and v.voice in ("passive", "participle")]
    told += [
        v for v in verbs if v.frame == "subordinate" and v.entry.words.split()[0] in ("established", "created", "set")
    ]
    told = [v for v in told if v.status not in ("unsure", "denied")]
    before = [v for v in told if v.start < match.start("head") and match.start() - v.end < 60]
    return before[-1] if before else next((v for v in told if v.start > match.end()), None)


def _made(read: ReadSentence, hit: Trigger, schema: Schema) -> Mention | None:
    """What stands right before the verb as its subject."""
    fits = [m for m in read.mentions if any(schema.is_a(m.class_name, name) for name in _CLASSES) and not m.inner]
    before = [m for m in fits if m.end <= hit.start and m.mark in ("nom", "")]
    return before[-1] if before else None


def _issuer(read: ReadSentence, end: int) -> Mention | None:
    """The body whose act it is, right after its name and date."""
    after = next((m for m in read.mentions if m.start >= end), None)
    if after is None or after.class_name != "GovernmentBody":
        return None
    return after if _BY.fullmatch(read.sentence.text[end : after.start]) else None


def _mention(read: ReadSentence, match: re.Match[str], issuer: Mention | None) -> Mention:
    head = match["head"].lower()
    key = "-".join(filter(None, (head, slug(match["date"]), issuer.entity[:40].strip("-") if issuer else "")))
    kind = "Decree" if head in _DECREES else "LegalAct"
    return Mention(
        match.start("head"), match.end("head"), match["head"].capitalize(), kind, "en",
        "described", 0.7, (Reason.BY_HEAD,), entity=f"act-{key}", sentence=read.sentence.number, mark="by",
    )  # fmt: skip
