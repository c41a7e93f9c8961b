"""Kazakh bodies that an article speaks of without their names: облыс әкімдігі."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form
from kg.draft.language.months import tells_time
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention
from kg.facts.new_source import slug

_SEVERAL = re.compile(r"[2-9]|\d\d+")
_MOST_BEFORE = 4
_EMBASSIES = ("елшілік", "консулдық", "бас консулдық")
_HEAD = "әкімдік"


def unnamed_councils(sentence: Sentence, heads: Sequence[tuple[int, Form]]) -> Iterator[Mention]:
    """The administrations of which only is told whether they are of a region, a town or a district."""
    for index, form in heads:
        if sentence.grammar.code != "kk" or form.entry.words != _HEAD or index == 0:
            continue
        if (
            not in_family(sentence.lowered[index - 1], sentence.grammar, "whose_council")
            or sentence.gap(index - 1, index) != " "
        ):
            continue
        start, word = sentence.words[index - 1].start, sentence.words[index]
        name = sentence.text[start : word.start + form.base_length]
        yield Mention(
            start, word.end, name[:1].upper() + name[1:], "GovernmentBody", "kk", "head-council", 0.65,
            (Reason.BY_HEAD,), entity=slug(name) or "akimdik", case=form.case, head=_HEAD, sentence=sentence.number,
        )  # fmt: skip


def embassies(sentence: Sentence, heads: Sequence[tuple[int, Form]], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The embassies and consulates that only their country names: Қазақстан елшілігі."""
    for index, form in heads if sentence.grammar.code == "kk" else ():
        if form.entry.words not in _EMBASSIES or not form.possessed:
            continue
        first, word = sentence.words[index - form.entry.length + 1].start, sentence.words[index]
        country = next((m for m in mentions if m.class_name == "Country" and first - m.end == 1), None)
        if country is not None and country.case == "adj":  # Германияның Қазақстандағы елшілігі
            country = next((m for m in mentions if m.class_name == "Country" and country.start - m.end == 1), None)
        if country is None or country.case not in ("", "gen"):
            continue
        name = " ".join(sentence.text[country.start : word.start + form.base_length].split())
        yield Mention(
            country.start, word.end, name, "GovernmentBody", "kk", "head-embassy", 0.7, (Reason.BY_HEAD,),
            entity=slug(name) or "elshilik", case=form.case, head=form.entry.words, sentence=sentence.number,
        )  # fmt: skip


def embassies_where(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, an embassy's with where it is in its name: Қазақстандағы Германия елшілігі."""
    if sentence.grammar.code != "kk":
        return list(mentions)
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        beside = before is not None and before.class_name == "Country" and before.end + 1 == mention.start
        if beside and before is not None and before.case == "adj" and mention.head in _EMBASSIES and not mention.known:
            mention.name = f"{sentence.text[before.start : before.end]} {mention.name}"
        found.append(mention)
    return found


def name_branches(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Gives to branches the names of whose they are: Сыр университетінің Ош қаласындағы филиалы."""
    for mention in mentions if sentence.grammar.code == "kk" else ():
        owner = mention.owner
        if (
            owner is None
            or mention.rule != "described"
            or mention.head not in stems(sentence.grammar, "branch")
            or owner.end > mention.start
        ):
            continue
        whose = " ".join(sentence.text[owner.start : mention.start + 1].split())
        mention.name = whose[:-1] + mention.name[:1].lower() + mention.name[1:]


def without_subjects(sentence: Sentence, new: Sequence[Mention]) -> None:
    """Takes off a name that is told whole by its head the word before it that it is about: Орталық Еуропалық одақ…"""
    if sentence.grammar.code != "kk" or not sentence.words:
        return
    if sentence.grammar.form(sentence.lowered, 0, "heads") is None:
        return
    for mention in new:
        whole = len(mention.head.split())
        if mention.start == sentence.words[0].start and 1 < whole == len(mention.name.split()) - 1:
            mention.start, mention.name = sentence.words[1].start, mention.name.split(" ", 1)[1]


def council_before(mention: Mention, things: Mapping[str, Mention]) -> str | None:
    """The only administration that the article has named, which one without a name means."""
    if mention.language != "kk" or mention.rule != "head-council":
        return None
    named = [key for key, other in things.items() if other.head == _HEAD and other.rule != "head-council"]
    return named[0] if len(named) == 1 else None


def is_of_many(sentence: Sentence, first: int) -> bool:
    """Whether a Kazakh number above one says how many there are: 8 шетелдік оқу орнының филиалы."""
    for at in range(first - 1, max(-1, first - 1 - _MOST_BEFORE), -1):
        if sentence.gap(at, at + 1).strip() or not (
            sentence.words[at].text.islower() or sentence.words[at].text.isdigit()
        ):
            return False
        if _SEVERAL.fullmatch(sentence.lowered[at]) or in_family(sentence.lowered[at], sentence.grammar, "many"):
            is_time = sentence.lowered[at + 1].startswith(("жыл", "ай", "күн")) or tells_time(sentence.lowered[at + 1])
            return not is_time and sentence.gap(at, at + 1) == " "
    return False


def is_state_body(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a head is by itself the name of a body of the state, of which there is one: Үкімет, Сенат."""
    first = sentence.words[index - form.entry.length + 1]
    return first.is_capital and form.entry.words in stems(sentence.grammar, "state_body")
