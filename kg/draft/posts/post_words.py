"""The words of posts, and those between a body and a post that say of what somebody is head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names.heads import is_field
from kg.draft.names.known import is_demonym
from kg.draft.posts.azerbaijani_ranks import is_presidents, is_under
from kg.draft.posts.english_fields import fields_after, first_field, own_first, unit_end
from kg.draft.posts.english_plurals import of_several
from kg.draft.posts.russian_posts import is_in_name, is_several_posts
from kg.draft.spans import Mention

_REACH, _MOST_FIELDS = 9, 6
_KEPT = 500
"""Of how many sentences the posts are kept."""
_RULING = ("head", "minister")
_BOTH = re.compile(r"\s[–—-]\s(?:[^\W\d_]+[\s-]){0,5}")
"""What stands between two Kazakh posts of one person."""
_PLURAL = re.compile(r"(?P<base>\w{3,}?)(?:ları|ləri|lar|lər)")
_BESIDE = (("жанындағы",), ("жанынан",), ("атындағы",))
_KAZAKH_OWNER = re.compile(r"[ндт][ыі]ң\Z")
_MEMBERS = re.compile(r"(?:торов|стров|дентов|ников|телей|жеров|тарей|деканов|послов)\Z")
"""What Russian words for several holders of a post end in, in the genitive."""
_OTHERS = re.compile(r"[ая] \w*[бвгджзйклмнпрстфхцчшщь]\Z")
"""A Russian post in the genitive, and one in the nominative behind it, which is another."""
_UZBEK_CASE = re.compile(r"..(?:ni|ga|ka|qa|da|dan|ning|dagi|ни|га|да|дан|нинг|даги)\Z")
"""What an Uzbek word ends in that stands for itself before a minister's post."""


@dataclass(frozen=True)
class Post:
    """A post told beside a person: where its words stand and what sort it is."""

    start: int
    end: int
    kind: str
    first_word: int
    last_word: int
    is_many: bool = False
    """Whether it is in the plural, so that all of a list of people have it."""


@lru_cache(maxsize=_KEPT)
def posts(sentence: Sentence) -> Sequence[Post]:
    """The posts that a sentence names; all that reads its names asks for them."""
    found: list[Post] = []
    words, grammar = sentence.words, sentence.grammar
    for index, word in enumerate(words):
        form = grammar.form(sentence.lowered, index, "posts")
        many = plural(sentence, index) if form is None else None
        if many is not None:
            found.append(many)
        several = of_several(sentence, index)
        form = several or form
        if form is None:
            continue
        first = index - form.entry.length + 1
        first = own_first(sentence, first, index) if grammar.code == "en" else first
        while first > 0 and sentence.lowered[first - 1] in grammar.ranks and sentence.gap(first - 1, first) in " -":
            first -= 1  # Executive Vice-Rector
        last = unit_end(sentence, index) if grammar.code == "en" and form.entry.name == "head" else index
        if grammar.code == "ru":
            first = _with_rank(sentence, first)
        if grammar.code == "en" and word.is_capital and form.entry.name in ("head", "minister"):
            first = first_field(sentence, first)
        if (
            grammar.code == "ru"
            and found
            and found[-1].last_word == first - 1
            and sentence.gap(first - 1, first) == " "
            and not _OTHERS.search(f"{sentence.lowered[first - 1]} {sentence.lowered[first]}")
        ):
            continue  # советник председателя; but: по поручению министра директор …
        if grammar.code == "ru" and found and _is_of_office(sentence, found[-1], first):
            continue  # руководитель аппарата президента
        if grammar.code == "ru" and (_is_of_members(sentence, first) or is_in_name(sentence, index)):
            continue  # председатель совета директоров; ректор Университета имени Первого Президента
        if grammar.code == "ru" and first > 0 and sentence.lowered[first - 1] == "при":
            continue  # Агентство … при Президенте
        if grammar.code == "az" and is_presidents(sentence, first, form.entry.words):
            continue
        if grammar.code == "kk" and sentence.lowered[index + 1 : index + 2] in _BESIDE:
            continue  # Президент жанындағы кеңес
        first = _with_part(sentence, first)
        while found and found[-1].first_word >= first:
            found.pop()
        if found and grammar.code == "az" and is_under(sentence, found[-1].last_word, first):
            found[-1] = Post(found[-1].start, word.end, found[-1].kind, found[-1].first_word, index)
            continue  # Baş nazirinin birinci müavini
        if found and found[-1].last_word >= first and grammar.code in ("az", "kk"):
            first = found.pop().first_word  # облыс әкімі, and әкімінің орынбасары
        if found and found[-1].last_word >= first:
            continue
        if found and grammar.code == "kk" and found[-1].last_word == first - 1 and _owns(sentence, first - 1):
            first = found.pop().first_word  # Президентінің кеңесшісі
        if found and grammar.code == "kk" and _owns_over(sentence, found[-1].last_word, first):
            first = found.pop().first_word  # Төрағаның ғылым жөніндегі орынбасары
        above = found[-1] if found and grammar.code == "kk" else None
        if above is not None and _BOTH.fullmatch(sentence.text[above.end : words[first].start]):
            found[-1] = Post(above.start, word.end, above.kind, above.first_word, index)
            continue  # төрағаның орынбасары – Хатшылық меңгерушісі
        kind = "head" if _is_bodys(sentence, first, index) else form.entry.name
        found.append(Post(words[first].start, words[last].end, kind, first, last, several is not None))
    if grammar.code == "ru":
        alone = {post.first_word for post in found if post.first_word == post.last_word and post.kind in _RULING}
        found = [
            post for post in found if post.first_word not in alone or not is_several_posts(sentence, post.last_word)
        ]
    return tuple(found)


