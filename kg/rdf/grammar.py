"""Where a query leaves the grammar of SPARQL 1.1 (section 19.8), and what could stand there instead.

The store's own parser says whether a query is right; but it often stops far behind the mistake. This grammar is only
asked of a query that was refused. It is the recommendation's, shortened, and it accepts a little more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.rdf.tokens import Kind, Token

# A rule a line. 'X' is a keyword or a sign, NAME a kind of token, anything else a rule; ( ) | ? * + as everywhere.
# The first alternative that fits is taken, so that a longer one stands before a shorter one.
_GRAMMAR = """
Query = Prologue (Select | Construct | Describe | Ask) InlineData?
Prologue = ('BASE' IRI | 'PREFIX' NAMESPACE IRI)*
Select = SelectClause Dataset* Where Modifiers
SubSelect = SelectClause Where Modifiers InlineData?
SelectClause = 'SELECT' ('DISTINCT' | 'REDUCED')? ('*' | (VARIABLE | '(' Expression 'AS' VARIABLE ')')+)
Construct = 'CONSTRUCT' (Template Dataset* Where Modifiers | Dataset* 'WHERE' Template Modifiers)
Template = '{' Triples? '}'
Describe = 'DESCRIBE' ('*' | VarOrIri+) Dataset* Where? Modifiers
Ask = 'ASK' Dataset* Where Modifiers
Dataset = 'FROM' 'NAMED'? Iri
Where = 'WHERE'? Group
Modifiers = GroupBy? Having? OrderBy? ('LIMIT' NUMBER)? ('OFFSET' NUMBER)? ('LIMIT' NUMBER)?
GroupBy = 'GROUP' 'BY' (VARIABLE | '(' Expression ('AS' VARIABLE)? ')' | BuiltIn | Call)+
Having = 'HAVING' Constraint+
OrderBy = 'ORDER' 'BY' (VARIABLE | ('ASC' | 'DESC') '(' Expression ')' | Constraint)+
InlineData = 'VALUES' DataBlock
Group = '{' (SubSelect | GroupPattern) '}'
GroupPattern = Triples? (NotTriples '.'? Triples?)*
Triples = SameSubject ('.' SameSubject)* '.'?
NotTriples = Optional | Minus | Graph | Service | Filter | Bind | InlineData | Union
Optional = 'OPTIONAL' Group
Minus = 'MINUS' Group
Graph = 'GRAPH' VarOrIri Group
Service = 'SERVICE' 'SILENT'? VarOrIri Group
Filter = 'FILTER' Constraint
Bind = 'BIND' '(' Expression 'AS' VARIABLE ')'
Union = Group ('UNION' Group)*
DataBlock = VARIABLE '{' DataValue* '}' | '(' VARIABLE* ')' '{' ('(' DataValue* ')')* '}'
DataValue = Iri | Literal | 'UNDEF'
Constraint = '(' Expression ')' | BuiltIn | Call
Call = Iri Arguments
Arguments = '(' ')' | '(' 'DISTINCT'? Expression (',' Expression)* ')'
List = '(' ')' | '(' Expression (',' Expression)* ')'
SameSubject = Nested PropertyList? | VarOrTerm PropertyList
PropertyList = Verb ObjectList (';' (Verb ObjectList)?)*
Verb = VARIABLE | Path
ObjectList = Node (',' Node)*
Path = Sequence ('|' Sequence)*
Sequence = Step ('/' Step)*
Step = '^'? PathPrimary ('?' | '*' | '+')?
PathPrimary = Iri | 'a' | '!' Negated | '(' Path ')'
Negated = OneWay | '(' (OneWay ('|' OneWay)*)? ')'
OneWay = '^'? (Iri | 'a')
Node = Nested | VarOrTerm
Nested = '[' PropertyList ']' | '(' Node+ ')'
VarOrTerm = VARIABLE | Iri | Literal | BLANK | '[' ']' | '(' ')'
VarOrIri = VARIABLE | Iri
Iri = IRI | NAME | NAMESPACE
Expression = Both ('||' Both)*
Both = Compared ('&&' Compared)*
Compared = Sum (('=' | '!=' | '<=' | '>=' | '<' | '>') Sum | 'NOT'? 'IN' List)?
Sum = Product (('+' | '-') Product)*
Product = Unary (('*' | '/') Unary)*
Unary = ('!' | '+' | '-')? Primary
Primary = '(' Expression ')' | BuiltIn | Iri Arguments? | Literal | VARIABLE
BuiltIn = 'COUNT' '(' 'DISTINCT'? ('*' | Expression) ')' | GroupConcat | Aggregate | Exists | FUNCTION List
GroupConcat = 'GROUP_CONCAT' '(' 'DISTINCT'? Expression (';' 'SEPARATOR' '=' TEXT)? ')'
Aggregate = ('SUM' | 'MIN' | 'MAX' | 'AVG' | 'SAMPLE') '(' 'DISTINCT'? Expression ')'
Exists = 'NOT' 'EXISTS' Group | 'EXISTS' Group
Literal = TEXT (LANGUAGE | '^^' Iri)? | ('+' | '-')? NUMBER | 'TRUE' | 'FALSE'
"""
_FUNCTIONS = """
    STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE
    ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW
    UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL
    ISNUMERIC REGEX SUBSTR REPLACE TRIPLE SUBJECT PREDICATE OBJECT ISTRIPLE
