"""A window that is open already, with a few invented people in it, for what reads it from outside.

python -m tests.day.furnished PROFILE [LANGUAGE]
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.services import calendar, caseload, employers, journal
from app.services.door import Saved, Typed
from app.settings import Settings
from tests.vault_parts import new_vault
from ui import theme
from ui.text import language
from ui.widgets import accessible
from ui.widgets.first_paint import FirstPaint
from ui.window import MainWindow
from ui.window.pages import kinds, openers
from ui.work import Work

if TYPE_CHECKING:
    from app.vault.vault import Vault


class Gate(QWidget):
    """Opens by itself."""

    passed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        work.unlocked.connect(self.passed)


def furnish(vault: Vault, now: datetime) -> None:
    """Two candidates with notes, tasks and a draft; two employers, one of them visited."""
    start = now.date() - timedelta(days=40)
    for name, area in (("Amira Holm", "Bageri"), ("Jonas Bak", "Lager")):
        fields: dict[str, Typed] = {
            "name": name,
            "phase": "job_search",
            "ips_start": start,
            "wish_area": area,
        }
        made = caseload.create(vault, fields=fields, now=now)
        assert isinstance(made, Saved)
        note = journal.NoteFields(
            participant=made.id,
            title="Samtale",
            happened_at=now - timedelta(days=20),
            facts="Vi talte om tider.",
        )
        journal.write_note(vault, note=note, now=now)
        calendar.add_task(vault, title="Ring om vagterne", now=now, due_on=now.date(), participant=made.id)
    journal.save_draft(
        vault, note=journal.NoteFields(participant=None, title="Halvt skrevet", facts="Mødte"), now=now
    )
    for place in ("Bageri Juhl", "Fynsk Lager"):
        saved = employers.create(vault, fields={"name": place, "city": "Odense"}, now=now)
        assert isinstance(saved, Saved)


def main() -> int:
    profile = Path(sys.argv[1])
    profile.mkdir(mode=0o700, parents=True, exist_ok=True)
    app = QApplication(["feltjournal"])
    accessible.install()
    language.speak(app)
    theme.install(app, "light")
    now = datetime.now().astimezone()
    work = Work()
    window = MainWindow(
        work,
        kinds(),
        lambda: Gate(work),
        lambda: datetime.now().astimezone(),
        openers=openers(),
        settings=Settings(),
    )

    def made() -> Vault:
        vault = new_vault(profile / "vault")
        furnish(vault, now)
        return vault

    work.unlock(window, made, lambda error: sys.exit(repr(error)))
    window.show()
    window.activateWindow()
    FirstPaint(window, Path(os.environ["FELTJOURNAL_READY_FILE"]).touch)
    code = app.exec()
    work.stop()
    return code


if __name__ == "__main__":
    sys.exit(main())
