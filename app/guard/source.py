"""Where the guard's data lies: what came with the program, or what the municipality has put in its place."""

from __future__ import annotations

from pathlib import Path

import resources

BUILT_IN = resources.path("guard")
# What a whole set holds; a set of another shape is for another program.
FILES = (
    "cues.tsv",
    "encoder.bin",
    "fields.tsv",
    "lexicon.json",
    "model.bin",
    "names.txt",
    "ordinary.txt",
    "rewrites_da.json",
    "rules.json",
    "words_da.json",
    "words_en.json",
)
_now = BUILT_IN


def folder() -> Path:
    return _now


def use(place: Path) -> None:
    """From now on; to be said before the first text is read, since what was read once is kept."""
    global _now  # noqa: PLW0603 - one guard a process
    _now = place
