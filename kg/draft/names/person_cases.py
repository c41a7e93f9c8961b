"""Names of people without the case that they stand in."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.posts.post_words import Post

_REACH = 9

RUSSIAN_CASE = re.compile(r"(?P<base>.+(?:ов|ев|ёв|ин|ын))(?:а|у|ым|е)\Z")
"""A surname in a case; group `base` is its nominative."""
_FLEETING = {"Павл": "Павел", "Льв": "Лев"}
"""First names whose last vowel is dropped in a case."""
_GIVEN_BY = re.compile(r"\w{4,}берді")
"""Kazakh names of who was given, of which -ді is no case: Тілеуберді."""
_WITH_PATRONYMIC = 2
_OBLIQUE_PATRONYMIC = re.compile(r"(?P<his>.+[оеь]вич|.+ьич)(?:а|у|ем|ом)|(?P<her>.+(?:овн|евн|ичн))(?:ы|е|ой|у)")
_PATRONYMIC = ("ұлы", "қызы", "улы", "кызы", "ович", "евич", "овна", "евна", "ич")


def is_patronymic(word: str) -> bool:
    """Whether a word in the nominative is a patronymic.

    >>> is_patronymic("Маратұлы"), is_patronymic("Жібек")
    (True, False)
    """
    return word.lower().endswith(_PATRONYMIC)


def stripped(word: str) -> tuple[str, str]:
    """A surname without a case that can hardly be a part of it."""
    if _GIVEN_BY.fullmatch(word) or word.endswith(("балды", "келді", "йберді", "ыберді", "болды", "тұрды")):
        return word, ""  # Сатыбалды, Құдайберді
    if word.endswith("кке"):
        return word[:-2], "dat"
    for ending, case in (
        ("ının", "gen"), ("inin", "gen"), ("unun", "gen"), ("ünün", "gen"), ("ning", "gen"), ("niki", "gen"),
        ("ның", "gen"), ("нің", "gen"), ("дың", "gen"), ("дің", "gen"), ("тың", "gen"), ("тің", "gen"),
        ("нан", "abl"), ("нен", "abl"), ("мен", "with"), ("пен", "with"), ("бен", "with"), ("ды", "acc"), ("ді", "acc"),
        ("ты", "acc"), ("ті", "acc"), ("ға", "dat"), ("қа", "dat"),
    ):  # fmt: skip
        least = 2 if len(ending) > 2 and case != "with" else 1 if ending in ("мен", "пен", "бен") else 4
        least = 2 if ending in ("ты", "ті") else 3 if ending == "қа" else least  # Карл Харцты, Джон Смитті
        if word.endswith(ending) and len(word) - len(ending) > least:
            return word[: -len(ending)], case
    return word, ""


def russian_name(firsts: list[str], last: str, oblique: bool, given: Container[str] = ()) -> tuple[list[str], str, str]:
    """A Russian name in the nominative, and the case it stood in; `given` are first names in small letters.

    >>> russian_name(["Павла"], "Реброва", True, {"павел"}), russian_name(["Эхуда"], "Барака", True)
    ((['Павел'], 'Ребров', 'gen'), (['Эхуд'], 'Барак', 'gen'))
    """
    told, surname, case = _nominative(firsts, last, oblique, given)
    return [_FLEETING.get(name, name) for name in told], surname, case


def _nominative(firsts: list[str], last: str, oblique: bool, given: Container[str]) -> tuple[list[str], str, str]:
    match = RUSSIAN_CASE.fullmatch(last)
    first = firsts[0]
    if len(firsts) == _WITH_PATRONYMIC and (patronymic := _OBLIQUE_PATRONYMIC.fullmatch(firsts[1])) is not None:
        return _by_patronymic(first, patronymic, last, given)
    if len(firsts) == 1 and not match:
        told = _by_first_name(first, last, oblique, given)
        if told is not None:
            return told
    his = first.lower()[:-1] in given or first.lower()[:-1] + "й" in given  # Александру, Валерию
    hers = not his and first[-1] in "ую" and first.lower()[:-1] + ("а" if first[-1] == "у" else "я") in given
    if match and last[-1] == "у" and hers and len(firsts) == 1:
        return [first[:-1] + ("а" if first[-1] == "у" else "я")], last[:-1] + "а", "acc"  # назначили Анну Кимову
    if match and last[-1] == "у" and first.endswith("ль") and first.lower() in given:
        return firsts, last[:-1] + "а", "acc"  # назначили Айгуль Кимову: him would be Игорю
    if match and not re.search(r"(?:ова|ева|ёва|ина|ына)\Z", last):
        case = {"а": "gen", "у": "dat", "м": "ins", "е": "prep"}[last[-1]]
        return [_in_a(name, given) or _first_name(name, case) for name in firsts], match["base"], case
    if match and last[-1] == "а" and len(firsts) == 1 and (plain := _in_a(first, given)):
        return [plain], match["base"], "gen"  # Ильи Лунёва
    if match and oblique and first[-1] in "ая" and len(firsts) == 1 and not _is_hers(first, given):
        return [_first_name(first, "gen")], last[:-1], "gen"  # Анара Ахундова after заместителя министра
    if match and oblique and (len(first) == 1 or (first[-1] not in "аяь" and len(firsts) == 1)):
        return firsts, match["base"], "gen"  # директора А. В. Серова; президента Гурбангулы Лунёва: hers is Лунёвой
    if oblique and not match and all(name[-1] == "а" for name in (*firsts, last)) and not _is_hers(first, given):
        return [name[:-1] for name in firsts], last[:-1], "gen"  # министра обороны Эхуда Барака
    if last.endswith(("овой", "евой", "ёвой", "иной")):
        return [_feminine(name) for name in firsts], last[:-2] + "а", "ins"
    if last.endswith(("ову", "еву", "ёву", "ину")):
        return firsts, last[:-1] + "а", "acc"
    if first.endswith(("ой", "ей")) and last.endswith(("ом", "ем")):
        return [_feminine(name) for name in firsts], last[:-2], "ins"  # Мустафой Варанком
    if last.endswith(("аем", "эем", "еем", "ием")):
        return firsts, last[:-2] + "й", "ins"
    if oblique and first.endswith("ой") and re.search(r"[бвгджзклмнпрстфхцчшщяо]\Z", last):
        return [re.sub(r"ой\Z", "а", name) for name in firsts], last, "ins"  # директором Анной Ким
    if first.endswith(("ом", "ем")) and last.endswith("ой"):
        return [_first_name(name, "ins") for name in firsts], last[:-2] + "а", "ins"  # Бараком Обамой
    if first[-1] in "оеиыэю" and re.search(r"[бвгджзклмнпрстфхцчшщ]ом\Z", last) and len(firsts) == 1:
        return firsts, last[:-2], "ins"  # Тейво Манниненом
    if last.endswith(("ом", "ем")) and first.endswith(("ом", "ем")):
        return [_first_name(name, "ins") for name in firsts], last[:-2], "ins"
    return firsts, last, ""


def _in_a(first: str, given: Container[str]) -> str:
    """The nominative of a man's first name in -а or -я that stands in a case, if it is known: Ильи, Никитой."""
    small = first.lower()
    for ending, base in _CASES_IN_A:
        stem = small.removesuffix(ending)
        if stem + ending == small and stem + base in given:
            told = small in given or any(stem + other in given for other in ("", "й", "ь"))
            return "" if told else first[: len(stem)] + base
    return ""


