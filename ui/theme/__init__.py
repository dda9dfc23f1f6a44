"""Tokens to palette and style sheet; fonts and icons."""

from ui.theme.measures import air
from ui.theme.theme import Theme, install, theme

__all__ = ["Theme", "air", "install", "theme"]
