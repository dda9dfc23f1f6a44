"""Every measure in pixels, derived from one base: system font size times the user's text size."""

from __future__ import annotations

from dataclasses import dataclass

from ui.theme.tokens import Tokens

SMALLEST_TEXT, LARGEST_TEXT = 80, 200
STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
# Point size of an untouched desktop; anything above is the user asking the whole computer for larger text.
_PLAIN_POINTS = {"windows": 9.0}
_PLAIN_POINTS_ELSEWHERE = 11.0
_LARGEST_SYSTEM = 2.25


def system_factor(platform: str, points: float) -> float:
    """How much larger than usual the user has set text in the system, never below 1."""
    plain = _PLAIN_POINTS.get(platform, _PLAIN_POINTS_ELSEWHERE)
    return min(max(points / plain, 1.0), _LARGEST_SYSTEM)


def next_step(percent: int, direction: int) -> int:
    """The text size one step larger (+1) or smaller (-1)."""
    if direction > 0:
        return next((step for step in STEPS if step > percent), LARGEST_TEXT)
    return next((step for step in reversed(STEPS) if step < percent), SMALLEST_TEXT)


def air(factor: float) -> float:
    """How much larger the air between things is when text is `factor` times larger."""
    return 1 + (factor - 1) / 2


@dataclass(frozen=True, slots=True)
class Measures:
    """Text and what holds text grow with `factor`; the air between grows half as fast."""

    tokens: Tokens
    factor: float

    def text(self, style: str) -> int:
        return round(self.tokens.type[style][0] * self.factor)

    def weight(self, style: str) -> int:
        return self.tokens.type[style][1]

    def size(self, name: str) -> int:
        return round(self.tokens.size[name] * self.factor)

    def radius(self, name: str) -> int:
        return round(self.tokens.radius[name] * self._air)

    def line(self, name: str) -> int:
        return self.tokens.line[name]

    def gap(self, steps: float) -> int:
        return round(self.tokens.grid * steps * self._air)

    @property
    def _air(self) -> float:
        return air(self.factor)
