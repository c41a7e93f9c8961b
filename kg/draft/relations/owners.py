"""Names that only say whose, where or from where another is: BTİ-nin Çindəki Mərkəzi, Gürcistan'dan X."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.draft.language.clauses import is_of_verb
from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence, Word
from kg.draft.posts.envoys import is_host_of
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention

_OF_IDEA = re.compile(r"\s(?:təşəbbüsü|ideyası|girişimi|tashabbusi)\b")
_OF_ITS_OWN = re.compile(r"(?:[сыі]н|[ндт][ыі]|[ыі]н[ае]|нд[ае]|[мбп]ен|[^о]у|[ыі]п)\Z")
"""What a Kazakh word ends in that has a case, so that a genitive before it is of that word."""
_POSSESSED_CASE = re.compile(
    r"(?:[ıiuü]n[ae]|[ıiuü]nd[ae](?:n|ki)?|[ıiuü]n[ıiuü]|[ıiuü]yl[ae]|asyonu|güdümü|(?:tm|ilm|ulm)[ae]s[ıi]|etimi)\Z"
)


def possessors(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Finds names that only say whose or where another is: BTİ-nin Çindəki Mərkəzi, Uzbekistan's Ministry."""
    for left, right in pairwise(mentions):
        if sentence.grammar.verb_last and left.class_name == "Country" and is_host_of(sentence, right):
            continue  # Polonya'nın Ankara Büyükelçisi
        if left.class_name == "Person" and _OF_IDEA.search(sentence.text[left.end : right.start]):
            continue  # P-nin təşəbbüsü olan X
        start = right.begins if sentence.grammar.code == "az" and right.begins >= left.end else right.start
        gap = sentence.text[left.end : start]
        between = [sentence.words[n] for n in range(sentence.index_from(left.end), sentence.index_from(start))]
        near = not gap.strip(" \xa0") or (
            len(between) <= 2 and all(w.text.islower() for w in between) and "," not in gap
        )
        if sentence.grammar.origin_ends and _is_origin(left, right, between):
            left.inner = True
            continue
        if sentence.grammar.origin_ends and any(_is_inflected(sentence, word.lower) for word in between):
            continue  # programın direksiyonunda artık X
        if sentence.grammar.code == "az" and any(word.lower == "ilə" for word in between):
            continue  # X-in rəhbərliyi ilə Y
        if sentence.grammar.code == "az" and between and between[-1].lower in ("olan", "sayılan"):
            continue  # X-in qonağı olan Y
        if sentence.grammar.code == "az" and between and _is_post_or_mark(sentence, sentence.index_from(left.end)):
            continue  # Universitetin rektoru ilə görüş
        if sentence.grammar.code == "kk" and any(_OF_ITS_OWN.search(word.lower) for word in between):
            continue  # «X» орталығының іргесін «Y» қалады
        if sentence.grammar.code == "kk" and any(word.lower.endswith(("сы", "сі")) for word in between):
            continue  # Қордың бас кеңсесі X орталығында
        of_place = between and right.class_name in PLACES and left.class_name not in PLACES
        if sentence.grammar.code == "kk" and of_place:
            continue  # «X» компаниясының кеңсесі Алматыда
        first = sentence.index_from(left.end)
        joined = any(sentence.grammar.conjunctions.at(sentence.lowered, first + n) for n in range(len(between)))
        countries = left.class_name == right.class_name == "Country"
        if sentence.grammar.code == "kk" and joined and countries:
            continue  # Чехияның және Польшаның
        if sentence.grammar.code in ("az", "tr") and left.mark == "gen" and joined:
            continue  # X'in ve Y'nin
        if sentence.grammar.code == "tr" and not between and _is_acronym_of(left, right):
            right.owner, left.inner = left, True  # ITU Hızlandırma Merkezleri Ağı
            continue
        if sentence.grammar.code in ("tr", "uz") and not between and _is_unit(sentence, left, right):
            right.owner, left.inner = left, True  # Arman Üniversitesi Hukuk Fakültesi
            continue
        # in whose building or at whose base something is, it need not belong to
        is_of_premises = any(in_family(word.lower, sentence.grammar, "premises") for word in between)
        if not near or is_of_premises or (left.mark == "gen" and is_of_verb(sentence, left, right)):
            continue
        if (
            sentence.grammar.code != "ru"
            and left.mark == "gen"
            and right.class_name not in ("Person", "InternationalOrganisation")
        ):
            if sentence.grammar.code == "az" and right.class_name == "City" and right.mark == "loc" and not between:
                continue  # Azərbaycanın Astanada ticarət evi açması
            if not between or right.class_name in ("City", "Agreement") or sentence.grammar.verb_last:
                right.owner, left.inner = left, True
        elif sentence.grammar.verb_last and left.class_name == "Country" and left.mark == "nom" and not between:
            if right.class_name == "GovernmentBody":
                right.owner, left.inner = left, True
        elif left.mark == "adj" and right.class_name not in ("Person", "City", "Country"):
            right.place, left.inner = left, True
            if left.owner is not None:
                right.owner = left.owner
        elif not sentence.grammar.verb_last and not between and left.class_name not in ("Person",):
            placed = left.class_name in ("City", "Country", "Region") and left.mark != "nom"
            short = right.class_name == "Country" and sentence.text[right.start : right.end].isupper()  # РК, США
            owns = right.mark == "gen" or (short and right.mark == "nom") or _is_bare_owner(left, right)
            owns = owns and right.rule != "person-by-post"  # посла при бюро Олега Баева
            if sentence.grammar.code == "ru" and owns and not gap.strip() and not placed:
                left.owner, right.inner = right, True
        elif (
            sentence.grammar.code == "en"
            and len(between) <= 2
            and between
            and between[0].lower in ("of", "in")
            and right.mark in ("of", "in")
        ):
            if right.mark == "of":
                left.owner, right.inner = right, True
            elif left.class_name.endswith("Center") and right.class_name in ("Country", "City"):
                left.place = right


