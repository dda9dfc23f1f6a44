"""The `.venv` made from the locks, and what the operating system must bring. Standard library only."""

from __future__ import annotations

import ctypes.util
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {
    "runtime": "requirements.lock",
    "server": "requirements-server.lock",
    "demo": "requirements-demo.lock",
    "dev": "requirements-dev.lock",
}
PROGRAM_LOCKS = frozenset({"runtime", "server", "demo"})
ALL_LOCKS = frozenset(LOCKS)
_STAMP = VENV / "feltjournal-locks.json"
# What to type: the installer of python.org gives Windows `py`, and there `python3` opens the shop.
CALL = "py tools\\dev.py" if os.name == "nt" else "python3 tools/dev.py"
_WITHOUT_PIP = "this Python has no venv with ensurepip. " + (
    "The embeddable package of Windows is too little: install Python from python.org."
    if os.name == "nt"
    else "On Debian and Ubuntu:\n  sudo apt-get install -y python3-venv"
)

# Debian's package name of each library Qt loads late, and the name the linker knows it by.
_WINDOW_LIBRARIES = {
    "libegl1": "EGL",
    "libgl1": "GL",
    "libfontconfig1": "fontconfig",
    "libdbus-1-3": "dbus-1",
    "libxkbcommon0": "xkbcommon",
}
_X11_LIBRARIES = {
    "libxkbcommon-x11-0": "xkbcommon-x11",
    "libxcb-cursor0": "xcb-cursor",
    "libxcb-icccm4": "xcb-icccm",
    "libxcb-image0": "xcb-image",
    "libxcb-keysyms1": "xcb-keysyms",
    "libxcb-randr0": "xcb-randr",
    "libxcb-render-util0": "xcb-render-util",
    "libxcb-shape0": "xcb-shape",
    "libxcb-xinerama0": "xcb-xinerama",
    "libxcb-xkb1": "xcb-xkb",
}
_TEST_PROGRAMS = {
    "xvfb": "Xvfb",
    "xauth": "xauth",
    "dbus": "dbus-run-session",
    "dbus-x11": "dbus-launch",
    "gnome-keyring": "gnome-keyring-daemon",
    "libsecret-tools": "secret-tool",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "x11-xkb-utils": "setxkbmap",
}


class Refusal(Exception):
    """Something the person at the keyboard must put right first."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def ensure(wanted: frozenset[str]) -> None:
    """A `.venv` that holds exactly the wanted locks and those it held before; silent when nothing changed."""
    have = _stamp()
    parts = {part: _digest(ROOT / LOCKS[part]) for part in LOCKS if part in wanted or part in have}
    if have == parts and PYTHON.exists():
        return
    # Without a stamp it was never made to its end: stopped half-way, it has a Python and perhaps no pip.
    if not (PYTHON.exists() and _STAMP.exists()):
        _make()
    say(
        f"dev: installing {', '.join(parts)} from the locks into .venv (the first time takes a few minutes) …"
    )
    locks = [ROOT / LOCKS[part] for part in parts]
    _STAMP.write_text("{}", "utf-8")
    _pip("install", "--require-hashes", "--only-binary=:all:", *(f"--requirement={lock}" for lock in locks))
    _remove_strays(locks)
    _STAMP.write_text(json.dumps(parts, indent=1), "utf-8")
    say("dev: .venv is ready.")


def environ() -> dict[str, str]:
    """What every command of the repository runs with, from whichever folder it is called."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "VIRTUAL_ENV")}
    env["PYTHONPATH"] = str(ROOT)
    env["PATH"] = str(BIN) + os.pathsep + env.get("PATH", os.defpath)
    return env


def missing_for_window(env: Mapping[str, str] = os.environ) -> list[str]:
    """Packages without which Qt cannot open a window here."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(_WINDOW_LIBRARIES)
    if env.get("QT_QPA_PLATFORM", "xcb") == "xcb" and not env.get("WAYLAND_DISPLAY"):
        wanted |= _X11_LIBRARIES
    return _missing_libraries(wanted)


def missing_for_tests() -> list[str]:
    """Packages the tests need besides: they start real windows, a session bus and a keyring of their own."""
    if not sys.platform.startswith("linux"):
        return []
    programs = [package for package, name in _TEST_PROGRAMS.items() if not shutil.which(name)]
    return _missing_libraries(_WINDOW_LIBRARIES | _X11_LIBRARIES) + programs


def refuse_missing(packages: Iterable[str]) -> None:
    if names := " ".join(packages):
        sudo = "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
        raise Refusal(
            f"system packages are missing. On Debian and Ubuntu:\n  {sudo}apt-get install -y {names}"
        )


def _missing_libraries(wanted: Mapping[str, str]) -> list[str]:
    return [package for package, name in wanted.items() if not ctypes.util.find_library(name)]


def _stamp() -> dict[str, str]:
    try:
        stamp = json.loads(_STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {part: digest for part, digest in stamp.items() if part in LOCKS}


def _digest(lock: Path) -> str:
    # Line ends may differ between checkouts on Windows and Linux; the pins do not.
    return hashlib.sha256("\n".join(lock.read_text("utf-8").splitlines()).encode()).hexdigest()


def _make() -> None:
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise Refusal(_WITHOUT_PIP)
    import venv  # the embeddable package of Windows has none, and is to be told so

    say("dev: making .venv …")
    venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", *arguments, "-qq", "--no-input", "--disable-pip-version-check"]
    if subprocess.call(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environ()) != 0:
        raise Refusal("the packages of the locks could not be installed; pip says why above.")


def _remove_strays(locks: Iterable[Path]) -> None:
    """What an older lock had and none has now."""
    wanted = {name for lock in locks for name in re.findall(r"^([\w.-]+)==", lock.read_text("utf-8"), re.M)}
    command = [str(PYTHON), "-m", "pip", "list", "--format=json", "--disable-pip-version-check"]
    installed = json.loads(subprocess.check_output(command, stdin=subprocess.DEVNULL, env=environ()))
    names = {re.sub(r"[-_.]+", "-", entry["name"]).lower() for entry in installed}
    if strays := sorted(names - wanted - {"pip", "setuptools"}):
        _pip("uninstall", "--yes", *strays)
