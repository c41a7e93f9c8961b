"""Names in quotation marks, with the words beside them that say what they are."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form, Grammar
from kg.draft.language.grammar import grammar as grammar_of
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.english_quoted import head_of_capitals, is_of_gathering, named_before
from kg.draft.names.heads import is_field
from kg.draft.names.kazakh_firms import is_for_several
from kg.draft.names.legal_forms import company_form
from kg.draft.names.quotations import quotes
from kg.draft.names.russian_quoted import in_nominative, own_adjectives
from kg.draft.names.several import last_of_several, lists_next, share_heads
from kg.draft.names.titles_told import CALLED, ON, has_own_name, is_title_of, reach_of_head
from kg.draft.spans import Mention

_SHORT, _LONGEST = 4, 10
_OF_STATE = ("ResearchOrganisation", "GovernmentBody", "Center")
"""What bodies with a firm's letters are by the heads of their names: «… басқармасы» ММ."""
_GATHERINGS = ("Event", "Meeting", "PanelDiscussion")
_NAMED_APART = ("ResearchOrganisation", "GovernmentBody", "Company")
"""What has a name of its own where capitals stand before its head, though a quoted name stands before them."""

_OF_ITS_OWN = re.compile(r"..[ыі]н(?:д[ае]|[ыі]ң)\Z")
"""What a small Kazakh word ends in that is possessed and in a case, so that a head behind it is another's."""


def quoted_names(sentence: Sentence) -> list[Mention]:
    """The quoted names of a sentence; what runs on like speech is none."""
    found = []
    for start, end, told in quotes(sentence):
        inside = " ".join(told.split())
        if _is_speech(sentence, start, end, inside):
            continue
        if not inside or not (inside[0].isupper() or inside[0].isdigit()) or inside[-1] in ".!?,;:…":
            continue
        small = sum(word.islower() for word in inside.split())
        longest = _LONGEST if not is_of_gathering(sentence, start) else 2 * _LONGEST
        titled = is_title_of(sentence, end)
        if titled and len(inside.split()) > 3 * _LONGEST:
            continue
        if not titled and (len(inside.split()) > longest or (small > 6 and longest > len(inside.split()) > 8)):
            continue
        mention = _with_head(sentence, start, end, inside)
        if mention is not None:
            found.append(mention)
    share_heads(sentence, found)
    return found


def _is_speech(sentence: Sentence, start: int, end: int, inside: str) -> bool:
    """Whether what is quoted is what somebody said: a whole line, after a colon, or with a dash in it."""
    before, after = sentence.text[max(0, start - 2) : start].strip(" "), sentence.text[end : end + 1]
    alone = (not before or before == "\n") and after in ("", "\n")
    words = inside.split()
    spoken = sentence.grammar.verb_last and len(words) > 2 and words[-1].islower() and _is_spoken(sentence, words[-1])
    if spoken:
        return True
    ends = (*sentence.grammar.verb_ends, "ım", "im", "um", "üm", "ız", "iz", "uz", "üz")
    in_turkish = sentence.grammar.code == "tr" and len(words) > 2 and words[-1].islower()
    if in_turkish and (", " in inside or words[-1].endswith(ends)):
        return True  # “Enstitüyü mezunlarımız kurdu”
    told = re.match(r",\s*[-–—]\s", sentence.text[end : end + 6]) is not None
    first = sentence.index_from(start) - 1
    if told and sentence.grammar.code == "ru" and first >= 0 and sentence.gap(first, first + 1).strip() in '«"“':
        told = sentence.grammar.form(sentence.lowered, first, "heads") is None  # с фондом «Исток», — сказал он
    dashed = re.search(r" [–—] (?!\d)", inside) is not None and not all(w[0].isupper() for w in words if w[0].isalpha())
    if dashed and sentence.grammar.code == "ru" and first >= 0 and not sentence.gap(first, first + 1).strip(' «"“'):
        dashed = (
            sentence.grammar.form(sentence.lowered, first, "heads") is None
        )  # форум «Наука и молодёжь – основа роста»
    if dashed and sentence.grammar.code == "kk":  # «Кітап – ғажайып әлем» фестивалі
        dashed = _head_after(sentence, sentence.index_from(end), 4) is None
    is_name = len(words) > 1 and all(word[0].isupper() for word in words)
    is_name = is_name or _head_after(sentence, sentence.index_from(end), 1) is not None
    after_colon = before == ":" and not (len(words) <= _SHORT and is_name)
    return told or dashed or after_colon or (alone and len(inside.split()) > 3)


def _is_spoken(sentence: Sentence, word: str) -> bool:
    """Whether a word is a verb in which somebody speaks of himself: çalışıyoruz, edirik."""
    return any(word.endswith(end) and len(word) > len(end) + 2 for end in sentence.grammar.speakers)


