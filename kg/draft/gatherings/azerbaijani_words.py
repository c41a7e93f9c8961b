"""Words that tell of an Azerbaijani gathering where and whose it is: forumun məkanı, forumu Gəncə qəbul edib."""

from __future__ import annotations

import re

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence

_NUMBER = re.compile(r"\d+-\Z")
_ORDINALS = frozenset(("birinci", "ikinci", "üçüncü", "dördüncü", "beşinci", "altıncı", "yeddinci", "səkkizinci"))
_AHEAD = re.compile(r"(?:əcək|acaq)(?:dır|dir)?\Z|\A(?:planlaşdır|nəzərdə|gözlənil)")
_DONE = re.compile(r"(?:[dt][ıiuü][ğy][ıiuü]|(?:[dt]?[ıiuü]r|[ıiuü]l|l[aə][şn])[aə]n)\Z")
"""What words end in that tell what is done: birləşdirən, gəldiyi."""
_OWNED = re.compile(r"l[aə]r[ıi]\Z")
_YET = re.compile(r"(?:keçirilə|edilə|tuta|ola|başlaya|açıla)c[aə][qk]\Z|planlaşdırılan\Z|gözlənilən\Z")
WHERE = re.compile(r"(?:ünvan|məkan)(?:ı|ıdır)?\Z")
_ORGANISERS = re.compile(r"(?:həm)?təşkilatçı(?:sı|ları|lar)?\Z")
WORK = re.compile(r"(?:təşkil|keçirilməsi|hazırlanması|təşkilatçılığı|hazırlıq|təşkilati|təşkilatı)")
_RECEIVES = re.compile(r"(?:ed|et)\w+\Z")


def is_placed(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a head for a gathering stands where its place or its organisers are told of it, or who receives it."""
    after = index + 1
    if after >= len(sentence.words) or sentence.gap(index, after) != " ":
        return False
    following = sentence.lowered[after]
    if form.case == "gen":
        return any(told.match(following) for told in (WHERE, _ORGANISERS, WORK))
    received = receives(sentence, after)
    return received is not None and (form.case == "acc" or form.possessed) and _names_place(sentence, after, received)


def receives(sentence: Sentence, first: int) -> int | None:
    """The word qəbul of the first verb of receiving from a word on, in its clause."""
    for at in range(first, len(sentence.words) - 1):
        if sentence.lowered[at] == "qəbul" and _RECEIVES.match(sentence.lowered[at + 1]):
            return at
        if sentence.gap(at, at + 1).strip() or at in sentence.triggers:
            return None
    return None


def _names_place(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a capital word stands between: only of who receives is the gathering told."""
    return any(sentence.words[at].is_capital for at in range(first, last))


def is_bare_body(sentence: Sentence, at: int) -> bool:
    """Whether a small word is a body, which stands before what it does: universitet tədbir təşkil edib."""
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    bare = form is not None and not form.possessed and not form.case
    return form is not None and bare and form.entry.name not in ("Event", "Meeting", "PanelDiscussion")


def parts_description(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether a word before a head of nobody's is of no description: a body, what is done, whose or what it is done to.

    Universitet tədbir …, alimləri birləşdirən forum, qonaqların gəldiyi sərgi, müharibə qaziləri forumda …
    """
    if _DONE.search(sentence.lowered[at]) is not None:
        return True
    return not form.possessed and (is_bare_body(sentence, at) or _OWNED.search(sentence.lowered[at]) is not None)


def is_another(sentence: Sentence, first: int) -> bool:
    """Whether a gathering is told apart from the one told before, by a word before its head: əvvəlki forum …

    The next one is another where it is yet to come: növbəti forum Şəkidə olacaq, but növbəti iclas keçirilib.
    """
    if sentence.grammar.code != "az" or first == 0 or sentence.gap(first - 1, first) != " ":
        return False
    before = sentence.lowered[first - 1]
    if before in ("növbəti", "gələn"):
        return any(_AHEAD.search(word) for word in sentence.lowered[first + 1 :])
    return before in ("əvvəlki", "keçən", "ötən", "sonuncu") or before in _ORDINALS


def is_yet_held(sentence: Sentence, first: int) -> bool:
    """Whether it is said before a gathering's head that it is yet to be held: Şəkidə keçiriləcək konfransa …"""
    if sentence.grammar.code != "az" or first == 0 or sentence.gap(first - 1, first) != " ":
        return False
    return _YET.search(sentence.lowered[first - 1]) is not None


def with_number(sentence: Sentence, first: int) -> int:
    """Where a description begins, with what numbers it before its first word: 12-ci sessiya, növbəti forum."""
    start = sentence.words[first].start
    if is_another(sentence, first):
        return sentence.words[first - 1].start
    if sentence.grammar.code != "az" or sentence.lowered[first] not in ("ci", "cı", "cu", "cü"):
        return start
    number = _NUMBER.search(sentence.text, max(sentence.start, start - 5), start)
    return number.start() if number is not None else start
