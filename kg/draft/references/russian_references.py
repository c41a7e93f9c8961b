"""What a Russian word for any body or event of a sort means that stands without a name: ведомство, вуз, мероприятие."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.given_names import is_given
from kg.draft.references.standing_alone import is_definite
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_MOST_BACK = 40
_GATHERINGS = ("Event", "Meeting", "PanelDiscussion")
_SEVERAL = re.compile(r"(?:ов|ами|ях|ям|ями|ах|ам)\Z|(?:[^и]и|ы)\Z")
_SEVERAL_OF_FEMININE = re.compile(r"(?:ов|ами|ях|ям|ями|ах|ам|й)\Z")
_FEMININE = re.compile(r"(?:и|к|ур)\*\Z")
_OF_OTHER = re.compile(r"\w+(?:ов|ев|ей|ий|ия|ии|ости|ства|тия|ения|ании|ых|их|ого|его|ной|ской|тики|гии|логий)\Z")
_SORTS = {
    "Center": ("Center", "IndustrialPark"),
    "Company": ("Company",),
    "GovernmentBody": ("GovernmentBody",),
    "Initiative": ("Initiative",),
}


def is_next(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Russian sentence speaks of the next gathering, not of the one told before: в следующем году форум …"""
    of_event = mention.is_reference and mention.class_name in _GATHERINGS
    return sentence.grammar.code == "ru" and of_event and any(w.startswith("следующ") for w in sentence.lowered)


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
    for mention in reversed(latest[-_MOST_BACK:]):
        fits = any(schema.is_a(mention.class_name, name) for name in _SORTS.get(sort, (sort,)))
        if (
            fits
            and not mention.inner
            and mention.class_name != "NewsAgency"
            and (mention.rule != "described" or sort == "Event")
        ):
            return Mention(
                word.start, word.end, mention.name, mention.class_name, "ru", "reference", 0.65,
                (Reason.BY_REFERENCE,), entity=mention.entity, known=mention.known, case=form.case, is_reference=True,
                head=mention.head,
            )  # fmt: skip
    return None
