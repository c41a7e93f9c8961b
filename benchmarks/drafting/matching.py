"""Which proposed new thing is which thing of the gold, and what of the proposals is right.

A proposed thing matches a gold thing of the same article, one to one, by the first of these that holds (the brackets
in which the drafter tells whose something is that is only described are left out: Memorandum (A, B)); of several that
an equal name allows (two posts called secretary general), the one of which most rows say the same:
1. a name of the one is a name of the other after `kg.facts.names.folding.fold`;
2. they are equal without words that begin with a small letter ("Lanhai Ventures şirkəti");
3. they are equal word for word but for what an ending may change at the end of a word;
4. they are equal as in 3 whatever the order of their words (a surname before or after the given name);
5. by 1 to 4 a known thing that the article names as `seeds/` does not (a translation): which it is, a person decides;
6. they are equal as in 1, though of classes that have nothing in common; to 2 to 5 no such two match;
7. the gold thing is described rather than named (posts, agreements, legal acts, events, publications; names in small
   letters), its class is of the same family, and a row of the gold says the same of it with the same other end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gold import CONCEPTS, OUT_OF_SCOPE, Gold, Row, schema

from kg.draft.names.told_apart import bare_name
from kg.facts.names.folding import fold

DESCRIBED = ("Post", "Agreement", "LegalAct", "Event", "Publication")
_OPENING = "\"“„«'‘("
_ENDING = 5
_STEM = 3
# Up to how many letters at the end of the shorter word an ending may replace (Гараханова, Гарахановой).
_REPLACED = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """Proposals: rows under article ids, classes and names of new things, mentions where the drafter tells them."""

    rows: tuple[Row, ...]
    classes: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    mentions: frozenset[tuple[str, str]] | None = None


@dataclass(slots=True)
class Outcome:
    """What is right, wrong and missed of one article: things, rows by predicate, and of the rows found the rest."""

    things: dict[str, set[str]] = field(default_factory=lambda: {"found": set(), "wrong": set(), "missed": set()})
    new_things: dict[str, set[str]] = field(default_factory=lambda: {"found": set(), "wrong": set(), "missed": set()})
    rows: list[tuple[str, str, Row]] = field(default_factory=list)
    """`found`, `wrong` or `missed`; the predicate; the row in the gold's ids where it has them."""
    statuses: list[tuple[str, str]] = field(default_factory=list)
    """Status in the gold and in the proposal, of the rows found."""
    dates: list[tuple[tuple[str, str], tuple[str, str]]] = field(default_factory=list)
    classes: list[tuple[str, str]] = field(default_factory=list)
    """Class in the gold and in the proposal, of the new things that match."""
    unlinked: int = 0
    """Known things that were proposed as new under a name that `seeds/` lacks."""


