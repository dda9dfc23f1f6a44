"""The key file's one spelling, and what a reader does with any other."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import DiskFailing, KeyFileDamaged, KeyFileMissing, KeyFileTooNew
from app.vault import keyfile
from app.vault import place as folder
from app.vault.keyfile import CopyState, KeyFile
from app.vault.place import KEY_COPY, KEY_FILE, write_atomic

FILE = KeyFile(
    vault="5e" * 16,
    epoch=7,
    gen=2,
    salt_db=b"s" * 16,
    slots=({"gen": 2, "id": "9f", "type": "passphrase+device"}, {"gen": 2, "type": "hello", "x": ["æ", 1]}),
    mac=b"m" * 32,
)
RAW = FILE.to_bytes()


def _altered(**fields: Any) -> bytes:
    """The file with other fields and a sum that fits, as a program (and not an accident) would leave it."""
    content = {**json.loads(RAW), **fields}
    content.pop("sum")
    return keyfile.canon({**content, "sum": keyfile._sum(content)})


def test_what_is_written_is_read() -> None:
    assert keyfile.parse(RAW) == FILE


def test_it_is_canonical_json() -> None:
    assert (
        json.dumps(
            json.loads(RAW), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        ).encode()
        == RAW
    )
    assert list(json.loads(RAW)) == [
        "epoch",
        "format",
        "gen",
        "mac",
        "magic",
        "salt_db",
        "slots",
        "sum",
        "vault",
    ]


def test_every_flipped_bit_is_told_as_damage() -> None:
    for place in range(len(RAW)):
        for bit in range(8):
            flipped = bytearray(RAW)
            flipped[place] ^= 1 << bit
            with pytest.raises(KeyFileDamaged):
                keyfile.parse(bytes(flipped))


@given(st.integers(0, len(RAW) - 1))
def test_a_file_cut_short_is_damage(length: int) -> None:
    with pytest.raises(KeyFileDamaged):
        keyfile.parse(RAW[:length])


@given(st.binary(max_size=200))
def test_any_other_bytes_are_damage(noise: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        keyfile.parse(noise)


@pytest.mark.parametrize(
    "other",
    [
        RAW.replace(b",", b", ", 1),
        RAW + b"\n",
        b"\xef\xbb\xbf" + RAW,
        RAW.replace("æ".encode(), b"\\u00e6"),
        RAW.replace(b'"epoch":7', b'"epoch":7,"epoch":7'),
        RAW.replace(b'"epoch":7', b'"epoch":7.0'),
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'"\\ud800"',
        b'{"magic":"FJKEY","format":1,"x":"\\ud800"}',
        b'{"magic":"FJKEY","format":1,"x":NaN}',
        b"[]",
        b"",
    ],
)
def test_the_same_content_spelt_otherwise_is_damage(other: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        keyfile.parse(other)


@pytest.mark.parametrize(
    "fields",
    [
        {"extra": 1},
        {"magic": "FJKEZ"},
        {"format": 0},
        {"format": True},
        {"epoch": -1},
        {"epoch": "7"},
        {"epoch": 1 << 60},
        {"gen": None},
        {"vault": "5E" * 16},
        {"vault": "5e" * 15},
        {"salt_db": "c3Nzc3Nzc3Nzc3Nzc3Nzcw="},
        {"salt_db": "AAAA"},
        {"mac": 5},
        {"slots": {}},
        {"slots": ["a"]},
        {"pending": "3"},
    ],
)
def test_a_field_of_another_kind_is_damage_even_when_the_sum_fits(fields: dict[str, object]) -> None:
    with pytest.raises(KeyFileDamaged):
        keyfile.parse(_altered(**fields))


def test_a_missing_field_is_damage() -> None:
    content = json.loads(RAW)
    del content["salt_db"], content["sum"]
    with pytest.raises(KeyFileDamaged):
        keyfile.parse(keyfile.canon({**content, "sum": keyfile._sum(content)}))


def test_a_later_format_is_named_as_such() -> None:
    with pytest.raises(KeyFileTooNew):
        keyfile.parse(_altered(format=2, something_new=[1, 2]))


def test_a_rotation_under_way_can_be_told() -> None:
    assert keyfile.parse(_altered(pending=3)).pending == 3


def test_slots_of_an_unknown_type_are_kept_word_for_word() -> None:
    later = keyfile.parse(replace(FILE.next(FILE.slots), mac=FILE.mac).to_bytes())
    assert later.slots[1] == {"gen": 2, "type": "hello", "x": ["æ", 1]}
    assert later.epoch == 8


def test_both_copies_are_identical_and_private(tmp_path: Path) -> None:
    keyfile.write(tmp_path, FILE)
    assert (tmp_path / KEY_FILE).read_bytes() == (tmp_path / KEY_COPY).read_bytes() == RAW
    assert {path.name for path in tmp_path.iterdir()} == {KEY_FILE, KEY_COPY}
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o077 == 0


def test_the_later_of_two_whole_copies_counts(tmp_path: Path) -> None:
    keyfile.write(tmp_path, FILE)
    later = replace(FILE.next(FILE.slots[:1]), mac=b"n" * 32)
    (tmp_path / KEY_COPY).write_bytes(later.to_bytes())
    assert keyfile.read(tmp_path) == (later, True)
    assert keyfile.inspect(tmp_path)[1] == {KEY_FILE: CopyState.LAGGING, KEY_COPY: CopyState.GOOD}


def test_repair_touches_only_the_copy_that_differs(tmp_path: Path) -> None:
    keyfile.write(tmp_path, FILE)
    before = (tmp_path / KEY_FILE).stat().st_ino
    (tmp_path / KEY_COPY).write_bytes(b"garbage")
    keyfile.repair(tmp_path, FILE)
    assert (tmp_path / KEY_COPY).read_bytes() == RAW
    assert (tmp_path / KEY_FILE).stat().st_ino == before


def test_a_copy_of_a_later_format_is_never_repaired_away(tmp_path: Path) -> None:
    keyfile.write(tmp_path, FILE)
    (tmp_path / KEY_COPY).write_bytes(_altered(format=2))
    with pytest.raises(KeyFileTooNew):
        keyfile.read(tmp_path)


def test_no_copy_two_broken_copies_and_unreadable_copies_are_three_things(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing):
        keyfile.read(tmp_path)
    (tmp_path / KEY_FILE).write_bytes(b"x")
    with pytest.raises(KeyFileDamaged):
        keyfile.read(tmp_path)
    (tmp_path / KEY_COPY).mkdir()
    with pytest.raises(DiskFailing):
        keyfile.read(tmp_path)


def test_a_file_far_too_long_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(RAW + b" " * (2 << 20))
    with pytest.raises(KeyFileDamaged):
        keyfile.read(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc which file is meant")
def test_a_rename_is_made_durable_by_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    real = os.fsync

    def watch(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        real(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    write_atomic(tmp_path / KEY_FILE, RAW)
    assert synced == [tmp_path / (KEY_FILE + ".tmp"), tmp_path]
    assert (tmp_path / KEY_FILE).read_bytes() == RAW


def test_a_virus_scanner_that_holds_a_file_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    really, held = os.replace, [PermissionError(), PermissionError()]

    def scanned(source: Path, target: Path) -> None:
        if held:
            raise held.pop()
        really(source, target)

    (tmp_path / "new").write_bytes(b"new")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "replace", scanned)
    monkeypatch.setattr(time, "sleep", waited.append)
    folder.move(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"new"
    assert waited == [0.05, 0.1]
    held.extend([PermissionError()] * 5)
    (tmp_path / "new").write_bytes(b"newer")
    with pytest.raises(PermissionError):
        folder.move(tmp_path / "new", tmp_path / "old")