def _with_head(sentence: Sentence, start: int, end: int, inside: str) -> Mention | None:
    """A quoted name with the word beside it that says what it is: «X» компаниясы, компания «X», the "X" programme."""
    grammar, words, lowered = sentence.grammar, sentence.words, sentence.lowered
    after = sentence.index_from(end)
    case, apart = "", re.compile(r"[-'’‘ʼ]?([^\W\d_]{1,6})(?!\w)").match(sentence.text, end)
    if apart and apart[1].islower() and grammar.case_of(apart[1]):
        end, case = apart.end(), grammar.case_of(apart[1]) or ""
        after = sentence.index_from(end)
    reasons = (Reason.IN_QUOTATION_MARKS,)
    form = company_form(sentence, start, end)
    if form is not None:
        start, end, ending = form
        after = sentence.index_from(end)
        inner = _head_after(sentence, after, 2) if grammar.code != "ru" else None  # АО «X» и компания «Y»
        if inner is not None and inner[0].entry.name == "Company":
            end, case = words[inner[1]].end, inner[0].case
        own = _inner_head(grammar, inside) if grammar.code == "kk" else None  # «… университеті» КЕАҚ
        is_told = own is not None and own.possessed and own.entry.name in _OF_STATE
        return Mention(
            start,
            end,
            inside,
            own.entry.name if own is not None and is_told else "Company",
            grammar.code,
            "legal-form",
            0.85,
            (*reasons, Reason.BY_LEGAL_FORM),
            case=case or ending,
            head=own.entry.words if own is not None and is_told else "company",
        )
    if grammar.code != "ru":
        close = not words or after >= len(words) or not sentence.text[end : words[after].start].strip()
        if close and not case and (last := last_of_several(sentence, after, start, inside)) is not None:
            return last
        called = close and not case and after < len(words) and lowered[after] in (CALLED | ON)
        head = (
            _head_after(
                sentence,
                after + called,
                5 + called * 2 if grammar.code == "kk" else reach_of_head(sentence, after, called=called),
            )
            if close and not case
            else None
        )
        if head is None and close and grammar.code == "en":
            head = head_of_capitals(sentence, after)
        if called and head is not None and has_own_name(sentence, after, head[1]):
            return None  # «…» mövzusunda X Qlobal Bakı Forumu
        if called and head is not None and (lowered[after] in CALLED or head[0].entry.name in _GATHERINGS):
            form_, index = head
            own = _inner_head(grammar, inside) if form_.entry.name not in _GATHERINGS else None
            if own is not None and own.entry.name in _GATHERINGS:
                form_ = replace(own, case=form_.case)  # «Habların görüşü» adlı məclis
            name = sentence.text[start + 1 : end - 1]
            return Mention(
                start, words[index].end, name, form_.entry.name, grammar.code, "quoted-head", 0.85,
                (*reasons, Reason.BY_HEAD), case=form_.case, head=form_.entry.words, kind=form_.entry.detail,
            )  # fmt: skip
        if head is not None and (grammar.code == "en" or head[0].possessed or head[0].entry.words in ("hub", "aa")):
            form_, index = head
            whole = _whole_name(sentence, start, after, index, form_)
            return Mention(
                start,
                words[index].end,
                whole or inside,
                form_.entry.name,
                grammar.code,
                "quoted-head",
                0.85,
                (*reasons, Reason.BY_HEAD),
                case=form_.case,
                head=form_.entry.words,
                kind=form_.entry.detail,
                aliases=[inside] if whole else [],
            )
    if grammar.code == "en" and (named := named_before(sentence, start, end, inside)) is not None:
        return named
    if grammar.code in ("ru", "en"):
        before = sentence.index_from(start) - 1
        for back in range(2):
            index = before - back
            if index < 0 or sentence.text[words[index].end : start].strip(
                " " + "".join(w.text for w in words[index + 1 : before + 1])
            ):
                break
            if grammar.marks.at(lowered, index) is not None or grammar.conjunctions.at(lowered, index) is not None:
                break
            acts = grammar.triggers.at(lowered, before) is not None or in_family(lowered[before], grammar, "be")
            if grammar.code == "ru" and back and acts:
                break  # предприятия заключили «X»; участниками встречи стали «X» …
            if lowered[max(0, index - 1) : index + 1] == ("по", "инициативе"):
                break  # по инициативе «X»
            head_ = grammar.form(lowered, index, "heads")
            if head_ is not None and inside in grammar.press:
                return Mention(
                    words[index].start, end, inside, "NewsAgency", grammar.code, "press", 0.85, reasons, case=head_.case
                )
            if head_ is not None:
                first = index - head_.entry.length + 1
                begins = own_adjectives(sentence, first, index, head_) if grammar.code == "ru" and not back else first
                return Mention(
                    words[begins].start,
                    end,
                    inside,
                    head_.entry.name,
                    grammar.code,
                    "quoted-head",
                    0.85,
                    (*reasons, Reason.BY_HEAD),
                    case=head_.case,
                    head=head_.entry.words,
                    kind=head_.entry.detail,
                )
            if grammar.code == "en":
                break
    if inside in grammar.press:
        return Mention(start, end, inside, "NewsAgency", grammar.code, "press", 0.8, reasons, case=case)
    first = sentence.index_from(start) - 1
    if grammar.code == "ru" and (
        re.match(r"Об? ", inside) or (first >= 0 and grammar.form(lowered, first, "agreements"))
    ):
        return None  # закон «О связи», меморандум «…»
    inner_head = _inner_head(grammar, inside)
    if inner_head is None and grammar.code == "ru" and inside.isascii():
        inner_head = _inner_head(grammar_of("en"), inside)  # «Orda Innovation Center»
    if inner_head is not None:
        return Mention(
            start,
            end,
            in_nominative(inside, grammar),
            inner_head.entry.name,
            grammar.code,
            "quoted-head",
            0.7,
            (*reasons, Reason.BY_HEAD),
            case=case,
            head=inner_head.entry.words,
        )
    if len(inside.split()) > 5:
        return None
    return Mention(start, end, inside, "", grammar.code, "quoted", 0.4, (*reasons, Reason.CLASS_GUESSED), case=case)


