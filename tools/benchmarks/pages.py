"""What each page asks of the vault at a team leader's extreme: 5,000 candidates and 100,000 notes in one store.

Held against the processor's time, which another program's load does not change: 100 ms a page, 150 ms for I dag with its
reminders. Painting is not in it: `palette` and `startup` measure windows. Making the store takes some minutes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from random import Random
from uuid import UUID

from app import guard
from app.domain.records import PARTICIPANT, Value
from app.services import alerts, caseload, employers, fidelity, figures, journal, leader, search, today
from app.store import people, records
from app.vault.vault import Vault
from tools.benchmarks import Budget, Result
from tools.benchmarks import _journal as store

_PEOPLE, _NOTES, _COLLEAGUES, _OWN, _ROUNDS = 5_000, 100_000, 60, 20, 3
_NAMES = 400
_PHASES = ("job_search",) * 5 + ("employed",) * 3 + ("on_hold", "closed")
_PAGE_S, _TODAY_S = 0.1, 0.15


def run() -> Result:
    with store.vault() as vault:
        store.employers_of(vault, 300)
        who = _candidates(vault)
        store.fill(vault, _NOTES, who)
        figures_ = {f"{name}_cpu_s": _best(job) for name, job in _pages(vault, who).items()}
    budgets = tuple(
        Budget(name, figures_[f"{name}_cpu_s"] / limit, 1.0, f"{limit * 1000:.0f} ms of processor time")
        for name, limit in [(name, _TODAY_S if name == "today" else _PAGE_S) for name in _names(figures_)]
    )
    return Result({"participants": float(_PEOPLE), "notes": float(_NOTES), **figures_}, budgets)


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


def _best(job: Callable[[], object]) -> float:
    job()
    return min(_cpu(job) for _ in range(_ROUNDS))


def _cpu(job: Callable[[], object]) -> float:
    began = time.process_time()
    job()
    return time.process_time() - began
