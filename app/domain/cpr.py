"""The Danish personal number: parsed by shape, printed masked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_ADDED: Final = 60
_OLD: Final = 3
_SPLIT: Final = frozenset({4, 9})
_SPLIT_YEAR: Final = 36
_YOUNG_YEAR: Final = 57
_SHAPE = re.compile(r"(\d{2})(\d{2})(\d{2})[- ]?(\d{4})")


@dataclass(frozen=True, slots=True, repr=False)
class Cpr:
    """Ten digits. Shape only: numbers issued since 2007 may fail modulus 11, and replacement numbers add 60 to
    the day, so neither ever excludes a number."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> Cpr | None:
        match = _SHAPE.fullmatch(text.strip())
        if match is None:
            return None
        day, month = int(match[1]), int(match[2])
        if not (1 <= day <= 31 or 61 <= day <= 91) or not 1 <= month <= 12:
            return None
        return cls("".join(match.groups()))

    @property
    def born(self) -> date | None:
        """The day of birth, None where the digits are no day of the calendar.

        The seventh digit tells the century (Det Centrale Personregister, Personnummeret i CPR).
        """
        day, month, year, seventh = (int(self.digits[n:m]) for n, m in ((0, 2), (2, 4), (4, 6), (6, 7)))
        if seventh <= _OLD:
            century = 1900
        elif seventh in _SPLIT:
            century = 2000 if year <= _SPLIT_YEAR else 1900
        else:
            century = 2000 if year <= _YOUNG_YEAR else 1800
        try:
            return date(century + year, month, day - _ADDED if day > _ADDED else day)
        except ValueError:
            return None

    @property
    def masked(self) -> str:
        return f"{self.digits[:6]}-••••"

    @property
    def plain(self) -> str:
        return f"{self.digits[:6]}-{self.digits[6:]}"

    def __repr__(self) -> str:
        return "Cpr(••••••-••••)"

    __str__ = __repr__
