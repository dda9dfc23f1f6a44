"""Run inside a private session bus: what the system's keychain answers, one JSON line a question."""

from __future__ import annotations

import json
import os
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

from app.errors import FeltjournalError
from app.vault.keychain import SystemKeychain

ENTRY, SECRET = "5e" * 16, bytes(range(32))

# The bus library leaves its connection open when a keyring stays locked.
warnings.simplefilter("ignore", ResourceWarning)


def _roundtrip(_: Path) -> object:
    chain = SystemKeychain()
    before = chain.get(ENTRY)
    chain.put(ENTRY, SECRET)
    same = chain.get(ENTRY) == SECRET
    other = chain.get("5f" * 16)
    chain.remove("5f" * 16)
    return [before, same, other]


def _get(_: Path) -> object:
    found = SystemKeychain(seconds=20).get(ENTRY)
    return None if found is None else found.hex()


def _get_from_a_service_that_hangs(_: Path) -> object:
    os.kill(int(os.environ["SERVICE_PID"]), signal.SIGSTOP)
    try:
        found = SystemKeychain(seconds=1).get(ENTRY)
    finally:
        os.kill(int(os.environ["SERVICE_PID"]), signal.SIGCONT)
    return None if found is None else found.hex()


def _create(place: Path) -> object:
    from app.services import unlock
    from tests.vault_parts import CHEAP, PASSPHRASE

    vault = unlock.create(place, PASSPHRASE, SystemKeychain(), cost=CHEAP)
    vault.close()
    return "made"


def _open(place: Path) -> object:
    from app.services import unlock
    from tests.vault_parts import NOW, PASSPHRASE

    unlock.open(place, PASSPHRASE, SystemKeychain(seconds=20), now=NOW).close()
    return "open"


def _screen(place: Path) -> object:
    """What the locked screen says when the right passphrase has been typed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication, QPushButton

    from app.services import unlock
    from tests.vault_parts import NOW, PASSPHRASE
    from ui import theme
    from ui.text import language
    from ui.unlock import UnlockPage, Ways
    from ui.unlock.unlock_form import UnlockForm
    from ui.work import Work

    app, work, chain = QApplication([]), Work(), SystemKeychain(seconds=20)
    language.speak(app)
    theme.install(app, "light")
    page = UnlockPage(
        work,
        Ways(
            status=lambda: unlock.status(place, now=NOW),
            open=lambda words: unlock.open(place, words, chain, now=NOW),
            create=lambda words: unlock.create(place, words, chain),
        ),
    )
    page.show()
    form = page.findChild(UnlockForm)
    assert form is not None
    page.passed.connect(app.quit)
    failed = form.failed

    def told(error: FeltjournalError) -> None:
        failed(error)
        app.quit()

    form.failed = told  # type: ignore[method-assign]
    form.field.line.setText(PASSPHRASE)
    form.busy.pressed.emit()
    app.exec()
    said = "the journal" if work.is_open else form.field._failed
    offered = sorted(button.text() for button in page.findChildren(QPushButton) if button.isVisible())
    work.stop()
    return [said, offered]


QUESTIONS: dict[str, Callable[[Path], object]] = {
    "roundtrip": _roundtrip,
    "get": _get,
    "hang": _get_from_a_service_that_hangs,
    "create": _create,
    "open": _open,
    "screen": _screen,
}


def main() -> None:
    place = Path(sys.argv[1])
    for name in sys.argv[2:]:
        try:
            answer = QUESTIONS[name](place)
        except FeltjournalError as error:
            answer = type(error).__name__ + ("" if not error.args else f":{error.args[0]}")
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
