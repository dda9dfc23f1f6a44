"""Hjælp > Politik: every policy in words, its value, who decided it, and what could not be followed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableWidget, QTableWidgetItem

import resources
from app.services import policy as use_case
from app.services.policy import Line, Report
from ui.desk import Desk
from ui.text.managed import managed_by, not_followed
from ui.theme import theme
from ui.widgets.boxes import column
from ui.widgets.labels import label

translate = QCoreApplication.translate


class PolicyDialog(QDialog):
    """One row a policy, what has been decided first; Esc closes."""

    def __init__(self, report: Report, managed: str, problem: str) -> None:
        super().__init__()
        self.setWindowTitle("Feltjournal")
        self.setModal(False)
        self.resize(theme().size("windowMinWidth"), theme().size("windowMinHeight"))
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.tr("Politik"))
        self.table.setHorizontalHeaderLabels([self.tr("Hvad"), self.tr("Gælder nu"), self.tr("Bestemt af")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        whole = column(self, label(self.tr("Politik"), "h1"), margins=(6, 5, 6, 5), gap=3)
        whole.addWidget(label(self._headline(report, managed), "muted", wrap=True))
        if problem:
            whole.addWidget(label(problem, "warn", wrap=True))
        for source in report.sources:
            whole.addWidget(label(source.where, "small", wrap=True))
        whole.addWidget(self.table, 1)
        for line in sorted(report.lines, key=lambda line: not line.locked):
            self._add(_title(line.name), _value(line), _decided_by(line))
        self.table.setCurrentCell(0, 0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _headline(self, report: Report, managed: str) -> str:
        if report.managed:
            return managed + "."
        return self.tr("Ingen politik er sat på denne computer. Det, programmet selv bringer, gælder.")

    def _add(self, *cells: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setRowHeight(row, theme().size("target"))
        for number, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(row, number, item)


def open_policy(desk: Desk, profile: Path | None) -> PolicyDialog:
    """`profile`: whose folder; None for the user's own."""
    report = use_case.report(profile)
    return PolicyDialog(report, managed_by(desk.settings), not_followed(desk.settings))


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.path("policy/words.toml").read_text("utf-8"))


def _title(name: str) -> str:
    language = "en" if QLocale().language() == QLocale.Language.English else "da"
    return _words()[name][language][0]


def _value(line: Line) -> str:
    match line.value:
        case True:
            return translate("Policy", "Ja")
        case False:
            return translate("Policy", "Nej")
        case "" | [] | None:
            return "–"
        case "none":
            return translate("Policy", "Ingen")
        case list():
            return ", ".join(str(each) for each in line.value)
        case _:
            return str(line.value)


def _decided_by(line: Line) -> str:
    if line.strict:
        return translate("Policy", "Politik med fejl: det strengere gælder")
    return {
        "machine": translate("Policy", "Politik for computeren"),
        "user": translate("Policy", "Politik for brugeren"),
        "installation": translate("Policy", "Installationen"),
        "own": translate("Policy", "Dig"),
    }.get(line.layer, translate("Policy", "Programmet"))
