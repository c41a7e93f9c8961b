"""Which parts of two names say the same, and which are left over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from kg.facts.names.acronyms import spells
from kg.facts.names.folding import fold, likeness, sounds
from kg.facts.names.lexicon import syllables
from kg.facts.names.nearness import nearest
from kg.facts.names.romanisation import is_spelled_so, older_spellings, plain_spelling, transcribes
from kg.facts.names.territories import country_of_city
from kg.facts.names.tokens import Token, TokenKind

_IGNORED = frozenset({TokenKind.FUNCTION, TokenKind.LEGAL})
_SPOKEN = frozenset({TokenKind.NAME, TokenKind.PLACE, TokenKind.ACRONYM, TokenKind.SYLLABLE})
_LIKE = 0.75
_LIKE_WORD = 0.85
_LIKE_SHORT = 0.88
# Within one language, or in pinyin, names that are spelled differently are different: Hebei, Hubei.
_LIKE_SPELLED = 0.9
_TRANSCRIBED = 0.86
_WINDOW = 5


@dataclass(frozen=True)
class Pair:
    """Parts of two names that say the same; `likeness` is 1 where they surely do."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    likeness: float
    why: str

    @property
    def weight(self) -> float:
        """How much both sides count together."""
        return sum(token.kind.weight for token in (*self.left, *self.right))


@dataclass(frozen=True)
class Alignment:
    """The pairs of two names, in the order of the left one, and what is left of each."""

    pairs: tuple[Pair, ...]
    left: tuple[Token, ...]
    right: tuple[Token, ...]


def content(tokens: Sequence[Token]) -> list[Token]:
    """The parts of a name that mean something: no grammar, no legal form."""
    return [token for token in tokens if token.kind not in _IGNORED]


def align(left: Sequence[Token], right: Sequence[Token], left_language: str, right_language: str) -> Alignment:
    """Pairs up the parts of two names, in any order, each part once; the likest and the nearest in order first.

    >>> from kg.facts.names.tokens import read_name
    >>> found = align(read_name("Səhiyyə Nazirliyi", "az"), read_name("Ministry of Health", "en"), "az", "en")
    >>> [(pair.left[0].text, pair.right[0].text) for pair in found.pairs]
    [('səhiyyə', 'health'), ('nazirliyi', 'ministry')]
    """
    lefts, rights = content(left), content(right)
    taken: list[Pair] = []
    candidates = []
    same_language = left_language == right_language != ""
    for a, one in enumerate(lefts):
        said = one.said << 33 | same_language
        for b, other in enumerate(rights):
            known = _alikes.get(said | other.said << 1)
            like, why = known if known is not None else _told_alike(one, other, same_language=same_language)
            if like:
                apart = abs(a / max(1, len(lefts) - 1) - b / max(1, len(rights) - 1))
                candidates.append((-like, apart, a, b, why))
    free_left, free_right = dict(enumerate(lefts)), dict(enumerate(rights))
    for like, _, a, b, why in sorted(candidates):
        if a in free_left and b in free_right:
            taken.append(Pair((free_left.pop(a),), (free_right.pop(b),), -like, why))
    _match_runs(free_left, free_right, taken)
    _match_acronyms(free_left, free_right, taken, left_language, right_language, lefts_first=True)
    _match_acronyms(free_right, free_left, taken, right_language, left_language, lefts_first=False)
    taken.sort(key=lambda pair: pair.left[0].at)
    return Alignment(tuple(taken), tuple(free_left.values()), tuple(free_right.values()))


# What pairs of tokens have come to, by their numbers; emptied when full.
_alikes: dict[int, tuple[float, str]] = {}
_MOST_KNOWN = 500_000


