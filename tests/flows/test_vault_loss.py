"""A log that was cut, a page or a whole file put back: no checksum tells, so the chain, the anchor and the rescue do."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import VaultDamaged
from app.services import integrity, journal, unlock
from app.services.integrity import Account
from app.store import outbox
from app.vault import check, rescue
from app.vault.keys import RecoveryKey
from app.vault.place import JOURNAL, RESCUE
from app.vault.vault import Vault
from tests.journal_parts import NOW, fields, note, participant, task
from tests.vault_parts import CHEAP, PASSPHRASE, keychain_of, open_vault

WAL = JOURNAL + "-wal"
PAGE, SALT = 4096, 16  # the salt at the head of the file is not used: ours is in the key file
FLIPS = int(os.environ.get("FELTJOURNAL_FLIPS", "10"))  # the long run: FELTJOURNAL_FLIPS=300


class Cut:
    """The files as they lay on the disk at one moment, and the way back to it."""

    def __init__(self, place: Path, aside: Path) -> None:
        self._place, self._aside = place, aside
        shutil.copytree(place, aside)

    def put_back(self, *names: str) -> None:
        for name in names:
            (self._place / name).unlink(missing_ok=True)
            if (self._aside / name).exists():
                shutil.copy(self._aside / name, self._place / name)


def _account(place: Path) -> tuple[Account | None, Vault]:
    vault = open_vault(place)
    return integrity.account(vault), vault


def _facts(vault: Vault) -> set[str]:
    with vault.read() as tx:
        return set(tx.exec_driver_sql("SELECT facts FROM note").scalars().all())


def _power_cut(vault: Vault, place: Path, aside: Path) -> None:
    """The program is gone from one moment to the next: its log is still beside the file."""
    vault.drop_anchor()
    cut = Cut(place, aside)
    vault.abandon()
    cut.put_back(JOURNAL, WAL)
    (place / (JOURNAL + "-shm")).unlink(missing_ok=True)


def test_a_journal_as_it_was_left_is_opened_without_a_word(vault: Vault, vault_place: Path) -> None:
    whose = participant(vault)
    note(vault, whose)
    vault.close()
    for _ in range(2):
        found, again = _account(vault_place)
        assert found is None
        verdict = again.verify_chain()
        assert verdict is not None
        assert verdict.sound
        again.close()


def test_a_crash_that_loses_nothing_is_no_alarm(vault: Vault, vault_place: Path, tmp_path: Path) -> None:
    whose = participant(vault)
    vault.drop_anchor()
    note(vault, whose)  # ahead of the anchor, as after any crash
    cut = Cut(vault_place, tmp_path / "cut")
    vault.abandon()
    cut.put_back(JOURNAL, WAL)
    found, again = _account(vault_place)
    assert found is None
    assert len(_facts(again)) == 1
    again.close()


@pytest.mark.logs_warning
def test_notes_lost_with_the_log_are_back_before_the_journal_is_shown(
    vault: Vault, vault_place: Path, tmp_path: Path
) -> None:
    whose = participant(vault)
    vault.checkpoint()
    written = {f"Mødtes og talte om job nummer {n}." for n in range(3)}
    for text in written:
        note(vault, whose, facts=text)
    task(vault, whose, "Ring til Bageri Juhl")
    _power_cut(vault, vault_place, tmp_path / "cut")
    (vault_place / WAL).unlink()
    found, again = _account(vault_place)
    assert found is not None
    assert (found.behind, found.restored, found.lost, found.doubts) == (4, 4, 0, ())
    assert _facts(again) == written
    with again.read() as tx:
        assert tx.exec_driver_sql("SELECT title FROM task").scalars().all() == ["Ring til Bageri Juhl"]
        waiting = outbox.waiting(tx)
        assert [op.q for op in waiting] == [1, 2, 3, 4, 5]
    note(again, whose, facts="Talte om løn.")
    integrity.accept(again)
    again.close()
    found, again = _account(vault_place)
    assert found is None
    assert len(_facts(again)) == 4
    again.close()


@pytest.mark.logs_warning
def test_every_flip_in_the_log_is_harmless_or_told_of(
    vault: Vault, vault_place: Path, tmp_path: Path
) -> None:
    whose = participant(vault)
    vault.checkpoint()
    for n in range(4):
        note(vault, whose, facts=f"Mødtes og talte om job nummer {n}.")
    _power_cut(vault, vault_place, tmp_path / "cut")
    log, silent, told = (vault_place / WAL).read_bytes(), 0, 0
    rng = random.Random(6)  # noqa: S311 - where to flip
    for _ in range(FLIPS):
        flipped = bytearray(log)
        flipped[rng.randrange(len(log))] ^= 1 << rng.randrange(8)
        trial = tmp_path / "trial" / vault_place.name
        shutil.rmtree(trial.parent, ignore_errors=True)
        shutil.copytree(tmp_path / "cut", trial)
        shutil.copytree(keychain_of(vault_place)._folder, trial.parent / "keychain")
        (trial / WAL).write_bytes(flipped)
        found, again = _account(trial)
        silent += found is None and len(_facts(again)) < 4
        told += found is not None
        assert len(_facts(again)) == 4, "a note that was acknowledged is gone"
        again.abandon()
    assert silent == 0
    assert told > FLIPS // 2


def _old_file(vault: Vault, place: Path, aside: Path, then: Callable[[Vault], object]) -> None:
    vault.close()
    cut = Cut(place, aside)
    later = open_vault(place)
    then(later)
    later.close()
    cut.put_back(JOURNAL)


def test_a_whole_old_file_is_told_even_when_the_rescue_journal_is_gone(
    vault: Vault, vault_place: Path, tmp_path: Path
) -> None:
    whose = participant(vault)
    _old_file(vault, vault_place, tmp_path / "cut", lambda later: note(later, whose))
    shutil.rmtree(vault_place / RESCUE)
    found, again = _account(vault_place)
    assert found is not None
    assert (found.behind > 0, found.restored, found.until is not None) == (True, 0, True)
    again.close()
    found, again = _account(vault_place)
    assert found is not None, "what nobody has read is told again"
    integrity.accept(again)
    again.close()
    found, again = _account(vault_place)
    assert found is None
    again.close()


def test_an_old_file_that_was_worked_on_further_is_another_one(
    vault: Vault, vault_place: Path, tmp_path: Path
) -> None:
    whose = participant(vault)
    _old_file(vault, vault_place, tmp_path / "cut", lambda later: journal.timeline(later, whose, now=NOW))
    hour = timedelta(hours=1)
    elsewhere = tmp_path / "elsewhere" / vault_place.name
    shutil.copytree(vault_place, elsewhere)
    secret = keychain_of(vault_place).get(vault.id)
    assert secret is not None
    keychain_of(elsewhere).put(vault.id, secret)
    other = open_vault(elsewhere)  # a computer with the same keys, which knows no anchor
    for _ in range(5):
        journal.timeline(other, whose, now=NOW + hour)
    other.close()
    shutil.copy(elsewhere / JOURNAL, vault_place / JOURNAL)
    found, again = _account(vault_place)
    assert found is not None
    assert (found.behind, found.other) == (0, True)
    again.close()


@pytest.mark.logs_warning
def test_one_old_page_put_back_is_told_with_the_row_it_holds(
    vault: Vault, vault_place: Path, tmp_path: Path
) -> None:
    from app.services import caseload

    whose = participant(vault, phone="20 30 40 50")
    vault.close()
    old = (vault_place / JOURNAL).read_bytes()
    later = open_vault(vault_place)
    caseload.change(later, id=whose, fields={"phone": "50 40 30 20"}, now=NOW)
    later.close()
    new = (vault_place / JOURNAL).read_bytes()
    untouched, whole = _account(vault_place)
    assert untouched is None, "what is told of an old page would be told of any"
    whole.abandon()
    (vault_place / JOURNAL).write_bytes(new)
    changed = [
        n
        for n in range(1, len(old) // PAGE)
        if old[n * PAGE : (n + 1) * PAGE] != new[n * PAGE : (n + 1) * PAGE]
    ]
    told = []
    for page in changed:
        mixed = bytearray(new)
        mixed[page * PAGE : (page + 1) * PAGE] = old[page * PAGE : (page + 1) * PAGE]
        (vault_place / JOURNAL).write_bytes(mixed)
        found, again = _account(vault_place)
        verdict = again.verify_chain()
        assert found is not None or (verdict is not None and verdict.sound), f"page {page + 1} is silent"
        told += [doubt.what for doubt in found.doubts] if found else []
        again.abandon()
    assert "participant" in told


def test_a_row_changed_behind_the_programs_back_is_named(vault: Vault, vault_place: Path) -> None:
    whose = participant(vault, "Amira Holm")
    with vault.begin() as tx:
        raw = tx.connection.dbapi_connection
        assert raw is not None
        for (name,) in raw.execute("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f'DROP TRIGGER temp."{name}"')
        tx.exec_driver_sql("UPDATE participant SET phone = '11 11 11 11'")
    vault.close()
    found, again = _account(vault_place)
    assert found is not None
    assert [(doubt.what, doubt.participant, doubt.how) for doubt in found.doubts] == [
        ("participant", "Amira Holm", "changed")
    ]
    assert whose
    again.close()


def test_what_an_inner_rollback_took_back_raises_no_alarm(vault: Vault, vault_place: Path) -> None:
    whose = participant(vault)
    with vault.begin() as tx:
        inner = tx.begin_nested()
        tx.exec_driver_sql("UPDATE participant SET phone = '1'")
        tx.exec_driver_sql("INSERT INTO person (id, name, role) VALUES ('x', 'X', 'consultant')")
        inner.rollback()
        tx.exec_driver_sql("UPDATE participant SET wish_area = 'Fjordby'")
    vault.close()
    found, again = _account(vault_place)
    assert found is None
    assert whose
    again.close()


def test_compacting_the_chain_keeps_it_sound(vault: Vault, vault_place: Path) -> None:
    note(vault, participant(vault))
    vault.begin_chain_anew("compacted")
    verdict = vault.verify_chain()
    assert verdict is not None
    assert (verdict.links, verdict.sound) == (1, True)
    note(vault, participant(vault, "Bo Lund"))
    vault.close()
    found, again = _account(vault_place)
    assert found is None
    again.close()


def test_the_rescue_journal_holds_what_waits_and_nothing_a_thief_can_read(
    vault: Vault, vault_place: Path
) -> None:
    whose = participant(vault)
    note(vault, whose, facts="Mødtes i bageriet på havnen.")
    files = sorted((vault_place / RESCUE).iterdir())
    assert [path.name for path in files] == ["0000000001-0000000001.fjo", "0000000002-0000000002.fjo"]
    for path in files:
        assert b"bageriet" not in path.read_bytes()
        assert b"Amira" not in path.read_bytes()
    _receive(vault)
    assert [path.name for path in (vault_place / RESCUE).iterdir()] == ["0000000002-0000000002.fjo"]


def test_a_long_time_offline_leaves_one_record_when_all_of_it_is_received(
    vault: Vault, vault_place: Path
) -> None:
    whose = participant(vault)
    for _ in range(rescue.FEW + 2):
        note(vault, whose)
    newest = max(path.name for path in (vault_place / RESCUE).iterdir())
    _receive(vault)
    assert [path.name for path in (vault_place / RESCUE).iterdir()] == [newest]


def _receive(vault: Vault) -> None:
    with vault.begin() as tx:
        for op in outbox.waiting(tx):
            outbox.outcome(tx, op.id, "acked", rev=op.q, problem=None)


@pytest.mark.logs_warning
def test_a_damaged_rescue_record_stands_in_nobodys_way(
    vault: Vault, vault_place: Path, tmp_path: Path
) -> None:
    whose = participant(vault)
    _old_file(vault, vault_place, tmp_path / "cut", lambda later: note(later, whose))
    for path in (vault_place / RESCUE).glob("*2.fjo"):
        path.write_bytes(path.read_bytes()[:-40])
    found, again = _account(vault_place)
    assert found is not None
    assert found.restored == 0
    again.close()


def test_the_municipality_can_open_what_a_lost_computer_had_not_sent(vault_place: Path) -> None:
    private = X25519PrivateKey.generate()
    recovery = RecoveryKey("kommune-2026-1", private.public_key().public_bytes_raw())
    vault = unlock.create(vault_place, PASSPHRASE, keychain_of(vault_place), recovery=recovery, cost=CHEAP)
    journal.write_note(vault, note=fields(participant(vault), facts="Talte om løn og timer."), now=NOW)
    vault.close()
    newest = sorted((vault_place / RESCUE).iterdir())[-1].read_bytes()
    opened = rescue.open_sealed(newest, private.private_bytes_raw())
    assert opened is not None
    assert "Talte om løn og timer." in opened[0]["p"]
    assert rescue.open_sealed(newest, X25519PrivateKey.generate().private_bytes_raw()) is None


def test_every_flip_in_the_file_is_harmless_or_found(vault: Vault, vault_place: Path) -> None:
    whose = participant(vault)
    for n in range(6):
        note(vault, whose, facts=f"Mødtes og talte om job nummer {n}.")
    vault.close()
    whole, found = (vault_place / JOURNAL).read_bytes(), 0
    rng = random.Random(7)  # noqa: S311 - where to flip
    for _ in range(FLIPS):
        at = rng.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << rng.randrange(8)
        (vault_place / JOURNAL).write_bytes(flipped)
        try:
            again = open_vault(vault_place)
        except VaultDamaged:
            found += 1
            continue
        problems = check.contents(again)
        assert problems or at < SALT, f"the flip at {at} is silent"
        found += bool(problems)
        again.abandon()
    assert found >= FLIPS - 1
