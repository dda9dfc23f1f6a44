"""Copies of the journal: made, read through, put back without covering anything newer; and saving a damaged file."""

from __future__ import annotations

import base64
import io
import json
import shutil
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from app.ctl.__main__ import main
from app.errors import BackupUnsound, DiskFull, VaultDamaged, VaultMissing
from app.services import caseload, integrity, journal, salvaging, search, upkeep
from app.store import outbox, schema
from app.vault import backup, check
from app.vault.place import BACKUP, JOURNAL
from app.vault.vault import Vault
from tests.journal_parts import NOW, decrypted, fields, note, participant
from tests.vault_parts import PASSPHRASE, keychain_of, open_vault

PAGE = 4096
OLD = Path(__file__).parents[1] / "data" / "vaults"  # one of each schema that was ever released


def _facts(vault: Vault) -> set[str]:
    with vault.read() as tx:
        return set(tx.exec_driver_sql("SELECT facts FROM note").scalars().all())


def _put_back(place: Path, **given: Any) -> upkeep.Restored:
    return upkeep.put_back(place, PASSPHRASE, keychain_of(place), now=NOW, **given)


def _flip(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGE + 100)
        file.write(b"\x5a" * 16)


def test_one_copy_a_day_is_made_and_three_are_kept(vault: Vault, vault_place: Path) -> None:
    note(vault, participant(vault))
    made = [
        upkeep.tend(vault, now=NOW + timedelta(days=day, hours=hour)) for day in range(5) for hour in (0, 3)
    ]
    assert made == [True, False] * 5
    found = upkeep.copies(vault_place)
    assert [one.at.day for one in found] == [27, 26, 25]
    assert {(one.kind, one.schema, one.gen) for one in found} == {("daily", schema.VERSION, 1)}
    for one in found:
        backup.check(vault, one.path)
        assert b"SQLite format" not in one.path.read_bytes()
    assert not list((vault_place / BACKUP).glob("unfinished*"))


def test_a_chain_that_has_grown_long_begins_anew_after_the_copy(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "_LINKS_KEPT", 3)
    whose = participant(vault)
    for _ in range(3):
        note(vault, whose)
    assert vault.links() == 5
    upkeep.tend(vault, now=NOW)
    assert vault.links() == 1
    verdict = vault.verify_chain()
    assert verdict is not None
    assert verdict.sound


def test_a_copy_is_made_while_the_journal_is_written_to(vault: Vault) -> None:
    whose = participant(vault)
    with vault.begin() as tx:
        tx.exec_driver_sql("UPDATE participant SET phone = '20 30 40 50'")
        made = upkeep.make_backup(vault, now=NOW)
    backup.check(vault, made.path)
    with backup.opened(vault, made.path) as raw:
        assert raw.execute("SELECT phone FROM participant").fetchall() == [("",)]
    assert whose


def test_a_copy_that_is_damaged_is_never_put_back(vault: Vault, vault_place: Path) -> None:
    note(vault, participant(vault))
    made = upkeep.make_backup(vault, now=NOW)
    vault.close()
    _flip(made.path, 5)
    with pytest.raises(BackupUnsound):
        _put_back(vault_place)
    again = open_vault(vault_place)
    assert len(_facts(again)) == 1
    again.close()


