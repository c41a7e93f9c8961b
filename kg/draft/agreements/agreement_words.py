"""The words of a sentence that mean an agreement, and the new agreement that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.russian_cases import nominative_paper
from kg.draft.reading import ReadSentence
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention
from kg.facts.names.folding import capitalised
from kg.facts.new_source import slug

_MOST_BETWEEN = 4
_WHICH = re.compile(r" (?:that|which) (?:was|were|had been) (?:signed|concluded|reached|inked)\b")
_COUNTED = re.compile(r"\b(?:a number of|several|many|numerous|various|a series of|a range of) (?:[a-z-]+ ){0,3}\Z")
_SHOWN = ("bu", "həmin", "sözügedən", "adıçəkilən")
_NO_PARTY = (
    *("Initiative", "Programme", "Strategy", "Network", "Cluster", "Platform", "Event", "Meeting", "PanelDiscussion"),
    *("OpeningCeremony", "NewsAgency", "IndustrialPark"),
)


def is_post(read: ReadSentence, mention: Mention) -> bool:
    """Whether a name is only the words of a post, or guessed by capitals where a post ends it."""
    return mention.rule == "capitals" and any(
        post.start < mention.end and mention.start < post.end for post in read.posts
    )


def agreement_noun(read: ReadSentence) -> tuple[int, Form] | None:
    """The word for the agreement in a sentence, the longest phrase first, not within the name of a thing."""
    sentence = read.sentence
    best: tuple[int, int, Form] | None = None
    for index in range(len(sentence.words)):
        form = sentence.grammar.form(sentence.lowered, index, "agreements")
        if form is None:
            continue
        length = form.entry.length
        if any(
            m.start <= sentence.words[index].start < m.end and m.class_name not in ("Agreement",) for m in read.mentions
        ):
            continue
        if best is None or length > best[0]:
            best = length, index, form
    return None if best is None else best[1:]


def refers_to_agreement(read: ReadSentence) -> bool:
    """Whether a sentence speaks of an agreement that was named before: the document, the letter."""
    lowered, grammar = read.sentence.lowered, read.sentence.grammar
    signed = (n for n, (_, entry) in read.sentence.triggers.items() if entry.name == "sign")
    beside = (word for n in signed for word in lowered[max(0, n - 1) : n + 2])
    by_pronoun = grammar.code == "ru" and any(word in ("его", "её", "ее") for word in beside)  # скрепили его
    return by_pronoun or reference_noun(read) is not None


def reference_noun(read: ReadSentence) -> tuple[int, Form] | None:
    """The word by which a sentence speaks of an agreement that may have been named before: the document."""
    sentence = read.sentence
    for index in range(len(sentence.words)):
        form = sentence.grammar.form(sentence.lowered, index, "references")
        if form is not None and form.entry.name == "Agreement":
            return index, form
    return None


def paper_signed(read: ReadSentence) -> tuple[int, Form] | None:
    """The Russian word by which a sentence speaks of a paper that somebody signed, though nothing told of it before."""
    told = reference_noun(read)
    papers = told is not None and in_family(read.sentence.lowered[told[0]], read.sentence.grammar, "paper")
    return told if papers else None


def new_agreement(read: ReadSentence, noun: tuple[int, Form], parties: list[Mention]) -> Mention:
    """A new agreement, named as the sentence names it."""
    index, form = noun
    sentence = read.sentence
    words = sentence.words
    first = index - form.entry.length + 1
    word = words[index]
    end = word.start + form.base_length if sentence.grammar.verb_last else word.end
    start = _opens_at(sentence, words[first].start, word.start)
    name = " ".join(sentence.text[start:end].split())
    if sentence.grammar.verb_last and first == index:
        name = form.entry.words
    elif sentence.grammar.code == "ru":
        name = nominative_paper(name, [stem.rstrip("*") for stem in form.entry.words.split()])
    kind = {
        "MemorandumOfUnderstanding": "memorandum",
        "LetterOfIntent": "letter-of-intent",
        "ProtocolOfIntent": "protocol-of-intent",
        "StrategicPartnership": "strategic-partnership",
    }.get(form.entry.name, "agreement")
    key = slug_of(kind, sorted({party.entity for party in parties}))
    return Mention(
        start, word.end, capitalised(name, sentence.grammar.code), form.entry.name, sentence.grammar.code,
        f"agreement-{kind}", 0.8, (Reason.BY_EVENT_TOLD,), entity=key, sentence=sentence.number, head=form.entry.words,
    )  # fmt: skip


def _opens_at(sentence: Sentence, start: int, end: int) -> int:
    """Where an agreement's name begins: at the quotation mark that a word of its phrase closes, if one does."""
    closed = re.search(r"[”»\"]", sentence.text[start:end])
    opened = max((sentence.text.rfind(mark, sentence.start, start) for mark in '“«"'), default=-1)
    return opened if closed is not None and opened >= 0 else start


def slug_of(kind: str, parties: list[str]) -> str:
    """The id of an agreement: what it is, and who its parties are.

    >>> slug_of("memorandum", ["socar", "ministry-of-economy-azerbaijan"])
    'memorandum-socar-ministry-of-economy-azerbaijan'
    """
    return "-".join([kind, *(party[:40].strip("-") for party in parties[:3])]) or slug(kind)


