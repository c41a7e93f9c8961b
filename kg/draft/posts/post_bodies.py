"""The body that a post is in, and the words that name the post."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.names.heads import is_field
from kg.draft.names.turkic_shared import possessed
from kg.draft.posts.english_fields import ends_fields
from kg.draft.posts.envoys import sent_by
from kg.draft.posts.places_of_posts import OVER, PLACES, SENT_THERE, before_list, is_place_of_post, is_sent_there
from kg.draft.posts.post_words import Post, duty_words
from kg.draft.posts.russian_posts import complement_end, field_end, nominative_post, portfolio_end
from kg.draft.posts.russian_seats import body_on_card, body_worked_in, next_post
from kg.draft.posts.turkic_posts import field_before, unit_words
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention

MOST_FIELD_WORDS = 9
_DOING = re.compile(r"\w{2}(?:[yd]an|[yd]en|[lrt][ae]n|ıyan|iyen)\Z")
_IN_CASE = re.compile(
    r"..(?:(?<!қорша)[ғқ]ан|[гк]ен|[ае]тын|[йе]тін|[сыі]н|н[ыі]ң|[дт][ыі]ң|н[ыі]|нда|нде|[ғқ]а|[гк]е|[мпб]ен)\Z"
)
"""What a small Kazakh word ends in that is no part of a minister's field."""
_ELSEWHERE = ("loc", "dat", "abl", "acc")
_ANDS = ("və", "және", "va", "ve")
_GATHERINGS = ("Event", "Meeting", "OpeningCeremony", "PanelDiscussion")
"""What has no posts where other words stand between: Tədbirin sonunda nazir …"""
_AUXILIARY = re.compile(r"\b(?:will|has|have|had|is|was|are|were|be|been|said|told)\b")
"""English verbs behind which a post is of no body before them."""
_TITLES = re.compile(r",? (?:Dr|Prof|Mr|Mrs|Ms)\.?\Z")
"""What stands before a person's name and is no part of the post before it: the director of the institute, Dr. P."""
_STOPS = frozenset({"the", "a", "an", "and", "və", "и", "және", "va", "ve", "isə", "mr", "by", "also", "with", "as"})


def _person_within(read: ReadSentence, start: int, end: int) -> bool:
    return any(m.class_name == "Person" and start <= m.start < end for m in read.mentions)


def _touches(gap: str) -> bool:
    return gap.strip() in ("", "'s", "’s")


