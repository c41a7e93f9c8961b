"""The subject of a sentence that has none: the entry of a list, or what the last sentence was about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.draft.language.clauses import of_participle
from kg.draft.language.families import alternatives
from kg.draft.language.grammar import Grammar
from kg.draft.posts.speakers import is_spoken
from kg.draft.reading import ReadSentence
from kg.draft.references.context import Context
from kg.draft.references.implied import implied
from kg.draft.references.pronouns import pronouns
from kg.draft.references.unsaid import has_unnamed_subject
from kg.draft.spans import Mention

_PLACES = ("City", "Country", "Region", "Place")
_SPEECH = re.compile(r"\s*[-–—]\s")
_CITIES = re.compile(r" (?:қалалары|қаласы|облысы|облыстары) ")
"""What follows Kazakh names of places that act: Тараз бен Семей қалалары қосылды."""


@cache
def _others(grammar: Grammar) -> re.Pattern[str]:
    """Turkish subjects that are not named: Konferansa 600 kişi katıldı; kim kurdu; bir bürosu bulunuyor."""
    return re.compile(
        rf"\b\d+ (?:[^\W\d_]+ )?(?:{alternatives(grammar, 'unnamed')})\b|"
        r"\bkim(?:ler)?\b|"
        rf"(?:ler|lar)(?:i|ı)? (?:de |da |ilk kez |bir araya )?(?:{alternatives(grammar, 'came')})|"
        r"\b(?:bir|iki|üç) \w+(?:[ıiuü]) (?:de |da )?(?:var|bulunuyor|yer alıyor)\b"
    )


@cache
def _many_in_kazakh(grammar: Grammar) -> re.Pattern[str]:
    """Kazakh subjects that are not named: 200 қонақ қатысты."""
    return re.compile(
        rf"\b(?:{alternatives(grammar, 'unnamed')})(?:[лдт][ае]р)?(?:[ыі]|с[ыі])? "
        rf"(?:да |де |та |те )?(?:{alternatives(grammar, 'came')})"
    )


def subjects(read: ReadSentence, context: Context) -> Iterator[Mention]:
    """The subject of a sentence that has none: the entry of a list, or what the last sentence was about."""
    sentence = read.sentence
    words = sentence.words
    if not words or not sentence.triggers:
        return
    subjects = [m for m in read.mentions if m.mark == "nom" and not m.inner]
    subjects = [m for m in subjects if m.class_name not in _PLACES or _CITIES.match(sentence.text, m.end)]
    subjects = [m for m in subjects if not of_participle(sentence, m)]
    subjects = [m for m in subjects if m.rule != "described" or sentence.grammar.code != "az"]
    if sentence.grammar.code in ("uz", "az") and has_unnamed_subject(sentence):
        return
    place = words[0].start
    if context.is_listed and context.entry is not None:
        first = all(m.entity != context.entry.entity for m in read.mentions)
        if first and not subjects:
            yield from implied(read, context.entry, "nom", place, place)
            joins = any(entry.name == "join" for _, entry in sentence.triggers.values())
            if joins and not any(context.schema.is_a(m.class_name, "Initiative") for m in read.mentions):
                mark = "dat" if sentence.grammar.verb_last else "to"
                yield from implied(read, context.network, mark, words[-1].end, words[-1].end)
        return
    if not sentence.grammar.verb_last or subjects:
        return
    if sentence.grammar.code == "tr" and is_spoken(read):
        return  # biz işletiyoruz: who speaks is not known
    if sentence.grammar.code == "tr" and _others(sentence.grammar).search(sentence.text, sentence.start, sentence.end):
        return  # Konferansa 600 kişi katıldı
    if sentence.grammar.code == "kk" and _many_in_kazakh(sentence.grammar).search(
        sentence.text, sentence.start, sentence.end
    ):
        return  # Форумға 12 мың қонақ келді
    if sentence.grammar.code == "az" and any(m.start == place and m.kind == "gathered" for m in read.mentions):
        return  # növbəti forumun Şəkidə keçirilməsi
    opened = any(m.start <= place < m.end for m in read.mentions) or words[0].text[0].isdigit()
    opened = opened or 0 in sentence.dates
    opened = opened or (_SPEECH.match(sentence.text, context.line) is not None and context.guest is not None)
    if opened and not any(m.mark == "nom" for m in pronouns(read, context)):
        topic = (
            context.home if _SPEECH.match(sentence.text, context.line) and context.home is not None else context.topic
        )
        yield from implied(read, topic, "nom", place, place)
