"""What two names share against what only one of them says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.facts.names.alignment import Alignment, align, countries
from kg.facts.names.comparison import Comparison
from kg.facts.names.folding import fold
from kg.facts.names.lexicon import syllables
from kg.facts.names.territories import home_of
from kg.facts.names.tokens import Token, TokenKind

# Concepts that translations add and drop.
LIGHT = frozenset({"science", "research", "studies"})
# Bodies whose remit is their name: a word more is another body.
_OFFICES = frozenset({"ministry", "committee", "agency", "department", "commission", "authority", "council"})
_LEARNED = frozenset({"institute", "laboratory", "university"})
# Bodies that translations take for one another, where all else agrees.
_COUSINS = (
    frozenset({"university", "academy", "institute", "college", "school", "higher-school"}),
    frozenset({"centre", "institute", "laboratory", "academy"}),
    frozenset({"association", "society", "council", "federation", "union"}),
    frozenset({"centre", "hospital", "clinic", "dispensary", "polyclinic"}),
    frozenset(
        {"bureau", "department", "agency", "authority", "service", "administration-admin", "directorate-general"}
    ),
)
# Fields that translations take for one another, where all else agrees.
_NEAR_FIELDS = (
    frozenset({"development", "advancement", "promotion", "improvement", "support", "perspective"}),
    frozenset({"education", "training", "pedagogy", "teacher-training", "learning"}),
    frozenset({"transport", "communications", "traffic", "communication-routes", "logistics"}),
    frozenset({"medicine", "health", "healthy", "medicinal", "medical-university"}),
    frozenset({"economy", "finance-economics", "business", "commerce", "trade", "economics-trade", "entrepreneurship"}),
    frozenset({"environment", "ecology", "nature", "environmental-protection"}),
    frozenset({"culture", "arts", "heritage"}),
    frozenset({"law", "justice", "rights", "political-science+law"}),
    frozenset({"information", "informatics", "computing", "computer", "data", "information-technology"}),
    frozenset({"protection", "conservation", "security", "safety-nuclear", "prevention"}),
    frozenset({"management", "public-administration", "governance", "regulation"}),
    frozenset({"production", "industry", "processing"}),
    frozenset({"disease", "disease-control", "pathology"}),
    frozenset({"applied", "practical", "experimental"}),
    frozenset({"surgery", "medicine", "treatment"}),
    frozenset({"composite", "synthesis", "complex-processing"}),
    frozenset({"plant-growing", "agriculture", "farming", "crop"}),
    frozenset({"animal-husbandry", "livestock", "animals", "livestock-animal"}),
    frozenset({"biology", "life", "life-science"}),
    frozenset({"water", "water-conservancy", "hydraulic", "hydraulics", "hydropower", "water-economy", "irrigation"}),
    frozenset({"ship", "maritime", "navigation", "sea", "ocean", "shipping", "shipbuilding"}),
    frozenset({"disaster", "natural-disaster", "emergency", "emergency-management"}),
    frozenset({"minerals", "mining", "metallurgy-mining"}),
    frozenset({"electricity", "electric-power", "energy", "electrical-engineering"}),
)
# Bodies that one language adds to another: 基金委员会 is a foundation.
_ADDED = frozenset({"committee", "commission", "council", "bureau", "administration-admin", "authority", "agency"})
# Schools of a trade, whose rank and subject only one language may tell.
_COLLEGES = frozenset({"college", "institute", "school", "higher-school"})
_TRADES = frozenset({"vocational", "technical", "technology", "training"})
# Ranks that one language says of a thing and another does not.
_RANKS = frozenset(
    {"state", "federal", "national", "public", "republican", "all-nation", "state-founded"}
    | {"municipal-founded", "provincial-founded", "county-founded"}
)
_FIRMS = frozenset({"company", "corporation", "holding", "concern"})
_PROPER = frozenset({TokenKind.NAME, TokenKind.PLACE, TokenKind.SYLLABLE})
_SAID = frozenset({TokenKind.BODY, TokenKind.SCOPE, TokenKind.FIELD})
# What Chinese firms have in their registered names besides the one that they are known by.
_TRADE = frozenset(
    {"technology", "science", "information", "information-technology", "network", "internet", "software"}
)
_SOFT = 0.15
_LIGHT_WEIGHT = 0.4
_TELLING = 0.5

# How high two names may score at most that differ in this.
_COUNTRY, _NAME, _NUMBER, _WORD, _ONE_WORD, _ONE_COUNTRY, _LIKELY = 0.3, 0.35, 0.4, 0.55, 0.7, 0.74, 0.79
_SHOWN = {
    "word": "words of one meaning",
    "place": "one place",
    "sound": "alike in sound",
    "number": "one number",
    "acronym": "an acronym and its words",
    "initial": "initials",
}


def weigh(ones: Sequence[Token], others: Sequence[Token], left_language: str, right_language: str) -> Comparison:
    """The comparison of two names: shared weight by all weight, no higher than what only one says allows.

    >>> from kg.facts.names.tokens import read_name
    >>> weigh(read_name("Baku State University", "en"), read_name("Bakı Dövlət Universiteti", "az"), "en", "az").score
    1.0
    >>> weigh(read_name("Global Center", "en"), read_name("Regional Center", "en"), "en", "en").against
    ("'global' against 'regional'",)
    """
    found = align(ones, others, left_language, right_language)
    if not any(pair.weight > _TELLING for pair in found.pairs):
        return Comparison(0.0, (), ("nothing in common",))
    left, right = _Side(ones, found.left, left_language), _Side(others, found.right, right_language)
    scale = _Scale(found)
    scale.untold = _untold(left, right) if scale.says_a_field() else frozenset()
    scale.weigh(left, right)
    scale.weigh(right, left)
    shared = sum(pair.weight for pair in found.pairs)
    alike = sum(pair.weight * pair.likeness for pair in found.pairs)
    score = min(alike / (shared + scale.spare), scale.limit)
    return Comparison(round(score, 3), _reasons(found), tuple(dict.fromkeys(scale.against)))


def head(tokens: Sequence[Token], language: str) -> Token | None:
    """The part that says what the thing itself is, where a name tells its parent too.

    It stands last in Turkic languages and Chinese, first in Russian, before the first preposition in English.

    >>> from kg.facts.names.tokens import read_name
    >>> head(read_name("Kokand University Andijan branch", "en"), "en").text
    'branch'
    """
    bodies = [token for token in tokens if token.kind is TokenKind.BODY and not token.aside]
    base = language.partition("-")[0]
    if not bodies or base == "ru":
        return bodies[0] if bodies else None
    if base == "en":
        stops = [token.at for token in tokens if token.kind is TokenKind.FUNCTION and "of" in token.concepts]
        before = [token for token in bodies if all(stop > token.at or stop < bodies[0].at for stop in stops)]
        return before[-1]
    return bodies[-1]


@dataclass(frozen=True)
class _Side:
    """One name: its parts, those that the other name has no part for, its language."""

    tokens: Sequence[Token]
    rest: Sequence[Token]
    language: str

    def rivals(self, token: Token) -> list[Token]:
        """What this name says instead of a part that only the other has."""
        proper = token.kind in _PROPER
        return [
            mine
            for mine in self.rest
            if not mine.aside
            and not mine.concepts & LIGHT
            and (mine.kind in _PROPER if proper else mine.kind is token.kind)
        ]

    def is_named_after(self, token: Token) -> bool:
        """Whether a name in it is a person's after whom the thing is called."""
        if any("named-after" in other.concepts for other in self.tokens):
            return True
        return any(other.kind is TokenKind.INITIAL and abs(other.at - token.at) <= 2 for other in self.tokens)

    def telling(self) -> list[Token]:
        """The parts of `rest` that say something of the thing."""
        return [t for t in self.rest if t.kind.weight > TokenKind.FILLER.weight and not t.aside]


