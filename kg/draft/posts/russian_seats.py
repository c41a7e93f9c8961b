"""What Russian sentences tell of posts beside the words for them: who heads a delegation, several posts of one.

делегация вуза во главе с ректором P; ректор вуза P и проректор Q; Новым ректором стал … P; проректор, декан P.
"""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names.people import is_title
from kg.draft.names.russian_cases import is_adjective
from kg.draft.posts.post_words import Post
from kg.draft.posts.russian_posts import field_end, is_verb
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_LEADS = re.compile(r"(?:во главе с|под руководством|возглавляем\w+)\s(?:[а-яё]+\s){0,2}\Z")
_BESIDE = re.compile(r"\s(?:и|а также|и его|и её)\s(?:[а-яё]+\s){0,2}\Z")
_CHAIN = re.compile(r"(?:, | и | [–—-] )(?:доктор [а-яё-]+ наук, |кандидат [а-яё-]+ наук, |профессор, )*\Z")
_AND = re.compile(r",? (?:и|а также|и одновременно|и по совместительству) ")
"""What joins two posts of one person, each with its body."""
_SEVERAL = re.compile(r"(?:тели|торы|тари|жеры|денты|ники|стры|каны|тел[яе][мй]и?|торов|торами|дентов|стров)\Z")
"""What posts of several people end in."""
_GIVES = re.compile(r"(?:[ие]л|ила|или|брал\w?|ит|ют|ят)\Z")
"""What verbs end in by which somebody gives a post to another."""
_HAS = r"(?:занимает|занимающ\w+)"
_WORKS_IN = re.compile(rf",\s(?:котор(?:ый|ая)\s)?(?:{_HAS}\s)?во?\s(?:[а-яё-]+\s)?[«\"“]?")
_HAS_POST = re.compile(rf"[»\"”]?\s(?:{_HAS}\s)?(?:пост|должность)\s")
_LONGEST_CHAIN, _MOST_POSTS, _NEAR_SEAT = 110, 3, 2


def body_led(read: ReadSentence, person: Mention, post: Post, schema: Schema) -> Mention | None:
    """The body that the words before a post tell: whose delegation is headed, or that of whom «и» joins."""
    text, start = read.sentence.text, read.sentence.start
    bodies = [
        m for m in read.mentions
        if m.end <= post.start and schema.is_a(m.class_name, "Organisation") and m.class_name != "NewsAgency"
    ]  # fmt: skip
    leads = _LEADS.search(text, start, post.start)
    if bodies and leads is not None and post.end <= person.start:
        between = range(read.sentence.index_from(bodies[-1].end), read.sentence.index_from(leads.start()))
        told = any(
            is_verb(read.sentence, n) or read.sentence.grammar.triggers.at(read.sentence.lowered, n) for n in between
        )
        return bodies[-1] if not told else None
    if in_family(read.sentence.lowered[post.first_word], read.sentence.grammar, "school_post"):
        schools = [m for m in read.mentions if m.class_name == "ResearchOrganisation" and m.end <= post.start]
        if len({m.entity for m in schools}) == 1:
            return schools[-1]  # гости вуза «X» встретились с ректором P
    before = [m for m in read.mentions if m.class_name == "Person" and m.end <= post.start and m.post_of]
    if before and post.kind == "head" and _BESIDE.fullmatch(text[before[-1].end : post.start]) is not None:
        return next((m for m in reversed(bodies) if m.entity == before[-1].post_of), None)
    return None


def body_worked_in(read: ReadSentence, person: Mention, post: Post) -> Mention | None:
    """The body between a name and the post that somebody has in it: P, который в компании «X» занимает пост …"""
    sentence = read.sentence
    if sentence.grammar.code != "ru" or post.start < person.end:
        return None
    between = [m for m in read.mentions if person.end <= m.start and m.end <= post.start and m.class_name != "Person"]
    if len(between) != 1 or between[0].class_name in ("City", "Region", "Place", "Event", "Meeting"):
        return None
    before, after = sentence.text[person.end : _begin(between[0])], sentence.text[between[0].end : post.start]
    return between[0] if _WORKS_IN.fullmatch(before) and _HAS_POST.fullmatch(after) else None


def _begin(mention: Mention) -> int:
    return mention.begins if 0 <= mention.begins < mention.start else mention.start