"""
FUNCTIONS = frozenset(_FUNCTIONS.split())
_PIECE = re.compile(r"'[^']+'|\w+|[()|?*+]")


@dataclass(frozen=True)
class Departure:
    """The first token that the grammar does not allow (END after the last), and what it allows there.

    `expected` holds keywords and signs as they are written, and the names of kinds of tokens.
    """

    index: int
    expected: frozenset[str]


@dataclass(frozen=True)
class _Part:
    """A piece of a rule: a word or rule (by its `name`), all or any of its parts, or how often its one part comes."""

    kind: str
    name: str = ""
    parts: tuple[_Part, ...] = ()


class _Reader:
    """Reads one line of the grammar."""

    def __init__(self, text: str) -> None:
        self._pieces = _PIECE.findall(text)
        self._place = 0

    def choice(self) -> _Part:
        """Alternatives up to a closing bracket or the end."""
        options = [self._sequence()]
        while self._peek() == "|":
            self._place += 1
            options.append(self._sequence())
        return options[0] if len(options) == 1 else _Part("any", parts=tuple(options))

    def _sequence(self) -> _Part:
        parts = []
        while self._peek() not in ("", "|", ")"):
            parts.append(self._repeated())
        return _Part("all", parts=tuple(parts))

    def _repeated(self) -> _Part:
        piece = self._pieces[self._place]
        self._place += 1
        if piece == "(":
            part = self.choice()
            self._place += 1
        else:
            part = _Part("word" if piece.startswith("'") or piece.isupper() else "rule", piece.strip("'"))
        if self._peek() in ("?", "*", "+"):
            self._place += 1
            return _Part(self._pieces[self._place - 1], parts=(part,))
        return part

    def _peek(self) -> str:
        return self._pieces[self._place] if self._place < len(self._pieces) else ""


@cache
def _rules() -> dict[str, _Part]:
    lines = (line.partition(" = ") for line in _GRAMMAR.strip().splitlines())
    return {name: _Reader(text).choice() for name, _, text in lines}


class _Recogniser:
    """Takes the first alternative that fits, and remembers the farthest token at which none did."""

    def __init__(self, given: Sequence[Token]) -> None:
        self._tokens = given
        self.farthest = 0
        self.expected: set[str] = set()
        self._known: dict[tuple[str, int], int | None] = {}

    def match(self, part: _Part, at: int) -> int | None:
        """The place after what a part takes from a place on; None where it takes nothing."""
        if part.kind == "word":
            return self._word(part.name, at)
        if part.kind == "rule":
            return self._rule(part.name, at)
        if part.kind == "all":
            place: int | None = at
            for inner in part.parts:
                place = self.match(inner, place) if place is not None else None
            return place
        if part.kind == "any":
            found = (self.match(inner, at) for inner in part.parts)
            return next((place for place in found if place is not None), None)
        return self._several(part.kind, part.parts[0], at)

    def _several(self, kind: str, part: _Part, at: int) -> int | None:
        place = self.match(part, at)
        if place is None:
            return None if kind == "+" else at
        while kind != "?":
            after = self.match(part, place)
            if after is None or after == place:
                return place
            place = after
        return place

    def _rule(self, name: str, at: int) -> int | None:
        if (name, at) not in self._known:
            self._known[name, at] = self.match(_rules()[name], at)
        return self._known[name, at]

    def _word(self, word: str, at: int) -> int | None:
        if at < len(self._tokens) and _fits(self._tokens[at], word):
            return at + 1
        if at > self.farthest:
            self.farthest, self.expected = at, set()
        if at == self.farthest:
            self.expected.add(word)
        return None


def _fits(token: Token, word: str) -> bool:
    if word == "a":
        return token.text == "a"
    if word == "FUNCTION":
        return token.kind is Kind.WORD and token.text.upper() in FUNCTIONS
    if word in Kind.__members__:
        return token.kind is Kind[word]
    return token.kind in (Kind.WORD, Kind.SIGN) and token.text.upper() == word


def departure(given: Sequence[Token]) -> Departure | None:
    """Where the tokens of a query leave the grammar; None where they do not, or are nested too deep to tell."""
    recogniser = _Recogniser(given)
    try:
        place = recogniser.match(_Part("rule", "Query"), 0)
    except RecursionError:
        return None
    if place == len(given):
        return None
    if place is not None and place >= recogniser.farthest:  # a whole query, and then more
        return Departure(place, frozenset(recogniser.expected) if place == recogniser.farthest else frozenset())
    return Departure(recogniser.farthest, frozenset(recogniser.expected))