def _told_alike(one: Token, other: Token, *, same_language: bool) -> tuple[float, str]:
    """The same as `_alike`, worked out once for tokens that say the same."""
    if not one.said or not other.said:
        return _alike(one, other, same_language=same_language)
    key = one.said << 33 | other.said << 1 | same_language
    known = _alikes.get(key)
    if known is None:
        if len(_alikes) >= _MOST_KNOWN:
            _alikes.clear()
        known = _alikes[key] = _alike(one, other, same_language=same_language)
    return known


def _alike(one: Token, other: Token, *, same_language: bool) -> tuple[float, str]:
    """How surely two parts say the same (0 where they do not), and why."""
    if one.text == other.text and len(one.text) > 2:
        return 1.0, "word"
    if one.number or other.number:
        return (1.0, "number") if one.number == other.number else (0.0, "")
    if one.places & other.places:
        return 1.0, "place"
    if one.concepts & other.concepts:
        return 1.0, "word"
    if one.places and other.places and _is_country(one) and _is_country(other):
        return 0.0, ""
    if TokenKind.INITIAL in (one.kind, other.kind):
        if {one.kind, other.kind} <= {TokenKind.INITIAL, TokenKind.NAME}:
            same = any(a[:1] == b[:1] for a in one.sounds for b in other.sounds)
            return (0.9, "initial") if same else (0.0, "")
        return 0.0, ""
    if one.kind is other.kind is TokenKind.SYLLABLE:
        return (1.0, "sound") if one.sounds == other.sounds else (0.0, "")
    if TokenKind.SYLLABLE in (one.kind, other.kind) and (_is_run(one) or _is_run(other)):
        return 0.0, ""
    if TokenKind.SYLLABLE in (one.kind, other.kind) and _is_older_spelling([one], [other]):
        return 0.95, "sound"
    spoken = (one.kind in _SPOKEN) + (other.kind in _SPOKEN)
    if spoken == 0:
        return 0.0, ""
    floor = max(_LIKE_WORD if spoken == 1 else _LIKE, _LIKE_SPELLED if same_language else 0)
    like, shortest = _best(one.sounds, other.sounds, floor)
    least = _LIKE_WORD if spoken == 1 else _LIKE_SHORT if shortest <= 3 else _LIKE
    if same_language:
        least = max(least, _LIKE_SPELLED)
    if TokenKind.SYLLABLE in (one.kind, other.kind) and all(_is_pinyin(token) for token in (one, other)):
        least = 1.0
    return (like, "sound") if like >= least else (0.0, "")


def best_likeness(left: Sequence[str], right: Sequence[str]) -> float:
    """The likeness of the two that are most alike."""
    return max((likeness(a, b) for a in left for b in right), default=0.0)


def _is_pinyin(token: Token) -> bool:
    return token.kind is TokenKind.SYLLABLE or bool(syllables(fold(token.text)))


def _is_run(token: Token) -> bool:
    """Whether a name is several syllables of pinyin, so that one alone can't be it."""
    return token.kind is TokenKind.NAME and len(syllables(fold(token.text))) > 1


def _best(left: Sequence[str], right: Sequence[str], least: float) -> tuple[float, int]:
    """The best likeness (0 for one below `least`), and the length of the shorter of the two that have it."""
    same = [sound for sound in left if sound in right]
    return (1.0, len(same[0])) if same else nearest(left, right, least)


def _is_country(token: Token) -> bool:
    return any(":" not in place for place in token.places)


def countries(token: Token) -> frozenset[str]:
    """The countries that a place is, or lies in."""
    return frozenset(country_of_city(place) if ":" in place else place for place in token.places) - {""}