def body_of(read: ReadSentence, person: Mention, post: Post) -> tuple[Mention | None, int, int]:
    """The organisation or country that a post is in, and the stretch of the post's whole name."""
    sentence = read.sentence
    words = sentence.words
    before = [m for m in read.mentions if m.end <= post.start and m.class_name != "Person"]
    if sentence.grammar.code == "az":  # Nazirliyin Mətbuat və İctimaiyyətlə Əlaqələr müşaviri
        groups = {m.group for m in before if m.rule == "capitals" and m.name.endswith(("lar", "lər")) and not m.case}
        before = [m for m in before if not (m.rule == "capitals" and m.group in groups)]
    if sentence.grammar.code == "kk":  # сессия жұмысын мәслихат хатшысы X жүргізді
        before = [m for m in before if m.class_name not in _GATHERINGS]
    if sentence.grammar.code == "en":  # speaking at the Digital Week was Minister P
        gaps = {m.start: sentence.text[m.end : post.start] for m in before}
        before = [m for m in before if m.class_name not in _GATHERINGS or _touches(gaps[m.start])]
        before = [m for m in before if not _AUXILIARY.search(gaps[m.start])]
    start, end = post.start, post.end
    found: Mention | None = None
    sender = sent_by(sentence, post, before)
    if sender is not None:
        return sender, sender.start, end
    if sentence.grammar.verb_last or sentence.grammar.code == "en":
        unit = unit_words(sentence, post) or field_before(sentence, post)
        if any(m.start <= words[n].start < m.end for m in before if m.class_name in PLACES for n in unit):
            unit = set()  # Azərbaycan üzrə direktoru
        first_of_post = words[min(unit)].start if unit else post.start
        before = [m for m in before if m.end <= first_of_post] if unit else before
        last = before[-1] if before else None
        above = before[-2] if len(before) > 1 and last is not None and sentence.grammar.code in ("az", "kk") else None
        branch = above is not None and last is not None and last.mark == "adj"
        branch = branch and not sentence.text[above.end : last.start].strip(' »”"') if above and last else False
        if above is not None and last is not None and is_sent_there(last, sentence.text[last.end : first_of_post]):
            last, before = above, before[:-1]  # Türkiyənin Azərbaycana yeni təyin olunmuş səfiri
        if last is not None:
            last = above if above is not None and branch else last  # «X» агенттігінің Қазақстандағы өкілдігінің басшысы
            gap = sentence.text[before[-1].end if branch else last.end : first_of_post]
            gap = SENT_THERE.sub("", gap) if sentence.grammar.code == "az" else gap
            over = len(before) > 1 and gap.lstrip().startswith(OVER.get(sentence.grammar.code, "\n"))
            over = over or is_place_of_post(above, last, sentence.text)
            if over and last.class_name in PLACES:  # X şirkətinin Azərbaycan üzrə direktoru
                at = before_list(before, sentence.text)
                last, gap = before[at], sentence.text[before[at].end : before[at + 1].start] + gap
            small = gap.split()
            if sentence.grammar.duties:  # SOCAR Enerji Verimliliği Müdürü
                duties = {words[n].text for n in duty_words(sentence, post)}
                small = [word for word in small if word not in duties]
            if sentence.grammar.code == "kk" and "бойынша" in small:  # X компаниясының Еуразия бойынша директоры
                small = [word.lower() for word in small]
            near = not re.search(
                r"[.,;:()]", gap.replace(",", "", 1) if sentence.grammar.verb_last and len(small) > 3 else gap
            )
            if sentence.grammar.code == "tr" and small and _DOING.search(small[-1]):
                near = False  # merkezin açılışını yapan Rektör
            if sentence.grammar.code in ("kk", "uz") and post.kind != "minister":
                near = near and "," not in gap
            if sentence.grammar.code == "kk" and last.class_name in PLACES:
                near = near and not (small and in_family(words[post.first_word].lower, sentence.grammar, "region_word"))
            if sentence.grammar.code == "kk":
                near = near and not any(
                    word.endswith(("ны", "ні", "ына", "іне", "сөйлеген", "қатысқан", "келген", "құрған", "ашқан"))
                    for word in small
                )  # біздің делегацияны министр …
            if sentence.grammar.code == "uz":
                near = near and not any(re.search(r"..(?:da|ga|ni|dan|да|га|ни|дан)\Z", word) for word in small)
            near = (
                near
                and (not any(word[:1].isupper() for word in small) or _is_field_of_post(last, small, gap))
                and not _person_within(read, last.end, post.start)
            )
            joined = last.mark in ("gen", "nom", "adj") or last.case in ("gen", "")
            by = ("dat", "loc") if sentence.grammar.code == "kk" else ("dat",)  # X компаниясында директор болып
            appointed = post.last_word + 1 < len(words) and last.mark in by and not small
            appointed = appointed and sentence.grammar.appoint.at(sentence.lowered, post.last_word + 1) is not None
            works = sentence.grammar.code == "tr" and post.kind == "staff" and last.mark == "loc"
            joined = (joined and not (sentence.grammar.verb_last and last.mark in _ELSEWHERE)) or works
            joined = joined and not (sentence.grammar.code == "kk" and last.mark in ("within", "participation"))
            joined = joined and not (
                sentence.grammar.code in ("az", "tr") and last.mark in ("with", "by", "between", "side")
            )
            joined = joined and not (sentence.grammar.code == "az" and _is_bare(read, post, last, gap))
            joined = joined or appointed  # X mərkəzinə direktor təyin edilib
            joined = joined and not (sentence.grammar.code == "az" and small and last.class_name in _GATHERINGS)
            joined = joined and not (
                sentence.grammar.code == "az"
                and any(in_family(word.lower(), sentence.grammar, "what_is_said") for word in small)
            )
            if (
                near
                and joined
                and len(small) <= MOST_FIELD_WORDS
                and (sentence.grammar.verb_last or len(small) <= 3)
                and not ({w.lower() for w in small} & _STOPS - {"və", "және", "va", "ve"})
            ):
                found, start = last, last.start
                if last.owner is not None and last.owner.class_name != "Person":
                    start = last.owner.start
                if last.mark == "behalf" or (last.mark == "by" and sentence.grammar.code == "kk"):
                    start = words[min(sentence.index_from(last.end) + 1, post.first_word)].start
        if found is None and sentence.grammar.code == "az":
            found = _own_unit(read, post)
            start = found.start if found is not None else start
        if found is None and post.kind == "minister":
            first = post.first_word
            while first > 0 and post.first_word - first < MOST_FIELD_WORDS and _is_beside(read, first, post):
                word = words[first - 1]
                if word.lower in _STOPS and not (word.lower in _ANDS and first >= 2 and _is_field(read, first - 2)):
                    break
                if sentence.grammar.verb_last and _is_other(read, first - 1):
                    break
                if sentence.grammar.code == "kk" and sentence.grammar.marks.at(sentence.lowered, first - 1):
                    break  # Бұл туралы Ғылым министрі
                if sentence.grammar.code == "uz" and first == 1 and word.text in sentence.grammar.generic:
                    break  # Unda Adliya vaziri …
                if sentence.grammar.code == "uz" and re.search(r"..(?:ni|ga|da|dan)\Z", word.lower):
                    break  # Markaz ishini Bosh vazir oʻrinbosari …
                if sentence.grammar.code == "az" and (
                    (first > 1 and sentence.gap(first - 2, first - 1) == "-" and word.text.islower())  # ayın 21-də
                    or in_family(word.lower, sentence.grammar, "what_is_said")
                    or in_family(word.lower, sentence.grammar, "attribute")
                ):
                    break  # bu fikirləri xarici işlər naziri
                if sentence.grammar.code == "az" and sentence.grammar.marks.at(sentence.lowered, first - 1):
                    break  # giriş sözü ilə nazirin müavini
                if any(m.start <= word.start < m.end for m in read.mentions) or sentence.grammar.triggers.at(
                    sentence.lowered, first - 1
                ):
                    break
                if not sentence.grammar.verb_last and not word.is_capital:
                    break
                first -= 1
            while first < post.first_word and (told := sentence.grammar.dates.at(sentence.lowered, first)) is not None:
                first = min(post.first_word, first + told[0])  # Chorshanba kuni Transport vaziri
            start = words[first].start
    if found is not None and post.kind == "minister" and sentence.grammar.code == "en" and person.start > post.end:
        field = sentence.text[post.end : person.start]
        end = len(sentence.text[: person.start].rstrip()) if not re.search(r"[,;:.()]", field) else end
    if found is None and not sentence.grammar.verb_last:
        if sentence.grammar.code == "ru" and (card := body_on_card(read, person, post)) is not None:
            return card, post.start, field_end(sentence, post.last_word, card.start)
        if (work := body_worked_in(read, person, post)) is not None:
            return work, post.start, field_end(sentence, post.last_word, sentence.end)
        limit = person.start if person.start > post.end else sentence.end
        limit = min(limit, next_post(read, post, person)) if sentence.grammar.code == "ru" else limit
        for mention in read.mentions:
            if (
                sentence.grammar.code == "ru"
                and mention.class_name in ("Country", "City", "Region")
                and (sentence.lowered[sentence.index_from(mention.start) - 1] in ("в", "во", "на"))
            ):
                continue  # директор по развитию в Грузии компании «X»
            within = sentence.grammar.code == "ru" and post.start < mention.start < post.end < mention.end
            after = within or post.end <= mention.start  # [начальник [управления] «X»]
            if after and mention.start < limit and mention.class_name != "Person" and mention is not person:
                gap = sentence.text[post.end : mention.start]
                gap = gap.replace(",", "") if ends_fields(sentence, post.last_word, post.kind, mention.start) else gap
                if len(gap.split()) <= MOST_FIELD_WORDS and not re.search(r"[;:.]|, ", gap):
                    found, end = mention, mention.end
                break
        if sentence.grammar.code == "ru" and found is None and post.kind == "minister" and person.end <= post.start:
            end = max(end, portfolio_end(sentence, post.last_word))
        titled = all(
            w in sentence.grammar.titles for w in sentence.lowered[post.last_word + 1 : sentence.index_from(limit)]
        )
        if (
            found is None
            and limit <= person.start
            and person.start > post.end
            and not titled
            and sentence.grammar.code in ("en", "ru")
        ):
            end = max(post.end, len(sentence.text[:limit].rstrip()))
            if sentence.grammar.code == "ru":
                fields = post.kind == "minister"
                end = min(end, complement_end(sentence, post.last_word, limit, fields=fields))
    return found, start, end


