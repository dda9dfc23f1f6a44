"""Tokens to palette and style sheet; fonts and icons."""

from ui.theme.measures import air
from ui.theme.theme import ARGUMENTS, Theme, install, theme

__all__ = ["ARGUMENTS", "Theme", "air", "install", "theme"]
