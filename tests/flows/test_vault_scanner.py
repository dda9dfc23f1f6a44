"""A virus scanner holds a file of the journal: really locked by another process, waited for, and then said by name.

What SQLite locks, byte by byte: https://www.sqlite.org/fileformat2.html#the_lock_byte_page and
https://www.sqlite.org/walformat.html#how_reading_works (the locks of the shared index).
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.errors import DiskFailing, FileHeld, ReadOnly
from app.services import journal
from app.vault import cipher, keyfile
from app.vault import place as folder
from app.vault.place import JOURNAL, KEY_COPY, KEY_FILE, disk_fault
from app.vault.vault import Vault
from tests.journal_parts import NOW, fields, note, participant
from tests.vault_children import child, scan
from tests.vault_parts import open_vault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks as POSIX has them")

SHM = JOURNAL + "-shm"
WRITER = (120, 1)  # of the shared index: who may write
WHOLE = (1 << 30, 512)  # of the file: nobody else may even read


@contextmanager
def _held(path: Path, stretch: tuple[int, int]) -> Iterator[Connection]:
    with child(scan, path, *stretch) as (_, scanner):
        assert scanner.recv() == "held"
        yield scanner


def _let_go_soon(scanner: Connection, seconds: float = 0.4) -> float:
    threading.Timer(seconds, scanner.send, ["let go"]).start()
    return time.monotonic()


def test_a_save_waits_until_the_scanner_lets_go_and_is_kept(vault: Vault, vault_place: Path) -> None:
    whose = participant(vault)
    note(vault, whose)  # the guard has its words by heart now, and does not make the save look slow
    with _held(vault_place / SHM, WRITER) as scanner:
        begun = _let_go_soon(scanner)
        written = note(vault, whose, facts="Skrevet, mens filen blev gennemset.")
        assert time.monotonic() - begun > 0.3, "it was not held at all"
    vault.close()
    again = open_vault(vault_place)
    found = journal.open_note(again, written.id, now=NOW)
    assert found is not None
    assert found.facts == "Skrevet, mens filen blev gennemset."
    again.close()


def test_a_scanner_that_does_not_let_go_is_named_and_the_next_save_is_kept(
    vault: Vault, vault_place: Path
) -> None:
    whose = participant(vault)
    vault.pragma("busy_timeout = 150")
    with _held(vault_place / SHM, WRITER) as scanner:
        with pytest.raises(FileHeld):
            journal.save_draft(vault, note=fields(whose, facts="Endnu ikke gemt."), now=NOW)
        assert journal.drafts(vault) == (), "what is here can be read meanwhile"
        scanner.send("let go")
        assert scanner.recv() == "let go"
    journal.save_draft(vault, note=fields(whose, facts="Nu er det gemt."), now=NOW)
    assert [draft.facts for draft in journal.drafts(vault)] == ["Nu er det gemt."]


def test_an_unlock_waits_too(vault: Vault, vault_place: Path) -> None:
    vault.close()
    with _held(vault_place / JOURNAL, WHOLE) as scanner:
        begun = _let_go_soon(scanner)
        open_vault(vault_place).close()
        assert time.monotonic() - begun > 0.3, "it was not held at all"


def test_an_unlock_that_waited_in_vain_says_why_and_changes_nothing(
    vault: Vault, vault_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.close()
    monkeypatch.setattr(cipher, "PATIENCE", 0.15)
    before = (vault_place / JOURNAL).read_bytes()
    with _held(vault_place / JOURNAL, WHOLE), pytest.raises(FileHeld):
        open_vault(vault_place)
    assert (vault_place / JOURNAL).read_bytes() == before
    open_vault(vault_place).close()


def test_key_files_that_are_scanned_are_read_and_written_all_the_same(
    vault: Vault, vault_place: Path
) -> None:
    """A rename takes no heed of a lock here; Windows refuses it, and there it is tried again."""
    vault.close()
    with _held(vault_place / KEY_FILE, (0, 0)), _held(vault_place / KEY_COPY, (0, 0)):
        file, lagging = keyfile.read(vault_place)
        assert not lagging
        keyfile.write(vault_place, file)
        open_vault(vault_place).close()


class Sharing(PermissionError):
    """What Windows answers when another program shares a file with nobody (ERROR_SHARING_VIOLATION)."""

    winerror = 32


def test_what_windows_calls_a_sharing_violation_is_no_full_or_failing_disk() -> None:
    assert isinstance(disk_fault(Sharing(13, "used by another process")), FileHeld)
    assert isinstance(disk_fault(PermissionError(13, "denied")), ReadOnly)
    assert isinstance(disk_fault(OSError(5, "input/output")), DiskFailing)


def test_on_windows_a_key_file_is_read_when_the_scanner_has_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    held, waited = [Sharing(13, "held"), Sharing(13, "held")], list[float]()

    def act() -> str:
        if held:
            raise held.pop()
        return "read"

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "sleep", waited.append)
    assert folder.patiently(act) == "read"
    assert waited == [0.05, 0.1]
    held.extend(Sharing(13, "held") for _ in range(5))
    with pytest.raises(Sharing):
        folder.patiently(act)
