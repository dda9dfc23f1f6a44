"""The Danish personal number: parsed by shape, printed masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from stdnum.dk import cpr
from stdnum.exceptions import InvalidComponent
from stdnum.util import isdigits

_LENGTH: Final = 10
_ADDED: Final = 60
_LAST_DAY: Final = 31
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True, repr=False)
class Cpr:
    """Ten digits. Shape only: numbers issued since 2007 may fail modulus 11, and replacement numbers add 60 to
    the day, so neither ever excludes a number."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> Cpr | None:
        digits = cpr.compact(text)
        if len(digits) != _LENGTH or not isdigits(digits):
            return None
        day, month = int(digits[:2]), int(digits[2:4])
        if not 1 <= day - (_ADDED if day > _ADDED else 0) <= _LAST_DAY or not 1 <= month <= _MONTHS:
            return None
        return cls(digits)

    @property
    def born(self) -> date | None:
        """The day of birth, None where the digits are no day of the calendar.

        The seventh digit tells the century (Det Centrale Personregister, Personnummeret i CPR).
        """
        day = int(self.digits[:2])
        plain = f"{day - _ADDED if day > _ADDED else day:02}{self.digits[2:]}"
        try:
            return cpr.get_birth_date(plain)
        except InvalidComponent:
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
