"""Which words of a text are asked about. Pure.

A word that begins with a capital is a name more often than a mistake, so it is left alone, as are numbers, codes and
addresses of the net.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GLUED = re.compile(r"[\w@/\\.:]*[\d@/\\_][\w@/\\.:]*|\w+\.\w+")
_SHORTEST = 2


def asked(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, word) of every word to be asked about, in code points."""
    skipped = [found.span() for found in _GLUED.finditer(text)]
    for found in _WORD.finditer(text):
        start, end = found.span()
        word = found[0]
        if len(word) < _SHORTEST or word[0].isupper():
            continue
        if any(first <= start and end <= last for first, last in skipped):
            continue
        yield start, end, word


def as_asked(text: str, start: int, end: int, word: str) -> str:
    """With the full stop that follows it: `kl.` is a word, `kl` is none, and at the end of a sentence it harms not."""
    del start
    return f"{word}." if text[end : end + 1] == "." else word
