"""Jobs from before the course: a row of each, and the form one is written in."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.career import PastJob
from app.services import career
from app.services.door import Typed
from ui.agenda import forms
from ui.desk import Desk
from ui.text import dates, work_codes
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.form import Form
from ui.widgets.form_more import checks, open_day, read_day
from ui.widgets.row_list import Row

translate = QCoreApplication.translate


def row(one: PastJob, now: datetime) -> Row:
    span = " – ".join(dates.short_date(day, now) for day in (one.from_day, one.to_day) if day)
    told = (
        one.tasks,
        translate("PastJobs", "Godt: %1").replace("%1", one.liked) if one.liked else "",
        translate("PastJobs", "Svært: %1").replace("%1", one.disliked) if one.disliked else "",
        work_codes.several("past_job.reasons", one.reasons.split(",")) if one.reasons else "",
        translate("PastJobs", "Lært: %1").replace("%1", one.learned) if one.learned else "",
    )
    return Row(
        one,
        "briefcase-business",
        " · ".join(part for part in (one.title, one.employer) if part),
        " · ".join(part for part in told if part),
        right=span,
        act=translate("PastJobs", "Ret"),
    )


def form(desk: Desk, parent: QWidget, id: UUID, one: PastJob | None) -> Form:
    """A new one, or `one` to be changed or taken off."""
    head = (
        translate("PastJobs", "Tidligere job") if one is None else translate("PastJobs", "Ret tidligere job")
    )
    made = Form(head, translate("PastJobs", "Gem"), parent)
    made.fit(theme().size("cardWide"), theme().size("cardWide"))
    title = made.text("title", translate("PastJobs", "Stilling"), one.title if one else "")
    employer = made.text("employer", translate("PastJobs", "Arbejdsgiver"), one.employer if one else "")
    made.beside("title", "employer")
    first = open_day(made, "from_day", translate("PastJobs", "Fra"), one.from_day if one else None)
    last = open_day(made, "to_day", translate("PastJobs", "Til"), one.to_day if one else None)
    disco = made.text(
        "disco08", translate("PastJobs", "Jobtype (DISCO-08)"), one.disco08 if one else "",
        hint=translate("PastJobs", "Fire cifre; kan udelades"),
    )  # fmt: skip
    made.beside("from_day", "to_day", "disco08")
    texts = {
        name: made.long_text(name, words, getattr(one, name) if one else "")
        for name, words in (
            ("tasks", translate("PastJobs", "Opgaver")), ("liked", translate("PastJobs", "Det gode")),
            ("disliked", translate("PastJobs", "Det svære")), ("learned", translate("PastJobs", "Lært af jobbet")),
        )
    }  # fmt: skip
    why = checks(
        made, "reasons", translate("PastJobs", "Hvorfor det sluttede"), work_codes.options("past_job.reasons"),
        one.reasons.replace(",", " ") if one else "",
    )  # fmt: skip
    gone = QCheckBox(translate("PastJobs", "Skrevet ved en fejl: vis det ikke mere"))
    if one is not None:
        made.field("removed", "", gone)

    def save() -> None:
        fields: dict[str, Typed] = {
            "title": title.text(), "employer": employer.text(), "from_day": read_day(first), "to_day": read_day(last),
            "disco08": disco.text().strip(), "reasons": ",".join(why.codes().split()),
            **{name: field.toPlainText() for name, field in texts.items()},
        }  # fmt: skip
        if one is not None:
            fields["removed"] = int(gone.isChecked())
        kept, now = made.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return career.save_past_job(
                vault, id, fields=fields, now=now, id=one.id if one else None, kept=kept
            )

        forms.run(desk, made, job, translate("PastJobs", "Det tidligere job er gemt."))

    return forms.start_with(desk, made, save, draft="past_job", whose=id, of=one.id if one else None)
