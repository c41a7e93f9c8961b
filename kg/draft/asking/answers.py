"""What a server answered, and what became of all requests of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Answer:
    """The words of a model; tokens are None where the server does not count them."""

    content: str
    finish: str
    """Why it ended: stop; length where it was cut off."""
    tokens_in: int | None
    tokens_out: int | None
    seconds: float

    @property
    def is_cut(self) -> bool:
        """Whether it ended because it had grown too long."""
        return self.finish == "length"


class ModelError(Exception):
    """A request that got no answer of use; the text says why."""


@dataclass
class Usage:
    """What a run asked and what it took; answers from the cache took nothing."""

    asked: int = 0
    cached: int = 0
    failed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    uncounted: int = 0
    """Answers whose tokens the server did not count."""
    seconds: float = 0.0
    kept_seconds: float = field(default=0.0)
    """What the answers from the cache had taken when they were asked."""

    def add(self, answer: Answer) -> None:
        """Counts an answer that was asked for."""
        self.asked += 1
        self.seconds += answer.seconds
        if answer.tokens_in is None or answer.tokens_out is None:
            self.uncounted += 1
        self.tokens_in += answer.tokens_in or 0
        self.tokens_out += answer.tokens_out or 0

    def add_cached(self, answer: Answer) -> None:
        """Counts one that was kept."""
        self.cached += 1
        self.kept_seconds += answer.seconds

    def cost(self, input_price: Decimal, output_price: Decimal) -> Decimal:
        """What the counted tokens cost, at prices for a million of each."""
        return (self.tokens_in * input_price + self.tokens_out * output_price) / 1_000_000


def tokens(value: object) -> int | None:
    """A count of tokens as a server told it; None where it is none that can be."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9:
        return value
    return None
