"""Tick a step off or put it off, say so, and offer to take it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.calendar import Appointment
from app.domain.participant import Step
from app.services import calendar
from app.services.door import Held, Invalid, Saved
from ui.agenda import forms
from ui.desk import Desk
from ui.text import codes, dates

translate = QCoreApplication.translate
Job = Callable[[Any], Saved | Held | Invalid]


def tick(desk: Desk, owner: QWidget, step: Step) -> None:
    """Done, or not done after all."""
    if step.done_at is not None:
        _do(desk, owner, _undone(desk, step), translate("Agenda", "Ikke gjort alligevel."), None)
        return
    said = translate("Agenda", "Gjort: %1") if step.is_task else translate("Agenda", "Holdt: %1")
    act = calendar.do_task if step.is_task else calendar.hold_appointment
    now = desk.now()
    _do(
        desk, owner, lambda vault: act(vault, step.id, now=now), said.replace("%1", step.title), _undone(desk, step)
    )  # fmt: skip


def postpone(desk: Desk, owner: QWidget, step: Step) -> QMenu | None:
    """Ask when instead: tomorrow, next week or a day; an appointment may be called off too."""
    if step.done_at is not None:
        return None
    now = desk.now()
    today = dates.local(now, now).date()
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(translate("Agenda", "Udskyd til"))
    for words, day in (
        (translate("Agenda", "I &morgen"), today + timedelta(days=1)),
        (translate("Agenda", "&Næste uge"), today + timedelta(days=7 - today.weekday())),
    ):
        named = f"{words} · {dates.weekday(day)}"
        menu.addAction(named).triggered.connect(_mover(desk, owner, step, day))
    menu.addAction(translate("Agenda", "&Vælg dag …")).triggered.connect(
        lambda: forms.day(desk, owner, today + timedelta(days=1), lambda chosen: move(desk, owner, step, chosen))
    )  # fmt: skip
    if not step.is_task:
        menu.addSeparator()
        menu.addAction(translate("Agenda", "&Aflys aftalen")).triggered.connect(
            lambda: cancel(desk, owner, step)
        )
    menu.popup(_below(owner))
    menu.setActiveAction(menu.actions()[0])
    return menu


def change(desk: Desk, owner: QWidget, id: UUID) -> None:
    """Show an appointment as it stands, to be changed."""

    def show(one: Appointment | None) -> None:
        if one is None:
            desk.tell(codes.wrong("unknown"))
        else:
            forms.appointment(desk, owner, one.participant, one)

    desk.work.run(owner, lambda vault: calendar.open_appointment(vault, id), show)


def move(desk: Desk, owner: QWidget, step: Step, to: date) -> None:
    """To another day; an appointment keeps its time of day."""
    said = translate("Agenda", "Flyttet til %1").replace("%1", dates.day_within(to, desk.now()))
    _do(desk, owner, _moved(desk, step, to), said, _moved(desk, step, None))


def cancel(desk: Desk, owner: QWidget, step: Step) -> None:
    now = desk.now()
    _do(
        desk, owner, lambda vault: calendar.cancel_appointment(vault, step.id, now=now),
        translate("Agenda", "Aflyst: %1").replace("%1", step.title), _undone(desk, step),
    )  # fmt: skip


def _mover(desk: Desk, owner: QWidget, step: Step, day: date) -> Callable[[], None]:
    return lambda: move(desk, owner, step, day)


def _moved(desk: Desk, step: Step, to: date | None) -> Job:
    """The change to `to`, or back to where the step stands now."""
    now = desk.now()
    if step.is_task:
        due = step.on if to is None else to
        return lambda vault: calendar.postpone_task(vault, step.id, due_on=due, now=now)
    at = step.at or now
    starts = at if to is None else dates.moment_of(to, dates.local(at, now).time(), now)
    return lambda vault: calendar.move_appointment(vault, step.id, starts_at=starts, now=now)


def _undone(desk: Desk, step: Step) -> Job:
    now = desk.now()
    act = calendar.undo_task if step.is_task else calendar.reopen_appointment
    return lambda vault: act(vault, step.id, now=now)


def _do(desk: Desk, owner: QWidget, job: Job, said: str, back: Job | None) -> None:
    def told(outcome: Saved | Held | Invalid) -> None:
        if isinstance(outcome, Invalid):
            desk.tell(codes.wrong(outcome.reason))
        else:
            desk.tell(said, None if back is None else take_back)

    def take_back() -> None:
        if back is not None:
            desk.work.run(owner, back, lambda _: None)

    desk.work.run(owner, job, told)


def _below(owner: QWidget) -> QPoint:
    row = owner.window().focusWidget() or owner
    return row.mapToGlobal(QPoint(0, row.height()))
