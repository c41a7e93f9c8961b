"""What is wrong with a query that cannot be read: each mistake with its place, and what would mend it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.facts.problems import nearest
from kg.rdf.grammar import FUNCTIONS, departure
from kg.rdf.tokens import Kind, Token, tokens
from kg.rdf.vocabulary import PREFIXES

_PARSER = re.compile(r"error at (\d+):(\d+)")
_CLOSING = {"{": "}", "(": ")", "[": "]"}
_TERMS = (Kind.IRI, Kind.NAME, Kind.NAMESPACE)
_MOST_EXPECTED = 4
_LOOK = "Look whether a variable is given a value twice, a row of VALUES is too short, or an IRI not whole."
_WIDTH = 100
_MOST_TOLD = 10
_LONGEST = 200_000


@dataclass(frozen=True, order=True)
class Mistake:
    """A mistake in a query; line and column count from 1, `length` is that of the offending text."""

    line: int
    column: int
    length: int
    text: str
    fix: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.text}. {self.fix}"


def find_mistakes(query: str, said: str) -> tuple[Mistake, ...]:
    """The mistakes of a query that the store refused with the words `said`, in order; at least one.

    Texts and IRIs that never end hide what follows, so that nothing else is looked for then. No more than 10 are told.
    """
    given = list(tokens(query))
    found = list(itertools.islice(_unreadable(query, given), _MOST_TOLD))
    if not found and len(query) <= _LONGEST:
        found = [*_prefixes(query, given), *_departures(query, given)]
    return tuple(sorted(set(found or [_sense(query, given, said)])))[:_MOST_TOLD]


def tell(query: str, mistakes: Iterable[Mistake]) -> str:
    """Mistakes with the lines that they are in, and marks under the places."""
    lines = query.splitlines() or [""]
    told = []
    for item in mistakes:
        shown = lines[item.line - 1] if item.line <= len(lines) else ""
        start = max(0, item.column - 60)
        piece = shown[start : start + _WIDTH].replace("\t", " ")
        before = item.column - 1 - start
        mark = "^" * max(1, min(item.length, len(piece) - before))
        told.append(f"error at {item}\n  {piece}\n  {' ' * before}{mark}")
    return "\n".join(told)


def _mistake(query: str, token: Token, text: str, fix: str) -> Mistake:
    line = query.count("\n", 0, token.start) + 1
    column = token.start - (query.rfind("\n", 0, token.start) + 1) + 1
    return Mistake(line, column, len(token.text.splitlines()[0]) if token.text else 1, text, fix)


def _unreadable(query: str, given: Sequence[Token]) -> Iterator[Mistake]:
    """What is no token at all."""
    for token in given:
        if token.kind is Kind.OPEN_TEXT:
            mark = token.text[:3] if token.text[:3] in ('"' * 3, "'" * 3) else token.text[0]
            yield _mistake(query, token, "this text is never closed", f"End it with {mark}")
            return
        if token.kind is Kind.OPEN_IRI:
            yield _mistake(query, token, "this IRI is never closed", "End it with > and leave no blank in it.")
            return
        if token.kind is Kind.BARE_IRI:
            yield _mistake(query, token, "an IRI stands in angle brackets", f"Write <{token.text}>.")
        if token.kind is Kind.STRAY:
            yield _mistake(query, token, f"'{token.text}' is no sign of SPARQL", "Leave it out.")


def _prefixes(query: str, given: Sequence[Token]) -> Iterator[Mistake]:
    """Each prefix that is used and not declared, where it is first used."""
    known = dict(PREFIXES)
    pairs = enumerate(itertools.pairwise(given))
    declaring = {index for index, (name, iri) in pairs if name.kind is Kind.NAMESPACE and iri.kind is Kind.IRI}
    known |= {given[index].text.rstrip(":"): "" for index in declaring}
    told: set[str] = set()
    for index, token in enumerate(given):
        if token.kind not in (Kind.NAME, Kind.NAMESPACE) or index in declaring:
            continue
        prefix = token.text.partition(":")[0]
        if prefix not in known and prefix not in told:
            told.add(prefix)
            shown = Token(token.kind, f"{prefix}:", token.start)
            yield _mistake(query, shown, f"the prefix '{prefix}:' is not declared", _declare(prefix, known))


def _declare(prefix: str, known: Mapping[str, str]) -> str:
    otherwise = f"Begin the query with: PREFIX {prefix}: <http://…>"
    return nearest(prefix, known, otherwise).replace("'?", ":'?") if prefix else otherwise


def _departures(query: str, given: Sequence[Token]) -> Iterator[Mistake]:
    """Brackets that do not match, else the first token that the grammar does not allow."""
    found = departure(given)
    if found is None:
        open_, wrong = _brackets(given)
        if open_ and wrong is None:  # nested too deep for the grammar to tell more
            yield _mistake(query, open_[-1], f"this '{open_[-1].text}' is never closed", _closing(open_[-1]))
        return
    open_, wrong = _brackets(given[: found.index + 1])
    if found.index >= len(given):
        if open_:
            yield _mistake(query, open_[-1], f"this '{open_[-1].text}' is never closed", _closing(open_[-1]))
            return
        end = Token(Kind.END, "", len(query.rstrip()))
        yield _mistake(query, end, "the query ends too early", _expected(found.expected))
        return
    token, before = given[found.index], given[found.index - 1] if found.index else None
    if wrong is not None:
        token = wrong
    elif token.text in _CLOSING.values():
        open_ = [*open_, token]
    yield _explained(query, token, before, found.expected, open_)


def _closing(bracket: Token) -> str:
    return f"Add '{_CLOSING[bracket.text]}'."


def _brackets(given: Sequence[Token]) -> tuple[list[Token], Token | None]:
    """The brackets that are open at the end, or before the first closing one that does not fit, and that one."""
    open_: list[Token] = []
    for token in given:
        if token.kind is Kind.SIGN and token.text in _CLOSING:
            open_.append(token)
        elif token.kind is Kind.SIGN and token.text in _CLOSING.values():
            if not open_ or _CLOSING[open_[-1].text] != token.text:
                return open_, token
            open_.pop()
    return open_, None


def _explained(
    query: str, token: Token, before: Token | None, expected: frozenset[str], open_: Sequence[Token]
) -> Mistake:
    shown = token.text
    if shown in _CLOSING.values() and token not in open_:
        if not open_:
            return _mistake(query, token, f"this '{shown}' closes nothing", "Leave it out.")
        bracket = open_[-1]
        return _mistake(query, bracket, f"this '{bracket.text}' is never closed", _closing(bracket))
    if shown == ",":
        return _mistake(query, token, "a comma cannot stand here", "Leave it out.")
    if before is not None and before.text in (",", "&&", "||") and shown in _CLOSING.values():
        return _mistake(query, before, f"nothing follows this '{before.text}'", "Leave it out.")
    if shown == "=" and before is not None and before.text == "=":
        return _mistake(query, before, "'==' is no sign of SPARQL", "Write = once.")
    if shown in _CLOSING.values() and {"NAME", "TEXT"} <= expected:
        return _mistake(query, token, f"a value is missing before '{shown}'", "Write a term, a variable or a text.")
    if expected == {"NAMESPACE"}:
        return _mistake(query, token, f"'{shown}' is no prefix", f"Write it with its colon: {shown}: <http://…>")
    if before is not None and before.text.upper() == "FILTER" and token.kind is not Kind.WORD:
        return _mistake(query, token, f"'{shown}' cannot stand here", "Put the condition in brackets: FILTER(…)")
    if "." in expected and ";" in expected and token.kind in (*_TERMS, Kind.VARIABLE):
        return _mistake(query, token, f"'{shown}' cannot stand here", "Write . or ; before it.")
    if token.kind is Kind.VARIABLE and "AS" in expected:
        return _mistake(query, token, f"'{shown}' cannot stand here", f"Write AS before it: AS {shown}")
    if token.kind is Kind.WORD:
        return _word(query, token, before, expected)
    return _mistake(query, token, f"'{shown}' cannot stand here", _expected(expected))


def _word(query: str, token: Token, before: Token | None, expected: frozenset[str]) -> Mistake:
    """A word that is misspelt, lacks its prefix or question mark, or stands where it must not."""
    shown = token.text
    words = {word for word in expected if word.isalpha() and word not in Kind.__members__ and word != "FUNCTION"}
    if "FUNCTION" in expected:
        words |= FUNCTIONS
    said = nearest(shown.upper(), words, "")
    if said:
        return _mistake(query, token, f"'{shown}' is no word that can stand here", said)
    if shown.upper() in (*FUNCTIONS, "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"):
        if "VARIABLE" in expected:
            fix = f"Write it in brackets, with a name: ({shown.upper()}(…) AS ?name)"
            return _mistake(query, token, f"'{shown}' cannot stand here", fix)
    elif "VARIABLE" in expected or "NAME" in expected:
        ways = [f"a variable is ?{shown}"] if "VARIABLE" in expected else []
        ways += [f"a term kg:{shown}", f'a text "{shown}"'] if "NAME" in expected else []
        return _mistake(query, token, f"'{shown}' is neither a variable nor a term", f"Write it so: {', '.join(ways)}.")
    return _mistake(query, token, f"'{shown}' cannot stand here", _expected(expected))


def _expected(expected: frozenset[str]) -> str:
    """What could stand there instead, where that is little enough to help."""
    kinds = {Kind.NAME if Kind[word] in _TERMS else Kind[word] for word in expected if word in Kind.__members__}
    words = {f"'{word}'" for word in expected - {"FUNCTION"} if word not in Kind.__members__}
    named = sorted({kind.value for kind in kinds} | words)
    for brackets in ("'{'", "'('"):
        if brackets in named and len(named) <= _MOST_EXPECTED:
            return f"Write {brackets[1]} before it."
    if not named or len(named) > _MOST_EXPECTED:
        return "Look at what stands before it."
    return f"Expected: {' or '.join(named)}."


def _sense(query: str, given: Sequence[Token], said: str) -> Mistake:
    """A query that is grammatical and still means nothing, as far as the store's parser says why."""
    place = _PARSER.match(said)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    for words, find, text, fix in _SENSE:
        if words not in said:
            continue
        token = find(_selected(given), given)
        if token is None:
            return Mistake(line, column, 1, f"a variable of SELECT {text}", fix)
        return _mistake(query, token, f"{token.text} {text}", fix)
    if "IRI parsing failed" in said:
        text, fix = "an IRI is not whole", "Write it in full: <http://…>, or with a prefix."
        token = next((token for token in given if token.kind is Kind.IRI and ":" not in token.text), None)
        return _mistake(query, token, text, fix) if token else Mistake(line, column, 1, text, fix)
    start = sum(len(shown) + 1 for shown in query.split("\n")[: line - 1]) + column - 1
    before = [token for token in given if token.start < start]
    if not before:
        return Mistake(line, column, 1, "the query is empty", "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE.")
    text = f"the query makes no sense up to '{before[-1].text}'"
    return _mistake(query, before[-1], text, _LOOK)


