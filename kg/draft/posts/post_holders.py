"""The post that a person has, by where the two stand in a sentence."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.grammar import grammar
from kg.draft.language.months import tells_time
from kg.draft.language.words import Sentence
from kg.draft.names.people import is_title
from kg.draft.posts.kazakh_posts import post_of_same
from kg.draft.posts.post_bodies import MOST_FIELD_WORDS
from kg.draft.posts.post_words import Post, field_words
from kg.draft.posts.russian_leaving import is_left
from kg.draft.posts.russian_posts import is_bracketed, is_verb, was_held, without_brackets, without_degrees
from kg.draft.posts.russian_seats import body_worked_in
from kg.draft.posts.turkic_posts import is_degree, is_said_to_be
from kg.draft.posts.turkish_offices import has_own_body, is_predicate
from kg.draft.posts.uzbek_posts import uzbek_second
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention

_OPENED = re.compile(
    r"[,(–—-]|as\b|(?:is|was)\b|to be\b|(?:its|their)\b|(?:has|have|had) been (?:appointed|named|elected)"
)
"""What opens a post after the name of who has it."""
_CLOSED = re.compile(r"[^(]*\)\s?(?:[,;]|(?:and|и|və|және)\b)")
"""What closes a bracket in which a post stands, before another name of a list."""
_AND_ANOTHER = re.compile(r",(?: and| as well as)?\Z")
_LABEL = re.compile(r"[ыи]\Z")
"""What a Russian word for several holders of a post ends in, before a colon and a list of people."""
_DASH = re.compile(r"\s[–—-]\s\Z")
_MOST_ADVERBS = 6
"""How many words may stand from a Russian name to the verb that makes somebody a post's holder, it included."""


def post_beside(read: ReadSentence, person: Mention) -> Post | None:
    """The post that stands right before a person, or after a comma."""
    first, last = read.sentence.index_from(person.start), read.sentence.index_from(person.end)
    before = next((post for post in reversed(read.posts) if post.last_word < first), None)
    held = _is_held_after(read, before, person) if before is not None else None
    if held is not None:
        return before if held else None
    reach = MOST_FIELD_WORDS if read.sentence.grammar.verb_last else {"ru": 8}.get(read.sentence.grammar.code, 4)
    after = next((post for post in read.posts if last <= post.first_word <= last + reach), None)
    if after is None and read.sentence.grammar.code == "ru":
        after = next((post for post in read.posts if post.first_word > last), None)
        return after if after is not None and body_worked_in(read, person, after) is not None else None
    return after if after is not None and _is_held_before(read, after, person) else None


