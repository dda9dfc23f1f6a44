"""Lines a page was set in, made sentences again: the guard must read the same in a PDF as in the text it came from."""

from __future__ import annotations

import re
from itertools import pairwise

_ENOUGH = 0.8  # of the widest line: with the next word it would not have fitted
_HALF = 0.5
_PAGE = 110  # characters; a longer line was not set by a page
_SETTING = 2  # so many full lines make a text that was set in lines
_ITEM = re.compile(r"\s*(?:[-–—•*·▪o]\s|\d{1,2}[.)]\s|\(?[a-z]\)\s)")
_HYPHEN = re.compile(r"(?<=[a-zæøåéüöä])-$")
_HANGING = re.compile(r"(?:og|eller|samt|til|and)\b")  # "morgen- og aftenvagt" keeps its hyphen
_SOFT = "\u00ad"


def mended_if_wrapped(text: str) -> str:
    """A plain text is mended only where it was plainly set in lines."""
    given = [line.rstrip() for line in text.splitlines()]
    widest = max(map(len, given), default=0)
    if widest > _PAGE:
        return text
    full = sum(_is_full(a, b, widest) for a, b in pairwise(given) if a and b)
    return mended(text) if full >= _SETTING and widest >= _PAGE // 3 else text


def mended(text: str) -> str:
    given = [line.rstrip() for line in text.splitlines()]
    widest = max(map(len, given), default=0)
    made: list[str] = []
    last = ""
    for line in given:
        if made and line.strip() and last.strip():
            joined = _joined(made[-1], last, line, widest)
            if joined is not None:
                made[-1], last = joined, line
                continue
        made.append(line)
        last = line
    return "\n".join(made)


def _joined(whole: str, last: str, line: str, widest: int) -> str | None:
    """`whole` with `line` after it, or None where the line begins something of its own. `last`: its own last line."""
    words = line.lstrip()
    if last.endswith(_SOFT):
        return whole.rstrip(_SOFT) + words
    if _HYPHEN.search(last) and words[:1].islower():
        return f"{whole} {words}" if _HANGING.match(words) else whole[:-1] + words
    if _ITEM.match(line) or last.endswith(":"):
        return None
    goes_on = words[:1].islower() and last[-1:] not in ".!?" and len(last) >= widest * _HALF
    return f"{whole} {words}" if goes_on or _is_full(last, line, widest) else None


def _is_full(line: str, following: str, widest: int) -> bool:
    first = following.split(maxsplit=1)[0] if following.strip() else ""
    return len(line) >= widest * _HALF and len(line) + 1 + len(first) > widest * (1 + _ENOUGH) / 2
