"""Employment forms as a dated list, each with three answers to "does it count?", because the sources disagree."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache

import resources


@dataclass(frozen=True, slots=True)
class EmploymentForm:
    """One form of employment, valid from and to (both days included) as the law had it.

    `strict`: competitive in the sense of the 25-item IPS scale. `trial`: ordinary as the Danish IPS trial defined it,
    with flexjob and private wage subsidy; None where the trial does not say. `hours`: its hours are ordinary wage
    hours as STAR counts them. The three are independent of each other.
    """

    code: str
    da: str
    en: str
    strict: bool
    trial: bool | None
    hours: bool
    law: str
    valid_from: date
    valid_to: date | None

    def holds(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@cache
def every() -> tuple[EmploymentForm, ...]:
    """All that ever were, in the order they are shown."""
    told = json.loads(resources.path("work/employment_forms.json").read_text(encoding="utf-8"))
    return tuple(_form(one) for one in told["forms"])


def valid(on: date) -> tuple[EmploymentForm, ...]:
    """Those a job that starts on this day can have."""
    return tuple(form for form in every() if form.holds(on))


def of(code: str) -> EmploymentForm | None:
    """The form a job was given, also when the list has moved on since; None for one this program does not know."""
    return next((form for form in reversed(every()) if form.code == code), None)


def _form(told: dict[str, object]) -> EmploymentForm:
    values = dict(told)
    first, last = str(values.pop("valid_from")), values.pop("valid_to")
    day = date.fromisoformat(str(last)) if last else None
    return EmploymentForm(valid_from=date.fromisoformat(first), valid_to=day, **values)  # type: ignore[arg-type]