def body_on_card(read: ReadSentence, person: Mention, post: Post) -> Mention | None:
    """The body that closes a line of nothing but a name, a post and a body between commas: Анна Ким, ректор, ЕНУ."""
    sentence, end = read.sentence, field_end(read.sentence, post.last_word, read.sentence.end)
    after = next((m for m in read.mentions if m.start >= end), None)
    if after is None or post.start < person.end or after.class_name in ("Person", "Country", "City", "Region"):
        return None
    line = sentence.text[sentence.start : person.start].strip(' –—-•"«') == ""
    name = sentence.text[end : after.start].strip('«"“') == ", " and after.mark == "nom"
    place = next((m for m in read.mentions if m.start == after.end + 1 and m.class_name == "Country"), after)
    closed = sentence.text[place.end : sentence.end].strip(' .;»"”') == ""
    return after if line and name and closed else None


def has_own_complement(sentence: Sentence, post: Post, person: Mention) -> bool:
    """Whether the words between a post and its holder tell of what it is, and that is no part of any body.

    директор ростовского цирка P, депутат маслихата P; but начальник отдела P, директор по науке P
    """
    grammar, lowered = sentence.grammar, sentence.lowered
    for at in range(post.last_word + 1, sentence.index_from(person.start)):
        word = lowered[at]
        if sentence.gap(at - 1, at).strip() or in_family(word, grammar, "part_opener") or is_title(sentence, at):
            return False
        given = grammar.appoint.at(lowered, at) is not None
        if given or sentence.words[at].is_capital or word.isdigit():
            return False
        if is_adjective(word) and grammar.form(lowered, at, "heads") is None:
            continue
        general = grammar.form(lowered, at, "references") is not None
        return not general and not in_family(word, grammar, "part_of_body")
    return False


def may_be_unsaid(sentence: Sentence, post: Post, body: Mention, schema: Schema) -> bool:
    """Whether a post may be in a body that the words beside it do not tell: no governor is one of a firm's."""
    if body.rule == "capitals" and not body.name.isupper() and re.match("[А-ЯЁ]", body.name):
        return False  # what only its capitals tell to be a body
    alone = " " not in body.name and not body.rule.startswith("quoted") and re.match("[А-ЯЁ][а-яё]", body.name)
    if alone and is_adjective(body.name.lower()):
        return False  # Белый дом
    of_state = any(
        in_family(sentence.lowered[at], sentence.grammar, "post_of_state")
        for at in range(post.first_word, post.last_word + 1)
    )
    return not of_state or schema.is_a(body.class_name, "GovernmentBody")


def further_posts(read: ReadSentence, post: Post, person: Mention) -> list[Post]:
    """The further posts of who has one: those listed before it, and the one that the sentence gives."""
    found, taken = _earlier_posts(read, post, person) + _later_posts(read, post, person), taken_post(read, person)
    return [*found, taken] if taken is not None and taken not in (post, *found) else found


def _earlier_posts(read: ReadSentence, post: Post, person: Mention) -> list[Post]:
    """The further posts of a person that are listed before the last: проректор по науке, заведующий кафедрой P."""
    if read.sentence.grammar.code != "ru" or post.end > person.start:
        return []
    found: list[Post] = []
    for before in reversed([each for each in read.posts if each.end <= post.start]):
        last = found[-1] if found else post
        gap = read.sentence.text[before.end : last.start]
        crossed = any(m.class_name == "Person" and before.end <= m.start < last.start for m in read.mentions)
        holder = any(
            m.class_name == "Person" and re.fullmatch(r"\s?[,–—-]\s", read.sentence.text[m.end : before.start])
            for m in read.mentions if m.end <= before.start
        )  # fmt: skip
        if (
            crossed
            or holder
            or len(gap) > _LONGEST_CHAIN
            or _CHAIN.search(gap) is None
            or _has_verb(read, before, last)
        ):
            break
        if _SEVERAL.search(read.sentence.lowered[before.last_word]) is not None:
            break  # руководители министерств, замглавы мэрии P
        kinds = {before.kind, last.kind} <= {"head", "minister", "founder"}
        if not kinds or re.search(r"[;:.]|[—–](?!\s\Z)", gap):
            break
        found.append(before)
    return found[: _MOST_POSTS - 1]


