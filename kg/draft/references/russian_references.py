"""What a Russian word for any body or event of a sort means that stands without a name: ведомство, вуз, мероприятие."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form, Grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.given_names import is_given
from kg.draft.references.standing_alone import is_definite
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.schema import Schema

_MOST_BACK, _LONGEST_BRACKET = 40, 8
_GATHERINGS = ("Event", "Meeting", "PanelDiscussion")
_SEVERAL = re.compile(r"(?:ов|ами|ях|ям|ями|ах|ам)\Z|(?:[^и]и|ы)\Z")
_SEVERAL_OF_FEMININE = re.compile(r"(?:ов|ами|ях|ям|ями|ах|ам|й)\Z")
_FEMININE = re.compile(r"(?:и|к|ур)\*\Z")
_REPORTS = re.compile(r"\b(?:сообща[ею]т|переда[её]т|пиш[еу]т|уточняет|информирует)\s(?:\w+\s)?[«\"“]?\Z")
_OF_OTHER = re.compile(
    r"\w+(?:ов|ев|ей|ий|ия|ии|ости|ства|тия|ения|ании|ых|их|ого|его|ной|ской|тики|гии|логий|[бвгдзклмнпрстфхцчшщ]ы)\Z"
)
_HERS = frozenset({"она", "её", "ее", "ею", "неё", "нее", "ней"})
_HIS = frozenset({"он", "его", "нём", "нем", "нему", "оно"})
_SORTS = {
    "Center": ("Center", "IndustrialPark"),
    "Company": ("Company",),
    "GovernmentBody": ("GovernmentBody",),
    "Initiative": ("Initiative",),
}


def only_describes(sentence: Sentence, at: int, taken: Mapping[int, Mention]) -> bool:
    """Whether a word ends what a bracket says of the name before it: фонд «X» (крупнейшая в стране организация)."""
    first = at
    while first > 0 and "(" not in sentence.gap(first - 1, first):
        if at - first > _LONGEST_BRACKET or sentence.gap(first - 1, first).strip() or first in taken:
            return False
        first -= 1
    closed = sentence.text[sentence.words[at].end : sentence.words[at].end + 1] == ")"
    return closed and first - 1 in taken and not sentence.words[first].is_capital


def is_next(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Russian sentence speaks of the next gathering, not of the one told before: в следующем году форум …"""
    of_event = mention.is_reference and mention.class_name in _GATHERINGS
    return sentence.grammar.code == "ru" and of_event and any(w.startswith("следующ") for w in sentence.lowered)