def _whole_name(sentence: Sentence, start: int, after: int, last: int, form: Form) -> str:
    """A quoted name with the capital words that go with it: «Qafqaz» Kiber Sınaq Mərkəzi; empty where none do."""
    words = sentence.words[after : last + 1]
    least = 1 if form.entry.words == "universitet" else 2  # “Naxçıvan” Universiteti
    if sentence.grammar.code == "en":
        named = len(words) > 1 and words[0].is_capital and words[-1].is_capital
        return " ".join(sentence.text[start : words[-1].end].split()) if named else ""
    if (
        not sentence.grammar.verb_last
        or len(words) < least
        or not all(word.is_capital or word.lower in ("və", "üzrə") for word in words)
    ):
        return ""
    return " ".join(sentence.text[start : words[-1].start + form.base_length].split())


def _head_after(sentence: Sentence, index: int, reach: int) -> tuple[Form, int] | None:
    """The last head within the next words that small words may part from the name."""
    words, grammar = sentence.words, sentence.grammar
    best = None
    for at in range(index, min(index + reach, len(words))):
        if at > index and sentence.gap(at - 1, at).strip() not in ("", "-"):
            break
        if grammar.code == "az" and at == index and lists_next(sentence, at):
            return None  # «X» və Rəqəmsal İnkişaf Agentliyi
        form = grammar.form(sentence.lowered, at, "heads")
        if form is not None and is_for_several(sentence, at, form):
            continue
        if form is not None:
            before = words[index : at - form.entry.length + 1]
            own = [w for w in before if w.is_capital and not is_field(w.lower, grammar.code)]
            own = [] if grammar.code == "az" and form.entry.words.endswith("mərkəz") else own
            if grammar.verb_last and form.entry.name in _NAMED_APART and (own or form.entry.detail == "ministry"):
                break  # «Lalə Data» Şirvan Universitetinin …: another name
            if grammar.code == "az" and own and "".join(sentence.lowered[at + 1 : at + 2]).startswith("istinad"):
                break  # «Lalə» Şirvan Fonduna istinadən xəbər verir
            best = form, at
            goes_on = grammar.code == "az" and words[at].is_capital and not form.case
            goes_on = goes_on and at + 1 < len(words) and words[at + 1].is_capital  # «X» Mərkəzi Sərgi Kompleksi
            if (form.case or form.possessed) and not goes_on:
                break
        elif grammar.code == "az" and in_family(sentence.lowered[at], grammar, "attribute"):
            continue  # «X» mövzusunda keçirilən konfrans
        elif grammar.code == "en" and grammar.conjunctions.at(sentence.lowered, at) is not None:
            break  # the center “Alfa” and Beta School
        elif any(told.at(sentence.lowered, at) for told in (grammar.triggers, grammar.marks)) or (
            grammar.code == "kk" and (grammar.form(sentence.lowered, at, "posts") or _OF_ITS_OWN.search(words[at].text))
        ):
            break  # «X» директоры P-нің кездесуі; «X» алаңында штабтың отырысы
    return best


def _inner_head(grammar: Grammar, inside: str) -> Form | None:
    words = [fold_word for fold_word in (w.lower().strip(".,") for w in inside.replace("İ", "i").split()) if fold_word]
    for index in reversed(range(len(words))):
        form = grammar.form(words, index, "heads")
        if form is not None:
            return form
    return None
