"""Words that stand alone and mean what was named before, and names that take in the words beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.azerbaijani_within import is_common
from kg.draft.names.given_names import SURNAME, is_given
from kg.draft.names.kazakh_parts import is_branch_of
from kg.draft.names.known import is_demonym
from kg.draft.posts.seat_words import seat_words
from kg.draft.references.english_descriptions import take_sort_before
from kg.draft.relations.uzbek_branches import is_branch
from kg.draft.spans import Mention

_NEAR = 20
"""How many letters may stand between a body and its country."""
_MOST_OF_POST, _MOST_OF_KIND, _LONGEST_NAMING = 5, 5, 60
_CALLED = frozenset({"атты", "дейтін", "аталатын", "деген"})
"""What stands between a name and the Kazakh word for what bears it."""
_CLOSED = re.compile(r"(?:(?<!ki)[dt][aə]n?|ndan|ndən|ərək|araq|[ıiuü]b|əndə|anda|arkən)\Z")
_AGENT_NOUN = re.compile(r"(?:тор|тел|ник|дент|нер|нёр|сор|член|граф|олог)(?:ом|ем|ов|ей|ого|ами|ями)\Z")
_APPOSITION = re.compile(r",\s(?:an?|the|its)\s")


def is_inflected(sentence: Sentence, index: int, form: Form, taken: Mapping[int, Mention]) -> bool:
    """Whether a small head in a case follows a name or a word of grammar: … isə proqrama qoşulmayıb."""
    if not sentence.grammar.verb_last or form.possessed:
        return False
    after = sentence.grammar.marks.at(sentence.lowered, index + 1) if index + 1 < len(sentence.words) else None
    if not form.case and after is not None and after[1].name == "behalf":
        return True  # Sənədi şirkət adından … imzalayıb
    if sentence.grammar.code == "kk" and index and is_demonym(sentence.lowered[index - 1], "kk"):
        return False  # қытай университетінің ректоры
    if form.case == "gen" and not sentence.words[index].is_capital and _is_of_post(sentence, index):
        return True  # şirkətin vitse-prezidenti
    if not form.case or form.case == "adj" or index == 0:
        return False
    gap, before = sentence.gap(index - 1, index), sentence.words[index - 1].text
    if sentence.grammar.code in ("az", "tr") and (gap.strip() or re.search(r"[\d'’]|-[^\W\d_]+\Z", before)):
        return True  # 3 Eylül'de ağa …; sentyabrın 3-də, mərkəzdə
    if sentence.grammar.code == "az" and not sentence.words[index].is_capital and closes_phrase(sentence, index):
        return True
    opens = sentence.gap(index - 1, index).strip() == "," or sentence.grammar.pronouns.at(sentence.lowered, index - 1)
    if opens and sentence.grammar.code in ("kk", "uz") and form.case in ("acc", "gen"):
        return True
    return index - 1 in taken or sentence.lowered[index - 1] in sentence.grammar.stops


def closes_phrase(sentence: Sentence, index: int) -> bool:
    """Whether no adjective can stand before a word: punctuation, a case, a date or a small word does.

    Azerbaijani has no article: a bare şirkət after any of these is the company that was told of.
    """
    if index == 0:
        return True
    before, word = sentence.lowered[index - 1], sentence.words[index]
    if sentence.gap(index - 1, index).strip(' «"“”»'):
        return "(" not in sentence.gap(index - 1, index)
    after = sentence.text[word.end : word.end + 2]
    if sentence.words[index - 1].is_capital and index > 1:
        return False
    grammar = sentence.grammar
    return after[:1] not in ("-",) and (
        before in grammar.openers
        or grammar.pronouns.at(sentence.lowered, index - 1) is not None
        or _CLOSED.search(before) is not None
        or (index > 1 and grammar.dates.at(sentence.lowered, index - 2) is not None)
    )


def _is_of_post(sentence: Sentence, index: int) -> bool:
    """Whether a post follows a possessor, a few small words between."""
    for at in range(index + 1, min(index + _MOST_OF_POST, len(sentence.words))):
        if sentence.gap(at - 1, at).strip(" -"):
            return False
        if sentence.grammar.form(sentence.lowered, at, "posts") is not None:
            return True
    return False


def by_word(sentence: Sentence, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The mention that each word of a sentence is in, by the index of the word."""
    found: dict[int, Mention] = {}
    for mention in mentions:
        index = sentence.index_from(mention.start)
        while index < len(sentence.words) and sentence.words[index].start < mention.end:
            found[index] = mention
            index += 1
    return found


