"""The import contracts are not decoration: each planted violation is caught, and by the contract that names it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

_VIOLATIONS = {
    "ui/today/__init__.py": ("from app.store import outbox as x", "ui reaches data through use cases alone"),
    "ui/caseload/__init__.py": ("from ui import note as x", "ui: pages do not know each other"),
    "ui/work.py": ("import keyring as x", "Keys and ciphers live in the vault"),
    "ui/window.py": ("from app.vault import Vault as x", "Only use cases, sync and the worker hold a vault"),
    "app/services/__init__.py": (
        "from PySide6.QtCore import QObject as x",
        "app and server run without a screen",
    ),
    "app/services/here.py": ('"""x"""\nimport sqlalchemy as x', "SQL lives in the store and the vault"),
    "app/store/__init__.py": ("from app.vault import Vault as x", "app: imports point down"),
    "app/sync/round.py": ("import urllib3 as x", "Only link opens a socket"),
    "app/guard/__init__.py": ("import cryptography as x", "guard, domain, protocol and reports are pure"),
    "app/domain/__init__.py": ("import sqlalchemy as x", "guard, domain, protocol and reports are pure"),
    "server/__init__.py": (
        "from app.store import outbox as x",
        "The server shares words, wire and figures with the client",
    ),
    "app/misc.py": ('"""A module without a floor."""', "app: imports point down"),
    "ui/helpers.py": ('"""A module without a floor."""', "ui: pages do not know each other"),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("tree")
    for room in ("app", "ui", "server", "resources"):
        shutil.copytree(
            ROOT / room,
            place / room,
            ignore=lambda _, names: [n for n in names if "." in n and not n.endswith(".py")],
        )
    shutil.copy(ROOT / "pyproject.toml", place)
    return place


def _broken(place: Path) -> str:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=place, capture_output=True, text=True, check=False)
    return "\n".join(line for line in done.stdout.splitlines() if line.endswith("BROKEN"))


@pytest.mark.parametrize("file", _VIOLATIONS)
def test_a_planted_violation_is_caught_by_its_contract(copy: Path, file: str) -> None:
    line, contract = _VIOLATIONS[file]
    victim = copy / file
    before = victim.read_text("utf-8") if victim.exists() else None
    victim.write_text(f"{before or ''}\n{line}\n", "utf-8")
    try:
        assert contract in _broken(copy)
    finally:
        if before is None:
            victim.unlink()
        else:
            victim.write_text(before, "utf-8")