def _is_held_after(read: ReadSentence, post: Post, person: Mention) -> bool | None:
    """Whether a post is that of the person who is named next; None where a post after the name may be."""
    sentence = read.sentence
    grammar, first = sentence.grammar, sentence.index_from(person.start)
    if grammar.code == "ru" and is_former(sentence, post.start, post):
        return None
    if grammar.code == "ru" and is_of_kin(sentence, post) and person.case != "gen":
        return None
    between = sentence.lowered[post.last_word + 1 : first]
    gap = sentence.text[post.end : person.start]
    if _CLOSED.match(gap):
        return None  # A (the rector of X), B
    if grammar.code == "ru" and gap.strip() == ":" and _LABEL.search(sentence.lowered[post.last_word]):
        return None  # Эксперты: P (ректор Y), Q (директор Z)
    gap = without_brackets(_without_commas_of_names(read, post, person, gap)) if grammar.code == "ru" else gap
    if grammar.code == "ru" and not _has_holder_before(read, post):
        gap = re.sub(r"\s[–—-]\s\Z", " ", gap)  # директор центра «X» – Анна Ким
    if grammar.code == "ru" and (plain := without_degrees(gap)) != gap:
        gap, between = plain, tuple(plain.split())
        if not gap.strip():
            return True  # директор, к.т.н. Анна Ким
    if grammar.verb_last and (is_degree(gap) or has_own_body(read, post, person)):
        return True
    if grammar.code == "az" and is_said_to_be(sentence, person) and not re.search(r"[,;:]", gap):
        return len(between) <= MOST_FIELD_WORDS and not _person_between(read, person, post)
    if grammar.code == "en" and gap == ", " and not _has_holder_before(read, post):
        return sentence.text[person.end : person.end + 1] == ","  # Georgia's Prime Minister, X, opened …
    acting = grammar.code == "kk" and gap.strip() in ("м.а.", "м.а")  # проректоры м.а. Қанатбек Мұқанов
    if acting or all(is_title(sentence, n) for n in range(post.last_word + 1, first)):
        titled = acting or (len(between) > 0 and grammar.code == "kk" and gap.count(",") == 1)
        gap = gap.replace(":", "", 1) if grammar.code == "az" and gap.startswith(":") else gap  # Rektor: prof. Dr. P
        return titled or gap.strip() == ":" or not re.search(r"[,;:]", gap)
    if grammar.verb_last and grammar.appoint.at(sentence.lowered, post.last_word + 1):
        return True  # директоры болып Ерасыл Мырзағалиев тағайындалды
    if grammar.code != "ru" or not _has_holder_before(read, post):
        gap = gap.rstrip().removesuffix(",")  # The Minister of Industry of Kazakhstan, X
    if grammar.code == "ru" and post.kind == "minister":
        gap = re.sub(r", (?=[а-яё ]+ и [а-яё])", " ", gap)  # министр науки, образования и инноваций Чада
    if grammar.code == "en" and post.kind == "minister":
        if _has_holder_before(read, post) and _AND_ANOTHER.search(gap.rstrip()):
            return None  # P, Minister of Energy of X, and Q, Minister of Trade
        fields = field_words(sentence, [post])
        between = tuple(word for n, word in enumerate(between, post.last_word + 1) if n not in fields)
        gap = gap.replace(",", "") if fields else gap  # Minister of Transport, Communication and Trade X
    inside = grammar.code in ("en", "ru") and not re.search(r"[,;:–—]", gap)
    near = (
        inside
        and len(between) <= MOST_FIELD_WORDS + 2 + (grammar.code == "ru") * 3
        and not _crossed(read, post, person)
    )
    return True if near else None


def _has_holder_before(read: ReadSentence, post: Post) -> bool:
    """Whether a person's name and a comma or dash stand right before a post: Анна Ким, директор фонда «X», …

    A name after a dash has a post of its own before it: ректор вуза – Анна Ким, директор фонда – Олег Лунин.
    """
    text = read.sentence.text
    return any(
        m.class_name == "Person"
        and m.end <= post.start
        and re.fullmatch(r"\s?[,–—-]\s", text[m.end : post.start])
        and not _is_dashed(read, m, post)
        for m in read.mentions
    )


def _without_commas_of_names(read: ReadSentence, post: Post, person: Mention, gap: str) -> str:
    """What stands between a post and a person, without the commas of a body's name: Министерства связи, науки и ИКТ."""
    for m in read.mentions:
        if m.class_name != "Person" and post.end <= m.start and m.end <= person.start:
            low, high = m.start - post.end, m.end - post.end
            gap = gap[:low] + gap[low:high].replace(",", " ") + gap[high:]
    return gap


def _is_dashed(read: ReadSentence, person: Mention, post: Post) -> bool:
    """Whether a dash parts a Russian person from the post before, and the next person from the post after, as well."""
    text = read.sentence.text
    after = next((m for m in read.mentions if m.class_name == "Person" and m.start >= post.end), None)
    before = any(each.end <= person.start for each in read.posts) and read.sentence.grammar.code == "ru"
    return (
        before
        and after is not None
        and _DASH.search(text, max(read.sentence.start, person.start - 3), person.start) is not None
        and _DASH.search(text, max(post.end, after.start - 3), after.start) is not None
    )


