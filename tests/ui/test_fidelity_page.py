"""Fidelitet and Tal as they are used: by keyboard, named for a screen reader, nothing cut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QProgressBar
from pytestqt.qtbot import QtBot

from app.domain.employer import ContactMode, Purpose
from app.domain.review import ReviewKind
from app.policy import standing
from app.reports import periods
from app.services import employers, export, reviewing, survey
from app.services import fidelity as fidelity_service
from app.services.export import Asked, File, What
from app.settings import Settings
from tests.ui.stage import CTRL, Key, Stage, clipped, nameless, staged
from tests.vault_parts import NOW
from ui.calendar import forms
from ui.fidelity.charts import ChartsDialog
from ui.fidelity.forms import BeginForm
from ui.figures.survey import SurveyForm
from ui.found import plot_printing
from ui.found.dialog import FoundDialog
from ui.found.export import ExportDialog
from ui.theme import Theme
from ui.widgets import plot_print
from ui.widgets.plot import PlotData, PlotPoint


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    del look
    for made in staged(qtbot, tmp_path / "vault", Settings(), ("fidelity", "figures")):
        _meet_somebody(made)
        yield made


def _meet_somebody(stage: Stage) -> None:
    """One candidate of sixty days, for whom an employer was met three days ago."""
    who = stage.candidate("Kim Prøve", phase="job_search", ips_start=(NOW - timedelta(days=60)).date())
    firm = stage.employer("Bageri Juhl")
    at, mode, purpose = NOW - timedelta(days=3), ContactMode.IN_PERSON.value, Purpose.LEARN_NEEDS.value
    stage.ask(
        lambda v: employers.log_contact(
            v, employer=firm, participants=[who], now=NOW,
            fields={"at": at, "minutes": 30, "mode": mode, "purpose": purpose},
        )
    )  # fmt: skip


def test_an_item_says_how_its_number_was_found(stage: Stage) -> None:
    page = stage.go("fidelity", "rapid_search")
    assert page.item.name.text() == "15. Dage til første arbejdsgiverkontakt"
    # Began 60 days ago, met an employer 3 days ago.
    assert "57 dage for 1 borgere i alt" in page.item._how.text()
    assert page._total.text().startswith("Beregnet for ")
    page.item.rows.click()
    stage.settle()
    dialog = stage.window.findChild(FoundDialog)
    assert dialog is not None
    assert dialog.table.rowCount() == 1
    assert "Kim Prøve" in dialog.table.item(0, 0).text()  # type: ignore[union-attr]
    dialog.accept()


def test_a_score_stands_when_a_named_person_approves_it(stage: Stage) -> None:
    page = stage.go("fidelity", "rapid_search")
    stage.ask(lambda v: reviewing.begin(v, kind=ReviewKind.SELF, now=NOW))
    page._reload()
    stage.settle()
    assert not page.item.scores.isHidden()
    assert page.item.scores.current() == "4"  # 57 days: proposed, not yet approved
    before = stage.ask(lambda v: fidelity_service.page(v, now=NOW)).standing
    assert before is not None
    assert before.scores["rapid_search"].score is None
    page.item.approve.setFocus()
    stage.press(Key.Key_Space)
    stage.settle()
    stands = stage.ask(lambda v: fidelity_service.page(v, now=NOW)).standing
    assert stands is not None
    one = stands.scores["rapid_search"]
    assert (one.score, one.proposed, bool(one.approved_at)) == (4, 4, True)
    assert stands.total.total is None
    assert "1 af 25 punkter vurderet" in page._total.text()


def test_the_figures_can_be_read_as_tables_and_copied(stage: Stage) -> None:
    page = stage.go("figures")
    stage.window.commands.run("figures.table")
    card = page.plots["phases"]
    assert card.table.isVisibleTo(page)
    assert [card.table.item(0, x).text() for x in range(2)] == ["Jobsøgning", "1"]
    card.copy.click()
    assert "Fase\tKandidater\nJobsøgning\t1\n" in QGuiApplication.clipboard().text()
    page.lists["employers"].opened.emit("employers_met")
    stage.settle()
    dialog = stage.window.findChild(FoundDialog)
    assert dialog is not None
    assert dialog.table.rowCount() == 1
    dialog.accept()


def test_a_report_is_saved_and_says_what_personal_data_it_holds(stage: Stage, tmp_path: Path) -> None:
    page = stage.go("figures")
    stage.window.commands.run("figures.export")
    dialog = stage.window.findChild(ExportDialog)
    assert dialog is not None
    stage.settle()
    assert dialog.personal.text() == "Filen indeholder ingen personoplysninger. Små tal er skjult."
    dialog.asked.emit()  # the running quarter may not leave the team
    stage.settle()
    assert "Perioden er ikke slut" in dialog.groups["what"]._below.text()
    dialog.what.setCurrentIndex(dialog.what.findData("plan"))
    assert "én kandidat" in dialog.personal.text()
    dialog.reject()
    assert page.isVisible()
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_report_in_the_making_shows_how_far_it_is(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "rapport.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    stage.go("figures")
    stage.window.commands.run("figures.export")
    dialog = stage.window.findChild(ExportDialog)
    assert dialog is not None
    stage.settle()
    dialog.what.setCurrentIndex(dialog.what.findData("contacts"))
    dialog.format.setCurrentIndex(dialog.format.findData("pdf"))
    dialog.leaves.setChecked(False)
    seen: list[tuple[int, bool]] = []
    bar = dialog.findChild(QProgressBar)
    assert bar is not None
    bar.valueChanged.connect(lambda value: seen.append((value, bar.isVisible())))
    dialog.asked.emit()
    assert bar.isVisible()
    stage.qtbot.waitUntil(place.exists, timeout=20_000)
    assert seen == [(0, True), (1, True), (2, True), (3, True)]
    assert place.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["fidelity", "figures"])
def test_every_control_has_a_name_and_none_is_cut_at_double_text(
    stage: Stage, look: Theme, name: str
) -> None:
    page = stage.go(name)
    assert not nameless(page)
    look.set_text_size(200)
    stage.settle()
    assert not clipped(stage.go(name))


def test_the_points_of_a_plot_are_walked_and_said(stage: Stage, qtbot: QtBot) -> None:
    page = stage.go("figures")
    plot = page.plots["contacts"].plot
    plot.setFocus()
    with qtbot.waitSignal(plot.walked) as walked:
        stage.press(Key.Key_Left)
    assert walked.args == [11]


def test_the_surveys_answers_are_kept_for_the_year_and_go_with_the_figures(stage: Stage) -> None:
    stage.go("figures")
    stage.window.commands.run("figures.survey")
    form = stage.window.findChild(SurveyForm)
    assert form is not None
    stage.settle()
    form.lines["target_group_count"].setText("240")
    assert not form.groups["partners.0.name"].isHidden()
    assert form.groups["partners.1.name"].isHidden()
    form.more["partners"].click()
    for n, (name, role) in enumerate((("Region Prøve", "supervision"), ("VIA", "teaching"))):
        form.lines[f"partners.{n}.name"].setText(name)
        form.boxes[f"partners.{n}.role"].setCurrentIndex(form.boxes[f"partners.{n}.role"].findData(role))
    form.asked.emit()
    stage.settle()
    year = NOW.year
    assert stage.ask(lambda v: survey.answers(v, year)) == {
        "target_group_count": 240, "partners.0.name": "Region Prøve", "partners.0.role": "supervision",
        "partners.1.name": "VIA", "partners.1.role": "teaching",
    }  # fmt: skip
    stage.window.commands.run("figures.survey")
    again = stage.window.findChildren(SurveyForm)[-1]
    stage.settle()
    assert again.lines["partners.1.name"].text() == "VIA"
    assert again.groups["partners.2.name"].isHidden()
    again.lines["partners.1.name"].setText("")
    again.boxes["partners.1.role"].setCurrentIndex(0)
    again.asked.emit()
    stage.settle()
    asked = Asked(What.FIGURES, "csv", periods.calendar_period(NOW.date(), "month", 1))
    made = stage.ask(lambda v: export.make(v, asked, now=NOW))
    assert isinstance(made, File)
    text = made.content.decode("utf-8-sig")
    assert "Borgere i målgruppen (skøn);240" in text
    assert (
        "Eksterne samarbejdspartnere;Region Prøve, Supervision\r\nEksterne samarbejdspartnere: Supervision;1"
        in text
    )
    assert "Undervisning" not in text


def _opened_survey(stage: Stage) -> SurveyForm:
    stage.window.commands.run("figures.survey")
    form = stage.window.findChildren(SurveyForm)[-1]
    stage.settle()
    return form


def test_training_said_in_the_calendar_is_counted_in_the_survey_and_nobody_else_is_made_untrained(
    stage: Stage,
) -> None:
    page = stage.go("figures")
    form = _opened_survey(stage)
    assert form.lines["consultants_untrained"].text() == ""
    assert form.staff.text().startswith("Har ikke skrevet deres IPS-uddannelse")
    stage.qtbot.keyClick(form, Key.Key_Escape)
    told = forms.training(page._desk, stage.window)
    stage.settle()
    stage.qtbot.keyClicks(told.groups["status"].field, "IPS")
    stage.qtbot.keyClick(told, Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "Uddannelsen er gemt" in stage.toast(), timeout=20_000)
    form = _opened_survey(stage)
    assert [form.lines[f"consultants_{one}"].text() for one in ("trained", "in_training", "untrained")] == [
        "1",
        "0",
        "0",
    ]
    assert form.staff.text().startswith("Talt: Konsulenter med IPS-uddannelse 1,")
    form.asked.emit()
    stage.qtbot.waitUntil(lambda: "Svarene er gemt" in stage.toast(), timeout=20_000)
    form = _opened_survey(stage)
    assert form.lines["consultants_untrained"].text() == "0"  # a nought was answered, and is kept
    stage.qtbot.keyClick(form, Key.Key_Escape)
    again = forms.training(page._desk, stage.window)
    stage.settle()
    assert again.choices()["status"] == "trained"
    stage.qtbot.keyClick(again, Key.Key_Escape)
    page.lists["quality"].opened.emit("consultants_trained")
    stage.settle()
    dialog = stage.window.findChild(FoundDialog)
    assert dialog is not None
    text = dialog.table.item(0, 0).text()  # type: ignore[union-attr]
    assert text.startswith("IPS-uddannelse · ")
    assert text.endswith(" · IPS-uddannet")
    dialog.accept()


def test_a_review_is_begun_by_a_chosen_scale_and_its_charts_are_drawn(stage: Stage) -> None:
    page = stage.go("fidelity", "rapid_search")
    assert [page.scales.itemData(n) for n in range(page.scales.count())] == ["ips25", "ips25dk"]
    page.months.chosen.emit("3")
    page.acts.begin()
    form = page.findChild(BeginForm)
    form.scale.setCurrentIndex(form.scale.findData("ips25dk"))
    form.asked.emit()
    stage.settle()
    assert page._period.text().startswith("Selvvurdering · IPS-25, dansk optælling · ")
    assert "tallene er frosset" in page._period.text()
    assert page.scales.isHidden()
    stage.window.commands.run("fidelity.charts")
    stage.settle()
    dialog = page.findChild(ChartsDialog)
    assert "Kim Prøve" in {dialog.table.item(0, n).text() for n in range(dialog.table.columnCount())}
    assert not nameless(dialog)
    dialog.accept()
    stage.window.commands.run("fidelity.charts")
    stage.settle()
    file = stage.ask(lambda v: export.make(v, Asked(What.CHARTS, "csv", page._page.period), now=NOW))
    assert isinstance(file, File)
    text = file.content.decode("utf-8-sig")
    assert "Kim" not in text
    assert "Uger siden start;8" in text


def test_the_development_week_by_week(stage: Stage) -> None:
    page = stage.go("fidelity", "employer_frequency")
    page.item.step.choose("week")
    page.item.step.chosen.emit("week")
    stage.settle()
    assert page.item.trend.table.rowCount() == 12


def test_a_row_behind_a_number_opens_the_candidate(stage: Stage) -> None:
    page = stage.go("fidelity", "rapid_search")
    page.item.rows.click()
    stage.settle()
    dialog = stage.window.findChild(FoundDialog)
    assert dialog is not None
    dialog.wanted.disconnect()  # this window has two pages alone
    asked: list[object] = []
    dialog.wanted.connect(asked.append)
    dialog.table.setCurrentCell(0, 0)
    stage.qtbot.keyClick(dialog.table, Key.Key_Return)
    assert len(asked) == 1
    assert not dialog.isVisible()


def _printer(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Feltjournal")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def test_a_plot_asks_for_a_printer_and_prints_nothing_when_none_is_chosen(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = stage.go("figures")
    asked: list[str] = []

    def dismissed(dialog: QPrintDialog) -> int:
        asked.append(dialog.printer().docName())
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", dismissed)
    page.plots["contacts"].print.click()
    stage.settle()
    assert asked == ["Feltjournal"]
    assert stage.ask(export.past) == ()


def test_a_plot_is_printed_in_ink_on_white_and_written_down(stage: Stage, tmp_path: Path) -> None:
    page = stage.go("figures")
    card = page.plots["contacts"]
    file = tmp_path / "graf.pdf"
    plot_printing.print_on(page._desk, page, card, page._page.period, _printer(file))
    stage.settle()
    reader = PdfReader(file)
    assert len(reader.pages) == 1
    text = " ".join(reader.pages[0].extract_text().split())
    assert "Kontakter med arbejdsgivere om ugen" in text
    assert "Kun til teamet" in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Feltjournal"  # what others see in the printer's queue
    assert [(one.what, one.format) for one in stage.ask(export.past)] == [("plot", "pdf")]


def test_a_plot_of_many_numbers_is_printed_with_all_of_them(look: Theme, tmp_path: Path) -> None:
    del look
    points = tuple(PlotPoint(str(n), f"uge {n}", 100.0 - n, f"{100 - n} %", at=float(n)) for n in range(90))
    file = tmp_path / "graf.pdf"
    data = PlotData("steps", points, ("Uge", "Stadig i job"))
    assert plot_print.paint(_printer(file), "Uger i job", data, ("Kun til teamet",))
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(file).pages]
    assert len(pages) > 1
    assert all("Kun til teamet" in page for page in pages)
    assert all(f"uge {n} {100 - n} %" in " ".join(pages) for n in (0, 45, 89))


def test_numbers_that_are_copied_say_whom_they_are_for_and_stand_in_the_log(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = stage.go("figures")
    page.plots["contacts"].copy.click()
    stage.settle()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "Kontakter med arbejdsgivere om ugen"
    assert text.splitlines()[-1] == "Kun til teamet: små tal er ikke skjult."
    assert [(one.what, one.format) for one in stage.ask(export.past)] == [("plot", "copy")]
    monkeypatch.setitem(standing._now, "allow_export", False)
    page._reload()
    stage.settle()
    assert page.plots["contacts"].copy.isHidden()


def test_a_plot_is_not_printed_where_that_is_forbidden(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = stage.go("figures")
    monkeypatch.setitem(standing._now, "allow_print", False)
    plot_printing.print_on(
        page._desk, page, page.plots["contacts"], page._page.period, _printer(tmp_path / "graf.pdf")
    )
    stage.settle()
    assert stage.toast() == "Kommunen har slået udskrift fra."
    assert not (tmp_path / "graf.pdf").exists()
    assert stage.ask(export.past) == ()
    page._reload()
    stage.settle()
    assert page.plots["contacts"].print.isHidden()
