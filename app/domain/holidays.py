"""Denmark's public holidays, by the `holidays` library; it is imported when the first year is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType


@cache
def of_year(year: int) -> Mapping[date, str]:
    """The Danish name of each public holiday of `year`. (Store bededag is one to and with 2023.)"""
    import holidays

    return MappingProxyType(dict(holidays.country_holidays("DK", years=year, language="da")))


def of_years(years: Iterable[int]) -> frozenset[date]:
    return frozenset(day for year in years for day in of_year(year))
