"""Get ready while the passphrase is being typed: what unlocking and the first page need is imported and loaded.

Not before somebody is there: a computer that has been started and left keeps the locked window alone in memory.
"""

from __future__ import annotations

from importlib import import_module

_UNLOCKING = (
    "app.vault.lifecycle",
    "app.store.schema",
    "sqlalchemy.dialects.sqlite",
    "app.services.enrol",
    "app.services.upkeep",
    "app.services.renewing",
    "app.vault.backup",
)
_PAGES = (
    "ui.window.workspace",
    "ui.today.page",
    "ui.caseload.page",
    "ui.employers.page",
    "ui.calendar.page",
    "ui.fidelity.page",
    "ui.figures.page",
    "ui.sync.page",
    "ui.note.opener",
    "ui.palette.palette",
)


def up() -> None:
    """Off the GUI thread, on whatever time it leaves. What is ready already costs nothing."""
    for name in (*_UNLOCKING, *_PAGES):
        import_module(name)
    from app import guard

    guard.review("")