def _is_hers(first: str, given: Container[str]) -> bool:
    """Whether a first name is a woman's as it stands, and no man's in the genitive: Елена, but not Хуршида."""
    small = first.lower()
    return small in given and small[:-1] not in given


def _by_patronymic(
    first: str, patronymic: re.Match[str], last: str, given: Container[str]
) -> tuple[list[str], str, str]:
    """A name whose patronymic shows case and sex: Валерия Николаевича Фалькова."""
    masculine = patronymic["his"] is not None
    case = {"а": "gen", "у": "dat", "м": "ins", "ы": "gen", "е": "dat", "й": "ins"}[patronymic[0][-1]]
    told = _by_first_name(first, last, True, given)
    own = told[0][0] if told is not None else _first_name(first, case) if masculine else _feminine(first)
    match = RUSSIAN_CASE.fullmatch(last)
    surname = match["base"] if masculine and match else _surname(last, case, masculine)
    return [own, patronymic["his"] or patronymic["her"] + "а"], surname, case


def _by_first_name(first: str, last: str, oblique: bool, given: Container[str]) -> tuple[list[str], str, str] | None:
    """A name whose first name shows the case, or has none while the surname shows it: Питером Ли, Кэндзи Ямаду."""
    small = first.lower()
    if small in given:
        alone = oblique and small[-1] in "иоуэы" and re.search(r"[бвгдзклмнпрстф](?:ой|у|ы)\Z", last) is not None
        base = re.sub(r"(?:ой|у|ы)\Z", "а", last)
        if oblique and small[-1] in "иоу" and re.search(r"[бвгдзклмнпрстф]а\Z", last):
            return [first], last[:-1], "gen"  # президента Эмомали Рахмона
        return ([first], base, "ins" if last.endswith("ой") else "gen") if alone else None
    for case, ending, base in _FIRST_NAMES:
        if small.endswith(ending) and small[: -len(ending)] + base in given:
            masculine = base in ("", "й", "ь") and ending not in ("и", "ы", "ью")
            return [first[: -len(ending)] + base], _surname(last, case, masculine), case
    return None


