"""Whose date a date is: that of a relation, of another verb of its sentence, of a speech, of what is told aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.draft.dates.told_dates import Told
from kg.draft.language.words import Sentence
from kg.draft.posts.appointing import appoints_to
from kg.draft.relation import Relation
from kg.draft.relations.triggers import Trigger

_WITH_ANY = frozenset(
    {"hold", "speak", "participate", "inform", "prepare", "gather", "host", "organise", "focus", "theme"}
)
"""Frames whose verbs may share a date with another: a memorandum signed at the forum that was held on …"""
_ASIDE = re.compile(r"[,;:()—–]")
_MOST_ACT, _BESIDE, _NEAR_BECOMING, _MOST_ASIDE, _TAIL = 4, 3, 4, 12, 6
_RELATIVE = re.compile(
    r"(?:who|which|whose|where|that|born|founded|opened|set|built|created|established|launched|"
    r"котор\w+|где|чь[еёия]\w*|\w{3,}(?:нн|вш|ющ|ящ|[аеи]вш|щ)(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ую|ых|ий|ее|ие|его|ему|им|ем|их)(?:ся)?)\Z"
)
_AHEAD = re.compile(
    r"(?:ады|еді|йды|йді|яды|adi|ydi|ади|йди|[еёи]т|[еёи]тся|[ую]т|[ую]тся|[ая]т|[ая]тся|acaq|əcək|acak|ecek|[ıiuü]yor|"
    r"opens|takes|runs|begins|starts|holds|hosts|gathers|meets)\Z"
)
_PAST_PERFECT = re.compile(r" (?:that|which) (?:[^,;:.]|, [A-Z])*? had (?:\w+ )?\Z")
_SIGNED_BEFORE = re.compile(
    r"[\w ]{3,60}? (?:that|which) (?:[^,;:.]|, [A-Z])*? had (?:\w+ )?(?:signed|concluded|agreed)\b"
)
_PLANNED_CLAUSE = re.compile(
    r", (?:котор(?:ый|ая|ое|ые)|which) (?:[^,;:.]*? )?(?:запланирован\w*|намечен\w*|состо[ия]тся|пройд[её]т|пройдут|"
    r"(?:is|are) (?:planned|scheduled|due|to be held)|will (?:be held|take place))\b[^,;:.]*\Z"
)
_SCHEDULED = re.compile(
    r"\b(?:(?:scheduled|planned|slated|set|due)(?: to (?:be held|take place|open|start|begin))?"
    r"|will (?:be|take) (?:held|place))"
    r"(?: (?:for|on|in|from|between)(?: the)?(?: [A-Z]\w+(?: on| from| in)?)?)? \Z|"
    r"\b(?:запланирован\w*|намечен\w*|назначен\w*) на \Z"
)
_NEAR_SCHEDULED = 60
_LONGEST_CLAUSE = 140
_SAID = re.compile(r"“[^“”]{40,}”|«[^«»]{40,}»|\"[^\"]{40,}\"")
_DATED_ACT = re.compile(r"(?:\A|\W)(?:от|dated)\s\Z", re.IGNORECASE)
_ADJECTIVAL = re.compile(
    r"[-’'\s]{0,2}\w{0,6}(?:dagi|даги|[дт][аеіы]ғы|[дт]егі|ғы|гі|dəki|dakı|tarixli|tarihli|sanali)\b"
)


def before_past_perfect(told: Told, relation: Relation, sentence: Sentence) -> bool:
    """Whether a day stands before an English clause of what had been done by then: in May, a pact that A had signed."""
    if sentence.grammar.code != "en":
        return False
    clause = _PAST_PERFECT.search(sentence.text, sentence.start, relation.at)
    clause = clause or _SIGNED_BEFORE.match(sentence.text, relation.at, sentence.end)
    return clause is not None and told.end <= clause.start()


def of_another(told: Told, relation: Relation, verbs: Sequence[Trigger]) -> bool:
    """Whether a date tells when something else was: founded under a protocol signed last year."""
    for verb in verbs:
        if verb.frame == "cooperate" and verb.voice == "noun":
            continue
        if verb.frame in _WITH_ANY or verb.voice == "role" or verb.chained or verb.start <= relation.at < verb.end:
            continue
        if verb.frame == "sign" and ".sign." in relation.rule:
            continue  # we signed it on Monday; I signed for the center
        if verb.frame == "sign" and relation.status == "planned" and verb.end <= told.start < relation.at:
            return True  # signed a memorandum on Monday to create X
        if min(told.end, relation.at) <= verb.start and verb.end <= max(told.start, relation.at):
            return True
    return False


def of_saying(told: Told, relation: Relation, sentence: Sentence) -> bool:
    """Whether a date is that of a speech in which something is told: speaking on Monday, she said it was founded."""
    if told.end > relation.at or sentence.grammar.verb_last:
        return False
    first, last = sentence.index_from(told.end), sentence.index_from(relation.at)
    for at in range(first, last):
        if sentence.grammar.reports.at(sentence.lowered, at) is not None:
            word = sentence.words[at]
            return not re.search(r",[^,]*\Z", sentence.text[told.end : word.start]) or (
                "," not in sentence.text[word.end : relation.at]
            )
    return False


def of_act(told: Told, sentence: Sentence) -> bool:
    """Whether a date is that of a decree which the sentence only names: указ от 4 марта, наурыздағы № 5 қаулы."""
    if _DATED_ACT.search(sentence.text[max(sentence.start, told.start - 8) : told.start]):
        return True
    if not describes(told, sentence):
        return False
    first = sentence.index_from(told.end)
    after = range(first, min(first + _MOST_ACT, len(sentence.words)))
    return any(sentence.grammar.form(sentence.lowered, at, "acts") is not None for at in after)


_BEFORE = re.compile(
    r"\b(?:öncə|əvvəl|əvvəllər|əvvəlcədən|до этого|ранее|прежде|бұрын|бұған дейін|avval|ilgari|аввал|daha önce|önceden|"
    r"earlier|previously)\Z"
)
"""What says, right before a verb, that it was done before."""


def describes(told: Told, sentence: Sentence) -> bool:
    """Whether a date describes the noun behind it: 30 қарашадағы Жолдау, 7-oktabrdagi forum."""
    text = sentence.text
    return any(_ADJECTIVAL.match(text, at) is not None for at in (max(told.start, told.end - _TAIL), told.end))


def in_speech(told: Told, relation: Relation, sentence: Sentence) -> bool:
    """Whether a day is told within what somebody says, and a relation outside: "we met last year," said P."""
    for said in _SAID.finditer(sentence.text, sentence.start, sentence.end):
        if said.start() < told.start < said.end():
            return not said.start() < relation.at < said.end()
    return False


def of_before(relation: Relation, sentence: Sentence) -> bool:
    """Whether a word right before a verb says that it was done before what the sentence dates: öncə imzalanmış."""
    at = sentence.index_from(relation.at)
    before = " ".join(sentence.lowered[max(0, at - 2) : at])
    return _BEFORE.search(before) is not None and 0 < at < len(sentence.words)


def behind_semicolon(told: Told, relation: Relation, sentence: Sentence) -> bool:
    """Whether a date is told behind a semicolon, of what comes next: P met Q; the next meeting is to be in May."""
    return not sentence.grammar.verb_last and ";" in sentence.text[relation.at : max(told.start, relation.at)]


def of_planned_clause(told: Told, sentence: Sentence) -> bool:
    """Whether a clause says when something else is to be: timed to the meeting, which is planned for 14–15 May."""
    low = max(sentence.start, told.start - _LONGEST_CLAUSE)
    return not sentence.grammar.verb_last and _PLANNED_CLAUSE.search(sentence.text, low, told.start) is not None


def of_other(told: Told, sentence: Sentence) -> bool:
    """Whether a date is that of a birth, a founding or a term told by the way: since its founding in 2016."""
    first, last = sentence.index_from(told.start), sentence.index_from(told.end)
    beside = range(last, last + _BESIDE) if sentence.grammar.verb_last else range(first - _BESIDE, first)
    named = sentence.grammar.code == "en"  # chairman of the Fen Foundation in 2016
    places = [at for at in beside if at < 1 or not (named and sentence.words[at].is_capital)]
    return any(name == "other" for name in _date_words(sentence, places))


def of_other_clause(told: Told, relation: Relation, verbs: Sequence[Trigger], sentence: Sentence) -> bool:
    """Whether a date stands between commas with a verb of its own: the hub, opened in 2019, signed a memorandum."""
    start, end = _aside_of(told, sentence)
    if start <= relation.at < end or start <= told.verb < end or relation.predicate == "holdsPost":
        return False
    if any(_is_own(verb) and start <= verb.start < end for verb in verbs):
        return True
    at = range(sentence.index_from(start), sentence.index_from(end))
    if any(sentence.grammar.appoint.at(sentence.lowered, n) for n in at):
        return True
    opens = not sentence.grammar.verb_last and bool(at) and bool(_RELATIVE.match(sentence.lowered[at[0]]))
    return opens and told.start - start > _MOST_ASIDE


def comes_to_be(relation: Relation, sentence: Sentence) -> bool:
    """Whether a state is said to begin: became a member, üye oldu."""
    first = sentence.index_from(relation.at)
    beside = range(first, first + _NEAR_BECOMING) if sentence.grammar.verb_last else range(first - _BESIDE, first + 1)
    return any(name == "becomes" for name in _date_words(sentence, beside))


def is_appointing(told: Told, relation: Relation, verbs: Sequence[Trigger], sentence: Sentence) -> bool:
    """Whether a date is that on which somebody took a post: appointed in May."""
    start, end = _aside_of(told, sentence)
    first, last = sentence.index_from(told.end if sentence.grammar.verb_last else start), sentence.index_from(end)
    for at in range(first, last):
        hit = sentence.grammar.appoint.at(sentence.lowered, at)
        if hit is not None and appoints_to(sentence, at, hit, relation.at):
            low, high = sorted((told.start, sentence.words[at].start))
            return not any(low <= verb.start < high and verb.voice != "role" for verb in verbs)
    return False


def is_told_ahead(told: Told, relation: Relation, verbs: Sequence[Trigger], sentence: Sentence) -> bool:
    """Whether a relation is told in the present or the future: takes place in October, is scheduled for it."""
    verb = next((verb for verb in verbs if verb.end > relation.at), None)
    words = sentence.lowered[verb.first : verb.last + 1] if verb is not None else ()
    if any(_AHEAD.search(word) for word in (words if sentence.grammar.code == "en" else words[-1:])):
        return True
    before = sentence.text[max(sentence.start, told.start - _NEAR_SCHEDULED) : told.start]
    return _SCHEDULED.search(before) is not None


def _date_words(sentence: Sentence, beside: Iterable[int]) -> Iterator[str]:
    """What the words for time at these places are."""
    for at in beside:
        hit = sentence.grammar.dates.at(sentence.lowered, at) if 0 <= at < len(sentence.words) else None
        if hit is not None:
            yield hit[1].name


def _is_own(verb: Trigger) -> bool:
    return verb.frame not in _WITH_ANY and verb.voice not in ("role", "noun") and not verb.chained


def is_parted(told: Told, relation: Relation, sentence: Sentence) -> bool:
    """Whether a semicolon stands between a date and what it would date."""
    return ";" in sentence.text[min(told.end, relation.at) : max(told.start, relation.at)]


def is_aside(told: Told, relation: Relation, verbs: Sequence[Trigger], sentence: Sentence) -> bool:
    """Whether a date stands with another verb between commas: the hub, opened in 2019, signed a memorandum."""
    start, end = _aside_of(told, sentence)
    if start <= relation.at < end:
        return False
    own = [verb for verb in verbs if start <= verb.start < end and verb.voice != "role"]
    return bool(own) or told.since or start <= told.verb < end


def is_behind(told: Told, relation: Relation, verbs: Sequence[Trigger], sentence: Sentence) -> bool:
    """Whether a date stands behind the verb of a relation, in a language whose verbs have their dates before them."""
    if not sentence.grammar.verb_last:
        return False
    own = next((verb for verb in verbs if verb.end > relation.at and verb.voice != "role"), None)
    return own is not None and told.start >= own.end


def is_of_ending(told: Told, relation: Relation, sentence: Sentence) -> bool:
    """Whether the day is only that on which an event ended, at which something else was: signed at the forum that …"""
    if told.verb < 0:
        return False
    start, end = _aside_of(told, sentence)
    if start <= told.verb < end and not start <= relation.at < end:
        return True
    return min(told.start, relation.at) <= told.verb < max(told.start, relation.at)


def _aside_of(told: Told, sentence: Sentence) -> tuple[int, int]:
    """The stretch between commas, brackets or dashes that a date stands in."""
    before = sentence.text[sentence.start : told.start]
    start = max((match.end() for match in _ASIDE.finditer(before)), default=0) + sentence.start
    after = _ASIDE.search(sentence.text, told.end, sentence.end)
    return start, after.start() if after is not None else sentence.end