@dataclass
class _Scale:
    """Gathers what speaks against two names being one, in weight, in words, and as a limit of the score."""

    found: Alignment
    limit: float = 1.0
    against: list[str] = field(default_factory=list)
    spare: float = 0.0
    untold: frozenset[int] = frozenset()
    """Parts of both names, by their identity, that are likely one word which the tables do not have."""

    def __post_init__(self) -> None:
        self.paired = [token for pair in self.found.pairs for token in (*pair.left, *pair.right)]
        self.concepts = frozenset().union(*(token.concepts for token in self.paired))
        self.kinds = {token.kind for token in self.paired}

    def says_a_field(self) -> bool:
        """Whether the names share what a thing is, and a field."""
        return TokenKind.BODY in self.kinds and self._says_much(1)

    def weigh(self, mine: _Side, other: _Side) -> None:
        """Adds what only `mine` says."""
        parent = self._tells_parent(mine)
        translated = mine.language.partition("-")[0] != other.language.partition("-")[0]
        for token in mine.rest:
            weight = token.kind.weight * (_LIGHT_WEIGHT if token.concepts & LIGHT else 1)
            soft = token.aside or (
                token.kind.weight > TokenKind.FILLER.weight
                and self._matters_little(token, mine, other, parent=parent, translated=translated)
            )
            self.spare += weight * (_SOFT if soft else 1)

    def _tells_parent(self, mine: _Side) -> bool:
        """Whether what is left of a side tells whose part the thing is: a body that is not the name's head."""
        bodies = [token for token in mine.rest if token.kind is TokenKind.BODY and not token.aside]
        own = head(mine.tokens, mine.language)
        specific = {token.kind for token in self.paired if not token.concepts & LIGHT}
        specific -= {TokenKind.BODY, TokenKind.FILLER}
        return bool(bodies) and own is not None and own not in bodies and bool(specific)

    def _matters_little(self, token: Token, mine: _Side, other: _Side, *, parent: bool, translated: bool) -> bool:
        """Whether a part that only one name has may be left out; where it may not, sets the limit and says so."""
        kind, text, rivals = token.kind, token.text, other.rivals(token)
        if kind in (TokenKind.FIELD, TokenKind.SCOPE) and token.concepts & self.concepts:
            return True
        if id(token) in self.untold:
            self._object(
                _LIKELY,
                f"'{text}' may be another word than '{rivals[0].text}'" if rivals else f"only one says '{text}'",
            )
            return True
        if mine.language != other.language and not other.telling() and self._is_trade(token, mine):
            self._object(_LIKELY, f"only one says '{text}'")
            return True
        if _is_part(token) and (places := [mine for mine in other.rest if mine.places]):
            return self._object(_NAME, f"'{text}' against '{places[0].text}'")
        if token.places and countries(token):
            return self._is_country_known(token, other, parent=parent)
        if token.number:
            return self._object(_NUMBER, f"only one says '{text}'")
        if rivals and kind in _PROPER:
            return self._object(_NAME, f"'{text}' against '{rivals[0].text}'")
        office = self.concepts & _OFFICES and not self.concepts & _LEARNED
        if translated and token.concepts & LIGHT and not office and len(self.found.pairs) > 1:
            return False
        named = translated and any("named-after" in other.concepts for other in (*mine.tokens, *other.tokens))
        ranks = [rival for rival in rivals if not rival.concepts & _RANKS]
        if (
            token.concepts & _RANKS
            and (not rivals or (translated and not ranks))
            and (named or translated or self._is_specific())
        ):
            return True
        if (
            token.concepts & _FIRMS
            and not rivals
            and self.kinds & {TokenKind.NAME, TokenKind.ACRONYM, TokenKind.SYLLABLE}
        ):
            return True
        if translated and rivals and not parent and self._is_cousin(token, rivals):
            self._object(_LIKELY, f"'{text}' against '{rivals[0].text}'")
            return True
        if not translated and not rivals and self._is_tail(token, mine, other):
            self._object(_LIKELY, f"only one says '{text}'")
            return True
        if translated and not rivals and self._is_added(token, mine, other):
            self._object(_LIKELY, f"only one says '{text}'")
            return True
        if rivals and kind in _SAID and (not parent or kind is TokenKind.FIELD):
            return self._object(_WORD, f"'{text}' against '{rivals[0].text}'")
        if kind is TokenKind.ACRONYM:
            return self._may_differ(token, mine, other, rivals)
        if parent:
            return True
        if kind in (TokenKind.NAME, TokenKind.SYLLABLE) and mine.is_named_after(token) and self._is_placed():
            self.against.append(f"only one is named after '{text}'")
            return True
        if kind is TokenKind.NAME and self._is_given_name(token, mine):
            self.against.append(f"only one says '{text}'")
            return True
        heavy = [part for part in mine.telling() if not part.concepts & LIGHT]
        lax = translated and kind is TokenKind.FIELD and len(heavy) == 1 and not self.concepts & _OFFICES
        extra = not other.telling() and not self.concepts & _OFFICES and self._says_much(2 if translated else 3)
        limit = 1.0 if lax and self._is_specific() else _LIKELY if extra else _ONE_WORD
        return self._object(limit, f"only one says '{text}'")

    def _is_cousin(self, token: Token, rivals: Sequence[Token]) -> bool:
        """Whether a body and what the other name says instead are near, and the names share what tells enough."""
        body = token.kind is TokenKind.BODY
        groups = _COUSINS if body else _NEAR_FIELDS if token.kind is TokenKind.FIELD else ()
        near = any(token.concepts & each and rival.concepts & each for each in groups for rival in rivals[:1])
        enough = self._is_specific() or self._says_much()
        return near and len(rivals) == 1 and (enough if body else enough and TokenKind.BODY in self.kinds)

    def _is_trade(self, token: Token, mine: _Side) -> bool:
        """Whether a part is the place or the trade in the whole name of a Chinese firm: 北京快手科技有限公司."""
        named = {TokenKind.NAME, TokenKind.SYLLABLE} & self.kinds
        firm = mine.language.startswith("zh") and any(part.kind is TokenKind.LEGAL for part in mine.tokens)
        return bool(firm and named) and (bool(token.concepts & _TRADE) or (token.at == 0 and bool(token.places)))

    def _is_tail(self, token: Token, mine: _Side, other: _Side) -> bool:
        """Whether a name that says all that the other says, a proper name too, ends with one word more: its town."""
        whole = token.at == len(mine.tokens) - 1 and len(mine.telling()) == 1 and not other.telling()
        shared = {TokenKind.NAME, TokenKind.BODY} <= self.kinds
        return whole and shared and token.kind is TokenKind.NAME

    def _is_added(self, token: Token, mine: _Side, other: _Side) -> bool:
        """Whether a translation may have added a part: a committee to a fund, a trade to a college, a namesake."""
        if other.telling():
            return False
        bodies = frozenset().union(*(part.concepts for part in self.paired if part.kind is TokenKind.BODY))
        if token.concepts & _TRADES and all(part.concepts & _TRADES for part in mine.telling()):
            return bool(bodies & _COLLEGES) and "university" not in bodies and bool(_PROPER & self.kinds)
        if len(mine.telling()) > 1:
            return False
        if token.concepts & _ADDED and token.kind is TokenKind.BODY:
            return bool(bodies - _OFFICES) and (self._is_specific() or self._says_much())
        ranked = bool(self.kinds & {TokenKind.FIELD, TokenKind.SCOPE}) and TokenKind.BODY in self.kinds
        return token.kind is TokenKind.NAME and ranked and TokenKind.PLACE in self.kinds and "zh" not in other.language

    def _says_much(self, fields: int = 2) -> bool:
        """Whether the names share so many fields that a word which only one adds hardly makes another thing of it."""
        return sum(pair.left[0].kind is TokenKind.FIELD for pair in self.found.pairs) >= fields

    def _is_given_name(self, token: Token, mine: _Side) -> bool:
        """Whether a name stands just before one that both have: Andrei Sakharov, Sakharov."""
        after = [other for other in mine.tokens if other.at > token.at and other.kind is not TokenKind.FUNCTION]
        surname = next((other for other in after if other.kind is not TokenKind.NAME or other in self.paired), None)
        return surname is not None and surname.kind is TokenKind.NAME

    def _is_country_known(self, token: Token, other: _Side, *, parent: bool) -> bool:
        """A name need not say the country of its own language, nor that of a city in it."""
        told = frozenset(code for part in other.rest for code in countries(part))
        shared = frozenset(code for part in self.paired for code in countries(part))
        mine = countries(token)
        at_home = bool(mine & {home_of(other.language)}) and not _is_part(token)
        if mine & (told | shared) or (not told and (parent or at_home)):
            return True
        if told:
            return self._object(_COUNTRY, f"one is of {min(mine)}, the other of {min(told)}")
        if _is_part(token):
            return self._is_town_known(token, other)
        return self._object(_LIKELY if self._says_much() else _ONE_COUNTRY, f"only one says '{token.text}'")

    def _is_town_known(self, token: Token, other: _Side) -> bool:
        """A town or region matters little where the names share a proper name and the body, and no more is said."""
        told = bool(_PROPER & self.kinds) and TokenKind.BODY in self.kinds and not other.telling()
        self._object(_LIKELY if told else _ONE_WORD, f"only one says '{token.text}'")
        return told

    def _may_differ(self, token: Token, mine: _Side, other: _Side, rivals: Sequence[Token]) -> bool:
        """An acronym may differ between languages, and a name may leave out whose part a thing is."""
        reason = f"'{token.text}' against '{rivals[0].text}'" if rivals else f"only one says '{token.text}'"
        if rivals and mine.language == other.language:
            return self._object(_NUMBER, reason)
        if len(self.found.pairs) < 3:
            return self._object(_ONE_WORD, reason)
        self.against.append(reason)
        return True

    def _is_specific(self) -> bool:
        """Whether the names share a field and a proper name, so that a common word hardly tells two things apart."""
        return TokenKind.FIELD in self.kinds and bool(_PROPER & self.kinds)

    def _is_placed(self) -> bool:
        """Whether the names share a place, or so much that a namesake left out makes no other thing of it."""
        fields = [token for token in self.paired if token.kind is TokenKind.FIELD]
        return bool(_PROPER & self.kinds) or len(fields) >= 6

    def _object(self, limit: float, reason: str) -> bool:
        self.limit = min(self.limit, limit)
        if " against ".join(reversed(reason.split(" against "))) not in self.against:
            self.against.append(reason)
        return False


