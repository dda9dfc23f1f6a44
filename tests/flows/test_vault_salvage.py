"""Salvage: what a damaged journal still has, what the queue and the rescue journal give back, and what is said to be lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services import integrity, salvaging, search
from app.store import outbox
from app.vault import check
from app.vault.place import JOURNAL, RESCUE
from app.vault.vault import Vault
from tests.flows.test_vault_damage import filled, flip
from tests.journal_parts import decrypted
from tests.vault_parts import NOW, PASSPHRASE, keychain_of, open_vault

pytestmark = pytest.mark.logs_warning
NOTES = 40
_QUEUED = "SELECT q, id, p, s, hash FROM outbox ORDER BY q"


def _salvage(place: Path) -> salvaging.Salvaged:
    return salvaging.salvage(place, PASSPHRASE, keychain_of(place), now=NOW)


def _facts(vault: Vault) -> set[str]:
    with vault.read() as tx:
        return set(tx.exec_driver_sql("SELECT facts FROM note").scalars().all())


def _queued(vault: Vault) -> list[tuple[object, ...]]:
    with vault.read() as tx:
        return [tuple(row) for row in tx.exec_driver_sql(_QUEUED)]


def _root(vault: Vault, table: str) -> int:
    with vault.read() as tx:
        return int(
            tx.exec_driver_sql("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).scalar_one()
        )


def _leaves(vault: Vault, table: str) -> list[int]:
    """The pages that hold a table's rows, from its root down."""
    pages = list(decrypted(vault))
    found, ahead = [], [_root(vault, table)]
    while ahead:
        number = ahead.pop()
        page = pages[number - 1]
        if page[0] == 13:
            found.append(number)
        elif page[0] == 5:
            cells = int.from_bytes(page[3:5], "big")
            ahead.append(int.from_bytes(page[8:12], "big"))
            for cell in range(cells):
                at = int.from_bytes(page[12 + 2 * cell : 14 + 2 * cell], "big")
                ahead.append(int.from_bytes(page[at : at + 4], "big"))
    return sorted(found)


def damage(vault: Vault, table: str, *, which: int = 3) -> None:
    """One page of a table's rows; the vault is closed."""
    vault.checkpoint()
    leaves = _leaves(vault, table)
    page = leaves[min(which, len(leaves) - 1)]
    vault.close()
    flip(vault.place / JOURNAL, page)


def _sound(place: Path) -> Vault:
    again = open_vault(place)
    assert integrity.account(again) is None
    assert check.contents(again) == ()
    verdict = again.verify_chain()
    assert verdict is not None
    assert verdict.sound
    return again


@pytest.mark.parametrize("table", ["note", "outbox"])
def test_what_the_jobcenter_has_not_received_is_whole_whichever_page_is_damaged(
    vault: Vault, vault_place: Path, table: str
) -> None:
    filled(vault, NOTES)
    facts, queued = _facts(vault), _queued(vault)
    damage(vault, table)
    before = (vault_place / JOURNAL).read_bytes()
    done = _salvage(vault_place)
    assert done.damaged == (table,)
    assert done.put_back > 0
    assert (done.lost, done.about) == ({}, ())
    assert done.original.read_bytes() == before
    again = _sound(vault_place)
    assert _facts(again) == facts
    assert _queued(again) == queued, "the chain of operations has a hole the jobcenter would not take"
    assert len(search.find(again, "nummer").notes) > 0
    again.close()


def test_a_note_that_is_nowhere_else_is_counted_and_said_whose_it_is(vault: Vault, vault_place: Path) -> None:
    filled(vault, NOTES)
    with vault.begin() as tx:
        tx.exec_driver_sql("UPDATE outbox SET state = 'acked', p = '', rev = q")
        tx.exec_driver_sql("UPDATE note SET rev = 1")
    for record in (vault_place / RESCUE).iterdir():
        record.unlink()
    damage(vault, "note")
    done = _salvage(vault_place)
    again = _sound(vault_place)
    missing = NOTES - len(_facts(again))
    again.close()
    assert missing > 0
    assert (done.lost, done.about) == ({"note": missing}, ("Amira Holm",))
    assert not done.stranger


def test_a_computer_whose_own_key_is_lost_says_so(vault: Vault, vault_place: Path) -> None:
    filled(vault, 3)
    public = vault.public_key
    vault.checkpoint()
    page = _root(vault, "device_key")
    vault.close()
    flip(vault_place / JOURNAL, page)
    done = _salvage(vault_place)
    assert done.stranger
    again = _sound(vault_place)
    assert again.public_key != public
    assert len(_facts(again)) == 3
    again.close()


def test_a_sound_journal_is_salvaged_without_a_loss(vault: Vault, vault_place: Path) -> None:
    filled(vault, 3)
    with vault.read() as tx:
        waiting = len(outbox.waiting(tx))
    vault.close()
    done = _salvage(vault_place)
    assert (done.damaged, done.lost, done.put_back, done.stranger) == ((), {}, 0, False)
    again = _sound(vault_place)
    with again.read() as tx:
        assert len(outbox.waiting(tx)) == waiting
    again.close()
