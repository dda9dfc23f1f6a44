"""The one command keeps out of the way: stdin, stdout and exit code belong to what was asked for."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
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


@pytest.mark.skipif(os.name == "nt", reason="there a test cannot press Ctrl+C for others")
def test_the_shell_waits_until_what_was_stopped_has_put_everything_away() -> None:
    """Where a program cannot take our place (Windows), Ctrl+C reaches both, and the child may need a while."""
    listening = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # whoever ran us may not
    )
    tidying = f"{listening}import sys, time\ntry:\n print('up', flush=True); time.sleep(60)\nexcept KeyboardInterrupt:\n"
    tidying += " time.sleep(0.6); print('tidy', flush=True); sys.exit(5)"
    ours = f"{listening}import sys; from tools import dev; sys.exit(dev._accompany([sys.executable, '-c', {tidying!r}]))"
    command = [sys.executable, "-c", ours]
    with subprocess.Popen(
        command, cwd=environment.ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as shell:
        assert shell.stdout is not None
        assert shell.stdout.readline() == "up\n"
        os.killpg(shell.pid, signal.SIGINT)
        assert (shell.stdout.read(), shell.wait()) == ("tidy\n", 5)


@pytest.fixture
def half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lock of a `.venv` whose making was stopped: a Python, and perhaps no pip. `venv` and `pip` are told, not run."""
    lock, told = tmp_path / "requirements.lock", tmp_path / "told"
    lock.write_text("one==1\n", "utf-8")
    (tmp_path / "python").touch()
    monkeypatch.setattr(environment, "LOCKS", {"runtime": str(lock)})
    monkeypatch.setattr(environment, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(environment, "_STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(environment, "_make", lambda: _tell(told, "venv"))
    monkeypatch.setattr(environment, "_pip", lambda *asked: _tell(told, asked[0]))
    monkeypatch.setattr(environment, "_remove_strays", lambda _locks: None)
    return lock


def _tell(told: Path, word: str) -> None:
    with told.open("a", encoding="utf-8") as file:
        file.write(f"{word} ")


def test_an_environment_that_was_never_finished_is_made_anew_and_then_only_when_a_lock_changes(
    half: Path,
) -> None:
    told = half.with_name("told")
    environment.ensure(frozenset({"runtime"}))
    environment.ensure(frozenset({"runtime"}))
    assert told.read_text("utf-8").split() == ["venv", "install"]
    half.write_text("one==2\n", "utf-8")
    environment.ensure(frozenset({"runtime"}))
    assert told.read_text("utf-8").split() == ["venv", "install", "install"]


def test_a_failed_installation_is_taken_up_again_in_the_same_environment(
    half: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_pip", _no_network)
    for _call in range(2):
        with pytest.raises(environment.Refusal, match="no network"):
            environment.ensure(frozenset({"runtime"}))
    assert half.with_name("told").read_text("utf-8").split() == ["venv"]


def _no_network(*_asked: str) -> None:
    raise environment.Refusal("no network")


def test_a_python_too_small_for_an_environment_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "venv" else name)
    with pytest.raises(environment.Refusal, match="no venv with ensurepip"):
        environment._make()
    assert not (tmp_path / ".venv").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="the sources may have come without git")
def test_a_checkout_changes_no_line_end_whatever_git_was_told() -> None:
    """Git for Windows turns line ends round unless the repository forbids it; scripts and digests want them as they are."""
    asked = ["git", "check-attr", "text", "--", "installer/wine_proof.sh", "resources/i18n/feltjournal_da.ts"]
    said = subprocess.check_output(asked, cwd=environment.ROOT, text=True).splitlines()
    assert [line.rpartition(" ")[2] for line in said] == ["unset", "unset"]


def test_a_worker_that_dies_ends_the_tests(tmp_path: Path) -> None:
    """One that takes its place would be waited for in vain."""
    for name in "abcdef":
        (tmp_path / f"test_{name}.py").write_text("def test_it(): pass\n", "utf-8")
    (tmp_path / "test_c.py").write_text(
        "import os\ndef test_it(): os.abort()\ndef test_on(): pass\n", "utf-8"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *dev._spread(), str(tmp_path)]
    ended = subprocess.run(
        [*command, "-c", os.devnull], cwd=tmp_path, capture_output=True, timeout=120, check=False
    )
    assert ended.returncode == 1
    assert b"crashed while running" in ended.stdout
