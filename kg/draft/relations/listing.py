"""What the lines of a list say of the thing that each begins with: its country, its town, since when it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.references.context import Context
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_MOST_BETWEEN = 4
_PLACES = ("City", "Region", "IndustrialPark")


def listed(read: ReadSentence, context: Context, schema: Schema) -> Iterator[Relation]:
    """The relations of one sentence of a list's line."""
    entry = context.entry
    if not context.is_listed or entry is None or not schema.is_a(entry.class_name, "Organisation"):
        return
    sentence = read.sentence
    code = sentence.grammar.code
    own = [m for m in read.mentions if m.entity != entry.entity]
    is_first = any(m is entry for m in read.mentions)
    label = next((hit for n in range(min(2, len(sentence.words))) if (hit := _label(read, n)) is not None), "")
    for mention in own:
        if mention.class_name == "Country" and (_is_apart(read, entry, mention) if is_first else _is_short(read)):
            yield _told(read, entry, "ofCountry", mention, f"{code}.list.country")
        elif mention.class_name in _PLACES and (_is_apart(read, entry, mention) if is_first else label == "locatedIn"):
            yield _told(read, entry, "locatedIn", mention, f"{code}.list.place")
    if is_first and context.members_of is not None and entry is own_first(read):
        yield _told(read, entry, "memberOf", context.members_of, f"{code}.list.of-members")
    network = context.network
    if network is None or network.entity == entry.entity or any(m.class_name == network.class_name for m in own):
        return
    if any(_label(read, n) == "memberOf" for n in range(len(sentence.words))) and not _is_denied(read):
        told = _told(read, entry, "memberOf", network, f"{code}.list.member")
        told.any_date = True
        yield told


def own_first(read: ReadSentence) -> Mention | None:
    """What the line of a list opens with."""
    return next((m for m in read.mentions if not m.is_reference), None)


def _label(read: ReadSentence, index: int) -> str | None:
    hit = read.sentence.grammar.labels.at(read.sentence.lowered, index)
    return hit[1].name if hit is not None else None


def _is_denied(read: ReadSentence) -> bool:
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    cues = (grammar.cue_words.at(lowered, n) or grammar.cue_before.at(lowered, n) for n in range(len(lowered)))
    return any(hit is not None and hit[1].name in ("denied", "unsure") for hit in cues)


def _is_apart(read: ReadSentence, entry: Mention, mention: Mention) -> bool:
    """Whether only commas, brackets and legal forms stand between the thing and what is said of it."""
    after = read.sentence.text[mention.end : read.sentence.end].lstrip(" »”\"'")
    if mention.start < entry.end or mention.mark not in ("nom", "in") or (after and after[0].isalpha()):
        return False
    between = [w for w in read.sentence.words if entry.end <= w.start and w.end <= mention.start]
    if read.sentence.grammar.code == "ru" and len(between) > _MOST_BETWEEN:
        return False
    inside = {id(w) for w in between for m in read.mentions if m.start <= w.start < m.end}
    forms = read.sentence.grammar.company_forms
    return all(id(w) in inside or w.text in forms or len(w.text) < 3 or w.text.islower() for w in between)


def _is_short(read: ReadSentence) -> bool:
    return len(read.sentence.words) <= 3


def _told(read: ReadSentence, entry: Mention, predicate: str, right: Mention, rule: str) -> Relation:
    spans = tuple((m.start, m.end) for m in (right, entry) if m.sentence == read.sentence.number)
    whole = ((read.sentence.start, read.sentence.end),)
    return Relation(entry, predicate, right, 0.8, rule, (Reason.IN_A_LIST,), spans or whole, at=read.sentence.start)