def _is_bodys(sentence: Sentence, first: int, index: int) -> bool:
    """Whether an English word with a capital behind an acronym is a post rather than a description: UNICEF Envoy."""
    named = sentence.words[index].text in ("Representative", "Envoy") and first == index > 0
    return named and sentence.grammar.code == "en" and sentence.words[index - 1].is_acronym


def plural(sentence: Sentence, index: int) -> Post | None:
    """The post that an Azerbaijani word in the plural tells of several people: prorektorları, millət vəkilləri."""
    if sentence.grammar.code != "az":
        return None
    match = _PLURAL.fullmatch(sentence.lowered[index])
    named = index + 1 < len(sentence.words) and sentence.words[index + 1].is_capital
    small = sentence.words[index].text[0].islower()  # not Nazirlər Soveti
    if match is None or not (named and small) or sentence.gap(index, index + 1) != " ":
        return None
    for ending in ("", "ı", "i", "u", "ü", "sı", "si"):
        words = (*sentence.lowered[:index], match["base"] + ending)
        form = sentence.grammar.form(words, index, "posts")
        if form is not None and not form.case:
            first = index - form.entry.length + 1
            start, end = sentence.words[first].start, sentence.words[index].end
            return Post(start, end, form.entry.name, first, index, is_many=True)
    return None


def outside_names(told: Sequence[Post], mentions: Sequence[Mention]) -> list[Post]:
    """The posts but for those that are a word within a quoted name: «Президент және халық» газеті."""
    names = [m for m in mentions if m.rule.startswith("quoted") and m.language == "kk"]
    return [post for post in told if not any(m.start < post.start and post.end < m.end for m in names)]


def _owns(sentence: Sentence, at: int) -> bool:
    """Whether a Kazakh word in the genitive says whose the next one is, with nothing between them."""
    return sentence.gap(at, at + 1) == " " and _KAZAKH_OWNER.search(sentence.lowered[at]) is not None


def _with_rank(sentence: Sentence, first: int) -> int:
    """Where a Russian post begins with what says that somebody is acting in it, or of what rank: и. о. директора."""
    at, grammar = first, sentence.grammar
    while at > 0 and sentence.gap(at - 1, at) in (" ", ".", ". "):
        word = sentence.lowered[at - 1]
        initial = len(word) > 1 or sentence.text[sentence.words[at - 1].end] == "."
        acts = in_family(word, grammar, "acting") and initial
        if not acts and not (in_family(word, grammar, "rank_of_post") and sentence.gap(at - 1, at) == " "):
            break
        at -= 1
    duties = at < first and sentence.lowered[at] == "обязанности"
    return at + 1 if duties else at  # исполняет обязанности [первого проректора]


def _is_of_office(sentence: Sentence, before: Post, first: int) -> bool:
    """Whether a Russian post is only whose office somebody has a post in: помощник главы аппарата президента.

    So in помощник российского президента.
    """
    between = sentence.lowered[before.last_word + 1 : first]
    plain = not sentence.text[before.end : sentence.words[first].start].strip(" " + "".join(set("".join(between))))
    if len(between) != 1 or not plain:
        return False
    return in_family(between[0], sentence.grammar, "office") or is_demonym(between[0], "ru")


def _is_of_members(sentence: Sentence, at: int) -> bool:
    """Whether a Russian word for several holders of a post only says whose council the head before it is."""
    if at == 0 or sentence.gap(at - 1, at) != " " or _MEMBERS.search(sentence.lowered[at]) is None:
        return False
    return sentence.grammar.form(sentence.lowered, at - 1, "heads") is not None


def _with_part(sentence: Sentence, first: int) -> int:
    """The first word of an Azerbaijani post with the board that it is in: Elmi Şurasının [sədr müavini]."""
    grammar = sentence.grammar
    if grammar.code != "az" or first == 0 or sentence.gap(first - 1, first) != " ":
        return first
    part = grammar.form(sentence.lowered, first - 1, "parts")
    return first - part.entry.length if part is not None and part.case == "gen" else first


