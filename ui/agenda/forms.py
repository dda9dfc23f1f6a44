"""The forms of the agenda: an appointment, a next step, another day."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.calendar import Appointment, AppointmentKind
from app.domain.form_draft import FormDraft
from app.services import agenda, calendar, form_drafts
from app.services.door import Typed
from ui.agenda.form_keeper import Begun, FormKeeper
from ui.desk import Desk
from ui.text import codes, dates, explain
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.form import Form, chosen_day, chosen_moment

translate = QCoreApplication.translate
Job = Callable[[Any], form_answer.Outcome]
Done = Callable[[UUID], object]
_USUAL_MINUTES = 45


def appointment(
    desk: Desk, parent: QWidget, participant: UUID | None, one: Appointment | None = None
) -> Form:
    """A new appointment, with a participant or the writer's own; or `one` to be changed."""
    now = desk.now()
    start = dates.local(one.starts_at, now) if one else _tomorrow(now)
    head = translate("Agenda", "Ny aftale") if one is None else translate("Agenda", "Ret aftalen")
    form = Form(head, translate("Agenda", "Gem aftalen"), parent)
    title = form.text(
        "title", translate("Agenda", "Hvad"), one.title if one else "",
        hint=translate("Agenda", "Skriv, hvad der skal ske, ikke hvordan nogen har det."),
    )  # fmt: skip
    kinds = tuple((kind.value, codes.appointment(kind)) for kind in AppointmentKind)
    kind = form.choice("kind", translate("Agenda", "Type"), kinds, one.kind.value if one else "")
    on = form.day("starts_at", translate("Agenda", "Dato"), start.date())
    clock = form.clock("clock", translate("Agenda", "Klokken"), start)
    length = (one.minutes or 0) if one else _USUAL_MINUTES
    minutes = form.minutes("minutes", translate("Agenda", "Varighed"), length)
    form.beside("starts_at", "clock", "minutes")
    form.fit(theme().size("cardWide"), theme().size("toast"))
    place = form.text("place", translate("Agenda", "Sted"), one.place if one else "")
    if one is not None and one.series is not None:
        form.below(_rest_of_series(desk, form, parent, one))

    def save() -> None:
        fields: dict[str, Any] = {
            "title": title.text(), "kind": AppointmentKind(kind.currentData()), "starts_at": chosen_moment(on, clock, now),
            "minutes": minutes.value() or None, "place": place.text(),
        }  # fmt: skip
        kept, at = form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            if one is None:
                return calendar.create_appointment(
                    vault, participant=participant, now=at, kept=kept, **fields
                )
            typed: dict[str, Typed] = {**fields, "kind": fields["kind"].value}
            return calendar.change_appointment(vault, one.id, fields=typed, now=at, kept=kept)

        run(desk, form, job, translate("Agenda", "Aftalen er gemt her og sendes på kommunens net."))

    draft = "appointment" if one is None else ""
    return start_with(desk, form, save, draft=draft, whose=participant)


def _rest_of_series(desk: Desk, form: Form, parent: QWidget, one: Appointment) -> QPushButton:
    """Call off this one and all of its rhythm that come after it; a word on the screen takes it back."""

    def call_off() -> None:
        now = desk.now()
        form.reject()
        said = translate("Agenda", "Aflyst, også resten af rækken: %1").replace("%1", one.title)

        def back() -> None:
            again = desk.now()
            desk.work.run(
                parent,
                lambda vault: agenda.take_up_again(vault, one.id, cancelled_at=now, now=again),
                lambda _: None,
            )

        desk.work.run(
            parent,
            lambda vault: agenda.cancel_following(vault, one.id, now=now),
            lambda _: desk.tell(said, back),
        )

    made = QPushButton(translate("Agenda", "Aflys denne og &resten af rækken"))
    made.setProperty("kind", "small")
    made.setAutoDefault(False)
    made.clicked.connect(call_off)
    return made


