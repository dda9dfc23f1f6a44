"""The consultant's words: frozen dataclasses and the rules that need no database."""
