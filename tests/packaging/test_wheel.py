"""The wheel: what is in it is what the repository holds of the program, and installed elsewhere it proves itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app import __version__
from installer.bundle import ROOT

TOPS = ("app", "ui", "resources")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy: setuptools leaves its own notes beside the sources."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for file in (*tracked(), *compiled(), "pyproject.toml", "README.md"):
        place = source / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes((ROOT / file).read_bytes())
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
         "--disable-pip-version-check", "-w", str(out), str(source)],
        check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1790000000"},
    )  # fmt: skip
    (made,) = out.glob("*.whl")
    return made


def tracked() -> set[str]:
    listing = subprocess.run(
        ["git", "ls-files", "-z", *TOPS], cwd=ROOT, check=True, capture_output=True
    ).stdout
    return {name for name in listing.decode().split("\0") if name and (ROOT / name).is_file()}


def compiled() -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources" / "i18n").glob("*.qm")}


def test_everything_of_the_program_is_in_the_wheel_and_nothing_else(wheel: Path) -> None:
    assert wheel.name == f"feltjournal-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
    assert names == tracked() | compiled()


def test_installed_elsewhere_it_proves_itself(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(home)], check=True, stdin=subprocess.DEVNULL
    )
    python = home / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index",
         "--disable-pip-version-check", str(wheel)],
        check=True, capture_output=True,
    )  # fmt: skip
    (site,) = (home / "lib").glob("python*/site-packages")
    here = next(path for path in sys.path if path.endswith("site-packages"))
    (site / "beside.pth").write_text(
        here + "\n", "utf-8"
    )  # the locked distributions, as they are installed here
    report = tmp_path / "selftest.json"
    run = subprocess.run(
        [str(home / "bin" / "feltjournal"), "--selftest", "--out", str(report)],
        cwd="/", capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=300,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert run.returncode == 0, (
        run.stdout + run.stderr + (report.read_text("utf-8") if report.exists() else "")
    )
    told = json.loads(report.read_text("utf-8"))
    assert (told["passed"], told["frozen"], told["version"]) == (True, False, __version__)
    told = json.loads(
        subprocess.run(
            [str(home / "bin" / "feltjournalctl"), "policy", "--json", "--profile", str(tmp_path)],
            cwd="/",
            capture_output=True,
            check=True,
        ).stdout
    )
    assert told["lines"]