def _is_field_of_post(body: Mention, small: list[str], gap: str) -> bool:
    """Whether capitals between a body and a post only say over what it is: Mətbuat və İctimaiyyətlə Əlaqələr."""
    told = body.language == "az" and body.case == "gen" and small[-1].endswith(("lar", "lər"))
    return told and all(word[:1].isupper() or word == "və" for word in small) and "," not in gap


def _own_unit(read: ReadSentence, post: Post) -> Mention | None:
    """The body that ends within the words of a post: Federal Qazma İdarəsinin rəhbəri."""
    told = (m for m in read.mentions if m.start < post.start < m.end < post.end and m.case == "gen")
    return next((m for m in told if m.rule.startswith("head-")), None)


def _is_bare(read: ReadSentence, post: Post, body: Mention, gap: str) -> bool:
    """Whether an Azerbaijani post without a possessive ending is of no body before it: X xəbər verir ki, rektor Y."""
    form = read.sentence.grammar.form(read.sentence.lowered, post.last_word, "posts")
    possessed = form is None or form.possessed or form.entry.words.endswith(("ı", "i", "u", "ü"))
    return not possessed or "ki" in gap.lower().split() or body.class_name == "NewsAgency"


def _is_field(read: ReadSentence, index: int) -> bool:
    """Whether a word before a post may be one for a field of work: Sanayi ve Teknoloji Bakanı."""
    word = read.sentence.words[index]
    return word.text.islower() or is_field(word.lower, read.sentence.grammar.code)