def next_step(desk: Desk, parent: QWidget, participant: UUID | None) -> Form:
    now = desk.now()
    form = Form(translate("Agenda", "Næste skridt"), translate("Agenda", "Tilføj"), parent)
    form.fit(theme().size("toast"), theme().size("rail") + theme().size("control"))
    title = form.text("title", translate("Agenda", "Hvad skal gøres"))
    due = form.day("due_on", translate("Agenda", "Hvornår"), _tomorrow(now).date())

    def save() -> None:
        words, on, kept, at = title.text(), chosen_day(due), form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return calendar.add_task(
                vault, title=words, due_on=on, participant=participant, now=at, kept=kept
            )

        run(desk, form, job, translate("Agenda", "Næste skridt er gemt."))

    return start_with(desk, form, save, draft="task", whose=participant)


def day(desk: Desk, parent: QWidget, first: date, chosen: Callable[[date], object]) -> Form:
    """Another day; `chosen` gets it."""
    form = Form(translate("Agenda", "Vælg dag"), translate("Agenda", "Flyt"), parent)
    form.fit(theme().size("card"), theme().size("rail"))
    on = form.day("day", translate("Agenda", "Dato"), first)

    def take() -> None:
        day_ = chosen_day(on)
        form.accept()
        chosen(day_)

    return start_with(desk, form, take)


def start_with(
    desk: Desk,
    form: Form,
    save: Callable[[], object],
    *,
    draft: str = "",
    whose: UUID | None = None,
    of: UUID | None = None,
    without: Collection[str] = (),
) -> Form:
    """Open a form that is ready: `save` is asked for by its button.

    `draft`: the kind it is kept as while it is being written, about `whose`; "" for a form with nothing to lose. `of`: the
    record it changes, whose draft only a lock or a crash leaves: who calls a change off has called it off. `without`: fields
    that are never kept.
    """
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if "file.lock" in desk.commands:
        form.addAction(desk.commands.action("file.lock"))  # a modal window hears no shortcut but its own
    form.asked.connect(save)
    form.finish()
    if draft:
        keep(desk, form, draft, whose, of=of, without=without)
    form.open()
    return form


def keep(
    desk: Desk,
    form: Form,
    draft: str,
    whose: UUID | None = None,
    *,
    of: UUID | None = None,
    without: Collection[str] = (),
) -> FormKeeper:
    """What was begun is there again after Esc, a lock or a crash, for the same candidate. The rest as in `start_with`."""
    began, kind = form.words(), draft if of is None else f"{draft}-{of}"

    def begun() -> Begun | None:
        said = {id: text for id, text in form.words().items() if id not in without}
        words = {id: text for id, text in said.items() if text.strip() and text != began[id]}
        return Begun(words, form.choices(), whose) if words else None

    page = form.parentWidget() or form
    keeper = FormKeeper(desk, form, kind, begun, page)

    def restored(found: FormDraft | None) -> None:
        if found is not None and found.participant == whose and form.words() == began:
            form.restore(found.texts, found.choices)
            when = dates.moment_within(found.updated_at, desk.now())
            desk.tell(translate("Agenda", "Genskabt kladde fra %1").replace("%1", when))
        keeper.watch(form)

    form.accepted.connect(keeper.stored)
    form.rejected.connect(keeper.flush if of is None else keeper.stored)
    now = desk.now()
    desk.work.run(form, lambda vault: form_drafts.open_draft(vault, kind, now=now), restored)
    return keeper


def run(desk: Desk, form: Form, job: Job, said: str, done: Done | None = None) -> None:
    """Ask the use case once, and let the form show its answer."""

    def stored(id: UUID) -> None:
        desk.tell(said)
        if done is not None:
            done(id)

    form.wait()
    desk.work.run(
        form,
        job,
        lambda outcome: form_answer.settle(form, outcome, stored),
        lambda error: form.show_wrong("", explain(error)),
    )


def _tomorrow(now: datetime) -> datetime:
    return (dates.local(now, now) + timedelta(days=1)).replace(hour=10, minute=0, second=0, microsecond=0)
