"""A power cut at any moment takes no acknowledged note; the same harness sees the loss where fsync is left out.

The long run: FELTJOURNAL_CRASHES=1000 pytest tests/flows/test_vault_powercut.py
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from pathlib import Path

import pytest

from app.vault.vault import Vault
from tests.powercut import crash, record, rows_of
from tests.vault_children import body

CRASHES = int(os.environ.get("FELTJOURNAL_CRASHES", "120"))
ROWS = 60

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="records with strace")


def _states(
    vault: Vault, aside: Path, *, crashes: int, autocheckpoint: int, synchronous: str
) -> tuple[int, int]:
    """How many crash states lost an acknowledged row, and how many could not be opened."""
    assert shutil.which("strace"), "apt-get install strace"
    with vault.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE written (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    vault.close()
    made = record(vault.place, aside, rows=ROWS, autocheckpoint=autocheckpoint, synchronous=synchronous)
    assert sum(event.what == "ack" for event in made.events) == ROWS
    rng = random.Random(autocheckpoint)  # noqa: S311 - where the cut comes
    lost = shut = 0
    for number in range(crashes):
        files, acknowledged = crash(made, rng)
        folder = aside / f"state-{number}"
        found = rows_of(files, made.key, folder)
        shutil.rmtree(folder)
        if found is None:
            shut += 1
        elif any(found.get(row) != body(row) for row in range(1, acknowledged + 1)):
            lost += 1
    return lost, shut


@pytest.mark.parametrize("autocheckpoint", [5, 1000])
def test_no_power_cut_takes_an_acknowledged_note(vault: Vault, tmp_path: Path, autocheckpoint: int) -> None:
    states = _states(vault, tmp_path, crashes=CRASHES // 2, autocheckpoint=autocheckpoint, synchronous="FULL")
    assert states == (0, 0)


def test_the_same_cuts_take_notes_where_a_commit_does_not_reach_the_disk(
    vault: Vault, tmp_path: Path
) -> None:
    lost, _ = _states(vault, tmp_path, crashes=40, autocheckpoint=20, synchronous="NORMAL")
    assert lost > 5