def _match_runs(lefts: dict[int, Token], rights: dict[int, Token], taken: list[Pair]) -> None:
    """Names that one language writes in one word and another in two: Jiao Tong, Jiaotong."""
    if not (_has_run(lefts) or _has_run(rights)):
        return
    runs = []
    firsts = _runs(lefts)
    seconds = _runs(rights) if firsts else []
    # One word against several, or two against two.
    short = [run for run in seconds if len(run[0]) == 1]
    rivals = {1: [run for run in seconds if len(run[0]) > 1], 2: [run for run in seconds if len(run[0]) < 3]}
    for a, mine in firsts:
        for b, theirs in rivals.get(len(a), short):
            key = mine.number << 32 | theirs.number
            like = _run_likes.get(key, -1.0)
            if like < 0:
                if len(_run_likes) >= _MOST_KNOWN:
                    _run_likes.clear()
                like = _run_likes[key] = _alike_runs(mine, theirs)
            if like:
                runs.append((-like, len(a) + len(b), a, b))
    for like, _, a, b in sorted(runs):
        if all(at in lefts for at in a) and all(at in rights for at in b):
            ones, others = tuple(lefts.pop(at) for at in a), tuple(rights.pop(at) for at in b)
            taken.append(Pair(ones, others, -like, "sound"))


def _has_run(tokens: dict[int, Token]) -> bool:
    """Whether two parts that are spelled by sound stand side by side."""
    for at, token in tokens.items():
        after = tokens.get(at + 1)
        if after is not None and token.sounds and after.sounds and _spells_out(token) and _spells_out(after):
            return True
    return False


def _alike_runs(mine: _Run, theirs: _Run) -> float:
    """How surely two runs are one name, 0 where they are not."""
    pinyin = (mine.syllables or theirs.syllables) and mine.pinyin and theirs.pinyin
    if pinyin and not any(sound in theirs.heard for sound in mine.heard) and not _is_older_run(mine, theirs):
        return 0.0  # what they sound like nearly does not matter, see below
    like = 1.0 if mine.heard[0] == theirs.heard[0] else nearest(mine.heard, theirs.heard, _LIKE_WORD)[0]
    if mine.syllables or theirs.syllables:
        if _is_older_run(mine, theirs):
            like = 1.0
        elif like < _LIKE_WORD and _is_foreign_name(mine.tokens, theirs.tokens):
            like = _TRANSCRIBED
        elif like < 1.0 and mine.pinyin and theirs.pinyin:
            return 0.0
    return like if like >= _LIKE_WORD and not _is_phrase_against_another(mine.tokens, theirs.tokens) else 0.0


@dataclass(frozen=True, slots=True)
class _Run:
    """Parts in a row that are spelled by sound."""

    tokens: tuple[Token, ...]
    heard: tuple[str, ...]
    """What they sound like."""
    syllables: bool
    """Whether a syllable of Chinese is among them."""
    pinyin: bool
    """Whether all may be pinyin."""
    word: str | None
    """What they are in one word, if that is in Latin letters."""
    older: tuple[str, ...] | None
    """How that word would be spelled in Taiwan; None where not all are syllables of Chinese."""
    number: int


def _runs(tokens: dict[int, Token]) -> list[tuple[tuple[int, ...], _Run]]:
    """The places of each run, and the run."""
    found = []
    for at in tokens:
        run: tuple[Token, ...] = ()
        for place in range(at, at + _WINDOW):
            token = tokens.get(place)
            if token is None or not token.sounds or not _spells_out(token):
                break
            run = (*run, token)
            found.append((tuple(range(at, place + 1)), _run(run)))
    return found


# Runs by the numbers of their tokens; emptied when full.
_known_runs: dict[tuple[int, ...], _Run] = {}
_run_likes: dict[int, float] = {}
_following = count(1)
_MOST_RUNS = 200_000


def _run(tokens: tuple[Token, ...]) -> _Run:
    numbers = tuple(token.said for token in tokens)
    run = _known_runs.get(numbers)
    if run is None or 0 in numbers:
        run = _read_run(tokens)
        if len(_known_runs) >= _MOST_RUNS:
            _known_runs.clear()
        _known_runs[numbers] = run
    return run


