"""The one command keeps out of the way: stdin, stdout and exit code belong to what was asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools import dev, environment, locks

DEV = Path(dev.__file__)
_ECHO = "import app, sys; print(sys.stdin.read().upper()); sys.exit(7)"


def _dev(*arguments: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DEV), *arguments]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, check=False)


def test_a_program_is_run_as_if_we_were_not_there_from_any_folder(tmp_path: Path) -> None:
    done = _dev("run", "--", "python", "-c", _ECHO, cwd=tmp_path, stdin="æ og 1 linje")
    assert (done.returncode, done.stdout) == (7, "Æ OG 1 LINJE\n"), done.stderr


def test_a_folder_that_is_called_like_ours_does_not_hide_our_program(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("raise SystemExit('the wrong app')", "utf-8")
    done = _dev("run", "--", "feltjournalctl", "--help", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "usage: feltjournalctl" in done.stdout


def test_an_unknown_command_speaks_on_stderr_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["dance"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "no command 'dance'" in said.err


def test_missing_packages_are_named_in_the_line_that_installs_them() -> None:
    with pytest.raises(environment.Refusal, match="apt-get install -y xvfb libegl1"):
        environment.refuse_missing(["xvfb", "libegl1"])
    environment.refuse_missing([])


def test_line_ends_of_a_checkout_do_not_make_the_environment_new(tmp_path: Path) -> None:
    unix, windows, other = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    unix.write_bytes(b"one==1\ntwo==2\n")
    windows.write_bytes(b"one==1\r\ntwo==2\r\n")
    other.write_bytes(b"one==1\ntwo==3\n")
    assert environment._digest(unix) == environment._digest(windows) != environment._digest(other)


def test_a_lock_that_names_a_registry_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("httpx==0.28.1\n", "utf-8")
    locks.refuse_addresses(lock)
    lock.write_text("--index-url https://example.org/simple\n", "utf-8")
    with pytest.raises(environment.Refusal):
        locks.refuse_addresses(lock)