def test_merging_brings_back_what_is_missing_and_covers_nothing_newer(
    vault: Vault, vault_place: Path
) -> None:
    amira, bo = participant(vault, phone="20 30 40 50"), participant(vault, "Bo Lund")
    note(vault, amira, facts="Skrevet før kopien.")
    upkeep.make_backup(vault, now=NOW)
    note(vault, amira, facts="Skrevet efter kopien.")
    caseload.change(vault, amira, fields={"phone": "50 40 30 20"}, now=NOW)
    with vault.begin() as tx:  # a mistake of some version of the program
        tx.exec_driver_sql("DELETE FROM outbox WHERE kind = 'journal.append' AND q < 4")
        tx.exec_driver_sql("DELETE FROM note WHERE facts = 'Skrevet før kopien.'")
        tx.exec_driver_sql("DELETE FROM participant WHERE name = 'Bo Lund'")
    vault.close()
    done = _put_back(vault_place)
    assert (done.whole, done.rows) == (False, {"note": 1, "participant": 1})
    again = open_vault(vault_place)
    assert _facts(again) == {"Skrevet før kopien.", "Skrevet efter kopien."}
    page = caseload.open_participant(again, amira, now=NOW)
    assert page is not None
    assert page.participant.phone == "50 40 30 20"
    assert caseload.open_participant(again, bo, now=NOW) is not None
    with again.read() as tx:
        waiting = [op for op in outbox.waiting(tx) if op.kind == "journal.append"]
    assert len(waiting) == 2, "a note nobody has received is on its way again"
    assert search.find(again, "kopien").notes
    again.close()
    assert _put_back(vault_place).rows == {}


@pytest.mark.logs_warning
def test_a_journal_that_is_gone_is_replaced_and_the_rest_comes_from_the_rescue_journal(
    vault: Vault, vault_place: Path
) -> None:
    whose = participant(vault)
    note(vault, whose, facts="Skrevet før kopien.")
    upkeep.make_backup(vault, now=NOW)
    note(vault, whose, facts="Skrevet efter kopien.")
    vault.close()
    (vault_place / JOURNAL).write_bytes(b"")
    done = _put_back(vault_place)
    assert done.whole
    assert done.original is not None
    again = open_vault(vault_place)
    account = integrity.account(again)
    assert account is not None
    assert account.restored == 1
    assert _facts(again) == {"Skrevet før kopien.", "Skrevet efter kopien."}
    again.close()


def test_without_a_copy_nothing_is_touched(vault: Vault, vault_place: Path) -> None:
    vault.close()
    before = (vault_place / JOURNAL).read_bytes()
    with pytest.raises(VaultMissing):
        _put_back(vault_place)
    assert (vault_place / JOURNAL).read_bytes() == before


def _filled(vault: Vault) -> UUID:
    whose = participant(vault)
    for n in range(40):
        note(vault, whose, facts=f"Mødtes og talte om job nummer {n}. " + "Det gik godt. " * 60)
    return whose


@pytest.mark.logs_warning
def test_salvage_keeps_what_can_be_read_and_the_original(vault: Vault, vault_place: Path) -> None:
    whose = _filled(vault)
    public = vault.public_key
    vault.checkpoint()
    pages = [n for n, page in enumerate(decrypted(vault)) if b"job nummer 20." in page and page[0] == 13]
    vault.close()
    _flip(vault_place / JOURNAL, pages[0])
    before = (vault_place / JOURNAL).read_bytes()
    done = salvaging.salvage(vault_place, PASSPHRASE, keychain_of(vault_place), now=NOW)
    assert done.original.read_bytes() == before
    assert done.damaged
    again = open_vault(vault_place)
    assert 30 <= len(_facts(again)) <= 40
    assert again.public_key == public
    verdict = again.verify_chain()
    assert verdict is not None
    assert verdict.sound
    found = search.find(again, "nummer")
    assert found.notes
    assert journal.timeline(again, whose, now=NOW)
    again.close()


def test_a_file_of_which_nothing_can_be_read_is_left_as_it_is(vault: Vault, vault_place: Path) -> None:
    vault.close()
    _flip(vault_place / JOURNAL, 0)
    before = {path.name for path in vault_place.iterdir()}
    with pytest.raises(VaultDamaged):
        salvaging.salvage(vault_place, PASSPHRASE, keychain_of(vault_place), now=NOW)
    assert {path.name for path in vault_place.iterdir()} - {"state.json"} == before - {"state.json"}


