"""A journal that stopped at any step of the schema is copied, brought up to today's, and every note is there."""

from __future__ import annotations

import base64
import shutil
from datetime import timedelta
from importlib import resources as files
from pathlib import Path

import pytest

from app.services import search, upkeep
from app.store import schema
from app.vault import backup, check, lifecycle
from app.vault.place import JOURNAL
from app.vault.vault import Vault
from tests.vault_parts import NOW, PASSPHRASE, keychain_of, open_vault

OLD = Path(__file__).parents[1] / "data" / "vaults" / "schema-1"
STEPS = sorted(
    (int(one.name[:4]), one)
    for one in files.files("app.store.migrations").iterdir()
    if one.name.endswith(".sql")
)
FACTS = {f"Mødtes på biblioteket for gang {n}." for n in range(3)}


def _at_schema(place: Path, number: int) -> None:
    """The oldest journal, brought as far as a program of that schema would have."""
    place.mkdir(parents=True)
    for name in ("vault.fjk", JOURNAL):
        shutil.copy(OLD / name, place / name)
    keychain_of(place).put(place.name, base64.b64decode((OLD / "device-secret").read_bytes()))
    vault = lifecycle.unlock(place, PASSPHRASE, keychain_of(place), now=NOW)
    with vault.begin() as tx:
        for step, file in STEPS:
            if 1 < step <= number:
                for statement in schema.statements(file.read_text("utf-8")):
                    tx.exec_driver_sql(statement)
        tx.exec_driver_sql(f"PRAGMA user_version = {number}")
    vault.close()


@pytest.mark.parametrize("number", [number for number, _ in STEPS[:-1]])
def test_a_journal_of_every_schema_there_ever_was_opens_after_a_copy(vault_place: Path, number: int) -> None:
    _at_schema(vault_place, number)
    again = open_vault(vault_place)
    assert check.schema_version(again) == schema.VERSION
    (copy,) = upkeep.copies(vault_place)
    assert (copy.kind, copy.schema) == ("before", number)
    with again.read() as tx:
        assert set(tx.exec_driver_sql("SELECT facts FROM note").scalars().all()) == FACTS
    assert len(search.find(again, "gang biblio").notes) == len(FACTS)
    assert check.contents(again) == ()
    verdict = again.verify_chain()
    assert verdict is not None
    assert verdict.sound
    again.close()


def test_two_copies_from_before_a_change_are_kept_beside_three_of_the_days(
    vault: Vault, vault_place: Path
) -> None:
    for day in range(5):
        for kind in (backup.BEFORE, backup.DAILY):
            backup.make(vault, kind, now=NOW + timedelta(days=day))
    kept = [(one.kind, (one.at - NOW).days) for one in upkeep.copies(vault_place)]
    assert sorted(kept) == [("before", 3), ("before", 4), ("daily", 2), ("daily", 3), ("daily", 4)]
