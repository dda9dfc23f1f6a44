"""Prøv med opdigtede data: a whole journal of people who do not exist, that leaves nothing behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services import caseload, demo, enrol, sync, unlock
from tests.vault_parts import NOW
from ui.theme import Theme
from ui.trial import Trial, notice
from ui.unlock import UnlockPage, Ways
from ui.unlock.trial_form import TrialForm
from ui.work import Work


@pytest.fixture(autouse=True)
def a_short_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some days of it, as three months are for a person; and they begin in the middle of somebody's appointment."""
    whole = demo.History
    held = max(at for at, write in whole(NOW)._story.events if write.__name__ == "hold")

    def short(*given: object, **_: object) -> demo.History:
        told = whole(*given, since=held)  # type: ignore[arg-type]
        told._story.events = told._story.events[:3]
        return told

    monkeypatch.setattr(demo, "History", short)


def test_the_first_run_offers_it_and_it_is_gone_with_the_lock(
    qtbot: QtBot, look: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    work = Work()
    trial = Trial(work, lambda: NOW)
    ways = Ways(unlock.NoVault, str, str, trial=trial.begin)
    page = UnlockPage(work, ways)
    qtbot.addWidget(page)
    page.show()
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Prøv med opdigtede data")
    with qtbot.waitSignal(page.passed, timeout=180_000):
        button.click()
        assert page.findChild(TrialForm) is not None
    assert trial.running
    (folder,) = tmp_path.iterdir()
    told: list[Any] = []
    work.run(
        work,
        lambda v: (caseload.overview(v, now=NOW), enrol.identity(v), sync.status(v, now=NOW)),
        told.append,
    )
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    people, me, state = told[0]
    assert len(people) > 15
    assert (me.name, me.feed_name) == ("Mette Lund", "Jobcenter Strandby")
    assert state.enrolled  # so that no page asks for the code of a real jobcenter
    work.lock()
    assert not trial.running
    qtbot.waitUntil(lambda: not folder.exists(), timeout=20_000)
    work.stop()


def test_what_one_must_not_forget_is_said() -> None:
    assert "Opdigtede data" in notice()