def _untold(left: _Side, right: _Side) -> frozenset[int]:
    """The parts left over in a Chinese name and in a translation, where each has one stretch of unknown words."""
    found: set[int] = set()
    for mine, theirs in ((left, right), (right, left)):
        ours, others = ([part for part in side.telling() if not part.concepts & LIGHT] for side in (mine, theirs))
        if not (mine.language.startswith("zh") and not theirs.language.startswith("zh")):
            continue
        spelled = [part for part in ours if part.kind is TokenKind.SYLLABLE]
        named = [part for part in others if part.kind is TokenKind.NAME and not syllables(fold(part.text))]
        unknown = len(spelled) == len(ours) and len(named) == len(others)
        if unknown and 1 <= len(named) <= 2 and 1 <= len(spelled) <= 4 and _in_a_row(spelled) and _in_a_row(named):
            found |= {id(part) for part in (*spelled, *named)}
    return frozenset(found)


def _in_a_row(parts: Sequence[Token]) -> bool:
    return parts[-1].at - parts[0].at == len(parts) - 1


def _is_part(token: Token) -> bool:
    """Whether a place is no whole country: a city, a region, a sea."""
    return bool(token.places) and not any(":" not in place and place.isupper() for place in token.places)


def _reasons(found: Alignment) -> tuple[str, ...]:
    by_why: dict[str, list[str]] = {}
    for pair in found.pairs:
        if pair.weight > _TELLING:
            said = " ".join(t.text for t in pair.left), " ".join(t.text for t in pair.right)
            by_why.setdefault(pair.why, []).append(said[0] if said[0] == said[1] else f"{said[0]} = {said[1]}")
    return tuple(f"{_SHOWN[why]}: {', '.join(said)}" for why, said in by_why.items())
