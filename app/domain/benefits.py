"""What working so many hours does to a benefit: a helper for the talk, nothing a participant can rely on.

Amounts are whole kroner a month before tax. The formulas are the plain ones of kontanthjælp from 1 July 2025 (65 per
cent of wages above the disregard, then krone for krone at the cap), of fleksløntilskud (30 and 55 per cent), of dagpenge
and sygedagpenge beside part-time work, and of førtidspension of a single person; tax, housing, spouse, children, debt,
pension contributions and how long a benefit can be had are not in them.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

WEEKS_A_MONTH: Final = 52 / 12
TAPER: Final = 0.65
FLEX_SHARE, FLEX_LOW, FLEX_HIGH = 0.98, 0.30, 0.55
FULL_WEEK, FULL_MONTH, LEAST_ABSENCE = 37, 160.33, 4  # hours
PENSION_TAPER: Final = 0.30


class Adviser(enum.StrEnum):
    """Who answers for real."""

    BENEFITS_OFFICE = "ydelseskontor"
    INSURANCE_FUND = "a_kasse"
    UDBETALING_DANMARK = "udbetaling_danmark"
    UNION = "fagforening"
    SOCIAL_WORKER = "socialraadgiver"
    DEBT_ADVISER = "gaeldsraadgiver"


class Benefit(enum.StrEnum):
    CASH_MIN = "cash_min"
    CASH_BASIC = "cash_basic"
    CASH_HIGH = "cash_high"
    CASH_HOME = "cash_home"
    FLEX_SUBSIDY = "flex_subsidy"
    UNEMPLOYMENT = "unemployment_benefit"
    SICKNESS = "sickness"
    EARLY_PENSION = "early_pension"


class RateStatus(enum.StrEnum):
    """How sure an amount is. Only `verified` may stand in a printout."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    AGREEMENT = "agreement_text"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class Rate:
    id: str
    amount: int
    unit: str
    status: RateStatus
    source: str


@dataclass(frozen=True, slots=True)
class RateFile:
    """The rates of one period, as a signed file brought them. `not_modelled`: what the figures know nothing of."""

    valid_from: date
    valid_to: date
    rates: tuple[Rate, ...]
    not_modelled: tuple[str, ...]

    def holds(self, on: date) -> bool:
        return self.valid_from <= on <= self.valid_to

    def rate(self, id: str) -> Rate | None:
        return next((rate for rate in self.rates if rate.id == id), None)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the table: hours a week, the wage and the benefit a month, and the two together."""

    hours: float
    wage: int
    benefit: int

    @property
    def together(self) -> int:
        return self.wage + self.benefit


@dataclass(frozen=True, slots=True)
class Answer:
    """`used`: the rates it stands on. `printable`: every one of them is verified."""

    steps: tuple[Step, ...]
    used: tuple[Rate, ...]

    @property
    def printable(self) -> bool:
        return all(rate.status is RateStatus.VERIFIED for rate in self.used)


@dataclass(frozen=True, slots=True)
class BenefitsTalk:
    """That a question was passed on to those who can answer, and what came back."""

    id: UUID
    participant: UUID
    job: UUID | None
    to_whom: str
    question: str
    situation: str
    planned_minutes: int | None
    planned_pay: int | None
    asked_on: date
    answered_on: date | None
    answer: str
    answered_by: str
    given_on: date | None
    told_duty: bool
    author: str

    def __repr__(self) -> str:
        return f"BenefitsTalk({self.id})"


_NEEDS: Final[dict[Benefit, tuple[str, ...]]] = {
    Benefit.CASH_MIN: ("cash.min.rate", "cash.min.disregard", "cash.low.cap"),
    Benefit.CASH_BASIC: ("cash.basic.rate", "cash.basic.disregard", "cash.low.cap"),
    Benefit.CASH_HIGH: ("cash.high.rate", "cash.high.disregard", "dagpenge_max"),
    Benefit.CASH_HOME: ("cash.home.rate", "cash.home.disregard", "cash.low.cap"),
    Benefit.FLEX_SUBSIDY: ("dagpenge_max", "flex.bend"),
    Benefit.UNEMPLOYMENT: ("dagpenge_max",),
    Benefit.SICKNESS: ("sick.week",),
    Benefit.EARLY_PENSION: ("pension.single", "pension.single.disregard"),
}


def cash(wage: int, *, rate: int, disregard: int, cap: int) -> int:
    """Kontanthjælp beside a wage: less 65 per cent above the disregard, and never more than the cap together.

    The benefit alone may stand above the cap only where the wage leaves nothing of it: it ends at 0.
    """
    return max(0, round(min(rate - TAPER * max(0, wage - disregard), cap - wage)))


def flex_subsidy(wage: int, *, dagpenge: int, bend: int, full_wage: int | None = None) -> int:
    """Fleksløntilskud beside the wage of a fleksjob, with the full-time wage of the same job as the ceiling."""
    top = FLEX_SHARE * dagpenge
    subsidy = max(0.0, top - FLEX_LOW * min(wage, bend) - FLEX_HIGH * max(0, wage - bend))
    return round(subsidy if full_wage is None else max(0.0, min(subsidy, full_wage - wage)))


def unemployment(hours: float, *, dagpenge: int) -> int:
    """Dagpenge beside a job of so many hours a week: paid for what is left of the month's 160.33 hours."""
    return round(dagpenge * max(0.0, FULL_MONTH - hours * WEEKS_A_MONTH) / FULL_MONTH)