def by_article(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows that are scored, by article."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.predicate not in OUT_OF_SCOPE:
            found[row.article].append(row)
    return found


def score(article: str, gold: Gold, rows: list[Row], draft: Draft, drafted: list[Row]) -> Outcome:
    """What of the rows drafted for an article is right."""
    outcome = Outcome()
    same = matches(gold, rows, draft, drafted)
    mapped = [_renamed(row, same) for row in drafted]
    _score_things(article, gold, rows, mapped, outcome)
    outcome.classes = [
        (gold.classes[there], draft.classes.get(here, ""))
        for here, there in sorted(same.items())
        if here in draft.classes
    ]
    outcome.unlinked = sum(there in gold.known for there in same.values())
    _score_rows(rows, mapped, outcome)
    return outcome


def _renamed(row: Row, same: Mapping[str, str]) -> Row:
    subject, object_ = same.get(row.subject, row.subject), same.get(row.object, row.object)
    if (known := schema().properties.get(row.predicate)) is not None and known.symmetric:
        subject, object_ = sorted((subject, object_))
    return Row(row.article, subject, row.predicate, object_, row.from_, row.until, row.status)


def _score_things(article: str, gold: Gold, rows: list[Row], mapped: list[Row], outcome: Outcome) -> None:
    """Things are the ends of rows; of those that may be told, but need not, nobody gains or loses."""
    needed = _ends(row for row in rows if row.required and not row.denied)
    allowed = _ends(rows) | {key for told, key in gold.mentions if told == article}
    told = _ends(mapped)
    is_concept = {key for key in needed | told if gold.classes.get(key) in CONCEPTS}
    for what, keys in (("found", needed & told), ("wrong", told - needed - allowed), ("missed", needed - told)):
        outcome.things[what] = keys - is_concept
        outcome.new_things[what] = outcome.things[what] - gold.known


def _ends(rows: Iterable[Row]) -> set[str]:
    ends: set[str] = set()
    for row in rows:
        ends.add(row.subject)
        known = schema().properties.get(row.predicate)
        if known is None or known.is_object_property:
            ends.add(row.object)
    return ends


def _score_rows(rows: list[Row], mapped: list[Row], outcome: Outcome) -> None:
    of_gold: dict[tuple[str, str, str, bool], list[Row]] = defaultdict(list)
    for row in rows:
        of_gold[_key(row)].append(row)
    proposed: dict[tuple[str, str, str, bool], Row] = {}
    for row in mapped:
        proposed.setdefault(_key(row), row)
    for key, row in proposed.items():
        told = of_gold.get(key)
        if told is None:
            outcome.rows.append(("wrong", row.predicate, row))
            continue
        best = next((each for each in told if _dates(each) == _dates(row)), told[0])
        outcome.statuses.append((best.status, row.status))
        if any(_dates(row)) or any(_dates(best)):
            outcome.dates.append((_dates(best), _dates(row)))
        if best.required and not best.denied:
            outcome.rows.append(("found", row.predicate, best))
    for key, told in of_gold.items():
        if key not in proposed and any(row.required and not row.denied for row in told):
            outcome.rows.append(("missed", told[0].predicate, told[0]))


def _key(row: Row) -> tuple[str, str, str, bool]:
    return row.subject, row.predicate, row.object, row.denied


def _dates(row: Row) -> tuple[str, str]:
    return row.from_, row.until


def matches(gold: Gold, rows: list[Row], draft: Draft, drafted: list[Row]) -> dict[str, str]:
    """Ids of proposed new things to ids of the gold, one to one, for one article."""
    theirs = sorted(key for key in _ends(rows) - gold.known if key in gold.classes)
    names = {key: gold.names.get(key, ()) for key in theirs}
    article = next((row.article for row in drafted), "")
    names |= {key: (text,) for (told, key), text in sorted(gold.renamed.items()) if told == article}
    ours = sorted(_ends(drafted) & set(draft.classes) - gold.known)
    same: dict[str, str] = {}
    for agree, kin in (
        (_equal, True),
        (_equal_capitals, True),
        (_equal_stems, True),
        (_equal_words, True),
        (_equal, False),
    ):
        pairs = [
            (here, there)
            for here in ours
            if here not in same
            for there, gold_names in names.items()
            if there not in same.values()
            and (not kin or _family(gold.classes[there], draft.classes[here]))
            and _any(agree, [bare_name(name) for name in draft.names.get(here, ())], gold_names)
        ]
        _match_named(pairs, rows, drafted, same)
    _match_described(gold, rows, draft, drafted, same, (ours, theirs))
    return same


def _match_named(pairs: list[tuple[str, str]], rows: list[Row], drafted: list[Row], same: dict[str, str]) -> None:
    """Adds pairs whose names agree: first where there is one choice, then those of which most rows say the same."""
    while pairs:
        heres, theres = Counter(here for here, _ in pairs), Counter(there for _, there in pairs)
        chosen = [(here, there) for here, there in pairs if heres[here] == theres[there] == 1]
        if not chosen:
            mapped = [_renamed(row, same) for row in drafted]
            said = {there: set(_said(there, rows)) for there in theres}
            chosen = [max(pairs, key=lambda pair: len(said[pair[1]] & set(_said(pair[0], mapped))))]
        same.update(chosen)
        pairs = [(here, there) for here, there in pairs if here not in same and there not in same.values()]


def _any(agree: Callable[[str, str], bool], ones: Iterable[str], others: Sequence[str]) -> bool:
    return any(agree(one, other) for one in ones for other in others)


def _match_described(
    gold: Gold,
    rows: list[Row],
    draft: Draft,
    drafted: list[Row],
    same: dict[str, str],
    keys: tuple[list[str], list[str]],
) -> None:
    """Adds pairs of described things with the most rows in common, until none is left."""
    ours, theirs = keys
    while True:
        said = {
            there: set(_said(there, rows)) for there in theirs if there not in same.values() and _described(there, gold)
        }
        mapped = [_renamed(row, same) for row in drafted]
        pairs = [
            (len(said[there] & set(_said(here, mapped))), here, there)
            for here in ours
            if here not in same
            for there in said
            if _family(gold.classes[there], draft.classes[here])
        ]
        best = max(pairs, default=(0, "", ""), key=lambda pair: (pair[0], -ours.index(pair[1]), -theirs.index(pair[2])))
        if not best[0]:
            return
        same[best[1]] = best[2]


def _said(key: str, rows: Iterable[Row]) -> Iterator[tuple[str, str, bool]]:
    for row in rows:
        if row.subject == key:
            yield row.predicate, row.object, True
        if row.object == key:
            yield row.predicate, row.subject, False


def _described(key: str, gold: Gold) -> bool:
    names = gold.names.get(key, ())
    return any(schema().is_a(gold.classes[key], each) for each in DESCRIBED) or bool(names and names[0][0].islower())


def _family(one: str, other: str) -> bool:
    """Whether two classes are of one family: a place, a person, an event … never matches an organisation."""
    families = (
        "Person",
        "Post",
        "Place",
        "Event",
        "Agreement",
        "LegalAct",
        "Publication",
        "Concept",
        "Initiative",
        "Organisation",
    )
    ones = {each for each in families if schema().is_a(one, each)}
    return bool(ones & {each for each in families if schema().is_a(other, each)})


def _equal(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _equal_capitals(one: str, other: str) -> bool:
    left, right = _capitals(one), _capitals(other)
    return bool(left) and left == right


def _capitals(name: str) -> str:
    """The words of a name that do not begin with a small letter, folded."""
    return fold(" ".join(word for word in name.split() if not word.lstrip(_OPENING)[:1].islower()))


def _equal_stems(one: str, other: str) -> bool:
    ones, others = fold(one).split(), fold(other).split()
    return len(ones) == len(others) and all(map(_same_stem, ones, others))


def _equal_words(one: str, other: str) -> bool:
    ones, others = sorted(fold(one).split()), sorted(fold(other).split())
    return len(ones) == len(others) and all(map(_same_stem, ones, others))


def _same_stem(one: str, other: str) -> bool:
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()) or abs(len(one) - len(other)) > _ENDING:
        return False
    common = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return common >= max(_STEM, min(len(one), len(other)) - _REPLACED)
