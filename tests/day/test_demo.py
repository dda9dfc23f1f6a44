"""The demo as a newcomer meets it: a real jobcenter, a journal that was written and sent, and nothing left behind."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

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
        return 0

    assert demo.run(start, keep=None) == 0
    assert demo.PASSPHRASE in capsys.readouterr().out
    assert not seen[0].exists()
    assert not list(home.iterdir())