def _read_run(tokens: tuple[Token, ...]) -> _Run:
    chinese = [token.kind is TokenKind.SYLLABLE for token in tokens]
    word = "".join(fold(token.text) for token in tokens)
    older = older_spellings([token.text for token in tokens]) if all(chinese) else None
    pinyin = all(map(_is_pinyin, tokens))
    plain = plain_spelling(word) if word.isascii() else None
    return _Run(tokens, _joined(tokens), any(chinese), pinyin, plain, older, next(_following))


def _is_older_run(mine: _Run, theirs: _Run) -> bool:
    """The same as `_is_older_spelling`, by what was read of the runs once."""
    if mine.older is not None:
        return theirs.word is not None and theirs.word in mine.older
    return theirs.older is not None and mine.word is not None and mine.word in theirs.older


def _spells_out(token: Token) -> bool:
    """Whether a part may be written as it sounds; so may a phrase of Chinese that is part of a proper name: 交通."""
    return token.kind in _SPOKEN or (token.kind is TokenKind.FIELD and _is_chinese_phrase(token))


def _is_phrase_against_another(ones: Sequence[Token], others: Sequence[Token]) -> bool:
    """A phrase of Chinese is a sound only against a name of another language."""
    for mine, theirs in ((ones, others), (others, ones)):
        if any(token.kind is TokenKind.FIELD for token in mine):
            return not all(token.kind is TokenKind.NAME for token in theirs)
    return False


def _is_chinese_phrase(token: Token) -> bool:
    return " " in token.text and bool(token.sounds) and all(map(syllables, token.text.split()))


def _joined(run: Sequence[Token]) -> tuple[str, ...]:
    """What a run may sound like; a single word may be inflected."""
    heard = "".join(map(_sounded, run))
    return (heard, *run[0].sounds) if len(run) == 1 else (heard,)


def _sounded(token: Token) -> str:
    parts = [each for word in fold(token.text).split() for each in syllables(word)]
    return "".join(sounds(part, "zh") for part in parts) or token.sounds[0]


def _is_older_spelling(ones: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether one side is syllables of Chinese, and the other spells them as Taiwan does."""
    for mine, theirs in ((ones, others), (others, ones)):
        if all(token.kind is TokenKind.SYLLABLE for token in mine):
            word = "".join(fold(token.text) for token in theirs)
            return word.isascii() and is_spelled_so(word, [token.text for token in mine])
    return False


def _is_foreign_name(ones: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether one side is syllables of Chinese that may stand for the other, one word that is no pinyin."""
    for mine, theirs in ((ones, others), (others, ones)):
        foreign = len(theirs) == 1 and theirs[0].kind is TokenKind.NAME and not syllables(fold(theirs[0].text))
        if foreign and len(mine) > 1 and all(token.kind is TokenKind.SYLLABLE for token in mine):
            return transcribes([token.text for token in mine], fold(theirs[0].text))
    return False


def _match_acronyms(
    lefts: dict[int, Token],
    rights: dict[int, Token],
    taken: list[Pair],
    language: str,
    other_language: str,
    *,
    lefts_first: bool,
) -> None:
    """An acronym inside a name stands for a run of words of the other: АН, Академии наук."""
    for at, token in list(lefts.items()):
        if token.kind is not TokenKind.ACRONYM:
            continue
        for run in sorted(_windows(rights), key=len, reverse=True):
            words = [rights[place] for place in run]
            if len(run) > 1 and spells(token.text, words, language, other_language) == len(fold(token.text)):
                mine: tuple[Token, ...] = (lefts.pop(at),)
                theirs = tuple(rights.pop(place) for place in run)
                left, right = (mine, theirs) if lefts_first else (theirs, mine)
                taken.append(Pair(left, right, 0.95, "acronym"))
                break


def _windows(tokens: dict[int, Token]) -> list[tuple[int, ...]]:
    keys = sorted(tokens)
    return [
        tuple(keys[start:end])
        for start in range(len(keys))
        for end in range(start + 2, min(len(keys), start + 7) + 1)
        if keys[end - 1] - keys[start] == end - 1 - start
    ]
