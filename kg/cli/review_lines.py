"""A field asked on a line, with what may stand in it offered by Tab; plain lines where there is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from kg.review.offers import Offers

_EMPTY = "-"
Asker = Callable[[str, str, str], str]
"""Asks a field by its name, label and value; gives its new value."""


def line_asker(offers: Offers, *, plain: bool) -> Asker:
    """Asks on the terminal with completion, or reads lines of stdin."""
    if plain:
        return _ask_plainly
    return _asker_with_completion(offers)


def _ask_plainly(name: str, label: str, text: str) -> str:
    print(f"  {label} [{text}]: ", end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return _value(line.strip(), text)


def _value(line: str, before: str) -> str:
    """An empty line keeps what was there; a single hyphen empties it."""
    return "" if line == _EMPTY else line or before


def _asker_with_completion(offers: Offers) -> Asker:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    keys, asked = KeyBindings(), [""]
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
        found = offers.of(asked[0], buffer.text)
        if len(found) == 1:  # at once, for those who type on
            buffer.text, buffer.cursor_position = found[0].value, len(found[0].value)
        elif buffer.complete_state:
            buffer.complete_next()
        else:
            buffer.start_completion(select_first=False)

    class Completions(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
            for offer in offers.of(asked[0], document.text):
                told = " · ".join(filter(None, (offer.name, offer.what)))
                yield Completion(offer.value, start_position=-len(document.text), display_meta=told)

    prompts: PromptSession[str] = PromptSession(key_bindings=keys, completer=Completions(), complete_while_typing=False)

    def toolbar() -> str:
        return f" {offers.told(asked[0], prompts.default_buffer.text.strip())}"

    def ask(name: str, label: str, text: str) -> str:
        if is_saved[0]:
            return text
        asked[0] = name
        answer = prompts.prompt(f"  {label}: ", default=text, bottom_toolbar=toolbar).strip()
        return "" if answer == _EMPTY else answer

    return ask
