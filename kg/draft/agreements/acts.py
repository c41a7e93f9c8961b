"""Legal acts: who issued one, and what was set up under it: Vazirlar Mahkamasi qarori bilan X markazi tuzildi."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.clauses import describes_object
from kg.draft.language.grammar import Form
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.slots import Slots
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention
from kg.facts.names.folding import capitalised
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_MADE = ("establish", "open", "launch", "form")
_MADE_CLASSES = ("Organisation", "Initiative", "IndustrialPark")
_MOST_BETWEEN, _REACH = 6, 3
_SIGNED = re.compile(r"(?:imzaladığı|verdiyi)\Z")


def legal_acts(
    read: ReadSentence, schema: Schema, verbs: Sequence[Trigger]
) -> Iterator[tuple[Relation, Mention | None]]:
    """The relations of the legal acts that a sentence names by the rows of the table `act`, each with the act."""
    sentence, grammar = read.sentence, read.sentence.grammar
    for index in range(len(sentence.words)) if grammar.acts else ():
        form = grammar.form(sentence.lowered, index, "acts")
        taken = form is not None and (_is_taken(read, index) or _is_to_be_signed(read, index))
        if form is None or not (form.possessed or grammar.code == "ru" or taken):
            continue
        issuer = _issuer(read, index)
        if issuer is None:
            continue
        act = _act(read, index, form, issuer)
        rule = f"{grammar.code}.act"
        spans = ((act.start, act.end), (issuer.start, issuer.end))
        yield Relation(act, "issuedBy", issuer, 0.75, rule, (Reason.BY_CASE,), spans, "", True, act.start), act
        for hit in verbs if _is_ground(read, index) else ():
            before = hit.start < act.end and grammar.code != "ru"
            if hit.frame not in _MADE or hit.status in ("unsure", "denied") or before:
                continue
            made = Slots(read, hit, schema, verbs).fill(("patient",), _MADE_CLASSES)
            for thing in made.mentions[:1]:
                ends = ((act.start, act.end), (thing.start, thing.end))
                yield (
                    Relation(
                        thing, "establishedUnder", act, 0.75, rule, (Reason.BY_CASE,), ends, hit.status, True, act.start
                    ),
                    act,
                )


def _is_taken(read: ReadSentence, index: int) -> bool:
    """Whether a participle before the word says that somebody took the act: Nazirlər Kabinetinin qəbul etdiyi qərar."""
    return index > 0 and describes_object(read.sentence.lowered[index - 1], read.sentence.grammar.code)


def _is_to_be_signed(read: ReadSentence, index: int) -> bool:
    """Whether a verb of signing stands right after an Azerbaijani act: fərman imzalayıb."""
    sentence = read.sentence
    hit = sentence.grammar.triggers.at(sentence.lowered, index + 1) if index + 1 < len(sentence.words) else None
    return sentence.grammar.code == "az" and hit is not None and hit[1].name == "sign"


def _issuer(read: ReadSentence, index: int) -> Mention | None:
    """Whose act it is: the body of government right before, a date or number between."""
    if read.sentence.grammar.code == "ru":  # постановлением правительства
        end = read.sentence.words[index].end
        after = next((m for m in read.mentions if m.start >= end), None)
        beside = after is not None and not read.sentence.text[end : after.start].strip()
        issues = beside and after is not None and after.class_name == "GovernmentBody" and after.case in ("gen", "")
        return after if issues else None
    if read.sentence.grammar.code == "az" and (person := _signer(read, index)) is not None:
        return person
    place = read.sentence.words[index].start
    told = [m for m in read.mentions if m.start < m.end <= place]
    last = told[-1] if told else None
    if last is None or last.class_name not in ("GovernmentBody", "Country") or "gen" not in (last.mark, last.case):
        return None
    gap = read.sentence.text[last.end : place]
    return last if len(gap.split()) <= _MOST_BETWEEN and not re.search(r"[;:]|, \D", gap) else None


def _signer(read: ReadSentence, index: int) -> Mention | None:
    """The person whose act it is: P-nin imzaladığı sərəncam, P-nin əmri ilə, P … haqqında fərman imzalayıb."""
    sentence, place = read.sentence, read.sentence.words[index].start
    people = [m for m in read.mentions if m.class_name == "Person" and m.end <= place]
    owners = [m for m in people if m.case == "gen"]
    if owners and (
        (index and _SIGNED.match(sentence.lowered[index - 1])) or not sentence.text[owners[-1].end : place].strip()
    ):
        return owners[-1]
    hit = sentence.grammar.triggers.at(sentence.lowered, index + 1) if index + 1 < len(sentence.words) else None
    signs = hit is not None and hit[1].name == "sign" and hit[1].detail == "active"
    subjects = [m for m in people if not m.case and m.mark == "nom"]
    return subjects[0] if signs and len(subjects) == 1 else None


def _act(read: ReadSentence, index: int, form: Form, issuer: Mention) -> Mention:
    sentence = read.sentence
    start, word = sentence.words[index - form.entry.length + 1].start, sentence.words[index]
    name = " ".join(sentence.text[start : word.start + form.base_length].split())
    between = sentence.text[issuer.end : start]
    key = "-".join(filter(None, (slug(name), issuer.entity[:40].strip("-"), slug(between))))
    return Mention(
        start, word.end, capitalised(name, sentence.grammar.code), form.entry.name, sentence.grammar.code, "described",
        0.7, (Reason.BY_HEAD,), entity=key, sentence=sentence.number, case=form.case, mark=form.case or "nom",
    )  # fmt: skip


def _is_ground(read: ReadSentence, index: int) -> bool:
    """Whether a word after the act says that something follows from it: bilan, muvofiq, asosida."""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    if grammar.code == "ru":
        form = grammar.form(lowered, index, "acts")
        by = index > 0 and lowered[index - 1] in ("согласно", "основании", "с")
        return by or (form is not None and form.case == "ins")
    reach = range(index + 1, min(index + 1 + _REACH, len(lowered)))
    return any(grammar.grounds.at(lowered, at) is not None for at in reach)
