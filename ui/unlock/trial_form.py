"""While the invented journal is written: how far it has come."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.widgets.boxes import column
from ui.widgets.labels import label


class TrialForm(QWidget):
    """`told(done, whole)` may be emitted on any worker."""

    told = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr(
            "22 opdigtede kandidater med tre måneders notater, aftaler og besøg. Intet af det kan sendes, og alt er væk, "
            "når du låser eller lukker."
        )
        self._bar, self._count = QProgressBar(), label("", "small")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("Skriver den opdigtede journal"))
        column(self, label(words, "muted", wrap=True), self._bar, self._count, gap=3)
        self.told.connect(self._show)

    def _show(self, done: int, whole: int) -> None:
        self._bar.setRange(0, whole)
        self._bar.setValue(done)
        said = self.tr("%1 af %2 er skrevet").replace("%1", str(done)).replace("%2", str(whole))
        self._count.setText(said)
