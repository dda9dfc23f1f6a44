"""`feltjournalctl vault verify`: what IT is told about a vault, with and without its passphrase."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.ctl.__main__ import main
from app.vault.place import JOURNAL, KEY_COPY, KEY_FILE
from app.vault.vault import Vault
from tests.vault_parts import PASSPHRASE, open_vault


@pytest.fixture
def closed(vault: Vault, vault_place: Path) -> Path:
    vault.close()
    return vault_place


class Console:
    def __init__(self, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]) -> None:
        self._patch, self._captured = patch, captured

    def verify(self, place: Path, *options: str, passphrase: str = "") -> tuple[int, str]:
        typed = SimpleNamespace(buffer=io.BytesIO(f"{passphrase}\n".encode()))
        self._patch.setattr("sys.stdin", typed)
        inside = (
            ["--passphrase-stdin", "--keychain-folder", str(place.parent / "keychain")] if passphrase else []
        )
        code = main(["vault", "verify", str(place), *inside, *options])
        return code, self._captured.readouterr().out


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Console:
    return Console(monkeypatch, capsys)


def test_a_sound_vault_is_sound_from_outside_and_inside(closed: Path, console: Console) -> None:
    code, text = console.verify(closed)
    assert code == 0
    assert "sound (structure only)" in text
    code, text = console.verify(closed, "--json", passphrase=PASSPHRASE)
    found = json.loads(text)
    assert (code, found["sound"], found["opened"], found["problems"]) == (0, True, True, [])
    assert found["schema"] >= 1
    assert found["structure"]["copies"] == {KEY_FILE: "good", KEY_COPY: "good"}


def test_the_profile_around_it_will_do_as_well(closed: Path, console: Console) -> None:
    assert console.verify(closed.parent.parent)[0] == 0


def test_a_damaged_page_is_found_only_with_the_passphrase(closed: Path, console: Console) -> None:
    vault = open_vault(closed)
    with vault.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE big (x TEXT)")
        tx.exec_driver_sql("INSERT INTO big VALUES (?)", ("x" * 50_000,))
    vault.close()
    with (closed / JOURNAL).open("r+b") as file:
        file.seek(-4096 * 3, os.SEEK_END)
        file.write(b"\x5a" * 16)
    assert console.verify(closed)[0] == 0
    code, text = console.verify(closed, passphrase=PASSPHRASE)
    assert code == 1
    assert "PROBLEM page:" in text


@pytest.mark.parametrize(
    ("name", "size", "problem"),
    [
        (JOURNAL, 0, "journal_empty"),
        (JOURNAL, 4096 * 3 + 7, "journal_cut"),
        (JOURNAL, None, "journal_missing"),
    ],
)
def test_what_can_be_seen_from_outside_is_named(
    closed: Path, console: Console, name: str, size: int | None, problem: str
) -> None:
    if size is None:
        (closed / name).unlink()
    else:
        os.truncate(closed / name, size)
    code, text = console.verify(closed, "--json")
    assert (code, json.loads(text)["problems"]) == (1, [problem])


def test_a_journal_in_clear_is_named(closed: Path, console: Console) -> None:
    (closed / JOURNAL).write_bytes(b"SQLite format 3\0".ljust(4096, b"\0"))
    assert json.loads(console.verify(closed, "--json")[1])["problems"] == ["journal_not_encrypted"]


def test_a_damaged_copy_is_a_notice_and_two_are_a_problem(closed: Path, console: Console) -> None:
    (closed / KEY_COPY).write_bytes(b"x")
    code, text = console.verify(closed)
    assert code == 0
    assert "notice  copy_damaged" in text
    (closed / KEY_FILE).write_bytes(b"x")
    code, text = console.verify(closed)
    assert code == 1
    assert "PROBLEM key_file_damaged" in text


def test_no_vault_a_wrong_passphrase_and_an_open_vault_have_codes_of_their_own(
    closed: Path, console: Console, tmp_path: Path
) -> None:
    assert console.verify(tmp_path / "nowhere")[0] == 3
    code, text = console.verify(closed, passphrase="ikke den rigtige sætning")  # noqa: S106 - invented
    assert code == 4
    assert "WrongPassphrase" in text
    holder = open_vault(closed)
    assert console.verify(closed)[0] == 0
    assert json.loads(console.verify(closed, "--json")[1])["structure"]["in_use"] is True
    assert console.verify(closed, passphrase=PASSPHRASE)[0] == 5
    holder.close()


def test_help_names_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["vault", "verify", "--help"])
    assert "exit codes:" in capsys.readouterr().out
