"""Tokens to palette and style sheet; fonts and icons."""
