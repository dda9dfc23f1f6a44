"""What a program of the same user can learn about a hardened process: nothing. The control shows that it could."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app import process

ROOT = Path(__file__).parents[2]
NOBODY = 65534
_CHILD = """
import sys, time
if {hardened}:
    sys.path.insert(0, {root!r})
    import ctypes, resource
    exec(open({source!r}).read(), vars())
    harden()
held = ("HEMMELIG" + "MARKOER") * 50
sys.stdout.write("ready"); sys.stdout.flush()
time.sleep(60)
"""
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


@linux
@pytest.mark.parametrize("hardened", [False, True])
def test_the_same_user_reads_no_memory_of_a_hardened_process(tmp_path: Path, *, hardened: bool) -> None:
    python = shutil.which("python3", path="/usr/bin")
    assert python, "the system's own Python is needed: one in a home folder may not be run by nobody"
    source = tmp_path / "process.py"
    shutil.copy(process.__file__, source)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() != "root" or folder == Path("/tmp"):  # noqa: S108 - where pytest keeps its folders
            break
        folder.chmod(0o755)
    as_nobody: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": [], "cwd": "/"}
    script = _CHILD.format(hardened=hardened, root=str(tmp_path), source=str(source))
    child = subprocess.Popen([python, "-c", script], stdout=subprocess.PIPE, **as_nobody)
    try:
        assert child.stdout is not None
        assert child.stdout.read(5) == b"ready"
        look = f"open('/proc/{child.pid}/mem', 'rb')"
        looked = subprocess.run(
            [python, "-c", look], capture_output=True, text=True, check=False, **as_nobody
        )
        assert ("PermissionError" in looked.stderr) is hardened
        limits = Path(f"/proc/{child.pid}/limits").read_text("utf-8")
        core = next(line.split()[4] for line in limits.splitlines() if line.startswith("Max core file size"))
        if hardened:
            assert core == "0"
    finally:
        child.kill()
        child.communicate()


class _Windows:
    """Records what is asked of the system's libraries."""

    def __init__(self, *, refuse: str = "") -> None:
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self._refuse = refuse

    def __getattr__(self, library: str) -> Any:
        return _Library(self, self._refuse)


class _Library:
    def __init__(self, windows: _Windows, refuse: str) -> None:
        self._windows, self._refuse = windows, refuse

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any) -> int:
            self._windows.asked.append((name, arguments))
            return 0 if name == self._refuse else 1

        return call


def test_windows_is_asked_for_no_heap_in_reports_and_a_closed_process() -> None:
    windows = _Windows()
    process.harden_windows(windows, "feltjournal.exe")
    asked = dict(windows.asked)
    assert list(asked) == [
        "WerSetFlags",
        "WerAddExcludedApplication",
        "ConvertStringSecurityDescriptorToSecurityDescriptorW",
        "GetCurrentProcess",
        "SetKernelObjectSecurity",
        "LocalFree",
    ]
    assert asked["WerAddExcludedApplication"][0] == "feltjournal.exe"
    assert asked["ConvertStringSecurityDescriptorToSecurityDescriptorW"][0] == (
        "D:P(A;;0x101001;;;OW)(A;;0x1fffff;;;SY)"
    )


def test_the_rights_left_to_the_user_do_not_include_reading_memory() -> None:
    read_memory, write_memory, duplicate_handles, create_thread = 0x10, 0x20, 0x40, 0x2
    assert not process.ALLOWED & (read_memory | write_memory | duplicate_handles | create_thread)


def test_what_windows_refuses_is_an_error_and_leaks_nothing() -> None:
    windows = _Windows(refuse="SetKernelObjectSecurity")
    with pytest.raises(OSError, match="access list"):
        process.harden_windows(windows, "feltjournal.exe")
    assert windows.asked[-1][0] == "LocalFree"


@linux
@pytest.mark.logs_warning
def test_a_system_that_will_not_harden_is_noted_and_the_program_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    refusing = SimpleNamespace(prctl=lambda *_: -1)
    monkeypatch.setattr("app.process.ctypes.CDLL", lambda *_, **__: refusing)
    monkeypatch.setattr("resource.setrlimit", lambda *_: None)
    process.harden()
    assert "not hardened" in caplog.text