def _is_held_before(read: ReadSentence, post: Post, person: Mention) -> bool:
    """Whether a post is that of the person who is named before it: X, директор Y; X is the director of Y."""
    sentence = read.sentence
    grammar, last = sentence.grammar, sentence.index_from(person.end)
    gap = sentence.text[person.end : post.start].strip()
    russian = grammar.code == "ru" and any(
        grammar.appoint.at(sentence.lowered, at) is not None or in_family(sentence.lowered[at], grammar, "is_in_post")
        for at in range(last, min(last + _MOST_ADVERBS, len(sentence.words)))
        if all(in_family(word, grammar, "beside_post") or _is_of_day(word) for word in sentence.lowered[last:at])
    )
    after = post.last_word + 1
    named_to = grammar.verb_last and after < len(sentence.words)
    named_to = named_to and grammar.appoint.at(sentence.lowered, after) is not None
    if grammar.code == "ru" and (was_held(gap) or is_of_kin(sentence, post)):
        return False
    if grammar.code == "ru" and not gap and _is_named_by(sentence, person):
        return True  # назначил Олега Баева директором
    if body_worked_in(read, person, post) is not None:
        return True
    if not (russian or _OPENED.match(gap) or named_to or is_predicate(read, person, post)):
        return False
    if not grammar.verb_last and sum(not _is_of_day(word) for word in gap.split()) > 5:
        return False
    return not _person_between(read, person, post) and not _person_follows(read, post)


def _is_of_day(word: str) -> bool:
    """Whether a Russian word belongs to a day: 3 марта 2026 года; в январе прошлого года."""
    return word.isdigit() or in_family(word, grammar("ru"), "of_day") or tells_time(word)


def _is_named_by(sentence: Sentence, person: Mention) -> bool:
    """Whether a Russian verb of appointing stands right before whom it appoints."""
    first = sentence.index_from(person.start)
    return first > 0 and in_family(sentence.lowered[first - 1], sentence.grammar, "names_to_post")


def second_post(read: ReadSentence, post: Post) -> Post | None:
    """The post that a conjunction joins to another of the same person: founder and CEO of X."""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    if grammar.code == "uz":
        return uzbek_second(read, post)
    if grammar.code == "kk" and (before := post_of_same(read, post)) is not None:
        return before
    joined = post.last_word + 1 < len(lowered) and grammar.conjunctions.at(lowered, post.last_word + 1) is not None
    return next((p for p in read.posts if joined and p.first_word == post.last_word + 2), None)


def is_called(read: ReadSentence, person: Mention) -> bool:
    """Whether a dash after a surname says what somebody is: Сералиева – кеңестің хатшысы."""
    text = read.sentence.text
    return read.sentence.grammar.code == "kk" and re.match(r"\s[–—-]\s\w", text[person.end :]) is not None


def is_appointed_again(read: ReadSentence, person: Mention) -> bool:
    """Whether somebody who was named before is appointed in an Azerbaijani sentence: O, X-ə rektor təyin olunub."""
    sentence = read.sentence
    if sentence.grammar.code != "az" or person.mark != "nom":
        return False
    post = next((post for post in read.posts if post.start >= person.end), None)
    after = post.last_word + 1 if post is not None else len(sentence.words)
    return after < len(sentence.words) and sentence.grammar.appoint.at(sentence.lowered, after) is not None


