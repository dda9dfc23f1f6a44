"""The hooks refuse what must never be committed, and let the rest pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import hook_no_secrets, hook_tidy_ends

# Put together here, so that this file passes the hook it tests.
_REAL_DAY = "2" + "10384"


@pytest.mark.parametrize("text", [f"{_REAL_DAY}-1234", f"cpr={_REAL_DAY}1234;", f"({_REAL_DAY}-1234)"])
def test_a_number_with_a_day_people_have_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.py"
    file.write_text(f"first\n{text}\n", "utf-8")
    assert hook_no_secrets.faults(file) == [f"{file}:2: looks like a real personal number"]


@pytest.mark.parametrize("text", ["710384-0000", "7103840000", "version 210384.1234", "1795305600000"])
def test_an_invented_number_passes(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.py"
    file.write_text(text, "utf-8")
    assert hook_no_secrets.faults(file) == []


@pytest.mark.parametrize("name", ["journal.fjdb", "vault.fjk", "server.pem", "copy.db"])
def test_files_that_hold_journals_or_keys_are_refused(tmp_path: Path, name: str) -> None:
    assert hook_no_secrets.main([str(tmp_path / name)]) == 1


def test_a_private_key_in_a_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("-----BEGIN " + "PRIVATE KEY-----\n", "utf-8")
    assert hook_no_secrets.main([str(file)]) == 1


def test_a_file_ends_with_one_newline(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"text\n\n\n")
    assert hook_tidy_ends.main([str(file)]) == 1
    assert file.read_bytes() == b"text\n"
    assert hook_tidy_ends.main([str(file)]) == 0


def test_a_large_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "big.bin"
    file.write_bytes(b"\0" * 1_000_001)
    assert hook_tidy_ends.main([str(file)]) == 1