def _selected(given: Sequence[Token]) -> list[Token]:
    """The variables and the star of the first SELECT; what is computed in brackets is left out."""
    words = [token.text.upper() for token in given]
    depth, found = 0, []
    for token in given[words.index("SELECT") + 1 if "SELECT" in words else len(words) :]:
        if token.text == "{" or token.text.upper() in ("WHERE", "FROM"):
            break
        depth += (token.text == "(") - (token.text == ")")
        if not depth and (token.kind is Kind.VARIABLE or token.text == "*"):
            found.append(token)
    return found


def _ungrouped(selected: Sequence[Token], given: Sequence[Token]) -> Token | None:
    """The first selected variable that GROUP BY does not name."""
    words = [token.text.upper() for token in given]
    after = given[words.index("GROUP") :] if "GROUP" in words else []
    grouped = {token.text for token in after if token.kind is Kind.VARIABLE}
    return next((token for token in selected if token.text not in grouped), None)


def _star(selected: Sequence[Token], given: Sequence[Token]) -> Token | None:
    return next((token for token in selected if token.text == "*"), None)


def _doubled(selected: Sequence[Token], given: Sequence[Token]) -> Token | None:
    """The first selected variable that was selected before."""
    texts = [token.text for token in selected]
    return next((token for place, token in enumerate(selected) if token.text in texts[:place]), None)


# What the store's parser says of a query that is grammatical and still means nothing; which token it is about, and what
# a person needs to hear of it.
_SENSE = (
    (
        "The SELECT contains a variable that is unbound",
        _ungrouped,
        "is neither grouped nor computed",
        "Add it to GROUP BY.",
    ),
    ("SELECT * is not authorized with GROUP BY", _star, "cannot be grouped", "Name the variables."),
    ("Duplicated variable name in SELECT", _doubled, "stands in SELECT twice", "Leave one out."),
)