@pytest.mark.parametrize("old", sorted(OLD.iterdir()), ids=lambda path: path.name)
def test_a_journal_of_every_older_version_is_copied_and_then_opened(vault_place: Path, old: Path) -> None:
    vault_place.mkdir(parents=True)
    for name in ("vault.fjk", JOURNAL):
        shutil.copy(old / name, vault_place / name)
    keychain_of(vault_place).put(vault_place.name, base64.b64decode((old / "device-secret").read_bytes()))
    again = open_vault(vault_place)
    (copy,) = upkeep.copies(vault_place)
    assert (copy.kind, copy.schema) == ("before", int(old.name.removeprefix("schema-")))
    assert _facts(again) == {f"Mødtes på biblioteket for gang {n}." for n in range(3)}
    assert [row.participant.name for row in caseload.overview(again, now=NOW)] == ["Amira Holm", "Bo Lund"]
    assert check.contents(again) == ()
    verdict = again.verify_chain()
    assert verdict is not None
    assert verdict.sound
    again.close()
    again = open_vault(vault_place)
    assert integrity.account(again) is None
    again.close()


def test_without_room_for_the_copy_the_older_journal_stays_as_it_is(
    vault_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = max(OLD.iterdir())
    vault_place.mkdir(parents=True)
    for name in ("vault.fjk", JOURNAL):
        shutil.copy(old / name, vault_place / name)
    keychain_of(vault_place).put(vault_place.name, base64.b64decode((old / "device-secret").read_bytes()))
    with monkeypatch.context() as patch:
        patch.setattr(backup, "_ROOM", 1e12)
        for _ in range(2):
            with pytest.raises(DiskFull):
                open_vault(vault_place)
    again = open_vault(vault_place)
    assert len(_facts(again)) == 3
    again.close()
    assert [one.kind for one in upkeep.copies(vault_place)] == ["before"], "it was the older one until now"


class Console:
    def __init__(self, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]) -> None:
        self._patch, self._captured = patch, captured

    def run(self, command: str, place: Path, *options: str, passphrase: str = PASSPHRASE) -> tuple[int, Any]:
        self._patch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(f"{passphrase}\n".encode())))
        inside = [] if command == "info" else ["--keychain-folder", str(place.parent / "keychain")]
        code = main(["vault", command, str(place), "--json", *inside, *options])
        return code, json.loads(self._captured.readouterr().out)


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Console:
    return Console(monkeypatch, capsys)


def test_the_console_makes_lists_and_puts_back_copies(
    vault: Vault, vault_place: Path, console: Console
) -> None:
    note(vault, participant(vault))
    vault.close()
    code, made = console.run("backup", vault_place)
    assert (code, made["schema"]) == (0, schema.VERSION)
    code, info = console.run("info", vault_place)
    assert code == 0
    assert [one["file"] for one in info["copies"]] == [made["file"]]
    assert info["rescue_records"] == 2
    assert console.run("restore", vault_place) == (0, {"whole": False, "original": None, "rows": {}})
    code, done = console.run("salvage", vault_place)
    assert (code, done["damaged"], done["rows"]["note"]) == (0, [], 1)
    wrong = console.run("backup", vault_place, passphrase="ikke den rigtige sætning")  # noqa: S106 - invented
    assert wrong == (4, {"problem": "WrongPassphrase"})
    assert console.run("restore", vault_place.parent / "nowhere")[0] == 3


def test_the_console_names_what_only_the_anchor_knows(
    vault: Vault, vault_place: Path, console: Console
) -> None:
    whose = participant(vault)
    vault.close()
    old = (vault_place / JOURNAL).read_bytes()
    later = open_vault(vault_place)
    journal.write_note(later, note=fields(whose), now=NOW)
    later.close()
    (vault_place / JOURNAL).write_bytes(old)
    code, found = console.run("verify", vault_place, "--passphrase-stdin")
    assert code == 1
    assert found["problems"] == ["behind the anchor by 1", "only in the rescue journal: 1"]