def _is_beside(read: ReadSentence, first: int, post: Post) -> bool:
    """Whether the word before `first` may be of a minister's fields, commas within a list that «and» ends."""
    sentence = read.sentence
    gap = sentence.gap(first - 1, first).strip()
    listed = gap == "," and any(word in _ANDS for word in sentence.lowered[first : post.first_word])
    return not gap or (
        listed and sentence.grammar.verb_last and is_field(sentence.lowered[first - 1], sentence.grammar.code)
    )


def _is_other(read: ReadSentence, index: int) -> bool:
    """Whether a word before a post is a thing of its own in a case: Құжатқа министр …, Açılış mərasimində nazir …"""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    if grammar.code == "kk" and read.sentence.words[index].text.islower() and _IN_CASE.search(lowered[index]):
        return True
    forms = (grammar.form(lowered, index, table) for table in ("references", "agreements", "heads"))
    owned = grammar.code == "az"  # Sənədi nazir müavini X imzalayıb
    return any(form is not None and (form.case in _ELSEWHERE or (owned and form.possessed)) for form in forms)


def post_name(read: ReadSentence, start: int, end: int, body: Mention | None, post: Post) -> str:
    """The name of a post as the text has it, without the case of its last word."""
    sentence = read.sentence
    if sentence.grammar.verb_last:
        form = sentence.grammar.form(sentence.lowered, post.last_word, "posts")
        word = sentence.words[post.last_word]
        if form is not None:
            end = word.start + form.base_length
        elif post.is_many:
            end -= len("ları") if word.lower.endswith(("ı", "i")) else len("lar")
    text = sentence.text[start:end]
    if sentence.grammar.code == "en" and post.is_many and start <= post.start:
        text = sentence.text[start : post.end - 1] + sentence.text[post.end : end]  # Vice Presidents P and Q
    if sentence.grammar.verb_last and post.is_many:
        text = possessed(text, sentence.grammar.code) if text[-1].isalpha() else text  # X-in prorektoru
    if sentence.grammar.code == "ru" and start == post.start:
        text = _russian_post(read, post, end)
    if sentence.grammar.code == "en":
        text = _TITLES.sub("", text)
    return " ".join(text.split()).strip(" ,")


def _russian_post(read: ReadSentence, post: Post, end: int) -> str:
    """A post and what follows it, the post in the nominative: генеральным директором компании «X»."""
    sentence = read.sentence
    parts: list[str] = []
    for at in range(post.first_word, post.last_word + 1):
        gap = sentence.gap(at - 1, at) if at > post.first_word else " "
        if gap.strip():
            parts[-1] += gap.rstrip()  # премьер-министр; и.о. ректора
        if gap.strip() and gap == gap.rstrip():
            parts[-1] += sentence.words[at].text
        else:
            parts.append(sentence.words[at].text)
    return " ".join(nominative_post(parts)) + sentence.text[sentence.words[post.last_word].end : end]