def is_definite(sentence: Sentence, index: int, possessed: bool, follows: bool) -> bool:
    """Whether a head without a name means one that was named."""
    words, grammar = sentence.words, sentence.grammar
    before = sentence.lowered[index - 1] if index else ""
    if grammar.code == "en":
        if in_family(before, grammar, "before_reference") and index > 1:
            before = sentence.lowered[index - 2]
        return before in ("the", "this", "that") and (
            index + 1 >= len(words) or sentence.lowered[index + 1] not in ("of", "for")
        )
    if grammar.code == "ru":
        if before in ("этот", "этого", "этом", "этой", "эта", "это", "данный", "данного", "нового", "новый", "новом"):
            return True
        if _AGENT_NOUN.search(before):
            return True  # оператором программы
        return words[index].is_capital or not before or not re.search(r"(?:ый|ий|ой|ого|его|ом|ая|ое|ых|их)\Z", before)
    if grammar.verb_last and index and not possessed:
        hit = grammar.triggers.at(sentence.lowered, index - 1)
        if hit is not None and hit[1].detail == "participle":
            return True  # 2023'te kurulan ağın …
    if possessed:
        return index == 0 and words[index].is_capital
    if grammar.code == "az" and closes_phrase(sentence, index) and _may_be_subject(sentence, index):
        return True
    if words[index].is_capital:
        return index == 0 or follows or not words[index - 1].is_capital
    return (
        before
        in ("bu", "həmin", "бұл", "осы", "аталған", "ushbu", "bu", "mazkur", "söz konusu", "жаңа", "yeni", "yangi")
        or not before
    )


def _may_be_subject(sentence: Sentence, index: int) -> bool:
    """Whether nothing that a bare head would describe follows it: şirkət rəhbəri, startap yarışı."""
    after = index + 1
    if after >= len(sentence.words) or sentence.gap(index, after).strip(' ,«"“'):
        return False
    grammar, lowered = sentence.grammar, sentence.lowered
    if any(grammar.form(lowered, after, table) for table in ("heads", "posts", "roles", "agreements")):
        return False
    return not re.search(r"(?:l[aə]r|l[aə]r[ıi]|s[ıiuü])(?:n[ıiuü]n|n[aə]|n[ıi]|nd[aə]n?)?\Z", lowered[after])


