"""What a correction changed, word by word, so that a reader need not compare two texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\w+|[^\w\s]")
_BETWEEN = 3  # changes with fewer words between them are told as one


@dataclass(frozen=True, slots=True)
class Change:
    """`before` became `after`; one of them is empty where words were only added or only taken away."""

    before: str
    after: str


def changes(before: str, after: str) -> tuple[Change, ...]:
    """In the order of the text; nothing when only the space between words differs."""
    old, new = list(_WORDS.finditer(before)), list(_WORDS.finditer(after))
    match = SequenceMatcher(None, [m[0] for m in old], [m[0] for m in new], autojunk=False)
    spans: list[tuple[int, int, int, int]] = []
    for what, a, b, c, d in match.get_opcodes():
        if what == "equal":
            continue
        if spans and a - spans[-1][1] < _BETWEEN:
            spans[-1] = (spans[-1][0], b, spans[-1][2], d)
        else:
            spans.append((a, b, c, d))
    return tuple(Change(_cut(before, old, a, b), _cut(after, new, c, d)) for a, b, c, d in spans)


def _cut(text: str, words: list[re.Match[str]], first: int, past: int) -> str:
    """As it stands in the text, on one line."""
    return " ".join(text[words[first].start() : words[past - 1].end()].split()) if past > first else ""
