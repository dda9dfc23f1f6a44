"""A note saved so that a power cut cannot take it, against one bare durable INSERT into the same vault.

Ours: the whole use case: guard, row, signed operation, index, access log, one commit. The peer: a row of the same
size in a table of its own, in a transaction of its own.
"""

from __future__ import annotations

import itertools
import statistics
from uuid import UUID

from app import guard
from app.domain.records import NOTE_TEXTS
from app.services import journal as use_case
from app.services.journal import NoteFields
from app.vault.vault import Vault
from tools.benchmarks import Budget, Result, seconds
from tools.benchmarks import _journal as journal

_SAVES, _BEFORE = 200, 2_000


def run() -> Result:
    notes = itertools.cycle(journal.sentences())
    with journal.vault() as vault:
        (whose,) = journal.participants(vault, 1)
        journal.fill(vault, _BEFORE, [whose])
        with vault.begin() as tx:
            tx.exec_driver_sql("CREATE TABLE bare (n INTEGER PRIMARY KEY, words TEXT NOT NULL)")
        told = [_of(next(notes), whose) for _ in range(_SAVES)]
        pairs = [(seconds(lambda t=t: _save(vault, t)), seconds(lambda t=t: _bare(vault, t))) for t in told]  # type: ignore[misc]
    reading = statistics.median(seconds(lambda t=t: _review(t)) for t in told)  # type: ignore[misc]
    ours = sorted(a for a, _ in pairs)
    peer = statistics.median(b for _, b in pairs)
    figures = {
        "save_p50_s": statistics.median(ours),
        "save_p95_s": ours[int(0.95 * len(ours))],
        "guard_p50_s": reading,
        "bare_insert_p50_s": peer,
    }
    without_guard = max(statistics.median(ours) - reading, 0.0)
    budget = Budget("a durable note without the guard", without_guard / peer, 12.0, "a bare durable INSERT")
    return Result(figures, (budget,))


def _of(note: NoteFields, whose: UUID) -> NoteFields:
    from dataclasses import replace

    return replace(note, participant=whose, own_view="", assessment="", agreements="")


def _save(vault: Vault, note: NoteFields) -> None:
    guard.forget()
    use_case.write_note(vault, note=note, kept=frozenset(guard.CATEGORIES), now=journal.NOW)


def _review(note: NoteFields) -> None:
    guard.forget()
    for name in NOTE_TEXTS:
        guard.review(getattr(note, name))


def _bare(vault: Vault, note: NoteFields) -> None:
    with vault.begin() as tx:
        tx.exec_driver_sql("INSERT INTO bare (words) VALUES (?)", ("".join(note.texts.values()),))
