"""Choose a report and a format, see what personal data it will hold, and save it as a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QProgressBar, QWidget

from app.domain.log_rows import Period
from app.services import caseload, employers, export
from app.services.export import ABOUT_ONE, Asked, File, Past, Refused, What
from ui.desk import Desk
from ui.text import language, numbers
from ui.widgets.figure_table import FigureTable
from ui.widgets.form import Form
from ui.widgets.labels import label, set_role

_PAST = 4
FORMATS = (("pdf", "PDF"), ("html", "HTML"), ("csv", "CSV"), ("xlsx", "Excel"))


class ExportDialog(Form):
    """`period`: what the page shows. `who`: a consultant, or None for the team. `saved(Path)` when it is a file."""

    saved = Signal(object)
    _stepped = Signal(int, int)

    def __init__(
        self, desk: Desk, parent: QWidget, period: Period, who: str | None, what: What = What.FIGURES
    ) -> None:
        super().__init__(self.tr("Eksportér"), self.tr("Gem som fil"), parent)
        self._desk, self._period, self._who = desk, period, who
        self._names = names = (
            (What.FIGURES, self.tr("Tal for perioden")),
            (What.STATISTICS, self.tr("Statistik over tid")),
            (What.FIDELITY, self.tr("Fidelitetsrapport")),
            (What.CONTACTS, self.tr("Arbejdsgiverkontakter")),
            (What.STATUS, self.tr("Status til sagsbehandler")),
            (What.PLAN, self.tr("Jobsøgningsplan til kandidaten")),
            (What.CHARTS, self.tr("Udtrukne journaler")),
            (What.VISITS, self.tr("Besøgsliste")),
            (What.EMPLOYER, self.tr("Ark til arbejdsgiveren")),
        )
        self.what = self.choice("what", self.tr("Rapport"), [(w.value, t) for w, t in names], what.value)
        self.format = self.choice("format", self.tr("Format"), FORMATS)
        self.beside("what", "format")
        self.whom: QComboBox = self.choice("participant", self.tr("Kandidat"), [("", "–")])
        self.firm: QComboBox = self.choice("employer", self.tr("Arbejdsgiver"), [("", "–")])
        self.leaves = QCheckBox(self.tr("Skal ud af teamet: skjul tal under 5"))
        self.leaves.setChecked(who is None)
        self.leaves.setEnabled(who is None)
        self.field("leaves", self.tr("Hvem skal læse det"), self.leaves)
        self.personal = label("", "warn", wrap=True)
        self._days = label(numbers.span(period.first, period.last), "muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Rapporten dannes"))
        self._bar.setVisible(False)
        self.past = FigureTable(self.tr("Senest ud af programmet"))
        self.past.setVisible(False)
        self.below(self._days, self.personal, self._bar, self.past)
        self.finish()
        self.what.currentIndexChanged.connect(self._say)
        self.leaves.toggled.connect(self._say)
        self.asked.connect(self._make)
        self._stepped.connect(self._step)
        desk.work.run(self, export.past, self._show_past)
        desk.work.run(self, caseload.names, self._name)
        desk.work.run(
            self,
            lambda v: {one.employer.id: one.employer.name for one in employers.register(v)},
            self._name_firms,
        )
        self._say()

    def _show_past(self, past: tuple[Past, ...]) -> None:
        """The newest of the log of exports, which nothing leaves without."""
        named = {what.value: name for what, name in self._names}
        named |= {What.PLOT.value: self.tr("Graf"), What.FILE.value: self.tr("Fil fra en sag")}
        rows = [
            (numbers.full_day(one.made_at.astimezone().date()), named.get(one.what, one.what), one.format)
            for one in past[:_PAST]
        ]
        self.past.show_rows((self.tr("Senest ud af programmet"), self.tr("Rapport"), self.tr("Format")), rows)
        self.past.show_all()
        self.past.setVisible(bool(rows))

    def _name_firms(self, names: Mapping[UUID, str]) -> None:
        for id, name in sorted(names.items(), key=lambda pair: pair[1].casefold()):
            self.firm.addItem(name, id)

    def _name(self, names: Mapping[UUID, str]) -> None:
        for id, name in sorted(names.items(), key=lambda pair: pair[1].casefold()):
            self.whom.addItem(name, id)

    def _say(self) -> None:
        what = What(self.what.currentData())
        self.groups["participant"].setVisible(what in ABOUT_ONE)
        self.groups["employer"].setVisible(what is What.EMPLOYER)
        self.groups["leaves"].setVisible(
            what in (What.FIGURES, What.STATISTICS, What.FIDELITY, What.CONTACTS)
        )
        text = self._holds(what)
        self.personal.setText(text)
        harmless = what in (What.FIGURES, What.STATISTICS) and self.leaves.isChecked()
        set_role(self.personal, "muted" if harmless else "warn")
        self.personal.setAccessibleName(text)

    def _holds(self, what: What) -> str:
        """What personal data the file will hold."""
        if what in ABOUT_ONE:
            return self.tr("Filen indeholder personoplysninger om én kandidat. Det skrives i adgangsloggen.")
        if what is What.EMPLOYER:
            return self.tr(
                "Kun kandidater, der har givet samtykke og aftalt det, nævnes. Det skrives i deres adgangslog."
            )
        return self._holds_of_many(what)

    def _holds_of_many(self, what: What) -> str:
        if what is What.FIDELITY:
            if self.leaves.isChecked():
                return self.tr(
                    "Filen indeholder navne på dem, der har godkendt scorerne. Intet om kandidater: det, der hviler på få, er skjult."
                )
            return self.tr(
                "Kun til teamet og gennemgangen: navne på dem, der har godkendt scorerne, og små tal, som kan pege på enkelte kandidater."
            )
        if what is What.CHARTS:
            return self.tr(
                "Filen er pseudonymiseret: enkelte kandidater under et nummer, uden navne og datoer."
            )
        if what in {What.CONTACTS, What.VISITS}:
            if what is What.CONTACTS and not self.leaves.isChecked():
                return self.tr(
                    "Kun til teamet: hver kontakt med formål og udfald. Ingen navne på kandidater."
                )
            return self.tr("Filen indeholder navne på arbejdsgivere. Intet om kandidater.")
        if self.leaves.isChecked():
            return self.tr("Filen indeholder ingen personoplysninger. Små tal er skjult.")
        return self.tr("Kun til teamet: små tal er ikke skjult og kan pege på enkelte kandidater.")

    def _make(self) -> None:
        what, whom = What(self.what.currentData()), self.whom.currentData()
        if what in ABOUT_ONE and not isinstance(whom, UUID):
            self.show_wrong("participant", self.tr("Vælg en kandidat."))
            return
        firm = self.firm.currentData()
        if what is What.EMPLOYER and not isinstance(firm, UUID):
            self.show_wrong("employer", self.tr("Vælg en arbejdsgiver."))
            return
        self.wait()
        asked = Asked(
            what, self.format.currentData(), self._period, self.leaves.isChecked(),
            self._who if what in (What.FIGURES, What.STATISTICS) else None, whom if what in ABOUT_ONE else None,
            firm if what is What.EMPLOYER else None, language.code(),
        )  # fmt: skip
        now, org = self._desk.now(), self._desk.settings.org_label
        self._bar.setVisible(True)
        self._desk.work.run(
            self,
            lambda v: export.make(v, asked, now=now, organisation=org, progress=self._stepped.emit),
            self._done,
        )

    def _step(self, done: int, whole: int) -> None:
        self._bar.setRange(0, whole)
        self._bar.setValue(done)

    def _done(self, made: File | Refused) -> None:
        self._bar.setVisible(False)
        if isinstance(made, Refused):
            self.show_wrong("what", self._why(made.why))
            return
        self.show_right()
        place, _ = QFileDialog.getSaveFileName(self, self.tr("Gem som fil"), made.name)
        if place:
            self.write(Path(place), made)

    def write(self, place: Path, made: File) -> None:
        try:
            place.write_bytes(made.content)
        except OSError:
            self.show_wrong("what", self.tr("Filen kan ikke gemmes dér. Vælg et andet sted."))
            return
        self.accept()
        self._desk.tell(self.tr("Filen er gemt. Eksporten står i loggen."))
        self.saved.emit(place)

    def _why(self, why: str) -> str:
        match why:
            case "policy":
                return self.tr("Kommunen har slået eksport fra.")
            case "told":
                return self.tr(
                    "Tallene for perioden eller en del af den er udleveret før, og siden er der kommet rækker til. Forskellen kan røbe skjulte tal. Brug filen fra dengang."
                )
            case "part":
                return self.tr(
                    "Nogle af jobcentrets sager ligger kun hos kolleger. Trukket fra kommunens tal ville disse tal røbe deres. Brug udtrækket fra kommunens server."
                )
            case "no_review":
                return self.tr(
                    "Kun tal fra en gennemgang, som er frosset, kan forlade teamet. Begynd en gennemgang under Fidelitet."
                )
            case "running":
                return self.tr("Perioden er ikke slut. Vælg en afsluttet måned, et kvartal eller et år.")
            case _:
                return self.tr("Rapporten kan ikke dannes.")
