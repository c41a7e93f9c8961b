"""Gatherings that only their sort names (tr, uz, kk, en, az), by the verb that they stand with: törene katıldı."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.draft.gatherings.azerbaijani_gatherings import azerbaijani_before, azerbaijani_gatherings
from kg.draft.gatherings.english_gatherings import is_gathering
from kg.draft.gatherings.kazakh_gathered import kazakh_gathered
from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_REACH = 14
_BY_CASE = {
    "dat": ("participate", "join", "host", "hold"),
    "loc": ("speak", "participate", "sign", "represent"),
    "acc": ("organise", "hold", "host", "participate"),
    "": ("hold", "launch", "organise", "open"),
    "with": ("sign", "open", "establish", "launch"),
    "gen": ("host", "organise"),
    "abl": (),
    "adj": (),
}


def gathered(sentence: Sentence, heads: Sequence[tuple[int, Form]], schema: Schema) -> Iterator[tuple[int, Form]]:
    """The heads that stand for a gathering of which a verb of the sentence tells."""
    if sentence.grammar.code == "az":
        yield from azerbaijani_gatherings(sentence, heads, schema)
    if sentence.grammar.code == "kk":
        yield from kazakh_gathered(sentence, heads, schema)
    if sentence.grammar.code == "en":
        yield from ((n, f) for n, f in heads if schema.is_a(f.entry.name, "Event") and is_gathering(sentence, n, f))
    if sentence.grammar.code not in ("tr", "uz"):
        return
    for index, form in heads:
        if not schema.is_a(form.entry.name, "Event") or form.entry.name == "OpeningCeremony":
            continue
        signed = any(
            (hit := sentence.grammar.triggers.at(sentence.lowered, at)) is not None and hit[1].name == "sign"
            for at in range(index + 1, len(sentence.words))
        )
        if form.entry.words == "tören" and form.case == "loc" and signed:
            continue  # törende imzalandı: no more than where
        if _is_held(sentence, index, form) or _is_governed(sentence, index, form):
            yield index, form


def _is_held(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a participle stands before it, a word or two between: Trabzon'da düzenlenen imza töreni."""
    first = index - form.entry.length + 1
    return any(
        in_family(sentence.lowered[at], sentence.grammar, "gathering_held") for at in range(max(0, first - 3), first)
    )


def _is_governed(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether the first verb after it takes gatherings in its case."""
    frames = _BY_CASE.get(form.case, ())
    if form.possessed and sentence.lowered[index][-1] in "ıiuü" and not form.case:
        frames = _BY_CASE[""]
    for at in range(index + 1, min(len(sentence.words), index + 1 + _REACH)):
        if sentence.gap(at - 1, at).strip() in (";", ":"):
            return False
        hit = sentence.grammar.triggers.at(sentence.lowered, at)
        if hit is not None and hit[1].detail != "participle":
            return hit[1].name in frames
    return False


def gathered_before(mention: Mention, things: Mapping[str, Mention], schema: Schema) -> str | None:
    """The gathering without a name that was told before by the same words (az, en, tr); None for none."""
    if mention.language == "az":
        return azerbaijani_before(mention, things, schema)
    if mention.language == "en" and schema.is_a(mention.class_name, "Event"):
        return _in_english(mention, things, schema)
    if mention.language != "tr" or mention.owner is not None or not schema.is_a(mention.class_name, "Event"):
        return None
    told = (key for key, other in things.items() if other.rule == "described" and other.head == mention.head)
    return next(told, None)


def _in_english(mention: Mention, things: Mapping[str, Mention], schema: Schema) -> str | None:
    """The gathering that an English one without a name is, told before: the three-day forum, after X Forum."""
    if mention.owner is not None or mention.name.lower().startswith(("a ", "an ", "another ")):
        return None
    last = mention.head.split()[-1:]
    told = [key for key, other in things.items() if schema.is_a(other.class_name, "Event")]
    alike = [key for key in told if things[key].head.split()[-1:] == last]
    named_so = [key for key in told if last and last[0] in things[key].name.lower().split()]
    return next(reversed(alike or named_so or (told if last == ["event"] else [])), None)
