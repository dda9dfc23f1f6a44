"""What the guard stands on right now: its data's versions and whether its models could be read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from app.guard import encoder, model
from app.guard.lexicon import folder, rules_version


@dataclass(frozen=True, slots=True)
class Health:
    """`model` False: one of the two models is missing or damaged; the rules go on with what is left, stricter.

    `model_version`: both versions, or that of the one that is left.
    """

    model: bool
    rules_version: str
    model_version: str | None


def health() -> Health:
    loaded = (model.load(), encoder.load())
    versions = "+".join(one.version for one in loaded if one is not None)
    return Health(all(loaded), rules_version(), versions or None)


def words(language: str) -> dict[str, dict[str, str]]:
    """Title, why and hint of each category, in "da" or "en"; data, since only `ui` has sentences of its own."""
    loaded: dict[str, dict[str, str]] = json.loads(
        (folder() / f"words_{language}.json").read_text(encoding="utf-8")
    )
    return loaded
