"""The words of a sentence that say that something is related, and whether it is so, planned or denied."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.draft.agreements.closing_meetings import is_after_talks
from kg.draft.language.families import in_family
from kg.draft.language.passages import is_in_capitals
from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence
from kg.draft.relations.azerbaijani_verbs import is_only_valued, is_passive
from kg.draft.relations.english_objects import object_behind
from kg.draft.relations.english_participles import describes_noun, is_adjective, says_how
from kg.draft.relations.frames import frames
from kg.draft.relations.no_triggers import is_asked, tells_nothing
from kg.draft.relations.russian_intents import as_intended
from kg.draft.spans import Mention

_PROGRAMMES = ("programme", "program", "project")
_BEFORE, _AFTER, _LONGEST_PURPOSE = 6, 6, 24
_OF_STAFF = ("run", "work", "head", "staff", "locate")
_CONVERB = {"kk": re.compile(r"[ыі]?п\Z"), "uz": re.compile(r"(?:ib|иб|b)\Z")}
_PASSIVE_AUXILIARY = re.compile(r"(?:kelin|boril|turil|келин|борил|турил)")
_PAST_PARTICIPLE = re.compile(r"(?:[ғқ]ан|[гк]ен)\Z")
_KAZAKH_PAST = re.compile(r"(?:(?<![аейи])[дт][ыі]|[ғқ]ан|[гк]ен)\Z")
_CLAUSE = re.compile(r"[;:–—]|, (?:and|but|а|но|amma|lakin|ancak|бірақ|ammo|котор[а-я]+)\b")
_STATED_PRESENT = ("kk", "uz")
_PRESENT = ("ады", "еді", "йды", "йді", "яды", "adi", "ydi", "adilar")


@dataclass(frozen=True)
class Trigger:
    """A place where a row of the table `trigger` matches."""

    first: int
    last: int
    start: int
    end: int
    entry: Entry
    voice: str
    status: str
    """Empty for stated, planned, denied, or unsure: then nothing is proposed."""
    chained: bool = False
    """Whether it is a converb, which shares the date of its clause with the verb after it: ашылып, … қатысты."""

    @property
    def frame(self) -> str:
        """The name of the frame."""
        return self.entry.name

    def rule(self, language: str) -> str:
        """How the row is named in the reports."""
        return f"{language}.{self.entry.name}.{self.entry.words}".replace(" ", "_")


def triggers(sentence: Sentence, mentions: list[Mention]) -> list[Trigger]:
    """The triggers of a sentence in order, none within the name of a thing."""
    found = []
    grammar, words = sentence.grammar, sentence.words
    spans = [(m.start, m.end) for m in mentions if not m.is_reference]
    at = 0
    while at < len(words):
        hit = sentence.triggers.get(at)
        if hit is not None and grammar.code == "kk" and (small := grammar.marks.at(sentence.lowered, at)) is not None:
            hit = None if small[0] == 1 and small[1].name in ("by", "initiative", "participation") else hit
        if hit is not None and grammar.code == "en" and _is_of_name(sentence, at):
            hit = None
        if hit is None or any(start <= words[at].start < end for start, end in spans):
            at += 1
            continue
        length, entry = hit
        if grammar.code == "en":
            at, length, entry = object_behind(sentence, at, length, entry)
        if grammar.code == "az" and any("," in sentence.gap(n, n + 1) for n in range(at, at + length - 1)):
            at += 1
            continue  # tədris, elmi …
        active = grammar.code == "en" and entry.detail == "active"
        described = active and (describes_noun(sentence, at, at + length) or says_how(sentence, at, length, entry))
        described = described or (active and is_adjective(sentence, at, at + length))
        by_act = (
            grammar.code == "en"
            and entry.name == "subordinate"
            and any(
                in_family(word, grammar, "legal_act") or word in _PROGRAMMES
                for word in sentence.lowered[at + length :][:3]
            )
        )
        if described or by_act or tells_nothing(sentence, at, length, entry):
            at += length
            continue
        last = _with_auxiliary(sentence, at + length - 1)
        voice = _voice(sentence, at, entry)
        if is_passive(sentence, at + length - 1, entry):
            voice = "passive"
        if last >= at + length and _PASSIVE_AUXILIARY.match(sentence.lowered[last]) and voice == "active":
            voice = "passive"  # amalga oshirib kelinayotgan
        status = status_of(sentence, at, last, entry)
        converb = _CONVERB.get(grammar.code)
        chained = converb is not None and last == at + length - 1 and converb.search(sentence.lowered[last]) is not None
        found.append(Trigger(at, last, words[at].start, words[last].end, entry, voice, status, chained))
        at = last + 1
    return found


def _is_of_name(sentence: Sentence, at: int) -> bool:
    """Whether an English verb has a capital that only a name can have: the Coordinated Reform Experiment."""
    words = sentence.words
    beside = [n for n in (at - 1, at + 1) if 0 <= n < len(words) and words[n].is_capital]
    return (
        at > 0
        and words[at].text[1:].islower()
        and words[at].is_capital
        and bool(beside)
        and not is_in_capitals(sentence)
    )


def _with_auxiliary(sentence: Sentence, last: int) -> int:
    """The last word of a verb with the auxiliary that follows its converb: жүргізіп отыр, boshqarib kelayotgan."""
    pattern = _CONVERB.get(sentence.grammar.code)
    after = last + 1
    if pattern is None or after >= len(sentence.words) or not pattern.search(sentence.lowered[last]):
        return last
    told = not sentence.gap(last, after).strip() and in_family(sentence.lowered[after], sentence.grammar, "auxiliary")
    return after if told else last


def _voice(sentence: Sentence, at: int, entry: Entry) -> str:
    if sentence.grammar.code == "en" and entry.detail == "active":
        before = [
            word
            for word in sentence.lowered[max(0, at - 3) : at]
            if word not in ("not", "also", "officially", "jointly", "recently", "formally")
        ]
        if (
            before
            and in_family(before[-1], sentence.grammar, "be")
            and re.search(r"(?:ed|set up|run|held)\Z", entry.words)
        ):
            return "passive"
        if entry.words.endswith("ed") and sentence.lowered[at + entry.length : at + entry.length + 1] == ("by",):
            return "passive"  # X, co-founded by Y
    if entry.detail == "participle" and sentence.grammar.verb_last:
        last = at + len(entry.words.replace("-", " ").split())
        if last >= len(sentence.words) or sentence.gap(last - 1, last).strip(' «"“'):
            return "passive"  # nothing follows that it could describe
    return entry.detail


def status_of(sentence: Sentence, first: int, last: int, entry: Entry) -> str:
    """What the words around a trigger make of it; denial goes before doubt, and doubt before plans."""
    if (sentence.grammar.code in ("en", "kk") and _asks(sentence)) or is_asked(sentence, first):
        return "unsure"
    cues = {*_cues_of_words(sentence, first, last), *_cues_of_endings(sentence, first, last, entry)}
    cues -= {"unsure"} if is_after_talks(sentence) else set()
    past = sentence.grammar.code == "kk" and entry.detail == "participle" and _PAST_PARTICIPLE.search(entry.words)
    if past:
        cues.discard("planned")  # өткізілген кеңесте жоспар ұсынылды
    if _is_agreed_on(sentence, first, last):
        cues.add("planned")
    if is_only_valued(sentence, last) or (sentence.grammar.code == "az" and sentence.text[sentence.end - 1] == "?"):
        return "unsure"  # Gəncədə filial açacaqsınız?
    if sentence.grammar.code == "ru":
        cues = as_intended(sentence, first, entry, cues)
    is_over = sentence.grammar.code == "kk" and entry.name == "work" and _KAZAKH_PAST.search(sentence.lowered[last])
    if ("former" in cues and entry.name in _OF_STAFF) or is_over:
        return "unsure"  # where somebody was before, no row tells
    for cue in ("unsure", "denied", "planned"):
        if cue in cues:
            return cue
    return ""


def _asks(sentence: Sentence) -> bool:
    """Whether a sentence asks whether something is so: Has X joined Y?"""
    end = sentence.text[sentence.start : sentence.end].rstrip(" \n”\"'")
    if not end.endswith("?") or not sentence.words:
        return False
    return sentence.grammar.code != "en" or in_family(sentence.lowered[0], sentence.grammar, "auxiliary")


def _is_agreed_on(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb only says what an agreement is for: an agreement to create X; X kurmak için protokol."""
    grammar, lowered = sentence.grammar, sentence.lowered
    if grammar.verb_last:
        mark = grammar.marks.at(lowered, last + 1) if last + 1 < len(lowered) else None
        after = range(last + 2, min(last + 5, len(lowered)))
        agreed = any(grammar.form(lowered, n, "agreements") is not None for n in after)
        return agreed and mark is not None and mark[1].name == "for" and not _parted(sentence, last, last + 1)
    if first and lowered[first - 1] == "to":
        return _is_purpose(sentence, first - 2)
    infinitive = grammar.code == "ru" and lowered[first].endswith(("ть", "ти"))
    return first > 0 and infinitive and grammar.form(lowered, first - 1, "agreements") is not None


