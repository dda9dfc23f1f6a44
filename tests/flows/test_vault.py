"""The vault as a consultant's computer meets it: made, locked, opened again."""

from __future__ import annotations

from pathlib import Path

from app.vault.vault import Vault
from tests.vault_parts import open_vault


def test_what_was_committed_is_there_after_reopening(vault: Vault, vault_place: Path) -> None:
    with vault.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE t (x TEXT) STRICT")
        tx.exec_driver_sql("INSERT INTO t VALUES ('blåbær')")
    key = vault.public_key
    vault.close()
    again = open_vault(vault_place)
    with again.read() as tx:
        assert tx.exec_driver_sql("SELECT x FROM t").scalar() == "blåbær"
    assert again.public_key == key
    again.close()
