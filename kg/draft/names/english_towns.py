"""Towns and regions by the English words about their names: Namangan region; in Busan, South Korea."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention

_REGION = re.compile(r"(?:region|province|oblast|okrug|krai|prefecture|governorate|voivodeship|county)\Z")
_SELF_RULED = (("autonomous", "republic"), ("autonomous", "district"), ("federal", "district"))
_IN = re.compile(r"(?:\bin|\bat|\bto|\bfrom|\bof|\bnear|\bvisited|-based in|\bcity of)\s+\Z")
_TOWN = re.compile(r"(?P<name>(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+), (?:the )?\Z")
_SEATED = re.compile(
    r"\b(?:founded|established|set up|opened|based|headquartered|located|situated|held|born|convened|gathered|"
    r"took place|takes place|taking place|underway|under way|branch(?:es)?|offices?|campus(?:es)?|headquarters|plant|"
    r"arrived) in \Z"
)
_MOST_WORDS, _BACK = 3, 24
_REASONS = (Reason.BY_PLACE_NAMES, Reason.CLASS_GUESSED)


def region(sentence: Sentence, first: int, last: int) -> Mention | None:
    """The region that capitals name with the word for one, in capitals or not: Namangan region, Syunik Province."""
    words, lowered = sentence.words, sentence.lowered
    at = next((n for n in range(first + 1, last) if _names_region(sentence, n) and lowered[n + 1] == "of"), last)
    if not _names_region(sentence, at):
        at = last + 1
        if at >= len(words) or sentence.gap(last, at) != " " or not _REGION.match(lowered[at]):
            return None
    begins = first
    for n in range(first, at):
        if words[n].text.endswith(("'s", "’s")) or not words[n].is_capital:
            begins = n + 1
    most = _MOST_WORDS + ("autonomous" in sentence.lowered[begins:at])  # the Batken Autonomous Oblast
    if not 0 < at - begins < most or sentence.lowered[begins] in ("the", "economic", "central", "this"):
        return None
    name = " ".join(sentence.text[words[begins].start : words[at].end].split())
    start, end, head = words[begins].start, words[at].end, sentence.lowered[at]
    return Mention(start, end, name, "Region", "en", "place-name", 0.75, _REASONS, head=head)


def with_known(place: Mention, known: Mention | None) -> Mention:
    """A region, as the known one that its name begins with: the Nakhchivan Autonomous Republic."""
    same = known is not None and known.known and known.class_name == place.class_name == "Region"
    return replace(known, start=place.start, end=place.end) if same and known is not None else place


def _names_region(sentence: Sentence, at: int) -> bool:
    """Whether a word, or the two that end with it, say that a name is a region's: the Adjara Autonomous Republic."""
    return _REGION.match(sentence.lowered[at]) is not None or sentence.lowered[at - 1 : at + 1] in _SELF_RULED


def town_by_verb(sentence: Sentence, first: int, last: int) -> Mention | None:
    """The town that a word or two in capitals name after a verb of where: founded in Kutaisi on 9 April 2012."""
    words = sentence.words
    named = words[first : last + 1]
    if sentence.grammar.code != "en" or len(named) > 2 or any(w.is_acronym or not w.text.isalpha() for w in named):
        return None
    before = sentence.text[max(sentence.start, words[first].start - _BACK) : words[first].start]
    if _SEATED.search(before) is None or any(in_family(w.lower, sentence.grammar, "no_town") for w in named):
        return None
    name = " ".join(w.text for w in named)
    return Mention(words[first].start, words[last].end, name, "City", "en", "place-by-case", 0.6, _REASONS)


def towns_before_countries(sentence: Sentence, known: Sequence[Mention], taken: Sequence[Mention]) -> list[Mention]:
    """Names of which the country after a comma says that they are towns: in Busan, South Korea."""
    found = []
    for country in known if sentence.grammar.code == "en" else ():
        if country.class_name != "Country" or country.case:
            continue
        match = _TOWN.search(sentence.text, sentence.start, country.start)
        if match is None or _IN.search(sentence.text[sentence.start : match.start()]) is None:
            continue
        loose = re.search(r"\b(?:at|to|from|of)\s+\Z", sentence.text[sentence.start : match.start()]) is not None
        if match["name"] in sentence.grammar.generic or match["name"].isupper() or (loose and " " in match["name"]):
            continue  # director of Aral Steppe, Georgia; at UNICEF, Georgia
        if any(m.start < match.end("name") and match.start() < m.end for m in taken):
            continue
        found.append(
            Mention(match.start(), match.end("name"), match["name"], "City", "en", "place-name", 0.75, _REASONS)
        )
    return found