def unsaid_parties(
    read: ReadSentence, parties: Sequence[Mention], agents: Sequence[Mention], signers: Sequence[Mention]
) -> list[Mention]:
    """The parties that a Russian sentence tells otherwise: соглашение A и B; с B подписано, by whom it was told before.

    `parties` are those found so far, `agents` all who may be one, `signers` the persons.
    """
    noun = agreement_noun(read)
    if noun is None or any(m.mark in ("between", "nom", "by") for m in parties):
        return []
    end = read.sentence.words[noun[0]].end
    owners = [m for m in agents if m.mark == "gen" and m.start >= end and m.class_name != "Country"]
    beside = [m for m in owners if _is_near(read.sentence.text[end : m.start])]
    told = [m for m in owners if beside and m.group == beside[0].group]
    if len(told) > 1 or (told and parties):
        return told
    if len(parties) != 1 or parties[0].mark != "with":
        return []
    bodies = [m for m in read.mentions if m.entity in {s.post_of for s in signers} and m.class_name != "Country"]
    topic = read.unsaid.get("topic")
    if not bodies and topic is not None and not any(m.mark == "nom" for m in (*agents, *signers)):
        bodies = [topic] if topic.class_name not in _NO_PARTY and topic.entity != parties[0].entity else []
    return bodies[:1]


def _is_near(gap: str) -> bool:
    return len(gap.split()) <= _MOST_BETWEEN and not re.search(r"[.,;:()—–]", gap)


def takes_agreement(read: ReadSentence) -> bool:
    """Whether an agreement is the object of the sentence: келісімді … бекітті, құжатты … растады.

    In Russian, by or in which something is sealed: закрепили сотрудничество меморандумом, в договоре.
    """
    sentence = read.sentence
    if sentence.grammar.code == "ru":
        forms = (sentence.grammar.form(sentence.lowered, n, "agreements") for n in range(len(sentence.words)))
        return any(form is not None and form.case in ("ins", "prep") for form in forms)
    if sentence.grammar.code != "kk":
        return False
    for index in range(len(sentence.words)):
        for table in ("agreements", "references"):
            form = sentence.grammar.form(sentence.lowered, index, table)
            if form is not None and form.case == "acc" and (table == "agreements" or form.entry.name == "Agreement"):
                return True
    return False


_EARLIER = re.compile(
    r"\b(?:[Ee]arlier|[Pp]reviously|[Ll]ast (?:year|month|autumn|spring|summer|winter)|[Ii]n (?:19|20)\d\d)\b"
)
_WHO = re.compile(r" (?:that|which) (?!(?:was|were|is|are|will|has|have|had)\b)")
_INDEFINITE = re.compile(r"\b(?:an?|another|two|three|four|several) (?:[a-z-]+ ){0,4}\Z")
"""What stands before an agreement that was signed before the one of which an article tells."""


def is_another(read: ReadSentence, noun: tuple[int, Form], told: Mention) -> bool:
    """Whether an English word for an agreement means another than the one told: which one, a clause says, or of many.

    An agreement was signed; it rests on the memorandum that was signed in May. Agreements were reached; a memorandum …
    """
    index, form = noun
    sentence = read.sentence
    if sentence.grammar.code != "en":
        return False
    first = index - form.entry.length + 1
    opened = sentence.lowered[first - 1] if first else ""
    which = opened == "the" and _WHICH.match(sentence.text, sentence.words[index].end) is not None
    single = opened in ("a", "an") and not sentence.lowered[index].endswith("s")
    many = told.sentence != sentence.number and told.head == "agreement" and told.name.lower().endswith("agreements")
    before = sentence.text[sentence.start : sentence.words[first].start]
    earlier = told.sentence != sentence.number and _EARLIER.search(before) is not None and _INDEFINITE.search(before)
    return (which and form.entry.name != told.class_name) or (single and many) or bool(earlier)


def is_newly_told(read: ReadSentence, noun: tuple[int, Form]) -> bool:
    """Whether an English article says that an agreement was not told before: concluded a partnership agreement."""
    first = noun[0] - noun[1].entry.length
    return read.sentence.grammar.code == "en" and first >= 0 and read.sentence.lowered[first] in ("a", "an")


def is_of_many(read: ReadSentence, index: int, parties: Sequence[Mention]) -> bool:
    """Whether English agreements are only counted, and nobody says with whom: A reached a number of agreements."""
    sentence = read.sentence
    together = len(parties) > 1 and len({m.group for m in parties}) == 1
    if together or any(m.mark in ("with", "between") for m in parties):
        return False
    counted = _COUNTED.search(sentence.text, sentence.start, sentence.words[index].start) is not None
    return sentence.grammar.code == "en" and sentence.lowered[index].endswith("s") and counted


def is_shown(read: ReadSentence, index: int, form: Form) -> bool:
    """Whether an Azerbaijani «this» stands before a word for an agreement, which was told then: həmin protokol."""
    first = index - form.entry.length
    return read.sentence.grammar.code == "az" and first >= 0 and read.sentence.lowered[first] in _SHOWN


def of_clause(read: ReadSentence, hit: Trigger, index: int, parties: list[Mention]) -> list[Mention]:
    """The parties that an English clause tells, where one says who signed: the pact that A and B signed."""
    end = read.sentence.words[index].end
    if read.sentence.grammar.code != "en" or hit.start <= end or _WHO.match(read.sentence.text, end) is None:
        return parties
    return [m for m in parties if m.start >= end] or parties
