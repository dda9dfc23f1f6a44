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
