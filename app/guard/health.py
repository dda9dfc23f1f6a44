"""What the guard stands on right now: its data's versions and whether the model could be read."""

from __future__ import annotations

from dataclasses import dataclass

from app.guard.lexicon import rules_version


@dataclass(frozen=True, slots=True)
class Health:
    """`model` False: the rules go on alone, stricter."""

    model: bool
    rules_version: str
    model_version: str | None


def health() -> Health:
    return Health(model=False, rules_version=rules_version(), model_version=None)
