"""What the guard stands on right now: its data's versions and whether the model could be read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from app.guard import model
from app.guard.lexicon import folder, rules_version


@dataclass(frozen=True, slots=True)
class Health:
    """`model` False: the rules go on alone, stricter."""

    model: bool
    rules_version: str
    model_version: str | None


def health() -> Health:
    loaded = model.load()
    return Health(loaded is not None, rules_version(), loaded.version if loaded else None)


def words(language: str) -> dict[str, dict[str, str]]:
    """Title, why and hint of each category, in "da" or "en"; data, since only `ui` has sentences of its own."""
    loaded: dict[str, dict[str, str]] = json.loads(
        (folder() / f"words_{language}.json").read_text(encoding="utf-8")
    )
    return loaded
