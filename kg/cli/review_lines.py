"""A field asked on a line, with what may stand in it offered by Tab; plain lines where there is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from kg.facts.model import NameRank, Status
from kg.facts.names.folding import fold
from kg.facts.schema import PropertyUse
from kg.review.session import Session

_MOST = 12
_EMPTY = "-"
Asker = Callable[[str, str, str], str]
"""Asks a field by its name, label and value; gives its new value."""


def line_asker(session: Session, *, plain: bool) -> Asker:
    """Asks on the terminal with completion, or reads lines of stdin."""
    if plain:
        return _ask_plainly
    return _asker_with_completion(session)


def _ask_plainly(name: str, label: str, text: str) -> str:
    print(f"  {label} [{text}]: ", end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return _value(line.strip(), text)


def _value(line: str, before: str) -> str:
    """An empty line keeps what was there; a single hyphen empties it."""
    return "" if line == _EMPTY else line or before


def _asker_with_completion(session: Session) -> Asker:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    offers, keys, asked = Offered(session), KeyBindings(), [""]
    is_saved = [False]

    @keys.add("escape", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    @keys.add("c-s")
    def _(event: KeyPressEvent) -> None:
        is_saved[0] = True
        event.app.exit(result=event.app.current_buffer.text)

    @keys.add("tab")
    def _(event: KeyPressEvent) -> None:
        buffer = event.app.current_buffer
        found = list(islice(offers.of(asked[0], buffer.text), 2))
        if len(found) == 1:  # at once, for those who type on
            buffer.text, buffer.cursor_position = found[0][0], len(found[0][0])
        elif buffer.complete_state:
            buffer.complete_next()
        else:
            buffer.start_completion(select_first=False)

    class Offers(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
            for text, what in islice(offers.of(asked[0], document.text), _MOST):
                yield Completion(text, start_position=-len(document.text), display_meta=what)

    prompts: PromptSession[str] = PromptSession(key_bindings=keys, completer=Offers(), complete_while_typing=False)

    def ask(name: str, label: str, text: str) -> str:
        if is_saved[0]:
            return text
        asked[0] = name
        answer = prompts.prompt(f"  {label}: ", default=text).strip()
        return "" if answer == _EMPTY else answer

    return ask


class Offered:
    """What may stand in a field, by what was typed so far: ids by id or by any name, terms by their names."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, name: str, typed: str) -> Iterator[tuple[str, str]]:
        """Values that fit, each with what it is."""
        schema, base = self._session.schema, name.split(" ")[0]
        if base == "predicate":
            yield from _beginning(typed, schema.names_of(PropertyUse.RELATION, PropertyUse.FIGURE))
        elif base == "class":
            yield from _beginning(typed, schema.entity_classes())
        elif base == "status":
            yield from _beginning(typed, [status.value for status in Status])
        elif base == "rank":
            yield from _beginning(typed, [rank.value for rank in NameRank])
        elif base == "dating":
            yield from _beginning(typed, ["derived"])
        elif base in ("id", "subject", "object", "entity", "kind") or self._is_thing(base):
            yield from self._things(typed, kinds_only=base == "kind")

    def _is_thing(self, base: str) -> bool:
        property_ = self._session.schema.properties.get(base)
        return property_ is not None and property_.is_object_property

    def _things(self, typed: str, *, kinds_only: bool) -> Iterator[tuple[str, str]]:
        folded = fold(typed)
        entities = self._session.holdings.entities
        for key in sorted(entities):
            entity = entities[key]
            if kinds_only and not self._session.schema.is_a(entity.class_name, "Kind"):
                continue
            found = next((name.text for name in entity.names if folded and f" {folded}" in f" {fold(name.text)}"), "")
            if key.startswith(typed) or found:
                yield key, found or (entity.names[0].text if entity.names else entity.class_name)


def _beginning(typed: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    lower = typed.casefold()
    listed = list(values)
    yield from ((value, "") for value in listed if value.casefold().startswith(lower))
    yield from ((v, "") for v in listed if lower and lower in v.casefold() and not v.casefold().startswith(lower))
