"""The Danish personal number: parsed by shape, printed masked."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    def masked(self) -> str:
        return f"{self.digits[:6]}-••••"

    @property
    def plain(self) -> str:
        return f"{self.digits[:6]}-{self.digits[6:]}"

    def __repr__(self) -> str:
        return "Cpr(••••••-••••)"

    __str__ = __repr__
