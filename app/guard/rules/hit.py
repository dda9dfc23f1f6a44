"""What a rule saw, before anybody decided what it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """`start`/`end` are places in the reading. `strength`: "sure" stands alone, "word" needs its context,
    "cue" only helps others."""

    start: int
    end: int
    category: str
    level: str
    rule: str
    strength: str = "word"
