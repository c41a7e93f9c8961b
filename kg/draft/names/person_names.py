"""What a person's name is, once its words are known: in the nominative, with what the last word shows of its case."""

from __future__ import annotations

import re

from kg.draft.language.grammar import grammar
from kg.draft.language.words import Sentence, Word
from kg.draft.model import Reason
from kg.draft.names.azerbaijani_people import genitive, without_case
from kg.draft.names.given_names import SURNAME
from kg.draft.names.person_cases import RUSSIAN_CASE, russian_name, stripped
from kg.draft.names.russian_begins import opens_with_surname
from kg.draft.spans import Mention

_LEAST_WITH_COPULA, _INITIAL = 7, 2
_COPULA = re.compile(r"d[iıuü]r\Z")
_HYPHENED = re.compile(r"-[a-z]{2,}(?!\w)")
_SURNAME_AFTER = re.compile(r"-zad[əe](?!\w)")


def plain_word(word: Word, language: str) -> str:
    """A word of a name without its case, where the surname shows where it ends."""
    text = word.text
    mark = re.search(r"['’‘ʼʻ](?=s?\Z)" if language == "en" else r"['’‘ʼʻ]", text)
    if mark and language in ("az", "tr", "en"):
        text = text[: mark.start()]
    if language == "ru":
        match = RUSSIAN_CASE.fullmatch(text)
        return match["base"] if match and not re.search(r"(?:ова|ева|ёва|ина|ына)\Z", text) else text
    copula = _COPULA.search(text) if language not in ("en", "ru", "kk") else None
    if copula and SURNAME.search(text[: copula.start()]):
        return text[: copula.start()]  # Emin Nəbizadədir
    if SURNAME.search(text) or language == "en" or grammar(language).is_surname(text):
        return text
    for length in range(1, 5):
        stem = text[:-length]
        shaped = SURNAME.search(stem) or grammar(language).is_surname(stem)
        if len(stem) > 3 and shaped and grammar(language).case_of(text[-length:]):
            return stem
    return text


def person(sentence: Sentence, run: tuple[Word, ...], sure: bool, oblique: bool) -> Mention:
    """The person whose name words are, in the nominative; `sure` where a post or a title tells so."""
    told = sentence.grammar
    if told.code == "ru" and opens_with_surname(sentence, sentence.index_from(run[0].start)):
        return _surname_first(sentence, run, sure, oblique)
    if len(run) > 2 and sentence.text[run[-2].end : run[-1].start] == "-":
        mention = person(sentence, run[:-1], sure, oblique)  # Анна Камилова-Штерн
        last, case = stripped(run[-1].text) if told.code == "kk" else (run[-1].text, mention.case)
        mention.name, mention.end, mention.case = f"{mention.name}-{last}", run[-1].end, case
        return mention
    joined = _HYPHENED.match(sentence.text, run[-1].end) if told.code in ("en", "tr") else None
    joined = _SURNAME_AFTER.match(sentence.text, run[-1].end) if told.code == "az" else joined  # Xəyyam Əli-zadə
    last = plain_word(run[-1], told.code) + (joined[0] if joined else "")
    if told.code == "az" and _COPULA.search(last) and sentence.text[run[-1].end : run[-1].end + 1] in (".", ";"):
        last = last if len(last) < _LEAST_WITH_COPULA else _COPULA.sub("", last)  # … professor Mehmet Yıldızdır.
    firsts = [word.text for word in run[:-1]]
    if told.code == "en" and len(run) > 2 and sentence.text[run[0].end : run[1].start] == "-":
        firsts[:2] = [f"{firsts[0]}-{firsts[1]}"]  # Jean-Pierre Roux
    case = ""
    if told.code == "ru":
        firsts, last, case = russian_name(firsts, run[-1].text, oblique, told.given)
    else:
        rest = "" if joined else run[-1].text[len(last) :].lstrip("'’‘ʼʻ").lower()
        bare, taken = without_case(sentence, run[-1]) if told.code == "az" and last == run[-1].text else ("", "")
        if bare and sure:
            last, case = bare, taken  # səfiri Alper Coşkunu qəbul edib
        elif last == run[-1].text and sure and told.verb_last:
            last, case = genitive(last) if told.code == "az" else stripped(last)
        else:
            case = told.case_of(rest) or ("gen" if rest == "s" else "")
    firsts = [
        f"{each}." if _is_initial(sentence, word) else each for each, word in zip(firsts, run, strict=False)
    ]  # А. В. Рождественский; Sh. Orlov
    name = " ".join([*firsts, last])
    if told.code != "en" and len(run) > 2 and sentence.text[run[0].end : run[1].start] == "-":
        name = name.replace(" ", "-", 1)  # Касым-Жомарт
    end = joined.end() if joined else run[-1].end
    return Mention(
        run[0].start, end, name, "Person", told.code, "person-by-post" if sure else "person",
        0.85 if sure else 0.6, (Reason.BY_POST,) if sure else (Reason.BY_CAPITALS,), case=case,
    )  # fmt: skip


def _is_initial(sentence: Sentence, word: Word) -> bool:
    """Whether a letter is an initial: before a point, which Russian and English may leave out; Sh. in English."""
    code, has_point = sentence.grammar.code, sentence.text[word.end : word.end + 1] == "."
    return (len(word.text) == 1 and (has_point or code in ("ru", "en"))) or (
        code == "en" and len(word.text) <= _INITIAL and has_point
    )


def _surname_first(sentence: Sentence, run: tuple[Word, ...], sure: bool, oblique: bool) -> Mention:
    """A person whose surname stands before the initials or before the first name and the patronymic."""
    surname, *others = run
    firsts = [word.text for word in others]
    if len(others) > 1 and sentence.gap(*(sentence.index_from(word.start) for word in others[:2])) == "-":
        firsts[:2] = [f"{firsts[0]}-{firsts[1]}"]  # Касым-Жомарт
    told, last, case = russian_name(firsts, surname.text, oblique, sentence.grammar.given)
    name = " ".join([*(f"{each}." if len(each) == 1 else each for each in told), last])
    return Mention(
        surname.start, run[-1].end, name, "Person", "ru", "person-by-post" if sure else "person",
        0.85 if sure else 0.6, (Reason.BY_POST,) if sure else (Reason.BY_CAPITALS,), case=case,
    )  # fmt: skip


def told_again(sentence: Sentence, run: tuple[Word, ...], before: Mention) -> Mention:
    """Somebody of whom only the surname, or it with an initial, is told again."""
    start, end = run[0].start, run[-1].end
    return Mention(
        start, end, before.name, "Person", sentence.grammar.code, "surname", 0.75, (Reason.BY_REFERENCE,),
        entity=before.entity, known=before.known, is_reference=True, case="", post=before.post, post_of=before.post_of,
    )  # fmt: skip
