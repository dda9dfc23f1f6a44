"""Take in a list of benefits, measures or KLE numbers, or a year's rates, that the municipality has signed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.alerts import RATES
from app.services import code_lists
from app.services.code_lists import TakenIn
from ui.desk import Desk
from ui.text import dates, explain

translate = QCoreApplication.translate


def ask(desk: Desk, owner: QWidget) -> None:
    """Which file; then take it in."""
    title = translate("Lists", "Vælg kodeliste eller satser")
    name, _ = QFileDialog.getOpenFileName(
        owner, title, "", translate("Lists", "Kodelister og satser (*.json)")
    )
    if name:
        take_in(desk, owner, Path(name))


def take_in(desk: Desk, owner: QWidget, file: Path) -> None:
    """The list holds from its first day; cases keep the codes they have."""
    now = desk.now()

    def told(done: TakenIn) -> None:
        words = (
            translate("Lists", "Satserne er taget i brug og gælder fra %1.")
            if done.name == RATES
            else translate("Lists", "Listen er taget i brug og gælder fra %1.")
        )
        desk.tell(words.replace("%1", dates.long_date(done.valid_from)))

    desk.work.run(
        owner,
        lambda vault: code_lists.take_in(vault, file.read_bytes(), now=now),
        told,
        lambda error: desk.tell(explain(error), urgent=True),
    )