def _person_follows(read: ReadSentence, post: Post) -> bool:
    """Whether another person's name stands right after a post, whose it is: A, direktor B."""
    after = next((m for m in read.mentions if m.start >= post.end), None)
    if read.sentence.grammar.code == "ru":  # A, а также директор центра B
        after = next((m for m in read.mentions if m.start >= post.end and m.class_name == "Person"), None)
        if after is not None and any(
            each.end <= after.start and read.sentence.text[: each.start].endswith(" и ")
            for each in read.posts
            if each.start > post.end
        ):
            return False  # A, ректор вуза и директор фонда B
        return after is not None and not re.search(r"[,;:.()—–]", read.sentence.text[post.end : after.start])
    if read.sentence.grammar.code == "kk":
        after = next((m for m in read.mentions if m.start >= post.end and m.class_name == "Person"), None)
    gap = read.sentence.text[post.end : after.start] if after is not None else ""
    beside = gap == " " or (read.sentence.grammar.code == "kk" and is_degree(gap))
    return read.sentence.grammar.verb_last and beside and after is not None and after.class_name == "Person"


def _crossed(read: ReadSentence, post: Post, person: Mention) -> bool:
    """Whether another person or a verb stands between a post and a person."""
    sentence = read.sentence
    first = sentence.index_from(person.start)
    inside = {
        n
        for m in read.mentions
        if not m.is_reference and m is not person
        for n in range(sentence.index_from(m.start), sentence.index_from(m.end))
    }
    if sentence.grammar.code == "ru":  # глава фонда «X» (открыт в 2020 году) P
        inside |= {n for n in range(post.last_word + 1, first) if is_bracketed(sentence, n)}
    return any(
        (n not in inside and sentence.grammar.triggers.at(sentence.lowered, n))
        or sentence.lowered[n] in ("with", "said")
        or (n not in inside and sentence.grammar.code == "ru" and _tells(sentence, n, post))
        or (sentence.lowered[n] == "с" and not _is_day(sentence, n + 1) and not _is_of_work(sentence, n))
        for n in range(post.last_word + 1, first)
    ) or _person_between(read, person, post)


def _tells(sentence: Sentence, at: int, post: Post) -> bool:
    """Whether a Russian word is a verb that makes nobody the holder of a post: президента побеждает P."""
    given = re.search(r"(?:ом|ем|ым|им|ой)\Z", sentence.lowered[post.first_word]) is not None
    if given and in_family(sentence.lowered[at], sentence.grammar, "names_to_post"):
        return False  # директором назначили P
    if in_family(sentence.lowered[at], sentence.grammar, "turns_to_other"):
        return True  # главой вместо P
    return is_verb(sentence, at) and sentence.grammar.appoint.at(sentence.lowered, at) is None


def is_of_kin(sentence: Sentence, post: Post) -> bool:
    """Whether a Russian word before a post says whose kin somebody is: дочь президента."""
    before = sentence.lowered[max(0, post.first_word - 1) : post.first_word]
    return any(in_family(word, sentence.grammar, "kin") for word in before)


def _is_of_work(sentence: Sentence, at: int) -> bool:
    """Whether «с» only says with whom somebody's work is: директор по работе с партнёрами."""
    return at > 1 and in_family(sentence.lowered[at - 1], sentence.grammar, "work_with")


def _is_day(sentence: Sentence, at: int) -> bool:
    """Whether a word is a number or a day of the week: с 1 октября, с понедельника."""
    word = sentence.lowered[at] if at < len(sentence.words) else ""
    return word.isdigit() or word.startswith(("понедельник", "вторник", "сред", "четверг", "пятниц"))


def _person_between(read: ReadSentence, person: Mention, post: Post) -> bool:
    low, high = min(person.end, post.end), max(person.start, post.start)
    return any(m.class_name == "Person" and m is not person and low <= m.start < high for m in read.mentions)


def is_former(sentence: Sentence, start: int, post: Post) -> bool:
    """Whether a word before a post says that somebody was in it: universitetin sabiq rektoru."""
    if sentence.grammar.code == "ru" and is_left(sentence, start):
        return True
    reach = range(max(0, sentence.index_from(start) - 1), post.first_word)
    hits = (sentence.grammar.cue_words.at(sentence.lowered, at) for at in reach)
    return any(hit is not None and hit[1].name == "former" for hit in hits)