def _is_post_or_mark(sentence: Sentence, at: int) -> bool:
    """Whether the word after a possessor is a post, which it owns rather than the name behind it."""
    told = sentence.lowered[at]
    return sentence.grammar.form(sentence.lowered, at, "posts") is not None or told.endswith(("larının", "lərinin"))


def _is_origin(left: Mention, right: Mention, between: Sequence[Word]) -> bool:
    """Whether a place only says where the body after it is from: Gürcistan'dan X, İzmirli X, Konya merkezli X."""
    if left.class_name not in ("Country", "City", "Region") or right.class_name in ("Person", "City", "Country"):
        return False
    return left.mark == "origin" or (left.mark == "abl" and not between and right.mark not in ("dat", "abl", "loc"))


def _is_acronym_of(left: Mention, right: Mention) -> bool:
    """Whether an acronym without a case stands right before a body's or an initiative's name, whose it is."""
    makes = ("Network", "Programme", "Platform", "Cluster", "Initiative", "Center")
    made = right.class_name in makes or right.class_name.endswith("Center")
    return left.mark == "nom" and left.name.isupper() and made and right.rule.startswith("head-") and not right.known


def _is_unit(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Whether a unit stands right behind the body that it is part of, without a case: Arman universiteti fakulteti."""
    named = left.rule.startswith("head-") and right.rule.startswith("head-") and left.mark == "nom"
    plain = named and not sentence.text[left.end : right.start].strip()
    return plain and in_family(right.head.split(" ")[-1], sentence.grammar, "unit_head")


def _is_bare_owner(left: Mention, right: Mention) -> bool:
    """Whether a Russian acronym, which has no cases, stands right after a body's name, whose it then is."""
    return right.rule == "capitals" and right.name.isupper() and left.rule.startswith("head-") and not left.known


def _is_inflected(sentence: Sentence, word: str) -> bool:
    """Whether a small word between a possessor and a name is a noun in a case, which the name is no part of."""
    return word in sentence.grammar.adverbs or _POSSESSED_CASE.search(word) is not None