def _is_purpose(sentence: Sentence, last: int) -> bool:
    """Whether an agreement stands before an infinitive, in its clause: signed a memorandum with X in May to create."""
    grammar, lowered = sentence.grammar, sentence.lowered
    if last < 0 or in_family(lowered[last], grammar, "came_off"):
        return False
    for at in range(last, max(-1, last - _LONGEST_PURPOSE), -1):
        if re.search(r"[;:.]", sentence.gap(at, at + 1)):
            return False
        if grammar.form(lowered, at, "agreements") is not None:
            return True
    return False


def _cues_of_words(sentence: Sentence, first: int, last: int) -> set[str]:
    grammar, lowered, found = sentence.grammar, sentence.lowered, set()
    low = _clause_start(sentence, first)
    reach = range(max(low, first - _BEFORE), min(len(lowered), last + 1 + _AFTER))
    for at in reach:
        hit = grammar.cue_words.at(lowered, at)
        if hit is None or hit[1].name == "hearsay":
            continue
        length, entry = hit
        if length == 1 and sentence.words[at].is_capital and at > 0 and not sentence.words[at].is_acronym:
            continue  # the surname Ли
        if (length == 1 and _is_month(sentence, at)) or _bracketed(sentence, first, at):
            continue
        if entry.detail == "own":
            if first <= at <= last or at + length - 1 == last:
                found.add(entry.name)
            continue
        if first <= at <= last and not grammar.verb_last:
            continue
        if grammar.verb_last and (at > last or entry.name in ("unsure", "former")):
            if entry.name == "former" and re.search(
                r"[,;]", sentence.text[sentence.words[at].start : sentence.words[first].start]
            ):
                continue
            may = grammar.code == "az" and in_family(lowered[at], grammar, "may")
            if at > last and _parted(sentence, last, at) and not may:
                continue
            found.add(entry.name)
        elif not grammar.verb_last and (
            at < first or (grammar.code == "ru" and at <= last + 2 and not _parted(sentence, last, at))
        ):
            found.add(entry.name)
    for at in range(max(low, first - 2), first):
        hit = grammar.cue_before.at(lowered, at)
        if hit is not None and at + hit[0] >= first - 1:
            found.add(hit[1].name)
    for at in range(min(3, first)):
        hit = grammar.cue_words.at(lowered, at)
        if hit is not None and hit[1].name == "unsure" and not _is_month(sentence, at):
            found.add("unsure")
    return found


