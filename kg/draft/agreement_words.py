"""The words of a sentence that mean an agreement, and the new agreement that they name."""

from __future__ import annotations

from kg.draft.grammar import Form
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.new_source import slug


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
    sentence = read.sentence
    for index in range(len(sentence.words)):
        form = sentence.grammar.form(sentence.lowered, index, "references")
        if form is not None and form.entry.name == "Agreement":
            return True
    return False


def new_agreement(read: ReadSentence, noun: tuple[int, Form], parties: list[Mention]) -> Mention:
    """A new agreement, named as the sentence names it."""
    index, form = noun
    sentence = read.sentence
    words = sentence.words
    first = index - form.entry.length + 1
    word = words[index]
    end = word.start + form.base_length if sentence.grammar.verb_last else word.end
    name = " ".join(sentence.text[words[first].start : end].split())
    if sentence.grammar.verb_last and first == index:
        name = form.entry.words
    kind = {
        "MemorandumOfUnderstanding": "memorandum",
        "LetterOfIntent": "letter-of-intent",
        "ProtocolOfIntent": "protocol-of-intent",
        "StrategicPartnership": "strategic-partnership",
    }.get(form.entry.name, "agreement")
    key = slug_of(kind, sorted({party.entity for party in parties}))
    return Mention(
        words[first].start, word.end, name[:1].upper() + name[1:], form.entry.name, sentence.grammar.code,
        f"agreement-{kind}", 0.8, (Reason.BY_EVENT_TOLD,), entity=key, sentence=sentence.number, head=form.entry.words,
    )  # fmt: skip


def slug_of(kind: str, parties: list[str]) -> str:
    """The id of an agreement: what it is, and who its parties are.

    >>> slug_of("memorandum", ["socar", "ministry-of-economy-azerbaijan"])
    'memorandum-socar-ministry-of-economy-azerbaijan'
    """
    return "-".join([kind, *(party[:40].strip("-") for party in parties[:3])]) or slug(kind)
