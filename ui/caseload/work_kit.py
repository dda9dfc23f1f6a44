"""What the forms of the work have in common: their size, their saving, choices and hours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QWidget

from app.services.door import Typed
from ui.agenda import forms
from ui.desk import Desk
from ui.text import work_codes
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.form import Form

translate = QCoreApplication.translate
NOT_SAID = "–"
Fields = Callable[[], dict[str, Typed]]
Doing = Callable[[Any, dict[str, Typed], frozenset[str]], form_answer.Outcome]


def form(title: str, parent: QWidget, *, small: bool = False) -> Form:
    made = Form(title, translate("WorkForms", "Gem"), parent)
    wide = theme().size("cardWide")
    if small:
        made.fit(theme().size("card"), theme().size("rail"))
    else:
        made.fit(wide + theme().size("control") * 3, wide + theme().size("control") * 2)
    return made


def ready(
    desk: Desk,
    form: Form,
    fields: Fields,
    act: Doing,
    said: str,
    *,
    draft: str = "",
    whose: UUID | None = None,
    of: UUID | None = None,
) -> Form:
    """`draft`, `whose` and `of` as in `forms.start_with`."""

    def save() -> None:
        told, kept = fields(), form.kept
        forms.run(desk, form, lambda vault: act(vault, told, kept), said)

    return forms.start_with(desk, form, save, draft=draft, whose=whose, of=of)


def choice(form: Form, id: str, name: str, full: str, value: str) -> QComboBox:
    return form.choice(id, name, work_codes.options(full, none=NOT_SAID), value)


def check(form: Form, id: str, name: str, on: bool) -> QCheckBox:  # noqa: FBT001
    made = QCheckBox(name)
    made.setChecked(on)
    form.field(id, "", made)
    return made


def hours(form: Form, id: str, name: str, minutes: int | None) -> QDoubleSpinBox:
    """Hours a week, in halves."""
    made = QDoubleSpinBox()
    made.setRange(0, 60)
    made.setDecimals(1)
    made.setSingleStep(0.5)
    made.setSpecialValueText(NOT_SAID)
    made.setValue((minutes or 0) / 60)
    form.field(id, name, made)
    return made


def minutes(field: QDoubleSpinBox) -> int | None:
    return round(field.value() * 60) or None
