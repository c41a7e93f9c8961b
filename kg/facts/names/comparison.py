"""What a comparison of two names or things comes to."""

from __future__ import annotations

from dataclasses import dataclass

SAME = 0.8
"""From this score on, two names are taken for names of one thing."""


@dataclass(frozen=True)
class Comparison:
    """How likely two are one (0 to 1), why, and what speaks against it."""

    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether it is enough to take them for one."""
        return self.score >= SAME
