"""kill -9 in the middle of saving: every acknowledged note is there, none is half, none is doubled.

The long run: FELTJOURNAL_KILLS=200 pytest tests/flows/test_kill_saving.py
"""

from __future__ import annotations

import os
import random
import threading
from pathlib import Path

from app.vault import check
from app.vault.place import JOURNAL
from app.vault.vault import Vault
from tests.vault_children import body, child, heard, save_until_killed
from tests.vault_parts import open_vault

KILLS = int(os.environ.get("FELTJOURNAL_KILLS", "30"))


def _prepare(vault: Vault) -> None:
    with vault.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE written (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
        tx.exec_driver_sql(
            "CREATE TABLE trace (written INTEGER NOT NULL UNIQUE REFERENCES written(id)) STRICT"
        )
    vault.close()


def _kill_while_saving(place: Path, start: int, first: int, seconds: float) -> list[int]:
    """The numbers the writer had acknowledged when it was killed, so long after the `first` of them."""
    with child(save_until_killed, place, start) as (process, said):
        assert said.recv() == "open"
        acknowledged = [said.recv() for _ in range(first)]
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        acknowledged += heard(said)
        timer.join()
    return acknowledged


def _stored(place: Path) -> dict[int, str]:
    vault = open_vault(place)
    try:
        assert check.contents(vault) == ()
        with vault.read() as tx:
            rows = tx.exec_driver_sql("SELECT id, body FROM written").all()
            traced = tx.exec_driver_sql("SELECT count(*) FROM trace").scalar()
        assert traced == len(rows), "half a transaction was kept"
        return {int(row[0]): str(row[1]) for row in rows}
    finally:
        vault.close()


def test_no_acknowledged_note_is_lost_to_a_kill(vault: Vault, vault_place: Path) -> None:
    _prepare(vault)
    rng = random.Random(20)  # noqa: S311 - when to kill
    acknowledged: set[int] = set()
    stored: dict[int, str] = {}
    logs_left = 0
    for _ in range(KILLS):
        start = max(stored, default=0) + 1
        acknowledged |= set(_kill_while_saving(vault_place, start, rng.randrange(4), rng.uniform(0.0, 0.12)))
        wal = vault_place / (JOURNAL + "-wal")
        logs_left += wal.exists() and wal.stat().st_size > 0
        stored = _stored(vault_place)
        assert acknowledged <= stored.keys()
        assert all(text == body(number) for number, text in stored.items())
    print(f"{KILLS} kills, {len(acknowledged)} notes acknowledged, all {len(stored)} there are whole")  # noqa: T201 - shown with -rP
    assert len(acknowledged) > KILLS, "the writers never got to write"
    assert logs_left > KILLS // 2, "the kills came when nothing was under way"