def _owns_over(sentence: Sentence, owner: int, first: int) -> bool:
    """Whether only small words that say over what stand between a Kazakh post in the genitive and the next one."""
    between = range(owner + 1, first)
    if not 1 < len(between) <= _MOST_FIELDS or sentence.lowered[first - 1] != "жөніндегі":
        return False
    small = all(sentence.words[at].text.islower() and sentence.gap(at - 1, at) == " " for at in between)
    return small and _KAZAKH_OWNER.search(sentence.lowered[owner]) is not None


def field_words(sentence: Sentence, told: Sequence[Post]) -> set[int]:
    """The words that only say of what somebody is minister."""
    found: set[int] = set()
    for post in told:
        if post.kind == "minister" and sentence.grammar.verb_last:
            found |= _fields_before(sentence, post)
        elif sentence.grammar.duties:
            found |= duty_words(sentence, post)
        at = post.last_word + 1
        if sentence.grammar.code == "en":
            found |= fields_after(sentence, post.last_word, post.kind)
            continue
        if post.kind != "minister" or sentence.grammar.verb_last or at >= len(sentence.words):
            continue
        while at < min(len(sentence.words), post.last_word + 9) and not sentence.gap(at - 1, at).strip():
            if not (
                sentence.lowered[at] in ("of", "for", "and") or is_field(sentence.lowered[at], sentence.grammar.code)
            ) or (sentence.words[at].is_capital and sentence.lowered[at] in sentence.grammar.given):
                break
            found.add(at)
            at += 1
    return found


def duty_words(sentence: Sentence, post: Post) -> set[int]:
    """The words between a body and a post in it that say of what somebody is head: SOCAR Enerji Verimliliği Müdürü."""
    grammar, lowered = sentence.grammar, sentence.lowered
    at = post.first_word - 1
    while at >= 0 and not sentence.gap(at, at + 1).strip(" ,-") and lowered[at] in grammar.duties:
        at -= 1
    first = at + 1
    while first < post.first_word and grammar.conjunctions.at(lowered, first) is not None:
        first += 1
    if first == post.first_word or at < 0 or sentence.gap(at, first).strip(" »”\"')"):
        return set()
    unit = grammar.heads.get(lowered[post.first_word - 1]) or lowered[post.first_word - 1].endswith(
        ("ı", "i", "u", "ü")
    )
    if not lowered[post.first_word].startswith(grammar.duty_posts) and not unit:
        return set()
    owned = grammar.case_of(lowered[at].rpartition("ʻ")[2]) == "gen" or lowered[at].endswith(
        ("nın", "nin", "nun", "nün")
    )
    closed = bool(sentence.gap(at, first).strip())
    return set(range(first, post.first_word)) if closed or owned or sentence.words[at].is_capital else set()


def _uzbek_fields(sentence: Sentence, post: Post) -> set[int]:
    """The words before an Uzbek minister's post, small ones too, back to the capital: Qishloq xoʻjaligi vaziri."""
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    found: set[int] = set()
    for at in range(post.first_word - 1, max(-1, post.first_word - _REACH), -1):
        joins = grammar.conjunctions.at(lowered, at) is not None
        if sentence.gap(at, at + 1).strip(" ,") or _UZBEK_CASE.search(lowered[at]) or words[at].is_acronym:
            break
        if not joins and (lowered[at] in grammar.stops or grammar.marks.at(lowered, at) is not None):
            break
        found.add(at)
        if words[at].is_capital:
            return found
    return set()


def _fields_before(sentence: Sentence, post: Post) -> set[int]:
    """The capital words right before a Turkic post that say of what somebody is minister: Ulaştırma Bakanı."""
    found: set[int] = set()
    if sentence.grammar.code == "uz":
        return _uzbek_fields(sentence, post)
    at = post.first_word - 1
    while at >= 0 and not sentence.gap(at, at + 1).strip(" ,") and post.first_word - at < _REACH:
        word, grammar = sentence.words[at], sentence.grammar
        joins = grammar.conjunctions.at(sentence.lowered, at) is not None
        if grammar.code == "kk" and joins and (at + 1 == post.first_word or sentence.words[at + 1].is_capital):
            break  # X пен Энергетика министрі Y
        if not joins and (not word.is_capital or word.is_acronym or re.search(r"['’ʻ]", word.text)):
            break
        listed = "," in sentence.gap(at, at + 1)
        if grammar.code == "kk" and listed and not is_field(word.lower, grammar.code):
            break  # Мәулен Әшімбаевпен, Премьер-министр …
        if grammar.code == "kk" and re.search(r"[ндт][ыі]ң\Z", word.lower):
            break  # Саясат Нұрбектің Қытайдың Білім министрі …
        found.add(at)
        at -= 1
    return found


def beside_duties(sentence: Sentence, known: Sequence[Mention]) -> list[Mention]:
    """The known things of a sentence but for places that are a word of a post: Mali Müşavir is of no country."""
    if not sentence.grammar.duties:
        return list(known)
    told = posts(sentence)
    numbers = field_words(sentence, told) | {n for post in told for n in range(post.first_word, post.last_word + 1)}
    taken = {sentence.words[n].start for n in numbers}
    return [m for m in known if m.class_name not in ("Country", "City") or m.start not in taken]