def take_head(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> None:
    """Takes the small head after a name into it, with its case: Astana Hub parkı arasında."""
    index = sentence.index_from(mention.end)
    words = sentence.words
    if (
        not sentence.grammar.verb_last
        or mention.case
        or index >= len(words)
        or mention.class_name in ("Person", "City", "Country")
    ):
        return
    if words[index].is_capital or sentence.text[mention.end : words[index].start].strip(' "»”'):
        return
    if sentence.grammar.marks.at(sentence.lowered, index) is not None:
        return  # Madaniyat vazirligi tashabbusi bilan
    if sentence.grammar.code == "kk" and sentence.lowered[index] in _CALLED:
        _take_called(sentence, mention, index + 1)  # DigitalRights атты конференция
        return
    form = sentence.grammar.form(sentence.lowered, index, "heads")
    if (
        form is not None
        and form.possessed
        and index not in seat_words(sentence)
        and not (is_branch(sentence, form) and (mention.head or mention.known))
        and not is_branch_of(sentence, form)
        and not any(m.overlaps(words[index].start, words[index].end) for m in mentions)
    ):
        mention.end, mention.case = words[index].end, form.case


def _take_called(sentence: Sentence, mention: Mention, first: int) -> None:
    """Takes the head that says what bears a name, small words of its kind before it."""
    for at in range(first, min(first + _MOST_OF_KIND, len(sentence.words))):
        if sentence.words[at].is_capital or sentence.gap(at - 1, at).strip(" -"):
            return
        form = sentence.grammar.form(sentence.lowered, at, "heads")
        if form is not None:
            mention.end, mention.case = sentence.words[at].end, form.case
            mention.class_name, mention.head, mention.confidence = form.entry.name, form.entry.words, 0.75
            return


def _take_naming(sentence: Sentence, mention: Mention) -> bool:
    """Takes the class of an English name from the noun that it is said to be the name of: a project called “Alfa”."""
    naming = alternatives(sentence.grammar, "called")
    low = max(sentence.start, mention.start - _LONGEST_NAMING)
    told = re.search(rf",? (?:{naming}) (?:the )?[\"“‘]?\Z", sentence.text[low : mention.start])
    at = sentence.index_from(low + told.start()) - 1 if told is not None else -1
    form = sentence.grammar.form(sentence.lowered, at, "heads") if at >= 0 else None
    if form is None or told is None or sentence.words[at].is_capital or sentence.words[at].end != low + told.start():
        return False
    mention.class_name, mention.head, mention.confidence = form.entry.name, form.entry.words, 0.75
    return True


def take_apposition(sentence: Sentence, mention: Mention) -> None:
    """Takes the class of a guessed name from what it is said to be: Clear Stream, a two-year programme on …"""
    if sentence.grammar.code == "en" and not mention.known:
        if _take_naming(sentence, mention):
            return
        take_sort_before(sentence, mention)
    if mention.rule not in ("capitals", "quoted") or sentence.grammar.code != "en":
        return
    match = _APPOSITION.match(sentence.text, mention.end, sentence.end)
    if match is None:
        return
    for index in range(sentence.index_from(match.end()), len(sentence.words)):
        word = sentence.words[index]
        if not word.text[0].islower() or sentence.lowered[index] in sentence.grammar.connectors:
            return
        if word.lower.endswith("ing") and word.lower not in sentence.grammar.fields and index + 1 < len(sentence.words):
            return  # the body representing parks
        form = sentence.grammar.form(sentence.lowered, index, "heads")
        follows = index + 1 < len(sentence.words) and not sentence.gap(index, index + 1).strip()
        if form is not None and not (follows and sentence.grammar.form(sentence.lowered, index + 1, "heads")):
            mention.class_name, mention.head, mention.confidence = form.entry.name, form.entry.words, 0.7
            return


def name_with_country(sentence: Sentence, mention: Mention) -> str:
    """The name of a body with the country that is told as its owner, which it may be called by: Минфин Грузии."""
    owner = mention.owner
    if owner is None or owner.class_name != "Country" or mention.known or not mention.head:
        return ""
    told = " ".join(sentence.text[owner.start : owner.end].split())
    if sentence.grammar.code == "ru":
        mention.aliases.append(f"{mention.name} {told}")
    elif sentence.grammar.verb_last and not owner.case:
        mention.aliases.append(f"{told} {mention.name}")
    if 0 <= owner.start - mention.end <= _NEAR:
        return f"{mention.name} {' '.join(sentence.text[mention.end : owner.end].split())}"
    return f"{told} {mention.name}" if 0 <= mention.start - owner.end <= _NEAR else f"{mention.name} ({owner.name})"


def _after_post(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Turkic or English post stands right before a place's name: орынбасары Бағдат Мусин."""
    at = sentence.index_from(mention.start) - 1
    beside = (
        (sentence.grammar.verb_last or sentence.grammar.code == "en")
        and at >= 0
        and not sentence.gap(at, at + 1).strip()
    )
    return beside and sentence.grammar.form(sentence.lowered, at, "posts") is not None


def is_first_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place in a case is the first name of a person: Malika Karimova, for Mali."""
    own = sentence.text[mention.start : mention.end].lower()
    given = sentence.grammar.code in ("az", "en", "kk") and own in sentence.grammar.given  # Бағдат Қадыров
    cased = bool(mention.case) and sentence.grammar.code != "kk"  # Польшаның Люблин политехникасы
    if sentence.grammar.code == "ru" and not is_given(own, sentence.grammar):
        return False  # посол в России Аликбек Лунёв
    if mention.rule != "place-name" or not (cased or given or _after_post(sentence, mention)):
        return False
    index = sentence.index_from(mention.end)
    words = sentence.words
    near = index < len(words) and not sentence.text[mention.end : words[index].start].strip(" ")
    if near and given and sentence.grammar.code == "az" and words[index].is_capital:
        return not is_common(sentence, index)
    if near and given and sentence.grammar.code == "en" and _after_post(sentence, mention):
        plain = words[index].text[1:].islower() and sentence.grammar.form(sentence.lowered, index, "heads") is None
        return words[index].is_capital and plain  # Rector Sofia Kallas; but Sofia University
    return near and words[index].is_capital and _is_surname(sentence, words[index].text)


def _is_surname(sentence: Sentence, word: str) -> bool:
    """Whether a word has the form of a surname, in Azerbaijani in whatever case: Bağdad Amrayevlə."""
    stems = [word]
    if sentence.grammar.code in ("az", "kk"):
        stems += [word[:-n] for n in range(1, 4) if word[-n:] in sentence.grammar.cases]
    return any(SURNAME.search(stem) for stem in stems)


def ends_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether a topic's acronym is only the last word of a company's name: Steppe AI."""
    index = sentence.index_from(mention.start)
    if mention.class_name != "Topic" or index == 0 or index >= len(sentence.words):
        return False
    before = sentence.words[index - 1]
    name = before.is_capital and before.text not in sentence.grammar.generic and sentence.gap(index - 1, index) == " "
    return sentence.words[index].is_acronym and name
