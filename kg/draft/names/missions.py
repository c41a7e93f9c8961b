"""What stands for a country or the Union abroad, by its whole name: the U.S. Embassy, Посольство Норвегии в Грузии."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention

_EMBASSY = re.compile(r"\.?,? (Embassy|Consulate General|Consulate)\b(?!['’]s)")
_HEADS = frozenset({"embassy", "consulate", "consulate general"})
_RUSSIAN_HEADS = ("посольств*", "консульств*")
_OF_UNION = "delegation of the european union"
_UNION_HEADS = frozenset({_OF_UNION, "eu delegation", "european union delegation"})
_SENT_TO = re.compile(r" (?:to|in) (?:the )?\Z")


def missions(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, embassies with the countries that send them in their names, delegations with where they are."""
    if sentence.grammar.code == "ru":
        return _russian(sentence, mentions)
    if sentence.grammar.code != "en":
        return list(mentions)
    found: list[Mention] = []
    for at, mention in enumerate(mentions):
        before = found[-1] if found else None
        if any(m.start < mention.start and m.ends == mention.end for m in found):
            continue  # the host of an embassy
        if mention.head in _HEADS:
            _take_host(sentence, mention, mentions[at + 1 : at + 3])
        if mention.head in _UNION_HEADS:
            _take_union(sentence, mention)
        if before is not None and mention.class_name == "Country" and before.head in _UNION_HEADS:
            gap = sentence.text[before.end : mention.start]
            if _SENT_TO.match(gap):
                before.name += gap + sentence.text[mention.start : mention.end]
                before.end = mention.end
                continue
        if mention.head in _HEADS and before is not None and before.class_name == "Country":
            is_beside = mention.start == before.end + 1 and " " not in mention.name.removesuffix(" General")
            if is_beside:  # US | Embassy
                mention.name = sentence.text[before.start : mention.end]
        found.append(_embassy(sentence, mention, mentions) or mention)
    return found


def _russian(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Russian mentions, embassies with whose they are and where in their names."""
    found = list(mentions)
    for at, mention in enumerate(mentions):
        if not mention.head.endswith(_RUSSIAN_HEADS) or " в " in mention.name or mention.known:
            continue
        after = [m for m in mentions[at + 1 : at + 3] if m.class_name in ("Country", "City")]
        if not after or after[0].class_name != "Country" or sentence.text[mention.end : after[0].start] != " ":
            continue
        mention.name = f"{mention.name[:1].upper()}{mention.name[1:]} {sentence.text[after[0].start : after[0].end]}"
        after[0].case = after[0].case or "gen"  # Посольством Чили
        gap = sentence.text[after[0].end : after[-1].start]
        if len(after) > 1 and gap in (" в ", " во "):
            mention.aliases.append(mention.name)
            mention.name += gap + sentence.text[after[1].start : after[1].end]
            if after[1].class_name == "Country":
                mention.ends = after[1].end
                found.remove(after[1])
    return found


def _take_host(sentence: Sentence, mention: Mention, after: Sequence[Mention]) -> None:
    """Gives to an embassy's name the country in which it is: the Embassy of Norway in Georgia."""
    if len(after) < len(("sender", "host")) or {m.class_name for m in after} != {"Country"}:
        return
    sender, host = after
    gap = sentence.text[sender.end : host.start]
    if _SENT_TO.match(gap) and mention.name.endswith(sentence.text[sender.start : sender.end]):
        mention.aliases.append(mention.name)
        mention.name += gap + sentence.text[host.start : host.end]
        mention.ends = host.end


def _take_union(sentence: Sentence, mention: Mention) -> None:
    """Gives back to a delegation the words before the Union that sends it."""
    start = sentence.text.lower().rfind(_OF_UNION, 0, mention.end)
    if mention.head == _OF_UNION and start >= 0 and start + len(_OF_UNION) == mention.end:
        mention.start, mention.name = start, sentence.text[start : mention.end]


def _embassy(sentence: Sentence, country: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The embassy behind a country whose name ends with a full stop: the U.S. Embassy in Tashkent."""
    if country.class_name != "Country" or (told := _EMBASSY.match(sentence.text, country.end)) is None:
        return None
    start, end = told.span(1)
    if any(m.overlaps(start, end) for m in mentions):
        return None
    name = " ".join(sentence.text[country.start : end].split())
    return Mention(
        country.start, end, name, "GovernmentBody", "en", "head-embassy", 0.8, (Reason.BY_HEAD,),
        head=told[1].lower(), sentence=sentence.number,
    )  # fmt: skip
