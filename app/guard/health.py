"""What the guard stands on right now: its data's versions and whether its models could be read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache

from app import __version__
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


def version() -> str:
    """One digest of everything an answer depends on: two guards of one version answer alike to every text.

    Empty while a model is missing: such a guard vouches for nothing.
    """
    return files_version() if model.load() is not None and encoder.load() is not None else ""


@lru_cache(maxsize=1)
def files_version() -> str:
    """As `version`, for who only compares and loads no model."""
    found = hashlib.sha256(__version__.encode())
    for path in sorted(folder().rglob("*")):
        if path.is_file() and not path.name.startswith(("README", "words_")):
            found.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def words(language: str) -> dict[str, dict[str, str]]:
    """Title, why and hint of each category, in "da" or "en"; data, since only `ui` has sentences of its own."""
    loaded: dict[str, dict[str, str]] = json.loads(
        (folder() / f"words_{language}.json").read_text(encoding="utf-8")
    )
    return loaded
