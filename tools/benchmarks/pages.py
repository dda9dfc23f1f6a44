"""What each page costs at a team leader's extreme: 5,000 candidates and 100,000 notes in one store.

Held against the processor's time, which another program's load does not change: 100 ms a page, 150 ms for I dag with its
reminders. Three questions. `NAME_cpu_s`: what the page asks of the vault, each time after a change, so that nothing counted
before is of use. `NAME_again_cpu_s`: the same when nothing has changed since. `NAME_shown_s` and `NAME_filled_s`: in the real
window, page there, a change behind it, from the command until it is painted and until its last answer is painted; those
two are the clock's. Making the store takes some minutes.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from app import guard
from app.domain.records import PARTICIPANT, Value
from app.services import alerts, caseload, employers, fidelity, figures, journal, leader, search, today
from app.store import people, records
from app.vault.vault import Vault
from tools.benchmarks import Budget, Result
from tools.benchmarks import _journal as store

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.work import Work

_TURNS = itertools.count(10)
_PEOPLE, _NOTES, _COLLEAGUES, _OWN, _ROUNDS = 5_000, 100_000, 60, 20, 3
_NAMES = 400
_SHOWN = ("today", "caseload", "employers", "fidelity", "figures")
_PHASES = ("job_search",) * 5 + ("employed",) * 3 + ("on_hold", "closed")
_PAGE_S, _TODAY_S = 0.1, 0.15


def run() -> Result:
    with store.vault() as vault:
        store.employers_of(vault, 300)
        who = _candidates(vault)
        store.fill(vault, _NOTES, who)
        figures_: dict[str, float] = {}
        again: dict[str, float] = {}
        for name, job in _pages(vault, who).items():
            figures_[f"{name}_cpu_s"] = min(
                _cpu(job, after=partial(_change, vault, who)) for _ in range(_ROUNDS)
            )
            again[f"{name}_again_cpu_s"] = min(_cpu(job) for _ in range(_ROUNDS))
        seen = _window(vault, who)
    budgets = tuple(
        Budget(name, figures_[f"{name}_cpu_s"] / limit, 1.0, f"{limit * 1000:.0f} ms of processor time")
        for name, limit in [(name, _TODAY_S if name == "today" else _PAGE_S) for name in _names(figures_)]
    )
    return Result(
        {"participants": float(_PEOPLE), "notes": float(_NOTES), **figures_, **again, **seen}, budgets
    )


def _names(found: dict[str, float]) -> list[str]:
    return [name.removesuffix("_cpu_s") for name in found]


def _candidates(vault: Vault) -> list[UUID]:
    """Most are colleagues'; a few the leader's own. All bear one of four hundred names, which the guard reads once."""
    rng, ids = Random(3), []  # noqa: S311
    named = [
        one for n in range(_NAMES) if isinstance(one := guard.clear(f"Amira Holm {n}"), guard.ClearedText)
    ]
    with vault.begin() as tx:
        people.introduce(tx, name="Lis Leder", role="leader")
        for number in range(_PEOPLE):
            id = records.new_id()
            values: dict[str, Value] = {
                "name": named[number % len(named)], "phase": rng.choice(_PHASES),
                "ips_start": (store.NOW - timedelta(days=rng.randrange(5, 700))).date(),
                "consultant": "" if number < _OWN else f"k{number % _COLLEAGUES}",
            }  # fmt: skip
            records.write(
                tx, PARTICIPANT, id, values, case=records.Case(cand=id), now=store.NOW, sign=vault.sign
            )
            ids.append(id)
        tx.exec_driver_sql("UPDATE outbox SET state = 'acked'")  # they came from the jobcenter
    return ids


def _pages(vault: Vault, who: list[UUID]) -> dict[str, Callable[[], object]]:
    now = store.NOW
    return {
        "today": lambda: (today.today(vault, now=now), alerts.open_alerts(vault, now=now), leader.view(vault, now=now)),
        "candidates": lambda: caseload.overview(vault, now=now),
        "candidate": lambda: (
            caseload.open_participant(vault, who[0], now=now), journal.timeline(vault, who[0], now=now),
        ),
        "employers": lambda: employers.register(vault),
        "fidelity": lambda: fidelity.page(vault, now=now),
        "figures": lambda: figures.page(vault, now=now),
        "find": lambda: search.find(vault, "bageri juhl", today=now.date()),
    }  # fmt: skip


def _cpu(job: Callable[[], object], *, after: Callable[[], object] = lambda: None) -> float:
    after()
    began = time.process_time()
    job()
    return time.process_time() - began


def _change(vault: Vault, who: list[UUID]) -> None:
    """Something every page rests on, and the figures count: a telephone number, and the day one began."""
    turn = next(_TURNS)
    number = guard.clear(f"+45 00 00 {turn % 100:02} 00")
    assert isinstance(number, guard.ClearedText)
    values: dict[str, Value] = {"phone": number, "ips_start": (store.NOW - timedelta(days=turn)).date()}
    with vault.begin() as tx:
        records.write(
            tx, PARTICIPANT, who[0], values, case=records.Case(cand=who[0]), now=store.NOW, sign=vault.sign
        )  # fmt: skip


def _window(vault: Vault, who: list[UUID]) -> dict[str, float]:
    """Each page opened from another one, once it has been made. Closes the vault."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QWidget

    from app.settings import Settings
    from ui import theme
    from ui.collecting import Collector
    from ui.window import MainWindow
    from ui.window.pages import kinds, openers
    from ui.work import Work

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.install(app, "light")
    collector, work = Collector(app), Work()
    collector.start()  # as in the program
    window = MainWindow(work, kinds(), QWidget, lambda: store.NOW, openers=openers(), settings=Settings())
    work.unlock(work, lambda: vault, _fail)
    window.resize(1280, 720)
    window.show()
    found: dict[str, float] = {}
    for name in _SHOWN:  # all are made before one is measured
        window.go(name, None)
        _answered(window, work)
    for name in _SHOWN:
        for _ in range(_ROUNDS):
            window.go("settings", None)
            _answered(window, work)
            _change(vault, who)
            work.changed.emit(caseload.CHANGES)
            _answered(window, work)
            _change(vault, who)
            began = time.perf_counter()
            work.changed.emit(caseload.CHANGES)
            window.go(name, None)
            window.repaint()
            shown = time.perf_counter() - began
            _answered(window, work)
            filled = time.perf_counter() - began
            for key, value in ((f"{name}_shown_s", shown), (f"{name}_filled_s", filled)):
                found[key] = min(value, found.get(key, value))
    work.stop()
    collector.stop()
    window.deleteLater()
    return found


def _answered(window: QWidget, work: Work) -> None:
    """Until all that was asked, and all that the answers asked, is answered and painted."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    asleep = QEventLoop.ProcessEventsFlag.WaitForMoreEvents  # or the worker would wait for this loop
    for _ in range(3):
        answers: list[object] = []
        work.run(window, lambda _: True, answers.append)
        while not answers:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | asleep)
    QCoreApplication.processEvents()  # what the last answer changed is painted, as in the program, and nothing else


def _fail(error: Exception) -> None:
    raise error