def _is_month(sentence: Sentence, at: int) -> bool:
    """Whether a capital word beside a number is a month, as in May 2026."""
    words = sentence.words
    beside = [words[n].text for n in (at - 1, at + 1) if 0 <= n < len(words)]
    return words[at].is_capital and any(text.isdigit() for text in beside)


def _parted(sentence: Sentence, left: int, right: int) -> bool:
    return bool(re.search(r"[,;:.«»“”\"]", sentence.text[sentence.words[left].end : sentence.words[right].start]))


def _bracketed(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a bracket parts two words: what stands in brackets denies nothing outside."""
    low, high = sorted((left, right))
    return bool(re.search(r"[()]", sentence.text[sentence.words[low].end : sentence.words[high].start]))


def _clause_start(sentence: Sentence, first: int) -> int:
    """The first word of the clause that a trigger is in, where punctuation shows it."""
    at = first
    while at > 0 and not _CLAUSE.search(sentence.gap(at - 1, at) + sentence.words[at].text):
        at -= 1
    return at


def _cues_of_endings(sentence: Sentence, first: int, last: int, entry: Entry) -> set[str]:
    grammar = sentence.grammar
    word = sentence.lowered[last]
    stem = entry.words.split()[-1].rstrip("*")
    best = ""
    found: set[str] = set()
    for ending, cue in grammar.cue_endings.items():
        if (
            word.endswith(ending)
            and len(word) > len(ending) + 1
            and len(ending) > len(best)
            and len(word) - len(ending) >= min(len(stem), 3) - 1
        ):
            best, found = ending, {cue}
    if grammar.code == "uz" and word.endswith(("oʻydi", "ўйди")):
        return found - {"planned"}  # yoʻlga qoʻydi
    if found == {"planned"} and entry.name == "inform" and best.endswith(_PRESENT):
        return set()  # deydi
    is_state = all(not frame.is_event for frame in frames().get(entry.name, ()))
    if found == {"planned"} and is_state and grammar.code in _STATED_PRESENT and best.endswith(_PRESENT):
        return set()
    return found