def _later_posts(read: ReadSentence, post: Post, person: Mention) -> list[Post]:
    """The further posts of a person that are listed after the first and its body: P, ректор вуза и глава фонда, …"""
    sentence = read.sentence
    if sentence.grammar.code != "ru" or post.start < person.end:
        return []
    found: list[Post] = []
    for after in [each for each in read.posts if each.start >= post.end]:
        last = found[-1] if found else post
        between = [m for m in read.mentions if last.end <= m.start and m.end <= after.start]
        gap = sentence.text[between[-1].end if between else last.end : after.start]
        if any(m.class_name == "Person" for m in between) or _AND.fullmatch(gap.lstrip('»”"')) is None:
            break
        inside = sentence.text[last.end : between[-1].start if between else after.start]
        ended = re.search(r"[,;:.()]|\s[–—]\s", inside) is not None or _has_verb(read, last, after)
        if ended or {after.kind, last.kind} - {"head", "minister"} or _is_of_next(read, after):
            break
        found.append(after)
    return found[: _MOST_POSTS - 1]


def _is_of_next(read: ReadSentence, post: Post) -> bool:
    """Whether a post is that of a person who is named after it, with no comma but for a body's words between."""
    after = next((m for m in read.mentions if m.class_name == "Person" and m.start >= post.end), None)
    return after is not None and re.search(r"[,;:.()]", read.sentence.text[post.end : after.start]) is None


def next_post(read: ReadSentence, post: Post, person: Mention) -> int:
    """Where the next of several posts of one person begins: председатель правления – ректор P; a far place for none."""
    after = next((each for each in read.posts if each.start >= post.end), None)
    if after is None or after.start > person.start or post.end > person.start:
        return read.sentence.end
    return after.start if _CHAIN.search(read.sentence.text[post.end : after.start]) is not None else read.sentence.end


def shared_in_russian(read: ReadSentence, person: Mention, post: Post) -> Mention | None:
    """The body of the last of several posts of one person, in which the bare ones before it are, too."""
    begins = next_post(read, post, person)
    bare = read.sentence.text[post.end : begins].strip(" ,–—-") in ("", "и", "а также")
    if begins >= read.sentence.end or not bare or not person.post_of:
        return None
    return next((m for m in read.mentions if m.entity == person.post_of), None)


def _has_verb(read: ReadSentence, before: Post, after: Post) -> bool:
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    inside = range(before.last_word + 1, after.first_word)
    return any(grammar.triggers.at(lowered, n) or grammar.appoint.at(lowered, n) for n in inside)


def taken_post(read: ReadSentence, person: Mention) -> Post | None:
    """The post that a verb gives to who is named later: Новым ректором вуза стал … P; в должность ректора вступил P.

    Or to who was named before a clause of its own: P, возглавлявший банк, назначен ректором вуза.
    """
    sentence = read.sentence
    if sentence.grammar.code != "ru" or person.mark != "nom":
        return None
    after_clause = _given_after(read, person)
    if after_clause is not None:
        return after_clause
    first = sentence.index_from(person.start)
    for post in read.posts:
        others = [m for m in read.mentions if m.class_name == "Person" and post.end <= m.start < person.start]
        if post.end > person.start or others or re.search(r"[;:!?]", sentence.text[post.end : person.start]):
            continue
        after = range(post.last_word + 1, first)
        before = sentence.lowered[max(0, post.first_word - _NEAR_SEAT) : post.first_word]
        seat = any(in_family(word, sentence.grammar, "seat_noun") for word in before)
        if seat and any(in_family(sentence.lowered[at], sentence.grammar, "takes_seat") for at in after):
            return post
        given = re.search(r"(?:ом|ем|ым|им|ой)\Z", sentence.lowered[post.first_word]) is not None
        if given and any(sentence.grammar.appoint.at(sentence.lowered, at) is not None for at in after[:1]):
            return post
    return None


def _given_after(read: ReadSentence, person: Mention) -> Post | None:
    """The post that a verb right before it gives to somebody, of whom something stands between commas."""
    sentence = read.sentence
    for post in read.posts:
        if post.start < person.end or not sentence.text[person.end :].startswith(", "):
            continue
        if any(m.class_name == "Person" and person.end <= m.start < post.start for m in read.mentions):
            return None
        taken = re.search(r"(?:ом|ем|ым|им|ой)\Z", sentence.lowered[post.first_word]) is not None
        before = range(max(0, post.first_word - _NEAR_SEAT), post.first_word)
        verbs = [at for at in before if sentence.grammar.appoint.at(sentence.lowered, at) is not None]
        passive = [at for at in verbs if _GIVES.search(sentence.lowered[at]) is None]
        if taken and passive and "," in sentence.text[person.end + 1 : sentence.words[passive[0]].start]:
            return post
    return None