_FIRST_NAMES = (
    ("ins", "ом", ""), ("ins", "ем", "й"), ("ins", "ем", "ь"), ("gen", "а", ""), ("gen", "я", "й"), ("gen", "я", "ь"),
    ("dat", "у", ""), ("dat", "ю", "й"), ("dat", "ю", "ь"), ("ins", "ой", "а"), ("ins", "ей", "а"), ("ins", "ей", "я"),
    ("gen", "ы", "а"), ("gen", "и", "а"), ("gen", "и", "я"), ("acc", "у", "а"), ("acc", "ю", "я"), ("dat", "е", "а"),
    ("dat", "е", "я"),
    ("ins", "ью", "ь"), ("gen", "и", "ь"),
)  # fmt: skip
"""The case, its ending and that of the nominative of first names."""

_CASES_IN_A = (
    ("и", "я"),
    ("ы", "а"),
    ("ей", "я"),
    ("ёй", "я"),
    ("ой", "а"),
    ("е", "я"),
    ("е", "а"),
    ("ю", "я"),
    ("у", "а"),
)
"""The endings of men's first names in -а and -я in a case, and those of the nominative."""
_HARD = r"[бвдзлмнпрстф]"
_IN_A = {
    "ins": re.compile(_HARD + r"ой\Z|[гкх]ой\Z"),
    "gen": re.compile(_HARD + r"ы\Z"),
    "acc": re.compile(_HARD + r"у\Z"),
}
"""How surnames in -а end in a case: Лиепой, Лиепы, Лиепу."""
_NEVER = re.compile(r"\Z(?!)")


