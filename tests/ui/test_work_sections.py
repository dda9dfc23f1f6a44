"""Job and support, openness and guidance on a candidate's page, by keyboard; and what may be said at the contact."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from shiboken6 import isValid

from app.services import disclosure, employers, form_drafts, jobs, workplaces
from app.store import work
from tests.ui.caseload_parts import _form, _page, stage
from tests.ui.stage import CTRL, SHIFT, SLIP, Key, Stage, clipped, nameless
from tests.ui.stage import stage as employers_stage
from tests.vault_parts import NOW
from tests.work_parts import sheet
from ui.agenda.form_keeper import FormKeeper
from ui.theme import Theme
from ui.widgets.form import Form
from ui.widgets.picker import Picker

__all__ = ["employers_stage", "stage"]
TODAY = NOW.date()


def _section(stage: Stage, whose: UUID, name: str) -> Any:
    page = _page(stage, ("section", whose, name))
    stage.settle()
    stage.settle()
    return page.candidate.sections[name]


def _words(section: Any) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(one.text() for one in section.findChildren(QLabel) if one.isVisibleTo(section))


def _press(section: Any, words: str) -> None:
    button = next(b for b in section.findChildren(QPushButton) if b.text() == words)
    button.setFocus()
    button.click()


def _fill(form: Form, /, **words: str) -> None:
    for name, text in words.items():
        field = form.groups[name].field
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(text))
        elif isinstance(field, QLineEdit):
            field.setText(text)
        else:
            assert isinstance(field, QPlainTextEdit)
            field.setPlainText(text)


def _tell(form: Form, /, **numbers: int) -> None:
    for name, number in numbers.items():
        field = form.groups[name].field
        if isinstance(field, QCheckBox):
            field.setChecked(bool(number))
        else:
            assert isinstance(field, QSpinBox | QDoubleSpinBox)
            field.setValue(number)


def _store(stage: Stage, form: Form) -> None:
    stage.qtbot.keyClick(form, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: not isValid(form) or not form.isVisible(), timeout=10_000)
    stage.settle()
    stage.settle()


def test_a_job_is_written_and_says_what_it_counts_as_and_what_is_due(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    section = _section(stage, amira, "work")
    assert "Intet job endnu" in _words(section)
    _press(section, "Nyt job")
    form = _form(stage)
    _fill(form, title="Bagermedhjælper", form="flexjob", working_times="Tre formiddage")
    _tell(form, hourly_pay=150, collective_agreement=1, paragraph56=1)
    _store(stage, form)
    said = _words(section)
    assert "150 kr. i timen · overenskomst · § 56-aftale" in said
    assert "Bagermedhjælper" in said
    assert "ordinært job (dansk IPS), ordinære løntimer (STAR)" in said
    assert "Kontakt ugen før start senest" in said
    assert "Ingen vejledning om ydelser" in said


def test_a_job_asks_which_place_of_work_where_the_employer_has_more(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    juhl = stage._saved(partial(employers.create, fields={"name": "Bageri Juhl"}, now=NOW))
    stage._saved(partial(workplaces.add_workplace, employer=juhl, fields={"name": "Vestergade"}, now=NOW))
    section = _section(stage, amira, "work")
    _press(section, "Nyt job")
    form = _form(stage)
    place, where = form.groups["workplace"], form.groups["employer"].field
    assert isinstance(where, Picker)
    assert not place.isVisible()
    stage.qtbot.keyClicks(where, "Bag")
    stage.qtbot.keyClick(where, Key.Key_Return)
    assert place.isVisible()
    _fill(form, title="Bagermedhjælper", workplace=_code(place.field, "Vestergade"))
    _store(stage, form)
    assert "Vestergade" in _words(section)


def _code(field: QWidget, words: str) -> str:
    assert isinstance(field, QComboBox)
    return str(field.itemData(field.findText(words)))


def test_a_job_ends_by_the_form_and_a_new_plan_is_on_the_list(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="employed")
    told: dict[str, Any] = {
        "title": "Bager",
        "form": "ordinary_permanent",
        "start_on": TODAY - timedelta(days=20),
    }
    stage._saved(partial(jobs.start, participant=amira, fields=told, now=NOW))
    section = _section(stage, amira, "work")
    _press(section, "Jobbet er ophørt")
    form = _form(stage)
    _fill(
        form, ended_by="mutual", worked="Faste opgaver.", last_day_on=f"{TODAY - timedelta(days=1):%d.%m.%Y}"
    )
    _tell(form, average_minutes=12)
    _store(stage, form)
    (line,) = stage.ask(partial(jobs.page, participant=amira, now=NOW)).jobs
    assert (line.job.last_day_on, line.job.average_minutes) == (TODAY - timedelta(days=1), 12 * 60)
    assert "I enighed" in _words(section)
    assert "Kontakt efter ophør" in _words(section)
    page = stage.page("caseload")
    assert "Lav en ny jobsøgningsplan" in _words(page.candidate.side)


def test_an_education_says_whether_it_is_ordinary(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    section = _section(stage, amira, "work")
    _press(section, "Ny uddannelse")
    form = _form(stage)
    _fill(form, institution="VUC Vest", level="fvu", disclosure="full")
    _tell(form, ordinary=0, mentor=1)
    _store(stage, form)
    (line,) = stage.ask(partial(jobs.page, participant=amira, now=NOW)).educations
    assert (line.education.ordinary, line.education.mentor, line.education.disclosure) == (
        False,
        True,
        "full",
    )


def test_a_support_contact_that_says_too_much_is_stopped_and_kept_nowhere(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="employed")
    told: dict[str, Any] = {"title": "Bager", "form": "ordinary_permanent", "start_on": TODAY}
    stage._saved(partial(jobs.start, participant=amira, fields=told, now=NOW))
    section = _section(stage, amira, "work")
    _press(section, "Ny støttekontakt")
    form = _form(stage)
    _fill(form, outcome=SLIP)
    stage.qtbot.keyClick(form, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "Stop" in form.groups["outcome"]._below.text(), timeout=20_000)
    page = stage.ask(partial(jobs.page, participant=amira, now=NOW))
    assert page.jobs[0].contacts == ()
    form.reject()


def test_openness_is_agreed_word_for_word_and_withdrawn(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    section = _section(stage, amira, "openness")
    assert "intet siges" in _words(section)
    _press(section, "Ny aftale om åbenhed")
    form = _form(stage)
    _fill(form, choice="partial_function_only", who_tells="consultant", to_whom="Lederen")
    stage.qtbot.keyClick(form, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "udfyldes" in form.groups["wording"]._below.text(), timeout=10_000)
    _fill(form, wording="Har brug for faste opgaver i starten.")
    _store(stage, form)
    assert "Har brug for faste opgaver i starten." in _words(section)
    _press(section, "Træk tilbage")
    stage.qtbot.waitUntil(lambda: "trukket tilbage" in _words(section), timeout=10_000)
    (line,) = stage.ask(partial(disclosure.may_be_said, participants=[amira], employer=None, now=NOW))
    assert not line.say.may_tell


def test_a_talk_about_openness_that_was_noted_by_mistake_is_taken_back(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    told: dict[str, Any] = {
        "choice": "full",
        "who_tells": "participant",
        "from_day": TODAY - timedelta(days=9),
    }
    id = stage._saved(partial(disclosure.agree, participant=amira, fields=told, now=NOW))
    section = _section(stage, amira, "openness")
    _press(section, "Talt om igen i dag")
    stage.qtbot.waitUntil(lambda: "noteret i dag" in stage.toast(), timeout=20_000)
    stage.settle()
    assert _talks(stage, id) == (TODAY - timedelta(days=9), TODAY)
    stage.press(Key.Key_Z, CTRL)
    stage.qtbot.waitUntil(lambda: _talks(stage, id) == (TODAY - timedelta(days=9),), timeout=20_000)


def test_a_talk_of_the_same_day_is_not_taken_back_with_a_second_press(stage: Stage) -> None:
    """It was noted with the agreement itself: there is nothing new to take back."""
    amira = stage.candidate("Amira Holm", phase="job_search")
    told: dict[str, Any] = {"choice": "full", "who_tells": "participant"}
    id = stage._saved(partial(disclosure.agree, participant=amira, fields=told, now=NOW))
    section = _section(stage, amira, "openness")
    _press(section, "Talt om igen i dag")
    stage.qtbot.waitUntil(lambda: "noteret i dag" in stage.toast(), timeout=20_000)
    assert not stage.window._toast.undo()
    assert _talks(stage, id) == (TODAY,)


def _talks(stage: Stage, id: UUID) -> tuple[date, ...]:
    def read(vault: Any) -> tuple[date, ...]:
        with vault.read() as tx:
            sheet = work.get_sheet(tx, id)
        assert sheet is not None
        return sheet.talks

    return stage.ask(read)


def test_an_agreement_with_one_employer_is_never_stored_for_all(stage: Stage) -> None:
    """The name that was written is not in the register: it must not be taken for no name."""
    amira = stage.candidate("Amira Holm", phase="job_search")
    stage.employer("Bageri Juhl")
    section = _section(stage, amira, "openness")
    _press(section, "Ny aftale om åbenhed")
    form = _form(stage)
    _fill(
        form,
        choice="partial_function_only",
        who_tells="consultant",
        to_whom="Lederen",
        wording="Rolige opgaver.",
    )
    where = form.groups["employer"]
    stage.qtbot.keyClicks(where.field, "Bageri Holm")
    stage.qtbot.keyClick(form, Key.Key_Return, CTRL)
    assert "ikke i listen" in where._below.text()
    stage.qtbot.keyClick(where.field, Key.Key_A, CTRL)
    stage.qtbot.keyClicks(where.field, "juhl")
    _store(stage, form)
    assert "Bageri Juhl" in _words(section)


def test_an_agreement_that_was_begun_survives_the_lock(stage: Stage) -> None:
    """The telephone rings in the middle of it: words, choices and the employer are there again."""
    amira = stage.candidate("Amira Holm", phase="job_search")
    for name in ("Bageri Juhl", "Café Kornblomst"):
        stage.employer(name)
    section = _section(stage, amira, "openness")
    _press(section, "Ny aftale om åbenhed")
    form = _form(stage)
    stage.settle()
    _fill(form, choice="partial_function_only", wording="Rolige opgaver i starten.")
    _tell(form, explained_on=1)
    where = form.groups["employer"].field
    stage.qtbot.keyClicks(where, "juhl")
    stage.qtbot.keyClick(where, Key.Key_Return)
    for keeper in section.window().findChildren(FormKeeper):
        keeper.flush()  # as at the lock
    form.deleteLater()
    stage.settle()
    _press(section, "Ny aftale om åbenhed")
    stage.qtbot.waitUntil(lambda: "Genskabt kladde" in stage.toast(), timeout=10_000)
    again = next(one for one in stage.window.findChildren(Form) if one.isVisible())
    assert again.words()["wording"] == "Rolige opgaver i starten."
    assert (again.choices()["choice"], again.choices()["explained_on"]) == ("partial_function_only", "1")
    again.groups["to_whom"].field.setFocus()
    stage.type("Lederen")
    _store(stage, again)
    assert "Bageri Juhl" in _words(section)
    assert stage.ask(partial(form_drafts.open_draft, kind="openness", now=NOW)) is None


def test_a_change_that_was_called_off_is_not_offered_again(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    section = _section(stage, amira, "guidance")
    _press(section, "Send et spørgsmål videre")
    form = _form(stage)
    _fill(form, to_whom="a_kasse", question="Hvad sker der ved 12 timer?")
    _store(stage, form)
    _press(section, "Skriv svaret")
    stage.settle()
    form = next(one for one in stage.window.findChildren(Form) if one.isVisible())
    _fill(form, answer="Intet ændres.")
    stage.qtbot.keyClick(form, Key.Key_Escape)
    stage.settle()
    _press(section, "Skriv svaret")
    stage.settle()
    form = next(one for one in stage.window.findChildren(Form) if one.isVisible())
    assert form.words()["answer"] == ""
    form.reject()


def test_a_question_is_passed_on_and_waits_for_its_answer(stage: Stage) -> None:
    section = _section(stage, stage.candidate("Amira Holm"), "guidance")
    _press(section, "Send et spørgsmål videre")
    form = _form(stage)
    _fill(form, to_whom="a_kasse", question="Hvad sker der ved 12 timer?")
    _tell(form, planned_pay=6500)
    pay = form.groups["planned_pay"].field
    assert isinstance(pay, QSpinBox)
    assert pay.text() == "6.500 kr."
    _store(stage, form)
    assert "Venter på svar." in _words(section)
    assert "6.500 kr." in _words(section)


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("name", ["work", "openness", "guidance"])
def test_everything_has_a_name_and_no_word_is_cut(stage: Stage, look: Theme, name: str, size: int) -> None:
    amira = stage.candidate("Amira Holm", phase="employed")
    told: dict[str, Any] = {
        "title": "Bager",
        "form": "ordinary_permanent",
        "start_on": TODAY - timedelta(days=3),
    }
    stage._saved(partial(jobs.start, participant=amira, fields=told, now=NOW))
    stage.ask(lambda vault: sheet(vault, amira))
    look.set_text_size(size)
    stage.settle()
    section = _section(stage, amira, name)
    assert not nameless(section)
    assert not clipped(section)


def _contact_form(stage: Stage, employer: UUID) -> Any:
    stage.go("employers", employer)
    stage.press(Key.Key_B, CTRL | SHIFT)
    form = stage.page("employers").contact.form
    stage.qtbot.waitUntil(form.isActiveWindow)
    stage.settle()
    return form


def test_what_may_be_said_stands_in_the_contact_before_a_word_is_written(employers_stage: Stage) -> None:
    stage = employers_stage
    amira, jonas = stage.candidate("Amira Holm"), stage.candidate("Jonas Bak")
    juhl = stage.employer("Bageri Juhl")
    stage.ask(lambda vault: sheet(vault, amira, wording="Har været væk i tre år."))
    form = _contact_form(stage, juhl)
    form.people.choose([str(amira), str(jonas)])
    stage.settle()
    assert form.say.words == (
        "Amira Holm: »Har været væk i tre år.« (Lederen)",
        "Jonas Bak: intet må siges her.",
    )
    form.reject()


def test_a_contact_that_was_begun_survives_the_lock_without_what_the_guard_refuses(
    employers_stage: Stage,
) -> None:
    stage = employers_stage
    juhl = stage.employer("Bageri Juhl")
    form = _contact_form(stage, juhl)
    form.about.setPlainText(f"De mangler en til pakning. {SLIP}")
    stage.page("employers").park()
    draft = stage.ask(partial(form_drafts.open_draft, kind="contact", now=NOW))
    assert draft is not None
    assert draft.texts["about"].startswith("De mangler en til pakning.")
    assert "Sertralin" not in str(draft.texts)
    form.hide()
    stage.page("employers").contact.form = None  # as after the lock
    stage.window.activateWindow()
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    again = _contact_form(stage, juhl)
    assert again.about.toPlainText().startswith("De mangler en til pakning.")
    again.reject()


def test_a_stored_contact_leaves_no_draft(employers_stage: Stage) -> None:
    stage = employers_stage
    form = _contact_form(stage, stage.employer("Bageri Juhl"))
    form.about.setPlainText("De mangler en til pakning.")
    stage.page("employers").park()
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "gemt her" in stage.toast(), timeout=10_000)
    stage.settle()
    assert stage.ask(partial(form_drafts.open_draft, kind="contact", now=NOW)) is None
