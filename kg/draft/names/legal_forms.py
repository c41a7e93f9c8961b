"""Legal forms of firms beside quoted names: ООО «X», «X» MMC."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence
from kg.draft.names.kazakh_firms import form_after_form

_SPELLED = re.compile(
    r"\b(?:(?:[Пп]убличн|[Зз]акрыт|[Оо]ткрыт|[Нн]екоммерческ)\w{2,3} )?(?:[Аа]кционерн\w{2,3} [Оо]бществ\w{1,2}|"
    r"(?:[Оо]бществ|[Тт]овариществ)\w{1,2} с (?:ограниченной|дополнительной) ответственностью) \Z"
)
"""A form that is not shortened, right before the quotation marks."""


def company_form(sentence: Sentence, start: int, end: int) -> tuple[int, int, str] | None:
    """Where a quoted name with its legal form before or after it begins and ends, and the form's case."""
    words, grammar = sentence.words, sentence.grammar
    index = sentence.index_from(start)
    if (doubled := form_after_form(sentence, start, end)) is not None:
        return doubled
    if (
        index > 0
        and words[index - 1].text in grammar.company_forms
        and not sentence.text[words[index - 1].end : start].strip()
        and sentence.text[: words[index - 1].start].rstrip()[-1:] not in ("»", "”")  # it is the form of the name before
    ):
        twice = (
            index > 1 and words[index - 2].text in grammar.company_forms and sentence.gap(index - 2, index - 1) == " "
        )
        return words[index - 1 - twice].start, end, ""  # АО НК «X»
    if grammar.code == "ru" and (told := _SPELLED.search(sentence.text[sentence.start : start])) is not None:
        return sentence.start + told.start(), end, ""
    after = sentence.index_from(end)
    joined = re.fullmatch(r"([A-ZА-ЯЁ]\w*[A-ZА-ЯЁ])([^\W\d_]{1,5})", words[after].text) if after < len(words) else None
    if joined and joined[1] in grammar.company_forms and not sentence.text[end : words[after].start].strip():
        return start, words[after].end, grammar.case_of(joined[2].lower()) or ""  # «X» MChJga
    if (
        after < len(words)
        and words[after].text in grammar.company_forms
        and not sentence.text[end : words[after].start].strip()
    ):
        twice = after + 1 < len(words) and sentence.gap(after, after + 1) == " " and grammar.code == "kk"
        opens = sentence.text[words[after + twice].end :][:2].strip() in ("«", "“")
        after += twice and words[after + 1].text in grammar.company_forms and not opens  # «X» ҰК АҚ
        apart = re.compile(r"[-'’‘ʼ]([^\W\d_]{1,6})(?!\w)").match(sentence.text, words[after].end)
        if apart and grammar.case_of(apart[1].lower()):
            return start, apart.end(), grammar.case_of(apart[1].lower()) or ""
        return start, words[after].end, ""
    return None