def _surname(last: str, case: str, masculine: bool) -> str:
    """A surname in the nominative that stood in this case."""
    if re.search(r"[еио]\Z", last) and not last.endswith("ого"):
        return last  # Ли, Черненко
    if case == "dat" and last.endswith("у") and not masculine:
        return last[:-1]  # Илье Лунину
    if masculine:
        adjective = re.fullmatch(r"(.+[скцн])(?:ого|ому|им|ым)", last)
        if adjective is not None:
            return adjective[1] + ("ий" if adjective[1][-1] in "кц" else "ый")
        ending = {"ins": r"(?:ом|ем)\Z", "gen": r"[ая]\Z", "dat": r"[ую]\Z"}.get(case, r"\Z(?!)")
        if _IN_A.get(case, _NEVER).search(last) and not last.endswith(("ской", "цкой")):
            return re.sub(r"(?:ой|ы)\Z", "а", last)  # Иваном Лиепой
        stem = re.sub(ending, "", last)
        return stem + "й" if stem != last and stem[-1] in "аеио" else stem
    adjective = re.fullmatch(r"(.+(?:ск|цк|(?<![иы])н))(?:ой|ую)", last)
    if adjective is not None:
        return adjective[1] + "ая"
    if case == "ins" and last.endswith(("ом", "ем")):
        return last[:-2]  # Мустафой Варанком
    if _IN_A.get(case, _NEVER).search(last):
        return re.sub(r"(?:ой|ы|у)\Z", "а", last)  # Анной Лиепой
    return re.sub(r"(?<=ов|ев|ёв|ин)(?:ой|у)\Z", "а", last)


def _feminine(name: str) -> str:
    """A first name in a case of a feminine in the nominative.

    >>> _feminine("Марии"), _feminine("Анной"), _feminine("Асель")
    ('Мария', 'Анна', 'Асель')
    """
    if name.endswith(("ии", "ией", "иёй", "ию")):
        return re.sub(r"и(?:и|ей|ёй|ю)\Z", "ия", name)
    return re.sub(r"(?:ой|ей|ы|и|е|у)\Z", "а", name)


def _first_name(name: str, case: str) -> str:
    endings = {"gen": ("я", "а"), "dat": ("ю", "у"), "ins": ("ем", "ом"), "prep": ("е",)}[case]
    for ending in endings:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            stem = name[: -len(ending)]
            return stem + "й" if ending in ("я", "ю", "ем") and stem[-1] in "еиаоыё" else stem
    return name


def is_oblique(sentence: Sentence, told: Sequence[Post], at: int) -> bool:
    """Whether a Russian name stands in the case of a post that is none in the nominative: заместителя министра …"""
    if at and in_family(sentence.lowered[at - 1], sentence.grammar, "names_to_post"):
        return True  # назначил Олега Баева директором
    for post in reversed(told):
        if 0 < at - post.last_word <= _REACH:
            verb = any(sentence.grammar.appoint.at(sentence.lowered, n) for n in range(post.last_word + 1, at))
            at_ = post.first_word
            at_ += sentence.lowered[at_] == "временно"  # временно исполняющего обязанности ректора
            while at_ < post.last_word and sentence.gap(at_, at_ + 1) == "-":
                at_ += 1  # вице-президент
            first = sentence.lowered[at_]
            return (
                not verb
                and bool(re.search(r"(?:[уюяаеиы]|о[мй]|е[мй]|[ое]го)\Z", first))
                and not (sentence.grammar.code == "ru" and first.endswith(("ая", "яя")))
                and first not in ("глава", "атташе", "судья", "и")
            )
    marks = sentence.grammar.marks
    if any((hit := marks.at(sentence.lowered, at - n)) and hit[0] == n for n in range(1, min(at, 4) + 1)):
        return True
    word = sentence.lowered[at]  # под председательством Алишера …
    return sentence.grammar.code == "ru" and word not in sentence.grammar.given and word[:-1] in sentence.grammar.given


def before_cyrillic(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name in Latin letters stands right before one in Cyrillic: it is a body's."""
    words = sentence.words
    latin = re.match(r"[A-Za-z]", words[first].text) is not None
    after = last + 1 < len(words) and sentence.gap(last, last + 1) == " " and words[last + 1].is_capital
    return latin and after and re.match(r"[а-яё]", words[last + 1].lower) is not None
