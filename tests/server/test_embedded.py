"""The PostgreSQL of the demo and the tests says why it does not start."""

from __future__ import annotations

from pathlib import Path

import pytest

from server import embedded

_SHORT = "C:\\SRC~1\\bin"


def test_the_reason_is_told_and_not_the_tidying_after_it(tmp_path: Path) -> None:
    with pytest.raises(
        embedded.EmbeddedUnavailable, match=r"initdb failed: initdb: error: .*not a valid server encoding"
    ):
        embedded._run("initdb", "-D", str(tmp_path / "data"), "--encoding=nonsense")


def test_the_first_fault_is_the_reason() -> None:
    said = 'FATAL:  invalid byte sequence for encoding "UTF8": 0xf8\ninitdb: removing contents of data directory "x"\n'
    assert embedded._reason(said) == 'FATAL:  invalid byte sequence for encoding "UTF8": 0xf8'
    assert embedded._reason("first\nlast\n") == "last"
    assert embedded._reason("") == "no reason given"


def test_a_folder_with_a_danish_letter_goes_by_its_short_name_on_windows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(embedded, "_short_name", lambda _folder: _SHORT)
    assert embedded._plain(Path("C:\\src\\bin")) == Path("C:\\src\\bin")
    assert embedded._plain(Path("C:\\Søren\\bin")) == Path(_SHORT)


def test_a_drive_that_keeps_no_short_names_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_short_name", lambda folder: folder)
    with pytest.raises(embedded.EmbeddedUnavailable, match=r"named in a-z, and this one is .*Søren"):
        embedded._plain(Path("C:\\Søren\\bin"))
