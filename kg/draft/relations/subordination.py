"""Under which body another stands: X'e bağlı Y, университеттің жанынан құрылған Y, Y under the Ministry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.families import in_family
from kg.draft.language.grammar import grammar
from kg.draft.names.kazakh_parts import is_part
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation, told_by_case
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_OVER = ("GovernmentBody", "Country", "Organisation", "Agent")
"""Under what a body stands that is no part of it."""
_REACH = 8

_BELOW = ("GovernmentBody", "ResearchOrganisation", "Organisation")
"""Bodies that a ministry has under it."""


def subordinate(read: ReadSentence, at: int, schema: Schema) -> Iterator[Relation]:
    """What stands under the body at a place of the mentions, by a word beside it."""
    mentions, code = read.mentions, read.sentence.grammar.code
    mention = mentions[at]
    other = _beside(read, mentions, at) or _subject_before(read, mentions, at)
    if code == "ru" and other is not None and schema.is_a(other.class_name, "Initiative"):
        if schema.is_a(mention.class_name, "Organisation") and not _is_denied(read, other, mention):
            yield told_by_case(other, "belongsTo", mention, 0.8, f"{code}.under")
        return
    if other is None or not all(schema.is_a(m.class_name, "Organisation") for m in (other, mention)):
        return
    if _is_denied(read, other, mention) or (code == "en" and mention.rule == "capitals" and not mention.known):
        return  # under the Juncker Plan
    bound = code not in ("uz", "az", "kk", "tr") or _is_bound(read, mention)
    of_state = mention.class_name in _OVER or bound
    if code == "ru" and mention.class_name not in ("GovernmentBody", "Country"):
        of_state = False
    yield told_by_case(other, "subordinateTo" if of_state else "belongsTo", mention, 0.8, f"{code}.under")


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
    reach = range(first, min(len(sentence.words), last + _REACH) if grammar.verb_last else last)
    cues = (grammar.cue_words.at(sentence.lowered, at) or grammar.cue_before.at(sentence.lowered, at) for at in reach)
    return any(hit is not None and hit[1].name in ("denied", "unsure") for hit in cues)


def _subject_before(read: ReadSentence, mentions: Sequence[Mention], at: int) -> Mention | None:
    """The subject of a sentence that says under whom it stands: Орталық университеттің жанынан құрылған."""
    if not read.sentence.grammar.verb_last:
        return None
    after = read.sentence.index_from(mentions[at].end)
    under = read.sentence.lowered[after] if after < len(read.sentence.words) else ""
    if read.sentence.grammar.code == "kk" and under.endswith(("дағы", "дегі", "тағы", "тегі")):
        return None  # университеттің құрамындағы доценттер
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
    gap = re.sub(r"^, (?:which|operating|working|acting|functioning)\b", "", gap)  # X, which operates under Y
    return other if other is not None and len(gap.split()) <= 5 and ";" not in gap and "," not in gap else None


def body_above(mention: Mention, owner: Mention, schema: Schema) -> str:
    """How a Kazakh body is tied to the one before it, whose it is, by the sorts of both; empty for not told."""
    if mention.class_name not in _BELOW or not schema.is_a(owner.class_name, "Organisation"):
        return ""
    inner = in_family(mention.head.split(" ")[-1], grammar("kk"), "inner_unit")
    if owner.class_name == "GovernmentBody" and owner.head.endswith("министрлік") and not inner:
        return "subordinateTo"  # министрлігінің Ғылым комитеті
    schools = owner.class_name == mention.class_name == "ResearchOrganisation"
    return "belongsTo" if schools or is_part(mention, grammar("kk")) else ""


def named_body_above(mention: Mention, owner: Mention, schema: Schema) -> str:
    """How a body is tied to the one whose it is, by the head of that (en, ru, tr, uz); empty for not told."""
    owns = owner.known or owner.rule.startswith(("head-", "capitals", "quoted", "legal-form"))
    named = mention.rule.startswith("head-") and owns and not mention.known
    if not named or mention.class_name not in _BELOW or not schema.is_a(owner.class_name, "Organisation"):
        return ""
    return (
        "subordinateTo" if owner.head.startswith(("ministry", "министерств", "bakanlık", "vazirlik")) else "belongsTo"
    )
