"""The log holds codes and ids; numbers and what exceptions said stay out."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from app import logs


@pytest.mark.parametrize(
    "number",
    ["710384-0000", "7103840000", "710384 0000", "71.03.84-0000", "710384 - 0000", "71 03 84 0 0 0 0"],
)
def test_a_number_shaped_like_a_cpr_is_masked_however_it_is_written(number: str) -> None:
    assert logs.mask(f"a {number}, b") == "a [cpr], b"


@pytest.mark.parametrize("text", ["2026-11-23 08:30:00", "outbox 12 of 400", "5e5e5e5e", "127.0.0.1:54321"])
def test_dates_and_counts_stay_readable(text: str) -> None:
    assert logs.mask(text) == text


def test_the_file_holds_where_it_failed_but_not_what_it_said(tmp_path: Path) -> None:
    root = logging.getLogger()
    level = root.level
    handler = logs.set_up(tmp_path / "log")
    try:
        try:
            raise ValueError("Karla er indlagt")
        except ValueError:
            logging.getLogger("app.sync").info("round %s\nfailed", 7, exc_info=True)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()
    file = tmp_path / "log" / "feltjournal.log"
    text = file.read_text("utf-8")
    assert "round 7 failed" in text
    assert "ValueError" in text
    assert "test_logs.py" in text
    assert "Karla" not in text
    assert file.stat().st_mode & 0o077 == 0


def test_the_number_in_a_message_and_in_its_arguments_is_masked() -> None:
    record = logging.LogRecord("app", logging.INFO, __file__, 1, "saved %s", ("710384-0000",), None)
    assert logs.Discreet("%(message)s").format(record) == "saved [cpr]"
