"""The demo as a newcomer meets it: a real jobcenter, a journal that was written and sent, and nothing left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app import paths
from app.services import caseload, sync, unlock
from app.settings import Settings
from app.vault.keychain import FolderKeychain, Keychain
from ui import demo

pytestmark = pytest.mark.day


@pytest.fixture
def home() -> Iterator[Path]:
    """Not under pytest's own folder, which PostgreSQL's unprivileged user may not enter."""
    made = Path(tempfile.mkdtemp(prefix="fj-demo-test-"))
    yield made
    shutil.rmtree(made, ignore_errors=True)


def told_to_end(app: QCoreApplication) -> int:
    """The window's loop, at rest, while somebody ends the program from outside."""
    killing = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM))
    killing.start()
    ended = app.exec()
    killing.join()
    return ended


def test_the_demo_opens_a_journal_that_was_sent_but_for_todays_work(
    monkeypatch: pytest.MonkeyPatch, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(home))
    seen: list[Path] = []

    def start(profile: Path, keychain: Callable[[], Any]) -> int:
        seen.append(profile)
        vault = unlock.open(paths.vault_place(profile), demo.PASSPHRASE, keychain(), now=datetime.now(UTC))
        try:
            now = datetime.now(UTC)
            assert len(caseload.overview(vault, now=now)) == 22
            with vault.read() as tx:
                notes = tx.exec_driver_sql("SELECT count(*) FROM note").scalar_one()
                counted = tx.exec_driver_sql("SELECT state, count(*) FROM outbox GROUP BY state").all()
                outbox = {row[0]: row[1] for row in counted}
            assert notes > 600
            assert outbox["acked"] > 1000
            assert 3 <= outbox["pending"] <= 12
            done = sync.run_round(vault, Settings(), now)
            assert (done.stopped, done.held, done.parked, done.conflicts) == (None, 0, 0, 0)
            assert sync.status(vault, now=now).all_sent
        finally:
            vault.close()
        return told_to_end(QApplication.instance() or QApplication([]))

    assert demo.run(start, keep=None) == 0
    assert demo.PASSPHRASE in capsys.readouterr().out
    assert not seen[0].exists()
    assert not list(home.iterdir())


def test_all_the_demo_put_into_the_systems_keychain_is_taken_out_again(tmp_path: Path) -> None:
    """Typed as the protocol, so that what a vault asks of a keychain one day is not missing here alone."""
    system, theirs = FolderKeychain(tmp_path), "5d" * 16
    system.put(theirs, bytes(32))
    borrowed = demo._Borrowed(system)
    lent: Keychain = borrowed
    lent.put("5e" * 16, bytes(range(32)))
    lent.set_anchor("5e" * 16, b"anchor")
    lent.set_anchor("5f" * 16, b"alone")
    assert (lent.get("5e" * 16), lent.anchor("5e" * 16)) == (bytes(range(32)), b"anchor")
    borrowed.tidy()
    assert [path.name for path in tmp_path.iterdir()] == [theirs]


def test_ended_while_it_prepares_it_leaves_nothing_behind(home: Path) -> None:
    asked = [sys.executable, "-m", "ui.main", "--demo"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, env={**os.environ, "TMPDIR": str(home)}, text=True) as program:  # fmt: skip
        assert program.stdout is not None
        while "jobcenter" not in program.stdout.readline():
            assert program.poll() is None
        program.send_signal(signal.SIGTERM)
        program.communicate(timeout=300)
    assert program.returncode == 128 + signal.SIGTERM
    assert not list(home.iterdir())
