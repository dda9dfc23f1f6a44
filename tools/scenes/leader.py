"""The leader's card in I dag, and the question before a colleague's case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtWidgets import QScrollArea, QWidget

from app.store import people, team
from app.vault.vault import Vault
from tools.scenes import Scene
from tools.scenes.workplace import NAME, Stage, page
from ui.today.page import TodayPage
from ui.widgets.form import Form

_OTHERS = (("JC-2026-0417", "nk", 31, 0), ("JC-2026-0388", "mlu", 22, 2), ("JC-2026-0402", "nk", 4, 3))


def _lead(stage: Stage) -> TodayPage:
    def job(vault: Vault) -> None:
        with vault.begin() as tx:
            people.introduce(tx, name=NAME, role="leader")
            away = stage.now.date() - timedelta(days=12)
            known = (("mlu", "Mette Lund", "consultant", away), ("nk", "Nikolaj Krog", "consultant", away))
            people.know(tx, [people.Colleague(*one) for one in known])
            team.know(
                tx,
                [
                    team.Elsewhere(
                        UUID(int=n + 1), number, whose, "job_search", None,
                        stage.now.date() - timedelta(days=days), steps,
                    )
                    for n, (number, whose, days, steps) in enumerate(_OTHERS)
                ],
            )  # fmt: skip

    stage.ask(job)
    found = stage.window.findChild(TodayPage)
    assert found is not None
    found.reload()
    stage.settle()
    area = found.findChild(QScrollArea)
    if area is not None:
        area.ensureWidgetVisible(found._team, 0, 20)
    stage.settle()
    return found


def _show(stage: Stage) -> None:
    _lead(stage)


def _ask(stage: Stage) -> QWidget | None:
    found = _lead(stage)
    rows = found._team.rows
    button = next(one for one in rows._rows if one.row.title.startswith("JC-"))
    button.click()
    stage.settle()
    return stage.window.findChild(Form)


SCENES: dict[str, Callable[[datetime], Scene]] = {
    "leader": page("today", _show),
    "leader-asks": page("today", _ask),
}
