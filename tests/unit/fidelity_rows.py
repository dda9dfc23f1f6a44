"""Rows to count, made in a line each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

from app.domain.log_rows import Course, JobRow, Logs, Period, SupportRow, TimeRow, Visit, Worker

ANNA, BO = Worker("anna"), Worker("bo")
HALF_YEAR = Period(date(2026, 1, 1), date(2026, 6, 30))  # six month-ends


def course(began: date | None = date(2025, 1, 1), **fields: object) -> Course:
    made = Course(uuid4(), "anna", "job_search", began)
    return replace(made, **fields)  # type: ignore[arg-type]


def visit(on: date, *whose: UUID, **fields: object) -> Visit:
    made = Visit(uuid4(), on, "anna", uuid4(), True, "learn_needs", frozenset(whose))
    return replace(made, **fields)  # type: ignore[arg-type]


def worked(on: date, minutes: int, **fields: object) -> TimeRow:
    return replace(TimeRow(uuid4(), on, "anna", minutes, True, "employer"), **fields)  # type: ignore[arg-type]


def job(began: date, **fields: object) -> JobRow:
    return replace(JobRow(uuid4(), uuid4(), began, counts=True), **fields)  # type: ignore[arg-type]


def support(on: date, participant: UUID, **fields: object) -> SupportRow:
    made = SupportRow(uuid4(), on, "anna", participant, "participant", True, "follow_along")
    return replace(made, **fields)  # type: ignore[arg-type]


def logs(**rows: object) -> Logs:
    return replace(Logs(workers=(ANNA,)), **rows)  # type: ignore[arg-type]


def after(days: int, first: date = date(2026, 1, 1)) -> date:
    return first + timedelta(days=days)
