"""Files that travel with the program."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parent


def path(name: str) -> Path:
    """The file `name` (with forward slashes, as in "theme/tokens.json") of this folder."""
    return _ROOT / name
