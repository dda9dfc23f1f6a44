"""Wrong passphrases are counted where a restart does not forget them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.vault import attempts
from app.vault.attempts import State
from app.vault.place import STATE

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def _after(failures: int) -> State:
    state = State()
    for _ in range(failures):
        state = state.tried(NOW)
    return state


def test_three_are_free_then_the_pause_doubles_to_a_minute() -> None:
    assert [_after(n).wait(NOW) for n in range(12)] == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert _after(10_000).wait(NOW) == 60


def test_the_pause_runs_out() -> None:
    state = _after(5)
    assert state.wait(NOW + timedelta(seconds=3)) == 1
    assert state.wait(NOW + timedelta(seconds=4)) == 0


def test_a_clock_set_back_does_not_lengthen_the_pause() -> None:
    assert _after(5).wait(NOW - timedelta(days=400)) == 4


def test_an_opened_vault_starts_over() -> None:
    state = _after(7).opened(NOW)
    assert (state.failures, state.wait(NOW)) == (0, 0)
    assert state.last_unlock == NOW.isoformat()


def test_the_count_survives_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attempts.write(tmp_path, _after(5))
    monkeypatch.setattr(attempts, "_seen", {})  # another process
    assert attempts.read(tmp_path).wait(NOW) == 4


def test_deleting_the_file_does_not_help_while_the_program_runs(tmp_path: Path) -> None:
    attempts.write(tmp_path, _after(5))
    (tmp_path / STATE).unlink()
    assert attempts.read(tmp_path).failures == 5


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"failures":"many"}',
        b'{"failures":-4}',
        b'{"failures":3,"other":1}',
        b'{"failures":9,"last_try":"yesterday"}',
        b'{"failures":9,"last_try":"2026-11-23T08:30:00"}',
        b"\xff\xfe",
    ],
)
def test_a_file_with_anything_odd_in_it_stands_in_nobodys_way(tmp_path: Path, content: bytes) -> None:
    (tmp_path / STATE).write_bytes(content)
    assert attempts.read(tmp_path) == State()


@pytest.mark.logs_warning
def test_a_disk_that_will_not_write_stands_in_nobodys_way(tmp_path: Path) -> None:
    attempts.write(tmp_path / "gone", _after(4))
    assert attempts.read(tmp_path / "gone").failures == 4
