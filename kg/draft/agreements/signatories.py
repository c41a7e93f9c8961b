"""Who agreed and by whose hand: the parties of a signing and the persons who signed, of the names around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.draft.agreements.agreement_words import is_post, unsaid_parties
from kg.draft.agreements.english_signings import signed_for
from kg.draft.language.clauses import describes_object
from kg.draft.language.layout import after_speech
from kg.draft.reading import ReadSentence
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_THAT = re.compile(r"\bki\b,?")
_OPENING = 90
"""Within how many letters of a Russian sentence a verb opens it, whose subject then follows."""
_OTHER_CLAUSE = re.compile(r", (?:а|но|при этом) |; ")
_LED = re.compile(r"\b(?:во главе с|под руководством|возглавляем\w+)\s(?:[а-яё-]+\s){0,4}\Z")
_GATHERED = re.compile(
    r"\b(?:summit|meeting|talks|negotiations|conversation|call|discussions|consultations|encounter) (?:held )?"
    r"between (?:[^,;]{0,60})?\Z"
)
_ATTENDED = re.compile(r", (?:(?:в|на) котор\w+|где) (?:[а-яё]+ )?(?:участв|прин[яи]|присутств|были|был)")
_PAIR = 2
_LONGEST_GAP = 30
_ACCORD = re.compile(r"сәйкес|muvofiq|мувофиқ|koʻra|кўра|binoan|биноан")


def is_body(mention: Mention, schema: Schema) -> bool:
    """Whether something may be a party: an organisation or a country."""
    return schema.is_a(mention.class_name, "Organisation") or mention.class_name == "Country"


def signatories(read: ReadSentence, hit: Trigger, schema: Schema) -> tuple[list[Mention], list[Mention]]:
    """Organisations and countries that agreed, and persons who signed."""
    parties, signers = _named(read, hit, schema)
    for person, body in signed_for(read, schema):
        signers += [person] if all(person.entity != each.entity for each in signers) else []
        parties += [body] if body is not None and all(body.entity != each.entity for each in parties) else []
    return parties or _on_behalf(read, signers, schema), signers


def _named(read: ReadSentence, hit: Trigger, schema: Schema) -> tuple[list[Mention], list[Mention]]:
    """Those whom the sentence names as parties and as signers, by their marks."""
    code = read.sentence.grammar.code
    free = [
        m
        for m in read.mentions
        if not (m.inner and m.mark != "behalf")
        and m.class_name != "NewsAgency"
        and m.rule != "described"
        and m.acts_at(hit.start)
    ]
    free = [m for m in free if m.class_name == "Person" or not is_post(read, m)]
    agents = [m for m in free if is_body(m, schema)]
    people = [m for m in free if m.class_name == "Person"]
    parties = _agreed(read, hit, agents)
    signers = _signers(read, hit, people, {m.entity for m in agents if m.mark == "behalf"})
    if not parties and code in ("kk", "uz"):  # signed by the heads of both
        parties = [m for m in _bodies_of(read, signers, schema) if m.class_name != "Country"]
    parties += unsaid_parties(read, parties, agents, signers) if code == "ru" else []
    if code == "tr":
        signers = signers or _hands(hit, people)
        if len(parties) == 1 and parties[0].mark == "with" and signers:  # P, Y ile … imzaladı: for his own
            parties = [*_bodies_of(read, signers, schema)[:1], *parties]
    unique: dict[str, Mention] = {}
    for mention in parties:
        unique.setdefault(mention.entity, mention)
    alone = len(unique) == 1 and next(iter(unique.values())).mark in ("with", "nom")
    if alone and code == "en" and hit.voice == "active" and signers:  # rector P of X signed it with Y
        signing = [m for m in signers if m.mark == "nom" and m.end <= hit.start]
        unique = {m.entity: m for m in [*_bodies_of(read, signing, schema)[:1], *unique.values()]}
    elif len(unique) == 1 and next(iter(unique.values())).mark == "with":
        unique = {}  # with whom, but not who
    return list(unique.values()), signers


_PRESENT = re.compile(r"(?:,? (?:və )?[^\W\d_][\w-]*){0,5} (?:heyət|nümayəndə|rəhbər)\w* (?:[\w-]+ )?iştirakı")
"""What stands after a body whose people are present: X-in rəhbər heyətinin iştirakı ilə."""


def _on_behalf(read: ReadSentence, signers: Sequence[Mention], schema: Schema) -> list[Mention]:
    """The bodies whose heads signed, where there are two of them."""
    bodies = {m.entity: m for m in read.mentions if is_body(m, schema)}
    told = [bodies[s.post_of] for s in signers if s.post_of in bodies]
    regional = read.sentence.grammar.code == "ru" and len(signers) >= _PAIR  # губернатор X и директор «Y» подписали …
    if len({party.entity for party in told}) < (1 if regional else _PAIR):
        return []
    return [m for m in told if m.class_name != "Country"] if read.sentence.grammar.code == "ru" else told


def parties_by_accord(read: ReadSentence, index: int, schema: Schema) -> list[Mention]:
    """Those who do something together by an agreement that stands before them: Меморандумға сәйкес, A мен B …"""
    sentence = read.sentence
    after = index + 1
    if after >= len(sentence.words) or _ACCORD.fullmatch(sentence.lowered[after]) is None:
        return []
    told = [m for m in read.mentions if m.start >= sentence.words[after].end and not m.inner]
    first = next((m for m in told if m.mark == "nom" and is_body(m, schema)), None)
    return [m for m in told if first is not None and m.group == first.group and is_body(m, schema)]


def _bodies_of(read: ReadSentence, people: Iterable[Mention], schema: Schema) -> list[Mention]:
    """The bodies of a sentence in which people have their posts."""
    bodies = {m.post_of for m in people}
    return [m for m in read.mentions if m.entity in bodies and is_body(m, schema)]


def _agreed(read: ReadSentence, hit: Trigger, agents: Sequence[Mention]) -> list[Mention]:
    """Those of the agents who agreed, by their marks and places."""
    code, lowered = read.sentence.grammar.code, read.sentence.lowered
    described = next((n for n, word in enumerate(lowered) if describes_object(word, code)), None)
    parties: list[Mention] = []
    for mention in agents:
        owns = mention.mark == "gen" and described is not None and mention.end <= read.sentence.words[described].start
        if not (
            mention.mark in ("between", "with", "by", "behalf")
            or (owns and mention.end <= hit.start)
            or (mention.mark == "nom" and _is_subject(read, hit, mention))
        ):
            continue
        # founded by X under a protocol signed last year
        founded = code == "en" and mention.end <= hit.start
        if code == "kk" and mention.mark == "nom" and mention.start >= hit.end and _describes(read, hit):
            continue
        if code == "en" and hit.voice == "active" and mention.mark == "between" and _met_before(read, mention):
            continue
        if code == "az" and _only_attends(read, mention):
            continue  # X və Y-nin rəhbər heyətinin iştirakı ilə keçirilən imzalanma mərasimi
        if mention.mark != "by" or not (hit.voice == "active" or founded):
            parties.append(mention)
    if hit.voice == "noun" and not parties:
        parties = [m for m in agents if m.mark in ("between", "with")]
    alone = len(parties) == 1 and parties[0].class_name == "Country" and parties[0].mark == "nom"
    return [] if alone else parties


def _only_attends(read: ReadSentence, mention: Mention) -> bool:
    """Whether an Azerbaijani body is one whose people are present where something is signed."""
    text = read.sentence.text[mention.end : read.sentence.end]
    return _PRESENT.match(text) is not None


def _signers(read: ReadSentence, hit: Trigger, people: Sequence[Mention], for_whom: set[str]) -> list[Mention]:
    """Those of the people who signed, by their marks and places; `for_whom` are bodies for which somebody did."""
    code = read.sentence.grammar.code
    signers = [m for m in people if m.mark in ("nom", "by", "between", "with") and _near(read, hit, m)]
    if code == "en" and hit.voice == "active":
        signers = [m for m in signers if m.end <= hit.start or m.mark in ("with", "between", "by")]
    if code == "en":  # signed after a meeting between P and Q
        signers = [m for m in signers if not _met_before(read, m)]
    if code == "az":  # X deyib ki, … imzalanıb
        signers = [m for m in signers if not _THAT.search(read.sentence.text[m.end : max(m.end, hit.start)])]
    if code == "ru" and (spoken := after_speech(read.sentence)) > hit.start:
        signers = [m for m in signers if m.start < spoken]  # «Мы подписали …», — сообщил ректор
    if code == "ru":  # X представит страну, а от банка подпись поставит Y
        signers = [m for m in signers if not _OTHER_CLAUSE.search(read.sentence.text[m.end : max(m.end, hit.start)])]
    if code == "ru":  # подписан на церемонии, в которой участвовали P и Q
        signers = [m for m in signers if not _ATTENDED.search(read.sentence.text, hit.end, max(hit.end, _begin(m)))]
    if code == "ru" and hit.voice == "passive":  # подписан во время визита делегации во главе с X
        signers = [m for m in signers if not _LED.search(read.sentence.text, read.sentence.start, _begin(m))]
    if hit.voice == "noun":
        signers = [m for m in signers if m.mark == "by"]
    if code == "az" and hit.voice != "active" and all(m.mark == "nom" for m in signers):
        signers = []  # X … imzalanmış müqavilədən danışıb
    if (code == "tr" and hit.voice == "passive") or (code == "kk" and _describes(read, hit)):
        signers = [m for m in signers if m.mark != "nom"]  # Қол қойылған келісім туралы X айтты
    if code == "en" and hit.voice == "noun":  # X was present during the signing
        signers = [m for m in signers if m.start >= hit.start]
    if code == "en" and hit.voice == "passive":
        on_behalf = re.compile(r"on behalf of [^;.]*\Z")  # signed by X on behalf of the president, Y
        text = read.sentence.text
        signers = [m for m in signers if not on_behalf.search(text[read.sentence.start : m.start])]
        signers = [m for m in signers if m.start >= hit.end]
    behalf = [m for m in people if m.post_of in for_whom and m.mark in ("nom", "behalf", "by")]
    return signers + [m for m in behalf if m not in signers and hit.voice != "noun"]


def _met_before(read: ReadSentence, mention: Mention) -> bool:
    """Whether English words say that it is a gathering between those named: a summit between P and Q."""
    between = mention.mark == "between"
    return between and _GATHERED.search(read.sentence.text, read.sentence.start, _begin(mention)) is not None


def _describes(read: ReadSentence, hit: Trigger) -> bool:
    """Whether a passive verb of signing only says which agreement is meant, whose word stands right behind it."""
    grammar, after = read.sentence.grammar, hit.last + 1
    if hit.voice == "active" or after >= len(read.sentence.words):
        return False
    return grammar.form(read.sentence.lowered, after, "agreements") is not None


def _begin(mention: Mention) -> int:
    """Where a mention begins with the words that only say what it is."""
    return mention.begins if 0 <= mention.begins < mention.start else mention.start


def _hands(hit: Trigger, people: Sequence[Mention]) -> list[Mention]:
    """Whose signatures a Turkish noun tells of: P'nin ve Q'nun imzaları yer alıyor; altında iki ad var: P ve Q."""
    if hit.voice != "noun":
        return []
    if hit.entry.words.startswith("alt"):
        return [m for m in people if m.start >= hit.end]
    return [m for m in people if "gen" in (m.mark, m.case) and m.end <= hit.start]


def _is_subject(read: ReadSentence, hit: Trigger, mention: Mention) -> bool:
    """Whether a name in the nominative is the subject of the verb of signing."""
    last = read.sentence.grammar.verb_last
    if hit.voice == "active":
        if last and mention.start >= hit.end and read.sentence.grammar.code in ("kk", "uz"):
            gap = read.sentence.text[hit.end : mention.start]  # қол қойған тараптар – X, Y және Z
            return re.search(r"\s[–—-]\s", gap) is not None and not re.search(r"[.;:]", gap)
        if last:
            return mention.start < hit.start
        return mention.end <= hit.start or (
            read.sentence.grammar.code == "ru" and hit.start - read.sentence.start < _OPENING
        )
    return False


def _near(read: ReadSentence, hit: Trigger, mention: Mention) -> bool:
    """Whether a name stands in the clause of the verb of signing."""
    gap = read.sentence.text[min(mention.end, hit.end) : max(mention.start, hit.start)]
    gap = re.sub(r"\b[^\W\d_]\.\s?[^\W\d_]\.", "", gap)  # A.Ş.
    return len(gap.split()) <= _LONGEST_GAP and not re.search(r"[;!?] |\w{5}\. ", gap)
