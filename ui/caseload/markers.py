"""Afstem STAR's markører: one's own candidates one after the other, beside the case system."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes, Topic
from app.services import course, markers
from app.services.course import CoursePage
from app.services.markers import MarkerRow
from ui.caseload import course_forms
from ui.caseload.course import span
from ui.desk import Desk
from ui.text import case_codes, dates
from ui.widgets.list_form import ListForm
from ui.widgets.row_list import Row

translate = QCoreApplication.translate


class MarkersForm(ListForm):
    """What does not fit comes first. Space: it stands in the case system as it does here. Enter: it does not."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(translate("Markers", "STAR's markører"), translate("Markers", "Markører"), parent)
        self._desk = desk
        self._rows: dict[UUID, MarkerRow] = {}
        self.rows.opened.connect(lambda id: self._open(id[0]))
        self.rows.ticked.connect(lambda id: self._tick(id[0]))
        desk.work.changed.connect(self._on_changed)
        self._reload()

    def _reload(self) -> None:
        now = self._desk.now()
        self._desk.work.latest(
            self, "markers", lambda vault: markers.to_reconcile(vault, now=now), self._show
        )

    def _show(self, found: tuple[MarkerRow, ...]) -> None:
        self._rows = {one.participant: one for one in found}
        wrong = sum(bool(one.warnings) for one in found)
        hint = translate("Markers", "Mellemrum: markøren står sådan i fagsystemet. Enter: ret den.")
        count = translate("Markers", "%n markør(er) passer ikke med forløbet.", "", wrong) if wrong else ""
        nobody = translate("Markers", "Ingen af dine kandidater skal have en markør endnu.")
        words = " ".join(part for part in (count, hint) if part) if found else nobody
        self.show_list(words, rows(found, self._desk.now()))

    def _open(self, id: UUID) -> None:
        now = self._desk.now()

        def show(page: CoursePage | None) -> None:
            if page is not None:
                course_forms.marker(self._desk, self, page)

        self._desk.work.run(self, lambda vault: course.open_course(vault, id, now=now), show)

    def _tick(self, id: UUID) -> None:
        """Without a marker written down there is nothing to agree with: then it is written."""
        one, now = self._rows.get(id), self._desk.now()
        if one is None or one.marker is None:
            self._open(id)
            return
        marker, said = one.marker.id, translate("Markers", "Set efter i fagsystemet i dag.")
        self._desk.work.run(
            self, lambda vault: markers.stands_so(vault, marker, now=now), lambda _: self._desk.tell(said)
        )

    def _on_changed(self, changes: Changes) -> None:
        if Topic.CASELOAD in changes:
            self._reload()


def rows(found: tuple[MarkerRow, ...], now: datetime) -> tuple[Row, ...]:
    return tuple(
        Row(
            (
                one.participant,
                one.marker and one.marker.checked_on,
            ),  # once looked up it is another: on to the next
            "list-checks",
            " · ".join(part for part in (one.name, one.case_no) if part),
            " · ".join((*(case_codes.word(wrong) for wrong in one.warnings), *_marker(one, now))),
            right=_checked(one, now),
            act=translate("Markers", "Ret"),
            tone="warnText" if one.warnings else "accentText",
            tickable=True,
        )
        for one in found
    )


def _marker(one: MarkerRow, now: datetime) -> tuple[str, ...]:
    if one.marker is None:
        return ()
    return case_codes.of("MarkerKind", one.marker.kind), span(one.marker.from_day, one.marker.to_day, now)


def _checked(one: MarkerRow, now: datetime) -> str:
    if one.marker is None or one.marker.checked_on is None:
        return ""
    return translate("Markers", "set efter %1").replace("%1", dates.short_date(one.marker.checked_on, now))
