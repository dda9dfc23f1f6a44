"""The program as it is left alone: opened, a note written, and begun anew when the computer goes to sleep.

`python -m tests.leaving_child PLACE open` says `open` when a note is written; what follows `Leaving` is the same
program with `locked` in place of `open`, which says so and waits.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import process
from app.services.door import Saved
from app.settings import Settings
from tests.vault_parts import NOW, keychain_of, open_vault
from ui import relaunch, theme
from ui.away import Away
from ui.policy import InForce
from ui.program import build
from ui.window.leaving import Leaving

SENTINEL = "Talte om havebrug og blåbær."


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def _write(vault: object) -> None:
    from app.services import caseload, journal
    from tests.journal_parts import fields

    made = caseload.create(vault, fields={"name": "Amira Holm", "phase": "job_search"}, now=NOW)  # type: ignore[arg-type]
    assert isinstance(made, Saved)
    journal.write_note(vault, note=fields(made.id, facts=SENTINEL), now=NOW)  # type: ignore[arg-type]


def main() -> None:
    place, state = Path(sys.argv[1]), sys.argv[2]
    process.harden()
    app = QApplication(["feltjournal"])
    theme.install(app, "light", 100)
    held = InForce(Settings(), Settings)
    window, work = build(place.parent.parent, keychain=lambda: keychain_of(place), held=held, now=lambda: NOW)
    window.show()
    away = Away(window, int(window.winId()))
    away.listen()
    words = [sys.executable, "-m", "tests.leaving_child", str(place), "locked"]
    Leaving(window, work, away, words, replace=relaunch.replace)
    if state == "open":
        work.unlocked.connect(lambda: work.run(window, _write, lambda _: _say("open")))
        work.unlock(window, lambda: open_vault(place), lambda error: _say(type(error).__name__))
    else:
        _say("locked")
    app.exec()


if __name__ == "__main__":
    main()