def sickness(hours: float, *, week: int) -> int:
    """Sygedagpenge of somebody who has begun again for so many hours a week: paid for the hours still absent, when
    there are four or more of the week's 37."""
    absent = FULL_WEEK - hours
    return round(week * absent / FULL_WEEK * WEEKS_A_MONTH) if absent >= LEAST_ABSENCE else 0


def early_pension(wage: int, *, pension: int, disregard: int) -> int:
    """Førtidspension (rules from 2003) of a single person: less 30 per cent of a year's wage above the disregard."""
    return round(max(0.0, pension - PENSION_TAPER * max(0, 12 * wage - disregard) / 12))


def monthly_wage(hours: float, hourly_pay: float) -> int:
    """52 weeks in 12 months."""
    return round(hours * WEEKS_A_MONTH * hourly_pay)


def can_answer(benefit: Benefit, rates: RateFile) -> bool:
    """Whether the file has all the figures the formula needs."""
    return all(rates.rate(id) is not None for id in _NEEDS[benefit])


def answer(
    benefit: Benefit, rates: RateFile, *, hours: tuple[float, ...], hourly_pay: float, full_week: float = 37
) -> Answer:
    """The benefit at each number of hours a week. Raises KeyError where `can_answer` says no."""
    used = tuple(_rate(rates, id) for id in _NEEDS[benefit])
    full = monthly_wage(full_week, hourly_pay)
    amounts = tuple(rate.amount for rate in used)
    steps = tuple(
        Step(n, wage, _benefit(benefit, n, wage, amounts, full))
        for n in hours
        for wage in (monthly_wage(n, hourly_pay),)
    )
    return Answer(steps, used)


def _benefit(benefit: Benefit, hours: float, wage: int, amounts: tuple[int, ...], full_wage: int) -> int:
    match benefit, amounts:
        case Benefit.FLEX_SUBSIDY, (dagpenge, bend):
            return flex_subsidy(wage, dagpenge=dagpenge, bend=bend, full_wage=full_wage)
        case Benefit.UNEMPLOYMENT, (dagpenge,):
            return unemployment(hours, dagpenge=dagpenge)
        case Benefit.SICKNESS, (week,):
            return sickness(hours, week=week)
        case Benefit.EARLY_PENSION, (pension, disregard):
            return early_pension(wage, pension=pension, disregard=disregard)
        case _:
            rate, disregard, cap = amounts
            return cash(wage, rate=rate, disregard=disregard, cap=cap)


def _rate(rates: RateFile, id: str) -> Rate:
    found = rates.rate(id)
    if found is None:
        raise KeyError(id)
    return found


def parse(told: Mapping[str, Any]) -> RateFile:
    """Raises ValueError or KeyError where the file is not of this shape."""
    if told["schema"] != 1:
        raise ValueError("schema")
    rates = tuple(
        Rate(
            str(v["id"]), int(v["amount"]), str(v["unit"]), RateStatus(v["status"]), str(v.get("source", ""))
        )
        for v in told["values"]
    )
    first, last = (date.fromisoformat(str(told[name])) for name in ("valid_from", "valid_to"))
    return RateFile(first, last, rates, tuple(str(name) for name in told["not_modelled"]))
