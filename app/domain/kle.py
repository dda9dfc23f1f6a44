"""KL's subject numbers (KLE): which number words name, and whether it may be used on a day."""

from __future__ import annotations

import enum
import re
from datetime import date
from typing import Final

from app.domain.code_list import CodeLists

LIST: Final = "kle"
_NUMBER: Final = re.compile(r"\b\d{2}(?:\.\d{2}){0,2}\b")


class KleState(enum.StrEnum):
    """`unchecked`: nobody has taken in KL's list, or the words name no number."""

    IN_USE = "in_use"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    UNCHECKED = "unchecked"


def number(words: str) -> str:
    """The subject number that words begin with or hold, such as `15.20.04`; "" without one."""
    found = _NUMBER.search(words)
    return found.group() if found else ""


def state(lists: CodeLists, words: str, day: date) -> KleState:
    """Whether the number is in KL's list on that day. Its expiry is the day KL gave (`UdgaaetDato`)."""
    found, asked = lists.on(LIST, day), number(words)
    if found is None or not asked:
        return KleState.UNCHECKED
    known = next((one for one in found.codes if one.code == asked), None)
    if known is None:
        return KleState.UNKNOWN
    return KleState.IN_USE if known in lists.choices(LIST, day) else KleState.EXPIRED