def is_meeting(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Russian thing without a name is a meeting of two, which nobody runs: провела встречу с министром."""
    words = sentence.text[mention.start : mention.end].lower().split()
    described = sentence.grammar.code == "ru" and mention.rule == "described" and bool(words)
    return described and in_family(words[-1], sentence.grammar, "meeting")


def is_other_gathering(grammar: Grammar, told: str, event: Mention) -> bool:
    """Whether words tell of a gathering of a sort of its own, which the event told before is not: на встрече …"""
    words = tuple(told.split())
    if event.class_name == "OpeningCeremony":
        return False
    forms = (grammar.form(words, at, "references") for at in range(len(words)))
    own = {f.entry.words for f in forms if f is not None and f.entry.name == "Event" and f.entry.detail != "any"}
    return any(word not in event.head.split() and fold(word.rstrip("*")) not in fold(event.name) for word in own)


def is_of_other_gender(grammar: Grammar, word: str, mention: Mention) -> bool:
    """Whether a Russian pronoun cannot mean a thing by the gender of its head: университет …, её возглавляет P."""
    other = "masculine" if word in _HERS else "feminine" if word in _HIS else ""
    if not other or grammar.code != "ru" or mention.class_name == "Person" or not mention.head:
        return False
    return mention.head.split(" ")[-1].startswith(stems(grammar, other))


def is_source(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Russian agency is only who reports: как сообщает X, договор подписал Y."""
    before = sentence.text[sentence.start : mention.start]
    return sentence.grammar.code == "ru" and _REPORTS.search(before) is not None


def is_yet_to_come(sentence: Sentence, index: int) -> bool:
    """Whether an infinitive of making stands right before a word, which then means no thing told before."""
    hit = sentence.grammar.triggers.at(sentence.lowered, index - 1) if index else None
    makes = hit is not None and hit[0] == 1 and hit[1].name in ("establish", "open", "launch", "form")
    return makes and sentence.lowered[index - 1].endswith("ть")


def names_place(sentence: Sentence, index: int, taken: Mapping[int, Mention]) -> bool:
    """Whether a country, town or body stands right after a head, which then is its own: Банк России, филиал МГУ."""
    after = taken.get(index + 1)
    if after is None or sentence.gap(index, index + 1).strip() or after.is_reference:
        return False
    of_body = after.class_name == "Organisation" and sentence.words[index + 1].is_acronym
    return of_body or after.class_name in ("Country", "City", "Region")


def meant_by_sort(sentence: Sentence, index: int, latest: Sequence[Mention], schema: Schema) -> Mention | None:
    """The thing named last of the sort that a word without a name tells; None where the word means no certain one."""
    form = sentence.grammar.form(sentence.lowered, index, "references")
    if form is None or form.entry.name == "Agreement" or not is_definite(sentence, index, False, False):
        return None
    word, words = sentence.words[index], sentence.words
    several = _SEVERAL_OF_FEMININE if _FEMININE.search(form.entry.words) else _SEVERAL
    if several.search(word.lower):
        return None
    after = index + 1
    if after < len(words) and not sentence.gap(index, after).strip():
        following = words[after]
        named = following.is_capital and len(following.text) > 1 and not is_given(following.lower, sentence.grammar)
        if named or _OF_OTHER.match(following.lower) or following.text[0].isdigit():
            return None  # центр города; of what follows
    sort = "Organisation" if form.entry.name == "any" else form.entry.name
    if form.entry.name == "any" and any(
        in_family(each, sentence.grammar, "joined") for each in sentence.lowered[index - 3 : index + 4]
    ):
        sort = "Network"  # в организацию приняты
    fits = [
        m for m in latest[-_MOST_BACK:] if any(schema.is_a(m.class_name, name) for name in _SORTS.get(sort, (sort,)))
    ]
    fits = [
        m for m in fits if not m.inner and m.class_name != "NewsAgency" and (m.rule != "described" or sort == "Event")
    ]
    if form.entry.name == "any":  # организация is no ministry, ведомство nothing else
        of_state = in_family(form.entry.words.rstrip("*"), sentence.grammar, "of_state")
        fits = [m for m in fits if schema.is_a(m.class_name, "GovernmentBody") is of_state]
    meant = _one_meant(form, fits)
    if meant is None:
        return None
    return Mention(
        word.start, word.end, meant.name, meant.class_name, "ru", "reference", 0.65,
        (Reason.BY_REFERENCE,), entity=meant.entity, known=meant.known, case=form.case, is_reference=True,
        head=meant.head,
    )  # fmt: skip


def _one_meant(form: Form, fits: Sequence[Mention]) -> Mention | None:
    """The one of the things of a sort that a word means: by its head, else of those named last the one that acts."""
    word = form.entry.words.split()[-1]
    called = [m for m in fits if word in m.head.split() or fold(word.rstrip("*")) in fold(m.name)]
    if called:
        return called[-1]
    if "any" not in (form.entry.detail, form.entry.name):
        fits = [m for m in fits if not m.head]
    if not fits:
        return None
    near = [m for m in fits if m.sentence == fits[-1].sentence]
    if len({m.entity for m in near}) == 1 or form.entry.name == "Event":
        return near[-1]
    acting = {m.entity: m for m in near if m.mark in ("nom", "by")}
    return next(iter(acting.values())) if len(acting) == 1 else None
