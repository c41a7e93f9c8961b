"""Who is only there, or only helps: what was signed in somebody's presence, or held with somebody's support."""

from __future__ import annotations

import re

from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.english_bystanders import stands_beside
from kg.draft.spans import Mention

_SIGNING = frozenset({"signed", "partyTo"})
_DOING = frozenset({"operates", "founded", "formed", "initiated", "coordinates", "partyTo", "signed"})
_BEFORE = {
    "en": (
        re.compile(r"\b(?:in the presence of|in (?:the )?attendance of|witnessed by|watched by|attended by)\b"),
        re.compile(r"\b(?:with (?:the )?(?:financial |technical |kind )?(?:support|assistance|help) (?:of|from)|"
                   r"(?:supported|sponsored|funded|financed|backed) by)\b"),
    ),
    "ru": (
        re.compile(r"\bв присутствии\b"),
        re.compile(r"\b(?:при|благодаря) (?:\w+ой )?(?:поддержке|содействи[ию]|помощи)\b"),
    ),
}  # fmt: skip
"""By language, what stands before witnesses, and before who supports."""
_AFTER = {
    "az": (re.compile(r"iştirakı (?:ilə|altında)|hüzurunda"), re.compile(r"dəstəyi (?:ilə|sayəsində)|köməyi ilə")),
    "tr": (re.compile(r"huzurunda|katılımıyla"), re.compile(r"desteğiyle|desteği ile|katkılarıyla|katkısıyla")),
    "kk": (re.compile(r"қатысуымен|көзінше"), re.compile(r"қолдауымен|көмегімен|демеушілігімен")),
    "uz": (
        re.compile(r"ishtirokida|huzurida|иштирокида|ҳузурида"),
        re.compile(r"koʻmagida|qoʻllab-quvvatlashi|yordamida|кўмагида|ёрдамида"),
    ),
}
"""By language, what stands after them."""
_RUN_BY_NOBODY = ("InternationalOrganisation", "GovernmentBody", "NewsAgency", "Country")
_ENDS = re.compile(r"[;:.]\s| (?:—|–) ")
_SUFFIX = re.compile(r"[’'-]?\w{0,6}\W*")


def only_there(read: ReadSentence, relation: Relation) -> bool:
    """Whether the subject of a relation is told as a witness, a supporter, or beside it, and did it not himself."""
    if stands_beside(read, relation):
        return True
    subject, predicate = relation.subject, relation.predicate
    if predicate == "operates" and relation.object.class_name in _RUN_BY_NOBODY:
        return True  # the Union funds it, and the United Nations run it
    if predicate not in _DOING or not read.sentence.start <= subject.start < read.sentence.end:
        return False
    code = read.sentence.grammar.code
    if code in _BEFORE:
        told = [_follows(read, subject, words) for words in _BEFORE[code]]
    else:
        told = [_precedes(read, subject, words) for words in _AFTER.get(code, ())]
    return bool(told) and ((told[0] and predicate in _SIGNING) or told[1])


def _follows(read: ReadSentence, mention: Mention, words: re.Pattern[str]) -> bool:
    """Whether such words stand before somebody, and nothing between them begins anew."""
    sentence = read.sentence
    hits = list(words.finditer(sentence.text, sentence.start, mention.start))
    if not hits:
        return False
    at = hits[-1].end()
    gap = sentence.text[at : mention.start]
    if _ENDS.search(gap) is not None:
        return False
    first, last = sentence.index_from(at), sentence.index_from(mention.start)
    if any(sentence.grammar.triggers.at(sentence.lowered, n) is not None for n in range(first, last)):
        return False
    opens = sentence.index_from(hits[-1].start()) <= 1
    return not (opens and "," in gap)


def _precedes(read: ReadSentence, mention: Mention, words: re.Pattern[str]) -> bool:
    """Whether such words stand after somebody, or after the last of those with whom he is listed."""
    listed = [m for m in read.mentions if m.group == mention.group and m.group >= 0 and m.start >= mention.start]
    last = max([mention, *listed], key=lambda each: each.end)
    after = read.sentence.text[last.end : read.sentence.end]
    told = words.search(after)
    return told is not None and _SUFFIX.fullmatch(after[: told.start()]) is not None
