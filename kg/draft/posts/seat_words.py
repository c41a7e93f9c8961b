"""The words of a seat, müdürlük or CEO koltuğu, and the verb by which somebody takes it or has it."""

from __future__ import annotations

from kg.draft.language.grammar import Form
from kg.draft.language.patterns import is_bare_seat
from kg.draft.language.words import Sentence
from kg.draft.posts.post_words import Post, duty_words

_REACH = 14


def seat_verb(sentence: Sentence, index: int, form: Form) -> tuple[int, bool] | None:
    """The verb by which a seat is taken or held, its place and whether it is taken; None where there is none."""
    chair = False
    for at in range(index + 1, min(len(sentence.words), index + 1 + _REACH)):
        if sentence.gap(at - 1, at).strip() in (";", ":"):
            return None
        hit = sentence.grammar.chairs.at(sentence.lowered, at)
        if hit is None:
            continue
        if hit[1].name == "chair":
            chair = chair or at <= index + (1 if is_bare_seat(form.entry) else 2)
        elif sentence.grammar.code == "az" and is_bare_seat(form.entry) and (not chair or hit[1].name == "take"):
            return None
        elif hit[1].name == "take" or chair or form.case == "acc" or _acts(sentence, index, at):
            return at + hit[0] - 1, hit[1].name == "take"
    return None


def _acts(sentence: Sentence, index: int, at: int) -> bool:
    """Whether a verb right after a seat says that somebody has it: direktorluq edir."""
    return sentence.grammar.code == "az" and at == index + 1


def seat_words(sentence: Sentence) -> set[int]:
    """The words that are seats somebody takes or has, and no bodies: Vakıf başkanlığına seçildi."""
    grammar, found = sentence.grammar, set()
    for index in range(len(sentence.words)) if grammar.seats else ():
        form = grammar.form(sentence.lowered, index, "seats")
        if form is None or form.case not in ("dat", "acc", "") or seat_verb(sentence, index, form) is None:
            continue
        after = grammar.chairs.at(sentence.lowered, index + 1) if index + 1 < len(sentence.words) else None
        if not sentence.words[index].is_capital or (after is not None and after[1].name == "chair"):
            first = index - form.entry.length + 1
            post = Post(sentence.words[first].start, sentence.words[index].end, form.entry.name, first, index)
            found |= {*range(first, index + 1), *duty_words(sentence, post)}
    return found
